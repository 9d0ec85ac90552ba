"""Replace files in one step: a reader sees the old content or the new, never a part of it.

    name ──────────────── old content ─┐ rename
    .name.5f2c81d0.draft  new content ─┴──────────> name

The draft has a unique name, so that two programs may write at the same time. It is synchronised to
disk before it replaces the old file, and removed if that fails.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import time
from pathlib import Path
from typing import Final

DRAFT_SUFFIX: Final = ".draft"
# Bytes of a file's name that its draft repeats: the whole name of a draft has at most 255, as usual
# file systems ask. How much is left for the rest is by judgement.
MAX_DRAFT_NAME_BYTES: Final = 200
# Permissions of POSIX: of files with private content (only their owner), and of all others before
# the umask.
PRIVATE_MODE: Final = 0o600
USUAL_MODE: Final = 0o666
# How often, and after how many seconds, Windows is asked again while another program has the old
# file open: virus scanners and indexers do for some milliseconds. By judgement: a second in all.
REPLACE_TRIES: Final = 20
REPLACE_WAIT: Final = 0.05


def write_atomically(path: Path, content: bytes, *, is_private: bool = False) -> None:
    """Write a file in one step. Raises `OSError`; an existing file is unchanged then.

    A symbolic link stays a link; its target is replaced. An existing file keeps its permissions,
    but if `is_private` only its owner can read it from then on. What is not a regular file, such as
    a pipe, is written to directly.
    """
    target = path.resolve() if path.is_symlink() else path
    try:
        old_mode = target.stat().st_mode
    except FileNotFoundError:
        mode = None
    else:
        if not stat.S_ISREG(old_mode):
            target.write_bytes(content)
            return
        mode = PRIVATE_MODE if is_private else stat.S_IMODE(old_mode)
    draft = _draft_path(target)
    descriptor = os.open(
        draft,
        os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0),
        PRIVATE_MODE if is_private or mode is not None else USUAL_MODE,
    )
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            draft.chmod(mode)
        _replace(draft, target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def remove_stale_drafts(folder: Path, older_than: float) -> None:
    """Remove drafts of killed programs from a folder of this program, if `older_than` seconds."""
    limit = time.time() - older_than
    for draft in folder.glob(f".*{DRAFT_SUFFIX}"):
        try:
            if draft.stat().st_mtime < limit:
                draft.unlink()
        except OSError:
            continue


def _draft_path(target: Path) -> Path:
    name = os.fsdecode(os.fsencode(target.name)[:MAX_DRAFT_NAME_BYTES])
    return target.with_name(f".{name}.{secrets.token_hex(8)}{DRAFT_SUFFIX}")


def _replace(draft: Path, target: Path) -> None:
    tries = REPLACE_TRIES if os.name == "nt" else 1
    for _ in range(tries - 1):
        with contextlib.suppress(PermissionError):
            draft.replace(target)
            return
        time.sleep(REPLACE_WAIT)
    draft.replace(target)


def _sync_folder(folder: Path) -> None:
    """Synchronise the renaming to disk as well, on systems where folders can be synchronised."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # a folder that may be written to but not read
    try:
        os.fsync(descriptor)
    except OSError:
        return  # some network file systems cannot do this; the file itself is written
    finally:
        os.close(descriptor)
