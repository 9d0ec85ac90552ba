"""How a file is read is a person's to say: encoding, repairs, password."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from facing_pages.core.model import RepairKind, Side
from facing_pages.core.reading.choices import ENCODINGS, ReadingChoices
from facing_pages.ui.common import message_boxes as messages
from facing_pages.ui.common.message_bar import MessageBar
from facing_pages.ui.comparison.column_headers import HeaderAction
from facing_pages.ui.dialogs.reading_dialogs import EncodingDialog, RepairsDialog
from facing_pages.ui.shell.main_window import MainWindow
from tests.helpers.places import DATA

from .conftest import NewWindow

TEXT = "Łódź was quiet when she came down to it. Nobody knew why."


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """Return a window with a pair of which one file is in an old encoding, the other damaged."""
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_bytes(TEXT.encode("iso-8859-2"))
    two.write_text("It wasnâ€™t quiet &amp; she came down to it.", "utf-8")
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        window.workspace.opener.open_files(str(one), str(two))
    return window


def test_an_encoding_is_chosen_by_what_the_text_looks_like(qtbot: QtBot, shown: MainWindow) -> None:
    shown.workspace.opener.do_header_action(Side.ORIGINAL, HeaderAction.ENCODING)
    dialog = shown.findChildren(EncodingDialog)[0]
    dialog.list.setCurrentRow(1 + ENCODINGS.index("windows-1251"))
    assert dialog.preview.toPlainText() != TEXT
    dialog.list.setCurrentRow(1 + ENCODINGS.index("iso-8859-2"))
    assert dialog.preview.toPlainText() == TEXT
    with qtbot.waitSignal(shown.controller.settled, timeout=60_000):
        dialog.findChild(QDialogButtonBox).accepted.emit()
    assert shown.controller.state.pages is not None
    assert shown.controller.state.pages.original.text == TEXT


def test_repairs_are_switched_off_and_on_again(qtbot: QtBot, shown: MainWindow) -> None:
    for kinds, expected in (
        ({RepairKind.MOJIBAKE}, "It wasnâ€™t quiet & she came down to it."),
        (set(), "It wasn’t quiet & she came down to it."),
    ):
        shown.workspace.opener.do_header_action(Side.REWRITE, HeaderAction.REPAIRS)
        dialog = shown.findChildren(RepairsDialog)[-1]
        assert set(dialog.boxes) == {RepairKind.MOJIBAKE, RepairKind.ENTITY}
        for kind, box in dialog.boxes.items():
            box.setChecked(kind not in kinds)
        with qtbot.waitSignal(shown.controller.settled, timeout=60_000):
            dialog.findChild(QDialogButtonBox).accepted.emit()
        assert shown.controller.state.pages is not None
        assert shown.controller.state.pages.rewrite.text == expected


def test_a_recent_pair_is_read_as_it_was_the_last_time(
    qtbot: QtBot, shown: MainWindow, new_window: NewWindow
) -> None:
    choices = ReadingChoices(encoding="iso-8859-2")
    with qtbot.waitSignal(shown.controller.settled, timeout=60_000):
        shown.workspace.opener.read_again(Side.ORIGINAL, choices)
    later = new_window()
    with qtbot.waitSignal(later.controller.settled, timeout=60_000):
        later.workspace.opener.open_recent(later.settings.recent[0])
    assert later.controller.state.shown is not None
    assert later.controller.state.shown.original.choices == choices
    assert later.controller.state.pages is not None
    assert later.controller.state.pages.original.text == TEXT


def test_a_locked_pdf_asks_for_its_password(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = DATA / "locked.pdf"
    other = tmp_path / "other.txt"
    other.write_text("The lamp was out.", "utf-8")
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        window.workspace.opener.open_files(str(locked), str(other))
    bar = window.frame.bars.findChildren(MessageBar)[0]
    assert bar.label.text().startswith("locked.pdf is protected by a password.")
    monkeypatch.setattr(messages, "ask_password", lambda *_: "lamp")
    button = next(b for b in bar.findChildren(QPushButton) if b.text() == "Enter the password…")
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        button.click()
    assert window.controller.state.pages is not None
    assert "lamp" in window.controller.state.pages.original.text


def test_a_chapter_is_compared_alone_and_the_whole_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    one, two = tmp_path / "book.md", tmp_path / "chapter.txt"
    one.write_text("# One\n\nThe lamp was out.\n\n# Two\n\nMorning came at last.", "utf-8")
    two.write_text("Morning came in the end.", "utf-8")
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        window.workspace.opener.open_files(str(one), str(two))
    assert window.controller.state.pages is not None
    window.page.reader.caret.put(
        Side.ORIGINAL, window.controller.state.pages.original.text.index("Two")
    )
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        window.workspace.opener.do_header_action(Side.ORIGINAL, HeaderAction.ONLY_PART)
    assert len(window.controller.state.pages.original) == 2
    whole = next(item for item in header_menu(window) if item.data()[1] is HeaderAction.WHOLE)
    assert whole.isEnabled()
    bars = window.frame.bars.findChildren(MessageBar)
    bar = next(b for b in bars if b.label.text() == "Only a part of book.md is compared.")
    button = bar.findChildren(QPushButton)[0]
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        button.click()
    assert len(window.controller.state.pages.original) == 4


def header_menu(window: MainWindow) -> list[QAction]:
    """Return the items of the menu over the original."""
    menu = window.page.headers.menu((Side.ORIGINAL,))
    return [item for item in menu.actions() if item.data() is not None]


def test_front_matter_is_left_out_and_taken_in_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    prose = "The lamp was quiet when she came down. Nobody in the house could say why it was. " * 2
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for file in files:
        file.write_text(f"A Lamp Goes Out\n\nBy A. Writer\n\n{prose}", "utf-8")
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        window.workspace.opener.open_files(*map(str, files))
    for count in (1, 3):
        with qtbot.waitSignal(window.controller.settled, timeout=60_000):
            window.workspace.opener.do_header_action(
                Side.ORIGINAL, HeaderAction.WITHOUT_FRONT_MATTER
            )
        assert window.controller.state.pages is not None
        assert len(window.controller.state.pages.original) == count
        on = {item.data()[1] for item in header_menu(window) if item.isChecked()}
        assert on == ({HeaderAction.WITHOUT_FRONT_MATTER} if count == 1 else set())
        said = [notice.text for notice in window.frame.bars.notices()]
        assert ("Only a part of one.txt is compared." in said) == (count == 1)


def test_wrapped_lines_can_be_left_as_they_are(qtbot: QtBot) -> None:
    repairs = [(RepairKind.HARD_WRAP, "⏎ → ␣", "…the lamp was out…")]
    dialog = RepairsDialog("one.txt", repairs, ReadingChoices())
    qtbot.addWidget(dialog)
    dialog.boxes[RepairKind.HARD_WRAP].setChecked(False)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.findChild(QDialogButtonBox).accepted.emit()
    assert chosen.args == [ReadingChoices(kept=frozenset({RepairKind.HARD_WRAP}))]
