from __future__ import annotations

from dataclasses import replace

from facing_pages import compare
from facing_pages.core.model import Role, Side
from facing_pages.viewmodel.by_sentence import by_sentence
from facing_pages.viewmodel.pair_view import NO_CHANGES
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
