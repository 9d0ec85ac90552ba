"""Paragraphs of texts made from a template are linked by what they say, not by their place."""

from __future__ import annotations

import pytest

from facing_pages.core.model import LinkKind, ParagraphLink
from tests.helpers.templated_texts import KINDS, Kind, right_paragraphs, templated_pair

# Not those that `alignment_table.py` prints, on which limits were looked at.
SEEDS = range(1000, 1005)
# Of a hundred paragraphs; one pair of a kind may fail.
MIN_RIGHT = 95
MIN_RIGHT_OF_A_KIND = 85


@pytest.fixture(scope="module")
def counted() -> dict[str, tuple[int, int]]:
    """Return how many paragraphs are right, and how many there are, by kind."""
    return {kind.name: right_paragraphs(kind, SEEDS) for kind in KINDS}


def test_nearly_all_paragraphs_of_templated_texts_are_right(
    counted: dict[str, tuple[int, int]],
) -> None:
    right, count = (sum(column) for column in zip(*counted.values(), strict=True))
    assert 100 * right >= MIN_RIGHT * count


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_kind_of_template_is_linked_by_place(
    counted: dict[str, tuple[int, int]], kind: Kind
) -> None:
    right, count = counted[kind.name]
    assert 100 * right >= MIN_RIGHT_OF_A_KIND * count


def test_a_seed_makes_the_same_pair_again() -> None:
    assert templated_pair(KINDS[0], 3) == templated_pair(KINDS[0], 3)
    assert templated_pair(KINDS[0], 3) != templated_pair(KINDS[0], 8)


def test_links_by_place_are_counted_as_wrong() -> None:
    pair = templated_pair(KINDS[0], 1)  # the first is out, another one is in at the end
    lengths = {len(made.paragraphs) for made in pair.texts}
    [length] = lengths
    by_place = [ParagraphLink((k,), (k,), LinkKind.REWORDED) for k in range(length)]
    assert pair.right(by_place) == (0, 2 * length)
