from __future__ import annotations

import pickle
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from facing_pages import compare
from facing_pages.core.model import (
    Document,
    EmphasisKind,
    LinkKind,
    LinkReason,
    Paragraph,
    Pin,
    Repair,
    RepairKind,
    Role,
    Side,
    Span,
)
from facing_pages.marks.kinds import MarkStyle, ViewKind
from facing_pages.marks.row_signs import Counterpart
from facing_pages.viewmodel.build_view import aligned_rows, change_table, side_text
from facing_pages.viewmodel.pair_view import EMPHASIS_KINDS, ChangeTable, PairView, SetBy
from facing_pages.viewmodel.table_columns import ChangeColumn, MarkColumn
from tests.helpers.made_pairs import made_pair

ONE = "The harbour was quiet when she came down to it. Nobody had told her about the storm."
TWO = "Her brother used to count the boats from the window. He had counted nineteen before he left."
THREE = "The keeper sold his telescope to a travelling dentist. It was never seen again."


def pages_of(original: list[str], rewrite: list[str]) -> PairView:
    pair = compare("\n\n".join(original), "\n\n".join(rewrite))
    documents = (pair.original, pair.rewrite)
    rows = aligned_rows(*documents, pair.alignment)
    changes = change_table(
        documents, rows, pair.alignment, pair.changes, done=1.0, statistics=pair.statistics
    )
    return PairView(
        side_text(pair.original), side_text(pair.rewrite), rows, changes, is_aligned=True
    )


def test_linked_paragraphs_share_a_row_and_lonely_ones_have_their_own() -> None:
    pages = pages_of([ONE, TWO, THREE], [ONE, THREE])
    rows = [pages.rows.row(n) for n in range(pages.row_count())]
    assert [(tuple(row.original), tuple(row.rewrite)) for row in rows] == [
        ((0, 1), (0, 1)),
        ((1, 2), (1, 1)),
        ((2, 3), (1, 2)),
    ]
    assert rows[1].kind is LinkKind.REMOVED


def test_both_halves_of_a_move_know_each_other() -> None:
    pages = pages_of([ONE, TWO, THREE], [THREE, ONE, TWO])
    rows = [pages.rows.row(n) for n in range(pages.row_count())]
    halves = [n for n, row in enumerate(rows) if row.partner >= 0]
    assert [rows[n].partner for n in halves] == list(reversed(halves))


def test_a_move_is_one_change_with_both_places() -> None:
    pages = pages_of([ONE, TWO, THREE], [THREE, ONE, TWO])
    entries = [pages.changes.entry(n) for n in range(len(pages.changes))]
    assert [entry.kind for entry in entries] == [ViewKind.MOVED]
    assert entries[0].original is not None
    assert entries[0].original.of(pages.original.text) == THREE
    assert entries[0].row != entries[0].other_row


def test_a_split_paragraph_is_listed() -> None:
    first, second = ONE.split(". ", 1)
    pages = pages_of([ONE, TWO], [first + ".", second, TWO])
    entries = [pages.changes.entry(n) for n in range(len(pages.changes))]
    assert [(entry.kind, entry.style) for entry in entries] == [(ViewKind.SPLIT, MarkStyle.NONE)]


def test_a_removed_sentence_is_marked_as_a_whole() -> None:
    pages = pages_of([ONE, TWO], [ONE.split(". ", maxsplit=1)[0] + ".", TWO])
    entry = pages.changes.entry(0)
    assert entry.style is MarkStyle.WHOLE_REMOVED
    assert entry.rewrite is None


def test_neighbouring_removed_sentences_are_one_change() -> None:
    pages = pages_of([ONE, TWO, THREE], [ONE, THREE])
    entries = [pages.changes.entry(n) for n in range(len(pages.changes))]
    assert [entry.original.of(pages.original.text) for entry in entries if entry.original] == [TWO]


def test_function_words_that_went_are_marked_lightly() -> None:
    pages = pages_of(
        ["They told her that the boats were lost in the storm."],
        ["They told her the boats were lost in the terrible storm."],
    )
    styles = {entry.style for entry in map(pages.changes.entry, range(len(pages.changes)))}
    assert styles == {MarkStyle.LIGHT_REMOVED, MarkStyle.ADDED}


