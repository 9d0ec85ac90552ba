"""A novel and its abridgement, made up: sentences are dropped, alone and in runs, or shortened."""

from __future__ import annotations

import random
from functools import cache

from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_pairs import made_pair

WORDS = (
    "harbour lamp keeper widow boat letter evening window garden sister brother stranger winter "
    "candle staircase visit promise silence carriage daughter morning uncle parlour meadow river"
).split()


@cache
def abridgement(*, paragraphs: int = 12, seed: int = 7) -> PairView:
    """Return a pair of which the rewrite has about half the words, in the same paragraphs."""
    chance = random.Random(seed)
    texts: list[str] = []
    short: list[str] = []
    links: list[str] = []
    p = q = 0
    for _ in range(paragraphs):
        sentences = [_sentence(chance) for _ in range(chance.randint(4, 16))]
        kept: list[str] = []
        dropped = 0
        for number, sentence in enumerate(sentences):
            if dropped == 0 and number and chance.random() < 0.25:
                dropped = chance.choice([1, 2, 6])
            if dropped:
                dropped -= 1
                links.append(f"{p + number}=-")
                continue
            links.append(f"{p + number}={q + len(kept)}")
            kept.append(_shortened(chance, sentence) if chance.random() < 0.4 else sentence)
        texts.append(" ".join(sentences))
        short.append(" ".join(kept))
        p, q = p + len(sentences), q + len(kept)
    rows = " ".join(f"{n}={n}" for n in range(paragraphs))
    return made_pair("\n\n".join(texts), "\n\n".join(short), " ".join(links), paragraphs=rows)


def _sentence(chance: random.Random) -> str:
    clauses = [
        " ".join(chance.choice(WORDS) for _ in range(chance.randint(4, 12)))
        for _ in range(chance.randint(1, 5))
    ]
    return ", ".join(clauses).capitalize() + "."


def _shortened(chance: random.Random, sentence: str) -> str:
    """Return a sentence with one clause in two."""
    clauses = sentence[:-1].split(", ")
    return ", ".join(clauses[::2]) + "."
