"""Caret and selection by keyboard and mouse, and what is copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side, Span
from facing_pages.core.resources import resource
from facing_pages.ui.common.commands import Command
from facing_pages.ui.comparison.comparison_page import ComparisonPage
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.modes import Mode

from .conftest import point_of, show_pair

ORIGINAL = (
    "The lamp was quiet when she came down to the harbour. Nobody had told her.\n\n"
    "It rained on the granite steps all night long, and in the morning it rained still."
)
REWRITE = ORIGINAL.replace("quiet", "silent").replace("all night long", "through the night")
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(window: MainWindow) -> ComparisonPage:
    page = show_pair(window, ORIGINAL, REWRITE)
    page.reader.setFocus()
    return page


def press(page: ComparisonPage, qtbot: QtBot, *keys: Qt.Key, held: object = PLAIN) -> None:
    for key in keys:
        qtbot.keyClick(page.reader, key, held)  # type: ignore[arg-type]


def caret(page: ComparisonPage) -> tuple[Side, int]:
    assert page.reader.caret.place is not None
    return page.reader.caret.place


def test_a_click_puts_the_caret_there(page: ComparisonPage, qtbot: QtBot) -> None:
    at = REWRITE.index("silent") + 2
    point = point_of(page.reader, Side.REWRITE, at)
    qtbot.mouseClick(page.reader.viewport(), Qt.MouseButton.LeftButton, pos=point)
    side, position = caret(page)
    assert side is Side.REWRITE
    assert position in (at, at + 1)


def test_arrows_move_by_characters_words_and_lines(page: ComparisonPage, qtbot: QtBot) -> None:
    page.reader.caret.put(Side.ORIGINAL, 4)
    press(page, qtbot, Qt.Key.Key_Right)
    assert caret(page) == (Side.ORIGINAL, 5)
    press(page, qtbot, Qt.Key.Key_Right, held=CTRL)
    assert caret(page) == (Side.ORIGINAL, ORIGINAL.index("was"))
    press(page, qtbot, Qt.Key.Key_Left, Qt.Key.Key_Left, held=CTRL)
    assert caret(page) == (Side.ORIGINAL, 0)
    press(page, qtbot, Qt.Key.Key_Down)
    below = caret(page)[1]
    assert below > 20
    press(page, qtbot, Qt.Key.Key_Up)
    assert caret(page) == (Side.ORIGINAL, 0)
    press(page, qtbot, Qt.Key.Key_End)
    assert 20 < caret(page)[1] < below
    press(page, qtbot, Qt.Key.Key_Home)
    assert caret(page) == (Side.ORIGINAL, 0)


def test_the_caret_goes_from_paragraph_to_paragraph(page: ComparisonPage, qtbot: QtBot) -> None:
    second = ORIGINAL.index("It rained")
    page.reader.caret.put(Side.ORIGINAL, 9)
    press(page, qtbot, Qt.Key.Key_Down, held=CTRL)
    assert caret(page) == (Side.ORIGINAL, second)
    press(page, qtbot, Qt.Key.Key_Left)
    assert caret(page) == (Side.ORIGINAL, ORIGINAL.index("\n"))
    press(page, qtbot, Qt.Key.Key_Right)
    assert caret(page) == (Side.ORIGINAL, second)
    press(page, qtbot, Qt.Key.Key_End, held=CTRL)
    assert caret(page) == (Side.ORIGINAL, len(ORIGINAL))


def test_shift_selects_across_paragraphs_and_copies_clean(
    page: ComparisonPage, qtbot: QtBot
) -> None:
    page.reader.caret.put(Side.REWRITE, REWRITE.index("told her"))
    press(page, qtbot, Qt.Key.Key_Down, held=CTRL | SHIFT)
    press(page, qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, held=CTRL | SHIFT)
    assert page.reader.copying.selected_text() == "told her.\nIt rained "
    press(page, qtbot, Qt.Key.Key_Escape)
    assert page.reader.copying.selected_text() == ""
    assert page.reader.caret.place is not None
    press(page, qtbot, Qt.Key.Key_Escape)
    assert page.reader.caret.place is None


def test_a_caret_counts_an_emoji_as_one_step(window: MainWindow, qtbot: QtBot) -> None:
    text = "A 👩‍👩‍👧 and e\u0301 here."
    page = show_pair(window, text, text)
    page.reader.caret.put(Side.ORIGINAL, 2)
    press(page, qtbot, Qt.Key.Key_Right)
    assert caret(page) == (Side.ORIGINAL, text.index(" and"))
    page.reader.caret.put(Side.ORIGINAL, text.index("e\u0301"))
    press(page, qtbot, Qt.Key.Key_Right)
    assert caret(page) == (Side.ORIGINAL, text.index(" here"))


def test_in_one_column_the_caret_visits_old_and_new_words(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.view.set_mode(Mode.ONE_COLUMN)
    page.reader.caret.put(Side.REWRITE, REWRITE.index("silent") - 2)
    visited = []
    for _ in range(16):
        press(page, qtbot, Qt.Key.Key_Right)
        visited.append(caret(page))
    assert (Side.ORIGINAL, ORIGINAL.index("quiet") + 2) in visited
    assert (Side.REWRITE, REWRITE.index("silent") + 2) in visited


def test_a_selection_in_one_column_belongs_to_one_text(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.view.set_mode(Mode.ONE_COLUMN)
    page.reader.caret.put(Side.REWRITE, REWRITE.index("was"))
    for _ in range(3):
        press(page, qtbot, Qt.Key.Key_Right, held=CTRL | SHIFT)
    assert page.reader.copying.selected_text() in ("was silent when ", "was silent ")


def test_a_third_click_selects_the_sentence(page: ComparisonPage, qtbot: QtBot) -> None:
    point = point_of(page.reader, Side.ORIGINAL, 6)
    viewport = page.reader.viewport()
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point)
    assert page.reader.copying.selected_text() == ORIGINAL.split(" Nobody", maxsplit=1)[0]


def test_a_selection_frames_what_faces_it(page: ComparisonPage) -> None:
    page.reader.caret.select(Side.ORIGINAL, Span(4, 8))
    framed = page.reader.model.highlights.framed
    assert [side for side, _ in framed] == [Side.REWRITE]
    assert framed[0][1].of(REWRITE).startswith("The lamp was silent")


def test_both_sides_are_copied_with_their_names(page: ComparisonPage, window: MainWindow) -> None:
    page.reader.caret.select(Side.ORIGINAL, Span(0, 8))
    window.commands[Command.COPY_BOTH].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Original (one.txt):\nThe lamp\n")
    assert "Rewrite (two.txt):\nThe lamp was silent" in copied


def test_marks_are_copied_as_rich_text(page: ComparisonPage, window: MainWindow) -> None:
    page.reader.caret.select(Side.REWRITE, Span(0, 30))
    window.commands[Command.COPY_WITH_MARKS].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == REWRITE[:30]
    assert "dotted" in data.html()
    assert ">silent</span>" in data.html()


def test_f6_goes_round_the_panes(page: ComparisonPage, window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    page.panels.findings.state.setFocus()
    visited: list[object] = []
    for _ in range(3):
        window.commands[Command.NEXT_PANE].trigger()
        focused = window.focusWidget()
        visited.append(
            page.reader.caret.place[0] if focused is page.reader and page.reader.caret.place else 0
        )
    assert visited == [Side.ORIGINAL, Side.REWRITE, 0]
    assert window.focusWidget() is page.panels.findings.state


def test_thousands_of_paragraphs_are_selected_at_once(window: MainWindow) -> None:
    text = "\n\n".join(f"Paragraph {k} has a few words." for k in range(4000))
    page = show_pair(window, text, text)
    page.reader.caret.select_all()
    assert page.reader.copying.selected_text().count("\n") == 3999


def test_a_selection_is_dragged_out_clean_and_with_marks(
    page: ComparisonPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[tuple[str, str]] = []

    def take(drag: QDrag, *_: object) -> Qt.DropAction:
        dragged.append((drag.mimeData().text(), drag.mimeData().html()))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", take)
    page.reader.caret.select(Side.REWRITE, Span(0, REWRITE.index(" when")))
    viewport, start = page.reader.viewport(), point_of(page.reader, Side.REWRITE, 6)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(viewport, start + QPoint(30, 30))
    assert dragged[0][0] == "The lamp was silent"
    assert ">silent</span>" in dragged[0][1]
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start)
    assert page.reader.copying.selected_text() == "The lamp was silent"


def test_escape_takes_the_frame_of_a_hovered_sentence_away(
    page: ComparisonPage, qtbot: QtBot
) -> None:
    qtbot.mouseMove(page.reader.viewport(), point_of(page.reader, Side.ORIGINAL, 6))
    assert page.reader.model.highlights.framed
    press(page, qtbot, Qt.Key.Key_Escape)
    assert page.reader.model.highlights.framed == ()


def test_letters_are_no_commands_when_switched_off(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.store.change(letter_keys=False)
    press(page, qtbot, Qt.Key.Key_N)
    assert page.reader.place.current_change() is None
    window.store.change(letter_keys=True)
    press(page, qtbot, Qt.Key.Key_N)
    assert page.reader.place.current_change() == 0


def test_the_caret_goes_through_right_to_left_text(window: MainWindow, qtbot: QtBot) -> None:
    files = [resource(f"sample/right-to-left{part}.txt") for part in ("", ".rewrite")]
    page = show_pair(window, *files)
    assert page.pages is not None
    text = page.pages.original.text
    page.reader.caret.put(Side.ORIGINAL, 0)
    layout = page.reader.model.layout
    assert layout is not None
    placed = layout.visible(Side.ORIGINAL, 600)[0][0].paragraphs[Side.ORIGINAL][0]
    boxes = [placed.layout.caret_box(k).left() for k in range(4)]
    assert boxes == sorted(boxes, reverse=True)
    press(page, qtbot, Qt.Key.Key_Down, held=CTRL | SHIFT)
    press(page, qtbot, Qt.Key.Key_Down, held=CTRL | SHIFT)
    assert page.reader.copying.selected_text() == text[: text.index("\n", 20)].replace("\n\n", "\n")
