"""Rows of tables and lines of verse: one unit each, where they are no layout and no prose."""

from __future__ import annotations

from textwrap import wrap

import pytest

from facing_pages.core.model import EmphasisKind, Role
from facing_pages.core.reading.rich_text import (
    LINE_BREAK,
    MAX_TABLE_CELL_CHARACTERS,
    RichText,
    RichTextBuilder,
)

VERSE = ["O river, river, let me be,", "I only came for water;", "and give me back my daughter."]
PROSE = (
    "The ferry left at six with eleven passengers, two goats and the mail, and nobody on the quay "
    "waved, because it was raining too hard to see who was leaving and who was only looking on."
)


def read(lines: list[str], role: Role = Role.PROSE, between: str = LINE_BREAK) -> RichText:
    builder = RichTextBuilder()
    builder.begin(role, 1)
    builder.add(between.join(lines))
    return builder.finished()


def units(rich: RichText) -> list[tuple[str, Role]]:
    return [(unit.span.of(rich.text), unit.role) for unit in rich.units]


@pytest.mark.parametrize("between", [LINE_BREAK, f" {LINE_BREAK}\n   ", LINE_BREAK * 2])
def test_line_breaks_of_verse_part_units(between: str) -> None:
    assert units(read(VERSE, between=between)) == [(line, Role.VERSE) for line in VERSE]
    assert read(VERSE, between=between).text == "\n".join(VERSE)


def test_line_breaks_in_runs_of_their_own_part_units_too() -> None:
    builder = RichTextBuilder()
    for line in VERSE:
        builder.add(f"{line} ", EmphasisKind.ITALIC)
        builder.add(LINE_BREAK)
        builder.add("\n  ")
    rich = builder.finished()
    assert units(rich) == [(line, Role.VERSE) for line in VERSE]


def test_line_breaks_of_wrapped_prose_are_spaces() -> None:
    twice = f"{PROSE} {PROSE}"
    assert units(read(wrap(twice, 50))) == [(twice, Role.PROSE)]


def test_a_single_line_break_is_a_space() -> None:
    assert units(read(["The lamp", "went out."])) == [("The lamp went out.", Role.PROSE)]


def test_a_heading_stays_whole_and_verse_that_is_quoted_stays_quoted() -> None:
    assert units(read(VERSE, Role.HEADING)) == [(" ".join(VERSE), Role.HEADING)]
    assert units(read(VERSE, Role.QUOTE)) == [(line, Role.QUOTE) for line in VERSE]


def test_units_around_verse_keep_their_places() -> None:
    builder = RichTextBuilder()
    for words in (PROSE, LINE_BREAK.join(VERSE), PROSE):
        builder.begin()
        builder.add(words)
    expected = [(PROSE, Role.PROSE), *((line, Role.VERSE) for line in VERSE), (PROSE, Role.PROSE)]
    assert units(builder.finished()) == expected


def test_verse_that_was_appended_keeps_its_units() -> None:
    builder = RichTextBuilder()
    builder.add(PROSE)
    builder.append(read(VERSE))
    assert units(builder.finished())[1:] == [(line, Role.VERSE) for line in VERSE]


# --- rows of tables -----------------------------------------------------------------------------


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


def test_line_breaks_in_cells_are_spaces() -> None:
    row = row_of([f"Rain{LINE_BREAK}"], [f"1{LINE_BREAK}day"], [LINE_BREAK.join(VERSE)])
    assert row == [(f"Rain | 1 day | {' '.join(VERSE)}", Role.TABLE_ROW)]


def test_verse_in_the_only_cell_of_a_row_keeps_its_lines() -> None:
    assert row_of([LINE_BREAK.join(VERSE)]) == [(line, Role.VERSE) for line in VERSE]
