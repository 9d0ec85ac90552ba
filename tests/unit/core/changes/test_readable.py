"""A golden example for every rule of `core/changes/readable.py`."""

from __future__ import annotations

import pytest

from facing_pages import compare
from facing_pages.core.model import ChangeKind

Shown = tuple[str, str, str]


def changes(original: str, rewrite: str) -> list[Shown]:
    comparison = compare(original, rewrite)
    return [
        (
            change.kind.value,
            change.original.of(original) if change.original else "",
            change.rewrite.of(rewrite) if change.rewrite else "",
        )
        for change in comparison.changes
    ]


def test_a_replaced_word_is_one_change() -> None:
    found = changes(
        "The imagery showed the fighters loading the truck.",
        "The footage showed the fighters loading the truck.",
    )
    assert found == [("reworded", "imagery", "footage")]


def test_light_words_between_two_changes_belong_to_them() -> None:
    found = changes(
        "They kept the slow boat of the old harbour in the shed for years.",
        "They kept the fast ship of the new harbour in the shed for years.",
    )
    assert ("reworded", "slow boat of the old", "fast ship of the new") in found


def test_a_content_word_between_two_changes_keeps_them_apart() -> None:
    found = changes(
        "They relied on overhead surveillance imagery to find the boat that night.",
        "They relied on aerial surveillance footage to find the boat that night.",
    )
    assert found == [("reworded", "overhead", "aerial"), ("reworded", "imagery", "footage")]


def test_an_auxiliary_comes_and_goes_with_its_verb() -> None:
    found = changes(
        "The council has defended the plan for the harbour.",
        "The council defended the plan for the harbour.",
    )
    assert found == [("form", "has defended", "defended")]


def test_another_form_of_a_word_is_a_change_of_form() -> None:
    found = changes(
        "The strike appears to have hit the boat.", "The strike appeared to have hit the boat."
    )
    assert found == [("form", "appears", "appeared")]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ('He said "no" and left.', "He said “no” and left."),
        ("It's the keeper's key.", "It’s the keeper’s key."),
        ("The lamp - a candle - went out.", "The lamp — a candle — went out."),
        ("The lamp — a candle — went out.", "The lamp—a candle—went out."),
        ("They left the town .", "They left the town."),
        ("They heard of al Qaeda in the town.", "They heard of al-Qaeda in the town."),
        ("It cost 1500 pounds to repair.", "It cost 1,500 pounds to repair."),
    ],
)
def test_typography_is_never_a_rewording(original: str, rewrite: str) -> None:
    assert {kind for kind, _, _ in changes(original, rewrite)} <= {"typography"}


def test_marks_at_the_ends_of_a_change_are_minor() -> None:
    found = changes(
        "They sent it to thousands of men in the town.",
        "They sent it to thousands of people, in the town.",
    )
    assert ("reworded", "men", "people") in found
    assert ("typography", "", ",") in found


def test_a_clause_that_moved_is_one_change() -> None:
    found = changes(
        "In the spring of that year the council sold the tower to a stranger.",
        "The council sold the tower to a stranger in the spring of that year.",
    )
    moved = [original for kind, original, _ in found if kind == "reordered"]
    assert len(moved) == 1
    assert "spring of that year" in moved[0]


def test_a_sentence_rewritten_from_scratch_is_reworded_whole() -> None:
    original = "We were never encouraged in the first place."
    rewrite = "Nobody ever gave us any hope to begin with."
    assert changes(original, rewrite) == [("reworded", original, rewrite)]


def test_an_abbreviation_and_what_it_stands_for_is_a_change_of_form() -> None:
    found = changes(
        "The US sent two boats to the island.", "The United States sent two boats to the island."
    )
    assert found == [("form", "US", "United States")]


def test_numbers_and_names_are_never_cut() -> None:
    found = changes(
        "It cost 1,500 pounds and Tomas Reyle paid it.",
        "It cost 1,600 pounds and Thomas Reyle paid it.",
    )
    assert ("reworded", "1,500 pounds", "1,600 pounds") in found
    assert any(original == "Tomas" for _, original, _ in found)


def test_no_change_crosses_the_end_of_a_sentence() -> None:
    original = "They chose the stone, and they paid for it with a tax on herring."
    rewrite = "They picked the stone. Everyone paid for it with a tax on herring."
    comparison = compare(original, rewrite)
    end = rewrite.index(".") + 1
    for change in comparison.changes:
        if change.kind is not ChangeKind.TYPOGRAPHY and change.rewrite:
            assert not change.rewrite.start < end - 1 < end < change.rewrite.end
