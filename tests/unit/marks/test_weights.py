from __future__ import annotations

import numpy as np
import pytest

from facing_pages import compare
from facing_pages.core.both import Both
from facing_pages.core.model import Finding, FindingKind, Reason, Span
from facing_pages.core.options import Options
from facing_pages.marks.change_styles import change_weights
from facing_pages.marks.kinds import WEIGHT_OF_STYLE, MarkStyle, Weight
from facing_pages.marks.weights import Spans, spans_of, weights


def spans(*places: tuple[int, int]) -> Spans:
    return np.array(places, dtype=np.int32).reshape(len(places), 2)


def weighed(style: MarkStyle, change: Both[Spans], findings: Both[Spans]) -> Weight:
    return Weight(int(weights([style], change, findings)[0]))


NOWHERE = (-1, -1)
NOTHING = Both(spans(), spans())


def test_every_style_has_a_weight_below_that_of_meaning() -> None:
    assert set(WEIGHT_OF_STYLE) == set(MarkStyle)
    assert max(WEIGHT_OF_STYLE.values()) is Weight.WORDING


@pytest.mark.parametrize(
    ("style", "weight"),
    [
        (MarkStyle.MINOR, Weight.PUNCTUATION),
        (MarkStyle.FORM, Weight.GRAMMAR),
        (MarkStyle.LIGHT_REWORDED, Weight.GRAMMAR),
        (MarkStyle.LIGHT_ADDED, Weight.GRAMMAR),
        (MarkStyle.REWORDED, Weight.WORDING),
        (MarkStyle.REORDERED, Weight.WORDING),
        (MarkStyle.NONE, Weight.WORDING),
    ],
)
def test_a_change_without_a_finding_weighs_what_its_style_says(
    style: MarkStyle, weight: Weight
) -> None:
    change = Both(spans((4, 9)), spans((4, 9)))
    assert weighed(style, change, NOTHING) is weight


@pytest.mark.parametrize(
    ("finding", "weight"),
    [
        ((4, 9), Weight.MEANING),
        ((0, 5), Weight.MEANING),
        ((8, 12), Weight.MEANING),
        ((0, 20), Weight.MEANING),
        ((0, 4), Weight.GRAMMAR),
        ((9, 12), Weight.GRAMMAR),
    ],
)
def test_a_change_that_shares_characters_with_a_finding_changes_the_meaning(
    finding: tuple[int, int], weight: Weight
) -> None:
    change = Both(spans((4, 9)), spans(NOWHERE))
    assert weighed(MarkStyle.FORM, change, Both(spans(finding), spans(NOWHERE))) is weight
    turned = Both(change.rewrite, change.original)
    assert weighed(MarkStyle.FORM, turned, Both(spans(NOWHERE), spans(finding))) is weight


def test_a_wide_finding_is_not_hidden_by_a_narrow_one_behind_it() -> None:
    change = Both(spans((40, 45)), spans(NOWHERE))
    findings = Both(spans((0, 50), (10, 12)), spans(NOWHERE, NOWHERE))
    assert weighed(MarkStyle.REWORDED, change, findings) is Weight.MEANING


def test_punctuation_inside_a_finding_stays_punctuation() -> None:
    change = Both(spans((4, 5)), spans((4, 5)))
    findings = Both(spans((0, 9)), spans((0, 9)))
    assert weighed(MarkStyle.MINOR, change, findings) is Weight.PUNCTUATION


def test_what_stands_on_one_side_only_has_no_place_on_the_other() -> None:
    finding = Finding(FindingKind.OMISSION, 3, Span(2, 5), None, 0, 0.9, Reason("left out"))
    places = spans_of([finding])
    assert places.original.tolist() == [[2, 5]]
    assert places.rewrite.tolist() == [[-1, -1]]


def test_the_changes_of_a_comparison_are_weighed_with_its_findings() -> None:
    original = "The board meets on the first day. It paid 40 crowns for a quiet room."
    rewrite = "The board meets at the first day. It paid 45 crowns for a silent room."
    comparison = compare(original, rewrite, options=Options(findings=True))
    words = [change.original.of(original) for change in comparison.changes if change.original]
    assert dict(zip(words, change_weights(comparison), strict=True)) == {
        "on": Weight.GRAMMAR,
        "40": Weight.MEANING,
        "quiet": Weight.WORDING,
    }
