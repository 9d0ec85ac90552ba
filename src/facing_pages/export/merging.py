"""Both texts of a row as one: words that stayed, words that went, words that came.

Leaving out what came gives the original to the letter, leaving out what went the rewrite. Words
stay where the aligner linked equal ones in order; what stands between two of them went and came
as a whole, but for equal signs at its ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Final, NamedTuple

from facing_pages.core.model import Comparison, Document, EmphasisKind, LinkReason, Side, Span
from facing_pages.core.sequences import longest_increasing_chain
from facing_pages.core.splitting.folding import fold
from facing_pages.marks.rows import Row

_PLAIN: Final[frozenset[EmphasisKind]] = frozenset()
_TOKEN: Final = re.compile(r"\w+|\s+|[^\w\s]")


class State(Enum):
    """What became of a piece."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """Characters of one text, or the end of a paragraph (`text` is None then).

    `link` is the sentence link of a piece that belongs to a moved sentence, -1 for all others.
    """

    state: State
    text: str | None
    paragraph: int
    link: int = -1
    emphasis: frozenset[EmphasisKind] = frozenset()


class _Token(NamedTuple):
    text: str | None
    start: int
    paragraph: int
    link: int
    emphasis: frozenset[EmphasisKind] = frozenset()


class Merger:
    """Merges the rows of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._documents = {side: comparison.document(side) for side in Side}
        self._moved = {side: _moved_spans(comparison, side) for side in Side}
        self._emphasis = {side: _Emphasis(comparison.document(side)) for side in Side}
        self._anchors = sorted(_equal_words(comparison))

    def pieces(self, row: Row) -> list[Piece]:
        """Return a row's two texts as one; the last piece is the end of its last paragraph."""
        original = self._tokens(Side.ORIGINAL, row.original)
        rewrite = self._tokens(Side.REWRITE, row.rewrite)
        result: list[tuple[State, _Token]] = []
        i = j = 0
        for a, b in self._kept_pairs(original, rewrite):
            if i < a or j < b:
                result += _gap(original[i:a], rewrite[j:b])
            result.append((State.KEPT, rewrite[b]))
            i, j = a + 1, b + 1
        result += _gap(original[i:], rewrite[j:])
        return list(_pieces(result))

    def _tokens(self, side: Side, paragraphs: Span) -> list[_Token]:
        document = self._documents[side]
        moved, emphasis = self._moved[side], self._emphasis[side]
        tokens: list[_Token] = []
        for number in range(*paragraphs):
            span = document.paragraphs[number].span
            for match in _TOKEN.finditer(document.text, span.start, span.end):
                start = match.start()
                link = _link_at(moved, start) if moved else -1
                tokens.append(_Token(match.group(), start, number, link, emphasis.at(start)))
            tokens.append(_Token(None, span.end, number, -1))
        return tokens

    def _kept_pairs(
        self, original: Sequence[_Token], rewrite: Sequence[_Token]
    ) -> list[tuple[int, int]]:
        """Return the places of equal words that stay, in order, and of the last paragraph end."""
        if not original or not rewrite:
            return []
        places = {token.start: k for k, token in enumerate(rewrite) if token.text is not None}
        first, last = original[0].start, original[-1].start
        low = bisect_left(self._anchors, (first, -1))
        high = bisect_left(self._anchors, (last + 1, -1))
        linked = dict(self._anchors[low:high])
        pairs = [
            (k, places[linked[token.start]])
            for k, token in enumerate(original)
            if token.text is not None
            and linked.get(token.start) in places
            and rewrite[places[linked[token.start]]].text == token.text
        ]
        return [*longest_increasing_chain(pairs), (len(original) - 1, len(rewrite) - 1)]


class _Emphasis:
    """Tells how the words of a text are set apart."""

    def __init__(self, document: Document) -> None:
        self._spans = {
            kind: sorted(entry.span for entry in document.emphasis if entry.kind is kind)
            for kind in {entry.kind for entry in document.emphasis}
        }

    def at(self, position: int) -> frozenset[EmphasisKind]:
        """Return how the character at a position is set apart."""
        if not self._spans:
            return _PLAIN
        return frozenset(
            kind
            for kind, spans in self._spans.items()
            if (k := bisect_left(spans, (position + 1,)) - 1) >= 0 and position < spans[k].end
        )


