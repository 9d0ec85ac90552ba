"""Rows laid out: the paragraphs of each column, one below the other, kept while they are near.

One paragraph was split into two; the row is as high as its higher side:

    row 7    original            rewrite
    y = 0    The lamp was quiet  The lamp was quiet.
             and it rained all   ---- paragraph gap ----
    y = 60   night long.         It rained all night.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from facing_pages.core.model import EmphasisKind, Side, Span
from facing_pages.page.layout.level_rows import LevelRow, RowLeveller
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.paragraph_form import form_of
from facing_pages.page.layout.paragraph_layout import ParagraphLayout
from facing_pages.page.layout.placed import FoldLine, PlacedParagraph
from facing_pages.viewmodel.folding.folded_rows import Folds
from facing_pages.viewmodel.folding.row_sentences import FoldedUnit, left_out_at, text_of_rows
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.one_column import ComposedParagraph, compose_row, plain_paragraph
from facing_pages.viewmodel.visible_marks import VisibleMarks

# Rows kept: several screens full. A laid-out paragraph takes about 64 KB with its glyphs. By
# judgement.
MAX_KEPT_ROWS: Final = 120


@dataclass(frozen=True)
class RowLayout:
    """All paragraphs of a row by column; `height` is without the gap below.

    `folds` are the lines of folds in it. `folded` is the number of rows this one stands for, 0 for
    a row of text.
    """

    number: int
    paragraphs: dict[Side, tuple[PlacedParagraph, ...]]
    height: int
    folded: int = 0
    folds: tuple[FoldLine, ...] = ()

    @property
    def is_unchanged(self) -> bool:
        """Tell whether this is the line that stands for unchanged rows."""
        return self.folded > 0 and self.folds[0].is_unchanged

    def every(self) -> Iterator[PlacedParagraph]:
        """Yield the paragraphs of all columns."""
        for column in self.paragraphs.values():
            yield from column

    def holder(self, side: Side, position: int) -> PlacedParagraph | None:
        """Return the paragraph in which a position of a side's text stands."""
        return next((p for p in self.every() if p.holds(side, position)), None)

    def fold_around(self, side: Side, position: int) -> FoldLine | None:
        """Return the line of the fold, open or not, that has a position of a side's text."""
        return next((fold for fold in self.folds if fold.holds(side, position)), None)


class RowLayouts:
    """Lays rows out when they are asked for and keeps the last ones."""

    def __init__(
        self, shown: VisibleMarks, style: PageStyle, folds: Folds, columns: tuple[Side, ...]
    ) -> None:
        self._shown = shown
        self._pages = shown.pages
        self._style = style
        self._folds = folds
        self._columns = columns
        self._kept: OrderedDict[int, RowLayout] = OrderedDict()
        self._leveller: RowLeveller | None = None
        if style.levels_sentences and shown.pages.is_aligned:
            self._leveller = RowLeveller(shown.pages, style, folds.opened)

    def row(self, number: int) -> RowLayout:
        """Return a row laid out."""
        kept = self._kept.get(number)
        if kept is None:
            kept = self._kept[number] = self._lay_out(number)
            if len(self._kept) > MAX_KEPT_ROWS:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(number)
        return kept

    def _lay_out(self, number: int) -> RowLayout:
        if not self._folds.is_shown(number):
            return self._folded(number)
        paragraphs: dict[Side, tuple[PlacedParagraph, ...]] = {}
        height = 0
        for column in self._columns:
            placed, bottom = self._column(column, number)
            paragraphs[column] = placed
            height = max(height, bottom)
        row = LevelRow(paragraphs, (), height)
        if self._leveller is not None:
            row = self._leveller.level(number, row, self._set)
        return self._below_head(number, row)

    def _folded(self, number: int) -> RowLayout:
        """Return the line of a fold at its first row, nothing at the others."""
        count = self._folds.count_at(number)
        folds = (self._fold_line(number, count, is_open=False),) if count else ()
        paragraphs: dict[Side, tuple[PlacedParagraph, ...]] = dict.fromkeys(self._columns, ())
        height = self._style.line_height if count else 0
        return RowLayout(number, paragraphs, height, count, folds)

    def _below_head(self, number: int, row: LevelRow) -> RowLayout:
        """Return a row of text; where an open fold begins, below the line that closes it."""
        paragraphs, folds, height = row.paragraphs, row.folds, row.height
        if count := self._folds.opened_at(number):
            down = self._style.line_height
            paragraphs = {
                side: tuple(replace(placed, y=placed.y + down) for placed in column)
                for side, column in paragraphs.items()
            }
            below = (replace(fold, y=fold.y + down) for fold in folds)
            folds = (self._fold_line(number, count, is_open=True), *below)
            height += down
        return RowLayout(number, paragraphs, height, 0, folds)

    def _fold_line(self, number: int, count: int, *, is_open: bool) -> FoldLine:
        """Return the line of a fold of rows."""
        rows = Span(number, number + count)
        run = left_out_at(self._pages, rows)
        if run is not None:
            return FoldLine(0, run.side, run.span, run.count, is_open=is_open)
        span = text_of_rows(self._pages, Side.ORIGINAL, rows)
        return FoldLine(0, Side.ORIGINAL, span, count, FoldedUnit.UNCHANGED_ROW, is_open=is_open)

    def _column(self, column: Side, number: int) -> tuple[tuple[PlacedParagraph, ...], int]:
        placed: list[PlacedParagraph] = []
        y = 0
        for paragraph in self._paragraphs(column, number):
            if placed:
                y += self._style.paragraph_gap
            layout = self._set(paragraph)
            placed.append(PlacedParagraph(column, y, layout, paragraph.pieces))
            y += layout.height
        return tuple(placed), y

    def _set(self, paragraph: ComposedParagraph) -> ParagraphLayout:
        """Set a paragraph in lines."""
        style, (role, level) = self._style, (paragraph.role, paragraph.level)
        font, line_height = style.font_for(role, level), style.line_height
        return ParagraphLayout(
            paragraph.text,
            font,
            width=style.column_width,
            line_height=line_height,
            form=form_of(
                paragraph.text, role, level, paragraph.ordinal, font=font, line_height=line_height
            ),
            emphasis=self._emphasis(paragraph),
        )

    def _emphasis(self, paragraph: ComposedParagraph) -> list[tuple[Span, EmphasisKind]]:
        """Return what is set apart in a paragraph, as places in it; labels of speakers are bold."""
        apart: list[tuple[Span, EmphasisKind]] = []
        for piece in paragraph.pieces:
            text, by = self._pages.text(piece.side), piece.at - piece.span.start
            apart += [(span.shifted(by), EmphasisKind.BOLD) for span in text.labels_in(piece.span)]
            apart += [(span.shifted(by), kind) for span, kind in text.emphasis_in(piece.span)]
        return apart

    def _paragraphs(self, column: Side, number: int) -> Iterator[ComposedParagraph]:
        if self._style.mode is Mode.ONE_COLUMN:
            yield from compose_row(self._shown, number)
            return
        text = self._pages.text(column)
        for n in range(*self._pages.rows.row(number).paragraphs(column)):
            yield plain_paragraph(text, column, n)
