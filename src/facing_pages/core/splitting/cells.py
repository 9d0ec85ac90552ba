"""The cells of a row of a table, as spans into its text.

Option | Default | Meaning         read from a file that has tables
| Option | Default | Meaning |     written in plain text
Option   Default   Meaning         written in plain text, with tabs between
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from facing_pages.core.languages.punctuation import CELL_BORDER
from facing_pages.core.model import Span

_BORDERS: Final = re.compile(rf"(?:(?<=\s)|\A){re.escape(CELL_BORDER)}(?=\s|\Z)|\t+")


def cell_spans(row: str) -> list[Span]:
    """Return where the cells of a row stand, without white space at their ends and empty ones."""
    borders = [Span(*match.span()) for match in _BORDERS.finditer(row)]
    bounds = [Span(0, 0), *borders, Span(len(row), len(row))]
    cells: list[Span] = []
    for before, behind in pairwise(bounds):
        words = row[before.end : behind.start]
        start = before.end + len(words) - len(words.lstrip())
        if words.strip():
            cells.append(Span(start, start + len(words.strip())))
    return cells
