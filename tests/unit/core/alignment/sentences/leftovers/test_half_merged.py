"""Which sentences join a link because a summary kept a word of them."""

from __future__ import annotations

import pytest

from facing_pages import align_sentences
from facing_pages.core.alignment.sentences.leftovers import half_merged
from facing_pages.core.alignment.sentences.leftovers.half_merged import join_half_merged
from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Span
from tests.helpers.sections import link, section_of, words

# Sentence 1 has ten words of its own; the summary kept some of the first and its last one.
FIRST, SECOND, THIRD = words(0, 9), words(10, 19), words(20, 29)
SUMMARY = [f"{words(0, 4)} {words(19, 19)}", words(20, 24)]
LINKS = [link(0, 0), link(2, 1)]


def section(
    original: list[str] | None = None, rewrite: list[str] | None = None, *, closed: int = -1
) -> Section:
    """Return a text and its summary."""
    limits = Limits(closed=Both(frozenset({closed} - {-1}), frozenset()))
    return section_of([original or [FIRST, SECOND, THIRD]], [rewrite or SUMMARY], limits)


def joined(section: Section, links: list[SpanLink] | None = None) -> list[tuple[Span, Span]]:
    """Return what the links hold afterwards."""
    found = join_half_merged(section, list(links or LINKS))
    return [(link.original, link.rewrite) for link in found]


MERGED = [(Span(0, 2), Span(0, 1)), (Span(2, 3), Span(1, 2))]
AS_BEFORE = [(one.original, one.rewrite) for one in LINKS]


def test_a_sentence_joins_the_link_before_it_that_kept_its_word() -> None:
    assert joined(section()) == MERGED


def test_a_sentence_joins_the_link_behind_it() -> None:
    rewrite = [words(0, 4), f"{words(19, 19)} {words(20, 24)}"]
    assert joined(section(rewrite=rewrite)) == [
        (Span(0, 1), Span(0, 1)),
        (Span(1, 3), Span(1, 2)),
    ]


def test_it_joins_the_link_that_kept_more_of_it() -> None:
    rewrite = [f"{words(0, 3)} {words(19, 19)}", f"{words(20, 23)} {words(17, 18)}"]
    assert joined(section(rewrite=rewrite))[1] == (Span(1, 3), Span(1, 2))


def test_a_word_that_a_text_has_elsewhere_too_says_nothing() -> None:
    again = [FIRST, SECOND, f"{THIRD} {words(19, 19)}"]
    assert joined(section(original=again)) == AS_BEFORE


def test_a_word_that_the_linked_sentence_has_says_nothing() -> None:
    assert joined(section(rewrite=[words(0, 5), words(20, 24)])) == AS_BEFORE


@pytest.mark.parametrize(("last", "is_joined"), [(19, True), (20, False)])
def test_a_tenth_of_the_sentence_must_be_kept(last: int, is_joined: bool) -> None:
    # Ten words or eleven, of which one was kept.
    original = [FIRST, words(10, last), words(30, 42)]
    rewrite = [f"{words(0, 4)} {words(10, 10)}", words(30, 34)]
    found = joined(section(original=original, rewrite=rewrite))
    assert (found[0][0] == Span(0, 2)) is is_joined


@pytest.mark.parametrize(("extra", "is_joined"), [(9, True), (10, False)])
def test_a_text_that_says_nearly_as_much_is_no_summary(extra: int, is_joined: bool) -> None:
    # 20 words of 30, or 21.
    rewrite = [SUMMARY[0], words(20, 20 + 4 + extra)]
    assert (joined(section(rewrite=rewrite)) == MERGED) is is_joined


def test_a_text_that_adds_a_sentence_is_no_summary() -> None:
    rewrite = [*SUMMARY, words(50, 51)]
    assert joined(section(rewrite=rewrite)) == AS_BEFORE


def test_a_sentence_that_a_person_set_stays() -> None:
    assert joined(section(closed=1)) == AS_BEFORE


def test_moved_links_and_those_further_off_take_no_sentence() -> None:
    moved = [link(0, 0)._replace(moved=True), link(2, 1)]
    assert joined(section(), moved) == AS_BEFORE
    four = [FIRST, words(30, 39), SECOND, THIRD]
    apart = [link(0, 0), link(3, 1)]
    assert joined(section(original=four), apart) == [(one.original, one.rewrite) for one in apart]


def test_the_link_is_no_surer_than_such_links_are() -> None:
    merged, other = join_half_merged(section(), [link(0, 0, 0.9), link(2, 1, 0.9)])
    assert (merged.confidence, other.confidence) == (0.8, 0.9)
    doubtful, _ = join_half_merged(section(), [link(0, 0, 0.4), link(2, 1)])
    assert doubtful.confidence == 0.4


def test_swapping_the_sides_mirrors_what_is_joined() -> None:
    turned = section_of([SUMMARY], [[FIRST, SECOND, THIRD]])
    found = join_half_merged(turned, [one.mirrored() for one in LINKS])
    assert [(one.rewrite, one.original) for one in found] == MERGED


def test_nothing_is_joined_in_empty_texts() -> None:
    assert join_half_merged(section_of([], []), []) == []
    assert half_merged.join_half_merged(section_of([["boat"]], []), []) == []


def test_a_summary_of_prose_keeps_its_merged_sentences() -> None:
    original = [
        "The bridge at Oxley was built in 1861 after a ferry sank with all its passengers.",
        "Its first toll keeper, a cobbler named Silas Webb, sat in the booth for forty years.",
        "His ledgers lie in nine crates in the cellar of the town hall.",
        "The tolls ended in 1950, and nobody has paid anything since then.",
        "On summer evenings children jump from the railing into the green water below.",
    ]
    rewrite = [
        "Oxley bridge, built in 1861, had Silas Webb as toll keeper for forty years, whose ledgers"
        " are still kept.",
        "Tolls ended in 1950.",
    ]
    links = [(link.original, link.rewrite) for link in align_sentences([original], [rewrite])]
    assert links[0] == ((0, 1, 2), (0,))