def test_marks_are_found_by_place() -> None:
    pages = pages_of([ONE], [ONE.replace("quiet", "silent")])
    at = ONE.index("quiet")
    change = pages.change_at(Side.ORIGINAL, at + 2)
    assert change is not None
    assert pages.changes.entry(change).original == (at, at + 5)
    assert pages.change_at(Side.ORIGINAL, 0) is None


def test_a_sentence_leads_to_its_counterpart() -> None:
    pages = pages_of([ONE, TWO], [ONE, TWO])
    sentence = pages.sentence_at(Side.ORIGINAL, ONE.index("Nobody") + 1)
    assert sentence == 1
    spans = pages.sentence_spans(Side.REWRITE, pages.link_of(Side.ORIGINAL, sentence))
    assert [span.of(pages.rewrite.text) for span in spans] == [
        "Nobody had told her about the storm."
    ]


def test_the_space_behind_a_sentence_belongs_to_it() -> None:
    pages = pages_of([ONE, TWO], [ONE, TWO])
    space = ONE.index("Nobody") - 1
    assert pages.original.text[space] == " "
    assert [pages.sentence_at(Side.ORIGINAL, space + k) for k in (0, 1)] == [0, 1]
    end = len(ONE)
    assert [pages.sentence_at(Side.ORIGINAL, end + k) for k in (-1, 0, 1, 2)] == [1, 1, None, 2]


def test_pages_travel_between_processes() -> None:
    pages = pages_of([ONE, TWO], [TWO])
    again = pickle.loads(pickle.dumps(pages))
    assert (again.changes.table == pages.changes.table).all()
    assert (again.rows.rows == pages.rows.rows).all()
    assert again.original.text == pages.original.text


# Sentences: 0 to 10, 11 to 21, and 23 to 32 in a paragraph of its own.
RAIN = "It rained. It snowed.\n\nIt froze."
SUN = "It rained. It thawed.\n\nIt froze."
WEATHER = made_pair(
    RAIN,
    SUN,
    "0=0:57 1=1 2~2",
    paragraphs="0=0 1=1",
    changes=[("reworded", "snowed", "thawed"), ("reworded", "It snowed.", "It thawed.")],
    pins=[Pin((0,), (0,))],
)


def test_a_text_knows_its_paragraphs() -> None:
    text = WEATHER.original
    assert (len(text), text.paragraph_text(1), text.level(0)) == (2, "It froze.", 0)
    assert text.role(0) is Role.PROSE
    assert text.paragraphs_span(Span(0, 2)) == (0, 32)
    assert text.by_paragraph is text
    assert replace(text, whole=WEATHER.rewrite).by_paragraph is WEATHER.rewrite


@pytest.mark.parametrize(("position", "paragraph"), [(0, 0), (22, 0), (23, 1), (99, 1)])
def test_a_position_is_in_the_paragraph_that_began_last(position: int, paragraph: int) -> None:
    assert WEATHER.original.paragraph_at(position) == paragraph


def test_a_position_before_all_paragraphs_is_in_the_first() -> None:
    text = made_pair("\n\nIt rained.\n\nIt snowed.", "", "0=- 1=-", paragraphs="0=- 1=-").original
    assert text.paragraph_at(0) == 0
    assert text.paragraphs_at(np.array([0, 2, 14])).tolist() == [-1, 0, 1]


def test_emphasis_is_given_as_far_as_it_is_in_a_part() -> None:
    italic, bold = (EMPHASIS_KINDS.index(kind) for kind in EmphasisKind)
    marked = np.array([[3, 9, italic], [5, 7, bold], [14, 20, italic]], dtype=np.int32)
    text = replace(WEATHER.original, emphasis=marked)
    assert text.emphasis_in(Span(6, 15)) == [
        (Span(6, 9), EmphasisKind.ITALIC),
        (Span(6, 7), EmphasisKind.BOLD),
        (Span(14, 15), EmphasisKind.ITALIC),
    ]
    assert text.emphasis_in(Span(7, 14)) == [(Span(7, 9), EmphasisKind.ITALIC)]
    assert text.emphasis_in(Span(9, 14)) == []


