"""Both texts of the short pairs in one column, on screen and in a report: any difference is
looked at.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from facing_pages import compare, read_document
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.modes import MarkLevel
from tests.helpers.one_column import view_of, written_report, written_view
from tests.helpers.places import GOLDEN
from tests.helpers.stored import check_stored

PAIRS = sorted((GOLDEN / "pairs").iterdir())


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_a_pair_in_one_column_is_what_was_stored(folder: Path) -> None:
    original, rewrite = (read_document(folder / f"{side}.txt") for side in ("original", "rewrite"))
    comparison = compare(original, rewrite)
    pages = view_of(comparison)
    parts = {
        "on screen": written_view(pages, Filter()),
        "on screen, by sentences": written_view(pages, Filter(level=MarkLevel.SENTENCES)),
        "in a report": written_report(comparison),
    }
    text = "".join(f"--- {name}\n" + "\n".join(lines) + "\n\n" for name, lines in parts.items())
    check_stored(folder / "one-column.txt", text.encode())
