"""Digests of files, to see later whether the content is still the same."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from typing import Final

from facing_pages.core.reading.files import MAX_FILE_BYTES

# Bytes taken at a time, one mebibyte: memory stays small for files of any size. By judgement.
_BLOCK: Final = 1 << 20


def file_digest(path: str) -> str:
    """Return a digest of a file's content; "" if there is no such file or it cannot be read.

    Covers no more of the file than a reader would read, and only regular files: a pipe has no
    lasting content.
    """
    if not path:
        return ""
    digest, left = hashlib.sha256(), MAX_FILE_BYTES
    try:
        if not stat.S_ISREG(Path(path).stat().st_mode):
            return ""
        with Path(path).open("rb") as file:
            while left > 0 and (block := file.read(min(_BLOCK, left))):
                digest.update(block)
                left -= len(block)
    except (OSError, ValueError):
        return ""
    return digest.hexdigest()
