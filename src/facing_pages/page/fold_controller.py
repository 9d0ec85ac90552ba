"""Opening and closing what is folded on the page, at the lines that stand for it."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from facing_pages.core.model import Side
from facing_pages.page.layout.placed import FoldLine
from facing_pages.page.page_model import PageModel
from facing_pages.viewmodel.folding.folded_rows import FoldChoice


class FoldController:
    """Before there is a pair, nothing is folded."""

    def __init__(self, model: PageModel) -> None:
        self._model = model

    # --- what is folded -----------------------------------------------------------------------

    def at(self, point: QPointF) -> FoldLine | None:
        """Return the line of a fold under a point of the viewport."""
        layout, style = self._model.layout, self._model.style
        if layout is None:
            return None
        side = style.side_at(point.x())
        number, top = layout.row_at(round(point.y()), self._model.height, side)
        for fold in layout.surfaces[side or layout.leader].layouts.row(number).folds:
            is_here = 0 <= point.y() - top - fold.y < style.line_height
            if is_here and (fold.is_unchanged or fold.side is side):
                return fold
        return None

    def hiding(self, side: Side, position: int) -> FoldLine | None:
        """Return the line of the fold that hides a place in a text, None if it is in sight."""
        layout = self._model.layout
        return layout.fold_hiding(side, position) if layout is not None else None

    def around(self, side: Side, position: int) -> FoldLine | None:
        """Return the line of the fold, open or not, that has a place in a text."""
        layout = self._model.layout
        return layout.fold_around(side, position) if layout is not None else None

    # --- folding ------------------------------------------------------------------------------

    def toggle(self, fold: FoldLine) -> None:
        """Unfold what a line of the page stands for, or fold it again."""
        self._model.change_folds(
            lambda choice: choice.set_open(fold.side, fold.span, is_open=not fold.is_open)
        )

    def toggle_here(self) -> None:
        """Unfold or fold what is at the caret, or else show what the first fold on screen hides."""
        layout, caret = self._model.layout, self._model.highlights.caret
        if caret is not None and (fold := self.around(*caret)) is not None:
            self.toggle(fold)
            return
        rows = layout.visible(layout.leader, self._model.height) if layout is not None else []
        closed = (fold for row, _ in rows for fold in row.folds if not fold.is_open)
        if (fold := next(closed, None)) is not None:
            self.toggle(fold)

    def unfold_all(self) -> None:
        """Show all that is folded."""
        self._model.change_folds(FoldChoice.unfold_all)

    def fold_again(self) -> None:
        """Fold what was unfolded one by one."""
        self._model.change_folds(FoldChoice.fold_again)

    def show_row(self, row: int) -> None:
        """Unfold a row if it is folded."""
        layout = self._model.layout
        if layout is not None and (fold := layout.fold_of_row(row)) is not None:
            self.toggle(fold)

    def show_place(self, side: Side, position: int) -> None:
        """Unfold what hides a place in a text."""
        if (fold := self.hiding(side, position)) is not None:
            self.toggle(fold)
