"""Read members of a zip archive with limits: no zip bomb, no endless list, nothing encrypted."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from facing_pages.core.errors import Problem, ReadingError

# Members of an archive; books have some hundreds. By judgement.
MAX_MEMBERS: Final = 10_000
# Bytes read out of one archive, all members together: a book of text has a few million. By
# judgement.
MAX_UNPACKED_BYTES: Final = 200_000_000
# A member of at least this many bytes, packed more tightly than text can be, is a bomb: its size,
# and how many times smaller it was packed. By judgement.
MIN_BOMB_BYTES: Final = 20_000_000
MAX_PACKING: Final = 100
# The signature of each entry in the list of members.
_ENTRY: Final = b"PK\x01\x02"
# The exceptions that Python raises for a damaged archive.
ARCHIVE_ERRORS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    struct.error,
)


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Open an archive in memory. Raises one of `ARCHIVE_ERRORS`.

    Python reads the whole list of members at once, so the length of the list is checked before.
    """
    if data.count(_ENTRY) > MAX_MEMBERS:
        raise ValueError(f"> {MAX_MEMBERS} members")
    return zipfile.ZipFile(io.BytesIO(data))


class Archive:
    """A zip archive in memory. Members are read whole, with one limit for all of them together."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open an archive. Raises `ReadingError` if it is damaged or too large."""
        self._name = name
        self._left = MAX_UNPACKED_BYTES
        if data.count(_ENTRY) > MAX_MEMBERS:
            raise self._too_large()
        with self._damage_reported():
            self._zip = open_archive(data)
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}

    def __contains__(self, member: str) -> bool:
        return member in self._entries

    def read(self, member: str) -> bytes:
        """Return a member's bytes. Raises `ReadingError` if it is missing or cannot be read."""
        entry = self._entries.get(member)
        if entry is None:
            raise ReadingError(self._name, Problem.DAMAGED, member)
        if entry.flag_bits & 1:
            raise ReadingError(self._name, Problem.ENCRYPTED)
        if entry.file_size > self._left or _is_bomb(entry):
            raise self._too_large()
        with self._damage_reported(), self._zip.open(entry) as stream:
            data = stream.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise self._too_large()
        return data

    def _too_large(self) -> ReadingError:
        return ReadingError(
            self._name, Problem.TOO_LARGE, f"> {MAX_UNPACKED_BYTES // 1_000_000} MB"
        )

    @contextmanager
    def _damage_reported(self) -> Iterator[None]:
        try:
            yield
        except ARCHIVE_ERRORS as error:
            raise ReadingError(self._name, Problem.DAMAGED, str(error)) from error


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    packed = max(1, entry.compress_size)
    return entry.file_size > MIN_BOMB_BYTES and entry.file_size > MAX_PACKING * packed
