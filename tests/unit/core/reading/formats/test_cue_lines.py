"""What the lines of a subtitle file are, also where it is damaged."""

from __future__ import annotations

import pytest

from facing_pages.core.reading.formats.cue_lines import (
    MAX_LINES_BEFORE,
    Cue,
    has_cues,
    read_cues,
)

TIMES = ("00:00:01,000 --> 00:00:02,500", "00:00:03,000 --> 00:00:04,000")


def shown(text: str) -> list[str]:
    """Return the lines that each cue shows, joined."""
    return [" / ".join(span.of(text) for span in cue.lines) for cue in read_cues(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"1\n{TIMES[0]}\nOne\n\n2\n{TIMES[1]}\nTwo\n",
        f"{TIMES[0]}\nOne\n\n{TIMES[1]}\nTwo",  # no counters
        f"1\n{TIMES[0]}\nOne\n2\n{TIMES[1]}\nTwo",  # no blank lines
        f"1\n\n{TIMES[0]}\n\nOne\n\n2\n\n{TIMES[1]}\n\nTwo",  # too many of them
        f"\n\n \n7\n{TIMES[0]} \n  One  \n \n8\n{TIMES[1]}\nTwo\n\n\n",
        f"1\n{TIMES[0]}  X1:40 X2:600 Y1:20 Y2:50\nOne\n\n2\n{TIMES[1]}\nTwo",
        f"1\n{TIMES[0].replace(',', '.')}\nOne\n\n2\n{TIMES[1].replace(',', '.')}\nTwo",
        "1\n00:01,000 --> 00:02,500\nOne\n\n2\n00:03,000 --> 00:04,000\nTwo",  # no hours
        "1\n0:0:1 --> 0:0:2,5\nOne\n\n2\n0:0:3 -> 0:0:4\nTwo",
        "1\n00: 00: 01, 000 -- > 00: 00: 02, 500\nOne\n\n2\n00:00:03 --> 00:00:04\nTwo",
        f"\ufeffWEBVTT\n\n{TIMES[0]}\nOne\n\n{TIMES[1]}\nTwo",
        "WEBVTT - a title\nKind: captions\n\n00:01.000 --> 00:02.500 align:start line:0\nOne\n\n"
        "NOTE no\nnor this\n\nSTYLE\n::cue { }\n\nthe second\n00:03.000 --> 00:04.000\nTwo",
        "WEBVTT\n00:01.000 --> 00:02.500\nOne\n00:03.000 --> 00:04.000\nTwo",
    ],
)
def test_counters_times_and_settings_are_not_shown(text: str) -> None:
    assert shown(text) == ["One", "Two"]
    assert [cue[1:] for cue in read_cues(text)] == [(1.0, 2.5), (3.0, 4.0)]


def test_lines_of_a_cue_stay_together_over_a_blank_line() -> None:
    text = f"1\n{TIMES[0]}\nOne\nand\n\nmore\n\n2\n{TIMES[1]}\nTwo"
    assert shown(text) == ["One / and / more", "Two"]


def test_numbers_that_are_said_are_shown() -> None:
    text = f"1\n{TIMES[0]}\nHow many?\n42\n\n2\n{TIMES[1]}\n42\n\n3\n{TIMES[1]}\nAh"
    assert shown(text) == ["How many? / 42", "42", "Ah"]


def test_a_number_before_a_blank_line_is_a_counter_only_if_it_counts_right() -> None:
    text = f"{TIMES[0]}\n7\n\n{TIMES[1]}\nTwo\n\n3\n\n{TIMES[1]}\nThree"
    assert shown(text) == ["7", "Two", "Three"]


def test_words_in_unusual_places_are_shown() -> None:
    text = f"My film\n\n1\n{TIMES[0]} line:0 One\n\n2\n00:00:03,000 --\nTwo"
    assert shown(text) == ["My film", "One / 2 / 00:00:03,000 -- / Two"]
    assert read_cues(text)[0].end == 0.0


def test_a_cue_may_show_nothing() -> None:
    assert read_cues(f"1\n{TIMES[0]}\n\n2\n{TIMES[1]}\n") == [Cue((), 1.0, 2.5), Cue((), 3.0, 4.0)]


def test_hours_count() -> None:
    assert read_cues("100:01:02.5 --> 100:01:03.25\nx")[0][1:] == (360_062.5, 360_063.25)


def test_notes_are_shown_where_they_are_words_of_a_cue() -> None:
    assert shown(f"WEBVTT\n\n{TIMES[0]}\nNOTE this\n\nNOTE not this") == ["NOTE this"]
    assert shown(f"1\n{TIMES[0]}\nOne\n\nNOTE this") == ["One / NOTE this"]


def test_subtitles_are_told_by_their_form() -> None:
    assert has_cues(f"1\n{TIMES[0]}\nOne")
    assert has_cues(f"WEBVTT\nKind: captions\nLanguage: en\nStyle: x\n\n{TIMES[0]}\nOne")
    before = "A title.\n" * (MAX_LINES_BEFORE - 1)
    assert has_cues(f"{before}{TIMES[0]}\nOne")
    assert not has_cues(f"{before}A line.\n{TIMES[0]}\nOne")


def test_a_text_with_few_times_is_no_subtitles_unless_it_is_named_so() -> None:
    text = f"{TIMES[0]}\n" + "A line.\n" * 10
    assert not has_cues(text)
    assert has_cues(text, is_named=True)
    assert has_cues(text.removesuffix("A line.\n"))
    assert not has_cues("Nothing --> here\n", is_named=True)
