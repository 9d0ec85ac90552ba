"""A person overrules the alignment: by keys, by mouse, undone by name, kept over reading again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.ui.common.commands import Command
from facing_pages.ui.comparison.comparison_page import ComparisonPage
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView, SetBy
from tests.ui.conftest import NewWindow, point_of

ORIGINAL = (
    "The ferry left at noon. Nobody waved from the pier.\n\n"
    "A storm was expected that night. The keeper lit the lamp early. He wrote it in the book.\n\n"
    "Morning came without wind. The ferry was back at its place."
)
REWRITE = (
    "At noon the ferry departed. No one stood waving on the pier.\n\n"
    "They expected a storm that night. The keeper lit his lamp before dusk, and he noted it in "
    "the book. His hands were cold.\n\n"
    "Morning arrived without wind. The ferry lay at its place again."
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = (tmp_path / "ferry.txt", tmp_path / "ferry.rewrite.txt")
    for path, text in zip(paths, (ORIGINAL, REWRITE), strict=True):
        path.write_text(text, "utf-8")
    return paths


def open_pair(qtbot: QtBot, window: MainWindow, files: tuple[Path, Path]) -> ComparisonPage:
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        window.workspace.opener.open_files(*map(str, files))
    window.view.set_mode(Mode.ALIGN)
    return window.page


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, files: tuple[Path, Path]) -> ComparisonPage:
    return open_pair(qtbot, window, files)


def pages_of(page: ComparisonPage) -> PairView:
    assert page.pages is not None
    return page.pages


def numbers(page: ComparisonPage) -> list[tuple[list[int], list[int]]]:
    """Return the sentences of all links, counted from 1."""
    links = [pages_of(page).rows.link(k) for k in range(len(pages_of(page).rows.links))]
    return [
        (
            [n + 1 for n in range(*link.original) if n >= 0],
            [n + 1 for n in range(*link.rewrite) if n >= 0],
        )
        for link in links
    ]


def put_caret(page: ComparisonPage, side: Side, sentence: int, inside: int = 2) -> None:
    start = pages_of(page).sentence_span(side, sentence - 1).start
    page.reader.scrolling.bring_into_view(side, start)
    page.reader.caret.put(side, start + inside)


def press(
    qtbot: QtBot,
    window: MainWindow,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key over the text and wait for what comes of it."""
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        qtbot.keyClick(window.page.reader, key, modifier)


def link_of(page: ComparisonPage, side: Side, sentence: int) -> tuple[list[int], list[int]]:
    return numbers(page)[pages_of(page).link_of(side, sentence - 1)]


def test_every_sentence_stands_on_a_line_of_its_own(page: ComparisonPage) -> None:
    assert page.reader.model.mode is Mode.ALIGN
    assert pages_of(page).row_count() == len(pages_of(page).rows.links)
    assert len(pages_of(page).original) == 7
    assert page.inspector.isVisible()
    assert page.inspector.buttons.isVisible()


def test_a_screen_reader_is_told_sentences(window: MainWindow, page: ComparisonPage) -> None:
    def said() -> list[str]:
        seen = QAccessible.queryAccessibleInterface(page.reader)
        lines = [seen.child(k) for k in range(seen.childCount())]
        names = [line.text(QAccessible.Text.Name) for line in lines]
        return [", ".join(name.split(", ")[:2]) for name in names]

    assert "Original, sentence 4" in said()
    assert "Rewrite, sentence 3" in said()
    window.view.set_mode(Mode.SIDE_BY_SIDE)
    assert "Rewrite, paragraph 3" in said()
    assert not any("sentence" in name for name in said())


