"""Pairs of sentences that mean the same, from translations, verses and novels: to be spoilt."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from meaning_example import MeaningExample, records, words_of

from facing_pages.core.model import FindingKind as Kind

# Pairs taken of the sets that have more.
VERSES, NOVEL_PAIRS, IDENTICAL = 4500, 4500, 1500
# Words of a sentence of a novel, and how much shorter or longer its counterpart may be.
SHORTEST, LONGEST, LEAST_LENGTH, MOST_LENGTH = 6, 60, 0.8, 1.2
# The sets of `meaning_sets` whose same pairs are spoilt as well.
LABELLED = ("demetr-paraphrase", "summedits", "swords", "pawsx-en", "roles-made")
# What the tokenizer of a set has cut from the word before, and what it writes for marks.
CUT = ("n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "n’t", "’s")
WRITTEN = {"``": '"', "''": '"', "-lrb-": "(", "-rrb-": ")"}
# An abridgement may leave out what it likes.
ABRIDGED = frozenset({Kind.OMISSION, Kind.INVENTION, Kind.FALSE_SYNONYM})


def faithful_pairs(
    bench: Path, labelled: Sequence[MeaningExample], chance: random.Random
) -> list[MeaningExample]:
    """Return the pairs to spoil; those of `labelled` are among them."""
    pairs = [
        example
        for example in labelled
        if example.source in LABELLED
        and example.changed == 0
        and not example.label.endswith("surface")
    ]
    pairs += [*_verses(bench, chance), *_novels(bench, chance), *_translations(bench)]
    chosen = chance.sample(pairs, min(IDENTICAL, len(pairs)))
    return pairs + [
        MeaningExample(
            "identical", pair.group, (pair.words[1], pair.words[1]), label="identical-same"
        )
        for pair in chosen
    ]


def _verses(bench: Path, chance: random.Random) -> Iterator[MeaningExample]:
    """Yield verses of two Bibles, linked one to one."""
    for name, count in (("kjv-web", VERSES), ("en-noyes-anderson-nt", VERSES // 3)):
        folder = bench / "books" / name
        texts = [(folder / f"{side}.txt").read_text("utf-8") for side in ("source", "target")]
        gold = json.loads((folder / "gold.json").read_text("utf-8"))
        links = [link for link in gold["links"] if len(link[0]) == len(link[1]) == 1]
        for (i,), (j,) in chance.sample(links, min(count, len(links))):
            words = (
                words_of(texts[0][slice(*gold["source_spans"][i])]),
                words_of(texts[1][slice(*gold["target_spans"][j])]),
            )
            yield MeaningExample(name, f"{name}-{i}", words, label=f"{name}-same")


def _novels(bench: Path, chance: random.Random) -> list[MeaningExample]:
    """Return sentences of novels and their abridgements that say about the same."""
    pairs: list[MeaningExample] = []
    for record in records(bench / "ablit" / "train.jsonl"):
        flat = [
            [sentence for paragraph in record[side] for sentence in paragraph]
            for side in ("source", "target")
        ]
        for link in record["links"]:
            if len(link[0]) != 1 or len(link[1]) != 1:
                continue
            words = (words_of(flat[0][link[0][0]]), words_of(flat[1][link[1][0]]))
            if _are_near(*words):
                group = f"{record['id']}-{link[0][0]}"
                pairs.append(
                    MeaningExample(
                        "ablit",
                        group,
                        words,
                        label="ablit-near",
                        open_kinds=ABRIDGED,
                        changed=-1,
                    )
                )
    return chance.sample(pairs, min(NOVEL_PAIRS, len(pairs)))


def _are_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two sentences differ, yet not in much."""
    if one == other or not SHORTEST <= len(other) <= LONGEST:
        return False
    return LEAST_LENGTH <= len(other) / len(one) <= MOST_LENGTH


def _translations(bench: Path) -> Iterator[MeaningExample]:
    for name in ("multimwa-mtref", "edinburgh++"):
        for number, record in enumerate(records(bench / name / "train.jsonl")):
            words = (_joined(record["source"]), _joined(record["target"]))
            yield MeaningExample(name, f"{name}-{number}", words, label=f"{name}-same")


def _joined(tokens: Sequence[str]) -> tuple[str, ...]:
    """Join what the tokenizer of a set has cut: "do", "n't"."""
    words: list[str] = []
    for token in tokens:
        if words and token.lower() in CUT:
            words[-1] += token
        else:
            words.append(WRITTEN.get(token.lower(), token))
    return tuple(words)
