"""Which gaps are enclosed, at each limit."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from facing_pages import align_sentences
from facing_pages.core.alignment.sentences.leftovers.enclosed_gaps import (
    MIN_ENCLOSED,
    MIN_NEIGHBOUR_CONFIDENCE,
    NEARBY_LINKS,
    are_enclosed,
)
from facing_pages.core.alignment.sentences.leftovers.gaps import gaps_between
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.span_links import SpanLink
from tests.helpers.sections import link, section_of

RUN = ["dog served count", "goat laughed"]
OTHER = ["hound waited duke", "sheep smiled"]
BEFORE = ["storm rose", "boat sank"]
BEHIND = ["lamp burned", "clock stopped"]


def enclosed(section: Section, chain: Sequence[SpanLink], *moves: SpanLink) -> tuple[bool, ...]:
    """Tell which gaps of a chain are enclosed."""
    return are_enclosed(section, chain, list(gaps_between(section, chain, moves)))


def between(run: list[str], other: list[str], confidence: float = 1.0) -> bool:
    """Tell whether two runs between two linked sentences before and two behind are enclosed."""
    section = section_of([[*BEFORE, *run, *BEHIND]], [[*BEFORE, *other, *BEHIND]])
    own, others = len(run) + 2, len(other) + 2
    chain = [link(0, 0), link(1, 1, confidence), link(own, others), link(own + 1, others + 1)]
    return enclosed(section, chain)[2]


def test_as_many_sentences_on_both_sides_between_links_are_enclosed() -> None:
    assert between(RUN, OTHER)


def test_other_gaps_are_not() -> None:
    section = section_of([[*BEFORE, *RUN, *BEHIND]], [[*BEFORE, *OTHER, *BEHIND]])
    chain = [link(0, 0), link(1, 1), link(4, 4), link(5, 5)]
    assert enclosed(section, chain) == (False, False, True, False, False)


def test_one_sentence_that_faces_one_is_not() -> None:
    assert len(RUN) == MIN_ENCLOSED
    assert not between(RUN[:1], OTHER[:1])


def test_more_sentences_than_they_face_are_not() -> None:
    assert not between([*RUN, "roof leaked"], OTHER)
    assert not between(RUN, [*OTHER, "roof leaked"])


def test_a_run_at_the_start_or_end_of_a_text_is_not() -> None:
    behind = section_of([[*RUN, *BEHIND]], [[*OTHER, *BEHIND]])
    assert not any(enclosed(behind, [link(2, 2), link(3, 3)]))
    before = section_of([[*BEFORE, *RUN]], [[*BEFORE, *OTHER]])
    assert not any(enclosed(before, [link(0, 0), link(1, 1)]))


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [(MIN_NEIGHBOUR_CONFIDENCE, True), (MIN_NEIGHBOUR_CONFIDENCE - 0.001, False)],
)
def test_both_links_beside_it_must_be_sure(confidence: float, expected: bool) -> None:
    assert between(RUN, OTHER, confidence) is expected


def test_no_more_sentences_are_enclosed_than_are_linked_near_by() -> None:
    runs = ["red boat", "blue boat", "green boat", "grey boat", "black boat"]
    others = ["old mill", "new mill", "tall mill", "wide mill", "low mill"]
    assert between(runs[:4], others[:4])
    assert not between(runs, others)


@pytest.mark.parametrize(("links_between", "expected"), [(4, False), (5, True)])
def test_nothing_near_by_may_be_alone(links_between: int, expected: bool) -> None:
    assert NEARBY_LINKS == 5
    kept = [f"lamp{letter} burned" for letter in "abcdef"[:links_between]]
    section = section_of([[*BEFORE, *RUN, *kept, "roof leaked", "end came"]],
                         [[*BEFORE, *OTHER, *kept, "end came"]])  # fmt: skip
    chain = [link(0, 0), link(1, 1), *(link(k, k) for k in range(4, 4 + links_between))]
    chain.append(link(5 + links_between, 4 + links_between))
    assert enclosed(section, chain)[2] is expected


def test_another_run_that_faces_as_many_may_be_near() -> None:
    texts = [[*BEFORE, *run, *BEHIND, run[0] + " again", run[1] + " again", "end came"]
             for run in (RUN, OTHER)]  # fmt: skip
    chain = [link(0, 0), link(1, 1), link(4, 4), link(5, 5), link(8, 8)]
    assert enclosed(section_of([texts[0]], [texts[1]]), chain) == (
        False, False, True, False, True, False
    )  # fmt: skip


def test_a_sentence_that_moved_out_of_it_opens_it() -> None:
    section = section_of([[*BEFORE, *RUN, "roof leaked", *BEHIND]],
                         [["roof leaked", *BEFORE, *OTHER, *BEHIND]])  # fmt: skip
    chain = [link(0, 1), link(1, 2), link(5, 5), link(6, 6)]
    assert not enclosed(section, chain, link(4, 0))[2]


def test_lines_that_are_each_a_paragraph_are_enclosed() -> None:
    original, rewrite = ([[line] for line in [*BEFORE, *run, *BEHIND]] for run in (RUN, OTHER))
    chain = [link(0, 0), link(1, 1), link(4, 4), link(5, 5)]
    assert enclosed(section_of(original, rewrite), chain)[2]


def test_a_paragraph_of_several_sentences_is_not() -> None:
    section = section_of([BEFORE, RUN, BEHIND], [BEFORE, OTHER, BEHIND])
    assert not enclosed(section, [link(0, 0), link(1, 1), link(4, 4), link(5, 5)])[2]


def test_nor_are_lines_that_face_a_paragraph() -> None:
    lines = [[line] for line in [*BEFORE, *RUN, *BEHIND]]
    section = section_of(lines, [[*BEFORE, *OTHER, *BEHIND]])
    assert not enclosed(section, [link(0, 0), link(1, 1), link(4, 4), link(5, 5)])[2]


@pytest.mark.parametrize(("letters", "expected"), [(25, True), (26, False)])
def test_lengths_must_be_alike(letters: int, expected: bool) -> None:
    assert between(["n" * 10, RUN[1]], ["m" * letters, OTHER[1]]) is expected


def test_a_sentence_that_a_text_repeats_is_not() -> None:
    assert not between(["storm rose", "goat laughed"], OTHER)


OFFICIAL = [
    ["You must tell us before you travel.", "Keep every ticket.",
     "Reimbursement shall be effected retrospectively.", "Entitlement lapses upon absence.",
     "Send the form to the office in Leeds."],
    ["You must tell us before you travel.", "Keep each ticket.",
     "You get your money back later.", "If you are away, you lose your right to it.",
     "Send the form to the Leeds office."],
]  # fmt: skip
GERMAN_OFFICIAL = [
    ["Lesen Sie dieses Blatt.", "Die Erstattung erfolgt rückwirkend.",
     "Bei Abwesenheit erlischt der Anspruch.", "Das Büro in Kassel ist bis fünf geöffnet."],
    ["Lesen Sie dieses Blatt.", "Das Geld bekommen Sie später zurück.",
     "Wenn Sie fort sind, kriegen Sie nichts.", "Das Büro in Kassel hat bis fünf offen."],
]  # fmt: skip


@pytest.mark.parametrize("texts", [OFFICIAL, GERMAN_OFFICIAL])
def test_officialese_is_linked_with_plain_language_but_not_surely(texts: list[list[str]]) -> None:
    links = align_sentences([texts[0]], [texts[1]])
    count = len(texts[0])
    assert [link.original + link.rewrite for link in links] == [(k, k) for k in range(count)]
    unsure = [link.confidence for link in links[count - 3 : count - 1]]
    assert all(0.4 <= confidence <= 0.6 for confidence in unsure)


def test_a_paragraph_exchanged_for_another_stays_removed_and_added() -> None:
    texts = [[text[:-3], text[-3:-1], text[-1:]] for text in OFFICIAL]
    alone = [link for link in align_sentences(*texts) if not link.original or not link.rewrite]
    assert len(alone) == 4