def test_two_sentences_are_linked_by_keys_and_stay_linked(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    put_caret(page, Side.ORIGINAL, 5)
    put_caret(page, Side.REWRITE, 5)
    press(qtbot, window, Qt.Key.Key_L)
    assert link_of(page, Side.ORIGINAL, 5) == ([5], [5])
    link = pages_of(page).rows.link(pages_of(page).link_of(Side.ORIGINAL, 4))
    assert link.set_by is SetBy.PERSON
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        window.commands[Command.RELOAD].trigger()
    assert link_of(page, Side.ORIGINAL, 5) == ([5], [5])
    put_caret(page, Side.ORIGINAL, 5)
    assert "set by you" in page.inspector.facts.text()
    undo = window.commands[Command.UNDO]
    assert undo.text() == "&Undo: link of 5 with 5"
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert link_of(page, Side.ORIGINAL, 5) != ([5], [5])
    assert not undo.isEnabled()
    assert window.commands[Command.REDO].text() == "Re&do: link of 5 with 5"
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        window.commands[Command.REDO].trigger()
    assert link_of(page, Side.ORIGINAL, 5) == ([5], [5])


def test_corrections_are_there_when_the_pair_is_opened_again(
    qtbot: QtBot, new_window: NewWindow, files: tuple[Path, Path]
) -> None:
    window = new_window()
    page = open_pair(qtbot, window, files)
    put_caret(page, Side.ORIGINAL, 5)
    put_caret(page, Side.REWRITE, 5)
    press(qtbot, window, Qt.Key.Key_L)
    again = open_pair(qtbot, new_window(), files)
    assert link_of(again, Side.ORIGINAL, 5) == ([5], [5])
    turned = open_pair(qtbot, new_window(), (files[1], files[0]))
    assert link_of(turned, Side.REWRITE, 5) == ([5], [5])


def test_a_link_is_parted_and_confirmed(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    put_caret(page, Side.ORIGINAL, 1)
    press(qtbot, window, Qt.Key.Key_U)
    assert 1 not in link_of(page, Side.ORIGINAL, 1)[1]
    put_caret(page, Side.ORIGINAL, 2)
    press(qtbot, window, Qt.Key.Key_C)
    link = pages_of(page).rows.link(pages_of(page).link_of(Side.ORIGINAL, 1))
    assert link.set_by is SetBy.PERSON
    assert window.commands[Command.UNDO].text() == "&Undo: confirmation of 2 with 2"


def test_rows_are_started_joined_and_shifted(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    put_caret(page, Side.ORIGINAL, 2)
    press(qtbot, window, Qt.Key.Key_Backspace)
    assert link_of(page, Side.ORIGINAL, 2) == ([1, 2], [1, 2])
    put_caret(page, Side.ORIGINAL, 2)
    press(qtbot, window, Qt.Key.Key_Return)
    assert link_of(page, Side.ORIGINAL, 1) == ([1], [1])
    assert link_of(page, Side.ORIGINAL, 2) == ([2], [2])
    put_caret(page, Side.REWRITE, 2)
    press(qtbot, window, Qt.Key.Key_Up, ctrl_shift)
    assert link_of(page, Side.ORIGINAL, 1) == ([1], [1, 2])
    assert link_of(page, Side.ORIGINAL, 2) == ([2], [])
    put_caret(page, Side.REWRITE, 2)
    press(qtbot, window, Qt.Key.Key_Down, ctrl_shift)
    assert link_of(page, Side.ORIGINAL, 2) == ([2], [2])


def test_a_sentence_is_cut_at_the_caret(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    sentence = pages_of(page).sentence_span(Side.REWRITE, 3)
    at = REWRITE.index("and he noted") - sentence.start
    put_caret(page, Side.REWRITE, 4, at + 5)
    press(qtbot, window, Qt.Key.Key_S)
    assert len(pages_of(page).rewrite) == 8
    halves = [pages_of(page).sentence_span(Side.REWRITE, n).of(REWRITE) for n in (3, 4)]
    assert halves == ["The keeper lit his lamp before dusk, and", "he noted it in the book."]
    assert window.commands[Command.UNDO].text() == "&Undo: cut of sentence 4"


def test_a_confirmation_given_up_by_a_cut_is_told_and_restored_by_undo(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    put_caret(page, Side.REWRITE, 4)
    press(qtbot, window, Qt.Key.Key_C)
    sentence = pages_of(page).sentence_span(Side.REWRITE, 3)
    put_caret(page, Side.REWRITE, 4, REWRITE.index("and he noted") - sentence.start + 5)
    press(qtbot, window, Qt.Key.Key_S)
    assert window.frame.status.link.text().endswith(
        "Done: cut of sentence 4. 1 link that you had set for these sentences was removed; "
        "undo restores it."
    )
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        window.commands[Command.UNDO].trigger()
    link = pages_of(page).rows.link(pages_of(page).link_of(Side.REWRITE, 3))
    assert link.set_by is SetBy.PERSON


def test_behind_its_end_no_sentence_is_cut(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    sentence = pages_of(page).sentence_span(Side.REWRITE, 3)
    put_caret(page, Side.REWRITE, 4, sentence.length)
    with qtbot.waitSignal(window.workspace.corrections.announced) as announced:
        qtbot.keyClick(page.reader, Qt.Key.Key_S)
    assert announced.args == ["Put the caret before the word that should begin a new sentence."]


def test_two_sentences_are_linked_by_alt_and_clicks(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    for side, sentence in ((Side.ORIGINAL, 5), (Side.REWRITE, 5)):
        start = pages_of(page).sentence_span(side, sentence - 1).start
        point = point_of(page.reader, side, start + 2)
        qtbot.mouseClick(
            page.reader.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.AltModifier,
            point,
        )
    qtbot.waitUntil(lambda: link_of(page, Side.ORIGINAL, 5) == ([5], [5]), timeout=30_000)


def test_a_number_is_dragged_onto_a_sentence(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    viewport, style = page.reader.viewport(), page.reader.model.style
    starts = [pages_of(page).sentence_span(side, 4).start for side in Side]
    number = QPoint(int(style.original_x - 20), point_of(page.reader, Side.ORIGINAL, starts[0]).y())
    target = point_of(page.reader, Side.REWRITE, starts[1] + 2)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=number)
    qtbot.mouseMove(viewport, target)
    assert page.reader.links.chosen().keys() == set(Side)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=target)
    qtbot.waitUntil(lambda: link_of(page, Side.ORIGINAL, 5) == ([5], [5]), timeout=30_000)


def test_what_is_not_possible_is_said(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    put_caret(page, Side.ORIGINAL, 1)
    qtbot.keyClick(page.reader, Qt.Key.Key_Backspace)
    assert "There is no row above this one." in window.frame.status.link.text()
    qtbot.keyClick(page.reader, Qt.Key.Key_L)
    assert "one on the other" in window.frame.status.link.text()
    assert not window.commands[Command.UNDO].isEnabled()


def test_corrections_that_fit_nowhere_are_told(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage, files: tuple[Path, Path]
) -> None:
    put_caret(page, Side.ORIGINAL, 5)
    put_caret(page, Side.REWRITE, 5)
    press(qtbot, window, Qt.Key.Key_L)
    files[1].write_text(REWRITE.replace("His hands were cold.", "Snow fell over it."), "utf-8")
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        window.commands[Command.RELOAD].trigger()
    texts = [notice.text for notice in window.frame.bars.notices()]
    assert any(text.startswith("1 of 1 correction could not be applied") for text in texts)
    files[1].write_text(REWRITE, "utf-8")
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        window.commands[Command.RELOAD].trigger()
    assert link_of(page, Side.ORIGINAL, 5) == ([5], [5])


def test_bookmarks_are_set_and_visited(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    for sentence in (2, 6):
        put_caret(page, Side.ORIGINAL, sentence)
        press(qtbot, window, Qt.Key.Key_B)
    put_caret(page, Side.ORIGINAL, 3)
    window.commands[Command.NEXT_BOOKMARK].trigger()
    assert page.reader.caret.place == (
        Side.ORIGINAL,
        pages_of(page).sentence_span(Side.ORIGINAL, 5)[0],
    )
    window.commands[Command.NEXT_BOOKMARK].trigger()
    assert page.reader.caret.place == (
        Side.ORIGINAL,
        pages_of(page).sentence_span(Side.ORIGINAL, 1)[0],
    )
    assert len(page.reader.model.highlights.bookmarks) == 2


def test_commands_about_rows_need_rows(window: MainWindow, page: ComparisonPage) -> None:
    assert window.commands[Command.JOIN_ROW].isEnabled()
    window.view.set_mode(Mode.SIDE_BY_SIDE)
    assert not window.commands[Command.JOIN_ROW].isEnabled()
    assert window.commands[Command.LINK].isEnabled()
    assert not page.inspector.isVisible()


def test_the_menu_of_a_sentence_offers_corrections(
    window: MainWindow, page: ComparisonPage
) -> None:
    offered = window.workspace.corrections.menu().actions()
    assert window.commands[Command.UNLINK] in offered
    assert window.commands[Command.CUT_SENTENCE] in offered
    window.view.set_mode(Mode.SIDE_BY_SIDE)
    assert (
        window.commands[Command.CUT_SENTENCE] not in window.workspace.corrections.menu().actions()
    )


def test_the_place_stays_when_sentences_are_lined_up(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    put_caret(page, Side.REWRITE, 6)
    before = page.reader.place.watched_place()
    window.view.set_mode(Mode.SIDE_BY_SIDE)
    assert page.reader.place.watched_place() == before
    window.view.set_mode(Mode.ALIGN)
    assert page.reader.place.watched_place() == before


def test_text_copied_has_a_line_for_each_paragraph(
    window: MainWindow, page: ComparisonPage
) -> None:
    page.reader.caret.put(Side.ORIGINAL, 0)
    page.reader.caret.select_all()
    assert page.reader.copying.selected_text().count("\n") == 2
