"""The networks that link words, as they are trained; `word_network.py` of the core runs the result.

All of them score the cells of a grid of two sentences' words. `StaticNet` is given vectors of
single words; `PreciseNet` reads both sentences with the first layers of all-MiniLM-L6-v2.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import minilm
import numpy as np
import torch
import torch.nn.functional as functional
from torch import Tensor, nn
from word_examples import Example

from facing_pages.core.alignment.words.encoder import HEAD_SIZE, MAX_PIECES_OF_WORD
from facing_pages.core.alignment.words.pair_features import FEATURES
from facing_pages.core.alignment.words.wordpieces import word_pieces

CHANNELS, BLOCKS = 32, 2
STATIC_HEADS, STATIC_HIDDEN = 4, 64
ENCODER_LAYERS, ENCODER_HEADS = 4, 8
# How often a pair is shown as if its language had no vectors, and then without senses or lemmas.
WITHOUT_VECTORS, WITHOUT_SENSES, WITHOUT_LEMMAS = 0.12, 0.7, 0.5

Batch = dict[str, Tensor]


class Grid(nn.Module):
    """Cells that see their neighbours and the best of their row and column."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.inner = nn.Linear(features, CHANNELS)
        self.around = nn.ModuleList(
            nn.Conv2d(CHANNELS, CHANNELS, 3, padding=1) for _ in range(BLOCKS)
        )
        self.best = nn.ModuleList(nn.Linear(2 * CHANNELS, CHANNELS) for _ in range(BLOCKS))
        self.out = nn.Linear(CHANNELS, 1)

    def forward(self, values: Tensor, mask: Tensor) -> Tensor:
        """Return the logits, [batch, n, m]."""
        inside = mask[..., None]
        hidden = functional.relu(self.inner(values)) * inside
        for around, best in zip(self.around, self.best, strict=True):
            row = hidden.amax(2, keepdim=True).expand_as(hidden)
            column = hidden.amax(1, keepdim=True).expand_as(hidden)
            seen = around(hidden.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)
            seen = seen + best(torch.cat([row, column], dim=3))
            hidden = (hidden + functional.relu(seen)) * inside
        return self.out(hidden)[..., 0]

    def arrays(self) -> dict[str, np.ndarray]:
        """Return the weights as the core reads them."""
        arrays = {"in": _matrix(self.inner), "in.bias": _numbers(self.inner.bias)}
        for k, (around, best) in enumerate(zip(self.around, self.best, strict=True)):
            kernel = _numbers(around.weight)
            both = _matrix(best)
            arrays[f"block{k}.conv"] = kernel.transpose(2, 3, 1, 0).reshape(-1, CHANNELS)
            arrays[f"block{k}.bias"] = _numbers(around.bias) + _numbers(best.bias)
            arrays[f"block{k}.row"] = both[:CHANNELS]
            arrays[f"block{k}.column"] = both[CHANNELS:]
        arrays["out"] = _numbers(self.out.weight)[0]
        arrays["out.bias"] = _numbers(self.out.bias)[0]
        return arrays


class StaticNet(nn.Module):
    """Words seen with the two words on either side of them, and the grid."""

    def __init__(self, dimensions: int) -> None:
        super().__init__()
        self.first = nn.Conv1d(dimensions, STATIC_HIDDEN, 3, padding=1)
        self.second = nn.Conv1d(STATIC_HIDDEN, STATIC_HIDDEN, 3, padding=1)
        self.heads = nn.Linear(STATIC_HIDDEN + dimensions, STATIC_HEADS * 16)
        self.drop = nn.Dropout(0.2)
        self.grid = Grid(len(FEATURES) + STATIC_HEADS)

    def forward(self, batch: Batch) -> list[Tensor]:
        """Return the logits of all cells, alone in a list."""
        sides = [self._vectors(batch[f"vectors{k}"], batch[f"inside{k}"]) for k in (0, 1)]
        channels = torch.einsum("bnhd,bmhd->bnmh", *sides) / 4
        channels = channels * batch["vectors"][:, None, None, None]
        return [self.grid(torch.cat([batch["values"], channels], dim=3), batch["mask"])]

    def _vectors(self, vectors: Tensor, inside: Tensor) -> Tensor:
        shown = self.drop(vectors).transpose(1, 2)
        hidden = functional.relu(self.first(shown)) * inside[:, None]
        hidden = functional.relu(self.second(hidden)) * inside[:, None]
        both = torch.cat([hidden.transpose(1, 2), vectors], dim=2)
        return self.heads(both).unflatten(2, (STATIC_HEADS, 16))

    def arrays(self) -> dict[str, np.ndarray]:
        """Return the weights as the core reads them."""
        return {
            "heads": np.array(STATIC_HEADS),
            "words.1": _row_kernel(self.first),
            "words.1.bias": _numbers(self.first.bias),
            "words.2": _row_kernel(self.second),
            "words.2.bias": _numbers(self.second.bias),
            "words.out": _matrix(self.heads),
            "words.out.bias": _numbers(self.heads.bias),
            **self.grid.arrays(),
        }


