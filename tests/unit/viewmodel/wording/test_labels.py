from __future__ import annotations

from dataclasses import replace

import pytest

from facing_pages.core.model import Pin, Side, Statistics
from facing_pages.marks.kinds import ViewKind, Weight
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.navigation import Navigation
from facing_pages.viewmodel.pair_view import NO_CHANGES
from facing_pages.viewmodel.wording.labels import (
    change_description,
    change_place,
    change_text,
    change_tip,
    counterpart_text,
    empty_cell_text,
    link_facts,
    link_text,
    side_facts,
    statistics_line,
)
from tests.helpers.made_pairs import made_pair
from tests.helpers.pair_views import pair_of


def test_the_status_line_tells_other_forms_and_moves_where_there_are_any() -> None:
    some = Statistics(200, 150, kept=100, reworded=40, form=10, removed=20, added=3, moved=30)
    told = "20 % reworded, 5 % other forms, 15 % moved, 10 % removed"
    assert statistics_line(some) == f"of the original’s words {told}; of the rewrite’s 2 % added"
    none = Statistics(200, 150, kept=140, reworded=40, removed=20, added=3)
    told = "of the original’s words 20 % reworded, 10 % removed; of the rewrite’s 2 % added"
    assert statistics_line(none) == told


# The second paragraph is gone: its first sentence went to the end of the last one.
LEFT_ALONE = made_pair(
    "It froze.\n\nShe slept. It thawed.\n\nThe ferry left.",
    "It froze.\n\nThe ferry left. She slept.",
    "0=0 1~2 2=- 3=1",
    paragraphs="0=0 1=- 2=1",
    changes=[("removed", "It thawed.", "")],
)


def test_a_row_whose_sentence_moved_says_where_it_is() -> None:
    assert empty_cell_text(LEFT_ALONE, 1, Side.REWRITE) == "moved in part to ¶ 2 ↓"
    assert counterpart_text(LEFT_ALONE, 1, Side.REWRITE) == "moved in part to ¶ 2"
    back = made_pair("She slept.", "It froze.\n\nShe slept.", "0~1 -=0", paragraphs="0=0 -=1")
    assert empty_cell_text(back, 1, Side.ORIGINAL) == "moved from ¶ 1 ↑"


def test_a_row_with_both_sides_says_nothing_of_a_counterpart() -> None:
    assert counterpart_text(LEFT_ALONE, 0, Side.REWRITE) == ""


def test_a_row_that_nothing_moved_from_has_no_counterpart() -> None:
    gone = made_pair("It froze.", "", "0=-", paragraphs="0=-", changes=[("removed", "froze", "")])
    assert empty_cell_text(gone, 0, Side.REWRITE) == "no counterpart"


def test_a_link_of_one_side_says_where_its_words_are() -> None:
    pages = made_pair(
        "By the old mill. She slept.",
        "She slept by the old mill.",
        "0=- 1=0",
        changes=[("reordered", "By the old mill", "by the old mill")],
    )
    assert link_text(pages, 0) == "moved to ¶ 1"
    assert link_text(LEFT_ALONE, 2) == "removed · sure"


def test_a_move_inside_a_paragraph_stays_within_it() -> None:
    pages = made_pair("It froze. She slept.", "She slept. It froze.", "0=1 1~0")
    moved = next(e for e in map(pages.changes.entry, range(1)) if e.kind is ViewKind.MOVED)
    assert change_text(pages, moved) == "within ¶ 1: She slept."
    away = next(
        entry
        for entry in map(LEFT_ALONE.changes.entry, range(len(LEFT_ALONE.changes)))
        if entry.kind is ViewKind.MOVED
    )
    assert change_text(LEFT_ALONE, away) == "to ¶ 2: She slept."


