"""Recent pairs: files, sessions and pasted texts, told from each other, removed and put back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.session.pasted_texts import pasted_key
from facing_pages.session.settings import MAX_PASTED, RecentPair, Settings
from facing_pages.ui.common import recent_pairs as recents_module
from facing_pages.ui.common.commands import Command
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.ui.start.recent_dialog import RecentDialog
from facing_pages.ui.start.recent_labels import opened_text, recent_details, recent_labels
from facing_pages.viewmodel.wording.notice import Action
from tests.ui.conftest import NewWindow
from tests.ui.test_sessions import files, link_both, saved
from tests.ui.test_undo_controller import paste, text_of

__all__ = ["files", "saved"]
QUIET = "The harbour was quiet. Nobody came down to the boats that night."
SILENT = "The harbour was silent. Nobody came down to the boats that night."


def menu_texts(window: MainWindow) -> list[str]:
    return [a.text() for a in window.recent.menu.actions() if a.text().startswith("&")][:-1]


def entries(window: MainWindow) -> list[str]:
    return [entry.name for entry in window.recent.entries()]


def kept_files(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "settings" / "pasted").glob("*.json"))


def test_a_pasted_text_is_kept_before_it_has_a_counterpart(
    window: MainWindow, tmp_path: Path, new_window: NewWindow
) -> None:
    QGuiApplication.clipboard().setText(QUIET)
    window.commands[Command.PASTE_ORIGINAL].trigger()
    assert QUIET in kept_files(tmp_path)[0].read_text("utf-8")
    later = new_window()
    later.workspace.opener.open_recent(later.settings.recent[0])
    assert "pasted original" in later.start.empty.cards[Side.ORIGINAL].state.text()


def test_pasted_pairs_are_reopened_with_corrections(
    qtbot: QtBot, window: MainWindow, new_window: NewWindow, tmp_path: Path
) -> None:
    QGuiApplication.clipboard().setText(QUIET)
    window.commands[Command.PASTE_ORIGINAL].trigger()
    paste(qtbot, window, SILENT, Side.REWRITE)
    link_both(qtbot, window)
    today = date.today()
    day = f"{today.day} {today:%b}"
    assert entries(window) == [f"Pasted, {day}, “The harbour was quiet. Nobody came down…”"]
    later = new_window()
    with qtbot.waitSignal(later.controller.settled, timeout=60_000):
        later.workspace.opener.open_recent(later.settings.recent[0])
    assert text_of(later, Side.REWRITE) == SILENT
    assert len(later.controller.state.corrections) == 1
    assert len(kept_files(tmp_path)) == 2


def test_a_file_beside_a_pasted_text_is_a_pair_too(
    qtbot: QtBot, window: MainWindow, new_window: NewWindow, files: tuple[Path, Path]
) -> None:
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        window.workspace.opener.open_files(*map(str, files))
    paste(qtbot, window, QUIET, Side.REWRITE)
    names = entries(window)
    assert names == [
        "gate.txt ↔ pasted “The harbour was quiet. Nobody came down…”",
        "gate.txt ↔ gate.rewrite.txt",
    ]
    later = new_window()
    with qtbot.waitSignal(later.controller.settled, timeout=60_000):
        later.workspace.opener.open_recent(later.settings.recent[0])
    assert text_of(later, Side.REWRITE) == QUIET


def test_sessions_are_listed_and_opened_as_such(
    qtbot: QtBot,
    saved: tuple[MainWindow, Path],
    new_window: NewWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, path = saved
    assert "gate.facing (session)" in entries(window)
    later = new_window()
    with qtbot.waitSignal(later.controller.settled, timeout=60_000):
        later.workspace.opener.open_recent(later.settings.recent[0])
    assert later.workspace.sessions.path == path


def test_the_menu_has_ten_entries_with_numbers(window: MainWindow) -> None:
    settings = Settings()
    for number in range(12):
        settings = settings.with_recent(RecentPair(f"/a/{number}&.txt", "/a/b.txt", "2026-11-01"))
    window.store.change(recent=settings.recent)
    texts = [a.text() for a in window.recent.menu.actions() if "↔" in a.text()]
    assert len(texts) == 10
    assert texts[0] == "&1 11&&.txt ↔ b.txt"
    assert texts[9].startswith("&0 ")


def test_pairs_with_the_same_names_are_told_apart_by_their_folders() -> None:
    def pair(folder: str) -> RecentPair:
        return RecentPair(f"{folder}/source.txt", f"{folder}/target.txt", "2026-11-01")

    def plain(pairs: list[RecentPair]) -> list[str]:
        return [label.replace("\\", "/") for label in recent_labels(pairs)]

    assert plain([pair("/texts/alpha"), pair("/texts/beta")]) == [
        "source.txt ↔ target.txt — alpha",
        "source.txt ↔ target.txt — beta",
    ]
    assert plain([pair("/a/x/y"), pair("/b/x/y"), pair("/c/z")]) == [
        "source.txt ↔ target.txt — a/x/y",
        "source.txt ↔ target.txt — b/x/y",
        "source.txt ↔ target.txt — /c/z",
    ]
    same = RecentPair("/o/source.txt", "/p/target.txt", "2026-11-01")
    other = replace(same, rewrite="/q/target.txt")
    assert plain([same, other]) == [
        "source.txt ↔ target.txt — p",
        "source.txt ↔ target.txt — q",
    ]


def test_a_missing_pair_is_grey_and_removed(
    qtbot: QtBot, window: MainWindow, files: tuple[Path, Path]
) -> None:
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        window.workspace.opener.open_files(*map(str, files))
    window.commands[Command.CLOSE].trigger()
    files[1].unlink()
    window.recent.menu.aboutToShow.emit()
    action = next(a for a in window.recent.menu.actions() if "↔" in a.text())
    qtbot.waitUntil(lambda: not action.isEnabled(), timeout=10_000)
    assert action.text() == "&1 gate.txt ↔ gate.rewrite.txt (not found)"
    assert not window.start.empty.recent_buttons[0].isEnabled()
    assert window.recent.remove_missing.isEnabled()
    window.recent.remove_missing.trigger()
    assert entries(window) == []
    files[1].write_text("Back.", "utf-8")


def test_a_removed_text_is_deleted_and_put_back_on_request(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, new_window: NewWindow
) -> None:
    QGuiApplication.clipboard().setText(QUIET)
    window.commands[Command.PASTE_ORIGINAL].trigger()
    window.commands[Command.UNDO].trigger()
    line = window.start.empty.recent_buttons[0].parentWidget()
    assert line is not None
    button = line.findChildren(QToolButton)[0]
    assert button.toolTip() == "Remove from this list and delete the pasted text"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert kept_files(tmp_path) == []
    assert window.settings.recent == ()
    bar = next(n for n in window.frame.bars.notices() if n.topic == "recent")
    assert bar.text.endswith("was removed from the list. Its pasted text is deleted.")
    window.frame.bars.action_chosen.emit(bar, Action.PUT_BACK)
    assert len(kept_files(tmp_path)) == 1
    assert window.settings.recent[0].original == pasted_key(QUIET)


def test_an_entry_is_removed_with_the_delete_key_and_the_next_has_the_focus(
    qtbot: QtBot, window: MainWindow
) -> None:
    settings = Settings()
    for number in range(3):
        settings = settings.with_recent(RecentPair(f"/a/{number}.txt", "/a/b.txt", "2026-11-01"))
    window.store.change(recent=settings.recent)
    window.activateWindow()
    window.start.empty.recent_buttons[1].setFocus()
    qtbot.keyClick(window.start.empty.recent_buttons[1], Qt.Key.Key_Delete)
    assert entries(window) == ["2.txt ↔ b.txt", "0.txt ↔ b.txt"]
    assert window.start.empty.focusWidget() is window.start.empty.recent_buttons[1]


def test_clearing_is_followed_by_all_windows_and_can_be_taken_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    pair = RecentPair("/a/1.txt", "/a/b.txt", "2026-11-01")
    other = MainWindow(window.store)
    qtbot.addWidget(other)
    window.store.change(recent=(pair,))
    assert entries(other) == ["1.txt ↔ b.txt"]
    assert any("1.txt" in a.text() for a in other.recent.menu.actions())
    window.recent.clear_all.trigger()
    assert not any("1.txt" in a.text() for a in other.recent.menu.actions())
    assert not window.recent.clear_all.isEnabled()
    bar = next(n for n in window.frame.bars.notices() if n.topic == "recent")
    window.frame.bars.action_chosen.emit(bar, Action.PUT_BACK)
    assert window.settings.recent == (pair,)
    other.controller.shut_down()


def test_the_dialog_lists_all_opens_and_removes(qtbot: QtBot, window: MainWindow) -> None:
    settings = Settings()
    for number in range(12):
        settings = settings.with_recent(RecentPair(f"/a/{number}.txt", "/a/b.txt", "2026-11-01"))
    window.store.change(recent=settings.recent)
    window.recent.all_recent.trigger()
    dialog = window.findChildren(RecentDialog)[0]
    assert dialog.list.topLevelItemCount() == 12
    dialog.remove_button.click()
    assert dialog.list.topLevelItemCount() == 11
    assert len(window.settings.recent) == 11
    chosen: list[RecentPair] = []
    dialog.chosen.connect(chosen.append)
    qtbot.waitUntil(lambda: not dialog.open_button.isEnabled(), timeout=10_000)
    assert chosen == []
    dialog.reject()


def test_many_pasted_texts_make_room_for_new_ones_but_not_those_with_corrections(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MAX_PASTED >= 50
    monkeypatch.setattr(recents_module, "MAX_PASTED", 3)
    QGuiApplication.clipboard().setText(QUIET)
    window.commands[Command.PASTE_ORIGINAL].trigger()
    paste(qtbot, window, SILENT, Side.REWRITE)
    link_both(qtbot, window)
    window.commands[Command.CLOSE].trigger()
    for number in range(5):
        QGuiApplication.clipboard().setText(f"Text number {number} is here.")
        window.commands[Command.PASTE_REWRITE].trigger()
    kept = [entry.key[:2] for entry in window.settings.recent]
    texts = [pasted_key(f"Text number {number} is here.") for number in (4, 3, 2)]
    assert kept == [*(("", key) for key in texts), (pasted_key(QUIET), pasted_key(SILENT))]
    assert len(kept_files(tmp_path)) == 5


def test_a_pasted_text_that_cannot_be_kept_is_told(
    window: MainWindow, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "settings" / "pasted"
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way", "utf-8")
    QGuiApplication.clipboard().setText(QUIET)
    window.commands[Command.PASTE_ORIGINAL].trigger()
    texts = [notice.text for notice in window.frame.bars.notices()]
    assert any(text.startswith("Unable to save the pasted text: ") for text in texts)
    assert "could not be kept" in caplog.text


def test_labels_in_german() -> None:
    pair = RecentPair(pasted_key("x"), "", "2026-11-29", original_words="Der Hafen")
    plain = RecentPair("/a/b.txt", "/a/c.txt", "2026-11-29")
    assert recent_details(pair).endswith("“Der Hafen”")
    assert opened_text(pair, date(2026, 12, 5)) == ""
    assert opened_text(plain, date(2026, 11, 30)) == "yesterday"
    assert opened_text(replace(plain, opened=""), date(2026, 11, 30)) == ""
    assert opened_text(replace(plain, opened="soon"), date(2026, 11, 30)) == ""
