"""Damage to lists of pairs (.csv): quotes, delimiters, names no file can have, other encodings."""

from __future__ import annotations

import random

from . import octets

CELLS = (
    '"',
    '""',
    '"\n',
    "\0",
    "\r",
    ",",
    ",,,,",
    "\t",
    "x" * 300,
    "é" * 200,
    "x" * 140_000,
    '"' + "x" * 140_000 + '"',
    "/dev/zero",
    "~",
    "..",
    "/",
    "=1+1",
    "\ud800",
    "\u202e",
    "\x85",
    "\u2028",
    "a\0b",
    " ",
    "C:\\x",
    "file:///x",
    "NUL",
)
CODECS = "utf-8-sig utf-16 utf-16-le cp1252 cp037 utf-7".split()


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return a list with some cells and lines changed."""
    lines = [line.split(",") for line in data.decode("utf-8").splitlines()]
    for _ in range(chance.choice((1, 1, 2, 5))):
        _change(lines, chance)
    text = chance.choice(("\n", "\n", "\r\n", "\r", "\0", "")).join(",".join(row) for row in lines)
    if chance.random() < 0.15:
        return text.encode(chance.choice(CODECS), errors="replace")
    made = octets.as_bytes(text)
    return octets.mutate(made, chance) if chance.random() < 0.3 else made


def _change(lines: list[list[str]], chance: random.Random) -> None:
    if not lines:
        return
    row = chance.choice(lines)
    way = chance.randrange(6)
    if way == 0:
        lines.remove(row)
    elif way == 1:
        lines += [list(row) for _ in range(chance.choice((1, 3, 500)))]
    elif way == 2:
        row.insert(chance.randrange(len(row) + 1), chance.choice(CELLS))
    elif way == 3 and row:
        row.pop()
    elif row:
        at = chance.randrange(len(row))
        cell = chance.choice(CELLS)
        row[at] = chance.choice((cell, row[at] + cell, cell + row[at], f'"{row[at]}"{cell}'))