def test_what_is_reordered_or_has_another_form_is_called_so() -> None:
    pages = made_pair(
        "She often slept here.",
        "Often she sleeps here.",
        "0=0",
        changes=[("reordered", "She often", "Often she"), ("form", "slept", "sleeps")],
    )
    told = [
        change_description(pages, pages.changes.entry(n), f"change {n + 1} of 2") for n in range(2)
    ]
    assert told == [
        "She often → Often she, reordered, change 1 of 2, paragraph 1",
        "sleeps instead of slept, another form, change 2 of 2, paragraph 1",
    ]
    assert change_tip(pages, pages.changes.entry(0)).startswith("Reordered: ")
    assert change_tip(pages, pages.changes.entry(1)).startswith("Another form: ")


def test_the_number_of_a_change_stays_whatever_is_shown() -> None:
    pages = made_pair(
        "She often slept here. It rained.",
        "She often sleeps here. It poured.",
        "0=0 1=1",
        changes=[("form", "slept", "sleeps"), ("reworded", "rained", "poured")],
    )
    everything = Navigation(pages, Filter(weight=Weight.PUNCTUATION))
    assert change_place(everything, 1) == "change 2 of 2"
    some = Navigation(pages, Filter())
    assert change_place(some, 1) == "change 2 · 1 of 1 shown"
    assert change_place(some, 0) == change_place(some, None) == ""


def test_a_move_is_read_aloud_with_the_words_of_the_page() -> None:
    moved = next(
        entry
        for entry in map(LEFT_ALONE.changes.entry, range(len(LEFT_ALONE.changes)))
        if entry.kind is ViewKind.MOVED
    )
    told = change_description(LEFT_ALONE, moved, "change 1 of 2")
    assert told == "She slept., moved to ¶ 2, change 1 of 2, paragraph 2"


ORIGINAL = "It rained. It snowed. It froze."
REWRITE = "It rained hard. It snowed. A dog barked."


@pytest.mark.parametrize(
    ("per_cent", "sureness"), [(100, "sure"), (85, "sure"), (84, "likely"), (59, "doubtful")]
)
def test_a_removed_and_an_added_sentence_say_how_surely_they_are_alone(
    per_cent: int, sureness: str
) -> None:
    pages = made_pair(ORIGINAL, REWRITE, f"0=0 1=1 2=-:{per_cent} -=2:{per_cent}")
    assert link_text(pages, 2) == f"removed · {sureness}"
    assert link_text(pages, 3) == f"added · {sureness}"
    assert link_facts(pages, 2) == f"removed · {sureness} · {per_cent} %"


def test_what_a_person_says_has_no_share() -> None:
    pins = [Pin((2,), ()), Pin((1,), (2,), together=False)]
    pages = made_pair(ORIGINAL, REWRITE, "0=0 1=-:40 2=-:40 -=1 -=2:40", pins=pins)
    assert link_facts(pages, 1) == "removed · unlinked by you"
    assert link_facts(pages, 2) == "removed · set by you"


def test_equal_sentences_need_no_word_for_how_sure_they_are() -> None:
    pages = made_pair(ORIGINAL, REWRITE, "0=0:70 1=1 2=- -=2")
    assert [link_text(pages, 0), link_text(pages, 1)] == ["reworded · link likely", "the same"]


def test_a_change_of_words_from_right_to_left_reads_that_way() -> None:
    pages = made_pair(
        "جلس أمام المقهى.", "جلس أمام المطعم.", "0=0", changes=[("reworded", "المقهى", "المطعم")]
    )
    entry = pages.changes.entry(0)
    assert "المقهى\u2069 ← \u2068المطعم" in change_text(pages, entry)
    told = change_description(pages, entry, "change 1 of 1")
    assert told.startswith("\u2068المطعم\u2069 instead of \u2068المقهى\u2069, reworded")


def test_the_words_of_a_text_are_those_of_the_statistics_once_they_are_known() -> None:
    pages = pair_of("Night – the lamp was out.", "Day: the lamp was lit.")
    assert pages.changes.statistics is not None
    assert pages.changes.statistics.original_words == 5
    assert side_facts(pages, Side.ORIGINAL).startswith("5 words")
    assert side_facts(pages, Side.REWRITE).startswith("5 words")
    assert "word" not in side_facts(replace(pages, changes=NO_CHANGES), Side.ORIGINAL)
