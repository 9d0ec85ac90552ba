"""Damage to MIME messages: headers, boundaries, encodings, and the page inside."""

from __future__ import annotations

import random
import re

from . import markup, octets

HEADER = re.compile(rb"(?m)^([A-Za-z-]+):[ \t]*(.*(?:\r?\n[ \t].*)*)")
BOUNDARY = re.compile(rb"(?m)^--\S+")
CODINGS = (b"base64", b"quoted-printable", b"7bit", b"8bit", b"x-uuencode", b"binary", b"x", b"")
TYPES = (b"text/html", b"multipart/related", b"multipart/mixed", b"message/rfc822", b"text", b"/")


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return a message with some of its parts changed."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = _change(data, chance)
    return data


def _change(data: bytes, chance: random.Random) -> bytes:
    way = chance.randrange(8)
    at = chance.randrange(len(data) + 1)
    if way == 0:
        return octets.mutate(data, chance)
    if way == 1:
        return markup.mutate(data, chance)
    if way in (2, 3):
        found = BOUNDARY.search(data, at) or BOUNDARY.search(data)
        new = chance.choice((b"", b"--", b"--x", b"--x--"))
        if found is None:
            return data
        if way == 2:
            return data[: found.start()] + new + data[found.end() :]
        nested = b'\r\nContent-Type: multipart/mixed; boundary="n%d"\r\n\r\n--n%d'
        many = chance.choice((1, 5, 150, 1_500))
        parts = b"".join(nested % (number, number) for number in range(many))
        return data[: found.end()] + parts + data[found.end() :]
    found = HEADER.search(data, at) or HEADER.search(data)
    if found is None:
        return data
    return data[: found.start()] + _header(found, chance) + data[found.end() :]


def _header(found: re.Match[bytes], chance: random.Random) -> bytes:
    """Return another header in the place of one."""
    word = octets.as_bytes(octets.word(chance))
    return chance.choice(
        (
            b"",
            found.group() + b"\r\n" + found.group(),
            found.group(1) + b": " + word,
            b"Content-Type: " + chance.choice(TYPES) + b"; charset=" + word,
            b'Content-Type: text/html; charset="' + word + b'"',
            b"Content-Type: text/html; charset*=" + word + b"''" + word,
            b"Content-Type: text/html; " + b"a*0=x; " * 300,
            b"Content-Type: text/html" + b'; ";' * 2_000,
            b"Content-Type: =?utf-8?b?" + word + b"?=",
            b"Content-Transfer-Encoding: " + chance.choice(CODINGS),
        )
    )
