"""From the lines of plain text to units.

Detects how the file writes its paragraphs (one line each, or wrapped at a width; with or without
blank lines between), joins the lines of a paragraph, and recognises headings, list items, verse and
quotations. The text is not changed: the result is units and the edits that join their lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from facing_pages.core.languages.chapters import begins_chapter
from facing_pages.core.languages.punctuation import (
    OPENING_MARKS,
    begins_list_item,
    ends_sentence,
    is_table_line,
    last_character,
)
from facing_pages.core.languages.registry import of_all_languages
from facing_pages.core.model import RepairKind, Role, Span
from facing_pages.core.reading.hyphens import HYPHENS, is_divided, needs_space, whole_words
from facing_pages.core.reading.raw_units import Unit
from facing_pages.core.reading.replacements import Replacement
from facing_pages.core.reading.speaker_labels import label_lengths

# Columns of a wrapped file: usual are 60 to 80. By judgement; a wider line is a paragraph.
MAX_WRAP_COLUMNS: Final = 120
MIN_WRAP_COLUMNS: Final = 30
# Share of a wrapped file's characters that may stand in lines much longer than its width. By
# judgement.
MAX_SHARE_BEYOND_WRAP: Final = 0.3
# Share of the lines of a block that must reach the width for the block to be called wrapped. By
# judgement.
MIN_WRAPPED_SHARE: Final = 0.6
# How far, as a share of the width, a full line may fall short of it. By judgement.
MIN_FULL_SHARE: Final = 0.9
# Share of the lines of a block that may start with a capital letter in wrapped prose; nearly all do
# in verse, about half in German. By judgement.
MAX_CAPITAL_SHARE: Final = 0.8
# Characters of a line of verse, and characters and words of a heading. By judgement.
MAX_VERSE_LENGTH: Final = 75
MAX_HEADING_LENGTH: Final = 90
MAX_HEADING_WORDS: Final = 14

_QUOTED: Final = re.compile(r"\s*((?:>\s?)+)")
# Words that no sentence ends with: a line that ends with one was broken there.
_DANGLING: Final = of_all_languages(lambda language: language.dangling_words)


class TextLine(NamedTuple):
    """A line that is not blank: its span in the text, and the span and text of its visible part."""

    span: Span
    body: Span
    text: str
    blank_before: bool
    begins_turn: bool = False

    @property
    def indent(self) -> int:
        """Return the number of characters before the first visible one."""
        return self.body.start - self.span.start

    @property
    def has_space_after(self) -> bool:
        """Tell whether there is white space after the last visible character."""
        return self.body.end < self.span.end


def find_units(text: str, *, joins_broken: bool = True) -> tuple[list[Unit], list[Replacement]]:
    """Return the units of a plain text and the edits that join the lines of each unit.

    With `joins_broken`, single broken lines are joined too, not only those of wrapped paragraphs.
    """
    lines = _with_turns(_lines(text))
    edits = _leading_blank_lines(lines)
    width = _wrap_width(lines)
    may_divide = any(line.text.endswith(HYPHENS) for line in lines)
    whole = whole_words(line.text for line in lines) if may_divide else frozenset()
    units: list[Unit] = []
    for block in _blocks(lines, joins_broken=joins_broken):
        for unit_lines, role, level, is_wrapped in _split_block(block, width, joins_broken):
            edits += _join(text, unit_lines, is_wrapped, whole)
            start = unit_lines[0].body.start + _marker_length(unit_lines[0], role)
            units.append(Unit(Span(start, unit_lines[-1].body.end), role, level))
    edits.sort(key=lambda edit: edit.at)
    return units, edits


def _lines(text: str) -> list[TextLine]:
    lines: list[TextLine] = []
    start = 0
    blank_before = True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            first = start + len(raw) - len(raw.lstrip())
            body = Span(first, first + len(stripped))
            lines.append(TextLine(Span(start, start + len(raw)), body, stripped, blank_before))
        blank_before = not stripped
        start += len(raw) + 1
    return lines


def _with_turns(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines, those that begin a turn of a transcript as if behind a blank line."""
    lengths = label_lengths([line.text for line in lines])
    if not any(lengths):
        return list(lines)
    return [
        line._replace(blank_before=True, begins_turn=True) if length else line
        for line, length in zip(lines, lengths, strict=True)
    ]


