from __future__ import annotations

import pytest

from facing_pages.core.reading.plain.text_lines import TextLine, lines_of
from facing_pages.core.reading.plain.verse import (
    continued_lines,
    has_label,
    is_name_above,
    verse_blocks,
)

STANZA = "O river, river, let me be,\nI only came for water;\nand give me back my daughter."
COUPLET = "We kept a lamp, the lamp is gone,\nand no one now can see it."


def are_verse(*texts: str) -> list[bool]:
    blocks: list[list[TextLine]] = [lines_of(text) for text in texts]
    return verse_blocks(blocks, [None] * len(blocks))


def test_a_stanza_is_verse_and_makes_verse_of_a_couplet() -> None:
    assert are_verse(STANZA, COUPLET) == [True, True]
    assert are_verse(COUPLET) == [False]


def test_an_address_makes_no_verse_of_the_long_lines_of_a_letter() -> None:
    letter = "the boat is gone and the harbour master wants to know who took,\nplease call him"
    assert are_verse("Jo Hale\nMill Lane 3\nHolm", letter) == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "He came.\nHe saw the lamp.\nHe left.",
        "- a rope\n- two lamps\n- the letter",
        "[10:02] Mara: are we on\n[10:03] Jonas: yes\n[10:04] Mara: good",
        "Anna: are we on\nJonas: yes\nAnna: good",
        f"a line of verse\nand another one\nand {'long ' * 20}",
        "> the lamp is out\n> and no one came\n> to see it",
    ],
    ids=["sentences", "items", "times", "speakers", "long lines", "quoted mail"],
)
def test_other_lines_are_no_verse(text: str) -> None:
    assert are_verse(text) == [False]


def test_a_numbered_stanza_is_verse() -> None:
    assert are_verse("1. O Lord of morning, hear our song,\nthe night is gone,\nsing on") == [True]
    assert are_verse("1. a rope for the boat\n2. two lamps\n3. the letter") == [False]


def test_a_name_above_a_speech_does_not_make_it_verse() -> None:
    assert are_verse("PAUL\n(quietly)\nYou said maybe.") == [False]
    assert are_verse(f"PAUL\n{STANZA}") == [True]


def test_a_name_stands_in_capitals_above_other_lines() -> None:
    speech, shout = lines_of("PAUL\nYou said maybe."), lines_of("NO\nNEVER")
    assert is_name_above(speech[0], speech)
    assert not is_name_above(speech[1], speech)
    assert not is_name_above(shout[0], shout)


@pytest.mark.parametrize(
    "text",
    ["Anna: yes", "[10:02] Jo: yes", "Jo (10:05): yes", "10:02 yes", "Mrs. Hale: yes", "Анна: да"],
)
def test_a_label_says_who_speaks_or_when(text: str) -> None:
    assert has_label(text)


@pytest.mark.parametrize("text", ["Anna said: yes", "He wrote to us: yes", "No one came", "Anna:"])
def test_other_lines_have_no_label(text: str) -> None:
    assert not has_label(text)


LONG = "The harbour lights are burning low and all the boats are coming home"


def test_a_line_too_long_for_its_page_is_continued() -> None:
    lines = lines_of(f"{LONG}\n    again to me,\nAnd we who waited on the quay")
    assert continued_lines([lines]) == {lines[1].body}


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}\n    Again to me,\nAnd we who waited",
        f"{LONG}\n    again to me,\nAnd we\n    who waited on the quay",
        f"{LONG}.\n    again to me,\nAnd we who waited",
        "The lamp is out,\n    the keeper gone,\nAnd we who waited",
    ],
    ids=["a capital", "a short line above an indent", "a sentence that ended", "a narrow page"],
)
def test_an_indent_of_the_poet_continues_nothing(text: str) -> None:
    assert continued_lines([lines_of(text)]) == frozenset()
