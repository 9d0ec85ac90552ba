from __future__ import annotations

import pytest

from facing_pages.core.reading.plain.broken_lines import BrokenLines, broken_lines_of
from facing_pages.core.reading.plain.text_lines import lines_of

LONG = "Nobody on the quay waved, because it was raining too hard to see who was leaving us."
IN_PROSE = BrokenLines(are_joined=True, has_paragraphs=True)
ELSEWHERE = BrokenLines(are_joined=True, has_paragraphs=False)
NOT_WANTED = BrokenLines(are_joined=False, has_paragraphs=True)


def goes_on(rule: BrokenLines, text: str) -> bool:
    return rule.goes_on(*lines_of(text))


def goes_on_behind_blank(rule: BrokenLines, text: str) -> bool:
    return rule.goes_on_behind_blank(*lines_of(text))


@pytest.mark.parametrize(
    ("text", "has_paragraphs"),
    [
        (f"{LONG}\n{LONG}", True),
        (f"{LONG}\nA heading", True),
        ("the lamp is out,\nthe keeper gone", False),
        (f"{LONG}\n" + "a line of verse,\n" * 20, False),
        (f"{LONG[:-1]},\n{LONG[:-1]},", False),
    ],
    ids=["long lines", "with a heading", "short", "few long ones", "long ones without an end"],
)
def test_paragraphs_in_lines_are_long_and_end_sentences(text: str, has_paragraphs: bool) -> None:
    found = broken_lines_of(lines_of(text), are_joined=True)
    assert found == BrokenLines(True, has_paragraphs)


def test_a_line_that_ends_with_a_word_like_the_goes_on() -> None:
    assert goes_on(ELSEWHERE, "It was dark in the\nHarbour Office")
    assert not goes_on(NOT_WANTED, "It was dark in the\nHarbour Office")


def test_small_lines_go_on_in_prose_only() -> None:
    text = f"{LONG[:-1]}\nand went home."
    assert goes_on(IN_PROSE, text)
    assert not goes_on(ELSEWHERE, text)


def test_two_short_lines_need_a_sign_that_they_were_torn() -> None:
    assert not goes_on(IN_PROSE, "flour\nsugar")
    assert goes_on(IN_PROSE, "He promised \nto pay")
    assert goes_on(IN_PROSE, "He promised \n New Lamps")
    assert not goes_on(IN_PROSE, "He promised\nNew Lamps")


@pytest.mark.parametrize("text", ["It ended.\nand went", "in the\n- lamp", "THE\nend"])
def test_ends_items_and_capitals_do_not_go_on(text: str) -> None:
    assert not goes_on(IN_PROSE, text)


def test_a_blank_line_inside_a_sentence_needs_a_sign_too() -> None:
    assert goes_on_behind_blank(IN_PROSE, "He promised \n\nto pay")
    assert not goes_on_behind_blank(IN_PROSE, "He promised\n\nto pay")
    assert not goes_on_behind_blank(IN_PROSE, "He promised \n\nTo pay")
    assert not goes_on_behind_blank(ELSEWHERE, "so much depends on the\n\nred lamp")
    wide = "a line of a page that was wrapped at its usual width by the"
    assert goes_on_behind_blank(ELSEWHERE, f"{wide}\n\nkeeper")


def test_a_row_of_a_table_never_goes_on() -> None:
    rows = " | Night | Light | \n | 1 | none | "
    assert not goes_on(IN_PROSE, rows)
    assert goes_on(IN_PROSE, rows.replace("|", "/"))


def test_the_turn_of_a_speaker_goes_on_with_nothing_behind_a_blank_line() -> None:
    before, line = lines_of("we waited in the\n\nmara: a shed")
    assert IN_PROSE.goes_on_behind_blank(before, line)
    assert not IN_PROSE.goes_on_behind_blank(before, line._replace(begins_turn=True))
