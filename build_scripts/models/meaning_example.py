"""A pair of sentences with what is known of its difference in meaning, word by word."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from facing_pages.core.alignment.words.word_aligner import word_aligner
from facing_pages.core.both import Both
from facing_pages.core.model import FindingKind as Kind
from facing_pages.core.model import Span
from facing_pages.core.splitting.words import split_words

# One group in so many is kept for choosing thresholds and for the figures of the card.
HELD_OUT = 6

Words = tuple[str, ...]
Marks = tuple[dict[int, Kind], dict[int, Kind]]
Places = tuple[frozenset[int], frozenset[int]]


@dataclass
class MeaningExample:
    """A pair, the kinds it has, the words that show them, and what is not known of it.

    A `group` has the clean form of a pair and its spoilt ones, so that no pair stands on both sides
    of a split. `marked` has the words of each side, original first; `dark` are words that nothing
    is said of, `open_kinds` kinds. `changed` is 1 or 0, or -1 where that is not known.
    """

    source: str
    group: str
    words: tuple[Words, Words]
    kinds: frozenset[Kind] = frozenset()
    marked: Marks = field(default_factory=lambda: ({}, {}))
    dark: Places = (frozenset(), frozenset())
    open_kinds: frozenset[Kind] = frozenset()
    changed: int = 0
    label: str = ""

    @property
    def is_held_out(self) -> bool:
        """Tell whether the pair is kept out of training."""
        return is_held_out(self.group)


def is_held_out(group: str) -> bool:
    """Tell whether the pairs of a group are kept out of training."""
    return zlib.crc32(group.encode()) % HELD_OUT == 0


def with_difference(
    source: str, group: str, texts: tuple[str, str, str], kind: Kind, label: str
) -> MeaningExample:
    """Return the pair of the first and the last text, marked where the last two differ."""
    original, base, rewrite = (words_of(text) for text in texts)
    gone: set[int] = set()
    new: set[int] = set()
    folded = [[word.lower() for word in words] for words in (base, rewrite)]
    for code in Levenshtein.opcodes(folded[0], folded[1]):
        if code.tag != "equal":
            gone.update(range(code.src_start, code.src_end))
            new.update(range(code.dest_start, code.dest_end))
    facing = linked_words((original, base), 1, gone)
    if kind is Kind.OMISSION:
        new = set()
    marked = (dict.fromkeys(facing, kind), dict.fromkeys(new, kind))
    return MeaningExample(
        source, group, (original, rewrite), frozenset({kind}), marked, changed=1, label=label
    )


def linked_words(words: tuple[Words, Words], side: int, gone: set[int]) -> set[int]:
    """Return the words of the other side that are linked with some of this one."""
    if not gone:
        return set()
    if words[0] == words[1]:
        return set(gone)
    links = word_aligner("en", precise=False).links(words[0], words[1])
    if side == 0:
        return {link.rewrite for link in links if link.original in gone}
    return {link.original for link in links if link.rewrite in gone}


def partners_of(words: tuple[Words, Words]) -> Both[dict[int, list[int]]]:
    """Return for each linked word of both sides the words that it is linked with, in order."""
    forth: defaultdict[int, list[int]] = defaultdict(list)
    back: defaultdict[int, list[int]] = defaultdict(list)
    for link in word_aligner("en", precise=False).links(*words):
        forth[link.original].append(link.rewrite)
        back[link.rewrite].append(link.original)
    return Both(dict(forth), dict(back))


def records(path: Path) -> Iterator[dict]:
    """Yield the records of a file of JSON lines."""
    for line in path.read_text("utf-8").splitlines():
        yield json.loads(line)


def words_of(text: str) -> Words:
    """Return the words of a text."""
    return tuple(span.of(text) for span in spans_of(text))


def spans_of(text: str) -> list[Span]:
    """Return where the words of a text stand."""
    return split_words(text, Span(0, len(text)))


def words_inside(text: str, run: Sequence[int] | None) -> set[int]:
    """Return the words that share a character with a run of characters."""
    if run is None:
        return set()
    spans = enumerate(spans_of(text))
    return {k for k, span in spans if span.start < run[1] and run[0] < span.end}
