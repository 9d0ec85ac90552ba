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
