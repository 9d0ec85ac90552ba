"""Text with its units and emphasis, as the readers of formats return it.

White space is normalized here: each run of it becomes one space, units have none at their ends and
a blank line between them. A line break inside a unit is a space, too, unless the lines are verse:
then each is a unit.

A row of a table is one unit, with bars between its cells. Tables that only lay a page out are not
read so: rows whose cells have several units, anything but prose, or much of it, are read unit by
unit, and so are rows with a single cell.

    | Night | Light |          Night | Light
    | 1     | none  |          1 | none
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from facing_pages.core.languages.punctuation import CELL_BORDER
from facing_pages.core.model import Emphasis, EmphasisKind, Role, Span
from facing_pages.core.reading.plain.text_lines import lines_of
from facing_pages.core.reading.plain.verse import verse_blocks
from facing_pages.core.reading.plain.wrapping import wraps_of
from facing_pages.core.reading.raw_units import Unit
from facing_pages.core.reading.replacements import Replacement

# White space that is evened out; spaces of a fixed width are left, they are typography.
_UNEVEN_BLANKS: Final = re.compile("[ \t\r\n\f\x0b]+")
_GAP: Final = "\n\n"
# What readers of formats add for a line that ends inside a unit.
LINE_BREAK: Final = "\u2028"
_BREAK_WITH_BLANKS: Final = re.compile(f"[ \t\r\n\f\x0b]*{LINE_BREAK}[ \t\r\n\f\x0b{LINE_BREAK}]*")
_ROLES_WITH_VERSE: Final = (Role.PROSE, Role.QUOTE)
# Characters of a cell. By judgement: a longer one is prose in columns.
MAX_TABLE_CELL_CHARACTERS: Final = 300

_Runs = list[tuple[str, frozenset[EmphasisKind]]]


@dataclass(frozen=True, slots=True)
class RichText:
    """A text, its units in order, and its emphasis; not `is_complete` if the file breaks off.

    `edits` made it of the file's own text, if that is text and what was left out is on record.
    """

    text: str
    units: tuple[Unit, ...]
    emphasis: tuple[Emphasis, ...] = ()
    is_complete: bool = True
    edits: tuple[Replacement, ...] = ()


class _BuiltUnit(NamedTuple):
    """A unit that is complete: its runs of words with their emphasis, role and level."""

    runs: _Runs
    role: Role
    level: int
    ordinal: int = 0

    @property
    def is_cell(self) -> bool:
        """Tell whether this can be all that a cell of a row has."""
        length = sum(len(words) for words, _ in self.runs)
        return self.role is Role.PROSE and length <= MAX_TABLE_CELL_CHARACTERS


class RichTextBuilder:
    """Builds a text unit by unit, from runs of words with their emphasis."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._units: list[Unit] = []
        self._emphasis: list[Emphasis] = []
        self._runs: _Runs = []
        self._breaks: list[list[int]] = []
        # The units of each cell of the rows that are open, the outermost row first.
        self._rows: list[list[list[_BuiltUnit]]] = []
        self._role = Role.PROSE
        self._level = 0
        self._ordinal = 0

    def begin(self, role: Role = Role.PROSE, level: int = 0, ordinal: int = 0) -> None:
        """End the current unit, and begin a new one."""
        self.end()
        self.set_role(role, level, ordinal)

    def set_role(self, role: Role, level: int = 0, ordinal: int = 0) -> None:
        """Set the role, level and ordinal of the current unit."""
        self._role, self._level, self._ordinal = role, level, ordinal

    def add(self, words: str, *kinds: EmphasisKind) -> None:
        """Add words with their emphasis to the current unit."""
        if words:
            self._runs.append((words, frozenset(kinds)))

    def end(self) -> None:
        """End the current unit; it is dropped if it has no visible character."""
        runs, self._runs = self._runs, []
        if any(words.strip() for words, _ in runs):
            self._put(_BuiltUnit(runs, self._role, self._level, self._ordinal))

    def begin_row(self) -> None:
        """Begin a row of a table; rows may stand in cells of other rows."""
        self.end()
        self._rows.append([])

    def begin_cell(self) -> None:
        """Begin the next cell of the row that was begun last, if there is one."""
        self.end()
        if self._rows:
            self._rows[-1].append([])

    def end_row(self) -> None:
        """End the row that was begun last, if there is one."""
        self.end()
        if self._rows:
            for unit in _row_units(self._rows.pop()):
                self._put(unit)

    def _put(self, unit: _BuiltUnit) -> None:
        """Add a unit to the open cell, or to the text."""
        if not self._rows:
            self._write(unit)
        elif self._rows[-1]:
            self._rows[-1][-1].append(unit)
        else:
            self._rows[-1].append([unit])

    def _write(self, unit: _BuiltUnit) -> None:
        self._leave_gap()
        start = self._length
        last = " "
        spans: list[Emphasis] = []
        breaks: list[int] = []
        for words, kinds in _trimmed(unit.runs):
            even = _BREAK_WITH_BLANKS.sub(LINE_BREAK, _UNEVEN_BLANKS.sub(" ", words))
            if last == " ":
                if even.startswith(LINE_BREAK) and self._length > start:
                    breaks.append(self._length - 1)
                even = even.lstrip(" " + LINE_BREAK)
            if not even:
                continue
            breaks += [self._length + at for at, sign in enumerate(even) if sign == LINE_BREAK]
            even = even.replace(LINE_BREAK, " ")
            span = Span(self._length, self._length + len(even))
            spans += [Emphasis(span, kind) for kind in sorted(kinds, key=lambda k: k.value)]
            self._parts.append(even)
            self._length = span.end
            last = even[-1]
        self._emphasis += _joined(spans)
        span = Span(start, self._length)
        self._units.append(Unit(span, unit.role, unit.level, ordinal=unit.ordinal))
        self._breaks.append(breaks)

    def append(self, more: RichText) -> None:
        """Add all units of another text; rows that are open are read unit by unit."""
        self.end()
        if not more.units:
            return
        self._open_up_rows()
        self._leave_gap()
        at = self._length
        self._parts.append(more.text)
        self._length += len(more.text)
        self._units += [unit._replace(span=unit.span.shifted(at)) for unit in more.units]
        self._breaks += [[] for _ in more.units]
        self._emphasis += [entry._replace(span=entry.span.shifted(at)) for entry in more.emphasis]

    def _open_up_rows(self) -> None:
        rows, self._rows = self._rows, []
        for row in rows:
            for unit in (unit for cell in row for unit in cell):
                self._write(unit)

    def finished(self) -> RichText:
        """End the current unit and return the whole text."""
        self.end()
        self._open_up_rows()
        text, units = _with_verse("".join(self._parts), self._units, self._breaks)
        return RichText(text, tuple(units), tuple(self._emphasis))

    def _leave_gap(self) -> None:
        """Put an empty line behind the unit before, if there is one."""
        if self._parts:
            self._parts.append(_GAP)
            self._length += len(_GAP)


