from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from facing_pages.core.alignment.words import network as module
from facing_pages.core.alignment.words.network import (
    PRECISE_FILE,
    PROBABILITY_STEP,
    STATIC_FILE,
    WordNetwork,
    word_network,
)
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
    assert found[0].tolist() == [588 / 1024, 866 / 1024]


def test_probabilities_that_are_all_but_certain_are_numbers_too() -> None:
    found = network().probabilities(cells([1e6]))
    assert found.tolist() == [[1]]


def test_what_a_cell_says_of_itself_is_never_less_than_nothing() -> None:
    assert logits(network(), cells([-3, 2])) == [[0, 2]]
    raised = network(**{"in.bias": np.array([1.5], np.float32)})
    assert logits(raised, cells([-3, 2])) == [[0, 3.5]]
    block = network(**{"block0.bias": np.array([0.5], np.float32)})
    assert logits(block, cells([-3, 2])) == [[0.5, 2.5]]


def word_weights(part: int = 1, *, heads: int = 1) -> dict[str, object]:
    """Return weights by which words say what a neighbour's vector of two numbers is.

    The neighbour is the one before (0), the word itself (1) or the one behind (2).
    """
    first = np.zeros((6, 2), np.float32)
    first[2 * part : 2 * part + 2] = np.eye(2)
    second = np.zeros((6, 2), np.float32)
    second[2:4] = np.eye(2)
    out = np.zeros((4, 2), np.float32)
    out[:2] = np.eye(2)
    return {
        "words.1": first, "words.1.bias": np.zeros(2, np.float32),
        "words.2": second, "words.2.bias": np.zeros(2, np.float32),
        "words.out": out, "words.out.bias": np.zeros(2, np.float32),
        "in": np.array([[0], [1], [0]][: heads + 1], np.float32), "heads": np.array(heads),
    }  # fmt: skip


ONE = np.array([[1, 2], [3, 0]], np.float32)
OTHER = np.array([[2, 0], [0, 1]], np.float32)
WORDS = PairFeatures(np.zeros((2, 2, 1), np.float32), (ONE, OTHER))
ROOT = 2**0.5


@pytest.mark.parametrize("part", [0, 1, 2])
def test_without_context_words_are_as_alike_as_the_vectors_around_them(part: int) -> None:
    nothing = np.zeros((1, 2), np.float32)
    moved = [np.concatenate([nothing, side, nothing])[part : part + 2] for side in (ONE, OTHER)]
    expected = (moved[0] @ moved[1].T / ROOT).round(1)
    assert np.allclose(logits(network(**word_weights(part)), WORDS), expected, atol=0.11)


def test_a_second_look_at_neighbours_reaches_one_word_further() -> None:
    weights = word_weights(0)
    second = np.zeros((6, 2), np.float32)
    second[:2] = np.eye(2)
    three = PairFeatures(np.zeros((3, 3, 1), np.float32), (np.concatenate([ONE, ONE[:1]]),) * 2)
    found = logits(network(**weights | {"words.2": second}), three)
    # The third word of either side is as alike as the first words are.
    assert np.allclose(found, [[0, 0, 0], [0, 0, 0], [0, 0, 5 / ROOT]], atol=0.11)


def test_a_words_own_vector_counts_in_addition_to_what_is_around_it() -> None:
    weights = word_weights()
    out = np.zeros((4, 2), np.float32)
    out[2:] = np.eye(2)
    found = logits(network(**weights | {"words.out": out}), WORDS)
    assert np.allclose(found, ONE @ OTHER.T / ROOT, atol=0.11)


def test_each_bias_of_the_words_is_added() -> None:
    nothing = PairFeatures(np.zeros((1, 1, 1), np.float32), (np.zeros((1, 2), np.float32),) * 2)
    one = np.array([1, 0], np.float32)
    for name in ("words.1.bias", "words.2.bias", "words.out.bias"):
        assert logits(network(**word_weights() | {name: one}), nothing)[0] == pytest.approx([0.7])


def test_each_head_has_its_share_of_the_numbers() -> None:
    found = logits(network(**word_weights(heads=2)), WORDS)
    # The first head has the first number of each word.
    assert np.allclose(found, [[2, 0], [6, 0]], atol=0.3)


def test_words_without_vectors_say_nothing_of_each_other() -> None:
    none = PairFeatures(np.zeros((2, 2, 1), np.float32), None)
    assert logits(network(**word_weights(heads=2)), none) == [[0, 0], [0, 0]]


@pytest.mark.parametrize(("precise", "file"), [(False, STATIC_FILE), (True, PRECISE_FILE)])
def test_each_way_to_look_has_its_own_weights(
    precise: bool, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "models").mkdir()
    for name, bias in ((STATIC_FILE, 1), (PRECISE_FILE, 2)):
        weights = {"in": np.ones((1, 1), np.float32), "in.bias": np.zeros(1, np.float32),
                   "out": np.array([1], np.float32), "out.bias": np.float32(bias)}  # fmt: skip
        np.savez(tmp_path / name, **weights)
    monkeypatch.setattr(module, "resource", tmp_path.joinpath)
    found = word_network.__wrapped__(precise=precise)
    assert logits(found, cells([0])) == [[1 if file == STATIC_FILE else 2]]
    assert logits(word_network.__wrapped__(), cells([0])) == [[1]]
