"""The style of each change of words: by its kind, how much it covers, and what words it has.

the whole sentence is another one      WHOLE_REWORDED, WHOLE_REMOVED, WHOLE_ADDED
more than six words removed or added   LONG_REMOVED, LONG_ADDED
for > to, had been > were              LIGHT_REWORDED: function words that turn no sense
quiet > silent                         REWORDED
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from facing_pages.core.both import Both, of_side
from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.registry import (
    are_opposed,
    completes_negation,
    function_words_of,
    weighty_words_of,
)
from facing_pages.core.model import Alignment, Change, ChangeKind, Comparison, Document, Side, Span
from facing_pages.core.splitting.folding import fold_word
from facing_pages.core.splitting.words import is_punctuation, words_in
from facing_pages.marks.kinds import MarkStyle, Weight
from facing_pages.marks.weights import spans_of, weights, weighty_findings

# Words of a removed or added run from which on it is marked by a paler fill and a bar beside it:
# more than six, about half a line of prose.
MIN_LONG_WORDS: Final = 7

# By kind: the style of a change, and that of one that covers whole sentences.
STYLES_OF_CHANGE: Final = {
    ChangeKind.REWORDED: (MarkStyle.REWORDED, MarkStyle.WHOLE_REWORDED),
    ChangeKind.FORM: (MarkStyle.FORM, MarkStyle.FORM),
    ChangeKind.REMOVED: (MarkStyle.REMOVED, MarkStyle.WHOLE_REMOVED),
    ChangeKind.ADDED: (MarkStyle.ADDED, MarkStyle.WHOLE_ADDED),
    ChangeKind.REORDERED: (MarkStyle.REORDERED, MarkStyle.REORDERED),
    ChangeKind.TYPOGRAPHY: (MarkStyle.MINOR, MarkStyle.MINOR),
}
_LIGHT: Final = {
    MarkStyle.REWORDED: MarkStyle.LIGHT_REWORDED,
    MarkStyle.ADDED: MarkStyle.LIGHT_ADDED,
    MarkStyle.REMOVED: MarkStyle.LIGHT_REMOVED,
}
_LONG: Final = {
    MarkStyle.ADDED: MarkStyle.LONG_ADDED,
    MarkStyle.REMOVED: MarkStyle.LONG_REMOVED,
}


class ChangeStyles:
    """Tells the style of the changes of one pair."""

    def __init__(self, documents: Both[Document], alignment: Alignment) -> None:
        self._documents = documents
        self._links = alignment.links
        self._languages = documents.map(lambda document: language_of(document.text))
        self._light_words = self._languages.map(
            lambda code: function_words_of(code) - weighty_words_of(code)
        )

    def style(self, change: Change) -> MarkStyle:
        """Return the style of a change of words."""
        # The number of an item is structure, as its indent is: it is no wording.
        named = ChangeKind.TYPOGRAPHY if change.is_ordinal else change.kind
        plain, whole = STYLES_OF_CHANGE[named]
        if self._covers_sentences(change):
            return whole
        if plain in _LIGHT and self._is_light(change):
            return _LIGHT[plain]
        if plain in _LONG and self._is_long(change):
            return _LONG[plain]
        return plain

    def _is_light(self, change: Change) -> bool:
        """Tell whether only function words differ, and none that turn the sense."""
        words = Both.of(lambda side: self._words(side, change.span(side)))
        if are_opposed(words.original, words.rewrite, self._languages.rewrite):
            return False
        return all(
            self._are_light(words[side], side, span, change.link)
            for side in Side
            if (span := change.span(side)) is not None
        )

    def _are_light(self, words: Sequence[str], side: Side, span: Span, link: int) -> bool:
        if any(word not in self._light_words[side] for word in words):
            return False
        before = self._words_before(side, span.start, link)
        return not any(
            completes_negation(word, [*before, *words[:n]], self._languages[side])
            for n, word in enumerate(words)
        )

    def _words(self, side: Side, span: Span | None) -> list[str]:
        """Return the folded words of a span, without punctuation; none for None."""
        if span is None:
            return []
        text = self._documents[side].text
        return [fold_word(word) for word in words_in(text, span) if not is_punctuation(word)]

    def _words_before(self, side: Side, place: int, link: int) -> list[str]:
        """Return the folded words between a place and the mark or start of sentence before it."""
        document = self._documents[side]
        spans = (document.sentences[n].span for n in self._links[link].numbers(side))
        start = next((span.start for span in spans if span.start <= place < span.end), place)
        words: list[str] = []
        for word in words_in(document.text, Span(start, place)):
            words = [] if is_punctuation(word) else [*words, fold_word(word)]
        return words

    def _is_long(self, change: Change) -> bool:
        span = change.original or change.rewrite
        assert span is not None
        side = Side.ORIGINAL if change.original else Side.REWRITE
        words = words_in(self._documents[side].text, span)
        spoken = (word for word in words if not is_punctuation(word))
        return len(list(islice(spoken, MIN_LONG_WORDS))) == MIN_LONG_WORDS

    def _covers_sentences(self, change: Change) -> bool:
        """Tell whether a change is that of all sentences of its link, on both sides."""
        link = self._links[change.link]
        return all(
            _covers(self._documents[side], link.numbers(side), of_side(change, side))
            for side in Side
        )


def change_weights(comparison: Comparison) -> list[Weight]:
    """Return the weight of each change of a comparison, in their order."""
    documents = Both.of(comparison.document)
    styles = ChangeStyles(documents, comparison.alignment)
    found = weights(
        [styles.style(change) for change in comparison.changes],
        spans_of(comparison.changes),
        spans_of(weighty_findings(comparison)),
    )
    return [Weight(weight) for weight in found.tolist()]


def _covers(document: Document, sentences: Sequence[int], span: Span | None) -> bool:
    """Tell whether a span is that of some sentences; None is that of no sentences.

    The label that the first of them begins with may be left out.
    """
    if span is None or not sentences:
        return span is None and not sentences
    whole = document.sentences_span(sentences)
    starts = (whole.start, document.spoken_span(sentences[0]).start)
    return span.start in starts and span.end == whole.end
