"""Searching gives what looking through the text from its start would give, and takes no longer."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facing_pages.core.documents import document_from_text
from facing_pages.core.model import Side
from facing_pages.viewmodel.build_view import side_text, unaligned_rows
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.search import Finder, Query

LETTERS = st.text("aAbnéİς ΣßΌ…. '’ʼ-–漢👩1_", min_size=1, max_size=30)


def starts(text: str, words: str, **how: bool) -> list[int]:
    """Return where words are found in a text that is the original's only paragraph."""
    pair = (document_from_text(text, name="a"), document_from_text("Nothing.", name="b"))
    pages = PairView(side_text(pair[0]), side_text(pair[1]), unaligned_rows(*pair))
    found = Finder(pages).find(Query(words, (Side.ORIGINAL,), **how))
    return [found.place(number)[1] for number in range(len(found))]


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
        ("ana's ana1 anas", "ana", {"whole_words": True}, [0]),
        ("It’s it's", "it's", {}, [0, 5]),
        ("It’s it's", "it's", {"typography": True}, [5]),
        ("It’s it's", "it's", {"match_case": True}, [5]),
        ("so… so...", "...", {}, [2, 6]),
        ("ΟΔΟΣ οδος", "οδοσ", {}, [0, 5]),
        ("İstanbul", "stan", {}, [1]),
        ("end", "endless", {}, []),
    ],
)
def test_places_of_words(text: str, words: str, how: dict[str, bool], expected: list[int]) -> None:
    assert starts(text, words, **how) == expected
