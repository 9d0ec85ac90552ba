from __future__ import annotations

import pytest

from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_pairs import made_pair


@pytest.fixture
def split() -> PairView:
    """Return a paragraph that became two, and one that was removed."""
    return made_pair(
        "It rained. It snowed.\n\nIt froze.",
        "It rained.\n\nIt snowed.",
        "0=0 1=1 2=-",
        paragraphs="0=0+1 1=-",
    )
