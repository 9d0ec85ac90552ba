"""How surely sentences are alone: the calibration, and what later stages do to it."""

from __future__ import annotations

import pytest

from facing_pages import align_sentences, compare, document_from_text
from facing_pages.core.alignment.sentences.leftovers.alone import calibrated, how_surely_alone
from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.both import Both
from facing_pages.core.compare import SentenceLink
from facing_pages.core.model import Pin
from tests.helpers.sections import link, section_of

LINES = [[["storm", "harbour", "lamp"]], [["boat", "stairs", "clock"]]]
WALK = [
    "The baker opened his shop before sunrise.",
    "A lorry had brought the flour during the night.",
    "His daughter swept the pavement and sang.",
    "By eight o'clock every loaf was sold.",
]
VOTE = [
    "Parliament rejects new taxes on imported steel.",
    "Ministers will meet their colleagues in Oslo.",
    "Union leaders announced further strikes.",
]


def alone_links(original: list[str], rewrite: list[str], *pins: Pin) -> list[SentenceLink]:
    """Return the links with one side only."""
    links = align_sentences([original], [rewrite], pins=pins)
    return [link for link in links if not link.original or not link.rewrite]


@pytest.mark.parametrize(
    ("probability", "share", "said", "sure"),
    [
        (0.999, 0.5, 0.0, 0.96),
        (0.9, 0.5, 0.0, 0.776),
        (0.9, 0.1, 0.0, 0.715),
        (0.6, 0.1, 0.0, 0.546),
        (0.999, 0.1, 0.5, 0.619),
        (0.6, 0.1, 0.5, 0.102),
    ],
)
def test_it_is_as_sure_as_the_table_says(
    probability: float, share: float, said: float, sure: float
) -> None:
    assert calibrated(probability, share, said) == sure


def test_rounded_probabilities_are_never_quite_certain() -> None:
    assert calibrated(1.0, 0.5, 0.0) == calibrated(0.9995, 0.5, 0.0) < 1
    assert calibrated(0.0, 0.5, 0.0) == calibrated(0.0005, 0.5, 0.0) > 0


def test_it_rises_with_the_share_of_sentences_that_are_alone() -> None:
    section = section_of(*LINES)
    one = how_surely_alone(section, [link(0, 0), link(1, 1)], [], Both((0.9,) * 3, (0.9,) * 3))
    two = how_surely_alone(section, [link(0, 0)], [], Both((0.9,) * 3, (0.9,) * 3))
    assert one.original[:2] == (0.0, 0.0)
    assert one.original[2] == calibrated(0.9, 1.5 / 7, 0.0)
    assert two.original[2] == calibrated(0.9, 2.5 / 7, 0.0) > one.original[2]


def test_it_falls_with_the_share_of_words_that_are_said_near_by() -> None:
    section = section_of([["lamp stairs", "dog count"]], [["lamp stairs dog"]])
    found = how_surely_alone(section, [link(0, 0)], [], Both((0.9,) * 2, (0.9,)))
    assert found.original[1] == calibrated(0.9, 1.5 / 6, 0.5) < calibrated(0.9, 1.5 / 6, 0.0)


def test_words_of_a_link_that_was_chance_say_nothing() -> None:
    section = section_of([["lamp stairs", "dog count"]], [["lamp stairs dog"]])
    found = how_surely_alone(section, [link(0, 0)], [link(1, 0)], Both((0.9,) * 2, (0.9,)))
    assert found.original[1] == calibrated(0.99, 1.5 / 6, 0.0)


def test_a_sentence_whose_link_was_chance_is_probably_alone() -> None:
    section, chance = section_of(*LINES), Both((0.2,) * 3, (0.2,) * 3)
    found = how_surely_alone(section, [link(1, 1)], [link(0, 0)], chance)
    share = 2.5 / 7
    assert found.original == (calibrated(0.99, share, 0.0), 0.0, calibrated(0.2, share, 0.0))


def test_where_no_link_is_left_every_link_was_chance() -> None:
    found = how_surely_alone(section_of(*LINES), [], [], Both((0.2,) * 3, (0.2,) * 3))
    assert found.original == found.rewrite == (calibrated(0.99, 3.5 / 7, 0.0),) * 3


def test_a_person_is_certain() -> None:
    section = section_of(*LINES)._replace(limits=Limits(Both(frozenset({2}), frozenset())))
    found = how_surely_alone(section, [link(0, 0)], [], Both((0.5,) * 3, (0.5,) * 3))
    assert found.original[2] == 1.0 > found.original[1]
    assert found.rewrite[2] < 1.0


def test_a_sentence_removed_from_a_text_that_is_kept_is_surely_removed() -> None:
    [removed] = alone_links(WALK, [line for line in WALK if "flour" not in line])
    assert removed.original == (1,)
    assert removed.confidence > 0.85


def test_texts_that_have_nothing_in_common_are_surely_removed_and_added() -> None:
    found = alone_links(WALK, VOTE)
    assert len(found) == len(WALK) + len(VOTE)
    assert min(link.confidence for link in found) > 0.85


def test_a_sentence_that_is_half_said_elsewhere_is_less_surely_removed() -> None:
    original = [
        "A lamp stood in the window.",
        "He had lost his key and looked for it in the yard.",
        "Nobody came by.",
        "In the end the baker's boy, with his lantern, found it under the cart.",
        "They went in.",
    ]
    kept = "Looking in the yard, the baker's boy with his lantern found the key under the cart."
    rewrite = [original[0], kept, original[4]]
    unsure = {link.original: link.confidence for link in alone_links(original, rewrite)}
    sure = {link.original: link.confidence for link in alone_links(original, original[:2])}
    assert unsure.get((1,), 0.0) < min(sure.values())


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        (
            "Die Müllerin rief den Knecht, denn das Rad stand still. Er brachte ein Seil und einen "
            "rostigen Haken. Der Bach rauschte. Der Haken, meinte er, stamme aus Schweden.",
            "Der Knecht brachte der Müllerin ein Seil und einen rostigen Haken, der, meinte er, "
            "aus Schweden stamme. Der Bach rauschte.",
        ),
        (
            "La meunière appela son valet, car la roue dormait. Il apporta une corde et un crochet "
            "rouillé. Le ruisseau chantait. Le crochet, pensait-il, provenait de Suède.",
            "Le valet apporta à la meunière une corde et un crochet rouillé, qui, pensait-il, "
            "provenait de Suède. Le ruisseau chantait.",
        ),
    ],
)
def test_a_sentence_most_of_which_is_in_another_is_unsure(original: str, rewrite: str) -> None:
    comparison = compare(document_from_text(original), document_from_text(rewrite))
    [removed] = [link for link in comparison.alignment.links if not link.rewrite]
    assert removed.original == (3,)
    assert removed.confidence < 0.6


def test_a_pinned_sentence_stays_certain() -> None:
    found = alone_links(WALK, WALK, Pin((1,), ()))
    assert {link.original: link.confidence for link in found}[(1,)] == 1.0


def test_an_empty_text_leaves_the_other_alone_for_certain() -> None:
    [link] = align_sentences([["One boat."]], [])
    assert (link.original, link.confidence) == ((0,), 1.0)


def test_swapping_the_texts_mirrors_how_sure_it_is() -> None:
    there = {(link.original, link.confidence) for link in alone_links(WALK, VOTE + WALK[1:])}
    back = {(link.rewrite, link.confidence) for link in alone_links(VOTE + WALK[1:], WALK)}
    assert there == back
