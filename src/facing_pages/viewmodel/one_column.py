"""Both texts of a row in one: the rewrite, with what it replaced struck through before it.

A sentence that was rewritten as a whole stands on a line of its own below the old one. What was
removed stands where it stood: after the same number of kept words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final
from unicodedata import east_asian_width

from facing_pages.core.model import Role, Side, Span
from facing_pages.export.kinds import MarkStyle
from facing_pages.viewmodel.pages import Pages, SideText, Table
from facing_pages.viewmodel.shown import Shown

# Ends a line inside a paragraph (Unicode's line separator).
LINE_BREAK: Final = "\u2028"
# Kinds of mark whose old words are not set beside the new ones: they are the same words.
_KEPT: Final = frozenset({MarkStyle.MINOR, MarkStyle.REORDERED})
_WORD: Final = re.compile(r"\w+")
_MARKS: Final = re.compile(r"[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a composed text: characters of one side's text, from `at` on."""

    at: int
    side: Side
    span: Span
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class ComposedParagraph:
    """A paragraph of the page. Characters in no piece are spaces and line breaks put between."""

    text: str
    pieces: tuple[Piece, ...]
    role: Role
    level: int


@dataclass(frozen=True, slots=True)
class _Insertion:
    """Old words to set before a position of the rewrite."""

    at: int
    old: Span
    on_own_line: bool


def compose_row(shown: Shown, number: int) -> tuple[ComposedParagraph, ...]:
    """Return a row's paragraphs; where only one side has any, those as they are."""
    row = shown.pages.rows.row(number)
    if not row.rewrite.length:
        return tuple(_plain(shown.pages.original, Side.ORIGINAL, n) for n in range(*row.original))
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


def rewrite_position(shown: Shown, number: int, position: int) -> int:
    """Return where in the rewrite the kept words at a position of a row's original stand."""
    spans = _text_spans(shown.pages, number)
    return _Places(shown, *spans).after(position) if spans else 0


def _insertions(shown: Shown, number: int) -> list[_Insertion]:
    """Return what is set before which position of the rewrite, in order of place."""
    spans = _text_spans(shown.pages, number)
    if spans is None:
        return []
    places = _Places(shown, *spans)
    came_from_elsewhere = shown.pages.rows.row(number).partner >= 0
    found: list[_Insertion] = []
    covered = spans[0].start
    for start, end, style, change in shown.marks[Side.ORIGINAL].within(spans[0]).tolist():
        old = Span(max(start, spans[0].start), min(end, spans[0].end))
        if MarkStyle(style) in _KEPT or old.start < covered or not old.length:
            continue
        if came_from_elsewhere and MarkStyle(style) is MarkStyle.MOVED:
            continue
        covered = old.end
        new = shown.entry(change).rewrite
        is_whole = MarkStyle(style) in (MarkStyle.WHOLE_REWORDED, MarkStyle.WHOLE_REMOVED)
        if new is not None and spans[1].start <= new.start < spans[1].end and not _moves(style):
            on_own_line = is_whole and _is_long(shown.pages.original, old)
            found.append(_Insertion(new.start, old, on_own_line))
        else:
            at = places.after(old.start)
            if MarkStyle(style) is MarkStyle.WHOLE_REMOVED:
                at = places.past_marks(at)
            found.append(_Insertion(at, old, on_own_line=False))
    return sorted(found, key=lambda insertion: (insertion.at, insertion.old.start))


def _moves(style: int) -> bool:
    return MarkStyle(style) in (MarkStyle.MOVED, MarkStyle.MOVED_PHRASE)


def _is_long(text: SideText, span: Span) -> bool:
    return len(_WORD.findall(span.of(text.text))) > 3


def _text_spans(pages: Pages, number: int) -> tuple[Span, Span] | None:
    """Return the texts that belong together in a row, None if one side has none.

    The original of a row that came from elsewhere is that of the row it came from.
    """
    row = pages.rows.row(number)
    original = row.original
    if not original.length and row.partner >= 0:
        original = pages.rows.row(row.partner).original
    if not original.length or not row.rewrite.length:
        return None
    return pages.original.paragraphs_span(original), pages.rewrite.paragraphs_span(row.rewrite)


