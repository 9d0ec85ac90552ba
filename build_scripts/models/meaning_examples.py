"""All pairs that the reader is trained on: labelled by people, and faithful ones spoilt here."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from faithful_pairs import faithful_pairs
from meaning_example import MeaningExample, Places, linked_words
from meaning_sets import labelled_examples
from meaning_spoilings import Spoiler

from facing_pages.core.findings.reader.reader_kinds import READER_KINDS
from facing_pages.core.model import FindingKind as Kind

# Words of a side above which a pair is left out.
LONGEST = 90
# Spoilt forms of each faithful pair.
SPOILT = 3
# How often the original is spoilt instead of the rewrite, where that is the same.
ORIGINAL_SHARE = 0.4
ONE_SIDED = (Kind.INVENTION, Kind.OMISSION, Kind.TORN)


def all_examples(bench: Path, seed: int = 1) -> list[MeaningExample]:
    """Return the examples of all sets, the spoilt ones behind their clean twin."""
    chance = random.Random(seed)
    examples = labelled_examples(bench / "findings")
    pairs = faithful_pairs(bench, examples, chance)
    spoiler = Spoiler([pair.words[1] for pair in pairs], chance)
    known = {id(example) for example in examples}
    examples += [pair for pair in pairs if id(pair) not in known]
    for pair in pairs:
        examples += _spoilt(pair, spoiler, chance)
    return [example for example in examples if all(0 < len(w) <= LONGEST for w in example.words)]


def _spoilt(
    pair: MeaningExample, spoiler: Spoiler, chance: random.Random
) -> Iterator[MeaningExample]:
    """Yield a few forms of a pair, each changed in another way."""
    kinds: list[Kind | None] = [kind for kind in READER_KINDS if kind is not Kind.INVENTION]
    kinds += [Kind.INVENTION, None]
    chance.shuffle(kinds)
    made = 0
    for kind in kinds:
        # What a rewrite adds is what the original lacks: it is taken out there.
        is_original = kind not in ONE_SIDED and chance.random() < ORIGINAL_SHARE
        side = 0 if is_original or kind is Kind.INVENTION else 1
        example = _edited(pair, spoiler, kind, side)
        if example is not None:
            yield example
            made += 1
        if made == SPOILT:
            return


def _edited(
    pair: MeaningExample, spoiler: Spoiler, kind: Kind | None, side: int
) -> MeaningExample | None:
    """Return the pair with one side edited; None where it gives no occasion."""
    edit = spoiler.edit(pair.words[side], Kind.OMISSION if kind is Kind.INVENTION else kind)
    if edit is None:
        return None
    edited, new, gone = edit.of(pair.words[side])
    words = (edited, pair.words[1]) if side == 0 else (pair.words[0], edited)
    label = f"{pair.source}-{kind.value if kind else 'benign'}"
    example = MeaningExample(
        pair.source, pair.group, words, open_kinds=pair.open_kinds, label=label
    )
    example.dark = _other_dark(pair.dark, side)
    if kind is None:
        return example
    facing = linked_words(pair.words, side, gone)
    marks = [dict.fromkeys(new, kind), dict.fromkeys(facing, kind)]
    if not marks[0] and not marks[1]:
        return None
    example.changed, example.kinds = 1, frozenset({kind})
    example.marked = (marks[side], marks[1 - side])
    example.open_kinds = pair.open_kinds - {kind}
    return example


def _other_dark(dark: Places, side: int) -> Places:
    """Forget the dark words of the side that was edited, whose numbers have changed."""
    return (frozenset(), dark[1]) if side == 0 else (dark[0], frozenset())
