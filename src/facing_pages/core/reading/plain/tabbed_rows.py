"""Find the rows of tables in plain text whose cells are separated by tabs.

Item    Unit    Price          Lines that follow one another with as many tabs are rows, as a
Oats    sack    14.00          spreadsheet copies them; a tab behind the number of an item, or
Rye     sack    12.50          behind the name of a speaker, makes none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from facing_pages.core.languages.punctuation import begins_list_item
from facing_pages.core.reading.plain.text_lines import TextLine
from facing_pages.core.reading.plain.verse import has_label

# Lines that make a table, if they have two cells and if they have more. By judgement: two lines
# with one tab each may be an address, or words set apart.
MIN_ROWS: Final = 2
MIN_PAIRED_ROWS: Final = 3
_TABS: Final = re.compile(r" *\t[ \t]*")


def with_tabbed_rows(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines, those that are rows with tabs marked as such."""
    if not any("\t" in line.text for line in lines):
        return list(lines)
    runs: list[list[TextLine]] = []
    for line in lines:
        if runs and not line.blank_before and _form(line) == _form(runs[-1][-1]):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [
        line._replace(has_tabs=True) if _are_rows(run) else line for run in runs for line in run
    ]


def _form(line: TextLine) -> tuple[int, int]:
    """Return the number of tabs in a line, and the depth of its quotation."""
    return len(_TABS.findall(line.text)), line.quotes


def _are_rows(run: Sequence[TextLine]) -> bool:
    """Tell whether lines with the same number of tabs are rows of a table."""
    tabs, _ = _form(run[0])
    if not tabs or any(begins_list_item(line.text) for line in run):
        return False
    if tabs > 1:
        return len(run) >= MIN_ROWS
    return len(run) >= MIN_PAIRED_ROWS and not any(has_label(line.text) for line in run)
