from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from facing_pages.core.alignment.words import encoder as module
from facing_pages.core.alignment.words.encoder import (
    HEAD_SIZE,
    Encoder,
    has_encoder,
)
from facing_pages.core.alignment.words.wordpieces import WordPieces

PIECES = WordPieces(["[UNK]", "[CLS]", "[SEP]", "light", "##house", "##s", "ship", "the"])


class Model:
    """A model of two channels: of a piece it says its number, and in the other channel 1."""

    def __init__(self) -> None:
        self.seen: dict[str, list[int]] = {}

    def run(self, outputs: None, inputs: dict[str, Any]) -> list[Any]:
        self.seen = {name: values[0].tolist() for name, values in inputs.items()}
        number = inputs["pieces"][0].astype(np.float32)[:, None].repeat(HEAD_SIZE, axis=1)
        return [np.concatenate([number, np.ones_like(number)], axis=1)[None]]


def test_the_model_reads_both_sentences_with_marks_around_them() -> None:
    model = Model()
    Encoder(model, PIECES).likeness(["the", "lighthouses"], ["ship"])
    assert model.seen["pieces"] == [1, 7, 3, 4, 5, 2, 6, 2]
    assert model.seen["sides"] == [0, 0, 0, 0, 0, 0, 1, 1]


def test_words_are_as_alike_as_the_means_of_their_pieces_in_each_channel() -> None:
    likeness = Encoder(Model(), PIECES).likeness(["the", "lighthouses"], ["ship", "lights", "the"])
    # A product of 32 equal numbers, by the root of 32; the pieces of "lighthouses" are 3, 4 and 5.
    root = HEAD_SIZE**0.5
    assert likeness is not None
    assert likeness.shape == (2, 3, 2)
    assert likeness[0, :, 0] == pytest.approx([7 * 6 * root, 7 * 4 * root, 7 * 7 * root])
    assert likeness[1, :, 0] == pytest.approx([4 * 6 * root, 4 * 4 * root, 4 * 7 * root])
    assert likeness[:, :, 1] == pytest.approx(np.full((2, 3), root))


def test_of_a_long_word_only_the_first_eight_pieces_are_read() -> None:
    model = Model()
    Encoder(model, PIECES).likeness(["light" + "s" * 9], ["ship"])
    assert model.seen["pieces"] == [1, 3, *[5] * 7, 2, 6, 2]
    Encoder(model, PIECES).likeness(["ship"], ["light" + "s" * 9])
    assert model.seen["pieces"] == [1, 6, 2, 3, *[5] * 7, 2]


@pytest.mark.parametrize(("count", "is_read"), [(9, True), (10, False)])
def test_sentences_of_more_than_512_pieces_and_marks_are_not_read(
    count: int, is_read: bool
) -> None:
    # 500 pieces, some more, and three marks.
    likeness = Encoder(Model(), PIECES).likeness(["ship"] * 500, ["the"] * count)
    assert (likeness is not None) is is_read


PARTS: dict[str, Callable[[], object]] = {
    "model_file": lambda *_: Path("model.onnx"),
    "word_pieces": lambda: PIECES,
    "has_onnx_runtime": lambda: True,
}


def test_the_encoder_is_there_if_all_that_it_needs_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, part in PARTS.items():
        monkeypatch.setattr(module, name, part)
    assert has_encoder()


@pytest.mark.parametrize("missing", PARTS)
def test_the_encoder_is_not_there_if_something_is_missing(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, part in PARTS.items():
        monkeypatch.setattr(module, name, part)
    monkeypatch.setattr(module, missing, lambda *_: False if missing.startswith("has") else None)
    assert not has_encoder()


def loaded(
    monkeypatch: pytest.MonkeyPatch,
    *,
    pieces: WordPieces | None = PIECES,
    path: Path | None = Path("model.onnx"),
    session: Model | None,
) -> Encoder | None:
    """Return the encoder as it is loaded from some parts."""
    monkeypatch.setattr(module, "word_pieces", lambda: pieces)
    monkeypatch.setattr(module, "model_file", lambda name: path)
    monkeypatch.setattr(module, "inference_session", lambda path: session)
    return module.encoder.__wrapped__()


def test_the_encoder_reads_with_its_session(monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded(monkeypatch, session=Model())
    assert found is not None
    assert found.likeness(["the"], ["ship"]) is not None


def test_there_is_no_encoder_without_one_of_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded(monkeypatch, pieces=None, session=Model()) is None
    assert loaded(monkeypatch, path=None, session=Model()) is None
    assert loaded(monkeypatch, session=None) is None
