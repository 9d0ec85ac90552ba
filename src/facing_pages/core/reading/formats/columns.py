"""From pages to their columns in reading order, without running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from facing_pages.core.languages.registry import of_all_languages
from facing_pages.core.sequences import joined_neighbours

# Share of a page's height at its head and foot where what is repeated is no text. By judgement.
RUNNING_HEAD_SHARE: Final = 0.13
# Pages on which the same words must stand at the same place to be a running head. By judgement.
MIN_REPEATED_PAGES: Final = 3
# Height in points by which a running head may stand elsewhere. By judgement.
MAX_HEAD_SHIFT_POINTS: Final = 4.0
# Share of the page's height over which two columns must have lines next to each other. By
# judgement.
MIN_COLUMNS_SHARE: Final = 0.12
# Points by which the gap between columns differs from page to page. By judgement.
MAX_GUTTER_SHIFT_POINTS: Final = 12.0

_PAGE_DIGITS: Final = re.compile(r"\d+")
_PAGE_WORDS: Final = "|".join(map(re.escape, of_all_languages(lambda known: known.page_words)))
_OF_ALL: Final = "|".join(map(re.escape, of_all_languages(lambda known: known.page_count_words)))
_PAGE_NUMBER: Final = re.compile(
    rf"\W*(?:{_PAGE_WORDS})?\s*(?:\d{{1,4}}|[ivxlc]{{1,7}})(?:\s*(?:{_OF_ALL}|/|-)\s*\d{{1,4}})?\W*",
    re.IGNORECASE,
)


class PrintedLine(NamedTuple):
    """A line of a page. Positions are in points from the page's upper left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    is_bold: bool = False
    is_italic: bool = False

    @property
    def height(self) -> float:
        """Return the height of the letters."""
        return self.bottom - self.top


class PrintedPage(NamedTuple):
    """A page with its lines in the order in which they were drawn."""

    width: float
    height: float
    lines: tuple[PrintedLine, ...]


def text_columns(pages: Sequence[PrintedPage]) -> list[list[PrintedLine]]:
    """Return the columns of all pages in reading order, without running heads and page numbers."""
    running = _running(pages)
    return list(_in_order([_without_margins(page, running) for page in pages]))


