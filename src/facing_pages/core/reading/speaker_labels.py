"""The labels before what is said in transcripts and chats: who speaks, and when.

    [10:02] Mara: are we on?       time and name
    Mara (10:02): Are we on?       name and time
    ANNA KRAL: So we started.      a name that comes again
    HAMLET. To be, or not to be    a name in capitals
    Q. Where were you?             a letter that comes again

A label may stand on a line of its own, above what is said. Whether a text has labels is decided for
all of it: "Serves: 4" looks like one, but names of speakers come again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

import regex

from facing_pages.core.model import RepairKind, Span
from facing_pages.core.reading.raw_units import Unit
from facing_pages.core.reading.replacements import Replacement

# Lines with a label that make a transcript, and their share of all lines, of which a turn may have
# many. By judgement.
MIN_LABELS: Final = 2
MIN_LABELLED_SHARE: Final = 0.05
# Share of all lines that begin with a time where times without names are labels: every other line
# of a transcript, few of a schedule. By judgement.
MIN_BARE_SHARE: Final = 0.25
# How often a name comes, on the average, where names without times are labels: three turns of two
# speakers. By judgement.
MIN_TURNS_OF_NAME: Final = 1.5
# Letters that are labels: those of questions and answers.
MAX_LETTER_LABELS: Final = 2
# Share of the labels that stand alone, with nothing said below them, from which on they are a list.
# By judgement.
MAX_SILENT_SHARE: Final = 0.5
# Characters of a line that are looked at. By judgement: a name, a date and a time.
MAX_LABEL_LENGTH: Final = 80

_CLOCK_TIME: Final = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\b\.?)?"
_DAY: Final = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_WHEN: Final = rf"(?:{_DAY},?\s)?{_CLOCK_TIME}(?:\s?[-–]\s?{_CLOCK_TIME})?"
_BRACKETED: Final = rf"(?:\[{_WHEN}\]|\({_WHEN}\))"
_ANY_NAME: Final = r"[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.'’&# -]{0,38}?"
# A word of a name has a capital, a number, or letters of a script without capitals.
_NAME_WORD: Final = r"(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}][\p{L}\p{M}\p{N}.'’-]*+|\p{Ll}{1,3}(?=\s))"
_NAME: Final = (
    rf"(?:[\p{{Lu}}\p{{Lt}}\p{{Lo}}][\p{{L}}\p{{M}}\p{{N}}.'’-]*+(?:\s{_NAME_WORD}){{0,3}})"
)
_LABEL_COLON: Final = r"\s?(?::(?!\S)|：)"
_TIMED: Final = regex.compile(
    rf"""
    {_BRACKETED} \s? {_ANY_NAME} {_LABEL_COLON}                       # [10:02] mara:
  | {_WHEN} (?:\s[-–—])? \s {_NAME} {_LABEL_COLON}                    # 10:02 Mara:
  | {_BRACKETED} \s? < [^<>\n]{{1,40}} >                              # [10:02] <mara>
  | {_ANY_NAME} \s? {_BRACKETED} {_LABEL_COLON}                       # Mara (10:02):
  | {_ANY_NAME} \s? {_BRACKETED} \s*$                                 # Speaker 1 (00:14)
  | (?: {_BRACKETED} | {_WHEN} ) \s {_NAME} \s*$                      # 10:02 Mara
  | {_NAME} \s {_WHEN} \s*$                                           # Mara 10:02
  | \[ {_WHEN} \] (?!\S)                                              # [10:02]
  | {_WHEN} \s*$                                                      # 10:02
    """,
    regex.VERBOSE,
)
_BARE: Final = regex.compile(rf"{_BRACKETED}|{_WHEN}")
_NAMED: Final = regex.compile(
    rf"""
    {_NAME} (?:\s?\([^()\n]{{1,20}}\))? {_LABEL_COLON}                # ANNA (V.O.):
  | \p{{Lu}} \. (?=\s)                                              # Q.
  | \p{{Lu}}{{2,}} (?:[ '’-] \p{{Lu}}{{2,}}){{0,3}} \. (?=\s .* \p{{Ll}})  # HAMLET. To be
    """,
    regex.VERBOSE,
)


class _Label(NamedTuple):
    """A label that a line may begin with: its length, its name, and whether it tells the time."""

    length: int
    name: str
    is_timed: bool

    @property
    def is_bare(self) -> bool:
        """Tell whether the label is a time without a name."""
        return _BARE.fullmatch(self.name) is not None


def label_lengths(lines: Sequence[str]) -> list[int]:
    """Return the number of characters of the label each line begins with, 0 for no label.

    All are 0 unless the lines are those of a transcript. Lines must not begin with white space.
    """
    found = [_label(line) for line in lines]
    if not any(found):
        return [0] * len(lines)
    names = Counter(label.name for label in found if label and not label.is_timed)
    if sum(map(_is_letter, names)) > MAX_LETTER_LABELS:  # the answers of an examination
        names = Counter({name: names[name] for name in names if not _is_letter(name)})
    if len(names) < 2 or names.total() < MIN_TURNS_OF_NAME * len(names):
        names.clear()
    bare = sum(label.is_bare for label in found if label)
    are_times = bare >= MIN_BARE_SHARE * len(lines)
    kept = [
        label
        if label and (label.name in names or (label.is_timed and (are_times or not label.is_bare)))
        else None
        for label in found
    ]
    are_turns = _are_turns(lines, kept)
    return [label.length if label and are_turns else 0 for label in kept]


def labelled_units(text: str, units: Sequence[Unit]) -> tuple[list[Unit], list[Replacement]]:
    """Return the units of a text with their labels, and the edits that join lines to them.

    Labels that units have already are kept. A label on a line of its own is joined with what is
    said below it:

        Speaker 1 (00:14)
        So we started.         ->     Speaker 1 (00:14) So we started.
    """
    lengths = label_lengths([_first_line(text, unit.span) for unit in units])
    if not any(lengths) and not any(unit.label for unit in units):
        return list(units), []
    result: list[Unit] = []
    joins: list[Replacement] = []
    waiting: Unit | None = None
    for unit, found in zip(units, lengths, strict=True):
        length = unit.label or found
        is_alone = 0 < length == unit.span.length
        if waiting is not None and not length:
            at = Span(waiting.span.end, unit.span.start)
            joins.append(Replacement(at, " ", RepairKind.LABEL_LINE))
            result[-1] = waiting._replace(span=Span(waiting.span.start, unit.span.end))
        elif length and not is_alone:
            result.append(Unit(unit.span, label=length))
        else:
            result.append(unit)
        waiting = Unit(unit.span, label=length) if is_alone else None
    return result, joins


def _first_line(text: str, span: Span) -> str:
    end = text.find("\n", span.start, span.end)
    return text[span.start : span.end if end < 0 else end]


def _label(line: str) -> _Label | None:
    if not (":" in line or "：" in line or line[1:2] == "." or line[:2].isupper()):
        return None  # as most lines
    for pattern in (_TIMED, _NAMED):
        if match := pattern.match(line[:MAX_LABEL_LENGTH]):
            label = match.group().rstrip()
            return _Label(len(label), label, pattern is _TIMED)
    return None


def _is_letter(name: str) -> bool:
    """Tell whether a label is a letter with a point, as of questions and answers."""
    return len(name) == 2 and name[1] == "."


def _are_turns(lines: Sequence[str], labels: Sequence[_Label | None]) -> bool:
    """Tell whether labels come often enough, and something is said behind them."""
    count = len(labels) - labels.count(None)
    if count < max(MIN_LABELS, MIN_LABELLED_SHARE * len(lines)):
        return False
    lengths = [label.length if label else 0 for label in labels]
    alone = [0 < length == len(line) for length, line in zip(lengths, lines, strict=True)]
    followed = [*map(bool, lengths[1:]), True]
    silent = sum(is_alone and goes_on for is_alone, goes_on in zip(alone, followed, strict=True))
    return silent < MAX_SILENT_SHARE * count
