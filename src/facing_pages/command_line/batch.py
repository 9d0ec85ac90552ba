"""Many pairs compared one after the other, on all cores; a bad one does not stop the others.

What is done is written down as it is done, so that a run that was stopped can be resumed.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

from facing_pages.core.compare import compare
from facing_pages.core.documents import with_sentences
from facing_pages.core.errors import FacingPagesError
from facing_pages.core.options import Options
from facing_pages.core.reading.apart import read_file_apart
from facing_pages.export.batch_index import PairResult, index_html, result_of
from facing_pages.export.report import ReportOptions, make_report
from facing_pages.export.writing import content_for, is_merged, write_whole

RESULTS: Final = "results.json"
INDEX: Final = "index.html"
# Share of the words of two texts that must be common for them to be paired by what they say.
LEAST_COMMON: Final = 0.25


class BatchError(FacingPagesError):
    """What is wrong with the list of pairs, in a sentence."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files, and the name of their report without its ending."""

    original: str
    rewrite: str
    name: str


def pairs_of(sources: Sequence[str]) -> list[Pair]:
    """Return the pairs of a list (.csv) or of two folders. Raises `BatchError`."""
    paths = [Path(source) for source in sources]
    if len(paths) == 1 and paths[0].suffix.lower() in (".csv", ".tsv"):
        found = list(_listed(paths[0]))
    elif len(paths) == 2 and all(path.is_dir() for path in paths):
        found = list(_in_folders(*paths))
    else:
        raise BatchError("Name a .csv file with two columns, or two folders.")
    if not found:
        raise BatchError("No pairs were found there.")
    return _named(found)


def run_batch(
    pairs: Sequence[Pair],
    folder: Path,
    suffix: str,
    options: ReportOptions,
    *,
    jobs: int = 0,
    tell: Callable[[int, int, PairResult], None] = lambda *_: None,
) -> list[PairResult]:
    """Compare all pairs and write their reports and the index; return what came of each.

    Pairs whose report is there and newer than their files are not compared again. Raises
    `WritingError` if the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = _known(folder / RESULTS)
    results: dict[Pair, PairResult] = {}
    for pair in pairs:
        result = known.get((pair.original, pair.rewrite))
        if result is not None and _is_fresh(pair, folder / result.report):
            results[pair] = result
            tell(len(results), len(pairs), result)
    waiting = [pair for pair in pairs if pair not in results]
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs or os.cpu_count(), mp_context=context) as pool:
        running = {
            pool.submit(compare_pair, pair, str(folder), suffix, options): pair for pair in waiting
        }
        try:
            for future in as_completed(running):
                results[running[future]] = future.result()
                tell(len(results), len(pairs), results[running[future]])
                _write_down(folder, [results[pair] for pair in pairs if pair in results])
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    ordered = [results[pair] for pair in pairs]
    _write_down(folder, ordered)
    return ordered


def compare_pair(pair: Pair, folder: str, suffix: str, options: ReportOptions) -> PairResult:
    """Compare one pair and write its report; what goes wrong is part of the result."""
    try:
        documents = [
            with_sentences(read_file_apart(path)) for path in (pair.original, pair.rewrite)
        ]
        comparison = compare(documents[0], documents[1], options=Options())
        file = f"{pair.name}{suffix}"
        merged = is_merged(suffix, options.layout)
        report = make_report(comparison, options, merged=merged)
        write_whole(Path(folder) / file, content_for(suffix, comparison, lambda: report))
        return result_of((pair.original, pair.rewrite), report, file)
    except FacingPagesError as error:
        return PairResult(pair.original, pair.rewrite, error=str(error))
    except Exception as error:  # noqa: BLE001 - the task runner: told in the index, not swallowed
        said = f"Something went wrong ({type(error).__name__}: {error})."
        return PairResult(pair.original, pair.rewrite, error=said)


# --- which pairs there are -------------------------------------------------------------------


def _listed(path: Path) -> Iterator[tuple[str, str]]:
    """Give the pairs of a list; names are relative to it, and a first line of headings is none."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BatchError(f"{path.name} could not be read ({error}).") from error
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    for number, row in enumerate(csv.reader(text.splitlines(), delimiter=delimiter)):
        names = [cell.strip() for cell in row[:2]]
        if len(names) < 2 or not all(names):
            continue
        files = [path.parent / name for name in names]
        if number or any(file.exists() for file in files):
            yield str(files[0]), str(files[1])


def _in_folders(original: Path, rewrite: Path) -> Iterator[tuple[str, str]]:
    """Pair files by their names; those left over by what they say."""
    sides = [_files(folder) for folder in (original, rewrite)]
    others = {path.stem.casefold(): path for path in sides[1]}
    left: list[Path] = []
    for path in sides[0]:
        other = others.pop(path.stem.casefold(), None)
        if other is None:
            left.append(path)
        else:
            yield str(path), str(other)
    yield from _by_content(left, list(others.values()))


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))


def _by_content(originals: Sequence[Path], rewrites: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Pair the files that have most words in common, the surest pairs first."""
    words = {path: _words_of(path) for path in (*originals, *rewrites)}
    likeness = sorted(
        (
            (_common(words[one], words[other]), str(one), str(other))
            for one in originals
            for other in rewrites
        ),
        reverse=True,
    )
    taken: set[str] = set()
    for share, one, other in likeness:
        if share >= LEAST_COMMON and one not in taken and other not in taken:
            taken |= {one, other}
            yield one, other


def _words_of(path: Path) -> set[str]:
    try:
        return set(read_file_apart(path).text.casefold().split())
    except FacingPagesError:
        return set()


def _common(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _named(found: Sequence[tuple[str, str]]) -> list[Pair]:
    """Give each pair the name of its original; where several share it, with a number."""
    pairs: list[Pair] = []
    taken: set[str] = set()
    for original, rewrite in found:
        stem = name = Path(original).stem or "pair"
        number = 1
        while name.casefold() in taken or name == Path(INDEX).stem:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        pairs.append(Pair(original, rewrite, name))
    return pairs


# --- what is written down --------------------------------------------------------------------


def _known(path: Path) -> dict[tuple[str, str], PairResult]:
    """Return what an earlier run wrote down; nothing if that makes no sense."""
    try:
        entries: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
        results = [PairResult(**entry) for entry in entries]
    except (OSError, ValueError, TypeError):
        return {}
    return {(r.original, r.rewrite): r for r in results if r.report}


def _is_fresh(pair: Pair, report: Path) -> bool:
    try:
        written = report.stat().st_mtime
        return all(Path(p).stat().st_mtime <= written for p in (pair.original, pair.rewrite))
    except OSError:
        return False


def _write_down(folder: Path, results: Sequence[PairResult]) -> None:
    content = json.dumps([asdict(result) for result in results], ensure_ascii=False, indent=1)
    write_whole(folder / RESULTS, content.encode("utf-8"))
    write_whole(folder / INDEX, index_html(results).encode("utf-8"))
