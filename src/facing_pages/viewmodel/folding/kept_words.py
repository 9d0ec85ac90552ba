"""Where two linked sentences go on together word for word, and what one of them lacks before.

    original  He came [as his letter of the third had said] on the stairs.
    rewrite   He came on the stairs.

    places    "on the stairs" on both sides
    runs      what is in brackets

Compares words as they are written, not what they mean: this is for sentences of which one is much
longer, before the words are aligned. Words are what stands between spaces; scripts without spaces
have no such places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span
from facing_pages.viewmodel.folding.row_sentences import FoldedUnit, LackingRun

# Words in a row that are the same on both sides so that they count as kept: two that are the same
# may be so by chance. By judgement.
MIN_KEPT_WORDS: Final = 2
# Words that are left out for each that is there in their place, at least. By judgement: with fewer
# they are rather reworded.
MIN_LEFT_OUT: Final = 6
_CHUNK: Final = re.compile(r"\S+")
_CLAUSE_SIGNS: Final = ",;:.!?—–)"
_NO_LETTER: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class KeptWords:
    """`places` has where both sentences go on together, behind words that one of them lacks.

    If they can, clauses start there.
    """

    places: tuple[Both[int], ...]
    runs: Both[tuple[LackingRun, ...]]


def kept_words(texts: Both[str], sentences: Both[Span]) -> KeptWords:
    """Return what two linked sentences keep; takes the square of their length."""
    words = texts.with_other(
        sentences, lambda text, span: [Span(*m.span()) for m in _CHUNK.finditer(text, *span)]
    )
    written = words.with_other(
        texts, lambda spans, text: [_NO_LETTER.sub("", s.of(text)).casefold() for s in spans]
    )
    matcher = SequenceMatcher(None, written.original, written.rewrite, autojunk=False)
    places: list[Both[int]] = []
    runs: Both[list[LackingRun]] = Both([], [])
    ends = Both(0, 0)
    for first, second, size in matcher.get_matching_blocks():
        starts, is_end = Both(first, second), not size
        if size < MIN_KEPT_WORDS and not is_end:
            continue
        before = ends.with_other(starts, Span)
        for side in Side:
            run = _lacking(before[side], before[side.other].length, words[side], texts[side])
            if run.length:
                span = _characters(words[side], run, texts[side])
                runs[side].append(LackingRun(side, span, run.length, FoldedUnit.WORD))
        if not is_end and starts.original and starts.rewrite:
            ahead = _to_clause(starts, size, words, texts)
            places.append(
                Both(words.original[first + ahead].start, words.rewrite[second + ahead].start)
            )
        ends = Both(first + size, second + size)
    return KeptWords(tuple(places), runs.map(tuple))


def _to_clause(starts: Both[int], size: int, words: Both[list[Span]], texts: Both[str]) -> int:
    """Return how many of the words kept from a place on come before a clause starts.

    0 if none starts: then the first of them is as good as another.
    """
    for ahead in range(size):
        for side in Side:
            before = words[side][starts[side] + ahead - 1].end - 1
            if texts[side][before] in _CLAUSE_SIGNS:
                return ahead
    return 0


def _lacking(numbers: Span, in_place: int, words: list[Span], text: str) -> Span:
    """Return which words of a side the other lacks, of those between two kept places.

    Where the other side has words in their place, these stand for the first clauses.
    """
    if numbers.length < MIN_LEFT_OUT * max(1, in_place):
        return Span(numbers.start, numbers.start)
    start = numbers.start
    while in_place > 1 and start < numbers.end:
        start += 1
        is_clause = text[words[start - 1].end - 1] in _CLAUSE_SIGNS
        if is_clause and start - numbers.start >= in_place:
            break
    return Span(start, numbers.end)


def _characters(words: list[Span], numbers: Span, text: str) -> Span:
    """Return where words stand, with the space behind them unless it ends their paragraph."""
    end = words[numbers.end - 1].end
    while end < len(text) and text[end].isspace() and text[end] != "\n":
        end += 1
    return Span(words[numbers.start].start, end)
