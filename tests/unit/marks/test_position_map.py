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


def test_the_last_word_of_a_row_is_kept_like_all_others() -> None:
    # A heading has no full stop behind it.
    longer, shorter = "Keep the lamp lit", "Keep the lamp"
    assert words_of(places(longer, shorter)) == [(0, 0), (5, 5), (9, 9)]
    assert words_of(places(shorter, longer)) == [(0, 0), (5, 5), (9, 9)]
    assert places(longer, shorter).after(longer.index("lit")) == len(shorter)


def test_a_word_that_ends_at_a_known_place_on_both_sides_is_left_to_what_is_before_it() -> None:
    original, rewrite = "It was full. It left.", "It was full, and it left."
    known = (original.index(" left"), rewrite.index(" left"))
    before = [(0, 0), (3, 3), (7, 7)]
    assert words_of(places(original, rewrite, bounds=[known])) == [*before, (16, 20)]
    # At a place of one side only it is kept like all others.
    only_here = (original.index(" left"), rewrite.index(" it"))
    assert words_of(places(original, rewrite, bounds=[only_here])) == [*before, (16, 20)]
    assert words_of(places(original, rewrite)) == [*before, (13, 17), (16, 20)]


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


@pytest.mark.parametrize("bound", [(3, 0), (3, 7), (0, 3), (7, 3)])
def test_a_bound_may_stand_at_an_end_of_one_side(bound: Positions) -> None:
    assert places("one two", "one two", bounds=[bound]).known == [(0, 0), bound, (7, 7)]


def test_the_ends_of_a_row_are_known_once() -> None:
    assert places("one two", "one two", bounds=[(0, 0), (7, 7)]).known == [(0, 0), (7, 7)]


SECOND = Both("Snow lay. It rained on.", "It was cold in the night. It rained again.")


def second_rows(bounds: list[Positions]) -> PositionMap:
    """Return the places of the row of the second sentences."""
    spans = Both(Span(10, 23), Span(26, 42))
    return PositionMap(SECOND, spans, Both([], []), bounds)


@pytest.mark.parametrize(
    ("bound", "is_inside"),
    [
        ((20, 30), True),
        ((20, 26), True),
        ((20, 42), True),
        ((20, 25), False),
        ((20, 43), False),
        ((9, 30), False),
        ((24, 30), False),
    ],
)
def test_a_bound_is_inside_its_row_on_both_sides(bound: Positions, is_inside: bool) -> None:
    assert (bound in second_rows([bound]).known) is is_inside


def test_a_position_outside_the_row_is_at_its_nearer_end() -> None:
    found = second_rows([])
    assert (found.after(0), found.after(10)) == (26, 26)
    assert (found.after(23), found.after(99)) == (42, 42)


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


@pytest.mark.parametrize(("count", "kept"), [(10_000, 10_000), (10_001, 0)])
def test_words_of_a_text_that_is_not_aligned_yet_are_not_compared(count: int, kept: int) -> None:
    original, rewrite = "so " * 10_000, "so " * count
    assert len(places(original, rewrite).kept_words) == kept


@pytest.mark.parametrize("mark", ["“", '"', "„", "«", "(", "— “", "« "])
def test_what_is_removed_behind_an_opening_mark_stays_behind_it(mark: str) -> None:
    original, rewrite = f"He said {mark}very old men know", f"He said {mark}men know"
    place = places(original, rewrite).after(original.index("very"))
    assert place == len(f"He said {mark}".rstrip())


def test_other_marks_behind_a_space_are_not_passed() -> None:
    original, rewrite = "He said “very old men know", "He said (men know"
    assert places(original, rewrite).after(original.index("very")) == len("He said")
