"""Make `resources/models/antonyms.txt.gz`: English words of opposite meaning, from WordNet 3.1.

    python build_scripts/models/antonyms.py

Of the 30,000 commonest words of English, a line a pair: the two words, in the order of the
alphabet. Besides the pairs WordNet gives (*wet*, *dry*) there are those it gives by way of a word
of nearly the same meaning (*damp* is similar to *wet*): these lines end in a tilde.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from itertools import product
from typing import NamedTuple

from sources import RESOURCES, WORDNET, opened_npm

from facing_pages.core.languages.frequencies import word_frequencies

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
OPPOSITE, SIMILAR = "!", "&"

Sense = tuple[str, int]
Pair = tuple[str, str]


class Relations(NamedTuple):
    """What WordNet says of all senses: their words and similar senses."""

    words: dict[Sense, list[str]]
    similar: dict[Sense, set[Sense]]


def main() -> None:
    """Write the table."""
    relations = Relations({}, defaultdict(set))
    numbered: list[tuple[Sense, int, Sense, int]] = []
    with opened_npm(WORDNET) as package:
        for part, name in PARTS.items():
            file = package.extractfile(f"package/dict/data.{name}")
            assert file is not None
            for line in file.read().decode("utf-8").splitlines():
                if not line.startswith(" "):
                    _read(line, part, relations, numbered)
    common = word_frequencies("en")
    direct = {
        _in_order(relations.words[one][i - 1], relations.words[other][j - 1])
        for one, i, other, j in numbered
    }
    direct = {
        pair for pair in direct if pair[0] != pair[1] and all(word in common for word in pair)
    }
    similar: set[Pair] = set()
    for one, _, other, _ in numbered:
        for near, far in ((one, other), (other, one)):
            for sense in relations.similar[near]:
                similar |= {
                    _in_order(*pair)
                    for pair in product(relations.words[sense], relations.words[far])
                    if all(word in common for word in pair)
                }
    lines = [" ".join(pair) for pair in sorted(direct)]
    lines += [f"{one} {other} ~" for one, other in sorted(similar - direct) if one != other]
    packed = gzip.compress("\n".join(lines).encode("utf-8"), compresslevel=9, mtime=0)
    (RESOURCES / "models" / "antonyms.txt.gz").write_bytes(packed)
    print(f"{len(direct):,} pairs, {len(lines) - len(direct):,} indirect, {len(packed):,} bytes")


def _read(
    line: str, part: str, relations: Relations, numbered: list[tuple[Sense, int, Sense, int]]
) -> None:
    """Take the words, opposites and similar senses of one sense from a line of WordNet's data."""
    fields = line.split("|", maxsplit=1)[0].split()
    sense = (part, int(fields[0]))
    count = int(fields[3], 16)
    relations.words[sense] = [
        word.split("(")[0].casefold() for word in fields[4 : 4 + 2 * count : 2]
    ]
    start = 5 + 2 * count
    for k in range(int(fields[start - 1])):
        kind, place, other, words = fields[start + 4 * k : start + 4 * k + 4]
        target = ("a" if other == "s" else other, int(place))
        if kind == OPPOSITE:
            numbered.append((sense, int(words[:2], 16), target, int(words[2:], 16)))
        elif kind == SIMILAR:
            relations.similar[sense].add(target)


def _in_order(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


if __name__ == "__main__":
    main()
