"""Words in another order: which cross, what becomes one change, what moved far."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.swaps import (
    MAX_LIGHT_IN_CLAUSE,
    MAX_SWAP_CONTENT,
    MAX_SWAP_WORDS,
    crossing_pairs,
    with_reordered,
)
from facing_pages.core.changes.word_change import WordChange
from facing_pages.core.model import LinkReason
from tests.helpers.word_changes import VisibleMarks, change, link, shown, words_of

# --- which links cross -----------------------------------------------------------------------


def crossing(
    original: str, rewrite: str, pairs: list[FoundLink], frame: list[int]
) -> list[tuple[int, int]]:
    """Return the numbers of the words that cross; `frame` tells which pairs are in it."""
    words = words_of(original, rewrite)
    found = crossing_pairs(words, pairs, [pairs[number] for number in frame])
    return [(pair.original, pair.rewrite) for pair in found]


def test_a_link_crosses_whose_ends_lie_in_different_gaps_of_the_frame() -> None:
    # lamp burned boat  /  burned lamp boat
    pairs = [link(0, 1), link(1, 0), link(2, 2)]
    assert crossing("lamp burned boat", "burned lamp boat", pairs, [1, 2]) == [(0, 1)]


def test_a_link_inside_its_gap_does_not_cross() -> None:
    pairs = [link(0, 0), link(1, 1, LinkReason.MEANING), link(2, 2)]
    assert crossing("lamp burned boat", "lamp glowed boat", pairs, [0, 2]) == []


def test_equal_words_cross_first_and_each_word_once() -> None:
    # Both "lamp" and "candle" answer "lamp": the equal one is taken.
    pairs = [link(0, 2, LinkReason.MEANING), link(1, 2), link(2, 0), link(2, 1)]
    found = crossing("candle lamp sea", "sea the lamp", pairs, [2])
    assert found == [(1, 2)]
    pairs = [link(0, 1), link(0, 2), link(1, 0)]
    assert crossing("lamp sea", "sea lamp lamp", pairs, [2]) == [(0, 1)]


def test_marks_do_not_cross() -> None:
    pairs = [link(0, 1), link(1, 0)]
    assert crossing(", sea", "sea ,", pairs, [1]) == []
    assert crossing("sea ,", ", sea", pairs, [0]) == []


def test_words_of_the_frame_cross_nothing_else() -> None:
    pairs = [link(0, 0), link(1, 1), link(0, 2), link(2, 0)]
    assert crossing("sea lamp boat", "sea lamp ship", pairs, [0, 1]) == []


@pytest.mark.parametrize(
    ("reason", "found"), [(LinkReason.POSITION, []), (LinkReason.MEANING, [(1, 3)])]
)
def test_only_the_place_sends_no_word_elsewhere_that_is_answered_in_its_gap(
    reason: LinkReason, found: list[tuple[int, int]]
) -> None:
    # sea [lamp] boat  /  sea [light] boat [ship]
    pairs = [link(0, 0), link(1, 1, LinkReason.MEANING), link(2, 2), link(1, 3, reason)]
    assert crossing("sea lamp boat", "sea light boat ship", pairs, [0, 2]) == found
    mirrored = [FoundLink(p.rewrite, p.original, p.reason) for p in pairs]
    back = crossing("sea light boat ship", "sea lamp boat", mirrored, [0, 2])
    assert back == [(j, i) for i, j in found]


def test_only_the_place_sends_no_word_elsewhere_that_is_another_there() -> None:
    pairs = [link(0, 0), link(2, 1), link(1, 2, LinkReason.POSITION)]
    assert crossing("sea lamp boat", "sea boat ship", pairs, [0, 1]) == []
    assert crossing("sea lamp boat", "sea boat Lamp", pairs, [0, 1]) == [(1, 2)]


@pytest.mark.parametrize(
    ("original", "rewrite", "crosses"),
    [
        ("sea of boat", "sea boat of", True),
        ("sea of old boat", "sea boat of", False),  # something else differs where it stood
        ("sea of boat", "sea boat of old", False),  # ... or where it stands now
    ],
)
def test_a_function_word_crosses_where_nothing_else_changed(
    original: str, rewrite: str, crosses: bool
) -> None:
    one, other = original.split(), rewrite.split()
    pairs = [link(one.index(word), other.index(word)) for word in ("sea", "of", "boat")]
    assert bool(crossing(original, rewrite, pairs, [0, 2])) is crosses


def test_another_function_word_does_not_cross() -> None:
    pairs = [link(0, 0), link(1, 2, LinkReason.MEANING), link(2, 1)]
    assert crossing("sea of boat", "sea boat by", pairs, [0, 2]) == []


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("the lamp of it old boat", "boat new the lamp of it"),
        ("lamp , by it old boat", "boat new lamp , by it"),
    ],
)
def test_function_words_cross_with_the_words_beside_them(original: str, rewrite: str) -> None:
    one, other = original.split(), rewrite.split()
    pairs = [link(i, other.index(word)) for i, word in enumerate(one) if word in other]
    found = crossing(original, rewrite, pairs, [len(pairs) - 1])
    assert sorted(one[i] for i, _ in found) == sorted({*one} - {"old", "boat", ","})


# --- what crosses becomes changes ------------------------------------------------------------


def reordered(
    original: str,
    rewrite: str,
    crossed: dict[str, str],
    *changes: WordChange,
    reason: LinkReason = LinkReason.MEANING,
) -> list[VisibleMarks]:
    """Return the changes with words in another order.

    Words that stand once on both sides are the frame, but those that `crossed` names with their
    counterparts.
    """
    words = words_of(original, rewrite)
    one, other = list(words.original), list(words.rewrite)
    frame = [
        link(one.index(word), other.index(word))
        for word in one
        if word not in crossed and one.count(word) == other.count(word) == 1
    ]
    cross = [
        link(one.index(a), other.index(b), LinkReason.EQUAL if a == b else reason)
        for a, b in crossed.items()
    ]
    return shown(with_reordered(words, changes, cross, frame), words)


def test_a_swap_is_one_change_with_the_words_it_passed() -> None:
    found = reordered("boats lamps burned", "lamps burned boats", {"boats": "boats"})
    assert found == [("reordered", "boats lamps burned", "lamps burned boats")]


def test_a_function_word_that_came_beside_a_swap_is_part_of_it() -> None:
    found = reordered(
        "sea vehicle trunk end",
        "sea trunk of vehicle end",
        {"vehicle": "vehicle"},
        change("added", (3, 3), (2, 3)),
    )
    assert found == [("reordered", "vehicle trunk", "trunk of vehicle")]


@pytest.mark.parametrize(
    ("rewrite", "addition"),
    [
        ("sea trunk vehicle old end", ("added", (3, 3), (3, 4))),  # no function word
        ("sea trunk vehicle , end", ("added", (3, 3), (3, 4))),  # a mark
        ("sea trunk vehicle | of end", ("added", (3, 3), (3, 4))),  # another sentence
        ("sea trunk vehicle end of", ("added", (4, 4), (4, 5))),  # not beside it
    ],
)
def test_what_else_came_beside_a_swap_stays_apart(
    rewrite: str, addition: tuple[str, tuple[int, int], tuple[int, int]]
) -> None:
    found = reordered("sea vehicle trunk end", rewrite, {"vehicle": "vehicle"}, change(*addition))
    assert ("reordered", "vehicle trunk", "trunk vehicle") in found
    assert len(found) == 2


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("lamp ] boat", "boat ( lamp"),
        ("“ lamp ” boat", "boat “ lamp"),
        ("lamp boat", "boat “ lamp ”"),
        ("lamp « boat", "boat « lamp"),
    ],
)
def test_a_swap_cuts_no_pair_of_brackets_or_quotation_marks(original: str, rewrite: str) -> None:
    found = reordered(f"sea {original} end", f"sea {rewrite} end", {"lamp": "lamp"})
    assert found == [("reordered", "lamp", "lamp")]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [("lamp ( dim ) boat", "boat lamp ( dim )"), ("lamp “ dim ” boat", "boat lamp “ dim ”")],
)
def test_a_swap_may_pass_what_stands_in_brackets(original: str, rewrite: str) -> None:
    found = reordered(f"sea {original} end", f"sea {rewrite} end", {"boat": "boat"})
    assert found == [("reordered", original, rewrite)]


def test_words_exchanged_around_others_that_stayed_are_two_rewordings() -> None:
    moved = {"Ines": "Ines", "Marek": "Marek"}
    found = reordered("Ines left and Marek stayed", "Marek left and Ines stayed", moved)
    assert found == [("reworded", "Ines", "Marek"), ("reworded", "Marek", "Ines")]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Ines and Marek", "Marek and Ines"),  # a light word between
        ("Ines , Olav and Marek", "Marek , Olav and Ines"),  # a list
        ("Ines left and Marek", "Marek and left Ines"),  # what stood between moved too
        ("Ines left Marek", "the Marek left Ines"),  # a word more on one side
    ],
)
def test_other_exchanges_are_one_swap(original: str, rewrite: str) -> None:
    moved = {"Ines": "Ines", "Marek": "Marek"}
    came = [change("added", (0, 0), (0, 1))] if "the" in rewrite else []
    assert reordered(original, rewrite, moved, *came) == [("reordered", original, rewrite)]


def test_a_swap_takes_in_no_half_of_another_one() -> None:
    """That of "lamp" would have the "wind" of one side in it, but not that of the other."""
    found = reordered(
        "sea lamp boat end wind", "sea boat wind lamp end", {"lamp": "lamp", "wind": "wind"}
    )
    assert found == [("reordered", "lamp", "lamp"), ("reordered", "wind", "wind")]


def test_what_moved_far_takes_the_mark_along_that_closes_it() -> None:
    middle = "storm wind rain snow hail fog frost"
    found = reordered(
        f"lamp ( dim ) {middle}", f"{middle} lamp ( dim )", {"lamp": "lamp", "dim": "dim"}
    )
    assert found == [("reordered", "lamp ( dim )", "lamp ( dim )")]


def test_typography_beside_a_swap_stays_apart() -> None:
    found = reordered(
        "The vehicle trunk end",
        "the trunk vehicle end",
        {"vehicle": "vehicle"},
        change("typography", (0, 1), (0, 1)),
    )
    assert found == [("typography", "The", "the"), ("reordered", "vehicle trunk", "trunk vehicle")]


def test_a_swap_with_words_that_changed_is_a_rewording() -> None:
    found = reordered(
        "sea vehicle old trunk end",
        "sea new trunk vehicle end",
        {"vehicle": "vehicle"},
        change("reworded", (2, 3), (1, 2)),
    )
    assert found == [("reworded", "vehicle old trunk", "new trunk vehicle")]


def test_a_swap_of_words_that_changed_themselves_is_a_rewording_or_a_form() -> None:
    sides = ("sea vehicle red trunk end", "sea red trunk car end")
    crossed = {"vehicle": "car"}
    assert reordered(*sides, crossed) == [("reworded", "vehicle red trunk", "red trunk car")]
    assert reordered(*sides, crossed, reason=LinkReason.FORM) == [
        ("form", "vehicle red trunk", "red trunk car")
    ]


def test_a_swap_of_words_in_another_form_over_a_mark_is_none() -> None:
    sides = ("sea maps , red trunk end", "sea red trunk , mapped end")
    found = reordered(*sides, {"maps": "mapped"}, reason=LinkReason.FORM)
    assert found == [("form", "maps", "mapped")]


@pytest.mark.parametrize("more", [False, True])
def test_a_swap_of_which_most_changed_moved_far(more: bool) -> None:
    """Two of four content words were rewritten, or three of five."""
    old, new = ("old red trunk", "new blue box") if more else ("old trunk", "new box")
    count = len(old.split())
    found = reordered(
        f"sea vehicle {old} lid end",
        f"sea {new} lid vehicle end",
        {"vehicle": "vehicle"},
        change("reworded", (2, 2 + count), (1, 1 + count)),
    )
    pieces = [("reworded", old, new), ("reordered", "vehicle", "vehicle")]
    assert found == (pieces if more else [("reworded", f"vehicle {old} lid", f"{new} lid vehicle")])


def test_a_swap_takes_in_no_content_word_that_was_removed_or_added() -> None:
    found = reordered(
        "sea vehicle old trunk end",
        "sea trunk vehicle end",
        {"vehicle": "vehicle"},
        change("removed", (2, 3), (2, 2)),
    )
    assert found == [("removed", "old", ""), ("reordered", "vehicle", "vehicle")]


def test_a_swap_over_a_mark_in_which_words_changed_leaves_the_others_as_they_are() -> None:
    found = reordered(
        "sea vehicle , old trunk end",
        "sea , new trunk vehicle end",
        {"vehicle": "vehicle"},
        change("reworded", (3, 4), (2, 3)),
    )
    assert found == [("reworded", "old", "new"), ("reordered", "vehicle", "vehicle")]


CONTENT = "storm wind rain snow hail fog frost ice".split()


@pytest.mark.parametrize("longer", [False, True])
def test_a_swap_over_many_content_words_moved_far(longer: bool) -> None:
    middle = " ".join(CONTENT[: MAX_SWAP_CONTENT - 1 + longer])
    found = reordered(f"boats {middle}", f"{middle} boats", {"boats": "boats"})
    whole = [("reordered", f"boats {middle}", f"{middle} boats")]
    assert found == ([("reordered", "boats", "boats")] if longer else whole)


@pytest.mark.parametrize("longer", [False, True])
def test_a_swap_over_many_words_moved_far(longer: bool) -> None:
    light = "the a an of and in was were it is to".split()[: MAX_SWAP_WORDS - 1 + longer]
    middle = " ".join(light)
    found = reordered(f"boats {middle}", f"{middle} boats", {"boats": "boats"})
    whole = [("reordered", f"boats {middle}", f"{middle} boats")]
    assert found == ([("reordered", "boats", "boats")] if longer else whole)


def test_a_swap_over_the_end_of_a_sentence_moved_far() -> None:
    found = reordered("boats | lamps", "lamps | boats", {"boats": "boats"})
    assert found == [("reordered", "boats", "boats")]


def test_a_swap_grows_until_it_cuts_no_change() -> None:
    found = reordered(
        "sea vehicle trunk old end",
        "sea trunk new vehicle end",
        {"vehicle": "vehicle"},
        change("reworded", (3, 4), (2, 3)),
    )
    assert found == [("reworded", "vehicle trunk old", "trunk new vehicle")]


def test_words_that_crossed_in_a_row_are_one_run() -> None:
    middle = " ".join(CONTENT)
    crossed = {"old": "old", "boats": "boats"}
    found = reordered(f"old boats {middle}", f"{middle} old boats", crossed)
    assert found == [("reordered", "old boats", "old boats")]
    found = reordered(f"old boats {middle}", f"{middle} boats old", crossed)
    assert found == [("reordered", "old boats", "boats old")]


# --- clauses that moved far ------------------------------------------------------------------

MIDDLE = " ".join(CONTENT)


@pytest.mark.parametrize("extra", [0, 1])
def test_far_words_with_a_few_light_ones_between_them_are_one_clause(extra: int) -> None:
    light = " ".join("of the a".split()[: MAX_LIGHT_IN_CLAUSE + extra])
    found = reordered(
        f"old {light} boats {MIDDLE}",
        f"{MIDDLE} old in boats",
        {"old": "old", "boats": "boats"},
    )
    clause = [("reordered", f"old {light} boats", "old in boats")]
    pieces = [("reordered", "old", "old"), ("reordered", "boats", "boats")]
    assert found == (pieces if extra else clause)


@pytest.mark.parametrize(
    ("between", "facing"), [("red", "in"), ("of", "red"), ("of |", "in"), ("of", "in |")]
)
def test_other_words_keep_far_ones_apart(between: str, facing: str) -> None:
    found = reordered(
        f"old {between} boats {MIDDLE}",
        f"{MIDDLE} old {facing} boats",
        {"old": "old", "boats": "boats"},
    )
    assert found == [("reordered", "old", "old"), ("reordered", "boats", "boats")]


def test_a_clause_covers_the_light_words_that_came_and_went_in_it() -> None:
    found = reordered(
        f"old of boats {MIDDLE}",
        f"{MIDDLE} old in boats",
        {"old": "old", "boats": "boats"},
        change("removed", (1, 2), (0, 0)),
        change("added", (11, 11), (9, 10)),
    )
    assert found == [("reordered", "old of boats", "old in boats")]


def test_a_clause_takes_function_words_at_its_ends() -> None:
    found = reordered(
        f"of boats in {MIDDLE}",
        f"{MIDDLE} the boats a",
        {"boats": "boats"},
        change("removed", (0, 1), (0, 0)),
        change("removed", (2, 3), (0, 0)),
        change("added", (11, 11), (8, 9)),
        change("added", (11, 11), (10, 11)),
    )
    assert found == [("reordered", "of boats in", "the boats a")]


@pytest.mark.parametrize("edge", ["red", ",", "of |"])
def test_a_clause_takes_nothing_else_at_its_ends(edge: str) -> None:
    word = edge.split(maxsplit=1)[0]
    found = reordered(
        f"{edge} boats {MIDDLE}",
        f"{MIDDLE} boats",
        {"boats": "boats"},
        change("removed", (0, 1), (0, 0)),
    )
    assert found == [("removed", word, ""), ("reordered", "boats", "boats")]


@pytest.mark.parametrize(
    ("edge", "is_part"), [("of the", True), ("of the a", False), ("must", False)]
)
def test_a_clause_takes_few_words_at_its_ends_and_no_weighty_ones(edge: str, is_part: bool) -> None:
    words = edge.split()
    found = reordered(
        f"{edge} boats {MIDDLE}",
        f"{MIDDLE} boats",
        {"boats": "boats"},
        change("removed", (0, len(words)), (0, 0)),
    )
    assert (found == [("reordered", f"{edge} boats", "boats")]) is is_part
    assert (("removed", edge, "") in found) is not is_part


def test_words_that_replaced_others_keep_far_ones_apart() -> None:
    found = reordered(
        f"old of boats {MIDDLE}",
        f"{MIDDLE} old in boats",
        {"old": "old", "boats": "boats"},
        change("reworded", (1, 2), (9, 10)),
    )
    assert found == [
        ("reworded", "of", "in"),
        ("reordered", "old", "old"),
        ("reordered", "boats", "boats"),
    ]


def test_a_function_word_further_away_is_no_edge() -> None:
    found = reordered(
        f"of storm boats {MIDDLE[6:]}",
        f"storm {MIDDLE[6:]} tide boats",
        {"boats": "boats"},
        change("removed", (0, 1), (0, 0)),
    )
    assert ("removed", "of", "") in found


def test_far_words_that_a_swap_covers_are_not_named_again() -> None:
    found = reordered(
        "boats lamps",
        "lamps boats",
        {"boats": "boats"},
        change("reordered", (0, 2), (0, 2)),
    )
    assert found == [("reordered", "boats lamps", "lamps boats")]


def test_without_crossing_words_the_changes_stay_in_order() -> None:
    later, earlier = change("added", (2, 2), (2, 3)), change("removed", (0, 1), (0, 0))
    assert reordered("old lamps", "lamps burned low", {}, later, earlier) == [
        ("removed", "old", ""),
        ("added", "", "low"),
    ]
