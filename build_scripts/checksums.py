"""Write down what every file in `resources/` holds; run it whenever one of them changed.

The program's self-check compares with it, and a test fails while it is out of date.
"""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
FOLDER = CHECKOUT / "resources"
LIST = FOLDER / "checksums.txt"


def checksums() -> str:
    """Return a line for each file that is part of the project: checksum and name."""
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "."],
        cwd=FOLDER,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    lines = []
    # While a merge is not resolved, git names a file once for each of its versions.
    for name in sorted({*names} - {LIST.name}):
        digest = hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
        lines.append(f"{digest}  {name}\n")
    return "".join(lines)


if __name__ == "__main__":
    LIST.write_text(checksums(), "utf-8", newline="\n")
