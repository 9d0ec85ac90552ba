"""Damage to bytes, whatever they mean."""

from __future__ import annotations

import random

NAMES = (
    "utf-8 utf-16 latin1 ascii undefined idna punycode rot13 zip hex utf-7 unicode_escape mbcs "
    "x-mac-foo shift_jis iso-2022-jp cp037 utf-32 big5 replacement"
).split()
NUMBERS = (
    "0 -1 1 9 255 65535 65536 2147483647 2147483648 -2147483648 4294967296 9999999999 1e9 1e999 "
    "-1e999 nan NaN inf 0.0000001 0x7fffffff ² ٣ 1_000 +5 --5"
).split()
WORDS = (*NAMES, *NUMBERS, "", " ", "a\0b", "\ud800", "\ufeff", "\u202e", "é", "𝕏", "x" * 5_000)


def word(chance: random.Random) -> str:
    """Return a name, a number or a text that programs stumble over."""
    if chance.random() < 0.05:
        return "9" * chance.choice((10, 19, 400, 5_000))
    return chance.choice(WORDS)


def as_bytes(text: str) -> bytes:
    """Return a text in UTF-8, halves of characters included."""
    return text.encode("utf-8", errors="surrogatepass")


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with some of them changed, left out, doubled, moved, or the end missing."""
    parts = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        if not parts:
            return b""
        at = chance.randrange(len(parts))
        size = min(chance.choice((1, 2, 8, 64, 512)), len(parts) - at)
        way = chance.randrange(7)
        if way == 0:
            parts[at : at + size] = chance.randbytes(size)
        elif way == 1:
            del parts[at : at + size]
        elif way == 2:
            parts[at:at] = parts[at : at + size] * chance.choice((1, 1, 3, 50))
        elif way == 3:
            parts[at] ^= 1 << chance.randrange(8)
        elif way == 4:
            parts[at:at] = as_bytes(word(chance))
        elif way == 5:
            to = chance.randrange(len(parts))
            parts[to:to] = parts[at : at + size]
        elif chance.random() < 0.2:
            del parts[at:]
    return bytes(parts)
