"""From subtitles to running text: a sentence that goes on in the next cue is one sentence.

    1                                  I told you the boat leaves at nine, not at ten.
    00:00:01,000 --> 00:00:03,500
    I told you the boat                Then we had better run.
    leaves at nine,

    2
    00:00:03,600 --> 00:00:05,000
    not at ten.

    3 …

Counters, times and tags are left out on record, as repairs are, so that the file's own text can be
restored. The name in a voice tag becomes a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from facing_pages.core.languages.punctuation import ends_sentence
from facing_pages.core.model import Emphasis, RepairKind, Span
from facing_pages.core.reading.formats.cue_lines import Cue, read_cues
from facing_pages.core.reading.formats.cue_tags import Piece, ShownLine, shown_lines
from facing_pages.core.reading.hyphens import needs_space
from facing_pages.core.reading.raw_units import Unit
from facing_pages.core.reading.replacements import Replacement
from facing_pages.core.reading.rich_text import RichText
from facing_pages.core.reading.speaker_labels import label_lengths

# Cues that one sentence may go on in. By judgement: a sentence of a minute.
MAX_CUES_OF_SENTENCE: Final = 16
# Share of the cues that end a sentence under which the text has no punctuation. By judgement; where
# there is punctuation, half of them do.
MIN_ENDED_CUE_SHARE: Final = 0.1
# Share of the cues of a text without punctuation that begin with a small letter where a machine
# wrote down what it heard. By judgement: those have hardly a capital. Elsewhere each cue is an
# utterance, as in Chinese films.
MIN_SMALL_SHARE: Final = 0.5
# Cues that words without punctuation may go on in, until there is a pause. By judgement: some
# minutes, for where these are cut nothing of the other text is cut at the same place.
MAX_CUES_RUN_ON: Final = 150
# Seconds without words behind which a capital letter begins a sentence, and anything does where
# there is no punctuation. By judgement.
MAX_PAUSE_SECONDS: Final = 2.0
# Share of the cues that begin with the last line of the cue before them in captions that roll up.
# By judgement: in those it is nearly all, in others a refrain.
MIN_ROLLING_SHARE: Final = 0.3
# Seconds between a cue and the one that repeats its line. By judgement: they follow at once, and
# times are rounded.
MAX_ROLLING_SECONDS: Final = 0.1

# What begins a sound, a song, and the words of another speaker.
_ANEW: Final = re.compile(r">>|[\[(♪♫#]")
_DASH_BEFORE: Final = re.compile(r"[-–—‐]\s?([^\W\d_])")
_SOUND: Final = re.compile(r"[\[(♪♫#].*[\])♪♫#]")
_BROKEN_OFF: Final = re.compile(r"(?:…|\.\.|[-–—])[\"”»']?$")
_ELLIPSIS: Final = ("…", "..")
_COMMAS: Final = (",", "،", "，", "、")
_BETWEEN_PARAGRAPHS: Final = "\n\n"


def read_subtitles(text: str) -> RichText:
    """Return the running text of a subtitle file. Time is linear in its length."""
    cues = read_cues(text)
    lines = [line for number, cue in enumerate(cues) for line in shown_lines(text, number, cue)]
    writer = _Writer(text)
    for paragraph in _paragraphs(_without_rolled(lines, cues), cues):
        writer.add(paragraph)
    return writer.finished()


def _without_rolled(lines: list[ShownLine], cues: Sequence[Cue]) -> list[ShownLine]:
    """Return the lines, without those that a cue repeats of the cue right before it.

    In captions that roll up each line is shown twice, at the bottom and then above the next one.
    """
    rolled = [
        after.cue != before.cue
        and after.words == before.words
        and cues[after.cue].start - cues[before.cue].end <= MAX_ROLLING_SECONDS
        for before, after in pairwise(lines)
    ]
    if sum(rolled) < max(2, MIN_ROLLING_SHARE * len({line.cue for line in lines})):
        return lines
    return [line for line, is_rolled in zip(lines, [False, *rolled], strict=True) if not is_rolled]


def _paragraphs(lines: Sequence[ShownLine], cues: Sequence[Cue]) -> Iterator[list[ShownLine]]:
    """Yield the lines of each paragraph: a cue, or all cues that its sentence goes on in."""
    turns = label_lengths([line.words for line in lines])
    running = _running(lines)
    paragraph: list[ShownLine] = []
    for line, turn in zip(lines, turns, strict=True):
        if paragraph:
            before = paragraph[-1]
            is_long = line.cue - paragraph[0].cue >= running.max_cues
            goes_on = before.cue == line.cue or running.goes_on(before, line, cues)
            if turn or is_long or not goes_on or _begins_anew(before, line):
                yield paragraph
                paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


class _Running(NamedTuple):
    """How sentences go on from cue to cue: in how many, and whether they have ends."""

    max_cues: int
    has_ends: bool

    def goes_on(self, before: ShownLine, line: ShownLine, cues: Sequence[Cue]) -> bool:
        """Tell whether a sentence goes on in the next cue."""
        if not cues[before.cue].end:
            return False  # something in front of the first cue
        pause = _pause(before, line, cues)
        if not self.has_ends:
            return pause <= MAX_PAUSE_SECONDS
        is_small = line.words[0].islower() or line.words.startswith(_ELLIPSIS)
        if _BROKEN_OFF.search(before.words):
            return is_small
        if ends_sentence(before.words, or_clause=False):
            return False
        if is_small or not line.words[0].isupper() or before.words.endswith(_COMMAS):
            return True
        return pause <= MAX_PAUSE_SECONDS


def _pause(before: ShownLine, line: ShownLine, cues: Sequence[Cue]) -> float:
    """Return the seconds before the cue of a line, to the millisecond that files have.

    Cues between the two lines are shown as well, if only to repeat what was shown before.
    """
    last = max(k for k in range(before.cue, line.cue) if k == before.cue or cues[k].lines)
    return round(cues[line.cue].start - cues[last].end, 3)


def _running(lines: Sequence[ShownLine]) -> _Running:
    """Return how sentences go on in a text, by how its cues begin and end."""
    first = {line.cue: line.words for line in reversed(lines)}
    last = {line.cue: line.words for line in lines}
    ended = sum(ends_sentence(words, or_clause=False) for words in last.values())
    if ended >= MIN_ENDED_CUE_SHARE * len(last):
        return _Running(MAX_CUES_OF_SENTENCE, has_ends=True)
    small = sum(words[0].islower() for words in first.values())
    runs_on = small >= MIN_SMALL_SHARE * len(first)
    return _Running(MAX_CUES_RUN_ON if runs_on else 1, has_ends=False)


def _begins_anew(before: ShownLine, line: ShownLine) -> bool:
    """Tell whether a line does not go on with the line before it, whatever its cue.

    A dash begins the words of another speaker, but not in the middle of a sentence: "one stayed for
    years / — but the lamp was trimmed".
    """
    if line.voice or _ANEW.match(line.words) or _SOUND.fullmatch(before.words):
        return True
    dash = _DASH_BEFORE.match(line.words)
    if dash is None:
        return False
    is_open = not ends_sentence(before.words) and not _DASH_BEFORE.match(before.words)
    return not (is_open and dash[1].islower())


class _Writer:
    """Writes the text of subtitles, and records what of the file it leaves out."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._done = 0
        self._cue = -1
        self._parts: list[str] = []
        self._length = 0
        self._edits: list[Replacement] = []
        self._units: list[Unit] = []
        self._emphasis: list[Emphasis] = []

    def add(self, lines: Sequence[ShownLine]) -> None:
        """Add a paragraph."""
        gap = _BETWEEN_PARAGRAPHS if self._units else ""
        label = f"{lines[0].voice}:" if lines[0].voice else ""
        start = self._length + len(gap)
        self._add_line(lines[0], f"{gap}{label} " if label else gap)
        for before, line in pairwise(lines):
            self._add_line(line, " " if needs_space(before.words[-1], line.words[0]) else "")
        self._units.append(Unit(Span(start, self._length), label=len(label)))

    def finished(self) -> RichText:
        """Return the whole text."""
        rest = self._text[self._done :]
        if rest.strip():
            at = Span(self._done, len(self._text))
            self._edits.append(Replacement(at, "", RepairKind.CUE_TAG))
            rest = ""
        text = "".join([*self._parts, rest])
        return RichText(text, tuple(self._units), tuple(self._emphasis), edits=tuple(self._edits))

    def _add_line(self, line: ShownLine, gap: str) -> None:
        """Add a line; `gap` takes the place of all that stands before it in the file."""
        why = RepairKind.HARD_WRAP if line.cue == self._cue else RepairKind.CUE_TIME
        self._cue = line.cue
        for piece in line.pieces:
            self._add(piece, gap, why)
            gap, why = "", RepairKind.CUE_TAG

    def _add(self, piece: Piece, gap: str, why: RepairKind) -> None:
        at = Span(self._done, piece.span.start)
        if at.of(self._text) != gap:
            self._edits.append(Replacement(at, gap, why))
        words = piece.span.of(self._text)
        start = self._length + len(gap)
        self._parts += (gap, words)
        self._length = start + len(words)
        self._done = piece.span.end
        self._emphasis += [Emphasis(Span(start, self._length), kind) for kind in piece.kinds]
