from __future__ import annotations

from facing_pages.core.model import Side, Span
from facing_pages.session.corrections import NO_CORRECTIONS, Bookmark, Corrections, Passage
from facing_pages.session.pair import Request, Source
from facing_pages.viewmodel.pair_state import PairState
from tests.helpers.pair_views import pair_of

ONE = Source(pasted="The lamp was lit. Nobody knew by whom.", name="one")
TWO = Source(pasted="The lamp was burning. Nobody knew by whom.", name="two")
THREE = Source(pasted="The boats had left at dawn.", name="three")
PAIR = Request(ONE, TWO)
PAGES = pair_of(ONE.pasted or "", TWO.pasted or "")


def shown() -> PairState:
    state = PairState()
    state.ask_for(PAIR)
    state.show(PAIR, PAGES, ("a", "b"))
    return state


def test_a_text_goes_to_the_first_side_without_one() -> None:
    state = PairState()
    assert state.free_side is Side.ORIGINAL
    state.sides[Side.ORIGINAL] = ONE
    assert state.free_side is Side.REWRITE
    state.sides[Side.REWRITE] = TWO
    assert state.free_side is Side.ORIGINAL


def test_the_pair_on_screen_stays_while_another_is_asked_for() -> None:
    state = shown()
    state.ask_for(Request(ONE, THREE))
    assert state.shown is PAIR
    assert state.sides[Side.REWRITE] is THREE
    state.give_up_request()
    assert state.sides[Side.REWRITE] is TWO


def test_a_side_that_could_be_read_is_kept_where_there_is_no_pair() -> None:
    state = PairState()
    state.ask_for(PAIR)
    state.failed.add(Side.REWRITE)
    state.give_up_request()
    assert state.sides == state.single == {Side.ORIGINAL: ONE}


def test_a_pair_that_was_stopped_leaves_the_single_text_that_was_there() -> None:
    state = PairState()
    state.show_sides({Side.REWRITE: THREE})
    state.ask_for(PAIR)
    state.give_up_request()
    assert state.sides == {Side.REWRITE: THREE}


def test_corrections_asked_for_count_before_they_are_on_screen() -> None:
    state = shown()
    sentence = Passage(Span(0, 17), ("The lamp was lit.",))
    marked = Corrections(bookmarks=(Bookmark(Side.ORIGINAL, sentence),))
    state.ask_again(PAIR.corrected(marked))
    assert state.corrections == marked
    state.ask_for(Request(ONE, THREE, corrections=marked))
    assert not state.corrections


def test_asking_again_leaves_the_sides_as_they_are() -> None:
    state = shown()
    state.ask_again(state.as_shown())
    assert state.sides == {Side.ORIGINAL: ONE, Side.REWRITE: TWO}
    assert state.wanted is not None
    assert state.wanted.is_pair_of(PAIR)


def test_only_other_texts_replace_those_on_screen() -> None:
    state = PairState()
    state.ask_for(PAIR)
    assert not state.would_replace(PAGES)
    state.single[Side.ORIGINAL] = THREE
    assert state.would_replace(PAGES)
    state = shown()
    assert not state.would_replace(PAGES)
    assert state.would_replace(pair_of(ONE.pasted or "", "Another text altogether."))
    state.ask_for(Request(ONE, THREE))
    assert state.would_replace(PAGES)


def test_the_screen_is_the_pair_or_the_single_texts() -> None:
    state = shown()
    assert state.screen.pages is PAGES
    assert state.screen.digests == ("a", "b")
    assert state.screen.request is not None
    assert state.screen.request.is_pair_of(PAIR)
    state.show_sides({Side.REWRITE: TWO})
    assert state.screen.request is None
    assert state.screen.sides == ((Side.REWRITE, TWO),)
    assert state.wanted is None


def test_corrections_of_the_pair_on_screen_count_while_another_is_asked_for() -> None:
    sentence = Passage(Span(0, 17), ("The lamp was lit.",))
    marked = Corrections(bookmarks=(Bookmark(Side.ORIGINAL, sentence),))
    state = PairState()
    state.show(PAIR.corrected(marked), PAGES, ("a", "b"))
    state.ask_for(Request(ONE, THREE))
    assert state.corrections == marked
    assert PairState().corrections == NO_CORRECTIONS


def test_a_pair_takes_the_place_of_single_texts() -> None:
    state = PairState()
    state.show_sides({Side.REWRITE: THREE})
    state.show(PAIR, PAGES, ("a", "b"))
    assert state.single == {}


def test_once_single_texts_are_on_screen_nothing_is_being_read() -> None:
    state = PairState(is_reading=True)
    state.show_sides({})
    assert state.is_reading is False
