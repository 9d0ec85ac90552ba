"""A report as one self-contained web page: it needs no network and no other files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from facing_pages.core.model import Role, Side
from facing_pages.core.resources import resource_text
from facing_pages.core.translatable import N_
from facing_pages.core.translations import sentence_case
from facing_pages.export.as_text import shares
from facing_pages.export.findings.findings_html import chapter_html
from facing_pages.export.html_text import content_policy, emphasised_html, isolated
from facing_pages.export.report import MarkedRun, Report, ReportParagraph, ReportRow
from facing_pages.export.report_language import number_text, report_language, tr
from facing_pages.export.report_options import Layout
from facing_pages.export.report_pieces import TrackedPiece, merged_paragraphs
from facing_pages.marks.kinds import KIND_OF_STYLE, KINDS_IN_ORDER, MarkStyle, ViewKind
from facing_pages.marks.row_signs import MOVED_SENTENCES, NO_COUNTERPART, row_glyph
from facing_pages.marks.theme_colors import theme_colors
from facing_pages.marks.tracked_text import State

# CSS classes of paragraphs.
_CLASS_OF_ROLE: Final = {
    Role.QUOTE: "quote",
    Role.LIST_ITEM: "item",
    Role.VERSE: "verse",
    Role.TABLE_ROW: "cells",
}
# CSS classes of the marks.
_CLASSES: Final = {
    MarkStyle.MINOR: "minor",
    MarkStyle.REORDERED: "reordered",
    MarkStyle.REWORDED: "reworded",
    MarkStyle.FORM: "light reworded",
    MarkStyle.LIGHT_REWORDED: "light reworded",
    MarkStyle.WHOLE_REWORDED: "whole reworded",
    MarkStyle.MOVED: "moved",
    MarkStyle.MOVED_PHRASE: "moved",
    MarkStyle.ADDED: "added",
    MarkStyle.WHOLE_ADDED: "whole added",
    MarkStyle.REMOVED: "removed",
    MarkStyle.WHOLE_REMOVED: "whole removed",
    MarkStyle.LIGHT_ADDED: "light added",
    MarkStyle.LIGHT_REMOVED: "light removed",
    MarkStyle.LONG_ADDED: "whole added",
    MarkStyle.LONG_REMOVED: "whole removed",
}
_KIND_ELEMENTS: Final = {ViewKind.ADDED: "ins", ViewKind.REMOVED: "del"}
_LINE_NAMES: Final = {
    ViewKind.REWORDED: N_("dotted line"),
    ViewKind.REMOVED: N_("dashed line"),
    ViewKind.ADDED: N_("solid line"),
    ViewKind.MOVED: N_("double line"),
    ViewKind.SPLIT: N_("sign between the texts"),
    ViewKind.MINOR: N_("thin dotted line"),
}
_TITLES: Final = {Side.ORIGINAL: N_("Original"), Side.REWRITE: N_("Rewrite")}

_SKIP_LINK: Final = N_("Skip to the texts")
_SUMMARY_TITLE: Final = N_("Summary")
_SWITCHES_TITLE: Final = N_("Marks shown")
_LEGEND_TITLE: Final = N_("What the marks mean")
_TEXTS_TITLE: Final = N_("Texts")
_KIND_TITLE: Final = N_("Kind")
_FINDING_SAMPLE: Final = N_("change of meaning")
_FINDING_LINE: Final = N_("thick line")


def report_html(report: Report) -> str:
    """Return the HTML of the page, with its styles and scripts inside."""
    options = report.options
    title = escape(f"{report.original} ↔ {report.rewrite}")
    style = f"\n{_palette()}{resource_text('report/report.css')}{_page_size(options.layout)}"
    script = f"\n{resource_text('report/report.js')}"
    parts = [
        "<!DOCTYPE html>\n",
        f'<html lang="{report_language()}">\n<head>\n<meta charset="utf-8">\n',
        content_policy(style=style, script=script),
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        '<meta name="generator" content="Facing Pages">\n',
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n",
        f'<a class="skip" href="#texts">{tr(_SKIP_LINK)}</a>\n',
        f"<header>\n<h1>{isolated(report.original)} ↔ {isolated(report.rewrite)}</h1>\n</header>\n",
        "<main>\n",
    ]
    if report.findings is not None:
        parts += chapter_html(report.findings, rows=_rows_with_texts(report))
    if options.summary:
        parts += _summary(report)
    parts.append(_switches(report))
    if options.legend:
        parts += _legend(report)
    if options.texts:
        parts.append(f'<h2 id="texts">{tr(_TEXTS_TITLE)}</h2>\n')
        parts += _pair(report) if options.layout is Layout.SIDE_BY_SIDE else _column(report)
    if options.changes:
        parts += _changes(report)
    parts.append(f"</main>\n<script>{script}</script>\n</body>\n</html>\n")
    return "".join(parts)


def _palette() -> str:
    """Return the colours of the light and the dark theme as CSS variables."""
    light, dark = (_variables(name) for name in ("light", "dark"))
    return f":root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"


def _variables(name: str) -> str:
    theme = theme_colors(name)
    plain = ("page", "text", "secondary", "chrome", "border", "focus")
    found = {key: theme[key] for key in plain}
    for prefix, group in (("fill", "fills"), ("whole", "whole_fills"), ("line", "lines")):
        found |= {f"{prefix}-{kind}": color for kind, color in theme[group].items()}
    return " ".join(f"--{key}: {color};" for key, color in found.items())


def _page_size(layout: Layout) -> str:
    turned = "landscape" if layout is Layout.SIDE_BY_SIDE else "portrait"
    return f"@page {{ size: {turned}; margin: 15mm; }}\n"


# --- numbers, switches, legend ---------------------------------------------------------------


def _summary(report: Report) -> Iterator[str]:
    numbers = report.statistics
    rows = [
        (tr("Words of the original"), numbers.original_words, ""),
        (tr("Words of the rewrite"), numbers.rewrite_words, ""),
        *((sentence_case(tr(name)), count, share) for name, count, share in shares(numbers)),
    ]
    yield f'<h2>{tr(_SUMMARY_TITLE)}</h2>\n<table class="numbers">\n<tbody>\n'
    for name, count, share in rows:
        cells = f"<td>{number_text(count)}</td><td>{escape(share)}</td>"
        yield f'<tr><th scope="row">{name}</th>{cells}</tr>\n'
    yield "</tbody>\n</table>\n"


def _switches(report: Report) -> str:
    boxes = [
        f'<label><input type="checkbox" value="{kind.name.lower()}" checked> '
        f"{kind.glyph} {tr(kind.words)} ({number_text(report.counts.get(kind, 0))})</label>\n"
        for kind in KINDS_IN_ORDER
        if report.counts.get(kind) and kind is not ViewKind.SPLIT
    ]
    return f"<fieldset>\n<legend>{tr(_SWITCHES_TITLE)}</legend>\n{''.join(boxes)}</fieldset>\n"


def _legend(report: Report) -> Iterator[str]:
    yield f'<h2>{tr(_LEGEND_TITLE)}</h2>\n<dl class="legend">\n'
    if report.findings is not None and report.findings.findings:
        yield f'<dt><b class="finding">{tr(_FINDING_SAMPLE)}</b></dt><dd>{tr(_FINDING_LINE)}</dd>\n'
    for kind in KINDS_IN_ORDER:
        name = kind.name.lower()
        sample = f'<span class="{name}">{kind.glyph} {tr(kind.words)}</span>'
        yield f"<dt>{sample}</dt><dd>{tr(_LINE_NAMES[kind])}</dd>\n"
    yield "</dl>\n"


def _changes(report: Report) -> Iterator[str]:
    title = tr("Changes ({count})", count=number_text(len(report.changes)))
    yield f'<h2>{title}</h2>\n<ol class="list">\n'
    rows = _rows_with_texts(report)
    for change in report.changes:
        words = " → ".join(isolated(_short(text)) for text in change.texts) or "␣"
        if change.row in rows:
            words = f'<a href="#row-{change.row}">{words}</a>'
        kind = f"{change.kind.glyph} {tr(change.words)}, {change.where}"
        yield f'<li value="{change.number}">{words} <span class="kind">{kind}</span></li>\n'
    yield "</ol>\n"


def _rows_with_texts(report: Report) -> frozenset[int]:
    """Return the numbers of the rows whose texts are on the page."""
    return frozenset(row.number for row in report.rows if report.options.texts)


def _short(text: str, longest: int = 90) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


# --- side by side ----------------------------------------------------------------------------


def _pair(report: Report) -> Iterator[str]:
    yield '<table class="pair">\n<thead>\n<tr>'
    for side in Side:
        if side is Side.REWRITE:
            yield f'<th class="gutter" scope="col"><span class="skip">{tr(_KIND_TITLE)}</span></th>'
        yield f'<th scope="col">{tr(_TITLES[side])} — {isolated(report.name(side))}</th>'
    yield "</tr>\n</thead>\n<tbody>\n"
    for row in report.rows:
        yield f'<tr id="row-{row.number}">'
        yield f"<td>{_cell(row, Side.ORIGINAL)}</td>"
        yield f'<td class="gutter">{_sign(row)}</td>'
        yield f"<td>{_cell(row, Side.REWRITE)}</td></tr>\n"
    yield "</tbody>\n</table>\n"


def _cell(row: ReportRow, side: Side) -> str:
    paragraphs = row.paragraphs(side)
    if not paragraphs:
        return f'<p class="note">{_note(row, side)}</p>'
    return "".join(_paragraph(paragraph) for paragraph in paragraphs)


def _note(row: ReportRow, side: Side) -> str:
    if not row.elsewhere:
        return tr(NO_COUNTERPART)
    paragraphs = ", ".join(map(number_text, row.elsewhere))
    sentence = MOVED_SENTENCES[side is Side.REWRITE, row.is_elsewhere_whole]
    return tr(sentence, number=paragraphs)


def _sign(row: ReportRow) -> str:
    """Return the sign of a row's strongest change, with its name for screen readers."""
    kind = row.sign
    if kind is None:
        return ""
    glyph, name = row_glyph(row.kind, kind), tr(kind.words)
    return f'<span title="{name}" role="img" aria-label="{name}">{glyph}</span>'


