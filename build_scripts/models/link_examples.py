"""Texts aligned by people, as examples to learn from: documents, and windows of books."""

from __future__ import annotations

import bisect
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from link_observations import SHAPES, observations

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "benchmarks"))

from alignment_table import in_file, places_in_file

from facing_pages import read_document
from facing_pages.core.alignment.sentences.features.extraction import make_features
from facing_pages.core.alignment.sentences.features.sentence_features import Features
from facing_pages.core.alignment.sentences.pair_profile import TYPICAL, PairProfile
from facing_pages.core.alignment.sentences.sentence_units import (
    Ints,
    Units,
    document_units,
    text_units,
)
from facing_pages.core.both import Both
from facing_pages.core.languages.detect import language_of
from facing_pages.core.model import Document, Span
from facing_pages.core.splitting.sentences import whole_sentences

# Windows taken from a book: sentences, one of how many, how many at most, and left whole of these.
BOOKS = {"kjv-web": (40, 7, 44, 12), "wuthering-heights": (50, 6, 16, 8)}
# What a linked sentence must earn inside units that belong together, to have all of it linked.
FORCED = 20.0
NEVER = -1e6


Link = tuple[int, int, int]


@dataclass
class Example:
    """Two runs of sentences and how they are aligned.

    `links` holds number of shape and first sentences; `units_together`, for books, the sentences of
    both sides of each group of gold units; `bounds` the gold links that the first and the last
    word of each sentence are in, [n, 2]. `observed[s]` is (rows, columns, weights).
    """

    name: str
    units: Both[Units]
    features: Both[Features]
    links: list[Link]
    units_together: list[tuple[list[int], list[int]]] | None = None
    bounds: tuple[Ints, Ints] | None = None
    profile: PairProfile = TYPICAL
    observed: list[np.ndarray] | None = None
    allowed: np.ndarray | None = None

    def observe(self, profile: PairProfile) -> None:
        """Fill in what is observed of each possible link."""
        self.profile = profile
        self.observed = observations(self.units, self.features, profile)


def sentence_examples(folder: Path, name: str) -> Iterator[Example]:
    """Give the documents of a set of sentences."""
    for line in (folder / name / "dev.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        units = Both(text_units(record["source"]), text_units(record["target"]))
        yield Example(name, units, make_features(*units), chain_of(record["links"]))


def book_examples(folder: Path, name: str, generator: np.random.Generator) -> Iterator[Example]:
    """Give windows of a book, some of them with passages left out."""
    size, every, most, whole = BOOKS[name]
    units, together, bounds = book_gold(folder / "books" / name)
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
            Both(units.original.part(rows), units.rewrite.part(columns)),
            Both(features.original.rows(rows), features.rewrite.rows(columns)),
            [],
            inside,
            (bounds[0][rows.start : rows.end], bounds[1][columns.start : columns.end]),
        )
        yield completed(example if number < whole else with_gaps(example, generator))


def read_whole(path: Path) -> Document:
    """Read a book with its sentences whole: the weights hold for these as for their clauses."""
    document = read_document(path)
    language = language_of(document.text)
    whole = whole_sentences(document.text, document.paragraphs, language=language)
    return replace(document, sentences=tuple(whole))


def book_gold(
    folder: Path,
) -> tuple[Both[Units], list[tuple[list[int], list[int]]], tuple[Ints, Ints]]:
    """Return the sentences of a book, and which of both sides belong to the same gold units.

    And the gold links that the first and the last word of each sentence are in, [n, 2], each link
    called by its first unit of the original; others by a number below 0.
    """
    documents = [read_whole(folder / f"{side}.txt") for side in ("source", "target")]
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    parents: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parents.setdefault(node, node) != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    bounds: list[Ints] = []
    for k, (side, document) in enumerate(zip(("source", "target"), documents, strict=True)):
        called = {unit: min(link[0]) for link in gold["links"] if all(link) for unit in link[k]}
        bounds.append(np.full((len(document.sentences), 2), -1))
        for number, touched in enumerate(touched_units(document, gold[f"{side}_spans"])):
            for unit in touched:
                parents[root((side, number))] = root((f"{side} unit", unit))
            if touched:
                bounds[k][number] = [called.get(touched[end], -2 - touched[end]) for end in (0, -1)]
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
    units = Both(document_units(documents[0]), document_units(documents[1]))
    groups = sorted(group for group in together.values() if group[0] and group[1])
    return units, groups, (bounds[0], bounds[1])


def touched_units(document: Document, spans: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Give for each sentence the gold units it shares more than a quarter with, in order."""
    positions = places_in_file(document)
    starts = [start for start, _ in spans]
    for number in range(len(document.sentences)):
        start, end = in_file(document, positions, Span(number, number + 1))
        touched: list[int] = []
        unit = max(0, bisect.bisect_right(starts, start) - 1)
        while unit < len(spans) and spans[unit][0] < end:
            shared = min(end, spans[unit][1]) - max(start, spans[unit][0])
            if shared > 0.25 * min(end - start, spans[unit][1] - spans[unit][0]):
                touched.append(unit)
            unit += 1
        yield touched


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
    together, bounds = example.units_together or [], example.bounds
    assert bounds is not None
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
        example.units.with_other(Both(*kept), Units.chosen),
        example.features.with_other(Both(*kept), Features.chosen),
        [],
        [(one, other) for one, other in groups if one and other],
        (bounds[0][kept[0]], bounds[1][kept[1]]),
    )


def completed(example: Example) -> Example:
    """Fill in which links stay inside units that belong together."""
    together = example.units_together or []
    rows, columns = (len(units) for units in example.units)
    own, others = np.full(rows, -1), np.full(columns, -2)
    for number, (one, other) in enumerate(together):
        own[one], others[other] = number, number
    starts, ends = zip(*map(cut_marks, example.bounds or ()), strict=True)
    example.allowed = np.full((len(SHAPES), rows, columns), NEVER)
    inside: defaultdict[int, list[tuple[Link, bool]]] = defaultdict(list)
    for s, (high, wide) in enumerate(SHAPES):
        for i in range(rows - high + 1):
            for j in range(columns - wide + 1):
                numbers = {*own[i : i + high].tolist(), *others[j : j + wide].tolist()}
                if len(numbers) == 1:
                    last = (ends[0][i + high - 1], ends[1][j + wide - 1])
                    is_even = starts[0][i] == starts[1][j] and last[0] == last[1]
                    inside[numbers.pop()].append(((s, i, j), is_even))
    for links in inside.values():
        # Where no link of the group's shape can be made, any inside it is as good.
        even = [link for link, is_even in links if is_even] or [link for link, _ in links]
        for s, i, j in even:
            example.allowed[s, i, j] = FORCED * sum(SHAPES[s])
    example.links = chain_of(together)
    return example


def cut_marks(bounds: Ints) -> tuple[list[tuple[int, bool]], list[tuple[int, bool]]]:
    """Return where sentences start and end: in which gold link, and whether with it."""
    starts = [
        (int(first), k == 0 or int(bounds[k - 1, 1]) != int(first))
        for k, (first, _) in enumerate(bounds)
    ]
    ends = [
        (int(last), k + 1 == len(bounds) or int(bounds[k + 1, 0]) != int(last))
        for k, (_, last) in enumerate(bounds)
    ]
    return starts, ends


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
