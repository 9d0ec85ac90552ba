from __future__ import annotations

import pytest

from facing_pages.core.reading.plain.prose_signs import (
    ENDED_ODDS,
    INNER_END_ODDS,
    MIN_RHYMED_ODDS,
    RHYMED_ODDS,
    SMALL_STARTS_ODDS,
    UNENDED_ODDS,
    UNRHYMED_ODDS,
    has_capital,
    prose_odds,
)
from facing_pages.core.reading.plain.text_lines import lines_of


def odds(text: str, light_words: frozenset[str] = frozenset()) -> float:
    return prose_odds(lines_of(text), light_words) - UNRHYMED_ODDS


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("it rained, said\nthe Captain and\nwent to bed.", 0),
        ("it rained. Anna\nwent home and\nslept.", 1),
        ("it rained. “Ah!” Anna\nwent home and\nslept.", 2),
        ("it rained. Ah! Anna\nwent. She slept\nwell.", 2),
        ("it rained. and\nJ. Hale went\nhome.", 0),
        ("it rained. Yes.\nA dark. Night.\nHe slept. Well.", 0),
    ],
    ids=["none", "one", "two", "three say no more", "small and initials", "speeches"],
)
def test_sentences_that_end_inside_lines_speak_for_prose(text: str, inner: int) -> None:
    assert odds(text) == pytest.approx(ENDED_ODDS + sum(INNER_END_ODDS[:inner]))


def test_a_sentence_of_a_script_without_spaces_ends_inside_a_line_too() -> None:
    text = "昨天下雨。老王\n到桥上去看水\n很大。"
    assert prose_odds(lines_of(text), frozenset()) == ENDED_ODDS + INNER_END_ODDS[0]


def test_the_end_of_the_last_line_counts_and_that_of_a_clause_says_nothing() -> None:
    for mark, said in ((".", ENDED_ODDS), (":", 0.0), ("", UNENDED_ODDS), (",", UNENDED_ODDS)):
        assert odds(f"it rained\nand he went\nhome{mark}") == pytest.approx(said)


def test_small_first_letters_below_a_capital_speak_for_prose() -> None:
    plain = ENDED_ODDS + SMALL_STARTS_ODDS
    assert odds("It rained\nand he went\nhome.") == pytest.approx(plain)
    assert odds("It rained\nand he went\nHome.") == pytest.approx(ENDED_ODDS)
    assert odds("it rained\nand he went\nhome.") == pytest.approx(ENDED_ODDS)


@pytest.mark.parametrize(
    ("ends", "rhymed"),
    [
        ("night lamp light", 2),
        ("night lamp light stamp", 4),
        ("night lamp boat sea light", 0),
        ("night lamp night", 0),
        ("go lamp so", 0),
        ("night, lamp light!", 2),
    ],
    ids=["two", "four", "too far", "the same word", "too short", "marks"],
)
def test_rhymes_speak_for_verse(ends: str, rhymed: int) -> None:
    text = "\n".join(f"the old {end}" for end in ends.split())
    expected = max(MIN_RHYMED_ODDS, RHYMED_ODDS * rhymed) if rhymed else UNRHYMED_ODDS
    ended = ENDED_ODDS if text.endswith("!") else UNENDED_ODDS
    assert odds(text) + UNRHYMED_ODDS == pytest.approx(ended + expected)


def test_light_words_make_no_rhyme() -> None:
    text = "he went there\nand the old\nboat was where"
    assert odds(text, frozenset({"there", "where"})) == pytest.approx(UNENDED_ODDS)
    assert odds(text) < UNENDED_ODDS


def test_a_capital_may_stand_behind_marks() -> None:
    assert has_capital("“(Anna")
    assert not has_capital("“anna")
    assert not has_capital("")
