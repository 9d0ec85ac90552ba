"""Make `resources/models/synonyms.txt.gz`: the senses of English words, from WordNet 3.1.

    python build_scripts/models/synonyms.py

Of the 30,000 commonest words of English those are kept that WordNet has. The first part of the
file has a line a word: the word and the numbers of its senses. After an empty line comes a line a
sense that has relations: its number and those of the senses one step from it (a wider term, a
derived word, a similar adjective), each relation once. Numbers are given to the base 36.
"""

from __future__ import annotations

import gzip
from collections import defaultdict

import numpy as np
from sources import RESOURCES, WORDNET, opened_npm

from facing_pages.core.languages.frequencies import word_frequencies

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
# Wider terms, similar, see also, derived forms, verb groups, pertaining to, attributes.
RELATIONS = frozenset(["@", "&", "^", "+", "$", "\\", "="])

Sense = tuple[str, int]


def main() -> None:
    """Write the table."""
    senses: defaultdict[str, list[Sense]] = defaultdict(list)
    related: defaultdict[Sense, set[Sense]] = defaultdict(set)
    common = word_frequencies("en")
    with opened_npm(WORDNET) as package:
        for part, name in PARTS.items():
            file = package.extractfile(f"package/dict/data.{name}")
            assert file is not None
            for line in file.read().decode("utf-8").splitlines():
                if not line.startswith(" "):
                    _read(line, part, common, senses, related)
    used = sorted({sense for each in senses.values() for sense in each})
    numbers = {sense: number for number, sense in enumerate(used)}
    lines = [
        " ".join([word, *(_base36(numbers[sense]) for sense in sorted(senses[word]))])
        for word in sorted(senses)
    ]
    lines.append("")
    for sense in used:
        near = sorted(numbers[n] for n in related[sense] if numbers.get(n, -1) > numbers[sense])
        if near:
            lines.append(" ".join(map(_base36, [numbers[sense], *near])))
    packed = gzip.compress("\n".join(lines).encode("utf-8"), compresslevel=9, mtime=0)
    (RESOURCES / "models" / "synonyms.txt.gz").write_bytes(packed)
    print(f"{len(senses):,} words, {len(used):,} senses, {len(packed):,} bytes")


def _read(
    line: str,
    part: str,
    common: dict[str, float],
    senses: defaultdict[str, list[Sense]],
    related: defaultdict[Sense, set[Sense]],
) -> None:
    """Take the words and the relations of one sense from a line of WordNet's data."""
    fields = line.split("|", maxsplit=1)[0].split()
    sense = (part, int(fields[0]))
    words = int(fields[3], 16)
    for word in fields[4 : 4 + 2 * words : 2]:
        plain = word.split("(")[0].casefold()
        if plain in common and sense not in senses[plain]:
            senses[plain].append(sense)
    start = 5 + 2 * words
    for k in range(int(fields[start - 1])):
        kind, place, other = fields[start + 4 * k : start + 4 * k + 3]
        if kind in RELATIONS:
            neighbour = ("a" if other == "s" else other, int(place))
            related[sense].add(neighbour)
            related[neighbour].add(sense)


def _base36(number: int) -> str:
    return np.base_repr(number, 36).lower()


if __name__ == "__main__":
    main()
