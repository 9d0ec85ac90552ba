"""What changed in the labels of two texts: who speaks, and when.

A label is compared as a whole, and with labels only. Those of linked paragraphs answer each other
in order, also where the sentences behind them are not linked:

    ANNA:  Mm-hm. | Did she sell it?      "Mm-hm." is removed, without the label,
    Q:     Did she sell it?               and "ANNA:" > "Q:" is reworded in the other link
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from facing_pages.core.alignment.sentences.sentence_units import label_words
from facing_pages.core.both import Both
from facing_pages.core.model import Alignment, Change, ChangeKind, Document, Link, Side, Span
from facing_pages.core.splitting.words import is_punctuation, split_words, words_in

# Sentences of both sides whose labels answer each other; None for a label without an answer.
_Pair = tuple[int | None, int | None]


class Speech:
    """The words of a document that are said, that is, all but those of labels."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._labels = [
            Span(paragraph.span.start, paragraph.span.start + paragraph.label)
            for paragraph in document.paragraphs
            if paragraph.label
        ]
        self._starts = [span.start for span in self._labels]

    def count(self, span: Span) -> int:
        """Return how many words there are in a span, without those of labels; marks are none."""
        words = self.texts(span)
        return len(words) - sum(map(is_punctuation, words))

    def words(self, span: Span) -> list[Span]:
        """Return the words and marks in a span, without those of the labels that begin in it."""
        return [word for part in self._parts(span) for word in split_words(self._text, part)]

    def texts(self, span: Span) -> list[str]:
        """Return the words and marks in a span as strings, without those of such labels."""
        return [word for part in self._parts(span) for word in words_in(self._text, part)]

    def _parts(self, span: Span) -> Iterator[Span]:
        """Yield the parts of a span around the labels that begin in it."""
        first, end = (bisect_left(self._starts, place) for place in span)
        start = span.start
        for label in self._labels[first:end]:
            yield Span(start, label.start)
            start = min(label.end, span.end)
        yield Span(start, span.end)


class LabelChanges:
    """The changes of all labels of two documents, by link."""

    def __init__(self, documents: tuple[Document, Document], alignment: Alignment) -> None:
        self._documents = Both(*documents)
        self._links = alignment.links
        self._changes: defaultdict[int, list[Change]] = defaultdict(list)
        # The sentences of each side whose labels have an answer.
        self._answered: Both[set[int]] = Both(set(), set())
        sentences = self._documents.map(_labelled)
        if not sentences.original and not sentences.rewrite:
            return
        numbers = Both.of(lambda side: _link_numbers(alignment.links, side))
        for pair in _pairs(sentences, alignment):
            self._compare(*pair, numbers)

    def of_link(self, number: int) -> list[Change]:
        """Return the changes of the labels in a link."""
        return self._changes.get(number, [])

    def without_label(self, change: Change) -> Change:
        """Return the change of a whole sentence without its label, if that has an answer."""
        link = self._links[change.link]
        for side in Side:
            span, numbers = change.span(side), link.numbers(side)
            if span is not None and numbers and numbers[0] in self._answered[side]:
                spoken = self._documents[side].spoken_span(numbers[0])
                said = Span(spoken.start, span.end)
                is_original = side is Side.ORIGINAL
                return (
                    replace(change, original=said) if is_original else replace(change, rewrite=said)
                )
        return change

    def _compare(self, old: int | None, new: int | None, numbers: Both[dict[int, int]]) -> None:
        """Note the change of a label and its answer; one that stands alone has None for it."""
        places = [
            None if sentence is None else numbers[side][sentence]
            for side, sentence in ((Side.REWRITE, new), (Side.ORIGINAL, old))
        ]
        linked = [n for n in places if n is not None and _has_both_sides(self._links[n])]
        if not linked:
            return  # the sentences were removed and added with their labels
        before = None if old is None else self._documents.original.label_span(old)
        after = None if new is None else self._documents.rewrite.label_span(new)
        kind = ChangeKind.ADDED if old is None else ChangeKind.REMOVED
        if old is not None and new is not None:
            self._answered.original.add(old)
            self._answered.rewrite.add(new)
            found = self._difference(old, new)
            if found is None:
                return
            kind = found
        self._changes[linked[0]].append(Change(kind, before, after, linked[0]))

    def _difference(self, old: int, new: int) -> ChangeKind | None:
        """Return how two labels differ, None if they do not.

        In typography if they differ in signs only, and in the order of name and time.
        """
        original, rewrite = self._documents
        if _label(original, old) == _label(rewrite, new):
            return None
        is_same = label_words(original, old) == label_words(rewrite, new)
        return ChangeKind.TYPOGRAPHY if is_same else ChangeKind.REWORDED


def _label(document: Document, sentence: int) -> str:
    span = document.label_span(sentence)
    return span.of(document.text) if span else ""


def _labelled(document: Document) -> dict[int, int]:
    """Return the first sentence of each paragraph that has a label."""
    found: dict[int, int] = {}
    for number, sentence in enumerate(document.sentences):
        if document.paragraphs[sentence.paragraph].label:
            found.setdefault(sentence.paragraph, number)
    return found


def _pairs(sentences: Both[dict[int, int]], alignment: Alignment) -> Iterator[_Pair]:
    """Yield the sentences whose labels answer each other, paragraph by paragraph."""
    for link in alignment.paragraphs:
        yield from zip_longest(
            *(
                [found[number] for number in link.numbers(side) if number in found]
                for side, found in zip(Side, sentences, strict=True)
            )
        )


def _link_numbers(links: tuple[Link, ...], side: Side) -> dict[int, int]:
    """Return the number of the link of each sentence of a side."""
    return {n: number for number, link in enumerate(links) for n in link.numbers(side)}


def _has_both_sides(link: Link) -> bool:
    return bool(link.original and link.rewrite)
