"""Make `resources/models/meaning-classes.txt.gz`: English words grouped by meaning.

    python build_scripts/models/meaning_classes.py

The whole words of the vocabulary of all-MiniLM-L6-v2 are grouped by their input embeddings, by
spherical k-means, into narrow classes, and these by the same means into wide ones. A line holds the
number of a wide class and the words of a narrow one.
"""

from __future__ import annotations

import gzip

import numpy as np
from minilm import directions, embeddings, reduced, vocabulary
from sources import RESOURCES

NARROW, WIDE = 5000, 1200
DIMENSIONS = 128
ROUNDS = 15


def main() -> None:
    """Write the classes."""
    words = vocabulary()
    kept = [
        k for k, word in enumerate(words) if len(word) > 1 and word.isascii() and word.isalpha()
    ]
    vectors = directions(reduced(embeddings(), DIMENSIONS)[kept])
    narrow, centres = grouped(vectors, NARROW)
    wide, _ = grouped(directions(centres), WIDE)
    lines: list[list[str]] = [[str(number)] for number in wide.tolist()]
    for place, number in zip(kept, narrow.tolist(), strict=True):
        lines[number].append(words[place])
    text = "\n".join(" ".join(line) for line in lines if len(line) > 1)
    packed = gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)
    (RESOURCES / "models" / "meaning-classes.txt.gz").write_bytes(packed)
    print(f"{len(kept):,} words, {len(packed):,} bytes")


def grouped(vectors: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the class of each vector and the centres of the classes."""
    generator = np.random.default_rng(1)
    centres = vectors[generator.choice(len(vectors), count, replace=False)]
    for _ in range(ROUNDS):
        classes = (vectors @ centres.T).argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, classes, vectors)
        centres = np.where(np.abs(sums).sum(axis=1, keepdims=True) > 0, directions(sums), centres)
    return classes, centres


if __name__ == "__main__":
    main()
