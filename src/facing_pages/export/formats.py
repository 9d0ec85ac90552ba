"""The formats of reports: one record each, with everything needed to offer, preview and write it.

    ".docx" ─→ ReportFormat ─→ the window's dialog and its filter of file names
                            ─→ previews
                            ─→ `facing report`, `facing batch`, `facing align`
                            ─→ what is written: `content`

A PDF is laid out by Qt, which this room does not import: its record has no writer, and the caller
passes a printer to `write_report`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, Flag, auto
from typing import TYPE_CHECKING, Final

from facing_pages.core.errors import NO_SUCH_FORMAT, WritingError
from facing_pages.core.model import Comparison
from facing_pages.core.translatable import N_
from facing_pages.export.report_language import speaking
from facing_pages.export.report_options import Layout, ReportOptions
from facing_pages.marks.kinds import Weight

if TYPE_CHECKING:
    from facing_pages.export.report import Report

ReportMaker = Callable[[], "Report"]
FormatWriter = Callable[[Comparison, ReportMaker], bytes]


class Offer(Flag):
    """Where a format is offered as a choice. A file name with its suffix is accepted anywhere."""

    DIALOG = auto()
    BATCH = auto()
    ALIGNMENT = auto()


class Look(Enum):
    """How the preview of a format is shown."""

    PAGE = "page"
    TEXT = "text"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """A format of reports.

    The first suffix is the default. `is_composed`: layout, scope and parts can be chosen; all other
    formats contain every link. `has_findings`: changes of meaning are in it, if there are any.
    `has_tracked_changes`: the one-column layout has tracked changes,
    and then the file must contain the texts and nothing else. `is_always_merged`: both texts are
    merged into one in every layout.
    """

    suffixes: tuple[str, ...]
    name: str
    purpose: str
    writer: FormatWriter | None
    look: Look
    offers: Offer
    is_composed: bool = False
    has_findings: bool = False
    is_always_merged: bool = False
    has_tracked_changes: bool = False

    @property
    def suffix(self) -> str:
        """Return the default suffix, with its dot."""
        return self.suffixes[0]

    @property
    def option(self) -> str:
        """Return the name of the format on the command line."""
        return self.suffix.removeprefix(".")

    @property
    def needs_qt(self) -> bool:
        """Tell whether Qt lays out the format; it cannot be written to standard output then."""
        return self.writer is None

    def is_suffix_of(self, name: str) -> bool:
        """Tell whether a file name ends in one of the suffixes."""
        return name.lower().endswith(self.suffixes)

    def is_merged(self, layout: Layout) -> bool:
        """Tell whether a report in this layout merges both texts into one."""
        return self.is_always_merged or layout is Layout.ONE_COLUMN

    def has_only_texts(self, layout: Layout) -> bool:
        """Tell whether a report in this layout must contain the texts and nothing else."""
        return self.has_tracked_changes and layout is Layout.ONE_COLUMN

    def options_for(self, options: ReportOptions) -> ReportOptions:
        """Return options as this format can have them.

        Where both texts are merged into one, changes are shown down to grammar: nothing else would
        tell what was replaced.
        """
        if not self.is_merged(options.layout):
            return options
        return replace(options, weight=min(options.weight, Weight.GRAMMAR))

    def content(self, comparison: Comparison, report: ReportMaker, language: str) -> bytes:
        """Return the bytes of a file in a language, if the format is one for people.

        `report` is called only by formats that need a report.

        Raises `WritingError` if the format needs Qt.
        """
        if self.writer is None:
            raise WritingError(self.suffix, message=NO_SUCH_FORMAT)
        with speaking(language):
            return self.writer(comparison, report)


def _html(_: Comparison, report: ReportMaker) -> bytes:
    from facing_pages.export.as_html import report_html

    return report_html(report()).encode("utf-8")


def _docx(_: Comparison, report: ReportMaker) -> bytes:
    from facing_pages.export.as_docx import report_docx

    return report_docx(report())


def _markdown(_: Comparison, report: ReportMaker) -> bytes:
    from facing_pages.export.as_plain import report_markdown

    return report_markdown(report()).encode("utf-8")


def _text(_: Comparison, report: ReportMaker) -> bytes:
    from facing_pages.export.as_plain import report_text

    return report_text(report()).encode("utf-8")


def _xlsx(comparison: Comparison, report: ReportMaker) -> bytes:
    from facing_pages.export.as_spreadsheet import comparison_xlsx

    findings = report().findings if comparison.findings is not None else None
    return comparison_xlsx(comparison, findings)


def _csv(comparison: Comparison, _: ReportMaker) -> bytes:
    from facing_pages.export.as_tables import comparison_csv

    # Without a byte order mark Excel assumes the local encoding.
    return comparison_csv(comparison).encode("utf-8-sig")


def _tsv(comparison: Comparison, _: ReportMaker) -> bytes:
    from facing_pages.export.as_tables import comparison_tsv

    # No byte order mark: most programs that read TSV would take it as part of the first heading.
    return comparison_tsv(comparison).encode("utf-8")


def _json(comparison: Comparison, _: ReportMaker) -> bytes:
    from facing_pages.export.as_json import comparison_json

    return (comparison_json(comparison) + "\n").encode("utf-8")


def _tmx(comparison: Comparison, _: ReportMaker) -> bytes:
    from facing_pages.export.as_tables import comparison_tmx

    return comparison_tmx(comparison).encode("utf-8")


def _xliff(comparison: Comparison, _: ReportMaker) -> bytes:
    from facing_pages.export.as_tables import comparison_xliff

    return comparison_xliff(comparison).encode("utf-8")


# In the order in which they are offered: formats for people first, then for programs.
FORMATS: Final = (
    ReportFormat(
        (".html", ".htm"),
        N_("Web page"),
        N_("One file for any browser; kinds of change can be shown or hidden; prints well."),
        _html,
        Look.PAGE,
        Offer.DIALOG | Offer.BATCH,
        is_composed=True,
        has_findings=True,
    ),
    ReportFormat(
        (".docx",),
        N_("Word"),
        N_("Both texts in a table, or tracked changes in one column."),
        _docx,
        Look.PAGE,
        Offer.DIALOG | Offer.BATCH,
        is_composed=True,
        has_findings=True,
        has_tracked_changes=True,
    ),
    ReportFormat(
        (".pdf",),
        N_("PDF"),
        N_("Two columns on landscape pages, or one on portrait pages."),
        None,
        Look.PAGE,
        Offer.DIALOG,
        is_composed=True,
        has_findings=True,
    ),
    ReportFormat(
        (".md",),
        N_("Markdown"),
        N_("A table, or removed and added words marked in one column."),
        _markdown,
        Look.TEXT,
        Offer.DIALOG | Offer.BATCH,
        is_composed=True,
        has_findings=True,
    ),
    ReportFormat(
        (".txt",),
        N_("Plain text"),
        N_("Removed words in [-…-], added ones in {+…+}."),
        _text,
        Look.TEXT,
        Offer.DIALOG | Offer.BATCH,
        is_composed=True,
        has_findings=True,
        is_always_merged=True,
    ),
    ReportFormat(
        (".xlsx",),
        N_("Spreadsheet"),
        N_("A row for each link, changes in colour."),
        _xlsx,
        Look.SHEET,
        Offer.DIALOG | Offer.BATCH,
        has_findings=True,
    ),
    ReportFormat(
        (".csv",),
        N_("Table (CSV)"),
        N_("A row for each link."),
        _csv,
        Look.TEXT,
        Offer.DIALOG,
    ),
    # Like the table above, for programs; no dialog offers it, so its name is not translated.
    ReportFormat(
        (".tsv",),
        "Table (TSV)",
        N_("A row for each link."),
        _tsv,
        Look.TEXT,
        Offer.ALIGNMENT,
    ),
    ReportFormat(
        (".json",),
        N_("JSON"),
        N_("Everything, for programs."),
        _json,
        Look.TEXT,
        Offer.DIALOG | Offer.BATCH | Offer.ALIGNMENT,
        has_findings=True,
    ),
    ReportFormat(
        (".tmx",),
        N_("Translation memory (TMX)"),
        N_("Linked sentences, for translation tools."),
        _tmx,
        Look.TEXT,
        Offer.DIALOG | Offer.ALIGNMENT,
    ),
    ReportFormat(
        (".xlf", ".xliff"),
        N_("XLIFF"),
        N_("Linked sentences, for translation tools."),
        _xliff,
        Look.TEXT,
        Offer.DIALOG,
    ),
)
_BY_SUFFIX: Final = {suffix: found for found in FORMATS for suffix in found.suffixes}


def format_of(suffix: str) -> ReportFormat:
    """Return the format of a suffix such as ".html", in any case. Raises `KeyError`."""
    return _BY_SUFFIX[suffix.lower()]


def has_format(suffix: str, *, with_qt: bool) -> bool:
    """Tell whether a format that can be written, with or without Qt, has this suffix."""
    found = _BY_SUFFIX.get(suffix.lower())
    return found is not None and (with_qt or not found.needs_qt)


def formats_offered(where: Offer) -> tuple[ReportFormat, ...]:
    """Return the formats that are offered in one place, in order."""
    return tuple(found for found in FORMATS if where in found.offers)
