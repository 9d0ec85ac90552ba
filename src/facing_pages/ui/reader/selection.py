"""The selected part of one side's text, as positions, and its clean copy."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facing_pages.core.model import Side, Span
from facing_pages.viewmodel.pages import SideText


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

    def copied_text(self, text: SideText) -> str:
        """Return the selected text of a side, a line for each paragraph, nothing else."""
        if not self.span.length:
            return ""
        first = text.paragraph_at(self.span.start)
        last = text.paragraph_at(self.span.end - 1)
        lines: list[str] = []
        for number in range(first, last + 1):
            paragraph = text.paragraph_span(number)
            start, end = max(paragraph.start, self.span.start), min(paragraph.end, self.span.end)
            if start < end:
                lines.append(text.text[start:end])
        return "\n".join(lines)


def word_span(text: SideText, position: int) -> Span:
    """Return the word at a position."""
    from facing_pages.core.splitting.words import split_words

    for span in split_words(text.text, text.paragraph_span(text.paragraph_at(position))):
        if span.start <= position < span.end:
            return span
    return Span(position, position)
