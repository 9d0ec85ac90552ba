"""A pair with a finding of each kind, made by hand: it does not depend on what rules find."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from facing_pages import Comparison, compare, document_from_text
from facing_pages.core.model import Finding, FindingKind, Reason, Side, Span

_ORIGINAL: Final = """The mill

The mill was built in 1874 by Anna Lund. It opened on a Monday, and all the farmers came. Some of \
them had not seen a steam engine before.

“It is loud,” the miller told his wife. He may have been afraid of it, his son thought. The wheel \
turned slowly while the river was high.

Nobody was hurt, the newspaper said. The mill has been closed since the war. A bridge leads to it.

The key is under the stone."""
_REWRITE: Final = """The mill

Ana Lund built the mill in 1847. It opened on a Friday, and many farmers came. Some of them had \
seen a steam engine before.

“It is proud,” his wife told the miller. He was afraid of it. The wheel turned quickly while the \
river was low.

Nobody was hurt. The mill was closed in the war. A bridge of of iron leads to it, and a tunnel."""
# Kind, severity, the words on each side ("" for none), and the reason.
_FINDINGS: Final = (
    (FindingKind.NAME, 4, "Anna Lund", "Ana Lund", "{0} became {1}"),
    (FindingKind.NUMBER, 4, "1874", "1847", "{0} became {1}"),
    (FindingKind.DATE, 4, "Monday", "Friday", "{0} became {1}"),
    (FindingKind.QUANTIFIER, 3, "all the farmers", "many farmers", "{0} became {1}"),
    (FindingKind.NEGATION, 5, "had not seen", "had seen", "the negation is gone: {0}"),
    (FindingKind.QUOTATION, 4, "It is loud", "It is proud", "the quoted words are others"),
    (
        FindingKind.ROLES,
        5,
        "the miller told his wife",
        "his wife told the miller",
        "who did it to whom is exchanged",
    ),
    (FindingKind.MODALITY, 4, "may have been", "was afraid", "the doubt is gone: {0}"),
    (FindingKind.ANTONYM, 5, "high", "low", "{0} and {1} mean the opposite"),
    (FindingKind.FALSE_SYNONYM, 2, "slowly", "quickly", "{0} is not {1}"),
    (FindingKind.ATTRIBUTION, 3, "the newspaper said", "", "the source is gone: {0}"),
    (FindingKind.TENSE, 2, "has been closed since", "was closed in", "{0} became {1}"),
    (FindingKind.TORN, 1, "", "of of", "the sentence is broken here: {1}"),
    (FindingKind.INVENTION, 3, "", "and a tunnel", "the original does not say: {1}"),
    (FindingKind.OMISSION, 4, "The key is under the stone.", "", "left out: {0}"),
)


@cache
def comparison_with_findings() -> Comparison:
    """Return the comparison; its findings stand in the order of the rewrite."""
    documents = (
        document_from_text(_ORIGINAL, name="mill.txt"),
        document_from_text(_REWRITE, name="mill.rewrite.txt"),
    )
    comparison = compare(*documents)
    found = (_finding(comparison, *entry) for entry in _FINDINGS)
    return replace(comparison, findings=tuple(found))


def comparison_without_findings() -> Comparison:
    """Return the same comparison; findings were looked for, and there are none."""
    return replace(comparison_with_findings(), findings=())


def _finding(
    comparison: Comparison, kind: FindingKind, severity: int, was: str, now: str, reason: str
) -> Finding:
    spans = [
        _span(comparison, side, words)
        for side, words in ((Side.ORIGINAL, was), (Side.REWRITE, now))
    ]
    link = next(
        number
        for number, link in enumerate(comparison.alignment.links)
        if any(
            span and _holds(comparison, side, link.numbers(side), span)
            for side, span in zip(Side, spans, strict=True)
        )
    )
    return Finding(kind, severity, *spans, link, 0.9, Reason(reason, (was, now)))


def _span(comparison: Comparison, side: Side, words: str) -> Span | None:
    start = comparison.document(side).text.index(words)
    return Span(start, start + len(words)) if words else None


def _holds(comparison: Comparison, side: Side, numbers: tuple[int, ...], span: Span) -> bool:
    whole = comparison.document(side).sentences_span(numbers) if numbers else Span(0, 0)
    return whole.start <= span.start and span.end <= whole.end
