from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from facing_pages.core.model import Pin, Side, Span
from facing_pages.session.corrections import (
    NO_CORRECTIONS,
    Bookmark,
    Corrections,
    Cut,
    LinkCorrection,
    Passage,
)
from facing_pages.viewmodel.correction_steps import (
    MIN_CERTAIN_PERCENT,
    Answer,
    Edit,
    Refusal,
    confirm,
    correction_lines,
    cut_sentence,
    join_with_above,
    link_sentences,
    move_to_neighbour,
    next_doubtful,
    replaced_links,
    replaced_text,
    start_row,
    toggle_bookmark,
    unlink,
)
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_pairs import made_pair

ORIGINAL = "It rained. It snowed. It froze.\n\nThe sun rose. It thawed."
REWRITE = "It rained hard. It snowed. A dog barked.\n\nThe sun rose late. It thawed."
# One of each kind: sentences 2 of both sides are alone.
LINKS = "0=0 1=1 2=- 3=3 4=4 -=2"


@cache
def pages(links: str = LINKS, pin: Pin | None = None) -> PairView:
    pins = [pin] if pin else []
    return made_pair(ORIGINAL, REWRITE, links, paragraphs="0=0 1=1", pins=pins)


def links_of(answer: Answer) -> list[tuple[str, str, str]]:
    """Return what a step says of links: the sentences of both sides, and "=" or "≠"."""
    assert isinstance(answer, Edit)
    return [
        (_words(link.original), "=" if link.together else "≠", _words(link.rewrite))
        for link in answer.corrections.links
    ]


def _words(passage: Passage | None) -> str:
    return " ".join(passage.sentences) if passage else "-"


def name_of(answer: Answer) -> str:
    assert isinstance(answer, Edit)
    return answer.name


def reason_of(answer: Answer) -> str:
    assert isinstance(answer, Refusal)
    return answer.reason


def test_sentences_chosen_on_both_sides_are_linked() -> None:
    chosen = {Side.ORIGINAL: Span(1, 3), Side.REWRITE: Span(2, 3)}
    answer = link_sentences(pages(), NO_CORRECTIONS, chosen)
    assert links_of(answer) == [("It snowed. It froze.", "=", "A dog barked.")]
    assert name_of(answer) == "link of 2–3 with 3"


def test_a_correction_knows_where_its_sentences_stood() -> None:
    chosen = {Side.ORIGINAL: Span(1, 3), Side.REWRITE: Span(4, 5)}
    answer = link_sentences(pages(), NO_CORRECTIONS, chosen)
    assert isinstance(answer, Edit)
    link = answer.corrections.links[0]
    assert link.original == Passage(Span(11, 31), ("It snowed.", "It froze."))
    assert link.rewrite == Passage(Span(61, 71), ("It thawed.",))


@pytest.mark.parametrize("side", Side)
def test_sentences_of_one_side_are_linked_with_nothing(side: Side) -> None:
    answer = link_sentences(pages(), NO_CORRECTIONS, {side: Span(0, 1)})
    assert "then in one on the other" in reason_of(answer)


def test_a_step_keeps_what_was_corrected_before() -> None:
    first = unlink(pages(), NO_CORRECTIONS, 0)
    assert isinstance(first, Edit)
    second = unlink(pages(), first.corrections, 1)
    assert links_of(second) == [
        ("It rained.", "≠", "It rained hard."),
        ("It snowed.", "≠", "It snowed."),
    ]


def test_a_link_is_undone() -> None:
    answer = unlink(pages(), NO_CORRECTIONS, 3)
    assert links_of(answer) == [("The sun rose.", "≠", "The sun rose late.")]
    assert name_of(answer) == "unlinking of 4 from 4"


@pytest.mark.parametrize("link", [2, 5])
def test_a_sentence_without_a_counterpart_has_no_link_to_undo(link: int) -> None:
    assert reason_of(unlink(pages(), NO_CORRECTIONS, link)) == "This sentence has no counterpart."


@pytest.mark.parametrize(
    ("link", "wanted", "name"),
    [
        (1, ("It snowed.", "=", "It snowed."), "confirmation of 2 with 2"),
        (2, ("It froze.", "=", "-"), "confirmation that 3 was removed"),
        (5, ("-", "=", "A dog barked."), "confirmation that 3 was added"),
    ],
)
def test_a_link_is_confirmed_as_it_is(link: int, wanted: tuple[str, str, str], name: str) -> None:
    answer = confirm(pages(), NO_CORRECTIONS, link)
    assert links_of(answer) == [wanted]
    assert name_of(answer) == name


