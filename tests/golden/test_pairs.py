"""Short pairs of many kinds: what was found in each is stored, and any difference is looked at.

`pairs/NAME/wanted.md` says what a person would want, `found.txt` what the program finds today;
README.md beside this file lists where they differ.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from facing_pages import compare, read_document
from tests.helpers.outline import outline
from tests.helpers.places import GOLDEN
from tests.helpers.stored import check_stored_outline

PAIRS = sorted((GOLDEN / "pairs").iterdir())


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_a_pair_gives_what_was_stored(folder: Path) -> None:
    original, rewrite = (read_document(folder / f"{side}.txt") for side in ("original", "rewrite"))
    check_stored_outline(folder / "found.txt", outline(compare(original, rewrite)))
