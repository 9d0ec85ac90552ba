"""Find the body of a text: without title, table of contents, preface and licence.

Project Gutenberg's files have lines that say where the work begins and ends. In a book, everything
before the first chapter heading is front matter. In other texts only the title lines are. A table
of contents names chapters too, but no prose follows its lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from facing_pages.core.languages.chapters import is_chapter_heading
from facing_pages.core.languages.punctuation import ends_sentence
from facing_pages.core.model import Document, Role, Span

# Characters from which on a paragraph is prose, and up to which a line may be a title. By
# judgement.
MIN_PROSE_LENGTH: Final = 160
MAX_TITLE_LENGTH: Final = 120
# Paragraphs a chapter may have between its heading and its prose, as a title and a motto; title
# lines of a short text. By judgement.
MAX_PARAGRAPHS_BETWEEN: Final = 6
MAX_TITLE_LINES: Final = 8

_GUTENBERG_START: Final = re.compile(
    r"\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG", re.IGNORECASE
)
_GUTENBERG_END: Final = re.compile(r"\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")


def body_of(document: Document) -> Span:
    """Return the span of paragraph numbers of the body; all paragraphs if no body is found."""
    texts = [paragraph.span.of(document.text).strip() for paragraph in document.paragraphs]
    first, last = _marked(texts)
    chapters = _chapters(texts[:last], first)
    if len(chapters) > 1:
        first = chapters[0]
        while first and _is_above(texts[first - 1], texts[first]):
            first -= 1
    else:
        first = _after_titles(document, texts[:last], first)
    return Span(first, last) if first < last else Span(0, len(texts))


def _marked(texts: Sequence[str]) -> tuple[int, int]:
    """Return the span between the start and end lines of Project Gutenberg, else of all texts."""
    first, last = 0, len(texts)
    for number, text in enumerate(texts):
        if _GUTENBERG_START.match(text):
            first = number + 1
        elif _GUTENBERG_END.match(text):
            last = number
            break
    return (first, last) if first < last else (0, len(texts))


def _chapters(texts: Sequence[str], start: int) -> list[int]:
    """Return the numbers of chapter headings, except those in a table of contents."""
    found: list[int] = []
    named: list[tuple[str, ...]] = []
    heading, between = -1, 0
    for number in range(start, len(texts)):
        if is_chapter_heading(texts[number]):
            heading, between = number, 0
            named.append(_label(texts[number]))
        elif len(texts[number]) >= MIN_PROSE_LENGTH:
            if heading >= 0 and between < MAX_PARAGRAPHS_BETWEEN and not _ends_contents(named):
                found.append(heading)
            heading, named = -1, []
        else:
            between += 1
    return found


def _ends_contents(named: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether consecutive headings end with the last line of a table of contents.

    Chapter 1, Chapter 2, Chapter 3               then prose, such as a preface: yes
    Chapter 1, Chapter 2, Chapter 3, Chapter 1    then prose: no, the last one is the heading
    """
    *before, last = named
    return last not in before and any(other[0] == last[0] for other in before)


def _is_above(heading: str, chapter: str) -> bool:
    """Tell whether a heading is one level above a chapter: "Part One" above "Chapter 1"."""
    return is_chapter_heading(heading) and _label(heading)[0] != _label(chapter)[0]


def _label(text: str) -> tuple[str, ...]:
    """Return the word ("chapter", or "" if there is none) and the number of a chapter heading."""
    words = tuple(_WORD.findall(text.casefold())[:2])
    return words if len(words) > 1 else ("", *words)


def _after_titles(document: Document, texts: Sequence[str], start: int) -> int:
    """Return the number of the first paragraph that is not a title, name or date."""
    for number in range(start, min(len(texts), start + MAX_TITLE_LINES)):
        is_heading = document.paragraphs[number].role is Role.HEADING
        is_open = not ends_sentence(texts[number], or_clause=False)
        if not is_heading and not (is_open and len(texts[number]) <= MAX_TITLE_LENGTH):
            return number
    return start
