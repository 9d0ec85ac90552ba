"""Each rule of `readable.py` by itself: changes given by hand, and what they become.

Whole comparisons that read well are in `test_reading_well.py`.
"""

from __future__ import annotations

import pytest

from facing_pages.core.changes.readable import (
    MAX_LIGHT_BETWEEN,
    make_readable,
)
from facing_pages.core.errors import Cancelled
from facing_pages.core.progress import Deadline, Progress
from tests.helpers.word_changes import VisibleMarks, change, readable, words_of

# --- an auxiliary goes with its verb ---------------------------------------------------------


def test_an_auxiliary_that_went_is_one_change_with_its_verb_in_another_form() -> None:
    found = readable(
        "they have gone home",
        "they went home",
        change("removed", (1, 2), (1, 1)),
        change("form", (2, 3), (1, 2)),
    )
    assert found == [("form", "have gone", "went")]


def test_two_auxiliaries_that_came_are_one_change_with_their_verb() -> None:
    found = readable(
        "they saw home",
        "they have been seen home",
        change("added", (1, 1), (1, 3)),
        change("form", (1, 2), (3, 4)),
    )
    assert found == [("form", "saw", "have been seen")]


@pytest.mark.parametrize("kind", ["reworded", "reordered"])
def test_an_auxiliary_that_is_no_addition_stays_alone(kind: str) -> None:
    found = readable(
        "they have gone home",
        "they had went home",
        change(kind, (1, 2), (1, 2)),
        change("form", (2, 3), (2, 3)),
    )
    assert sorted(found) == [("form", "gone", "went"), (kind, "have", "had")]


def test_a_word_that_is_no_auxiliary_stays_alone() -> None:
    found = readable(
        "they never gone home",
        "they went home",
        change("removed", (1, 2), (1, 1)),
        change("form", (2, 3), (1, 2)),
    )
    assert found == [("removed", "never", ""), ("form", "gone", "went")]


def test_an_auxiliary_away_from_the_verb_stays_alone() -> None:
    found = readable(
        "they have never gone home",
        "they never went home",
        change("removed", (1, 2), (1, 1)),
        change("form", (3, 4), (2, 3)),
    )
    assert found == [("removed", "have", ""), ("form", "gone", "went")]


def test_an_auxiliary_stays_alone_before_a_rewording() -> None:
    found = readable(
        "they have walked home",
        "they ran home",
        change("removed", (1, 2), (1, 1)),
        change("reworded", (2, 3), (1, 2)),
    )
    assert found == [("removed", "have", ""), ("reworded", "walked", "ran")]


@pytest.mark.parametrize("verb", ["walked", "written", "done", "vendu", "hablado", "gesagt"])
def test_an_auxiliary_that_went_takes_the_unchanged_verb_behind_it(verb: str) -> None:
    found = readable(
        f"they have {verb} home", f"they {verb} home", change("removed", (1, 2), (1, 1))
    )
    assert found == [("form", f"have {verb}", verb)]
    found = readable(f"they {verb} home", f"they have {verb} home", change("added", (1, 1), (1, 2)))
    assert found == [("form", verb, f"have {verb}")]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("they have lamps", "they lamps"),  # no verb
        ("they have it", "they it"),  # a function word, though it ends as verbs do
        ("they have", "they"),  # nothing behind it
        ("they have walked", "they lamps"),  # a verb on one side only
        ("they have lamps", "they walked"),
    ],
)
def test_an_auxiliary_takes_nothing_but_a_verb(original: str, rewrite: str) -> None:
    found = readable(original, rewrite, change("removed", (1, 2), (1, 1)))
    assert found == [("removed", "have", "")]


def test_an_auxiliary_takes_no_verb_that_changed_itself() -> None:
    found = readable(
        "they have walked",
        "they strolled",
        change("removed", (1, 2), (1, 1)),
        change("typography", (2, 3), (1, 2)),
    )
    assert found == [("removed", "have", ""), ("typography", "walked", "strolled")]


# --- a number goes with its unit -------------------------------------------------------------


