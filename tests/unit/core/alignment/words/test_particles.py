"""Particles of Korean: which say the same of a word, and what a word is without them."""

from __future__ import annotations

import pytest

from facing_pages import compare
from facing_pages.core.alignment.words.particles import are_forms_by_particle, stem_of


@pytest.mark.parametrize(
    ("word", "stem"), [("비는", "비"), ("집에서", "집"), ("집에", "집"), ("비", None), ("는", None)]
)
def test_the_longest_particle_is_taken_off(word: str, stem: str | None) -> None:
    assert stem_of(word) == stem


@pytest.mark.parametrize(
    ("one", "other", "are_forms"),
    [
        ("비는", "비가", True),
        ("책을", "책를", True),
        ("집부터", "집까지", False),
        ("형이", "형을", False),
        ("형이", "집이", None),
        ("형이", "형", None),
        ("형이", "형이", None),
        ("rain", "rains", None),
    ],
)
def test_particles_of_one_group_may_stand_for_each_other(
    one: str, other: str, are_forms: bool | None
) -> None:
    assert are_forms_by_particle(one, other) is are_forms
    assert are_forms_by_particle(other, one) is are_forms


def test_a_particle_is_a_form_also_beside_a_rewording() -> None:
    comparison = compare("바람은 아침부터 불었다.", "바람이 아침까지 불었다.")
    kinds = [change.kind.value for change in comparison.changes]
    assert kinds == ["form", "reworded"]
