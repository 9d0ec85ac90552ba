"""The keyboard never ends in a wall: every part is reached, left, and keeps the place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QDialog, QHeaderView, QTreeWidget
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.ui.common import message_boxes as messages
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.tables import MIN_LINE_HEIGHT
from facing_pages.ui.comparison.comparison_page import ComparisonPage
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.wording.notice import Action

from .conftest import show_pair

PARAGRAPHS = [
    f"On day {k} the keeper counted the red boats in the harbour below the tower." for k in range(9)
]
# Each change has other words than the rest: the list joins what repeats.
KEEPERS = ("keeper", "warden", "watchman", "clerk", "pilot", "widow", "baker", "captain", "cook")
COLOURS = ("red", "green", "white", "black", "grey", "brown", "yellow", "pink", "purple")
ORIGINAL = "\n\n".join(
    paragraph.replace("keeper", keeper).replace("red", colour)
    for paragraph, keeper, colour in zip(PARAGRAPHS, KEEPERS, COLOURS, strict=True)
)
REWRITE = "\n\n".join(PARAGRAPHS).replace("keeper", "guard").replace("red boats", "blue boats")
MOVED = "The widow of the baker had kept the only key to the tower since the storm of that winter."


@pytest.fixture
def page(window: MainWindow) -> ComparisonPage:
    return show_pair(window, ORIGINAL, REWRITE)


@pytest.fixture
def moved_page(window: MainWindow) -> ComparisonPage:
    """Return a page where a passage went from the start to the end."""
    original = "\n\n".join([MOVED, *PARAGRAPHS])
    rewrite = "\n\n".join([*PARAGRAPHS, MOVED]).replace("day 5 the keeper", "day 5 the guard")
    return show_pair(window, original, rewrite)


def focused(window: MainWindow) -> object:
    return window.focusWidget()


def press(qtbot: QtBot, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(widget, key, held)


# --- the list of changes ----------------------------------------------------------------------


def test_the_list_is_gone_to_while_it_is_shown_and_hidden_from_inside(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.reader.setFocus()
    assert page.panels.side_panel.isVisible()
    press(qtbot, Qt.Key.Key_F7)
    assert page.list.isVisible()
    assert focused(window) is page.list.view
    press(qtbot, Qt.Key.Key_F7)
    assert not page.list.isVisible()
    assert focused(window) is page.reader
    press(qtbot, Qt.Key.Key_F7)
    assert page.list.isVisible()
    assert focused(window) is page.list.view


def test_the_list_is_hidden_from_its_filter_too(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.list.filter_field.setFocus()
    press(qtbot, Qt.Key.Key_F7)
    assert not page.list.isVisible()
    assert focused(window) is page.reader


def test_the_list_is_entered_at_the_current_change_or_the_nearest(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.navigator.go_to_change(7)
    press(qtbot, Qt.Key.Key_F7)
    assert page.list.model.change_of(page.list.view.currentIndex().row()) == 7
    press(qtbot, Qt.Key.Key_Escape)
    assert page.pages is not None
    page.reader.place.go_to_row(5)
    press(qtbot, Qt.Key.Key_F7)
    change = page.list.model.change_of(page.list.view.currentIndex().row())
    assert change is not None
    assert page.pages.changes.entry(change).row == 5


def test_the_menu_item_shows_and_hides_the_list(page: ComparisonPage, window: MainWindow) -> None:
    item = window.commands[Command.SHOW_LIST]
    assert item.isChecked()
    item.trigger()
    assert not page.panels.side_panel.isVisible()
    item.trigger()
    assert page.panels.side_panel.isVisible()


# --- its filter -------------------------------------------------------------------------------


def test_down_and_enter_lead_from_the_filter_to_its_first_hit(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    field = page.list.filter_field
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        page.list.clear_filter()
        page.reader.place.go_to_row(8)
        field.setFocus()
        qtbot.keyClicks(field, "blue")
        press(qtbot, key)
        assert focused(window) is page.list.view
        assert page.list.view.currentIndex().row() == 0
    assert page.reader.place.current_change() == page.list.model.change_of(0)


def test_escape_clears_the_filter_and_then_leaves_for_the_text(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    field = page.list.filter_field
    field.setFocus()
    qtbot.keyClicks(field, "blue")
    press(qtbot, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert focused(window) is field
    press(qtbot, Qt.Key.Key_Escape)
    assert focused(window) is page.reader


def test_the_heading_says_how_many_of_all_changes_are_listed(page: ComparisonPage) -> None:
    assert page.list.head.title.text() == "Changes (18)"
    page.list.filter_field.setText("guard")
    assert page.list.head.title.text() == "9 of 18 changes"
    page.list.filter_field.setText("dragon")
    assert page.list.head.title.text() == "0 of 18 changes"
    page.list.clear_filter()
    assert page.list.head.title.text() == "Changes (18)"


def test_next_and_previous_go_through_what_the_filter_lists(
    page: ComparisonPage, window: MainWindow
) -> None:
    page.list.filter_field.setText("guard")
    seen = []
    for _ in range(3):
        page.navigator.step(1)
        seen.append(page.reader.place.current_change())
    assert page.pages is not None
    assert seen == [0, 2, 4]
    page.navigator.step(-1)
    assert page.reader.place.current_change() == 2


def test_hiding_the_list_ends_its_filter(page: ComparisonPage, window: MainWindow) -> None:
    page.list.filter_field.setText("guard")
    window.commands[Command.SHOW_LIST].trigger()
    assert not page.list.is_filtered
    page.navigator.step(1)
    page.navigator.step(1)
    assert page.reader.place.current_change() == 1


def test_a_filter_that_lists_nothing_is_no_dead_end(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.list.filter_field.setText("dragon")
    page.reader.setFocus()
    press(qtbot, Qt.Key.Key_F7)
    assert focused(window) is page.list.filter_field
    with qtbot.waitSignal(page.navigator.announced) as said:
        page.navigator.step(1)
    assert said.args is not None
    assert "filter" in said.args[0]


# --- going to places --------------------------------------------------------------------------


def go_to_paragraph(page: ComparisonPage, window: MainWindow, qtbot: QtBot, number: str) -> None:
    window.commands[Command.GO_TO_PARAGRAPH].trigger()
    page.find_controller.go_bar.field.setText(number)
    qtbot.keyClick(page.find_controller.go_bar.field, Qt.Key.Key_Return)


def test_next_counts_from_the_paragraph_that_was_gone_to(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.navigator.go_to_change(3)
    go_to_paragraph(page, window, qtbot, "6")
    assert page.reader.place.current_change() is None
    assert page.reader.place.current_row() == 5
    assert page.navigator.place_text() == "18 changes"
    page.navigator.step(1)
    assert page.reader.place.current_change() == 10


def test_a_paragraph_number_that_is_too_large_is_said(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.navigator.announced) as said:
        go_to_paragraph(page, window, qtbot, "99")
    assert said.args == ["one.txt has only 9 paragraphs; this is the last one."]
    assert page.reader.place.current_row() == 8


def test_next_counts_from_where_the_caret_was_moved_to(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.navigator.go_to_change(1)
    assert page.pages is not None
    page.reader.caret.put(Side.REWRITE, page.pages.rewrite.paragraph_span(7).start)
    assert page.reader.place.current_change() is None
    page.navigator.step(1)
    assert page.reader.place.current_change() == 14


def test_a_caret_moved_inside_the_row_keeps_the_current_change(page: ComparisonPage) -> None:
    page.navigator.go_to_change(14)
    assert page.pages is not None
    page.reader.caret.put(Side.REWRITE, page.pages.rewrite.paragraph_span(7).start)
    assert page.reader.place.current_change() == 14


def test_what_was_found_is_selected_and_next_counts_from_there(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.navigator.go_to_change(1)
    window.commands[Command.FIND].trigger()
    page.find_controller.find_bar.field.setText("day 6")
    page.find_controller.find_bar.find_now()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.reader.copying.selected_text() == "day 6"
    page.navigator.step(1)
    assert page.reader.place.current_change() == 12


def test_jumping_along_a_move_keeps_its_place_in_the_changes(
    moved_page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    page = moved_page
    assert page.pages is not None
    changes = page.pages.changes
    moved = next(n for n in range(len(changes)) if changes.entry(n).kind is ViewKind.MOVED)
    page.navigator.go_to_change(moved)
    said = page.navigator.place_text()
    rows = {page.reader.place.current_row()}
    for _ in range(2):
        window.commands[Command.OTHER_END].trigger()
        rows.add(page.reader.place.current_row())
        assert page.navigator.place_text() == said
        assert page.list.model.change_of(page.list.view.currentIndex().row()) == moved
    assert rows == {changes.entry(moved).row, changes.entry(moved).other_row}
    window.commands[Command.OTHER_END].trigger()
    window.commands[Command.BACK].trigger()
    assert page.navigator.place_text() == said
    window.commands[Command.NEXT_CHANGE].trigger()
    assert page.reader.place.current_change() == moved + 1


def test_going_back_restores_the_change_that_was_left(
    page: ComparisonPage, window: MainWindow
) -> None:
    page.navigator.go_to_change(3)
    window.commands[Command.LAST_CHANGE].trigger()
    window.commands[Command.BACK].trigger()
    assert page.reader.place.current_change() == 3
    window.commands[Command.NEXT_CHANGE].trigger()
    assert page.reader.place.current_change() == 4


def test_where_there_is_nothing_to_go_back_to_it_is_said(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.navigator.announced):
        window.commands[Command.BACK].trigger()


def test_escape_leads_to_the_text_from_the_inspector_and_the_toolbar(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.commands[Command.SHOW_INSPECTOR].trigger()
    for widget in (page.inspector.table, page.list.grouping, window.frame.toolbar.mode):
        widget.setFocus()
        press(qtbot, Qt.Key.Key_Escape)
        assert focused(window) is page.reader


# --- what the status line says ----------------------------------------------------------------


def test_the_status_line_does_not_speak_of_a_change_that_was_left(
    page: ComparisonPage, window: MainWindow
) -> None:
    page.navigator.step(1)
    assert "change 1 of 18" in window.frame.status.link.text()
    page.reader.place.go_to_row(6)
    assert window.frame.status.link.text() == ""


def test_the_status_line_follows_the_number_of_changes(
    page: ComparisonPage, window: MainWindow
) -> None:
    page.navigator.step(1)
    window.view.toggle_kind(ViewKind.MOVED)
    assert "change 1 of 18" in window.frame.status.link.text()
    page.navigator.step(1)
    window.commands[Command.MARKS_WORDS].trigger()
    assert "change 2 of 18" in window.frame.status.link.text()


# --- tables -----------------------------------------------------------------------------------


def assert_readable(table: QTreeWidget) -> None:
    """Assert that what has a column that fits its contents can be read, and each line hit."""
    metrics = QFontMetrics(table.font())
    for column in range(table.columnCount()):
        if table.header().sectionResizeMode(column) is not QHeaderView.ResizeMode.ResizeToContents:
            continue
        items = [table.topLevelItem(k) for k in range(table.topLevelItemCount())]
        widest = max(metrics.horizontalAdvance(item.text(column)) for item in items if item)
        assert table.columnWidth(column) >= widest
    item = table.topLevelItem(0)
    assert item is not None
    assert table.visualItemRect(item).height() >= MIN_LINE_HEIGHT


def shown_dialog(title: str) -> QDialog:
    found = [w for w in QApplication.topLevelWidgets() if w.windowTitle().startswith(title)]
    assert len(found) == 1
    assert isinstance(found[0], QDialog)
    return found[0]


def test_the_keys_can_be_read_in_the_list_of_keys(window: MainWindow) -> None:
    window.commands[Command.KEYS].trigger()
    dialog = shown_dialog("Keys")
    assert_readable(dialog.findChildren(QTreeWidget)[0])
    dialog.close()


def test_what_was_repaired_can_be_read_in_the_list_of_repairs(sample_window: MainWindow) -> None:
    notice = next(n for n in sample_window.frame.bars.notices() if n.topic == "repairs-original")
    sample_window.frame.bars.action_chosen.emit(notice, Action.SHOW_REPAIRS)
    dialog = shown_dialog("Repairs")
    assert_readable(dialog.findChildren(QTreeWidget)[0])
    dialog.close()


def test_lost_corrections_and_chapters_can_be_read(window: MainWindow) -> None:
    dialog = messages.show_lost_corrections(window, [("a link that was confirmed", "It rained.")])
    assert_readable(dialog.findChildren(QTreeWidget)[0])
    dialog.close()
    original = "\n\n".join(f"CHAPTER {k}\n\n{PARAGRAPHS[k]}" for k in range(3))
    page = show_pair(window, original, original.replace("keeper", "guard"))
    window.commands[Command.SHOW_CONTENTS].trigger()
    assert_readable(page.contents)


# --- confirmations ----------------------------------------------------------------------------


def test_confirmations_do_not_pile_up_and_go_when_the_reader_goes_on(
    page: ComparisonPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from facing_pages.ui.common import message_bar
    from facing_pages.viewmodel.wording.notice import Notice

    window.frame.bars.show_notice(Notice("session", "Saved in harbour.facing.", passes=True))
    window.frame.bars.show_notice(Notice("report", "The report was saved.", passes=True))
    window.frame.bars.show_notice(Notice("changed-original", "one.txt changed on disk."))
    assert [n.topic for n in window.frame.bars.notices()] == ["report", "changed-original"]
    page.navigator.step(1)
    assert [n.topic for n in window.frame.bars.notices()] == ["report", "changed-original"]
    monkeypatch.setattr(message_bar, "MIN_READING_TIME", 0.0)
    page.navigator.step(1)
    assert [n.topic for n in window.frame.bars.notices()] == ["changed-original"]


def test_a_hint_goes_when_what_it_advises_is_done(sample_window: MainWindow, qtbot: QtBot) -> None:
    window = sample_window
    assert window.controller.state.shown is not None
    window.controller.opened.emit(window.controller.state.shown)
    assert window.frame.hints.bubble.isVisible()
    first = window.frame.hints.label.text()
    headings = window.page.headers
    bottom = headings.mapTo(window, headings.rect().bottomLeft()).y()
    assert window.frame.hints.bubble.y() > bottom
    window.frame.toolbar.kinds.kind_toggled.emit(ViewKind.MOVED)
    second = window.frame.hints.label.text()
    assert second != first
    window.page.navigator.step(1)
    assert window.frame.hints.label.text() != second
    assert set(window.settings.hints_seen) == {"kinds", "next"}
