"""From the lines of a cue to what is shown: words without tags, their emphasis, and who speaks.

<v Mary>I <i>told</i> you          Mary: I told you          "told" is italic
{\\an8}the boat                    the boat
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from facing_pages.core.model import EmphasisKind, Span
from facing_pages.core.reading.formats.cue_lines import Cue

_CUE_TAG: Final = re.compile(
    r"</?(?P<name>i|b|u|s|c|v|lang|ruby|rt|font|span)\b(?P<more>[^<>\n]{0,200})>"
    r"|<\d{1,4}:\d{2}[^<>\n]{0,12}>|\{\\(?P<code>[^{}\n]{0,200})\}",
    re.IGNORECASE,
)
_VOICE: Final = re.compile(r"(?:\.\S*)?\s+(\S.*)")
_TAG_KINDS: Final = {"i": EmphasisKind.ITALIC, "b": EmphasisKind.BOLD}


class Piece(NamedTuple):
    """Words without a tag between them, and how they are emphasised."""

    span: Span
    kinds: frozenset[EmphasisKind]


class ShownLine(NamedTuple):
    """A line that is shown: its pieces, its words, its cue, and who says it in a voice tag."""

    pieces: tuple[Piece, ...]
    words: str
    cue: int
    voice: str


def shown_lines(text: str, number: int, cue: Cue) -> Iterator[ShownLine]:
    """Yield the lines of a cue without its tags, divided where a voice tag begins."""
    open_kinds: set[EmphasisKind] = set()
    voice = ""
    for span in cue.lines:
        words = span.of(text)
        if not voice and "<" not in words and "{" not in words:
            yield ShownLine((Piece(span, frozenset(open_kinds)),), words, number, "")
            continue
        pieces: list[Piece] = []
        start = span.start
        for tag in _CUE_TAG.finditer(text, *span):
            pieces.append(Piece(Span(start, tag.start()), frozenset(open_kinds)))
            start = tag.end()
            _set_kinds(tag, open_kinds)
            if named := _voice(tag):
                yield from _line(text, pieces, number, voice)
                pieces, voice = [], named
        pieces.append(Piece(Span(start, span.end), frozenset(open_kinds)))
        for line in _line(text, pieces, number, voice):
            yield line
            voice = ""


def _line(text: str, pieces: Sequence[Piece], cue: int, voice: str) -> Iterator[ShownLine]:
    """Yield a line without white space at its ends, or none if it has no words."""
    words = "".join(piece.span.of(text) for piece in pieces)
    lead, trail = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    if lead == len(words):
        return
    kept: list[Piece] = []
    place, end = 0, len(words) - trail
    for span, kinds in pieces:
        first, last = max(0, lead - place), min(span.length, end - place)
        if first < last:
            kept.append(Piece(Span(span.start + first, span.start + last), kinds))
        place += span.length
    yield ShownLine(tuple(kept), words.strip(), cue, voice)


def _set_kinds(tag: re.Match[str], kinds: set[EmphasisKind]) -> None:
    """Note what a tag opens or closes: <i>, </b>, {\\i1}, {\\b0}."""
    code = tag["code"] or ""
    name = (tag["name"] or code[:1]).lower()
    if name not in _TAG_KINDS or (code and code[1:] not in ("0", "1")):
        return
    if tag.group().startswith("</") or code.endswith("0"):
        kinds.discard(_TAG_KINDS[name])
    else:
        kinds.add(_TAG_KINDS[name])


def _voice(tag: re.Match[str]) -> str:
    """Return who speaks from a voice tag on, "" for another tag."""
    if tag.group()[:2].lower() != "<v" or (tag["name"] or "").lower() != "v":
        return ""
    named = _VOICE.fullmatch(tag["more"])
    return " ".join(named[1].split()) if named else ""
