"""Copying: what is selected, for other programs, as plain text, with both sides, or with marks."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import KIND_OF_STYLE, MarkStyle
from facing_pages.page.layout.selection import sentence_span
from facing_pages.page.page_model import PageModel
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.copying import both_texts, clean_text, marked_html


class CopyController:
    """Where nothing is selected, the sentence the reader is at is copied with marks or sides."""

    def __init__(self, model: PageModel) -> None:
        self._model = model

    def selected_text(self) -> str:
        """Return the selected text, "" if nothing is selected."""
        selected, pages = self._model.highlights.selected, self._model.pages
        if selected is None or pages is None:
            return ""
        return clean_text(pages.text(selected[0]), selected[1])

    def copy_selection(self) -> None:
        """Put the selected text on the clipboard."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    def copy_both(self) -> None:
        """Put the selection, or the current sentence, and what faces it on the clipboard."""
        place, pages = self._copied_place(), self._model.pages
        if place is not None and pages is not None:
            QGuiApplication.clipboard().setText(both_texts(pages, *place))

    def copy_with_marks(self) -> None:
        """Put the selection, or the current sentence, on the clipboard as text with its marks."""
        place = self._copied_place()
        if place is not None and (data := self.marked_data(*place)) is not None:
            QGuiApplication.clipboard().setMimeData(data)

    def marked_data(self, side: Side, span: Span) -> QMimeData | None:
        """Return a part of a side for another program: plain, and with its marks.

        None while nothing is shown.
        """
        layout = self._model.layout
        if layout is None:
            return None
        data = QMimeData()
        data.setText(clean_text(layout.shown.pages.text(side), span))
        data.setHtml(marked_html(layout.shown, side, span, _mark_colors(self._model.theme)))
        return data

    def _copied_place(self) -> tuple[Side, Span] | None:
        selected, pages = self._model.highlights.selected, self._model.pages
        if selected is not None or pages is None:
            return selected
        watched = self._model.watched_places()
        if not watched:
            return None
        side, position = watched[0]
        return side, sentence_span(pages, side, position)


def _mark_colors(theme: Theme) -> dict[MarkStyle, tuple[str, str]]:
    """Return the names of the fill and the line of each style of mark; "" without a fill."""
    colors: dict[MarkStyle, tuple[str, str]] = {}
    for style, kind in KIND_OF_STYLE.items():
        fill = theme.fill(style)
        colors[style] = (fill.name() if fill else "", theme.lines[kind].name())
    return colors
