"""Sentence ends of one text that the other text has as well, where its splitter passed them over.

Whether "U.S.", "etc." or a quotation ends a sentence is seen from the words around it, and a word
that changed there may change the answer. Then one sentence would face two. So an end found in one
text is tried in the other: where the same words stand around a stop that may be an end.

    original   He left the U.S. | Everybody called.
    rewrite    He left the U.S.   Nobody called.        may be an end behind the same three words
    result     He left the U.S. | Nobody called.

The words around are the same on both sides, or those on one side are, and then the place must be
the only one in either text. Ends are only ever added; swapped texts give the same, and a text
compared with itself stays as it is. Takes time linear in the length of the texts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

import regex

from facing_pages.core.both import Both
from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.punctuation import (
    CLOSING_MARKS,
    LATIN_ENDS,
    OPENING_MARKS,
    OTHER_SPACED_ENDS,
)
from facing_pages.core.model import Document, Role, Sentence, Span
from facing_pages.core.splitting.folding import fold
from facing_pages.core.splitting.sentences import NOTE_SIGN
from facing_pages.core.splitting.short_forms import needs_next_word

# Words behind and before an end that must be the same: where both sides count, and where one has to
# do alone. By judgement.
WORDS_ON_BOTH_SIDES: Final = 2
WORDS_ON_ONE_SIDE: Final = 3
# Characters in which the words beside an end are looked for. By judgement.
MAX_CHARACTERS_BESIDE: Final = 60

# How often both texts are looked at, because an end that was added may show another one. Novels
# need two rounds. By judgement.
MAX_ROUNDS: Final = 5

# Paragraphs that are one sentence each, or rows of tables, of which no cell is cut in two.
_WHOLE_ROLES: Final = frozenset((Role.HEADING, Role.VERSE, Role.TABLE_ROW))
_CLOSING_RUN: Final = rf"(?:[{regex.escape(CLOSING_MARKS)}]|{NOTE_SIGN})*"
_ENDS: Final = LATIN_ENDS + OTHER_SPACED_ENDS
_STOP: Final = regex.compile(rf"[{_ENDS}]{_CLOSING_RUN}$")
_MAY_END: Final = regex.compile(
    rf"(?<=\S\s?)(?<![{_ENDS}])[{_ENDS}]+{_CLOSING_RUN}(?P<space>\s++)"
    rf"(?=(?:[–—]\s*)?[{regex.escape(OPENING_MARKS)}„‚»]*[\p{{Lu}}\p{{Lo}}\p{{Nd}}])"
)
# From the first letter or figure between two spaces to the last.
_UNMARKED_WORD: Final = re.compile(r"[^\W_](?:\S*[^\W_])?")
# A form that says itself that it is no title of the name behind it: "etc.", "p.m.", "U.S.".
_NO_TITLE: Final = regex.compile(r"\p{Ll}[\p{L}.]*|(?:\p{L}\.)+\p{L}")

Words = tuple[str, ...]


class End(NamedTuple):
    """A place where a sentence ends or may end: the gap, its sentence, and the words beside it.

    `last_word` is the one before it as it is written.
    """

    gap: Span
    sentence: int
    before: Words
    after: Words
    last_word: str

    @property
    def keys(self) -> Iterator[tuple[Words | None, Words | None]]:
        """Yield what other ends are known by as the same: words on both sides, before, after."""
        if len(self.before) >= WORDS_ON_BOTH_SIDES and len(self.after) >= WORDS_ON_BOTH_SIDES:
            yield self.before[-WORDS_ON_BOTH_SIDES:], self.after[:WORDS_ON_BOTH_SIDES]
        if len(self.before) >= WORDS_ON_ONE_SIDE:
            yield self.before, None
        if len(self.after) >= WORDS_ON_ONE_SIDE:
            yield None, self.after


class Ends(NamedTuple):
    """The ends of one text, and the places in it that may be ends but are none."""

    found: list[End]
    possible: list[End]


def with_shared_ends(documents: Both[Document]) -> Both[Document]:
    """Return two documents with sentences, cut where the other one shows that a sentence ends."""
    for _ in range(MAX_ROUNDS):
        possible = documents.map(_possible_ends)
        if not any(possible):
            return documents
        found = documents.map(_found_ends)
        ends = found.with_other(possible, Ends)
        shared = ends.with_other(ends.swapped, lambda here, there: list(_shared(here, there)))
        if not any(shared):
            return documents
        documents = documents.with_other(shared, _cut)
    return documents


def _possible_ends(document: Document) -> list[End]:
    """Return the places inside sentences where one may end."""
    language = language_of(document.text)
    return [
        _end(document.text, gap, number)
        for number, sentence in enumerate(document.sentences)
        if document.paragraphs[sentence.paragraph].role not in _WHOLE_ROLES
        for gap in _gaps(document.text, document.spoken_span(number), language)
    ]


def _gaps(text: str, spoken: Span, language: str) -> Iterator[Span]:
    for match in _MAY_END.finditer(text, spoken.start, spoken.end):
        gap = Span(*match.span("space"))
        if not needs_next_word(text, gap.start, gap.end, language):
            yield gap


def _found_ends(document: Document) -> list[End]:
    """Return the ends behind a stop, those of paragraphs among them."""
    text = document.text
    return [
        _end(text, Span(sentence.span.end, following.span.start), number)
        for number, (sentence, following) in enumerate(pairwise(document.sentences))
        if _STOP.search(text, max(sentence.span.start, sentence.span.end - 20), sentence.span.end)
    ]


def _end(text: str, gap: Span, sentence: int) -> End:
    before = _words(text[max(0, gap.start - MAX_CHARACTERS_BESIDE) : gap.start])
    after = _words(text[gap.end : gap.end + MAX_CHARACTERS_BESIDE])
    return End(
        gap,
        sentence,
        before=tuple(map(str.casefold, before[-WORDS_ON_ONE_SIDE:])),
        after=tuple(map(str.casefold, after[:WORDS_ON_ONE_SIDE])),
        last_word=before[-1] if before else "",
    )


@lru_cache(maxsize=20_000)
def _words(part: str) -> tuple[str, ...]:
    """Return what stands between spaces, without the marks at its edges."""
    return tuple(_UNMARKED_WORD.findall(fold(part)))


def _shared(here: Ends, there: Ends) -> Iterator[End]:
    """Yield the possible ends of one text that are ends in the other."""
    ends = _by_key(there.found)
    passed_over = _by_key(there.possible)
    own = Counter(key for end in (*here.found, *here.possible) for key in end.keys)
    for end in here.possible:
        for key in end.keys:
            if key not in ends or key in passed_over:
                continue
            is_only_one = own[key] == len(ends[key]) == 1
            if None not in key or (is_only_one and _is_sure(end, key)):
                yield end
                break


def _by_key(ends: Iterable[End]) -> dict[tuple[Words | None, Words | None], list[End]]:
    by_key: defaultdict[tuple[Words | None, Words | None], list[End]] = defaultdict(list)
    for end in ends:
        for key in end.keys:
            by_key[key].append(end)
    return by_key


def _is_sure(end: End, key: tuple[Words | None, Words | None]) -> bool:
    """Tell whether a form is no title, where only the words behind it are the same.

    "It rained. Smith left." does not say that a sentence ends in "It rained. Mr. Smith left."
    """
    return key[0] is not None or _NO_TITLE.fullmatch(end.last_word) is not None


def _cut(document: Document, ends: Iterable[End]) -> Document:
    """Return a document with its sentences cut at some ends, which are in order."""
    gaps: defaultdict[int, list[Span]] = defaultdict(list)
    for end in ends:
        gaps[end.sentence].append(end.gap)
    sentences: list[Sentence] = []
    for number, sentence in enumerate(document.sentences):
        starts = [sentence.span.start, *(gap.end for gap in gaps.get(number, ()))]
        stops = [*(gap.start for gap in gaps.get(number, ())), sentence.span.end]
        sentences += (
            Sentence(Span(start, stop), sentence.paragraph)
            for start, stop in zip(starts, stops, strict=True)
        )
    return replace(document, sentences=tuple(sentences))
