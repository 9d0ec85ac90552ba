"""A pair with every sentence on a line of its own, and a row for every link of sentences."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from facing_pages.core.both import Both
from facing_pages.core.model import Side
from facing_pages.viewmodel.pair_view import (
    ChangeTable,
    PairView,
    RowTable,
    SideText,
    rows_of_places,
)
from facing_pages.viewmodel.table_columns import ChangeColumn, ParagraphColumn, SentenceColumn


def by_sentence(pages: PairView, before: PairView | None = None) -> PairView:
    """Return the pair with sentences in the place of paragraphs; as it is until it is aligned.

    What was returned `before` serves again where only changes were added since.
    """
    if not pages.is_aligned:
        return pages
    if before is not None and before.rows.links is pages.rows.links and before.original.whole:
        rows, texts = before.rows, Both(before.original, before.rewrite)
    else:
        rows = replace(pages.rows, rows=pages.rows.by_sentence)
        texts = Both.of(lambda side: _sentences_as_paragraphs(pages, side))
    changes = _in_rows(pages.changes, texts, rows)
    return replace(
        pages, original=texts.original, rewrite=texts.rewrite, rows=rows, changes=changes
    )


def _sentences_as_paragraphs(pages: PairView, side: Side) -> SideText:
    text = pages.text(side)
    sentences = pages.rows.sentences[side]
    holders = text.paragraphs_at(sentences[:, SentenceColumn.START])
    paragraphs = text.paragraphs[holders]
    is_first = paragraphs[:, ParagraphColumn.START] == sentences[:, SentenceColumn.START]
    paragraphs[:, ParagraphColumn.LABEL] *= is_first
    paragraphs[:, ParagraphColumn.ORDINAL] *= is_first
    paragraphs[:, ParagraphColumn.START] = sentences[:, SentenceColumn.START]
    paragraphs[:, ParagraphColumn.END] = sentences[:, SentenceColumn.END]
    return replace(text, paragraphs=paragraphs.astype(np.int32), whole=text)


def _in_rows(changes: ChangeTable, texts: Both[SideText], rows: RowTable) -> ChangeTable:
    """Return the changes in the order of other rows."""
    if not len(changes):
        return changes
    table = changes.table.copy()
    starts = Both.of(lambda side: table[:, ChangeColumn.start(side)])
    original, rewrite = Both.of(
        lambda side: rows_of_places(starts[side], texts[side], rows.rows_of_paragraphs[side])
    )
    table[:, ChangeColumn.ROW] = np.where(original >= 0, original, rewrite)
    table[:, ChangeColumn.OTHER_ROW] = np.where(rewrite >= 0, rewrite, original)
    first = np.where(starts.original >= 0, starts.original, starts.rewrite)
    order = np.lexsort((-table[:, ChangeColumn.KIND], first, table[:, ChangeColumn.ROW]))
    return replace(changes, table=np.ascontiguousarray(table[order]))