class Layer(nn.Module):
    """A layer of the encoder (Vaswani et al. 2017), with the weights of all-MiniLM-L6-v2."""

    def __init__(self, weights: dict[str, np.ndarray], number: int) -> None:
        super().__init__()
        name = f"encoder.layer.{number}"
        parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
        self.attend = _linear(
            np.concatenate([weights[f"{part}.weight"] for part in parts]),
            np.concatenate([weights[f"{part}.bias"] for part in parts]),
        )
        self.mix = _linear_of(weights, f"{name}.attention.output.dense")
        self.mix_norm = _norm(weights, f"{name}.attention.output.LayerNorm")
        self.widen = _linear_of(weights, f"{name}.intermediate.dense")
        self.narrow = _linear_of(weights, f"{name}.output.dense")
        self.norm = _norm(weights, f"{name}.output.LayerNorm")
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, bias: Tensor | None) -> Tensor:
        """Return the states of the next layer, [batch, pieces, dimensions]."""
        parts = self.attend(states).unflatten(2, (3, 12, 32)).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        weights = query @ key.transpose(-1, -2) / math.sqrt(32)
        if bias is not None:
            weights = weights + bias
        seen = (torch.softmax(weights, dim=-1) @ value).transpose(1, 2).flatten(2)
        states = self.mix_norm(states + self.drop(self.mix(seen)))
        wide = functional.gelu(self.widen(states))
        return self.norm(states + self.drop(self.narrow(wide)))


class Encoder(nn.Module):
    """Pieces of both sentences in, vectors for the heads out; the word table is not trained."""

    def __init__(self) -> None:
        super().__init__()
        weights = minilm.weights()
        table = {
            part: torch.tensor(weights[f"embeddings.{part}_embeddings.weight"])
            for part in ("word", "position", "token_type")
        }
        self.pieces = nn.Embedding.from_pretrained(table["word"], freeze=True)
        self.places = nn.Embedding.from_pretrained(table["position"], freeze=False)
        self.sides = nn.Embedding.from_pretrained(table["token_type"], freeze=False)
        self.norm = _norm(weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer(weights, k) for k in range(ENCODER_LAYERS))
        self.heads = nn.Linear(self.pieces.embedding_dim, ENCODER_HEADS * HEAD_SIZE)
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, sides: Tensor, bias: Tensor | None = None) -> Tensor:
        """Return the vectors, [batch, pieces, heads times numbers]."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.pieces(pieces) + self.places(places) + self.sides(sides)
        states = self.drop(self.norm(states))
        for layer in self.layers:
            states = layer(states, bias)
        return self.heads(states)


class PreciseNet(nn.Module):
    """The encoder and the grid; the encoder also learns to say alone what is linked."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.alone = nn.Linear(ENCODER_HEADS, 1)
        self.grid = Grid(len(FEATURES) + ENCODER_HEADS)

    def forward(self, batch: Batch) -> list[Tensor]:
        """Return the logits of all cells, and those that the encoder gives alone."""
        vectors = self.encoder(batch["pieces"], batch["sides"], batch["bias"])
        words = [
            (batch[f"words{k}"] @ vectors).unflatten(2, (ENCODER_HEADS, HEAD_SIZE)) for k in (0, 1)
        ]
        channels = torch.einsum("bnhd,bmhd->bnmh", *words) / math.sqrt(HEAD_SIZE)
        both = torch.cat([batch["values"], channels], dim=3)
        return [self.grid(both, batch["mask"]), self.alone(channels)[..., 0]]

    def arrays(self) -> dict[str, np.ndarray]:
        """Return the weights of the grid as the core reads them."""
        return self.grid.arrays()


def make_batch(
    examples: Sequence[Example], chance: random.Random | None = None, *, with_pieces: bool = False
) -> Batch:
    """Return examples as tensors, padded to the longest; `chance` swaps sides and hides vectors."""
    shown = [_as_shown(example, chance) for example in examples]
    count = len(shown)
    rows, columns = (max(len(example.words[k]) for example in shown) for k in (0, 1))
    arrays = {
        "values": np.zeros((count, rows, columns, len(FEATURES)), np.float32),
        "links": np.zeros((count, rows, columns), np.float32),
        "weight": np.zeros((count, rows, columns), np.float32),
        "mask": np.zeros((count, rows, columns), np.float32),
        "vectors": np.array([example.has_vectors for example in shown], np.float32),
    }
    for k, length in ((0, rows), (1, columns)):
        dimensions = shown[0].vectors[k].shape[1]
        arrays[f"vectors{k}"] = np.zeros((count, length, dimensions), np.float32)
        arrays[f"inside{k}"] = np.zeros((count, length), np.float32)
    for number, example in enumerate(shown):
        n, m = (len(words) for words in example.words)
        arrays["values"][number, :n, :m] = example.values
        arrays["links"][number, :n, :m] = example.links
        arrays["weight"][number, :n, :m] = example.weight
        arrays["mask"][number, :n, :m] = 1
        for k, length in ((0, n), (1, m)):
            arrays[f"vectors{k}"][number, :length] = example.vectors[k]
            arrays[f"inside{k}"][number, :length] = 1
    if with_pieces:
        arrays |= _pieces([example.words for example in shown], (rows, columns))
    return {name: torch.from_numpy(values) for name, values in arrays.items()}


