"""Findings of tier 2 about statements: what one side leaves out or adds, and who said it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from facing_pages.core.findings.link_reading import LinkReading
from facing_pages.core.findings.making import found
from facing_pages.core.findings.omissions import left_out
from facing_pages.core.model import Finding, FindingKind, Reason, Side
from facing_pages.core.translatable import N_

_WORDS_LEFT_OUT: Final = N_("left out: {0}")
_WORDS_ADDED: Final = N_("only the rewrite says: {0}")
_SENTENCE_LEFT_OUT: Final = N_("a sentence is left out: {0}")
_SENTENCE_IS_ADDED: Final = N_("a sentence is added: {0}")


def left_out_words(reading: LinkReading) -> Iterator[Finding]:
    """Yield the words and sentences that only one side has."""
    for run in left_out(reading):
        is_original = run.side is Side.ORIGINAL
        kind = FindingKind.OMISSION if is_original else FindingKind.INVENTION
        if run.is_sentence:
            sentence = _SENTENCE_LEFT_OUT if is_original else _SENTENCE_IS_ADDED
        else:
            sentence = _WORDS_LEFT_OUT if is_original else _WORDS_ADDED
        reason = Reason(sentence, (reading.sides[run.side].quote(run.words),))
        yield found(reading, kind, run.severity, {run.side: run.words}, reason, run.confidence)