def test_a_link_that_a_person_set_is_not_confirmed_again() -> None:
    by_person = pages(pin=Pin((0,), (0,)))
    assert "already" in reason_of(confirm(by_person, NO_CORRECTIONS, 0))
    assert isinstance(confirm(by_person, NO_CORRECTIONS, 1), Edit)


def test_a_sentence_that_a_person_unlinked_can_be_confirmed_as_removed() -> None:
    unlinked = pages(pin=Pin((2,), (2,), together=False))
    assert isinstance(confirm(unlinked, NO_CORRECTIONS, 2), Edit)


MERGED = "0+1+2=0+1+2 3+4=3 -=4"


@pytest.mark.parametrize(
    ("side", "sentence", "wanted"),
    [
        (
            Side.ORIGINAL,
            1,
            [
                ("It rained.", "=", "It rained hard."),
                ("It snowed. It froze.", "=", "It snowed. A dog barked."),
            ],
        ),
        (
            Side.REWRITE,
            2,
            [
                ("It rained. It snowed.", "=", "It rained hard. It snowed."),
                ("It froze.", "=", "A dog barked."),
            ],
        ),
        # The only sentence of the other side stays with the half that is more like it.
        (
            Side.ORIGINAL,
            4,
            [("The sun rose.", "=", "The sun rose late."), ("It thawed.", "=", "-")],
        ),
    ],
)
def test_a_new_row_cuts_the_other_side_where_it_fits_best(
    side: Side, sentence: int, wanted: list[tuple[str, str, str]]
) -> None:
    answer = start_row(pages(MERGED), NO_CORRECTIONS, side, sentence)
    assert links_of(answer) == wanted
    assert name_of(answer) == f"new row at {sentence + 1}"


def test_the_only_sentence_of_the_other_side_may_stay_with_the_lower_half() -> None:
    late = made_pair("It snowed. The sun rose.", "The sun rose late.", "0+1=0")
    answer = start_row(late, NO_CORRECTIONS, Side.ORIGINAL, 1)
    assert links_of(answer) == [
        ("It snowed.", "=", "-"),
        ("The sun rose.", "=", "The sun rose late."),
    ]


def test_every_half_of_a_cut_link_keeps_a_sentence_where_the_other_side_has_several() -> None:
    pair = made_pair("It rained. The sun rose.", "It rained. It rained.", "0+1=0+1")
    answer = start_row(pair, NO_CORRECTIONS, Side.ORIGINAL, 1)
    assert links_of(answer) == [
        ("It rained.", "=", "It rained."),
        ("The sun rose.", "=", "It rained."),
    ]


def test_sentences_alone_are_cut_in_two_that_are_alone() -> None:
    alone = made_pair("It rained. It snowed. The end.", "The end.", "0+1=- 2=0")
    answer = start_row(alone, NO_CORRECTIONS, Side.ORIGINAL, 1)
    assert links_of(answer) == [("It rained.", "=", "-"), ("It snowed.", "=", "-")]


def test_a_row_is_not_begun_with_the_sentence_that_begins_it() -> None:
    answer = start_row(pages(MERGED), NO_CORRECTIONS, Side.ORIGINAL, 3)
    assert "already" in reason_of(answer)


def test_a_row_is_joined_with_the_one_above() -> None:
    answer = join_with_above(pages(), NO_CORRECTIONS, 1)
    assert links_of(answer) == [("It rained. It snowed.", "=", "It rained hard. It snowed.")]
    assert name_of(answer) == "joining of 1–2 with 1–2"


@pytest.mark.parametrize(
    ("link", "wanted", "name"),
    [
        (2, ("It snowed. It froze.", "=", "It snowed."), "joining of 2–3 with 2"),
        # Above the added sentence stands the one that was removed.
        (5, ("It froze.", "=", "A dog barked."), "joining of 3 with 3"),
    ],
)
def test_a_sentence_alone_is_joined_with_the_row_above(
    link: int, wanted: tuple[str, str, str], name: str
) -> None:
    answer = join_with_above(pages(), NO_CORRECTIONS, link)
    assert links_of(answer) == [wanted]
    assert name_of(answer) == name


