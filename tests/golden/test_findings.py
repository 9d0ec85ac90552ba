"""Changes of meaning planted in pairs of our own: what was found is stored, and what was not.

The texts were written before anything was measured on them. Nothing is tuned on them either.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from facing_pages.core.model import FindingKind, Side
from facing_pages.marks.finding_words import kinds_looked_for
from tests.helpers.places import GOLDEN
from tests.helpers.planted import Passage, Score, passages_of, score_of, summary
from tests.helpers.stored import check_stored

FOLDER = GOLDEN / "findings"
TEXTS = sorted((FOLDER / "texts").iterdir())
LANGUAGES = "languages"
# The pairs of each text, and how often each kind is planted at least.
PASSAGES = 10
MIN_PLANTED = 4
MEASURED = "## Found today\n"


@cache
def scores_of(path: Path) -> tuple[Score, ...]:
    return tuple(map(score_of, passages_of(path)))


def all_passages() -> list[tuple[str, Passage]]:
    return [(f"{path.stem}: {one.name}", one) for path in TEXTS for one in passages_of(path)]


@pytest.mark.parametrize(
    "passage", [p for _, p in all_passages()], ids=[n for n, _ in all_passages()]
)
def test_words_of_what_was_planted_stand_once_in_their_text(passage: Passage) -> None:
    texts = {Side.ORIGINAL: passage.original, Side.REWRITE: passage.changed}
    assert passage.faithful != passage.changed
    assert len(passage.plants) == 2
    for plant in passage.plants:
        assert plant.original or plant.rewrite
        for side, text in texts.items():
            assert not plant.words(side) or text.count(plant.words(side)) == 1, plant


def test_each_text_has_ten_passages_and_each_kind_is_planted() -> None:
    assert [len(passages_of(path)) for path in TEXTS] == [PASSAGES] * len(TEXTS)
    english = [p for path in TEXTS if path.stem != LANGUAGES for p in passages_of(path)]
    planted = Counter(plant.kind for passage in english for plant in passage.plants)
    assert all(planted[kind] >= MIN_PLANTED for kind in FindingKind)


def test_nothing_is_found_of_kinds_that_are_said_not_to_be_looked_for() -> None:
    found = {kind for path in TEXTS for score in scores_of(path) for kind in score.kinds}
    assert found <= kinds_looked_for()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_is_found_is_what_was_stored(path: Path) -> None:
    lines = [line for score in scores_of(path) for line in (*score.lines(), "")]
    check_stored(FOLDER / "found" / path.name, "\n".join(lines).encode())


def test_the_table_of_what_is_found_is_what_was_stored() -> None:
    english = [score for path in TEXTS if path.stem != LANGUAGES for score in scores_of(path)]
    others = [score for path in TEXTS if path.stem == LANGUAGES for score in scores_of(path)]
    readme = FOLDER / "README.md"
    before = readme.read_text("utf-8").partition(MEASURED)[0]
    parts = [MEASURED, "### English, ten kinds of text", "", *summary(english), ""]
    parts += ["### German, French, Spanish, Italian, Portuguese, Dutch", "", *summary(others), ""]
    check_stored(readme, (before + "\n".join(parts)).encode())
