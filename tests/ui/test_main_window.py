from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.core.progress import Stage
from facing_pages.marks.kinds import ViewKind
from facing_pages.session.pair import Source
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.message_boxes import show_internal_error
from facing_pages.ui.common.theme import ThemeChoice
from facing_pages.ui.shell.event_filters import after_first_paint
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.wording.notice import Action

from .conftest import NewWindow, show_pair

ONE = "The lamp was quiet when she came down. Nobody knew.\n\nIt rained on the granite steps."
TWO = "The lamp was silent when she came down. Nobody knew.\n\nIt rained on the granite steps."


def topics(window: MainWindow) -> set[str]:
    return {notice.topic for notice in window.frame.bars.notices()}


def compared(window: MainWindow, qtbot: QtBot, *files: Path) -> None:
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        window.workspace.opener.open_files(*(str(file) for file in files))


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    original, rewrite = tmp_path / "one.txt", tmp_path / "two.txt"
    original.write_text(ONE, "utf-8")
    rewrite.write_text(TWO, "utf-8")
    return original, rewrite


def drop(window: MainWindow, mime: QMimeData, x: float) -> None:
    """Drop something at a place of the window."""
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(x, 300).toPoint(), actions, mime, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert window.frame.drop_target.overlay.isVisible() == enter.isAccepted()
    event = QDropEvent(QPointF(x, 300), actions, mime, buttons, keys)
    QApplication.sendEvent(window, event)
    assert not window.frame.drop_target.overlay.isVisible()