def _equal_words(comparison: Comparison) -> Iterator[tuple[int, int]]:
    """Give where equal words that are linked stand in both texts, those that moved left out."""
    for link in comparison.alignment.links:
        if not link.moved:
            for word in link.words:
                if word.reason is LinkReason.EQUAL:
                    yield word.original.start, word.rewrite.start


def _moved_spans(comparison: Comparison, side: Side) -> list[tuple[int, int, int]]:
    """Return where moved sentences stand on a side, with the numbers of their links."""
    document: Document = comparison.document(side)
    return sorted(
        (*document.sentences_span(link.numbers(side)), number)
        for number, link in enumerate(comparison.alignment.links)
        if link.moved and link.numbers(side)
    )


def _link_at(spans: Sequence[tuple[int, int, int]], position: int) -> int:
    k = bisect_left(spans, (position + 1,)) - 1
    return spans[k][2] if k >= 0 and position < spans[k][1] else -1


def _gap(original: Sequence[_Token], rewrite: Sequence[_Token]) -> Iterator[tuple[State, _Token]]:
    """Give what stands between two words that stayed; equal signs at its ends stay too."""
    size = min(len(original), len(rewrite))
    head = 0
    while head < size and original[head].text == rewrite[head].text:
        head += 1
    tail = 0
    while tail < size - head and original[-1 - tail].text == rewrite[-1 - tail].text:
        tail += 1
    for token in rewrite[:head]:
        yield State.KEPT, token
    for token in original[head : len(original) - tail]:
        yield State.REMOVED, token
    for token in rewrite[head : len(rewrite) - tail]:
        yield State.ADDED, token
    for token in rewrite[len(rewrite) - tail :]:
        yield State.KEPT, token


def _pieces(tokens: Iterable[tuple[State, _Token]]) -> Iterator[Piece]:
    """Give the pieces that tokens make up; neighbours that are alike are one."""
    texts: list[str] = []
    alike: tuple[State, int, int, frozenset[EmphasisKind]] | None = None
    for state, (text, _, paragraph, link, emphasis) in tokens:
        kind = (state, paragraph, link if state is not State.KEPT else -1, emphasis)
        if alike is not None and (text is None or kind != alike):
            yield _piece(alike, "".join(texts))
            alike, texts = None, []
        if text is None:
            yield _piece(kind, None)
        else:
            alike = kind
            texts.append(text)
    if alike is not None:
        yield _piece(alike, "".join(texts))


def _piece(kind: tuple[State, int, int, frozenset[EmphasisKind]], text: str | None) -> Piece:
    state, paragraph, link, emphasis = kind
    return Piece(state, text, paragraph, link, emphasis)


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Join neighbours that are alike."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if (
            last is not None
            and last.text is not None
            and piece.text is not None
            and last._replace(text=None) == piece._replace(text=None)
        ):
            result[-1] = last._replace(text=last.text + piece.text)
        else:
            result.append(piece)
    return result


def merged_paragraphs(
    pieces: Sequence[Piece], *, typography: bool, emphasis: bool = True
) -> Iterator[list[Piece]]:
    """Give pieces paragraph by paragraph of what stayed; the last of each is its end.

    Ends of paragraphs that went or came stand among the pieces. Without `typography`, other
    quotation marks, dashes and the like are no change; without `emphasis`, pieces that differ in
    nothing else are one.
    """
    found: list[Piece] = []
    if not emphasis:
        pieces = _joined(piece._replace(emphasis=frozenset()) for piece in pieces)
    shown = pieces if typography else without_typography(pieces)
    for k, piece in enumerate(shown):
        found.append(piece)
        if piece.text is None and (piece.state is State.KEPT or k == len(shown) - 1):
            yield found
            found = []


def without_typography(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces in which other quotation marks, dashes and the like are no change."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if (
            last is not None
            and last.text is not None
            and piece.text is not None
            and (last.state, piece.state) == (State.REMOVED, State.ADDED)
            and fold(last.text) == fold(piece.text)
        ):
            result[-1] = piece._replace(state=State.KEPT, link=-1)
        else:
            result.append(piece)
    return result
