"""Make `resources/models/word-pieces.txt.gz` and `word-vectors.npy`.

    python build_scripts/models/word_vectors.py

The vectors are the input embeddings of all-MiniLM-L6-v2 along their 128 principal directions, at
length 1, in steps of a 127th of a row's largest number.
"""

from __future__ import annotations

import gzip

import numpy as np
from minilm import directions, embeddings, reduced, vocabulary
from sources import RESOURCES

DIMENSIONS = 128


def main() -> None:
    """Write both files."""
    folder = RESOURCES / "models"
    packed = gzip.compress("\n".join(vocabulary()).encode("utf-8"), compresslevel=9, mtime=0)
    (folder / "word-pieces.txt.gz").write_bytes(packed)
    vectors = directions(reduced(embeddings(), DIMENSIONS))
    steps = np.abs(vectors).max(axis=1, keepdims=True) / 127
    np.save(folder / "word-vectors.npy", np.rint(vectors / steps).astype(np.int8))
    for name in ("word-pieces.txt.gz", "word-vectors.npy"):
        print(f"{name}: {(folder / name).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
