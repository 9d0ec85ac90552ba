"""Both texts of a row in one: the rewrite, with what it replaced struck through before it.

A sentence that was rewritten as a whole stands on a line of its own below the old one. What was
removed stands where it stood: behind the same kept words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import east_asian_width

from facing_pages.core.both import Both
from facing_pages.core.model import Role, Side, Span
from facing_pages.marks.kinds import MarkStyle
from facing_pages.marks.position_map import MOVES, Mark, PositionMap, Positions
from facing_pages.marks.tracked_text import TrackedText
from facing_pages.viewmodel.pair_view import PairView, SideText
from facing_pages.viewmodel.table_columns import ChangeColumn, SentenceColumn
from facing_pages.viewmodel.visible_marks import VisibleMarks

# Ends a line inside a paragraph (Unicode's line separator).
LINE_BREAK: Final = "\u2028"
# Kinds of mark whose old words are not set beside the new ones: they are the same words.
_KEPT: Final = frozenset({MarkStyle.MINOR, MarkStyle.REORDERED})
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class ComposedPiece:
    """A part of a composed text: characters of one side's text, from `at` on."""

    at: int
    side: Side
    span: Span
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class ComposedParagraph:
    """A paragraph of the page. Characters in no piece are spaces and line breaks put between."""

    text: str
    pieces: tuple[ComposedPiece, ...]
    role: Role
    level: int
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class _StruckWords:
    """Old words to set before a position of the rewrite."""

    at: int
    old: Span
    on_own_line: bool


def compose_row(shown: VisibleMarks, number: int) -> tuple[ComposedParagraph, ...]:
    """Return a row's paragraphs; where only one side has any, those as they are."""
    row = shown.pages.rows.row(number)
    if not row.rewrite.length:
        return tuple(
            plain_paragraph(shown.pages.original, Side.ORIGINAL, n) for n in range(*row.original)
        )
    insertions = _insertions(shown, number)
    paragraphs: list[ComposedParagraph] = []
    rewrite = shown.pages.rewrite
    for n in range(*row.rewrite):
        span = rewrite.paragraph_span(n)
        is_last = n == row.rewrite.end - 1
        here = [i for i in insertions if span.start <= i.at and (i.at <= span.end or is_last)]
        insertions = insertions[len(here) :]
        paragraphs.append(_composed(shown.pages, n, span, here))
    return tuple(paragraphs)


def rewrite_position(shown: VisibleMarks, number: int, position: int) -> int:
    """Return where in the rewrite the kept words at a position of a row's original stand."""
    places = _places(shown, number)
    return places.after(position) if places is not None else 0


def _insertions(shown: VisibleMarks, number: int) -> list[_StruckWords]:
    """Return what is set before which position of the rewrite, in order of place."""
    places = _places(shown, number)
    if places is None:
        return []
    original, rewrite = places.spans
    came_from_elsewhere = shown.pages.rows.row(number).partner >= 0
    found: list[_StruckWords] = []
    covered = original.start
    for start, end, style, change in shown.marks.original.within(original).tolist():
        old = Span(max(start, original.start), min(end, original.end))
        if MarkStyle(style) in _KEPT or old.start < covered or not old.length:
            continue
        if came_from_elsewhere and MarkStyle(style) is MarkStyle.MOVED:
            continue
        covered = old.end
        new = shown.entry(change).rewrite
        is_whole = MarkStyle(style) in (MarkStyle.WHOLE_REWORDED, MarkStyle.WHOLE_REMOVED)
        if (
            new is not None
            and rewrite.start <= new.start < rewrite.end
            and MarkStyle(style) not in MOVES
        ):
            on_own_line = is_whole and _is_long(shown.pages.original, old)
            found.append(_StruckWords(new.start, old, on_own_line))
        else:
            at = places.after(old.start)
            if MarkStyle(style) is MarkStyle.WHOLE_REMOVED:
                at = places.past_punctuation(at)
            found.append(_StruckWords(at, old, on_own_line=False))
    return sorted(found, key=lambda insertion: (insertion.at, insertion.old.start))


def _is_long(text: SideText, span: Span) -> bool:
    return len(_WORD.findall(span.of(text.text))) > 3


