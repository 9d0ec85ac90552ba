"""The changes of meaning in a Word file: a table of them, and comments on the places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from facing_pages.core.model import Side
from facing_pages.core.translatable import N_
from facing_pages.export.findings.findings_chapter import (
    FINDINGS_TITLE,
    NO_PASSAGE,
    FindingsChapter,
    PassageRun,
    ReportFinding,
)
from facing_pages.export.report_language import tr
from facing_pages.export.xml_text import xml_attribute, xml_text

# Twentieths of a point: the columns for number, kind and reason, original, and rewrite, on A4
# landscape with margins of 2 cm, as wide as the two columns of the texts.
_WIDTHS: Final = (600, 3370, 5300, 5300)
_HEADINGS: Final = ("", N_("Change of meaning"), N_("Original"), N_("Rewrite"))
_INITIALS: Final = "FP"
_FOUND: Final = '<w:b/><w:u w:val="thick"/>'
_GREY: Final = '<w:color w:val="595959"/><w:sz w:val="18"/>'


class DocxRun(NamedTuple):
    """The markup of a run of words of a side, and the findings that they belong to."""

    markup: str
    findings: Sequence[int]
    side: Side


class DocxComments:
    """Puts comments on the words of the findings, and writes the part of the file with them.

    A comment is on the words of the rewrite, or of the original if the rewrite has none, and if
    these stand in several paragraphs, on those in the first of them.
    """

    def __init__(self, chapter: FindingsChapter | None, author: str, stamp: str) -> None:
        self._entries = {e.number: e for e in (chapter.findings if chapter else ())}
        self._who = f"w:author={xml_attribute(author)} w:date={xml_attribute(stamp)}"
        self._placed: set[int] = set()

    def around(self, runs: Sequence[DocxRun]) -> str:
        """Return the markup of the runs of a paragraph, with comments around them."""
        places: dict[int, list[int]] = {}
        for place, run in enumerate(runs):
            for number in run.findings:
                if number not in self._placed and self._entries[number].side is run.side:
                    places.setdefault(number, []).append(place)
        self._placed |= places.keys()
        parts: list[str] = []
        for place, run in enumerate(runs):
            starts = [number for number, at in places.items() if at[0] == place]
            ends = [number for number, at in places.items() if at[-1] == place]
            parts += [f'<w:commentRangeStart w:id="{number}"/>' for number in starts]
            parts += [run.markup, *map(_range_end, ends)]
        return "".join(parts)

    def part(self, head: str, namespace: str) -> str:
        """Return the part of the file with the comments that were placed, "" for none."""
        comments = "".join(self._comment(self._entries[n]) for n in sorted(self._placed))
        return f"{head}<w:comments {namespace}>{comments}</w:comments>" if comments else ""

    def _comment(self, entry: ReportFinding) -> str:
        severity, reason = entry.finding.severity, entry.reason
        text = tr(
            "{name}, severity {severity} – {reason}",
            name=entry.name,
            severity=severity,
            reason=reason,
        )
        others = entry.finding.rewrite and entry.finding.original
        before = tr("Original: {words}", words=entry.passage_text(Side.ORIGINAL)) if others else ""
        paragraphs = "".join(_paragraph(_run(words)) for words in (text, before) if words)
        return (
            f'<w:comment w:id="{entry.number}" w:initials="{_INITIALS}" {self._who}>'
            f"{paragraphs}</w:comment>"
        )


def chapter_docx(chapter: FindingsChapter) -> Iterator[str]:
    """Yield the paragraphs and the table of the chapter."""
    yield _paragraph(_run(tr(FINDINGS_TITLE)), '<w:pStyle w:val="Heading2"/>')
    yield _paragraph(_run(chapter.headline, "<w:b/>"))
    if chapter.findings:
        yield from _table(chapter)
    for note in chapter.notes:
        yield _paragraph(_run(note, _GREY))


def _table(chapter: FindingsChapter) -> Iterator[str]:
    edges = ("top", "bottom", "insideH")
    borders = "".join(f'<w:{e} w:val="single" w:sz="4" w:color="D5D8DD"/>' for e in edges)
    yield f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{borders}'
    yield '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
    yield "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    heads = "".join(_cell(_paragraph(_run(tr(head), "<w:b/>"))) for head in _HEADINGS)
    yield f"</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>{heads}</w:tr>"
    for entry in chapter.findings:
        cells = (_paragraph(_run(str(entry.number))), _reason(entry))
        passages = tuple(_passage(entry.passage(side)) for side in Side)
        row = "".join(map(_cell, cells + passages))
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>"
    yield "</w:tbl><w:p/>"


def _reason(entry: ReportFinding) -> str:
    first = _run(f"{entry.name} – ", "<w:b/>") + _run(entry.reason)
    return _paragraph(first) + _paragraph(_run(f"{entry.gravity} ({entry.where})", _GREY))


def _passage(passage: Sequence[PassageRun]) -> str:
    runs = [_run(run.text, _FOUND if run.is_found else "") for run in passage]
    return _paragraph("".join(runs) or _run(tr(NO_PASSAGE), "<w:i/>" + _GREY))


def _cell(inner: str) -> str:
    return f"<w:tc><w:tcPr/>{inner}</w:tc>"


def _paragraph(runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def _run(words: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{xml_text(words)}</w:t></w:r>'


def _range_end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
