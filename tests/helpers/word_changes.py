"""Words and changes of one link, written as short strings.

Words stand between spaces; "|" says that the next word begins a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.readable import make_readable
from facing_pages.core.changes.word_change import WordChange, Words
from facing_pages.core.model import ChangeKind, LinkReason, Span

LIGHT = frozenset("the a an of and in was were it is to he had has have been by that".split())
# A change as a test shows it: its kind, and its words on both sides.
VisibleMarks = tuple[str, str, str]


def side(text: str) -> tuple[list[str], frozenset[int]]:
    """Return the words of a text and the numbers of those that begin a sentence."""
    words: list[str] = []
    starts: set[int] = set()
    for word in text.split():
        if word == "|":
            starts.add(len(words))
        else:
            words.append(word)
    return words, frozenset(starts)


def words_of(original: str, rewrite: str, *, language: str = "en") -> Words:
    """Return the words of two sides."""
    (one, one_starts), (other, other_starts) = side(original), side(rewrite)
    return Words(one, other, (one_starts, other_starts), LIGHT, language=language)


def change(kind: str, rows: tuple[int, int], columns: tuple[int, int]) -> WordChange:
    """Return a change of the words from one number to another on each side."""
    return WordChange(ChangeKind(kind), Span(*rows), Span(*columns))


def link(i: int, j: int, reason: LinkReason = LinkReason.EQUAL) -> FoundLink:
    """Return the link of two words."""
    return FoundLink(i, j, reason)


def shown(changes: Iterable[WordChange], words: Words) -> list[VisibleMarks]:
    """Return changes with their words."""
    return [
        (
            kind.value,
            " ".join(words.original[rows.start : rows.end]),
            " ".join(words.rewrite[columns.start : columns.end]),
        )
        for kind, rows, columns in changes
    ]


def readable(
    original: str, rewrite: str, *changes: WordChange, whole_above: float = 1.0
) -> list[VisibleMarks]:
    """Return changes after all rules; unless a test asks, nothing is reworded as a whole."""
    words = words_of(original, rewrite)
    found = make_readable(changes, words, whole_above=whole_above)
    assert make_readable(found, words, whole_above=whole_above) == found
    return shown(found, words)
