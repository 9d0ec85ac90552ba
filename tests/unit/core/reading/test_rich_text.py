"""Rows of tables: one unit each, unless they only lay a page out."""

from __future__ import annotations

from facing_pages.core.model import EmphasisKind, Role
from facing_pages.core.reading.rich_text import (
    MAX_TABLE_CELL_CHARACTERS,
    RichText,
    RichTextBuilder,
)


def units(rich: RichText) -> list[tuple[str, Role]]:
    return [(unit.span.of(rich.text), unit.role) for unit in rich.units]


def row_of(*cells: list[str], role: Role = Role.PROSE) -> list[tuple[str, Role]]:
    """Return what becomes of a row with these units in its cells."""
    builder = RichTextBuilder()
    builder.begin_row()
    for cell in cells:
        builder.begin_cell()
        for words in cell:
            builder.begin(role)
            builder.add(words)
    builder.end_row()
    return units(builder.finished())


def test_a_row_is_one_unit_with_bars_between_its_cells() -> None:
    assert row_of(["Night"], [" 1 "], ["no\nlight"]) == [("Night | 1 | no light", Role.TABLE_ROW)]


def test_empty_cells_keep_their_place_but_for_the_last_ones() -> None:
    assert row_of([], ["1"], [], ["none"], [" "], []) == [("| 1 | | none", Role.TABLE_ROW)]


def test_a_row_that_is_no_row_of_a_table_is_read_unit_by_unit() -> None:
    prose = "x" * MAX_TABLE_CELL_CHARACTERS
    assert row_of(["Night"]) == [("Night", Role.PROSE)]
    assert row_of(["Night", "Day"], ["1"]) == [(word, Role.PROSE) for word in ("Night", "Day", "1")]
    assert row_of(["Night"], ["1"], role=Role.HEADING) == [
        ("Night", Role.HEADING), ("1", Role.HEADING),
    ]  # fmt: skip
    assert row_of(["1"], [prose]) == [(f"1 | {prose}", Role.TABLE_ROW)]
    assert row_of(["1"], [prose + "x"]) == [("1", Role.PROSE), (prose + "x", Role.PROSE)]
    assert row_of([], [" "]) == []


def test_emphasis_in_cells_is_kept_and_ends_at_the_bar() -> None:
    builder = RichTextBuilder()
    builder.begin_row()
    for words in ("Night", "1"):
        builder.begin_cell()
        builder.add(words, EmphasisKind.BOLD)
    builder.end_row()
    rich = builder.finished()
    assert [entry.span.of(rich.text) for entry in rich.emphasis] == ["Night", "1"]


def test_a_row_in_a_cell_is_a_row_of_its_own() -> None:
    builder = RichTextBuilder()
    builder.begin_row()
    builder.begin_cell()
    builder.add("Before.")
    builder.begin_row()
    for words in ("a", "b"):
        builder.begin_cell()
        builder.add(words)
    builder.end_row()
    builder.begin_cell()
    builder.add("Behind.")
    builder.end_row()
    assert units(builder.finished()) == [
        ("Before.", Role.PROSE), ("a | b", Role.TABLE_ROW), ("Behind.", Role.PROSE),
    ]  # fmt: skip


def test_words_of_a_row_without_cells_and_of_one_that_is_not_ended_are_kept() -> None:
    builder = RichTextBuilder()
    builder.end_row()
    builder.begin_cell()
    builder.add("a")
    builder.begin_row()
    builder.add("b")
    builder.begin_cell()
    builder.add("c")
    assert [words for words, _ in units(builder.finished())] == ["a", "b", "c"]


def test_another_text_in_a_row_is_added_behind_what_the_row_has() -> None:
    other = RichTextBuilder()
    other.add("box")
    builder = RichTextBuilder()
    builder.begin_row()
    for words in ("a", "b"):
        builder.begin_cell()
        builder.add(words)
    builder.append(other.finished())
    builder.begin_cell()
    builder.add("c")
    builder.end_row()
    assert [words for words, _ in units(builder.finished())] == ["a", "b", "box", "c"]
