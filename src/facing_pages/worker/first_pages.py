"""Align the first pages of long texts before the whole, so that a reader can start at once.

The beginnings of both texts are compared as if they were the whole texts. The result is used up to
the last link that is sure; the paragraphs after it are put side by side in their order.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from facing_pages.core.alignment.pipeline import align_units
from facing_pages.core.changes.change_cache import ChangeCache
from facing_pages.core.documents import with_sentences_of_both
from facing_pages.core.link_pass import LinkPass
from facing_pages.core.model import Alignment, Document, Span
from facing_pages.core.progress import Progress
from facing_pages.viewmodel.build_view import aligned_rows, change_table, paired_rows
from facing_pages.viewmodel.pair_view import SIDES, ChangeTable, RowTable
from facing_pages.viewmodel.table_columns import ChangeColumn, RowColumn
from facing_pages.worker.comparison_steps import BeginningAligned

# Characters of a text from which on its beginning is shown first, and of the beginning: a few
# screens. Of a shorter text less is taken, for it gets on faster. By judgement.
MIN_LONG_CHARACTERS: Final = 150_000
BEGINNING_CHARACTERS: Final = 12_000
# Characters of a beginning from which on it is too long to be looked at beforehand: a text of
# endless paragraphs would be aligned twice. By judgement.
MAX_BEGINNING_CHARACTERS: Final = 50_000
# How sure the link must be that ends what is shown of the beginning. By judgement.
MIN_SURE_CONFIDENCE: Final = 0.9


def align_beginning(
    documents: tuple[Document, Document], progress: Progress, cache: ChangeCache
) -> BeginningAligned | None:
    """Align the beginnings of two texts.

    Returns None for short texts, if the first paragraphs are extremely long, and if no link is
    sure. Raises `Cancelled` when asked to stop.
    """
    lengths = [len(document.text) for document in documents]
    if max(lengths) < MIN_LONG_CHARACTERS:
        return None
    first, second = (round(BEGINNING_CHARACTERS * length / max(lengths)) for length in lengths)
    cut = (_beginning(documents[0], first), _beginning(documents[1], second))
    if max(len(document.text) for document in cut) > MAX_BEGINNING_CHARACTERS:
        return None
    parts = with_sentences_of_both(*cut)
    alignment = align_units(*parts, progress)
    rows = aligned_rows(*parts, alignment)
    last = _last_sure_row(rows, alignment, parts)
    if last is None:
        return None
    links = LinkPass(parts, alignment, cache=cache)
    for number in range(len(alignment.links)):
        links.compare(number, is_precise=False)
    table = change_table(parts, rows, alignment, list(links.found_changes()), done=0.0)
    return BeginningAligned(_continued(rows, last, documents), _up_to(table, last))


def _beginning(document: Document, length: int) -> Document:
    """Return the first whole paragraphs of a document with at least `length` characters."""
    end = 0
    for end, paragraph in enumerate(document.paragraphs, 1):  # noqa: B007 - used after the loop
        if paragraph.span.end >= length:
            break
    paragraphs = document.paragraphs[:end]
    text = document.text[: paragraphs[-1].span.end]
    return replace(document, text=text, paragraphs=paragraphs, sentences=())


def _last_sure_row(
    rows: RowTable, alignment: Alignment, documents: tuple[Document, Document]
) -> int | None:
    """Return the last row with a sure link, None without one."""
    sure = [
        link
        for link in alignment.links
        if link.original
        and link.rewrite
        and not link.moved
        and link.confidence >= MIN_SURE_CONFIDENCE
    ]
    if not sure:
        return None
    place = documents[0].sentences[sure[-1].original[-1]].paragraph
    return int(rows.rows_of_paragraphs.original[place])


def _continued(rows: RowTable, last: int, documents: tuple[Document, Document]) -> RowTable:
    """Return the rows up to `last`, then the remaining paragraphs of both texts side by side."""
    known = rows.rows[: last + 1].copy()
    known[known[:, RowColumn.PARTNER] > last, RowColumn.PARTNER] = -1
    ends = [int(known[:, RowColumn.end(side)].max()) for side in SIDES]
    counts = [len(document.paragraphs) for document in documents]
    rest = paired_rows(Span(ends[0], counts[0]), Span(ends[1], counts[1]))
    return replace(rows, rows=np.concatenate([known, rest]))


def _up_to(changes: ChangeTable, last: int) -> ChangeTable:
    table = changes.table
    inside = (table[:, ChangeColumn.ROW] <= last) & (table[:, ChangeColumn.OTHER_ROW] <= last)
    return replace(changes, table=table[inside])
