from __future__ import annotations

from collections.abc import Sequence

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from facing_pages.core.alignment.sentences.sentence_aligner import link_sentences
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.alignment.words import word_aligner as words
from facing_pages.core.alignment.words.lexicon import Word
from facing_pages.core.alignment.words.pair_features import PairFeatures
from facing_pages.core.alignment.words.word_aligner import align_words
from facing_pages.core.progress import Progress, Stage

LIGHTS = [[f"Lamp {k} burned on the quay until {k} in the morning." for k in range(9)]]
OTHERS = [[f"Until {k} in the morning lamp {k} could be seen." for k in range(9)]]


def cores() -> set[int]:
    return {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}


def test_matrices_are_multiplied_on_one_core_while_sentences_are_linked() -> None:
    seen: list[set[int]] = []

    def look(stage: Stage, share: float) -> None:
        seen.append(cores())

    with threadpool_limits(limits=2, user_api="blas"):
        before = cores()
        link_sentences(text_units(LIGHTS), text_units(OTHERS), Progress(look))
        after = cores()
    assert seen
    assert all(count <= {1} for count in seen)
    assert after == before


def test_matrices_are_multiplied_on_one_core_while_words_are_linked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[set[int]] = []
    find_cells = words.pair_features

    def look(*sides: Sequence[Word]) -> PairFeatures:
        seen.append(cores())
        return find_cells(*sides)

    monkeypatch.setattr(words, "pair_features", look)
    with threadpool_limits(limits=2, user_api="blas"):
        before = cores()
        align_words(["A", "lamp", "burned"], ["The", "lamp", "went", "out"], precise=False)
        after = cores()
    assert seen
    assert all(count <= {1} for count in seen)
    assert after == before
