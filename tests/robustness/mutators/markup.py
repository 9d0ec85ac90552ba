"""Damage to XML and HTML: elements, attributes, nesting, declarations and encodings."""

from __future__ import annotations

import random
import re

from . import octets

# Bytes that a pattern is looked for in: a search takes the square of them where no tag ends.
MAX_SEARCHED = 20_000
TAG = re.compile(rb"<[^<>]{1,2000}>")
ATTRIBUTE = re.compile(rb"([\w:.-]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
UNFINISHED = (
    b"<a ",
    b"a<",
    b"<!--",
    b"</",
    b"<?",
    b"<![CDATA[",
    b"<![foo[",
    b"<!DOCTYPE x [",
    b"<!",
    b"&",
    b"&#",
    b"&#x110000;",
    b"&#0;",
    b"&foo;",
    b"<script>",
    b"<textarea>",
    b"<plaintext>",
    b"<svg>",
    b"]]>",
    b'"',
    b"'",
    b">",
)
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/x">]>'
CODECS = "utf-16 utf-16-le utf-16-be utf-8-sig cp1252 utf-32".split()


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return markup with some of what it is built of changed."""
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        data = _change(data, chance)
    return data


def _change(data: bytes, chance: random.Random) -> bytes:
    ways = (_tag, _attribute, _nest, _insert, _declare, _recode, _move, octets.mutate)
    return chance.choice(ways)(data, chance)


def _tag(data: bytes, chance: random.Random) -> bytes:
    """Double, remove, rename, end or cut one tag."""
    found = _any(TAG, data, chance)
    if found is None:
        return data
    tag = found.group()
    name = tag.strip(b"</ >").split()[0:1]
    new = chance.choice(
        (
            b"",
            tag * chance.choice((2, 3, 500)),
            tag[:-1],
            tag[:-1] + b"/>",
            b"</" + b"".join(name) + b">",
            tag.replace(b"w:", b"x:").replace(b"text:", b"t:"),
            tag.replace(b"=", b" "),
            tag.swapcase(),
            tag + DOCTYPE,
        )
    )
    return data[: found.start()] + new + data[found.end() :]


def _attribute(data: bytes, chance: random.Random) -> bytes:
    """Give one attribute an extreme value, another name, or give it twice."""
    found = _any(ATTRIBUTE, data, chance)
    if found is None:
        return data
    value = octets.as_bytes(octets.word(chance)).replace(b'"', b"")
    new = chance.choice(
        (
            found.group(1) + b'="' + value + b'"',
            found.group() + b" " + found.group(),
            value + b"=" + found.group(2),
            found.group(1) + b'="' + value * chance.choice((1, 40)) + b'"',
            b" ".join(b'a%d="b"' % number for number in range(chance.choice((5, 3_000)))),
        )
    )
    return data[: found.start()] + new + data[found.end() :]


def _nest(data: bytes, chance: random.Random) -> bytes:
    """Repeat a beginning many times, with or without the ends."""
    found = _any(TAG, data, chance)
    if found is None:
        return data
    tag = found.group()
    name = tag.strip(b"</ >").split()
    many = chance.choice((20, 300, 700, 5_000))
    ends = b"</" + name[0] + b">" if name and chance.random() < 0.5 else b""
    return data[: found.start()] + tag * many + ends * many + data[found.start() :]


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(UNFINISHED) * chance.choice((1, 2, 100, 3_000)) + data[at:]


def _declare(data: bytes, chance: random.Random) -> bytes:
    """Let it name another encoding."""
    name = octets.as_bytes(octets.word(chance))
    if b"encoding=" in data[:200]:
        start = data.index(b"encoding=")
        return data[:start] + b'encoding="' + name + b'"?>' + data[data.find(b">", start) + 1 :]
    if b"<head>" in data and chance.random() < 0.7:
        return data.replace(b"<head>", b"<head><meta charset=" + name + b">", 1)
    return b'<?xml version="1.0" encoding="' + name + b'"?>' + data


def _recode(data: bytes, chance: random.Random) -> bytes:
    """Write it in another encoding than it names."""
    return data.decode("utf-8", errors="replace").encode(chance.choice(CODECS), errors="replace")


def _move(data: bytes, chance: random.Random) -> bytes:
    """Put one stretch between two tags somewhere else, or leave it out."""
    first, second = _any(TAG, data, chance), _any(TAG, data, chance)
    if first is None or second is None:
        return data
    start, end = sorted((first.start(), second.end()))
    part, rest = data[start:end], data[:start] + data[end:]
    at = chance.randrange(len(rest) + 1)
    return rest if chance.random() < 0.3 else rest[:at] + part + rest[at:]


def _any(pattern: re.Pattern[bytes], data: bytes, chance: random.Random) -> re.Match[bytes] | None:
    """Return one of the places a pattern is found in, near a random one."""
    at = chance.randrange(len(data) + 1)
    return pattern.search(data, at, at + MAX_SEARCHED) or pattern.search(data, 0, MAX_SEARCHED)
