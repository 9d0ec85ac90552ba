"""The numbers of labels: "Article 3.", "§ 3", "(c)", "IV.", "第三条", "2.1".

A number at the start of a sentence belongs to a label if the same label counts on elsewhere in the
text. Such a number says where an entry stands, not what it says; "1914" and "200 g" are none.

    Article 1. Dogs …        "Article" is found with 1, 2, 4: it counts, with a hole
    Article 2. Music …
    Article 4. Snow …
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import regex

from facing_pages.core.model import Span
from facing_pages.core.splitting.folding import fold

# Entries that a label must have, to count, and the share of steps from one to the next that must
# lead on: of entries "(1) (2) (1) (2)" half of the steps do. By judgement.
MIN_LABELLED: Final = 3
MIN_COUNTING_SHARE: Final = 0.5
# How many entries may have been left out of a count between two that are there. By judgement.
MAX_STEP: Final = 3
_HAN_DIGITS: Final = {figure: value for value, figure in enumerate("一二三四五六七八九", start=1)}
_ROMAN_DIGITS: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LABEL: Final = regex.compile(
    r"""
    [^\p{L}\p{N}]{0,4}
    (?: 第 | (?: [\p{L}\p{M}]{1,20}+ [^\p{L}\p{N}]{0,3} ){0,2}? )         # Article  No.  第
    (?: (?<! [\p{L}\p{N}] ) | (?<= \p{Han} ) )
    (?: (?P<figures> \p{Nd}{1,3} (?: \. \p{Nd}{1,3} )*+ )
        (?! \p{Nd} | [.,:]\p{Nd} | [%‰°] | (?! \p{Han} ) \p{L} )            # 3  2.1
      | (?P<roman> [IVXLC]{1,7} | [ivxlc]{1,7} ) (?! [\p{L}\p{N}'’-] )      # IV
      | (?P<letter> \p{L} ) (?= [.):\]] )                                   # c)
      | (?P<han> [一二三四五六七八九十百]{1,5} )                             # 十二
    )
    """,
    regex.VERBOSE,
)

# A number as it counts: "2.1" is (2, 1).
_Count = tuple[int, ...]


class _Reading(NamedTuple):
    """A way to read the start of a sentence as a label: its number, and what is before it."""

    sentence: int
    number: Span
    before: str
    value: _Count


def label_numbers(text: str, sentences: Sequence[Span]) -> list[Span | None]:
    """Return where each sentence has the number of its label, None for those without a label."""
    found: list[Span | None] = [None] * len(sentences)
    classes: defaultdict[tuple[str, str], list[_Reading]] = defaultdict(list)
    for sentence, span in enumerate(sentences):
        for form, reading in _readings(text, sentence, span):
            classes[form, reading.before].append(reading)
    for readings in classes.values():
        if _counts([reading.value for reading in readings]):
            for reading in readings:
                found[reading.sentence] = reading.number
    return found


def _readings(text: str, sentence: int, span: Span) -> Iterator[tuple[str, _Reading]]:
    """Yield the ways to read the start of a sentence as a label, by the form of the number."""
    match = _LABEL.match(text, span.start, span.end)
    if match is None:
        return
    form = str(match.lastgroup)
    number = Span(*match.span(form))
    before = " ".join(fold(text[span.start : number.start]).casefold().split())
    written = number.of(text)
    for name, value in _values(form, written):
        yield name, _Reading(sentence, number, before, value)


def _values(form: str, written: str) -> Iterator[tuple[str, _Count]]:
    """Yield the numbers that are meant; a Roman figure may be a letter as well."""
    if form == "figures":
        yield form, tuple(int(part) for part in written.split("."))
    elif form == "han":
        yield form, (_han_value(written),)
    elif form == "roman":
        yield form, (_roman_value(written),)
    if form == "letter" or (form == "roman" and len(written) == 1):
        yield "letter", (ord(written.casefold()[0]),)


def _roman_value(written: str) -> int:
    digits = [_ROMAN_DIGITS[letter] for letter in written.lower()]
    return sum(-digit if after > digit else digit for digit, after in pairwise([*digits, 0]))


def _han_value(written: str) -> int:
    """Return the value of a number below a thousand: 十二 is 12, 二十 is 20, 一百零 is no form."""
    value = digit = 0
    for figure in written:
        if figure in "十百":
            value += max(1, digit) * (10 if figure == "十" else 100)
            digit = 0
        else:
            digit = _HAN_DIGITS[figure]
    return value + digit


def _counts(values: Sequence[_Count]) -> bool:
    """Tell whether numbers, in the order of the text, are those of a label."""
    if len(values) < MIN_LABELLED:
        return False
    steps = sum(_leads_on(before, after) for before, after in pairwise(values))
    return steps >= MIN_COUNTING_SHARE * (len(values) - 1)


def _leads_on(before: _Count, after: _Count) -> bool:
    """Tell whether one number is the next of another, or few are left out: 2.1, 2.2; 2.9, 3."""
    if after[:-1] == before and after[-1] == 1:
        return True
    depth = len(after) - 1
    is_within = len(after) <= len(before) and after[:-1] == before[:depth]
    return is_within and 1 <= after[-1] - before[depth] <= MAX_STEP
