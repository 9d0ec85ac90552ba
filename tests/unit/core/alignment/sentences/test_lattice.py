"""Chains of links against a slow, obvious twin that tries every chain."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages.core.alignment.sentences.lattice import Lattice
from facing_pages.core.alignment.sentences.link_scores import Shape
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both, of_side
from facing_pages.core.model import Span

SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3))
Chain = tuple[SpanLink, ...]


def every_chain(size: tuple[int, int], start: tuple[int, int] = (0, 0)) -> Iterator[Chain]:
    """Give every chain of links in order, the empty one too."""
    yield ()
    for i in range(start[0], size[0]):
        for j in range(start[1], size[1]):
            for shape in SHAPES:
                end = (i + shape[0], j + shape[1])
                if end[0] <= size[0] and end[1] <= size[1]:
                    for rest in every_chain(size, end):
                        yield (SpanLink(Span(i, end[0]), Span(j, end[1])), *rest)


def worth(
    chain: Chain, size: tuple[int, int], earned: dict[Shape, np.ndarray], gaps: tuple[float, float]
) -> float:
    """Return what a chain earns with its gaps."""
    total = 0.0
    reached = (0, 0)
    for link in chain:
        i, j = link.original.start, link.rewrite.start
        total += gaps[0] * (i > reached[0]) + gaps[1] * (j > reached[1])
        total += float(earned[link.original.length, link.rewrite.length][i, j])
        reached = (link.original.end, link.rewrite.end)
    return total + gaps[0] * (size[0] > reached[0]) + gaps[1] * (size[1] > reached[1])


@st.composite
def problems(
    draw: st.DrawFn,
) -> tuple[tuple[int, int], dict[Shape, np.ndarray], tuple[float, float]]:
    """Draw a small problem."""
    size = (draw(st.integers(1, 4)), draw(st.integers(1, 4)))
    generator = np.random.default_rng(draw(st.integers(0, 10_000)))
    earned = {
        shape: generator.normal(0, 3, (size[0] - shape[0] + 1, size[1] - shape[1] + 1)).astype(
            np.float32
        )
        for shape in SHAPES
        if shape[0] <= size[0] and shape[1] <= size[1]
    }
    gaps = (draw(st.floats(-3, 1)), draw(st.floats(-3, 1)))
    return size, earned, gaps


@settings(max_examples=60, deadline=None)
@given(problems())
def test_no_chain_earns_more_than_the_best(
    problem: tuple[tuple[int, int], dict[Shape, np.ndarray], tuple[float, float]],
) -> None:
    size, earned, gaps = problem
    found = tuple(Lattice(size, earned, gaps).best_chain())
    most = max(worth(chain, size, earned, gaps) for chain in every_chain(size))
    assert worth(found, size, earned, gaps) == pytest.approx(most, abs=1e-4)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_a_link_is_as_probable_as_the_chains_that_have_it(
    problem: tuple[tuple[int, int], dict[Shape, np.ndarray], tuple[float, float]],
) -> None:
    size, earned, gaps = problem
    likely = Lattice(size, earned, gaps).likely_links()
    weights = {chain: math.exp(worth(chain, size, earned, gaps)) for chain in every_chain(size)}
    links = list(likely.chosen(likely.probability > 0))
    found = {link._replace(confidence=1.0): link.confidence for link in links}
    every = {link for chain in weights for link in chain}
    for link in every:
        having = sum(weight for chain, weight in weights.items() if link in chain)
        share = having / sum(weights.values())
        assert found.get(link, 0.0) == pytest.approx(share, rel=1e-3, abs=5.1e-3)
        assert (share < 5.1e-3) or link in found
    assert set(found) <= every


@settings(max_examples=60, deadline=None)
@given(problems())
def test_a_sentence_is_alone_as_probably_as_the_chains_that_leave_it_out(
    problem: tuple[tuple[int, int], dict[Shape, np.ndarray], tuple[float, float]],
) -> None:
    size, earned, gaps = problem
    alone = Lattice(size, earned, gaps).likely_links().alone(size)
    weights = {chain: math.exp(worth(chain, size, earned, gaps)) for chain in every_chain(size)}
    for side, count in Both(*size).items():
        for k in range(count):
            without = sum(
                weight
                for chain, weight in weights.items()
                if not any(k in range(*of_side(link, side)) for link in chain)
            )
            # Links too improbable to count are taken not to be, half a percent each.
            share = without / sum(weights.values())
            assert share - 1e-3 <= alone[side][k] <= share + 0.005 * 4 * len(SHAPES)


def test_long_runs_stay_within_the_numbers() -> None:
    size = (300, 300)
    earned = {(1, 1): np.where(np.eye(300) > 0, 60.0, -60.0).astype(np.float32)}
    lattice = Lattice(size, earned, (-2.0, -2.0))
    links = lattice.best_chain()
    assert [(link.original.start, link.rewrite.start) for link in links] == [
        (k, k) for k in range(300)
    ]
    likely = lattice.likely_links()
    found = likely.chosen(likely.probability > 0)
    assert [link[:2] for link in found] == [link[:2] for link in links]
    assert likely.probability == pytest.approx([1.0] * 300)
