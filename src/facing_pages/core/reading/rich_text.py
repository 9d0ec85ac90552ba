"""Text with its units and emphasis, as the readers of formats return it.

White space is normalized here: each run of it becomes one space, units have none at their ends and
a blank line between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from facing_pages.core.model import Emphasis, EmphasisKind, Role, Span
from facing_pages.core.reading.raw_units import Unit
from facing_pages.core.reading.replacements import Replacement

# White space that is evened out; spaces of a fixed width are left, they are typography.
_UNEVEN_BLANKS: Final = re.compile("[ \t\r\n\f\x0b]+")
_GAP: Final = "\n\n"


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


class RichTextBuilder:
    """Builds a text unit by unit, from runs of words with their emphasis."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._units: list[Unit] = []
        self._emphasis: list[Emphasis] = []
        self._runs: list[tuple[str, frozenset[EmphasisKind]]] = []
        self._role = Role.PROSE
        self._level = 0

    def begin(self, role: Role = Role.PROSE, level: int = 0) -> None:
        """End the current unit, and begin a new one."""
        self.end()
        self._role, self._level = role, level

    def set_role(self, role: Role, level: int = 0) -> None:
        """Set the role and level of the current unit."""
        self._role, self._level = role, level

    def add(self, words: str, *kinds: EmphasisKind) -> None:
        """Add words with their emphasis to the current unit."""
        if words:
            self._runs.append((words, frozenset(kinds)))

    def end(self) -> None:
        """End the current unit; it is dropped if it has no visible character."""
        runs, self._runs = self._runs, []
        if not any(words.strip() for words, _ in runs):
            return
        if self._parts:
            self._parts.append(_GAP)
            self._length += len(_GAP)
        start = self._length
        last = " "
        spans: list[Emphasis] = []
        for words, kinds in _trimmed(runs):
            even = _UNEVEN_BLANKS.sub(" ", words)
            if last == " ":
                even = even.removeprefix(" ")
            if not even:
                continue
            span = Span(self._length, self._length + len(even))
            spans += [Emphasis(span, kind) for kind in sorted(kinds, key=lambda k: k.value)]
            self._parts.append(even)
            self._length = span.end
            last = even[-1]
        self._emphasis += _joined(spans)
        self._units.append(Unit(Span(start, self._length), self._role, self._level))

    def append(self, more: RichText) -> None:
        """Add all units of another text."""
        self.end()
        if not more.units:
            return
        if self._parts:
            self._parts.append(_GAP)
            self._length += len(_GAP)
        at = self._length
        self._parts.append(more.text)
        self._length += len(more.text)
        self._units += [unit._replace(span=unit.span.shifted(at)) for unit in more.units]
        self._emphasis += [entry._replace(span=entry.span.shifted(at)) for entry in more.emphasis]

    def finished(self) -> RichText:
        """End the current unit and return the whole text."""
        self.end()
        return RichText("".join(self._parts), tuple(self._units), tuple(self._emphasis))


def _trimmed(
    runs: list[tuple[str, frozenset[EmphasisKind]]],
) -> list[tuple[str, frozenset[EmphasisKind]]]:
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
