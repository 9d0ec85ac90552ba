"""Stored results of a batch, so that a later run need not compare the same pairs again.

    results.json           all results of the last run, schema 3
    results.partial.jsonl  results since then, one a line; exists only while a batch is running

A result is valid only for the same contents of both files and the same settings of the report.
Times of files are not used: archives, copies and clock changes alter them.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

from facing_pages import __version__
from facing_pages.core.alignment.words.encoder import has_encoder
from facing_pages.core.json_bytes import json_bytes
from facing_pages.core.model import FindingKind
from facing_pages.core.options import Options
from facing_pages.export.batch_index import PairResult
from facing_pages.export.report_options import REPORT_PARTS, ReportOptions
from facing_pages.export.writing import write_whole

# The version of the format of results; since 2 each names the content of both files, since 3 the
# number of findings of each kind and the highest severity.
RESULTS_SCHEMA: Final = 3
RESULTS: Final = "results.json"
PARTIAL: Final = "results.partial.jsonl"
# No share and no number of words is larger; what is not a number is not smaller either. Up to this
# a float of 64 bits holds every whole number (IEEE 754).
MAX_RESULT_NUMBER: Final = 2**53
# Bytes of a file of results: half a million pairs of a kilobyte. By judgement, as many as a list
# can have.
MAX_RESULTS_BYTES: Final = 512_000_000


@dataclass(frozen=True, slots=True)
class Content:
    """The size of a file in bytes, and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Record:
    """A result, and the contents of original, rewrite and report; () for a pair that failed."""

    result: PairResult
    contents: tuple[Content, ...] = ()


Settings = Mapping[str, Any]
Known = dict[tuple[str, str], Record]


def settings_of(suffix: str, report: ReportOptions, options: Options) -> Settings:
    """Return everything that a report depends on apart from the two files."""
    return {
        "program": __version__,
        "format": suffix,
        "layout": report.layout.value,
        "scope": report.scope.value,
        "kinds": sorted(kind.name for kind in report.kinds),
        "weight": report.weight.name,
        "language": report.language,
        "parts": [part.name for part in REPORT_PARTS if getattr(report, part.name)],
        "severity": report.severity,
        "selection": repr(report.selection) if report.selection else "",
        "level": options.level.value,
        "reworded whole above": options.reworded_whole_above,
        "precise": options.precise,
        "encoder": has_encoder(),
    }


# --- contents of files -------------------------------------------------------------------------


class Contents:
    """A cache of file contents; None for a file that is not regular or cannot be read."""

    def __init__(self) -> None:
        self._known: dict[Path, Content | None] = {}

    def of(self, path: Path) -> Content | None:
        """Return the content of a file at the time of the first call for it."""
        if path not in self._known:
            self._known[path] = content_of(path)
        return self._known[path]


