"""Fonts and measures of the page: what follows from the window's width and the reader's choices."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

from facing_pages.core.model import Role, Side
from facing_pages.core.resources import resource
from facing_pages.page.layout.paragraph_form import indent_of
from facing_pages.session.page_settings import PageSettings
from facing_pages.viewmodel.modes import Mode

# All in pixels and by judgement, for the default size. The gutter between two columns is wider with
# ribbons in it, and half as wide beside a single column.
GUTTER: Final = 56
RIBBON_GUTTER: Final = 84
# From the edge of the page to the text. By judgement, as the sizes below.
PAGE_MARGIN: Final = 24
# Around the number of a sentence.
NUMBER_SPACE: Final = 22
# Space between lines of verse, in line heights: seen as one stanza.
VERSE_GAP: Final = 0.12
# Space between sentences that stand each on a line of its own, in line heights.
SENTENCE_GAP: Final = 0.4
# Pixels a column keeps in a window that is too narrow for it. By judgement.
MIN_COLUMN: Final = 120
# Pixels that lines lose at their end on average at the default size: some half a word of English.
# By judgement; measured on a novel and its abridgement, in columns of 300 and of 486 pixels: 24.
# And what a line is taken to have left at least.
LINE_LOSS: Final = 22
MIN_LINE: Final = 40.0
# Characters a line needs for two columns to read better than one, by judgement.
MIN_TWO_COLUMNS: Final = 45

SANS_SERIF: Final = "sans-serif"
_FACES: Final = ("Regular", "It", "Semibold", "SemiboldIt")
_SERIFS: Final = ("Charter", "Georgia", "Noto Serif", "Liberation Serif", "DejaVu Serif")
# Sizes of headings of level 1, 2, 3 and below, as shares of that of the text. By judgement.
_HEADING_SCALE: Final = {1: 1.35, 2: 1.15, 3: 1.05}


@cache
def bundled_family() -> str:
    """Return the family of the bundled text face, loaded when first asked for.

    Where it cannot be loaded, the first good serif that is installed stands in for it.
    """
    numbers = [
        QFontDatabase.addApplicationFont(str(resource(f"fonts/SourceSerif4-{face}.ttf")))
        for face in _FACES
    ]
    if numbers[0] >= 0:
        return str(QFontDatabase.applicationFontFamilies(numbers[0])[0])
    installed = set(QFontDatabase.families())
    return next((family for family in _SERIFS if family in installed), _system_family())


def text_family(name: str) -> str:
    """Return the family meant by the name of one in the settings."""
    if not name:
        return bundled_family()
    return _system_family() if name == SANS_SERIF else name


def _system_family() -> str:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


@dataclass(frozen=True)
class PageStyle:
    """Measures in pixels. `original_x` and `rewrite_x` are where the columns start.

    With a single column both start at the same place, and `gutter_x` is left of it. Before each
    column there is room of `number_width` for the numbers of its sentences. `levels_sentences`
    tells that linked sentences start level too, and not only rows.
    """

    mode: Mode
    column_width: float
    original_x: float
    rewrite_x: float
    gutter_x: float
    line_height: int
    paragraph_gap: int
    average_advance: float
    font: QFont
    note_font: QFont
    number_width: float = 0.0
    levels_sentences: bool = False

    @property
    def line_characters(self) -> float:
        """Return how many characters a line holds on average, what it loses at its end left out."""
        return max(MIN_LINE, self.column_width - LINE_LOSS) / self.average_advance

    @property
    def columns(self) -> tuple[Side, ...]:
        """Return the sides that have a column."""
        return self.mode.columns

    @property
    def verse_gap(self) -> int:
        """Return the space below a line of verse."""
        return round(VERSE_GAP * self.line_height)

    @property
    def gutter_width(self) -> int:
        """Return how wide the gutter is."""
        if len(self.columns) == 1:
            return GUTTER // 2
        return RIBBON_GUTTER if self.mode is Mode.FLOWING else GUTTER

    def column_x(self, side: Side) -> float:
        """Return where a side's text starts."""
        return self.original_x if side is Side.ORIGINAL else self.rewrite_x

    def side_at(self, x: float) -> Side | None:
        """Return the side whose column is at `x`, None in the gutter."""
        if abs(x - self.gutter_x) < self.gutter_width / 2 - 4:
            return None
        if len(self.columns) == 1:
            return self.columns[0]
        return Side.ORIGINAL if x < self.gutter_x else Side.REWRITE

    def is_on_number(self, point: QPointF, side: Side) -> bool:
        """Tell whether a point is where the numbers of a side's sentences stand."""
        if self.mode is not Mode.ALIGN:
            return False
        left = self.column_x(side)
        return left - self.number_width <= point.x() < left - 2

    def font_for(self, role: Role, level: int) -> QFont:
        """Return the font of a paragraph."""
        if role is not Role.HEADING:
            return self.font
        return _heading_font(self.font, min(3, max(1, level)))

    def indent_for(self, role: Role, level: int) -> float:
        """Return how far a paragraph is set in."""
        return indent_of(role, level, self.line_height)


