"""Which links of words changes are drawn from, and which they leave."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.word_change import Words
from facing_pages.core.changes.word_links import (
    MIN_CONTENT_TO_SHARE,
    MIN_SURE_LINK,
    kept_links,
    share_little,
    trusted_links,
    with_linked_ordinals,
)
from facing_pages.core.model import LinkReason
from tests.helpers.word_changes import change, link, words_of

MEANING = LinkReason.MEANING
UNSURE = MIN_SURE_LINK - 0.01


def places(pairs: list[FoundLink]) -> list[tuple[int, int]]:
    return [pair[:2] for pair in pairs]


def trusted(original: str, rewrite: str, *pairs: FoundLink) -> list[tuple[int, int]]:
    return places(trusted_links(words_of(original, rewrite), pairs))


OLD = "storm wind rain snow hail fog"
NEW = "lamp boat rock reef sand mud"


@pytest.mark.parametrize(("shared", "is_little"), [(1, True), (2, False)])
def test_where_sides_share_little_the_place_alone_links_no_words(
    shared: int, is_little: bool
) -> None:
    pairs = [link(n, n, MEANING if n < shared else LinkReason.POSITION) for n in range(6)]
    assert share_little(words_of(OLD, NEW), pairs) is is_little
    kept = shared if is_little else 6
    assert trusted(OLD, NEW, *pairs) == [(n, n) for n in range(kept)]


def test_sides_share_little_only_if_both_do() -> None:
    pairs = [link(0, 0), link(1, 1)]
    assert not share_little(words_of(f"{OLD} tide frost", f"storm wind {NEW}"[:30]), pairs)


def test_few_words_never_share_little() -> None:
    old, new = (" ".join(side.split()[: MIN_CONTENT_TO_SHARE - 1]) for side in (OLD, NEW))
    assert not share_little(words_of(f"the {old} of", new), [])
    assert share_little(words_of(f"{old} tide", f"{new} clay"), [])


def test_words_that_are_read_alike_are_shared_whatever_links_them() -> None:
    pairs = [link(0, 0, LinkReason.POSITION), link(1, 1, LinkReason.POSITION)]
    sides = "אָב גְד rain snow hail fog", "אב גד rock reef sand mud"
    assert not share_little(words_of(*sides), pairs)


@pytest.mark.parametrize(("word", "mark"), [("and", "."), ("lamp", "—"), ("the", ",")])
def test_no_word_is_linked_with_a_mark(word: str, mark: str) -> None:
    assert trusted(f"sea {word}", f"sea {mark}", link(0, 0), link(1, 1, MEANING)) == [(0, 0)]
    assert trusted(f"sea {mark}", f"sea {word}", link(0, 0), link(1, 1, MEANING)) == [(0, 0)]


@pytest.mark.parametrize("sides", [("“ sea", "— sea"), ("sea %", "sea percent")])
def test_two_marks_are_linked_and_a_sign_that_is_read_is_a_word(sides: tuple[str, str]) -> None:
    assert trusted(*sides, link(0, 0), link(1, 1, MEANING)) == [(0, 0), (1, 1)]


def test_an_equal_word_elsewhere_is_linked_rather_than_a_doubtful_other_one() -> None:
    doubtful = link(0, 0, MEANING)._replace(confidence=UNSURE)
    assert trusted("lamp boat", "boat sea", doubtful) == [(1, 0)]


def test_a_sure_link_keeps_its_words_from_equal_ones_elsewhere() -> None:
    sure = link(0, 0, MEANING)._replace(confidence=MIN_SURE_LINK)
    assert trusted("lamp boat", "boat sea", sure) == [(0, 0)]


def test_no_link_is_sure_of_two_words_that_both_stand_elsewhere_as_well() -> None:
    sure = link(1, 1, MEANING)._replace(confidence=MIN_SURE_LINK)
    assert trusted("lamp boat", "boat lamp", sure) == [(0, 1), (1, 0)]


def test_words_that_surely_answer_each_other_changed_places() -> None:
    crosswise = (link(0, 0, MEANING), link(2, 2, MEANING))
    assert trusted("lamp and boat", "boat and lamp", link(1, 1), *crosswise) == [
        (0, 2),
        (1, 1),
        (2, 0),
    ]


@pytest.mark.parametrize(("one", "other"), [("3", "5"), ("three", "five"), ("3", "boat")])
def test_numbers_that_answer_each_other_are_other_numbers_there(one: str, other: str) -> None:
    crosswise = (link(0, 0, MEANING), link(2, 2, MEANING))
    found = trusted(f"{one} and {other}", f"{other} and {one}", link(1, 1), *crosswise)
    assert found == [(0, 0), (1, 1), (2, 2)]


def test_a_sure_link_that_an_equal_word_undoes_keeps_no_other_word() -> None:
    sure = link(0, 2, MEANING)  # "lamp" has its equal: "sea" is free for its own
    assert trusted("lamp the sea", "lamp a sea", link(0, 0), sure) == [(0, 0), (2, 2)]


def test_a_reference_is_linked_with_itself_wherever_it_stands() -> None:
    pairs = [link(0, 0, MEANING), link(1, 1), link(2, 2, MEANING)]
    assert trusted("[3] and [5]", "[5] and [3]", *pairs) == [(0, 2), (1, 1), (2, 0)]


def test_words_that_occur_twice_and_function_words_are_not_linked_by_their_look() -> None:
    assert trusted("lamp boat lamp", "sea lamp") == []
    assert trusted("the boat", "sea the") == []


def test_equal_words_beside_linked_ones_are_linked_however_often_they_come() -> None:
    """ "end" comes twice; each is linked behind the word before it, with the words around it."""
    one, other = "north end of the south end", "the south end north end of"
    assert trusted(one, other, link(0, 3), link(4, 1)) == [
        (0, 3),
        (1, 4),
        (2, 5),
        (3, 0),
        (4, 1),
        (5, 2),
    ]


def test_a_neighbour_that_is_linked_with_an_equal_word_stays_so() -> None:
    assert trusted("sea lamp", "sea lamp lamp", link(0, 0), link(1, 2)) == [(0, 0), (1, 2)]
    assert trusted("lamp sea", "lamp lamp sea", link(0, 0), link(1, 2)) == [(0, 0), (1, 2)]


@pytest.mark.parametrize(
    ("original", "rewrite", "count", "linked"),
    [
        ("2 . Rent", "3 . Rent", (2, 2), [(0, 0), (1, 1), (2, 2)]),
        ("2 Rent", "( 3 ) Rent", (1, 3), [(0, 1), (1, 3)]),
        ("2 . Rent", "Rent", (2, 0), [(0, 0), (2, 0)]),
    ],
)
def test_ordinals_answer_each_other_and_no_other_words(
    original: str, rewrite: str, count: tuple[int, int], linked: list[tuple[int, int]]
) -> None:
    one, other = original.split(), rewrite.split()
    ordinals = (frozenset(range(count[0])), frozenset(range(count[1])))
    words = Words(one, other, (frozenset(), frozenset()), frozenset(), ordinals)
    pairs = [link(0, 0, MEANING), link(one.index("Rent"), other.index("Rent"))]
    assert places(with_linked_ordinals(words, pairs)) == linked


@pytest.mark.parametrize(
    ("kind", "rows", "columns"),
    [
        ("removed", (1, 2), (0, 0)),
        ("added", (0, 0), (1, 2)),
        ("reworded", (1, 3), (2, 3)),
        ("reworded", (1, 2), (0, 1)),
    ],
)
def test_a_link_out_of_a_change_is_left_by_none(
    kind: str, rows: tuple[int, int], columns: tuple[int, int]
) -> None:
    assert kept_links([link(1, 1)], [change(kind, rows, columns)]) == []


def test_links_inside_a_change_and_between_unmarked_words_stay() -> None:
    pairs = [link(0, 0), link(1, 2, MEANING), link(2, 1, MEANING), link(4, 4)]
    assert kept_links(pairs, [change("reworded", (1, 3), (1, 3))]) == pairs


def test_a_link_from_one_change_to_another_is_dropped() -> None:
    changes = [change("reworded", (0, 1), (0, 1)), change("reworded", (1, 2), (1, 2))]
    assert kept_links([link(0, 1, MEANING), link(1, 1, MEANING)], changes) == [link(1, 1, MEANING)]


def test_typography_takes_no_link_away() -> None:
    assert kept_links([link(1, 1)], [change("typography", (1, 2), (0, 0))]) == [link(1, 1)]
