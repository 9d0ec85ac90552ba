"""Links that a person fixed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages import Pin, SentenceLink, align_sentences, compare

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
