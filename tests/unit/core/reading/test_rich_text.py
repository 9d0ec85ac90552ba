from __future__ import annotations

from textwrap import wrap

import pytest

from facing_pages.core.model import EmphasisKind, Role
from facing_pages.core.reading.rich_text import LINE_BREAK, RichText, RichTextBuilder

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
