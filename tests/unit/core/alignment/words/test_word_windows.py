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
    MAX_CELLS_WITHOUT_STOPS,
    MAX_SENTENCE_WORDS,
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


@pytest.mark.parametrize("count", [MAX_SENTENCE_WORDS // 2, 2 * MAX_SENTENCE_WORDS])
def test_small_parts_are_looked_at_where_a_sentence_has_no_stops(count: int) -> None:
    draw = random.Random(4)
    sides = [known([draw.choice("pqrstuvwxyz") for _ in range(count)]) for _ in range(2)]

    most = max(window.cells for window in word_windows(*sides) if not window.is_same)

    assert (most <= MAX_CELLS_WITHOUT_STOPS) == (count > MAX_SENTENCE_WORDS)


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


def numbered(count: int, start: int = 0) -> list[str]:
    """Return different words."""
    return [f"w{number}" for number in range(start, start + count)]


def spans(original: Sequence[str], rewrite: Sequence[str]) -> list[tuple[range, range, bool]]:
    """Return the windows of two sentences as plain values."""
    return [tuple(window) for window in windows_of(original, rewrite)]


def test_six_equal_words_on_either_side_of_a_difference_are_looked_at_with_it() -> None:
    original = [*numbered(10), "lamp", *numbered(10, 10)]
    rewrite = [*numbered(10), "boat", *numbered(10, 10)]
    assert spans(original, rewrite) == [
        (range(4), range(4), True),
        (range(4, 17), range(4, 17), False),
        (range(17, 21), range(17, 21), True),
    ]


@pytest.mark.parametrize(("count", "kept"), [(12, []), (13, [range(7, 8)]), (14, [range(7, 9)])])
def test_equal_words_between_two_differences_are_linked_as_they_are_beyond_twelve(
    count: int, kept: list[range]
) -> None:
    original = ["a", *numbered(count), "b"]
    windows = windows_of(original, ["c", *numbered(count), "d"])
    assert [window.rows for window in windows if window.is_same] == kept


@pytest.mark.parametrize(("count", "kept"), [(6, []), (7, [range(1)])])
def test_equal_words_at_the_start_need_room_on_one_side_only(count: int, kept: list[range]) -> None:
    windows = windows_of([*numbered(count), "a"], [*numbered(count), "b"])
    assert [window.rows for window in windows if window.is_same] == kept
    behind = windows_of(["a", *numbered(count)], ["b", *numbered(count)])
    assert [window.is_same for window in behind] == [False, *[True for _ in kept]]


def test_what_only_one_side_begins_with_is_a_difference() -> None:
    assert spans(numbered(14), ["new", *numbered(14)]) == [
        (range(6), range(7), False),
        (range(6, 14), range(7, 15), True),
    ]
    assert spans(numbered(14), [*numbered(14), "new"]) == [
        (range(8), range(8), True),
        (range(8, 14), range(8, 15), False),
    ]


def test_equal_sentences_have_no_window_but_the_one_that_is_the_same() -> None:
    assert spans(numbered(3), numbered(3)) == [(range(3), range(3), True)]
    assert spans([], []) == spans([], ["lamp"]) == spans(["lamp"], []) == []


def test_the_cells_of_a_window_are_those_to_look_at() -> None:
    assert WordWindow(range(2, 5), range(4)).cells == 12
    assert WordWindow(range(3), range(3), is_same=True).cells == 0


@pytest.mark.parametrize(
    ("most", "ends"),
    [(64, [8]), (63, [6, 8]), (36, [6, 8]), (35, [3, 8]), (25, [3, 8]), (24, [3, 6, 8])],
)
def test_a_sentence_is_cut_at_content_words_found_once_into_as_few_windows_as_may_be(
    most: int, ends: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_CELLS", most)
    original = "one two three lamp four five boat six".split()
    rewrite = "seven eight nine lamp ten eleven boat twelve".split()
    windows = spans(original, rewrite)
    starts = [0, *ends[:-1]]
    parts = [range(start, end) for start, end in zip(starts, ends, strict=True)]
    assert windows == [(part, part, False) for part in parts]


@pytest.mark.parametrize("word", ["the", ",", "one"])
def test_a_sentence_is_not_cut_at_other_words(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # A function word, a mark, and a word that the original has twice.
    monkeypatch.setattr(module, "MAX_CELLS", 16)
    original = ["one", word, "two", "three", "four", "five"]
    rewrite = ["six", word, "seven", "eight", "nine", "ten"]
    # It is halved.
    assert spans(original, rewrite) == [(range(3),) * 2 + (False,), (range(3, 6),) * 2 + (False,)]


@pytest.mark.parametrize(
    ("rows", "columns", "most", "expected"),
    [
        (8, 8, 16, [(range(4), range(4)), (range(4, 8), range(4, 8))]),
        (4, 4, 15, [(range(2), range(2)), (range(2, 4), range(2, 4))]),
        (7, 5, 12, [(range(3), range(2)), (range(3, 7), range(2, 5))]),
        # What one word faces cannot be halved: the first words are looked at.
        (1, 10, 4, [(range(1), range(4))]),
        (10, 1, 4, [(range(4), range(1))]),
        (2, 10, 4, [(range(1), range(4)), (range(1, 2), range(5, 9))]),
        (3, 3, 4, [(range(1), range(1)), (range(1, 3), range(1, 3))]),
    ],
)
def test_a_part_without_such_words_is_halved_until_it_is_small_enough(
    rows: int,
    columns: int,
    most: int,
    expected: list[tuple[range, range]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MAX_CELLS", most)
    windows = spans(numbered(rows), numbered(columns, 100))
    assert [window[:2] for window in windows] == expected


@pytest.mark.parametrize(("spare", "left_out"), [(0, 0), (-1, 1)])
def test_windows_are_left_out_only_where_all_take_more_cells_than_may_be(
    spare: int, left_out: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = numbered(LONG)
    rewrite = [*words[:1000], "a", "storm", *words[1001:2000], "harbour", *words[2001:]]
    whole = windows_of(words, rewrite)
    monkeypatch.setattr(module, "MAX_CELLS_OF_ALL", sum(w.cells for w in whole) + spare)
    kept = windows_of(words, rewrite)
    # The one with two new words is the larger.
    assert [w for w in whole if w not in kept] == sorted(whole, key=lambda window: -window.cells)[
        :left_out
    ]
    assert [w.is_same for w in kept].count(True) == 3


LAMP_AND_BOAT = ("one two lamp three boat four".split(), "a b c d lamp e boat f".split())


@pytest.mark.parametrize(
    ("most", "cuts"),
    [(48, []), (47, [(4, 6)]), (24, [(4, 6)]), (23, [(2, 4)]), (15, [(2, 4), (4, 6)])],
)
@pytest.mark.parametrize("is_swapped", [False, True])
def test_cells_are_counted_from_the_last_cut_on_both_sides(
    most: int, cuts: list[tuple[int, int]], is_swapped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_CELLS", most)
    sides = LAMP_AND_BOAT[::-1] if is_swapped else LAMP_AND_BOAT
    starts = [(window.rows.start, window.columns.start) for window in windows_of(*sides)]
    assert starts == [(0, 0), *(cut[::-1] if is_swapped else cut for cut in cuts)]


@pytest.mark.parametrize(("most", "count"), [(64, 2), (63, 0)])
def test_long_sentences_that_have_nothing_in_common_are_not_looked_at(
    most: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 64 cells: they are halved where that is not too many.
    monkeypatch.setattr(module, "MAX_SEARCHED_CELLS", most)
    monkeypatch.setattr(module, "MAX_CELLS", 16)
    monkeypatch.setattr(module, "MAX_CELLS_OF_LONG", 8)
    assert len(spans(numbered(8), numbered(8, 100))) == count


@pytest.mark.parametrize(("most", "count"), [(225, 1), (224, 0)])
def test_in_long_sentences_equal_runs_are_found_only_if_they_are_rare(
    most: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 15 words on either side, 13 of them commas.
    monkeypatch.setattr(module, "MAX_SEARCHED_CELLS", most)
    windows = windows_of(["a", *[","] * 13, "b"], ["c", *[","] * 13, "d"])
    assert [window.is_same for window in windows].count(True) == count


def nested(level: int, fill: str) -> list[str]:
    """Return words around a word that is in them once, around words that then are, and so on.

    Level 1 is "x x lamp1 x x", level 2 that, "lamp2", and that once more.
    """
    if not level:
        return [fill, fill]
    part = nested(level - 1, fill)
    return [*part, f"lamp{level}", *part]


@pytest.mark.parametrize(
    ("level", "most", "count"), [(1, 0, 2), (8, 0, 256), (9, 0, 0), (9, 36, 512), (9, 35, 2)]
)
def test_parts_are_searched_eight_times_for_words_that_are_in_them_once(
    level: int, most: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Windows of three words each. What is not found is halved if it is not too large: a part of
    # five words and those behind it, of six with the word where they are cut.
    monkeypatch.setattr(module, "MAX_SEARCHED_CELLS", 0)
    monkeypatch.setattr(module, "MAX_CELLS", most)
    monkeypatch.setattr(module, "MAX_CELLS_OF_LONG", 9)
    windows = windows_of(nested(level, "x"), nested(level, "y"))
    assert len(windows) == count
    assert all(window.cells <= 9 for window in windows)
