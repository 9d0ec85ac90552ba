"""The network of the reader as it is trained: both sentences in, logits of all kinds out.

Six layers of all-MiniLM-L6-v2 (Wang et al. 2020) as a cross-encoder: [CLS] original [SEP] rewrite
[SEP]. To the vector of a piece are added what the other side has of its word, how it is written,
where its partner stands, and the vector of its partner. The word table is not trained.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import minilm
import numpy as np
import torch
import torch.nn.functional as functional
from torch import Tensor, nn
from word_networks import Layer

from facing_pages.core.findings.reader.reader_input import MARK_SIZES, ReaderInput
from facing_pages.core.findings.reader.reader_kinds import READER_KINDS

LAYERS = 6
# The kinds, and for the pair whether anything changed at all.
KINDS, PAIR_OUTPUTS = len(READER_KINDS), len(READER_KINDS) + 1


@dataclass
class Reading:
    """An example as numbers: its input, and targets of its n pieces and of the pair.

    `targets` and `known` are [n, kinds], `pair_targets` and `pair_known` [kinds + 1].
    """

    number: int
    twin: int
    source: ReaderInput
    targets: np.ndarray
    known: np.ndarray
    pair_targets: np.ndarray
    pair_known: np.ndarray

    def __len__(self) -> int:
        return len(self.source.pieces)


class MeaningNet(nn.Module):
    """The cross-encoder and its heads."""

    def __init__(self) -> None:
        super().__init__()
        weights = minilm.weights()
        table = {
            part: torch.tensor(weights[f"embeddings.{part}_embeddings.weight"])
            for part in ("word", "position", "token_type")
        }
        width = table["word"].shape[1]
        self.pieces = nn.Embedding.from_pretrained(table["word"], freeze=True)
        self.places = nn.Embedding.from_pretrained(table["position"], freeze=False)
        self.sides = nn.Embedding.from_pretrained(table["token_type"], freeze=False)
        self.marks = nn.ModuleList(nn.Embedding(size, width) for size in MARK_SIZES)
        self.partner = nn.Linear(width, width, bias=False)
        for layer in (*self.marks, self.partner):
            nn.init.zeros_(layer.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.norm.weight.data = torch.tensor(weights["embeddings.LayerNorm.weight"])
        self.norm.bias.data = torch.tensor(weights["embeddings.LayerNorm.bias"])
        self.layers = nn.ModuleList(Layer(weights, number) for number in range(LAYERS))
        for layer in self.layers:
            layer.drop.p = 0.0  # each pair is seen once or twice: there is little to overfit
        self.drop = nn.Dropout(0.1)
        self.words = nn.Linear(width, KINDS)
        self.pair = nn.Linear(width, PAIR_OUTPUTS)
        self.share = nn.Parameter(torch.full((KINDS,), 0.5))

    def forward(
        self,
        pieces: Tensor,
        partners: Tensor,
        sides: Tensor,
        marks: Tensor,
        bias: Tensor | None = None,
    ) -> tuple[Tensor, Tensor]:
        """Return the logits of pieces, [batch, n, kinds], and of pairs, [batch, kinds + 1]."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        linked = self.partner(self.pieces(partners) * (partners > 0).unsqueeze(-1))
        states = self.pieces(pieces) + self.places(places) + self.sides(sides) + linked
        for number, table in enumerate(self.marks):
            states = states + table(marks[:, :, number])
        states = self.drop(self.norm(states))
        for layer in self.layers:
            states = layer(states, bias)
        states = self.drop(states).to(self.words.weight.dtype)
        words = self.words(states)
        pair = self.pair(states[:, 0])
        masked = words if bias is None else words + bias[:, 0, 0, :, None]
        best = masked.amax(1) * self.share
        return words, pair + functional.pad(best, (0, 1))


def make_batch(readings: Sequence[Reading]) -> dict[str, Tensor]:
    """Return readings as tensors, padded to the longest."""
    count, longest = len(readings), max(map(len, readings))
    arrays = {
        name: np.zeros((count, longest), np.int64) for name in ("pieces", "partners", "sides")
    }
    arrays["marks"] = np.zeros((count, longest, len(MARK_SIZES)), np.int64)
    arrays["bias"] = np.full((count, 1, 1, longest), -1e4, np.float32)
    for name in ("targets", "known"):
        arrays[name] = np.zeros((count, longest, KINDS), np.float32)
    for row, reading in enumerate(readings):
        n = len(reading)
        for name in ("pieces", "partners", "sides", "marks"):
            arrays[name][row, :n] = getattr(reading.source, name)
        arrays["bias"][row, :, :, :n] = 0
        arrays["targets"][row, :n] = reading.targets
        arrays["known"][row, :n] = reading.known
    for name in ("pair_targets", "pair_known"):
        arrays[name] = np.stack([getattr(reading, name) for reading in readings])
    return {name: torch.from_numpy(array) for name, array in arrays.items()}
