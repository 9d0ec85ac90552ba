from __future__ import annotations

import pytest

from facing_pages.core.findings.antonyms import are_opposite


@pytest.mark.parametrize(
    ("one", "other"), [("open", "close"), ("rise", "fall"), ("above", "below"), ("after", "before")]
)
def test_opposites_are_known_in_either_order(one: str, other: str) -> None:
    assert are_opposite(one, other, "en")
    assert are_opposite(other, one, "en")


def test_words_near_an_opposite_count_only_if_asked_for() -> None:
    assert not are_opposite("damp", "dry", "en")
    assert are_opposite("damp", "dry", "en", nearly=True)


@pytest.mark.parametrize(("one", "other"), [("ship", "boat"), ("open", "open"), ("xyzzy", "open")])
def test_other_words_are_no_opposites(one: str, other: str) -> None:
    assert not are_opposite(one, other, "en", nearly=True)


def test_a_language_without_a_table_has_no_opposites() -> None:
    assert not are_opposite("open", "close", "fi")
