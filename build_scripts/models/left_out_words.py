"""Train what judges words that only one side has: `resources/models/left-out-words.npz`.

    python build_scripts/models/left_out_words.py FOLDER

FOLDER holds `findings/demetr-paraphrase.dev.jsonl` (translations of a sentence, with and without a
planted omission or invention) and `multimwa-mtref/train.jsonl` (two translations, in which they are
planted here: words are cut from one side or put into it). Half of the sentences, by a hash, are
trained on; with the other half the confidence is set: the share of true runs where every other one
is true. Prints how many of that half are found. Takes some six minutes on one core.
"""

from __future__ import annotations

import argparse
import random
import sys
import zlib
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sources import RESOURCES
from word_examples import read_records

from facing_pages import compare
from facing_pages.core.findings.omissions.left_out import UnlinkedWords, features
from facing_pages.core.findings.omissions.left_out_judge import LEFT_OUT_FILE
from facing_pages.core.findings.pair_reading import PairReading
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import Comparison, LinkKind, Side, Span
from facing_pages.core.options import Options
from facing_pages.core.splitting.words import split_words

SETS = ("demetr", "mtref")
KINDS = ("omission-phrase", "omission-noun", "omission-name", "omission-subject", "omission-verb",
         "omission-modifier", "invented")  # fmt: skip
# Networks, their hidden units, rounds, steps and decay of weights; chosen on the half trained on.
NETWORKS, HIDDEN, ROUNDS, BATCH, RATE, DECAY = 3, 24, 40, 128, 3e-3, 3e-3
# The share of faithful pairs with an alarm at which the figures are printed.
ALARMS = 0.05
LIGHT = function_words_of("en")


class Pair(NamedTuple):
    """Two texts, and the words that only one of them has; none where both say the same."""

    source: str
    name: str
    original: str
    rewrite: str
    side: Side | None = None
    gold: frozenset[Span] = frozenset()

    @property
    def is_for_training(self) -> bool:
        """Tell whether the pair belongs to the half that is trained on."""
        return not zlib.crc32(self.name.encode()) & 1


class Row(NamedTuple):
    """What is seen of a run of words, and whether it was planted."""

    pair: Pair
    features: tuple[float, ...]
    is_planted: bool


