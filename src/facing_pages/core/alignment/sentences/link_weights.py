"""What a link of sentences earns and costs: learned weights.

They are those of a conditional random field over chains of links, trained on texts that people
aligned (`build_scripts/models/sentence_links.py`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from facing_pages.core.resources import resource_text

WEIGHTS_FILE = "models/sentence-links.json"


@dataclass(frozen=True, slots=True)
class LinkWeights:
    """Weights in nats, each times what is observed of a link; "kept" is the trait of that name.

    By shape: `shapes`. By segment between the knots of `scores`: `common`, `alike`, `contained`,
    `gain`, `starts_alike`, `ends_alike`, `crossed`, `uneven`.
    """

    shapes: tuple[float, ...]
    common: tuple[float, ...]
    alike: tuple[float, ...]
    alike_by_kept: tuple[float, ...]
    linked_by_kept: float
    contained: tuple[float, ...]
    gain: tuple[float, ...]
    gain_by_kept: tuple[float, ...]
    starts_alike: tuple[float, ...]
    ends_alike: tuple[float, ...]
    crossed: tuple[float, ...]
    uneven: tuple[float, ...]
    grouped_by_rate: float
    grouped_by_kept: float
    joined: float
    joined_by_kept: float
    starts_together: float
    ends_together: float
    across_paragraphs: float
    gap: float
    gap_by_rate: float
    further: float
    further_by_rate: float


class LinkModel(NamedTuple):
    """Weights for a first look at a pair of texts, and for when its profile are known."""

    first: LinkWeights
    known: LinkWeights


@cache
def link_model() -> LinkModel:
    """Return the weights that come with the program."""
    stages = json.loads(resource_text(WEIGHTS_FILE))
    return LinkModel(_weights(stages["first"]), _weights(stages["known"]))


def _weights(values: Mapping[str, Any]) -> LinkWeights:
    named: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else float(value)
        for name, value in values.items()
    }
    return LinkWeights(**named)
