"""Searching gives what looking through the text from its start would give, and takes no longer."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages.core.documents import document_from_text
from facing_pages.core.model import Side
from facing_pages.viewmodel.build_view import side_text, unaligned_rows
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.search import Finder, Query
from tests.helpers.made_pairs import made_pair

LETTERS = st.text("aAbnéİς ΣßΌ…. '’ʼ-–漢👩1_", min_size=1, max_size=30)


def starts(text: str, words: str, **how: bool) -> list[int]:
    """Return where words are found in a text that is the original's only paragraph."""
    pair = (document_from_text(text, name="a"), document_from_text("Nothing.", name="b"))
    pages = PairView(side_text(pair[0]), side_text(pair[1]), unaligned_rows(*pair))
    found = Finder(pages).find(Query(words, (Side.ORIGINAL,), **how))
    return [found.place(number)[1] for number in range(len(found))]


@settings(deadline=None)
@given(text=LETTERS, words=LETTERS.map(lambda words: words[:2]))
def test_exact_words_are_found_as_by_looking_from_the_start(text: str, words: str) -> None:
    whole = f"x{text}x"

    expected = [match.start() for match in re.finditer(re.escape(words), whole)]

    assert starts(whole, words, match_case=True, typography=True) == expected


@pytest.mark.parametrize(
    ("text", "words", "how", "expected"),
    [
        ("banana ana", "ana", {}, [1, 7]),
        ("aaaaa", "aa", {}, [0, 2]),
        ("banana ana", "ana", {"whole_words": True}, [7]),
        ("oversea sea", "sea", {"whole_words": True}, [8]),
        ("seas sea", "sea", {"whole_words": True}, [5]),
        ("ana's ana1 anas", "ana", {"whole_words": True}, [0]),
        ("It’s it's", "it's", {}, [0, 5]),
        ("It’s it's", "it's", {"typography": True}, [5]),
        ("It’s it's", "it's", {"match_case": True}, [5]),
        ("so… so...", "...", {}, [2, 6]),
        ("so… so...", "…", {}, [2, 6]),
        ("ΟΔΟΣ οδος", "οδοσ", {}, [0, 5]),
        ("İstanbul", "stan", {}, [1]),
        ("end", "endless", {}, []),
    ],
)
def test_places_of_words(text: str, words: str, how: dict[str, bool], expected: list[int]) -> None:
    assert starts(text, words, **how) == expected


ROWS = made_pair(
    "A sea.\n\nNo lamp.\n\nThe sea, the sea.",
    "The sea.\n\nA lamp.\n\nOne sea.",
    "0=0 1=1 2=2",
    paragraphs="0=0 1=1 2=2",
)


def test_places_come_row_by_row_those_of_the_original_first() -> None:
    found = Finder(ROWS).find(Query("sea"))
    original, rewrite = Side.ORIGINAL, Side.REWRITE
    assert [found.place(number) for number in range(len(found))] == [
        (original, 2, 5),
        (rewrite, 4, 7),
        (original, 22, 25),
        (original, 31, 34),
        (rewrite, 23, 26),
    ]
    numbers, spans = found.of_side(original)
    assert numbers.tolist() == [0, 2, 3]
    assert spans.tolist() == [[2, 5], [22, 25], [31, 34]]


def test_places_that_moved_are_given_in_the_order_of_their_own_text() -> None:
    moved = made_pair("The sea.\n\nNo sea.", "No sea.\n\nThe sea.", "0=1 1~0", paragraphs="0=1 1~0")
    found = Finder(moved).find(Query("sea"))
    numbers, spans = found.of_side(Side.REWRITE)
    assert spans[:, 0].tolist() == sorted(spans[:, 0].tolist())
    assert [found.place(number)[1] for number in numbers.tolist()] == spans[:, 0].tolist()


@pytest.mark.parametrize(("row", "wanted"), [(0, 0), (1, 2), (2, 2), (3, 0)])
def test_the_nearest_place_is_in_the_row_or_after_it_or_else_the_first(
    row: int, wanted: int
) -> None:
    finder = Finder(ROWS)
    assert finder.nearest(finder.find(Query("sea")), row) == wanted


def test_where_nothing_is_found_nothing_is_near() -> None:
    finder = Finder(ROWS)
    assert finder.nearest(finder.find(Query("ship")), 0) is None


def test_no_words_are_found_nowhere() -> None:
    assert len(Finder(ROWS).find(Query(""))) == 0
    assert len(Finder(ROWS).find(Query("sea", sides=()))) == 0


def test_a_side_without_text_is_passed_over() -> None:
    empty = made_pair("The sea.", "", "0=-", paragraphs="0=-")
    found = Finder(empty).find(Query("sea"))
    assert [found.place(number) for number in range(len(found))] == [(Side.ORIGINAL, 4, 7)]


def test_questions_in_turn_do_not_mix() -> None:
    finder = Finder(ROWS)
    asked = [
        Query("SEA", match_case=True),
        Query("SEA"),
        Query("the", whole_words=True),
        Query("the", (Side.REWRITE,)),
        Query("The", match_case=True),
    ]
    assert [len(finder.find(query)) for query in asked] == [0, 5, 3, 1, 2]
