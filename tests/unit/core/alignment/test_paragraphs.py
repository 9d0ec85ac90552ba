from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from facing_pages import compare
from facing_pages.core.alignment.paragraphs import link_paragraphs
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.both import Both
from facing_pages.core.model import Link, LinkKind, ParagraphLink
from tests.helpers.sections import words

ONE = "The harbour was quiet when she came down to it. Nobody had told her about the storm."
TWO = "Her brother used to count the boats from the window. He had counted nineteen before he left."
THREE = "The keeper sold his telescope to a travelling dentist. It was never seen again."
FOUR = "Snow lay on the granite steps until the middle of April. Then it went in one afternoon."


def links(original: list[str], rewrite: list[str]) -> list[ParagraphLink]:
    comparison = compare("\n\n".join(original), "\n\n".join(rewrite))
    return list(comparison.alignment.paragraphs)


def test_a_split_paragraph_is_one_link() -> None:
    first, second = ONE.split(". ", 1)
    found = links([ONE, TWO], [first + ".", second, TWO])
    assert found[0] == ParagraphLink((0,), (0, 1), LinkKind.SPLIT)


def test_merged_paragraphs_are_one_link() -> None:
    found = links([ONE, TWO, THREE], [f"{ONE} {TWO}", THREE])
    assert found[0] == ParagraphLink((0, 1), (0,), LinkKind.MERGED)


def test_a_moved_paragraph_keeps_its_word_changes() -> None:
    edited = THREE.replace("travelling", "passing")
    comparison = compare(
        "\n\n".join([ONE, TWO, THREE, FOUR]), "\n\n".join([edited, ONE, TWO, FOUR])
    )
    moved = [link for link in comparison.alignment.paragraphs if link.moved]
    assert moved == [ParagraphLink((2,), (0,), LinkKind.REWORDED, moved=True)]
    changed = [c.original.of(comparison.original.text) for c in comparison.changes if c.original]
    assert changed == ["travelling"]


def test_added_and_removed_paragraphs_stand_alone() -> None:
    found = links([ONE, TWO, THREE], [ONE, FOUR, THREE])
    assert ParagraphLink((1,), (), LinkKind.REMOVED) in found
    assert ParagraphLink((), (1,), LinkKind.ADDED) in found


def test_unchanged_paragraphs_are_the_same() -> None:
    assert [link.kind for link in links([ONE, TWO], [ONE, TWO])] == [LinkKind.SAME] * 2


Numbers = tuple[int, ...]


def linked(
    original: Sequence[Sequence[int]],
    rewrite: Sequence[Sequence[int]],
    pairs: Iterable[tuple[Numbers, Numbers]],
    moved: Iterable[tuple[Numbers, Numbers]] = (),
    kind: LinkKind = LinkKind.SAME,
) -> list[tuple[Numbers, Numbers, LinkKind, bool]]:
    """Return the links of paragraphs whose sentences have these numbers of words."""
    texts = [
        [[words(0, length - 1) for length in paragraph] for paragraph in side]
        for side in (original, rewrite)
    ]
    links = [Link(one, other, kind) for one, other in pairs]
    links += [Link(one, other, kind, moved=True) for one, other in moved]
    units = Both(text_units(texts[0]), text_units(texts[1]))
    found = link_paragraphs(units, links, Both(len(original), len(rewrite)))
    return [(link.original, link.rewrite, link.kind, link.moved) for link in found]


def one_to_one(*pairs: tuple[int, int]) -> list[tuple[Numbers, Numbers]]:
    """Return links of single sentences."""
    return [((i,), (j,)) for i, j in pairs]


@pytest.mark.parametrize(("rest", "is_one"), [(14, True), (15, False)])
def test_paragraphs_share_three_tenths_of_the_smaller_ones_words(rest: int, is_one: bool) -> None:
    # Of the second paragraph 6 of 20 words, then 6 of 21, are linked into the first one's.
    pairs = one_to_one((0, 0), (1, 1), (2, 2))
    found = linked([[30], [6, rest]], [[30, 6], [rest]], pairs)
    assert (((0, 1), (0, 1), LinkKind.REGROUPED, False) in found) is is_one
    mirrored = linked([[30, 6], [rest]], [[30], [6, rest]], pairs)
    assert (((0, 1), (0, 1), LinkKind.REGROUPED, False) in mirrored) is is_one


def test_the_best_of_both_belong_together_however_little_they_share() -> None:
    assert linked([[1, 50]], [[1, 50]], one_to_one((0, 0)))[0][:2] == ((0,), (0,))


def test_the_best_of_one_side_only_do_not() -> None:
    # The second paragraph has its best in the first of the rewrite, which has a better one.
    found = linked([[10], [2, 30]], [[10, 2, 30]], one_to_one((0, 0), (1, 1)))
    assert found == [
        ((0,), (0,), LinkKind.REWORDED, False),
        ((1,), (), LinkKind.REMOVED, False),
    ]


