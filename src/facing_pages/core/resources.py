"""Where the files of `resources/` are: in a checkout, an installed wheel or a frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


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


def sample_pair() -> tuple[Path, Path]:
    """Return the two files of the built-in sample pair: original, rewrite."""
    return resource("sample/lighthouse.txt"), resource("sample/lighthouse.rewrite.txt")
