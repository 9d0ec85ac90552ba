"""Recognise a line that was broken by accident in the middle of a sentence.

A hyperlink that was copied stands on a line of its own:

    He promised the harbour a       <- "a" ends no sentence
    new light
     before the winter.             <- begins with a space

Where a text has a paragraph in each line, other lines that go on small are broken as well.
Elsewhere they may be verse or a list, and stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from facing_pages.core.languages.punctuation import (
    OPENING_MARKS,
    begins_list_item,
    ends_sentence,
)
from facing_pages.core.languages.registry import of_all_languages
from facing_pages.core.reading.plain.text_lines import TextLine
from facing_pages.core.reading.plain.verse import MAX_VERSE_LENGTH, MIN_PAGE_COLUMNS

# Share of a text's characters that stand in lines too long for verse, and share of such lines that
# end a sentence, where it has a paragraph in each line. By judgement.
MIN_LONG_SHARE: Final = 0.3
MIN_ENDED_SHARE: Final = 0.6
# Words that no sentence ends with: a line that ends with one was broken there.
_DANGLING: Final = of_all_languages(lambda language: language.dangling_words)


class BrokenLines(NamedTuple):
    """Which broken lines of a text are joined: none, or more where its lines are paragraphs."""

    are_joined: bool
    has_paragraphs: bool

    def goes_on_behind_blank(self, before: TextLine, line: TextLine) -> bool:
        """Tell whether the blank line between two lines is in the middle of a sentence."""
        if not self.are_joined or line.begins_turn or not is_open(before) or not goes_on(line):
            return False
        if self.has_paragraphs:
            return _has_space_at(before, line) or _dangles(before)
        return before.columns >= MIN_PAGE_COLUMNS and _dangles(before)

    def goes_on(self, before: TextLine, line: TextLine) -> bool:
        """Tell whether a line that follows directly is in the middle of a sentence."""
        if not self.are_joined or not is_open(before):
            return False
        if begins_list_item(line.text) or line.is_row:
            return False
        if _dangles(before):
            return True
        if not self.has_paragraphs:
            return False
        is_long = max(len(before.text), len(line.text)) > MAX_VERSE_LENGTH
        if goes_on(line) and (is_long or _has_space_at(before, line)):
            return True
        return line.indent == 1 and before.has_space_after


def broken_lines_of(lines: Sequence[TextLine], *, are_joined: bool) -> BrokenLines:
    """Return which broken lines of a text are joined."""
    long = [line.text for line in lines if len(line.text) > MAX_VERSE_LENGTH]
    ended = sum(map(ends_sentence, long))
    is_long = sum(map(len, long)) >= MIN_LONG_SHARE * sum(len(line.text) for line in lines)
    is_ended = bool(long) and ended >= MIN_ENDED_SHARE * len(long)
    return BrokenLines(are_joined, has_paragraphs=is_long and is_ended)


def is_open(line: TextLine) -> bool:
    """Tell whether a line does not end a sentence."""
    return not ends_sentence(line.text) and not line.text.isupper()


def goes_on(line: TextLine) -> bool:
    """Tell whether a line starts like the middle of a sentence."""
    first = line.text.lstrip(OPENING_MARKS)[:1]
    return first.islower() or line.text[0] in ",;:.!?)”’…"


def _dangles(line: TextLine) -> bool:
    return line.text.rsplit(None, 1)[-1].lower() in _DANGLING


def _has_space_at(before: TextLine, line: TextLine) -> bool:
    """Tell whether there is a space where one line ends and the other begins."""
    return line.indent == 1 or before.has_space_after
