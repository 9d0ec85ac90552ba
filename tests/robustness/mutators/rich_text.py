"""Damage to Rich Text: control words, their numbers, and groups."""

from __future__ import annotations

import random
import re

from . import octets

CONTROL = re.compile(rb"\\([a-z]+)(-?\d*) ?")
CONTROLS = (
    "u uc bin f s ls ilvl outlinelevel ansicpg footnote fonttbl stylesheet pard plain par cell "
    "v deleted mac fcharset listtext shptxt object pict upr ud"
).split()
SIGNS = (b"{", b"}", b"\\", b"\\*", b"\\'", b"\\'ff", b"\\'zz", b"\\u-10179 ?\\u-9000 ?", b"\0")


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return Rich Text with some control words and groups changed."""
    for _ in range(chance.choice((1, 2, 4, 8))):
        data = _change(data, chance)
    return data


def _change(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    way = chance.randrange(6)
    if way == 0:
        return octets.mutate(data, chance)
    if way == 1:
        return data[:at] + chance.choice(SIGNS) * chance.choice((1, 1, 5, 600)) + data[at:]
    if way == 2:
        many = chance.choice((1, 1, 3, 2_000))
        return data[:at] + _control(chance) * many + data[at:]
    if way == 3:
        group = b"{" + _control(chance) + data[at : at + 80] + b"}"
        return data[:at] + group * chance.choice((1, 50)) + data[at:]
    found = CONTROL.search(data, at) or CONTROL.search(data)
    if found is None:
        return data
    new = b"\\" + found.group(1) + chance.choice(octets.NUMBERS).encode() + b" "
    if way == 4:
        new = b"\\" + chance.choice(CONTROLS).encode() + found.group(2) + b" "
    return data[: found.start()] + new + data[found.end() :]


def _control(chance: random.Random) -> bytes:
    number = chance.choice(("", "0", "1", "-1", "99999999", "65001", "9999999999", "128"))
    return f"\\{chance.choice(CONTROLS)}{number} ".encode()
