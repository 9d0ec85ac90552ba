"""What is shown of the lines of a cue."""

from __future__ import annotations

import pytest

from facing_pages.core.model import Span
from facing_pages.core.reading.formats.cue_lines import Cue
from facing_pages.core.reading.formats.cue_tags import ShownLine, shown_lines


def lines_of(text: str) -> list[ShownLine]:
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return list(shown_lines(text, 3, Cue(tuple(spans), 1.0, 2.0)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I told you.", "I told you."),
        ("{\\an8}I told you.", "I told you."),
        ("{\\pos(10,20)}I {\\i1}told{\\i0} you.", "I told you."),
        ("<font color=#ff0000>I told</font> <u>you</u>.", "I told you."),
        ("I<00:00:01.500><c.yellow> told</c><00:00:02.000><c> you</c>.", "I told you."),
        ("<lang en-GB>I told <ruby>you<rt>thee</rt></ruby></lang>.", "I told youthee."),
        ("  <i> I told you. </i> ", "I told you."),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("a {note} and <more>", "a {note} and <more>"),
        ("<i", "<i"),
    ],
)
def test_tags_are_not_shown(text: str, words: str) -> None:
    (line,) = lines_of(text)
    assert line.words == words
    assert "".join(piece.span.of(text) for piece in line.pieces) == words
    assert (line.cue, line.voice) == (3, "")


def test_a_line_of_tags_only_is_left_out() -> None:
    assert lines_of("<i> </i>\n{\\an8}") == []


def emphasised(text: str) -> list[tuple[str, list[str]]]:
    return [
        (piece.span.of(text), sorted(kind.value for kind in piece.kinds))
        for line in lines_of(text)
        for piece in line.pieces
    ]


def test_italic_and_bold_are_emphasis_until_they_are_closed_or_the_cue_ends() -> None:
    assert emphasised("I <i>told\nyou <B>so</i> often</B>.") == [
        ("I ", []), ("told", ["italic"]), ("you ", ["italic"]), ("so", ["bold", "italic"]),
        (" often", ["bold"]), (".", []),
    ]  # fmt: skip
    assert emphasised("{\\i1}told{\\i0} {\\bord2}you") == [
        ("told", ["italic"]),
        (" ", []),
        ("you", []),
    ]


def test_a_voice_tag_says_who_speaks_and_begins_a_line() -> None:
    text = "<v Mary>I told <v.loud  Tom Hall >No.</v> Yes.\nWell."
    assert [(line.voice, line.words) for line in lines_of(text)] == [
        ("Mary", "I told"), ("Tom Hall", "No. Yes."), ("", "Well."),
    ]  # fmt: skip


def test_a_voice_tag_on_a_line_of_its_own_is_that_of_the_next_line() -> None:
    assert [(line.voice, line.words) for line in lines_of("<v Mary>\nI told")] == [
        ("Mary", "I told")
    ]


def test_a_voice_tag_without_a_name_says_nothing() -> None:
    assert [(line.voice, line.words) for line in lines_of("<v>I told")] == [("", "I told")]
