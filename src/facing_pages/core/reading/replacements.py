"""Replacements in a text, which can be combined, applied and undone.

A `Replacement` refers to a span of the old text. A list of them is sorted, and its spans do not
overlap. `apply_edits` makes the new text of the old one; `as_repairs` makes the records that
restore the old text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facing_pages.core.model import Repair, RepairKind, Span


@dataclass(frozen=True, slots=True)
class Replacement:
    """Replace the characters in the span `at` of the old text by `new`."""

    at: Span
    new: str
    why: RepairKind


def apply_edits(text: str, edits: Sequence[Replacement]) -> str:
    """Return `text` with all edits applied."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (text[done : edit.at.start], edit.new)
        done = edit.at.end
    parts.append(text[done:])
    return "".join(parts)


def as_repairs(text: str, edits: Iterable[Replacement]) -> tuple[Repair, ...]:
    """Return a repair for each edit of `text`, with its span in the new text."""
    repairs: list[Repair] = []
    shift = 0
    for edit in edits:
        start = edit.at.start + shift
        repairs.append(Repair(Span(start, start + len(edit.new)), edit.at.of(text), edit.why))
        shift += len(edit.new) - edit.at.length
    return tuple(repairs)


class Positions:
    """Maps positions of the old text to the new one, and back.

    A position inside a replaced part is mapped to the start of the part.
    """

    def __init__(self, edits: Sequence[Replacement]) -> None:
        self._old: list[Span] = []
        self._new: list[Span] = []
        shift = 0
        for edit in edits:
            start = edit.at.start + shift
            self._old.append(edit.at)
            self._new.append(Span(start, start + len(edit.new)))
            shift += len(edit.new) - edit.at.length
        self._old_starts = [span.start for span in self._old]
        self._new_starts = [span.start for span in self._new]

    def to_new(self, position: int) -> int:
        """Map a position of the old text to the new text."""
        return _carry(position, self._old_starts, self._old, self._new)

    def to_old(self, position: int) -> int:
        """Map a position of the new text to the old text."""
        return _carry(position, self._new_starts, self._new, self._old)


def overlaid(edits: Sequence[Replacement], over: Sequence[Replacement]) -> list[Replacement]:
    """Return both lists as one; edits inside the spans of `over` are dropped."""
    ends = [edit.at.end for edit in over]
    kept = [
        edit
        for edit in edits
        if (k := bisect_left(ends, edit.at.end)) == len(over) or edit.at.start < over[k].at.start
    ]
    return sorted([*kept, *over], key=lambda edit: edit.at)


def compose(
    text: str, first: Sequence[Replacement], then: Sequence[Replacement]
) -> list[Replacement]:
    """Return edits of `text` that have the effect of `first` and then `then`.

    The spans of `then` are those of the text after `first`. Where an edit of `then` overlaps the
    new text of an edit of `first`, the two become one edit with the reason of the first.
    """
    middle = apply_edits(text, first)
    positions = Positions(first)
    shift = 0
    pieces: list[tuple[Span, bool, Replacement]] = []
    for edit in first:
        start = edit.at.start + shift
        pieces.append((Span(start, start + len(edit.new)), True, edit))
        shift += len(edit.new) - edit.at.length
    pieces += [(edit.at, False, edit) for edit in then]
    pieces.sort(key=lambda piece: (piece[0].start, piece[0].end))

    result: list[Replacement] = []
    for cluster in _clusters(pieces):
        if len(cluster) == 1:
            span, is_first, edit = cluster[0]
            at = edit.at if is_first else _old_span(span, positions)
            result.append(Replacement(at, edit.new, edit.why))
            continue
        whole = Span(cluster[0][0].start, max(span.end for span, _, _ in cluster))
        later = [edit for _, is_first, edit in cluster if not is_first]
        inside = [
            Replacement(Span(e.at.start - whole.start, e.at.end - whole.start), e.new, e.why)
            for e in later
        ]
        earlier = [edit for _, is_first, edit in cluster if is_first]
        start = min(positions.to_old(whole.start), earlier[0].at.start)
        end = max(_old_span(whole, positions).end, earlier[-1].at.end)
        result.append(
            Replacement(Span(start, end), apply_edits(whole.of(middle), inside), earlier[0].why)
        )
    return result


def _clusters(
    pieces: list[tuple[Span, bool, Replacement]],
) -> list[list[tuple[Span, bool, Replacement]]]:
    """Group pieces whose spans overlap."""
    groups: list[list[tuple[Span, bool, Replacement]]] = []
    reach = -1
    for piece in pieces:
        if groups and piece[0].start < reach:
            groups[-1].append(piece)
        else:
            groups.append([piece])
        reach = max(reach, piece[0].end)
    return groups


def _old_span(span: Span, positions: Positions) -> Span:
    """Map a span of the new text to the old text; no replacement may overlap it."""
    start = positions.to_old(span.start)
    return Span(start, start if span.length == 0 else positions.to_old(span.end - 1) + 1)


def _carry(position: int, starts: list[int], here: list[Span], there: list[Span]) -> int:
    """Map a position from one text to the other, given the replaced spans in both."""
    index = bisect_right(starts, position) - 1
    if index < 0:
        return position
    if position < here[index].end:
        return there[index].start
    return there[index].end + position - here[index].end
