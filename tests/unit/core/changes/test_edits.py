"""Raw changes from links given by hand."""

from __future__ import annotations

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.edits import word_changes
from facing_pages.core.changes.word_change import Words
from facing_pages.core.model import LinkReason

LIGHT = frozenset("the a of and in was it by".split())
Shown = tuple[str, str, str]


def changes(
    original: str,
    rewrite: str,
    linked: dict[str, str],
    starts: tuple[int, int] | None = None,
    by_place: dict[str, str] | None = None,
) -> list[Shown]:
    """Link equal words in the order they come, and words by name; return the changes.

    Only the place speaks for the links `by_place`.
    """
    one, other = original.split(), rewrite.split()
    pairs: list[FoundLink] = []
    for i, word in enumerate(one):
        for j, facing in enumerate(other):
            if word == facing and one.count(word) == other.count(word) == 1:
                pairs.append(FoundLink(i, j, LinkReason.EQUAL))
            elif linked.get(word) == facing:
                pairs.append(FoundLink(i, j, LinkReason.MEANING))
            elif by_place and by_place.get(word) == facing:
                pairs.append(FoundLink(i, j, LinkReason.POSITION))
    at = starts or (0, 0)
    words = Words(one, other, (frozenset({at[0]} - {0}), frozenset({at[1]} - {0})), LIGHT)
    return [
        (kind.value, " ".join(one[slice(*rows)]), " ".join(other[slice(*columns)]))
        for kind, rows, columns in word_changes(words, pairs)
    ]


def test_what_answers_nothing_came_and_went() -> None:
    found = changes(
        "boats left although nobody here had eaten supper today",
        "boats left since seven lamps were lit for children today",
        {},
    )
    assert found == [
        ("removed", "although nobody here had eaten supper", ""),
        ("added", "", "since seven lamps were lit for children"),
    ]


def test_a_few_words_replace_a_few_others() -> None:
    found = changes("the boat sank today", "the old ship sank today", {})
    assert found == [("reworded", "boat", "old ship")]


def test_where_a_sentence_is_split_a_word_replaces_the_one_that_joined() -> None:
    joined, split = "a player who plays here", "a player . he plays here"
    there, back = changes(joined, split, {}, (0, 3)), changes(split, joined, {}, (3, 0))
    assert sorted(there) == [("reworded", "who", "he"), ("typography", "", ".")]
    assert sorted(back) == [("reworded", "he", "who"), ("typography", ".", "")]


def test_the_mark_of_a_split_replaces_the_one_that_joined() -> None:
    found = changes("a player , known here", "a player . he is known here", {}, (0, 3))
    assert found == [("typography", ",", "."), ("added", "", "he is")]


def test_a_sentence_that_came_where_others_were_split_replaces_nothing() -> None:
    found = changes(
        "a player who plays here",
        "a player . he lives in Kawasaki with four cats and a parrot . he plays here",
        {},
        (0, 3),
    )
    assert ("removed", "who", "") in found


def test_links_tell_what_answers_what_inside_a_gap() -> None:
    found = changes(
        "keepers counted boats , quietly , every morning of the year , there",
        "keepers saw ships there",
        {"counted": "saw", "boats": "ships"},
    )
    assert found == [
        ("reworded", "counted boats", "saw ships"),
        ("removed", ", quietly , every morning of the year ,", ""),
    ]


def test_links_that_cross_are_one_run() -> None:
    found = changes(
        "we saw red boats today",
        "we saw vessels crimson today",
        {"red": "crimson", "boats": "vessels"},
    )
    assert found == [("reworded", "red boats", "vessels crimson")]


def test_a_phrase_turned_round_is_no_part_of_the_rewording_before_it() -> None:
    found = changes(
        "they would have conducted water tests before",
        "they had made tests of water before",
        {"would": "had", "have": "had", "conducted": "made"},
        by_place={"conducted": "of"},
    )
    assert found == [
        ("reworded", "would have conducted", "had made"),
        ("reordered", "water tests", "tests of water"),
    ]


def test_a_swap_that_is_too_far_is_told_apart() -> None:
    middle = "storm wind rain snow hail fog frost"
    found = changes(f"yesterday {middle} came", f"{middle} came yesterday", {})
    assert found == [("reordered", "yesterday", "yesterday")]


def test_a_near_swap_stands_in_order() -> None:
    found = changes("it was water that won", "water it was that won", {})
    assert found == [("reordered", "it was water", "water it was")]


def test_no_change_goes_over_the_end_of_a_sentence() -> None:
    found = changes(
        "lamps burned . nobody came home",
        "lamps glowed . someone came home",
        {"burned": "someone", "nobody": "glowed"},
        starts=(3, 3),
    )
    for _, original, rewrite in found:
        assert " . " not in f" {original} " or original == "."
        assert not (original.endswith("nobody") and "burned" in original)
        assert not ("glowed" in rewrite and "someone" in rewrite)
