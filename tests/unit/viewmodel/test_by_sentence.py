from __future__ import annotations

from dataclasses import replace

from facing_pages import compare
from facing_pages.core.model import Role, Side
from facing_pages.viewmodel.by_sentence import by_sentence
from facing_pages.viewmodel.pair_view import NO_CHANGES
from facing_pages.viewmodel.table_columns import ParagraphColumn
from tests.helpers.made_pairs import made_pair
from tests.helpers.one_column import view_of

A = "The lamp was quiet when she came down to it."
B = "Nobody had told her about the storm of the winter."
C = "The keeper sold his telescope to a travelling dentist."


def test_every_sentence_has_a_row_of_its_own() -> None:
    pages = view_of(compare(f"{A} {B}\n\n{C}", f"{A.replace('quiet', 'silent')} {B}\n\n{C}"))
    found = by_sentence(pages)
    assert [found.original.paragraph_text(n) for n in range(len(found.original))] == [A, B, C]
    assert found.row_count() == 3
    assert found.original.role(1) is Role.PROSE
    assert found.original.by_paragraph is pages.original
    assert found.original.text == pages.original.text


def test_the_first_sentence_of_a_turn_has_its_label() -> None:
    text = f"ANNA: {A} {B}\n\nPAUL: {C}\n\nANNA: {A}"
    found = by_sentence(view_of(compare(text, text))).original
    labels = found.paragraphs[:, ParagraphColumn.LABEL].tolist()
    assert labels == [len("ANNA:"), 0, len("PAUL:"), len("ANNA:")]


def test_changes_stand_in_the_rows_of_their_sentences() -> None:
    pages = view_of(compare(f"{A} {B}", f"{A} {B.replace('winter', 'year')} {C}"))
    found = by_sentence(pages)
    entries = [found.changes.entry(n) for n in range(len(found.changes))]
    assert [(entry.row, entry.other_row) for entry in entries] == [(1, 1), (2, 2)]
    assert [pages.changes.entry(n).row for n in range(len(pages.changes))] == [0, 0]
    assert found.row_of(Side.REWRITE, 2) == 2


def test_what_was_made_before_serves_again_while_the_links_are_the_same() -> None:
    pages = view_of(compare(f"{A} {B}", f"{A} {B}"))
    before = by_sentence(pages)
    again = by_sentence(replace(pages, changes=NO_CHANGES), before)
    assert again.rows is before.rows
    assert again.original is before.original


def test_before_the_pair_is_aligned_it_is_as_it_is() -> None:
    pages = replace(view_of(compare(A, A)), is_aligned=False)
    assert by_sentence(pages) is pages


def rows_of_changes(
    original: str, rewrite: str, links: str, changes: list[tuple[str, str, str]], paragraphs: str
) -> list[tuple[str, int, int]]:
    """Return the kind of each change and its rows by sentence."""
    pages = made_pair(original, rewrite, links, paragraphs=paragraphs, changes=changes)
    found = by_sentence(pages).changes
    entries = [found.entry(number) for number in range(len(found))]
    return [(entry.kind.name, entry.row, entry.other_row) for entry in entries]


def test_a_change_in_a_sentence_that_moved_has_a_row_on_either_side() -> None:
    found = rows_of_changes(
        "It rained. It snowed.",
        "It thawed. It rained.",
        "0=1 1~0",
        [("reworded", "snowed", "thawed")],
        "0=0",
    )
    assert found == [("MOVED", 2, 0), ("REWORDED", 2, 0)]


def test_the_first_row_of_the_original_may_face_a_later_one() -> None:
    found = rows_of_changes("It rained. It snowed.", "It snowed. It rained.", "1=0 0~1", [], "0=0")
    assert found == [("MOVED", 0, 2)]


def test_what_one_side_has_alone_stands_in_its_row_only() -> None:
    found = rows_of_changes(
        "It rained. It snowed.",
        "It rained. It thawed.",
        "0=0 1=- -=1",
        [("removed", "It snowed.", ""), ("added", "", "It thawed.")],
        "0=0",
    )
    assert found == [("REMOVED", 1, 1), ("ADDED", 2, 2)]


def test_all_sentences_are_removed_where_the_rewrite_is_empty() -> None:
    found = rows_of_changes(
        "It rained.\n\nIt snowed.",
        "",
        "0=- 1=-",
        [("removed", "It rained.", ""), ("removed", "It snowed.", "")],
        "0=- 1=-",
    )
    assert found == [("REMOVED", 0, 0), ("REMOVED", 1, 1)]


def test_changes_of_a_row_come_in_the_order_of_the_original_the_stronger_first() -> None:
    found = rows_of_changes(
        "Rain fell.",
        "Then snow fell. Sleet fell.",
        "0=0+1",
        [("reworded", "Rain", "Sleet"), ("added", "", "snow")],
        "0=0",
    )
    assert [kind for kind, _, _ in found] == ["REWORDED", "SPLIT", "ADDED"]


def test_a_pair_without_changes_keeps_its_table() -> None:
    pages = made_pair("It rained.", "It rained.", "0=0")
    assert by_sentence(pages).changes is pages.changes
