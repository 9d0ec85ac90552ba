from __future__ import annotations

import pytest

from facing_pages.core.findings.roles.roles import changed_roles
from tests.helpers.readings import reading_of


def changes(original: str, rewrite: str, language: str = "en") -> list[list[str]]:
    reading = reading_of(original, rewrite, language)
    side = reading.sides.original
    return [[side.quote(run) for run in change.original] for change in changed_roles(reading)]


@pytest.mark.parametrize(
    ("original", "rewrite", "exchanged"),
    [
        ("The dog bit the man.", "The man bit the dog.", ["dog", "man"]),
        (
            "The archive was sued by the union.",
            "The union was sued by the archive.",
            ["archive", "union"],
        ),
        (
            "They sent the letters from Oslo to Ghent.",
            "They sent the letters from Ghent to Oslo.",
            ["Oslo", "Ghent"],
        ),
        ("The dog bit the man.", "The dog was bitten by the man.", ["dog", "man"]),
    ],
)
def test_exchanged_roles_are_found(original: str, rewrite: str, exchanged: list[str]) -> None:
    (found,) = changes(original, rewrite)
    assert sorted(found) == sorted(exchanged)


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("The dog bit the man in the park.", "The man was bitten by the dog in the park."),
        ("In the park, the dog bit the man.", "The dog bit the man in the park."),
        ("The bread and the cheese were sold.", "The cheese and the bread were sold."),
        ("They went from Oslo to Ghent.", "They went to Ghent from Oslo."),
        ("He lived in Boston in 1923.", "He lived in 1923 in Boston."),
        ("Anna ate more often than Tom did.", "Tom ate less often than Anna did."),
        ("Anna Berg was the director.", "The director was Anna Berg."),
        (
            "Anna Berg will prepare a short survey.",
            "A short survey will be prepared by Anna Berg.",
        ),
        (
            "The teachers watched the pupils during ten lessons.",
            "For ten lessons the pupils were watched by the teachers.",
        ),
        ("Check the brakes before each ride.", "Before each ride, check the brakes."),
        (
            "He wrote to the lawyers of the bank and the friends of the union.",
            "He wrote to the friends of the union and the lawyers of the bank.",
        ),
        (
            "The results will guide the design of new material.",
            "New material will be designed with the results.",
        ),
    ],
)
def test_moved_and_passive_clauses_exchange_nothing(original: str, rewrite: str) -> None:
    assert changes(original, rewrite) == []


def test_roles_are_exchanged_in_german() -> None:
    original, rewrite = "Der Hund biss den Mann.", "Der Mann biss den Hund."
    assert len(changes(original, rewrite, "de")) == 1