def test_a_number_that_changed_takes_its_unit() -> None:
    found = readable("ran 40 miles", "ran 60 miles", change("reworded", (1, 2), (1, 2)))
    assert found == [("reworded", "40 miles", "60 miles")]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("ran forty miles", "ran sixty miles"),  # no digits
        ("ran 40 lamps", "ran 60 lamps"),  # no unit
        ("ran 40 miles", "ran 60 lamps"),  # a unit on one side only
        ("ran 40 lamps", "ran 60 miles"),
        ("ran 40", "ran 60"),  # nothing behind it
        ("ran 40", "ran 60 miles"),
        ("ran 40 miles", "ran 60"),
    ],
)
def test_a_number_takes_nothing_but_a_unit(original: str, rewrite: str) -> None:
    found = readable(original, rewrite, change("reworded", (1, 2), (1, 2)))
    assert found == [("reworded", original.split()[1], rewrite.split()[1])]


def test_a_number_takes_no_unit_that_changed_itself() -> None:
    found = readable(
        "ran 40 miles",
        "ran 60 Miles",
        change("reworded", (1, 2), (1, 2)),
        change("typography", (2, 3), (2, 3)),
    )
    assert found == [("reworded", "40", "60"), ("typography", "miles", "Miles")]


def test_a_number_that_went_leaves_what_stands_behind_it() -> None:
    found = readable("ran 40 miles", "ran miles", change("removed", (1, 2), (1, 1)))
    assert found == [("removed", "40", "")]


# --- neighbours are joined -------------------------------------------------------------------

GAP = " ".join(["of", "the", "a"][:MAX_LIGHT_BETWEEN])
WIDE_GAP = " ".join(["of", "the", "a", "in"][: MAX_LIGHT_BETWEEN + 1])


def two_rewordings(between: str, facing: str) -> list[VisibleMarks]:
    """Return "slow … boat" and "fast … ship" with what stands between the two rewordings."""
    n, m = (len(text.replace("|", "").split()) for text in (between, facing))
    return readable(
        f"slow {between} boat",
        f"fast {facing} ship",
        change("reworded", (0, 1), (0, 1)),
        change("reworded", (n + 1, n + 2), (m + 1, m + 2)),
    )


@pytest.mark.parametrize(("between", "facing"), [(GAP, GAP), (GAP, ""), ("", GAP), ("", "")])
def test_rewordings_with_a_few_light_words_between_them_are_one(between: str, facing: str) -> None:
    whole = (f"slow {between} boat", f"fast {facing} ship")
    assert two_rewordings(between, facing) == [
        ("reworded", *(" ".join(text.split()) for text in whole))
    ]


@pytest.mark.parametrize(
    ("between", "facing"),
    [
        (WIDE_GAP, WIDE_GAP),
        (WIDE_GAP, ""),
        ("", WIDE_GAP),
        ("red", ""),
        ("", "red"),
        (",", ""),
        ("", ","),
        ("| of", "of"),
        ("of", "of |"),
        ("|", ""),
    ],
)
def test_more_than_that_keeps_rewordings_apart(between: str, facing: str) -> None:
    assert two_rewordings(between, facing) == [
        ("reworded", "slow", "fast"),
        ("reworded", "boat", "ship"),
    ]


def test_two_light_words_between_rewordings_are_the_most() -> None:
    assert two_rewordings("of the", "of a") == [("reworded", "slow of the boat", "fast of a ship")]
    assert len(two_rewordings("of the a", "of")) == 2


@pytest.mark.parametrize("kinds", [("reworded", "form"), ("form", "reworded"), ("form", "form")])
def test_only_rewordings_are_joined(kinds: tuple[str, str]) -> None:
    found = readable(
        "slow boats",
        "fast ship",
        change(kinds[0], (0, 1), (0, 1)),
        change(kinds[1], (1, 2), (1, 2)),
    )
    assert found == [(kinds[0], "slow", "fast"), (kinds[1], "boats", "ship")]


def test_a_minor_change_between_two_rewordings_is_covered() -> None:
    found = readable(
        "slow The boat",
        "fast the ship",
        change("reworded", (0, 1), (0, 1)),
        change("typography", (1, 2), (1, 2)),
        change("reworded", (2, 3), (2, 3)),
    )
    assert found == [("reworded", "slow The boat", "fast the ship")]


def test_another_change_of_the_text_is_not_looked_past() -> None:
    found = readable(
        "slow of boat",
        "fast ship",
        change("reworded", (0, 1), (0, 1)),
        change("removed", (1, 2), (1, 1)),
        change("reworded", (2, 3), (1, 2)),
    )
    assert found == [
        ("reworded", "slow", "fast"),
        ("removed", "of", ""),
        ("reworded", "boat", "ship"),
    ]


