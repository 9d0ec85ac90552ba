"""Findings as a flat table that travels quickly between processes, and the words of their reasons.

table      4 | 17 21 | 19 24 | …        numbers only, a row for each finding
sentences  "{0} became {1}"             each sentence of a reason once
words      "5 %", "7 %" | …             one string, cut apart where it is read
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.model import Finding, FindingKind, Reason, Side, Span
from facing_pages.core.options import SHOWN_SEVERITY
from facing_pages.viewmodel.table_columns import FindingColumn

Table = npt.NDArray[np.int32]

FINDING_KINDS: Final = tuple(FindingKind)
# Control characters that separate records and the units of a record in a string (ASCII).
_BETWEEN_FINDINGS: Final = "\x1e"
_BETWEEN_WORDS: Final = "\x1f"
_WITHOUT_SEPARATORS: Final = str.maketrans(_BETWEEN_FINDINGS + _BETWEEN_WORDS, "  ")
# What stands for no place in a text; places are not negative.
_NOWHERE: Final = Span(-1, -1)


@dataclass(frozen=True, eq=False)
class FindingTable:
    """Findings in the order of the links, in the columns of `FindingColumn`.

    `done` is the share of the links that have been looked at.
    """

    table: Table
    sentences: tuple[str, ...] = ()
    words: str = ""
    done: float = 0.0

    def __len__(self) -> int:
        return len(self.table)

    def entry(self, number: int) -> Finding:
        """Return one finding."""
        kind, severity, a, b, c, d, link, confidence, sentence = self.table[number].tolist()
        words = self._words[number]
        return Finding(
            FINDING_KINDS[kind],
            severity,
            Span(a, b) if a >= 0 else None,
            Span(c, d) if c >= 0 else None,
            link,
            confidence / 100,
            Reason(self.sentences[sentence], tuple(words.split(_BETWEEN_WORDS)) if words else ()),
        )

    def find(self, finding: Finding) -> int | None:
        """Return the finding of that kind in exactly that place, None if there is none."""
        same = (self.table[:, FindingColumn.spans()] == _spans(finding)).all(axis=1)
        same &= self.table[:, FindingColumn.KIND] == FINDING_KINDS.index(finding.kind)
        numbers = np.flatnonzero(same)
        return int(numbers[0]) if len(numbers) else None

    def shown_by_default(self) -> Table:
        """Return the findings that are severe enough to be shown if nobody chose otherwise."""
        return self.table[self.table[:, FindingColumn.SEVERITY] >= SHOWN_SEVERITY]

    def starts(self, side: Side) -> Table:
        """Return where the findings start on a side, -1 for those that have nothing there."""
        return self.table[:, FindingColumn.start(side)]

    @cached_property
    def _words(self) -> list[str]:
        return self.words.split(_BETWEEN_FINDINGS)


NO_FINDINGS: Final = FindingTable(np.zeros((0, len(FindingColumn)), dtype=np.int32))


def finding_table(findings: Iterable[Finding], *, done: float) -> FindingTable:
    """Return findings as a table, in their order."""
    found = list(findings)
    sentences = tuple(dict.fromkeys(finding.reason.sentence for finding in found))
    numbers = {sentence: number for number, sentence in enumerate(sentences)}
    table = [
        (
            FINDING_KINDS.index(finding.kind),
            finding.severity,
            *_spans(finding),
            finding.link,
            round(100 * finding.confidence),
            numbers[finding.reason.sentence],
        )
        for finding in found
    ]
    words = _BETWEEN_FINDINGS.join(_joined(finding.reason.words) for finding in found)
    rows = np.array(table, dtype=np.int32).reshape(len(table), len(FindingColumn))
    return FindingTable(rows, sentences, words, done)


def _spans(finding: Finding) -> tuple[int, int, int, int]:
    original, rewrite = finding.original or _NOWHERE, finding.rewrite or _NOWHERE
    return (*original, *rewrite)


def _joined(words: Iterable[str]) -> str:
    return _BETWEEN_WORDS.join(word.translate(_WITHOUT_SEPARATORS) for word in words)
