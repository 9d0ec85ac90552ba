"""The exceptions the core raises.

    FacingPagesError
    ├── ReadingError     a file cannot be read as text (`file`, `problem`, `what`, `advice`)
    └── Cancelled        the caller asked to stop; not a failure

Each `ReadingError` holds what a person needs in parts: which file, what is wrong with it and what
to do. The window and the command line join the parts in their own ways.
"""

from __future__ import annotations

from enum import Enum


class FacingPagesError(Exception):
    """Anything this package raises on purpose."""


class Problem(Enum):
    """Why a file could not be read."""

    MISSING = "missing"
    FOLDER = "folder"
    NO_PERMISSION = "no permission"
    NOT_TEXT = "not text"
    EMPTY = "empty"
    TOO_LARGE = "too large"
    UNREADABLE = "unreadable"


class ReadingError(FacingPagesError):
    """A file that cannot be read as text.

    `what` continues a sentence that starts with the file's name; `advice` is a sentence.
    """

    def __init__(self, file: str, problem: Problem, what: str, advice: str) -> None:
        super().__init__(file, problem, what, advice)
        self.file = file
        self.problem = problem
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.file} {self.what}. {self.advice}"


class Cancelled(FacingPagesError):  # noqa: N818 - a wish of the user, not an error
    """The work was stopped through its cancel token."""
