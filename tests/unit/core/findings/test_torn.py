from __future__ import annotations

import pytest

from facing_pages.core.findings.torn import torn_places
from tests.helpers.readings import reading_of


def places(original: str, rewrite: str) -> list[str]:
    reading = reading_of(original, rewrite)
    return [reading.sides.rewrite.quote(run) for run in torn_places(reading)]


@pytest.mark.parametrize(
    ("rewrite", "place"),
    [
        ("They fled from the the burning house at night.", "the the"),
        ("They fled from the burning. house at night.", "burning. house"),
        ("They fled from the burning house at night. .", ". ."),
    ],
)
def test_a_broken_place_is_found(rewrite: str, place: str) -> None:
    assert places("They fled from the burning house at night.", rewrite) == [place]


def test_what_is_broken_in_the_original_as_well_is_no_finding() -> None:
    text = "They fled from the the house."
    assert places(text, text.replace("fled", "ran")) == []


@pytest.mark.parametrize(
    "rewrite",
    ["He lived in St. john Street at night.", "It cost 5 5 at night.", "It was late... very late."],
)
def test_points_and_figures_that_mean_something_are_no_breaks(rewrite: str) -> None:
    assert places("It was late, very late, in the street at night.", rewrite) == []
