"""The index page of a batch: a sortable table of all pairs, with a link to each report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from facing_pages.core.resources import resource_text
from facing_pages.export.file_names import link_to
from facing_pages.export.html_safety import content_policy, isolated
from facing_pages.export.report import Report
from facing_pages.marks.tracked_text import State

_INDEX_COLUMNS: Final = (
    ("Original", "text"),
    ("Rewrite", "text"),
    ("Similarity", "number"),
    ("Kept", "number"),
    ("Reworded", "number"),
    ("Other forms", "number"),
    ("Moved", "number"),
    ("Removed", "number"),
    ("Added", "number"),
    ("Longest verbatim run", "number"),
    ("Report", "text"),
)


@dataclass(frozen=True, slots=True)
class PairResult:
    """The result of one pair. Shares are in per cent, `verbatim` is the longest run in words.

    `error` says why there is no report, "" if there is one; without a report all numbers are 0.
    """

    original: str
    rewrite: str
    report: str = ""
    similarity: float = 0.0
    kept: float = 0.0
    reworded: float = 0.0
    form: float = 0.0
    moved: float = 0.0
    removed: float = 0.0
    added: float = 0.0
    verbatim: int = 0
    error: str = ""


def result_of(paths: tuple[str, str], report: Report, file: str) -> PairResult:
    """Return the result of a pair whose report was written to `file`."""
    numbers = report.statistics
    words, rewritten = max(1, numbers.original_words), max(1, numbers.rewrite_words)
    return PairResult(
        *paths,
        report=file,
        similarity=_percent(2 * (numbers.kept + numbers.moved), words + rewritten),
        kept=_percent(numbers.kept, words),
        reworded=_percent(numbers.reworded, words),
        form=_percent(numbers.form, words),
        moved=_percent(numbers.moved, words),
        removed=_percent(numbers.removed, words),
        added=_percent(numbers.added, rewritten),
        verbatim=longest_verbatim(report),
    )


def longest_verbatim(report: Report) -> int:
    """Return the number of words in the longest unchanged run."""
    longest = current = 0
    for row in report.rows:
        for piece in row.pieces:
            if piece.state is not State.KEPT:
                current = 0
            elif piece.text is not None:
                current += sum(any(map(str.isalnum, word)) for word in piece.text.split())
                longest = max(longest, current)
    return longest


def index_html(results: Sequence[PairResult], *, waiting: int = 0) -> str:
    """Return the HTML of the page; `waiting` is the number of pairs not compared yet."""
    heads = "".join(
        f'<th scope="col" aria-sort="none"><button type="button" data-sort="{kind}">{name}'
        "</button></th>"
        for name, kind in _INDEX_COLUMNS
    )
    rows = "".join(_row(result) for result in results)
    style, script = (f"\n{resource_text(f'report/index.{kind}')}" for kind in ("css", "js"))
    done = sum(not result.error for result in results)
    failed = len(results) - done
    counts = f"{done:,} compared" + (f", {failed:,} could not be" if failed else "")
    counts += f", {waiting:,} not yet" if waiting else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"{content_policy(style=style, script=script)}"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Compared pairs</title>\n"
        f"<style>{style}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>Compared pairs</h1>\n<p>{counts}</p>\n<table>\n<thead>\n"
        f"<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</main>\n"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _row(result: PairResult) -> str:
    names = f'<th scope="row">{isolated(result.original)}</th><td>{isolated(result.rewrite)}</td>'
    if result.error:
        width = len(_INDEX_COLUMNS) - 2
        error = f'<td colspan="{width}" class="error">{isolated(result.error)}</td>'
        return f"<tr>{names}{error}</tr>\n"
    shares = (
        result.similarity,
        result.kept,
        result.reworded,
        result.form,
        result.moved,
        result.removed,
        result.added,
    )
    cells = "".join(f'<td data-value="{share}">{share:.1f} %</td>' for share in shares)
    run = f'<td data-value="{result.verbatim}">{result.verbatim:,} words</td>'
    link = f'<td><a href="{link_to(result.report)}">open</a></td>'
    return f"<tr>{names}{cells}{run}{link}</tr>\n"


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1)
