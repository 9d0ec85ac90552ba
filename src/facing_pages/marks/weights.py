"""How much a change weighs for a reader: does it touch the meaning, or the wording, or less?

    three > six        meaning       a finding says so
    quiet > silent     wording       content words, moves, splits
    has said > said    grammar       function words, tense, form, spelling
    "so" > “so”        punctuation   typography, which is never rewording

A change weighs what its style says, unless it shares characters with a finding: then it changes the
meaning. Punctuation stays punctuation, whatever stands around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from facing_pages.core.both import Both
from facing_pages.core.model import Comparison, Side, Span
from facing_pages.core.options import SHOWN_SEVERITY
from facing_pages.marks.kinds import WEIGHT_OF_STYLE, MarkStyle, Weight

Spans = npt.NDArray[np.int32]
_NOWHERE: Final = Span(-1, -1)


_WEIGHTS: Final = np.array([WEIGHT_OF_STYLE[style] for style in MarkStyle], dtype=np.int8)


class Placed(Protocol):
    """What has a place on one side or both: a change, a finding."""

    def span(self, side: Side) -> Span | None:
        """Return its place on a side, None if it has none there."""
        ...


def weights(
    styles: npt.ArrayLike, changes: Both[Spans], findings: Both[Spans]
) -> npt.NDArray[np.int8]:
    """Return the weight of each change, by its style and place and the places of all findings.

    Spans are rows of starts and ends; those of what has nothing on a side are negative.
    """
    found = _WEIGHTS[np.asarray(styles, dtype=np.intp)]
    touched = np.zeros(len(found), dtype=np.bool_)
    for side in Side:
        touched |= _overlaps(changes[side], findings[side])
    found[touched & (found > Weight.PUNCTUATION)] = Weight.MEANING
    return found


def spans_of(entries: Iterable[Placed]) -> Both[Spans]:
    """Return the places of changes or findings on both sides."""
    known = list(entries)
    return Both.of(
        lambda side: np.array(
            [entry.span(side) or _NOWHERE for entry in known], dtype=np.int32
        ).reshape(len(known), 2)
    )


def weighty_findings(comparison: Comparison) -> Sequence[Placed]:
    """Return the findings of a comparison that give weight to a change: those shown by default."""
    return [f for f in comparison.findings or () if f.severity >= SHOWN_SEVERITY]


def _overlaps(spans: Spans, others: Spans) -> npt.NDArray[np.bool_]:
    """Tell for each span whether it shares characters with one of others.

    A place between two characters shares those with what it stands inside of.
    """
    there = others[others[:, 0] >= 0]
    if not len(there):
        return np.zeros(len(spans), dtype=np.bool_)
    there = there[np.argsort(there[:, 0], kind="stable")]
    reach = np.maximum.accumulate(there[:, 1])
    before = np.searchsorted(there[:, 0], spans[:, 1], side="left")
    found: npt.NDArray[np.bool_] = (before > 0) & (spans[:, 0] >= 0)
    found &= reach[np.maximum(before - 1, 0)] > spans[:, 0]
    return found
