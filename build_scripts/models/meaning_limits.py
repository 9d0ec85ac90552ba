"""Choose from which score on the reader's kinds are reported, and how sure they are then.

    python build_scripts/models/meaning_limits.py BENCH

On pairs that were kept out of training. A kind is reported from the score on that at most a given
share of faithful pairs reaches (`ALARMS`), and denied below the one that most pairs of the kind
reach. The confidence is a logistic curve of the score, fitted with as many faithful pairs as pairs
of the kind. Writes `resources/models/meaning-reader.json`.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from meaning_example import MeaningExample, partners_of
from meaning_examples import all_examples
from sources import RESOURCES

from facing_pages.core.both import Both
from facing_pages.core.findings.reader.meaning_reader import (
    LIMITS_FILE,
    MeaningReader,
    model_session,
)
from facing_pages.core.findings.reader.reader_kinds import READER_KINDS
from facing_pages.core.model import FindingKind as Kind

# Alarms of a kind on faithful pairs, as a share: severe kinds need to be rare to be believed.
ALARMS: Mapping[Kind, float] = {
    Kind.NUMBER: 0.002, Kind.NAME: 0.005, Kind.NEGATION: 0.004, Kind.ANTONYM: 0.005,
    Kind.ROLES: 0.005, Kind.MODALITY: 0.005, Kind.QUANTIFIER: 0.005, Kind.ATTRIBUTION: 0.005,
    Kind.OMISSION: 0.004, Kind.INVENTION: 0.004, Kind.FALSE_SYNONYM: 0.005, Kind.TENSE: 0.005,
    Kind.TORN: 0.001,
}  # fmt: skip
# The share of pairs of a kind that may lie below the score from which on the rules are believed:
# there lie some nine in ten faithful pairs. It is more where that share of them is smaller, and the
# rules find the kind too often.
DENIED = 0.03
DENIED_OF: Mapping[Kind, float] = {
    Kind.ROLES: 0.08, Kind.QUANTIFIER: 0.08, Kind.TENSE: 0.15, Kind.OMISSION: 0.2,
    Kind.INVENTION: 0.2,
}  # fmt: skip
# Sets whose pairs are faithful by their making.
CLEAN = (
    "demetr-paraphrase-same", "multimwa-mtref-same", "edinburgh++-same", "summedits-same",
    "kjv-web-same", "en-noyes-anderson-nt-same", "ablit-near",
)  # fmt: skip
# Pairs of a set below which it does not count.
FEWEST_CLEAN = 60
EVERYDAY = (
    "demetr-paraphrase", "multimwa-mtref", "edinburgh++", "summedits", "swords", "pawsx-en"
)  # fmt: skip
# Kinds that are printed: those in so many pairs of a label.
SHOWN_SHARE = 0.01
# Steps and rate of the fit.
STEPS, RATE = 4000, 0.02


def main() -> None:
    """Measure, choose and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bench", type=Path, help="the folder with the labelled sets")
    choices = parser.parse_args()
    held_out = [example for example in all_examples(choices.bench) if example.is_held_out]
    scores = pair_scores(held_out)
    limits = {kind.value: _limit(kind, held_out, scores) for kind in READER_KINDS}
    text = json.dumps({"limits": limits}, indent=1)
    (RESOURCES / LIMITS_FILE).write_text(text + "\n", "utf-8")
    for line in table(held_out, scores, limits):
        print(line)


def pair_scores(examples: Sequence[MeaningExample]) -> np.ndarray:
    """Return the scores of all kinds for each pair, [pairs, kinds]."""
    parts = model_session()
    if parts is None:
        raise SystemExit("the reader or onnxruntime is missing; run meaning_reader.py first")
    reader = MeaningReader(*parts, {})
    rows = []
    for example in examples:
        found = reader.scores(Both(*example.words), partners_of(example.words))
        rows.append(np.full(len(READER_KINDS), -20.0) if found is None else found.pair)
    return np.array(rows)


def _limit(kind: Kind, examples: Sequence[MeaningExample], scores: np.ndarray) -> dict[str, float]:
    column = scores[:, READER_KINDS.index(kind)]
    sets = [_clean(kind, examples, label) for label in CLEAN]
    chosen = [column[rows] for rows in sets if rows.sum() >= FEWEST_CLEAN]
    least = max(float(np.quantile(values, 1 - ALARMS[kind])) for values in chosen)
    having = np.array([kind in example.kinds for example in examples])
    clean = np.logical_or.reduce(sets)
    slope, offset = _fitted(column[having], column[clean])
    everyday = having & np.array([example.source in EVERYDAY for example in examples])
    denied = float(np.quantile(column[everyday], DENIED_OF.get(kind, DENIED)))
    values = {"least": least, "denied": denied, "slope": slope, "offset": offset}
    return {name: round(value, 4) for name, value in values.items()}


def _clean(kind: Kind, examples: Sequence[MeaningExample], label: str) -> np.ndarray:
    return np.array([e.label == label and kind not in e.open_kinds for e in examples])


def _fitted(having: np.ndarray, clean: np.ndarray) -> tuple[float, float]:
    """Return slope and offset of the logistic curve (Platt 1999); both classes weigh the same."""
    slope, offset = 1.0, 0.0
    for _ in range(STEPS):
        short = 1 / (1 + np.exp(slope * having + offset))
        over = 1 / (1 + np.exp(-(slope * clean + offset)))
        slope += RATE * float((short * having).mean() - (over * clean).mean())
        offset += RATE * float(short.mean() - over.mean())
    return slope, offset


def table(
    examples: Sequence[MeaningExample],
    scores: np.ndarray,
    limits: Mapping[str, Mapping[str, float]],
) -> list[str]:
    """Return for each label how many of its pairs are reported, rightly or at all, and as what."""
    least = np.array([limits[kind.value]["least"] for kind in READER_KINDS])
    reported = scores >= least
    by_label: defaultdict[str, list[int]] = defaultdict(list)
    for number, example in enumerate(examples):
        by_label[example.label].append(number)
    return [
        _line(label, reported[rows], examples[rows[0]].kinds)
        for label, rows in sorted(by_label.items())
    ]


def _line(label: str, reported: np.ndarray, kinds: frozenset[Kind]) -> str:
    columns = [READER_KINDS.index(kind) for kind in kinds]
    right = reported[:, columns].any(axis=1).mean()
    often = " ".join(
        f"{kind.value} {share:.1%}"
        for kind, share in zip(READER_KINDS, reported.mean(axis=0), strict=True)
        if share >= SHOWN_SHARE
    )
    total = reported.any(axis=1).mean()
    return f"{label:44} {len(reported):5}  right kind {right:.0%}  any {total:.0%}  {often}"


if __name__ == "__main__":
    main()
