"""What is observed of each possible link, by the weight it is multiplied with."""

from __future__ import annotations

from dataclasses import fields

import numpy as np

from facing_pages.core.alignment.sentences import link_scores as scoring
from facing_pages.core.alignment.sentences.features.sentence_features import Features
from facing_pages.core.alignment.sentences.link_features import LinkFeatures, least_gain
from facing_pages.core.alignment.sentences.link_scores import (
    LinkScores,
    Pricing,
    curve_segments,
    shape_number,
)
from facing_pages.core.alignment.sentences.link_weights import LinkWeights
from facing_pages.core.alignment.sentences.pair_profile import PairProfile
from facing_pages.core.alignment.sentences.sentence_units import Units
from facing_pages.core.both import Both

# Groups up to which links are learned; larger ones are too rare, and have the same weights.
LARGEST_LEARNED = 12
SHAPES = tuple(shape for shape in scoring.SHAPES if max(shape) <= LARGEST_LEARNED)
# Lengths of the weights that are several.
LENGTHS = {
    "shapes": 8, "common": 5, "alike": 4, "alike_by_kept": 4, "contained": 3, "gain": 3,
    "gain_by_kept": 3, "uneven": 2, "crossed": 3, "starts_alike": 3,
    "ends_alike": 3,
}  # fmt: skip
COLUMNS = {}
for _field in fields(LinkWeights):
    _first = max((columns.stop for columns in COLUMNS.values()), default=0)
    COLUMNS[_field.name] = slice(_first, _first + LENGTHS.get(_field.name, 1))
SIZE = max(columns.stop for columns in COLUMNS.values())
GAPS = [COLUMNS[name].start for name in ("gap", "gap_by_rate", "further", "further_by_rate")]


def named(weights: np.ndarray) -> dict[str, list[float] | float]:
    """Return the weights by name, to five digits."""
    rounded = [float(f"{value:.5g}") for value in weights]
    return {
        name: rounded[columns] if name in LENGTHS else rounded[columns.start]
        for name, columns in COLUMNS.items()
    }


def as_weights(values: np.ndarray) -> LinkWeights:
    """Return the weights as the aligner takes them."""
    return LinkWeights(
        **{
            name: tuple(values[columns].tolist()) if name in LENGTHS else float(values[columns][0])
            for name, columns in COLUMNS.items()
        }
    )


def observations(
    units: Both[Units], features: Both[Features], profile: PairProfile
) -> list[np.ndarray]:
    """Return what each weight is multiplied with, for each shape: rows, columns, weights."""
    size = (len(units.original), len(units.rewrite))
    result = [np.zeros((*size, SIZE), dtype=np.float32) for _ in SHAPES]
    seen = LinkFeatures(units, features)
    scores = LinkScores(seen, Pricing(as_weights(np.zeros(SIZE)), profile))
    for s, shape in enumerate(SHAPES):
        if scores.fits(shape):
            rows, columns = size[0] - shape[0] + 1, size[1] - shape[1] + 1
            fill(result[s][:rows, :columns], scores, seen, shape, profile)
    return result


def fill(
    table: np.ndarray,
    scores: LinkScores,
    seen: LinkFeatures,
    shape: tuple[int, int],
    profile: PairProfile,
) -> None:
    """Fill in what is observed of links of a shape beside their features."""

    def put(name: str, *values: np.ndarray | float) -> None:
        for column, value in enumerate(values, COLUMNS[name].start):
            table[:, :, column] = value

    kept = sum(profile.kept) / 2
    table[:, :, COLUMNS["shapes"].start + shape_number(shape)] = 1.0
    put("common", *curve_segments(scoring.COMMON_KNOTS, seen.common(shape)))
    alike = curve_segments(scoring.ALIKE_KNOTS, seen.alike(shape))
    put("alike", *alike)
    put("alike_by_kept", *(kept * part for part in alike))
    put("linked_by_kept", kept)
    put("contained", *curve_segments(scoring.CONTAINED_KNOTS, seen.contained(shape)))
    first, last = seen.edges_alike(shape)
    put("starts_alike", *curve_segments(scoring.EDGE_KNOTS, first))
    put("ends_alike", *curve_segments(scoring.EDGE_KNOTS, last))
    put("uneven", *curve_segments(scoring.UNEVEN_KNOTS, scores.deviation(shape)))
    starts, ends = seen.together(shape)
    put("starts_together", starts)
    put("ends_together", ends)
    if min(shape) > 1:
        put("crossed", *curve_segments(scoring.CROSSED_KNOTS, seen.crossed(shape)))
    if shape != (1, 1):
        gains, on_rewrite = least_gain(list(seen.ends(shape)))
        segments = curve_segments(scoring.GAIN_KNOTS, gains)
        share = np.where(on_rewrite, profile.kept.rewrite, profile.kept.original)
        put("gain", *segments)
        put("gain_by_kept", *(share * part for part in segments))
        put("grouped_by_rate", profile.grouped)
        put("grouped_by_kept", min(profile.kept))
        one, other = seen.joined(shape)
        put("joined", one[:, None] + other[None, :])
        kept_by = profile.kept
        put("joined_by_kept", one[:, None] * kept_by.original + other[None, :] * kept_by.rewrite)
        one, other = seen.across(shape)
        put("across_paragraphs", one[:, None] + other[None, :])
