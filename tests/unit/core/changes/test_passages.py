"""What crosses beside words that cross, and what replaced other words there."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.passages import (
    MAX_MARKS_BETWEEN,
    MAX_REPLACED_CONTENT,
    MAX_REPLACED_WORDS,
    crossing_beside,
    may_replace,
    with_replaced,
)
from facing_pages.core.model import LinkReason, Span
from tests.helpers.word_changes import VisibleMarks, change, link, shown, words_of

PLACE = LinkReason.POSITION


def beside(original: str, rewrite: str, crossing: list[FoundLink], *more: FoundLink) -> list[str]:
    """Return the words of the original that cross beside others; `more` links leave their gap."""
    words = words_of(original, rewrite)
    leaving = [*crossing, *more]
    found = crossing_beside(words, more, crossing, leaving)
    return [words.original[pair.original] for pair in found]


@pytest.mark.parametrize("extra", [0, 1])
def test_a_function_word_crosses_beside_words_that_do_and_over_equal_marks(extra: int) -> None:
    marks = " ".join(", ” “ ; :".split()[: MAX_MARKS_BETWEEN + extra])
    behind = MAX_MARKS_BETWEEN + extra + 1
    sides = f"lamp {marks} and sea", f"sea lamp {marks} and"
    found = beside(*sides, [link(0, 1)], link(behind, behind + 1))
    assert found == ([] if extra else ["and"])


def test_other_marks_between_keep_a_function_word_where_it_is() -> None:
    assert beside("lamp , and sea", "sea lamp ; and", [link(0, 1)], link(2, 3)) == []


@pytest.mark.parametrize(
    ("original", "rewrite", "far"),
    [
        ("lamp keeper , sea", "sea lamp guard ,", []),  # a mark
        ("lamp keeper", "sea lamp guard", []),  # the end
        ("lamp keeper boat sea", "sea lamp guard boat", [link(2, 3)]),  # linked words
    ],
)
def test_other_words_cross_between_words_that_do_and_an_edge(
    original: str, rewrite: str, far: list[FoundLink]
) -> None:
    assert "keeper" in beside(original, rewrite, [link(0, 1), *far], link(1, 2, PLACE))


def test_other_words_that_are_not_closed_in_do_not_cross() -> None:
    assert beside("lamp keeper boat", "sea lamp guard rock", [link(0, 1)], link(1, 2, PLACE)) == []
    assert beside("lamp , keeper .", "sea lamp , guard .", [link(0, 1)], link(2, 3, PLACE)) == []


def test_a_short_clause_of_which_nothing_else_is_linked_crosses_with_its_first_word() -> None:
    sides = "“ it lost , ” boat .", "“ boat , ” and it won ."
    assert beside(*sides, [link(5, 1)], link(1, 5)) == ["it"]
    # Other words of the clause are linked: they tell where it went.
    assert beside(*sides, [link(5, 1)], link(1, 5), link(2, 6, PLACE)) == []


@pytest.mark.parametrize("more", [0, 1])
def test_a_longer_clause_does_not_cross_with_its_first_word(more: int) -> None:
    lost = " ".join("storm wind rain snow".split()[: MAX_REPLACED_CONTENT + more])
    original, rewrite = f"it {lost} , boat", "boat , it won"
    boat = original.split().index("boat")
    found = beside(original, rewrite, [link(boat, 0)], link(0, 2))
    assert found == ([] if more else ["it"])


def test_a_few_words_may_replace_others() -> None:
    content = " ".join(["storm"] * (MAX_REPLACED_CONTENT + 1))
    words = words_of(content, "the " * (MAX_REPLACED_WORDS + 1))
    assert may_replace(words, Span(0, MAX_REPLACED_CONTENT), Span(0, MAX_REPLACED_WORDS))
    assert not may_replace(words, Span(0, MAX_REPLACED_CONTENT + 1), Span(0, 1))
    assert not may_replace(words, Span(0, 1), Span(0, MAX_REPLACED_WORDS + 1))


def replaced(
    original: str,
    rewrite: str,
    crossing: list[FoundLink],
    removed: tuple[int, int],
    added: tuple[int, int],
) -> list[VisibleMarks]:
    words = words_of(original, rewrite)
    changes = [change("removed", removed, (0, 0)), change("added", (0, 0), added)]
    return shown(with_replaced(words, changes, crossing, crossing), words)


def test_what_stands_beside_the_same_word_of_a_passage_replaced_the_other() -> None:
    found = replaced("lamp lost , sea", "sea , lamp won .", [link(0, 2)], (1, 2), (3, 4))
    assert found == [("reworded", "lost", "won")]
    found = replaced("old lamp , sea", "sea , new lamp .", [link(1, 3)], (0, 1), (2, 3))
    assert found == [("reworded", "old", "new")]


def test_between_two_words_of_a_passage_all_is_replaced() -> None:
    crossing = [link(0, 1), link(2, 4)]
    found = replaced("lamp old boat sea", "sea lamp the new boat", crossing, (1, 2), (2, 4))
    assert found == [("reworded", "old", "the new")]


def test_what_is_not_closed_in_was_removed_and_added() -> None:
    found = replaced("lamp lost wind sea", "sea rain lamp won", [link(0, 2)], (1, 2), (3, 4))
    assert found == [("removed", "lost", ""), ("added", "", "won")]


def test_numbers_beside_the_same_word_answer_each_other_without_the_rest() -> None:
    found = replaced("sea 20 lamp wind", "wind and 200 lamp", [link(2, 3)], (1, 2), (1, 3))
    assert found == [("reworded", "20", "200"), ("added", "", "and")]


def test_a_word_that_stands_elsewhere_on_the_other_side_is_not_replaced() -> None:
    # "lost" is on both sides, in two places.
    found = replaced("lamp lost , sea", "sea lost , lamp won .", [link(0, 3)], (1, 2), (4, 5))
    assert found == [("removed", "lost", ""), ("added", "", "won")]


def test_words_without_counterparts_stay_what_they_are() -> None:
    words = words_of("lamp lost , sea", "sea , lamp")
    lost = change("removed", (1, 2), (0, 0))
    assert with_replaced(words, [lost], [link(0, 2)], [link(0, 2)]) == [lost]