def _leading_blank_lines(lines: Sequence[TextLine]) -> list[Replacement]:
    if not lines or lines[0].span.start == 0:
        return []
    return [Replacement(Span(0, lines[0].span.start), "", RepairKind.EMPTY_LINES)]


def _wrap_width(lines: Sequence[TextLine]) -> int:
    """Return the width at which the file is wrapped, 0 if each line is a paragraph."""
    inner = [
        len(line.text) + line.indent
        for line, following in pairwise(lines)
        if not following.blank_before
    ]
    if not inner:
        return 0
    inner.sort()
    width = inner[min(len(inner) - 1, round(0.98 * len(inner)))]
    beyond = sum(len(line.text) for line in lines if len(line.text) > 1.3 * width)
    if beyond > MAX_SHARE_BEYOND_WRAP * sum(len(line.text) for line in lines):
        return 0
    return width if MIN_WRAP_COLUMNS <= width <= MAX_WRAP_COLUMNS else 0


def _blocks(lines: Sequence[TextLine], *, joins_broken: bool) -> list[list[TextLine]]:
    """Group lines into blocks at blank lines, except at one in the middle of a sentence."""
    blocks: list[list[TextLine]] = []
    for line in lines:
        is_torn = joins_broken and bool(blocks) and _is_torn(blocks[-1][-1], line)
        if blocks and (not line.blank_before or is_torn):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _is_torn(before: TextLine, line: TextLine) -> bool:
    """Tell whether the blank line between two lines is in the middle of a sentence."""
    last_word = before.text.rsplit(None, 1)[-1].lower()
    return (
        not line.begins_turn
        and _is_open(before)
        and _continues(line)
        and (line.indent == 1 or before.has_space_after or last_word in _DANGLING)
        and not begins_list_item(line.text)
    )


def _split_block(
    block: Sequence[TextLine], width: int, joins_broken: bool
) -> list[tuple[list[TextLine], Role, int, bool]]:
    """Divide a block into units: their lines, role and level, and whether they were wrapped."""
    quoted = _QUOTED.match(block[0].text)
    if quoted and all(_QUOTED.match(line.text) for line in block):
        level = quoted.group(1).count(">")
        return [([line], Role.QUOTE, level, False) for line in block]
    if all(is_table_line(line.text) for line in block):
        return [([line], Role.TABLE_ROW, 0, False) for line in block]
    wrapped = bool(width) and _is_wrapped(block, width)
    if not wrapped and _is_verse(block):
        return [([line], Role.VERSE, 0, False) for line in block]
    groups: list[list[TextLine]] = []
    for line in block:
        may_join = wrapped or joins_broken
        if groups and may_join and _belongs(groups[-1][-1], line, width if wrapped else 0):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [(group, *_role(group, alone=len(groups) == 1), wrapped) for group in groups]


def _is_wrapped(block: Sequence[TextLine], width: int) -> bool:
    """Tell whether a block is prose wrapped at a width: most lines are full, few have a capital."""
    if len(block) < 2:
        return False
    full = [_is_full(line, after, width) for line, after in pairwise(block)]
    capitals = sum(line.text.lstrip(OPENING_MARKS)[:1].isupper() for line in block[1:])
    if len(block) > 3 and capitals > MAX_CAPITAL_SHARE * len(block[1:]):
        return False
    return sum(full) >= MIN_WRAPPED_SHARE * len(full)


def _is_full(line: TextLine, following: TextLine, width: int) -> bool:
    """Tell whether the first word of the next line would not have fitted on this line."""
    first_word = following.text.split(None, 1)[0]
    return line.indent + len(line.text) + 1 + len(first_word) > MIN_FULL_SHARE * width


