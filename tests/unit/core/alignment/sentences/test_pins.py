"""Links that a person fixed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages import Pin, SentenceLink, align_sentences, compare
from facing_pages.core.alignment.sentences.link_scores import NEVER
from facing_pages.core.alignment.sentences.pins import Limits, PinnedLinks, resolve_pins
from facing_pages.core.both import Both
from facing_pages.core.model import Span
from tests.helpers.sections import link

ORIGINAL = [
    "The keeper climbed the tower every evening at dusk.",
    "He carried the oil in a dented can.",
    "His sister wrote to him from the capital in spring.",
    "A storm broke three windows of the lamp room.",
    "Nobody came to repair them before the summer.",
    "In June a carpenter rowed across the bay with glass.",
]
REWRITE = [
    "Every evening at dusk the keeper went up the tower.",
    "The oil was carried in a dented can.",
    "A storm broke three of the lamp room's windows.",
    "Nobody repaired them before summer came.",
    "In June a carpenter rowed over with glass.",
]
TEXTS = ([ORIGINAL], [REWRITE])


def aligned(*pins: Pin) -> list[SentenceLink]:
    """Align the two texts."""
    return list(align_sentences(*TEXTS, pins=pins))


def pairs(links: list[SentenceLink]) -> set[tuple[int, int]]:
    """Return all pairs of sentences in the links."""
    return {(i, j) for link in links for i in link.original for j in link.rewrite}


def test_without_pins_the_aligner_finds_its_own_way() -> None:
    assert pairs(aligned()) == {(0, 0), (1, 1), (3, 2), (4, 3), (5, 4)}


def test_sentences_pinned_together_are_a_link_and_the_rest_finds_its_place() -> None:
    links = aligned(Pin((2, 3), (2,)))
    assert SentenceLink((2, 3), (2,), False, 1.0) in links
    assert pairs(links) == {(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (5, 4)}


def test_a_pin_against_all_likeness_is_honoured() -> None:
    links = aligned(Pin((0,), (4,)))
    assert (0, 4) in pairs(links)
    assert all(link.original == (0,) for link in links if 4 in link.rewrite)


def test_pins_out_of_order_are_moves() -> None:
    links = aligned(Pin((5,), (0,)), Pin((0,), (4,)))
    assert sorted(link.moved for link in links if 0 in link.rewrite or 4 in link.rewrite) == [
        False,
        True,
    ]


def test_sentences_pinned_apart_are_in_no_common_link() -> None:
    assert (3, 2) not in pairs(aligned(Pin((3,), (2,), together=False)))


def test_a_sentence_pinned_alone_has_no_counterpart() -> None:
    links = aligned(Pin((1,), ()), Pin((), (3,)))
    assert (1,) in [link.original for link in links if not link.rewrite]
    assert (3,) in [link.rewrite for link in links if not link.original]


def test_swapping_the_sides_mirrors_pinned_links_too() -> None:
    pins = (Pin((2, 3), (2,)), Pin((4,), (3,), together=False))
    forward = aligned(*pins)
    turned = [Pin(pin.rewrite, pin.original, pin.together) for pin in pins]
    back = align_sentences(TEXTS[1], TEXTS[0], pins=turned)
    assert pairs(forward) == {(i, j) for j, i in pairs(list(back))}


def test_compare_takes_pins() -> None:
    comparison = compare("One lamp. Two boats.", "Two boats.", pins=[Pin((0,), (0,))])
    assert [(link.original, link.rewrite) for link in comparison.alignment.links] == [
        ((0,), (0,)),
        ((1,), ()),
    ]


@pytest.mark.parametrize(
    ("pins", "reason"),
    [
        ([Pin((6,), (0,))], "does not have"),
        ([Pin((0,), (0,)), Pin((0,), (1,))], "two pinned links"),
        ([Pin((0,), (0,)), Pin((0,), (0,), together=False)], "together and apart"),
    ],
)
def test_pins_that_cannot_be_are_refused(pins: list[Pin], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        align_sentences(*TEXTS, pins=pins)


@pytest.mark.parametrize(
    ("original", "rewrite", "together"),
    [((0, 2), (1,), True), ((), (), True), ((1,), (), False)],
)
def test_pins_that_say_nothing_are_refused(
    original: tuple[int, ...], rewrite: tuple[int, ...], together: bool
) -> None:
    with pytest.raises(ValueError, match=r"pinned|apart"):
        Pin(original, rewrite, together)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 5), unique=True, max_size=4),
    st.lists(st.integers(0, 4), unique=True, min_size=4, max_size=4),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=3),
)
def test_pins_are_honoured_exactly(
    rows: list[int], columns: list[int], apart: list[tuple[int, int]]
) -> None:
    together = list(zip(rows, columns, strict=False))
    kept_apart = [pair for pair in apart if pair not in together]
    links = aligned(
        *(Pin((i,), (j,)) for i, j in together),
        *(Pin((i,), (j,), together=False) for i, j in kept_apart),
    )
    found = [(link.original, link.rewrite) for link in links]
    assert all(((i,), (j,)) in found for i, j in together)
    assert not pairs(links) & set(kept_apart)
    assert sorted(i for link in links for i in link.original) == list(range(len(ORIGINAL)))
    assert sorted(j for link in links for j in link.rewrite) == list(range(len(REWRITE)))


def resolved(*pins: Pin) -> PinnedLinks:
    """Return what pins say of two texts of six sentences."""
    return resolve_pins(pins, Both(6, 6))


def test_the_most_links_that_keep_the_order_are_in_order() -> None:
    pins = [Pin((k,), (j,)) for k, j in enumerate([5, 0, 1, 4, 2])]
    pinned = resolved(*pins)
    assert pinned.in_order == [link(1, 0), link(2, 1), link(4, 2)]
    assert pinned.out_of_order == [
        link(0, 5)._replace(moved=True),
        link(3, 4)._replace(moved=True),
    ]


@settings(max_examples=80, deadline=None)
@given(st.permutations(range(7)), st.integers(1, 7))
def test_no_more_links_could_be_in_order(columns: list[int], count: int) -> None:
    pins = [Pin((i,), (j,), True) for i, j in enumerate(columns[:count])]
    found = resolve_pins(pins, Both(7, 7))
    places = [found_link.rewrite.start for found_link in found.in_order]
    assert places == sorted(places)
    # The slow twin: how long the chains are that end at each link.
    lengths: list[int] = []
    for k, column in enumerate(columns[:count]):
        before = [lengths[m] for m in range(k) if columns[m] < column]
        lengths.append(1 + max(before, default=0))
    assert len(places) == max(lengths)
    assert len(found.in_order) + len(found.out_of_order) == count


def test_links_that_follow_on_from_one_another_are_in_order() -> None:
    pinned = resolved(Pin((0, 1), (0,)), Pin((2,), (1, 2)), Pin((3,), (3,)))
    assert pinned.in_order == [link(Span(0, 2), 0), link(2, Span(1, 3)), link(3, 3)]
    assert pinned.out_of_order == []


def test_pinned_sentences_are_closed_and_separated_pairs_are_not() -> None:
    limits = resolved(Pin((0, 1), (2,)), Pin((3,), ()), Pin((4, 5), (0,), together=False)).limits
    assert limits.closed == Both(frozenset({0, 1, 3}), frozenset({2}))
    assert limits.separated == {(4, 0), (5, 0)}


@pytest.mark.parametrize("pin", [Pin((6,), (0,)), Pin((0,), (6,)), Pin((), (6,))])
def test_the_last_sentence_is_the_last_that_can_be_pinned(pin: Pin) -> None:
    assert resolved(Pin((5,), (5,))).in_order == [link(5, 5)]
    with pytest.raises(ValueError, match="does not have"):
        resolved(pin)


def test_a_sentence_is_pinned_once_on_either_side() -> None:
    for pins in ((Pin((0,), (0,)), Pin((1,), (0,))), (Pin((0,), ()), Pin((0,), (1,)))):
        with pytest.raises(ValueError, match="two pinned links"):
            resolved(*pins)


LIMITS = Limits(Both(frozenset({2}), frozenset({5})), frozenset({(3, 1)}))


def test_limits_are_true_if_there_are_any() -> None:
    assert not Limits()
    assert LIMITS
    assert Limits(Both(frozenset({0}), frozenset()))
    assert Limits(Both(frozenset(), frozenset({0})))
    assert Limits(separated=frozenset({(0, 0)}))


@pytest.mark.parametrize(
    ("original", "rewrite", "is_allowed"),
    [
        (Span(0, 2), Span(0, 5), True),
        (Span(0, 3), Span(0, 1), False),
        (Span(2, 3), Span(0, 1), False),
        (Span(3, 4), Span(5, 6), False),
        (Span(3, 4), Span(2, 5), True),
        (Span(3, 4), Span(1, 2), False),
        (Span(3, 4), Span(0, 1), True),
        (Span(4, 6), Span(1, 2), True),
    ],
)
def test_links_hold_no_closed_sentence_and_no_separated_pair(
    original: Span, rewrite: Span, is_allowed: bool
) -> None:
    assert LIMITS.allow(original, rewrite) is is_allowed
    assert LIMITS.mirrored().allow(rewrite, original) is is_allowed


@pytest.mark.parametrize("shape", [(1, 1), (1, 2), (2, 1), (3, 3), (6, 6)])
def test_what_may_not_be_has_no_score_in_the_tables(shape: tuple[int, int]) -> None:
    high, wide = shape
    scores = np.zeros((7 - high, 7 - wide), dtype=np.float32)
    LIMITS.forbid(shape, scores)
    for i, row in enumerate(scores.tolist()):
        for j, score in enumerate(row):
            is_allowed = LIMITS.allow(Span(i, i + high), Span(j, j + wide))
            assert score == (0.0 if is_allowed else NEVER)


def test_limits_of_a_part_are_numbered_from_its_start() -> None:
    part = LIMITS.part(Span(2, 4), Span(1, 3))
    assert part == Limits(Both(frozenset({0}), frozenset()), frozenset({(1, 0)}))
    assert not LIMITS.part(Span(0, 2), Span(0, 5))
    assert LIMITS.part(Span(3, 4), Span(2, 3)).separated == frozenset()
    assert LIMITS.part(Span(2, 3), Span(1, 2)).separated == frozenset()
    nothing = Limits()
    assert nothing.part(Span(0, 1), Span(0, 1)) is nothing


@settings(max_examples=80, deadline=None)
@given(
    st.frozensets(st.integers(0, 4), max_size=2),
    st.frozensets(st.integers(0, 4), max_size=2),
    st.frozensets(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=2),
    st.sampled_from([(1, 1), (1, 2), (3, 1), (2, 2)]),
)
def test_the_tables_forbid_what_is_not_allowed_and_nothing_else(
    original: frozenset[int],
    rewrite: frozenset[int],
    separated: frozenset[tuple[int, int]],
    shape: tuple[int, int],
) -> None:
    limits = Limits(Both(original, rewrite), separated)
    high, wide = shape
    scores = np.zeros((5 - high + 1, 5 - wide + 1), dtype=np.float32)
    limits.forbid(shape, scores)
    for (i, j), score in np.ndenumerate(scores):
        assert bool(score == 0) is limits.allow(Span(i, i + high), Span(j, j + wide))
