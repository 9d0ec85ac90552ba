from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facing_pages.core.alignment.words.rare_runs import rare_runs
from facing_pages.core.sequences import longest_increasing_chain

SIDES = st.text("abcdefgh", max_size=40)


def single_runs(original: str, rewrite: str, length: int) -> list[tuple[int, int]]:
    """The slow twin: count every run at every place, and chain those that occur once."""
    most = min(len(original), len(rewrite))
    start = next((k for k in range(most) if original[k] != rewrite[k]), most)
    back = range(1, most - start + 1)
    end = next((k - 1 for k in back if original[-k] != rewrite[-k]), most - start)
    inner = (original[start : len(original) - end], rewrite[start : len(rewrite) - end])

    def count(text: str, run: str) -> int:
        return sum(text.startswith(run, k) for k in range(len(text)))

    single = [
        (k, inner[1].find(inner[0][k : k + length]))
        for k in range(len(inner[0]) - length + 1)
        if all(count(text, inner[0][k : k + length]) == 1 for text in inner)
    ]
    return [(start + i, start + j) for i, j in longest_increasing_chain(single)]


def words_of(runs: list[tuple[int, int, int]]) -> set[tuple[int, int]]:
    return {(i + k, j + k) for i, j, length in runs for k in range(length)}


def ends_both(run: tuple[int, int, int], first: str, second: str) -> bool:
    return (run[0] + run[2], run[1] + run[2]) == (len(first), len(second))


@example("abaab", "baabb")
@given(SIDES, SIDES)
def test_runs_are_equal_in_order_and_end_where_the_sides_differ(first: str, second: str) -> None:
    runs = list(rare_runs(first, second, 3))

    # What both sides end with is a run of its own, at which others stop: "baa" and "b" of "abaab".
    row, column, _ = next(
        (run for run in runs if ends_both(run, first, second)), (len(first), len(second), 0)
    )
    bounds = (row, column)
    i = j = 0
    for row, column, length in runs:
        assert length > 0
        assert row >= i
        assert column >= j
        assert first[row : row + length] == second[column : column + length]
        behind = (row + length, column + length)
        i, j = behind
        if (
            behind[0] < bounds[0]
            and behind[1] < bounds[1]
            and behind not in {(run[0], run[1]) for run in runs}
        ):
            assert first[behind[0]] != second[behind[1]]


# "baa" and "aab" occur once; the second begins with a word that the first one has taken.
@example("baaab", "abaaba")
@given(SIDES, SIDES)
def test_single_runs_are_found_whole_unless_they_begin_inside_another(
    first: str, second: str
) -> None:
    runs = list(rare_runs(first, second, 3))

    for i, j in single_runs(first, second, 3):
        is_inside = any(
            row < i < row + length or column < j < column + length for row, column, length in runs
        )
        assert is_inside or words_of([(i, j, 3)]) <= words_of(runs)


def test_one_word_in_the_middle_of_many_marks_differs() -> None:
    marks = [",;:-"[k * k * k % 7 % 4] + str(k % 89 % 5) for k in range(50)]
    original = [*marks, "a", "lamp", *map(str, range(30)), "b", *marks]
    rewrite = [*marks, "lamp", *map(str, range(30)), "c", *marks]

    assert list(rare_runs(original, rewrite)) == [(0, 0, 50), (51, 50, 31), (83, 82, 50)]


def test_nothing_is_found_in_empty_sides() -> None:
    assert list(rare_runs([], ["a"])) == []
    assert list(rare_runs([], [])) == []
    assert list(rare_runs(["a"], ["a"])) == [(0, 0, 1)]


@pytest.mark.parametrize(
    ("original", "rewrite", "runs"),
    [
        # Between ends that differ: a run where it is single, on either side, as long as it goes.
        ("pabcq", "rabcs", [(1, 1, 3)]),
        ("pqrstuabcx", "vabcw", [(6, 1, 3)]),
        ("pabcdeq", "rabcdes", [(1, 1, 5)]),
        ("pabcqdefr", "sabctdefu", [(1, 1, 3), (5, 5, 3)]),
        # It begins before the first words that are single.
        ("pzabcqzabr", "szabct", [(1, 1, 4)]),
        # One behind another on one side.
        ("pabcdefq", "rabcxdefs", [(1, 1, 3), (4, 5, 3)]),
        ("rabcxdefs", "pabcdefq", [(1, 1, 3), (5, 4, 3)]),
        # Only two words, and three that are there twice.
        ("pabq", "rabs", []),
        ("pabcqabcr", "sabct", []),
        ("pabcq", "rabcsabct", []),
        # What the sides begin with is not counted again, nor what they end with.
        ("abcpabcq", "abcrabcs", [(0, 0, 3), (4, 4, 3)]),
        ("pabcqabc", "rabcsabc", [(1, 1, 3), (5, 5, 3)]),
        ("abc", "abcabc", [(0, 0, 3)]),
        # A run that goes on into the end of one side does not count.
        ("pabt", "qabtzt", [(3, 5, 1)]),
        ("qabtzt", "pabt", [(5, 3, 1)]),
        # One side ends in the middle of what is equal.
        ("pabcd", "qabc", [(1, 1, 3)]),
        ("pabc", "qabcd", [(1, 1, 3)]),
        # The second single run begins in the first one on one side.
        ("pxyzqzabs", "rxyzabt", [(1, 1, 3)]),
        ("rxyzabt", "pxyzqzabs", [(1, 1, 3)]),
        # One run that crosses two others.
        ("pabcqdefrghis", "tghiuabcvdefw", [(1, 5, 3), (5, 9, 3)]),
    ],
)
def test_single_runs_of_three_are_found(
    original: str, rewrite: str, runs: list[tuple[int, int, int]]
) -> None:
    found = list(rare_runs(original, rewrite, 3))
    assert found == runs


def test_a_run_is_eight_words_long_unless_another_length_is_asked_for() -> None:
    assert list(rare_runs("pabcdefghq", "rabcdefghs")) == [(1, 1, 8)]
    assert list(rare_runs("pabcdefgq", "rabcdefgs")) == []
