"""Damage to plain text, Markdown and subtitles: encodings, line ends, marks repeated and nested."""

from __future__ import annotations

import random

from . import octets

CODECS = (
    "utf-8-sig utf-16 utf-16-le utf-16-be utf-32 cp1252 cp1251 cp932 gb18030 koi8-r cp437".split()
)
MARKS = (
    "> - * + 1. 1) # ``` ~~~ *** --- === [ ![ ]( ] ) < <!-- <a <?x <![CDATA[ | |- _ * ** ` `` \\ & "
    "--> 00:01.000 0:0:1,5 <v <i> {\\an8} WEBVTT NOTE 12\n "
    "&#x &amp; [a]: [^1] â€œ Ã© â \r \f \x0b \x1c \x85 \u2028 \u2029 \0 \u00ad \u0301 \u200d -\n"
).split(" ")


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return a text with marks inserted, repeated or nested, in another encoding, or damaged."""
    text = data.decode("utf-8", errors="replace")
    for _ in range(chance.choice((1, 2, 4))):
        text = _change(text, chance)
    if chance.random() < 0.2:
        made = text.encode(chance.choice(CODECS), errors="replace")
    else:
        made = text.encode("utf-8", errors="replace")
    return octets.mutate(made, chance) if chance.random() < 0.3 else made


def _change(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    mark = chance.choice(MARKS)
    many = chance.choice((1, 2, 10, 200, 3_000))
    way = chance.randrange(7)
    if way == 0:
        return text[:at] + mark * many + text[at:]
    if way == 1:
        return text[:at] + (mark + " ") * many + text[at:]
    if way == 2:
        nested = "".join(f"{'  ' * level}{mark} item\n" for level in range(min(many, 200)))
        return f"{text[:at]}\n\n{nested}\n{text[at:]}"
    if way == 3:
        return text.replace("\n", chance.choice(("\r", "\r\n", "", "\n\n\n", " \n", "\x85")))
    if way == 4:
        return text.replace(chance.choice("aeit ."), mark, many)
    if way == 5:
        return text[:at] + octets.word(chance).replace("\ud800", "?") * min(many, 20) + text[at:]
    return text[:at] + text[at : at + 200] * min(many, 100) + text[at:]