def test_a_sentence_without_words_counts_as_one() -> None:
    found = linked([[0]], [[0]], one_to_one((0, 0)))
    assert found == [((0,), (0,), LinkKind.SAME, False)]


def test_paragraphs_that_cross_are_one_link() -> None:
    found = linked([[9], [9]], [[9], [9]], one_to_one((0, 1), (1, 0)))
    assert found == [((0, 1), (0, 1), LinkKind.REGROUPED, False)]


def test_what_stands_inside_a_link_belongs_to_it() -> None:
    found = linked([[9], [9], [9, 9]], [[9, 9], [9]], one_to_one((0, 0), (2, 1)))
    assert found == [((0, 1, 2), (0,), LinkKind.MERGED, False), ((), (1,), LinkKind.ADDED, False)]


def test_paragraphs_meet_through_others() -> None:
    pairs = one_to_one((0, 0), (1, 1), (2, 2), (3, 3))
    found = linked([[9], [9, 9], [9]], [[9, 9], [9, 9]], pairs)
    assert found == [((0, 1, 2), (0, 1), LinkKind.REGROUPED, False)]


def test_moved_paragraphs_are_found_among_the_rest() -> None:
    found = linked([[9], [9], [9]], [[9], [9], [9]], one_to_one((1, 1), (2, 2)), one_to_one((0, 0)))
    assert found[0] == ((0,), (0,), LinkKind.SAME, True)


def test_a_moved_paragraph_that_left_a_sentence_behind_is_reworded() -> None:
    # Two words of the first paragraph stayed where they were; the rest moved behind all others.
    in_order, moved = one_to_one((1, 0), (2, 1), (3, 2)), one_to_one((0, 3))
    found = linked([[12, 2], [12], [9]], [[2, 12], [9], [12]], in_order, moved)
    assert found[0] == ((0,), (2,), LinkKind.REWORDED, True)


def test_a_moved_paragraph_whose_sentences_changed_places_is_reworded() -> None:
    found = linked([[9], [9, 7]], [[7, 9], [9]], one_to_one((0, 2)), one_to_one((1, 1), (2, 0)))
    assert found[1] == ((1,), (0,), LinkKind.REWORDED, True)


def test_a_moved_sentence_of_a_paragraph_in_order_moves_nothing() -> None:
    found = linked([[9, 5], [9]], [[9], [9, 5]], one_to_one((0, 0), (2, 1)), one_to_one((1, 2)))
    assert found == [
        ((0,), (0,), LinkKind.REWORDED, False),
        ((1,), (1,), LinkKind.REWORDED, False),
    ]
    half = linked([[9], [5]], [[9, 5]], one_to_one((0, 0)), one_to_one((1, 1)))
    assert half[1] == ((1,), (), LinkKind.REMOVED, False)


def test_a_paragraph_with_a_reworded_sentence_is_reworded() -> None:
    found = linked([[9, 9]], [[9, 9]], one_to_one((0, 0), (1, 1)), kind=LinkKind.REWORDED)
    assert found == [((0,), (0,), LinkKind.REWORDED, False)]


def test_added_paragraphs_stand_behind_the_one_before_them() -> None:
    found = linked([[9], [9]], [[9], [9], [9], [9], [9]], one_to_one((0, 1), (1, 3)))
    assert [link[:2] for link in found] == [
        ((), (0,)),
        ((0,), (1,)),
        ((), (2,)),
        ((1,), (3,)),
        ((), (4,)),
    ]


def test_added_paragraphs_do_not_follow_one_that_moved() -> None:
    found = linked([[9], [9]], [[9], [9], [9]], one_to_one((0, 0)), one_to_one((1, 1)))
    assert [link[:2] for link in found] == [((0,), (0,)), ((), (2,)), ((1,), (1,))]


def test_a_link_counts_by_the_words_of_its_shorter_side() -> None:
    # Two words of the first paragraph became twenty of the second one: they share two.
    found = linked([[18, 2], [18]], [[18], [20, 18]], one_to_one((0, 0), (1, 1), (2, 2)))
    assert [link[:2] for link in found] == [((0,), (0,)), ((1,), (1,))]


def test_of_two_that_share_as_little_the_first_is_the_best() -> None:
    # Two words of twenty with either: less than enough, unless each is the other's best.
    split = linked([[2, 18], [2, 18]], [[2, 2, 16]], one_to_one((0, 0), (2, 1)))
    assert [link[:2] for link in split] == [((0,), (0,)), ((1,), ())]
    merged = linked([[2, 2, 16]], [[2, 18], [2, 18]], one_to_one((0, 0), (1, 2)))
    assert [link[:2] for link in merged] == [((0,), (0,)), ((), (1,))]


def test_moved_paragraphs_that_others_join_are_one_link() -> None:
    # The third paragraph has a sentence of both that the first two became.
    moved = one_to_one((0, 2), (1, 0), (2, 1), (3, 3))
    found = linked([[9], [9], [9, 9]], [[9, 9], [9, 9]], [], moved)
    assert found == [((0, 1, 2), (0, 1), LinkKind.REGROUPED, True)]
