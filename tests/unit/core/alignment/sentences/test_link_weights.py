"""The learned weights that come with the program."""

from __future__ import annotations

from dataclasses import fields

from facing_pages.core.alignment.sentences import link_scores
from facing_pages.core.alignment.sentences.link_weights import link_model


def test_there_is_a_weight_for_each_segment_of_each_curve() -> None:
    for weights in link_model():
        assert len(weights.shapes) == 1 + max(map(link_scores.shape_number, link_scores.SHAPES))
        for name, knots in (
            ("common", link_scores.COMMON_KNOTS),
            ("alike", link_scores.ALIKE_KNOTS),
            ("alike_by_kept", link_scores.ALIKE_KNOTS),
            ("contained", link_scores.CONTAINED_KNOTS),
            ("gain", link_scores.GAIN_KNOTS),
            ("gain_by_kept", link_scores.GAIN_KNOTS),
            ("starts_alike", link_scores.EDGE_KNOTS),
            ("ends_alike", link_scores.EDGE_KNOTS),
            ("crossed", link_scores.CROSSED_KNOTS),
            ("uneven", link_scores.UNEVEN_KNOTS),
        ):
            assert len(getattr(weights, name)) == len(knots) - 1, name


def test_the_first_look_does_not_depend_on_the_profile_of_the_pair() -> None:
    first, known = link_model()
    by_profile = [field.name for field in fields(first) if "_by_" in field.name]
    assert len(by_profile) > 5
    for name in by_profile:
        value = getattr(first, name)
        assert not any(value if isinstance(value, tuple) else [value]), name
    assert known != first
    assert all(isinstance(getattr(first, field.name), float | tuple) for field in fields(first))
