"""Where in a row's rewrite a place of its original is: behind the same kept words.

Known are the bounds of linked sentences, the ends of changes that have both sides, and words
between these that stand unmarked in both texts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq, Prefix

from facing_pages.core.model import Side, Span
from facing_pages.core.sequences import longest_increasing_chain
from facing_pages.marks.kinds import MarkStyle
from facing_pages.viewmodel.pair_view import SideText, Table
from facing_pages.viewmodel.table_columns import SentenceColumn
from facing_pages.viewmodel.visible_marks import Shown

# Styles of what stands in another place of the rewrite.
MOVES: Final = frozenset({MarkStyle.MOVED, MarkStyle.MOVED_PHRASE})
# Where a script sets no spaces, a character stands for a word.
_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_MARKS: Final = re.compile(r"(?:[^\w\s]|_)+")
# Quotation marks and dashes count as the same, however they are typed.
_ALIKE_MARKS: Final = str.maketrans("“”„‟«»‘’‚‛'–—", '"' * 11 + "--")
# Words on both sides, multiplied, up to which they are compared: a longer stretch without any
# known place is a text that is not aligned yet.
_MOST: Final = 100_000_000


class _Word(NamedTuple):
    """A word that stands unmarked, small letters."""

    text: str
    end: int


class KeptPlaces:
    """The places of a row that are known on both sides, in order."""

    def __init__(self, shown: Shown, original: Span, rewrite: Span) -> None:
        self._pages = shown.pages
        self._original, self._rewrite = original, rewrite
        old = shown.pages.marks[Side.ORIGINAL].within(original)
        known = {*self._bounds_of_sentences(), *self._ends_of_changes(old)}
        first, last = (original.start, rewrite.start), (original.end, rewrite.end)
        inner = [pair for pair in known if first < pair < last and first[1] <= pair[1] <= last[1]]
        chain = [first, *longest_increasing_chain(inner), last]
        kept = (
            _kept_words(shown.pages.original, original, old),
            _kept_words(
                shown.pages.rewrite, rewrite, shown.pages.marks[Side.REWRITE].within(rewrite)
            ),
        )
        places = [first]
        for before, after in pairwise(chain):
            places += _equal_words(*kept, before, after)
            places.append(after)
        self._from = [place for place, _ in places]
        self._to = [place for _, place in places]

    def after(self, position: int) -> int:
        """Return the place behind what stands before a position of the original.

        Marks that follow it on both sides are behind it as well.
        """
        nearest = max(0, bisect_right(self._from, position) - 1)
        start, place = self._from[nearest], self._to[nearest]
        old = _MARKS.match(self._pages.original.text, start, max(start, position))
        new = _MARKS.match(self._pages.rewrite.text, place, self._rewrite.end)
        if old is None or new is None:
            return place
        first, second = (found.group().translate(_ALIKE_MARKS) for found in (old, new))
        return place + Prefix.similarity(first, second)

    def past_marks(self, place: int) -> int:
        """Return the place behind the punctuation that follows a place: a sentence's end."""
        marks = _MARKS.match(self._pages.rewrite.text, place, self._rewrite.end)
        return marks.end() if marks else place

    def _bounds_of_sentences(self) -> Iterator[tuple[int, int]]:
        """Give where linked sentences of the row start and end on both sides."""
        if not self._pages.is_aligned:
            return
        table = self._pages.rows.sentences[Side.ORIGINAL]
        inside = self._pages.sentences_in(Side.ORIGINAL, self._original)
        numbers = table[inside.start : inside.end, SentenceColumn.LINK]
        for number in dict.fromkeys(numbers.tolist()):
            link = self._pages.rows.link(number)
            if link.moved or not link.original.length or not link.rewrite.length:
                continue
            old = self._pages.sentences_span(Side.ORIGINAL, link.original)
            new = self._pages.sentences_span(Side.REWRITE, link.rewrite)
            yield old.start, new.start
            yield old.end, new.end

    def _ends_of_changes(self, marks: Table) -> Iterator[tuple[int, int]]:
        for _, end, style, change in marks.tolist():
            new = self._pages.changes.entry(change).rewrite
            if new is not None and MarkStyle(style) not in MOVES:
                yield end, new.end


def _kept_words(text: SideText, span: Span, marks: Table) -> list[_Word]:
    """Return the words of a span that are in no mark but a minor one."""
    words: list[_Word] = []
    place = span.start
    changed = [(start, end) for start, end, style, _ in marks.tolist() if style != MarkStyle.MINOR]
    for start, end in [*changed, (span.end, span.end)]:
        words += [
            _Word(word.group().casefold(), word.end())
            for word in _WORD.finditer(text.text, place, max(place, start))
        ]
        place = max(place, end)
    return words


def _equal_words(
    old: list[_Word], new: list[_Word], before: tuple[int, int], after: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return where equal words between two known places end on both sides, in order."""
    rows, columns = (
        words[bisect_right(words, start, key=_end_of) : bisect_right(words, end - 1, key=_end_of)]
        for words, start, end in zip((old, new), before, after, strict=True)
    )
    if len(rows) * len(columns) > _MOST:
        return []
    blocks = LCSseq.editops(
        [word.text for word in rows], [word.text for word in columns]
    ).as_matching_blocks()
    return [
        (rows[block.a + k].end, columns[block.b + k].end)
        for block in blocks
        for k in range(block.size)
    ]


def _end_of(word: _Word) -> int:
    return word.end