class _Shown:
    """An example as it is shown once: perhaps swapped, perhaps without its vectors."""

    def __init__(self, example: Example, *, swapped: bool) -> None:
        assert example.cells.vectors is not None
        self.words = (example.source, example.target)
        self.vectors = example.cells.vectors
        self.values = example.cells.values
        self.links, self.weight = example.links, example.weight
        self.has_vectors = True
        if swapped:
            self.words, self.vectors = self.words[::-1], self.vectors[::-1]
            self.values = self.values.swapaxes(0, 1)
            self.links, self.weight = self.links.T, self.weight.T

    def hide(self, *names: str) -> None:
        """Take features away."""
        self.values = self.values.copy()
        for name in names:
            self.values[:, :, FEATURES.index(name)] = 0


def _as_shown(example: Example, chance: random.Random | None) -> _Shown:
    shown = _Shown(example, swapped=chance is not None and chance.random() < 0.5)
    if chance is not None and chance.random() < WITHOUT_VECTORS:
        shown.hide("vector", "vector_around", "vectors")
        shown.has_vectors = False
        if chance.random() < WITHOUT_SENSES:
            shown.hide("synonym", "near")
        if chance.random() < WITHOUT_LEMMAS:
            key, base = (FEATURES.index(name) for name in ("same_key", "same_lemma"))
            shown.values[:, :, base] = shown.values[:, :, key]
    return shown


def _pieces(
    pairs: Sequence[tuple[Sequence[str], ...]], shape: tuple[int, int]
) -> dict[str, np.ndarray]:
    """Return the pieces of pairs and how the words are made of them."""
    vocabulary = word_pieces()
    assert vocabulary is not None
    numbers: list[list[int]] = []
    owners: list[list[tuple[int, int]]] = []
    for pair in pairs:
        row, owner = [vocabulary.start], [(0, -1)]
        for side, words in enumerate(pair):
            for place, word in enumerate(words):
                pieces = vocabulary.of(word)[:MAX_PIECES_OF_WORD]
                row += pieces
                owner += [(side, place)] * len(pieces)
            row.append(vocabulary.end)
            owner.append((side, -1))
        numbers.append(row)
        owners.append(owner)
    longest = max(map(len, numbers))
    pieces = np.zeros((len(pairs), longest), np.int64)
    sides = np.zeros((len(pairs), longest), np.int64)
    bias = np.full((len(pairs), 1, 1, longest), -1e4, np.float32)
    words = [np.zeros((len(pairs), length, longest), np.float32) for length in shape]
    for k, (row, owner) in enumerate(zip(numbers, owners, strict=True)):
        pieces[k, : len(row)] = row
        sides[k, : len(row)] = [side for side, _ in owner]
        bias[k, :, :, : len(row)] = 0
        for piece, (side, place) in enumerate(owner):
            if place >= 0:
                words[side][k, place, piece] = 1
    means = [each / np.maximum(each.sum(axis=2, keepdims=True), 1) for each in words]
    return {"pieces": pieces, "sides": sides, "bias": bias, "words0": means[0], "words1": means[1]}


def _linear(weight: np.ndarray, bias: np.ndarray) -> nn.Linear:
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight.data = torch.tensor(weight)
    layer.bias.data = torch.tensor(bias)
    return layer


def _linear_of(weights: dict[str, np.ndarray], name: str) -> nn.Linear:
    return _linear(weights[f"{name}.weight"], weights[f"{name}.bias"])


def _norm(weights: dict[str, np.ndarray], name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(len(weights[f"{name}.bias"]), eps=1e-12)
    norm.weight.data = torch.tensor(weights[f"{name}.weight"])
    norm.bias.data = torch.tensor(weights[f"{name}.bias"])
    return norm


def _numbers(values: Tensor) -> np.ndarray:
    return values.detach().numpy()


def _matrix(layer: nn.Linear) -> np.ndarray:
    return _numbers(layer.weight).T


def _row_kernel(layer: nn.Conv1d) -> np.ndarray:
    """Return a kernel over rows as a matrix: the row before, the row itself, the row behind."""
    kernel = _numbers(layer.weight)
    return kernel.transpose(2, 1, 0).reshape(-1, kernel.shape[0])
