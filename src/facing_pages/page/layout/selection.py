"""The selected part of one side's text, as positions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facing_pages.core.model import Side, Span
from facing_pages.viewmodel.pair_view import PairView, SideText


@dataclass(frozen=True)
class Selection:
    """A selection from where it was started (`anchor`) to where it goes (`head`)."""

    side: Side
    anchor: int
    head: int

    @property
    def span(self) -> Span:
        """Return what is selected."""
        return Span(min(self.anchor, self.head), max(self.anchor, self.head))

    def to(self, head: int) -> Selection:
        """Return the selection drawn out to another place."""
        return replace(self, head=head)


def word_span(text: SideText, position: int) -> Span:
    """Return the word at a position."""
    from facing_pages.core.splitting.words import split_words

    for span in split_words(text.text, text.paragraph_span(text.paragraph_at(position))):
        if span.start <= position < span.end:
            return span
    return Span(position, position)


def sentence_span(pages: PairView, side: Side, position: int) -> Span:
    """Return the sentence at a position, or the paragraph while sentences are not known."""
    number = pages.sentence_at(side, position) if pages.is_aligned else None
    if number is None:
        text = pages.text(side)
        return text.paragraph_span(text.paragraph_at(position))
    return pages.sentence_span(side, number)