def test_two_added_sentences_are_joined_without_an_original() -> None:
    pair = made_pair("It rained.", "It rained. It snowed. It froze.", "0=0 -=1 -=2")
    answer = join_with_above(pair, NO_CORRECTIONS, 2)
    assert links_of(answer) == [("-", "=", "It snowed. It froze.")]
    assert name_of(answer) == "joining of — with 2–3"


def test_above_the_first_row_is_none() -> None:
    answer = join_with_above(pages(), NO_CORRECTIONS, 0)
    assert reason_of(answer) == "There is no row above this one."


def test_a_row_below_an_added_sentence_is_joined_with_it() -> None:
    answer = join_with_above(pages(), NO_CORRECTIONS, 3)
    assert links_of(answer) == [("The sun rose.", "=", "A dog barked. The sun rose late.")]


def test_only_sentences_that_follow_one_another_are_joined() -> None:
    # Above sentence 2 of the rewrite stands sentence 0, as 1 is linked with what moved.
    answer = join_with_above(pages("0=0 1=2 2~1 3=3 4=4"), NO_CORRECTIONS, 1)
    assert "consecutive" in reason_of(answer)


def test_the_first_sentence_is_given_to_the_row_above() -> None:
    answer = move_to_neighbour(pages("0=0 1+2=1+2 3=3 4=4"), NO_CORRECTIONS, Side.REWRITE, 1, by=-1)
    assert links_of(answer) == [
        ("It rained.", "=", "It rained hard. It snowed."),
        ("It snowed. It froze.", "=", "A dog barked."),
    ]
    assert name_of(answer) == "move of 2 up"


def test_the_last_sentence_is_given_to_the_row_below() -> None:
    answer = move_to_neighbour(pages("0=0 1+2=1+2 3=3 4=4"), NO_CORRECTIONS, Side.ORIGINAL, 1, by=1)
    assert links_of(answer) == [
        ("It froze. The sun rose.", "=", "The sun rose late."),
        ("It snowed.", "=", "It snowed. A dog barked."),
    ]
    assert name_of(answer) == "move of 3 down"


def test_the_only_sentence_of_a_row_leaves_its_counterpart_alone() -> None:
    answer = move_to_neighbour(pages("0=0 1=1 2=2 3=3 4=4"), NO_CORRECTIONS, Side.ORIGINAL, 1, by=1)
    assert links_of(answer) == [
        ("It snowed. It froze.", "=", "A dog barked."),
        ("-", "=", "It snowed."),
    ]


def test_a_sentence_alone_moves_whole_and_its_row_is_gone() -> None:
    answer = move_to_neighbour(pages(), NO_CORRECTIONS, Side.ORIGINAL, 2, by=-1)
    assert links_of(answer) == [("It snowed. It froze.", "=", "It snowed.")]


@pytest.mark.parametrize(
    ("link", "side", "by", "reason"),
    [
        (0, Side.ORIGINAL, -1, "There is no row above this one."),
        (4, Side.ORIGINAL, 1, "There is no row below."),
        (2, Side.REWRITE, -1, "This row has no sentence on this side."),
        (5, Side.ORIGINAL, 1, "This row has no sentence on this side."),
    ],
)
def test_a_sentence_needs_a_row_to_go_to(link: int, side: Side, by: int, reason: str) -> None:
    answer = move_to_neighbour(pages(), NO_CORRECTIONS, side, link, by=by)
    assert reason_of(answer) == reason


@pytest.mark.parametrize(("link", "by"), [(1, -1), (0, 1)])
def test_a_sentence_goes_to_no_row_it_does_not_touch(link: int, by: int) -> None:
    moved = pages("0=0 1=2 2~1 3=3 4=4")
    answer = move_to_neighbour(moved, NO_CORRECTIONS, Side.ORIGINAL, link, by=by)
    assert "consecutive" in reason_of(answer)


SNOWED = ORIGINAL.index("snowed")


@pytest.mark.parametrize("place", [0, 3, 6])
def test_a_sentence_is_cut_before_the_word_the_caret_is_in(place: int) -> None:
    answer = cut_sentence(pages(), NO_CORRECTIONS, Side.ORIGINAL, SNOWED + place)
    assert isinstance(answer, Edit)
    sentence = Passage(Span(11, 21), ("It snowed.",))
    assert answer.corrections.cuts == (Cut(Side.ORIGINAL, sentence, 3),)
    assert answer.name == "cut of sentence 2"


