"""Which runs that face each other are linked, by what, and how surely."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.sentences.leftovers import facing_runs
from facing_pages.core.alignment.sentences.leftovers.facing_runs import link_facing_runs
from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.errors import Cancelled
from facing_pages.core.model import Span
from facing_pages.core.progress import Progress
from tests.helpers.sections import link, section_of

OLD = [
    "And he came vnto the citie of Nain.",
    "A ded man was caryed out, the onely sonne of his moder.",
    "The Lorde sawe her and had compassion.",
]
NEW = [
    "Then he came to a city called Nain.",
    "A dead man, his mother's only son, was being carried out.",
    "The Lord saw her and had compassion on her.",
]
BAKER = [
    "The baker opened his shop before sunrise.",
    "A lorry had brought the flour during the night.",
    "His daughter swept the pavement and sang.",
]
STRIKE = [
    "Parliament rejects new taxes on imported steel.",
    "Ministers will meet their colleagues in Oslo soon.",
    "Union leaders have announced further strikes today.",
]
GERMAN = [
    "Der Bäcker öffnete seinen Laden vor Sonnenaufgang.",
    "Ein Lastwagen hatte in der Nacht das Mehl gebracht.",
    "Seine Tochter kehrte den Gehweg und sang.",
]
PRICES = ["Bread 2.50", "Milk 1.20", "Butter", "Ham 4.00"]
DEARER = ["Roggenlaib 2,50", "Flasche 1,20", "Rahm", "Speck 4,00"]


ENGLISH_ENDS = ("It rained all day.", "The sun rose over the hills.")
GERMAN_ENDS = ("Es hat den ganzen Tag geregnet.", "Die Sonne ging über den Hügeln auf.")


def between(original: list[str], rewrite: list[str], limits: Limits | None = None) -> Section:
    """Return two runs between two sentences that are linked, in the language of each run."""
    texts = []
    for run in (original, rewrite):
        is_german = any(word in " ".join(run).split() for word in ("Der", "und", "Seine", "Ja."))
        first, last = GERMAN_ENDS if is_german else ENGLISH_ENDS
        texts.append([first, *run, last])
    return section_of([texts[0]], [texts[1]], limits)


def around(original: list[str], rewrite: list[str]) -> list[SpanLink]:
    """Return the links before and behind the runs."""
    return [link(0, 0), link(len(original) + 1, len(rewrite) + 1)]


def found(original: list[str], rewrite: list[str]) -> list[tuple[Span, Span]]:
    """Return what is linked of two runs between two links, counted from the start of the runs."""
    links = link_facing_runs(between(original, rewrite), around(original, rewrite), [])
    return [(one.original.shifted(-1), one.rewrite.shifted(-1)) for one in links]


def in_order(count: int) -> list[tuple[Span, Span]]:
    """Return links of single sentences, one after the other."""
    return [(Span(k, k + 1), Span(k, k + 1)) for k in range(count)]


def test_lines_in_another_spelling_are_linked_by_their_letters() -> None:
    assert found(OLD, NEW) == in_order(3)
    assert found(OLD[:1], NEW[:1]) == in_order(1)


def test_runs_that_share_no_letters_stay_alone() -> None:
    assert found(BAKER, STRIKE) == []
    assert found(BAKER[:1], STRIKE[:1]) == []


def test_letters_must_be_alike_in_this_order() -> None:
    assert found(OLD, NEW[::-1]) == []


def test_letters_that_all_lines_share_say_nothing() -> None:
    same = ["The boat of the keeper was grey.", "The boat of the keeper was new."]
    other = ["The boat of the keeper was old.", "The boat of the keeper was wet."]
    assert found(same, other) == []


KNIGHT = [
    "Thanne spak the knyght unto hem alle: stondeth stille.",
    "And they nolde nat speke a word.",
    "Tho wexen they aferd.",
]
STILL = [
    "“Stand still,” the knight told them.",
    "Nobody said anything.",
    "Fear came over the crowd.",
]


def test_lines_whose_letters_agree_speak_for_the_others() -> None:
    assert found(KNIGHT, STILL) == in_order(3)


def test_a_line_in_four_does_not_speak_for_the_others() -> None:
    assert found([*KNIGHT, "He seyde namoore."], [*STILL, "That was all."]) == []


def test_a_line_speaks_for_no_others_whose_letters_have_another_order() -> None:
    assert found([KNIGHT[0], OLD[0], OLD[2]], [STILL[0], NEW[2], NEW[0]]) == []


def test_a_line_speaks_for_no_others_whose_lengths_do_not_fit() -> None:
    long = "Nobody in all that crowd of people before the gate said anything at all until evening."
    assert found(KNIGHT[:2], [STILL[0], " ".join([long] * 3)]) == []


def test_a_line_speaks_for_no_others_where_nothing_is_linked() -> None:
    section = section_of([KNIGHT], [STILL])
    assert link_facing_runs(section, [], []) == []


def test_an_enclosed_run_is_linked_by_its_place() -> None:
    assert found(BAKER[:2], STRIKE[:2]) == in_order(2)
    # No more sentences may be enclosed than are linked.
    assert found(BAKER, STRIKE) == []


def test_numbers_that_differ_link_no_enclosed_run() -> None:
    assert found(["He sold 20 loaves.", BAKER[1]], ["Miners want 30 days.", STRIKE[1]]) == []


def test_a_link_of_an_enclosed_run_is_never_sure() -> None:
    section = between(BAKER[:2], STRIKE[:2])
    links = link_facing_runs(section, around(BAKER[:2], STRIKE[:2]), [])
    assert all(0.4 < one.confidence < 0.6 for one in links)


def test_letters_link_single_sentences_only() -> None:
    assert found(OLD, NEW[:2]) == []
    assert found([OLD[0]], [NEW[0], STRIKE[0]]) == []


def test_lines_of_a_translation_between_links_are_linked_by_place_and_length() -> None:
    assert found(BAKER, GERMAN) == in_order(3)
    assert found(BAKER[:1], GERMAN[:1]) == in_order(1)


def test_a_sentence_that_a_translator_split_is_linked_with_both_halves() -> None:
    one = "The baker opened his shop long before sunrise because a lorry had brought the flour."
    two = ["Der Bäcker öffnete seinen Laden vor Sonnenaufgang.", "Es war ja das Mehl gekommen."]
    assert found([one], two) == [(Span(0, 1), Span(0, 2))]
    assert found(two, [one]) == [(Span(0, 2), Span(0, 1))]


def test_a_translation_whose_lengths_do_not_fit_stays_alone() -> None:
    long = " ".join(GERMAN * 4)
    assert found([BAKER[0], "No.", "Yes."], ["Ja.", long, "Und das war es dann."]) == []


def test_whole_texts_in_two_languages_need_more_than_their_place() -> None:
    unlike = section_of([BAKER], [["Das Parlament lehnt neue Zölle ab.", "Die Minister reden.",
                                   "Und die Züge stehen."]])  # fmt: skip
    assert link_facing_runs(unlike, [], []) == []
    names = ["Anna Lindqvist came to Astoria.", "She met Doctor Bergman.", "Olaf stayed in Narvik."]
    german = ["Nach Astoria kam Anna Lindqvist.", "Sie traf Doktor Bergman und war froh.",
              "In Narvik blieb Olaf."]  # fmt: skip
    assert len(link_facing_runs(section_of([names], [german]), [], [])) == 3


@pytest.mark.parametrize(("year", "count"), [("1921", 4), ("1922", 0)])
def test_two_numbers_are_enough_where_the_languages_differ(year: str, count: int) -> None:
    english = ["Nobody came to the harbour in 1921.", "It was cold.", "She had 7 letters for him.",
               "The boat did not come."]  # fmt: skip
    russian = [f"В {year} году в гавань никто не пришёл.", "Было холодно.",
               "У неё было 7 писем для него.", "Лодка не пришла."]  # fmt: skip
    links = link_facing_runs(section_of([english], [russian]), [], [])
    assert len(links) == count


def test_a_list_with_the_same_numbers_in_any_notation_is_linked_line_by_line() -> None:
    links = link_facing_runs(section_of([PRICES], [DEARER]), [], [])
    assert [(one.original, one.rewrite) for one in links] == in_order(4)


@pytest.mark.parametrize(
    "rewrite",
    [
        # One number is another.
        ["Roggenlaib 2,50", "Flasche 1,20", "Rahm", "Speck 4,10"],
        # Only one line has a number, or less than half of them.
        ["Roggenlaib 2,50", "Flasche", "Rahm", "Speck"],
    ],
)
def test_numbers_that_differ_or_are_few_link_nothing(rewrite: list[str]) -> None:
    assert link_facing_runs(section_of([PRICES], [rewrite]), [], []) == []


def test_where_all_else_is_linked_runs_are_linked_by_place_and_length(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert found(BAKER, STRIKE) == []
    monkeypatch.setattr(facing_runs, "MIN_COMPLETE_LINKS", 2)
    assert found(BAKER, STRIKE) == in_order(3)
    # One sentence in twelve faces nothing.
    section = section_of([["It rained.", "Nobody came.", "It snowed.", *BAKER, "The sun rose."]],
                         [["It rained.", "It snowed.", *STRIKE, "The sun rose."]])  # fmt: skip
    assert link_facing_runs(section, [link(0, 0), link(2, 1), link(6, 5)], []) == []


def test_a_gap_too_large_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facing_runs, "MAX_GAP_CELLS", 9)
    assert len(found(OLD, NEW)) == 3
    monkeypatch.setattr(facing_runs, "MAX_GAP_CELLS", 8)
    assert found(OLD, NEW) == []


def test_the_work_can_be_stopped_before_a_gap() -> None:
    class Stopped:
        """Wants to stop at once."""

        def is_cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        link_facing_runs(between(OLD, NEW), around(OLD, NEW), [], Progress(cancel=Stopped()))


def test_a_pin_keeps_sentences_apart() -> None:
    limits = Limits(separated=frozenset({(1, 1)}))
    links = link_facing_runs(between(OLD, NEW, limits), around(OLD, NEW), [])
    assert (Span(1, 2), Span(1, 2)) not in [(one.original, one.rewrite) for one in links]


def test_a_link_by_place_is_half_sure_and_surer_with_the_letters() -> None:
    placed = link_facing_runs(between(BAKER[:1], GERMAN[:1]), around(BAKER[:1], GERMAN[:1]), [])
    spelt = link_facing_runs(between(OLD, NEW), around(OLD, NEW), [])
    assert 0.55 <= placed[0].confidence < 0.65
    assert all(0.65 < one.confidence < 0.95 for one in spelt)
    assert not any(one.moved for one in [*placed, *spelt])


def test_swapping_the_sides_mirrors_what_is_found() -> None:
    for one, other in ((OLD, NEW), (BAKER, GERMAN), (PRICES, DEARER)):
        there = link_facing_runs(between(one, other), around(one, other), [])
        back = link_facing_runs(between(other, one), around(other, one), [])
        assert [found.mirrored() for found in back] == there