def _paragraph(paragraph: ReportParagraph) -> str:
    words = "".join(_run(run) for run in paragraph.runs)
    return _framed(words, paragraph.role)


def _framed(words: str, role: Role) -> str:
    if role is Role.HEADING:
        return f"<h3>{words}</h3>"
    name = _CLASS_OF_ROLE.get(role)
    return f'<p class="{name}">{words}</p>' if name else f"<p>{words}</p>"


def _run(run: MarkedRun) -> str:
    words = _found(emphasised_html(run.text, run.emphasis), run.findings)
    if not run.change:
        return words
    kind = KIND_OF_STYLE[run.style]
    classes = _CLASSES[run.style] + (" within-moved" if run.is_moved else "")
    element = _KIND_ELEMENTS.get(kind, "span")
    return f'<{element} class="{classes}" data-c="{run.change}">{words}</{element}>'


def _found(words: str, findings: Sequence[int]) -> str:
    """Return words that belong to findings as a link to the first of these."""
    return f'<a class="finding" href="#finding-{findings[0]}">{words}</a>' if findings else words


# --- one column ------------------------------------------------------------------------------


def _column(report: Report) -> Iterator[str]:
    yield "<article>\n"
    for row in report.rows:
        yield f'<div id="row-{row.number}">'
        if row.elsewhere:
            side = Side.REWRITE if row.original else Side.ORIGINAL
            yield f'<p class="note">{_note(row, side)}</p>'
        yield from _merged(row, typography=report.options.shows_typography)
        yield "</div>\n"
    yield "</article>\n"


