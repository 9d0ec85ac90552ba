from __future__ import annotations

import pytest

from facing_pages.core.both import Both
from facing_pages.core.model import Span
from facing_pages.marks.kinds import MarkStyle
from facing_pages.marks.position_map import Mark, PositionMap, Positions

ORIGINAL = "He went very slowly down the stairs, then he stopped."
REWRITE = "He went down the stairs, then he rested."


def places(
    original: str,
    rewrite: str,
    marks: Both[list[Mark]] | None = None,
    bounds: list[Positions] | None = None,
) -> PositionMap:
    texts = Both(original, rewrite)
    spans = texts.map(lambda text: Span(0, len(text)))
    return PositionMap(texts, spans, marks or Both([], []), bounds or [])


def mark(text: str, words: str, style: MarkStyle, answer_end: int | None = None) -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), style, answer_end)


def words_of(found: PositionMap) -> list[tuple[int, int]]:
    return [(word.original.start, word.rewrite.start) for word in found.kept_words]


@pytest.mark.parametrize(
    ("position", "wanted"),
    [
        (0, 0),
        (ORIGINAL.index(" went"), REWRITE.index(" went")),
        (ORIGINAL.index("went") + 3, REWRITE.index(" went")),  # inside a word: behind the last one
        (ORIGINAL.index("very"), REWRITE.index(" down")),
        (ORIGINAL.index(" then"), REWRITE.index(" then")),  # behind the comma on both sides
        (ORIGINAL.index(", then"), REWRITE.index(", then")),
        (len(ORIGINAL), len(REWRITE)),
    ],
)
def test_a_position_is_behind_the_same_kept_words(position: int, wanted: int) -> None:
    assert places(ORIGINAL, REWRITE).after(position) == wanted


def test_marked_words_are_not_kept_unless_the_mark_is_minor() -> None:
    def with_style(style: MarkStyle) -> list[tuple[int, int]]:
        marks = Both([mark("No one came.", "one", style)], list[Mark]())
        return words_of(places("No one came.", "No one came.", marks))

    assert with_style(MarkStyle.REWORDED) == [(0, 0), (7, 7)]
    assert with_style(MarkStyle.MINOR) == [(0, 0), (3, 3), (7, 7)]


def test_the_end_of_a_change_with_two_sides_is_known_but_not_of_a_move() -> None:
    original, rewrite = "a quiet lamp", "a silent lamp"
    end = rewrite.index(" lamp")
    for style, is_known in ((MarkStyle.REWORDED, True), (MarkStyle.MOVED_PHRASE, False)):
        found = places(original, rewrite, Both([mark(original, "quiet", style, end)], []))
        assert ((original.index(" lamp"), end) in found.known) is is_known


def test_a_word_between_two_bounds_is_kept_between_them_only() -> None:
    original, rewrite = "Rain. Rain fell.", "It came. Rain fell."
    border = (original.index(" Rain"), rewrite.index(" Rain"))
    assert words_of(places(original, rewrite, bounds=[border])) == [(6, 9), (11, 14)]


def test_bounds_outside_the_row_or_out_of_order_are_left_out() -> None:
    found = places("one two", "one two", bounds=[(3, 99), (99, 3), (2, 2), (3, 3), (5, 1)])
    assert found.known == [(0, 0), (2, 2), (3, 3), (7, 7)]


@pytest.mark.parametrize(
    ("rewrite", "position", "wanted"),
    [("It rained. Then", 9, 10), ("It rained”! Then", 9, 11), ("It rained Then", 9, 9)],
)
def test_past_the_punctuation_is_the_end_of_a_sentence(
    rewrite: str, position: int, wanted: int
) -> None:
    assert places("It rained.", rewrite).past_punctuation(position) == wanted


def test_quotation_marks_count_as_the_same_however_they_are_typed() -> None:
    original, rewrite = 'He said "no" to her.', "He said “no” to her."
    position = original.index(" to")
    assert places(original, rewrite).after(position) == rewrite.index(" to")


def test_letters_of_another_case_are_the_same_word() -> None:
    assert words_of(places("The End.", "the end.")) == [(0, 0), (4, 4)]
