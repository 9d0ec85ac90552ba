from __future__ import annotations

from facing_pages.viewmodel.listing.context import (
    MAX_AROUND_CHARACTERS,
    MAX_CHANGED_CHARACTERS,
    context_of,
)
from tests.helpers.made_pairs import made_pair

BEFORE = "so it was and always had been " * 10
AFTER = " and it went on and on like this" * 10


def test_the_words_around_end_with_the_paragraph() -> None:
    pages = made_pair(
        "It froze.\n\nShe slept here.\n\nIt thawed.",
        "It froze.\n\nShe sat here.\n\nIt thawed.",
        "0=0 1=1 2=2",
        paragraphs="0=0 1=1 2=2",
        changes=[("reworded", "slept", "sat")],
    )
    assert context_of(pages, pages.changes.entry(0)) == ("She ", "sat", " here.")


def test_what_is_removed_stands_in_the_original() -> None:
    pages = made_pair(
        "She slept soundly here.", "She slept here.", "0=0", changes=[("removed", "soundly", "")]
    )
    assert context_of(pages, pages.changes.entry(0)) == ("She slept ", "soundly", " here.")


def test_long_ones_are_cut_off_between_words() -> None:
    long = ("very " * 60).strip()
    pages = made_pair(
        f"{BEFORE}slept{AFTER}.",
        f"{BEFORE}{long}{AFTER}.",
        "0=0",
        changes=[("reworded", "slept", long)],
    )
    before, words, after = context_of(pages, pages.changes.entry(0))
    assert before.startswith("…")
    assert f" {before[1:]}" in f" {BEFORE}"
    assert after.endswith("…")
    assert words.endswith("…")
    assert len(before) <= MAX_AROUND_CHARACTERS + 1
    assert len(after) <= MAX_AROUND_CHARACTERS + 1
    assert len(words) <= MAX_CHANGED_CHARACTERS + 1