def urls(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_a_new_window_offers_what_to_do(window: MainWindow) -> None:
    assert window.start.empty.isVisible()
    assert not window.commands[Command.NEXT_CHANGE].isEnabled()
    assert window.commands[Command.OPEN].isEnabled()


def test_a_pair_is_compared_by_the_worker(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    compared(window, qtbot, *files)
    assert window.page.isVisible()
    assert window.windowTitle() == "one.txt ↔ two.txt — Facing Pages"
    assert window.page.navigator.place_text() == "1 change"


def test_two_dropped_files_are_compared(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        drop(window, urls(*files), 100)
    assert window.controller.state.pages is not None


def test_one_file_on_each_side_makes_a_pair(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    drop(window, urls(files[1]), 1000)
    assert "two.txt" in window.start.empty.cards[Side.REWRITE].state.text()
    assert window.controller.state.pages is None
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        drop(window, urls(files[0]), 100)
    assert window.controller.state.pages is not None
    assert window.controller.state.pages.original.name == "one.txt"


def test_a_dropped_file_replaces_one_side(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path
) -> None:
    compared(window, qtbot, *files)
    third = tmp_path / "three.txt"
    third.write_text(TWO.replace("rained", "snowed"), "utf-8")
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        drop(window, urls(third), 1000)
    pages = window.controller.state.pages
    assert pages is not None
    assert (pages.original.name, pages.rewrite.name) == ("one.txt", "three.txt")


def test_three_files_are_refused_with_a_reason(
    window: MainWindow, files: tuple[Path, Path], tmp_path: Path
) -> None:
    drop(window, urls(*files, tmp_path), 100)
    assert "3 files were given" in window.frame.bars.notices()[0].text


@pytest.mark.parametrize("name", ["missing.txt", "folder", "picture.png", "empty.txt", "huge.txt"])
def test_a_bad_file_leaves_the_comparison_on_screen(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path, name: str
) -> None:
    compared(window, qtbot, *files)
    before = window.controller.state.pages
    bad = tmp_path / name
    if name == "folder":
        bad.mkdir()
    elif name == "picture.png":
        bad.write_bytes(b"\x89PNG\r\n\x1a\n")
    elif name == "huge.txt":
        with bad.open("wb") as file:
            file.truncate(300_000_000)
    elif name == "empty.txt":
        bad.write_text("")
    compared(window, qtbot, files[0], bad)
    assert window.controller.state.pages is before
    assert window.page.isVisible()
    notice = window.frame.bars.notices()[-1]
    assert notice.text.startswith(name)
    assert notice.is_problem


def test_with_a_bad_file_the_good_side_is_kept(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path
) -> None:
    compared(window, qtbot, files[0], tmp_path / "missing.txt")
    assert window.start.empty.isVisible()
    assert "one.txt" in window.start.empty.cards[Side.ORIGINAL].state.text()
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        window.controller.set_side(Side.REWRITE, Source(path=str(files[1])))
    assert window.controller.state.pages is not None


def test_pasted_text_is_compared(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(ONE)
    window.commands[Command.PASTE_ORIGINAL].trigger()
    QGuiApplication.clipboard().setText(TWO)
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        window.commands[Command.PASTE_REWRITE].trigger()
    assert window.controller.state.pages is not None
    assert window.controller.state.pages.rewrite.name == "pasted rewrite"


def test_swapping_exchanges_the_sides(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    compared(window, qtbot, *files)
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        window.commands[Command.SWAP].trigger()
    assert window.controller.state.pages is not None
    assert window.controller.state.pages.original.name == "two.txt"


def test_a_file_that_changes_on_disk_is_told_and_read_again(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    compared(window, qtbot, *files)
    with qtbot.waitSignal(window.controller.notice_raised, timeout=10_000):
        files[1].write_text(ONE, "utf-8")
    notice = next(n for n in window.frame.bars.notices() if n.topic == "changed-rewrite")
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        window.frame.bars.action_chosen.emit(notice, Action.READ_AGAIN)
    assert "same" in topics(window)


def test_a_file_that_vanishes_leaves_its_text_on_screen(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    compared(window, qtbot, *files)
    with qtbot.waitSignal(window.controller.notice_raised, timeout=10_000):
        files[1].unlink()
    assert "no longer there" in window.frame.bars.notices()[-1].text
    assert window.page.isVisible()


def test_a_new_pair_replaces_the_running_one(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path
) -> None:
    long = tmp_path / "long.txt"
    long.write_text("\n\n".join(f"On day {k} the keeper counted {k} boats." for k in range(8000)))
    window.workspace.opener.open_files(str(long), str(long))
    compared(window, qtbot, *files)
    assert window.controller.state.pages is not None
    assert window.controller.state.pages.original.name == "one.txt"
    assert not window.controller.client.is_busy


def test_stopping_keeps_what_is_there_and_offers_to_go_on(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    long, other = tmp_path / "long.txt", tmp_path / "other.txt"
    lines = [f"On day {k} the keeper counted {k} boats in harbour {k}." for k in range(6000)]
    long.write_text("\n\n".join(lines))
    other.write_text("\n\n".join(lines).replace("counted", "saw"))
    with qtbot.waitSignal(window.controller.pages_changed, timeout=30_000):
        window.workspace.opener.open_files(str(long), str(other))
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        window.controller.client.stop()
    assert window.controller.state.pages is not None
    assert "stopped" in topics(window)


def test_recent_pairs_are_offered_again(
    new_window: NewWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    first = new_window()
    compared(first, qtbot, *files)
    first.close()
    assert new_window().settings.recent[0].original == str(files[0])


def test_closing_a_pair_shows_the_empty_state(sample_window: MainWindow) -> None:
    sample_window.commands[Command.CLOSE].trigger()
    assert sample_window.start.empty.isVisible()
    assert sample_window.frame.bars.notices() == []


def test_the_theme_is_chosen_and_remembered(new_window: NewWindow) -> None:
    first = new_window()
    first.store.set_theme(ThemeChoice.DARK)
    assert first.view.theme.is_dark
    first.close()
    assert new_window().view.theme.is_dark


def test_zoom_changes_the_text_and_is_remembered(sample_window: MainWindow) -> None:
    before = sample_window.page.reader.model.style.line_height
    sample_window.commands[Command.ZOOM_IN].trigger()
    assert sample_window.page.reader.model.style.line_height > before
    sample_window.commands[Command.ZOOM_RESET].trigger()
    assert sample_window.page.reader.model.style.line_height == before


def test_typography_is_shown_on_wish_only(window: MainWindow) -> None:
    page = show_pair(window, 'He said "no" to the keeper.', "He said “no” to the keeper.")
    assert page.navigator.place_text() == "0 changes"
    notice = next(n for n in window.frame.bars.notices() if n.topic == "same")
    window.frame.bars.action_chosen.emit(notice, Action.SHOW_TYPOGRAPHY)
    assert page.navigator.place_text() == "2 changes"


def test_kinds_can_be_switched_off(sample_window: MainWindow) -> None:
    page = sample_window.page
    assert page.navigator.navigation is not None
    counts = page.navigator.navigation.counts()
    before = len(page.navigator.navigation)
    sample_window.frame.toolbar.kinds.buttons[ViewKind.REWORDED].click()
    assert page.navigator.navigation is not None
    assert len(page.navigator.navigation) == before - counts[ViewKind.REWORDED]


def test_the_repairs_are_shown_on_wish(sample_window: MainWindow, qtbot: QtBot) -> None:
    notice = next(n for n in sample_window.frame.bars.notices() if n.topic == "repairs-original")
    sample_window.frame.bars.action_chosen.emit(notice, Action.SHOW_REPAIRS)
    dialogs = [w for w in QApplication.topLevelWidgets() if w.windowTitle().startswith("Repairs")]
    assert len(dialogs) == 1
    dialogs[0].close()


def test_every_command_is_offered_and_connected(sample_window: MainWindow) -> None:
    commands = sample_window.commands
    assert set(commands) == set(Command)
    for command in Command:
        is_connected = commands[command].receivers("2triggered(bool)") > 0
        assert is_connected, command


def test_an_internal_error_is_told_with_details(window: MainWindow) -> None:
    window.controller.broke.emit("Traceback: something")
    boxes = [w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Facing Pages"]
    dialogs = [box for box in boxes if box is not window and box.isVisible()]
    assert dialogs
    for box in dialogs:
        box.close()


def test_a_worker_that_dies_while_idle_is_replaced_silently(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    compared(window, qtbot, *files)
    kill_workers()
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        window.commands[Command.SWAP].trigger()
    assert window.controller.state.pages is not None
    assert window.controller.state.pages.original.name == "two.txt"


def test_a_worker_that_dies_at_work_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    long = tmp_path / "long.txt"
    long.write_text("\n\n".join(f"On day {k} the keeper counted {k} boats." for k in range(8000)))
    with qtbot.waitSignal(window.controller.pages_changed, timeout=30_000):
        window.workspace.opener.open_files(str(long), str(long))
    with qtbot.waitSignal(window.controller.broke, timeout=30_000):
        kill_workers()
    assert window.controller.state.pages is not None
    for box in QApplication.topLevelWidgets():
        if box is not window and box.isVisible():
            box.close()


def kill_workers() -> None:
    for process in multiprocessing.active_children():
        process.kill()


def press(
    window: MainWindow, kind: QEvent.Type, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    QApplication.sendEvent(window, QKeyEvent(kind, key, modifier))


def test_alt_alone_goes_to_the_menu_bar_and_alt_held_for_a_shortcut_does_not(
    window: MainWindow,
) -> None:
    none, alt = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
    override, release = QEvent.Type.ShortcutOverride, QEvent.Type.KeyRelease
    for times in (1, 2):
        press(window, override, Qt.Key.Key_Alt, none)
        press(window, release, Qt.Key.Key_Alt, alt)
        assert (window.menuBar().activeAction() is None) == (times == 2)
    for _ in range(2):  # as Qt hands them on while a screen reader listens on a busy machine
        press(window, override, Qt.Key.Key_Alt, none)
        press(window, override, Qt.Key.Key_Down, alt)
        QApplication.sendEvent(window, QEvent(QEvent.Type.Shortcut))
        press(window, override, Qt.Key.Key_Alt, none)
        press(window, release, Qt.Key.Key_Alt, alt)
        assert window.menuBar().activeAction() is None


def test_what_takes_the_processor_waits_until_the_window_is_painted(
    qtbot: QtBot, new_window: NewWindow
) -> None:
    window = new_window()
    window.hide()
    done: list[bool] = []
    after_first_paint(window, lambda: done.append(window.isVisible()))
    qtbot.wait(50)
    assert done == []
    window.show()
    qtbot.waitUntil(lambda: bool(done), timeout=5000)
    window.update()
    qtbot.wait(50)
    assert done == [True]


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
def test_the_button_for_what_does_not_fit_is_seen_in_every_theme(
    window: MainWindow, qtbot: QtBot, theme: ThemeChoice
) -> None:
    window.store.set_theme(theme)
    window.resize(420, 600)
    more = window.frame.toolbar.more
    qtbot.waitUntil(more.isVisible)
    picture, chrome = more.grab().toImage(), window.view.theme.chrome
    colors = [picture.pixelColor(x, y) for x in range(more.width()) for y in range(more.height())]
    assert max(abs(color.lightness() - chrome.lightness()) for color in colors) > 100


def test_long_words_in_the_status_line_need_no_wider_window(window: MainWindow) -> None:
    status = window.frame.status
    least = status.minimumSizeHint().width()
    status.set_facts("much was said of it, " * 20)
    status.set_link("much was said of it, " * 20)
    status.show_work(Stage.FINDINGS, 0.5)
    assert status.minimumSizeHint().width() - least <= status.stop.sizeHint().width() + 20


def test_without_a_pair_there_are_no_counts_of_the_last_one(
    window: MainWindow, files: tuple[Path, Path]
) -> None:
    window.resize(1280, 800)
    show_pair(window, *files)
    texts = {button.text() for button in window.frame.toolbar.kinds.buttons.values()}
    assert any(text[-1].isdigit() for text in texts)
    window.commands[Command.HIDE_UNCHANGED].trigger()
    window.commands[Command.CLOSE].trigger()
    texts = {button.text() for button in window.frame.toolbar.kinds.buttons.values()}
    assert not any(text[-1].isdigit() for text in texts)
    assert not window.commands[Command.HIDE_UNCHANGED].isChecked()


def test_where_one_text_is_read_alone_no_marks_are_offered(
    window: MainWindow, files: tuple[Path, Path]
) -> None:
    show_pair(window, *files)
    toolbar = window.frame.toolbar
    for mode, is_marked in ((Mode.REWRITE, False), (Mode.SIDE_BY_SIDE, True)):
        window.view.set_mode(mode)
        assert (toolbar.kinds.isEnabled(), toolbar.level.isEnabled()) == (is_marked, is_marked)


@pytest.mark.parametrize(("width", "has_both"), [(1200, True), (760, False)])
def test_what_is_said_of_a_place_comes_before_the_facts(
    window: MainWindow, qtbot: QtBot, width: int, has_both: bool
) -> None:
    status = window.frame.status
    window.resize(width, 600)
    status.set_facts(
        "of the original’s words 60 % reworded, 8 % removed; of the rewrite’s 12 % added"
    )
    assert not status.facts.isHidden()
    status.set_link("silent instead of quiet, reworded, change 1 of 36, paragraph 1")
    assert status.facts.isHidden() is not has_both
    qtbot.waitUntil(lambda: status.link.width() >= status.link.sizeHint().width())
    status.set_link("")
    assert not status.facts.isHidden()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_icon_of_an_error_has_the_colour_of_the_present_theme(
    window: MainWindow, choice: ThemeChoice
) -> None:
    window.store.set_theme(choice)
    box = show_internal_error(window, "details")
    image = box.iconPixmap().toImage()
    colors = {image.pixelColor(image.width() // 2, y).name() for y in range(image.height())}
    assert window.view.theme.error.name() in colors
    box.close()
