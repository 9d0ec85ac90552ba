"""Where the files of `resources/` are: in a checkout, an installed wheel or a frozen program."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path
from typing import Final

# What every other resource must hold, written by `build_scripts/checksums.py`.
CHECKSUMS: Final = "checksums.txt"
# What wheels lack: these models come in a package of their own, together with what runs them.
OPTIONAL: Final = frozenset({"models/meaning-reader.onnx", "models/word-encoder.onnx"})


@cache
def resource_folder() -> Path:
    """Return the folder of resources. Raises `FileNotFoundError` if the installation is damaged."""
    package = Path(__file__).resolve().parent.parent
    candidates = [package / "resources", package.parent.parent / "resources"]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    for folder in candidates:
        if (folder / "sample").is_dir():
            return folder
    raise FileNotFoundError("the folder of resources is missing from this installation")


def resource(name: str) -> Path:
    """Return the path of a resource, named with forward slashes."""
    return resource_folder() / name


def resource_text(name: str) -> str:
    """Return what a resource in UTF-8 says."""
    return resource(name).read_text("utf-8")


def listed_resources() -> dict[str, str]:
    """Return the names of all resources with their checksums (SHA-256, hexadecimal)."""
    lines = resource_text(CHECKSUMS).splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def damaged_resources() -> list[str]:
    """Return the names of resources that are missing or are not what they were."""
    return [
        name
        for name, digest in listed_resources().items()
        if _digest(resource(name)) != digest
        and not (name in OPTIONAL and not resource(name).exists())
    ]


def _digest(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sample_pair() -> tuple[Path, Path]:
    """Return the two files of the built-in sample pair: original, rewrite."""
    return resource("sample/lighthouse.txt"), resource("sample/lighthouse.rewrite.txt")
