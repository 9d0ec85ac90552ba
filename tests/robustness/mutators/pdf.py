"""Damage to PDF: objects, numbers, names, and what packed streams say."""

from __future__ import annotations

import random
import re
import zlib

from . import octets

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
OBJECT = re.compile(rb"\d+ \d+ obj\b.*?\bendobj", re.DOTALL)
NUMBER = re.compile(rb"(?<=[ \[/(])-?\d+(?:\.\d+)?(?=[ \]\n\r/>)])")
NAME = re.compile(rb"/[A-Za-z]+")
NUMBERS = (b"0", b"-1", b"1", b"99999999", b"2147483648", b"-99999999999", b"1e9", b".0000001", b"")
NAMES = (b"/Page", b"/Pages", b"/Kids", b"/Font", b"/Length", b"/Encrypt", b"/Rotate", b"/Tj", b"/")
OPERATORS = (b"BT", b"ET", b"q", b"Q", b"Tj", b"Tm", b"Td", b"Tf", b"cm", b"Do", b"TJ", b"'", b'"')


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return a PDF with some objects changed; its table of places is left as it was."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = _change(data, chance)
    return data


def _change(data: bytes, chance: random.Random) -> bytes:
    way = chance.randrange(6)
    if way == 0:
        return octets.mutate(data, chance)
    if way == 1:
        return _replaced(NUMBER, data, chance, chance.choice(NUMBERS))
    if way == 2:
        return _replaced(NAME, data, chance, chance.choice(NAMES))
    if way == 3:
        found = _any(OBJECT, data, chance)
        many = chance.choice((0, 2, 300))
        return data if found is None else _swapped(data, found, found.group() * many)
    found = _any(STREAM, data, chance)
    if found is None:
        return data
    try:
        content = zlib.decompress(found.group(1))
    except zlib.error:
        return octets.mutate(data, chance)
    packed = zlib.compress(_content(content, chance), 1)
    return _swapped(data, found, b"stream\n" + packed + b"\nendstream")


def _content(content: bytes, chance: random.Random) -> bytes:
    """Change what a page draws."""
    way = chance.randrange(4)
    at = chance.randrange(len(content) + 1)
    if way == 0:
        return octets.mutate(content, chance)
    if way == 1:
        return _replaced(NUMBER, content, chance, chance.choice(NUMBERS))
    if way == 2:
        many = chance.choice((1, 20, 3_000))
        return content[:at] + b" " + (chance.choice(OPERATORS) + b" ") * many + content[at:]
    return content[:at] + content[at : at + 300] * chance.choice((2, 30)) + content[at:]


def _replaced(pattern: re.Pattern[bytes], data: bytes, chance: random.Random, new: bytes) -> bytes:
    found = _any(pattern, data, chance)
    return data if found is None else _swapped(data, found, new)


def _any(pattern: re.Pattern[bytes], data: bytes, chance: random.Random) -> re.Match[bytes] | None:
    return pattern.search(data, chance.randrange(len(data) + 1)) or pattern.search(data)


def _swapped(data: bytes, found: re.Match[bytes], new: bytes) -> bytes:
    return data[: found.start()] + new + data[found.end() :]
