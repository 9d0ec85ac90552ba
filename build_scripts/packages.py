"""The packages in `.venv`: sections of the lock file installed, and what nobody needs taken out.

`requirements.lock` has a section of what the program runs with and one of what tests and builds
need in addition; each is installed once, the second on top of the first.
"""

from __future__ import annotations

import csv
import operator
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from installers import trimming

SECTION = re.compile(r"(?m)^# \[(\w+)\] (.*)$")
# What pip says when it gets a package: "  Downloading numpy-2.4.6-cp311-….whl (16.9 MB)". Newer
# ones read the metadata of all packages first, "….whl.metadata (62 kB)".
FETCHED = re.compile(r"^\s*(?:Downloading|Using cached) (\S+?)-(\d\S*?)-\S+\.whl \((.+?)\)")
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<": operator.lt,
}
MB = 1_000_000


class PackageError(Exception):
    """What pip said when it could not install something."""


def sections(lock: str) -> dict[str, tuple[str, str]]:
    """Return the sections of a lock file by name: what its heading says, and its requirements."""
    parts = SECTION.split(lock)
    return {parts[k]: (parts[k + 1], parts[k + 2]) for k in range(1, len(parts), 3)}


def needed_here(requirements: str) -> list[str]:
    """Return the names of the packages that this system and this Python need."""
    lines = re.findall(r"(?m)^([A-Za-z0-9][\w.-]*)==\S+(?: ; (.*?))? *\\?$", requirements)
    return sorted({name for name, marker in lines if not marker or _holds(marker)})


def install_section(python: str, lock: str, name: str, say: Callable[[str], None]) -> None:
    """Install a section with hashes checked, saying for each package how large it is."""
    heading, requirements = sections(lock)[name]
    count = len(needed_here(requirements))
    say(f"Installing {count} packages, {heading}…")
    with tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder) / f"{name}.txt"
        chosen.write_text(requirements, "utf-8")
        # All packages are named, so that none has to be asked for what it needs. Files are compiled
        # when they are first imported: most never are.
        options = ["--no-deps", "--no-compile", "--progress-bar", "off", "--require-hashes"]
        done = 0
        for line in pip(python, "install", *options, "-r", str(chosen)):
            if found := FETCHED.match(line):
                done += 1
                say(f"  {done:2} of {count}  {found[1].replace('_', '-')} {found[2]}, {found[3]}")
            elif line.startswith("Installing collected"):
                say("  unpacking…")


def remove_setuptools(python: str) -> None:
    """Remove what Python 3.11 puts into every new environment and later ones do not."""
    if any(list(folder.glob("setuptools-*")) for folder in _package_folders(python)):
        for _line in pip(python, "uninstall", "--yes", "setuptools"):
            pass


def install_checkout(python: str, checkout: Path) -> None:
    """Install the program so that it runs from its checkout."""
    options = ["--no-deps", "--no-build-isolation", "--no-compile"]
    for _line in pip(python, "install", *options, "-e", str(checkout)):
        pass


def pip(python: str, *arguments: str) -> Iterator[str]:
    """Run the pip of an environment and give the lines it says; it must succeed."""
    command = [python, "-m", "pip", "--disable-pip-version-check", *arguments]
    said: list[str] = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            yield line
    if process.returncode:
        raise PackageError("".join(said)[-2000:].strip())


def take_out_unused(python: str) -> None:
    """Delete the parts of packages that are of no use here, and strike them from pip's records."""
    for folder in _package_folders(python):
        for path in [path for path in folder.rglob("*") if not path.is_dir()]:
            if trimming.is_unused_part(path.relative_to(folder).as_posix()):
                path.unlink()
        for path in sorted(folder.rglob("*"), reverse=True):
            if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
                path.rmdir()
        for record in folder.glob("*.dist-info/RECORD"):
            _strike(record)


def size_of(folder: Path) -> int:
    """Return how many megabytes a folder takes."""
    files = (path.lstat() for path in folder.rglob("*"))
    # Windows does not tell how many blocks a file takes.
    return sum(getattr(file, "st_blocks", file.st_size // 512) * 512 for file in files) // MB


def _package_folders(python: str) -> list[Path]:
    code = "import sysconfig as s; print(s.get_path('purelib'), s.get_path('platlib'), sep='\\n')"
    answer = subprocess.run([python, "-c", code], stdout=subprocess.PIPE, text=True, check=True)
    return sorted({Path(line).resolve() for line in answer.stdout.splitlines()})


def _strike(record: Path) -> None:
    """Take the files that were deleted out of a record."""
    with record.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    kept = [row for row in rows if row and not trimming.is_unused_part(row[0])]
    if len(kept) < len(rows):
        with record.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(kept)


def _holds(marker: str) -> bool:
    """Tell whether a marker of the lock file holds here: comparisons joined by "and" or "or"."""
    return any(
        all(_compares(comparison) for comparison in part.split(" and "))
        for part in marker.split(" or ")
    )


def _compares(comparison: str) -> bool:
    name, sign, value = comparison.replace("'", "").split()
    if name == "python_full_version":
        return COMPARISONS[sign](sys.version_info[:3], tuple(map(int, value.split("."))))
    here = {
        "sys_platform": sys.platform,
        "platform_machine": platform.machine(),
        "platform_python_implementation": platform.python_implementation(),
    }
    return COMPARISONS[sign](here[name], value)
