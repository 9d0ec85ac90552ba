"""Which links of a chain something supports."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.sentences.evidence import drop_unsupported, has_content
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.model import Span
from tests.helpers.sections import link, section_of

OTHER = "lamp stairs granite candle"


def kept(original: list[str], rewrite: list[str], *chain: SpanLink) -> list[SpanLink]:
    """Return the links that stay."""
    return drop_unsupported(section_of([original], [rewrite]), chain, ())


def test_two_content_words_in_common_support_a_link() -> None:
    assert kept(["storm harbour rose"], ["storm harbour fell"], link(0, 0)) == [link(0, 0)]


def test_one_content_word_in_common_does_not() -> None:
    assert kept(["storm winter rose"], ["storm harbour fell"], link(0, 0)) == []


def test_a_number_is_a_content_word_here() -> None:
    assert kept(["storm 1843 rose"], ["storm 1843 fell"], link(0, 0)) == [link(0, 0)]


def test_function_words_support_nothing() -> None:
    assert kept(["it was the storm"], ["it was the harbour"], link(0, 0)) == []


def test_the_same_words_throughout_support_a_link() -> None:
    assert kept(["it was"], ["it was"], link(0, 0)) == [link(0, 0)]


def test_a_pinned_link_needs_nothing_and_supports_those_near_it() -> None:
    chain = [link(0, 0), link(1, 1)]
    section = section_of([["rain", "snow"]], [["lamp", "boat"]])
    assert drop_unsupported(section, chain, {link(1, 1)}) == chain
    assert drop_unsupported(section, chain, ()) == []


@pytest.mark.parametrize(("between", "stay"), [(3, 2), (4, 1)])
@pytest.mark.parametrize("is_original", [True, False])
def test_links_within_three_sentences_support_each_other(
    between: int, stay: int, is_original: bool
) -> None:
    one = ["storm harbour rose", *["rain"] * between, "it was granite"]
    other = ["storm harbour fell", "it was a lamp"]
    if is_original:
        assert len(kept(one, other, link(0, 0), link(between + 1, 1))) == stay
    else:
        assert len(kept(other, one, link(0, 0), link(1, between + 1))) == stay


def test_links_near_each_other_need_something_in_common_among_them() -> None:
    chain = [link(0, 0), link(1, 1)]
    assert kept(["it was rain", "it was snow"], ["it was ice", "it was fog"], *chain) == []


def test_one_content_word_among_links_near_each_other_is_enough() -> None:
    chain = [link(0, 0), link(1, 1)]
    assert kept(["it was rain", "it was snow"], ["it was ice", "snow fell"], *chain) == chain


@pytest.mark.parametrize(
    ("original", "rewrite", "expected"),
    [
        ("in 1843 it was", "of 1843", False),
        ("in 1843 and 1851", "1843 to 1851", True),
        ("the storm", "a storm", True),
        ("the storm", "the harbour", False),
    ],
)
def test_content_is_a_word_or_several_numbers(original: str, rewrite: str, expected: bool) -> None:
    section = section_of([[original]], [[rewrite]])
    assert has_content(section, [link(0, 0)]) is expected


def test_groups_of_sentences_are_taken_as_a_whole() -> None:
    chain = link(Span(0, 2), 0)
    assert kept(["storm rose", "harbour fell"], [f"storm harbour {OTHER}"], chain) == [chain]


@pytest.mark.parametrize("is_original", [True, False])
def test_a_group_goes_on_from_its_last_link(is_original: bool) -> None:
    # From the first link to the third it is too far, from the second it is not.
    one = ["storm harbour rose", "rain", "rain", "rain", "it was", "rain", "rain", "it was granite"]
    other = ["storm harbour fell", "it was new", "it was a lamp"]
    chain = [(0, 0), (4, 1), (7, 2)]
    if is_original:
        links = [link(i, j) for i, j in chain]
        assert kept(one, other, *links) == links
    else:
        links = [link(j, i) for i, j in chain]
        assert kept(other, one, *links) == links
