"""The index page of a batch: a sortable table of all pairs, with a link to each report.

If changes of meaning were looked for, it has a column for each kind that was found, and the pairs
with the gravest ones come first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

from facing_pages.core.model import FindingKind
from facing_pages.core.resources import resource_text
from facing_pages.core.translatable import N_
from facing_pages.core.translations import sentence_case
from facing_pages.export.file_names import link_to
from facing_pages.export.findings.finding_counts import kind_words
from facing_pages.export.findings.findings_chapter import FindingsChapter
from facing_pages.export.html_text import content_policy, isolated
from facing_pages.export.report import Report
from facing_pages.export.report_language import (
    decimal,
    number_text,
    plural,
    report_language,
    speaking,
    tr,
)
from facing_pages.marks.finding_words import READ_BOTH
from facing_pages.marks.tracked_text import State

# The names of the columns with the place of a pair in the list, and by which pairs are sorted.
_PLACE: Final = N_("No.")
_OPEN_LINK: Final = N_("open")
_SEVERITY: Final = N_("Highest severity")


@dataclass(frozen=True, slots=True)
class PairResult:
    """The result of one pair. Shares are in per cent, `verbatim` is the longest run in words.

    `findings` has each kind that was found, by its name as in JSON, with how many there are; None
    if they were not looked for. `severity` is the highest of them, 0 without any. `error` says why
    there is no report, "" if there is one; without a report all numbers are 0.
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
    findings: tuple[tuple[str, int], ...] | None = None
    severity: int = 0
    error: str = ""

    @property
    def counts(self) -> dict[FindingKind, int]:
        """Return the number of findings of each kind that there are some of."""
        return {FindingKind(kind): count for kind, count in self.findings or ()}


def result_of(paths: tuple[str, str], report: Report, file: str) -> PairResult:
    """Return the result of a pair whose report was written to `file`."""
    numbers = report.statistics
    words, rewritten = max(1, numbers.original_words), max(1, numbers.rewrite_words)
    chapter = report.findings
    found = chapter.findings if chapter is not None else ()
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
        findings=_counted(chapter) if chapter is not None else None,
        severity=max((entry.finding.severity for entry in found), default=0),
    )


def _counted(chapter: FindingsChapter) -> tuple[tuple[str, int], ...]:
    return tuple((kind.value, count) for kind, count in chapter.counts.items())


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


class _Column(NamedTuple):
    """A column of the index: its name, and the cell of a pair in it, of text or of a number."""

    name: str
    cell: Callable[[PairResult], str]
    is_text: bool = False


def index_html(results: Sequence[PairResult], *, waiting: int = 0, language: str = "en") -> str:
    """Return the HTML of the page; `waiting` is the number of pairs not compared yet."""
    with speaking(language):
        return _page(results, waiting)


def _page(results: Sequence[PairResult], waiting: int) -> str:
    columns = _columns(results)
    heads = "".join(map(_head, columns))
    rows = "".join(_row(result, columns) for result in sorted(results, key=_rank))
    style, script = (f"\n{resource_text(f'report/index.{kind}')}" for kind in ("css", "js"))
    hint = f"<p>{tr(READ_BOTH)}</p>\n" if _have_findings(results) else ""
    title = tr("Compared pairs")
    return (
        f'<!DOCTYPE html>\n<html lang="{report_language()}">\n<head>\n<meta charset="utf-8">\n'
        f"{content_policy(style=style, script=script)}"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n"
        f"<style>{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{_progress(results, waiting)}</p>\n{hint}<table>\n<thead>\n"
        f"<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</main>\n"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _progress(results: Sequence[PairResult], waiting: int) -> str:
    done = sum(not result.error for result in results)
    failed = len(results) - done
    parts = [tr("{count} compared", count=number_text(done))]
    if failed:
        parts.append(tr("{count} could not be", count=number_text(failed)))
    if waiting:
        parts.append(tr("{count} not yet", count=number_text(waiting)))
    return ", ".join(parts)


def _have_findings(results: Sequence[PairResult]) -> bool:
    """Tell whether changes of meaning were looked for."""
    return any(result.findings is not None for result in results)


def _rank(result: PairResult) -> tuple[int, int]:
    """Return the place of a pair: the gravest findings first, then the most of them."""
    return -result.severity, -sum(result.counts.values())


def _columns(results: Sequence[PairResult]) -> list[_Column]:
    """Return the columns of the table: names, findings if they were looked for, and shares."""
    names = [
        _Column(
            N_("Original"), lambda r: f'<th scope="row">{isolated(r.original)}</th>', is_text=True
        ),
        _Column(N_("Rewrite"), lambda r: f"<td>{isolated(r.rewrite)}</td>", is_text=True),
    ]
    findings = _finding_columns(results) if _have_findings(results) else []
    return [*names, *findings, *_SHARE_COLUMNS]


def _finding_columns(results: Sequence[PairResult]) -> list[_Column]:
    """Return the place in the list, the highest severity, and each kind that was found."""
    places = {(result.original, result.rewrite): n for n, result in enumerate(results, 1)}
    present = {kind for result in results for kind in result.counts}
    return [
        _Column(_PLACE, lambda r: _number(places[r.original, r.rewrite])),
        _Column(_SEVERITY, lambda r: _number(r.severity)),
        *(
            _Column(sentence_case(kind_words(kind, 2)), partial(_count, kind))
            for kind in FindingKind
            if kind in present
        ),
    ]


def _count(kind: FindingKind, result: PairResult) -> str:
    return _number(result.counts.get(kind, 0))


def _number(value: int, text: str = "") -> str:
    """Return a cell with a number; 0 is shown as an empty cell unless there is a text."""
    return _sortable(value, text or (number_text(value) if value else ""))


def _share(share: float) -> str:
    return _sortable(share, f"{decimal(share)} %")


def _sortable(value: float, text: str) -> str:
    return f'<td data-value="{value}">{text}</td>'


_SHARE_COLUMNS: Final = (
    _Column(N_("Similarity"), lambda r: _share(r.similarity)),
    _Column(N_("Kept"), lambda r: _share(r.kept)),
    _Column(N_("Reworded"), lambda r: _share(r.reworded)),
    _Column(N_("Other forms"), lambda r: _share(r.form)),
    _Column(N_("Moved"), lambda r: _share(r.moved)),
    _Column(N_("Removed"), lambda r: _share(r.removed)),
    _Column(N_("Added"), lambda r: _share(r.added)),
    _Column(
        N_("Longest verbatim run"),
        lambda r: _number(r.verbatim, plural("{count} word", "{count} words", r.verbatim)),
    ),
    _Column(
        N_("Report"),
        lambda r: f'<td><a href="{link_to(r.report)}">{tr(_OPEN_LINK)}</a></td>',
        is_text=True,
    ),
)


def _head(column: _Column) -> str:
    order = "descending" if column.name == _SEVERITY else "none"
    sorting = "text" if column.is_text else "number"
    return (
        f'<th scope="col" aria-sort="{order}"><button type="button" data-sort="{sorting}">'
        f"{tr(column.name)}</button></th>"
    )


def _row(result: PairResult, columns: Sequence[_Column]) -> str:
    names, others = columns[:2], columns[2:]
    cells = [column.cell(result) for column in names]
    if result.error:
        error = f'<td colspan="{len(others)}" class="error">{isolated(result.error)}</td>'
        return f"<tr>{''.join(cells)}{error}</tr>\n"
    cells += [column.cell(result) for column in others]
    return f"<tr>{''.join(cells)}</tr>\n"


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1)