def main(arguments: list[str]) -> None:
    """Train both sets of weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder with the sets")
    folder = parser.parse_args(arguments).folder
    pairs = [*translated_pairs(folder), *planted_pairs(folder)]
    rows: dict[str, list[Row]] = {"meaning.": [], "form.": []}
    for pair in pairs:
        result = compared(pair.original, pair.rewrite)
        for prefix in rows:
            rows[prefix] += rows_of(pair, result, has_vectors=prefix == "meaning.")
    weights: dict[str, np.ndarray] = {}
    for prefix, found in rows.items():
        fitted = trained(found)
        weights |= {prefix + name: value for name, value in fitted.items()}
        for line in figures(fitted, found, pairs):
            print(f"{prefix} {line}")
    np.savez_compressed(RESOURCES / LEFT_OUT_FILE, **weights)


@lru_cache(maxsize=1)
def compared(original: str, rewrite: str) -> Comparison:
    """Return both texts compared as precisely as the program can; two callers ask in a row."""
    return compare(original, rewrite, options=Options(precise=True))


def translated_pairs(folder: Path) -> Iterator[Pair]:
    """Yield the pairs of DEMETR, those that lost a word with what it was in the original."""
    records = read_records(folder / "findings" / "demetr-paraphrase.dev.jsonl")
    # The links of the faithful pair are asked of its spoilt forms, which the file has before it.
    records.sort(key=lambda record: record["label"] != "same")
    links: dict[str, list[tuple[Span, Span]]] = {}
    for record in records:
        name, kind = record["id"].split("-")[2], (record["types"] or [record["label"]])[0]
        texts = record["original"], record["rewrite"]
        if kind == "same":
            links[name] = word_links(compared(*texts))
            yield Pair("demetr", name, *texts)
        elif kind == "invented":
            gold = frozenset(Span(*new) for _, new in record["spans"] if new)
            yield Pair("demetr", name, *texts, Side.REWRITE, gold)
        elif kind in KINDS and name in links:
            gone = gone_words(record["unspoilt"], record["rewrite"])
            gold = frozenset(one for one, other in links[name] if touches(other, gone))
            yield Pair("demetr", name, *texts, Side.ORIGINAL, gold)


def word_links(result: Comparison) -> list[tuple[Span, Span]]:
    """Return which words are surely linked."""
    words = (word for link in result.alignment.links for word in link.words)
    return [(word.original, word.rewrite) for word in words if word.confidence > 0.5]


def gone_words(before: str, after: str) -> list[Span]:
    """Return the words of a text that a shorter one lacks."""
    spans = split_words(before, Span(0, len(before)))
    others = [span.of(after) for span in split_words(after, Span(0, len(after)))]
    matcher = SequenceMatcher(None, [span.of(before) for span in spans], others, autojunk=False)
    return [spans[n] for tag, i, j, _, _ in matcher.get_opcodes() if tag in ("delete", "replace")
            for n in range(i, j)]  # fmt: skip


def touches(span: Span, others: list[Span] | frozenset[Span]) -> bool:
    """Tell whether a span shares a character with one of some others."""
    return any(span.start < other.end and other.start < span.end for other in others)


def planted_pairs(folder: Path) -> Iterator[Pair]:
    """Yield pairs of two translations, each as it is, cut, and with a word put in."""
    generator = random.Random(7)
    records = read_records(folder / "multimwa-mtref" / "train.jsonl")
    vocabulary = [word for record in records for word in record["source"] if word not in LIGHT]
    for record in records:
        texts = tuple(" ".join(record[side]).capitalize() for side in ("source", "target"))
        yield Pair("mtref", record["id"], *texts)
        links = word_links(compared(*texts))
        yield from cut(record["id"], texts, links, generator)
        yield from put_in(record["id"], texts, generator.choice(vocabulary), generator)


def cut(
    name: str, texts: tuple[str, ...], links: list[tuple[Span, Span]], generator: random.Random
) -> Iterator[Pair]:
    """Yield the pair with up to five words cut from one side."""
    shorter = generator.choice((0, 1))
    spans = split_words(texts[shorter], Span(0, len(texts[shorter])))
    start = generator.randrange(len(spans))
    gone = spans[start : start + generator.choice((1, 1, 3, 5))]
    gold = frozenset(pair[1 - shorter] for pair in links if touches(pair[shorter], gone))
    gold = frozenset(span for span in gold if span.of(texts[1 - shorter]) not in LIGHT)
    text = texts[shorter][: gone[0].start] + texts[shorter][gone[-1].end :].lstrip()
    if gold and text.strip():
        sides = (text, texts[1]) if shorter == 0 else (texts[0], text)
        yield Pair("mtref", name, *sides, Side.REWRITE if shorter == 0 else Side.ORIGINAL, gold)


def put_in(
    name: str, texts: tuple[str, ...], word: str, generator: random.Random
) -> Iterator[Pair]:
    """Yield the pair with a word of another sentence before a content word of one side."""
    longer = generator.choice((0, 1))
    spans = split_words(texts[longer], Span(0, len(texts[longer])))
    places = [span.start for span in spans[1:] if span.of(texts[longer]) not in LIGHT]
    if places:
        at = generator.choice(places)
        text = f"{texts[longer][:at]}{word} {texts[longer][at:]}"
        sides = (text, texts[1]) if longer == 0 else (texts[0], text)
        gold = frozenset([Span(at, at + len(word))])
        yield Pair("mtref", name, *sides, Side.ORIGINAL if longer == 0 else Side.REWRITE, gold)


def rows_of(pair: Pair, result: Comparison, *, has_vectors: bool) -> Iterator[Row]:
    """Yield what is seen of the runs of a pair."""
    readings = PairReading((result.original, result.rewrite), result.alignment)
    for number, link in enumerate(result.alignment.links):
        if link.kind is LinkKind.SAME or not link.original or not link.rewrite:
            continue
        reading = readings.link(number)
        if reading.has_two_languages:
            continue
        gaps = UnlinkedWords(reading)
        gaps.has_vectors = gaps.has_vectors and has_vectors
        for run in gaps.runs():
            spans = [reading.sides[run.side].spans[n] for n in run.content]
            is_planted = pair.side is run.side and any(touches(s, pair.gold) for s in spans)
            yield Row(pair, features(gaps, run), is_planted)


def trained(rows: list[Row]) -> dict[str, np.ndarray]:
    """Return the weights of networks that tell planted runs from others."""
    chosen = [row for row in rows if row.pair.is_for_training]
    values = np.array([row.features for row in chosen])
    means, scales = values.mean(axis=0), values.std(axis=0) + 1e-6
    truth = np.array([row.is_planted for row in chosen], dtype=float)
    sources = np.array([row.pair.source for row in chosen])
    counts = np.array([len(chosen) / len(SETS) / (sources == source).sum() for source in sources])
    fitted = [network((values - means) / scales, truth, counts, seed) for seed in range(NETWORKS)]
    weights = {"means": means, "scales": scales}
    for place, name in enumerate(("hidden", "hidden.bias", "out", "out.bias")):
        weights[name] = np.stack([layers[place] for layers in fitted])
    weights["confidence"] = calibrated(weights, rows)
    return {name: value.astype(np.float32) for name, value in weights.items()}


def network(
    values: np.ndarray, truth: np.ndarray, counts: np.ndarray, seed: int
) -> list[np.ndarray]:
    """Return the layers of one network, trained with Adam (Kingma and Ba 2015)."""
    generator = np.random.default_rng(seed)
    layers = [
        generator.normal(0, 0.25, (values.shape[1], HIDDEN)),
        np.zeros(HIDDEN),
        generator.normal(0, 0.25, HIDDEN),
        np.array(-1.5),
    ]
    moments = [(np.zeros_like(layer), np.zeros_like(layer)) for layer in layers]
    step = 0
    for turn in range(ROUNDS):
        order = generator.permutation(len(truth))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            step += 1
            slopes = gradients(layers, values[batch], truth[batch], counts[batch])
            rate = RATE * (1 - turn / ROUNDS)
            for n, slope in enumerate(slopes):
                first = 0.9 * moments[n][0] + 0.1 * slope
                second = 0.999 * moments[n][1] + 0.001 * slope**2
                moments[n] = (first, second)
                scaled = np.sqrt(second / (1 - 0.999**step)) + 1e-8
                layers[n] = layers[n] - rate * first / (1 - 0.9**step) / scaled
    return layers


def gradients(
    layers: list[np.ndarray], values: np.ndarray, truth: np.ndarray, counts: np.ndarray
) -> list[np.ndarray]:
    """Return how the loss changes with each layer."""
    hidden, bias, out, offset = layers
    seen = np.tanh(values @ hidden + bias)
    share = 1 / (1 + np.exp(-(seen @ out + offset)))
    error = counts * (share - truth) / len(truth)
    inner = np.outer(error, out) * (1 - seen * seen)
    return [
        values.T @ inner + DECAY * hidden,
        inner.sum(axis=0),
        seen.T @ error + DECAY * out,
        error.sum(),
    ]


def calibrated(weights: dict[str, np.ndarray], rows: list[Row]) -> np.ndarray:
    """Return slope and offset that make a confidence of a score, from the half left out.

    Of each pair without a planted run the highest score counts, as that is what would be shown.
    """
    highest: dict[Pair, float] = {}
    planted: dict[Pair, float] = {}
    for row in rows:
        if row.pair.is_for_training:
            continue
        target = planted if row.is_planted else highest if row.pair.side is None else None
        if target is not None:
            target[row.pair] = max(target.get(row.pair, -np.inf), score(weights, row.features))
    scores = np.array([*planted.values(), *highest.values()])
    truth = np.array([1.0] * len(planted) + [0.0] * len(highest))
    counts = np.where(truth > 0, 0.5 / len(planted), 0.5 / len(highest)) * len(truth)
    return logistic(np.stack([scores, np.ones_like(scores)], axis=1), truth, counts)


def score(weights: dict[str, np.ndarray], values: tuple[float, ...]) -> float:
    """Return the mean of the networks for a run."""
    scaled = (np.array(values) - weights["means"]) / weights["scales"]
    seen = np.tanh(scaled @ weights["hidden"] + weights["hidden.bias"])
    return float((seen * weights["out"]).sum(axis=1).mean() + weights["out.bias"].mean())


def figures(weights: dict[str, np.ndarray], rows: list[Row], pairs: list[Pair]) -> Iterator[str]:
    """Yield for each set and side how many planted pairs of the half left out are found.

    A pair is found if a planted run scores higher than all runs of 95 % of the faithful pairs.
    Where what was cut is linked with nothing, it is not known what is missing.
    """
    best = dict.fromkeys((pair for pair in pairs if not pair.is_for_training), -np.inf)
    for row in rows:
        if row.pair in best and (row.is_planted or row.pair.side is None):
            best[row.pair] = max(best[row.pair], score(weights, row.features))
    for source in SETS:
        faithful = [best[p] for p in best if p.source == source and p.side is None]
        limit = np.quantile(faithful, 1 - ALARMS)
        for side in Side:
            planted = (p for p in best if p.source == source and p.side is side and p.gold)
            found = [best[p] > limit for p in planted]
            yield (f"{source}, only in the {side.value}: {np.mean(found):.0%} of {len(found):,} "
                   f"found at alarms on {ALARMS:.0%} of {len(faithful):,} pairs")  # fmt: skip


def logistic(values: np.ndarray, truth: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return the weights of a logistic regression, by Newton's method."""
    found = np.zeros(values.shape[1])
    for _ in range(50):
        share = 1 / (1 + np.exp(-values @ found))
        slope = values.T @ (counts * (share - truth)) + 1e-3 * found
        bend = (values * (counts * share * (1 - share))[:, None]).T @ values
        found -= np.linalg.solve(bend + 1e-3 * np.eye(len(found)), slope)
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
