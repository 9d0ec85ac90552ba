"""Fonts and measures of the page: what follows from the window's width and the reader's choices."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

from facing_pages.core.model import Role, Side

# Pixels between the text columns that the gutter takes, and from the edge to the text.
GUTTER: Final = 56
MARGIN: Final = 24
# Characters in a line that read best (Bringhurst), and line height in font heights.
COLUMN_CHARACTERS: Final = 66
LINE_SPACING: Final = 1.32
# Space between paragraphs and between lines of verse, in line heights.
PARAGRAPH_GAP: Final = 0.75
VERSE_GAP: Final = 0.12
SMALLEST_COLUMN: Final = 120
BASE_POINTS: Final = 12.0

_SERIFS: Final = (
    "Charter",
    "Georgia",
    "Source Serif 4",
    "Source Serif Pro",
    "Noto Serif",
    "Liberation Serif",
    "DejaVu Serif",
)
_HEADING_SCALE: Final = {1: 1.35, 2: 1.15, 3: 1.05}


@cache
def text_family() -> str:
    """Return the first good serif that is installed."""
    installed = set(QFontDatabase.families())
    for family in _SERIFS:
        if family in installed:
            return family
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


@dataclass(frozen=True)
class PageStyle:
    """Measures in pixels. `original_x` and `rewrite_x` are where the columns start."""

    zoom: int
    column_width: float
    original_x: float
    rewrite_x: float
    line_height: int
    average_advance: float
    font: QFont
    note_font: QFont

    @property
    def paragraph_gap(self) -> int:
        """Return the space below a paragraph."""
        return round(PARAGRAPH_GAP * self.line_height)

    @property
    def verse_gap(self) -> int:
        """Return the space below a line of verse."""
        return round(VERSE_GAP * self.line_height)

    @property
    def gutter_x(self) -> float:
        """Return the middle of the gutter."""
        return (self.original_x + self.column_width + self.rewrite_x) / 2

    def column_x(self, side: Side) -> float:
        """Return where a side's text starts."""
        return self.original_x if side is Side.ORIGINAL else self.rewrite_x

    def side_at(self, x: float) -> Side | None:
        """Return the side whose column is at `x`, None in the gutter."""
        if abs(x - self.gutter_x) < GUTTER / 2 - 4:
            return None
        return Side.ORIGINAL if x < self.gutter_x else Side.REWRITE

    def font_for(self, role: Role, level: int) -> QFont:
        """Return the font of a paragraph."""
        if role is not Role.HEADING:
            return self.font
        return _heading_font(self.font, min(3, max(1, level)))

    def indent_for(self, role: Role, level: int) -> float:
        """Return how far a paragraph is set in."""
        if role is Role.QUOTE:
            return 1.4 * self.line_height * max(1, level)
        if role is Role.LIST_ITEM:
            return 0.9 * self.line_height * max(1, level)
        return 0.0


def make_page_style(width: int, zoom: int) -> PageStyle:
    """Return the measures for a page of `width` pixels at a zoom in per cent."""
    font = _text_font(zoom)
    metrics = QFontMetricsF(font)
    advance = metrics.averageCharWidth()
    wanted = round(COLUMN_CHARACTERS * _prose_advance(metrics))
    room = (width - 2 * MARGIN - GUTTER) / 2
    column = max(float(SMALLEST_COLUMN), min(float(wanted), room))
    left = max(float(MARGIN), (width - 2 * column - GUTTER) / 2)
    note = QFont(QGuiApplication.font())
    note.setPointSizeF(max(7.0, note.pointSizeF() * zoom / 100))
    return PageStyle(
        zoom=zoom,
        column_width=column,
        original_x=left,
        rewrite_x=left + column + GUTTER,
        line_height=round(metrics.height() * LINE_SPACING),
        average_advance=_prose_advance(metrics) or advance,
        font=font,
        note_font=note,
    )


def _text_font(zoom: int) -> QFont:
    font = QFont(text_family())
    font.setPointSizeF(BASE_POINTS * zoom / 100)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _prose_advance(metrics: QFontMetricsF) -> float:
    """Return the width of a character of English prose, spaces included, on average."""
    sample = "the harbour was quiet when she came down to it, and nobody had told her "
    return metrics.horizontalAdvance(sample) / len(sample)


@cache
def _heading_font_of(family: str, points: float, level: int) -> QFont:
    font = QFont(family)
    font.setPointSizeF(points * _HEADING_SCALE[level])
    font.setWeight(QFont.Weight.DemiBold)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _heading_font(font: QFont, level: int) -> QFont:
    return _heading_font_of(font.family(), font.pointSizeF(), level)
