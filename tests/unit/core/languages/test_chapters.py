from __future__ import annotations

import pytest

from facing_pages.core.languages.chapters import begins_caption, begins_chapter, is_chapter_heading
from facing_pages.core.languages.registry import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_chapter_word_is_known_where_headings_are_asked_for(language: object) -> None:
    for word in getattr(language, "chapter_words", ()):
        for heading in (f"{word.capitalize()} 1", f"{word.upper()} IV. The Lamp"):
            assert begins_chapter(heading), heading
            assert is_chapter_heading(heading), heading
    for name in getattr(language, "chapter_names", ()):
        for heading in (name.upper(), f"{name.capitalize()}."):
            assert begins_chapter(heading), heading
            assert is_chapter_heading(heading), heading


@pytest.mark.parametrize(
    "heading",
    [
        "Part the First.",
        "Book II.",
        "Chapter i.",
        "Глава первая.",
        "第三章",
        "第三章 灯台",
        "PART OF IT",
    ],
)
def test_a_heading_begins_a_chapter_though_it_may_look_like_a_sentence(heading: str) -> None:
    assert begins_chapter(heading)


@pytest.mark.parametrize(
    "line",
    [
        "Part of him wanted to go.",
        "Letter by letter he spelled it.",
        "Parte de la gente se fue.",
        "Teil der Mannschaft blieb.",
        "Parting is hard.",
        "The next chapter",
        "Prologue to a war it was.",
        "第一部电影很好看。",
    ],
)
def test_a_sentence_that_begins_with_a_chapter_word_begins_no_chapter(line: str) -> None:
    assert not begins_chapter(line)


@pytest.mark.parametrize("heading", ["IV", "xii.", "12.", "999"])
def test_a_number_alone_is_a_heading_but_no_line_that_begins_a_chapter(heading: str) -> None:
    assert is_chapter_heading(heading)
    assert not begins_chapter(heading)


@pytest.mark.parametrize(
    "text", ["1000", "Chapter", "Part of it", "Chapter 1 " + "a" * 80, "He left."]
)
def test_other_paragraphs_are_no_headings(text: str) -> None:
    assert not is_chapter_heading(text)


@pytest.mark.parametrize(
    "caption", ["Figure 2. The quay", "Fig. 3b", "Abb. 4: Der Hafen", "Рис. 5", "Tableau 6"]
)
def test_a_caption_begins_with_its_number(caption: str) -> None:
    assert begins_caption(caption)


@pytest.mark.parametrize("line", ["Figures of speech", "A figure 2", "Table manners", "Room 2"])
def test_other_lines_begin_no_caption(line: str) -> None:
    assert not begins_caption(line)
