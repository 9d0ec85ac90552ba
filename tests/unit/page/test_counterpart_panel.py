from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.page.counterpart_panel import (
    MAX_PANEL_HEIGHT_SHARE,
    PANEL_MARGIN,
    PANEL_PADDING,
    CounterpartPanel,
)
from facing_pages.ui.common.theme import load_theme
from facing_pages.viewmodel.modes import Mode
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_layouts import style_of

# Where what is read stands on the page: at the top.
TOP = (10, 60)
LONG = " ".join(["the keeper counted all boats in the harbour by night"] * 40) + "."
PAGES = made_pair(
    f"It rained.\n\nIt snowed. It froze.\n\n{LONG}",
    f"It was wet.\n\nIt was cold.\n\n{LONG}",
    "0=0 1=1 2=- 3=2",
    paragraphs="0=0 1=1 2=2",
)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Return the page the panel stands on."""
    page = QWidget()
    page.resize(1000, 600)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def panel(page: QWidget) -> CounterpartPanel:
    return CounterpartPanel(load_theme("light"), page)


def said(panel: CounterpartPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel)]


def test_it_is_hidden_until_a_link_is_shown(panel: CounterpartPanel) -> None:
    assert panel.isHidden()
    panel.show_link(PAGES, Side.REWRITE, 0, style_of(Mode.REWRITE), TOP)
    assert not panel.isHidden()


def test_it_shows_the_sentences_of_a_side_and_their_paragraph(panel: CounterpartPanel) -> None:
    panel.show_link(PAGES, Side.REWRITE, 1, style_of(Mode.REWRITE), TOP)
    assert said(panel) == ["Rewrite · ¶ 2", "It was cold."]
    assert panel.accessibleName() == "Rewrite · ¶ 2: It was cold."


def test_several_sentences_are_one_text(panel: CounterpartPanel) -> None:
    joined = made_pair("It rained. It\tsnowed.", "It was wet.", "0+1=0")
    panel.show_link(joined, Side.ORIGINAL, 0, style_of(Mode.REWRITE), TOP)
    assert said(panel) == ["Original · ¶ 1", "It rained. It snowed."]


def test_it_says_that_there_is_no_counterpart(panel: CounterpartPanel) -> None:
    panel.show_link(PAGES, Side.REWRITE, 2, style_of(Mode.REWRITE), TOP)
    assert said(panel) == ["Rewrite", "no counterpart"]


def test_its_text_stands_in_line_with_the_text_that_is_read(
    page: QWidget, panel: CounterpartPanel
) -> None:
    panel.show_link(PAGES, Side.ORIGINAL, 0, style_of(Mode.REWRITE), TOP)
    box = panel.geometry()
    assert box.left() + PANEL_PADDING == round(style_of(Mode.REWRITE).rewrite_x)
    assert box.width() - 2 * PANEL_PADDING == round(style_of(Mode.REWRITE).column_width)
    assert box.top() + box.height() == page.height() - PANEL_MARGIN


def test_it_stands_above_what_it_would_hide(page: QWidget, panel: CounterpartPanel) -> None:
    panel.show_link(PAGES, Side.ORIGINAL, 0, style_of(Mode.REWRITE), (540, 590))
    assert panel.geometry().top() == PANEL_MARGIN
    panel.show_link(
        PAGES, Side.ORIGINAL, 0, style_of(Mode.REWRITE), (10, 590)
    )  # hides something anyway
    assert panel.geometry().bottom() + 1 == page.height() - PANEL_MARGIN


def test_on_a_narrow_page_it_is_no_wider_than_the_page(
    page: QWidget, panel: CounterpartPanel
) -> None:
    panel.show_link(PAGES, Side.ORIGINAL, 0, style_of(Mode.REWRITE), TOP)
    page.resize(320, 600)
    panel.place()
    assert panel.width() == 320


def test_it_covers_a_part_of_the_page_only_however_long_the_text(
    page: QWidget, panel: CounterpartPanel
) -> None:
    panel.show_link(PAGES, Side.REWRITE, 0, style_of(Mode.REWRITE), TOP)
    low = panel.height()
    panel.show_link(PAGES, Side.REWRITE, 3, style_of(Mode.REWRITE), TOP)
    assert low < panel.height() == round(MAX_PANEL_HEIGHT_SHARE * page.height())


def test_it_has_the_colours_of_the_theme(page: QWidget, panel: CounterpartPanel) -> None:
    panel.show_link(PAGES, Side.REWRITE, 0, style_of(Mode.REWRITE), TOP)
    seen = []
    for name in ("light", "dark"):
        theme = load_theme(name)
        panel.set_theme(theme)
        QApplication.processEvents()
        image = QImage(panel.size(), QImage.Format.Format_RGB32)
        panel.render(image)
        seen.append(image.pixelColor(6, panel.height() // 2) == QColor(theme.chrome))
    assert seen == [True, True]
