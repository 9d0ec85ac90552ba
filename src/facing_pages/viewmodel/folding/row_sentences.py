"""Which sentences of a row can start level, and which runs of sentences one side lacks.

    original  A B C D E     A and E are linked, in order: both can start level with A' and E'.
    rewrite   A' E'         B C D is a run that the rewrite lacks; it stands before E.

Sentences that moved are neither: they have a counterpart, but not here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

from facing_pages.core.both import Both, of_side
from facing_pages.core.model import Side, Span
from facing_pages.viewmodel.pair_view import PairView, SideText
from facing_pages.viewmodel.table_columns import SentenceColumn


class FoldedUnit(Enum):
    """What the line of a fold counts: rows in which nothing changed, or what one side lacks."""

    UNCHANGED_ROW = auto()
    SENTENCE = auto()
    WORD = auto()


@dataclass(frozen=True, slots=True)
class LackingRun:
    """Neighbouring sentences, or words of one, that the other side lacks, and how many they are.

    The space behind them belongs to them, unless it ends their paragraph.
    """

    side: Side
    span: Span
    count: int
    unit: FoldedUnit = FoldedUnit.SENTENCE


@dataclass(frozen=True, slots=True)
class RowSentences:
    """`linked` has where sentences that belong together stand, increasing on both sides."""

    linked: tuple[Both[Span], ...]
    runs: Both[tuple[LackingRun, ...]]


class _RowSentence(NamedTuple):
    """A sentence: its number and characters, and the sentences of its link on both sides.

    An empty side of the link has -1.
    """

    number: int
    start: int
    end: int
    original: Span
    rewrite: Span
    is_moved: bool


def row_sentences(pages: PairView, row: int) -> RowSentences:
    """Return the linked sentences of a row and its runs; none before the pair is aligned."""
    if not pages.is_aligned:
        return RowSentences((), Both((), ()))
    sentences = Both.of(lambda side: _sentences(pages, row, side))
    return RowSentences(
        tuple(_linked(sentences)),
        Both.of(lambda side: tuple(_runs(pages.text(side), side, sentences[side]))),
    )


def left_out_at(pages: PairView, rows: Span) -> LackingRun | None:
    """Return what stands in rows in which one side has nothing, None if the first has both."""
    first = pages.rows.row(rows.start)
    if first.original.length and first.rewrite.length:
        return None
    side = Side.ORIGINAL if first.original.length else Side.REWRITE
    span = text_of_rows(pages, side, rows)
    return LackingRun(side, span, pages.sentences_in(side, span).length)


def text_of_rows(pages: PairView, side: Side, rows: Span) -> Span:
    """Return the characters of a side in rows that follow one another and have text there."""
    first, last = (pages.rows.row(row).paragraphs(side) for row in (rows.start, rows.end - 1))
    return pages.text(side).paragraphs_span(Span(first.start, last.end))


def _sentences(pages: PairView, row: int, side: Side) -> list[_RowSentence]:
    paragraphs = pages.rows.row(row).paragraphs(side)
    if not paragraphs.length:
        return []
    numbers = pages.sentences_in(side, pages.text(side).paragraphs_span(paragraphs))
    table = pages.rows.sentences[side][numbers.start : numbers.end]
    links = pages.rows.links[table[:, SentenceColumn.LINK]]
    return [
        _RowSentence(number, start, end, Span(a, b), Span(c, d), bool(moved))
        for number, (start, end, _), (a, b, c, d, _, moved, *_) in zip(
            range(*numbers), table.tolist(), links.tolist(), strict=True
        )
    ]


def _linked(sentences: Both[list[_RowSentence]]) -> Iterator[Both[Span]]:
    """Yield where linked sentences stand that go on in both texts."""
    places = sentences.map(lambda found: {entry.number: entry for entry in found})
    for sentence in sentences.original:
        own, other = sentence.original, sentence.rewrite
        is_first = own.start == sentence.number and not sentence.is_moved
        if is_first and other.start in places.rewrite:
            yield Both(_whole(places.original, own), _whole(places.rewrite, other))


def _whole(places: dict[int, _RowSentence], numbers: Span) -> Span:
    """Return where linked sentences stand, as far as they are in the row."""
    there = [places[number] for number in range(*numbers) if number in places]
    return Span(there[0].start, there[-1].end)


def _runs(text: SideText, side: Side, sentences: list[_RowSentence]) -> Iterator[LackingRun]:
    is_alone = [of_side(sentence, side.other).start < 0 for sentence in sentences]
    for alone, group in groupby(range(len(sentences)), key=is_alone.__getitem__):
        if not alone:
            continue
        numbers = list(group)
        last = sentences[numbers[-1]]
        end = last.end
        if last is not sentences[-1]:
            paragraph = text.paragraph_span(text.paragraph_at(last.start))
            end = min(sentences[numbers[-1] + 1].start, paragraph.end)
        yield LackingRun(side, Span(sentences[numbers[0]].start, end), len(numbers))
