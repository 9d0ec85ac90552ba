"""The inspector: the current sentence and its counterpart, word by word, and why they belong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QScrollArea,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facing_pages.core.model import LinkReason, Side, WordLink
from facing_pages.core.splitting.words import split_words
from facing_pages.marks.kinds import ViewKind
from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.tables import use_tall_lines
from facing_pages.ui.common.theme import Theme
from facing_pages.ui.comparison.correction_buttons import CorrectionButtons
from facing_pages.ui.comparison.findings.sentence_findings import SentenceFindings
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.pair_view import SIDES, PairView
from facing_pages.viewmodel.wording.labels import link_facts, reason_text
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.side_names import side_title

# Pixels: the width of the panel at first, the least height of a line, and what is left free around
# the words. By judgement.
INSPECTOR_WIDTH: Final = 300
INSPECTOR_LINE: Final = 22
INSPECTOR_PADDING: Final = 10
_VERTICAL_CENTER: Final = Qt.AlignmentFlag.AlignVCenter


class LinkedWords(QWidget):
    """The words of both sentences in two columns, with lines between those that are linked."""

    word_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: dict[Side, list[str]] = {side: [] for side in SIDES}
        self._starts: dict[Side, dict[int, int]] = {side: {} for side in SIDES}
        self.links: tuple[WordLink, ...] = ()
        self._chosen: int | None = None
        self.setAccessibleName(tr("Words that belong together"))

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.update()

    def show_sentences(self, pages: PairView, link: int) -> None:
        """Show the words of a sentence link, not linked yet."""
        self.links, self._chosen = (), None
        for side in SIDES:
            spans = [
                span
                for sentence in pages.sentence_spans(side, link)
                for span in split_words(pages.text(side).text, sentence)
            ]
            self._words[side] = [span.of(pages.text(side).text) for span in spans]
            self._starts[side] = {span.start: k for k, span in enumerate(spans)}
        self._resize()

    def show_links(self, links: tuple[WordLink, ...]) -> None:
        """Draw which words are linked."""
        self.links = links
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._words = {side: [] for side in SIDES}
        self.links = ()
        self._resize()

    def choose(self, link: int | None) -> None:
        """Bring one link out."""
        self._chosen = link
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the longer of both sentences."""
        return QSize(
            INSPECTOR_WIDTH,
            self._line() * max(map(len, self._words.values())) + 2 * INSPECTOR_PADDING,
        )

    def _resize(self) -> None:
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    def _line(self) -> int:
        return max(INSPECTOR_LINE, QFontMetrics(self.font()).height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the words and draw the lines."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.page)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column = self.width() * 2 // 5
        linked: dict[Side, set[int]] = {side: set() for side in SIDES}
        for number, link in enumerate(self.links):
            ends = self._ends(link)
            if ends is not None:
                linked[Side.ORIGINAL].add(ends[0])
                linked[Side.REWRITE].add(ends[1])
                self._paint_link(painter, link, ends, column, is_chosen=number == self._chosen)
        for side in SIDES:
            for k, word in enumerate(self._words[side]):
                self._paint_word(painter, side, k, word, column, is_linked=k in linked[side])

    def _ends(self, link: WordLink) -> tuple[int, int] | None:
        start = self._starts[Side.ORIGINAL].get(link.original.start)
        end = self._starts[Side.REWRITE].get(link.rewrite.start)
        return None if start is None or end is None else (start, end)

    def _paint_link(
        self,
        painter: QPainter,
        link: WordLink,
        ends: tuple[int, int],
        column: int,
        *,
        is_chosen: bool,
    ) -> None:
        is_equal = link.reason is LinkReason.EQUAL
        color = self._theme.border if is_equal else self._theme.lines[ViewKind.REWORDED]
        if is_chosen:
            color = self._theme.focus
        painter.setPen(QPen(color, 2.2 if is_chosen else 1.0 if is_equal else 1.6))
        left, right = column + 4.0, self.width() - column - 4.0
        ys = [INSPECTOR_PADDING + (end + 0.5) * self._line() for end in ends]
        middle = (left + right) / 2
        path = QPainterPath(QPointF(left, ys[0]))
        path.cubicTo(QPointF(middle, ys[0]), QPointF(middle, ys[1]), QPointF(right, ys[1]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_word(
        self, painter: QPainter, side: Side, k: int, word: str, column: int, *, is_linked: bool
    ) -> None:
        is_left = side is Side.ORIGINAL
        x = INSPECTOR_PADDING if is_left else self.width() - column
        box = QRect(
            x, INSPECTOR_PADDING + k * self._line(), column - INSPECTOR_PADDING, self._line()
        )
        font = QFont(self.font())
        kind = ViewKind.REMOVED if is_left else ViewKind.ADDED
        is_alone = bool(self.links) and not is_linked and any(map(str.isalnum, word))
        font.setItalic(is_alone)
        painter.setFont(font)
        painter.setPen(self._theme.lines[kind] if is_alone else self._theme.text)
        text = QFontMetrics(font).elidedText(word, Qt.TextElideMode.ElideRight, box.width())
        side_flag = Qt.AlignmentFlag.AlignRight if is_left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side_flag | _VERTICAL_CENTER, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the link of the word pressed."""
        k = int((event.position().y() - INSPECTOR_PADDING) // self._line())
        side = 0 if event.position().x() < self.width() / 2 else 1
        for number, link in enumerate(self.links):
            ends = self._ends(link)
            if ends is not None and ends[side] == k:
                self.word_chosen.emit(number)
                return


class Inspector(QWidget):
    """What is known of the sentence under the eye."""

    def __init__(
        self, theme: Theme, commands: CommandActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(220)
        self._pages: PairView | None = None
        self.link: int | None = None
        self._links: tuple[WordLink, ...] = ()
        title = QLabel(tr("Inspector"))
        bold = QFont(title.font())
        bold.setBold(True)
        title.setFont(bold)
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.findings = SentenceFindings(commands)
        self.words = LinkedWords(theme)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.words)
        self.table = QTreeWidget()
        self.table.setAccessibleName(tr("Words that were reworded, and why they belong together"))
        use_tall_lines(self.table)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setHeaderLabels([*(side_title(side) for side in SIDES), tr("Why")])
        self.table.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(scroll)
        parts.addWidget(self.table)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setSizes([520, 260])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.addWidget(title)
        layout.addWidget(self.facts)
        layout.addWidget(self.findings)
        layout.addWidget(parts, 1)
        self.buttons = CorrectionButtons(commands)
        self.buttons.hide()
        layout.addWidget(self.buttons)
        self.words.word_chosen.connect(self._choose)
        self.table.currentItemChanged.connect(self._bring_out)
        self.show_nothing()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.words.set_theme(theme)

    def set_findings(self, shown: ShownFindings) -> None:
        """Say which of these findings are in the sentence shown."""
        self.findings.set_findings(shown)

    def show_nothing(self) -> None:
        """Say how to use the inspector."""
        self.link = None
        self.facts.setText(tr("Click a sentence, or go to a change."))
        self.findings.show_link(None)
        self.words.clear()
        self.table.clear()

    def shows(self, pages: PairView, link: int) -> bool:
        """Tell whether a link of these rows is what is shown already."""
        return (
            self.link == link
            and self._pages is not None
            and self._pages.rows.links is pages.rows.links
        )

    def show_link(self, pages: PairView, link: int) -> None:
        """Show a sentence link; its words are linked once `show_words` comes."""
        self._pages, self.link = pages, link
        self.facts.setText(link_facts(pages, link))
        self.findings.show_link(link)
        self.words.show_sentences(pages, link)
        self.table.clear()

    def show_words(self, link: int, links: Sequence[WordLink]) -> None:
        """Link the words of the sentences shown."""
        if link != self.link or self._pages is None:
            return
        self._links = tuple(links)
        self.words.show_links(self._links)
        self.table.clear()
        for number, entry in enumerate(self._links):
            if entry.reason is LinkReason.EQUAL:
                continue
            texts = [
                entry.original.of(self._pages.original.text),
                entry.rewrite.of(self._pages.rewrite.text),
            ]
            why = reason_text(entry.reason, entry.confidence)
            item = QTreeWidgetItem([*texts, why])
            item.setData(0, Qt.ItemDataRole.UserRole, number)
            item.setToolTip(2, why)
            self.table.addTopLevelItem(item)

    def _choose(self, number: int) -> None:
        self.words.choose(number)
        for k in range(self.table.topLevelItemCount()):
            item = self.table.topLevelItem(k)
            if item is not None and item.data(0, Qt.ItemDataRole.UserRole) == number:
                self.table.setCurrentItem(item)

    def _bring_out(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.words.choose(item.data(0, Qt.ItemDataRole.UserRole))
