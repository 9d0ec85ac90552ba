"""The chain of a window: equal ends, shapes that are tried, and how sure links are."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.sentences import window_aligner
from facing_pages.core.alignment.sentences.features.extraction import make_features
from facing_pages.core.alignment.sentences.link_scores import Pricing
from facing_pages.core.alignment.sentences.link_weights import link_model
from facing_pages.core.alignment.sentences.pair_profile import TYPICAL
from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.alignment.sentences.window_aligner import WindowAligner
from facing_pages.core.both import Both
from facing_pages.core.model import Span

KNOWN = Pricing(link_model().known, TYPICAL)
SAME = ["The harbour was quiet.", "Nobody had told her about the storm.", "Snow lay on the steps."]
SPLIT = "Her brother counted the boats from the window, and the keeper sold his telescope."
HALVES = ["Her brother counted the boats from the window.", "The keeper sold his telescope."]


def window(original: list[str], rewrite: list[str], limits: Limits | None = None) -> Section:
    """Return two paragraphs as a window, with the features of the program."""
    units = Both(text_units([original]), text_units([rewrite]))
    return Section(units, make_features(units.original, units.rewrite), limits or Limits())


def spans(links: list[SpanLink]) -> list[tuple[Span, Span]]:
    """Return what links join."""
    return [(link.original, link.rewrite) for link in links]


def test_equal_ends_are_sure_and_what_is_between_is_aligned() -> None:
    section = window([SAME[0], SPLIT, *SAME[1:]], [SAME[0], *HALVES, *SAME[1:]])
    links = WindowAligner(section).best_chain(KNOWN)
    assert spans(links) == [
        (Span(0, 1), Span(0, 1)),
        (Span(1, 2), Span(1, 3)),
        (Span(2, 3), Span(3, 4)),
        (Span(3, 4), Span(4, 5)),
    ]
    assert [link.confidence for link in links][::2] == [1.0, 1.0]
    assert links[1].confidence == round(links[1].confidence, 3) > 0.8


def test_both_ways_find_the_same_where_nothing_is_in_doubt() -> None:
    section = window([SAME[0], SPLIT, SAME[1]], [SAME[0], *HALVES, SAME[1]])
    aligner = WindowAligner(section)
    quick = aligner.quick_chain(KNOWN)
    assert spans(quick) == spans(aligner.best_chain(KNOWN))
    assert {link.confidence for link in quick} == {1.0}


@pytest.mark.parametrize(
    ("original", "rewrite", "expected"),
    [
        ([], [], []),
        (SAME[:1], [], []),
        ([], SAME[:1], []),
        (SAME, SAME, [(Span(k, k + 1), Span(k, k + 1)) for k in range(3)]),
        (SAME[:2], SAME[:1], [(Span(0, 1), Span(0, 1))]),
        (SAME[1:], SAME, [(Span(0, 1), Span(1, 2)), (Span(1, 2), Span(2, 3))]),
        (SAME[:1] * 2, SAME[:1], [(Span(0, 1), Span(0, 1))]),
        (SAME[:1], SAME[:1] * 3, [(Span(0, 1), Span(0, 1))]),
    ],
)
def test_equal_sentences_at_the_ends_are_linked_once(
    original: list[str], rewrite: list[str], expected: list[tuple[Span, Span]]
) -> None:
    aligner = WindowAligner(window(original, rewrite))
    assert aligner.size == (len(original), len(rewrite))
    assert spans(aligner.best_chain(KNOWN)) == expected
    assert spans(aligner.quick_chain(KNOWN)) == expected


def test_limits_hold_at_the_ends_too() -> None:
    limits = Limits(separated=frozenset({(0, 0)}))
    links = WindowAligner(window(SAME, SAME, limits)).best_chain(KNOWN)
    assert spans(links) == [(Span(k, k + 1), Span(k, k + 1)) for k in (1, 2)]


GOODS = ["silver plates", "copper pans", "oak barrels", "glass lamps", "iron nails", "brass bells",
         "linen sheets", "walnut chairs"]  # fmt: skip
LIST = (
    [f"The trader offered {', '.join(GOODS)}."],
    ["The trader offered:", *(f"{thing}," for thing in GOODS)],
)
WHOLE_LIST = [(Span(0, 1), Span(0, 9))]


def test_larger_groups_are_tried_where_one_of_five_is_likely() -> None:
    aligner = WindowAligner(window(*LIST))
    assert spans(aligner.best_chain(KNOWN)) == WHOLE_LIST
    assert spans(aligner.quick_chain(KNOWN)) == WHOLE_LIST


def test_only_few_shapes_are_tried_in_a_large_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_aligner, "MAX_CELLS_ALL_SHAPES", 9)
    assert spans(WindowAligner(window(*LIST)).best_chain(KNOWN)) == WHOLE_LIST
    monkeypatch.setattr(window_aligner, "MAX_CELLS_ALL_SHAPES", 8)
    links = WindowAligner(window(*LIST)).best_chain(KNOWN)
    assert all(link.largest_group <= 2 for link in links)


def test_what_is_kept_between_two_looks_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    section = window([SAME[0], SPLIT, SAME[1]], [*HALVES, *SAME[1:]])
    aligner = WindowAligner(section)
    aligner.quick_chain(KNOWN)
    kept = aligner.best_chain(KNOWN)
    monkeypatch.setattr(window_aligner, "MAX_KEPT_CELLS", 0)
    assert WindowAligner(section).best_chain(KNOWN) == kept
