"""From a file on disk, standard input or pasted text to a document without sentences yet.

The document's text is the file's text with its repairs done. Nothing is written.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.model import Document, Paragraph, Span
from facing_pages.core.reading.characters import repair_characters
from facing_pages.core.reading.decoding import Decoded, decode, even_line_ends
from facing_pages.core.reading.edits import Edit, Positions, apply_edits, as_repairs, compose
from facing_pages.core.reading.lines import find_units
from facing_pages.core.reading.markdown import render_markdown
from facing_pages.core.reading.units import Unit

# Bytes. The longest novels are 10 MB; what is larger is a log, a dump or a film.
LARGEST_FILE: Final = 64_000_000
MARKDOWN_SUFFIXES: Final = (".md", ".markdown")
STANDARD_INPUT: Final = "-"


def read_file(path: str | os.PathLike[str]) -> Document:
    """Read a text or Markdown file; `-` is standard input.

    Raises `ReadingError` for what is missing, empty, too large, a folder or no text.
    """
    name = os.fspath(path)
    if name == STANDARD_INPUT:
        return from_bytes(sys.stdin.buffer.read(LARGEST_FILE + 1), name="standard input")
    shown = Path(name).name or name
    data = _read_bytes(Path(name), shown)
    return from_bytes(data, name=shown, is_markdown=name.lower().endswith(MARKDOWN_SUFFIXES))


def from_bytes(data: bytes, *, name: str, is_markdown: bool = False) -> Document:
    """Make a document of a file's content. Raises `ReadingError` as `read_file` does."""
    if len(data) > LARGEST_FILE:
        raise _too_large(name, len(data))
    decoded = decode(data)
    if decoded is None:
        raise ReadingError(name, Problem.NOT_TEXT)
    return _document(decoded, name, is_markdown=is_markdown)


def from_text(text: str, *, name: str) -> Document:
    """Make a document of text that is already decoded, such as pasted text.

    Raises `ReadingError` if there is no visible character in it.
    """
    return _document(Decoded(even_line_ends(text), "", is_certain=True), name, is_markdown=False)


def _document(decoded: Decoded, name: str, *, is_markdown: bool) -> Document:
    raw = decoded.text
    units: Sequence[Unit] | None = None
    if is_markdown:
        raw, units = render_markdown(raw)
    if not raw.strip():
        raise ReadingError(name, Problem.EMPTY)
    edits = repair_characters(raw)
    if units is None:
        units, joins = find_units(apply_edits(raw, edits))
        edits = compose(raw, edits, joins)
    else:
        joins = edits
    text = apply_edits(raw, edits)
    return Document(
        name=name,
        text=text,
        paragraphs=_paragraphs(text, units, joins),
        repairs=as_repairs(raw, edits),
        encoding=decoded.encoding,
        encoding_is_certain=decoded.is_certain,
    )


def _paragraphs(text: str, units: Sequence[Unit], edits: Sequence[Edit]) -> tuple[Paragraph, ...]:
    """Carry the units, found before `edits` were done, over into the final text."""
    positions = Positions(edits)
    result: list[Paragraph] = []
    for unit in units:
        start, end = positions.to_new(unit.span.start), positions.to_new(unit.span.end)
        covered = text[start:end]
        start += len(covered) - len(covered.lstrip())
        end -= len(covered) - len(covered.rstrip())
        if start < end:
            result.append(Paragraph(Span(start, end), unit.role, unit.level))
    return tuple(result)


def _read_bytes(path: Path, name: str) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadingError(name, Problem.FOLDER)
        if not stat.S_ISREG(status.st_mode):
            raise ReadingError(name, Problem.NOT_A_FILE)
        if status.st_size > LARGEST_FILE:
            raise _too_large(name, status.st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadingError(name, Problem.MISSING) from None
    except PermissionError:
        raise ReadingError(name, Problem.NO_PERMISSION) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ReadingError(name, Problem.UNREADABLE, reason) from error


def _too_large(name: str, size: int) -> ReadingError:
    detail = f"{size // 1_000_000} MB > {LARGEST_FILE // 1_000_000} MB"
    return ReadingError(name, Problem.TOO_LARGE, detail)
