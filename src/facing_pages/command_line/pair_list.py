"""Read lists of pairs: text files with two file names on each line, as spreadsheets write them.

The cells may be separated by commas, semicolons or tabs, quoted, and in any encoding. A first line
of headings is skipped; the headings "original" and "rewrite" name the columns with the files.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Final, Literal, NamedTuple

from facing_pages.core.errors import FacingPagesError
from facing_pages.core.reading.decoding import BYTE_ORDER_MARKS, decode
from facing_pages.export.file_names import shown_name

LIST_SUFFIXES: Final = (".csv", ".tsv")
_LIST_HEADINGS: Final = ("original", "rewrite")
# Bytes of a list: half a million pairs with names of sixty letters each. Reading takes up to ten
# times as much memory. By judgement.
MAX_LIST_BYTES: Final = 64_000_000
# Characters of a name: the longest path of Linux (PATH_MAX). Windows allows longer ones; by
# judgement, no list has them.
MAX_NAME_CHARACTERS: Final = 4096
# The encoding in which Excel writes in western Europe and America if it does not write UTF-8.
USUAL_ENCODING: Final = "cp1252"
# What may separate cells, and how many cells of a row are looked at (by judgement).
DELIMITERS: Final = (",", ";", "\t", "|")
MAX_COLUMNS: Final = 20
# Rows that are looked at to find what separates the cells. By judgement.
MAX_SAMPLE_ROWS: Final = 200
# Quotation marks that are never closed, up to which a list is read on behind them. By judgement.
MAX_OPEN_QUOTES: Final = 100
# The largest size of a field that `csv` can be given on every system: a C long has 32 bits on
# Windows.
_MAX_CSV_FIELD: Final = 2**31 - 1
# A line behind the last one: where it is part of a cell, a quotation mark was left open.
_LIST_END: Final = "\ue000 end of the list"


class BatchError(FacingPagesError):
    """A mistake in the list of pairs or the folders; the message is a sentence for the user."""


class ListedPair(NamedTuple):
    """The names of two files; `where` names the line of the list they are on."""

    original: str
    rewrite: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class _ListLine:
    """The cells of a row, without spaces around them; `line` counts from 1.

    `is_open`: a quotation mark in it is not closed. The row has no cells then.
    """

    line: int
    cells: tuple[str, ...]
    is_open: bool = False


def read_pair_list(path: Path, notice: Callable[[str], None]) -> list[ListedPair]:
    """Return the pairs of a list; names are relative to its folder. Raises `BatchError`.

    Files that do not exist are in the result too. `notice` is called with a sentence about each
    line that names no pair.
    """
    rows = _rows_of(path)
    name = shown_name(path.name)
    columns = (0, 1)
    pairs: list[ListedPair] = []
    is_first = True
    for row in rows:
        where = f"{name}, line {row.line}"
        if row.is_open:
            notice(f"{where}: a quotation mark is opened and never closed. The line is left out.")
            continue
        if not any(row.cells) or _is_comment(row, path.parent):
            continue
        if is_first and _is_heading(row, path.parent):
            columns = _columns(row.cells)
            is_first = False
            continue
        is_first = False
        names = [row.cells[column] if column < len(row.cells) else "" for column in columns]
        problem = _problem(names)
        if problem:
            notice(f"{where}: {problem} The line is left out.")
            continue
        original, rewrite = (str(path.parent / cell) for cell in names)
        pairs.append(ListedPair(original, rewrite, where))
    return pairs


def _problem(names: Sequence[str]) -> str:
    """Return what is wrong with the names of a pair, "" if nothing is."""
    if not all(names):
        return "there are not two names."
    for name in names:
        if "\0" in name:
            return "a name cannot have a NUL character in it."
        if len(name) > MAX_NAME_CHARACTERS:
            return f"{len(name):,} characters are too many for a name."
    return ""


def _is_comment(row: _ListLine, folder: Path) -> bool:
    return row.cells[0].startswith("#") and not _exists(folder, row.cells[0])


def _is_heading(row: _ListLine, folder: Path) -> bool:
    """Tell whether a first row has headings: no cell has an ending or names an existing file."""
    if tuple(cell.casefold() for cell in row.cells[:2]) == _LIST_HEADINGS:
        return True
    cells = row.cells[:2] if _columns(row.cells) == (0, 1) else row.cells
    return not any(_exists(folder, cell) or Path(cell).suffix for cell in cells)


def _columns(headings: Sequence[str]) -> tuple[int, int]:
    folded = [heading.casefold() for heading in headings]
    if all(heading in folded for heading in _LIST_HEADINGS):
        return folded.index(_LIST_HEADINGS[0]), folded.index(_LIST_HEADINGS[1])
    return 0, 1


def _exists(folder: Path, name: str) -> bool:
    return bool(name) and os.path.exists(folder / name)  # noqa: PTH110 - takes any name


# --- from bytes to rows ------------------------------------------------------------------------


def _rows_of(path: Path) -> list[_ListLine]:
    """Return the rows of a list, with the encoding and separator by which most names are files."""
    prefers_tabs = path.suffix.lower() == ".tsv"
    best: tuple[tuple[int, int], list[str], str] | None = None
    with _any_field_size():
        for text in _texts(_bytes_of(path)):
            lines = list(io.StringIO(text, newline=""))
            for delimiter in _delimiters(lines, prefers_tabs=prefers_tabs):
                score = _score(lines, delimiter, path.parent)
                if best is None or score > best[0]:
                    best = (score, lines, delimiter)
        assert best is not None
        return list(_rows(*best[1:]))


def _bytes_of(path: Path) -> bytes:
    name = shown_name(path.name)
    try:
        if not path.is_file():
            kind = "is not a regular file" if path.exists() else "does not exist"
            raise BatchError(f"{name} {kind}. Name a .csv file with two columns.")
        if path.stat().st_size > MAX_LIST_BYTES:
            raise BatchError(f"{name} is too large for a list. Split it.")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise BatchError(f"{name} could not be read ({reason}).") from error


def _texts(data: bytes) -> Iterator[str]:
    """Yield the text decoded in each encoding it may have.

    Bytes that are not UTF-8 may be raw file names of this system, or text in the encoding of the
    spreadsheet program that wrote the list.
    """
    for mark, encoding, _ in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            yield data.decode(encoding, "replace").removeprefix("\ufeff")
            return
    yield data.decode("utf-8", "surrogateescape")
    if b"\0" in data or not _is_utf8(data):
        guessed = decode(data)
        for encoding in (*([guessed.encoding] if guessed is not None else []), USUAL_ENCODING):
            yield data.decode(encoding, "replace").removeprefix("\ufeff")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _delimiters(lines: Sequence[str], *, prefers_tabs: bool) -> str:
    """Return the separators to try, the most common first; a line `sep=` decides it."""
    declared = _declared_delimiter(lines)
    if declared:
        return declared
    return "\t,;" if prefers_tabs else ",;\t"


def _declared_delimiter(lines: Sequence[str]) -> str:
    """Return the separator that a first line like `sep=;` names, "" without such a line."""
    first = lines[0].rstrip("\r\n") if lines else ""
    is_declared = first[:4].casefold() == "sep=" and first[4:] in DELIMITERS
    return first[4:] if is_declared else ""


def _score(lines: Sequence[str], delimiter: str, folder: Path) -> tuple[int, int]:
    """Return how many cells of the first rows name files, and how many rows have two cells."""
    rows = [
        row.cells
        for row in islice(_rows(lines, delimiter), MAX_SAMPLE_ROWS)
        if len(row.cells) > 1 and all(row.cells[:2])
    ]
    files = sum(_exists(folder, cell) for cells in rows for cell in cells[:MAX_COLUMNS])
    return files, len(rows)


def _rows(lines: Sequence[str], delimiter: str) -> Iterator[_ListLine]:
    """Yield the rows; an unclosed quotation mark affects its own line only."""
    start = 1 if _declared_delimiter(lines) else 0
    for _ in range(MAX_OPEN_QUOTES):
        is_complete = True
        for row in _parsed(lines, start, delimiter, quoting=csv.QUOTE_MINIMAL):
            yield row
            is_complete = not row.is_open
            start = row.line
        if is_complete:
            return
    yield from _parsed(lines, start, delimiter, quoting=csv.QUOTE_NONE)


def _parsed(
    lines: Sequence[str], start: int, delimiter: str, *, quoting: Literal[0, 3]
) -> Iterator[_ListLine]:
    """Yield the rows from a line on, up to the first one with an unclosed quotation mark.

    The line `_END` is added after the last one: if it becomes part of a cell, the mark is not
    closed.
    """
    rest = islice(lines, start, None)
    reader = csv.reader(chain(rest, ("\n", _LIST_END)), delimiter=delimiter, quoting=quoting)
    line = start + 1
    for cells in reader:
        if cells == [_LIST_END]:
            return
        is_open = bool(cells) and cells[-1].endswith(_LIST_END)
        yield _ListLine(line, () if is_open else tuple(cell.strip() for cell in cells), is_open)
        line = start + reader.line_num + 1


@contextmanager
def _any_field_size() -> Iterator[None]:
    before = csv.field_size_limit(_MAX_CSV_FIELD)
    try:
        yield
    finally:
        csv.field_size_limit(before)
