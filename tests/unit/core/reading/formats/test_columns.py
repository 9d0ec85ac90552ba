from __future__ import annotations

import pytest

from facing_pages.core.languages.registry import LANGUAGES
from facing_pages.core.reading.formats.columns import PrintedLine, PrintedPage, text_columns


def page(*lines: tuple[str, float]) -> PrintedPage:
    """Return a page of 400 by 600 points with lines at some heights."""
    return PrintedPage(
        400, 600, tuple(PrintedLine(text, 50, 350, top, top + 10, 10) for text, top in lines)
    )


def texts(*pages: PrintedPage) -> list[str]:
    return [line.text for column in text_columns(pages) for line in column]


PROSE = [("Snow lay on the steps.", 100.0), ("The lamp burned.", 120.0)]
PAGE_WORDS = sorted(word for language in LANGUAGES for word in language.page_words)


@pytest.mark.parametrize("word", PAGE_WORDS)
def test_a_page_number_at_the_foot_is_no_text(word: str) -> None:
    for number in (f"{word.upper()} 12", f"– {word} xii –", "12", "12/40"):
        assert texts(page(*PROSE, (number, 580.0))) == [text for text, _ in PROSE]


@pytest.mark.parametrize("total", ["12 of 40", "Seite 12 von 40", "12 - 40"])
def test_the_number_of_all_pages_may_follow(total: str) -> None:
    assert texts(page((total, 10.0), *PROSE)) == [text for text, _ in PROSE]


@pytest.mark.parametrize(("text", "top"), [("12 lamps", 580.0), ("12345", 580.0), ("12", 300.0)])
def test_other_lines_are_text(text: str, top: float) -> None:
    assert text in texts(page(*PROSE, (text, top), ("It went out.", 400.0)))


def test_a_running_head_is_no_text() -> None:
    pages = [page((f"The Lamp {number}", 20.0), *PROSE) for number in range(3)]
    assert texts(*pages) == [text for text, _ in PROSE] * 3
    assert "The Lamp 0" in texts(pages[0])
