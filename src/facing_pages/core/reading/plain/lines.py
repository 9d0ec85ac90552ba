"""From the lines of plain text to units.

Joins the lines of a paragraph that were wrapped at a width, or broken by accident; lines of verse,
lists and addresses stay. The text is not changed: the result is units and the edits that join their
lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise

from facing_pages.core.languages.punctuation import begins_list_item, ends_sentence
from facing_pages.core.model import RepairKind, Span
from facing_pages.core.reading.hyphens import HYPHENS, is_divided, needs_space, whole_words
from facing_pages.core.reading.plain.broken_lines import (
    BrokenLines,
    broken_lines_of,
    goes_on,
    is_open,
)
from facing_pages.core.reading.plain.line_roles import LineGroup, roles_of
from facing_pages.core.reading.plain.tabbed_rows import with_tabbed_rows
from facing_pages.core.reading.plain.text_lines import TextLine, lines_of
from facing_pages.core.reading.plain.verse import (
    continued_lines,
    has_label,
    is_name_above,
    verse_blocks,
)
from facing_pages.core.reading.plain.wrapping import Wrap, line_ends, wraps_of
from facing_pages.core.reading.raw_units import Unit
from facing_pages.core.reading.replacements import Replacement
from facing_pages.core.reading.speaker_labels import label_lengths


def find_units(
    text: str, *, joins_broken: bool = True, joins_wrapped: bool = True
) -> tuple[list[Unit], list[Replacement]]:
    """Return the units of a plain text and the edits that join the lines of each unit.

    With `joins_wrapped`, lines wrapped at a width are joined, with `joins_broken` single lines that
    were broken by accident.
    """
    lines = with_tabbed_rows(_with_turns(lines_of(text)))
    broken = broken_lines_of(lines, are_joined=joins_broken)
    blocks = _blocks(lines, broken)
    wraps: list[Wrap | None] = [None] * len(blocks)
    if joins_wrapped:
        blocks, wraps = _with_insets(blocks, wraps_of(blocks))
    groups = _groups(blocks, wraps, broken, joins_wrapped=joins_wrapped)
    may_divide = any(line.text.endswith(HYPHENS) for line in lines)
    whole = whole_words(line.text for line in lines) if may_divide else frozenset()
    edits = _leading_blank_lines(lines)
    units: list[Unit] = []
    for group, (role, level) in zip(groups, roles_of(groups), strict=True):
        edits += _join(text, group, whole)
        units.append(Unit(Span(group.lines[0].body.start, group.lines[-1].body.end), role, level))
    edits.sort(key=lambda edit: edit.at)
    return units, edits


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


def _blocks(lines: Sequence[TextLine], broken: BrokenLines) -> list[Sequence[TextLine]]:
    """Group lines into blocks of one depth of quotation, at blank lines and around tables.

    A blank line in the middle of a sentence ends no block.
    """
    blocks: list[list[TextLine]] = []
    for line in lines:
        before = blocks[-1][-1] if blocks else None
        if before is None or line.quotes != before.quotes or line.is_row != before.is_row:
            blocks.append([line])
        elif not line.blank_before or broken.goes_on_behind_blank(before, line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [*blocks]


def _with_insets(
    blocks: Sequence[Sequence[TextLine]], wraps: Sequence[Wrap | None]
) -> tuple[list[Sequence[TextLine]], list[Wrap | None]]:
    """Divide blocks of wrapped prose with lines set in, such as verse that is quoted.

    He said that it was late, and       prose, wrapped
    sang:
        The river takes the bridge,     set in
        the road runs down.
    """
    parts = [
        _insets(block) if wrap is None else [block]
        for block, wrap in zip(blocks, wraps, strict=True)
    ]
    if len(blocks) == sum(map(len, parts)):
        return [*blocks], [*wraps]
    found = iter(wraps_of([part for block_parts in parts for part in block_parts]))
    result: list[tuple[Sequence[TextLine], Wrap | None]] = []
    for block, wrap, block_parts in zip(blocks, wraps, parts, strict=True):
        part_wraps = list(islice(found, len(block_parts)))
        is_divided = len(block_parts) > 1 and any(part_wraps)
        result += zip(block_parts, part_wraps, strict=True) if is_divided else [(block, wrap)]
    return [block for block, _ in result], [wrap for _, wrap in result]


def _insets(block: Sequence[TextLine]) -> list[Sequence[TextLine]]:
    """Return the parts of a block that are set in and those that are not, if each has lines."""
    least = min(line.indent for line in block)
    parts = [list(part) for _, part in groupby(block, lambda line: line.indent > least)]
    is_set_in = all(len(part) > 1 for part in parts if part[0].indent > least)
    return [*parts] if is_set_in else [block]


def _groups(
    blocks: Sequence[Sequence[TextLine]],
    wraps: Sequence[Wrap | None],
    broken: BrokenLines,
    *,
    joins_wrapped: bool,
) -> list[LineGroup]:
    """Return the lines of each unit."""
    verse = verse_blocks(blocks, wraps)
    stanzas = [block for block, is_verse in zip(blocks, verse, strict=True) if is_verse]
    continued = continued_lines(stanzas) if joins_wrapped else frozenset()
    groups: list[LineGroup] = []
    for number, (block, wrap, is_verse) in enumerate(zip(blocks, wraps, verse, strict=True)):
        if wrap is not None:
            joined = _wrapped(block, wrap)
        elif is_verse:
            joined = [line.body in continued for line in block[1:]]
        else:
            joined = [broken.goes_on(*pair) for pair in pairwise(block)]
        groups += [
            LineGroup(
                tuple(lines),
                number,
                is_wrapped=wrap is not None or is_verse,
                is_verse=is_verse and not is_name_above(lines[0], block),
            )
            for lines in _joined(block, joined)
        ]
    return groups


def _joined(block: Sequence[TextLine], joined: Sequence[bool]) -> Iterator[list[TextLine]]:
    """Yield the lines of each unit of a block; `joined` says which lines continue one."""
    lines = [block[0]]
    for line, is_joined in zip(block[1:], joined, strict=True):
        if not is_joined:
            yield lines
            lines = []
        lines.append(line)
    yield lines


def _wrapped(block: Sequence[TextLine], wrap: Wrap) -> list[bool]:
    """Tell for each line of a wrapped block but the first whether it continues a paragraph."""
    ends = line_ends(block)
    short = [not end.ends_sentence and not wrap.nearly_fills(end) for end in ends]
    has_many = any(end.ends_sentence and not wrap.nearly_fills(end) for end in ends)
    joined: list[bool] = []
    first = block[0]
    for place, (before, line) in enumerate(pairwise(block)):
        is_among_short = any(short[max(0, place - 1) : place] + short[place + 1 : place + 2])
        end = ends[place]
        if _begins_paragraph(first, before, line):
            is_joined = False
        elif wrap.nearly_fills(end):
            may_end = end.before_capital or (end.ends_sentence and has_many)
            is_joined = wrap.fills(end) or not may_end
        else:
            is_joined = is_open(before) and goes_on(line) and not is_among_short
        joined.append(is_joined)
        first = first if is_joined else line
    return joined


def _begins_paragraph(first: TextLine, before: TextLine, line: TextLine) -> bool:
    """Tell whether a line begins a paragraph, whatever room there was on the line before it.

    `first` is the first line of the paragraph that it might continue.
    """
    if begins_list_item(line.text, may_wrap=True) and not line.text.startswith(("–", "-")):
        return True
    if begins_list_item(first.text) and begins_list_item(line.text):
        return True
    if has_label(first.text) and has_label(line.text) and not goes_on(line):
        return ends_sentence(before.text)
    hangs = begins_list_item(first.text) and line.indent > first.indent
    return not hangs and line.indent > before.indent and ends_sentence(before.text)


def _join(text: str, group: LineGroup, whole: frozenset[str]) -> list[Replacement]:
    """Return the edits that join some lines to one and remove white space at its end."""
    why = RepairKind.HARD_WRAP if group.is_wrapped else RepairKind.BROKEN_LINE
    edits: list[Replacement] = []
    for line, after in pairwise(group.lines):
        is_hyphen = line.text.endswith(HYPHENS) and is_divided(
            line.text[:-1], after.text, whole, in_doubt=line.text.endswith("\u00ad")
        )
        if is_hyphen:
            at = Span(line.body.end - 1, after.body.start)
            edits.append(Replacement(at, "", RepairKind.HYPHEN))
        else:
            at = Span(line.body.end, after.body.start)
            edits.append(Replacement(at, _glue(text, line, after), why))
    last = group.lines[-1]
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
