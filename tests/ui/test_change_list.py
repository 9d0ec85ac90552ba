"""The list of changes joins what repeats, folds what is small, and follows the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from facing_pages.marks.kinds import ViewKind, Weight
from facing_pages.ui.comparison.change_delegate import from_whole_word
from facing_pages.ui.comparison.change_list import ChangeList
from facing_pages.ui.comparison.change_list_model import LEAD_ROLE
from facing_pages.ui.comparison.comparison_page import ComparisonPage
from facing_pages.ui.shell.main_window import MainWindow

from .conftest import show_pair

TEXT = Qt.ItemDataRole.DisplayRole
READ = Qt.ItemDataRole.AccessibleTextRole
KINDS = ("quiet", "narrow", "long", "cold", "steep", "dark")
LINES = [
    f"In week {k} the keeper walked down the {KINDS[k % 6]} road to the harbour, and nobody there "
    f"had seen the boats of the widow since the storm of that winter."
    for k in range(37)
]
ORIGINAL = "\n\n".join(LINES)
REWRITE = "\n\n".join(
    line.replace("walked", "walks").replace("boats", "ships") if k % 6 == 0 else line
    for k, line in enumerate(LINES)
).replace("cold road", "icy road")


@pytest.fixture
def page(window: MainWindow) -> ComparisonPage:
    return show_pair(window, ORIGINAL, REWRITE)


def lines(changes: ChangeList, role: int = TEXT) -> list[str]:
    """Return what each line says."""
    model = changes.model
    return [str(model.index(row).data(role)) for row in range(model.rowCount())]


def numbers(changes: ChangeList) -> list[str]:
    return lines(changes, LEAD_ROLE)


def sign_of(changes: ChangeList, row: int) -> QPoint:
    """Return where the sign of a line is, in its view."""
    rect = changes.view.visualRect(changes.model.index(row))
    return QPoint(rect.left() + 12, rect.center().y())


def test_what_repeats_is_one_line_and_what_is_small_is_counted(page: ComparisonPage) -> None:
    assert lines(page.list) == ["boats → ships", "cold → icy", "7 changes of grammar"]
    assert numbers(page.list) == ["▸", "▸", "▸"]
    assert lines(page.list, READ) == [
        "ships instead of boats, reworded, 7 times, folded",
        "icy instead of cold, reworded, 6 times, folded",
        "7 changes of grammar, not shown",
    ]


def test_right_unfolds_a_repeat_and_left_folds_it_from_its_places_too(
    page: ComparisonPage, qtbot: QtBot
) -> None:
    page.list.take_focus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Right)
    assert lines(page.list)[:9] == ["boats → ships"] * 8 + ["cold → icy"]
    assert lines(page.list, READ)[0].endswith("7 times, unfolded")
    qtbot.keyClick(page.list.view, Qt.Key.Key_Right)
    assert page.list.view.currentIndex().row() == 1
    qtbot.keyClick(page.list.view, Qt.Key.Key_Left)
    assert page.list.view.currentIndex().row() == 0
    qtbot.keyClick(page.list.view, Qt.Key.Key_Left)
    assert page.list.model.rowCount() == 3


def test_a_click_on_its_sign_unfolds_a_repeat(page: ComparisonPage, qtbot: QtBot) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(page.list.view.viewport(), left, pos=sign_of(page.list, 0))
    assert page.list.model.rowCount() == 10
    assert page.reader.place.current_change() is None


def test_enter_on_a_repeat_goes_from_place_to_place(page: ComparisonPage, qtbot: QtBot) -> None:
    page.list.take_focus()
    seen = []
    for _ in range(8):
        qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
        seen.append(page.reader.place.current_change())
    places = page.list.model.places_of(0)
    assert seen == [*places, places[0]]


def test_what_is_small_is_shown_from_its_line(page: ComparisonPage, qtbot: QtBot) -> None:
    page.list.take_focus()
    page.list.view.setCurrentIndex(page.list.model.index(2))
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    assert page.navigator.navigation is not None
    assert page.navigator.navigation.lighter()[Weight.PUNCTUATION].tolist() == []
    assert "walked → walks" in lines(page.list)
    assert "7 changes of grammar" not in lines(page.list)


def test_numbers_stay_whatever_is_listed(page: ComparisonPage) -> None:
    page.list.model.toggle(1)
    every = numbers(page.list)[2:8]
    page.list.filter_field.setText("icy")
    assert [number for number in numbers(page.list) if number.isdigit()] == every
    page.list.clear_filter()
    page.list.filter.kinds.setCurrentText(f"{ViewKind.REWORDED.glyph} Reworded")
    assert page.list.filter.kind is ViewKind.REWORDED
    assert numbers(page.list)[2:8] == every


def test_the_heading_says_which_hit_of_a_filter_one_is_at(page: ComparisonPage) -> None:
    page.list.filter_field.setText("ships")
    page.navigator.step(1)
    page.navigator.step(1)
    assert page.list.head.title.text() == "2 of 7"


def test_the_list_follows_the_page(page: ComparisonPage, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1200, 420)
    page.list.model.toggle(0)
    page.panels.side_panel.show_list()
    page.reader.setFocus()
    view = page.list.view

    def is_in_view(row: int) -> bool:
        rect = view.visualRect(page.list.model.index(row))
        return view.viewport().rect().contains(rect)

    assert [is_in_view(row) for row in (1, 7)] == [True, False]
    page.reader.scrolling.scroll_to_share(1.0)
    qtbot.waitUntil(lambda: is_in_view(7) and not is_in_view(1))
    page.reader.scrolling.scroll_to_share(0.0)
    qtbot.waitUntil(lambda: is_in_view(1))
    assert not view.selectionModel().hasSelection()


@pytest.mark.parametrize(
    ("elided", "wanted"),
    [
        ("…art on ", "… on "),
        ("… part on ", "… part on "),
        ("The lamp on ", "The lamp on "),
        ("…art ", "…art "),
        ("…は静かな", "…は静かな"),
    ],
)
def test_words_before_a_change_begin_with_a_whole_word(elided: str, wanted: str) -> None:
    assert from_whole_word(elided) == wanted