def _is_verse(block: Sequence[TextLine]) -> bool:
    if len(block) < 3 or max(len(line.text) for line in block) > MAX_VERSE_LENGTH:
        return False
    if any(begins_list_item(line.text) for line in block):
        return False
    ended = sum(ends_sentence(line.text, or_clause=False) for line in block)
    return ended <= 0.6 * len(block)


def _belongs(before: TextLine, line: TextLine, width: int) -> bool:
    """Tell whether `line` continues the unit of `before`."""
    if begins_list_item(line.text) and not (width and line.text.startswith(("–", "-"))):
        return False
    if width and (_is_full(before, line, width) or line.indent > before.indent + 8):
        return line.indent <= before.indent or not ends_sentence(before.text)
    if _continues(line) and _is_open(before):
        return True
    last_word = before.text.rsplit(None, 1)[-1].lower()
    return _is_open(before) and (
        last_word in _DANGLING or (line.indent == 1 and before.has_space_after)
    )


def _is_open(line: TextLine) -> bool:
    """Tell whether the line does not end a sentence."""
    return not ends_sentence(line.text) and not line.text.isupper()


def _continues(line: TextLine) -> bool:
    """Tell whether the line starts like the middle of a sentence."""
    first = line.text.lstrip(OPENING_MARKS)[:1]
    return first.islower() or line.text[0] in ",;:.!?)”’…"


def _role(group: Sequence[TextLine], *, alone: bool) -> tuple[Role, int]:
    first = group[0]
    if begins_list_item(first.text) and not _is_heading(first, alone=False):
        return Role.LIST_ITEM, 1 + first.indent // 2
    if _QUOTED.match(first.text):
        return Role.QUOTE, 1
    if len(group) == 1 and _is_heading(first, alone=alone):
        return Role.HEADING, 1 if first.text.isupper() or begins_chapter(first.text) else 2
    return Role.PROSE, 0


def _is_heading(line: TextLine, *, alone: bool) -> bool:
    """Tell whether a line is a heading: it is short and not a sentence, or names a chapter."""
    text = line.text
    if len(text) > MAX_HEADING_LENGTH or len(text.split()) > MAX_HEADING_WORDS:
        return False
    if begins_chapter(text) and text[-1] not in ",;":
        return True
    if not alone and begins_list_item(text):
        return False
    letters = [character for character in text if character.isalpha()]
    if not letters or letters[0].islower():
        return False
    return not ends_sentence(text) and last_character(text) not in ",-—–"


def _marker_length(line: TextLine, role: Role) -> int:
    if role is not Role.QUOTE:
        return 0
    match = _QUOTED.match(line.text)
    return match.end() if match and match.end() < len(line.text) else 0


def _join(
    text: str, lines: Sequence[TextLine], is_wrapped: bool, whole: frozenset[str]
) -> list[Replacement]:
    """Return the edits that join some lines to one and remove white space at its end."""
    why = RepairKind.HARD_WRAP if is_wrapped else RepairKind.BROKEN_LINE
    edits: list[Replacement] = []
    for line, after in pairwise(lines):
        is_hyphen = line.text.endswith(HYPHENS) and is_divided(
            line.text[:-1], after.text, whole, in_doubt=line.text.endswith("\u00ad")
        )
        if is_hyphen:
            at = Span(line.body.end - 1, after.body.start)
            edits.append(Replacement(at, "", RepairKind.HYPHEN))
        else:
            at = Span(line.body.end, after.body.start)
            edits.append(Replacement(at, _glue(text, line, after), why))
    last = lines[-1]
    if last.has_space_after:
        edits.append(Replacement(Span(last.body.end, last.span.end), "", RepairKind.TRAILING_SPACE))
    return edits


def _glue(text: str, before: TextLine, after: TextLine) -> str:
    """Return the text between two joined lines: a space, or "" in scripts without spaces."""
    left, right = text[before.body.end - 1], text[after.body.start]
    if left in "-\u2010" and before.text[-2:-1].isalpha() and right.islower():
        return ""
    if not needs_space(left, right):
        return ""
    return "" if right in ",;:.!?)" and after.indent == 0 else " "
