"""Where the body of a text begins and ends: without titles, contents, prefaces and licences.

Electronic editions say where the work itself begins; books number their chapters, and what stands
before the first one is front matter; in anything else only the title lines are. A table of contents
names chapters too, but no prose follows its lines.
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
    """Return the numbers of the paragraphs that are the body; all of them if nothing else is."""
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
    """Return where a work begins and ends by the lines an electronic edition sets around it."""
    first, last = 0, len(texts)
    for number, text in enumerate(texts):
        if _GUTENBERG_START.match(text):
            first = number + 1
        elif _GUTENBERG_END.match(text):
            last = number
            break
    return (first, last) if first < last else (0, len(texts))


def _chapters(texts: Sequence[str], start: int) -> list[int]:
    """Return the numbers of headings of chapters, those in a table of contents left out."""
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
    """Tell whether the last of some headings without prose between them is one of many in a list.

    Where the first chapter follows such a list, it is named there too.
    """
    *before, last = named
    return last not in before and any(other[0] == last[0] for other in before)


def _is_above(heading: str, chapter: str) -> bool:
    """Tell whether a heading is that of the part a chapter is in."""
    return is_chapter_heading(heading) and _label(heading)[0] != _label(chapter)[0]


def _label(text: str) -> tuple[str, ...]:
    """Return by what a chapter is known: a word, if there is one, and its number."""
    words = tuple(_WORD.findall(text.casefold())[:2])
    return words if len(words) > 1 else ("", *words)


def _after_titles(document: Document, texts: Sequence[str], start: int) -> int:
    """Return the first paragraph that is no title, name or date."""
    for number in range(start, min(len(texts), start + MAX_TITLE_LINES)):
        is_heading = document.paragraphs[number].role is Role.HEADING
        is_open = not ends_sentence(texts[number], or_clause=False)
        if not is_heading and not (is_open and len(texts[number]) <= MAX_TITLE_LENGTH):
            return number
    return start