def test_a_minor_change_is_joined_with_nothing() -> None:
    found = readable(
        "slow boat",
        "fast Boat",
        change("reworded", (0, 1), (0, 1)),
        change("typography", (1, 2), (1, 2)),
    )
    assert found == [("reworded", "slow", "fast"), ("typography", "boat", "Boat")]


def test_rewordings_are_not_joined_over_a_word_that_moved() -> None:
    moved = change("reordered", (1, 2), (5, 6))
    found = readable(
        "slow the boat lay far out",
        "fast ship lay far out the",
        change("reworded", (0, 1), (0, 1)),
        moved,
        change("reworded", (2, 3), (1, 2)),
    )
    assert found == [
        ("reworded", "slow", "fast"),
        ("reworded", "boat", "ship"),
        ("reordered", "the", "the"),
    ]


def two_around_an_equal_word(original: str, rewrite: str) -> list[VisibleMarks]:
    """Return two rewordings, all words before "that" and all behind it, after all rules."""
    one, other = original.split(), rewrite.split()
    i, j = one.index("that"), other.index("that")
    return readable(
        original,
        rewrite,
        change("reworded", (0, i), (0, j)),
        change("reworded", (i + 1, len(one)), (j + 1, len(other))),
    )


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("to that he", "by that it"),
        ("to that he had", "by that it has"),
        ("2 litres that 10 kg", "4 pints that 22 lb"),
        ("2 that 10 kg", "4 that 22 lb"),
    ],
)
def test_function_words_and_figures_exchanged_around_an_equal_word_stay_two(
    original: str, rewrite: str
) -> None:
    assert len(two_around_an_equal_word(original, rewrite)) == 2


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("to that he had", "by that it"),  # not as many words
        ("to that boat", "by that ship"),  # a content word on one side
        ("2 litres that boat", "4 pints that ship"),  # figures on one side
    ],
)
def test_other_rewordings_around_an_equal_light_word_are_one(original: str, rewrite: str) -> None:
    assert len(two_around_an_equal_word(original, rewrite)) == 1


def test_function_words_exchanged_side_by_side_are_one_rewording() -> None:
    one, other = change("reworded", (0, 1), (0, 1)), change("reworded", (1, 2), (1, 2))
    assert readable("to the", "by a", one, other) == [("reworded", "to the", "by a")]


def test_a_rewording_of_a_pictograph_is_not_joined_to_that_of_a_word() -> None:
    one, other = change("reworded", (0, 1), (0, 1)), change("reworded", (2, 3), (2, 3))
    assert len(readable("lamp of 🎉", "light of 🚗", one, other)) == 2
    assert len(readable("lamp of sea", "light of seas", one, other)) == 1


@pytest.mark.parametrize(
    ("original", "rewrite", "kind"),
    [
        ("did", "didn't", "reworded"),
        ("are moving", "aren't moved", "reworded"),
        ("safe", "unsafe", "reworded"),
        ("have not", "haven't", "form"),
        ("didn't", "don't", "form"),
        ("lamps", "lamp", "form"),
    ],
)
def test_a_form_that_negates_the_other_side_is_a_rewording(
    original: str, rewrite: str, kind: str
) -> None:
    rows, columns = len(original.split()), len(rewrite.split())
    found = readable(original, rewrite, change("form", (0, rows), (0, columns)))
    assert found == [(kind, original, rewrite)]


def test_a_compound_and_its_parts_are_typography_together() -> None:
    parts = [
        change("form", (0, 1), (0, 1)),
        change("typography", (1, 1), (1, 2)),
        change("added", (1, 1), (2, 3)),
    ]
    assert readable("on-line", "on – line", *parts) == [("typography", "on-line", "on – line")]
    assert len(readable("on-land", "on – line", *parts)) == 3


def test_parts_that_end_a_sentence_stay_apart() -> None:
    parts = [change("form", (0, 1), (0, 1)), change("added", (1, 1), (1, 2))]
    assert len(readable("on-line", "on | line", *parts)) == 2


# --- marks at the ends are minor -------------------------------------------------------------


@pytest.mark.parametrize("kind", ["reworded", "form"])
def test_marks_at_both_ends_of_a_change_are_taken_off(kind: str) -> None:
    found = readable("( men )", "[ people", change(kind, (0, 3), (0, 2)))
    assert found == [("typography", "(", "["), (kind, "men", "people"), ("typography", ")", "")]