def _with_verse(
    text: str, units: Sequence[Unit], breaks: Sequence[Sequence[int]]
) -> tuple[str, list[Unit]]:
    """Divide the units whose line breaks are those of verse; each of its lines becomes a unit."""
    if not any(breaks):
        return text, [*units]
    blocks = [
        _lines_between(unit, at) if unit.role in _ROLES_WITH_VERSE else [unit.span]
        for unit, at in zip(units, breaks, strict=True)
    ]
    shown = [lines_of("\n".join(line.of(text) for line in lines)) for lines in blocks]
    signs, result = list(text), list[Unit]()
    for unit, lines, is_verse in zip(
        units, blocks, verse_blocks(shown, wraps_of(shown)), strict=True
    ):
        if not is_verse:
            result.append(unit)
            continue
        role = Role.VERSE if unit.role is Role.PROSE else unit.role
        result += [Unit(line, role, unit.level) for line in lines]
        for line in lines[1:]:
            signs[line.start - 1] = "\n"
    return "".join(signs), result


def _lines_between(unit: Unit, breaks: Sequence[int]) -> list[Span]:
    """Return the lines of a unit: each break is the space between two."""
    starts = [unit.span.start, *(at + 1 for at in breaks)]
    return [Span(*pair) for pair in zip(starts, [*breaks, unit.span.end], strict=True)]


def _row_units(cells: list[list[_BuiltUnit]]) -> list[_BuiltUnit]:
    """Return a row as one unit, or the units of its cells where it is no row of a table."""
    units = [unit for cell in cells for unit in cell]
    if len(units) < 2 or any(len(cell) > 1 for cell in cells):
        return units
    if not all(unit.is_cell for unit in units):
        return units
    while not cells[-1]:
        cells = cells[:-1]
    runs: _Runs = []
    for number, cell in enumerate(cells):
        runs += [(f" {CELL_BORDER} ", frozenset())] if number else []
        runs += cell[0].runs if cell else []
    return [_BuiltUnit(runs, Role.TABLE_ROW, 0)]


def _trimmed(runs: _Runs) -> _Runs:
    """Return runs without white space at the end of the last one."""
    while runs and not runs[-1][0].strip():
        runs = runs[:-1]
    words, kinds = runs[-1]
    return [*runs[:-1], (words.rstrip(), kinds)]


def _joined(spans: list[Emphasis]) -> list[Emphasis]:
    """Join neighbouring spans of the same kind of emphasis."""
    result: list[Emphasis] = []
    last: dict[EmphasisKind, int] = {}
    for emphasis in spans:
        before = last.get(emphasis.kind)
        if before is not None and result[before].span.end == emphasis.span.start:
            whole = Span(result[before].span.start, emphasis.span.end)
            result[before] = Emphasis(whole, emphasis.kind)
        else:
            last[emphasis.kind] = len(result)
            result.append(emphasis)
    return sorted(result, key=lambda emphasis: (emphasis.span, emphasis.kind.value))
