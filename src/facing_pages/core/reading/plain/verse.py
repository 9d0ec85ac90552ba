"""Find the verse among the blocks of a plain text, and the lines of it that an editor wrapped.

The river takes the bridge at dawn, and the road runs down to
    meet it;                          <- wrapped: it continues the line
we kept a lamp,
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from facing_pages.core.languages.letter_lines import may_be_closing
from facing_pages.core.languages.punctuation import begins_list_item, ends_sentence
from facing_pages.core.model import Span
from facing_pages.core.reading.plain.text_lines import TextLine
from facing_pages.core.reading.plain.wrapping import Wrap, line_end

# Characters of a line of verse. By judgement.
MAX_VERSE_LENGTH: Final = 75
# Lines of the stanza that shows that a text has verse, and of any other. By judgement.
MIN_STANZA_LINES: Final = 3
MIN_COUPLET_LINES: Final = 2
# How much longer than any line of the stanzas those of a couplet may be. By judgement: an address
# is no stanza to the sentences of its letter.
MAX_COUPLET_RATIO: Final = 1.5
# Share of the lines of a stanza that may end a sentence; in prose by lines nearly all do. By
# judgement.
MAX_ENDED_SHARE: Final = 0.6
# Share of the lines that begin with a name or time where each is what somebody said. By judgement.
MIN_LABEL_SHARE: Final = 0.6
# Columns from which on a line of verse may have been too long for its page. By judgement.
MIN_PAGE_COLUMNS: Final = 55

_LINE_TIME: Final = r"[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]?"
_SPEAKER: Final = re.compile(
    rf"(?:{_LINE_TIME}\s*)?([^\W\d_][\w .'’-]{{0,30}}?)(?:\s*[\[(][^\])]{{1,20}}[\])])?[:：]\s*\S"
)
_TIMED_LINE: Final = re.compile(rf"{_LINE_TIME}\s")


def has_label(text: str) -> bool:
    """Tell whether a line begins with who speaks, or when: "Anna: ", "[10:02] Jo: ", "10:02 ".

    A name is one word, or words with capitals: "He said: " is no label.
    """
    speaker = _SPEAKER.match(text)
    if speaker is None:
        return _TIMED_LINE.match(text) is not None
    words = speaker.group(1).split()
    return len(words) == 1 or not any(word[0].islower() for word in words)


def verse_blocks(blocks: Sequence[Sequence[TextLine]], wraps: Sequence[Wrap | None]) -> list[bool]:
    """Tell which blocks are verse: a stanza makes verse of each couplet in the same text."""
    may_be = [
        wrap is None and _may_be_verse(block) for block, wrap in zip(blocks, wraps, strict=True)
    ]
    stanzas = [
        max(len(line.text) for line in block)
        for block, found in zip(blocks, may_be, strict=True)
        if found and len(block) - is_name_above(block[0], block) >= MIN_STANZA_LINES
    ]
    longest = MAX_COUPLET_RATIO * max(stanzas, default=0)
    return [
        found and max(len(line.text) for line in block) <= longest
        for block, found in zip(blocks, may_be, strict=True)
    ]


def is_name_above(line: TextLine, block: Sequence[TextLine]) -> bool:
    """Tell whether a line is a title or the name of a speaker, in capitals above other lines."""
    if line is not block[0] or not line.text.isupper():
        return False
    return not all(other.text.isupper() for other in block)


def _may_be_verse(block: Sequence[TextLine]) -> bool:
    texts = [line.text for line in block if not is_name_above(line, block)]
    if len(texts) < MIN_COUPLET_LINES or block[0].quotes or block[0].is_row:
        return False
    if max(map(len, texts)) > MAX_VERSE_LENGTH:
        return False
    if may_be_closing(block[0].text, with_names=False):
        return False
    items = [begins_list_item(text) for text in texts]
    if any(items[1:]) or (items[0] and not texts[0][0].isdigit()):
        return False
    if sum(map(has_label, texts)) >= MIN_LABEL_SHARE * len(texts):
        return False
    ended = sum(ends_sentence(text, or_clause=False) for text in texts)
    return ended <= MAX_ENDED_SHARE * len(texts)


def continued_lines(stanzas: Sequence[Sequence[TextLine]]) -> frozenset[Span]:
    """Return the lines that continue the one before them, because that was too long for the page.

    Such lines are indented, begin small, and follow lines on which their first word would not have
    fitted. If any line that is indented so far follows a shorter one, the indent is the poet's.
    """
    indented = [
        (line.indent - before.indent, line_end(before, line), line)
        for stanza in stanzas
        for before, line in pairwise(stanza)
        if line.indent > before.indent
    ]
    widest = max((line.columns for stanza in stanzas for line in stanza), default=0)
    if widest < MIN_PAGE_COLUMNS:
        return frozenset()
    if any(end.needed <= widest or end.ends_sentence for _, end, _ in indented):
        return frozenset()
    return frozenset(line.body for _, _, line in indented if line.text[0].islower())
