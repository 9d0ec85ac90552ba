"""Train the reader that says where the meaning of two sentences differs.

    python build_scripts/models/meaning_reader.py BENCH [--threads 2]

BENCH is the folder with the labelled sets (`findings/`, `books/`, `ablit/` …). Writes
`resources/models/meaning-reader.onnx`; `meaning_limits.py` then chooses its thresholds on pairs
that were kept out of training. One core is busy for one to two hours, if its processor multiplies
numbers of 16 bits fast (AMX); where it does not, numbers of 32 bits are used, which takes longer.
"""

from __future__ import annotations

import argparse
import math
import random
import time
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as functional
from meaning_example import MeaningExample, partners_of
from meaning_examples import all_examples
from meaning_network import KINDS, PAIR_OUTPUTS, MeaningNet, Reading, make_batch
from onnx_file import write_model
from torch import Tensor

from facing_pages.core.alignment.words.wordpieces import word_pieces
from facing_pages.core.both import Both
from facing_pages.core.findings.reader.meaning_reader import READER_FILE
from facing_pages.core.findings.reader.reader_input import MARK_SIZES, reader_input
from facing_pages.core.findings.reader.reader_kinds import READER_KINDS


class Cycle(NamedTuple):
    """A part of the training: how often each pair is seen, the highest rates, and books' share."""

    rounds: float
    layer_rate: float
    head_rate: float
    share_of_books: float


# First all sets; then mostly the everyday ones, news and letters, with fewer verses and novels.
CYCLES = (Cycle(1.3, 1e-4, 1e-3, 1.0), Cycle(1.5, 5e-5, 5e-4, 0.34))
BOOKS = ("kjv-web", "en-noyes-anderson-nt", "ablit", "blimp")
PIECES_AT_A_TIME = 3200
# What a marked word counts beside one that is not; the pair, and the twin, beside the words.
MARKED, PAIR, TWIN = 4.0, 1.0, 0.3
# How far the logit of a spoilt pair should lie above that of its clean twin.
MARGIN = 3.0
# Most spoilt pairs that stand beside their clean twin at once.
TWINS = 3
# Pieces and dimensions of the product that is timed to choose the numbers, and how often it is.
TIMED, TIMES = 512, 5


