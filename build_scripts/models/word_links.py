"""Train what links words: the networks in `resources/models/word-links*.npz` and the encoder.

    python build_scripts/models/word_links.py FOLDER [static] [precise]

FOLDER holds sets of sentence pairs whose words people have linked (`multimwa-mtref/train.jsonl`,
`multimwa-wiki/train.jsonl`, `edinburgh++/train.jsonl`). Without a choice, both networks are
trained: the static one in minutes, the precise one in about half an hour on two cores. The word
vectors must have been made before. The same seed gives the same weights on the same machine.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as functional
from onnx_file import write_model
from sources import RESOURCES
from torch import Tensor, nn
from word_examples import Example, training_examples
from word_networks import Batch, PreciseNet, StaticNet, make_batch

from facing_pages.core.alignment.words.encoder import ENCODER_FILE
from facing_pages.core.alignment.words.network import PRECISE_FILE, STATIC_FILE

PAIRS_AT_A_TIME = 16
STATIC_ROUNDS, PRECISE_ROUNDS = 10, 6
RATE, ENCODER_RATE = 3e-3, 1e-4
# Of two for the static network, the one that did best on the development sets.
STATIC_SEED, PRECISE_SEED = 2, 1
# What the encoder's own logits count in the loss.
ALONE = 0.5


def main() -> None:
    """Train and write the networks that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder with the linked sets")
    parser.add_argument("which", nargs="*", choices=["static", "precise", []], default=[])
    choices = parser.parse_args()
    examples = training_examples(choices.folder)
    which = choices.which or ["static", "precise"]
    if "static" in which:
        torch.manual_seed(STATIC_SEED)
        assert examples[0].cells.vectors is not None
        static = StaticNet(examples[0].cells.vectors[0].shape[1])
        groups = [(list(static.parameters()), RATE)]
        train(static, examples, groups, STATIC_ROUNDS, seed=STATIC_SEED)
        _write(STATIC_FILE, static.arrays())
    if "precise" in which:
        torch.manual_seed(PRECISE_SEED)
        precise = PreciseNet()
        layers = [
            p for name, p in precise.encoder.named_parameters()
            if p.requires_grad and not name.startswith("heads.")
        ]  # fmt: skip
        others = [*precise.encoder.heads.parameters(), *precise.alone.parameters()]
        others += precise.grid.parameters()
        groups = [(layers, ENCODER_RATE), (others, RATE)]
        train(precise, examples, groups, PRECISE_ROUNDS, seed=PRECISE_SEED)
        _write(PRECISE_FILE, precise.arrays())
        pieces = torch.tensor([[101, 2023, 2003, 102, 2008, 102]])
        sides = torch.tensor([[0, 0, 0, 0, 1, 1]])
        inputs = {"pieces": pieces, "sides": sides}
        write_model(precise.encoder, ENCODER_FILE, inputs, {"vectors": [1]})


def train(
    network: nn.Module,
    examples: list[Example],
    groups: list[tuple[list[nn.Parameter], float]],
    rounds: int,
    *,
    seed: int,
) -> None:
    """Make the links of the examples as probable as they can be (mean cross-entropy)."""
    with_pieces = isinstance(network, PreciseNet)
    chance = random.Random(seed)
    optimizer = torch.optim.AdamW(
        [{"params": parameters, "lr": rate} for parameters, rate in groups], weight_decay=1e-2
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        [rate for _, rate in groups],
        total_steps=rounds * math.ceil(len(examples) / PAIRS_AT_A_TIME),
        pct_start=0.15,
    )
    for number in range(rounds):
        network.train()
        total = 0.0
        for part in _parts(examples, chance):
            batch = make_batch(part, chance, with_pieces=with_pieces)
            logits = network(batch)
            loss = _loss(logits[0], batch)
            for alone in logits[1:]:
                loss = loss + ALONE * _loss(alone, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        print(f"round {number + 1} of {rounds}: {total:.1f}", flush=True)
    network.eval()


def _loss(logits: Tensor, batch: Batch) -> Tensor:
    each = functional.binary_cross_entropy_with_logits(logits, batch["links"], reduction="none")
    return (each * batch["weight"] * batch["mask"]).sum() / (20 * len(logits))


def _parts(examples: list[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Give the examples in parts of about the same length, in random order."""
    order = sorted(range(len(examples)), key=lambda k: sum(examples[k].shape) + 6 * chance.random())
    starts = list(range(0, len(order), PAIRS_AT_A_TIME))
    chance.shuffle(starts)
    for start in starts:
        yield [examples[k] for k in order[start : start + PAIRS_AT_A_TIME]]


def _write(name: str, arrays: dict[str, np.ndarray]) -> None:
    path = RESOURCES / name
    np.savez(path, **{key: np.asarray(array, np.float32) for key, array in arrays.items()})
    print(f"{name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
