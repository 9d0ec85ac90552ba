"""Which sentences are paired because nothing else is free where they stand."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.sentences.leftovers.by_position import pair_by_position
from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from tests.helpers.sections import Paragraphs, link, section_of, words

AROUND = [link(0, 0), link(2, 2)]


def between(one: str, other: str) -> list[tuple[int, int]]:
    """Return what is paired of two sentences between two links, inside a paragraph."""
    return paired(section_of([["rain fell", one, "snow lay"]], [["rain fell", other, "snow lay"]]))


def paired(section: Section, chain: list[SpanLink] | None = None) -> list[tuple[int, int]]:
    """Return the pairs found; all are links of single sentences."""
    found = pair_by_position(section, AROUND if chain is None else chain, [])
    assert all(pair.original.length == pair.rewrite.length == 1 for pair in found)
    assert not any(pair.moved for pair in found)
    assert {pair.confidence for pair in found} <= {0.55}
    return [(pair.original.start, pair.rewrite.start) for pair in found]


def alone(one: str, other: str) -> Section:
    """Return a section with two sentences between links, each a paragraph of its own."""
    texts: list[Paragraphs] = [[["rain fell"], [text], ["snow lay"]] for text in (one, other)]
    return section_of(*texts)


def test_whole_paragraphs_need_nothing_in_common() -> None:
    assert paired(alone("storm harbour", "lamp granite")) == [(1, 1)]


def test_a_paragraph_and_a_sentence_inside_one_do() -> None:
    inside = [["rain fell", "lamp granite", "snow lay"]]
    assert paired(section_of([["rain fell"], ["storm harbour"], ["snow lay"]], inside)) == []
    assert paired(section_of(inside, [["rain fell"], ["storm harbour"], ["snow lay"]])) == []


@pytest.mark.parametrize(
    ("paragraphs", "count"),
    [
        ([["rain fell", "lamp granite"], ["snow lay"]], 0),
        ([["rain fell"], ["lamp granite", "snow lay"]], 0),
        ([["rain fell"], ["lamp granite"], ["snow lay"]], 1),
    ],
)
def test_a_whole_paragraph_has_a_bound_at_both_ends(paragraphs: Paragraphs, count: int) -> None:
    section = section_of([["rain fell"], ["storm harbour"], ["snow lay"]], paragraphs)
    assert len(paired(section)) == count


@pytest.mark.parametrize(("longer", "count"), [(9, 1), (10, 0)])
def test_neither_may_have_more_than_three_times_the_words(longer: int, count: int) -> None:
    short, long = words(0, 2), words(10, 9 + longer)
    assert len(paired(alone(short, long))) == count
    assert len(paired(alone(long, short))) == count


@pytest.mark.parametrize(("length", "count"), [(16, 1), (17, 0)])
def test_a_faint_likeness_is_enough(length: int, count: int) -> None:
    # 2/16 = 0.125 and 2/17 = 0.118; the limit is 0.12.
    other = f"{words(0, 1)} {words(100, 97 + length)}"
    assert len(between(words(0, length - 1), other)) == count


@pytest.mark.parametrize(
    ("other", "count"), [("lamp boat granite", 1), ("lamp big boat granite", 0)]
)
def test_a_share_of_all_words_is_enough(other: str, count: int) -> None:
    # Function words make nothing alike here, but 4 of 10 words are shared, then 4 of 11.
    assert len(between("it was rain storm harbour", f"it was {other}")) == count


def test_two_free_sentences_on_a_side_are_left_alone() -> None:
    original = [["rain fell", "storm", "harbour", "snow lay"]]
    rewrite = [["rain fell", "storm", "snow lay"]]
    assert paired(section_of(original, rewrite), [link(0, 0), link(3, 2)]) == []
    assert paired(section_of(rewrite, original), [link(0, 0), link(2, 3)]) == []


def test_sentences_before_the_first_link_and_behind_the_last_are_looked_at() -> None:
    section = section_of([["storm"], ["rain"], ["lamp"]], [["harbour"], ["rain"], ["boat"]])
    assert paired(section, [link(1, 1)]) == [(0, 0), (2, 2)]


def test_what_moved_is_not_free() -> None:
    section = alone("storm harbour", "lamp granite")
    moved = link(1, 1)._replace(moved=True)
    assert pair_by_position(section, AROUND, [moved]) == []


@pytest.mark.parametrize(
    "limits",
    [
        Limits(Both(frozenset({1}), frozenset())),
        Limits(Both(frozenset(), frozenset({1}))),
        Limits(separated=frozenset({(1, 1)})),
    ],
)
def test_limits_are_kept(limits: Limits) -> None:
    free = alone("storm harbour", "lamp granite")
    assert paired(free) == [(1, 1)]
    assert paired(free._replace(limits=limits)) == []


def with_headings(section: Section, original: set[int], rewrite: set[int]) -> Section:
    """Make sentences headings."""
    for units, numbers in zip(section.units, (original, rewrite), strict=True):
        units.headings[list(numbers)] = True
    return section


def test_the_only_headings_are_paired_and_what_is_left_as_well() -> None:
    texts: list[Paragraphs] = [
        [["rain fell"], [heading], [text], ["snow lay"]]
        for heading, text in (("errand", "storm harbour"), ("race", "lamp granite"))
    ]
    section = with_headings(section_of(*texts), {1}, {1})
    assert paired(section, [link(0, 0), link(3, 3)]) == [(1, 1), (2, 2)]


def test_headings_of_any_length_are_paired_but_only_with_headings() -> None:
    section = with_headings(alone("errand", words(0, 19)), {1}, {1})
    assert paired(section) == [(1, 1)]
    section = with_headings(alone("storm harbour", "lamp granite"), {1}, set())
    assert paired(section) == []


def test_what_only_one_side_has_behind_the_last_link_stays_alone() -> None:
    section = section_of([["rain"], ["lamp"], ["storm"]], [["rain"], ["boat"]])
    assert paired(section, [link(0, 0)]) == []
    assert paired(section, [link(0, 0), link(1, 1)]) == []
