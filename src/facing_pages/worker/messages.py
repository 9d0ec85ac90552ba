"""The messages between a window and the worker process.

Every request has a number, its `job`, which its answers repeat. A request ends with exactly one
`Finished`, `Broken`, `Inspected`, `Exported` or `Previewed`. `client` identifies the window that
sent a request: the worker has a cache for each window.
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
    from facing_pages.session.set_aside import SetAside
    from facing_pages.worker.comparison_steps import Step


@dataclass(frozen=True)
class Start:
    """Compare this pair; a comparison that is running is stopped.

    `is_corrected`: only the corrections changed since the last comparison. `is_shown`: the texts
    are already on screen.
    """

    job: int
    client: int
    request: Request
    is_corrected: bool = False
    is_shown: bool = False


@dataclass(frozen=True)
class Inspect:
    """Return the word links of a sentence link."""

    job: int
    client: int
    link: int


@dataclass(frozen=True)
class Export:
    """Write a report of the pair to a file, without the findings that were set aside."""

    job: int
    client: int
    path: str
    options: ReportOptions
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True)
class AskPreview:
    """Return a preview of a report in the format of a suffix."""

    job: int
    client: int
    suffix: str
    options: ReportOptions
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True)
class Stop:
    """Stop the request that is being handled."""


@dataclass(frozen=True)
class Focus:
    """The row at the top of the screen, from which marks are found first."""

    row: int


@dataclass(frozen=True)
class Forget:
    """Drop the cache of a window: it has closed, or another worker compares for it now."""

    client: int


@dataclass(frozen=True)
class GiveCache:
    """Send the cache of a window as `CacheGiven`, and drop it."""

    client: int


@dataclass(frozen=True)
class TakeCache:
    """Use the cache of a window that another worker sent."""

    client: int
    packed: bytes


@dataclass(frozen=True)
class CacheGiven:
    """The packed cache of a window, for another worker; empty if there is none."""

    client: int
    packed: bytes


@dataclass(frozen=True)
class Inspected:
    """The word links of a sentence link, equal words included.

    None if there is no such link (any more).
    """

    job: int
    words: tuple[WordLink, ...] | None


@dataclass(frozen=True)
class Exported:
    """The report was written, unless there is an `error` or it was stopped."""

    job: int
    error: WritingError | None = None
    was_stopped: bool = False


@dataclass(frozen=True)
class Previewed:
    """The preview of a report; None if it was stopped or there is no pair."""

    job: int
    preview: Preview | None


@dataclass(frozen=True)
class Answer:
    """One step of a comparison."""

    job: int
    step: Step


@dataclass(frozen=True)
class Advance:
    """The progress of a job: its stage and the share of the stage that is done."""

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
    """A job failed because of a programming error; `details` is the traceback."""

    job: int
    details: str


Question = Inspect | Export | AskPreview
JobMessage = Start | Question
CacheMessage = Forget | GiveCache | TakeCache
ToWorker = JobMessage | Stop | Focus | CacheMessage
Ending = Finished | Broken | Inspected | Exported | Previewed
FromWorker = Answer | Advance | Ending | CacheGiven
