"""The programs under test: from this checkout, or the frozen ones of a folder.

FACING_PAGES_FOLDER names a folder that `build_scripts/build.py` made; all tests of this folder then
drive what is in it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

FOLDER: Final = os.environ.get("FACING_PAGES_FOLDER", "")


def _program(name: str, module: str) -> tuple[str, ...]:
    if FOLDER:
        suffix = ".exe" if os.name == "nt" else ""
        return (str(Path(FOLDER).resolve() / f"{name}{suffix}"),)
    return (sys.executable, "-m", module)


WINDOW: Final = _program("facing-pages", "facing_pages.ui.shell.program")
COMMAND: Final = _program("facing", "facing_pages.command_line.facing")
