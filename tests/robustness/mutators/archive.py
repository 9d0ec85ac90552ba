"""Damage inside the members of a zip archive, and to the archive itself."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile

from . import markup, octets

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
NAMES = ("?", "/", "../../x", "word/", "\\", "a\0b", "é" * 50, "content.xml", "word/document.xml")


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return an archive with a member damaged and packed again, or damaged as a whole."""
    if chance.random() < 0.15:
        return octets.mutate(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    for _ in range(chance.choice((1, 1, 2, 3))):
        _change(members, chance)
    made = _packed(members, chance)
    return _with_odd_fields(made, chance) if chance.random() < 0.15 else made


def _change(members: list[tuple[str, bytes]], chance: random.Random) -> None:
    """Damage, remove, double, rename, empty or exchange one member."""
    if not members:
        return
    texts = [
        k for k, (name, _) in enumerate(members) if name.endswith(("ml", "opf", "rels", "ncx"))
    ]
    at = chance.choice(texts or range(len(members)))
    name, body = members[at]
    way = chance.randrange(14)
    if way == 0:
        del members[at]
    elif way == 1:
        members.append((name, chance.choice(members)[1]))
    elif way == 2:
        members[at] = (chance.choice(NAMES), body)
    elif way == 3:
        members[at] = (name, b"")
    elif way == 4:
        members[at] = (name, body + b" " * 3_000_000)
    elif way == 5:
        members += [(f"{number}.xml", b"<x/>") for number in range(chance.choice((10, 300)))]
    else:
        members[at] = (name, markup.mutate(body, chance))


def _packed(members: list[tuple[str, bytes]], chance: random.Random) -> bytes:
    room = io.BytesIO()
    method = chance.choice(METHODS) if chance.random() < 0.1 else zipfile.ZIP_DEFLATED
    with warnings.catch_warnings(), zipfile.ZipFile(room, "w", method, compresslevel=1) as archive:
        warnings.simplefilter("ignore")
        for name, body in members:
            # A fixed date, so that the same seed gives the same file.
            member = zipfile.ZipInfo(name or "?", (2026, 11, 29, 12, 0, 0))
            archive.writestr(member, body, method, 1)
    return room.getvalue()


def _with_odd_fields(data: bytes, chance: random.Random) -> bytes:
    """Return an archive whose list of members says something wrong in one field."""
    parts = bytearray(data)
    starts = [k for k in range(len(parts)) if parts[k : k + 4] == b"PK\x01\x02"]
    ends = [k for k in range(len(parts)) if parts[k : k + 4] == b"PK\x05\x06"]
    fields = [at + offset for at in starts for offset in (8, 10, 16, 20, 24, 28, 30, 32, 42)]
    fields += [at + offset for at in ends for offset in (8, 10, 12, 16, 20)]
    if fields:
        at = chance.choice(fields)
        number = chance.choice((0, 1, 9, 99, 0xFFFF, chance.randrange(0x10000)))
        parts[at : at + 2] = struct.pack("<H", number)
    return bytes(parts)
