from __future__ import annotations

import pytest

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.both import Both
from facing_pages.core.changes.weighty import weighty_changes
from facing_pages.core.changes.word_change import WordChange, Words
from facing_pages.core.languages.registry import LANGUAGES, language_by_code
from facing_pages.core.model import ChangeKind, LinkReason, Span

Found = list[tuple[str, str, str]]


def weighty(
    original: str,
    rewrite: str,
    *links: tuple[str, str],
    languages: tuple[str, str] = ("en", "en"),
) -> Found:
    old, new = original.split(), rewrite.split()
    words = Words(old, new, (frozenset(), frozenset()), frozenset())
    pairs = [FoundLink(old.index(a), new.index(b), LinkReason.MEANING) for a, b in links]
    found = weighty_changes(words, pairs, Both(*map(language_by_code, languages)))
    return [(c.kind.value, _text(old, c.original), _text(new, c.rewrite)) for c in found]


def _text(words: list[str], run: Span) -> str:
    return " ".join(words[run.start : run.end])


@pytest.mark.parametrize(
    ("original", "rewrite", "wanted"),
    [
        ("bought in 2009 for it", "got it in 2019", [("reworded", "2009", "2019")]),
        ("about two million boats", "two billion ships", [("reworded", "million", "billion")]),
        ("gone since Tuesday now", "left on Thursday then", [("reworded", "Tuesday", "Thursday")]),
        ("it was sold", "they did not sell", [("added", "", "not")]),
        ("they didn't sell", "it was sold", [("removed", "didn't", "")]),
        ("without a lamp", "with light", [("removed", "without", "")]),
        ("saw 40 boats", "watched the ships", [("removed", "40", "")]),
        ("saw one boat", "watched two ships", [("reworded", "one", "two")]),
        ("no one saw boats", "nobody met three ships", [("added", "", "three")]),
        (
            "in twenty fifteen",
            "since 2016",
            [("reworded", "twenty", "2016"), ("removed", "fifteen", "")],
        ),
        ("saw 1 boat", "watched the ships", [("removed", "1", "")]),
    ],
)
def test_other_numbers_names_and_negations_are_found(
    original: str, rewrite: str, wanted: Found
) -> None:
    assert weighty(original, rewrite) == wanted


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("bought in 2009 by Anna", "sold it to Anna in 2009"),
        ("they didn't sell", "it was not sold"),
        ("saw 1,500 boats", "some 1500 ships"),
        ("saw ten boats", "some 10 ships"),
        ("in twenty fifteen then", "since 2015"),
        ("in 1905 then", "since nineteen hundred and five"),
        ("saw two million boats", "some 2,000,000 ships"),
        ("by St. Olaf then", "at St Olaf since"),
        ("gone in Anna's boat", "left in the boat of Anna"),
        ("The lamp burned", "A light shone"),
        ("they never sold", "nobody sold"),
        ("all may go", "they might leave"),
        ("and no one saw it", "but nobody met it"),
        ("not one boat left", "no ship went"),
        ("one can see it", "you may watch it"),
        ("saw a ship", "there was one boat"),
    ],
)
def test_what_both_sides_have_is_no_change(original: str, rewrite: str) -> None:
    assert weighty(original, rewrite) == []


def test_linked_words_are_one_change_and_the_others_go_by_their_order() -> None:
    sides = ("of 3 and 5 boats", "of 7 and 9 ships")
    assert weighty(*sides) == [("reworded", "3", "7"), ("reworded", "5", "9")]
    assert weighty(*sides, ("3", "9")) == [("reworded", "3", "9"), ("reworded", "5", "7")]


def test_words_that_both_sides_have_in_another_order_are_no_change() -> None:
    assert weighty("of 3 and 5 boats", "of 5 and 3 ships") == []


def test_a_word_that_one_side_has_more_often_is_a_change_once() -> None:
    assert weighty("of 3 and 3 boats", "of 3 ships") == [("removed", "3", "")]
    assert weighty("of 3 ships", "of 3 and 3 boats") == [("added", "", "3")]


def test_a_side_without_the_word_has_the_change_at_its_start() -> None:
    nowhere: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
    english = Both(language_by_code("en"), language_by_code("en"))
    one, other = ["saw", "40", "boats"], ["watched", "ships"]
    removed = weighty_changes(Words(one, other, nowhere, frozenset()), [], english)
    assert removed == [WordChange(ChangeKind.REMOVED, Span(1, 2), Span(0, 0))]
    added = weighty_changes(Words(other, one, nowhere, frozenset()), [], english)
    assert added == [WordChange(ChangeKind.ADDED, Span(0, 0), Span(1, 2))]


def test_each_kind_goes_by_its_own_order() -> None:
    found = weighty("saw 3 boats by Anna then", "did not let Maria see 5 ships")
    assert sorted(found) == [
        ("added", "", "not"),
        ("reworded", "3", "5"),
        ("reworded", "Anna", "Maria"),
    ]


def test_words_of_two_kinds_are_no_pair() -> None:
    found = weighty("gone since 2009 now", "left with Anna then", ("2009", "Anna"))
    assert sorted(found) == [("added", "", "Anna"), ("removed", "2009", "")]


def test_where_nouns_have_capitals_a_capital_makes_no_name() -> None:
    sides = ("er sah das Boot", "er sah ein Schiff")
    assert weighty(*sides, languages=("de", "de")) == []
    assert weighty(*sides, languages=("en", "en")) == [("reworded", "Boot", "Schiff")]


def test_between_two_languages_only_figures_tell() -> None:
    found = weighty("it was not 9 May", "am 3. Mai war es", languages=("en", "de"))
    assert found == [("reworded", "9", "3.")]


def test_every_language_with_function_words_has_negations() -> None:
    listed = [language for language in LANGUAGES if language.function_words]
    assert [language.code for language in listed if not language.negations] == []
    for language in LANGUAGES:
        assert not language.negations & language.weighty_words


def test_an_ending_negates_only_in_the_language_that_has_it() -> None:
    assert weighty("they didn't sell", "it was sold") == [("removed", "didn't", "")]
    assert weighty("they didn't sell", "it was sold", languages=("fr", "fr")) == []
