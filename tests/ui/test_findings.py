"""Changes of meaning in the window: gone through, listed, marked, called no errors, kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from facing_pages.core.model import FindingKind, Side
from facing_pages.page.accessibility import page_document
from facing_pages.session.session_file import read_session
from facing_pages.ui.common import message_boxes as messages
from facing_pages.ui.common.commands import Command
from facing_pages.ui.comparison.comparison_page import ComparisonPage
from facing_pages.ui.comparison.entry_view import EntryView
from facing_pages.ui.comparison.findings.finding_card import FindingCard
from facing_pages.ui.comparison.findings.finding_list import FindingList
from facing_pages.ui.dialogs.guide import guide_pages
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.findings.finding_lines import LineKind
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.modes import Mode
from tests.ui.conftest import NewWindow, point_of, show_pair

ORIGINAL = (
    "The council met at the harbour. The mayor has not confirmed the plan.\n\n"
    "In all, 40 boats came that year. The rest was quiet.\n\n"
    "Peter Claes saw the ships. Nobody was hurt."
)
REWRITE = (
    "The council gathered at the harbour. The mayor has confirmed the plan.\n\n"
    "In all, 45 boats came that year. The rest was silent.\n\n"
    "Paul Claes saw the ships. Nobody was hurt."
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: MainWindow) -> ComparisonPage:
    return show_pair(window, ORIGINAL, REWRITE)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = (tmp_path / "port.txt", tmp_path / "port.rewrite.txt")
    for path, text in zip(paths, (ORIGINAL, REWRITE), strict=True):
        path.write_text(text, "utf-8")
    return paths


def test_a_kind_that_is_gone_leaves_the_card_at_once(qtbot: QtBot) -> None:
    card = FindingCard()
    qtbot.addWidget(card)
    card.set_counts({FindingKind.OMISSION: 1}, None)
    card.resize(300, 100)
    card.show()
    gone = card.buttons[FindingKind.OMISSION]
    card.set_counts({FindingKind.NUMBER: 2, FindingKind.NAME: 1}, None)
    assert not gone.isVisible()  # its deletion waits for the event loop
    assert [button.isVisible() for button in card.buttons.values()] == [True, True]


def opened(qtbot: QtBot, window: MainWindow, files: tuple[Path, Path]) -> ComparisonPage:
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        window.workspace.opener.open_files(*map(str, files))
    return window.page


def press(
    qtbot: QtBot,
    page: ComparisonPage,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    page.reader.setFocus()
    qtbot.keyClick(page.reader, key, modifier)


def current(page: ComparisonPage) -> str:
    finding = page.findings.current()
    return finding.kind.value if finding else ""


def status(window: MainWindow) -> str:
    return window.frame.status.link.text().removeprefix("·  ")


def listed(page: ComparisonPage) -> list[str]:
    model = page.panels.findings.model
    rows = range(model.rowCount())
    return [str(model.data(model.index(row))) for row in rows]


def find_list(page: ComparisonPage) -> FindingList:
    return page.panels.findings


# --- by keys -----------------------------------------------------------------------------------


def test_f_goes_from_finding_to_finding_and_says_why(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    press(qtbot, page, Qt.Key.Key_F)
    assert status(window) == (
        "confirmed instead of not confirmed, the negation is gone, finding 1 of 3, paragraph 1"
    )
    press(qtbot, page, Qt.Key.Key_F)
    assert current(page) == "number"
    press(qtbot, page, Qt.Key.Key_F)
    assert status(window) == "Paul instead of Peter, another name, finding 3 of 3, paragraph 3"
    press(qtbot, page, Qt.Key.Key_F)
    assert status(window) == "No finding after this place"
    assert current(page) == "name"


def test_shift_f_goes_back(qtbot: QtBot, window: MainWindow, page: ComparisonPage) -> None:
    for _ in range(2):
        press(qtbot, page, Qt.Key.Key_F)
    press(qtbot, page, Qt.Key.Key_F, SHIFT)
    assert current(page) == "negation"
    press(qtbot, page, Qt.Key.Key_F, SHIFT)
    assert status(window) == "No finding before this place"


def test_a_screen_reader_hears_the_reason(
    qtbot: QtBot, page: ComparisonPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: _hear(event, said))
    press(qtbot, page, Qt.Key.Key_F)
    assert said[-1] == (
        "confirmed instead of not confirmed, the negation is gone, finding 1 of 3, paragraph 1"
    )


def test_a_screen_reader_hears_which_paragraphs_have_findings(page: ComparisonPage) -> None:
    paragraphs = page_document.paragraphs_of(page.reader)
    names = [paragraphs.name_of(seen) for seen in paragraphs.seen()]
    assert "Original, paragraph 1, 2 changes, 1 finding" in names


def _hear(event: object, said: list[str]) -> None:
    if hasattr(event, "message"):
        said.append(event.message())


def test_after_a_finding_n_goes_on_from_there(qtbot: QtBot, page: ComparisonPage) -> None:
    for _ in range(2):
        press(qtbot, page, Qt.Key.Key_F)
    press(qtbot, page, Qt.Key.Key_N)
    change = page.reader.place.current_change()
    assert page.pages is not None
    assert change is not None
    span = page.pages.changes.entry(change).original
    assert span is not None
    assert span.of(ORIGINAL) == "quiet"
    assert current(page) == ""


# --- the list ----------------------------------------------------------------------------------


def test_the_list_has_the_gravest_first_with_both_wordings(page: ComparisonPage) -> None:
    assert find_list(page).isVisible()
    assert find_list(page).head.title.text() == "Findings (3)"
    assert listed(page) == [
        "Turned into the opposite",
        "not confirmed → confirmed",
        "Another fact or certainty",
        "40 → 45",
        "Peter → Paul",
    ]


def test_each_line_is_read_aloud_with_its_reason(page: ComparisonPage) -> None:
    model = find_list(page).model
    texts = [
        model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert texts[3] == "45 instead of 40, another number, finding 2 of 3, paragraph 2"


def test_the_keyboard_goes_to_the_list_to_a_finding_and_back(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    view = find_list(page).view
    window.commands[Command.GO_TO_FINDINGS].trigger()
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert current(page) == "number"
    assert page.reader.hasFocus()
    window.commands[Command.GO_TO_FINDINGS].trigger()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert page.reader.hasFocus()


def test_from_inside_the_list_the_same_key_hides_it(
    window: MainWindow, page: ComparisonPage
) -> None:
    window.commands[Command.GO_TO_FINDINGS].trigger()
    window.commands[Command.GO_TO_FINDINGS].trigger()
    assert not find_list(page).isVisible()
    window.commands[Command.GO_TO_FINDINGS].trigger()
    assert find_list(page).view.hasFocus()


def test_a_count_lists_its_kind_alone_and_f_stays_in_it(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    card = find_list(page).card
    assert [button.text() for button in card.buttons.values()] == [
        "1 number",
        "1 name",
        "1 negation",
    ]
    button = card.buttons[FindingKind.NAME]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert listed(page) == ["Another fact or certainty", "Peter → Paul"]
    assert status(window) == "1 name"
    press(qtbot, page, Qt.Key.Key_F)
    assert current(page) == "name"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(listed(page)) == 5


def test_kinds_and_severity_are_chosen_in_a_menu_and_remembered(
    new_window: NewWindow,
) -> None:
    first = show_pair(new_window(), ORIGINAL, REWRITE)
    find_list(first).menu.kinds[FindingKind.NAME].trigger()
    assert "Peter → Paul" not in listed(first)
    find_list(first).menu.severities[5].trigger()
    assert listed(first) == ["Turned into the opposite", "not confirmed → confirmed"]
    second = show_pair(new_window(), ORIGINAL, REWRITE)
    assert listed(second) == listed(first)
    assert not find_list(second).menu.kinds[FindingKind.NAME].isChecked()


def test_a_faithful_rewrite_shows_what_was_looked_for(window: MainWindow) -> None:
    page = show_pair(window, ORIGINAL, ORIGINAL.replace("quiet", "silent"))
    text = find_list(page).state.text()
    assert text.startswith("No change of meaning found.\n\nLooked for:")
    assert not find_list(page).view.isVisible()
    assert find_list(page).state.isVisible()


# --- the page ----------------------------------------------------------------------------------


def test_the_words_have_a_tooltip_with_the_reason(page: ComparisonPage) -> None:
    at = QPointF(point_of(page.reader, Side.REWRITE, REWRITE.index("45")))
    tip = page.reader.pointer.tip_at(at)
    assert tip.startswith("◆ Number: 40 became 45\nA hint: read both passages.")
    assert "Reworded: 40 → 45" in tip


def test_a_click_on_its_words_makes_a_finding_the_current_one(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    at = point_of(page.reader, Side.ORIGINAL, ORIGINAL.index("Peter") + 2)
    qtbot.mouseClick(page.reader.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert current(page) == "name"
    assert "another name" in status(window)
    index = find_list(page).view.currentIndex()
    assert index.data() == "Peter → Paul"


def test_the_inspector_gives_the_reason(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    window.view.set_has_inspector(True)
    press(qtbot, page, Qt.Key.Key_F)
    texts = [label.text() for label in page.inspector.findings.labels()]
    assert texts == ["not confirmed → confirmed", "◆ Negation: the negation is gone"]


@pytest.mark.parametrize("mode", [Mode.ALIGN, Mode.ONE_COLUMN, Mode.FLOWING])
def test_the_current_finding_stays_in_other_layouts(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage, mode: Mode
) -> None:
    for _ in range(2):
        press(qtbot, page, Qt.Key.Key_F)
    window.view.set_mode(mode)
    assert current(page) == "number"
    press(qtbot, page, Qt.Key.Key_F)
    assert current(page) == "name"


# --- not an error ------------------------------------------------------------------------------


def test_e_sets_the_current_finding_aside_and_undo_brings_it_back(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    for _ in range(2):
        press(qtbot, page, Qt.Key.Key_F)
    press(qtbot, page, Qt.Key.Key_E)
    assert status(window) == "Done: “not an error” for 40 → 45"
    assert "40 → 45" not in listed(page)
    assert listed(page)[-1] == "▸ 1 set aside"
    assert find_list(page).head.title.text() == "Findings (2)"
    assert "“not an error” for 40 → 45" in window.commands[Command.UNDO].text()
    window.commands[Command.UNDO].trigger()
    assert "40 → 45" in listed(page)
    window.commands[Command.REDO].trigger()
    assert "40 → 45" not in listed(page)


def test_in_the_list_the_next_finding_follows_the_one_set_aside(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    view = find_list(page).view
    window.commands[Command.GO_TO_FINDINGS].trigger()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert view.hasFocus()
    assert view.currentIndex().data() == "Peter → Paul"


def test_what_was_set_aside_is_listed_and_can_be_shown_again(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    view = find_list(page).view
    window.commands[Command.GO_TO_FINDINGS].trigger()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert listed(page)[-1] == "▸ 1 set aside"
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert listed(page)[-2:] == ["▾ 1 set aside", "not confirmed → confirmed"]
    row = find_list(page).model.rowCount() - 1
    assert find_list(page).model.line(row).kind is LineKind.ASIDE
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert "▾ 1 set aside" not in listed(page)
    assert listed(page)[1] == "not confirmed → confirmed"


def test_the_button_in_the_inspector_sets_it_aside(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    window.view.set_has_inspector(True)
    press(qtbot, page, Qt.Key.Key_F)
    (button,) = page.inspector.findings.buttons()
    assert button.text() == "Not an error  E"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "not confirmed → confirmed" not in listed(page)
    assert page.inspector.findings.buttons() == []


def test_the_menu_of_a_finding_offers_it(window: MainWindow, page: ComparisonPage) -> None:
    assert page.findings.shown is not None
    number = int(page.findings.shown.shown[0])
    texts = [action.text() for action in window.workspace.findings.menu(number).actions()]
    assert texts == ["Go there", "Not an error"]


def test_the_menu_of_the_text_offers_it_on_the_words_of_a_finding(
    window: MainWindow, page: ComparisonPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)
    for word, is_offered in (("45", True), ("boats", False)):
        at = point_of(page.reader, Side.REWRITE, REWRITE.index(word))
        reason = QContextMenuEvent.Reason.Mouse
        page.reader.contextMenuEvent(QContextMenuEvent(reason, at, page.mapToGlobal(at)))
        actions = window.workspace.corrections.menu().actions()
        assert (window.commands[Command.NOT_AN_ERROR] in actions) is is_offered


def test_without_a_finding_it_is_said_what_to_do(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    press(qtbot, page, Qt.Key.Key_E)
    assert status(window) == "Go to a finding first, or put the caret in it."


def test_it_is_kept_with_the_pair_and_found_where_the_files_changed_elsewhere(
    qtbot: QtBot, new_window: NewWindow, files: tuple[Path, Path]
) -> None:
    window = new_window()
    page = opened(qtbot, window, files)
    press(qtbot, page, Qt.Key.Key_F)
    press(qtbot, page, Qt.Key.Key_E)
    window.close()
    for path in files:
        path.write_text("A new beginning.\n\n" + path.read_text("utf-8"), "utf-8")
    again = opened(qtbot, new_window(), files)
    assert listed(again) == [
        "Another fact or certainty",
        "40 → 45",
        "Peter → Paul",
        "▸ 1 set aside",
    ]


def test_where_the_passage_itself_changed_it_is_shown_again(
    qtbot: QtBot, new_window: NewWindow, files: tuple[Path, Path]
) -> None:
    window = new_window()
    page = opened(qtbot, window, files)
    press(qtbot, page, Qt.Key.Key_F)
    press(qtbot, page, Qt.Key.Key_E)
    window.close()
    files[1].write_text(REWRITE.replace("the plan", "the whole plan"), "utf-8")
    again = opened(qtbot, new_window(), files)
    assert "not confirmed → confirmed" in listed(again)


def test_a_session_has_what_was_set_aside(
    qtbot: QtBot,
    new_window: NewWindow,
    files: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "port.facing"
    monkeypatch.setattr(messages, "choose_session_to_save", lambda *_: str(path))
    window = new_window()
    page = opened(qtbot, window, files)
    press(qtbot, page, Qt.Key.Key_F)
    press(qtbot, page, Qt.Key.Key_E)
    window.commands[Command.SAVE_SESSION].trigger()
    (aside,) = read_session(path).corrections.set_aside
    assert aside.rewrite == ("The mayor has confirmed the plan.",)


# --- the guide ---------------------------------------------------------------------------------


def test_the_guide_says_that_findings_are_hints(window: MainWindow) -> None:
    pages = guide_pages(window.commands.keys)
    text = dict(pages[0][1])["What changed in meaning"]
    assert "Findings are hints" in text
    assert "read both passages" in text
    assert "F and Shift+F" in text


def test_where_nothing_is_found_the_keyboard_goes_to_the_words_that_say_so(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = show_pair(window, "The lamp was quiet.", "The lamp was silent.")
    window.activateWindow()
    window.commands[Command.GO_TO_FINDINGS].trigger()
    said = find_list(page).state
    assert said.hasFocus()
    assert said.text().startswith("No change of meaning found")
    qtbot.keyClick(said, Qt.Key.Key_Escape)
    assert page.reader.hasFocus()


def test_the_keyboard_stays_with_the_list_when_it_fills_and_empties(
    window: MainWindow, page: ComparisonPage
) -> None:
    findings, shown = find_list(page), find_list(page).model.shown
    assert shown is not None
    window.activateWindow()
    window.commands[Command.GO_TO_FINDINGS].trigger()
    none = ShownFindings(shown.pages, shown.filter.from_severity(6))
    findings.set_findings(none)
    assert findings.state.hasFocus()
    findings.set_findings(shown)
    assert findings.view.hasFocus()
    assert findings.current() is not None


def test_both_lists_are_left_by_the_same_keys(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    window.activateWindow()
    for command in (Command.GO_TO_FINDINGS, Command.GO_TO_LIST):
        for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
            window.commands[command].trigger()
            view = window.focusWidget()
            assert isinstance(view, EntryView)
            qtbot.keyClick(view, key)
            assert page.reader.hasFocus()


def test_a_row_that_was_a_heading_has_room_for_a_finding(page: ComparisonPage) -> None:
    view = find_list(page).view
    low, high = view.rowHeight(0), view.rowHeight(1)
    assert low < high
    view.set_other_rows([1])
    assert [view.rowHeight(row) for row in (0, 1)] == [high, low]
