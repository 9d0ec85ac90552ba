"""Give each unit of a plain text its role: heading, list item, row, verse, quotation or prose.

A heading is a short line that is no sentence, and has something below it. What stands around it
decides: lines of the same form are a list or an address, what follows a greeting is a message, and
what follows its closing is who wrote it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from facing_pages.core.languages.chapters import begins_caption, begins_chapter
from facing_pages.core.languages.letter_lines import is_closing, is_greeting, may_be_closing
from facing_pages.core.languages.punctuation import (
    begins_list_item,
    ends_sentence,
    is_list_number,
    last_character,
)
from facing_pages.core.model import Role
from facing_pages.core.reading.plain.text_lines import TextLine, columns_of
from facing_pages.core.reading.plain.verse import has_label

# Columns and words of a heading. By judgement.
MAX_HEADING_COLUMNS: Final = 90
MAX_HEADING_WORDS: Final = 14
# Columns of a paragraph that a heading may stand directly above; what is shorter is a line like it.
# By judgement.
MIN_COLUMNS_BELOW: Final = 60
# Headings that follow one another with nothing between, such as those of a book, a part and a
# chapter; more lines of one form are a list. By judgement.
MAX_HEADINGS_TOGETHER: Final = 2
# Share of the units behind a blank line where all paragraphs are. By judgement.
MIN_APART_SHARE: Final = 0.5

# Lines above a greeting, such as a subject and a date, and below a closing: name, role, address.
# By judgement.
MAX_LINES_ABOVE_GREETING: Final = 6
MAX_SIGNATURE_LINES: Final = 5
# Columns of a line of a signature, and words of one that ends in a point: "Jo Smith jr." By
# judgement.
MAX_SIGNATURE_COLUMNS: Final = 60
MAX_POINTED_WORDS: Final = 4

# "2. ", "2.1 ", "IV. ", "§ 3 " before the words of a heading.
_TITLE_NUMBER: Final = re.compile(
    r"(?:(?:§+\s*)?\d{1,3}(?:\.\d{1,3})*[.)]?|[IVXLC]+[.)]|[A-Z][.)])\s+(?=\S)"
)
# What a number begins with that is no initial of a name, such as "C." or "D.".
_SURE_NUMBER_STARTS: Final = "§0123456789IVX"
# Characters from here on of the category So are pictures; those before are signs, such as ©.
_FIRST_PICTURE: Final = "\u2190"
_PICTURE_PARTS: Final = "\ufe0f\u200d"
# What a line ends with that others are to follow: a greeting, the words before a list.
_LEADING_MARKS: Final = ",:，、："
_UNENDED_MARKS: Final = _LEADING_MARKS + "-—–"
_PICTURES: Final = frozenset(("So", "Sk"))


class LineGroup(NamedTuple):
    """The lines of a unit, the number of their block, whether they are wrapped or verse."""

    lines: tuple[TextLine, ...]
    block: int
    is_wrapped: bool = False
    is_verse: bool = False

    @property
    def first(self) -> TextLine:
        """Return the first line."""
        return self.lines[0]


class _Candidate(NamedTuple):
    """A group, and what it looks like by itself: a heading, surely or perhaps, an item, a row."""

    group: LineGroup
    begins_block: bool
    is_alone: bool
    is_sure: bool
    is_title: bool
    is_item: bool
    is_row: bool

    @property
    def text(self) -> str:
        """Return the words of the first line."""
        return self.group.first.text

    def has_form_of(self, other: _Candidate) -> bool:
        """Tell whether two lines look like headings of one kind."""
        is_same = self.text.isupper() == other.text.isupper() and self.is_item == other.is_item
        return is_same and self.is_title and other.is_title and not (self.is_sure or other.is_sure)


def roles_of(groups: Sequence[LineGroup]) -> list[tuple[Role, int]]:
    """Return the role and level of each unit."""
    blocks = [None, *(group.block for group in groups), None]
    units = [
        _candidate(group, begins_block=group.block != before, ends_block=group.block != after)
        for group, before, after in zip(groups, blocks, blocks[2:], strict=False)
    ]
    apart = sum(unit.begins_block for unit in units) > MIN_APART_SHARE * len(units)
    letter = _letter_lines(units)
    return [_role(units, place, letter, apart=apart) for place in range(len(units))]


def _letter_lines(units: Sequence[_Candidate]) -> frozenset[int]:
    """Return the places of greetings and closings of letters, and of the names below closings."""
    found: set[int] = set()
    for place, unit in enumerate(units):
        is_inside_verse = unit.group.is_verse and not unit.begins_block
        if len(unit.group.lines) > 1 or is_inside_verse:
            continue
        if may_be_closing(unit.text):
            found.update(_closing_lines(units, place))
        elif is_greeting(unit.text) and _stands_above_prose(units, place):
            found.add(place)
    return frozenset(found)


def _stands_above_prose(units: Sequence[_Candidate], place: int) -> bool:
    """Tell whether nothing but short lines stands before a unit, as before a greeting."""
    if place > MAX_LINES_ABOVE_GREETING:
        return False
    return all(_is_signature_line(unit) for unit in units[:place])


def _closing_lines(units: Sequence[_Candidate], place: int) -> range:
    """Return the places of a closing and what is signed below it; none if it is no closing.

    A closing that could be a title needs a name directly below it, or only such lines to the end.
    """
    start = place + 1
    below = units[start : start + MAX_SIGNATURE_LINES + 1]
    signed = len(list(takewhile(_is_signature_line, below)))
    rest = below[signed:]
    is_whole = not rest or bool(rest[0].group.first.quotes) or has_label(rest[0].text)
    if signed > MAX_SIGNATURE_LINES or not is_whole:
        block = below[0].group.block if below else None
        in_block = sum(unit.group.block == block for unit in below)
        signed = min(signed, in_block, MAX_SIGNATURE_LINES)
    is_signed = signed > 0 and (is_whole or not below[0].begins_block)
    is_sure = is_closing(units[place].text)
    return range(place, start + signed) if is_sure or is_signed else range(0)


def _is_signature_line(unit: _Candidate) -> bool:
    text = unit.group.first.text
    if len(unit.group.lines) > 1 or unit.group.first.quotes or _names_chapter(text):
        return False
    is_short = columns_of(text) <= MAX_SIGNATURE_COLUMNS
    return is_short and (not ends_sentence(text) or len(text.split()) <= MAX_POINTED_WORDS)


def _candidate(group: LineGroup, *, begins_block: bool, ends_block: bool) -> _Candidate:
    text = group.first.text
    is_alone = begins_block and ends_block
    is_item = begins_list_item(text)
    is_short = (
        len(group.lines) == 1
        and not group.first.is_row
        and columns_of(text) <= MAX_HEADING_COLUMNS
        and len(text.split()) <= MAX_HEADING_WORDS
    )
    return _Candidate(
        group,
        begins_block,
        is_alone,
        is_sure=is_short and (_names_chapter(text) or (is_alone and _is_numbered_title(text))),
        is_title=is_short and (is_alone or not is_item) and _is_title(text),
        is_item=is_item,
        is_row=group.first.is_row,
    )


def _names_chapter(text: str) -> bool:
    return begins_chapter(text) and text[-1] not in ",;"


def _is_numbered_title(text: str) -> bool:
    """Tell whether a line is a number with a title in capitals, or a number alone."""
    number = _TITLE_NUMBER.match(text)
    if number is None:
        return is_list_number(text) and not text.startswith("(")
    title = text[number.end() :]
    is_title = title.isupper() and sum(map(str.isalpha, title)) > 1
    return is_title and text[0] in _SURE_NUMBER_STARTS


def _is_title(text: str) -> bool:
    """Tell whether a line is worded and ended like a heading, not like a sentence or a message."""
    number = _TITLE_NUMBER.match(text)
    if (begins_list_item(text) and number is None) or begins_caption(text):
        return False
    letters = [
        character for character in text[number.end() if number else 0 :] if character.isalpha()
    ]
    if not letters or letters[0].islower() or _ends_in_picture(text):
        return False
    return not ends_sentence(text) and last_character(text) not in _UNENDED_MARKS


def _ends_in_picture(text: str) -> bool:
    last = text.rstrip(_PICTURE_PARTS)[-1:]
    return last >= _FIRST_PICTURE and unicodedata.category(last) in _PICTURES


def _role(
    units: Sequence[_Candidate], place: int, letter: frozenset[int], *, apart: bool
) -> tuple[Role, int]:
    unit = units[place]
    first = unit.group.first
    if first.quotes:
        return Role.QUOTE, first.quotes
    if unit.is_row:
        return Role.TABLE_ROW, 0
    if unit.group.is_verse and place not in letter:
        return Role.VERSE, 0
    is_message = place - 1 in letter and is_greeting(units[place - 1].text) and not unit.is_sure
    may_be_heading = place not in letter and not is_message
    if may_be_heading and _is_heading(units, place, apart=apart):
        return Role.HEADING, 1 if first.text.isupper() or begins_chapter(first.text) else 2
    return (Role.LIST_ITEM, 1 + first.indent // 2) if _is_item(units, place) else (Role.PROSE, 0)


def _is_item(units: Sequence[_Candidate], place: int) -> bool:
    """Tell whether a unit is an item; one with a capital letter needs another item beside it."""
    if not units[place].is_item or begins_list_item(units[place].text, may_wrap=True):
        return units[place].is_item
    return any(other.is_item for other in units[max(0, place - 1) : place + 2 : 2])


def _is_heading(units: Sequence[_Candidate], place: int, *, apart: bool) -> bool:
    unit = units[place]
    if unit.is_sure:
        return True
    if not unit.is_title or place + 1 == len(units):
        return False
    before, below = units[place - 1] if place else None, units[place + 1]
    if before is not None and not _may_stand_below(unit, before, apart=apart):
        return False
    return _may_stand_above(unit, below) and _count_together(units, place) <= MAX_HEADINGS_TOGETHER


def _may_stand_below(unit: _Candidate, before: _Candidate, *, apart: bool) -> bool:
    """Tell whether a heading may follow: not a greeting, a colon, or a line of its own form."""
    leads = before.is_alone or not unit.begins_block
    if leads and last_character(before.group.lines[-1].text) in _LEADING_MARKS:
        return False
    if (has_label(unit.text) and has_label(before.text)) or (unit.is_item and before.is_item):
        return False
    return unit.begins_block or before.is_sure or not (apart or unit.has_form_of(before))


def _may_stand_above(unit: _Candidate, below: _Candidate) -> bool:
    """Tell whether a unit is what a heading stands above: longer, a list, or set apart."""
    if (has_label(unit.text) and has_label(below.text)) or (unit.is_item and below.is_item):
        return False
    if below.is_item or below.is_row or below.group.is_verse or below.is_sure:
        return True
    columns = sum(columns_of(line.text) for line in below.group.lines)
    is_marked = unit.text.isupper() or _TITLE_NUMBER.match(unit.text) is not None
    # Without capitals, prose looks like a title, too.
    is_title_below = below.is_title and unit.text.lower() != unit.text.upper()
    if not is_marked and not is_title_below and columns <= columns_of(unit.text):
        return False
    if below.begins_block:
        return True
    return not unit.has_form_of(below) and (unit.text.isupper() or columns >= MIN_COLUMNS_BELOW)


def _count_together(units: Sequence[_Candidate], place: int) -> int:
    """Return how many lines of one form follow one another here, if not too many."""
    count = 1
    for step in (-1, 1):
        other = place + step
        while 0 <= other < len(units) and units[place].has_form_of(units[other]):
            count += 1
            other += step
            if count > MAX_HEADINGS_TOGETHER:
                return count
    return count