@pytest.mark.parametrize(
    "position",
    [
        11,  # before the first word
        12,  # in it
        21,  # in the space behind the sentence
        31,  # at the end of the paragraph
        32,  # between paragraphs
    ],
)
def test_a_sentence_is_not_cut_at_its_ends(position: int) -> None:
    answer = cut_sentence(pages(), NO_CORRECTIONS, Side.ORIGINAL, position)
    assert "Put the caret before the word" in reason_of(answer)


def test_a_bookmark_is_set_and_taken_away() -> None:
    on = toggle_bookmark(pages(), NO_CORRECTIONS, Side.REWRITE, 4)
    assert on.corrections.bookmarks == (
        Bookmark(Side.REWRITE, Passage(Span(61, 71), ("It thawed.",))),
    )
    assert on.name == "bookmark at 5"
    off = toggle_bookmark(pages(), on.corrections, Side.REWRITE, 4)
    assert off == Edit(NO_CORRECTIONS, "removal of the bookmark at 5")


def said(original: str, rewrite: str, *, together: bool = True) -> LinkCorrection:
    """Return a link of two sentences that stand at the start."""
    passages = [Passage(Span(0, len(text)), (text,)) for text in (original, rewrite)]
    return LinkCorrection(passages[0], passages[1], together)


def test_links_that_a_correction_contradicts_are_counted() -> None:
    one, other, third = said("A.", "B."), said("A.", "C."), said("D.", "E.")
    before = Corrections(links=(one, third))
    assert replaced_links(before, before) == 0
    assert replaced_links(before, Corrections(links=(other, third))) == 1
    assert replaced_links(before, NO_CORRECTIONS) == 2


def test_given_up_links_are_said_in_the_right_number() -> None:
    assert replaced_text(1).startswith("1 link that you had set for these sentences was removed")
    assert replaced_text(2).startswith("2 links that you had set for these sentences were removed")


# Doubtful are links 1 and 3; 2 is as sure as it must be, 4 and 5 are surely alone.
UNSURE = f"0=0 1=1:{MIN_CERTAIN_PERCENT - 1} 2=2:{MIN_CERTAIN_PERCENT} 3=3:0 4=- -=4"


@pytest.mark.parametrize(
    ("link", "by", "wanted"),
    [
        (None, 1, 1),
        (0, 1, 1),
        (1, 1, 3),
        (3, 1, 1),
        (None, -1, 3),
        (4, -1, 3),
        (3, -1, 1),
        (1, -1, 3),
    ],
)
def test_doubtful_links_come_one_after_the_other_and_from_the_start_again(
    link: int | None, by: int, wanted: int
) -> None:
    assert next_doubtful(pages(UNSURE), link, by) == wanted


def test_the_first_and_the_last_link_may_be_doubtful() -> None:
    unsure = pages("0=0:10 1=1 2=2 3=3 4=4:10")
    assert (next_doubtful(unsure, None, 1), next_doubtful(unsure, None, -1)) == (0, 4)


def test_a_sentence_that_may_not_be_alone_is_doubtful() -> None:
    unsure = pages(f"0=0 1=1 2=-:{MIN_CERTAIN_PERCENT - 1} 3=3 4=4 -=2:{MIN_CERTAIN_PERCENT}")
    assert next_doubtful(unsure, None, 1) == next_doubtful(unsure, 2, 1) == 2


def test_a_link_that_a_person_set_is_not_doubtful() -> None:
    assert next_doubtful(pages(UNSURE, Pin((1,), (1,))), None, 1) == 3
    assert next_doubtful(pages(), None, 1) is None


def test_lost_corrections_are_listed_with_their_words() -> None:
    linked = said("It rained.", "It poured.")
    lost = [
        linked,
        replace(linked, together=False),
        replace(linked, rewrite=None),
        Cut(Side.ORIGINAL, Passage(Span(0, 20), ("It rained and froze.",)), 10),
    ]
    assert correction_lines(lost) == [
        ("linked", "It rained. ↔ It poured."),
        ("not linked", "It rained. ↔ It poured."),
        ("linked", "It rained. ↔ —"),
        ("sentence cut", "It rained and froze."),
    ]
