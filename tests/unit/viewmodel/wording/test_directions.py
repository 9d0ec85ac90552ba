from __future__ import annotations

import pytest

from facing_pages.viewmodel.wording.directions import arrowed, isolated, runs_right_to_left

COFFEE_HOUSE, RESTAURANT = "المقهى", "المطعم"
ISOLATED = f"\u2068{COFFEE_HOUSE}\u2069"


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("", False),
        ("12, ", False),
        ("quiet", False),
        (COFFEE_HOUSE, True),
        (f"12 {COFFEE_HOUSE} quiet", True),
        (f"quiet {COFFEE_HOUSE}", False),
        (ISOLATED, False),
        (f"{ISOLATED} quiet {COFFEE_HOUSE}", False),
        (f"quiet\u2069 {COFFEE_HOUSE}", False),
        (f"\u2068quiet\u2069 {COFFEE_HOUSE}", True),
    ],
)
def test_a_text_runs_as_its_first_letter_does(text: str, is_so: bool) -> None:
    assert runs_right_to_left(text) is is_so


def test_only_words_that_run_right_to_left_are_isolated() -> None:
    assert isolated("quiet – naïve") == "quiet – naïve"
    assert isolated(COFFEE_HOUSE) == ISOLATED


def test_the_arrow_points_the_way_both_wordings_are_read() -> None:
    assert arrowed("quiet", "silent") == "quiet → silent"
    line = arrowed(COFFEE_HOUSE, RESTAURANT)
    assert runs_right_to_left(line)
    assert line.index(COFFEE_HOUSE) < line.index("←") < line.index(RESTAURANT)


def test_wordings_in_both_directions_keep_their_places() -> None:
    assert arrowed(COFFEE_HOUSE, "café") == f"{ISOLATED} → café"
    assert arrowed("café", COFFEE_HOUSE) == f"café → {ISOLATED}"
    assert not runs_right_to_left(arrowed(COFFEE_HOUSE, "—"))
