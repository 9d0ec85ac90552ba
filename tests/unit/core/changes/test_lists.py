"""Lists whose items stand in another order: which item moved, and what stays as it is."""

from __future__ import annotations

import pytest

from facing_pages import compare
from facing_pages.core.changes.lists import MAX_LIST_WORDS, with_list_moves
from tests.helpers.word_changes import VisibleMarks, change, link, shown, words_of


def text_changes(original: str, rewrite: str) -> list[VisibleMarks]:
    return [
        (
            found.kind.value,
            found.original.of(original) if found.original else "",
            found.rewrite.of(rewrite) if found.rewrite else "",
        )
        for found in compare(original, rewrite).changes
    ]


@pytest.mark.parametrize(
    ("original", "rewrite", "moved"),
    [
        ("We sold wool, rope and tar.", "We sold tar, wool and rope.", "tar"),
        ("We sold wool, rope and tar.", "We sold rope, tar and wool.", "wool"),
        ("On vendait du lin, du sel et du vin.", "On vendait du vin, du lin et du sel.", "du vin"),
        ("屋里有灯、床和门。", "屋里有门、灯和床。", "门"),
        ("Продали соль, лён и мёд.", "Продали мёд, соль и лён.", "мёд"),
    ],
)
def test_the_item_that_passed_the_others_is_the_only_change(
    original: str, rewrite: str, moved: str
) -> None:
    assert text_changes(original, rewrite) == [("reordered", moved, moved)]


def moves(original: str, rewrite: str, **words: str) -> list[VisibleMarks]:
    """Return what becomes of a list that is all one change, without any frame."""
    both = words_of(original, rewrite, **words)
    whole = change("reordered", (0, len(both.original)), (0, len(both.rewrite)))
    return shown(with_list_moves(both, [whole], []), both)


def test_several_items_in_a_row_move_together() -> None:
    found = moves("wool , rope , tar , salt , flax", "salt , flax , wool , rope , tar")
    assert found == [("reordered", "salt , flax", "salt , flax")]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("wool , rope", "rope , wool"),
        ("wool , rope , tar , salt", "tar , salt , wool , rope"),
        ("wool , rope and tar", "tar , rope and wool"),
        ("wool , rope and tar", "tar , wool and flax"),
        ("wool , rope and tar", "tar , wool or rope"),
        ("wool , rope , wool", "wool , wool , rope"),
        ("wool rope tar", "tar wool rope"),
    ],
)
def test_other_lists_stay_as_they_are(original: str, rewrite: str) -> None:
    assert moves(original, rewrite) == [("reordered", original, rewrite)]


def test_a_comma_before_the_last_item_is_typography() -> None:
    found = moves("wool , rope , and tar", "tar , wool and rope")
    assert found == [("typography", ",", ""), ("reordered", "tar", "tar")]


def test_the_case_of_an_item_that_stayed_is_typography() -> None:
    found = moves("Wool , rope and tar", "Tar , wool and rope")
    assert found == [("typography", "Wool", "wool"), ("reordered", "tar", "Tar")]


def test_a_list_does_not_go_over_the_end_of_a_sentence() -> None:
    original, rewrite = "wool , | rope , tar", "tar , | wool , rope"
    assert moves(original, rewrite) == [
        ("reordered", original.replace("| ", ""), rewrite.replace("| ", ""))
    ]


def test_a_change_that_goes_over_the_list_keeps_it_as_it_is() -> None:
    words = words_of("boats wool , rope and tar", "ships tar , wool and rope")
    swap = change("reordered", (1, 6), (1, 6))
    other = change("reworded", (0, 2), (0, 1))
    assert with_list_moves(words, [other, swap], []) == [other, swap]


def test_what_an_item_passed_is_known_from_the_frame() -> None:
    words = words_of("wool , rope and tar", "tar , wool and rope")
    frame = [link(0, 2), link(2, 4)]
    moved = change("reordered", (4, 5), (0, 1))
    added = change("added", (1, 1), (3, 4))
    found = shown(with_list_moves(words, [added, moved], frame), words)
    assert found == [("reordered", "tar", "tar")]


def test_a_very_long_list_is_left() -> None:
    items = [f"item{number}" for number in range(MAX_LIST_WORDS)]
    turned = [items[-1], *items[:-1]]
    original, rewrite = (" , ".join(order) for order in (items, turned))
    assert moves(original, rewrite) == [("reordered", original, rewrite)]
