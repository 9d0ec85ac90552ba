"""Which units stand level, and where the halves of a moved one are."""

from __future__ import annotations

from facing_pages.core.both import Both
from facing_pages.core.model import Link, LinkKind, ParagraphLink, Side, Span
from facing_pages.marks.rows import Row, level_rows, rows_of_units

SAME, REWORDED = LinkKind.SAME, LinkKind.REWORDED
REMOVED, ADDED = LinkKind.REMOVED, LinkKind.ADDED


def link(
    original: tuple[int, ...],
    rewrite: tuple[int, ...],
    kind: LinkKind = REWORDED,
    *,
    moved: bool = False,
) -> ParagraphLink:
    return ParagraphLink(original, rewrite, kind, moved)


def units(rows: list[Row]) -> list[tuple[list[int], list[int]]]:
    """Return the numbers of the units of both sides in each row."""
    return [([*range(*row.original)], [*range(*row.rewrite)]) for row in rows]


def test_linked_units_share_a_row() -> None:
    rows = level_rows([link((0,), (0,), SAME), link((1,), (1, 2), LinkKind.SPLIT)])
    assert rows == [
        Row(Span(0, 1), Span(0, 1), SAME),
        Row(Span(1, 2), Span(1, 3), LinkKind.SPLIT),
    ]
    assert [row.partner for row in rows] == [-1, -1]


def test_units_without_a_counterpart_have_rows_of_their_own_those_of_the_original_first() -> None:
    rows = level_rows(
        [link((0,), (), REMOVED), link((), (0,), ADDED), link((1,), (1,)), link((), (2,), ADDED)]
    )
    assert rows == [
        Row(Span(0, 1), Span(0, 0), REMOVED),
        Row(Span(1, 1), Span(0, 1), ADDED),
        Row(Span(1, 2), Span(1, 2), REWORDED),
        Row(Span(2, 2), Span(2, 3), ADDED),
    ]


def test_units_at_the_end_have_rows_of_their_own_on_either_side() -> None:
    removed = level_rows([link((0,), (0,)), link((1,), (), REMOVED), link((2,), (), REMOVED)])
    assert units(removed) == [([0], [0]), ([1], []), ([2], [])]
    added = level_rows([link((0,), (0,)), link((), (1,), ADDED), link((), (2,), ADDED)])
    assert units(added) == [([0], [0]), ([], [1]), ([], [2])]


def test_links_need_not_come_in_order() -> None:
    rows = level_rows([link((), (0,), ADDED), link((1,), (2,)), link((0,), (1,))])
    assert units(rows) == [([], [0]), ([0], [1]), ([1], [2])]


def test_the_halves_of_a_moved_unit_have_two_rows_that_know_each_other() -> None:
    # The drawing of the module: D moved to the start, B was removed, E added.
    rows = level_rows(
        [
            link((0,), (1,), SAME),
            link((1,), (), REMOVED),
            link((2,), (2,), SAME),
            link((3,), (0,), REWORDED, moved=True),
            link((), (3,), ADDED),
        ]
    )
    assert units(rows) == [
        ([], [0]),
        ([0], [1]),
        ([1], []),
        ([2], [2]),
        ([3], []),
        ([], [3]),
    ]
    assert [row.partner for row in rows] == [4, -1, -1, -1, 0, -1]
    assert [row.kind for row in rows] == [REWORDED, SAME, REMOVED, SAME, REWORDED, ADDED]


def test_all_units_of_a_moved_link_have_the_first_one_of_the_other_side_as_partner() -> None:
    rows = level_rows([link((0,), (2,)), link((1, 2), (0, 1), LinkKind.REGROUPED, moved=True)])
    assert units(rows) == [([], [0]), ([], [1]), ([0], [2]), ([1], []), ([2], [])]
    assert [row.partner for row in rows] == [3, 3, -1, 0, 0]


def test_sentences_are_arranged_as_paragraphs_are() -> None:
    rows = level_rows([Link((0,), (0,), SAME), Link((1,), (), REMOVED)])
    assert rows == [Row(Span(0, 1), Span(0, 1), SAME), Row(Span(1, 2), Span(1, 1), REMOVED)]


def test_nothing_has_no_rows() -> None:
    assert level_rows([]) == []


def test_every_unit_has_the_number_of_its_row() -> None:
    rows = level_rows([link((0, 1), (0,)), link((2,), (), REMOVED), link((3,), (1, 2))])
    assert rows_of_units(rows) == Both([0, 0, 1, 2], [0, 2, 2])
    assert rows[0].paragraphs(Side.ORIGINAL) == Span(0, 2)
    assert rows[0].paragraphs(Side.REWRITE) == Span(0, 1)
