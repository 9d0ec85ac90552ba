from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages.core.alignment.sentences.anchors import (
    MAX_UNCUT_CELLS,
    Anchor,
    SentenceWindow,
    chain_of_anchors,
    shared_rarities,
    windows,
    windows_between,
)
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Span
from tests.helpers.sections import words

NUMBERS = [[f"The {word}{k} passed the quay on day {k}." for word in ("brig", "sloop", "ketch")]
           for k in range(200)]  # fmt: skip


def test_short_texts_are_not_cut() -> None:
    units = text_units(NUMBERS[:20])
    assert len(windows(units, units)) == 1


def test_long_texts_are_cut_where_they_meet() -> None:
    original = text_units(NUMBERS)
    rewrite = text_units(NUMBERS[:60] + NUMBERS[100:])
    parts = windows(original, rewrite)
    assert len(parts) > 5
    assert all(part.cells <= MAX_UNCUT_CELLS for part in parts)
    assert parts[0].original.start == parts[0].rewrite.start == 0
    assert parts[-1].original.end == len(original)
    assert parts[-1].rewrite.end == len(rewrite)


def test_no_window_starts_inside_a_sentence_that_was_split() -> None:
    original = [[f"A brig{k} passed the quay{k} on a morning{k}; a sloop{k} and its captain{k} "
                 f"came in a gale{k}."] for k in range(400)]  # fmt: skip
    rewrite = [
        [
            f"A brig{k} passed the quay{k} on a morning{k}.",
            f"A sloop{k} and its captain{k} came in a gale{k}.",
        ]
        for k in range(400)
    ]
    for number in range(0, 400, 9):
        rewrite[number] = original[number]
        rewrite[number + 1] = original[number + 1]
    starts = [0]
    for part in rewrite:
        starts.append(starts[-1] + len(part))
    parts = windows(text_units(original), text_units(rewrite))
    assert len(parts) > 3
    assert all(part.rewrite.start == starts[part.original.start] for part in parts)


