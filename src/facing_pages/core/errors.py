"""The exceptions the core raises.

    FacingPagesError
    ├── ReadingError     a file cannot be read as text (`file`, `problem`, `detail`)
    ├── ComparingError   two texts take too much time or memory (`original`, `rewrite`)
    ├── WritingError     a report cannot be written (`file`, `reason`)
    └── Cancelled        the caller asked to stop; not a failure

Each error names the file, what is wrong with it and what to do; a window translates its sentence.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from facing_pages.core.translatable import N_


class FacingPagesError(Exception):
    """Anything this package raises on purpose."""


class Problem(Enum):
    """Why a file could not be read."""

    MISSING = "missing"
    FOLDER = "folder"
    NO_PERMISSION = "no permission"
    NOT_TEXT = "not text"
    EMPTY = "empty"
    NOT_A_FILE = "not a file"
    TOO_LARGE = "too large"
    UNREADABLE = "unreadable"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    OLD_FORMAT = "old format"
    NO_TEXT = "no text"
    UNREADABLE_FONTS = "unreadable fonts"
    TOO_LONG = "too long"
    TOO_MUCH_MEMORY = "too much memory"
    ENDED = "ended"


# The sentence for each problem, with places for the name of the file and the detail.
SENTENCES: Final = {
    Problem.MISSING: N_("{file} does not exist. Check the name, or choose another file."),
    Problem.FOLDER: N_("{file} is a folder. Choose one of the files in it."),
    Problem.NO_PERMISSION: N_(
        "Access to {file} was denied. "
        "Close it in other programs or change its permissions, then try again."
    ),
    Problem.NOT_TEXT: N_(
        "{file} cannot be read as text. "
        "Choose a text, web page, Word, OpenDocument, RTF, PDF, EPUB or subtitle file."
    ),
    Problem.EMPTY: N_("{file} is empty. Choose another file or paste the text."),
    Problem.NOT_A_FILE: N_("{file} is not a regular file. Choose a file with text in it."),
    Problem.TOO_LARGE: N_("{file} is too large ({detail}). Split it and compare the parts."),
    Problem.UNREADABLE: N_(
        "{file} could not be read ({detail}). Check that the drive is connected, then try again."
    ),
    Problem.DAMAGED: N_(
        "{file} is damaged and cannot be read ({detail}). "
        "Open it in the program it comes from and save it again."
    ),
    Problem.ENCRYPTED: N_(
        "{file} is protected by a password. Save a copy without one, and open that."
    ),
    Problem.OLD_FORMAT: N_(
        "{file} is in an old format of Office. Save it as .docx or .odt, and open that."
    ),
    Problem.NO_TEXT: N_(
        "{file} has no text in it, perhaps only pictures of pages. "
        "Run text recognition (OCR) on it first."
    ),
    Problem.UNREADABLE_FONTS: N_(
        "The fonts of {file} do not say which letters they show. "
        "Run text recognition (OCR) on it first, or use another copy."
    ),
    Problem.TOO_LONG: N_(
        "{file} took more than {detail} to read. Save it as plain text, and open that."
    ),
    Problem.TOO_MUCH_MEMORY: N_(
        "{file} takes more than {detail} of memory to read. "
        "Save it as plain text or in parts, and open that."
    ),
    Problem.ENDED: N_(
        "The process that reads {file} ended unexpectedly ({detail}). "
        "Close other programs in case memory is short, then try again."
    ),
}


# The warning about a file whose text was read in part.
INCOMPLETE: Final = N_("{file} breaks off, or parts of it cannot be read. The rest was read.")
NOT_WRITTEN: Final = N_(
    "Unable to write {file} ({reason}). Nothing was lost; choose another place."
)
WORKER_ENDED: Final = N_(
    "Unable to write {file}: the process that writes reports ended unexpectedly. Try again."
)
PDF_TOO_LONG: Final = N_(
    "Unable to write {file}: making the PDF took more than {reason} minutes. "
    "Leave out unchanged passages, or choose another format."
)
COMPARED_TOO_LONG: Final = N_(
    "Comparing {original} and {rewrite} took more than {minutes} minutes of processor time. "
    "Compare parts of them."
)
COMPARED_TOO_LARGE: Final = N_(
    "Comparing {original} and {rewrite} takes more memory than {megabytes} MB. "
    "Compare parts of them."
)
NO_SUCH_FORMAT: Final = N_(
    "{file} has no ending that names a format. "
    "Use .html, .docx, .pdf, .md, .txt, .xlsx, .csv, .tsv, .json, .tmx or .xlf."
)


class ReadingError(FacingPagesError):
    """A file that cannot be read as text. `detail` completes the sentence of the problem."""

    def __init__(self, file: str, problem: Problem, detail: str = "") -> None:
        super().__init__(file, problem, detail)
        self.file = file
        self.problem = problem
        self.detail = detail

    def __str__(self) -> str:
        return SENTENCES[self.problem].format(file=self.file, detail=self.detail)


class ComparingError(FacingPagesError):
    """Two texts whose comparison takes far more time or memory than prose of the same length.

    Exactly one limit is given: `minutes` of processor time, or `megabytes` of memory.
    """

    def __init__(
        self, original: str, rewrite: str, *, minutes: int = 0, megabytes: int = 0
    ) -> None:
        super().__init__(original, rewrite, minutes, megabytes)
        self.original = original
        self.rewrite = rewrite
        self.minutes = minutes
        self.megabytes = megabytes

    def __str__(self) -> str:
        message = COMPARED_TOO_LARGE if self.megabytes else COMPARED_TOO_LONG
        return message.format(
            original=self.original,
            rewrite=self.rewrite,
            minutes=self.minutes,
            megabytes=self.megabytes,
        )


class WritingError(FacingPagesError):
    """A report that cannot be written; an existing file is unchanged.

    `reason` is the one that the system gave. `message` is the sentence to translate and fill in.
    """

    def __init__(self, file: str, reason: str = "", *, message: str = NOT_WRITTEN) -> None:
        super().__init__(file, reason)
        self.file = file
        self.reason = reason
        self.message = message

    def __str__(self) -> str:
        return self.message.format(file=self.file, reason=self.reason)


class Cancelled(FacingPagesError):  # noqa: N818 - what the user asked for, not an error
    """The work was stopped through its cancel token."""
