from __future__ import annotations

from facing_pages.marks.kinds import Weight
from facing_pages.viewmodel.wording.change_entries import (
    change_paragraph,
    repeated_description,
    repeated_text,
    small_description,
    small_text,
)
from tests.helpers.made_pairs import made_pair

PAGES = made_pair(
    "It froze.\n\nShe slept here.",
    "It froze.\n\nShe sat here.",
    "0=0 1=1",
    paragraphs="0=0 1=1",
    changes=[("reworded", "slept", "sat")],
)
ENTRY = PAGES.changes.entry(0)


def test_a_change_names_its_paragraph() -> None:
    assert change_paragraph(PAGES, ENTRY) == "¶ 2"


def test_a_repeat_says_how_often_and_where() -> None:
    assert repeated_text(PAGES, [0] * 5) == "5 times · ¶ 2"
    folded = repeated_description(PAGES, ENTRY, 5, is_unfolded=False)
    assert folded == "sat instead of slept, reworded, 5 times, folded"
    assert repeated_description(PAGES, ENTRY, 5, is_unfolded=True).endswith("5 times, unfolded")


def test_what_is_not_shown_is_counted_by_its_weight() -> None:
    assert small_text(Weight.GRAMMAR, 98) == "98 changes of grammar"
    assert small_text(Weight.PUNCTUATION, 1) == "1 change of punctuation"
    assert small_text(Weight.WORDING, 2) == "2 changes of wording"
    assert small_description(Weight.GRAMMAR, 98) == "98 changes of grammar, not shown"