def _merged(row: ReportRow, *, typography: bool) -> Iterator[str]:
    roles = {p.number - 1: p.role for p in (row.rewrite or row.original)}
    for pieces in merged_paragraphs(row.pieces, typography=typography):
        words = [
            _piece(piece, replaces=_is_replaced(pieces, k)) for k, piece in enumerate(pieces[:-1])
        ]
        yield _framed("".join(words), roles.get(pieces[-1].paragraph, Role.PROSE))


def _is_replaced(pieces: Sequence[TrackedPiece], place: int) -> bool:
    """Tell whether the piece at a place is one half of a replacement: old words, then new ones.

    He felt [-well-]{+ill+} and left{+ early+}.      "well" and "ill" are, " early" is not
    """
    piece = pieces[place]
    step = {State.REMOVED: 1, State.ADDED: -1}.get(piece.state, 0)
    other = place + step
    while step and 0 <= other < len(pieces) and pieces[other].state is piece.state:
        other += step
    if not step or not 0 <= other < len(pieces):
        return False
    states = {piece.state, pieces[other].state}
    return states == {State.REMOVED, State.ADDED} and pieces[other].text is not None


def _piece(piece: TrackedPiece, *, replaces: bool) -> str:
    if piece.text is None:
        return '<span class="note"> ¶ </span>'
    words = _found(emphasised_html(piece.text, piece.emphasis), piece.findings)
    if piece.state is State.KEPT:
        return words
    is_old = piece.state is State.REMOVED
    plain = "reworded" if replaces else "removed" if is_old else "added"
    name = "moved" if piece.move >= 0 else plain
    if is_old:
        return f'<del class="{name} struck">{words}</del>'
    return f'<ins class="{name}">{words}</ins>'