class _Places:
    """Where in the rewrite of a row a place of its original is.

    Counts kept words from the nearest place before that is known on both sides.
    """

    def __init__(self, shown: Shown, original: Span, rewrite: Span) -> None:
        self._pages = shown.pages
        self._original, self._rewrite = original, rewrite
        self._old = shown.pages.marks[Side.ORIGINAL].within(original)
        self._new = shown.pages.marks[Side.REWRITE].within(rewrite)
        known = {original.start: rewrite.start, **self._starts_of_sentences()}
        for _, end, style, change in self._old.tolist():
            new = shown.pages.changes.entry(change).rewrite
            if new is not None and not _moves(style) and rewrite.start <= new.start < rewrite.end:
                known[min(end, original.end)] = min(new.end, rewrite.end)
        self._from: list[int] = []
        self._to: list[int] = []
        for position in sorted(known):
            if not self._to or known[position] >= self._to[-1]:
                self._from.append(position)
                self._to.append(known[position])

    def after(self, position: int) -> int:
        """Return the place behind the kept words before a position."""
        nearest = max(0, bisect_right(self._from, position) - 1)
        start, place = self._from[nearest], self._to[nearest]
        between = Span(start, max(start, position))
        kept = len(_kept_words(self._pages.original, between, self._old))
        if not kept:
            return place
        words = _kept_words(self._pages.rewrite, Span(place, self._rewrite.end), self._new)
        return words[min(kept, len(words)) - 1] if words else place

    def past_marks(self, place: int) -> int:
        """Return the place behind the punctuation that follows a place: a sentence's end."""
        marks = _MARKS.match(self._pages.rewrite.text, place, self._rewrite.end)
        return marks.end() if marks else place

    def _starts_of_sentences(self) -> dict[int, int]:
        if not self._pages.is_aligned:
            return {}
        starts: dict[int, int] = {}
        first = self._pages.sentence_at(Side.ORIGINAL, self._original.start)
        sentences = self._pages.rows.sentences[0]
        number = first if first is not None else len(sentences)
        while number < len(sentences) and int(sentences[number, 0]) < self._original.end:
            link = int(sentences[number, 2])
            new = self._pages.sentence_spans(Side.REWRITE, link)
            if new and self._rewrite.start <= new[0].start < self._rewrite.end:
                starts.setdefault(int(sentences[number, 0]), new[0].start)
            number += 1
        return starts


def _kept_words(text: SideText, span: Span, marks: Table) -> list[int]:
    """Return the ends of the words of a span that are in no mark but a minor one."""
    changed = [(start, end) for start, end, style, _ in marks.tolist() if style != MarkStyle.MINOR]
    return [
        word.end()
        for word in _WORD.finditer(text.text, span.start, span.end)
        if not any(start <= word.start() < end for start, end in changed)
    ]


def _plain(text: SideText, side: Side, number: int) -> ComposedParagraph:
    span = text.paragraph_span(number)
    piece = Piece(0, side, span)
    return ComposedParagraph(
        span.of(text.text), (piece,), text.role(number), int(text.paragraphs[number, 3])
    )


def _composed(
    pages: Pages, number: int, span: Span, insertions: list[_Insertion]
) -> ComposedParagraph:
    """Return a paragraph of the rewrite with old words set into it."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0

    def add(text: str, side: Side | None = None, of: Span | None = None) -> None:
        nonlocal length
        if side is not None and of is not None and of.length:
            pieces.append(Piece(length, side, of, is_struck=side is Side.ORIGINAL))
        parts.append(text)
        length += len(text)

    def add_new(start: int, end: int) -> None:
        add(pages.rewrite.text[start:end], Side.REWRITE, Span(start, end))

    done = span.start
    for insertion in insertions:
        at = max(done, min(insertion.at, span.end))
        add_new(done, at)
        before = "".join(parts[-2:])
        old = " ".join(insertion.old.of(pages.original.text).split("\n"))
        after = pages.rewrite.text[at : min(at + 1, span.end)]
        own = insertion.on_own_line
        add(LINE_BREAK if own and before else _space(before[-1:], old[:1]))
        add(old, Side.ORIGINAL, insertion.old)
        add(LINE_BREAK if own else _space(old[-1:], after))
        done = at
    add_new(done, span.end)
    role, level = pages.rewrite.role(number), int(pages.rewrite.paragraphs[number, 3])
    return ComposedParagraph("".join(parts), tuple(pieces), role, level)


def _space(before: str, after: str) -> str:
    """Return what keeps two words apart that were none: nothing between characters of Chinese."""
    if not before or not after or before.isspace() or after.isspace():
        return ""
    if before in LINE_BREAK or (after in ",.;:!?)]}”’…" and not before.isalnum()):
        return ""
    if east_asian_width(before) in "WF" or east_asian_width(after) in "WF":
        return ""
    if after in ",.;:!?)]}”’…" or before in "([{“‘":
        return ""
    return " "
