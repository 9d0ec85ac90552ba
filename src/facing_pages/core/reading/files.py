"""From a file, standard input or pasted text to a document that is not split into sentences yet.

The document has the text of the file after all repairs. Files are never written.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Final

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.model import Document, Emphasis, Paragraph, Repair, RepairKind, Span
from facing_pages.core.reading.characters import repair_characters
from facing_pages.core.reading.choices import NO_CHOICES, ReadingChoices
from facing_pages.core.reading.decoding import Decoded, decode, decode_as, normalize_line_ends
from facing_pages.core.reading.formats.detecting import (
    DOCUMENT_SUFFIXES,
    Format,
    format_of,
    format_of_plain,
)
from facing_pages.core.reading.formats.readers import READERS
from facing_pages.core.reading.formats.subtitles import read_subtitles
from facing_pages.core.reading.markdown import read_markdown
from facing_pages.core.reading.parts import only_chosen
from facing_pages.core.reading.plain.lines import find_units
from facing_pages.core.reading.raw_units import Unit
from facing_pages.core.reading.replacements import (
    Positions,
    Replacement,
    apply_edits,
    as_repairs,
    compose,
    overlaid,
)
from facing_pages.core.reading.rich_text import RichText
from facing_pages.core.reading.speaker_labels import labelled_units

# Lone surrogates, which a clipboard can contain; decoded files have none.
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
# Bytes. The longest novels are 10 MB; what is larger is a log, a dump or a film. By judgement.
MAX_FILE_BYTES: Final = 64_000_000
STANDARD_INPUT: Final = "-"
# A name in Office files that are encrypted with a password, in UTF-16.
ENCRYPTED_PART: Final = "EncryptedPackage".encode("utf-16-le")


def read_file(path: str | os.PathLike[str], choices: ReadingChoices = NO_CHOICES) -> Document:
    """Read a file of any supported format; `-` is standard input.

    Raises `ReadingError` for a file that is missing, empty, too large, damaged, locked, a folder or
    not text.
    """
    data, name = read_bytes(path)
    return from_bytes(data, name=name, choices=choices)


def read_bytes(path: str | os.PathLike[str]) -> tuple[bytes, str]:
    """Return the content of a file, and its name for messages. Raises `ReadingError` as above."""
    name = os.fspath(path)
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_FILE_BYTES + 1), "standard input"
    shown = Path(name).name or name
    return _read_bytes(Path(name), shown), shown


def from_bytes(data: bytes, *, name: str, choices: ReadingChoices = NO_CHOICES) -> Document:
    """Make a document from the content of a file. Raises `ReadingError` as `read_file` does."""
    return only_chosen(_from_bytes(data, name, choices), choices)


def _from_bytes(data: bytes, name: str, choices: ReadingChoices) -> Document:
    if len(data) > MAX_FILE_BYTES:
        raise _too_large(name, len(data))
    kind = format_of(data, name)
    if kind in READERS:
        rich = READERS[kind](data, name, choices.password)
        return replace(_structured(rich, name, choices), format=kind.value)
    if kind is Format.LOCKED_OR_OLD:
        problem = Problem.ENCRYPTED if ENCRYPTED_PART in data else Problem.OLD_FORMAT
        raise ReadingError(name, problem)
    decoded = decode_as(data, choices.encoding) if choices.encoding else decode(data)
    if decoded is None:
        raise _no_text(name)
    if kind is Format.WEB_PAGE:
        from facing_pages.core.reading.formats.web_page import declared_encoding, read_web_page

        decoded = declared_encoding(data, decoded)
        return _structured(read_web_page(decoded.text), name, choices, decoded)
    if kind is Format.MARKDOWN:
        return _structured(read_markdown(decoded.text), name, choices, decoded)
    return _document(decoded, name, choices)


def from_text(text: str, *, name: str, choices: ReadingChoices = NO_CHOICES) -> Document:
    """Make a document from text that is already decoded, such as pasted text.

    Raises `ReadingError` if the text has no visible character.
    """
    whole = _SURROGATES.sub("\ufffd", normalize_line_ends(text))
    document = _document(Decoded(whole, "", is_certain=True), name, choices)
    return only_chosen(document, choices)


def _structured(
    rich: RichText, name: str, choices: ReadingChoices, decoded: Decoded | None = None
) -> Document:
    """Make a document from text whose units are known from its format.

    `decoded` is the text of the file for formats that are text themselves.
    """
    if not rich.text.strip():
        raise ReadingError(name, Problem.EMPTY if decoded else Problem.NO_TEXT)
    edits = _chosen(repair_characters(rich.text), choices)
    units = _moved(rich.units, edits)
    units, joins = labelled_units(apply_edits(rich.text, edits), units)
    edits = compose(rich.text, edits, joins)
    positions = Positions(edits)
    text = apply_edits(rich.text, edits)
    spans = [
        (Span(positions.to_new(span.start), positions.to_new(span.end)), kind)
        for span, kind in rich.emphasis
    ]
    return Document(
        name=name,
        text=text,
        paragraphs=_paragraphs(text, _moved(units, joins)),
        repairs=_repairs(rich, edits, decoded),
        encoding=decoded.encoding if decoded else "",
        encoding_is_certain=decoded is None or decoded.is_certain,
        emphasis=tuple(Emphasis(span, kind) for span, kind in spans if span.length),
        is_complete=rich.is_complete,
    )


def _repairs(
    rich: RichText, edits: Sequence[Replacement], decoded: Decoded | None
) -> tuple[Repair, ...]:
    """Return the repairs of the file's text where it is on record, else those of the rich text."""
    if decoded is None or not rich.edits:
        return as_repairs(rich.text, edits)
    return as_repairs(decoded.text, compose(decoded.text, rich.edits, edits))


