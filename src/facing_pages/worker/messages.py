"""What the window and the worker process say to each other.

Every request has a number, its `job`, and every answer has that of its request. A request ends with
exactly one `Finished`, `Broken`, `Inspected`, `Exported` or `Previewed`. `client` is the window
that asks: the worker keeps what it found for each of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facing_pages.core.errors import WritingError
    from facing_pages.core.model import WordLink
    from facing_pages.core.progress import Stage
    from facing_pages.export.previewing import Preview
    from facing_pages.export.report_options import ReportOptions
    from facing_pages.session.pair import Request
    from facing_pages.worker.comparison_steps import Step


@dataclass(frozen=True)
class Start:
    """Compare this pair instead of what is being compared.

    `is_corrected` says that nothing but its corrections changed since the last comparison,
    `is_shown` that its texts are on screen already.
    """

    job: int
    client: int
    request: Request
    is_corrected: bool = False
    is_shown: bool = False


@dataclass(frozen=True)
class Inspect:
    """Return which words of a sentence link belong together."""

    job: int
    client: int
    link: int


@dataclass(frozen=True)
class Export:
    """Write a report of the pair to a file."""

    job: int
    client: int
    path: str
    options: ReportOptions


@dataclass(frozen=True)
class AskPreview:
    """Return what a report in the format of a suffix would begin with."""

    job: int
    client: int
    suffix: str
    options: ReportOptions


@dataclass(frozen=True)
class Stop:
    """Stop what is being done."""


@dataclass(frozen=True)
class Focus:
    """The row at the top of the screen: find marks from there on first."""

    row: int


@dataclass(frozen=True)
class Forget:
    """A window has closed, or another worker compares for it from now on."""

    client: int


@dataclass(frozen=True)
class GiveCache:
    """Give away what was found for a window, as `CacheGiven`, and forget it."""

    client: int


@dataclass(frozen=True)
class TakeCache:
    """Go on with what another worker found for a window."""

    client: int
    packed: bytes


@dataclass(frozen=True)
class CacheGiven:
    """What was found for a window, to be passed on unopened; empty where nothing was."""

    client: int
    packed: bytes


@dataclass(frozen=True)
class Inspected:
    """The words of a sentence link that belong together, equal ones included.

    None where the link is not known (any more).
    """

    job: int
    words: tuple[WordLink, ...] | None


@dataclass(frozen=True)
class Exported:
    """A report was written, or could not be."""

    job: int
    error: WritingError | None = None
    was_stopped: bool = False


@dataclass(frozen=True)
class Previewed:
    """The beginning of a report; None if it was stopped or no pair is known."""

    job: int
    preview: Preview | None


@dataclass(frozen=True)
class Answer:
    """One step of a comparison."""

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
    """A comparison is complete, or was stopped."""

    job: int
    was_stopped: bool = False


@dataclass(frozen=True)
class Broken:
    """A job failed for a reason that is our fault; `details` is for a report."""

    job: int
    details: str


Question = Inspect | Export | AskPreview
JobMessage = Start | Question
CacheMessage = Forget | GiveCache | TakeCache
ToWorker = JobMessage | Stop | Focus | CacheMessage
Ending = Finished | Broken | Inspected | Exported | Previewed
FromWorker = Answer | Advance | Ending | CacheGiven
