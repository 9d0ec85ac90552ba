"""Twelve pictures of the window, to be compared before and after work that must not change them.

    python -m tests.benchmarks.pictures FOLDER            draw them
    python -m tests.benchmarks.pictures FOLDER OTHER      and compare them with those of OTHER

Pictures depend on the fonts of a machine, so none are stored.
"""

from __future__ import annotations

import subprocess
import sys
from itertools import product
from pathlib import Path

from tests.helpers.places import SHARED

SAMPLE = ["--sample"]
MODES = ("side-by-side", "one-column")
SIZES = {"narrow": "760x900", "wide": "1600x1000"}
THEMES = ("light", "dark")


def pictures() -> dict[str, list[str]]:
    """Return the arguments of each picture by its name."""
    found = {}
    for mode, (width, size), theme in product(MODES, SIZES.items(), THEMES):
        options = ["--mode", mode, "--size", size, "--theme", theme]
        found[f"sample-{mode}-{width}-{theme}"] = [*SAMPLE, *options]
    pair = [str(SHARED / "pairs" / f"{side}.txt") for side in ("original", "rewrite")]
    texts = pair if Path(pair[0]).exists() else SAMPLE
    for at, theme in product(("1", "40"), THEMES):
        found[f"pair-change-{at}-{theme}"] = [*texts, "--at", at, "--theme", theme]
    return found


def draw(folder: Path) -> None:
    """Draw all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, arguments in pictures().items():
        command = [sys.executable, "-m", "facing_pages.command_line.facing", "--quiet", "picture"]
        subprocess.run([*command, *arguments, "-o", str(folder / f"{name}.png")], check=True)


def differing(folder: Path, other: Path) -> list[str]:
    """Return the names of the pictures of two folders that are not the same in each point."""
    from PySide6.QtGui import QImage

    names = sorted(path.name for path in {*folder.glob("*.png"), *other.glob("*.png")})
    unique = dict.fromkeys(names)
    return [name for name in unique if QImage(str(folder / name)) != QImage(str(other / name))]


def main(arguments: list[str]) -> int:
    """Draw, and compare if two folders are named; return 1 if any differ."""
    if len(arguments) not in (1, 2):
        print(__doc__)
        return 2
    folders = [Path(argument) for argument in arguments]
    draw(folders[0])
    names = differing(*folders) if len(folders) == 2 else []
    for name in names:
        print(f"{name} differs")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
