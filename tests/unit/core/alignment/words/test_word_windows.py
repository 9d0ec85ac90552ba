from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest

from facing_pages.core.alignment.words import word_windows as module
from facing_pages.core.alignment.words.lexicon import Word, lexicon
from facing_pages.core.alignment.words.word_windows import (
    CONTEXT_WORDS,
    MAX_CELLS_OF_LONG,
    WordWindow,
    word_windows,
)

# Words of a sentence that is no prose.
LONG = 2_500


def known(words: Sequence[str]) -> list[Word]:
    return [lexicon("en").word(word) for word in words]


def windows_of(original: Sequence[str], rewrite: Sequence[str]) -> list[WordWindow]:
    windows = list(word_windows(known(original), known(rewrite)))
    for before, after in pairwise(windows):
        assert before.rows.stop <= after.rows.start
        assert before.columns.stop <= after.columns.start
    for window in windows:
        if window.is_same:
            rows, columns = window.rows, window.columns
            assert [original[i] for i in rows] == [rewrite[j] for j in columns]
        else:
            assert window.cells <= MAX_CELLS_OF_LONG
    return windows


def test_endless_marks_without_a_common_run_are_not_looked_at() -> None:
    draw = random.Random(1)
    sides = [[draw.choice(",;:*#&()/") for _ in range(LONG)] for _ in range(2)]

    windows = windows_of(*sides)

    assert sum(window.cells for window in windows) <= 2 * MAX_CELLS_OF_LONG


def test_a_change_in_the_middle_of_thousands_of_words_is_one_window() -> None:
    words = [f"lamp{k}" for k in range(LONG)]
    rewrite = [*words[:1000], "a", "storm", *words[1001:]]
    words[2000] = "harbour"

    windows = windows_of(words, rewrite)

    looked_at = [(w.rows, w.columns) for w in windows if not w.is_same]
    assert looked_at == [
        (
            range(1000 - CONTEXT_WORDS, 1001 + CONTEXT_WORDS),
            range(1000 - CONTEXT_WORDS, 1002 + CONTEXT_WORDS),
        ),
        (
            range(2000 - CONTEXT_WORDS, 2001 + CONTEXT_WORDS),
            range(2001 - CONTEXT_WORDS, 2002 + CONTEXT_WORDS),
        ),
    ]


def test_words_between_single_words_are_looked_at_together() -> None:
    draw = random.Random(2)
    sides = [
        [
            w
            for k in range(LONG // 10)
            for w in (f"lamp{k}", *(draw.choice("xyz") for _ in "123456789"))
        ]
        for _ in range(2)
    ]

    windows = windows_of(*sides)

    facing = {(i, j) for w in windows for i in w.rows for j in w.columns}
    assert all((k, k) in facing for k in range(0, LONG, 10))


def test_single_words_of_a_part_are_searched_in_it_again() -> None:
    """ "lamp" and "ship" occur in both halves, but once in each."""
    fill = (["x", "y"], ["z", "v"])
    sides = [
        [*part * 40, "lamp", *part * 60, "ship", *part * 100, "storm", *part * 100, "lamp",
         *part * 60, "ship", *part * 900]
        for part in fill
    ]  # fmt: skip

    windows = windows_of(*sides)

    facing = {(i, j) for w in windows for i in w.rows for j in w.columns}
    lamps = [i for i, word in enumerate(sides[0]) if word == "lamp"]
    assert [(i, i) in facing for i in lamps] == [True, True]


def test_the_smallest_windows_are_kept_where_all_take_too_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draw = random.Random(3)
    sides = [
        [w for k in range(60) for w in (f"lamp{k}", *(draw.choice("xyz") for _ in range(20 + k)))]
        for _ in range(2)
    ]
    whole = windows_of(*sides)
    monkeypatch.setattr(module, "MAX_CELLS_OF_ALL", 50_000)

    kept = windows_of(*sides)

    assert sum(window.cells for window in kept) <= 50_000 < sum(w.cells for w in whole)
    left_out = [window for window in whole if window not in kept]
    assert max(w.cells for w in kept) <= min(w.cells for w in left_out)
