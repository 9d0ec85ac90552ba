"""The chain of a window: equal ends, shapes that are tried, and how sure links are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from facing_pages.core.alignment.sentences import window_aligner
from facing_pages.core.alignment.sentences.features.extraction import make_features
from facing_pages.core.alignment.sentences.lattice import LikelyLinks
from facing_pages.core.alignment.sentences.link_features import LinkFeatures, Shape
from facing_pages.core.alignment.sentences.link_scores import Pricing
from facing_pages.core.alignment.sentences.link_weights import link_model
from facing_pages.core.alignment.sentences.pair_profile import TYPICAL
from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_units import Floats, text_units
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.alignment.sentences.window_aligner import WindowAligner
from facing_pages.core.both import Both
from facing_pages.core.model import Span

KNOWN = Pricing(link_model().known, TYPICAL)
SAME = ["The harbour was quiet.", "Nobody had told her about the storm.", "Snow lay on the steps."]
SPLIT = "Her brother counted the boats from the window, and the keeper sold his telescope."
HALVES = ["Her brother counted the boats from the window.", "The keeper sold his telescope."]


def window(original: list[str], rewrite: list[str], limits: Limits | None = None) -> Section:
    """Return two paragraphs as a window, with the features of the program."""
    units = Both(text_units([original]), text_units([rewrite]))
    return Section(units, make_features(units.original, units.rewrite), limits or Limits())


def spans(links: list[SpanLink]) -> list[tuple[Span, Span]]:
    """Return what links join."""
    return [(link.original, link.rewrite) for link in links]


def test_equal_ends_are_sure_and_what_is_between_is_aligned() -> None:
    section = window([SAME[0], SPLIT, *SAME[1:]], [SAME[0], *HALVES, *SAME[1:]])
    links = WindowAligner(section).best_chain(KNOWN).links
    assert spans(links) == [
        (Span(0, 1), Span(0, 1)),
        (Span(1, 2), Span(1, 3)),
        (Span(2, 3), Span(3, 4)),
        (Span(3, 4), Span(4, 5)),
    ]
    assert [link.confidence for link in links][::2] == [1.0, 1.0]
    assert links[1].confidence == round(links[1].confidence, 3) > 0.8


def test_equal_ends_are_not_alone_and_an_added_sentence_is() -> None:
    section = window(SAME, [SAME[0], "A parcel of oranges came from Seville.", *SAME[1:]])
    alone = WindowAligner(section).best_chain(KNOWN).alone
    assert alone.original == (0.0, 0.0, 0.0)
    assert alone.rewrite == (0.0, 1.0, 0.0, 0.0)


def test_what_may_be_linked_is_not_surely_alone() -> None:
    section = window([SPLIT], ["Nobody came.", "A keeper stood at the window."])
    chain = WindowAligner(section).best_chain(KNOWN)
    linked = sum(link.confidence for link in chain.links)
    assert 0 < chain.alone.original[0] < 1
    assert chain.alone.original[0] <= 1 - linked + 1e-6


def test_both_ways_find_the_same_where_nothing_is_in_doubt() -> None:
    section = window([SAME[0], SPLIT, SAME[1]], [SAME[0], *HALVES, SAME[1]])
    aligner = WindowAligner(section)
    quick = aligner.quick_chain(KNOWN)
    assert spans(quick) == spans(aligner.best_chain(KNOWN).links)
    assert {link.confidence for link in quick} == {1.0}


@pytest.mark.parametrize(
    ("original", "rewrite", "expected"),
    [
        ([], [], []),
        (SAME[:1], [], []),
        ([], SAME[:1], []),
        (SAME, SAME, [(Span(k, k + 1), Span(k, k + 1)) for k in range(3)]),
        (SAME[:2], SAME[:1], [(Span(0, 1), Span(0, 1))]),
        (SAME[1:], SAME, [(Span(0, 1), Span(1, 2)), (Span(1, 2), Span(2, 3))]),
        (SAME[:1] * 2, SAME[:1], [(Span(0, 1), Span(0, 1))]),
        (SAME[:1], SAME[:1] * 3, [(Span(0, 1), Span(0, 1))]),
    ],
)
def test_equal_sentences_at_the_ends_are_linked_once(
    original: list[str], rewrite: list[str], expected: list[tuple[Span, Span]]
) -> None:
    aligner = WindowAligner(window(original, rewrite))
    assert aligner.size == (len(original), len(rewrite))
    assert spans(aligner.best_chain(KNOWN).links) == expected
    assert spans(aligner.quick_chain(KNOWN)) == expected


def test_limits_hold_at_the_ends_too() -> None:
    limits = Limits(separated=frozenset({(0, 0)}))
    links = WindowAligner(window(SAME, SAME, limits)).best_chain(KNOWN).links
    assert spans(links) == [(Span(k, k + 1), Span(k, k + 1)) for k in (1, 2)]


GOODS = ["silver plates", "copper pans", "oak barrels", "glass lamps", "iron nails", "brass bells",
         "linen sheets", "walnut chairs"]  # fmt: skip
LIST = (
    [f"The trader offered {', '.join(GOODS)}."],
    ["The trader offered:", *(f"{thing}," for thing in GOODS)],
)
WHOLE_LIST = [(Span(0, 1), Span(0, 9))]


def test_larger_groups_are_tried_where_one_of_five_is_likely() -> None:
    aligner = WindowAligner(window(*LIST))
    assert spans(aligner.best_chain(KNOWN).links) == WHOLE_LIST
    assert spans(aligner.quick_chain(KNOWN)) == WHOLE_LIST


def test_only_few_shapes_are_tried_in_a_large_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_aligner, "MAX_CELLS_ALL_SHAPES", 9)
    assert spans(WindowAligner(window(*LIST)).best_chain(KNOWN).links) == WHOLE_LIST
    monkeypatch.setattr(window_aligner, "MAX_CELLS_ALL_SHAPES", 8)
    links = WindowAligner(window(*LIST)).best_chain(KNOWN).links
    assert all(link.largest_group <= 2 for link in links)


def test_what_is_kept_between_two_looks_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    section = window([SAME[0], SPLIT, SAME[1]], [*HALVES, *SAME[1:]])
    aligner = WindowAligner(section)
    aligner.quick_chain(KNOWN)
    kept = aligner.best_chain(KNOWN)
    monkeypatch.setattr(window_aligner, "MAX_KEPT_CELLS", 0)
    assert WindowAligner(section).best_chain(KNOWN) == kept


def test_equal_sentences_at_the_end_are_numbered_on_both_sides() -> None:
    links = WindowAligner(window(SAME[1:], ["Rain fell.", *SAME])).best_chain(KNOWN).links
    assert spans(links) == [(Span(0, 1), Span(2, 3)), (Span(1, 2), Span(3, 4))]
    turned = WindowAligner(window(["Rain fell.", *SAME], SAME[1:])).best_chain(KNOWN).links
    assert spans(turned) == [(Span(2, 3), Span(0, 1)), (Span(3, 4), Span(1, 2))]


YES = "Yes, said the keeper."


def test_a_repeated_sentence_at_an_end_may_belong_to_what_is_between() -> None:
    # The text ends with the same sentence, but its paragraph is another one.
    original = [[SAME[0], YES], [SAME[1], YES], [SAME[2], YES]]
    rewrite = [[SAME[0], YES], [SAME[2], YES], ["Eleven swans crossed the lake.", YES]]
    units = Both(text_units(original), text_units(rewrite))
    section = Section(units, make_features(units.original, units.rewrite))
    links = WindowAligner(section).best_chain(KNOWN).links
    assert spans(links) == [
        (Span(i, i + 1), Span(j, j + 1)) for i, j in ((0, 0), (1, 1), (4, 2), (5, 3))
    ]
    assert WindowAligner(section).quick_chain(KNOWN)[-1].rewrite == Span(3, 4)


def test_where_a_repeated_sentence_may_belong_to_two_it_is_not_sure() -> None:
    # The second keeper says yes, or the third.
    original = [[SAME[0]], [YES], [SAME[1]], [YES], [SAME[2]]]
    rewrite = [[SAME[0]], [YES], [SAME[2]], [YES]]
    units = Both(text_units(original), text_units(rewrite))
    section = Section(units, make_features(units.original, units.rewrite))
    by_start = {link.rewrite.start: link for link in WindowAligner(section).best_chain(KNOWN).links}
    assert by_start[0].confidence > 0.95
    assert by_start[1].confidence < 0.9


class FixedLattice:
    """Takes the place of a lattice: finds one link, and remembers which shapes were tried."""

    tried: list[set[Shape]]
    shape: Shape
    probability: float

    def __init__(
        self, size: tuple[int, int], earned: dict[Shape, Floats], gaps: tuple[float, float]
    ) -> None:
        self.tried.append(set(earned))

    def likely_links(self) -> LikelyLinks:
        start, (high, wide) = np.zeros(1, dtype=np.int64), self.shape
        return LikelyLinks(start, start + high, start, start + wide, np.array([self.probability]))

    def best_chain(self) -> list[SpanLink]:
        return [SpanLink(Span(0, self.shape[0]), Span(0, self.shape[1]))]


def largest_tried(
    monkeypatch: pytest.MonkeyPatch, shape: Shape, probability: float = 1.0, *, is_quick: bool
) -> list[int]:
    """Return the largest group that was tried each time, if one link is likely."""
    fixed = type("Fixed", (FixedLattice,), {"shape": shape, "probability": probability})
    fixed.tried = []
    monkeypatch.setattr(window_aligner, "Lattice", fixed)
    aligner = WindowAligner(window(*LIST))
    if is_quick:
        aligner.quick_chain(KNOWN)
    else:
        aligner.best_chain(KNOWN)
    return [max(map(max, shapes)) for shapes in fixed.tried]


@pytest.mark.parametrize(
    ("shape", "probability", "tried"),
    [((1, 5), 0.101, [5, 9]), ((1, 5), 0.1, [5]), ((1, 4), 0.9, [5]), ((1, 6), 0.5, [5, 9])],
)
def test_larger_groups_are_tried_where_one_of_five_has_a_tenth_of_all_chains(
    shape: Shape, probability: float, tried: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert largest_tried(monkeypatch, shape, probability, is_quick=False) == tried


@pytest.mark.parametrize(("shape", "tried"), [((1, 5), [5, 9]), ((1, 4), [5])])
def test_a_quick_look_tries_larger_groups_where_the_best_chain_has_one_of_five(
    shape: Shape, tried: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert largest_tried(monkeypatch, shape, is_quick=True) == tried


@pytest.mark.parametrize(("most", "made"), [(9, 1), (8, 2), (1, 2)])
def test_features_of_a_window_are_kept_for_the_second_look_if_it_is_small(
    most: int, made: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One sentence and nine.
    count: list[LinkFeatures] = []

    def features(*section: Any) -> LinkFeatures:
        count.append(LinkFeatures(*section))
        return count[-1]

    monkeypatch.setattr(window_aligner, "LinkFeatures", features)
    monkeypatch.setattr(window_aligner, "MAX_KEPT_CELLS", most)
    aligner = WindowAligner(window(*LIST))
    aligner.quick_chain(KNOWN)
    assert spans(aligner.best_chain(KNOWN).links) == WHOLE_LIST
    assert len(count) == made


def test_limits_hold_in_the_middle_too() -> None:
    section = window([SPLIT, *SAME], [SPLIT, *SAME], Limits(separated=frozenset({(1, 1)})))
    for links in (
        WindowAligner(section).best_chain(KNOWN).links,
        WindowAligner(section).quick_chain(KNOWN),
    ):
        assert (Span(1, 2), Span(1, 2)) not in spans(links)
        assert (Span(0, 1), Span(0, 1)) in spans(links)


def test_equal_sentences_at_both_ends_of_unequal_texts_are_numbered_from_either_end() -> None:
    more = [*SAME[:1], "Rain fell.", "Nobody came.", *SAME[1:]]
    links = WindowAligner(window(SAME, more)).quick_chain(KNOWN)
    assert spans(links) == [(Span(0, 1), Span(0, 1)), (Span(1, 2), Span(3, 4)),
                            (Span(2, 3), Span(4, 5))]  # fmt: skip


@pytest.mark.parametrize(("most", "shapes"), [(9, 5), (8, 2)])
def test_in_a_large_window_only_groups_of_up_to_two_with_one_are_tried(
    most: int, shapes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_aligner, "MAX_CELLS_ALL_SHAPES", most)
    assert largest_tried(monkeypatch, (1, 1), is_quick=True) == [shapes]
    assert set(window_aligner.FEW_SHAPES) == {(1, 1), (1, 2), (2, 1)}


def test_ends_that_differ_are_not_linked_for_what_stands_between_them() -> None:
    other = ["Rain fell on another town.", SAME[1], "Whisk four eggs with salt."]
    middle = [(Span(1, 2), Span(1, 2))]
    assert spans(WindowAligner(window(SAME, other)).quick_chain(KNOWN)) == middle
    # Nor where one text ends with it.
    assert spans(WindowAligner(window(SAME, other[:2])).quick_chain(KNOWN)) == middle
    assert spans(WindowAligner(window(other[:2], SAME)).quick_chain(KNOWN)) == middle
    # Nor where one ends with what the other begins with.
    crossed = WindowAligner(window(SAME[1::-1], other[:2])).quick_chain(KNOWN)
    assert spans(crossed) == [(Span(0, 1), Span(1, 2))]
