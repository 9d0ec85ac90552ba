from __future__ import annotations

import numpy as np

from facing_pages.core.alignment.words.network import PROBABILITY_STEP, WordNetwork
from facing_pages.core.alignment.words.pair_features import PairFeatures


def network(bias: float = 0.0, **more: object) -> WordNetwork:
    """Return a network of one hidden channel that passes its first feature on."""
    weights = {
        "in": np.array([[1], [0]], np.float32),
        "in.bias": np.zeros(1, np.float32),
        "block0.conv": np.zeros((9, 1), np.float32),
        "block0.bias": np.zeros(1, np.float32),
        "block0.row": np.zeros((1, 1), np.float32),
        "block0.column": np.zeros((1, 1), np.float32),
        "out": np.array([1], np.float32),
        "out.bias": np.float32(bias),
        "heads": np.array(1),
    }
    return WordNetwork(weights | more)  # type: ignore[arg-type]


def cells(*rows: list[float]) -> PairFeatures:
    """Return cells with one feature each."""
    return PairFeatures(np.array(rows, np.float32)[:, :, None], None)


def logits(found: WordNetwork, features: PairFeatures) -> list[list[float]]:
    probabilities = found.probabilities(features)
    return np.log(probabilities / (1 - probabilities)).round(1).tolist()


def test_a_cell_passes_its_feature_on() -> None:
    assert logits(network(), cells([1, 2], [0, 3])) == [[1, 2], [0, 3]]
    assert logits(network(-1), cells([1, 2])) == [[0, 1]]


def test_a_cell_sees_its_neighbours_and_nothing_outside_the_grid() -> None:
    around = np.ones((9, 1), np.float32)
    found = network(**{"block0.conv": around})
    assert logits(found, cells([1, 0, 0], [0, 0, 0])) == [[2, 1, 0], [1, 1, 0]]


def test_a_cell_sees_the_best_of_its_row_and_column() -> None:
    one = np.ones((1, 1), np.float32)
    assert logits(network(**{"block0.row": one}), cells([2, 0], [0, 1])) == [[4, 2], [1, 2]]
    assert logits(network(**{"block0.column": one}), cells([2, 0], [0, 1])) == [[4, 1], [2, 2]]


def test_what_the_encoder_says_is_one_more_feature() -> None:
    context = np.array([[[5.0]]], np.float32)
    found = network(**{"in": np.array([[0], [1]], np.float32)})
    probability = found.probabilities(cells([1]), context)[0, 0]
    assert np.log(probability / (1 - probability)).round(0) == 5


def test_probabilities_are_rounded_to_a_step() -> None:
    found = network().probabilities(cells([0.3, 1.7]))
    assert np.array_equal(
        found / np.float32(PROBABILITY_STEP), np.rint(found / np.float32(PROBABILITY_STEP))
    )
