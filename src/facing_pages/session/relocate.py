"""Find the sentences of corrections in two texts as they are now.

The result has the documents with their sentences cut, pins for the aligner, and the corrections
whose sentences are gone. A sentence is looked for at its old position, then anywhere in the text,
the nearest first, and at last among the sentences around its old position that are nearly the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz, process

from facing_pages.core.model import Document, Pin, Sentence, Side, Span
from facing_pages.core.splitting.folding import fold
from facing_pages.session.corrections import (
    NO_CORRECTIONS,
    Bookmark,
    Correction,
    Corrections,
    Cut,
    LinkCorrection,
    Passage,
)

# Likeness in per cent (indel similarity of letters) from which an edited sentence is taken for the
# same one, and how many sentences before and behind its old place are looked at. By judgement.
MIN_RELOCATED_LIKENESS: Final = 75
MAX_RELOCATED_DISTANCE: Final = 400


@dataclass(frozen=True)
class Relocated:
    """The corrections of a pair, applied to its present texts.

    `corrections` have the present positions of their sentences. Those `lost` are among them
    unchanged, because the text they belong to may come back.
    """

    documents: tuple[Document, Document]
    pins: tuple[Pin, ...] = ()
    corrections: Corrections = NO_CORRECTIONS
    lost: tuple[Correction, ...] = ()


def relocate(corrections: Corrections, documents: tuple[Document, Document]) -> Relocated:
    """Apply corrections to two documents whose sentences are already split."""
    sides = {side: _Sentences(document) for side, document in zip(Side, documents, strict=True)}
    lost: list[Correction] = []
    cuts = [_placed_cut(cut, sides) for cut in corrections.cuts]
    lost += [old for old, new in zip(corrections.cuts, cuts, strict=True) if new is None]
    links: list[LinkCorrection] = []
    pins: list[Pin] = []
    pinned = _PinIndex()
    for link in corrections.links:
        pin = _pin(link, sides)
        if pin is None or pinned.contradicts(pin):
            lost.append(link)
            links.append(link)
            continue
        pins.append(pin)
        pinned.add(pin)
        links.append(
            LinkCorrection(
                sides[Side.ORIGINAL].passage(pin.original),
                sides[Side.REWRITE].passage(pin.rewrite),
                link.together,
            )
        )
    return Relocated(
        (sides[Side.ORIGINAL].document, sides[Side.REWRITE].document),
        tuple(pins),
        Corrections(
            tuple(links),
            tuple(new or old for old, new in zip(corrections.cuts, cuts, strict=True)),
            tuple(_placed_bookmark(mark, sides) for mark in corrections.bookmarks),
            corrections.set_aside,
        ),
        tuple(lost),
    )


class _PinIndex:
    """An index of pins by sentence, so that a pin is compared only with those it can contradict."""

    def __init__(self) -> None:
        self._pins: dict[tuple[Side, int], list[Pin]] = defaultdict(list)

    def add(self, pin: Pin) -> None:
        """Add a pin, which must not contradict one in the index."""
        for side in Side:
            for number in pin.numbers(side):
                self._pins[side, number].append(pin)

    def contradicts(self, pin: Pin) -> bool:
        """Tell whether a pin contradicts one in the index."""
        return any(
            _clash(pin, other)
            for side in Side
            for number in pin.numbers(side)
            for other in self._pins.get((side, number), ())
        )


class _Sentences:
    """An index of the sentences of one document by their text."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.document.sentences]

    @cached_property
    def _texts(self) -> list[str]:
        text = self.document.text
        return [fold(sentence.span.of(text)) for sentence in self.document.sentences]

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        numbers: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self._texts):
            numbers[text].append(number)
        return numbers

    def passage(self, numbers: Sequence[int]) -> Passage | None:
        """Return consecutive sentences as a passage, None for no sentences."""
        if not numbers:
            return None
        spans = [self.document.sentences[number].span for number in numbers]
        texts = tuple(span.of(self.document.text) for span in spans)
        return Passage(Span(spans[0].start, spans[-1].end), texts)

    def find(self, passage: Passage) -> tuple[int, ...] | None:
        """Return the present numbers of the sentences of a passage, None if they are gone."""
        sentences = [fold(sentence) for sentence in passage.sentences]
        expected = bisect_left(self._starts, passage.span.start)
        if self._has_at(expected, sentences):
            return tuple(range(expected, expected + len(sentences)))
        found = [
            start for start in self._numbers.get(sentences[0], ()) if self._has_at(start, sentences)
        ]
        if found:
            start = min(found, key=lambda number: abs(number - expected))
            return tuple(range(start, start + len(sentences)))
        return self._find_edited(sentences, expected)

    def _has_at(self, start: int, sentences: Sequence[str]) -> bool:
        return self._texts[start : start + len(sentences)] == list(sentences)

    def _find_edited(self, sentences: Sequence[str], expected: int) -> tuple[int, ...] | None:
        first = max(0, expected - MAX_RELOCATED_DISTANCE)
        near = self._texts[first : expected + MAX_RELOCATED_DISTANCE]
        alike = process.extract(
            sentences[0], near, scorer=fuzz.ratio, score_cutoff=MIN_RELOCATED_LIKENESS, limit=5
        )
        for _, _, offset in alike:
            start = first + offset
            texts = self._texts[start : start + len(sentences)]
            if len(texts) == len(sentences) and all(
                fuzz.ratio(*pair) >= MIN_RELOCATED_LIKENESS
                for pair in zip(texts, sentences, strict=True)
            ):
                return tuple(range(start, start + len(sentences)))
        return None

    def cut(self, number: int, at: int) -> None:
        """Split a sentence `at` code points after its start."""
        old = self.document.sentences[number]
        middle = old.span.start + at
        head = self.document.text[old.span.start : middle].rstrip()
        halves = (
            Sentence(Span(old.span.start, old.span.start + len(head)), old.paragraph),
            Sentence(Span(middle, old.span.end), old.paragraph),
        )
        sentences = self.document.sentences
        self.document = replace(
            self.document, sentences=(*sentences[:number], *halves, *sentences[number + 1 :])
        )
        for name in ("_starts", "_texts", "_numbers"):
            self.__dict__.pop(name, None)