def main() -> None:
    """Train the network and write it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bench", type=Path, help="the folder with the labelled sets")
    parser.add_argument("--threads", type=int, default=1, help="how many cores may be busy")
    choices = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(choices.threads)
    examples = [example for example in all_examples(choices.bench) if not example.is_held_out]
    network = MeaningNet()
    readings = readings_of(examples)
    for number, cycle in enumerate(CYCLES):
        train(network, _chosen(examples, readings, cycle), cycle, random.Random(number + 1))
    write_reader(network)


def write_reader(network: MeaningNet) -> None:
    """Write the network as it is run."""
    rows = {
        name: torch.zeros((1, 6), dtype=torch.int64) for name in ("pieces", "partners", "sides")
    }
    rows["marks"] = torch.zeros((1, 6, len(MARK_SIZES)), dtype=torch.int64)
    write_model(network.float(), READER_FILE, rows, {"words": [1], "pair": []})


def readings_of(examples: Sequence[MeaningExample]) -> list[Reading]:
    """Return the examples as numbers; those with too many pieces are left out."""
    clean: dict[tuple[str, str], int] = {}
    for number, example in enumerate(examples):
        if not example.kinds and example.changed < 1:
            clean.setdefault((example.source, example.group), number)
    readings = []
    for number, example in enumerate(examples):
        reading = _reading(number, example, clean.get((example.source, example.group), -1))
        if reading is not None:
            readings.append(reading)
    return readings


def _reading(number: int, example: MeaningExample, twin: int) -> Reading | None:
    vocabulary = word_pieces()
    assert vocabulary is not None
    source = reader_input(Both(*example.words), partners_of(example.words), vocabulary)
    if source is None:
        return None
    n = len(source.pieces)
    targets, known = np.zeros((n, KINDS), np.float32), np.ones((n, KINDS), np.float32)
    for piece in range(n):
        word, side = int(source.words[piece]), int(source.sides[piece])
        if word < 0:
            known[piece] = 0
            continue
        if word in example.dark[side]:
            known[piece] = 0
        if kind := example.marked[side].get(word):
            targets[piece, READER_KINDS.index(kind)] = 1
            # Which of two kinds that are one to many readers is not worth a quarrel.
            known[piece] = 1
    pair_targets, pair_known = np.zeros(PAIR_OUTPUTS, np.float32), np.ones(PAIR_OUTPUTS, np.float32)
    for kind in example.open_kinds:
        place = READER_KINDS.index(kind)
        pair_known[place] = 0
        known[:, place] *= targets[:, place]
    for kind in example.kinds:
        place = READER_KINDS.index(kind)
        pair_targets[place] = pair_known[place] = 1
    pair_targets[-1] = max(example.changed, 0)
    pair_known[-1] = example.changed >= 0
    return Reading(number, twin, source, targets, known, pair_targets, pair_known)


def _chosen(
    examples: Sequence[MeaningExample], readings: Sequence[Reading], cycle: Cycle
) -> list[Reading]:
    """Return the readings of a cycle: of books only a share, each with all its spoilt forms."""
    return [
        reading
        for reading in readings
        if examples[reading.number].source not in BOOKS
        or _draw(examples[reading.number].group) < cycle.share_of_books
    ]


def _draw(group: str) -> float:
    """Return a number from 0 to 1 that is the same for all forms of a pair."""
    return zlib.crc32(f"share of {group}".encode()) / 2**32


def train(
    network: MeaningNet, readings: list[Reading], cycle: Cycle, chance: random.Random
) -> None:
    """Make the targets as probable as they can be, and keep twins apart."""
    by_number = {reading.number: reading for reading in readings}
    rounds = math.ceil(cycle.rounds)
    plan = [batch for _ in range(rounds) for batch in _batches(readings, by_number, chance)]
    batches = plan[: int(len(plan) * cycle.rounds / rounds)]
    weights = HalfWeights(network)
    optimizer = torch.optim.AdamW(weights.groups, lr=cycle.layer_rate, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        [cycle.layer_rate, cycle.head_rate],
        total_steps=len(batches),
        pct_start=0.1,
    )
    network.train()
    started, mean = time.monotonic(), 0.0
    for step, batch in enumerate(batches):
        loss = _loss(network, batch)
        loss.backward()
        weights.take_gradients()
        optimizer.step()
        weights.give()
        schedule.step()
        mean += 0.02 * (float(loss.detach()) - mean)
        if step % 100 == 0:
            left = (time.monotonic() - started) / (step + 1) * (len(batches) - step) / 60
            print(f"{step} of {len(batches)}: {mean:.4f}, {left:.0f} min left", flush=True)
    network.eval()


class HalfWeights:
    """The network in the numbers that are multiplied fastest, often of 16 bits, and wide weights.

    The optimizer changes the wide ones: a step is often too small for the narrow ones to show it.
    """

    def __init__(self, network: MeaningNet) -> None:
        heads = ("words", "pair", "share")
        fast = ("marks", "partner", *heads)
        numbers = fastest_numbers()
        for name, part in network.named_children():
            if name not in heads:
                part.to(numbers)
        named = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
        names = [name for name, _ in named]
        self._narrow = [p for _, p in named]
        self._wide = [p.detach().float().clone().requires_grad_() for p in self._narrow]
        self.groups = [
            {"params": [w for n, w in zip(names, self._wide, strict=True) if is_fast(n)]}
            for is_fast in (lambda n: not n.startswith(fast), lambda n: n.startswith(fast))
        ]

    def take_gradients(self) -> None:
        """Move the gradients from the network to the wide weights, none too large."""
        for narrow, wide in zip(self._narrow, self._wide, strict=True):
            wide.grad = None if narrow.grad is None else narrow.grad.float()
            narrow.grad = None
        torch.nn.utils.clip_grad_norm_(self._wide, 1.0)

    def give(self) -> None:
        """Round the wide weights into the network."""
        with torch.no_grad():
            for narrow, wide in zip(self._narrow, self._wide, strict=True):
                narrow.copy_(wide)


@cache
def fastest_numbers() -> torch.dtype:
    """Return the numbers that this processor multiplies fastest, of 16 or of 32 bits.

    One that has no instruction for those of 16 bits takes ten times as long for them.
    """
    return min((torch.bfloat16, torch.float32), key=_time_of_product)


def _time_of_product(numbers: torch.dtype) -> float:
    matrix = torch.ones((TIMED, TIMED), dtype=numbers)
    times = []
    for _ in range(TIMES):
        started = time.perf_counter()
        torch.mm(matrix, matrix)
        times.append(time.perf_counter() - started)
    return min(times)


def _batches(
    readings: list[Reading], by_number: dict[int, Reading], chance: random.Random
) -> Iterator[list[Reading]]:
    """Yield parts of about as many pieces, with the clean twin of a few spoilt pairs among them."""
    spoilt: defaultdict[int, list[Reading]] = defaultdict(list)
    units: list[list[Reading]] = []
    for reading in readings:
        if reading.twin >= 0 and reading.twin in by_number and reading.twin != reading.number:
            spoilt[reading.twin].append(reading)
        elif reading.twin < 0:
            units.append([reading])
    for reading in readings:
        if reading.twin == reading.number:
            others = spoilt[reading.number]
            chance.shuffle(others)
            parts = [others[k : k + TWINS] for k in range(0, len(others), TWINS)] or [[]]
            units += [[reading, *part] for part in parts]
    chance.shuffle(units)
    units.sort(key=lambda unit: max(map(len, unit)) + 8 * chance.random())
    batches: list[list[Reading]] = [[]]
    for unit in units:
        rows = len(batches[-1]) + len(unit)
        if batches[-1] and rows * max(map(len, unit)) > PIECES_AT_A_TIME:
            batches.append([])
        batches[-1] += unit
    chance.shuffle(batches)
    yield from batches


def _loss(network: MeaningNet, readings: list[Reading]) -> Tensor:
    batch = make_batch(readings)
    batch["bias"] = batch["bias"].to(fastest_numbers())
    words, pair = network(
        *(batch[name] for name in ("pieces", "partners", "sides", "marks", "bias"))
    )
    each = functional.binary_cross_entropy_with_logits(words, batch["targets"], reduction="none")
    weight = batch["known"] * (1 + (MARKED - 1) * batch["targets"])
    loss = (each * weight).sum() / batch["known"].sum() * KINDS
    each = functional.binary_cross_entropy_with_logits(
        pair, batch["pair_targets"], reduction="none"
    )
    loss = loss + PAIR * (each * batch["pair_known"]).sum() / len(readings)
    return loss + TWIN * _twin_loss(pair, batch["pair_targets"], readings)


def _twin_loss(pair: Tensor, targets: Tensor, readings: list[Reading]) -> Tensor:
    """Return how far spoilt pairs lie short of the margin above their clean twins."""
    row_of = {reading.number: row for row, reading in enumerate(readings)}
    rows = [row for row, r in enumerate(readings) if r.twin != r.number and r.twin in row_of]
    if not rows:
        return pair.new_zeros(())
    clean = [row_of[readings[row].twin] for row in rows]
    short = functional.relu(MARGIN - (pair[rows] - pair[clean])) * targets[rows]
    return short.sum() / len(readings)


if __name__ == "__main__":
    main()