def test_sentences_of_one_word_are_told_apart_by_those_that_follow() -> None:
    trees = ["ash", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine"]
    rows = [[trees[k**3 % 7], trees[k * k % 9], trees[k // 10 % 10]] for k in range(400)]
    words = [[word] for row in rows for word in row]
    shorter = words[:500] + words[520:]
    parts = windows(text_units(words), text_units(shorter))
    assert len(parts) > 3
    behind = [part for part in parts if part.original.start >= 520]
    assert behind
    assert all(part.original.start - part.rewrite.start == 20 for part in behind)


def test_function_words_alone_are_no_anchors_in_a_row() -> None:
    words = [[word] for word in ("the", "of", "and", "to", "in", "a") * 200]
    assert not chain_of_anchors(text_units(words), text_units(words[:-3]))


def test_anchors_rise_on_both_sides() -> None:
    shuffled = NUMBERS[100:] + NUMBERS[:100]
    chain = chain_of_anchors(text_units(NUMBERS), text_units(shuffled))
    assert [anchor.original for anchor in chain] == sorted({a.original for a in chain})
    assert [anchor.rewrite for anchor in chain] == sorted({a.rewrite for a in chain})


def test_links_that_are_fixed_cut_only_the_windows_they_touch() -> None:
    words = [f"word{n} stood by gate{n} until noon{n}" for n in range(600)]
    units = Both(text_units([words]), text_units([words]))
    parts = windows(*units)
    assert len(parts) > 5
    inside = parts[2].original.start + 3
    link = SpanLink(Span(inside, inside + 1), Span(inside, inside + 2))
    cut = windows_between(units, parts, [link])
    assert [part for part in parts if part not in cut] == [parts[2]]
    assert (
        SentenceWindow(Span(parts[2].original.start, inside), Span(parts[2].rewrite.start, inside))
        in cut
    )
    behind = parts[4].rewrite.start + 1
    far = SpanLink(Span(inside, inside + 1), Span(behind, behind + 1))
    cut = windows_between(units, parts, [far])
    kept = [part for part in parts if part in cut]
    assert kept == [*parts[:2], *parts[5:]]
    covered = sum(part.original.length for part in cut)
    assert covered + far.original.length == len(words)


def test_rarities_are_words_and_pairs_found_once_on_each_side() -> None:
    common = "the rain and the storm were on the sea"
    original = text_units([[common, "the harbour lamp", common, "a lamp"]])
    rewrite = text_units([["the harbour", common, "lamp and harbour lamp"]])
    # The harbour is in two sentences of the rewrite, the lamp in two of the original; the pair
    # "harbour lamp" is in one of both.
    assert shared_rarities(original, rewrite) == [Anchor(1, 2, 1)]


def test_each_rarity_adds_to_the_weight() -> None:
    [anchor] = shared_rarities(text_units([[words(0, 2)]]), text_units([["rain", words(0, 2)]]))
    assert anchor == Anchor(0, 1, 3 + 2)


@pytest.mark.parametrize(("distance", "stays"), [(4, True), (5, False)])
@pytest.mark.parametrize("is_original", [True, False])
def test_an_anchor_is_supported_within_four_sentences_of_another(
    distance: int, stays: bool, is_original: bool
) -> None:
    filler = [f"the rain and the sea {letter * 2}" for letter in "abcde"]
    near = [words(0, 0), *filler[: distance - 1], words(10, 10)]
    close = [words(0, 0), words(10, 10)]
    texts = (near, [*close]) if is_original else (close, near)
    chain = chain_of_anchors(text_units([texts[0]]), text_units([texts[1]]))
    assert len(chain) == (2 if stays else 0)


@pytest.mark.parametrize(("length", "stays"), [(2, True), (1, False)])
def test_an_anchor_of_three_rarities_needs_no_support(length: int, stays: bool) -> None:
    # Two neighbouring words make three rarities with their pair.
    units = text_units([[words(0, length - 1)]])
    assert bool(chain_of_anchors(units, units)) is stays


def test_the_heavier_of_two_that_cross_stays() -> None:
    heavy, light = words(0, 5), words(10, 12)
    chain = chain_of_anchors(text_units([[heavy, light]]), text_units([[light, heavy]]))
    assert chain == [Anchor(0, 1, 6 + 5)]


Shared = dict[tuple[int, int], int]


def sharing(shared: Shared) -> tuple[list[str], list[str]]:
    """Return two texts of six sentences that share some words of their own, by sentence pair."""
    texts: tuple[list[str], list[str]] = ([""] * 6, [""] * 6)
    for number, (pair, count) in enumerate(shared.items()):
        for side, sentence in zip(texts, pair, strict=True):
            # The other words keep those of two pairs from following one another.
            own = words(1000 + number, 1000 + number) if side is texts[0] else ""
            side[sentence] += f" {words(20 * number, 20 * number + count - 1)} {own}"
    return texts


def heaviest(anchors: list[Anchor]) -> int:
    """Return the weight of the heaviest chain: the slow twin, which tries every subset."""
    best = 0
    for count in range(len(anchors) + 1):
        for chosen in combinations(sorted(anchors), count):
            if all(
                one.original < two.original and one.rewrite < two.rewrite
                for one, two in pairwise(chosen)
            ):
                best = max(best, sum(anchor.weight for anchor in chosen))
    return best


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(2, 4), max_size=8)
)
def test_no_chain_of_anchors_is_heavier(shared: Shared) -> None:
    original, rewrite = (text_units([side]) for side in sharing(shared))
    chain = chain_of_anchors(original, rewrite)
    for one, two in pairwise(chain):
        assert one.original < two.original
        assert one.rewrite < two.rewrite
    assert sum(a.weight for a in chain) == heaviest(shared_rarities(original, rewrite))


def test_of_two_anchors_of_a_sentence_the_heavier_stays() -> None:
    heavy, light = words(0, 5), words(10, 12)
    split = chain_of_anchors(text_units([[f"{heavy} no {light}"]]), text_units([[heavy, light]]))
    assert split == [Anchor(0, 0, 6 + 5)]
    merged = chain_of_anchors(text_units([[heavy, light]]), text_units([[f"{heavy} no {light}"]]))
    assert merged == [Anchor(0, 0, 6 + 5)]


RAIN = "the rain and the sea"


@pytest.mark.parametrize(
    ("places", "starts"),
    [
        # Without an anchor right before it, one is a cut only after 120 sentences.
        ([60], []),
        ([119], []),
        ([120], [120]),
        ([121], [121]),
        # With one, after 60.
        ([58, 59], []),
        ([59, 60], [60]),
        ([60, 61], [61]),
        # Counted from the last cut.
        ([59, 60, 118, 119], [60]),
        ([59, 60, 119, 120], [60, 120]),
        ([120, 239], [120]),
        ([120, 240], [120, 240]),
    ],
)
def test_windows_start_at_an_anchor_behind_another_or_at_a_late_one(
    places: list[int], starts: list[int]
) -> None:
    text = [words(9 * k, 9 * k + 8) if k in places else RAIN for k in range(250)]
    units = text_units([text])
    assert [part.original.start for part in windows(units, units)] == [0, *starts]


@pytest.mark.parametrize(("columns", "is_cut"), [(200, False), (201, True)])
def test_texts_of_thirty_thousand_cells_are_not_cut(columns: int, is_cut: bool) -> None:
    lines = [words(5 * k, 5 * k + 4) for k in range(columns)]
    parts = windows(text_units([lines[:150]]), text_units([lines]))
    assert (len(parts) > 1) is is_cut


@pytest.mark.parametrize(("number", "touched"), [(199, [True, False]), (200, [False, True])])
def test_a_window_that_ends_where_a_fixed_link_starts_is_not_touched(
    number: int, touched: list[bool]
) -> None:
    # Windows that would be cut at anchors if they were looked at again.
    units = text_units([[words(5 * k, 5 * k + 4) for k in range(400)]])
    parts = [SentenceWindow(Span(k, k + 200), Span(k, k + 200)) for k in (0, 200)]
    fixed = SpanLink(Span(number, number + 1), Span(number, number + 1))
    cut = windows_between(Both(units, units), parts, [fixed])
    assert [part not in cut for part in parts] == touched


@pytest.mark.parametrize(("count", "is_cut"), [(173, False), (174, True)])
def test_texts_of_more_cells_than_may_be_are_cut(count: int, is_cut: bool) -> None:
    # 173 * 173 is 29,929 and 174 * 174 is 30,276.
    units = text_units([[words(5 * k, 5 * k + 4) for k in range(count)]])
    parts = windows(units, units)
    assert (len(parts) > 1) is is_cut
    # Every sentence is an anchor, so a cut comes as soon as a window has 60 sentences.
    if is_cut:
        assert [part.original.start for part in parts] == [0, 60, 120]


def test_a_part_without_anchors_is_cut_in_proportion() -> None:
    original = text_units([["the rain and the sea"] * 1300])
    rewrite = text_units([["it was cold"] * 700])
    # 910,000 cells: two parts would have 227,500 each, and one more than 400,000.
    parts = windows(original, rewrite)
    assert [(tuple(part.original), tuple(part.rewrite)) for part in parts] == [
        ((0, 650), (0, 350)),
        ((650, 1300), (350, 700)),
    ]


def spanning(original: tuple[int, int], rewrite: tuple[int, int]) -> SpanLink:
    """Return a link of the sentences from and up to these numbers."""
    return SpanLink(Span(*original), Span(*rewrite))


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], [((0, 10), (0, 10)), ((10, 20), (10, 20)), ((20, 30), (20, 30))]),
        # Inside a window.
        (
            [spanning((3, 4), (5, 7))],
            [((0, 3), (0, 5)), ((4, 10), (7, 10)), ((10, 20), (10, 20)), ((20, 30), (20, 30))],
        ),
        # Over the end of a window in the original, and then in the rewrite.
        (
            [spanning((15, 25), (15, 16))],
            [((0, 10), (0, 10)), ((10, 15), (10, 15)), ((25, 30), (16, 30))],
        ),
        (
            [spanning((3, 4), (5, 25))],
            [((0, 3), (0, 5)), ((4, 30), (25, 30))],
        ),
        # In different windows of both sides.
        (
            [spanning((12, 13), (5, 6))],
            [((0, 12), (0, 5)), ((13, 20), (6, 20)), ((20, 30), (20, 30))],
        ),
        # Two links, each of which joins windows or does not.
        (
            [spanning((5, 15), (5, 15)), spanning((25, 26), (25, 26))],
            [((0, 5), (0, 5)), ((15, 20), (15, 20)), ((20, 25), (20, 25)), ((26, 30), (26, 30))],
        ),
        (
            [spanning((3, 4), (3, 4)), spanning((15, 25), (15, 25))],
            [((0, 3), (0, 3)), ((4, 10), (4, 10)), ((10, 15), (10, 15)), ((25, 30), (25, 30))],
        ),
    ],
)
def test_windows_that_a_fixed_link_touches_are_joined_and_cut_around_it(
    links: list[SpanLink], expected: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    units = Both(text_units([[RAIN] * 30]), text_units([[RAIN] * 30]))
    parts = [SentenceWindow(Span(k, k + 10), Span(k, k + 10)) for k in (0, 10, 20)]
    cut = windows_between(units, parts, links)
    assert [(tuple(part.original), tuple(part.rewrite)) for part in cut] == expected


def test_no_window_is_without_sentences_of_a_side() -> None:
    # The first sentence of one side is the 131st of the other.
    lines = [RAIN] * 250
    late = [*lines[:130], words(0, 8), *lines[131:]]
    early = [words(0, 8), *lines[1:]]
    for sides in ((late, early), (early, late)):
        [part] = windows(*(text_units([side]) for side in sides))
        assert part.cells == 250 * 250
