"""Links, and clauses of them, that are reworded as a whole: from which share on, and which not."""

from __future__ import annotations

from typing import Final

import pytest

from facing_pages.core.changes.readable import make_readable
from facing_pages.core.changes.reworded_whole import (
    MIN_OWN_PHRASE_WORDS,
    MIN_WHOLE_WORDS,
    whole_of,
)
from facing_pages.core.changes.word_change import WordChange, Words
from tests.helpers.word_changes import LIGHT, VisibleMarks, change, readable, shown, words_of


def test_a_link_whose_sides_share_little_is_always_reworded_whole() -> None:
    words = words_of("wind rain snow hail", "lamp boat rock reef")
    parts = [change("removed", (0, 4), (0, 0)), change("added", (4, 4), (0, 4))]
    found = make_readable(parts, words, whole_above=1.0, share_little=True)
    assert shown(found, words) == [("reworded", "wind rain snow hail", "lamp boat rock reef")]
    assert len(make_readable(parts, words, whole_above=1.0)) == 2


def test_a_link_is_reworded_whole_above_a_share_of_its_words() -> None:
    two_of_four = (change("reworded", (0, 1), (0, 1)), change("reworded", (3, 4), (3, 4)))
    sides = ("old lamps burned slowly", "new lamps burned badly")
    assert readable(*sides, *two_of_four, whole_above=0.49) == [("reworded", *sides)]
    assert len(readable(*sides, *two_of_four, whole_above=0.5)) == 2


def test_words_in_another_form_make_no_link_reworded_whole() -> None:
    forms = [change("form", (n, n + 1), (n, n + 1)) for n in range(4)]
    sides = ("old lamp burned slowly", "older lamps burn slow")
    assert len(readable(*sides, *forms, whole_above=0.1)) == 4


@pytest.mark.parametrize("shorter", ["original", "rewrite"])
def test_the_shorter_side_must_have_some_words(shorter: str) -> None:
    for count, is_whole in ((MIN_WHOLE_WORDS, True), (MIN_WHOLE_WORDS - 1, False)):
        short = " ".join(["lamps", "burned", "slowly", "there", "again"][:count])
        long = "seven keepers left early in spring"
        sides = (short, long) if shorter == "original" else (long, short)
        lengths = [len(text.split()) for text in sides]
        rewritten = change("reworded", (0, lengths[0] - 1), (0, lengths[1] - 1))
        end = change("form", *((length - 1, length) for length in lengths))
        found = readable(*sides, rewritten, end, whole_above=0.5)
        assert (found == [("reworded", *sides)]) is is_whole


def test_marks_are_no_words_of_a_side() -> None:
    changes = (change("reworded", (0, 3), (0, 3)), change("form", (3, 4), (3, 4)))
    found = readable("old lamps , burned", "new lamps , burned", *changes, whole_above=0.5)
    assert found != [("reworded", "old lamps , burned", "new lamps , burned")]


def test_the_side_that_was_rewritten_more_decides() -> None:
    original, rewrite = "lamps burned slowly there", "lamp burned slowly there and here in spring"
    form = change("form", (0, 1), (0, 1))
    added = change("reworded", (3, 4), (3, 8))
    assert readable(original, rewrite, form, added, whole_above=0.6) == [
        ("reworded", original, rewrite)
    ]
    mirrored = change("reworded", (3, 8), (3, 4))
    assert readable(rewrite, original, form, mirrored, whole_above=0.6) == [
        ("reworded", rewrite, original)
    ]


def test_minor_changes_and_moves_do_not_count() -> None:
    sides = ("Old Lamps burned slowly", "old lamps slowly burned")
    found = readable(
        *sides,
        change("typography", (0, 2), (0, 2)),
        change("reordered", (2, 4), (2, 4)),
        whole_above=0.1,
    )
    assert len(found) == 2


@pytest.mark.parametrize("kind", ["removed", "added"])
def test_a_phrase_that_came_or_went_leaves_the_rest_as_it_is(kind: str) -> None:
    for count, is_whole in ((MIN_OWN_PHRASE_WORDS - 1, True), (MIN_OWN_PHRASE_WORDS, False)):
        long = " ".join(["lamps", "burned", "slowly", "there", *["again"] * count])
        short = "lamp burned slowly there"
        sides = (long, short) if kind == "removed" else (short, long)
        rows, columns = (4, 4 + count), (4, 4)
        spans = (rows, columns) if kind == "removed" else (columns, rows)
        form = change("form", (0, 1), (0, 1))
        found = readable(*sides, form, change(kind, *spans), whole_above=0.1)
        assert (found == [("reworded", *sides)]) is is_whole


def test_phrases_that_replaced_each_other_are_a_rewording() -> None:
    sides = ("wind rain snow , lamps burned", "seven keepers left , lamps burned")
    changes = (change("removed", (0, 3), (0, 0)), change("added", (3, 3), (0, 3)))
    assert readable(*sides, *changes, whole_above=0.5) == [("reworded", *sides)]