def content_of(path: Path) -> Content | None:
    """Return the content of a file; None if it is not a regular file or cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
            return Content(os.fstat(file.fileno()).st_size, digest.hexdigest())
    except (OSError, ValueError):
        return None


def is_fresh(record: Record, report: Path, contents: Contents) -> bool:
    """Tell whether a result is still valid: both files and the report are unchanged."""
    if record.result.report != report.name or len(record.contents) != 3:
        return False
    paths = (Path(record.result.original), Path(record.result.rewrite), report)
    return all(
        _size(path) == content.size and contents.of(path) == content
        for path, content in zip(paths, record.contents, strict=True)
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return -1


# --- files of results --------------------------------------------------------------------------


def write_results(folder: Path, settings: Settings, records: Iterable[Record]) -> None:
    """Write all results. Raises `WritingError`; the earlier file is kept then."""
    entries = [_entry(record) for record in records]
    content = {"schema": RESULTS_SCHEMA, "settings": settings, "pairs": entries}
    write_whole(folder / RESULTS, json_bytes(content))
    (folder / PARTIAL).unlink(missing_ok=True)


def add_result(folder: Path, settings: Settings, record: Record) -> None:
    """Append one result, at a cost independent of the number of results. Raises `OSError`."""
    line = json_bytes({"settings": settings, **_entry(record)}, indent=None)
    with (folder / PARTIAL).open("ab") as file:
        file.write(line + b"\n")


def known_results(folder: Path, settings: Settings) -> Known:
    """Return the results of earlier runs with the same settings; invalid entries are skipped."""
    expected = json.loads(json_bytes(settings))
    entries: list[Any] = []
    whole = _parsed(_bytes_of(folder / RESULTS))
    if isinstance(whole, dict) and whole.get("settings") == expected:
        found = whole.get("pairs")
        entries += (
            found if whole.get("schema") == RESULTS_SCHEMA and isinstance(found, list) else []
        )
    for line in _bytes_of(folder / PARTIAL).split(b"\n"):
        entry = _parsed(line)
        if isinstance(entry, dict) and entry.get("settings") == expected:
            entries.append(entry)
    records = [record for entry in entries if (record := _record(entry)) is not None]
    return {(record.result.original, record.result.rewrite): record for record in records}


def reports_named(folder: Path) -> list[str]:
    """Return the names of all reports that the last run wrote, with whatever settings."""
    whole = _parsed(_bytes_of(folder / RESULTS))
    entries = whole.get("pairs") if isinstance(whole, dict) else whole
    names = [
        entry["report"]
        for entry in (entries if isinstance(entries, list) else [])
        if isinstance(entry, dict) and isinstance(entry.get("report"), str)
    ]
    return [name for name in dict.fromkeys(names) if name and Path(name).name == name]


def _entry(record: Record) -> dict[str, Any]:
    found = record.result.findings
    return {
        **asdict(record.result),
        "findings": None if found is None else dict(found),
        "contents": [asdict(c) for c in record.contents],
    }


def _bytes_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_RESULTS_BYTES:
            return b""
        return path.read_bytes()
    except OSError:
        return b""


def _parsed(data: bytes) -> Any:
    """Return the value of JSON; None if it is not JSON."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _record(entry: Any) -> Record | None:
    """Return a result that has a report; None for an entry without one, or an invalid one."""
    if not isinstance(entry, dict):
        return None
    contents = _contents(entry.get("contents"))
    values: dict[str, Any] = {f.name: entry.get(f.name) for f in fields(PairResult)}
    texts = (values["original"], values["rewrite"], values["report"])
    numbers = [value for name, value in values.items() if name not in _NO_NUMBERS]
    if not contents or not all(isinstance(text, str) and text for text in texts):
        return None
    if values["error"] != "" or not all(map(_is_number, numbers)):
        return None
    if not _are_findings(values["findings"]):
        return None
    if values["findings"] is not None:
        values["findings"] = tuple(values["findings"].items())
    return Record(PairResult(**values), contents)


_NO_NUMBERS: Final = ("original", "rewrite", "report", "error", "findings")


def _are_findings(value: Any) -> bool:
    """Tell whether a value is the number of findings of some kinds, or says there is none."""
    if value is None:
        return True
    kinds = {kind.value for kind in FindingKind}
    return (
        isinstance(value, dict) and value.keys() <= kinds and all(map(_is_number, value.values()))
    )


def _is_number(value: Any) -> bool:
    is_one = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_one and 0 <= value < MAX_RESULT_NUMBER


def _contents(found: Any) -> tuple[Content, ...]:
    if not isinstance(found, list) or len(found) != 3:
        return ()
    contents = [
        Content(entry["size"], entry["sha256"])
        for entry in found
        if isinstance(entry, dict)
        and isinstance(entry.get("size"), int)
        and isinstance(entry.get("sha256"), str)
    ]
    return tuple(contents) if len(contents) == 3 else ()


def contents_for(paths: Sequence[str]) -> tuple[Content | None, ...]:
    """Return the present contents of some files, read again."""
    return tuple(content_of(Path(path)) for path in paths)
