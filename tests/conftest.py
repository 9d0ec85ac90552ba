"""What all tests share: no display, isolated settings, the real pair where it is at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.helpers.places import SHARED

if os.environ.get("FACING_PAGES_TESTS_ON_X") != "1":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture
def shared_pair() -> tuple[Path, Path]:
    """Return the real pair the project is judged on; skip where it is not."""
    pair = (SHARED / "pairs" / "original.txt", SHARED / "pairs" / "rewrite.txt")
    if not all(path.exists() for path in pair):
        pytest.skip("the real pair is not beside this checkout")
    return pair


@pytest.fixture
def sample() -> tuple[Path, Path]:
    """Return the built-in pair."""
    from facing_pages.core.resources import sample_pair

    return sample_pair()
