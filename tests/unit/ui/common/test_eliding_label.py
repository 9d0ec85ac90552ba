from __future__ import annotations

from pytestqt.qtbot import QtBot

from facing_pages.ui.common.eliding_label import ElidingLabel

LONG = "signed instead of not signed, the negation is gone, finding 1 of 4, paragraph 1"


def test_a_long_text_needs_no_room(qtbot: QtBot) -> None:
    label = ElidingLabel(LONG)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() == 0
    assert label.sizeHint().width() > 100


def test_the_tooltip_has_what_is_left_out(qtbot: QtBot) -> None:
    label = ElidingLabel(LONG)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert label.toolTip() == LONG
    assert label.text() == LONG
    label.resize(4000, 20)
    label.grab()
    assert label.toolTip() == ""
