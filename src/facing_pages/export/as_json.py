"""A comparison as JSON: schema 1, or 2 with its findings.

All offsets are code points, end excluded, into the `text` given with each side.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from facing_pages.core.changes.moved_phrases import is_elsewhere, is_moved_phrase
from facing_pages.core.json_bytes import json_bytes
from facing_pages.core.model import Change, Comparison, Document, Finding, Link, Statistics
from facing_pages.core.options import Level
from facing_pages.marks.change_styles import change_weights

# The version of the format of reports as JSON, without and with findings.
REPORT_SCHEMA: Final = 1
FINDINGS_SCHEMA: Final = 2


def comparison_json(comparison: Comparison, *, level: Level = Level.WORDS) -> str:
    """Return the alignment and the changes of a comparison as one JSON object.

    The result can be encoded as UTF-8: bytes of file names that are not UTF-8 are escaped.
    """
    content: dict[str, Any] = {
        "schema": REPORT_SCHEMA if comparison.findings is None else FINDINGS_SCHEMA,
        "original": _document(comparison.original),
        "rewrite": _document(comparison.rewrite),
        "links": [_link(link, level) for link in comparison.alignment.links],
        "changes": [_change(change, comparison) for change in comparison.changes],
        "statistics": _statistics(comparison.statistics),
    }
    if comparison.findings is not None:
        for change, weight in zip(content["changes"], change_weights(comparison), strict=True):
            change["weight"] = weight.name.lower()
        content["findings"] = [_finding(finding) for finding in comparison.findings]
    return json_bytes(content, indent=None).decode("utf-8")


def _document(document: Document) -> dict[str, Any]:
    return {
        "file": document.name,
        "encoding": document.encoding,
        "text": document.text,
        "repairs": [
            {"at": list(repair.at), "was": repair.was, "why": repair.why.value}
            for repair in document.repairs
        ],
        "paragraphs": [list(paragraph.span) for paragraph in document.paragraphs],
        "sentences": [
            {"span": list(sentence.span), "paragraph": sentence.paragraph}
            for sentence in document.sentences
        ],
    }


def _link(link: Link, level: Level) -> dict[str, Any]:
    content: dict[str, Any] = {
        "original": list(link.original),
        "rewrite": list(link.rewrite),
        "kind": link.kind.value,
        "moved": link.moved,
        "confidence": link.confidence,
    }
    if level is Level.WORDS:
        content["words"] = [[list(word.original), list(word.rewrite)] for word in link.words]
    return content


def _change(change: Change, comparison: Comparison) -> dict[str, Any]:
    links, rewrite = comparison.alignment.links, comparison.rewrite
    has_moved = is_moved_phrase(change, links, rewrite) or is_elsewhere(change, links, rewrite)
    return {
        "kind": change.kind.value,
        "original": list(change.original) if change.original else None,
        "rewrite": list(change.rewrite) if change.rewrite else None,
        "link": change.link,
        **({"inside": True} if change.is_inside else {}),
        **({"moved": True} if has_moved else {}),
        **({"ordinal": True} if change.is_ordinal else {}),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "severity": finding.severity,
        "original": list(finding.original) if finding.original else None,
        "rewrite": list(finding.rewrite) if finding.rewrite else None,
        "link": finding.link,
        "confidence": finding.confidence,
        "reason": str(finding.reason),
    }


def _statistics(statistics: Statistics) -> dict[str, Any]:
    content = asdict(statistics)
    content["sentence_kinds"] = {
        kind.value: count for kind, count in statistics.sentence_kinds.items()
    }
    return content
