"""From two documents to the links of their sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from facing_pages.core.alignment.link_kinds import link_kind
from facing_pages.core.alignment.paragraphs import link_paragraphs
from facing_pages.core.alignment.sentences.sentence_aligner import link_sentences
from facing_pages.core.alignment.sentences.sentence_units import Units, label_words
from facing_pages.core.alignment.sentences.span_links import FoundLinks
from facing_pages.core.alignment.sentences.window_cache import WindowCache
from facing_pages.core.both import Both
from facing_pages.core.languages.detect import language_of
from facing_pages.core.model import Alignment, Document, Link, Pin, Span
from facing_pages.core.progress import Progress
from facing_pages.core.splitting.folding import fold, fold_letters, with_own_letters
from facing_pages.core.splitting.greek import differ_in_old_signs
from facing_pages.core.splitting.typography import capital_words, reading
from facing_pages.core.splitting.words import words_in

# What texts that say the same need not share; optional points of Hebrew and Arabic among it.
_TONES: Final = re.compile("[?!？！؟]")
_UNREAD: Final = re.compile(r"[\W_\u0591-\u05c7\u064b-\u0652\u0670\u0640]+")


def align_units(
    original: Document,
    rewrite: Document,
    progress: Progress,
    *,
    pins: Sequence[Pin] = (),
    cache: WindowCache | None = None,
) -> Alignment:
    """Return the links of paragraphs and sentences; their words are still empty.

    What `cache` knows of an earlier version of the texts is used again where nothing changed.
    Raises `ValueError` for pins that name sentences that are not there or contradict each other.
    """
    cache = cache or WindowCache()
    units = cache.units(Both(original, rewrite))
    found = link_sentences(units.original, units.rewrite, progress, pins=pins, cache=cache)
    links = complete_links(found)
    language = language_of(original.text)
    named = tuple(_named(link, units, Both(original, rewrite), language) for link in links)
    counts = Both(len(original.paragraphs), len(rewrite.paragraphs))
    return Alignment(links=named, paragraphs=link_paragraphs(units, named, counts))


def has_same_text(link: Link, original: Document, rewrite: Document, *, language: str) -> bool:
    """Tell whether both sides of a link say the same, typography aside.

    Marks and case are typography where they are not read: "well known" is "well-known", but
    10 12 is not 1012, "us" is not "US", and a question is not a statement.
    """
    if _labels(original, link.original) != _labels(rewrite, link.rewrite):
        return False
    old, new = _texts(original, link.original), _texts(rewrite, link.rewrite)
    if old == new:
        return True
    own = [with_own_letters(text, language=language) for text in (old, new)]
    letters = [_UNREAD.sub("", fold_letters(fold(text)).casefold()) for text in own]
    if letters[0] != letters[1] or _TONES.findall(old) != _TONES.findall(new):
        return False
    if differ_in_old_signs(old, new):
        return False
    words = [words_in(text, Span(0, len(text))) for text in own]
    if reading(words[0]) != reading(words[1]):
        return False
    words = [words_in(text, Span(0, len(text))) for text in (old, new)]
    capitals = [capital_words(side, language=language) for side in words]
    return capitals[0] == capitals[1]


def _texts(document: Document, numbers: Sequence[int]) -> str:
    return " ".join(document.spoken_span(number).of(document.text) for number in numbers)


def _labels(document: Document, numbers: Sequence[int]) -> list[tuple[str, ...]]:
    return [words for number in numbers if (words := label_words(document, number))]


def _named(link: Link, units: Both[Units], documents: Both[Document], language: str) -> Link:
    """Return a link with its kind; the same text is sure, unless it is there more than once."""
    is_same = has_same_text(link, *documents, language=language)
    is_sure = is_same and not any(
        side.repeated[list(link.numbers(which))].any() for which, side in units.items()
    )
    return replace(
        link,
        kind=link_kind(len(link.original), len(link.rewrite), is_same=is_same),
        confidence=1.0 if is_sure else link.confidence,
    )


def complete_links(found: FoundLinks) -> Iterator[Link]:
    """Yield all links in order of the original, added sentences where the rewrite has them."""
    by_start = {link.original.start: link for link in found.links}
    linked = {number for link in found.links for number in range(*link.rewrite)}
    alone = found.alone
    i = j = 0
    while i < len(alone.original):
        link = by_start.get(i)
        if link is None:
            yield _link((i,), (), confidence=alone.original[i])
            i += 1
            continue
        if not link.moved:
            yield from _added(range(j, link.rewrite.start), linked, alone.rewrite)
            j = max(j, link.rewrite.end)
        yield _link(
            tuple(range(*link.original)),
            tuple(range(*link.rewrite)),
            moved=link.moved,
            confidence=link.confidence,
        )
        i = link.original.end
    yield from _added(range(j, len(alone.rewrite)), linked, alone.rewrite)


def _added(numbers: range, linked: set[int], alone: Sequence[float]) -> Iterator[Link]:
    for number in numbers:
        if number not in linked:
            yield _link((), (number,), confidence=alone[number])


def _link(
    original: tuple[int, ...],
    rewrite: tuple[int, ...],
    *,
    moved: bool = False,
    confidence: float = 1.0,
) -> Link:
    kind = link_kind(len(original), len(rewrite), is_same=False)
    return Link(original, rewrite, kind, moved=moved, confidence=confidence)
