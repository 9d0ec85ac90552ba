"""The words around a change, with the change in its place, for the second line of an entry.

… the lamp was | silent | when she came down …
"""

from __future__ import annotations

from typing import Final, NamedTuple

from facing_pages.core.model import Side, Span
from facing_pages.marks.listed_changes import ListedChange
from facing_pages.viewmodel.pair_view import PairView

# Characters before and after a change, and of its own words. By judgement: more than the widest
# panel shows.
MAX_AROUND_CHARACTERS: Final = 120
MAX_CHANGED_CHARACTERS: Final = 160


class Context(NamedTuple):
    """The words before a change, its own, and those after, in one line.

    What was cut off has "…" in its place.
    """

    before: str
    words: str
    after: str


def context_of(pages: PairView, entry: ListedChange) -> Context:
    """Return what stands around a change in its paragraph: in the rewrite, if it is there."""
    side = Side.REWRITE if entry.rewrite else Side.ORIGINAL
    text, span = pages.text(side), entry.span(side)
    assert span is not None
    first = text.paragraph_span(text.paragraph_at(span.start)).start
    last = text.paragraph_span(text.paragraph_at(max(span.start, span.end - 1))).end
    start = max(first, span.start - MAX_AROUND_CHARACTERS)
    end = min(last, span.end + MAX_AROUND_CHARACTERS)
    words = Span(span.start, min(span.end, span.start + MAX_CHANGED_CHARACTERS))
    before = _in_one_line(text.text[start : span.start])
    after = _in_one_line(text.text[span.end : end])
    return Context(
        "…" + _from_word(before) if start > first else before,
        _in_one_line(words.of(text.text)) + ("…" if words.end < span.end else ""),
        _to_word(after) + "…" if end < last else after,
    )


def _in_one_line(text: str) -> str:
    """Return words with one space for each white space; those at the edges stay."""
    return "".join(" " if sign.isspace() else sign for sign in text)


def _from_word(text: str) -> str:
    """Return words without what is left of the first one, if there is another."""
    _, space, rest = text.partition(" ")
    return rest if space else text


def _to_word(text: str) -> str:
    rest, space, _ = text.rpartition(" ")
    return rest if space else text
