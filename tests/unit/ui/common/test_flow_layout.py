from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facing_pages.ui.common.flow_layout import FlowLayout


@pytest.fixture
def flow(qtbot: QtBot) -> Iterator[FlowLayout]:
    """Return a layout of three widgets of 60 by 20 pixels."""
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder)
    for _ in range(3):
        widget = QWidget()
        widget.setFixedSize(60, 20)
        layout.addWidget(widget)
    yield layout
    holder.close()


def places(flow: FlowLayout, width: int) -> list[tuple[int, int]]:
    flow.setGeometry(QRect(0, 0, width, 200))
    items = [flow.itemAt(k) for k in range(flow.count())]
    return [(item.geometry().x(), item.geometry().y()) for item in items if item]


def test_widgets_stand_in_one_line_where_they_fit(flow: FlowLayout) -> None:
    assert places(flow, 188) == [(0, 0), (64, 0), (128, 0)]
    assert flow.heightForWidth(188) == 20


def test_the_next_line_takes_what_does_not_fit(flow: FlowLayout) -> None:
    assert places(flow, 187) == [(0, 0), (64, 0), (0, 24)]
    assert flow.heightForWidth(187) == 44


def test_a_widget_wider_than_all_stands_alone(flow: FlowLayout) -> None:
    assert places(flow, 30) == [(0, 0), (0, 24), (0, 48)]


def test_a_widget_can_be_taken_out(flow: FlowLayout) -> None:
    assert flow.takeAt(0) is not None
    assert flow.count() == 2
    assert flow.takeAt(7) is None
    assert flow.itemAt(2) is None
