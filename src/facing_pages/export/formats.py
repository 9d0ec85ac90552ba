"""The formats of reports: one record for each, with all that offers, previews or writes it asks.

    ".docx" ─→ ReportFormat ─→ the window's dialog and its filter of file names
                            ─→ previews
                            ─→ `facing report`, `facing batch`, `facing align`
                            ─→ what is written: `content`

A PDF is laid out by Qt, which is not known here: it has no writer, and whoever writes one brings
the printer along.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, Flag, auto
from typing import TYPE_CHECKING, Final

from facing_pages.core.errors import NO_SUCH_FORMAT, WritingError
from facing_pages.core.model import Comparison
from facing_pages.core.translatable import N_
from facing_pages.export.report_options import Layout

if TYPE_CHECKING:
    from facing_pages.export.report import Report

ReportMaker = Callable[[], "Report"]
FormatWriter = Callable[[Comparison, ReportMaker], bytes]


class Offer(Flag):
    """Where a format is offered; whatever has its suffix is written wherever a file is named."""

    DIALOG = auto()
    BATCH = auto()
    ALIGNMENT = auto()


class Look(Enum):
    """As what the beginning of a format is shown."""

    PAGE = "page"
    TEXT = "text"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """What is known of a format.

    The first suffix is the usual one. A format is `composed` if its layout, scope and parts can be
    chosen; all others have every link. `has_tracked_changes` tells that one column has tracked
    changes, beside which nothing may stand; `is_always_merged` that both texts are one in every
    layout.
    """

    suffixes: tuple[str, ...]
    name: str
    purpose: str
    writer: FormatWriter | None
    look: Look
    offers: Offer
    is_composed: bool = False
    is_always_merged: bool = False
    has_tracked_changes: bool = False

    @property
    def suffix(self) -> str:
        """Return the usual suffix, with its dot."""
        return self.suffixes[0]

    @property
    def option(self) -> str:
        """Return the name of the format on the command line."""
        return self.suffix.removeprefix(".")

    @property
    def needs_qt(self) -> bool:
        """Tell whether Qt lays the format out; it can then be written to files only."""
        return self.writer is None

    def is_suffix_of(self, name: str) -> bool:
        """Tell whether a name of a file ends in one of the suffixes."""
        return name.lower().endswith(self.suffixes)

    def is_merged(self, layout: Layout) -> bool:
        """Tell whether a report in a layout shows both texts in one."""
        return self.is_always_merged or layout is Layout.ONE_COLUMN

    def has_only_texts(self, layout: Layout) -> bool:
        """Tell whether a report in a layout may have nothing but the texts."""
        return self.has_tracked_changes and layout is Layout.ONE_COLUMN

    def content(self, comparison: Comparison, report: ReportMaker) -> bytes:
        """Return what a file holds; `report` is called only by formats that need one.

        Raises `WritingError` where Qt is needed.
        """
        if self.writer is None:
            raise WritingError(self.suffix, message=NO_SUCH_FORMAT)
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


def _xlsx(comparison: Comparison, _: ReportMaker) -> bytes:
    from facing_pages.export.as_spreadsheet import comparison_xlsx

    return comparison_xlsx(comparison)


def _csv(comparison: Comparison, _: ReportMaker) -> bytes:
    from facing_pages.export.as_tables import comparison_csv

    # Excel takes a .csv file for one in the encoding of the country unless it has this mark.
    return comparison_csv(comparison).encode("utf-8-sig")


def _tsv(comparison: Comparison, _: ReportMaker) -> bytes:
    from facing_pages.export.as_tables import comparison_tsv

    # Without a mark: programs read it, and most of them would take the mark for a part of the
    # first name.
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


# In the order in which they are offered: for people first, then for programs.
FORMATS: Final = (
    ReportFormat(
        (".html", ".htm"),
        N_("Web page"),
        N_("One file for any browser; kinds can be switched, prints well."),
        _html,
        Look.PAGE,
        Offer.DIALOG | Offer.BATCH,
        is_composed=True,
    ),
    ReportFormat(
        (".docx",),
        N_("Word"),
        N_("Both texts in a table, or tracked changes in one column."),
        _docx,
        Look.PAGE,
        Offer.DIALOG | Offer.BATCH,
        is_composed=True,
        has_tracked_changes=True,
    ),
    ReportFormat(
        (".pdf",),
        N_("PDF"),
        N_("Two columns on wide pages, or one on upright ones."),
        None,
        Look.PAGE,
        Offer.DIALOG,
        is_composed=True,
    ),
    ReportFormat(
        (".md",),
        N_("Markdown"),
        N_("A table, or removed and added words marked in one column."),
        _markdown,
        Look.TEXT,
        Offer.DIALOG | Offer.BATCH,
        is_composed=True,
    ),
    ReportFormat(
        (".txt",),
        N_("Plain text"),
        N_("Removed words in [-…-], added ones in {+…+}."),
        _text,
        Look.TEXT,
        Offer.DIALOG | Offer.BATCH,
        is_composed=True,
        is_always_merged=True,
    ),
    ReportFormat(
        (".xlsx",),
        N_("Spreadsheet"),
        N_("A row for each link, changes in colour."),
        _xlsx,
        Look.SHEET,
        Offer.DIALOG | Offer.BATCH,
    ),
    ReportFormat(
        (".csv",),
        N_("Table (CSV)"),
        N_("A row for each link."),
        _csv,
        Look.TEXT,
        Offer.DIALOG,
    ),
    # Like the table above, for programs; no dialog offers it, so that its name is not translated.
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
    ),
    ReportFormat(
        (".tmx",),
        N_("Translation memory (TMX)"),
        N_("Linked sentences, for tools of translators."),
        _tmx,
        Look.TEXT,
        Offer.DIALOG | Offer.ALIGNMENT,
    ),
    ReportFormat(
        (".xlf", ".xliff"),
        N_("XLIFF"),
        N_("Linked sentences, for tools of translators."),
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
    """Tell whether a suffix is that of a format that can be written, with Qt or without."""
    found = _BY_SUFFIX.get(suffix.lower())
    return found is not None and (with_qt or not found.needs_qt)


def formats_offered(where: Offer) -> tuple[ReportFormat, ...]:
    """Return the formats that are offered somewhere."""
    return tuple(found for found in FORMATS if where in found.offers)
