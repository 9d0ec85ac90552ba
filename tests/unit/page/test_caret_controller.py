from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side, Span
from facing_pages.page.caret import Motion
from facing_pages.page.layout.hit_testing import Hit
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.page_parts import HEIGHT, PageParts

from .conftest import CHANGED, STORY


def test_before_there_is_a_pair_there_is_no_caret() -> None:
    caret = PageParts().caret
    caret.start()
    caret.move(Motion.LINE, extend=True)
    caret.select_word(Hit(Side.ORIGINAL, 3, on_text=True))
    caret.select_sentence(Hit(Side.ORIGINAL, 3, on_text=True))
    caret.select_all()
    assert (caret.place, caret.selected()) == (None, None)
    assert not caret.put_away()


def test_it_starts_at_the_row_that_is_read(parts: PageParts, pair: PairView) -> None:
    parts.caret.start(Side.REWRITE)
    row = parts.scrolling.reading_row()
    assert parts.caret.place == (Side.REWRITE, pair.rewrite.paragraph_span(row).start)


def test_it_starts_at_the_current_row_while_that_is_on_screen(
    parts: PageParts, pair: PairView
) -> None:
    parts.place.go_to_row(3)
    parts.caret.start()
    assert parts.caret.place == (Side.ORIGINAL, pair.original.paragraph_span(3).start)
    parts.scrolling.scroll_to_share(1.0)
    parts.caret.start()
    assert parts.caret.place is not None
    assert parts.caret.place[1] > pair.original.paragraph_span(30).start


def test_moving_starts_a_caret_and_says_where_it_is(parts: PageParts, qtbot: QtBot) -> None:
    parts.place.go_to_row(0)
    with qtbot.waitSignal(parts.caret.moved) as signal:
        parts.caret.move(Motion.TEXT_START, extend=False)
    assert signal.args == [Side.ORIGINAL, 0]


def test_extending_selects_and_moving_on_drops_the_selection(parts: PageParts) -> None:
    parts.caret.put(Side.ORIGINAL, 3)
    parts.caret.move(Motion.WORD, extend=True)
    parts.caret.move(Motion.WORD, extend=True)
    assert parts.caret.selected() == (Side.ORIGINAL, Span(3, STORY[0].index("0 the") + 2))
    parts.caret.move(Motion.CHARACTER, extend=False)
    assert parts.caret.selected() is None


def test_lines_keep_to_their_track_until_the_caret_is_put_elsewhere(parts: PageParts) -> None:
    parts.caret.put(Side.ORIGINAL, 30)
    for motion in (Motion.LINE, Motion.LINE, Motion.LINE_BACK, Motion.LINE_BACK):
        parts.caret.move(motion, extend=False)
    assert parts.caret.place == (Side.ORIGINAL, 30)


@pytest.mark.parametrize("back", [False, True])
def test_a_page_of_lines_keeps_the_caret_on_screen(parts: PageParts, back: bool) -> None:
    parts.caret.put(Side.ORIGINAL, 0)
    parts.caret.move_by_page(HEIGHT)
    if back:
        parts.caret.move_by_page(-HEIGHT)
        assert parts.caret.place == (Side.ORIGINAL, 0)
    assert parts.caret.place is not None
    assert 0 <= parts.layout.height_on_screen(*parts.caret.place) < HEIGHT


def test_escape_drops_the_selection_then_the_caret(parts: PageParts) -> None:
    parts.caret.select(Side.ORIGINAL, Span(3, 8))
    assert parts.caret.put_away()
    assert (parts.caret.selected(), parts.caret.place) == (None, (Side.ORIGINAL, 8))
    assert parts.caret.put_away()
    assert parts.caret.place is None
    assert not parts.caret.put_away()


def test_a_selection_frames_what_faces_it(parts: PageParts, pair: PairView) -> None:
    parts.caret.select(Side.ORIGINAL, Span(3, 8))
    [(side, span)] = parts.model.highlights.framed
    assert side is Side.REWRITE
    assert span.of(pair.rewrite.text).startswith("On day 0 the keeper")


def test_an_empty_selection_selects_nothing(parts: PageParts) -> None:
    parts.caret.select_from(Hit(Side.ORIGINAL, 5, on_text=True), extend=False)
    assert parts.caret.selected() is None
    assert parts.caret.place == (Side.ORIGINAL, 5)


def test_a_selection_is_drawn_out_on_its_own_side_only(parts: PageParts) -> None:
    parts.caret.put(Side.ORIGINAL, 5)
    parts.caret.select_from(Hit(Side.ORIGINAL, 9, on_text=True), extend=True)
    assert parts.caret.selected() == (Side.ORIGINAL, Span(5, 9))
    parts.caret.extend_to(Hit(Side.REWRITE, 20, on_text=True))
    parts.caret.extend_to(None)
    assert parts.caret.selected() == (Side.ORIGINAL, Span(5, 9))
    parts.caret.extend_to(Hit(Side.ORIGINAL, 2, on_text=True))
    assert parts.caret.selected() == (Side.ORIGINAL, Span(2, 5))


def test_shift_on_the_other_side_starts_anew(parts: PageParts) -> None:
    parts.caret.put(Side.ORIGINAL, 5)
    parts.caret.select_from(Hit(Side.REWRITE, 9, on_text=True), extend=True)
    assert parts.caret.place == (Side.REWRITE, 9)
    assert parts.caret.selected() is None


def test_words_sentences_and_all_are_selected(parts: PageParts, pair: PairView) -> None:
    at = Hit(Side.REWRITE, pair.rewrite.text.index("keeper") + 2, on_text=True)
    parts.caret.select_word(at)
    assert parts.copying.selected_text() == "keeper"
    parts.caret.select_sentence(at)
    assert parts.copying.selected_text() == STORY[0].split(" Nobody", maxsplit=1)[0]
    parts.caret.select_all()
    assert parts.caret.selected() == (Side.REWRITE, Span(0, len(pair.rewrite.text)))


def test_the_row_of_the_caret_is_current_and_a_change_elsewhere_no_longer(
    parts: PageParts, pair: PairView, qtbot: QtBot
) -> None:
    parts.place.go_to_change(0)
    entry = pair.changes.entry(0)
    assert entry.original is not None
    parts.caret.put(Side.ORIGINAL, entry.original.start)
    assert (parts.place.current_row(), parts.place.current_change()) == (CHANGED[0], 0)
    with qtbot.waitSignal(parts.place.row_activated) as signal:
        parts.caret.put(Side.ORIGINAL, pair.original.paragraph_span(8).start)
    assert signal.args == [8]
    assert (parts.place.current_row(), parts.place.current_change()) == (8, None)
