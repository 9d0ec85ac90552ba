"""A golden example for every rule of `core/changes/readable.py`."""

from __future__ import annotations

import pytest

from facing_pages import compare
from facing_pages.core.model import ChangeKind, LinkReason, Span

VisibleMarks = tuple[str, str, str]


def changes(original: str, rewrite: str) -> list[VisibleMarks]:
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
    ],
)
def test_typography_is_never_a_rewording(original: str, rewrite: str) -> None:
    assert {kind for kind, _, _ in changes(original, rewrite)} <= {"typography"}


@pytest.mark.parametrize(
    ("original", "rewrite", "wanted"),
    [
        ("It cost 1500 pounds to repair.", "It cost 1,500 pounds to repair.", ("1500", "1,500")),
        ("We met at 9:30 by the gate.", "We met at 9.30 by the gate.", ("9:30", "9.30")),
        ("Its cold in the tower today.", "It's cold in the tower today.", ("Its", "It's")),
        ("Sie trinken in Maßen davon.", "Sie trinken in Massen davon.", ("Maßen", "Massen")),
    ],
)
def test_the_same_word_or_number_written_otherwise_is_a_form(
    original: str, rewrite: str, wanted: tuple[str, str]
) -> None:
    (found,) = changes(original, rewrite)
    assert found[0] == "form"
    assert found[1].startswith(wanted[0])
    assert found[2].startswith(wanted[1])


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("The aid was €12 million.", "The aid was $12 million."),
        ("The effect was clear (p < 0.05).", "The effect was clear (p > 0.05)."),
        ("Sales changed by +3 % last year.", "Sales changed by -3 % last year."),
        ("It was -20 °C on the tower.", "It was 20 °C on the tower."),
        ("She got an A+ in history.", "She got an A- in history."),
        ("The repair is done ✅ at last.", "The repair is done ❌ at last."),
        ("They gave it ★★★★☆ overall.", "They gave it ★☆☆☆☆ overall."),
        ("The depth is 3.5 m here.", "The depth is 35 m here."),
        ("We need 10² metres of rope.", "We need 102 metres of rope."),
        ("The rooms 10 12 are free.", "The rooms 1012 are free."),
        ("The rate of 5% was low.", "The rate of 5‰ was low."),
        ("It was 5° warmer by noon.", "It was 5 warmer by noon."),
        ("कल वह फल लाया।", "काल वह फूल लाया।"),
        ("tài liệu má mới", "tài liệu mà mới"),
        ("He told us about it then.", "He told US about it then."),
        ("They polish the silver daily.", "They Polish the silver daily."),
        ("I see x = 5 in the table.", "I see x ≠ 5 in the table."),
    ],
)
def test_what_is_read_otherwise_is_never_typography(original: str, rewrite: str) -> None:
    assert "typography" not in {kind for kind, _, _ in changes(original, rewrite)}
    assert changes(original, rewrite)


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


def test_a_number_keeps_its_unit() -> None:
    found = changes(
        "The storm carried the boat 40 miles to the north.",
        "The storm carried the boat 60 miles to the north.",
    )
    assert found == [("reworded", "40 miles", "60 miles")]


def test_words_that_change_places_are_one_change_with_what_they_pass() -> None:
    found = changes(
        "They found the rope in the vehicle trunk that night.",
        "They found the rope in the trunk of the vehicle that night.",
    )
    assert found == [("reordered", "the vehicle trunk", "the trunk of the vehicle")]


def test_a_sentence_turned_round_is_not_a_heap_of_pieces() -> None:
    found = changes(
        "The door was locked, the widow has the only key, and she was away that week.",
        "The door was locked, the only key belongs to the widow, and that week she was away.",
    )
    assert found == [
        ("reworded", "the widow has the only key", "the only key belongs to the widow"),
        ("reordered", "she was away that week", "that week she was away"),
    ]


def test_marks_come_and_go_with_their_phrase() -> None:
    found = changes(
        "The keeper lit the lamp before the storm came in.",
        "The keeper lit the lamp (a new one) before the storm came in.",
    )
    assert found == [("added", "", "(a new one)")]


def test_a_long_phrase_that_went_leaves_the_rest_of_the_sentence_as_it_is() -> None:
    original = (
        "The trust promised all three, although nobody in the room had the least idea where the "
        "money for any of it should come from."
    )
    rewrite = "The trust promised all four."
    found = changes(original, rewrite)
    assert ("reworded", "three", "four") in found
    assert any(kind == "removed" and text.startswith("although") for kind, text, _ in found)


def test_an_abbreviation_is_no_part_of_the_verb_behind_it() -> None:
    found = changes(
        "The US relied on two boats that were lent to it.",
        "The United States has relied on two boats that were lent to it.",
    )
    assert found == [("form", "US", "United States"), ("form", "relied", "has relied")]


