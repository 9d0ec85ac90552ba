from __future__ import annotations

import time

import pytest

from facing_pages.core.model import BULLETED, EmphasisKind, Role
from facing_pages.core.reading.markdown import read_markdown

SOURCE = """---
title: Not shown
---
# The lamp

It was *dark* for [eleven years](https://example.org), and
nobody **minded**.

- one rope
- two lamps

> She came back.

The lamp is out,\\
the keeper gone.

```
a line of code
another
```
"""


def shown() -> list[tuple[str, Role]]:
    rich = read_markdown(SOURCE)
    return [(unit.span.of(rich.text), unit.role) for unit in rich.units]


def test_a_row_of_a_table_is_one_unit() -> None:
    rich = read_markdown("| Night | Light |\n| :-- | --: |\n| 1 | *none* |\n\nSo it was.")
    assert [(unit.span.of(rich.text), unit.role) for unit in rich.units] == [
        ("Night | Light", Role.TABLE_ROW), ("1 | none", Role.TABLE_ROW), ("So it was.", Role.PROSE),
    ]  # fmt: skip


def test_marks_are_not_part_of_the_text() -> None:
    assert shown()[1] == ("It was dark for eleven years, and nobody minded.", Role.PROSE)


def test_blocks_keep_their_roles() -> None:
    expected = [
        Role.HEADING, Role.PROSE, Role.LIST_ITEM, Role.LIST_ITEM, Role.QUOTE, Role.PROSE,
        Role.PROSE, Role.VERSE, Role.VERSE,
    ]  # fmt: skip
    assert [role for _, role in shown()] == expected


def test_front_matter_is_left_out() -> None:
    assert shown()[0] == ("The lamp", Role.HEADING)


def test_emphasis_is_kept_without_its_marks() -> None:
    rich = read_markdown(SOURCE)
    found = [(entry.span.of(rich.text), entry.kind) for entry in rich.emphasis]
    assert found == [("dark", EmphasisKind.ITALIC), ("minded", EmphasisKind.BOLD)]


def words_of(text: str) -> list[str]:
    return read_markdown(text).text.split()


@pytest.mark.parametrize("depth", [9, 10, 12, 30, 31, 200])
def test_no_item_of_a_deep_list_is_lost(depth: int) -> None:
    text = "".join(f"{'  ' * level}- item{level}\n" for level in range(depth))
    rich = read_markdown(text)
    assert rich.text.split() == [f"item{level}" for level in range(depth)]
    assert len(rich.units) == depth
    numbered = "".join(f"{'   ' * level}1. item{level}\n" for level in range(depth))
    assert words_of(numbered) == [f"item{level}" for level in range(depth)]


@pytest.mark.parametrize("depth", [19, 20, 21, 60, 61, 1_000])
def test_no_word_of_a_deep_quotation_is_lost(depth: int) -> None:
    assert (
        words_of("> " * depth + "Quoted words\n\nAnd prose.") == "Quoted words And prose.".split()
    )
    assert words_of(">" * depth + "Quoted\n" + ">" * depth + "words") == ["Quoted", "words"]


def test_flat_text_of_a_deep_list_keeps_its_items() -> None:
    deep = "- " * 100
    rich = read_markdown(f"{deep}one\n\n{'  ' * 100}- two\n{'  ' * 101}two more\n")
    assert rich.units[0].span.of(rich.text) == "one"
    assert rich.text.split() == ["one", "two", "two", "more"]


def test_words_in_html_are_not_lost() -> None:
    html = "<p align='center'>In <b>HTML</b>.</p>\n\n<!-- no -->"
    text = f"Before.\n\n{html}\n\n<div>\n\nInside.\n\n</div>\n"
    rich = read_markdown(text)
    assert rich.text == "Before.\n\nIn HTML.\n\nInside."
    assert [emphasis.span.of(rich.text) for emphasis in rich.emphasis] == ["HTML"]


@pytest.mark.parametrize(
    "part",
    [
        "![",
        "[",
        "_a*",
        "*a_ ",
        "[a]: x\n",
        "[a]: x 'b\n",
        "[a](",
        "![a](b",
        "[a][",
        "**a ",
        "`",
        "<",
    ],
)
def test_marks_without_an_end_are_read_soon(part: str) -> None:
    start = time.monotonic()
    assert words_of("First words.\n\n" + part * 20_000)[:2] == ["First", "words."]
    assert time.monotonic() - start < 15


def test_lines_that_continue_a_deep_quotation_are_read_soon() -> None:
    start = time.monotonic()
    assert words_of(">" * 500 + "a\n" * 2_000).count("a") == 2_000
    assert time.monotonic() - start < 15


def test_an_item_keeps_its_bullet_or_number_for_its_first_unit() -> None:
    lists = "- ropes\n  - a long one\n\n9. ring\n\n   and wait\n10. go home\n"
    rich = read_markdown(f"{lists}\nSo be it.\n")
    assert [(unit.span.of(rich.text), unit.level, unit.ordinal) for unit in rich.units] == [
        ("ropes", 1, BULLETED),
        ("a long one", 2, BULLETED),
        ("ring", 1, 9),
        ("and wait", 1, 0),
        ("go home", 1, 10),
        ("So be it.", 0, 0),
    ]
