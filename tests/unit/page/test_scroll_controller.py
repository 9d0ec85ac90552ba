from __future__ import annotations

from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.page.layout.scroll_anchor import TOP_SPACE
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.page_parts import HEIGHT, PageParts
from tests.helpers.pair_views import pair_of


def test_before_there_is_a_pair_nothing_moves() -> None:
    parts = PageParts()
    scrolling = parts.scrolling
    scrolling.scroll_by(100)
    scrolling.scroll_to_share(0.5)
    scrolling.scroll_to_paragraph(back=False)
    scrolling.put(Side.ORIGINAL, 10)
    scrolling.bring_into_view(Side.ORIGINAL, 10)
    scrolling.keep_in_view(Side.ORIGINAL, 10)
    scrolling.lead_with(Side.REWRITE)
    assert scrolling.visible_rows() == scrolling.visible_paragraphs() == []
    assert scrolling.visible_folds() == []
    assert scrolling.visible_share() == (0.0, 1.0)
    assert (scrolling.top_row(), scrolling.reading_row()) == (0, 0)
    assert scrolling.reading_place() == (Side.ORIGINAL, 0)
    assert scrolling.hit(QPointF(100, 100)) is None


def test_rows_on_screen_start_below_some_space(parts: PageParts) -> None:
    rows = parts.scrolling.visible_rows()
    assert rows[0] == (0, TOP_SPACE)
    assert [row for row, _ in rows] == list(range(len(rows)))
    assert rows[-1][1] < HEIGHT
    paragraphs = parts.scrolling.visible_paragraphs()
    assert len(paragraphs) == 2 * len(rows)
    assert [placed.column for _, _, placed in paragraphs[:2]] == list(Side)


def test_scrolling_moves_by_pixels_and_stops_at_the_ends(parts: PageParts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(parts.scrolling.scrolled):
        parts.scrolling.scroll_by(10)
    assert parts.scrolling.visible_rows()[0] == (0, TOP_SPACE - 10)
    parts.scrolling.scroll_by(-500)
    assert parts.scrolling.visible_rows()[0] == (0, TOP_SPACE)
    parts.scrolling.scroll_by(100_000)
    assert parts.scrolling.visible_rows()[-1][0] == 39
    assert parts.scrolling.visible_share()[1] == 1.0


def test_a_share_is_put_into_the_middle(parts: PageParts) -> None:
    parts.scrolling.scroll_to_share(0.5)
    start, end = parts.scrolling.visible_share()
    assert abs((start + end) / 2 - 0.5) < 0.02


def test_paragraphs_are_brought_to_the_top_one_by_one(parts: PageParts) -> None:
    for row in (1, 2):
        parts.scrolling.scroll_to_paragraph(back=False)
        assert parts.scrolling.visible_rows()[0] == (row, 0)
    parts.scrolling.scroll_by(5)
    parts.scrolling.scroll_to_paragraph(back=True)
    assert parts.scrolling.visible_rows()[0] == (2, 0)
    parts.scrolling.scroll_to_paragraph(back=True)
    assert parts.scrolling.visible_rows()[0] == (1, 0)


def test_a_place_is_put_at_a_height(parts: PageParts, pair: PairView) -> None:
    start = pair.original.paragraph_span(20).start
    parts.scrolling.put(Side.ORIGINAL, start)
    assert parts.scrolling.reading_place() == (Side.ORIGINAL, start)
    assert parts.scrolling.top_row() == 20
    assert parts.layout.height_on_screen(Side.ORIGINAL, start) == 0
    parts.scrolling.put(Side.ORIGINAL, start, 90)
    assert parts.layout.height_on_screen(Side.ORIGINAL, start) == 90


def test_a_place_well_on_screen_is_left_where_it_is(parts: PageParts, pair: PairView) -> None:
    before = parts.scrolling.visible_rows()
    parts.scrolling.bring_into_view(Side.ORIGINAL, pair.original.paragraph_span(1).start)
    assert parts.scrolling.visible_rows() == before
    parts.scrolling.bring_into_view(Side.ORIGINAL, pair.original.paragraph_span(30).start)
    assert parts.scrolling.reading_row() == 30


def test_the_caret_is_kept_in_view_with_a_line_to_spare(parts: PageParts, pair: PairView) -> None:
    line = parts.model.style.line_height
    below = parts.scrolling.visible_rows()[-1][0] + 1
    for row in (below, 0, 39):
        place = (Side.ORIGINAL, pair.original.paragraph_span(row).start)
        parts.scrolling.keep_in_view(*place)
        y = parts.layout.height_on_screen(*place)
        assert 0 <= y <= HEIGHT - 2 * line


def test_going_to_a_folded_place_unfolds_it(parts: PageParts, pair: PairView) -> None:
    parts.model.set_hides_unchanged(True)
    parts.scrolling.bring_into_view(Side.REWRITE, pair.rewrite.paragraph_span(12).start)
    assert 12 in [row for row, _ in parts.scrolling.visible_rows()]
    parts.scrolling.bring_row_into_view(35)
    assert 35 in [row for row, _ in parts.scrolling.visible_rows()]


def test_a_flowing_text_follows_unless_it_is_independent(qtbot: QtBot, pair: PairView) -> None:
    parts = PageParts(pair, Mode.FLOWING)
    surfaces = parts.layout.surfaces
    parts.scrolling.set_independent(True)
    parts.scrolling.scroll_by(500)
    assert surfaces[Side.ORIGINAL].place.value > 400
    assert surfaces[Side.REWRITE].place.value == -TOP_SPACE
    parts.scrolling.set_independent(False)
    assert surfaces[Side.REWRITE].place.value > 400


def test_a_far_follower_catches_up_in_steps(qtbot: QtBot) -> None:
    lines = [f"On day {k} the keeper lit lamp {k} and wrote it down." for k in range(60)]
    longer = [line + " The sea went on as it had always done, day and night." * 6 for line in lines]
    parts = PageParts(pair_of("\n\n".join(lines), "\n\n".join(longer)), Mode.FLOWING)
    parts.scrolling.scroll_by(120)
    assert parts.scrolling.is_catching_up
    with qtbot.waitSignal(parts.scrolling.caught_up):
        pass
    qtbot.waitUntil(lambda: not parts.scrolling.is_catching_up)


def test_the_text_that_is_led_with_is_the_one_scrolled(pair: PairView) -> None:
    parts = PageParts(pair, Mode.FLOWING)
    parts.scrolling.set_independent(True)
    parts.scrolling.lead_with(Side.REWRITE)
    parts.scrolling.lead_with(None)
    parts.scrolling.scroll_by(100)
    assert parts.layout.surfaces[Side.ORIGINAL].place.value == -TOP_SPACE
    assert parts.layout.surfaces[Side.REWRITE].place.value == 100 - TOP_SPACE
