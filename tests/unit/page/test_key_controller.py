from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.page.layout.scroll_anchor import TOP_SPACE
from facing_pages.page.letters import LetterKeys
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.key_map import KeyMap
from facing_pages.viewmodel.modes import Mode
from tests.helpers.page_parts import HEIGHT, PageParts

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def value(parts: PageParts) -> int:
    return parts.layout.page.place.value + TOP_SPACE


def test_before_there_is_a_pair_no_key_is_for_the_page() -> None:
    assert not PageParts().press_key(Key.Key_Down)


def test_keys_scroll_while_there_is_no_caret(parts: PageParts) -> None:
    line = parts.model.style.line_height
    assert parts.press_key(Key.Key_Down)
    assert value(parts) == line
    parts.press_key(Key.Key_Up)
    parts.press_key(Key.Key_PageDown)
    assert value(parts) == HEIGHT - 2 * line
    parts.press_key(Key.Key_Space, SHIFT)
    assert value(parts) == 0
    parts.press_key(Key.Key_End)
    assert parts.scrolling.visible_rows()[-1][0] == 39
    parts.press_key(Key.Key_Home)
    assert value(parts) == 0
    parts.press_key(Key.Key_Down, CTRL)
    assert parts.scrolling.visible_rows()[0] == (1, 0)
    assert parts.caret.place is None


def test_plain_arrows_to_the_sides_start_a_caret_in_their_column(parts: PageParts) -> None:
    for key, side in ((Key.Key_Right, Side.REWRITE), (Key.Key_Left, Side.ORIGINAL)):
        parts.press_key(key)
        assert parts.caret.place is not None
        assert parts.caret.place[0] is side
        parts.press_key(Key.Key_Escape)


def test_keys_move_the_caret_and_shift_selects(parts: PageParts) -> None:
    parts.caret.put(Side.ORIGINAL, 3)
    parts.press_key(Key.Key_Right)
    assert parts.caret.place == (Side.ORIGINAL, 4)
    parts.press_key(Key.Key_Right, CTRL | SHIFT)
    assert parts.caret.selected() is not None
    parts.press_key(Key.Key_Home, CTRL)
    assert parts.caret.place == (Side.ORIGINAL, 0)


def test_keys_of_the_keypad_do_the_same(parts: PageParts) -> None:
    parts.caret.put(Side.ORIGINAL, 3)
    parts.press_key(Key.Key_Right, KEYPAD)
    assert parts.caret.place == (Side.ORIGINAL, 4)


def test_a_page_moves_the_caret_where_there_is_one(parts: PageParts) -> None:
    parts.caret.put(Side.ORIGINAL, 0)
    parts.press_key(Key.Key_PageDown)
    assert parts.caret.place is not None
    assert parts.caret.place[1] > 100


def test_keys_with_alt_are_for_others(parts: PageParts) -> None:
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_N, Key.Key_Escape):
        assert not parts.press_key(key, ALT)


def test_escape_takes_the_frame_away_last(parts: PageParts) -> None:
    parts.point_at(parts.point_of(Side.ORIGINAL, 5))
    parts.caret.put(Side.ORIGINAL, 3)
    assert parts.press_key(Key.Key_Escape)
    assert parts.model.highlights.framed != ()
    assert parts.press_key(Key.Key_Escape)
    assert parts.model.highlights.framed == ()
    assert not parts.press_key(Key.Key_Escape)


@pytest.mark.parametrize(
    ("key", "held", "command"),
    [
        (Key.Key_N, None, Command.NEXT_CHANGE),
        (Key.Key_P, None, Command.PREVIOUS_CHANGE),
        (Key.Key_N, SHIFT, Command.NEXT_OF_KIND),
        (Key.Key_P, SHIFT, Command.PREVIOUS_OF_KIND),
        (Key.Key_M, None, Command.OTHER_END),
        (Key.Key_O, None, Command.COUNTERPART),
        (Key.Key_Return, None, Command.READ_OUT),
        (Key.Key_Enter, None, Command.READ_OUT),
        (Key.Key_L, None, Command.LINK),
        (Key.Key_J, None, Command.SCROLL_DOWN),
    ],
)
def test_letters_ask_for_what_they_stand_for(
    parts: PageParts,
    qtbot: QtBot,
    key: Qt.Key,
    held: Qt.KeyboardModifier | None,
    command: Command,
) -> None:
    with qtbot.waitSignal(parts.requests.command_requested) as signal:
        assert parts.press_key(key, held or Qt.KeyboardModifier.NoModifier)
    assert signal.args == [command]


def test_letters_mean_more_where_sentences_are_lined_up(parts: PageParts, qtbot: QtBot) -> None:
    assert not parts.press_key(Key.Key_S)
    parts.model.set_mode(Mode.ALIGN)
    with qtbot.waitSignal(parts.requests.command_requested) as signal:
        parts.press_key(Key.Key_S)
    assert signal.args == [Command.CUT_SENTENCE]


def test_letters_are_switched_off_and_never_work_with_ctrl(parts: PageParts) -> None:
    assert not parts.press_key(Key.Key_N, CTRL)
    parts.keys.letters = LetterKeys(KeyMap(has_letters=False))
    assert not parts.press_key(Key.Key_N)
