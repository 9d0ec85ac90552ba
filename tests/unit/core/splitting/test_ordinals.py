from __future__ import annotations

import pytest

from facing_pages import document_from_text
from facing_pages.core.model import Document, Paragraph, Role, Span
from facing_pages.core.splitting.ordinals import paragraph_ordinals


def ordinals(*texts: str, role: Role = Role.PROSE) -> list[str]:
    """Return the ordinal of each paragraph, "" for none."""
    paragraphs: list[Paragraph] = []
    start = 0
    for text in texts:
        paragraphs.append(Paragraph(Span(start, start + len(text)), role))
        start += len(text) + 1
    found = paragraph_ordinals(Document("text", "\n".join(texts), tuple(paragraphs)))
    return [text[: found.get(number, 0)] for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    "pair",
    [
        "1. 2.",
        "(a) (b)",
        "b) c)",
        "iii. iv.",
        "(ix) (x)",
        "2.1 2.2",
        "7.1. 7.2.",
        "3 4",
        "§3 §4",
        "C. D.",
        "а) б)",
    ],
)
def test_numbers_that_count_on_are_ordinals(pair: str) -> None:
    one, other = pair.split()
    assert ordinals(f"{one} Lamps burn.", "They do.", f"{other} Boats sail.") == [one, "", other]


@pytest.mark.parametrize("first", ["1.", "(a)", "i)", "1.1", "(1)"])
def test_the_first_of_all_is_an_ordinal_alone(first: str) -> None:
    assert ordinals(f"{first} Lamps burn.") == [first]


@pytest.mark.parametrize(
    "text",
    [
        "2.5 litres of milk.",
        "A. Smith went.",
        "I. Newton saw.",
        "I saw.",
        "12. Oktober.",
        "7 boats.",
    ],
)
def test_a_number_or_initial_that_counts_on_from_nothing_is_none(text: str) -> None:
    assert ordinals(text) == [""]


def test_a_number_of_several_levels_counts_on_from_its_heading() -> None:
    assert ordinals("4. Rent", "4.3 It is due.") == ["", "4.3"]
    assert ordinals("3. Use", "4. Rent", "4.3 It is due.") == ["3.", "4.", "4.3"]


def test_a_chapter_has_its_word_before_its_number() -> None:
    assert ordinals("Chapter 7", "Chapter 8", role=Role.HEADING) == ["Chapter 7", "Chapter 8"]
    assert ordinals("Part 7 of it was dark.", "Part 8 of it was not.") == ["", ""]


def test_amounts_in_lower_case_lines_are_no_ordinals() -> None:
    assert ordinals("2 onions", "3 carrots", "4 leeks") == ["", "", ""]


def test_ordinals_of_a_read_text_are_found() -> None:
    document = document_from_text("1. Chop it.\n2. Fry it.\n\nThen eat.")
    assert paragraph_ordinals(document) == {0: 2, 1: 2}


def test_the_label_of_a_speaker_is_no_ordinal() -> None:
    document = document_from_text("Q. Where?\nA. Here.\nQ. When?\nA. Now.")
    assert [paragraph.label for paragraph in document.paragraphs] == [2] * 4
    assert paragraph_ordinals(document) == {}
