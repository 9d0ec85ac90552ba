from __future__ import annotations

from facing_pages.core.model import RepairKind, Span
from facing_pages.core.reading.replacements import (
    Positions,
    Replacement,
    apply_edits,
    as_repairs,
    compose,
)

WHY = RepairKind.MOJIBAKE


def edit(start: int, end: int, new: str) -> Replacement:
    return Replacement(Span(start, end), new, WHY)


def test_edits_are_applied_from_left_to_right() -> None:
    assert apply_edits("one two three", [edit(0, 3, "1"), edit(8, 13, "3")]) == "1 two 3"


def test_positions_lead_there_and_back() -> None:
    positions = Positions([edit(4, 7, "2")])
    assert [positions.to_new(p) for p in (0, 4, 5, 7, 9)] == [0, 4, 4, 5, 7]
    assert [positions.to_old(p) for p in (0, 4, 5, 7)] == [0, 4, 7, 9]


def test_repairs_stand_where_the_new_text_is() -> None:
    repairs = as_repairs("one two three", [edit(0, 3, "1"), edit(3, 4, ""), edit(8, 13, "3")])
    assert [(repair.at, repair.was) for repair in repairs] == [
        (Span(0, 1), "one"),
        (Span(1, 1), " "),
        (Span(5, 6), "three"),
    ]


def test_edits_after_edits_become_one_list() -> None:
    text = "a-b c d"
    first = [edit(1, 2, "==")]
    then = [edit(5, 6, "C")]
    both = compose(text, first, then)
    assert apply_edits(text, both) == apply_edits(apply_edits(text, first), then) == "a==b C d"


def test_an_edit_of_what_an_edit_put_there_joins_it() -> None:
    text = "end\u00c2\u00a0\nnext"
    first = [edit(3, 5, "\u00a0")]
    then = [edit(3, 5, " ")]
    both = compose(text, first, then)
    assert apply_edits(text, both) == "end next"
    assert len(both) == 1
