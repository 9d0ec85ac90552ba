"""A pair with every sentence on a line of its own, and a row for every link of sentences."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from facing_pages.core.model import Side
from facing_pages.viewmodel.pair_view import SIDES, ChangeTable, Pages, RowTable, SideText, Table


def by_sentence(pages: Pages, before: Pages | None = None) -> Pages:
    """Return the pair with sentences in the place of paragraphs; as it is until it is aligned.

    What was returned `before` serves again where only changes were added since.
    """
    if not pages.is_aligned:
        return pages
    if before is not None and before.rows.links is pages.rows.links and before.original.whole:
        rows, texts = before.rows, [before.text(side) for side in SIDES]
    else:
        rows = replace(pages.rows, rows=pages.rows.by_sentence)
        texts = [_sentences_as_paragraphs(pages, side) for side in SIDES]
    changes = _in_rows(pages.changes, texts, rows)
    return Pages(texts[0], texts[1], rows, changes, is_aligned=True)


def _sentences_as_paragraphs(pages: Pages, side: Side) -> SideText:
    text = pages.text(side)
    sentences = pages.rows.sentences[SIDES.index(side)]
    holders = np.searchsorted(text.paragraphs[:, 0], sentences[:, 0], side="right") - 1
    paragraphs = np.column_stack((sentences[:, :2], text.paragraphs[holders, 2:]))
    return replace(text, paragraphs=paragraphs.astype(np.int32), whole=text)


def _in_rows(changes: ChangeTable, texts: list[SideText], rows: RowTable) -> ChangeTable:
    """Return the changes in the order of other rows."""
    if not len(changes):
        return changes
    table = changes.table.copy()
    found = [_rows_of(table[:, 2 + 2 * k], texts[k], rows.rows_of_paragraphs[k]) for k in (0, 1)]
    table[:, 6] = np.where(found[0] >= 0, found[0], found[1])
    table[:, 7] = np.where(found[1] >= 0, found[1], found[0])
    starts = np.where(table[:, 2] >= 0, table[:, 2], table[:, 4])
    order = np.lexsort((-table[:, 0], starts, table[:, 6]))
    return replace(changes, table=np.ascontiguousarray(table[order]))


def _rows_of(starts: Table, text: SideText, rows: Table) -> Table:
    """Return the row of each position, -1 for one that is nowhere."""
    if not len(rows):
        return np.full(len(starts), -1, dtype=np.int32)
    numbers = np.searchsorted(text.paragraphs[:, 0], starts, side="right") - 1
    return np.where(starts >= 0, rows[np.clip(numbers, 0, len(rows) - 1)], -1).astype(np.int32)
