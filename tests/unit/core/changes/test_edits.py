"""Raw changes from links given by hand."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.edits import (
    MAX_ABSORBED_WORDS,
    word_changes,
)
from facing_pages.core.changes.passages import MAX_REPLACED_CONTENT, MAX_REPLACED_WORDS
from facing_pages.core.changes.word_change import Words
from facing_pages.core.model import LinkReason
from tests.helpers.word_changes import LIGHT, VisibleMarks, link, shown, words_of

NO_STARTS: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())


def changes(
    original: str,
    rewrite: str,
    linked: dict[str, str],
    starts: tuple[int, int] | None = None,
    by_place: dict[str, str] | None = None,
) -> list[VisibleMarks]:
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


def test_a_word_inside_a_passage_that_moved_replaces_none_elsewhere() -> None:
    found = changes(
        "the bridge was closed on Monday , engineers found cracks there , although mayors slept",
        "engineers found cracks there . the bridge was therefore closed on Monday . mayors slept",
        {},
    )
    assert ("removed", "although", "") in found
    assert ("added", "", "therefore") in found


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
        ("typography", ",", ""),
        ("removed", "quietly , every morning of the year", ""),
        ("typography", ",", ""),
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


# --- each rule at its limits -----------------------------------------------------------------


def raw(original: str, rewrite: str, *pairs: FoundLink) -> list[VisibleMarks]:
    """Return the changes of two sides; words that both have once are equal, beside `pairs`."""
    words = words_of(original, rewrite)
    one, other = list(words.original), list(words.rewrite)
    linked = {pair.original for pair in pairs} | {-1 - pair.rewrite for pair in pairs}
    equal = [
        link(i, other.index(word))
        for i, word in enumerate(one)
        if one.count(word) == other.count(word) == 1
    ]
    free = [p for p in equal if p.original not in linked and -1 - p.rewrite not in linked]
    return shown(word_changes(words, sorted([*free, *pairs])), words)


def test_equal_texts_and_empty_ones_have_no_change() -> None:
    assert raw("sea lamp boat", "sea lamp boat") == []
    assert raw("", "") == []
    assert raw("", "lamp") == [("added", "", "lamp")]
    assert raw("lamp", "") == [("removed", "lamp", "")]


def test_another_case_of_a_word_of_the_frame_is_typography() -> None:
    assert raw("Sea lamp", "sea lamp", link(0, 0)) == [("typography", "Sea", "sea")]


@pytest.mark.parametrize("extra", [0, 1])
def test_a_few_words_stand_for_others_up_to_a_number_of_content_words(extra: int) -> None:
    new = " ".join(["wind", "rain", "snow", "hail"][: MAX_REPLACED_CONTENT + extra])
    for sides, kinds in (
        (("sea lamp boat", f"sea {new} boat"), 0),
        ((f"sea {new} boat", "sea lamp boat"), 1),
    ):
        whole = [("reworded", "lamp", new), ("reworded", new, "lamp")][kinds]
        parts = [
            [("removed", "lamp", ""), ("added", "", new)],
            [("removed", new, ""), ("added", "", "lamp")],
        ]
        assert raw(*sides) == (parts[kinds] if extra else [whole])


@pytest.mark.parametrize("extra", [0, 1])
def test_a_few_words_stand_for_others_up_to_a_number_of_words(extra: int) -> None:
    light = "of the a in it was to".split()[: MAX_REPLACED_WORDS - 1 + extra]
    new = " ".join([*light, "wind"])
    whole = [("reworded", "lamp", new)]
    parts = [("removed", "lamp", ""), ("added", "", new)]
    assert raw("sea lamp boat", f"sea {new} boat") == (parts if extra else whole)


def test_a_mark_is_never_the_rewording_of_a_word() -> None:
    assert sorted(raw("sea , boat", "sea and boat")) == [
        ("added", "", "and"),
        ("typography", ",", ""),
    ]
    assert sorted(raw("sea and boat", "sea . boat")) == [
        ("removed", "and", ""),
        ("typography", "", "."),
    ]


def test_a_mark_is_never_the_rewording_of_several_words() -> None:
    found = raw("sea , boat", "sea and then boat")
    assert sorted(found) == [("added", "", "and then"), ("typography", ",", "")]
    assert sorted(raw("sea , ; boat", "sea and boat")) == [
        ("added", "", "and"),
        ("typography", ", ;", ""),
    ]


def test_marks_that_came_or_went_are_typography() -> None:
    assert raw("sea , boat", "sea boat") == [("typography", ",", "")]
    assert raw("sea boat", "sea ; boat") == [("typography", "", ";")]
    assert raw("sea , boat", "sea ; boat") == [("typography", ",", ";")]


@pytest.mark.parametrize("extra", [0, 1])
def test_a_few_words_beside_a_rewording_are_part_of_it(extra: int) -> None:
    count = MAX_ABSORBED_WORDS + extra
    gone = " ".join(["wind", "rain", "snow", "hail"][:count])
    meaning = LinkReason.MEANING
    before = raw(f"sea {gone} lamp boat", "sea light boat", link(1 + count, 1, meaning))
    behind = raw(f"sea lamp {gone} boat", "sea light boat", link(1, 1, meaning))
    if extra:
        assert before == [("removed", gone, ""), ("reworded", "lamp", "light")]
        assert behind == [("reworded", "lamp", "light"), ("removed", gone, "")]
    else:
        assert before == [("reworded", f"{gone} lamp", "light")]
        assert behind == [("reworded", f"lamp {gone}", "light")]
    mirrored = raw("sea light boat", f"sea {gone} lamp boat", link(1, 1 + count, meaning))
    assert len(mirrored) == 1 + extra


@pytest.mark.parametrize(
    ("between", "count_of_changes"), [("old ,", 3), ("old |", 2), ("| old", 2)]
)
def test_marks_and_ends_of_sentences_are_not_absorbed(between: str, count_of_changes: int) -> None:
    count = len(between.replace("|", "").split())
    found = raw(
        f"sea {between} lamp boat", "sea light boat", link(1 + count, 1, LinkReason.MEANING)
    )
    assert ("reworded", "lamp", "light") in found
    assert len(found) == count_of_changes


def test_nothing_is_absorbed_by_words_in_other_forms() -> None:
    form = LinkReason.FORM
    found = raw(
        "sea old lamps burning boat", "sea burned lamp boat", link(2, 2, form), link(3, 1, form)
    )
    assert found == [("removed", "old", ""), ("form", "lamps burning", "burned lamp")]
    found = raw(
        "sea lamps burning old boat", "sea burned lamp boat", link(1, 2, form), link(2, 1, form)
    )
    assert found == [("form", "lamps burning", "burned lamp"), ("removed", "old", "")]


def test_a_single_word_in_another_form_may_be_part_of_a_rewording() -> None:
    form = LinkReason.FORM
    assert raw("sea lamps boat", "sea lamp boat", link(1, 1, form)) == [("form", "lamps", "lamp")]
    found = raw("sea old lamps boat", "sea lamp boat", link(2, 1, form))
    assert found == [("reworded", "old lamps", "lamp")]


@pytest.mark.parametrize(
    ("between", "is_one"),
    [
        ("of", True),
        ("wind", True),
        ("of wind the", True),
        ("wind rain", False),
        (",", False),
        ("|", False),
    ],
)
def test_rewordings_with_hardly_a_word_between_them_are_one_phrase(
    between: str, is_one: bool
) -> None:
    count = len(between.replace("|", "").split())
    meaning = LinkReason.MEANING
    found = raw(
        f"sea lamp {between} boat end",
        "sea light ship end",
        link(1, 1, meaning),
        link(2 + count, 2, meaning),
    )
    plain = " ".join(word for word in between.split() if word != "|")
    phrase = ("reworded", " ".join(f"lamp {plain} boat".split()), "light ship")
    assert (found == [phrase]) is is_one


def test_forms_in_a_row_stay_apart_from_a_rewording() -> None:
    form, meaning = LinkReason.FORM, LinkReason.MEANING
    sides = ("sea lamps burning boat end", "sea lamp burned ship end")
    found = raw(*sides, link(1, 1, form), link(2, 2, form), link(3, 3, meaning))
    assert found == [("reworded", "lamps burning boat", "lamp burned ship")]
    two = raw("sea lamps burning end", "sea burned lamp end", link(1, 2, form), link(2, 1, form))
    assert two == [("form", "lamps burning", "burned lamp")]


def test_a_function_word_that_answers_another_needs_the_frame_beside_it() -> None:
    """ "the" for "a" right behind "sea" is a rewording; in the middle of a gap it tells nothing."""
    meaning = LinkReason.MEANING
    assert raw("sea the", "sea a", link(1, 1, meaning)) == [("reworded", "the", "a")]
    assert raw("the sea", "a sea", link(0, 0, meaning)) == [("reworded", "the", "a")]
    gone, came = "wind rain snow hail", "fog frost ice tide"
    found = raw(f"sea {gone} the {gone} boat", f"sea {came} a {came} boat", link(5, 5, meaning))
    assert [kind for kind, _, _ in found] == ["removed", "added"]


def test_a_mark_that_answers_a_word_is_no_run() -> None:
    found = raw(
        "sea lamp , boat",
        "sea light of boat",
        link(1, 1, LinkReason.MEANING),
        link(2, 2, LinkReason.MEANING),
    )
    assert ("reworded", "lamp", "light") in found


def test_crossing_links_over_the_end_of_a_sentence_are_no_run() -> None:
    meaning = LinkReason.MEANING
    found = raw(
        "sea lamp wind | rain boat end",
        "sea ship snow | hail light end",
        link(1, 4, meaning),
        link(4, 1, meaning),
    )
    assert all("lamp wind rain" not in original for _, original, _ in found)


@pytest.mark.parametrize(
    ("reason", "found"),
    [
        (LinkReason.POSITION, ("reordered", "water tests", "tests of water")),
        (LinkReason.MEANING, ("reworded", "water tests", "tests of water")),
    ],
)
def test_only_the_place_reaches_over_no_word_that_went_elsewhere(
    reason: LinkReason, found: VisibleMarks
) -> None:
    """ "made" for "conducted" and, behind "tests" that moved, "of" for "conducted" too."""
    pairs = [link(1, 1, LinkReason.MEANING), link(1, 3, reason)]
    changes = raw("they conducted water tests end", "they made tests of water end", *pairs)
    assert (found in changes) is (reason is LinkReason.POSITION)


def test_content_words_keep_their_order_rather_than_function_words() -> None:
    """Two function words weigh less than one content word: "boats" stays, "of the" moved."""
    found = raw("of the boats", "boats of the")
    assert found == [("reordered", "of the boats", "boats of the")]


def test_a_heavier_chain_is_the_frame() -> None:
    middle = "storm wind rain snow hail fog"
    assert raw(f"lamp {middle}", f"{middle} lamp") == [("reordered", "lamp", "lamp")]
    light = "of the a in it was to he by that".split()
    found = raw(f"lamp boat {' '.join(light)}", f"{' '.join(light)} lamp boat")
    assert found == [("reordered", "lamp boat", "lamp boat")]
    few = " ".join(light[:4])
    assert raw(f"lamp boat , {few}", f"{few} , lamp boat") == [
        ("reordered", f"lamp boat , {few}", f"{few} , lamp boat")
    ]


def test_marks_that_stayed_are_no_change() -> None:
    assert raw("sea , boat ; end", "sea , boat ; end") == []


def test_function_words_move_around_content_words() -> None:
    """Ten function words weigh less than five content words, and those more than ten marks."""
    light, content = "of the a in it was to he by that", "lamp boat sea keeper wind"
    found = raw(f"{content} {light}", f"{light} {content}")
    assert found == [("reordered", light, light)]


def test_marks_weigh_less_than_function_words() -> None:
    found = raw(", ; : of the", "of the , ; :")
    assert found == [("typography", ", ; :", ""), ("typography", "", ", ; :")]


@pytest.mark.parametrize("reason", [LinkReason.POSITION, LinkReason.MEANING])
def test_a_link_inside_its_gap_is_a_rewording_whatever_speaks_for_it(reason: LinkReason) -> None:
    gone = "wind rain snow hail"
    found = raw(f"sea lamp {gone} boat", "sea light boat", link(1, 1, reason))
    assert found == [("reworded", "lamp", "light"), ("removed", gone, "")]


@pytest.mark.parametrize("at_start", [True, False])
def test_a_function_word_that_answers_another_needs_one_neighbour_only(at_start: bool) -> None:
    gone = "wind rain snow hail"
    original = f"sea the {gone} boat" if at_start else f"sea {gone} the boat"
    found = raw(original, "sea a boat", link(1 if at_start else 5, 1, LinkReason.MEANING))
    changes = [("reworded", "the", "a"), ("removed", gone, "")]
    assert found == (changes if at_start else changes[::-1])


# --- what stays another form, or by itself ---------------------------------------------------


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [("are studying", "studied"), ("the lamps", "lamp"), ("limiting", "which limits")],
)
def test_articles_and_auxiliaries_come_and_go_with_the_form_of_a_word(
    original: str, rewrite: str
) -> None:
    form = link(len(original.split()), len(rewrite.split()), LinkReason.FORM)
    one, other = (f"sea {phrase} boat".replace("which", "that") for phrase in (original, rewrite))
    assert raw(one, other, form) == [("form", one[4:-5], other[4:-5])]


@pytest.mark.parametrize("word", ["only", "must", "not", "old"])
def test_a_word_that_says_more_makes_a_rewording_of_a_form(word: str) -> None:
    words = Words(
        ["sea", word, "lamps", "boat"], ["sea", "lamp", "boat"], NO_STARTS, LIGHT | {"only", "must"}
    )
    pairs = [link(0, 0), link(2, 1, LinkReason.FORM), link(3, 2)]
    assert shown(word_changes(words, pairs), words) == [("reworded", f"{word} lamps", "lamp")]


def test_a_function_word_that_answers_another_makes_a_rewording_of_a_form() -> None:
    pairs = [link(1, 1, LinkReason.MEANING), link(2, 2, LinkReason.FORM)]
    found = raw("sea of lamps boat", "sea in lamp boat", *pairs)
    assert found == [("reworded", "of lamps", "in lamp")]


def test_another_auxiliary_is_part_of_the_form() -> None:
    pairs = [link(1, 1, LinkReason.MEANING), link(2, 2, LinkReason.FORM)]
    found = raw("sea was lighting boat", "sea has lit boat", *pairs)
    assert found == [("form", "was lighting", "has lit")]


def test_a_number_in_figures_and_in_letters_is_no_part_of_a_rewording() -> None:
    pairs = [link(1, 1, LinkReason.MEANING), link(2, 2, LinkReason.FORM)]
    found = raw("sea during 3 weeks", "sea over three weeks", *pairs)
    assert found == [("reworded", "during", "over"), ("form", "3", "three")]


@pytest.mark.parametrize(
    ("word", "facing"), [("tsp", "teaspoon"), ("grey", "gray"), ("tyre", "tire"), ("ten", "10")]
)
def test_a_word_in_another_spelling_takes_no_word_beside_it(word: str, facing: str) -> None:
    spelling = link(1, 1, LinkReason.FORM)
    assert raw(f"sea {word} boat", f"sea {facing} heavy boat", spelling) == [
        ("form", word, facing),
        ("added", "", "heavy"),
    ]
    meaning = link(2, 2, LinkReason.MEANING)
    assert raw(f"sea {word} lamp boat", f"sea {facing} light boat", spelling, meaning) == [
        ("form", word, facing),
        ("reworded", "lamp", "light"),
    ]


def test_an_inflected_word_is_part_of_the_rewording_beside_it() -> None:
    found = raw("sea modes boat", "sea mode peaks boat", link(1, 1, LinkReason.FORM))
    assert found == [("reworded", "modes", "mode peaks")]


def test_a_pictograph_answers_one_other() -> None:
    position, meaning = LinkReason.POSITION, LinkReason.MEANING
    sure = FoundLink(2, 1, meaning, 0.9)
    for picture in ("🎉", "🐟"):
        found = raw(f"sea {picture} 🚗 boat", "sea 🚌 boat", FoundLink(1, 1, position, 0.6), sure)
        assert found == [("removed", picture, ""), ("reworded", "🚗", "🚌")]
        found = raw(
            "sea 🚗 boat",
            f"sea 🚌 {picture} boat",
            link(1, 1, meaning),
            FoundLink(1, 2, position),
        )
        assert found == [("reworded", "🚗", "🚌"), ("added", "", picture)]


@pytest.mark.parametrize("picture", ["🎉", "👨\u200d👩\u200d👧", "🇫🇷", "⭐"])
def test_a_pictograph_is_no_part_of_the_rewording_beside_it(picture: str) -> None:
    meaning = LinkReason.MEANING
    assert raw(f"sea {picture} ❤ boat", "sea ♥ boat", link(2, 1, meaning)) == [
        ("removed", picture, ""),
        ("reworded", "❤", "♥"),
    ]
    found = raw(
        f"sea {picture} lamp boat", "sea 🚗 light boat", link(1, 1, meaning), link(2, 2, meaning)
    )
    assert found == [("reworded", picture, "🚗"), ("reworded", "lamp", "light")]


# --- words in another form that stand elsewhere ----------------------------------------------


def test_a_word_in_another_form_that_passed_all_others_is_read_by_itself() -> None:
    forms = [link(4, 1, LinkReason.FORM), link(3, 1, LinkReason.POSITION)]
    found = raw(
        "but after this is rising end", "but rises thereafter end",
        link(0, 0), link(1, 2, LinkReason.MEANING), *forms, link(5, 3),
    )  # fmt: skip
    assert sorted(found) == [
        ("form", "is rising", "rises"),
        ("reworded", "after this", "thereafter"),
    ]
    mirrored = raw(
        "but rises thereafter end", "but after this is rising end",
        link(0, 0), link(2, 1, LinkReason.MEANING),
        *(FoundLink(p.rewrite, p.original, p.reason) for p in forms), link(3, 5),
    )  # fmt: skip
    assert sorted(mirrored) == [
        ("form", "rises", "is rising"), ("reworded", "thereafter", "after this")
    ]  # fmt: skip


def test_in_a_shorter_phrase_it_is_part_of_the_rewording() -> None:
    found = raw(
        "the boat keepers end", "the keeper ship end",
        link(0, 0), link(1, 2, LinkReason.MEANING), link(2, 1, LinkReason.FORM), link(3, 3),
    )  # fmt: skip
    assert found == [("reworded", "boat keepers", "keeper ship")]


@pytest.mark.parametrize("reason", [None, LinkReason.MEANING])
def test_a_swap_of_forms_takes_function_words_along_that_nothing_answers(
    reason: LinkReason | None,
) -> None:
    pairs = [link(0, 0), link(2, 3, LinkReason.FORM), link(3, 2), link(4, 4)]
    if reason is not None:
        pairs.append(link(1, 1, reason))
    found = raw("Hale that teaches physics end", "Hale a physics teacher end", *pairs)
    if reason is None:
        assert found == [("reworded", "that teaches physics", "a physics teacher")]
    else:
        assert found == [
            ("reworded", "that", "a"), ("form", "teaches physics", "physics teacher")
        ]  # fmt: skip