def _placed_cut(cut: Cut, sides: dict[Side, _Sentences]) -> Cut | None:
    """Cut the sentence; return the cut with its present position, None if it is lost."""
    sentences = sides[cut.side]
    found = sentences.find(cut.sentence)
    if found is None:
        return None
    here = sentences.passage(found)
    assert here is not None
    at = _same_place(cut.sentence.sentences[0], cut.at, here.sentences[0])
    if at is None:
        return None
    sentences.cut(found[0], at)
    return Cut(cut.side, here, at)


def _same_place(before: str, at: int, after: str) -> int | None:
    """Return the position in an edited sentence of the two words that followed `at` before.

    None if they are gone.
    """
    if before == after:
        return at
    following = before[at:].split()
    opening = " ".join(following[:2])
    found = after.find(opening) if opening else -1
    return found if found > 0 else None


def _placed_bookmark(bookmark: Bookmark, sides: dict[Side, _Sentences]) -> Bookmark:
    sentences = sides[bookmark.side]
    found = sentences.find(bookmark.sentence)
    here = sentences.passage(found) if found else None
    return replace(bookmark, sentence=here) if here else bookmark


def _pin(link: LinkCorrection, sides: dict[Side, _Sentences]) -> Pin | None:
    numbers: list[tuple[int, ...]] = []
    for side in Side:
        passage = link.passage(side)
        found = sides[side].find(passage) if passage else ()
        if found is None:
            return None
        numbers.append(found)
    return Pin(numbers[0], numbers[1], link.together)


def _clash(one: Pin, other: Pin) -> bool:
    """Tell whether two pins contradict each other."""
    shared = list(_shared(one, other))
    if one.together and other.together:
        return any(shared)
    return one.together is not other.together and all(shared)


def _shared(one: Pin, other: Pin) -> Iterator[bool]:
    yield bool(set(one.original) & set(other.original))
    yield bool(set(one.rewrite) & set(other.rewrite))
