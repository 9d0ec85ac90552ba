"""A report as plain text and as Markdown, with the changes marked in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from textwrap import wrap
from typing import Final

from facing_pages.core.model import Role, Side
from facing_pages.core.translatable import N_
from facing_pages.export.as_text import summary_lines
from facing_pages.export.findings.findings_chapter import (
    FINDINGS_TITLE,
    NO_PASSAGE,
    FindingsChapter,
    PassageRun,
)
from facing_pages.export.report import Report, ReportParagraph, ReportRow
from facing_pages.export.report_language import number_text, tr
from facing_pages.export.report_options import Layout
from facing_pages.export.report_pieces import merged_paragraphs
from facing_pages.marks.kinds import ViewKind
from facing_pages.marks.tracked_text import State

Marker = Callable[[State, str], str]
_SUMMARY_TITLE: Final = N_("Summary")
_TEXTS_TITLE: Final = N_("Texts")
_SIDE_WORDS: Final = {Side.ORIGINAL: N_("original"), Side.REWRITE: N_("rewrite")}
# Characters of a line in the list of findings, as of a terminal's. By judgement.
LINE_CHARACTERS: Final = 100
# Characters with a meaning anywhere in Markdown; "&" begins a character reference.
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#|~&])")
# What makes a list or a heading of a paragraph that begins with it.
_BLOCK_BEGINNING: Final = re.compile(r"(\s*)(?:([-+=])|(\d{1,9})([.)]))")
_OUTER: Final = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


def report_text(report: Report) -> str:
    """Return the report with `[-old-]` and `{+new+}` in the text."""
    options = report.options
    parts: list[str] = [f"{report.original} ↔ {report.rewrite}", ""]
    if report.findings is not None:
        parts += [tr(FINDINGS_TITLE), "", *findings_lines(report.findings), ""]
    if options.summary:
        parts += [*summary_lines(report.statistics), ""]
    if options.legend:
        parts += [_legend(_bracketed, "  "), ""]
    if options.texts:
        for row in report.rows:
            parts += [*_paragraphs(report, row, _bracketed), ""]
    if options.changes:
        parts += [_changes_title(report), ""]
        for change in report.changes:
            words = f"{tr(change.words)}: {change.arrow}"
            parts.append(f"{change.number:>5}  {change.where}  {words}")
    return "\n".join(parts).rstrip() + "\n"


def report_markdown(report: Report) -> str:
    """Return the report in Markdown: side by side as a table, or removed and added words marked."""
    options = report.options
    parts: list[str] = [f"# {_escaped(report.original)} ↔ {_escaped(report.rewrite)}", ""]
    if report.findings is not None:
        parts += [f"## {tr(FINDINGS_TITLE)}", "", *_findings_items(report.findings), ""]
    if options.summary:
        lines = (f"* {line}" for line in summary_lines(report.statistics))
        parts += [f"## {tr(_SUMMARY_TITLE)}", "", *lines, ""]
    if options.legend:
        parts += [_legend(_emphasised, " "), ""]
    if options.texts:
        parts += [f"## {tr(_TEXTS_TITLE)}", ""]
        is_table = options.layout is Layout.SIDE_BY_SIDE
        parts += _table(report) if is_table else _column(report)
    if options.changes:
        parts += [f"## {_changes_title(report)}", ""]
        for change in report.changes:
            words = _escaped(change.arrow)
            # A numbered list would count from the first number on, whatever the others are.
            parts.append(f"* {change.number}: {words} ({tr(change.words)}, {change.where})")
    return "\n".join(parts).rstrip() + "\n"


def _legend(marker: Marker, between: str) -> str:
    states = ((State.REMOVED, ViewKind.REMOVED), (State.ADDED, ViewKind.ADDED))
    return between.join(marker(state, tr(kind.words)) for state, kind in states)


def _changes_title(report: Report) -> str:
    return tr("Changes ({count})", count=number_text(len(report.changes)))


def findings_lines(chapter: FindingsChapter) -> Iterator[str]:
    """Yield the chapter on changes of meaning as lines of text that fit into a terminal."""
    yield from _filled(chapter.headline, "", "")
    yield ""
    for entry in chapter.findings:
        yield from _filled(f"{entry.number}. {entry.name} – {entry.reason}", "", "   ")
        yield f"   {entry.gravity} ({entry.where})"
        for sign, side in zip("<>", Side, strict=True):
            words = "".join(_set_off(run, side) for run in entry.passage(side)) or tr(NO_PASSAGE)
            yield from _filled(words, f"   {sign} ", "     ")
        yield ""
    for note in chapter.notes:
        yield from _filled(note, "", "")


def _set_off(run: PassageRun, side: Side) -> str:
    state = State.REMOVED if side is Side.ORIGINAL else State.ADDED
    return _bracketed(state if run.is_found else State.KEPT, run.text)


def _filled(text: str, first: str, others: str) -> list[str]:
    return wrap(
        text,
        LINE_CHARACTERS,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _findings_items(chapter: FindingsChapter) -> Iterator[str]:
    yield f"**{chapter.headline}**"
    yield ""
    for entry in chapter.findings:
        reason = _escaped(entry.reason)
        yield f"{entry.number}. **{entry.name}** – {reason} ({entry.gravity}, {entry.where})"
        for side in Side:
            words = "".join(map(_emboldened, entry.passage(side))) or f"*{tr(NO_PASSAGE)}*"
            yield f"    * {tr(_SIDE_WORDS[side])}: {words}"
    if chapter.findings:
        yield ""
    for note in chapter.notes:
        yield f"*{_escaped(note)}*"
        yield ""


def _emboldened(run: PassageRun) -> str:
    return _emphasised(State.ADDED if run.is_found else State.KEPT, run.text)


def _paragraphs(report: Report, row: ReportRow, marker: Marker) -> Iterator[str]:
    """Yield both texts of a row merged into one, a line for each kept end of a paragraph."""
    shows_typography = report.options.shows_typography
    for pieces in merged_paragraphs(row.pieces, typography=shows_typography, is_plain=True):
        yield "".join(
            marker(piece.state, " ¶ " if piece.text is None else piece.text)
            for piece in pieces[:-1]
        )


def _bracketed(state: State, words: str) -> str:
    if state is State.REMOVED:
        return f"[-{words}-]"
    return f"{{+{words}+}}" if state is State.ADDED else words


def _emphasised(state: State, words: str) -> str:
    """Mark words in Markdown; spaces at their ends stay outside the marks, as they must."""
    if state is State.KEPT:
        return _escaped(words)
    match = _OUTER.fullmatch(words)
    assert match is not None
    before, inner, after = match.groups()
    if not inner:
        return words
    sign = "~~" if state is State.REMOVED else "**"
    return f"{before}{sign}{_escaped(inner)}{sign}{after}"


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)


def _plain_beginning(words: str) -> str:
    """Return a paragraph with its beginning escaped if it would make a list or a heading."""
    match = _BLOCK_BEGINNING.match(words)
    if match is None:
        return words
    space, sign, number, dot = match.groups()
    start = f"\\{sign}" if sign else f"{number}\\{dot}"
    return f"{space.replace('    ', ' ')}{start}{words[match.end() :]}"


def _column(report: Report) -> Iterator[str]:
    for row in report.rows:
        paragraphs = row.rewrite or row.original
        for k, words in enumerate(_paragraphs(report, row, _emphasised)):
            yield _prefix(paragraphs[min(k, len(paragraphs) - 1)]) + _plain_beginning(words)
            yield ""


def _prefix(paragraph: ReportParagraph) -> str:
    if paragraph.role is Role.HEADING:
        return "#" * min(6, paragraph.level + 2) + " "
    if paragraph.role is Role.LIST_ITEM and paragraph.ordinal > 0:
        return f"{paragraph.ordinal}. "
    return {Role.QUOTE: "> ", Role.LIST_ITEM: "* "}.get(paragraph.role, "")


def _table(report: Report) -> Iterator[str]:
    yield f"| {_escaped(report.original)} | {_escaped(report.rewrite)} |"
    yield "| --- | --- |"
    for row in report.rows:
        cells = [_cell(row, side) for side in Side]
        yield f"| {cells[0]} | {cells[1]} |"
    yield ""


def _cell(row: ReportRow, side: Side) -> str:
    state = State.REMOVED if side is Side.ORIGINAL else State.ADDED
    paragraphs: list[str] = []
    for paragraph in row.paragraphs(side):
        words = "".join(
            _emphasised(state if run.change else State.KEPT, run.text) for run in paragraph.runs
        )
        paragraphs.append(words)
    return "<br>".join(paragraphs)
