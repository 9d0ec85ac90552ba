"""What is known again of two texts, and what is not."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.sentences.anchors import windows
from facing_pages.core.alignment.sentences.pair_profile import TYPICAL
from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_units import Units
from facing_pages.core.alignment.sentences.span_links import FoundLinks
from facing_pages.core.alignment.sentences.window_cache import Outline, WindowCache
from facing_pages.core.both import Both
from facing_pages.core.documents import document_from_text, with_sentences
from facing_pages.core.model import Span
from tests.helpers.sections import link, section_of

CHAIN = FoundLinks([link(0, 0)], Both((0.0,), (0.0,)))
LINES = [f"storm harbour number{letter}" for letter in "abcdefghij"]


def part(lines: list[str], number: int) -> Section:
    """Return a window of one sentence on both sides."""
    span = Span(number, number + 1)
    return section_of([lines], [lines]).part(span, span)


def known(window: Section) -> bool:
    """Tell whether a window is known to a cache that has the first line's."""
    cache = WindowCache()
    cache.keep_chain(part(LINES, 0), CHAIN)
    return cache.chain(window) == CHAIN


def test_a_window_is_known_by_its_words_wherever_it_stands() -> None:
    assert known(part(LINES, 0))
    assert known(part(["rain fell", *LINES], 1))
    assert not known(part(LINES, 1))


def test_paragraphs_and_headings_tell_windows_from_each_other() -> None:
    whole = Span(0, 2)
    cache = WindowCache()
    cache.keep_chain(section_of([LINES[:2]], [LINES[:2]]).part(whole, whole), CHAIN)
    apart = [[line] for line in LINES[:2]]
    assert cache.chain(section_of(apart, [LINES[:2]])) is None
    assert cache.chain(section_of([LINES[:2]], apart)) is None
    later = section_of([["rain"], LINES[:2]], [["rain"], LINES[:2]])
    assert cache.chain(later.part(Span(1, 3), Span(1, 3))) == CHAIN
    headed = section_of([LINES[:2]], [LINES[:2]])
    headed.units.original.headings[0] = True
    assert cache.chain(headed) is None


def test_limits_tell_windows_from_each_other() -> None:
    limits = Limits(separated=frozenset({(0, 0)}))
    assert not known(part(LINES, 0)._replace(limits=limits))


@pytest.mark.parametrize(("count", "is_known"), [(6, True), (5, False)])
def test_the_profile_is_known_if_six_windows_of_ten_are(count: int, is_known: bool) -> None:
    cache = WindowCache()
    cache.set_profile(TYPICAL)
    parts = [part(LINES, number) for number in range(10)]
    for window in parts[:count]:
        cache.keep_chain(window, CHAIN)
    assert cache.profile(parts) == (TYPICAL if is_known else None)


def test_another_profile_makes_all_windows_unknown() -> None:
    cache = WindowCache()
    cache.set_profile(TYPICAL)
    cache.keep_chain(part(LINES, 0), CHAIN)
    cache.set_profile(TYPICAL._replace(growth=0.0))
    assert cache.chain(part(LINES, 0)) == CHAIN
    cache.set_profile(TYPICAL._replace(growth=0.1))
    assert cache.chain(part(LINES, 0)) is None


def test_units_and_outlines_are_made_once_for_the_very_same_texts() -> None:
    cache = WindowCache()
    documents = Both.of(lambda side: with_sentences(document_from_text(f"Rain {side.value}.")))
    units = cache.units(documents)
    assert cache.units(Both(*documents)) is units
    assert cache.units(documents.swapped) is not units
    made: list[Both[Units]] = []

    def make(both: Both[Units]) -> Outline:
        made.append(both)
        return Outline(section_of([["rain"]], [["rain"]]).features, windows(*both))

    first = cache.outline(units, make)
    assert cache.outline(Both(*units), make) is first
    assert len(made) == 1
    for other in (Both(units.original, units.original), Both(units.rewrite, units.rewrite)):
        cache.outline(other, make)
    assert len(made) == 3
