"""Archives (.tar.xz) that hold the same large files and compress them once.

An .xz file is a row of blocks, each of which can be unpacked without the others. Here every large
file is a block of its own; what lies between two of them (headers, small files) is another:

    archive   [headers, small files] [libQt6Gui.so] [headers] [libicudata.so] … [index]
    package   [other headers, files] [libQt6Gui.so] [headers] [libicudata.so] … [index]

Only the blocks of small files differ, for they hold names. Every tool that reads .tar.xz reads
these. The format is that of the .xz file format specification, version 1.2.1, of the Tukaani
project.
"""

from __future__ import annotations

import io
import lzma
import os
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

# Bytes from which a file is a block of its own: below, a block would cost more than it saves.
MIN_LARGE: Final = 256 * 1024
# What Debian's tools use: 8 MiB are looked back for repetitions.
USUAL_PRESET: Final = 6
_HEADER: Final = b"\xfd7zXZ\0"
_FLAGS: Final = b"\0\x04"  # checksums are CRC64
_FOOTER: Final = b"YZ"
_SECTOR: Final = 512


@dataclass(frozen=True)
class Entry:
    """A file, folder (neither content nor link) or link of an archive."""

    name: str
    mode: int = 0o755
    content: Path | bytes | None = None
    link: str = ""

    @property
    def size(self) -> int:
        """Return the number of bytes the file holds."""
        if isinstance(self.content, Path):
            return self.content.stat().st_size
        return len(self.content or b"")

    @property
    def is_large(self) -> bool:
        """Tell whether the file is a block of its own."""
        return isinstance(self.content, Path) and self.size >= MIN_LARGE


@dataclass(frozen=True)
class Block:
    """A compressed block: its bytes with padding, and what the index of the file says of it."""

    data: bytes
    unpadded_size: int
    uncompressed_size: int


class Packer:
    """Writes archives and remembers the large files it has compressed."""

    def __init__(self, time: int, preset: int = USUAL_PRESET) -> None:
        self._time = time
        self._preset = preset
        self._blocks: dict[Path, Block] = {}

    def write(self, entries: Iterable[Entry], target: BinaryIO) -> None:
        """Write an archive with these entries, in this order."""
        listed = list(entries)
        large = [entry.content for entry in listed if entry.is_large]
        new = [path for path in large if isinstance(path, Path) and path not in self._blocks]
        # The compressor lets other threads work meanwhile.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = pool.map(lambda path: self._block(_padded(path.read_bytes())), new)
            self._blocks.update(zip(new, found, strict=True))
        _write_stream(self._parts(listed), target)

    def _parts(self, entries: list[Entry]) -> Iterator[Block]:
        """Give the blocks of an archive in order."""
        waiting = bytearray()
        for entry in entries:
            waiting += self._header(entry)
            if entry.is_large:
                assert isinstance(entry.content, Path)
                yield self._block(bytes(waiting))
                waiting.clear()
                yield self._blocks[entry.content]
            elif isinstance(entry.content, Path):
                waiting += _padded(entry.content.read_bytes())
            else:
                waiting += _padded(entry.content or b"")
        yield self._block(bytes(waiting) + bytes(2 * _SECTOR))

    def _header(self, entry: Entry) -> bytes:
        info = tarfile.TarInfo(entry.name)
        info.mode, info.mtime, info.size = entry.mode, self._time, entry.size
        if entry.link:
            info.type, info.linkname, info.mode = tarfile.SYMTYPE, entry.link, 0o777
        elif entry.content is None:
            info.type = tarfile.DIRTYPE
        info.uname = info.gname = "root"
        return info.tobuf(tarfile.GNU_FORMAT, "utf-8", "surrogateescape")

    def _block(self, data: bytes) -> Block:
        """Compress bytes and take the block out of the file that comes of it."""
        packed = lzma.compress(data, check=lzma.CHECK_CRC64, preset=self._preset)
        index_size = 4 * (int.from_bytes(packed[-8:-4], "little") + 1)
        index = io.BytesIO(packed[-12 - index_size : -12])
        assert index.read(2) == b"\0\x01", "more than one block"
        unpadded, uncompressed = _read_number(index), _read_number(index)
        return Block(packed[12 : -12 - index_size], unpadded, uncompressed)


def _write_stream(blocks: Iterable[Block], target: BinaryIO) -> None:
    """Write blocks as one .xz file."""
    target.write(_HEADER + _FLAGS + _checksum(_FLAGS))
    records, count = bytearray(), 0
    for block in blocks:
        target.write(block.data)
        records += _number(block.unpadded_size) + _number(block.uncompressed_size)
        count += 1
    index = b"\0" + _number(count) + bytes(records)
    index += bytes(-len(index) % 4)
    index += _checksum(index)
    tail = (len(index) // 4 - 1).to_bytes(4, "little") + _FLAGS
    target.write(index + _checksum(tail) + tail + _FOOTER)


def write_package(parts: dict[str, bytes], time: int, target: Path) -> None:
    """Write the parts of a Debian package into the file that holds them (ar)."""
    with target.open("wb") as file:
        file.write(b"!<arch>\n")
        for name, data in parts.items():
            mode = 0o100644
            head = f"{name:<16}{time:<12}{0:<6}{0:<6}{mode:<8o}{len(data):<10}`\n"
            file.write(head.encode("ascii") + data + b"\n" * (len(data) % 2))


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % _SECTOR)


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "little")


def _number(value: int) -> bytes:
    """Return a number as the format writes it: seven bits a byte, the lowest first."""
    found = bytearray()
    while value >= 0x80:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)


def _read_number(file: BinaryIO) -> int:
    value = shift = 0
    while True:
        (byte,) = file.read(1)
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value
        shift += 7
