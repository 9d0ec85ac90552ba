from __future__ import annotations

import pytest

from facing_pages.core.both import Both
from facing_pages.core.model import (
    Change,
    ChangeKind,
    Document,
    Emphasis,
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
    Statistics,
)
from facing_pages.marks.kinds import MarkStyle, ViewKind
from facing_pages.marks.rows import Row
from facing_pages.viewmodel.build_view import (
    aligned_rows,
    change_table,
    paired_rows,
    side_text,
    unaligned_rows,
)
from facing_pages.viewmodel.pair_view import ChangeTable, SetBy
from tests.helpers.made_pairs import made_alignment, made_document, made_pair

TWO = "The lamp was lit. Nobody came.\n\nIt snowed."
THREE = "The lamp was lit. Nobody came.\n\nIt rained.\n\nIt snowed."


def test_a_text_is_shown_with_all_that_is_known_of_it() -> None:
    repairs = (Repair(Span(2, 3), "\x92", RepairKind.LOST_QUOTE),)
    document = Document(
        "diary.md",
        "The sea\n\nIt rained on.",
        (Paragraph(Span(0, 7), Role.HEADING, 2), Paragraph(Span(9, 22))),
        repairs=repairs,
        encoding="utf-8",
        encoding_is_certain=False,
        emphasis=(Emphasis(Span(9, 11), EmphasisKind.BOLD),),
        format="Markdown",
        is_complete=False,
    )
    text = side_text(document)
    assert (text.role(0), text.level(0), text.role(1), text.level(1)) == (
        Role.HEADING,
        2,
        Role.PROSE,
        0,
    )
    assert text.emphasis_in(Span(0, 22)) == [(Span(9, 11), EmphasisKind.BOLD)]
    assert text.document() == document


def test_labels_stay_labels() -> None:
    text = "Night | 1 | no light\n\nANNA: So a | b."
    paragraphs = (Paragraph(Span(0, 20), Role.TABLE_ROW), Paragraph(Span(22, 36), label=5))
    document = Document("diary.md", text, paragraphs)
    assert side_text(document).document() == document


def test_before_anything_is_known_paragraphs_stand_side_by_side() -> None:
    rows = unaligned_rows(made_document(TWO), made_document(THREE))
    found = [rows.row(number) for number in range(len(rows.rows))]
    assert found == [
        Row(Span(0, 1), Span(0, 1), LinkKind.REWORDED),
        Row(Span(1, 2), Span(1, 2), LinkKind.REWORDED),
        Row(Span(2, 2), Span(2, 3), LinkKind.REWORDED),
    ]
    assert [len(rows.links), len(rows.by_sentence), *map(len, rows.sentences)] == [0, 0, 0, 0]


def test_paired_rows_go_on_where_the_shorter_side_ends() -> None:
    rows = paired_rows(Span(3, 5), Span(7, 8))
    assert rows[:, :4].tolist() == [[3, 4, 7, 8], [4, 5, 8, 8]]


def test_linked_paragraphs_and_linked_sentences_stand_level() -> None:
    documents = Both(made_document(TWO), made_document(THREE))
    alignment = made_alignment(documents, "0=0 1=1 2=3 -=2", "0=0 1=2 -=1")
    rows = aligned_rows(*documents, alignment)
    assert [tuple(rows.row(n)[:3]) for n in range(len(rows.rows))] == [
        (Span(0, 1), Span(0, 1), LinkKind.REWORDED),
        (Span(1, 1), Span(1, 2), LinkKind.ADDED),
        (Span(1, 2), Span(2, 3), LinkKind.REWORDED),
    ]
    assert rows.by_sentence[:, :4].tolist() == [
        [0, 1, 0, 1],
        [1, 2, 1, 2],
        [2, 2, 2, 3],
        [2, 3, 3, 4],
    ]


def test_every_sentence_knows_its_link() -> None:
    pages = made_pair(TWO, THREE, "0+1=0+1 2=3 -=2", paragraphs="0=0 1=2 -=1")
    assert [pages.link_of(Side.ORIGINAL, sentence) for sentence in range(3)] == [0, 0, 1]
    assert [pages.link_of(Side.REWRITE, sentence) for sentence in range(4)] == [0, 0, 2, 1]
    assert [pages.sentence_span(Side.ORIGINAL, n) for n in range(3)] == [
        (0, 17),
        (18, 30),
        (32, 42),
    ]


