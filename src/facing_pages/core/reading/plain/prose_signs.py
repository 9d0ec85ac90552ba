"""What the words of some lines say for prose or for verse, whatever their widths.

Sentences of prose end anywhere in a line, those of verse seldom inside one; verse often rhymes. The
sum of the signs is the logarithm of odds, for prose that was wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import chain, islice
from typing import Final

from facing_pages.core.languages.punctuation import (
    CLOSING_MARKS,
    OPENING_MARKS,
    SENTENCE_ENDS,
    ends_sentence,
)
from facing_pages.core.reading.hyphens import needs_space
from facing_pages.core.reading.plain.text_lines import TextLine

# The odds below were set by trying them on 4,900 single paragraphs in four languages, wrapped at 36
# to 75 columns, and 1,900 poems and stanzas in English, German, French and Chinese.
# For a wrap by the sentences that end inside lines: the first, and the second; more say no more,
# for in spoken verse many do. By the end of the block. By small first letters of all lines but the
# first. For each line that rhymes with one of the three before or behind it, and where none does.
INNER_END_ODDS: Final = (3.0, 1.0)
ENDED_ODDS: Final = 1.0
UNENDED_ODDS: Final = -1.5
SMALL_STARTS_ODDS: Final = 0.7
RHYMED_ODDS: Final = -1.5
MIN_RHYMED_ODDS: Final = -6.0
UNRHYMED_ODDS: Final = 0.5
# Lines between which there may be a rhyme, and letters that words which rhyme end with.
MAX_RHYME_DISTANCE: Final = 3
RHYME_LETTERS: Final = 3
# Characters at the end of a line in which its last word is looked for: a longer line is no verse.
MAX_ENDING: Final = 40

HAN_MARKS: Final = "\u3001-\u303f\uff01-\uff20\uff3b-\uff40\uff5b-\uff65\u2026\u2014"
# The last word of a line, without the marks behind it.
_LAST_WORD: Final = re.compile(r"[^\W\d_]+(?=[\W\d_]*$)")
# The end of a sentence inside a line, with the first letter of the next one; no initial of a name.
_INNER_END: Final = re.compile(
    rf"(?<!\b[^\W\d_])[{re.escape(SENTENCE_ENDS)}][{re.escape(CLOSING_MARKS)}]*"
    rf"(?:\s+|(?<=[{HAN_MARKS}]))[{re.escape(OPENING_MARKS)}]*([^\W\d_])"
)


def prose_odds(block: Sequence[TextLine], light_words: Set[str]) -> float:
    """Return what the sentences and the rhymes of a block say."""
    return _sentence_odds(block) + _rhyme_odds(block, light_words)


def has_capital(word: str) -> bool:
    """Tell whether a word begins with a capital letter, behind marks that open something."""
    return word.lstrip(OPENING_MARKS)[:1].isupper()


def _sentence_odds(block: Sequence[TextLine]) -> float:
    """Return what the sentences say that end inside lines, and the start and end of lines."""
    odds = sum(INNER_END_ODDS[: _count_inner_ends(block)])
    if has_capital(block[0].text) and all(_starts_small(line.text) for line in block[1:]):
        odds += SMALL_STARTS_ODDS
    if ends_sentence(block[-1].text, or_clause=False):
        return odds + ENDED_ODDS
    return odds if ends_sentence(block[-1].text) else odds + UNENDED_ODDS


def _count_inner_ends(block: Sequence[TextLine]) -> int:
    """Return how many sentences end inside lines: none where each line is a speech of its own."""
    if all(ends_sentence(line.text, or_clause=False) for line in block):
        return 0
    found = chain.from_iterable(_INNER_END.finditer(line.text) for line in block)
    ends = (end for end in found if not end.group(1).islower())
    return sum(1 for _ in islice(ends, len(INNER_END_ODDS)))


def _starts_small(text: str) -> bool:
    return text.lstrip(OPENING_MARKS)[:1].islower()


def _rhyme_odds(block: Sequence[TextLine], light_words: Set[str]) -> float:
    """Return what the rhymes say: verse has them often, and prose hardly by chance."""
    last = block[0].text[-1]
    if not needs_space(last, last):
        return 0.0
    words = [_last_word(line.text) for line in block]
    rhymed: set[int] = set()
    for place, word in enumerate(words):
        for other in range(place + 1, min(len(words), place + 1 + MAX_RHYME_DISTANCE)):
            if _rhymes(word, words[other]) and word not in light_words:
                rhymed |= {place, other}
    return max(MIN_RHYMED_ODDS, RHYMED_ODDS * len(rhymed)) if rhymed else UNRHYMED_ODDS


def _rhymes(word: str, other: str) -> bool:
    """Tell whether two words are spelled alike at their ends, and are not the same word."""
    is_long = min(len(word), len(other)) >= RHYME_LETTERS
    return is_long and word != other and word[-RHYME_LETTERS:] == other[-RHYME_LETTERS:]


def _last_word(text: str) -> str:
    found = _LAST_WORD.search(text[-MAX_ENDING:])
    return found.group().casefold() if found else ""
