from __future__ import annotations

import pickle

from facing_pages import compare
from facing_pages.core.model import LinkKind, Side
from facing_pages.marks.kinds import MarkStyle, ViewKind
from facing_pages.viewmodel.build_view import aligned_rows, change_table, side_text
from facing_pages.viewmodel.pair_view import PairView

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
