"""The application that fonts and events need, and a page on two short stories."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_parts import PageParts
from tests.helpers.pair_views import pair_of

STORY = [
    f"On day {k} the keeper counted {k + 3} boats, and the {('widow', 'clerk', 'cook')[k % 3]} "
    f"wrote number {k} into the grey book by the window. Nobody looked for it again on day {k}."
    for k in range(40)
]
# Days whose paragraph is changed.
CHANGED = (5, 20, 30)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Return the class of the application that all tests of a run share."""
    from facing_pages.ui.shell.application import Application

    return Application


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Fonts and timers need an application."""
    return qapp


@pytest.fixture
def pair() -> PairView:
    """Return a story of forty days, three of them changed by one word."""
    changed = [
        text.replace("counted", "saw") if k in CHANGED else text for k, text in enumerate(STORY)
    ]
    return pair_of("\n\n".join(STORY), "\n\n".join(changed))


@pytest.fixture
def parts(pair: PairView) -> PageParts:
    """Return a page that shows the story side by side, from its start."""
    return PageParts(pair)


@pytest.fixture
def old_words() -> PairView:
    """Return a sentence from which two words were removed."""
    return made_pair(
        "It rained all night.", "It rained.", "0=0", changes=[("removed", "all night", "")]
    )
