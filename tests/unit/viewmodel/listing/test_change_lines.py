from __future__ import annotations

from functools import cache

import numpy as np

from facing_pages import compare
from facing_pages.marks.kinds import ViewKind, Weight
from facing_pages.viewmodel.listing.change_lines import (
    ChangeLineKind,
    ChangeLines,
    Listing,
    change_lines,
)
from facing_pages.viewmodel.listing.change_words import ChangeWords
from facing_pages.viewmodel.modes import Grouping
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_pairs import made_pair
from tests.helpers.one_column import view_of

ORIGINAL = (
    "The lamp was quiet when she came very slowly down to it.\n\n"
    "Nobody had told her about the storm."
)
REWRITE = "The lamp was silent when she came down to it.\n\nNobody had warned her about the storm."


@cache
def pages() -> PairView:
    return view_of(compare(ORIGINAL, REWRITE))


KIND = ChangeLineKind


def lines_of(pages: PairView, listing: Listing = Listing()) -> ChangeLines:  # noqa: B008
    numbers = np.arange(len(pages.changes), dtype=np.intp)
    return change_lines(pages, numbers, ChangeWords(pages).repeats, listing)


def written(pages: PairView, lines: ChangeLines) -> list[str]:
    """Return the lines as their kinds and numbers, headings as their words."""
    return [
        lines.heading(pages, n) if kind == KIND.HEADING else f"{KIND(kind).name} {number}"
        for n, (kind, number) in enumerate(zip(lines.kinds, lines.numbers, strict=True))
    ]


def test_in_reading_order_there_are_no_headings() -> None:
    assert written(pages(), lines_of(pages())) == ["CHANGE 0", "CHANGE 1", "CHANGE 2"]


def test_each_paragraph_has_a_heading_with_the_number_of_its_changes() -> None:
    found = lines_of(pages(), Listing(Grouping.PARAGRAPHS))
    assert written(pages(), found) == [
        "¶ 1 · 2 changes",
        "CHANGE 0",
        "CHANGE 1",
        "¶ 2 · 1 change",
        "CHANGE 2",
    ]
    assert (found.line_of(2), found.line_of(7)) == (4, None)


def test_kinds_come_strongest_first() -> None:
    found = lines_of(pages(), Listing(Grouping.KINDS))
    headings = found.numbers[found.kinds == KIND.HEADING].tolist()
    assert headings == [ViewKind.REMOVED, ViewKind.REWORDED]
    said = [text for text in written(pages(), found) if "·" in text]
    assert said == ["Removed · 1 change", "Reworded · 2 changes"]


def test_without_changes_there_is_no_line() -> None:
    none = np.zeros(0, dtype=np.intp)
    listing = Listing(Grouping.KINDS)
    assert len(change_lines(pages(), none, ChangeWords(pages()).repeats, listing)) == 0


def repeated() -> PairView:
    """Return a pair with the same change in the first, the third and the fourth paragraph."""
    return made_pair(
        "It rained.\n\nIt snowed.\n\nThen RAINED again.\n\nSo Rained it.",
        "It poured.\n\nIt blew.\n\nThen POURED again.\n\nSo Poured it.",
        "0=0 1=1 2=2 3=3",
        paragraphs="0=0 1=1 2=2 3=3",
        changes=[
            ("reworded", "rained", "poured"),
            ("reworded", "snowed", "blew"),
            ("reworded", "RAINED", "POURED"),
            ("reworded", "Rained", "Poured"),
        ],
    )


def test_what_repeats_is_one_line_where_it_is_first() -> None:
    found = lines_of(repeated())
    assert written(repeated(), found) == ["REPEATED 0", "CHANGE 1"]
    assert found.sizes.tolist() == [3, 1]
    assert found.places(0).tolist() == [0, 2, 3]
    assert found.places(1).tolist() == [1]
    assert [found.line_of(change) for change in range(4)] == [0, 1, 0, 0]
    assert found.own_lines(np.arange(5)).tolist() == [0, 1, -1, -1, -1]


def test_an_unfolded_repeat_has_its_places_below_it() -> None:
    found = lines_of(repeated(), Listing(unfolded=[ChangeWords(repeated()).repeats[0]]))
    told = ["REPEATED 0", "PLACE 0", "PLACE 2", "PLACE 3", "CHANGE 1"]
    assert written(repeated(), found) == told
    assert [found.line_of(change) for change in range(4)] == [1, 4, 2, 3]
    assert found.is_unfolded(0)
    assert not lines_of(repeated()).is_unfolded(0)


def test_by_paragraph_nothing_is_joined_and_by_kind_it_is() -> None:
    by_paragraph = lines_of(repeated(), Listing(Grouping.PARAGRAPHS))
    assert (by_paragraph.kinds == KIND.REPEATED).sum() == 0
    by_kind = lines_of(repeated(), Listing(Grouping.KINDS))
    told = ["Reworded · 4 changes", "REPEATED 0", "CHANGE 1"]
    assert written(repeated(), by_kind) == told


def test_what_weighs_too_little_has_a_line_at_the_end() -> None:
    small = {Weight.GRAMMAR: 98, Weight.PUNCTUATION: 0}
    found = lines_of(pages(), Listing(small=small))
    assert written(pages(), found)[3:] == [f"SMALL {Weight.GRAMMAR:d}"]
    assert found.sizes[3] == 98
    assert found.change(3) is None
    assert found.places(3).tolist() == []
