"""Repair damaged characters: what ftfy repairs, then marks of which two bytes were lost.

A dash, a curly quote and an apostrophe are three bytes in UTF-8; the first one, read as
Windows-1252, is "â". Some programs drop the other two bytes, so that a bare "â" stands for the
mark. No decoder can distinguish it from the letter, but its position can:

    the lamp â it was old â    â between spaces: a dash         Itâs    â before a suffix: ’
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from facing_pages.core.model import RepairKind, Span
from facing_pages.core.reading.replacements import Replacement, apply_edits, compose

_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5});")
# Quotes, dashes and dots of undamaged text. Most lines contain only these and ASCII, and that test
# is ten times as fast as the one for suspect characters.
USUAL_MARKS: Final = "‘’“”–—…"
_UNUSUAL: Final = re.compile(rf"[^\x00-\x7f{USUAL_MARKS}]")
# Letters of Russian, and of scripts that misread bytes never look like: Hebrew to Georgian, Chinese
# to Korean.
_LETTERS: Final = r"ЁА-яё\u0590-\u10ff\u3000-\ud7af\uff01-\uff5e"
# A misread character was at least two bytes, so it is at least two characters now; after "Â" and
# "Ã" the second one may have become a space. Of an "œ" one half may be lost. ftfy takes a second
# for a million words, so it is called only for lines with such a place.
_NOT_ASCII: Final = r"[^\x00-\x7f]"
_ODD: Final = rf"[^\x00-\x7f{USUAL_MARKS}{_LETTERS}]"
_SUSPECT: Final = re.compile(
    rf"{_ODD}{_NOT_ASCII}|{_NOT_ASCII}{_ODD}|[ВГРС][{USUAL_MARKS}][ВГРС]"
    r"|[\x80-\x9fÂÃ]|[Œœ](?![A-Za-z])"
)
_VISIBLE: Final = re.compile("[!-~]")
_PRINTED: Final = re.compile("[ -~]")
# Comparing two lines takes time that grows with the square of their length. Longer lines are
# compared in parts of about this length, if they can be cut (4,000 characters: 1 ms) …
MIN_PART_LENGTH: Final = 4_000
# … and a part that is longer than this is replaced from its first difference to its last. By
# judgement.
MAX_COMPARED: Final = 20_000
_APOSTROPHE_SUFFIX: Final = re.compile(r"(?<=[A-Za-z])â(?=(?:s|t|re|ve|ll|d|m)\b)")
_BETWEEN_SPACES: Final = re.compile(r"(?<=[ \t])â(?=[ \t])")
_BETWEEN_LETTERS: Final = re.compile(r"(?<=[^\W\d_])â(?=[^\W\d_])")
_OPENING_QUOTE: Final = re.compile(r"(?:(?<=[\s(])|(?<![\s\S]))â(?=[A-Z])")
_CLOSING: Final = re.compile(r"(?<=[.,!?])â(?=[\s)]|$)", re.MULTILINE)
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]+$")
_WORD_AFTER: Final = re.compile(r"[^\W\d_]+")
_VOWEL: Final = re.compile("[aeiouyAEIOUY]")
# A text in a language that has the letter "â" has other letters with marks as well, far more often
# than this share of its letters. By judgement.
MIN_FOREIGN_SHARE: Final = 0.002
# Letters that both words around an "â" between letters must have, where none stands between spaces.
# By judgement.
MIN_SURE_WORD_LETTERS: Final = 5


def repair_characters(text: str) -> list[Replacement]:
    """Return the edits that undo damage to single characters of `text`."""
    entities = list(_entities(text))
    if text.isascii():
        return entities
    misread = compose(text, entities, _mojibake(apply_edits(text, entities)))
    return compose(text, misread, _lost_bytes(apply_edits(text, misread)))


def _entities(text: str) -> Iterator[Replacement]:
    """Find HTML character references, such as `&quot;`."""
    if "&" not in text:
        return
    for match in _ENTITY.finditer(text):
        new = unescape(match.group())
        if new != match.group() and new.isprintable():
            yield Replacement(Span(*match.span()), new, RepairKind.ENTITY)


def _mojibake(text: str) -> list[Replacement]:
    """Let ftfy repair each line that may be damaged, and return its changes as edits."""
    edits: list[Replacement] = []
    start = 0
    for line in text.split("\n"):
        if may_be_misread(line):
            edits += _mojibake_in(line, start)
        start += len(line) + 1
    return edits


def may_be_misread(line: str) -> bool:
    """Tell whether a line may contain anything that ftfy could repair."""
    return bool(_UNUSUAL.search(line) and _SUSPECT.search(line))


def _mojibake_in(line: str, start: int) -> list[Replacement]:
    import ftfy
    from ftfy.fixes import fix_c1_controls

    fixed = fix_c1_controls(ftfy.fix_encoding(line))
    if fixed == line or "\n" in fixed:
        return []
    edits: list[Replacement] = []
    for old, new in _parts(line, fixed):
        for at, text in _differences(line[old.start : old.end], fixed[new.start : new.end]):
            edit = Replacement(at.shifted(start + old.start), text, RepairKind.MOJIBAKE)
            if edits and edits[-1].at.end == edit.at.start:
                last = edits.pop()
                edit = Replacement(Span(last.at.start, edit.at.end), last.new + text, edit.why)
            edits.append(edit)
    return edits


def _differences(old: str, new: str) -> Iterator[tuple[Span, str]]:
    """Yield the spans of the old part that differ, each with its new text."""
    from rapidfuzz.distance import Levenshtein, Postfix, Prefix

    if max(len(old), len(new)) > MAX_COMPARED:
        before = Prefix.similarity(old, new)
        after = Postfix.similarity(old[before:], new[before:])
        yield Span(before, len(old) - after), new[before : len(new) - after]
        return
    for code in Levenshtein.opcodes(old, new):
        if code.tag != "equal":
            yield Span(code.src_start, code.src_end), new[code.dest_start : code.dest_end]


def _parts(line: str, fixed: str) -> Iterator[tuple[Span, Span]]:
    """Cut a line and its repaired form at corresponding positions into parts of limited length.

    ftfy changes no visible ASCII character, so the n-th of them in the line corresponds to the n-th
    in the repaired form. The same holds for spaces if both have as many. A part ends between two
    such characters in a row if possible, else before one.
    """
    if max(len(line), len(fixed)) <= MIN_PART_LENGTH:
        yield Span(0, len(line)), Span(0, len(fixed))
        return
    kept = _PRINTED if line.count(" ") == fixed.count(" ") else _VISIBLE
    i = j = 0
    last = (-1, -1)
    for one, other in zip(kept.finditer(line), kept.finditer(fixed), strict=False):
        here = (one.start(), other.start())
        if line[here[0]] != fixed[here[1]]:
            break  # unexpected: ftfy changed an ASCII character; the rest is one part
        min_length = MIN_PART_LENGTH if here == (last[0] + 1, last[1] + 1) else 2 * MIN_PART_LENGTH
        if max(here[0] - i, here[1] - j) >= min_length:
            yield Span(i, here[0]), Span(j, here[1])
            i, j = here
        last = here
    yield Span(i, len(line)), Span(j, len(fixed))


def _lost_bytes(text: str) -> list[Replacement]:
    """Find each bare "â" that cannot be a letter, and replace it with the mark it stands for."""
    if "â" not in text or _has_letter_a_circumflex(text):
        return []
    found: dict[int, tuple[str, RepairKind]] = {}
    alone = [match.start() for match in _BETWEEN_SPACES.finditer(text)]
    found.update(dict.fromkeys(alone, ("—", RepairKind.LOST_DASH)))
    for match in _APOSTROPHE_SUFFIX.finditer(text):
        found[match.start()] = ("’", RepairKind.LOST_QUOTE)
    for match in _BETWEEN_LETTERS.finditer(text):
        if match.start() not in found and _joins_two_words(text, match.start(), bool(alone)):
            found[match.start()] = ("—", RepairKind.LOST_DASH)
    if found:
        for pattern, mark in ((_OPENING_QUOTE, "“"), (_CLOSING, "”")):
            for match in pattern.finditer(text):
                found.setdefault(match.start(), (mark, RepairKind.LOST_QUOTE))
    return [Replacement(Span(at, at + 1), *found[at]) for at in sorted(found)]


def _has_letter_a_circumflex(text: str) -> bool:
    """Tell whether the text has accented letters, so that "â" may be one of them."""
    letters = sum(character.isalpha() for character in text)
    marked = sum(
        character.isalpha() and character != "â" for character in text if character > "\x7f"
    )
    return marked > max(3, MIN_FOREIGN_SHARE * letters)


def _joins_two_words(text: str, at: int, has_damage_elsewhere: bool) -> bool:
    before = _WORD_BEFORE.search(text[max(0, at - 40) : at])
    after = _WORD_AFTER.match(text[at + 1 : at + 41])
    if before is None or after is None:
        return False
    words = (before.group(), after.group())
    shortest = 2 if has_damage_elsewhere else MIN_SURE_WORD_LETTERS
    return all(len(word) >= shortest and _VOWEL.search(word) for word in words)