def _running(pages: Sequence[PrintedPage]) -> set[tuple[str, int]]:
    """Return the running heads: words without numbers, with their rounded heights on the page."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        counts.update({key for line in _in_margin(page) for key in _places(line)})
    min_pages = min(MIN_REPEATED_PAGES, max(2, len(pages) // 2 + 1))
    return {key for key, count in counts.items() if count >= min_pages}


def _in_margin(page: PrintedPage) -> Iterator[PrintedLine]:
    for line in page.lines:
        if (
            line.bottom < RUNNING_HEAD_SHARE * page.height
            or line.top > (1 - RUNNING_HEAD_SHARE) * page.height
        ):
            yield line


def _places(line: PrintedLine) -> tuple[tuple[str, int], tuple[str, int]]:
    """Return a line's words without numbers, with the two rounded heights it is near to."""
    words = _PAGE_DIGITS.sub("#", " ".join(line.text.split())).casefold()
    place = int(line.top // MAX_HEAD_SHIFT_POINTS)
    return (words, place), (words, place + 1)


def _without_margins(page: PrintedPage, running: set[tuple[str, int]]) -> PrintedPage:
    """Return the page without running heads and page numbers."""
    margin = list(_in_margin(page))
    gone = {
        id(line)
        for line in margin
        if any(key in running for key in _places(line)) or _is_page_number(line, page)
    }
    return page._replace(lines=tuple(line for line in page.lines if id(line) not in gone))


def _is_page_number(line: PrintedLine, page: PrintedPage) -> bool:
    """Tell whether a line is only a page number, at the top or bottom of its page."""
    if not _PAGE_NUMBER.fullmatch(line.text.strip()):
        return False
    others = [other for other in page.lines if other is not line]
    above = all(other.bottom <= line.top + 1 for other in others)
    below = all(other.top >= line.bottom - 1 for other in others)
    return above or below


def _in_order(pages: Sequence[PrintedPage]) -> Iterator[list[PrintedLine]]:
    """Yield the columns of all pages; a page with few lines has the gap of the page before."""
    last: float | None = None
    for page in pages:
        lines = [line for line in page.lines if line.text.strip()]
        middle = _gutter(lines, page, MIN_COLUMNS_SHARE)
        if middle is None and last is not None:
            again = _gutter(lines, page, 0.0)
            middle = (
                last if again is not None and abs(again - last) < MAX_GUTTER_SHIFT_POINTS else None
            )
        last = middle if middle is not None else last
        if lines:
            yield from _columns(lines, middle)


def _columns(lines: Sequence[PrintedLine], middle: float | None) -> Iterator[list[PrintedLine]]:
    """Yield the lines of a page column by column, each from top to bottom."""
    if middle is None:
        yield _joined_rows(sorted(lines, key=lambda line: (round(line.top), line.left)))
        return
    band: list[PrintedLine] = []
    for line in sorted(lines, key=lambda line: line.top):
        if line.left < middle - 2 and line.right > middle + 2:
            yield from _two_columns(band, middle)
            yield [line]
            band = []
        else:
            band.append(line)
    yield from _two_columns(band, middle)


def _two_columns(band: Sequence[PrintedLine], middle: float) -> Iterator[list[PrintedLine]]:
    for is_right in (False, True):
        column = [line for line in band if (line.left >= middle - 2) is is_right]
        if column:
            yield _joined_rows(column)


def _gutter(lines: Sequence[PrintedLine], page: PrintedPage, min_share: float) -> float | None:
    """Return the middle of the gap between two columns, None if there is one column.

    `min_share` is the share of the page's height that must have lines on both sides of the gap.
    """
    best: tuple[float, float] | None = None
    starts = sorted({round(line.left) for line in lines if line.left > 0.3 * page.width})
    for start in starts:
        middle = start - 3.0
        if middle > 0.75 * page.width:
            continue
        right = [line for line in lines if line.left >= middle]
        left = [line for line in lines if line.right <= middle + 2]
        crossing = len(lines) - len(right) - len(left)
        shared = min(sum(line.height for line in left), sum(line.height for line in right))
        if shared <= min_share * page.height or crossing > 0.35 * len(lines):
            continue
        if not _overlap(left, right):
            continue
        score = shared - 3 * crossing
        if best is None or score > best[0]:
            best = (score, middle)
    return best[1] if best else None


def _overlap(left: Sequence[PrintedLine], right: Sequence[PrintedLine]) -> bool:
    """Tell whether most lines on the right are next to lines on the left, and wrap as prose."""
    top, bottom = min(line.top for line in left), max(line.bottom for line in left)
    adjacent = [line for line in right if line.bottom > top and line.top < bottom]
    long = [line for line in right if len(line.text) > 18]
    return len(adjacent) >= 0.5 * len(right) and len(long) >= 0.5 * len(right)


def _joined_rows(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Join the parts of a line that were drawn separately."""
    return joined_neighbours(sorted(lines, key=lambda line: line.top), _joined_line)


def _joined_line(last: PrintedLine, line: PrintedLine) -> PrintedLine | None:
    """Return two parts of one line as one, None if they are not on one."""
    if not _on_one_line(last, line):
        return None
    first, second = (last, line) if last.left <= line.left else (line, last)
    space = "" if second.left - first.right < 0.15 * first.size else " "
    return PrintedLine(
        first.text + space + second.text,
        first.left,
        max(first.right, second.right),
        min(first.top, second.top),
        max(first.bottom, second.bottom),
        max(first.size, second.size),
        first.is_bold and second.is_bold,
        first.is_italic and second.is_italic,
    )


def _on_one_line(one: PrintedLine, other: PrintedLine) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    are_separate = one.right <= other.left + 1 or other.right <= one.left + 1
    return are_separate and shared > 0.5 * min(one.height, other.height)
