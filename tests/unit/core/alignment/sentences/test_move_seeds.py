"""Which sentences are surely each other's among all that are left over."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from facing_pages.core.alignment.sentences import move_seeds
from facing_pages.core.alignment.sentences.move_seeds import (
    BestMatches,
    Seed,
    SharedElsewhere,
    seeds_among,
)
from facing_pages.core.alignment.sentences.sentence_units import Floats
from facing_pages.core.both import Both
from facing_pages.core.model import Span
from facing_pages.core.progress import NO_PROGRESS, Progress
from tests.helpers.sections import section_of, words

# Few values, so that there are equals; all of them exact.
values = st.sampled_from([0.0, 0.25, 0.5, 1.0])
tables = arrays.arrays(np.float32, st.tuples(st.integers(1, 7), st.integers(1, 5)), elements=values)


@given(tables, st.integers(1, 4))
def test_best_matches_are_the_same_part_by_part(table: Floats, step: int) -> None:
    whole = BestMatches.among(table.T)
    parts = BestMatches.of_nothing(table.shape[1])
    for start in range(0, len(table), step):
        parts = parts.or_better(BestMatches.among(table[start : start + step].T), start)
    for one, other in zip(whole, parts, strict=True):
        assert one.tolist() == other.tolist()


@given(tables)
def test_a_best_match_is_the_first_of_the_most_alike(table: Floats) -> None:
    found = BestMatches.among(table)
    for row, best, alike, second in zip(
        table.tolist(), *map(np.ndarray.tolist, found), strict=True
    ):
        assert alike == max(row)
        assert best == row.index(alike)
        assert second == max([0.0, *row[:best], *row[best + 1 :]])


def seeds(original: list[str], rewrite: list[str]) -> list[Seed]:
    """Return the seeds among all sentences of two texts."""
    section = section_of([original], [rewrite])
    free = section.units.map(lambda side: np.ones(len(side), dtype=bool))
    return seeds_among(section.units, section.features, free, NO_PROGRESS)


def places(found: list[Seed]) -> list[tuple[int, int]]:
    """Return the sentences of seeds."""
    return [(seed.original, seed.rewrite) for seed in found]


def partly(shared: int, length: int, start: int, other: int) -> str:
    """Return a sentence with some of the words from `start` on and others from `other` on."""
    return f"{words(start, start + shared - 1)} {words(other, other + length - shared - 1)}"


@pytest.mark.parametrize(("length", "count"), [(11, 1), (12, 0)])
def test_a_seed_has_a_likeness_of_at_least_18_percent(length: int, count: int) -> None:
    # 2/11 = 0.182 and 2/12 = 0.167.
    found = seeds([words(0, length - 1)], [partly(2, length, 0, 100)])
    assert len(found) == count


@pytest.mark.parametrize(("length", "count"), [(16, 1), (18, 0)])
def test_a_seed_is_better_than_any_other_by_a_margin(length: int, count: int) -> None:
    # By one word of 16 (0.0625) and by one of 18 (0.056).
    one = words(0, length - 1)
    best, second = partly(9, length, 0, 100), partly(8, length, 0, 200)
    assert places(seeds([one], [second, best])) == [(0, 1)][:count]
    assert places(seeds([second, best], [one])) == [(1, 0)][:count]


def test_the_best_of_only_one_side_is_no_seed() -> None:
    middle = words(0, 9)
    assert places(seeds([middle, partly(5, 10, 0, 100)], [partly(7, 10, 0, 200)])) == [(0, 0)]


def test_seeds_come_by_likeness_and_then_in_order() -> None:
    original = [words(0, 9), words(20, 29), words(40, 49)]
    rewrite = [words(40, 49), words(20, 29), partly(6, 10, 0, 100)]
    found = seeds(original, rewrite)
    assert places(found) == [(1, 1), (2, 0), (0, 2)]
    assert [round(seed.alike, 3) for seed in found] == [1.0, 1.0, 0.6]


def test_only_free_sentences_are_compared() -> None:
    texts = [words(0, 9), words(20, 29)]
    section = section_of([texts], [texts])
    nobody = np.zeros(2, dtype=bool)
    first = np.array([True, False])
    free = np.ones(2, dtype=bool)
    assert seeds_among(section.units, section.features, Both(nobody, free), NO_PROGRESS) == []
    assert seeds_among(section.units, section.features, Both(free, nobody), NO_PROGRESS) == []
    found = seeds_among(section.units, section.features, Both(first, free), NO_PROGRESS)
    assert places(found) == [(0, 0)]
    behind = np.array([False, True])
    found = seeds_among(section.units, section.features, Both(behind, behind), NO_PROGRESS)
    assert places(found) == [(1, 1)]


@pytest.mark.parametrize(("most", "parts"), [(1, 3), (3, 3), (5, 3), (6, 2), (8, 2), (9, 1)])
def test_tables_that_are_too_large_are_compared_part_by_part(
    most: int, parts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = [words(0, 9), words(20, 29), words(40, 49)]
    rewrite = [words(40, 49), partly(6, 10, 0, 100), words(20, 29)]
    section = section_of([original], [rewrite])
    free = Both(np.ones(3, dtype=bool), np.ones(3, dtype=bool))
    whole = seeds(original, rewrite)
    monkeypatch.setattr(move_seeds, "MAX_PART_CELLS", most)
    reports: list[float] = []
    progress = Progress(lambda stage, share: reports.append(share))
    assert seeds_among(section.units, section.features, free, progress) == whole
    # Before each part, so that the search can be stopped.
    assert reports == [1.0] * parts


@pytest.mark.parametrize(("shared", "count"), [(1, 0), (2, 1)])
def test_of_too_many_those_are_tried_that_share_rarities(
    shared: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Of two words that follow one another, the pair is a rarity too.
    monkeypatch.setattr(move_seeds, "MAX_COMPARED_CELLS", 0)
    one = words(0, 4)
    other = f"{words(0, shared - 1)} {words(100, 104 - shared)}"
    found = seeds([words(50, 54), one], [other, words(60, 64)])
    assert places(found) == [(1, 0)][:count]


def test_rare_words_alone_make_no_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(move_seeds, "MAX_COMPARED_CELLS", 0)
    assert seeds([words(0, 29)], [partly(2, 30, 0, 100)]) == []


def test_as_many_cells_as_may_be_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    # One rare word in common: found only where all is compared with all.
    monkeypatch.setattr(move_seeds, "MAX_COMPARED_CELLS", 2)
    one, other = words(0, 3), f"{words(0, 0)} {words(100, 102)}"
    assert places(seeds([one], [other, words(60, 64)])) == [(0, 0)]
    monkeypatch.setattr(move_seeds, "MAX_COMPARED_CELLS", 1)
    assert seeds([one], [other, words(60, 64)]) == []


def test_nothing_is_like_what_was_compared_with_nothing() -> None:
    nothing = BestMatches.of_nothing(2)
    assert [column.tolist() for column in nothing] == [[0, 0], [0.0, 0.0], [0.0, 0.0]]


def test_a_single_counterpart_has_no_second() -> None:
    found = BestMatches.among(np.array([[0.5], [0.25]], dtype=np.float32))
    assert [column.tolist() for column in found] == [[0, 0], [0.5, 0.25], [0.0, 0.0]]


@pytest.mark.parametrize(("length", "count"), [(11, 1), (12, 0)])
def test_a_seed_found_by_rarities_is_as_alike_as_any_other(
    length: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 2/11 = 0.182 and 2/12 = 0.167.
    monkeypatch.setattr(move_seeds, "MAX_COMPARED_CELLS", 0)
    found = seeds([words(50, 54), words(0, length - 1)], [partly(2, length, 0, 100)])
    assert places(found) == [(1, 0)][:count]
    assert [round(seed.alike, 2) for seed in found] == [0.18] * count


def test_the_second_best_of_many_is_known() -> None:
    table = np.random.default_rng(0).permuted(np.tile(np.arange(60.0), (20, 1)), axis=1)
    found = BestMatches.among(table.astype(np.float32))
    assert set(found.alike.tolist()) == {59.0}
    assert set(found.second.tolist()) == {58.0}
    assert found.best.tolist() == [row.index(59.0) for row in table.tolist()]


@pytest.mark.parametrize("most", [0, move_seeds.MAX_COMPARED_CELLS])
@pytest.mark.parametrize(("least", "count"), [(0.5, 1), (0.501, 0)])
def test_a_seed_may_be_exactly_as_alike_as_one_must_be(
    least: float, count: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(move_seeds, "MIN_SEED_LIKENESS", least)
    monkeypatch.setattr(move_seeds, "MAX_COMPARED_CELLS", most)
    assert len(seeds([words(0, 3)], [partly(2, 4, 0, 100)])) == count


@pytest.mark.parametrize(("margin", "count"), [(0.25, 1), (0.251, 0)])
def test_a_seed_may_be_better_than_others_by_exactly_the_margin(
    margin: float, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(move_seeds, "MIN_SEED_MARGIN", margin)
    one, best, second = words(0, 3), partly(3, 4, 0, 100), partly(2, 4, 0, 200)
    assert len(seeds([one], [second, best])) == count


def test_what_two_sentences_share_is_looked_for_in_all_others() -> None:
    one, other = f"{words(0, 3)} the", f"{words(0, 3)} {words(10, 12)} the"
    section = section_of([[one, words(0, 2)]], [[words(0, 0), other]])
    elsewhere = SharedElsewhere(section.features)
    assert elsewhere.share(Span(0, 1), Span(1, 2)) == 3 / 4
    assert SharedElsewhere(section.features.swapped).share(Span(1, 2), Span(0, 1)) == 3 / 4
    assert elsewhere.share(Span(1, 2), Span(0, 1)) == 1
    # What is in the link is not elsewhere.
    assert elsewhere.share(Span(0, 2), Span(1, 2)) == 1 / 4


def test_what_shares_function_words_only_is_shared_by_all() -> None:
    section = section_of([["the storm"]], [["the harbour"]])
    assert SharedElsewhere(section.features).share(Span(0, 1), Span(0, 1)) == 1
