from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side, Span
from facing_pages.page.layout.scroll_anchor import TOP_SPACE
from facing_pages.ui.common.commands import Command
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_parts import HEIGHT, PageParts, mouse, wheel
from tests.helpers.pair_views import pair_of

from .conftest import CHANGED, STORY

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def test_before_there_is_a_pair_the_pointer_does_nothing() -> None:
    parts = PageParts()
    parts.click(QPointF(100, 100))
    parts.drag(QPointF(100, 100), QPointF(300, 200))
    parts.pointer.double_click(mouse(QEvent.Type.MouseButtonDblClick, QPointF(100, 100)))
    parts.pointer.wheel(wheel(100, -120))
    assert parts.pointer.tip_at(QPointF(100, 100)) == ""
    assert parts.caret.place is None


def test_pointing_frames_both_sentences_and_says_which_link(parts: PageParts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(parts.requests.sentence_hovered) as signal:
        parts.point_at(parts.point_of(Side.ORIGINAL, STORY[0].index("Nobody") + 3))
    assert signal.args == [1]
    assert [side for side, _ in parts.model.highlights.framed] == list(Side)
    with qtbot.waitSignal(parts.requests.sentence_hovered) as signal:
        assert parts.pointer.dismiss_frame()
    assert signal.args == [-1]
    assert not parts.pointer.dismiss_frame()


def test_nothing_is_framed_before_sentences_are_aligned(pair: PairView) -> None:
    parts = PageParts(replace(pair, is_aligned=False))
    parts.point_at(parts.point_of(Side.ORIGINAL, 5))
    assert parts.model.highlights.framed == ()


def test_the_shape_of_the_pointer_says_what_can_be_clicked(parts: PageParts) -> None:
    shapes: list[Qt.CursorShape] = []
    parts.pointer.shape_changed.connect(shapes.append)
    parts.point_at(parts.point_of(Side.ORIGINAL, 5))
    parts.point_at(QPointF(parts.model.style.gutter_x, 100))
    assert shapes == [Qt.CursorShape.IBeamCursor, Qt.CursorShape.PointingHandCursor]


def test_a_click_puts_the_caret_and_takes_sentence_and_row(parts: PageParts, qtbot: QtBot) -> None:
    signals = [parts.requests.sentence_activated, parts.place.row_activated]
    with qtbot.waitSignals(signals):
        parts.click(parts.point_of(Side.REWRITE, 5))
    assert parts.caret.place is not None
    assert parts.caret.place[0] is Side.REWRITE
    assert parts.caret.place[1] in (5, 6)
    assert parts.place.current_row() == 0


def test_a_click_on_a_mark_takes_the_change_if_its_kind_is_shown(
    parts: PageParts, pair: PairView, qtbot: QtBot
) -> None:
    parts.place.go_to_row(CHANGED[0])
    entry = pair.changes.entry(0)
    assert entry.original is not None
    point = parts.point_of(Side.ORIGINAL, entry.original.start + 1)
    assert parts.pointer.tip_at(point).startswith("Reworded: counted → saw")
    with qtbot.waitSignal(parts.requests.change_activated) as signal:
        parts.click(point)
    assert signal.args == [0]
    parts.model.set_filter(Filter(kinds=frozenset()))
    assert parts.pointer.tip_at(point) == ""
    with qtbot.assertNotEmitted(parts.requests.change_activated):
        parts.click(point)


def test_a_click_in_the_gutter_takes_the_row(parts: PageParts) -> None:
    _, (row, top), *_ = parts.scrolling.visible_rows()
    parts.click(QPointF(parts.model.style.gutter_x, top + 5))
    assert parts.place.current_row() == row
    assert parts.caret.place is None


def test_a_click_on_the_line_of_a_fold_unfolds_it(parts: PageParts) -> None:
    parts.model.set_hides_unchanged(True)
    row, top = parts.scrolling.visible_rows()[0]
    parts.click(QPointF(parts.model.style.original_x + 5, top + 5))
    assert parts.model.folds is not None
    assert parts.model.folds.is_shown(row)


def test_a_click_beside_a_moved_paragraph_leads_to_its_other_half() -> None:
    lines = [*STORY[:8], "The old harbour master sold his brass telescope to a sailor from Genoa."]
    moved = [lines[-1], *lines[:-1]]
    parts = PageParts(pair_of("\n\n".join(lines), "\n\n".join(moved)))
    rows = parts.layout.shown.pages.rows
    row = next(n for n in range(9) if rows.row(n).partner >= 0)
    top = dict(parts.scrolling.visible_rows())[row]
    empty = Side.ORIGINAL if not rows.row(row).original.length else Side.REWRITE
    parts.click(QPointF(parts.model.style.column_x(empty) + 200, top + 5))
    assert parts.place.current_row() == rows.row(row).partner


def test_a_click_beside_a_paragraph_whose_sentence_moved_leads_to_that_sentence() -> None:
    pages = made_pair(
        "It froze.\n\nShe slept.\n\nThe ferry left.",
        "It froze.\n\nThe ferry left. She slept.",
        "0=0 1~2 2=1",
        paragraphs="0=0 1=- 2=1",
    )
    parts = PageParts(pages)
    top = dict(parts.scrolling.visible_rows())[1]
    parts.click(QPointF(parts.model.style.column_x(Side.REWRITE) + 200, top + 5))
    assert parts.place.current_row() == 2


def test_dragging_over_text_selects_it(parts: PageParts) -> None:
    parts.drag(parts.point_of(Side.ORIGINAL, 3), parts.point_of(Side.ORIGINAL, 30))
    selected = parts.caret.selected()
    assert selected is not None
    assert abs(selected[1].start - 3) <= 1
    assert abs(selected[1].end - 30) <= 1


def test_a_selection_stays_in_its_own_column(parts: PageParts) -> None:
    parts.drag(parts.point_of(Side.ORIGINAL, 3), parts.point_of(Side.REWRITE, 30))
    selected = parts.caret.selected()
    assert selected is not None
    assert selected[0] is Side.ORIGINAL
    assert selected[1].end > 30


def test_shift_and_a_click_draw_the_selection_out(parts: PageParts) -> None:
    parts.caret.put(Side.ORIGINAL, 3)
    parts.click(parts.point_of(Side.ORIGINAL, 20), SHIFT)
    selected = parts.caret.selected()
    assert selected is not None
    assert selected[1].start == 3


def test_the_page_scrolls_while_a_selection_is_drawn_out_of_it(
    parts: PageParts, qtbot: QtBot
) -> None:
    start = parts.point_of(Side.ORIGINAL, 3)
    outside = QPointF(start.x(), HEIGHT + 40)
    parts.pointer.press(mouse(QEvent.Type.MouseButtonPress, start))
    parts.pointer.move(mouse(QEvent.Type.MouseMove, outside))
    qtbot.waitUntil(lambda: parts.scrolling.top_row() > 1)
    parts.pointer.release(mouse(QEvent.Type.MouseButtonRelease, outside))
    selected = parts.caret.selected()
    assert selected is not None
    assert selected[1].length > len(STORY[0])


def test_a_double_click_selects_a_word_and_a_third_the_sentence(parts: PageParts) -> None:
    point = parts.point_of(Side.ORIGINAL, STORY[0].index("keeper") + 1)
    parts.pointer.double_click(mouse(QEvent.Type.MouseButtonDblClick, point))
    assert parts.copying.selected_text() == "keeper"
    parts.pointer.press(mouse(QEvent.Type.MouseButtonPress, point))
    assert parts.copying.selected_text() == STORY[0].split(" Nobody", maxsplit=1)[0]


def test_the_selection_is_dragged_out_with_its_marks(parts: PageParts) -> None:
    dragged: list[QMimeData] = []
    parts.pointer.drag_started.connect(dragged.append)
    parts.caret.select(Side.REWRITE, Span(0, 30))
    start = parts.point_of(Side.REWRITE, 6)
    parts.drag(start, start + QPointF(1, 0))
    assert dragged == []
    parts.caret.select(Side.REWRITE, Span(0, 30))
    parts.drag(start, start + QPointF(40, 40))
    assert [data.text() for data in dragged] == [STORY[0][:30]]
    assert parts.copying.selected_text() == STORY[0][:30]


def test_the_wheel_scrolls_three_lines_a_notch(parts: PageParts) -> None:
    parts.pointer.wheel(wheel(100, -120))
    line = parts.model.style.line_height
    assert parts.layout.page.place.value == 3 * line - TOP_SPACE
    parts.pointer.wheel(wheel(100, -120, pixels=-7))
    assert parts.layout.page.place.value == 3 * line - TOP_SPACE + 7


def test_the_wheel_zooms_with_ctrl_and_steps_over_the_gutter(
    parts: PageParts, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(parts.requests.zoom_requested) as signal:
        parts.pointer.wheel(wheel(100, 120, held=CTRL))
    assert signal.args == [1]
    with qtbot.waitSignal(parts.requests.command_requested) as signal:
        parts.pointer.wheel(wheel(parts.model.style.gutter_x, -120))
    assert signal.args == [Command.NEXT_CHANGE]


def test_the_wheel_decides_which_flowing_text_leads(pair: PairView) -> None:
    parts = PageParts(pair, Mode.FLOWING)
    parts.pointer.wheel(wheel(parts.model.style.rewrite_x + 5, -120))
    assert parts.layout.leader is Side.REWRITE


def test_the_menu_is_asked_for_at_the_caret_under_the_pointer(
    parts: PageParts, qtbot: QtBot
) -> None:
    point, place = parts.point_of(Side.REWRITE, 9).toPoint(), QPoint(400, 300)
    mouse_asks = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place)
    with qtbot.waitSignal(parts.requests.menu_requested) as signal:
        parts.pointer.ask_for_menu(mouse_asks)
    assert signal.args == [place]
    assert parts.caret.place is not None
    assert parts.caret.place[0] is Side.REWRITE
    parts.caret.select(Side.REWRITE, Span(0, 30))
    parts.pointer.ask_for_menu(mouse_asks)
    assert parts.caret.selected() == (Side.REWRITE, Span(0, 30))
    parts.caret.put(Side.ORIGINAL, 0)
    parts.pointer.ask_for_menu(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, place))
    assert parts.caret.place == (Side.ORIGINAL, 0)
