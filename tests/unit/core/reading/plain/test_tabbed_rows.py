from __future__ import annotations

import pytest

from facing_pages.core.reading.plain.tabbed_rows import with_tabbed_rows
from facing_pages.core.reading.plain.text_lines import lines_of


def rows(text: str) -> list[bool]:
    """Return which lines of a text are rows of a table."""
    return [line.is_row for line in with_tabbed_rows(lines_of(text))]


def test_lines_with_as_many_tabs_are_rows() -> None:
    assert rows("Prices\nOats\tsack\t14.00\nRye\tsack\t12.50\nper sack") == [
        False, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "are_rows"),
    [
        ("a\tb\tc", False),
        ("a\tb\tc\nd\te\tf", True),
        ("a\tb\tc\n\nd\te\tf", False),
        ("a\tb\tc\nd\te", False),
        ("a\tb\nd\te", False),
        ("a\tb\nd\te\nf\tg", True),
        ("a \t\tb\nd\te\nf\t g", True),
        ("1.\tb\n2.\te\n3.\tg", False),
        ("Ann:\tso\nBo:\tno\nAnn:\tyes", False),
    ],
)
def test_tabs_make_rows_where_several_lines_have_them(text: str, are_rows: bool) -> None:
    assert rows(text) == [are_rows] * len(lines_of(text))


def test_lines_of_a_quotation_are_no_rows_of_the_table_before_it() -> None:
    assert rows("a\tb\tc\n> d\te\tf") == [False, False]