def _document(decoded: Decoded, name: str, choices: ReadingChoices) -> Document:
    """Make a document from plain text, whose units have to be found."""
    raw = decoded.text
    if not raw.strip():
        raise ReadingError(name, Problem.EMPTY)
    if format_of_plain(raw, name) is Format.SUBTITLES and RepairKind.CUE_TIME not in choices.kept:
        document = _structured(read_subtitles(raw), name, choices, decoded)
        return replace(document, format=Format.SUBTITLES.value)
    edits = _chosen(repair_characters(raw), choices)
    joins_broken = RepairKind.BROKEN_LINE not in choices.kept
    joins_wrapped = RepairKind.HARD_WRAP not in choices.kept
    mended = apply_edits(raw, edits)
    units, joins = find_units(mended, joins_broken=joins_broken, joins_wrapped=joins_wrapped)
    units, below = labelled_units(mended, units)
    joins = overlaid(joins, below)
    edits = compose(raw, edits, joins)
    text = apply_edits(raw, edits)
    return Document(
        name=name,
        text=text,
        paragraphs=_paragraphs(text, _moved(units, joins)),
        repairs=as_repairs(raw, edits),
        encoding=decoded.encoding,
        encoding_is_certain=decoded.is_certain,
    )


def _chosen(edits: Sequence[Replacement], choices: ReadingChoices) -> list[Replacement]:
    return [edit for edit in edits if edit.why not in choices.kept]


def _moved(units: Sequence[Unit], edits: Sequence[Replacement]) -> list[Unit]:
    """Return units that were found before `edits` as they are after them."""
    if not edits:
        return list(units)
    positions = Positions(edits)
    result: list[Unit] = []
    for unit in units:
        start, end = positions.to_new(unit.span.start), positions.to_new(unit.span.end)
        behind = positions.to_new(unit.span.start + unit.label) if unit.label else start
        result.append(unit._replace(span=Span(start, end), label=behind - start))
    return result


def _paragraphs(text: str, units: Sequence[Unit]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the final text, without white space at their ends."""
    result: list[Paragraph] = []
    for unit in units:
        start, end = unit.span
        covered = unit.span.of(text)
        start += len(covered) - len(covered.lstrip())
        end -= len(covered) - len(covered.rstrip())
        if start < end:
            label = max(0, unit.span.start + unit.label - start)
            span = Span(start, end)
            result.append(Paragraph(span, unit.role, unit.level, label, unit.ordinal))
    return tuple(result)


def _read_bytes(path: Path, name: str) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadingError(name, Problem.FOLDER)
        if not stat.S_ISREG(status.st_mode):
            raise ReadingError(name, Problem.NOT_A_FILE)
        if status.st_size > MAX_FILE_BYTES:
            raise _too_large(name, status.st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadingError(name, Problem.MISSING) from None
    except PermissionError:
        raise ReadingError(name, Problem.NO_PERMISSION) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ReadingError(name, Problem.UNREADABLE, reason) from error


def _no_text(name: str) -> ReadingError:
    """Return the error for a file that is not text: damaged, if it is named like a document."""
    expected = DOCUMENT_SUFFIXES.get(PurePath(name.lower()).suffix)
    if expected is None:
        return ReadingError(name, Problem.NOT_TEXT)
    return ReadingError(name, Problem.DAMAGED, f"no {expected.value}")


def _too_large(name: str, size: int) -> ReadingError:
    detail = f"{size // 1_000_000} MB > {MAX_FILE_BYTES // 1_000_000} MB"
    return ReadingError(name, Problem.TOO_LARGE, detail)
