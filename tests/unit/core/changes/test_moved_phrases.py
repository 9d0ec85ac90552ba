from __future__ import annotations

import pytest

from facing_pages import compare
from facing_pages.core.changes.moved_phrases import is_moved_phrase
from facing_pages.core.model import Comparison

ORIGINAL = (
    "The tower stands on the reef, where nine vessels were lost in a single decade.\n\n"
    "A company of shipowners chose granite from the quarry at Hale.\n\n"
    "The harbour council pays for the repairs and for the lamp."
)
REWRITE = (
    "The tower stands on the reef.\n\n"
    "A company of shipowners chose granite from the quarry at Hale.\n\n"
    "The harbour council, where nine vessels were lost in a single decade, pays for the repairs "
    "and for the lamp."
)
PHRASE = "where nine vessels were lost in a single decade"


def moved(comparison: Comparison) -> list[tuple[str, str]]:
    return [
        (change.original.of(comparison.original.text), change.rewrite.of(comparison.rewrite.text))
        for change in comparison.changes
        if is_moved_phrase(change, comparison.alignment.links, comparison.rewrite)
        and change.original
        and change.rewrite
    ]


def test_a_phrase_that_went_to_another_sentence_moved() -> None:
    comparison = compare(ORIGINAL, REWRITE)
    assert moved(comparison) == [(PHRASE, PHRASE)]
    texts = [
        change.original.of(ORIGINAL) for change in comparison.changes if change.original is not None
    ]
    assert all(PHRASE not in text for text in texts if text != PHRASE)
    assert comparison.statistics.moved == len(PHRASE.split())
    assert comparison.statistics.removed == 0


def test_a_phrase_edited_on_the_way_moved_too() -> None:
    edited = REWRITE.replace("nine vessels were", "nine ships were").replace("single", "short")
    ((before, after),) = moved(compare(ORIGINAL, edited))
    assert before == PHRASE
    assert "nine ships were lost" in after


@pytest.mark.parametrize(
    "other", ["", ", where somebody had left a lamp on for a decade,", ", and it is in the single"]
)
def test_in_doubt_nothing_moved(other: str) -> None:
    rewrite = REWRITE.replace(f", {PHRASE},", other)
    assert moved(compare(ORIGINAL, rewrite)) == []


def test_swapping_the_sides_mirrors_the_move() -> None:
    there = moved(compare(ORIGINAL, REWRITE))
    back = moved(compare(REWRITE, ORIGINAL))
    assert [(after, before) for before, after in back] == there


FILM = "It is a mystery film from Universal Pictures. Its hero is a detective who drinks."
FILM_LATER = "It is a mystery film. Its hero is a detective who drinks. Universal Pictures sold it."


def test_a_name_that_each_text_has_once_is_enough() -> None:
    assert moved(compare(FILM, FILM_LATER)) == [("Universal Pictures",) * 2]


def test_a_year_that_each_text_has_once_is_enough() -> None:
    original = "He was a player, born in 1938 near the harbour. He scored more than anybody."
    rewrite = "He was a player. He scored more than anybody. The year of his birth is 1938."
    assert [before.split()[-1] for before, _ in moved(compare(original, rewrite))] == ["1938"]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        # Twice in one text: which of them is meant is not known.
        (FILM, f"{FILM_LATER} Other films of Universal Pictures did better in the long run."),
        # A capital at the start of a sentence makes no name.
        (
            "It is a mystery film, and wonderful. Its hero is a detective who drinks.",
            "It is a mystery film. Its hero is a detective who drinks. Wonderful is what he is.",
        ),
        # Two names that share a word.
        (
            "They painted a window with Tintern Abbey in it. She looked at it for an hour.",
            "They painted a window. She looked at it for an hour. He sang in Westminster Abbey.",
        ),
    ],
)
def test_in_doubt_a_name_is_no_move(original: str, rewrite: str) -> None:
    assert moved(compare(original, rewrite)) == []
