from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from facing_pages.page.caret import Motion
from facing_pages.page.keys import CARET_KEYS, ScrollKey, moves_in_text, scroll_key

Key = Qt.Key


@pytest.mark.parametrize(
    ("key", "ctrl", "shift", "wanted"),
    [
        (Key.Key_Down, False, False, ScrollKey.LINE),
        (Key.Key_Up, False, False, ScrollKey.LINE_BACK),
        (Key.Key_PageDown, False, False, ScrollKey.PAGE),
        (Key.Key_PageUp, False, False, ScrollKey.PAGE_BACK),
        (Key.Key_Space, False, False, ScrollKey.PAGE),
        (Key.Key_Space, False, True, ScrollKey.PAGE_BACK),
        (Key.Key_Home, False, False, ScrollKey.START),
        (Key.Key_End, False, False, ScrollKey.END),
        (Key.Key_Down, True, False, ScrollKey.PARAGRAPH),
        (Key.Key_Up, True, False, ScrollKey.PARAGRAPH_BACK),
        (Key.Key_Home, True, False, ScrollKey.START),
        (Key.Key_End, True, False, ScrollKey.END),
        (Key.Key_Space, True, False, None),
        (Key.Key_PageDown, True, False, None),
        (Key.Key_A, False, False, None),
        (Key.Key_Left, False, False, None),
    ],
)
def test_a_key_scrolls_as_far_as_its_name_says(
    key: Qt.Key, ctrl: bool, shift: bool, wanted: ScrollKey | None
) -> None:
    assert scroll_key(key, ctrl=ctrl, shift=shift) is wanted


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("Down", True),
        ("Shift+Down", True),
        ("Left", True),
        ("PgDown", True),
        ("Space", True),
        ("Shift+Space", True),
        ("Esc", True),
        ("Ctrl+Down", True),
        ("Ctrl+Home", True),
        ("Ctrl+Left", False),
        ("Ctrl+Space", False),
        ("Ctrl+Shift+Down", False),
        ("J", False),
        ("Return", False),
        ("", False),
    ],
)
def test_keys_that_move_in_the_text_are_free_for_no_command(key: str, wanted: bool) -> None:
    assert moves_in_text(key) is wanted


@pytest.mark.parametrize(
    ("key", "alone", "with_ctrl"),
    [
        (Key.Key_Left, Motion.CHARACTER_BACK, Motion.WORD_BACK),
        (Key.Key_Right, Motion.CHARACTER, Motion.WORD),
        (Key.Key_Up, Motion.LINE_BACK, Motion.PARAGRAPH_BACK),
        (Key.Key_Down, Motion.LINE, Motion.PARAGRAPH),
        (Key.Key_Home, Motion.LINE_START, Motion.TEXT_START),
        (Key.Key_End, Motion.LINE_END, Motion.TEXT_END),
    ],
)
def test_with_ctrl_a_key_takes_the_caret_further(
    key: Qt.Key, alone: Motion, with_ctrl: Motion
) -> None:
    assert (CARET_KEYS[key, False], CARET_KEYS[key, True]) == (alone, with_ctrl)


def test_a_key_of_the_caret_has_a_motion_of_its_own() -> None:
    assert len(set(CARET_KEYS.values())) == len(CARET_KEYS)