def test_labels_are_found_in_any_part_of_a_text() -> None:
    words = "ANNA: So.\n\nYes.\n\nPAUL: No."
    paragraphs = (
        Paragraph(Span(0, 9), label=5), Paragraph(Span(11, 15)), Paragraph(Span(17, 26), label=5),
    )  # fmt: skip
    text = side_text(Document("text", words, paragraphs))
    assert text.labels_in(Span(0, 26)) == [Span(0, 5), Span(17, 22)]
    assert text.labels_in(Span(2, 20)) == [Span(2, 5), Span(17, 20)]
    assert text.labels_in(Span(5, 17)) == []


def test_a_link_has_its_sentences_and_says_who_set_it() -> None:
    confirmed, plain, moved = (WEATHER.rows.link(number) for number in range(3))
    assert confirmed == (Span(0, 1), Span(0, 1), LinkKind.SAME, False, 0.57, SetBy.PERSON)
    assert plain.sentences(Side.REWRITE) == (1, 2)
    assert (plain.set_by, plain.moved, moved.moved) == (SetBy.PROGRAM, False, True)
    assert len(SetBy) == 3


def test_a_change_has_a_span_on_each_side_and_no_reason_unless_words_give_one() -> None:
    entry = WEATHER.changes.entry(1)
    assert (entry.span(Side.ORIGINAL), entry.span(Side.REWRITE)) == ((14, 20), (14, 20))
    assert (entry.reason, entry.confidence) == (None, None)
    table = WEATHER.changes.table[1].copy()
    table[[ChangeColumn.REASON, ChangeColumn.CONFIDENCE]] = 0, 64
    linked = ChangeTable(table.reshape(1, -1), 1.0).entry(0)
    assert (linked.reason, linked.confidence) == (LinkReason.EQUAL, 0.64)
    table[ChangeColumn.CONFIDENCE] = 0
    assert ChangeTable(table.reshape(1, -1), 1.0).entry(0).confidence == 0.0


def test_a_change_may_start_with_the_text_or_be_on_one_side_only() -> None:
    pair = made_pair(
        "It rained.",
        "So it rained.",
        "0=0",
        changes=[("typography", "It", "it"), ("added", "", "So")],
    )
    entries = [pair.changes.entry(number) for number in range(2)]
    assert [(entry.original, entry.rewrite) for entry in entries] == [
        (None, (0, 2)),
        ((0, 2), (3, 5)),
    ]


def test_a_change_is_found_by_its_places_on_both_sides() -> None:
    assert WEATHER.changes.find((14, 20, 14, 20)) == 1
    assert WEATHER.changes.find((14, 20, 14, 21)) is None


def test_the_changes_of_a_row_are_those_that_stand_in_it_on_either_side() -> None:
    pages = made_pair(
        "It froze. She slept.\n\nThe ferry left.",
        "It froze.\n\nThe ferry sailed. She slept.",
        "0=0 1~2 2=1",
        paragraphs="0=0 1=1",
        changes=[("reworded", "left", "sailed")],
    )
    kinds = [[pages.changes.entry(n).kind for n in pages.changes_at(row)] for row in range(2)]
    assert kinds == [[ViewKind.MOVED], [ViewKind.MOVED, ViewKind.REWORDED]]


def test_a_row_of_one_side_has_a_counterpart_where_its_sentences_went() -> None:
    pages = made_pair(
        "It froze.\n\nShe slept. It thawed.\n\nThe ferry left.",
        "It froze.\n\nThe ferry left. She slept.",
        "0=0 1~2 2=- 3=1",
        paragraphs="0=0 1=- 2=1",
        changes=[("removed", "It thawed.", "")],
    )
    start = pages.rewrite.text.index("She")
    assert pages.counterpart(1) == Counterpart((start,), is_whole=False)
    assert pages.other_row(1) == 2
    assert pages.counterpart(0) is None
    assert pages.other_row(0) == -1


