"""Train the weights of sentence links: `resources/models/sentence-links.json`.

    python build_scripts/models/sentence_links.py FOLDER

FOLDER holds sets of texts aligned by people (`ablit/dev.jsonl`, `argrewrite/dev.jsonl`, `books/`).
The model is a conditional random field over chains of links; its weights make the aligned chains
as probable as they can be (penalised likelihood). It is trained twice: for a first look, with the
traits of a usual pair, and then with the traits that this first look gives.

Gold of books is by verse, so coarse: there every chain counts as right that links only inside
the verses that belong together. Passages are left out of books at random, so that the model sees
runs that face each other and have nothing in common.
"""

from __future__ import annotations

import argparse
import bisect
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path

import numpy as np
from numba import njit
from scipy.optimize import minimize
from sources import RESOURCES

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "benchmarks"))

from alignment_table import in_file, places_in_file

from facing_pages import read_document
from facing_pages.core.alignment import scores as scoring
from facing_pages.core.alignment.scores import (
    SHAPES,
    LinkScores,
    Pricing,
    curve_segments,
    shape_number,
)
from facing_pages.core.alignment.traits import USUAL, Tally, Traits
from facing_pages.core.alignment.weights import WEIGHTS_FILE, LinkWeights
from facing_pages.core.model import Span
from facing_pages.core.similarity.extraction import make_features
from facing_pages.core.similarity.features import Features
from facing_pages.core.similarity.units import Units, document_units, text_units

# How much a set counts for each of its links.
SETS = {"argrewrite": 1.0, "ablit": 1.5, "kjv-web": 1.0, "wuthering-heights": 0.6}
# Windows taken from a book: sentences, one of how many, how many at most, and left whole of these.
BOOKS = {"kjv-web": (40, 7, 44, 12), "wuthering-heights": (50, 6, 16, 8)}
# Lengths of the weights that are several.
LENGTHS = {
    "shapes": 8, "common": 5, "alike": 4, "alike_by_kept": 4, "contained": 3, "gain": 3,
    "gain_by_kept": 3, "uneven": 2,
}  # fmt: skip
COLUMNS = {}
for _field in fields(LinkWeights):
    _first = max((columns.stop for columns in COLUMNS.values()), default=0)
    COLUMNS[_field.name] = slice(_first, _first + LENGTHS.get(_field.name, 1))
SIZE = max(columns.stop for columns in COLUMNS.values())
GAPS = [COLUMNS[name].start for name in ("gap", "gap_by_rate", "further", "further_by_rate")]
# Weights that say nothing as long as all pairs have the same traits.
BY_TRAITS = [name for name in COLUMNS if "_by_" in name]
PENALTY = 0.01
# What a linked sentence must earn inside units that belong together, to have all of it linked.
FORCED = 20.0
NEVER = -1e6

Link = tuple[int, int, int]


@dataclass
class Example:
    """Two runs of sentences and how they are aligned.

    `links` holds number of shape and first sentences; `units_together`, for books, the sentences of
    both sides of each group of gold units. `observed[s]` is (rows, columns, weights).
    """

    name: str
    units: tuple[Units, Units]
    features: tuple[Features, Features]
    links: list[Link]
    units_together: list[tuple[list[int], list[int]]] | None = None
    traits: Traits = USUAL
    observed: list[np.ndarray] | None = None
    allowed: np.ndarray | None = None

    def observe(self, traits: Traits) -> None:
        """Fill in what is observed of each possible link."""
        self.traits = traits
        self.observed = observations(self.units, self.features, traits)


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
        example.observe(USUAL)
    first = fitted(examples, start, [name for name in COLUMNS if name not in BY_TRAITS], rounds=6)
    for example in examples:
        tally = Tally()
        links = [
            (Span(i, i + SHAPES[s][0]), Span(j, j + SHAPES[s][1]))
            for s, i, j in best_links(example, first)
        ]
        tally.add(example.units, example.features, links)
        example.observe(tally.traits())
    known = fitted(examples, first, list(COLUMNS), rounds=4)
    path = RESOURCES / WEIGHTS_FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"first": named(first), "known": named(known)}, indent=1) + "\n")


