"""Which pairs of files a batch compares: those of a list, or of two folders."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facing_pages.command_line.content_pairs import pairs_by_content
from facing_pages.command_line.pair_list import (
    LIST_SUFFIXES,
    BatchError,
    ListedPair,
    read_pair_list,
)
from facing_pages.export.file_names import ReportNames, shown_name

# Names of the program's own files, without their endings: no report may have them.
OUR_NAMES: Final = ("index", "results")
# Names in a message that says which files were left out. By judgement.
MAX_NAMES_SHOWN: Final = 5

Sides = tuple[list[Path], list[Path]]
Notice = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class FilePair:
    """Two files, and the name of their report without its ending.

    `where` names the line of the list they are on, "" for files of folders.
    """

    original: str
    rewrite: str
    name: str
    where: str = ""


def pairs_of(sources: Sequence[str], notice: Notice = lambda _: None) -> list[FilePair]:
    """Return the pairs of a list (.csv, .tsv) or of two folders. Raises `BatchError`.

    `notice` is called with a sentence about what is left out: lines that name no pair, files
    without a counterpart, folders in folders.
    """
    paths = [Path(source) for source in sources]
    found: Iterable[ListedPair]
    if len(paths) == 1 and paths[0].suffix.lower() in LIST_SUFFIXES:
        found = read_pair_list(paths[0], notice)
    elif len(paths) == 2 and all(map(os.path.isdir, paths)):
        in_folders = _in_folders(paths[0], paths[1], notice)
        found = [ListedPair(str(one), str(two)) for one, two in in_folders]
    else:
        raise BatchError("Name a .csv file with two columns, or two folders.")
    names = ReportNames(OUR_NAMES)
    pairs = [FilePair(p.original, p.rewrite, names.name_for(p.original), p.where) for p in found]
    if not pairs:
        raise BatchError(
            "No pairs were found there. A list has the names of two files on each line, with a "
            "comma between them; files of two folders have the same names or similar texts."
        )
    return pairs


def _in_folders(original: Path, rewrite: Path, notice: Notice) -> Iterator[tuple[Path, Path]]:
    """Pair files by their names, then by their names without endings, the rest by their words."""
    sides = (_files(original, notice), _files(rewrite, notice))
    for name_of in (_whole_name, _stem):
        paired = list(_by_name(sides, name_of))
        yield from paired
        sides = _left(sides, paired)
    if all(sides):
        notice(
            f"{len(sides[0]):,} and {len(sides[1]):,} files have no counterpart of the same name. "
            "They are paired by their words."
        )
        paired = pairs_by_content(*sides)
        yield from paired
        sides = _left(sides, paired)
    for folder, side in zip((original, rewrite), sides, strict=True):
        if side:
            names = ", ".join(shown_name(path.name) for path in side[:MAX_NAMES_SHOWN])
            more = ", …" if len(side) > MAX_NAMES_SHOWN else ""
            count = "1 file of" if len(side) == 1 else f"{len(side):,} files of"
            notice(f"Without a counterpart: {count} {shown_name(str(folder))} ({names}{more}).")


def _left(sides: Sides, paired: Sequence[tuple[Path, Path]]) -> Sides:
    """Return the files of both sides that are in no pair."""
    taken = {path for pair in paired for path in pair}
    one, other = ([path for path in side if path not in taken] for side in sides)
    return one, other


def _by_name(sides: Sides, name_of: Callable[[Path], str]) -> Iterator[tuple[Path, Path]]:
    others: defaultdict[str, list[Path]] = defaultdict(list)
    for path in reversed(sides[1]):
        others[name_of(path)].append(path)
    for path in sides[0]:
        if same := others.get(name_of(path)):
            yield path, same.pop()


def _whole_name(path: Path) -> str:
    return unicodedata.normalize("NFC", path.name).casefold()


def _stem(path: Path) -> str:
    return unicodedata.normalize("NFC", path.stem).casefold()


def _files(folder: Path, notice: Notice) -> list[Path]:
    """Return the files of a folder in the order of their names, without hidden ones."""
    files: list[Path] = []
    folders = 0
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if _is(entry.is_file):
                    files.append(folder / entry.name)
                folders += _is(entry.is_dir)
    except OSError as error:
        raise BatchError(
            f"The folder {shown_name(str(folder))} could not be read ({error.strerror}). "
            "Check its permissions, then try again."
        ) from error
    if folders:
        count = "1 folder" if folders == 1 else f"{folders:,} folders"
        notice(f"Left out: {count} in {shown_name(str(folder))} with all contents.")
    return sorted(files)


def _is(asked: Callable[[], bool]) -> bool:
    try:
        return asked()
    except OSError:
        return False