def _places(shown: VisibleMarks, number: int) -> PositionMap | None:
    """Return the known positions of the texts that belong together in a row.

    The original of a row that came from elsewhere is that of the row it came from.
    """
    pages = shown.pages
    row = pages.rows.row(number)
    original = row.original
    if not original.length and row.partner >= 0:
        original = pages.rows.row(row.partner).original
    paragraphs = Both(
        [pages.original.paragraph_span(n) for n in range(*original)],
        [pages.rewrite.paragraph_span(n) for n in range(*row.rewrite)],
    )
    return TrackedText(
        Both(pages.original.text, pages.rewrite.text),
        paragraphs,
        Both.of(lambda side: _marks_within(pages, side, paragraphs[side])),
        _bounds_of_sentences(pages, paragraphs.original),
    ).places


def _marks_within(pages: PairView, side: Side, paragraphs: Sequence[Span]) -> list[Mark]:
    if not paragraphs:
        return []
    whole = Span(paragraphs[0].start, paragraphs[-1].end)
    ends = pages.changes.table[:, ChangeColumn.end(side.other)]
    return [
        Mark(start, end, MarkStyle(style), int(ends[change]) if ends[change] >= 0 else None)
        for start, end, style, change in pages.marks[side].within(whole).tolist()
    ]


def _bounds_of_sentences(pages: PairView, paragraphs: Sequence[Span]) -> Iterator[Positions]:
    """Yield where linked sentences of the row start and end on both sides."""
    if not pages.is_aligned or not paragraphs:
        return
    whole = Span(paragraphs[0].start, paragraphs[-1].end)
    inside = pages.sentences_in(Side.ORIGINAL, whole)
    table = pages.rows.sentences.original[inside.start : inside.end]
    for number in dict.fromkeys(table[:, SentenceColumn.LINK].tolist()):
        link = pages.rows.link(number)
        if link.moved or not link.original.length or not link.rewrite.length:
            continue
        old = pages.sentences_span(Side.ORIGINAL, link.original)
        new = pages.sentences_span(Side.REWRITE, link.rewrite)
        yield old.start, new.start
        yield old.end, new.end


def plain_paragraph(text: SideText, side: Side, number: int) -> ComposedParagraph:
    """Return a paragraph of a side as it is."""
    piece = ComposedPiece(0, side, text.paragraph_span(number))
    return in_form_of(text, number, text.paragraph_text(number), (piece,))


def in_form_of(
    text: SideText, number: int, composed: str, pieces: Sequence[ComposedPiece]
) -> ComposedParagraph:
    """Return a composed text as a paragraph that looks like one of a side."""
    return ComposedParagraph(
        composed, tuple(pieces), text.role(number), text.level(number), text.ordinal(number)
    )


def _composed(
    pages: PairView, number: int, span: Span, insertions: list[_StruckWords]
) -> ComposedParagraph:
    """Return a paragraph of the rewrite with old words set into it."""
    parts: list[str] = []
    pieces: list[ComposedPiece] = []
    length = 0

    def add(text: str, side: Side | None = None, of: Span | None = None) -> None:
        nonlocal length
        if side is not None and of is not None and of.length:
            pieces.append(ComposedPiece(length, side, of, is_struck=side is Side.ORIGINAL))
        parts.append(text)
        length += len(text)

    def add_new(start: int, end: int) -> None:
        add(pages.rewrite.text[start:end], Side.REWRITE, Span(start, end))

    done = span.start
    for insertion in insertions:
        at = max(done, min(insertion.at, span.end))
        add_new(done, at)
        before = next((part for part in reversed(parts) if part), "")
        old = " ".join(insertion.old.of(pages.original.text).split("\n"))
        after = pages.rewrite.text[at : min(at + 1, span.end)]
        own = insertion.on_own_line
        add(LINE_BREAK if own and before else _space(before, old[:1]))
        add(old, Side.ORIGINAL, insertion.old)
        add(LINE_BREAK if own else _space(old, after))
        done = at
    add_new(done, span.end)
    return in_form_of(pages.rewrite, number, "".join(parts), pieces)


def _space(text: str, after: str) -> str:
    """Return what is put between two parts that were no neighbours: a space if one is needed.

    Of the text before it, the last two characters tell.
    """
    before = text[-1:]
    if not before or not after or before.isspace() or after.isspace():
        return ""
    if before in LINE_BREAK or (after in ",.;:!?)]}”’…" and not before.isalnum()):
        return ""
    if east_asian_width(before) in "WF" or east_asian_width(after) in "WF":
        return ""
    is_open = before in "\"'" and not text[-2:-1].strip()
    if is_open or after in ",.;:!?)]}”’…" or before in "([{“‘„‚¿¡":
        return ""
    return " "
