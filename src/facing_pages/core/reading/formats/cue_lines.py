"""From the lines of a subtitle file (SubRip, WebVTT) to its cues: what is shown, and when.

    1                                  a counter, or in WebVTT any name of the cue
    00:00:01,000 --> 00:00:03,500      the time, perhaps with a place on the screen
    I told you the boat                lines that are shown
    leaves at nine,

Damaged files are read as well: times with a point or a comma, without hours, with stray spaces; no
counters, no blank lines, something in front of the first cue. A line that is nothing of the above
is shown, so that no word is lost.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from facing_pages.core.model import Span

# Lines in front of the first time in a file that is not named as subtitles. By judgement: a
# counter, and a title.
MAX_LINES_BEFORE: Final = 3
# Share of the lines of such a file that are times. By judgement: a cue has a counter and text.
MIN_TIMED_SHARE: Final = 0.1

_STAMP: Final = r"(?:\d{1,4}\s?:\s?)?\d{1,2}\s?:\s?\d{1,2}(?:\s?[.,]\s?\d{1,4})?"
_TIME_LINE: Final = re.compile(rf"\s*({_STAMP})\s*-{{1,2}}\s?>\s*({_STAMP})(?!\d)(.*)")
_ARROW: Final = re.compile(r"-\s?>")
_SETTINGS: Final = re.compile(r"(?:\s+[A-Za-z][A-Za-z0-9]*:\S*)*\s*")
_COUNTER: Final = re.compile(r"\s*\d{1,9}\s*")
_HEADER: Final = re.compile(r"\ufeff?\s*WEBVTT(?!\S)")
# Parts of a WebVTT file that are not shown, up to the next blank line.
_HIDDEN_BLOCK: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?!\S)")


class Cue(NamedTuple):
    """The lines of a cue that are shown, and its first and last second.

    Lines in front of the first time are a cue without a time: it ends at second 0.
    """

    lines: tuple[Span, ...]
    start: float
    end: float


def has_cues(text: str, *, is_named: bool = False) -> bool:
    """Tell whether a text has the form of subtitles; where it is named so, one time is enough."""
    if not _ARROW.search(text):
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    timed = [number for number, line in enumerate(lines) if _TIME_LINE.fullmatch(line)]
    if is_named or not timed:
        return bool(timed)
    if len(timed) < MIN_TIMED_SHARE * len(lines):
        return False
    return timed[0] < MAX_LINES_BEFORE or _HEADER.match(lines[0]) is not None


def read_cues(text: str) -> list[Cue]:
    """Return the cues of a subtitle file, in the order of the file; some may show nothing."""
    return _CueReader(text).cues()


class _CueReader:
    """Goes through the lines of a file and tells what each of them is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._times = [_TIME_LINE.fullmatch(line) for line in self._lines]
        self._is_web = _HEADER.match(text) is not None
        self._is_hidden = self._is_web
        self._cues: list[Cue] = []
        self._shown: list[Span] = []
        self._timing = (0.0, 0.0)
        # How many times there have been.
        self._timed = 0

    def cues(self) -> list[Cue]:
        """Return all cues."""
        start = 0
        for number, line in enumerate(self._lines):
            time = self._times[number]
            if time is not None:
                self._end_cue()
                self._timed += 1
                self._timing = (_seconds(time[1]), _seconds(time[2]))
                self._is_hidden = False
                behind = _SETTINGS.match(line, time.start(3)) or time
                self._show(start + behind.end(), start + len(line))
            elif not line.strip():
                self._is_hidden = False
            elif not self._is_hidden and not self._is_head(number):
                self._is_hidden = self._begins_hidden(number)
                if not self._is_hidden:
                    self._show(start, start + len(line))
            start += len(line) + 1
        self._end_cue()
        return self._cues

    def _end_cue(self) -> None:
        if self._shown or self._timed:
            self._cues.append(Cue(tuple(self._shown), *self._timing))
        self._shown = []

    def _show(self, start: int, end: int) -> None:
        words = self._text[start:end]
        first = start + len(words) - len(words.lstrip("\ufeff \t"))
        if words.strip("\ufeff \t"):
            self._shown.append(Span(first, start + len(words.rstrip())))

    def _is_head(self, number: int) -> bool:
        """Tell whether a line is the counter or the name of the cue behind it.

        A counter may have a blank line behind it if it counts right.
        """
        line = self._lines[number]
        if self._has_time(number + 1):
            return bool(_COUNTER.fullmatch(line)) or (self._is_web and self._is_blank(number - 1))
        if not self._is_blank(number + 1) or not self._has_time(number + 2):
            return False
        return bool(_COUNTER.fullmatch(line)) and int(line) == self._timed + 1

    def _begins_hidden(self, number: int) -> bool:
        line = self._lines[number]
        return self._is_web and self._is_blank(number - 1) and bool(_HIDDEN_BLOCK.match(line))

    def _has_time(self, number: int) -> bool:
        return number < len(self._times) and self._times[number] is not None

    def _is_blank(self, number: int) -> bool:
        return not 0 <= number < len(self._lines) or not self._lines[number].strip()


def _seconds(stamp: str) -> float:
    whole, _, part = re.sub(r"\s", "", stamp).replace(",", ".").partition(".")
    seconds = 0
    for number in whole.split(":"):
        seconds = 60 * seconds + int(number)
    return seconds + float(f"0.{part or 0}")