def test_a_link_has_its_sentences_its_kind_and_its_confidence() -> None:
    pages = made_pair(TWO, THREE, "0+1=0:57 2~3 -=1 -=2", paragraphs="0=0 1~2 -=1")
    merged, moved, added, _ = (pages.rows.link(number) for number in range(4))
    assert merged == (Span(0, 2), Span(0, 1), LinkKind.MERGED, False, 0.57, SetBy.PROGRAM)
    assert (moved.moved, moved.confidence, moved.original) == (True, 1.0, Span(2, 3))
    assert (added.original, added.rewrite, added.kind) == (
        Span(-1, -1),
        Span(1, 2),
        LinkKind.ADDED,
    )


@pytest.mark.parametrize(
    ("pin", "wanted"),
    [
        (Pin((0,), (0,)), [SetBy.PERSON, SetBy.PROGRAM, SetBy.PROGRAM, SetBy.PROGRAM]),
        (Pin((1,), ()), [SetBy.PROGRAM, SetBy.PERSON, SetBy.PROGRAM, SetBy.PROGRAM]),
        (
            Pin((1,), (1,), together=False),
            [SetBy.PROGRAM, SetBy.PERSON_APART, SetBy.PERSON_APART, SetBy.PROGRAM],
        ),
        # A sentence that a person unlinked from one may be linked with another by the program.
        (
            Pin((0,), (1,), together=False),
            [SetBy.PROGRAM, SetBy.PROGRAM, SetBy.PERSON_APART, SetBy.PROGRAM],
        ),
        # The numbers of one side say nothing of the other.
        (
            Pin((2,), (0,), together=False),
            [SetBy.PROGRAM, SetBy.PROGRAM, SetBy.PROGRAM, SetBy.PROGRAM],
        ),
    ],
)
def test_a_pin_tells_which_links_a_person_set(pin: Pin, wanted: list[SetBy]) -> None:
    pages = made_pair(TWO, TWO, "0=0 1=- -=1 2=2", paragraphs="0=0 1=1", pins=[pin])
    assert [pages.rows.link(number).set_by for number in range(4)] == wanted


def listed(*changes: Change, statistics: Statistics | None = None) -> ChangeTable:
    """Return the table of changes of a pair with one link."""
    documents = (made_document("The lamp was quiet."), made_document("The lamp was silent."))
    alignment = made_alignment(Both(*documents), "0=0")
    rows = aligned_rows(*documents, alignment)
    return change_table(documents, rows, alignment, changes, done=0.5, statistics=statistics)


def test_a_change_knows_its_words_its_rows_and_why_they_are_linked() -> None:
    change = Change(
        ChangeKind.REWORDED, Span(13, 18), Span(13, 19), 0, LinkReason.SYNONYM, confidence=0.87
    )
    table = listed(change)
    assert table.entry(0) == (
        ViewKind.REWORDED,
        MarkStyle.REWORDED,
        Span(13, 18),
        Span(13, 19),
        0,
        0,
        0,
        LinkReason.SYNONYM,
        0.87,
        0,
    )
    assert table.done == 0.5


@pytest.mark.parametrize(
    ("reason", "confidence"), [(None, None), (None, 0.9), (LinkReason.EQUAL, None)]
)
def test_words_without_a_reason_have_no_confidence(
    reason: LinkReason | None, confidence: float | None
) -> None:
    change = Change(ChangeKind.REWORDED, Span(13, 18), Span(13, 19), 0, reason, confidence)
    entry = listed(change).entry(0)
    assert (entry.reason, entry.confidence) == (None, None)


def test_a_side_without_words_is_nowhere() -> None:
    removed = Change(ChangeKind.REMOVED, Span(13, 18), None, 0)
    added = Change(ChangeKind.ADDED, None, Span(13, 19), 0)
    table = listed(removed, added)
    assert [table.entry(n)[2:4] for n in range(2)] == [(Span(13, 18), None), (None, Span(13, 19))]


def test_changes_stand_in_the_rows_of_their_paragraphs() -> None:
    pages = made_pair(
        "It rained. It froze.\n\nIt snowed.",
        "It snowed.\n\nIt rained. It thawed.",
        "0=1 1=2 2~0",
        paragraphs="0=1 1~0",
        changes=[("reworded", "froze", "thawed")],
    )
    entries = [pages.changes.entry(n) for n in range(len(pages.changes))]
    assert [(entry.kind, entry.row, entry.other_row) for entry in entries] == [
        (ViewKind.REWORDED, 1, 1),
        (ViewKind.MOVED, 2, 0),
    ]


def test_statistics_come_with_the_changes_once_all_are_known() -> None:
    counted = Statistics(original_words=4)
    assert listed(statistics=counted).statistics is counted
    assert listed().statistics is None


def test_tables_without_rows_have_their_columns() -> None:
    assert listed().table.shape == (0, 11)
