"""The numbers of items, clauses and headings: structure, no words of the text.

    2. Rent      (b) the seller      3.1 Nothing      § 4 Haftung      Chapter 7      2 Methods

What looks like a number of an item may be another one: "2.5 litres of milk", "A. Smith went". So it
must count on from that of another paragraph, or be the first of all. The label of a speaker, such
as "A.", is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import regex

from facing_pages.core.languages.chapters import CHAPTER_WORDS
from facing_pages.core.model import Document, Role

_NUMBERS: Final = r"\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*"
_ORDINAL: Final = regex.compile(
    rf"""
    (?P<before> \( | §\s? | (?:{CHAPTER_WORDS})\s )?
    (?P<value> {_NUMBERS} | [ivxlc]{{1,6}} | [IVXLC]{{1,6}} | \p{{L}} )
    (?P<behind> [.)]? )
    (?= \s+ (?P<next> \S ) | $ )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_ROMAN_DIGITS: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class _Ordinal(NamedTuple):
    """The number of a paragraph: its form, what it may count, and its length in characters.

    `parent` has the numbers before the last one of a number with several levels.
    """

    form: tuple[str, ...]
    parent: tuple[int, ...]
    values: frozenset[int]
    length: int


def paragraph_ordinals(document: Document) -> dict[int, int]:
    """Return the length of the ordinal that a paragraph begins with, by the paragraph's number."""
    found = {
        number: ordinal
        for number, paragraph in enumerate(document.paragraphs)
        if not paragraph.label
        and (ordinal := _ordinal(paragraph.span.of(document.text), paragraph.role)) is not None
    }
    series: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, ordinal in found.items():
        series[ordinal.form, ordinal.parent].append(number)
    parents = {(*o.parent, value) for o in found.values() for value in o.values}
    counting = {number for numbers in series.values() for number in _counting(numbers, found)}
    return {
        number: ordinal.length
        for number, ordinal in found.items()
        if number in counting or ordinal.parent in parents
    }


def _ordinal(text: str, role: Role) -> _Ordinal | None:
    match = _ORDINAL.match(text)
    if match is None:
        return None
    before, value, behind = (match[name] or "" for name in ("before", "value", "behind"))
    if not behind and not before and not _may_be_bare(value, match["next"] or "", role):
        return None
    if before == "(" and behind != ")":
        return None
    if before.strip().isalpha() and role is not Role.HEADING:
        return None
    parts = value.split(".")
    parent = tuple(map(int, parts[:-1])) if len(parts) > 1 else ()
    style = "1" if value[-1].isdigit() else "a" if value.islower() else "A"
    form = (before.strip().lower(), style, behind)
    return _Ordinal(form, parent, frozenset(_values(parts[-1])), match.end("behind"))


def _may_be_bare(value: str, following: str, role: Role) -> bool:
    """Tell whether a number without a sign behind it may be an ordinal: "2 Methods"."""
    if not value[-1].isdigit():
        return False
    return role in (Role.HEADING, Role.VERSE) or not following or not following.islower()


def _values(last: str) -> Iterator[int]:
    """Yield what the last part of an ordinal may count: "c" is the third letter, or a hundred."""
    if last.isdigit():
        yield int(last)
        return
    lower = last.lower()
    if len(lower) == 1:
        yield ord(lower) - ord("a") + 1
    if set(lower) <= _ROMAN_DIGITS.keys():
        digits = [_ROMAN_DIGITS[letter] for letter in lower]
        yield sum(-digit if digit < max(digits[k:]) else digit for k, digit in enumerate(digits))


def _counting(series: Sequence[int], found: Mapping[int, _Ordinal]) -> Iterator[int]:
    """Yield those of a series that are the first item, or count on from the ones beside them."""
    nothing: frozenset[int] = frozenset()
    values = [nothing, *(found[number].values for number in series), nothing]
    for number, (before, own, behind) in zip(
        series, zip(values, values[1:], values[2:], strict=False), strict=True
    ):
        is_initial = found[number].form[1:] == ("A", ".")  # "A. Smith" is no first item
        is_first = 1 in own and not is_initial
        if is_first or any(value - 1 in before or value + 1 in behind for value in own):
            yield number
