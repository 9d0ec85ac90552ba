"""What counts as a move: length, likeness, neighbours, and what the chain left over."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.sentences.moves import find_moves
from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Span
from facing_pages.core.progress import Progress
from tests.helpers.sections import link, section_of, words


def moved(original: list[str], rewrite: list[str], *chain: SpanLink) -> list[tuple[Span, Span]]:
    """Return what moved in two texts of a paragraph each."""
    moves = find_moves(section_of([original], [rewrite]), chain)
    assert all(move.moved for move in moves)
    return [(move.original, move.rewrite) for move in moves]


ONE = (Span(0, 1), Span(0, 1))
STORM = "a storm broke three windows above the harbour"
STORM_REWORDED = "a storm smashed three panes above the harbour"


def test_a_sentence_of_eight_words_is_a_move() -> None:
    assert moved([STORM], [STORM_REWORDED]) == [ONE]


def test_a_sentence_of_seven_words_is_none() -> None:
    assert moved([STORM[2:]], [STORM_REWORDED[2:]]) == []


def test_the_shorter_side_of_a_move_is_counted() -> None:
    assert moved([STORM], [STORM_REWORDED[2:]]) == []
    assert moved([STORM[2:]], [STORM_REWORDED]) == []


def test_of_nearly_the_same_sentences_four_words_are_enough() -> None:
    assert moved(["three windows were broken"], ["three windows were broken"]) == [ONE]
    assert moved(["three windows broke"], ["three windows broke"]) == []


@pytest.mark.parametrize(("shared", "count"), [(6, 1), (5, 0)])
def test_nearly_the_same_is_a_likeness_of_more_than_six_sevenths(shared: int, count: int) -> None:
    # 12/14 = 0.857 of the words of two sentences of seven, and 10/12 = 0.83 of two of six.
    length = shared + 1
    rewrite = f"{words(0, shared - 1)} otherwise"
    assert len(moved([words(0, length - 1)], [rewrite])) == count


@pytest.mark.parametrize(("shared", "length", "count"), [(4, 11, 1), (3, 9, 0)])
def test_a_single_link_must_be_alike_by_more_than_a_third(
    shared: int, length: int, count: int
) -> None:
    # 8/22 = 0.364 and 6/18 = 0.333; the limit is 0.35.
    rewrite = f"{words(0, shared - 1)} {words(100, 100 + length - shared - 1)}"
    assert len(moved([words(0, length - 1)], [rewrite])) == count


def test_links_that_moved_together_are_alike_together() -> None:
    first = (words(0, 8), f"{words(0, 2)} {words(100, 105)}")
    second = (words(20, 28), f"{words(20, 22)} {words(120, 125)}")
    found = moved([first[0], second[0]], [first[1], second[1]])
    assert found == [ONE, (Span(1, 2), Span(1, 2))]


def test_what_is_in_the_chain_does_not_move() -> None:
    assert moved([STORM], [STORM_REWORDED], link(0, 0)) == []
    assert moved([STORM, "nobody came"], [STORM_REWORDED, "nobody came"], link(0, 1)) == []


def test_closed_sentences_do_not_move() -> None:
    for closed in (Both({0}, set()), Both(set(), {0})):
        section = section_of([[STORM]], [[STORM_REWORDED]], Limits(closed.map(frozenset)))
        assert find_moves(section, []) == []


def test_a_formula_that_is_found_twice_is_no_move() -> None:
    assert moved([STORM], [STORM, "the keeper slept", STORM]) == []
    assert moved([STORM, "the keeper slept", STORM], [STORM]) == []


def test_function_words_alone_are_no_move() -> None:
    same = "it was in the and of it and to a the"
    assert moved([same], [same]) == []


def test_a_move_is_as_sure_as_its_sentences_are_alike() -> None:
    [same] = find_moves(section_of([[STORM]], [[STORM]]), [])
    assert (same.likeness, same.confidence) == (1.0, 0.997)
    [reworded] = find_moves(section_of([[STORM]], [[STORM_REWORDED]]), [])
    # Four of six content words: 1 - 0.3 * exp(-4.5 * 0.667).
    assert (round(reworded.likeness, 3), reworded.confidence) == (0.667, 0.985)


def weak(shared: int, length: int, number: int) -> tuple[str, str]:
    """Return two sentences that share too little to be a seed, each word found in no other."""
    first = 700 * number + 100
    return (
        words(first, first + length - 1),
        f"{words(first, first + shared - 1)} {words(first + 300, first + 299 + length - shared)}",
    )


SEED = words(0, 11)


@pytest.mark.parametrize("is_original", [True, False])
@pytest.mark.parametrize(("between", "count"), [(2, 2), (3, 1)])
def test_neighbours_follow_a_seed_over_up_to_two_sentences(
    between: int, count: int, is_original: bool
) -> None:
    one, other = weak(2, 12, 1)
    others = [words(200 + 9 * k, 208 + 9 * k) for k in range(between)]
    texts = ([SEED, *others, one], [SEED, other])
    found = moved(*(texts if is_original else texts[::-1]))
    assert len(found) == count
    before = ([one, *others, SEED], [other, SEED])
    assert len(moved(*(before if is_original else before[::-1]))) == count


@pytest.mark.parametrize(("length", "count"), [(10, 2), (11, 1)])
def test_neighbours_that_follow_are_alike_by_a_tenth(length: int, count: int) -> None:
    one, other = weak(1, length, 1)
    assert len(moved([SEED, one], [SEED, other])) == count


def test_all_that_hangs_together_with_the_seed_moves_and_nothing_else() -> None:
    pairs = [weak(2, 12, number) for number in range(1, 5)]
    gap = [words(6000 + 9 * k, 6008 + 9 * k) for k in range(3)]
    texts = [
        [pairs[0][side], *gap, pairs[1][side], SEED, pairs[2][side], *gap, pairs[3][side]]
        for side in (0, 1)
    ]
    chain = [link(k, k) for k in (1, 2, 3, 7, 8, 9)]
    section = section_of([texts[0]], [texts[1]])
    found = find_moves(section, chain)
    assert [move.original for move in found] == [Span(4, 5), Span(5, 6), Span(6, 7)]


def test_a_seed_at_an_end_takes_all_its_neighbours() -> None:
    pairs = [weak(2, 12, number) for number in range(1, 4)]
    one, other = ([pair[side] for pair in pairs] for side in (0, 1))
    assert len(moved([SEED, *one], [SEED, *other])) == 4
    assert len(moved([*one, SEED], [*other, SEED])) == 4


def test_a_seed_is_aligned_with_what_is_within_reach() -> None:
    pairs = [weak(2, 12, number) for number in range(1, 61)]
    one, other = ([pair[side] for pair in pairs] for side in (0, 1))
    one[30] = other[30] = SEED
    found = moved(one, other)
    assert (found[0][0].start, found[-1][0].end) == (30 - 24, 30 + 24)


@pytest.mark.parametrize(
    ("seed", "other", "count"),
    [
        (words(0, 3), f"{words(0, 2)} {words(50, 50)}", 2),
        (words(0, 2), f"{words(0, 1)} {words(50, 50)}", 0),
        (words(0, 1), words(0, 1), 2),
        (words(0, 0), words(0, 0), 0),
    ],
)
def test_a_seed_has_half_the_words_of_a_move(seed: str, other: str, count: int) -> None:
    # With its neighbour it has words enough, but the neighbour is no seed.
    neighbours = weak(2, 12, 1)
    assert len(moved([seed, neighbours[0]], [other, neighbours[1]])) == count


def test_each_seed_is_reported_so_that_the_search_can_be_stopped() -> None:
    reports: list[float] = []
    progress = Progress(lambda stage, share: reports.append(share))
    find_moves(section_of([[SEED]], [[SEED]]), [], progress)
    assert reports == [1.0, 1.0]


def test_the_order_is_that_of_the_original() -> None:
    # What is most alike is tried first, and stands last in the original.
    original = [words(0, 9), "the keeper slept", words(20, 29)]
    rewrite = [words(20, 29), "rain fell", f"{words(0, 6)} but then again"]
    assert [move[0].start for move in moved(original, rewrite)] == [0, 2]


@pytest.mark.parametrize("is_before", [True, False])
def test_what_is_too_far_from_a_neighbour_does_not_follow_it(is_before: bool) -> None:
    near, far = weak(2, 12, 1), weak(2, 12, 2)
    gap = [words(6000 + 9 * k, 6008 + 9 * k) for k in range(3)]
    texts = ([SEED, near[0], *gap, far[0]], [SEED, near[1], far[1]])
    found = moved(*(side[::-1] for side in texts)) if is_before else moved(*texts)
    assert len(found) == 2


def test_a_move_ends_at_a_closed_sentence() -> None:
    one, other = weak(2, 12, 1)
    texts = ([[SEED, "the keeper slept", one]], [[SEED, other]])
    assert len(find_moves(section_of(*texts), [])) == 2
    closed = Limits(Both(frozenset({1}), frozenset()))
    assert len(find_moves(section_of(*texts, closed), [])) == 1


def test_what_has_moved_already_is_in_no_other_move() -> None:
    # Two sentences changed places; the third one has a little of the one that is last now.
    last = words(0, 11)
    original = [last, words(40, 51), f"{words(0, 1)} {words(200, 219)}"]
    rewrite = [f"{words(40, 44)} {words(60, 66)}", last]
    assert moved(original, rewrite) == [(Span(0, 1), Span(1, 2)), (Span(1, 2), Span(0, 1))]
    assert moved(rewrite, original) == [(Span(0, 1), Span(1, 2)), (Span(1, 2), Span(0, 1))]


def test_the_shorter_side_of_a_seed_is_counted() -> None:
    # Three words and five, of which three are common: too unlike to be nearly the same.
    one, other = words(0, 2), words(0, 4)
    neighbours = weak(2, 12, 1)
    assert moved([one, neighbours[0]], [other, neighbours[1]]) == []
    assert moved([other, neighbours[0]], [one, neighbours[1]]) == []


def test_sentences_that_were_separated_do_not_move_together() -> None:
    separated = Limits(separated=frozenset({(0, 1)}))
    alone = section_of([[SEED]], [["rain fell", SEED]], separated)
    assert find_moves(alone, []) == []
    # Nor does the sentence before take the place of the seed.
    before = section_of([[SEED]], [[f"{words(0, 5)} {words(50, 55)}", SEED]], separated)
    assert find_moves(before, []) == []
    behind = section_of(
        [[SEED]], [[SEED, f"{words(0, 5)} {words(50, 55)}"]], Limits(separated=frozenset({(0, 0)}))
    )
    assert find_moves(behind, []) == []


def test_a_sentence_that_a_text_repeats_does_not_move_by_itself() -> None:
    assert moved([STORM], ["rain fell", STORM]) == [(Span(0, 1), Span(1, 2))]
    assert moved([STORM, "the keeper slept", STORM], ["rain fell", STORM]) == []
    assert moved([STORM], [STORM, "rain fell", STORM]) == []


def test_a_repeated_sentence_moves_along_and_is_no_surer_than_the_others() -> None:
    yes = words(300, 308)
    chain = link(2, 1)
    section = section_of([[STORM, yes, yes]], [["rain fell", yes, STORM_REWORDED, yes]])
    storm, along = find_moves(section, [chain])
    assert (along.original, along.rewrite) == (Span(1, 2), Span(3, 4))
    assert along.confidence == storm.confidence < 1


def test_repeated_sentences_make_no_move_longer_or_more_alike() -> None:
    yes = words(300, 308)
    short, short_reworded = words(0, 5), f"{words(0, 4)} {words(20, 20)}"
    assert moved([short, yes, yes], ["rain fell", short_reworded, yes], link(2, 0)) == []
    unlike = f"{words(0, 2)} {words(20, 26)}"
    assert moved([words(0, 9), yes, yes], ["rain fell", unlike, yes], link(2, 0)) == []


FORM = words(0, 5)


@pytest.mark.parametrize(("in_third", "count"), [(4, 1), (5, 0)])
def test_what_a_third_sentence_has_as_well_makes_no_move(in_third: int, count: int) -> None:
    # Six words are common; a third sentence has four of them, or five.
    one, other = f"{FORM} {words(10, 12)}", f"{FORM} {words(20, 22)}"
    third = f"{words(0, in_third - 1)} {words(30, 40)}"
    assert len(moved([one, third], ["rain fell", other, third], link(1, 2))) == count
    assert len(moved([one], ["rain fell", other, third])) == count


def test_nearly_the_same_sentences_move_though_others_are_like_them() -> None:
    one, other = words(0, 10), f"{words(0, 9)} {words(20, 20)}"
    third = f"{words(0, 9)} {words(30, 40)}"
    assert moved([one, third], ["rain fell", other, third], link(1, 2)) == [
        (Span(0, 1), Span(1, 2))
    ]


def test_a_formula_moves_along_with_what_is_found_once() -> None:
    formula, reworded = f"{FORM} {words(10, 12)}", f"{FORM} {words(20, 22)}"
    third = f"{FORM} {words(30, 40)}"
    original, rewrite = [formula, STORM, third], ["rain fell", reworded, STORM_REWORDED, third]
    assert moved(original, rewrite, link(2, 3)) == [
        (Span(0, 1), Span(1, 2)),
        (Span(1, 2), Span(2, 3)),
    ]
