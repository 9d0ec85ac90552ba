from __future__ import annotations

import pytest

from facing_pages.core.findings.roles.agents import turned_agents
from tests.helpers.readings import reading_of


def turned(original: str, rewrite: str, language: str = "en") -> list[tuple[str, str]]:
    reading = reading_of(original, rewrite, language)
    first, second = reading.sides
    return [(first.quote(a), second.quote(b)) for a, b in turned_agents(reading)]


@pytest.mark.parametrize(
    ("original", "rewrite", "was", "became"),
    [
        ("There were attacks by rebels in May.", "There were attacks on rebels in May.",
         "attacks by rebels", "attacks on rebels"),
        ("The raids on the farmers went on.", "The raids by the farmers continued.",
         "raids on the farmers", "raids by the farmers"),
        ("Criticism by the press grew.", "Criticism of the press grew.", "Criticism by the press",
         "Criticism of the press"),
        ("The threats by Anna Berg grew louder.", "The threats against Anna Berg grew louder.",
         "threats by Anna Berg", "threats against Anna Berg"),
    ],
)  # fmt: skip
def test_a_doer_who_becomes_the_one_it_is_done_to_is_found(
    original: str, rewrite: str, was: str, became: str
) -> None:
    assert turned(original, rewrite) == [(was, became)]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("The town was shaken by attacks by rebels.", "Attacks by rebels shook the town."),
        ("The house by the lake burned.", "The house on the lake burned."),
        ("He stood by the river.", "He stood on the river bank."),
        ("The raid on the farm failed.", "The raid on the farmers failed."),
        ("The attack by the rebels failed.", "The rebels' attack failed."),
        ("The novel by Anna sold well.", "The novel of Anna sold well."),
    ],
)
def test_the_same_doer_in_other_words_is_no_finding(original: str, rewrite: str) -> None:
    assert turned(original, rewrite) == []


def test_german_deeds_are_read() -> None:
    original, rewrite = "Der Angriff von Rebellen begann.", "Der Angriff auf Rebellen begann."
    assert len(turned(original, rewrite, "de")) == 1
