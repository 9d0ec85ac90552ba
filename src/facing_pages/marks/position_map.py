"""Map positions of a row's original to its rewrite: a position stays after the same kept words.

    original   I was quick to rise and greet Martin Hale as the owner .
               |            |               |           |           |
    rewrite    I      rose  to greet        Martin Hale             .

Three kinds of position are known on both sides: the bounds of linked sentences, the ends of changes
that have both sides, and between these the ends of kept words, which are the longest common
subsequence of the words that are unmarked in both texts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq, Prefix

from facing_pages.core.both import Both
from facing_pages.core.model import Span
from facing_pages.core.sequences import longest_increasing_chain
from facing_pages.marks.kinds import MarkStyle

# Styles of passages that are in another place of the rewrite.
MOVES: Final = frozenset({MarkStyle.MOVED, MarkStyle.MOVED_PHRASE})
# Where a script sets no spaces, a character stands for a word.
_PLACED_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_PUNCTUATION_RUN: Final = re.compile(r"(?:[^\w\s]|_)+")
_MARK_BEHIND_SPACE: Final = re.compile(r"\s+(?:[^\w\s]|_)+")
# Quotation marks and dashes count as the same, however they are typed.
_TYPED_ALIKE: Final = str.maketrans("“”„‟«»‘’‚‛'–—\u00a0\u202f", '"' * 11 + "--  ")
# Words on both sides, multiplied, up to which they are compared: a longer stretch without any known
# place is a text that is not aligned yet. By judgement; 10,000 words of a novel and as many of its
# abridgement take 0.03 s.
_MAX_WORD_PAIRS: Final = 100_000_000

Positions = tuple[int, int]


class Mark(NamedTuple):
    """A change on one side; `answer_end` is where it ends on the other side, None without one."""

    start: int
    end: int
    style: MarkStyle
    answer_end: int | None = None


class KeptWord(NamedTuple):
    """A word that is unmarked in both texts and equal but for the case of its letters."""

    original: Span
    rewrite: Span


class _MarkedWord(NamedTuple):
    text: str
    start: int
    end: int


class PositionMap:
    """The positions of a row that are known on both sides, in order.

    `bounds` are the starts and ends of linked sentences that did not move. `marks` must be in order
    of their starts.
    """

    def __init__(
        self,
        texts: Both[str],
        spans: Both[Span],
        marks: Both[list[Mark]],
        bounds: Iterable[Positions],
    ) -> None:
        self._texts, self.spans = texts, spans
        known = {*bounds, *_ends_of_changes(marks.original)}
        first, last = zip(spans.original, spans.rewrite, strict=True)
        inner = [pair for pair in known if first < pair < last and first[1] <= pair[1] <= last[1]]
        self.known: list[Positions] = [first, *longest_increasing_chain(inner), last]
        words = Both.of(lambda side: _unmarked_words(texts[side], spans[side], marks[side]))
        self.kept_words: list[KeptWord] = []
        positions = [first]
        for before, after in pairwise(self.known):
            kept = _common_words(words, before, after)
            self.kept_words += kept
            positions += [(word.original.end, word.rewrite.end) for word in kept]
            positions.append(after)
        self._from = [position for position, _ in positions]
        self._to = [position for _, position in positions]

    def after(self, position: int) -> int:
        """Map a position of the original to the rewrite.

        The result is the rewrite's side of the nearest known position at or before it. Equal
        punctuation that follows there on both sides is passed as well, and marks behind a space if
        all of them are equal:

            original   He said: “[Very] old men know.”
            rewrite    He said: “|Old men know.”
        """
        nearest = max(0, bisect_right(self._from, position) - 1)
        start, there = self._from[nearest], self._to[nearest]
        end = max(start, position)
        passed = self._equal_start(_PUNCTUATION_RUN, start, there, end)
        while True:
            before = passed
            old = _MARK_BEHIND_SPACE.match(self._texts.original, start + passed, end)
            count = self._equal_start(_MARK_BEHIND_SPACE, start + passed, there + passed, end)
            if old is not None and count == len(old.group()):
                passed += count
            if passed == before:
                return there + passed

    def _equal_start(self, run: re.Pattern[str], start: int, there: int, end: int) -> int:
        """Return how many characters of two runs are equal, the original's before `end`."""
        old = run.match(self._texts.original, start, end)
        new = run.match(self._texts.rewrite, there, self.spans.rewrite.end)
        if old is None or new is None:
            return 0
        first, second = (found.group().translate(_TYPED_ALIKE) for found in (old, new))
        return Prefix.similarity(first, second)

    def past_punctuation(self, position: int) -> int:
        """Return the position after the punctuation at a position of the rewrite."""
        marks = _PUNCTUATION_RUN.match(self._texts.rewrite, position, self.spans.rewrite.end)
        return marks.end() if marks else position


def _ends_of_changes(marks: Iterable[Mark]) -> Iterator[Positions]:
    for mark in marks:
        if mark.answer_end is not None and mark.style not in MOVES:
            yield mark.end, mark.answer_end


def _unmarked_words(text: str, span: Span, marks: Sequence[Mark]) -> list[_MarkedWord]:
    """Return the words of a span that have no mark, or only a minor one."""
    words: list[_MarkedWord] = []
    place = span.start
    changed = [(mark.start, mark.end) for mark in marks if mark.style is not MarkStyle.MINOR]
    for start, end in [*changed, (span.end, span.end)]:
        words += [
            _MarkedWord(word.group().casefold(), *word.span())
            for word in _PLACED_WORD.finditer(text, place, max(place, start))
        ]
        place = max(place, end)
    return words


def _common_words(
    words: Both[list[_MarkedWord]], before: Positions, after: Positions
) -> list[KeptWord]:
    """Return the longest common subsequence of words between two known positions.

    Without a word that ends at the second one on both sides: what is before it and the word itself
    read better as one change, `six[-. It-]{+, and it+} was full`, if they are no letter alike.
    """
    rows, columns = (
        side[bisect_right(side, start, key=_end_of) : bisect_right(side, end, key=_end_of)]
        for side, start, end in zip(words, before, after, strict=True)
    )
    if len(rows) * len(columns) > _MAX_WORD_PAIRS:
        return []
    blocks = LCSseq.editops(
        [word.text for word in rows], [word.text for word in columns]
    ).as_matching_blocks()
    kept = [
        KeptWord(_span_of(rows[block.a + k]), _span_of(columns[block.b + k]))
        for block in blocks
        for k in range(block.size)
    ]
    return [word for word in kept if (word.original.end, word.rewrite.end) != after]


def _span_of(word: _MarkedWord) -> Span:
    return Span(word.start, word.end)


def _end_of(word: _MarkedWord) -> int:
    return word.end
