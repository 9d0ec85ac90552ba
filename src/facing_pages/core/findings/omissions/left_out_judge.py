"""How likely it is that words which only one side has were left out, or are invented.

A few small networks of one layer look at what `left_out` sees of a run, and their mean decides. One
set of weights goes by the meaning of words, one, for languages without vectors, by their form.
Made by `build_scripts/models/left_out_words.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facing_pages.core.resources import resource

LEFT_OUT_FILE: Final = "models/left-out-words.npz"

Floats = NDArray[np.float32]


class LeftOutJudge:
    """The weights of one set of networks."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._means, self._scales = weights["means"], weights["scales"]
        self._hidden, self._hidden_bias = weights["hidden"], weights["hidden.bias"]
        self._out, self._out_bias = weights["out"], weights["out.bias"]
        self._confidence = weights["confidence"]

    def confidence(self, features: Sequence[float]) -> float:
        """Return the share of true ones among such runs, where every other run is one."""
        values = (np.array(features, dtype=np.float32) - self._means) / self._scales
        hidden = np.tanh(values @ self._hidden + self._hidden_bias)
        score = float((hidden * self._out).sum(axis=1).mean() + self._out_bias.mean())
        slope, offset = self._confidence
        return float(1 / (1 + np.exp(-(slope * score + offset))))


@cache
def left_out_judge(*, has_vectors: bool) -> LeftOutJudge | None:
    """Return the judge of a language with or without vectors; None if its file is not there."""
    path = resource(LEFT_OUT_FILE)
    if not path.is_file():
        return None
    prefix = "meaning." if has_vectors else "form."
    with np.load(path) as weights:
        own = {
            name.removeprefix(prefix): weights[name] for name in weights if name.startswith(prefix)
        }
    return LeftOutJudge(own)
