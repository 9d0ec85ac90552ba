from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from facing_pages.core.model import Side, Span
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.page_parts import PageParts

from .conftest import STORY


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_nothing_is_copied_where_nothing_is_shown_or_selected(parts: PageParts) -> None:
    QGuiApplication.clipboard().setText("before")
    for copying in (PageParts().copying, parts.copying):
        copying.copy_selection()
        copying.copy_both()
        copying.copy_with_marks()
        assert copying.selected_text() == ""
    assert PageParts().copying.marked_data(Side.ORIGINAL, Span(0, 3)) is None
    assert clipboard() == "before"


def test_paragraphs_are_copied_on_lines_of_their_own(parts: PageParts, pair: PairView) -> None:
    parts.caret.select(Side.ORIGINAL, Span(0, pair.original.paragraph_span(1).end))
    parts.copying.copy_selection()
    assert clipboard() == f"{STORY[0]}\n{STORY[1]}"


def test_without_a_selection_the_sentence_of_the_caret_is_copied_with_both_sides(
    parts: PageParts, pair: PairView
) -> None:
    parts.caret.put(Side.REWRITE, pair.rewrite.paragraph_span(5).start + 4)
    parts.copying.copy_both()
    assert "On day 5 the keeper counted 8 boats" in clipboard()
    assert "On day 5 the keeper saw 8 boats" in clipboard()


def test_marks_are_copied_for_programs_that_take_them(parts: PageParts, pair: PairView) -> None:
    span = pair.rewrite.paragraph_span(5)
    data = parts.copying.marked_data(Side.REWRITE, span)
    assert data is not None
    assert data.text() == span.of(pair.rewrite.text)
    assert ">saw</span>" in data.html()
    parts.caret.put(Side.REWRITE, span.start)
    parts.copying.copy_with_marks()
    assert ">saw</span>" in QGuiApplication.clipboard().mimeData().html()
