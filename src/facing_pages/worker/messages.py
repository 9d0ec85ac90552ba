"""What the window and the worker process say to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facing_pages.core.errors import WritingError
from facing_pages.core.model import WordLink
from facing_pages.core.progress import Stage
from facing_pages.export.report_options import ReportOptions
from facing_pages.session.pair import Request
from facing_pages.worker.comparison_steps import Step

if TYPE_CHECKING:
    from facing_pages.export.previewing import Preview


@dataclass(frozen=True)
class Start:
    """Compare this pair; `job` comes back with every answer.

    `is_corrected` tells that nothing but its corrections changed since the last comparison,
    `is_shown` that its texts are on screen already.
    """

    job: int
    request: Request
    is_corrected: bool = False
    is_shown: bool = False


@dataclass(frozen=True)
class Stop:
    """Stop what is being done."""


@dataclass(frozen=True)
class Focus:
    """The row at the top of the screen: find marks from there on first."""

    row: int


@dataclass(frozen=True)
class Inspect:
    """Tell which words of a sentence link belong together."""

    job: int
    link: int


@dataclass(frozen=True)
class Inspected:
    """The words of a sentence link that belong together, equal ones included."""

    job: int
    link: int
    words: tuple[WordLink, ...]


@dataclass(frozen=True)
class Export:
    """Write a report of the pair to a file."""

    job: int
    path: str
    options: ReportOptions


@dataclass(frozen=True)
class Exported:
    """A report was written, or could not be."""

    job: int
    path: str
    error: WritingError | None = None
    was_stopped: bool = False


@dataclass(frozen=True)
class AskPreview:
    """Tell what a report in the format of a suffix would begin with."""

    job: int
    suffix: str
    options: ReportOptions


@dataclass(frozen=True)
class Previewed:
    """The beginning of a report, for the wish it answers; None if it was stopped."""

    job: int
    wish: AskPreview
    preview: Preview | None


@dataclass(frozen=True)
class Answer:
    """One step of a job."""

    job: int
    step: Step


@dataclass(frozen=True)
class Advance:
    """How far a job is."""

    job: int
    stage: Stage
    share: float


@dataclass(frozen=True)
class Finished:
    """A job came to its end, or was stopped."""

    job: int
    was_stopped: bool = False


@dataclass(frozen=True)
class Broken:
    """A job failed for a reason that is our fault; `details` is for a report."""

    job: int
    details: str


ToWorker = Start | Stop | Focus | Inspect | Export | AskPreview
FromWorker = Answer | Advance | Finished | Broken | Inspected | Exported | Previewed
