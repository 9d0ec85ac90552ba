"""The trained reader: what it is asked, and how pieces become words again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from facing_pages.core.alignment.words.wordpieces import WordPieces
from facing_pages.core.both import Both
from facing_pages.core.findings.reader import meaning_reader as module
from facing_pages.core.findings.reader.meaning_reader import Limit, MeaningReader
from facing_pages.core.findings.reader.reader_kinds import READER_KINDS
from facing_pages.core.model import FindingKind

PIECES = WordPieces(["[UNK]", "[CLS]", "[SEP]", "light", "##house", "##s", "ship", "the"])
NO_LINKS: Both[dict[int, list[int]]] = Both({}, {})


class Model:
    """Says of each piece its number, and of the pair how many pieces it has."""

    def run(self, outputs: None, inputs: dict[str, Any]) -> list[Any]:
        pieces = inputs["pieces"][0].astype(np.float32)
        words = pieces[:, None].repeat(len(READER_KINDS), axis=1)
        pair = np.full(len(READER_KINDS) + 1, len(pieces), dtype=np.float32)
        return [words[None], pair[None]]


def test_a_word_has_the_mean_of_its_pieces() -> None:
    found = MeaningReader(Model(), PIECES, {}).scores(
        Both(["the", "lighthouses"], ["ship"]), NO_LINKS
    )
    assert found is not None
    assert found.words.original[:, 0].tolist() == [7, 4]
    assert found.words.rewrite[:, 0].tolist() == [6]
    assert found.pair.tolist() == [8] * len(READER_KINDS)


def test_sentences_without_places_in_the_model_are_not_read() -> None:
    words = Both(["ship"] * 300, ["ship"] * 300)
    assert MeaningReader(Model(), PIECES, {}).scores(words, NO_LINKS) is None


def test_the_confidence_grows_with_the_score() -> None:
    limit = Limit(least=0.0, denied=-4.0, slope=2.0, offset=-1.0)
    assert limit.confidence(0.5) == pytest.approx(0.5)
    assert limit.confidence(1.5) == pytest.approx(0.88)
    assert limit.confidence(9.0) == 0.99


def installed(
    monkeypatch: pytest.MonkeyPatch, folder: Path, *, missing: str = ""
) -> MeaningReader | None:
    """Return the reader as it is loaded from its parts, without one of them."""
    limits = {
        kind.value: {"least": 1.0, "denied": -4.0, "slope": 1.0, "offset": 0.0}
        for kind in READER_KINDS
    }
    if missing != "limits":
        (folder / "limits.json").write_text(json.dumps({"limits": limits}), "utf-8")
    monkeypatch.setattr(module, "resource", lambda name: folder / "limits.json")
    parts: dict[str, Any] = {
        "model_file": lambda name: Path("model.onnx"),
        "word_pieces": lambda: PIECES,
        "inference_session": lambda path: Model(),
        "has_onnx_runtime": lambda: True,
    }
    if missing in parts:
        parts[missing] = lambda *_: None
    for name, part in parts.items():
        monkeypatch.setattr(module, name, part)
    return module.meaning_reader.__wrapped__()


def test_the_reader_is_loaded_with_its_limits(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = installed(monkeypatch, tmp_path)
    assert found is not None
    assert found.limits[FindingKind.FALSE_SYNONYM].least == 1.0
    assert module.has_meaning_reader()


@pytest.mark.parametrize("missing", ["limits", "model_file", "word_pieces", "inference_session"])
def test_there_is_no_reader_without_one_of_its_parts(
    missing: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert installed(monkeypatch, tmp_path, missing=missing) is None
    # Whether a session starts is seen only when it is tried.
    assert module.has_meaning_reader() is (missing == "inference_session")
