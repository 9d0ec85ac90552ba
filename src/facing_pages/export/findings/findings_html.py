"""The chapter on changes of meaning as part of a web page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from facing_pages.core.model import Side
from facing_pages.core.translatable import N_
from facing_pages.export.file_names import utf8_text
from facing_pages.export.findings.finding_counts import kind_words
from facing_pages.export.findings.findings_chapter import (
    FINDINGS_TITLE,
    NO_PASSAGE,
    FindingsChapter,
    PassageRun,
    ReportFinding,
)
from facing_pages.export.html_text import isolated
from facing_pages.export.report_language import number_text, tr

_TITLES: Final = {Side.ORIGINAL: N_("Original"), Side.REWRITE: N_("Rewrite")}


def chapter_html(chapter: FindingsChapter, *, rows: frozenset[int]) -> Iterator[str]:
    """Yield the chapter; entries link to those `rows` of the texts that are on the page."""
    yield f'<section class="findings">\n<h2>{tr(FINDINGS_TITLE)}</h2>\n'
    yield f'<p class="counts">{_counts(chapter)}</p>\n'
    if chapter.findings:
        yield "<ol>\n"
        for entry in chapter.findings:
            yield from _entry(entry, has_row=entry.row in rows)
        yield "</ol>\n"
    for note in chapter.notes:
        yield f'<p class="note">{escape(note)}</p>\n'
    yield "</section>\n"


def _counts(chapter: FindingsChapter) -> str:
    """Return the counts, each as a link to the first finding of its kind."""
    if not chapter.findings:
        return escape(chapter.headline)
    first = {entry.finding.kind: entry.number for entry in reversed(chapter.findings)}
    parts = [
        f'<a href="#finding-{first[kind]}"><b>{number_text(count)}</b> '
        f"{kind_words(kind, count)}</a>"
        for kind, count in chapter.counts.items()
    ]
    return " · ".join(parts)


def _entry(entry: ReportFinding, *, has_row: bool) -> Iterator[str]:
    where = f'<a href="#row-{entry.row}">{entry.where}</a>' if has_row else entry.where
    yield f'<li id="finding-{entry.number}" class="severity-{entry.finding.severity}">\n'
    yield f"<h3>{entry.name} – <span>{isolated(entry.reason)}</span></h3>\n"
    yield f'<p class="note">{entry.gravity} · {where}</p>\n<div class="passages">\n'
    for side in Side:
        words = "".join(map(_run, entry.passage(side))) or f'<i class="note">{tr(NO_PASSAGE)}</i>'
        yield f'<p><span class="side">{tr(_TITLES[side])}</span> <bdi>{words}</bdi></p>\n'
    yield "</div>\n</li>\n"


def _run(run: PassageRun) -> str:
    words = escape(utf8_text(run.text), quote=False)
    return f'<b class="finding">{words}</b>' if run.is_found else words
