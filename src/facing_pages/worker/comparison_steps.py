"""The steps of a comparison: results that are small enough to send between processes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facing_pages.core.errors import ReadingError
from facing_pages.core.model import Side
from facing_pages.session.corrections import NO_CORRECTIONS, Correction, Corrections
from facing_pages.viewmodel.findings.finding_table import NO_FINDINGS, FindingTable
from facing_pages.viewmodel.pair_view import ChangeTable, PairView, RowTable, SideText


@dataclass(frozen=True)
class TextsRead:
    """Both texts can be shown; their rows are not aligned yet.

    `digests` are those of the files' contents when they were read, "" for pasted text.
    """

    original: SideText
    rewrite: SideText
    rows: RowTable
    digests: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class BeginningAligned:
    """The first rows of long texts are aligned and have marks, not yet all of them."""

    rows: RowTable
    changes: ChangeTable


@dataclass(frozen=True)
class RowsAligned:
    """All rows are aligned, and sentences that changed as a whole are marked.

    `corrections` are those of the request with their present positions, `lost` those whose
    sentences are gone. `findings` are those known from an earlier comparison.
    """

    rows: RowTable
    changes: ChangeTable
    corrections: Corrections = NO_CORRECTIONS
    lost: tuple[Correction, ...] = ()
    findings: FindingTable = NO_FINDINGS


@dataclass(frozen=True)
class MarksFound:
    """More marks; the last one of a comparison has `changes.done == 1`."""

    changes: ChangeTable


@dataclass(frozen=True)
class FindingsFound:
    """More changes of meaning; with `findings.done == 1` all links have been looked at."""

    findings: FindingTable


@dataclass(frozen=True)
class SideFailed:
    """A text could not be read."""

    side: Side
    error: ReadingError


@dataclass(frozen=True)
class TooLarge:
    """The comparison was stopped because it needs too much memory. The texts stay on screen."""

    megabytes: int


Step = (
    TextsRead | BeginningAligned | RowsAligned | MarksFound | FindingsFound | TooLarge | SideFailed
)


def view_after(step: Step, view: PairView | None) -> PairView | None:
    """Return the view of a pair updated by a step; None until its texts have been read."""
    if isinstance(step, TextsRead):
        return PairView(step.original, step.rewrite, step.rows)
    if view is None or isinstance(step, SideFailed | TooLarge):
        return view
    if isinstance(step, RowsAligned):
        return replace(
            view, rows=step.rows, changes=step.changes, is_aligned=True, findings=step.findings
        )
    if isinstance(step, FindingsFound):
        return replace(view, findings=step.findings)
    if isinstance(step, BeginningAligned):
        return replace(view, rows=step.rows, changes=step.changes)
    return replace(view, changes=step.changes)