def test_several_marks_at_an_end_are_taken_off_together() -> None:
    found = readable("men ) ,", "people . ”", change("reworded", (0, 3), (0, 3)))
    assert found == [("reworded", "men", "people"), ("typography", ") ,", ". ”")]


@pytest.mark.parametrize(("original", "rewrite"), [("men", "people ,"), ("men ,", "people")])
def test_a_mark_on_one_side_only_is_taken_off(original: str, rewrite: str) -> None:
    rows, columns = len(original.split()), len(rewrite.split())
    found = readable(original, rewrite, change("reworded", (0, rows), (0, columns)))
    marks = (original.removeprefix("men").strip(), rewrite.removeprefix("people").strip())
    assert found == [("reworded", "men", "people"), ("typography", *marks)]


def test_marks_inside_a_change_stay() -> None:
    found = readable("old , men", "young people", change("reworded", (0, 3), (0, 2)))
    assert found == [("reworded", "old , men", "young people")]


@pytest.mark.parametrize(("original", "rewrite"), [(", )", "and"), ("and", ", )")])
def test_a_side_of_marks_alone_stays_whole(original: str, rewrite: str) -> None:
    rows, columns = len(original.split()), len(rewrite.split())
    found = readable(original, rewrite, change("reworded", (0, rows), (0, columns)))
    assert found == [("reworded", original, rewrite)]


@pytest.mark.parametrize(
    ("original", "rewrite", "kind"), [("( new )", "", "removed"), ("", "( new )", "added")]
)
def test_marks_come_and_go_with_their_phrase(original: str, rewrite: str, kind: str) -> None:
    rows, columns = len(original.split()), len(rewrite.split())
    found = readable(original, rewrite, change(kind, (0, rows), (0, columns)))
    assert found == [(kind, original, rewrite)]


# --- what is the same but for marks and spaces is typography ---------------------------------


@pytest.mark.parametrize("kind", ["reworded", "form"])
def test_a_rewording_of_marks_and_spaces_is_typography(kind: str) -> None:
    found = readable("al Qaeda left", "al-qaeda left", change(kind, (0, 2), (0, 1)))
    assert found == [("typography", "al Qaeda", "al-qaeda")]


def test_another_letter_is_a_rewording() -> None:
    found = readable("al Qaeda left", "al-Qaida left", change("reworded", (0, 2), (0, 1)))
    assert found == [("reworded", "al Qaeda", "al-Qaida")]


def test_words_that_moved_stay_moved_though_they_are_the_same() -> None:
    found = readable("lamp old", "lamp old", change("reordered", (0, 1), (0, 1)))
    assert found == [("reordered", "lamp", "lamp")]


# --- typography in a row is one change -------------------------------------------------------


def test_words_in_a_row_whose_case_changed_are_one() -> None:
    found = readable(
        "Numerical Action Method",
        "numerical action method",
        *(change("typography", (n, n + 1), (n, n + 1)) for n in range(3)),
    )
    assert found == [("typography", "Numerical Action Method", "numerical action method")]


@pytest.mark.parametrize(
    ("original", "rewrite", "second"),
    [
        ("Old the Lamp", "old the lamp", ((2, 3), (2, 3))),  # a word between them
        ("Old | Lamp", "old lamp", ((1, 2), (1, 2))),  # the end of a sentence
        ("Old lamp", "old Lamp |", ((1, 2), (1, 1))),  # a side without words
        ("Old lamp", "old Lamp", ((1, 1), (1, 2))),
    ],
)
def test_other_typography_stays_apart(
    original: str, rewrite: str, second: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    first = change("typography", (0, 1), (0, 1))
    assert len(readable(original, rewrite, first, change("typography", *second))) == 2


def test_typography_behind_a_mark_that_went_stays_apart() -> None:
    found = readable(
        ", Old", "old", change("typography", (0, 1), (0, 0)), change("typography", (1, 2), (0, 1))
    )
    assert found == [("typography", ",", ""), ("typography", "Old", "old")]


def test_nothing_changes_without_changes() -> None:
    assert readable("", "") == []
    assert readable("old lamps burned slowly", "old lamps burned slowly", whole_above=0.0) == []


def test_work_stops_when_asked_to() -> None:
    with pytest.raises(Cancelled):
        make_readable(
            [], words_of("", ""), whole_above=1.0, progress=Progress(cancel=Deadline(0.0))
        )
