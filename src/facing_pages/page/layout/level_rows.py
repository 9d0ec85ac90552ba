"""Brings linked sentences of a row level, and folds what one side lacks.

Takes the paragraphs of a row as they flow freely and returns them with lines broken and moved down
where the plan says so. A row that stays level as it is comes back untouched.

    A A A A A A                      A'
    B B B B                          B' B' B'         a break, and room below A'
    2 sentences left out ▸                            a run that is folded
    E E                              E' E' E'
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span
from facing_pages.page.layout.level_blocks import (
    Column,
    LevelBlock,
    groups_of_blocks,
    places_in_row,
    steps_of_row,
)
from facing_pages.page.layout.level_plan import MAX_WHITE, MeasuredRow, level_plan
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.paragraph_layout import ParagraphLayout
from facing_pages.page.layout.placed import FoldLine, PlacedParagraph
from facing_pages.viewmodel.folding.folded_rows import Opened
from facing_pages.viewmodel.folding.row_sentences import LackingRun, row_sentences
from facing_pages.viewmodel.one_column import (
    LINE_BREAK,
    ComposedParagraph,
    ComposedPiece,
    in_form_of,
)
from facing_pages.viewmodel.pair_view import SIDES, PairView

# Lines that a row has at least to be levelled. In a lower one no sentence is far from its
# counterpart, and no white is higher than may be.
MIN_LINES: Final = MAX_WHITE + 1

# What is planned for, in lines: text that starts in a new line may take one more than it did.
_TRIED: Final = (MAX_WHITE, MAX_WHITE - 1)

SetText = Callable[[ComposedParagraph], ParagraphLayout]


class LevelRow(NamedTuple):
    """The paragraphs of a row by column, its fold lines, where the lower side ends, and how high
    the white beside text is at most."""

    paragraphs: dict[Side, Column]
    folds: tuple[FoldLine, ...]
    height: int
    white: int = 0


class RowLeveller:
    """Levels the rows of a pair in one style."""

    def __init__(self, pages: PairView, style: PageStyle, opened: Opened) -> None:
        self._pages = pages
        self._style = style
        self._opened = opened

    def level(self, number: int, row: LevelRow, set_text: SetText) -> LevelRow:
        """Return a row levelled that flows freely; as it is if it stays level.

        `set_text` sets a composed paragraph in lines.
        """
        style = self._style
        if not all(row.paragraphs.values()) or row.height < MIN_LINES * style.line_height:
            return row
        sentences = row_sentences(self._pages, number)
        columns = Both.of(row.paragraphs.__getitem__)
        found = places_in_row(columns, sentences, self._pages.texts, style.line_characters)
        if len(found.places) < 2 and not any(found.runs):
            return row
        measured = MeasuredRow(
            tuple(steps_of_row(columns, found)),
            style.paragraph_gap / style.line_height,
            frozenset(run for side in SIDES for run in found.runs[side] if self._is_open(run)),
            found.inner,
        )
        levelled = row
        for most in _TRIED:
            plan = level_plan(measured, most)
            if not (plan.breaks or plan.folded or measured.opened):
                return levelled
            groups = groups_of_blocks(columns, found, plan, measured.opened, self._pages.texts)
            drafts = groups.with_other(
                columns, lambda blocks, column: self._draft(number, column, blocks, set_text)
            )
            levelled = _placed(drafts, style)
            if levelled.white <= MAX_WHITE * style.line_height:
                break
        return levelled

    def _is_open(self, run: LackingRun) -> bool:
        return self._opened.holds(run.side, run.span)

    def _draft(
        self, row: int, column: Column, groups: list[list[LevelBlock]], set_text: SetText
    ) -> _ColumnDraft:
        """Set the paragraphs of a column in lines that break where blocks start."""
        parts: list[list[Span]] = [[] for _ in column]
        for block in (block for group in groups for block in group if block.run is None):
            parts[block.paragraph].append(block.text)
        paragraphs: list[_ParagraphDraft] = []
        for k, placed in enumerate(column):
            if parts[k] == [placed.pieces[0].span]:
                paragraphs.append(_ParagraphDraft(placed.layout, placed.pieces))
                continue
            composed = self._composed(row, placed.column, k, parts[k])
            paragraphs.append(_ParagraphDraft(set_text(composed), composed.pieces))
        return _ColumnDraft(column[0].column, groups, paragraphs)

    def _composed(self, row: int, side: Side, k: int, parts: Sequence[Span]) -> ComposedParagraph:
        """Return a paragraph with each part in a new line, which stands for the space before."""
        text = self._pages.text(side)
        number = self._pages.rows.row(row).paragraphs(side).start + k
        pieces: list[ComposedPiece] = []
        composed = ""
        for part in parts:
            composed += LINE_BREAK if pieces else ""
            has_space = part is not parts[-1] and text.text[part.end - 1].isspace()
            shown = Span(part.start, part.end - has_space)
            pieces.append(ComposedPiece(len(composed), side, shown))
            composed += shown.of(text.text)
        return in_form_of(text, number, composed, pieces)


class _ParagraphDraft:
    """A paragraph in lines, whose blocks are put to their heights one after the other."""

    def __init__(self, layout: ParagraphLayout, pieces: tuple[ComposedPiece, ...]) -> None:
        self.layout = layout
        self.pieces = pieces
        self.y: int | None = None
        tops = [layout.top_of(piece.at) for piece in pieces]
        ends = [*tops[1:], layout.height]
        self._heights = [end - top for top, end in zip(tops, ends, strict=False)]
        self._put = 0

    def put(self, y: int) -> int:
        """Put the next block to a height; return where it ends."""
        number = self._put
        self._put += 1
        if self.y is None:
            self.y = y
        else:
            at = self.pieces[number].at
            self.layout.lower(at, y - self.y - self.layout.top_of(at))
        return y + self._heights[number]


class _ColumnDraft:
    """A column whose groups of blocks are put below each other; `y` is where the last one ends."""

    def __init__(
        self,
        side: Side,
        groups: list[list[LevelBlock]],
        paragraphs: list[_ParagraphDraft],
    ) -> None:
        self.groups = groups
        self.y = 0
        self.folds: list[FoldLine] = []
        self._side = side
        self._paragraphs = paragraphs

    def start_of(self, number: int, style: PageStyle) -> int:
        """Return where a group could start, below what is there."""
        group = self.groups[number]
        is_below = bool(group) and group[0].starts_paragraph and self.y > 0
        return self.y + (style.paragraph_gap if is_below else 0)

    def put(self, number: int, y: int, style: PageStyle) -> None:
        """Put a group to a height."""
        for k, block in enumerate(self.groups[number]):
            if k and block.starts_paragraph:
                y += style.paragraph_gap
            if block.run is None:
                y = self._paragraphs[block.paragraph].put(y)
            else:
                run = block.run
                fold = FoldLine(y, run.side, run.span, run.count, run.unit, block.is_open)
                self.folds.append(fold)
                y += style.line_height
        if self.groups[number]:
            self.y = y

    def placed(self) -> Column:
        """Return the paragraphs that have text to show."""
        return tuple(
            PlacedParagraph(self._side, draft.y, draft.layout, draft.pieces)
            for draft in self._paragraphs
            if draft.y is not None
        )


def _placed(drafts: Both[_ColumnDraft], style: PageStyle) -> LevelRow:
    """Put the groups of both columns level, one after the other."""
    white = 0
    for number in range(len(drafts.original.groups)):
        starts = [draft.start_of(number, style) for draft in drafts]
        white = max(white, abs(starts[0] - starts[1]))
        for draft in drafts:
            draft.put(number, max(starts), style)
    ends = [draft.y for draft in drafts]
    return LevelRow(
        {side: draft.placed() for side, draft in drafts.items()},
        tuple(fold for draft in drafts for fold in draft.folds),
        max(style.line_height, *ends),
        max(white, abs(ends[0] - ends[1])),
    )
