"""What the marks mean: a window with each mark as it is drawn, and what it says."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from facing_pages.marks.kinds import KIND_OF_STYLE, LINE_OF_STYLE, MERGED_GLYPH, MarkStyle
from facing_pages.page.layout.page_style import text_family
from facing_pages.page.painting.mark_painter import LINE_DROP, add_wave, draw_line, draw_waves
from facing_pages.session.page_settings import PageSettings
from facing_pages.ui.common.key_map import KeyMap
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.wording.finding_labels import FINDING_GLYPH
from facing_pages.viewmodel.wording.language import N_, tr

# Style, example, what it means.
ENTRIES: Final = (
    (
        MarkStyle.REWORDED,
        N_("quiet"),
        N_("Reworded: different words."),
    ),
    (MarkStyle.REORDERED, N_("at night"), N_("Reordered: the same words in another place.")),
    (MarkStyle.REMOVED, N_("slowly"), N_("Removed: only in the original.")),
    (MarkStyle.ADDED, N_("at last"), N_("Added: only in the rewrite.")),
    (
        MarkStyle.LIGHT_REWORDED,
        N_("has been"),
        N_(
            "A line without a fill: function words, or another form of the same word. Hidden until "
            "you show changes up to grammar."
        ),
    ),
    (
        MarkStyle.WHOLE_REWORDED,
        N_("It rained."),
        N_(
            "A paler fill and a bar: a whole sentence or a long run of words was added, removed or "
            "rewritten from scratch."
        ),
    ),
    (
        MarkStyle.MOVED_PHRASE,
        N_("by the sea"),
        N_("Moved: elsewhere in the other text. {other_end} goes to the other end."),
    ),
    (
        MarkStyle.MINOR,
        N_("“yes”"),
        N_(
            "Punctuation, kinds of quotation marks and dashes, spacing. Hidden until "
            "you show changes up to punctuation."
        ),
    ),
)
# Example and meaning of the mark of findings.
_FINDING: Final = (
    N_("45"),
    N_(
        "A finding: the meaning may have changed, as where 40 became 45. {next_finding} goes to "
        "the next one."
    ),
)
# Pixels: the width of a sample of a mark. By judgement.
LEGEND_SAMPLE_WIDTH: Final = 140


def show_legend(parent: QWidget, theme: Theme, keys: KeyMap) -> QDialog:
    """Open the legend, with the keys as they are now."""
    words = keys.words()
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("What the marks mean"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(2, 1)
    for row, (style, example, meaning) in enumerate(ENTRIES):
        glyph = QLabel(KIND_OF_STYLE[style].glyph)
        bold = QFont(glyph.font())
        bold.setBold(True)
        glyph.setFont(bold)
        label = QLabel(tr(meaning, **words))
        label.setWordWrap(True)
        grid.addWidget(glyph, row, 0, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(_Example(style, tr(example), theme), row, 1)
        grid.addWidget(label, row, 2)
    _add_finding(grid, theme, words)
    split = QLabel(
        tr(
            "A bracket in the middle: one sentence or paragraph was split into "
            "several, or several were merged into one."
        )
    )
    split.setWordWrap(True)
    grid.addWidget(QLabel(f"≺ {MERGED_GLYPH}"), len(ENTRIES) + 1, 0)
    grid.addWidget(split, len(ENTRIES) + 1, 2)
    foot = QLabel(
        tr("Each kind of change has its own line shape, so the marks differ even without colours.")
    )
    foot.setWordWrap(True)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 18, 20, 14)
    layout.setSpacing(14)
    layout.addLayout(grid)
    layout.addWidget(foot)
    layout.addWidget(buttons)
    dialog.resize(560, dialog.sizeHint().height())
    dialog.open()
    return dialog


def _add_finding(grid: QGridLayout, theme: Theme, words: dict[str, str]) -> None:
    """Explain the mark of findings below those of changes."""
    example, meaning = _FINDING
    glyph = QLabel(FINDING_GLYPH)
    label = QLabel(tr(meaning, **words))
    label.setWordWrap(True)
    grid.addWidget(glyph, len(ENTRIES), 0, Qt.AlignmentFlag.AlignCenter)
    grid.addWidget(_Example(None, tr(example), theme), len(ENTRIES), 1)
    grid.addWidget(label, len(ENTRIES), 2)


class _Example(QWidget):
    """A word with its mark, as it is drawn on the page; without a style, that of a finding."""

    def __init__(self, style: MarkStyle | None, text: str, theme: Theme) -> None:
        super().__init__()
        self._style = style
        self._text = text
        self._theme = theme
        self._font = QFont(text_family(PageSettings().family))
        self._font.setPointSizeF(self.font().pointSizeF() + 3)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return room for the word."""
        return QSize(LEGEND_SAMPLE_WIDTH, round(QFontMetricsF(self._font).height()) + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the word on the colour of the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.page)
        metrics = QFontMetricsF(self._font)
        width = metrics.horizontalAdvance(self._text)
        left = (self.width() - width) / 2
        baseline = (self.height() + metrics.ascent() - metrics.descent()) / 2
        fill = self._theme.finding_fill
        if self._style is not None:
            fill = self._theme.fill(self._style)
        if fill is not None:
            top = baseline - metrics.ascent()
            painter.fillRect(QRectF(left - 1, top, width + 2, metrics.height()), fill)
        painter.setFont(self._font)
        painter.setPen(self._theme.text)
        painter.drawText(QRectF(left, 0, width + 4, self.height()), _MIDDLE, self._text)
        if self._style is None:
            wave = QPainterPath()
            add_wave(wave, left, left + width, baseline + LINE_DROP)
            draw_waves(painter, wave, self._theme)
            return
        color = self._theme.lines[KIND_OF_STYLE[self._style]]
        if self._style is MarkStyle.WHOLE_REWORDED:
            bar = QLineF(left - 8, 6, left - 8, self.height() - 6)
            draw_line(painter, bar, LINE_OF_STYLE[self._style], color, self._theme.line_width)
            return
        y = baseline + LINE_DROP
        line = QLineF(left, y, left + width, y)
        draw_line(painter, line, LINE_OF_STYLE[self._style], color, self._theme.line_width)


_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
