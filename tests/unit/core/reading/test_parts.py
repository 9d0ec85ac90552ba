"""A part of a text can be compared alone; the text and its offsets stay as they are."""

from __future__ import annotations

from facing_pages.core.model import Document, Role, Span
from facing_pages.core.reading.choices import ReadingChoices
from facing_pages.core.reading.files import from_bytes
from facing_pages.core.reading.parts import chapter_at, part_of

BOOK = (
    "# One\n\nThe lamp was out.\n\n> Let it burn.\n\n## Smaller\n\nNobody came.\n\n"
    "# Two\n\nMorning came at last."
)


def read(text: str, choices: ReadingChoices) -> Document:
    return from_bytes(text.encode(), name="book.md", choices=choices)


def shown(document: Document) -> list[str]:
    return [paragraph.span.of(document.text) for paragraph in document.paragraphs]


WHOLE = read(BOOK, ReadingChoices())
HEADINGS = [(p.span, p.level) for p in WHOLE.paragraphs if p.role is Role.HEADING]


def test_a_chapter_ends_where_one_of_its_rank_begins() -> None:
    part = chapter_at(WHOLE.text, HEADINGS, WHOLE.text.index("lamp"))
    assert part is not None
    found = read(BOOK, ReadingChoices(part=part))
    assert shown(found) == ["One", "The lamp was out.", "Let it burn.", "Smaller", "Nobody came."]
    assert found.text == WHOLE.text
    smaller = chapter_at(WHOLE.text, HEADINGS, WHOLE.text.index("Nobody"))
    assert smaller is not None
    assert smaller.opening.startswith("Smaller")


def test_a_part_is_found_again_after_the_text_before_it_grew() -> None:
    start = WHOLE.text.index("Two")
    part = part_of(WHOLE.text, Span(start, len(WHOLE.text)))
    longer = BOOK.replace("Nobody came.", "Nobody came, for it rained.")
    assert shown(read(longer, ReadingChoices(part=part)))[0] == "Two"


def test_quotations_can_be_left_out() -> None:
    found = shown(read(BOOK, ReadingChoices(without=frozenset((Role.QUOTE,)))))
    assert "Let it burn." not in found
    assert len(found) == len(WHOLE.paragraphs) - 1


def test_what_leaves_nothing_leaves_all() -> None:
    every = ReadingChoices(without=frozenset(Role))
    assert shown(read(BOOK, every)) == shown(WHOLE)
