"""Train the weights of sentence links: `resources/models/sentence-links.json`.

    python build_scripts/models/sentence_links.py FOLDER

FOLDER holds sets of texts aligned by people (`ablit/dev.jsonl`, `argrewrite/dev.jsonl`, `books/`).
The model is a conditional random field over chains of links; its weights make the aligned chains
as probable as they can be (penalised likelihood). It is trained twice: for a first look, with the
profile of a usual pair, and then with the profile that this first look gives.

Gold of books is by verse, so coarse: there every chain counts as right whose links begin and end
with the same verses on both sides, or inside the same verse. Passages are left out of books at
random, so that the model sees runs that face each other and have nothing in common.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from link_examples import BOOKS, FORCED, NEVER, Example, Link, book_examples, sentence_examples
from link_observations import COLUMNS, GAPS, SHAPES, SIZE, named
from random_field import SHAPE_TABLE, all_chains, best_chain
from scipy.optimize import minimize
from sources import RESOURCES

from facing_pages.core.alignment.sentences.link_weights import WEIGHTS_FILE
from facing_pages.core.alignment.sentences.pair_profile import TYPICAL, PairProfile, ProfileCounter
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.model import Side, Span

# How much a set counts for each of its links.
SETS = {"argrewrite": 1.0, "ablit": 1.5, "kjv-web": 1.0, "wuthering-heights": 0.6}
# Weights that say nothing as long as all pairs have the same profile.
BY_TRAITS = [name for name in COLUMNS if "_by_" in name]
PENALTY = 0.01


def main(arguments: list[str]) -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder with the aligned sets")
    folder = parser.parse_args(arguments).folder
    examples = [*sentence_examples(folder, "argrewrite"), *sentence_examples(folder, "ablit")]
    generator = np.random.default_rng(5)
    for name in BOOKS:
        examples += book_examples(folder, name, generator)
    start = np.zeros(SIZE)
    start[COLUMNS["alike"]] = 10.0
    start[COLUMNS["shapes"]] = -5.0
    for example in examples:
        example.observe(TYPICAL)
    first = fitted(examples, start, [name for name in COLUMNS if name not in BY_TRAITS], rounds=6)
    for example in examples:
        counter = ProfileCounter()
        links = [
            SpanLink(Span(i, i + SHAPES[s][0]), Span(j, j + SHAPES[s][1]))
            for s, i, j in best_links(example, first)
        ]
        counter.add(example.units, example.features, links)
        example.observe(counter.profile())
    known = fitted(examples, first, list(COLUMNS), rounds=4)
    path = RESOURCES / WEIGHTS_FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"first": named(first), "known": named(known)}, indent=1) + "\n")


def fitted(
    examples: list[Example], start: np.ndarray, names: Sequence[str], *, rounds: int
) -> np.ndarray:
    """Return the weights that make the gold most probable; others than those named stay."""
    free = np.zeros(SIZE, dtype=np.bool_)
    for name in names:
        free[COLUMNS[name]] = True
    weights = start.copy()
    penalty = PENALTY * np.maximum(mean_square(examples), 0.02)
    for number in range(rounds):
        curvature = curvature_at(weights, examples)[np.ix_(free, free)]
        curvature += 2 * np.diag(penalty[free])
        steps = np.linalg.inv(np.linalg.cholesky(curvature)).T
        base = weights.copy()

        def loss(
            z: np.ndarray, base: np.ndarray = base, steps: np.ndarray = steps
        ) -> tuple[float, np.ndarray]:
            at = base.copy()
            at[free] += steps @ z
            value, gradient = negative_likelihood(at, examples)
            value += float((penalty * at * at).sum())
            return value, steps.T @ (gradient + 2 * penalty * at)[free]

        found = minimize(
            loss, np.zeros(int(free.sum())), jac=True, method="L-BFGS-B", options={"maxiter": 25}
        )
        weights[free] = base[free] + steps @ found.x
        print(f"round {number + 1}: loss {found.fun:.2f}", flush=True)
    return weights


def mean_square(examples: Sequence[Example]) -> np.ndarray:
    """Return the mean square of each observation over the gold links."""
    rows = [example.observed[s][i, j] for example in examples for s, i, j in example.links]
    return np.mean(np.square(rows), axis=0)


def earned_by(example: Example, weights: np.ndarray) -> np.ndarray:
    """Return what each link earns: shapes, rows, columns."""
    earned = np.stack([table @ weights.astype(np.float32) for table in example.observed])
    for s, shape in enumerate(SHAPES):
        earned[s, len(example.units.original) - shape[0] + 1 :] = NEVER
        earned[s, :, len(example.units.rewrite) - shape[1] + 1 :] = NEVER
    return earned.astype(np.float64)


def gaps_of(example: Example, weights: np.ndarray) -> np.ndarray:
    """Return what gaps earn: the first and each further sentence of the original's, rewrite's."""
    gap, gap_by_rate, further, further_by_rate = weights[GAPS]
    profile = example.profile
    return np.array(
        [
            value
            for side in Side
            for value in (
                gap + gap_by_rate * profile.gaps[side],
                further + further_by_rate * profile.further[side],
            )
        ]
    )


def gap_gradient(counts: np.ndarray, profile: PairProfile) -> np.ndarray:
    """Return what counts of gaps and further sentences are multiplied with."""
    return np.array(
        [
            counts[0] + counts[2],
            counts[0] * profile.gaps.original + counts[2] * profile.gaps.rewrite,
            counts[1] + counts[3],
            counts[1] * profile.further.original + counts[3] * profile.further.rewrite,
        ]
    )


def negative_likelihood(
    weights: np.ndarray, examples: Sequence[Example]
) -> tuple[float, np.ndarray]:
    """Return minus the log likelihood of the gold, and its gradient."""
    value, gradient = 0.0, np.zeros(SIZE)
    for example in examples:
        counted = SETS[example.name]
        earned, gaps = earned_by(example, weights), gaps_of(example, weights)
        total, shares, counts = all_chains(earned, SHAPE_TABLE, gaps)
        gold, gold_sums = gold_value(example, earned, gaps)
        sums = summed(example, shares)
        sums[GAPS] += gap_gradient(counts, example.profile)
        value += counted * (total - gold)
        gradient += counted * (sums - gold_sums)
    return value, gradient


def gold_value(example: Example, earned: np.ndarray, gaps: np.ndarray) -> tuple[float, np.ndarray]:
    """Return what the gold earns, and the observations of its links."""
    if example.allowed is not None:
        total, shares, counts = all_chains(earned + example.allowed, SHAPE_TABLE, gaps)
        sums = summed(example, shares)
        forced = sum(
            FORCED * (high + wide) * float(shares[s].sum()) for s, (high, wide) in enumerate(SHAPES)
        )
        value = total - forced
    else:
        counts = counted_gaps(example)
        value = float(counts @ gaps) + sum(float(earned[link]) for link in example.links)
        sums = np.zeros(SIZE)
        for s, i, j in example.links:
            sums += example.observed[s][i, j]
    sums[GAPS] += gap_gradient(counts, example.profile)
    return value, sums


def summed(example: Example, shares: np.ndarray) -> np.ndarray:
    """Return the observations of all links, each by its share of all chains."""
    sums = np.zeros(SIZE)
    for s in range(len(SHAPES)):
        likely = shares[s] > 1e-6
        sums += shares[s][likely].astype(np.float32) @ example.observed[s][likely]
    return sums


def counted_gaps(example: Example) -> np.ndarray:
    """Return gaps and further sentences in them, of either side, in the gold."""
    counts = np.zeros(4)
    before = (0, 0)
    end = (-1, len(example.units.original), len(example.units.rewrite))
    for s, i, j in [*example.links, end]:
        for side, (reached, here) in enumerate(zip(before, (i, j), strict=True)):
            if here > reached:
                counts[2 * side] += 1
                counts[2 * side + 1] += here - reached - 1
        if s >= 0:
            before = (i + SHAPES[s][0], j + SHAPES[s][1])
    return counts


def curvature_at(weights: np.ndarray, examples: Sequence[Example]) -> np.ndarray:
    """Return about how curved the loss is, as if links were independent of each other."""
    curvature = np.zeros((SIZE, SIZE))
    for example in examples:
        gaps = gaps_of(example, weights)
        _, shares, counts = all_chains(earned_by(example, weights), SHAPE_TABLE, gaps)
        for s in range(len(SHAPES)):
            likely = shares[s] > 0.002
            share = shares[s][likely]
            rows = example.observed[s][likely].astype(np.float64)
            varies = np.maximum(share * (1 - share), 0.01 * share)
            curvature += SETS[example.name] * (rows * varies[:, None]).T @ rows
        profile = example.profile
        for k, rate in enumerate(
            (
                profile.gaps.original,
                profile.further.original,
                profile.gaps.rewrite,
                profile.further.rewrite,
            )
        ):
            row = np.zeros(4)
            row[2 * (k % 2)], row[2 * (k % 2) + 1] = 1.0, rate
            block = 0.15 * SETS[example.name] * counts[k] * np.outer(row, row)
            curvature[np.ix_(GAPS, GAPS)] += block
    return curvature


def best_links(example: Example, weights: np.ndarray) -> list[Link]:
    """Return the links of the best chain."""
    earned, gaps = earned_by(example, weights), gaps_of(example, weights)
    return [(int(s), int(i), int(j)) for s, i, j in best_chain(earned, SHAPE_TABLE, gaps)]


if __name__ == "__main__":
    main(sys.argv[1:])
