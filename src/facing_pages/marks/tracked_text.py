"""Merge both texts of a row into one with tracked changes, for the screen and for reports.

    original   He said he was quite well and went down.                  Then it rained.
    rewrite    He said he felt      well and went down and stayed there.
    tracked    He said he [-was quite-]{+felt+} well and went down{+ and stayed there+}.[- Then it
               rained.-]

Kept words are those of `PositionMap`: words that are unmarked in both texts. Between two of them,
equal signs and spaces at both ends are kept too; the rest is removed and added as a whole. So a
report tracks the same changes in the same places as the screen marks them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cached_property
from typing import Final, NamedTuple

import regex
from rapidfuzz.distance import LCSseq

from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span
from facing_pages.marks.position_map import Mark, PositionMap, Positions

# A number is one token with its sign, its currency and its separators. Combining marks, such as the
# vowels of Thai and Hindi, are never cut from what they stand on.
_TEXT_TOKEN: Final = regex.compile(
    r"(?<!\w)[-+−±]?\p{Sc}?[-+−±]?\p{Nd}+(?:[.,:/]\p{Nd}+)*(?:[%‰°]|[\w\p{M}]*)"
    r"|\w[\w\p{M}]*|\s+|[^\w\s]\p{M}*"
)


class State(Enum):
    """Whether characters were kept, removed or added."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class TrackedRun(NamedTuple):
    """A word, space or sign of one text; `text` is None for the end of a paragraph.

    A kept run is taken from the rewrite. `paragraph` counts the paragraphs of the row from 0.
    """

    state: State
    text: str | None
    start: int
    paragraph: int


class _Token(NamedTuple):
    text: str | None
    start: int
    paragraph: int


class TrackedText:
    """Both texts of a row; one of them may have no paragraphs.

    `marks` are all that overlap the row, in order of their starts; `bounds` are the starts and ends
    of its linked sentences that did not move.
    """

    def __init__(
        self,
        texts: Both[str],
        paragraphs: Both[list[Span]],
        marks: Both[list[Mark]],
        bounds: Iterable[Positions],
    ) -> None:
        self._texts = texts
        self._paragraphs = paragraphs
        self._marks = marks
        self._bounds = bounds

    @cached_property
    def places(self) -> PositionMap | None:
        """Return the positions known on both sides, None if a side has no paragraphs."""
        if not self._paragraphs.original or not self._paragraphs.rewrite:
            return None
        spans = self._paragraphs.map(lambda found: Span(found[0].start, found[-1].end))
        return PositionMap(self._texts, spans, self._marks, self._bounds)

    def runs(self) -> Iterator[TrackedRun]:
        """Yield the runs of the row; the last one is the end of its last paragraph.

        All runs but the added ones make up exactly the original, all but the removed ones exactly
        the rewrite.
        """
        cuts = [] if self.places is None else _cuts(self.places)
        tokens = Both.of(
            lambda side: self._tokens(side, [cut[side is Side.REWRITE] for cut in cuts])
        )
        starts = tokens.map(lambda found: [token.start for token in found])
        i = j = 0
        for old, new in cuts:
            a = bisect_left(starts.original, old, i)
            b = bisect_left(starts.rewrite, new, j)
            if a == i + 1 and b == j + 1 and tokens.original[i].text == tokens.rewrite[j].text:
                yield TrackedRun(State.KEPT, *tokens.rewrite[j])  # as for most words
            elif a > i or b > j:
                yield from _between(tokens.original[i:a], tokens.rewrite[j:b])
            i, j = a, b
        yield from _between(tokens.original[i:], tokens.rewrite[j:])

    def _tokens(self, side: Side, cuts: Sequence[int]) -> list[_Token]:
        """Return the words, spaces and signs of a side, also cut at the known positions."""
        tokens: list[_Token] = []
        text = self._texts[side]
        for number, span in enumerate(self._paragraphs[side]):
            tokens += [
                _Token(match.group(), match.start(), number)
                for match in _TEXT_TOKEN.finditer(text, span.start, span.end)
            ]
            tokens.append(_Token(None, span.end, number))
        starts = {token.start for token in tokens}
        inner = [cut for cut in cuts if cut not in starts]
        return _cut_at(tokens, inner) if inner else tokens


def _cut_at(tokens: Iterable[_Token], cuts: Sequence[int]) -> list[_Token]:
    """Return the tokens, those that have cuts inside in parts; `cuts` are in order."""
    parts: list[_Token] = []
    next_cut = 0
    for text, first, paragraph in tokens:
        start, end = first, first + len(text or "")
        while next_cut < len(cuts) and cuts[next_cut] < end:
            cut = cuts[next_cut]
            next_cut += 1
            if start < cut:
                parts.append(_Token((text or "")[start - first : cut - first], start, paragraph))
                start = cut
        parts.append(_Token(text and text[start - first :], start, paragraph))
    return parts


def _cuts(places: PositionMap) -> list[Positions]:
    """Return the known positions and the starts and ends of kept words, on both sides."""
    words = places.kept_words
    ends = {(word.original.end, word.rewrite.end) for word in words}
    starts = {(word.original.start, word.rewrite.start) for word in words}
    cuts: list[Positions] = []
    for cut in sorted({*places.known, *starts, *ends}):
        if not cuts or cut[1] >= cuts[-1][1]:
            cuts.append(cut)
    return cuts


def _between(original: Sequence[_Token], rewrite: Sequence[_Token]) -> Iterator[TrackedRun]:
    """Yield the runs between two known positions; equal tokens at both ends are kept.

    If there are only signs and spaces, equal ones in the middle are kept too.
    """
    size = min(len(original), len(rewrite))
    head = 0
    while head < size and original[head].text == rewrite[head].text:
        head += 1
    tail = 0
    while tail < size - head and original[-1 - tail].text == rewrite[-1 - tail].text:
        tail += 1
    yield from _as(State.KEPT, rewrite[:head])
    old, new = original[head : len(original) - tail], rewrite[head : len(rewrite) - tail]
    i = j = 0
    for a, b in _kept_signs(old, new):
        yield from _as(State.REMOVED, old[i:a])
        yield from _as(State.ADDED, new[j:b])
        yield from _as(State.KEPT, new[b : b + 1])
        i, j = a + 1, b + 1
    yield from _as(State.REMOVED, old[i:])
    yield from _as(State.ADDED, new[j:])
    yield from _as(State.KEPT, rewrite[len(rewrite) - tail :])


def _kept_signs(old: Sequence[_Token], new: Sequence[_Token]) -> list[tuple[int, int]]:
    """Return the positions of equal tokens in both lists, in order; none if there is a word."""
    if not old or not new or any(_has_words(token) for token in (*old, *new)):
        return []
    texts = Both([token.text or "" for token in old], [token.text or "" for token in new])
    blocks = LCSseq.editops(texts.original, texts.rewrite).as_matching_blocks()
    return [(block.a + k, block.b + k) for block in blocks for k in range(block.size)]


def _has_words(token: _Token) -> bool:
    """Tell whether a token is a word or the end of a paragraph, that is, not a sign or space."""
    return token.text is None or any(map(str.isalnum, token.text))


def _as(state: State, tokens: Sequence[_Token]) -> Iterator[TrackedRun]:
    return (TrackedRun(state, *token) for token in tokens)