def make_page_style(
    width: int,
    reading: PageSettings,
    zoom: int = 100,
    mode: Mode = Mode.SIDE_BY_SIDE,
    *,
    levels_sentences: bool = True,
) -> PageStyle:
    """Return the measures for a page of `width` pixels at a zoom in per cent.

    Sentences are brought level in paragraphs that stand side by side; elsewhere they have no
    counterpart beside them, or a row of their own.
    """
    font = _text_font(reading, zoom)
    metrics = QFontMetricsF(font)
    advance = prose_advance(font)
    em = metrics.height() if font.pixelSize() < 0 else font.pixelSize()
    line_height = round(max(em * reading.line_spacing, 1.08 * metrics.height()))
    wanted = round(reading.characters * advance)
    gap = SENTENCE_GAP if mode is Mode.ALIGN else reading.paragraph_spacing
    columns = len(mode.columns)
    note = QFont(QGuiApplication.font())
    note.setPointSizeF(max(7.0, note.pointSizeF() * zoom / 100))
    numbers = _number_width(note) if mode is Mode.ALIGN else 0.0
    gutter = numbers + (RIBBON_GUTTER if mode is Mode.FLOWING else GUTTER)
    width -= round(numbers)
    room = (
        (width - 2 * PAGE_MARGIN - gutter) / 2
        if columns == 2
        else width - 2 * PAGE_MARGIN - GUTTER // 2
    )
    column = max(float(MIN_COLUMN), min(float(wanted), room))
    used = 2 * column + gutter if columns == 2 else column
    left = (
        max(float(PAGE_MARGIN) + (GUTTER // 2 if columns == 1 else 0), (width - used) / 2) + numbers
    )
    rewrite_x = left + column + gutter if columns == 2 else left
    return PageStyle(
        mode=mode,
        column_width=column,
        original_x=left,
        rewrite_x=rewrite_x,
        gutter_x=left + column + (gutter - numbers) / 2 if columns == 2 else left - GUTTER // 2,
        line_height=line_height,
        paragraph_gap=round(gap * line_height),
        average_advance=advance,
        font=font,
        note_font=note,
        number_width=numbers,
        levels_sentences=levels_sentences and mode is Mode.SIDE_BY_SIDE,
    )


def fits_two_columns(width: int, reading: PageSettings, zoom: int) -> bool:
    """Tell whether two columns of readable width have room in `width` pixels."""
    characters = min(MIN_TWO_COLUMNS, reading.characters)
    column = characters * prose_advance(_text_font(reading, zoom))
    return width >= 2 * column + GUTTER + 2 * PAGE_MARGIN


def _text_font(reading: PageSettings, zoom: int) -> QFont:
    font = QFont(text_family(reading.family))
    screen = QGuiApplication.primaryScreen()
    dots = screen.logicalDotsPerInchY() if screen is not None else 96.0
    pixels = max(5, round(reading.points * zoom / 100 * dots / 72))
    font.setPixelSize(pixels)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if reading.letter_spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, reading.letter_spacing * pixels)
    if reading.word_spacing:
        font.setWordSpacing(reading.word_spacing * pixels)
    return font


def _number_width(font: QFont) -> float:
    """Return the room that the number of a sentence takes before it."""
    return QFontMetricsF(font).horizontalAdvance("99999") + NUMBER_SPACE


def prose_advance(font: QFont) -> float:
    """Return the width of a character of English prose, spaces included, on average."""
    sample = "the harbour was quiet when she came down to it, and nobody had told her "
    return QFontMetricsF(font).horizontalAdvance(sample) / len(sample)


@cache
def _heading_font_of(key: str, level: int) -> QFont:
    font = QFont()
    font.fromString(key)
    font.setPixelSize(round(font.pixelSize() * _HEADING_SCALE[level]))
    font.setWeight(QFont.Weight.DemiBold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _heading_font(font: QFont, level: int) -> QFont:
    return _heading_font_of(font.toString(), level)
