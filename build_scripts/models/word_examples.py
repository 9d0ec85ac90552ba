"""Sentence pairs whose words people have linked, with the features of their cells."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from facing_pages.core.alignment.words.lexicon import lexicon
from facing_pages.core.alignment.words.pair_features import PairFeatures, pair_features

TRAINING = ("multimwa-mtref/train", "multimwa-wiki/train", "edinburgh++/train")
# Pairs of `edinburgh++` kept out of training, from the end of the file.
HELD_OUT = 200
# Sentences longer than this are left out of training.
LONGEST = 64


@dataclass(frozen=True)
class Example:
    """A pair, its cells, the links that count (1), and the cells that are to be judged (weight)."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    cells: PairFeatures
    links: np.ndarray
    weight: np.ndarray

    @property
    def shape(self) -> tuple[int, int]:
        """Return the number of words on both sides."""
        return len(self.source), len(self.target)


def training_examples(folder: Path) -> list[Example]:
    """Return all pairs to train on."""
    examples: list[Example] = []
    for name in TRAINING:
        records = read_records(folder / f"{name}.jsonl")
        if name.startswith("edinburgh"):
            records = records[:-HELD_OUT]
        examples += [example for record in records for example in from_record(record)]
    return examples


def read_records(path: Path) -> list[dict]:
    """Return the records of a set."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def from_record(record: dict) -> Sequence[Example]:
    """Return the example of a record, or nothing if it is too long or empty."""
    source, target = tuple(record["source"]), tuple(record["target"])
    if not 0 < len(source) <= LONGEST or not 0 < len(target) <= LONGEST:
        return ()
    words = lexicon("en")
    cells = pair_features([words.word(w) for w in source], [words.word(w) for w in target])
    links = np.zeros((len(source), len(target)), dtype=np.float32)
    weight = np.ones_like(links)
    for i, j in record["possible"]:
        weight[i, j] = 0.0
    for i, j in record["sure"]:
        links[i, j] = weight[i, j] = 1.0
    return (Example(source, target, cells, links, weight),)
