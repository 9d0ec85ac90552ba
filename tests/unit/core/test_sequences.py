from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from facing_pages.core.sequences import (
    heaviest_increasing_chain,
    joined_neighbours,
    longest_increasing_chain,
)

pairs = st.lists(
    st.tuples(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(1, 5)),
    max_size=8,
    unique_by=lambda entry: entry[0],
)


def rises(chain: list[tuple[int, int]]) -> bool:
    return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))


@given(pairs)
def test_no_chain_is_heavier(weighed: list[tuple[tuple[int, int], int]]) -> None:
    weights = dict(weighed)
    chain = heaviest_increasing_chain(weighed)
    assert rises(chain)
    best = max(
        sum(weights[pair] for pair in chosen)
        for size in range(len(weights) + 1)
        for chosen in combinations(sorted(weights), size)
        if rises(list(chosen))
    )
    assert sum(weights[pair] for pair in chain) == best


def test_the_longest_chain_goes_forward() -> None:
    assert longest_increasing_chain([(0, 3), (1, 0), (2, 1), (3, 2)]) == [(1, 0), (2, 1), (3, 2)]
    assert longest_increasing_chain([]) == []


def hyphenated(last: str, word: str) -> str | None:
    return last[:-1] + word if last.endswith("-") else None


def test_neighbours_that_are_one_are_joined_also_to_what_was_joined() -> None:
    words = ["the", "light-", "house-", "keeper", "slept-"]
    assert joined_neighbours(words, hyphenated) == ["the", "lighthousekeeper", "slept-"]
    assert joined_neighbours([], hyphenated) == []
