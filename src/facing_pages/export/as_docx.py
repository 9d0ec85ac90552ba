"""A report as a Word file: the changes as tracked changes, or both texts in a table.

Rejecting all tracked changes gives exactly the original, accepting them the rewrite. Moved passages
are tracked as moves. Changes of meaning are comments on their places and, beside the table of both
texts, in a table of their own. Follows ECMA-376, parts 1 and 4; uses no template and no library.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Final

from facing_pages.core.model import EmphasisKind, Role, Side
from facing_pages.export.as_text import summary_lines
from facing_pages.export.findings.findings_docx import DocxComments, DocxRun, chapter_docx
from facing_pages.export.report import MarkedRun, Report, ReportParagraph, ReportRow
from facing_pages.export.report_language import number_text, tr
from facing_pages.export.report_options import Layout
from facing_pages.export.report_pieces import TrackedPiece
from facing_pages.export.xml_text import xml_attribute, xml_text
from facing_pages.marks.kinds import (
    KIND_OF_STYLE,
    KINDS_IN_ORDER,
    WEIGHT_OF_STYLE,
    ViewKind,
    Weight,
    shows_kind,
)
from facing_pages.marks.theme_colors import color_of
from facing_pages.marks.tracked_text import State

_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_XML_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES: Final = (
    f'{_XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
    "{comments}</Types>"
)
_COMMENTS_TYPE: Final = (
    '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.comments+xml"/>'
)
_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS_XML: Final = (
    f'{_XML_HEAD}<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
    f'Type="{_KIND}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS: Final = (
    f'{_XML_HEAD}<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
    f'Type="{_KIND}/styles" Target="styles.xml"/>{{comments}}</Relationships>'
)
_COMMENTS_RELATION: Final = f'<Relationship Id="r2" Type="{_KIND}/comments" Target="comments.xml"/>'
# Names of the styles a paragraph may have, how they are based and set.
_PARAGRAPH_STYLES: Final = (
    ("Normal", "Normal", "", '<w:spacing w:after="160" w:line="276" w:lineRule="auto"/>', ""),
    *(
        (
            f"Heading{level}",
            f"heading {level}",
            "Normal",
            f'<w:keepNext/><w:outlineLvl w:val="{level - 1}"/>',
            f'<w:b/><w:sz w:val="{36 - 4 * level}"/>',
        )
        for level in range(1, 7)
    ),
    ("Quote", "Quote", "Normal", '<w:ind w:left="567"/>', ""),
    ("ListParagraph", "List Paragraph", "Normal", '<w:ind w:left="425"/>', ""),
)
# Shapes of the lines under marks, as Word calls them.
_LINE_STYLES: Final = {
    ViewKind.REWORDED: "dotted",
    ViewKind.REMOVED: "dash",
    ViewKind.ADDED: "single",
    ViewKind.MOVED: "double",
    ViewKind.MINOR: "dotted",
}
_TAGS: Final = {State.REMOVED: ("del", "moveFrom"), State.ADDED: ("ins", "moveTo")}


def report_docx(
    report: Report, *, author: str = "Facing Pages", at: datetime | None = None
) -> bytes:
    """Return the bytes of the file; `at` is the date of changes and comments, by default now."""
    stamp = (at or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    comments = DocxComments(report.findings, author, stamp)
    if report.options.layout is Layout.SIDE_BY_SIDE:
        body = "".join(_side_by_side(report, comments))
        page = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    else:
        body = "".join(_Tracked(author, stamp, comments).body(report))
        page = '<w:pgSz w:w="11906" w:h="16838"/>'
    margins = '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/>'
    document = (
        f"{_XML_HEAD}<w:document {_W}><w:body>{body}"
        f"<w:sectPr>{page}{margins}</w:sectPr></w:body></w:document>"
    )
    return _package(document, comments.part(_XML_HEAD, _W))


def _package(document: str, comments: str) -> bytes:
    types = _TYPES.replace("{comments}", _COMMENTS_TYPE if comments else "")
    relations = _DOCUMENT_RELATIONS.replace("{comments}", _COMMENTS_RELATION if comments else "")
    parts = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", _RELATIONS_XML),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", relations),
        ("word/styles.xml", _style_sheet()),
    ]
    if comments:
        parts.append(("word/comments.xml", comments))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content.encode("utf-8"))
    return buffer.getvalue()


def _style_sheet() -> str:
    styles = []
    for identifier, name, base, paragraph, run in _PARAGRAPH_STYLES:
        default = ' w:default="1"' if identifier == "Normal" else ""
        based = f'<w:basedOn w:val="{base}"/>' if base else ""
        styles.append(
            f'<w:style w:type="paragraph" w:styleId="{identifier}"{default}>'
            f'<w:name w:val="{name}"/>{based}<w:qFormat/><w:pPr>{paragraph}</w:pPr>'
            f"<w:rPr>{run}</w:rPr></w:style>"
        )
    fonts = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia"/><w:sz w:val="22"/>'
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault></w:docDefaults>"
    return f"{_XML_HEAD}<w:styles {_W}>{defaults}{''.join(styles)}</w:styles>"


def _style_of(role: Role, level: int) -> str:
    if role is Role.HEADING:
        return f"Heading{min(6, max(1, level))}"
    return {Role.QUOTE: "Quote", Role.LIST_ITEM: "ListParagraph"}.get(role, "Normal")


def _properties(emphasis: frozenset[EmphasisKind], mark: str = "") -> str:
    """Return the properties of a run, in the order that the standard requires."""
    bold = "<w:b/>" if EmphasisKind.BOLD in emphasis else ""
    italic = "<w:i/>" if EmphasisKind.ITALIC in emphasis else ""
    return f"<w:rPr>{bold}{italic}{mark}</w:rPr>" if bold or italic or mark else ""


def _words(text: str, element: str = "t") -> str:
    return f'<w:{element} xml:space="preserve">{xml_text(text)}</w:{element}>'


# --- tracked changes -------------------------------------------------------------------------


class _Tracked:
    """Writes rows with removed and added words as tracked changes."""

    def __init__(self, author: str, stamp: str, comments: DocxComments) -> None:
        self._comments = comments
        self._who = f"w:author={xml_attribute(author)} w:date={xml_attribute(stamp)}"
        self._numbers = count(1)

    def body(self, report: Report) -> Iterator[str]:
        """Yield the paragraphs of the whole text."""
        for row in report.rows:
            yield from self._row(row)

    def _row(self, row: ReportRow) -> Iterator[str]:
        styles = {
            side: {p.number - 1: _style_of(p.role, p.level) for p in row.paragraphs(side)}
            for side in Side
        }
        is_moved = row.is_half
        runs: list[DocxRun] = []
        for piece in row.pieces:
            side = Side.ORIGINAL if piece.state is State.REMOVED else Side.REWRITE
            if piece.text is not None:
                markup = self._run(piece, is_moved=is_moved)
                runs.append(DocxRun(markup, piece.findings, side))
                continue
            style = styles[side].get(piece.paragraph, "Normal")
            mark = self._mark(piece.state, is_moved=is_moved)
            properties = f'<w:pStyle w:val="{style}"/><w:rPr>{mark}</w:rPr>'
            yield f"<w:p><w:pPr>{properties}</w:pPr>{self._comments.around(runs)}</w:p>"
            runs = []

    def _run(self, piece: TrackedPiece, *, is_moved: bool) -> str:
        text = piece.text or ""
        properties = _properties(piece.emphasis)
        if piece.state is State.KEPT:
            return f"<w:r>{properties}{_words(text)}</w:r>"
        tag = self._tag(piece.state, is_moved=is_moved or piece.move >= 0)
        element = "delText" if tag == "del" else "t"
        run = f"<w:r>{properties}{_words(text, element)}</w:r>"
        return f"<w:{tag} {self._note()}>{run}</w:{tag}>"

    def _mark(self, state: State, *, is_moved: bool) -> str:
        """Return the tracked change of a paragraph mark, "" if it was kept."""
        if state is State.KEPT:
            return ""
        return f"<w:{self._tag(state, is_moved=is_moved)} {self._note()}/>"

    def _tag(self, state: State, *, is_moved: bool) -> str:
        return _TAGS[state][is_moved]

    def _note(self) -> str:
        return f'w:id="{next(self._numbers)}" {self._who}'


# --- a table ---------------------------------------------------------------------------------


def _side_by_side(report: Report, comments: DocxComments) -> Iterator[str]:
    options = report.options
    yield _line("Heading1", f"{report.original} ↔ {report.rewrite}")
    if report.findings is not None:
        yield from chapter_docx(report.findings)
    if options.summary:
        if report.findings is not None:
            yield _line("Heading2", tr("Summary"))
        for line in summary_lines(report.statistics):
            yield _line("Normal", line)
    if options.legend:
        kinds = [
            kind
            for kind in KINDS_IN_ORDER
            if kind in _LINE_STYLES and shows_kind(kind, options.kinds, options.weight)
        ]
        words = f"<w:r>{_words('  ')}</w:r>".join(
            f"<w:r>{_properties(frozenset(), _mark_of(kind))}{_words(tr(kind.words))}</w:r>"
            for kind in kinds
        )
        yield f"<w:p>{words}</w:p>"
    if options.texts:
        yield from _table(report, comments)
    if options.changes:
        title = tr("Changes ({count})", count=number_text(len(report.changes)))
        yield _line("Heading2", title)
        for change in report.changes:
            words = f"{change.kind.glyph} {change.arrow}"
            yield _line("Normal", f"{change.number}. {words} ({change.where})")


def _line(style: str, words: str) -> str:
    run = f"<w:r>{_words(words)}</w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def _table(report: Report, comments: DocxComments) -> Iterator[str]:
    edges = ("top", "bottom", "insideH")
    borders = "".join(f'<w:{e} w:val="single" w:sz="4" w:color="D5D8DD"/>' for e in edges)
    width = '<w:tblW w:w="5000" w:type="pct"/>'
    yield f"<w:tbl><w:tblPr>{width}<w:tblBorders>{borders}</w:tblBorders>"
    yield '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="7285"/>'
    yield '<w:gridCol w:w="7285"/></w:tblGrid>'
    heads = "".join(_head(report.name(side)) for side in Side)
    yield f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{heads}</w:tr>"
    for row in report.rows:
        cells = "".join(_cell(row, side, comments) for side in Side)
        yield f"<w:tr>{cells}</w:tr>"
    yield "</w:tbl><w:p/>"


def _head(name: str) -> str:
    return f"<w:tc><w:tcPr/><w:p><w:r><w:rPr><w:b/></w:rPr>{_words(name)}</w:r></w:p></w:tc>"


def _cell(row: ReportRow, side: Side, comments: DocxComments) -> str:
    paragraphs = row.paragraphs(side)
    inner = "".join(_marked(paragraph, side, comments) for paragraph in paragraphs) or "<w:p/>"
    return f"<w:tc><w:tcPr/>{inner}</w:tc>"


def _marked(paragraph: ReportParagraph, side: Side, comments: DocxComments) -> str:
    style = _style_of(paragraph.role, paragraph.level)
    runs = comments.around([DocxRun(_run(run), run.findings, side) for run in paragraph.runs])
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(run: MarkedRun) -> str:
    is_light = WEIGHT_OF_STYLE[run.style] < Weight.WORDING
    mark = _mark_of(KIND_OF_STYLE[run.style], has_fill=not is_light) if run.change else ""
    return f"<w:r>{_properties(run.emphasis, mark)}{_words(run.text)}</w:r>"


def _mark_of(kind: ViewKind, *, has_fill: bool = True) -> str:
    """Return the run properties that show a kind of change."""
    fill = color_of(kind, "fills").removeprefix("#") if has_fill else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:u w:val="{_LINE_STYLES[kind]}"/>{shade}'
