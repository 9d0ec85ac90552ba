from __future__ import annotations

from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.page.layout.pair_layout import reading_line
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.search import Finder, Query
from tests.helpers.page_parts import HEIGHT, PageParts
from tests.helpers.pair_views import pair_of

from .conftest import CHANGED


def test_before_there_is_a_pair_it_stays_where_it_is() -> None:
    place = PageParts().place
    place.go_to_row(3)
    place.go_to_change(3)
    place.go_to_half(3, 4, Side.ORIGINAL)
    place.go_to_place(Side.ORIGINAL, 30)
    assert (place.current_row(), place.current_change()) == (None, None)
    assert place.watched_place() == (Side.ORIGINAL, 0)
    assert place.start_of_row(3, Side.ORIGINAL) == place.count_shown_changes(3) == 0


def test_a_row_is_gone_to_and_activated(parts: PageParts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(parts.place.row_activated) as signal:
        parts.place.go_to_row(25)
    assert signal.args == [25]
    assert parts.place.current_row() == parts.scrolling.reading_row() == 25


def test_a_change_becomes_the_current_one_without_going_there(parts: PageParts) -> None:
    parts.place.set_current_change(2)
    assert (parts.place.current_row(), parts.place.current_change()) == (CHANGED[2], 2)
    assert parts.scrolling.top_row() == 0
    parts.place.go_to_change(2)
    assert CHANGED[2] in [row for row, _ in parts.scrolling.visible_rows()]


def test_an_activated_row_has_no_current_change(parts: PageParts) -> None:
    parts.place.go_to_change(1)
    parts.place.activate_row(7)
    assert (parts.place.current_row(), parts.place.current_change()) == (7, None)


def test_a_place_is_brought_to_the_reading_line(parts: PageParts, pair: PairView) -> None:
    start = pair.rewrite.paragraph_span(25).start
    parts.place.go_to_place(Side.REWRITE, start)
    assert parts.layout.height_on_screen(Side.REWRITE, start) == reading_line(HEIGHT)
    assert parts.place.current_row() == 25


def test_the_reader_is_at_the_caret_or_the_change_while_they_are_on_screen(
    parts: PageParts, pair: PairView
) -> None:
    parts.place.go_to_change(1)
    entry = pair.changes.entry(1)
    assert entry.original is not None
    assert parts.place.watched_place() == (Side.ORIGINAL, entry.original.start)
    parts.scrolling.scroll_to_share(1.0)
    side, position = parts.place.watched_place()
    assert pair.row_of(side, pair.text(side).paragraph_at(position)) > CHANGED[1]


def test_a_row_that_is_empty_on_a_side_starts_where_the_next_one_does() -> None:
    lines = ("The lamp was quiet.", "It rained all night on the granite steps.", "She came down.")
    pages = pair_of("\n\n".join(lines), "\n\n".join(lines[::2]))
    parts = PageParts(pages)
    starts = [parts.place.start_of_row(row, Side.REWRITE) for row in range(3)]
    last = pages.rewrite.text.index("She")
    assert starts == [0, last, last]


def test_one_half_of_a_move_is_shown_and_the_change_stays_current(parts: PageParts) -> None:
    parts.place.go_to_half(0, 33, Side.REWRITE)
    assert (parts.place.current_row(), parts.place.current_change()) == (33, 0)


def test_changes_of_hidden_kinds_are_not_counted(parts: PageParts) -> None:
    assert [parts.place.count_shown_changes(row) for row in (4, 5)] == [0, 1]
    parts.model.set_filter(Filter(kinds=frozenset({ViewKind.MOVED})))
    assert parts.place.count_shown_changes(5) == 0


def test_what_was_found_is_marked_and_gone_to(parts: PageParts, pair: PairView) -> None:
    found = Finder(pair).find(Query("number 31 into"))
    parts.place.set_found(found, 0)
    assert parts.model.highlights.found is found
    assert 31 in [row for row, _ in parts.scrolling.visible_rows()]
    parts.place.set_found(None, None)
    assert parts.model.highlights.found is None


def test_bookmarks_are_shown(parts: PageParts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(parts.model.highlights_changed):
        parts.place.set_bookmarks(((Side.ORIGINAL, 3),))
    assert parts.model.highlights.bookmarks == ((Side.ORIGINAL, 3),)
