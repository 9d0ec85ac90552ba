"""A reader with a pair, as a screen reader meets it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Role
from facing_pages.page.reader_view import ReaderView
from facing_pages.ui.common.theme import load_theme
from facing_pages.viewmodel.pair_view import ROLES
from facing_pages.viewmodel.table_columns import ParagraphColumn
from tests.helpers.made_pairs import made_pair


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[ReaderView]:
    """Return a reader that shows a heading, a changed paragraph, a quotation and an emoji."""
    pages = made_pair(
        "The sea.\n\nIt rained.\n\nShe slept.\n\nA 🕯 lamp.",
        "The sea.\n\nIt poured.\n\nShe slept.\n\nA 🕯 lamp.",
        "0=0 1=1 2=2 3=3",
        paragraphs="0=0 1=1 2=2 3=3",
        changes=[("reworded", "rained", "poured")],
    )
    for text in (pages.original, pages.rewrite):
        text.paragraphs[0, [ParagraphColumn.ROLE, ParagraphColumn.LEVEL]] = (
            ROLES.index(Role.HEADING),
            2,
        )
        text.paragraphs[2, ParagraphColumn.ROLE] = ROLES.index(Role.QUOTE)
    reader = ReaderView(load_theme("light"))
    reader.resize(1000, 700)
    reader.model.set_pages(pages, keep_place=False)
    yield reader
    reader.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(reader))