def named(weights: np.ndarray) -> dict[str, list[float] | float]:
    """Return the weights by name, to five digits."""
    rounded = [float(f"{value:.5g}") for value in weights]
    return {
        name: rounded[columns] if name in LENGTHS else rounded[columns.start]
        for name, columns in COLUMNS.items()
    }


def as_weights(values: np.ndarray) -> LinkWeights:
    """Return the weights as the aligner takes them."""
    return LinkWeights(
        **{
            name: tuple(values[columns].tolist()) if name in LENGTHS else float(values[columns][0])
            for name, columns in COLUMNS.items()
        }
    )


# ---------------------------------------------------------------------------------- examples


def sentence_examples(folder: Path, name: str) -> Iterator[Example]:
    """Give the documents of a set of sentences."""
    for line in (folder / name / "dev.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        units = (text_units(record["source"]), text_units(record["target"]))
        yield Example(name, units, make_features(*units), chain_of(record["links"]))


def book_examples(folder: Path, name: str, generator: np.random.Generator) -> Iterator[Example]:
    """Give windows of a book, some of them with passages left out."""
    size, every, most, whole = BOOKS[name]
    units, together = book_gold(folder / "books" / name)
    features = make_features(*units)
    for number, (rows, columns) in enumerate(cuts(together, size)[::every][:most]):
        inside = [
            ([i - rows.start for i in one], [j - columns.start for j in other])
            for one, other in together
            if rows.start <= one[0] and one[-1] < rows.end and columns.start <= other[0]
            and other[-1] < columns.end
        ]  # fmt: skip
        example = Example(
            name,
            (units[0].part(rows), units[1].part(columns)),
            (features[0].rows(rows), features[1].rows(columns)),
            [],
            inside,
        )
        yield completed(example if number < whole else with_gaps(example, generator))


def book_gold(folder: Path) -> tuple[tuple[Units, Units], list[tuple[list[int], list[int]]]]:
    """Return the sentences of a book, and which of both sides belong to the same gold units."""
    documents = [read_document(folder / f"{side}.txt") for side in ("source", "target")]
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    parents: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parents.setdefault(node, node) != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    for side, document in zip(("source", "target"), documents, strict=True):
        spans, positions = gold[f"{side}_spans"], places_in_file(document)
        starts = [start for start, _ in spans]
        for number in range(len(document.sentences)):
            start, end = in_file(document, positions, Span(number, number + 1))
            k = max(0, bisect.bisect_right(starts, start) - 1)
            while k < len(spans) and spans[k][0] < end:
                shared = min(end, spans[k][1]) - max(start, spans[k][0])
                if shared > 0.25 * min(end - start, spans[k][1] - spans[k][0]):
                    parents[root((side, number))] = root((f"{side} unit", k))
                k += 1
    for one, other in gold["links"]:
        for i in one:
            for j in other:
                parents[root(("source unit", i))] = root(("target unit", j))
    together: defaultdict[tuple[str, int], tuple[list[int], list[int]]] = defaultdict(
        lambda: ([], [])
    )
    for side, document in enumerate(documents):
        for number in range(len(document.sentences)):
            together[root((("source", "target")[side], number))][side].append(number)
    units = (document_units(documents[0]), document_units(documents[1]))
    return units, sorted(group for group in together.values() if group[0] and group[1])


def cuts(together: Sequence[tuple[list[int], list[int]]], size: int) -> list[tuple[Span, Span]]:
    """Return runs of at least `size` sentences that no gold unit leads out of."""
    lowest = [0] * (len(together) + 1)
    lowest[-1] = 1 << 40
    for k in range(len(together) - 1, -1, -1):
        lowest[k] = min(lowest[k + 1], together[k][1][0])
    bounds = [(0, 0)]
    last = (-1, -1)
    for k, (one, other) in enumerate(together):
        if last[1] < lowest[k] and last[0] < one[0] and one[0] - bounds[-1][0] >= size:
            bounds.append((one[0], lowest[k]))
        last = (max(last[0], one[-1]), max(last[1], other[-1]))
    runs = [(Span(i, k), Span(j, m)) for (i, j), (k, m) in pairwise(bounds)]
    return [
        (one, other)
        for one, other in runs
        if one.length <= 2.5 * size and 5 < other.length <= 3 * size
    ]


def with_gaps(example: Example, generator: np.random.Generator) -> Example:
    """Leave units out: here and there, and two runs side by side, one on each side."""
    together = example.units_together or []
    dropped: tuple[set[int], set[int]] = (set(), set())
    if generator.random() < 0.7 and len(together) > 25:
        lengths = generator.integers(4, 14, size=2).tolist()
        first = int(generator.integers(2, max(3, len(together) - sum(lengths) - 2)))
        for one, _ in together[first : first + lengths[0]]:
            dropped[0].update(one)
        for _, other in together[first + lengths[0] : first + sum(lengths)]:
            dropped[1].update(other)
    rate = generator.choice([0, 0.03, 0.15])
    for group in together:
        if generator.random() < rate:
            side = int(generator.integers(0, 2))
            dropped[side].update(group[side])
    kept = [
        np.array([k for k in range(len(units)) if k not in gone], dtype=np.int64)
        for units, gone in zip(example.units, dropped, strict=True)
    ]
    numbers = [{int(old): new for new, old in enumerate(side)} for side in kept]
    groups = [
        tuple([numbers[side][k] for k in group[side] if k in numbers[side]] for side in (0, 1))
        for group in together
    ]
    return Example(
        example.name,
        (example.units[0].chosen(kept[0]), example.units[1].chosen(kept[1])),
        (example.features[0].chosen(kept[0]), example.features[1].chosen(kept[1])),
        [],
        [(one, other) for one, other in groups if one and other],
    )


def completed(example: Example) -> Example:
    """Fill in which links stay inside units that belong together."""
    together = example.units_together or []
    rows, columns = (len(units) for units in example.units)
    own, others = np.full(rows, -1), np.full(columns, -2)
    for number, (one, other) in enumerate(together):
        own[one], others[other] = number, number
    example.allowed = np.full((len(SHAPES), rows, columns), NEVER)
    for s, (high, wide) in enumerate(SHAPES):
        for i in range(rows - high + 1):
            for j in range(columns - wide + 1):
                if len({*own[i : i + high].tolist(), *others[j : j + wide].tolist()}) == 1:
                    example.allowed[s, i, j] = FORCED * (high + wide)
    example.links = chain_of(together)
    return example


def chain_of(links: Sequence[tuple[list[int], list[int]]]) -> list[Link]:
    """Return the heaviest chain of links in order on both sides, as shapes the model has."""
    runs = []
    for one, other in links:
        if one and other:
            rows, columns = longest_run(sorted(set(one)))[:8], longest_run(sorted(set(other)))[:8]
            if len(rows) > 1 and len(columns) > 1:
                rows, columns = rows[:3], columns[:3]
            runs.append((rows, columns))
    runs.sort()
    best: list[tuple[int, int]] = []
    for k, (rows, columns) in enumerate(runs):
        reached = (0, -1)
        for q in range(max(0, k - 60), k):
            if runs[q][0][-1] < rows[0] and runs[q][1][-1] < columns[0]:
                reached = max(reached, (best[q][0], q))
        best.append((reached[0] + len(rows) + len(columns), reached[1]))
    k = max(range(len(runs)), key=lambda number: best[number][0], default=-1)
    chain: list[Link] = []
    while k >= 0:
        rows, columns = runs[k]
        chain.append((SHAPES.index((len(rows), len(columns))), rows[0], columns[0]))
        k = best[k][1]
    return chain[::-1]


def longest_run(numbers: list[int]) -> list[int]:
    """Return the longest run of consecutive numbers."""
    runs = [[numbers[0]]]
    for number in numbers[1:]:
        if number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return max(runs, key=len)


# ------------------------------------------------------------------------------ observations


def observations(
    units: tuple[Units, Units], features: tuple[Features, Features], traits: Traits
) -> list[np.ndarray]:
    """Return what each weight is multiplied with, for each shape: rows, columns, weights."""
    size = (len(units[0]), len(units[1]))
    result = [np.zeros((*size, SIZE), dtype=np.float32) for _ in SHAPES]
    scores = LinkScores(units, features, Pricing(as_weights(np.zeros(SIZE)), traits))
    for s, shape in enumerate(SHAPES):
        if scores.fits(shape):
            rows, columns = size[0] - shape[0] + 1, size[1] - shape[1] + 1
            fill(result[s][:rows, :columns], scores, shape, traits)
    return result


def fill(table: np.ndarray, scores: LinkScores, shape: tuple[int, int], traits: Traits) -> None:
    """Fill in what is observed of links of a shape beside their features."""

    def put(name: str, *values: np.ndarray | float) -> None:
        for column, value in enumerate(values, COLUMNS[name].start):
            table[:, :, column] = value

    kept = sum(traits.kept) / 2
    table[:, :, COLUMNS["shapes"].start + shape_number(shape)] = 1.0
    put("common", *curve_segments(scoring.COMMON_KNOTS, scores.common(shape)))
    alike = curve_segments(scoring.ALIKE_KNOTS, scores.alike(shape))
    put("alike", *alike)
    put("alike_by_kept", *(kept * part for part in alike))
    put("linked_by_kept", kept)
    put("contained", *curve_segments(scoring.CONTAINED_KNOTS, scores.contained(shape)))
    put("uneven", *curve_segments(scoring.UNEVEN_KNOTS, scores.deviation(shape)))
    starts, ends = scores.together(shape)
    put("starts_together", starts)
    put("ends_together", ends)
    if shape != (1, 1):
        gains, on_rewrite = scores.gain(shape)
        segments = curve_segments(scoring.GAIN_KNOTS, gains)
        share = np.where(on_rewrite, traits.kept[1], traits.kept[0])
        put("gain", *segments)
        put("gain_by_kept", *(share * part for part in segments))
        put("grouped_by_rate", traits.grouped)
        put("grouped_by_kept", min(traits.kept))
        one, other = scores.joined(shape)
        put("joined", one[:, None] + other[None, :])
        put("joined_by_kept", one[:, None] * traits.kept[0] + other[None, :] * traits.kept[1])
        one, other = scores.across(shape)
        put("across_paragraphs", one[:, None] + other[None, :])


# ---------------------------------------------------------------------------------- training


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
        earned[s, len(example.units[0]) - shape[0] + 1 :] = NEVER
        earned[s, :, len(example.units[1]) - shape[1] + 1 :] = NEVER
    return earned.astype(np.float64)


def gaps_of(example: Example, weights: np.ndarray) -> np.ndarray:
    """Return what gaps earn: the first and each further sentence of the original's, rewrite's."""
    gap, gap_by_rate, further, further_by_rate = weights[GAPS]
    traits = example.traits
    return np.array(
        [
            value
            for side in (0, 1)
            for value in (
                gap + gap_by_rate * traits.gaps[side],
                further + further_by_rate * traits.further[side],
            )
        ]
    )


def gap_gradient(counts: np.ndarray, traits: Traits) -> np.ndarray:
    """Return what counts of gaps and further sentences are multiplied with."""
    return np.array(
        [
            counts[0] + counts[2],
            counts[0] * traits.gaps[0] + counts[2] * traits.gaps[1],
            counts[1] + counts[3],
            counts[1] * traits.further[0] + counts[3] * traits.further[1],
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
        sums[GAPS] += gap_gradient(counts, example.traits)
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
    sums[GAPS] += gap_gradient(counts, example.traits)
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
    end = (-1, len(example.units[0]), len(example.units[1]))
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
        traits = example.traits
        for k, rate in enumerate(
            (traits.gaps[0], traits.further[0], traits.gaps[1], traits.further[1])
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


SHAPE_TABLE = np.array(SHAPES, dtype=np.int64)


@njit(cache=True)
def log_sum(one: float, other: float) -> float:
    """Return the log of the sum of what two logs stand for."""
    if one < other:
        one, other = other, one
    if other < -1e29:
        return one
    return one + np.log1p(np.exp(other - one))


@njit(cache=True)
def all_chains(earned, shapes, gaps):  # type: ignore[no-untyped-def]  # noqa: C901
    """Return the log weight of all chains, each link's share, and the mean counts of gaps.

    `gaps`: what the first and a further sentence of a gap earn, of the original's, the rewrite's.
    """
    count, rows, columns = earned.shape
    never = -1e30
    linked = np.full((rows + 1, columns + 1), never)
    left = np.full((rows + 1, columns + 1), never)
    right = np.full((rows + 1, columns + 1), never)
    every = np.full((rows + 1, columns + 1), never)
    for i in range(rows + 1):
        for j in range(columns + 1):
            value = 0.0 if i == 0 and j == 0 else never
            for s in range(count):
                high, wide = shapes[s]
                if i >= high and j >= wide:
                    value = log_sum(
                        value, every[i - high, j - wide] + earned[s, i - high, j - wide]
                    )
            linked[i, j] = value
            if i > 0:
                left[i, j] = log_sum(linked[i - 1, j] + gaps[0], left[i - 1, j] + gaps[1])
            if j > 0:
                either = log_sum(linked[i, j - 1], left[i, j - 1])
                right[i, j] = log_sum(either + gaps[2], right[i, j - 1] + gaps[3])
            every[i, j] = log_sum(log_sum(linked[i, j], left[i, j]), right[i, j])
    total = every[rows, columns]
    behind = np.full((rows + 1, columns + 1), never)
    from_left = np.full((rows + 1, columns + 1), never)
    from_right = np.full((rows + 1, columns + 1), never)
    shares = np.zeros_like(earned)
    counts = np.zeros(4)
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            onward = 0.0 if i == rows and j == columns else never
            for s in range(count):
                high, wide = shapes[s]
                if i + high <= rows and j + wide <= columns:
                    value = behind[i + high, j + wide] + earned[s, i, j]
                    shares[s, i, j] = np.exp(every[i, j] + value - total)
                    onward = log_sum(onward, value)
            from_right[i, j] = onward
            in_left = onward
            if j < columns:
                ahead = from_right[i, j + 1]
                from_right[i, j] = log_sum(onward, ahead + gaps[3])
                counts[3] += np.exp(right[i, j] + ahead + gaps[3] - total)
                in_left = log_sum(onward, ahead + gaps[2])
                either = log_sum(left[i, j], linked[i, j])
                counts[2] += np.exp(either + ahead + gaps[2] - total)
            from_left[i, j], behind[i, j] = in_left, in_left
            if i < rows:
                below = from_left[i + 1, j]
                from_left[i, j] = log_sum(in_left, below + gaps[1])
                counts[1] += np.exp(left[i, j] + below + gaps[1] - total)
                behind[i, j] = log_sum(in_left, below + gaps[0])
                counts[0] += np.exp(linked[i, j] + below + gaps[0] - total)
    return total, shares, counts


@njit(cache=True)
def best_chain(earned, shapes, gaps):  # type: ignore[no-untyped-def]  # noqa: C901
    """Return the links of the best chain: number of shape, first sentences."""
    count, rows, columns = earned.shape
    never = -1e30
    linked = np.full((rows + 1, columns + 1), never)
    left = np.full((rows + 1, columns + 1), never)
    right = np.full((rows + 1, columns + 1), never)
    choice = np.full((rows + 1, columns + 1), -1)
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i == 0 and j == 0:
                linked[i, j] = 0.0
            for s in range(count):
                high, wide = shapes[s]
                if i >= high and j >= wide:
                    k, m = i - high, j - wide
                    value = max(linked[k, m], left[k, m], right[k, m]) + earned[s, k, m]
                    if value > linked[i, j]:
                        linked[i, j], choice[i, j] = value, s
            if i > 0:
                left[i, j] = max(linked[i - 1, j] + gaps[0], left[i - 1, j] + gaps[1])
            if j > 0:
                either = max(linked[i, j - 1], left[i, j - 1])
                right[i, j] = max(either + gaps[2], right[i, j - 1] + gaps[3])
    links = np.zeros((rows + columns, 3), dtype=np.int64)
    found = 0
    i, j, state = rows, columns, -1
    while i > 0 or j > 0:
        if state < 0:
            values = (linked[i, j], left[i, j], right[i, j])
            state = 0 if values[0] >= max(values[1], values[2]) else 1
            if state == 1 and values[2] > values[1]:
                state = 2
        if state == 0:
            s = choice[i, j]
            i, j = i - shapes[s, 0], j - shapes[s, 1]
            links[found, 0], links[found, 1], links[found, 2] = s, i, j
            found += 1
            state = -1
        elif state == 1:
            i -= 1
            state = 0 if linked[i, j] + gaps[0] >= left[i, j] + gaps[1] else 1
        else:
            j -= 1
            if right[i, j] + gaps[3] <= max(linked[i, j], left[i, j]) + gaps[2]:
                state = 0 if linked[i, j] >= left[i, j] else 1
    return links[:found][::-1]


if __name__ == "__main__":
    main(sys.argv[1:])