def test_what_moved_as_a_whole_says_so() -> None:
    pages = made_pair("It froze.", "Then it thawed. It froze.", "0~1 -=0", paragraphs="0=- -=0")
    found = pages.counterpart_of(Side.ORIGINAL, Span(0, 9))
    assert found == Counterpart((16,), is_whole=True)
    assert pages.counterpart_of(Side.REWRITE, Span(0, 15)) is None


def test_a_view_is_aligned_only_once_it_says_so() -> None:
    assert not PairView(WEATHER.original, WEATHER.rewrite, WEATHER.rows).is_aligned


def test_two_views_have_the_same_texts_if_these_were_read_alike() -> None:
    other = made_pair(RAIN, SUN, "0=0 1=- -=1 2=2", paragraphs="0=0 1=1")
    assert WEATHER.has_texts_of(other)
    assert not WEATHER.has_texts_of(None)


@pytest.mark.parametrize("side", ["original", "rewrite"])
@pytest.mark.parametrize(
    "changed",
    [
        {"text": "Another text."},
        {"encoding": "cp1252"},
        {"repairs": (Repair(Span(0, 1), "i", RepairKind.MOJIBAKE),)},
        {"paragraphs": np.array([[0, 32, 0, 0]], dtype=np.int32)},
        {"emphasis": np.array([[0, 2, 0]], dtype=np.int32)},
    ],
)
def test_a_text_that_was_read_otherwise_is_another(side: str, changed: dict[str, Any]) -> None:
    text = replace(getattr(WEATHER, side), **changed)
    assert not WEATHER.has_texts_of(replace(WEATHER, **{side: text}))


def test_a_paragraph_knows_its_row() -> None:
    pair = made_pair(
        "It rained.\n\nIt froze.",
        "It snowed.\n\nIt froze.",
        "0=- -=0 1=1",
        paragraphs="0=- -=0 1=1",
    )
    assert [pair.row_of(Side.ORIGINAL, number) for number in range(2)] == [0, 2]
    assert [pair.row_of(Side.REWRITE, number) for number in range(2)] == [1, 2]


@pytest.mark.parametrize(
    ("part", "sentences"),
    [
        (Span(0, 5), (0, 1)),
        (Span(9, 12), (0, 2)),
        (Span(0, 32), (0, 3)),
        (Span(11, 11), (1, 2)),  # an empty part touches the character behind it
        (Span(10, 10), (1, 1)),  # the space between two sentences
        (Span(10, 11), (1, 1)),
        (Span(22, 22), (2, 2)),  # between two paragraphs
    ],
)
def test_a_part_of_a_text_touches_sentences(part: Span, sentences: tuple[int, int]) -> None:
    assert WEATHER.sentences_in(Side.ORIGINAL, part) == sentences


@pytest.mark.parametrize(
    ("position", "change"), [(10, None), (11, 0), (13, 0), (14, 1), (19, 1), (20, 0), (21, None)]
)
def test_the_narrowest_change_at_a_position_counts(position: int, change: int | None) -> None:
    assert WEATHER.change_at(Side.ORIGINAL, position) == change


def test_marks_of_a_side_come_by_their_start_the_wide_ones_first() -> None:
    pair = made_pair(
        "Rain fell on us.",
        "Snow fell on us today.",
        "0=0",
        changes=[
            ("reworded", "Rain", "Snow"),
            ("reordered", "Rain fell on us.", "Snow fell on us"),
            ("removed", "us", ""),
            ("added", "", "today"),
        ],
    )
    marks = [table.marks[:, :2].tolist() for table in pair.marks]
    assert marks == [[[0, 16], [0, 4], [13, 15]], [[0, 15], [0, 4], [16, 21]]]


def test_what_is_listed_without_a_mark_has_none() -> None:
    split = made_pair("It rained all day.", "It rained. All day.", "0=0+1")
    assert len(split.changes) == 1
    assert [len(table.marks) for table in split.marks] == [0, 0]


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (Span(0, 11), []),
        (Span(0, 12), [11]),
        (Span(20, 21), [11]),
        (Span(19, 20), [11, 14]),
        (Span(21, 32), [23]),
    ],
)
def test_marks_that_touch_a_part_are_found(part: Span, found: list[int]) -> None:
    assert WEATHER.marks.original.within(part)[:, MarkColumn.START].tolist() == found