def test_phrases_of_different_places_leave_the_rest_as_it_is() -> None:
    sides = ("wind rain snow lamps burned", "lamps burned seven keepers left")
    changes = (change("removed", (0, 3), (0, 0)), change("added", (5, 5), (2, 5)))
    assert len(readable(*sides, *changes, whole_above=0.5)) == 2


def test_a_single_change_is_made_no_wider() -> None:
    sides = ("and no keeper now saw it .", "and nobody left it .")
    single = change("reworded", (1, 5), (1, 3))
    assert readable(*sides, single, whole_above=0.1) == [
        ("reworded", "no keeper now saw", "nobody left")
    ]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("old lamps burned slowly .", "new boats sailed early ."),
        ("and 20 lamps burned slowly .", "and 30 boats sailed early ."),
        ("and he did burn slowly .", "and she did not sail early ."),
    ],
)
def test_a_single_change_is_where_it_covers_all_words_or_turns_the_sense(
    original: str, rewrite: str
) -> None:
    lengths = [len(text.split()) for text in (original, rewrite)]
    start = int(original.startswith("and"))
    single = change("reworded", *((start, length - 1) for length in lengths))
    found = readable(original, rewrite, single, whole_above=0.1)
    assert found == [("reworded", original, rewrite)]


def test_the_rest_beside_a_phrase_is_counted_by_itself() -> None:
    long, short = "old lamps burned slowly there in the harbour", "new lamps burned slowly"
    changes = (change("reworded", (0, 1), (0, 1)), change("removed", (4, 8), (4, 4)))
    assert readable(long, short, *changes, whole_above=0.24) == [("reworded", long, short)]
    assert len(readable(long, short, *changes, whole_above=0.25)) == 2


def test_three_words_are_a_phrase_of_their_own() -> None:
    rest = "lamps burned slowly there"
    for gone, is_whole in (("and again", True), ("and again in", False)):
        removed = change("removed", (4, 4 + len(gone.split())), (4, 4))
        form = change("form", (0, 1), (0, 1))
        found = readable(
            f"{rest} {gone}", rest.replace("lamps", "lamp"), form, removed, whole_above=0.1
        )
        assert (found[0][0] == "reworded") is is_whole


def test_the_ordinal_of_an_item_is_no_part_of_the_whole() -> None:
    words = Words(
        "2 . lamps burn in snow".split(),
        "3 . boats sail by sea".split(),
        (frozenset({2}), frozenset({2})),
        LIGHT,
        (frozenset({0, 1}), frozenset({0, 1})),
    )
    ordinal = change("reworded", (0, 1), (0, 1))
    rest = change("reworded", (2, 6), (2, 6))
    small = change("reworded", (2, 3), (2, 3))
    assert make_readable([ordinal, rest], words, whole_above=0.6) == [ordinal, whole_of(words)]
    assert whole_of(words) == rest
    assert make_readable([ordinal, small], words, whole_above=0.3) == [ordinal, small]


# --- and so are clauses in pieces -------------------------------------------------------------


def clause(original: str, rewrite: str, *changes: WordChange) -> list[VisibleMarks]:
    """Return what becomes of a clause that a comma and a long unchanged one stand before."""
    before = "boats sail by wind and by sea in spring ,"
    count = len(before.split())
    moved = [
        change(
            piece.kind.value,
            (piece.original.start + count, piece.original.end + count),
            (piece.rewrite.start + count, piece.rewrite.end + count),
        )
        for piece in changes
    ]
    return readable(f"{before} {original}", f"{before} {rewrite}", *moved, whole_above=0.6)


_PIECES: Final = (
    change("added", (0, 0), (0, 1)),
    change("reworded", (1, 2), (3, 4)),
    change("removed", (2, 3), (4, 4)),
    change("reworded", (3, 4), (1, 2)),
)


def test_a_clause_in_pieces_of_which_a_light_word_is_left_is_one_rewording() -> None:
    sides = ("the lamp is gone", "we lost the light")
    assert clause(*sides, *_PIECES) == [("reworded", *sides)]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("lamp lamp is gone", "we lost lamp light"),
        ("the 20 is gone", "we lost the 30"),
        ("the lamp is gone", "not lost the light"),
        ("the lamp is gone home", "we lost the light home"),
    ],
)
def test_a_clause_with_more_left_or_that_turns_the_sense_stays_in_pieces(
    original: str, rewrite: str
) -> None:
    assert len(clause(original, rewrite, *_PIECES)) == len(_PIECES)


def test_two_pieces_of_a_clause_are_read_one_by_one() -> None:
    pieces = (change("reworded", (0, 1), (0, 1)), change("removed", (2, 4), (2, 2)))
    assert len(clause("lamps the old thing", "boats the", *pieces)) == 2
