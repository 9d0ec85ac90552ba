#!/usr/bin/env python3
"""Write `requirements.lock` from `pyproject.toml`: exact versions of everything, with hashes.

    python3 build_scripts/lock.py              keep the versions that still fit
    python3 build_scripts/lock.py --upgrade    take the newest that fit

Run it whenever dependencies change. Needs `uv` on the path; the file names no registry, so that it
is the same wherever it is made. It has two sections: what the program runs with, then what tests
and builds need in addition. `dev.py run` installs the first, everything else both.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PROJECT = CHECKOUT / "pyproject.toml"
LOCK = CHECKOUT / "requirements.lock"
# The group of dependencies each section is made from; the second holds the first.
SECTIONS = {"run": "run", "develop": "dev"}
# Whose downloads are added up for the headings; those of other systems are much the same.
TYPICAL = re.compile(
    r"-(py3|py2\.py3)-none-any\.whl$"
    r"|-(cp311-cp311|cp3\d+-abi3|py3-none|py2\.py3-none)-.*(manylinux|linux_).*x86_64.*\.whl$"
)
MB = 1_000_000


def main(options: list[str]) -> int:
    """Resolve both groups and write the file."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.txt"
        # Versions of a file that is there are kept.
        whole.write_bytes(LOCK.read_bytes())
        resolve("dev", "--generate-hashes", "--output-file", str(whole), *options)
        blocks = requirements(whole.read_text("utf-8"))
        runtime = Path(folder) / "run.txt"
        resolve("run", "--output-file", str(runtime), "--constraint", str(whole))
        names = {name_of(block) for block in requirements(runtime.read_text("utf-8"))}
        sizes = Path(folder) / "pylock.toml"
        pins = ["--format", "pylock.toml", "--constraint", str(whole)]
        resolve("dev", *pins, "--output-file", str(sizes))
        LOCK.write_text(lock_text(blocks, names, download_sizes(sizes)), "utf-8", newline="\n")
    return 0


def resolve(group: str, *options: str) -> None:
    """Have uv choose versions of the program's dependencies and of a group."""
    fixed = ["--universal", "--python-version", "3.11", "--no-header", "--no-annotate", "--quiet"]
    command = ["uv", "pip", "compile", str(PROJECT), "--group", f"{PROJECT}:{group}"]
    subprocess.run([*command, *fixed, *options], check=True, cwd=CHECKOUT)


def requirements(text: str) -> list[str]:
    """Return each requirement with its hashes."""
    blocks = re.split(r"(?m)^(?=[A-Za-z0-9])", text)
    return [block for block in blocks if re.match(r"[A-Za-z0-9]", block)]


def name_of(block: str) -> str:
    """Return the name that a requirement begins with."""
    return block.split("==", 1)[0]


def lock_text(blocks: list[str], names: set[str], sizes: dict[str, int]) -> str:
    """Return the file: the section of these names, then that of the others."""
    lines = ["# Written by build_scripts/lock.py.\n"]
    parts = {
        "run": [block for block in blocks if name_of(block) in names],
        "develop": [block for block in blocks if name_of(block) not in names],
    }
    for section, members in parts.items():
        size = sum(sizes[name] for name in {name_of(block) for block in members})
        lines.append(f"\n# [{section}] about {max(1, round(size / MB))} MB to download\n")
        lines += members
    return "".join(lines)


def download_sizes(path: Path) -> dict[str, int]:
    """Return how many bytes each package is to download, of several versions the first."""
    sizes: dict[str, int] = {}
    for package in tomllib.loads(path.read_text("utf-8"))["packages"]:
        files = package.get("wheels", []) or [package["sdist"]]
        usual = [file["size"] for file in files if TYPICAL.search(file["url"])]
        sizes.setdefault(package["name"], (usual or [min(file["size"] for file in files)])[0])
    return sizes


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
