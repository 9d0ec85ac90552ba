from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side, Span
from facing_pages.ui.common.commands import Command
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.page_parts import PageParts, mouse

from .conftest import STORY

ALT = Qt.KeyboardModifier.AltModifier
SECOND = STORY[0].index("Nobody")


@pytest.fixture
def asked(parts: PageParts) -> list[Command]:
    """Return what the page asks to be corrected from now on."""
    asked: list[Command] = []
    parts.requests.command_requested.connect(asked.append)
    return asked


def test_the_caret_chooses_the_sentence_it_is_in(parts: PageParts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(parts.links.changed):
        parts.caret.put(Side.ORIGINAL, SECOND)
    assert parts.links.chosen() == {Side.ORIGINAL: Span(1, 2)}
    parts.caret.put(Side.REWRITE, 3)
    assert parts.links.chosen() == {Side.ORIGINAL: Span(1, 2), Side.REWRITE: Span(0, 1)}


def test_a_selection_chooses_all_sentences_in_it(parts: PageParts) -> None:
    parts.caret.select(Side.ORIGINAL, Span(3, SECOND + 5))
    assert parts.links.chosen() == {Side.ORIGINAL: Span(0, 2)}


def test_the_same_choice_is_no_change(parts: PageParts, qtbot: QtBot) -> None:
    parts.links.choose(Side.ORIGINAL, Span(0, 5))
    with qtbot.assertNotEmitted(parts.links.changed):
        parts.links.choose(Side.ORIGINAL, Span(0, 5))
        parts.links.choose(Side.REWRITE, None)
    parts.links.choose(Side.ORIGINAL, None)
    assert parts.links.chosen() == {}


def test_nothing_is_chosen_before_sentences_are_aligned(pair: PairView) -> None:
    parts = PageParts(replace(pair, is_aligned=False))
    parts.caret.put(Side.ORIGINAL, 3)
    assert parts.links.chosen() == {}
    assert not parts.links.press(QPointF(), parts.scrolling.hit(QPointF(100, 30)), alt=True)


def test_alt_and_a_click_on_each_side_links(parts: PageParts, asked: list[Command]) -> None:
    parts.click(parts.point_of(Side.ORIGINAL, SECOND), ALT)
    parts.click(parts.point_of(Side.ORIGINAL, 3), ALT)
    assert asked == []
    parts.click(parts.point_of(Side.REWRITE, SECOND), ALT)
    assert asked == [Command.LINK]
    assert parts.links.chosen() == {Side.ORIGINAL: Span(0, 1), Side.REWRITE: Span(1, 2)}
    parts.click(parts.point_of(Side.REWRITE, 3), ALT)
    assert asked == [Command.LINK]
    assert parts.links.chosen() == {Side.REWRITE: Span(0, 1)}


@pytest.mark.parametrize("is_over", [True, False])
def test_a_number_is_dragged_to_the_other_side(
    parts: PageParts, asked: list[Command], is_over: bool
) -> None:
    parts.model.set_mode(Mode.ALIGN)
    start = parts.point_of(Side.ORIGINAL, 1)
    number = QPointF(parts.model.style.original_x - 10, start.y())
    end = parts.point_of(Side.REWRITE if is_over else Side.ORIGINAL, 3)
    parts.pointer.press(mouse(QEvent.Type.MouseButtonPress, number))
    parts.pointer.move(mouse(QEvent.Type.MouseMove, end))
    assert parts.links.pull is not None
    assert (parts.links.pull.start, parts.links.pull.end) == (number, end)
    chosen = {Side.ORIGINAL: Span(0, 1)} | ({Side.REWRITE: Span(0, 1)} if is_over else {})
    assert parts.links.chosen() == chosen
    parts.pointer.release(mouse(QEvent.Type.MouseButtonRelease, end))
    assert parts.links.pull is None
    assert asked == ([Command.LINK] if is_over else [])


def test_numbers_are_held_only_where_there_are_some(parts: PageParts) -> None:
    point = parts.point_of(Side.ORIGINAL, 1)
    assert not parts.links.press(point, parts.scrolling.hit(point), alt=False)
    assert not parts.links.press(point, None, alt=True)