def test_words_in_a_row_whose_case_changed_are_one_change() -> None:
    found = changes(
        "They used the Numerical Action Method to find the reef.",
        "They used the numerical action method to find the reef.",
    )
    assert found == [("typography", "Numerical Action Method", "numerical action method")]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("See Eq. (4) for the depth of the water.", "See Fig. 4 for the depth of the water."),
        ("They quote Reyle et al. [12] on this.", "They cite Reyle et al. [12] on this."),
    ],
)
def test_short_forms_that_point_do_not_end_a_sentence(original: str, rewrite: str) -> None:
    comparison = compare(original, rewrite)
    assert len(comparison.original.sentences) == len(comparison.rewrite.sentences) == 1


def test_a_change_says_why_its_sides_belong_together() -> None:
    comparison = compare(
        "The old keeper sold his car in the spring.",
        "The old keeper sold his automobile in the spring.",
    )
    (change,) = comparison.changes
    assert change.reason is LinkReason.SYNONYM
    assert change.confidence is not None
    assert 0.5 < change.confidence <= 1
    added = compare("The boat came.", "The old boat came.").changes[0]
    assert added.reason is None
    assert added.confidence is None


# --- ordinals ---------------------------------------------------------------------------------


def test_the_number_of_a_clause_is_a_change_of_its_own() -> None:
    comparison = compare(
        "2.1 The Buyer pays.\n\n2.2 The Seller may leave at once.",
        "3.1 The Buyer pays.\n\n3.2 Either party may leave at once.",
    )
    assert [(change.kind, change.is_ordinal) for change in comparison.changes] == [
        (ChangeKind.REWORDED, True),
        (ChangeKind.REWORDED, True),
        (ChangeKind.REWORDED, False),
    ]
    assert comparison.changes[1].original == Span(21, 24)
    assert comparison.statistics.reworded == 2


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        (
            "Die Kinder spielten im Garten, während es regnete.",
            "Während es regnete, spielten die Kinder im Garten.",
        ),
        (
            "De kinderen speelden in de tuin terwijl het regende.",
            "Terwijl het regende, speelden de kinderen in de tuin.",
        ),
    ],
)
def test_two_clauses_that_changed_places_are_no_rewording(original: str, rewrite: str) -> None:
    assert {kind for kind, _, _ in changes(original, rewrite)} <= {"reordered", "typography"}


def test_a_long_clause_that_moved_is_whole_with_its_function_words() -> None:
    found = changes(
        "Der Rat beschloss am Dienstag, das nördliche Ende der alten Mauer vor den Stürmen zu "
        "reparieren und das südliche Ende so zu lassen, wie es ist.",
        "Das nördliche Ende der alten Mauer vor den Stürmen zu reparieren und das südliche Ende "
        "so zu lassen, wie es ist, beschloss am Dienstag der Rat.",
    )
    assert {kind for kind, _, _ in found} <= {"reordered", "typography"}


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        (
            "They have seen that we are late, so let us go; he will not wait.",
            "They've seen that we're late, so let's go; he won't wait.",
        ),
        (
            "You should not have told her that it is over, and we cannot stay.",
            "You shouldn't have told her that it's over, and we can't stay.",
        ),
        (
            "Er ging in das Haus, kam zu dem Tor und fragte, wie es geht.",
            "Er ging ins Haus, kam zum Tor und fragte, wie's geht.",
        ),
        (
            "Je te dis que il vient demain et que elle part avec nous.",
            "Je te dis qu'il vient demain et qu'elle part avec nous.",
        ),
    ],
)
def test_contractions_are_forms_in_both_directions(original: str, rewrite: str) -> None:
    for texts in ((original, rewrite), (rewrite, original)):
        kinds = {kind for kind, _, _ in changes(*texts)}
        assert "form" in kinds
        assert kinds <= {"form", "typography"}


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Ele não está lá, e você também não.", "Ele nao esta la, e voce tambem nao."),
        ("Elle a visité le château près de là.", "Elle a visite le chateau pres de la."),
        ("Das Boot-Haus stand am See.", "Das Bootshaus stand am See."),
        ("Er schrieb eine E-Mail an sie.", "Er schrieb eine Email an sie."),
    ],
)
def test_dropped_accents_and_joined_compounds_are_no_rewording(original: str, rewrite: str) -> None:
    assert {kind for kind, _, _ in changes(original, rewrite)} <= {"form", "typography"}


def test_one_word_that_lost_its_accent_is_another_one() -> None:
    found = changes("Il ne sait pas où aller après l'été.", "Il ne sait pas ou aller après l'été.")
    assert found == [("reworded", "où", "ou")]
