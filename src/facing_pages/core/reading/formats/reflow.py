"""From the lines of printed pages to paragraphs, with divided words joined.

A line continues the paragraph before it unless one of these begins a new one: more space between
the lines, an indent, another font size, or a line before it that is shorter than the column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

from facing_pages.core.languages.punctuation import (
    OPENING_MARKS,
    begins_list_item,
    ends_sentence,
)
from facing_pages.core.model import EmphasisKind, Role
from facing_pages.core.reading.formats.columns import PrintedLine, PrintedPage, text_columns
from facing_pages.core.reading.hyphens import is_divided, whole_words
from facing_pages.core.reading.rich_text import RichText, RichTextBuilder

# Distance of two lines, as a share of the usual one, from which a paragraph ends between them. By
# judgement.
MIN_PARAGRAPH_SPACE: Final = 1.35
# Indents in sizes of the letters: the least that begins a paragraph, and the least that is another
# column. By judgement.
MIN_INDENT: Final = 0.7
MIN_FAR_INDENT: Final = 8.0
# Share of the lines that begin after space, or with an indent, where that is how paragraphs do. By
# judgement.
MIN_STYLE_SHARE: Final = 0.04
# Share of the column's width that a last line falls short by, at least. By judgement.
MIN_SHORT_LINE_SHARE: Final = 0.1
# Share of the lines that begin at the left edge at least, and points within which they do. By
# judgement.
MIN_EDGE_SHARE: Final = 0.12
MAX_EDGE_POINTS: Final = 2.0
# How much larger than the text the letters of a heading are. By judgement.
MIN_HEADING_RATIO: Final = 1.12
# Characters of a heading, which may be several lines long. By judgement.
MAX_PRINTED_HEADING_LENGTH: Final = 140
# PDFium's sign for a hyphen that ends a line.
PDFIUM_HYPHEN: Final = "\u0002"
_SOFT: Final = "\u00ad"
_LINE_END_HYPHENS: Final = (PDFIUM_HYPHEN, _SOFT, "-", "\u2010")
_LIGATURES: Final = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)


@dataclass(frozen=True)
class _Measures:
    """Normal values of a text: font size, distance of lines, how paragraphs are marked.

    `are_spaced`: by more space between them; `are_indented`: by an indent of their first lines.
    """

    size: float
    pitch: float
    are_spaced: bool
    are_indented: bool


@dataclass
class _PrintedParagraph:
    """The lines of one paragraph, with its role and level."""

    lines: list[PrintedLine]
    role: Role = Role.PROSE
    level: int = 0


def reflow(pages: Sequence[PrintedPage]) -> RichText:
    """Return the text of pages in paragraphs, with headings and list items recognised."""
    columns = text_columns(pages)
    measures = _measures(columns)
    lines = [line.text.translate(_LIGATURES) for column in columns for line in column]
    words = whole_words(lines, _LINE_END_HYPHENS)
    builder = RichTextBuilder()
    for unit in _with_roles(_units(columns, measures), measures):
        builder.begin(unit.role, unit.level)
        for line, following in zip(unit.lines, [*unit.lines[1:], None], strict=True):
            kinds = _kinds(line) if unit.role is not Role.HEADING else ()
            builder.add(_glued(line.text, following, words), *kinds)
    return builder.finished()


# --- paragraphs ------------------------------------------------------------------------------


def _measures(columns: Sequence[Sequence[PrintedLine]]) -> _Measures:
    sizes: Counter[float] = Counter()
    pitches: list[float] = []
    indents = count = 0
    for column in columns:
        left = _left_edge(column)
        for line in column:
            sizes[round(line.size, 1)] += len(line.text)
        for above, below in pairwise(column):
            if abs(above.size - below.size) < 0.5 and below.top > above.top:
                pitches.append(below.bottom - above.bottom)
                count += 1
                indents += MIN_INDENT < (below.left - left) / below.size < MIN_FAR_INDENT
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    pitch = _most_common(pitches) or 1.2 * size
    spaced = sum(MIN_PARAGRAPH_SPACE * pitch < distance < 3 * pitch for distance in pitches)
    return _Measures(
        size, pitch, spaced >= MIN_STYLE_SHARE * count > 0, indents >= MIN_STYLE_SHARE * count > 0
    )


def _most_common(values: Sequence[float]) -> float:
    """Return the most common value, rounded to half a point; 0 without values above 0."""
    counts = Counter(round(2 * value) / 2 for value in values if value > 0)
    return counts.most_common(1)[0][0] if counts else 0.0


def _units(
    columns: Sequence[Sequence[PrintedLine]], measures: _Measures
) -> list[_PrintedParagraph]:
    """Group lines into paragraphs; a paragraph may continue in the next column."""
    units: list[_PrintedParagraph] = []
    for column in columns:
        left = _left_edge(column)
        right = max(line.right for line in column)
        before: PrintedLine | None = None
        for line in column:
            if before is None:
                continues = bool(units) and _continues_over_a_break(units[-1], line, left, measures)
            else:
                edges = (left, right)
                continues = not _begins(before, line, edges, measures, units[-1])
            if continues:
                units[-1].lines.append(line)
            else:
                units.append(_PrintedParagraph([line]))
            before = line
    return units


def _left_edge(column: Sequence[PrintedLine]) -> float:
    """Return the left edge of lines without indent: the leftmost position where several begin."""
    lefts = sorted(line.left for line in column)
    enough = max(2, round(MIN_EDGE_SHARE * len(lefts)))
    for k, left in enumerate(lefts):
        if k + enough <= len(lefts) and lefts[k + enough - 1] - left < MAX_EDGE_POINTS:
            return left
    return lefts[0]


def _begins(
    before: PrintedLine,
    line: PrintedLine,
    edges: tuple[float, float],
    measures: _Measures,
    unit: _PrintedParagraph,
) -> bool:
    """Tell whether a line begins a paragraph, and does not continue that of the line before."""
    left, right = edges
    if abs(line.size - before.size) > 0.08 * before.size and not _is_small_start(before, line):
        return True
    distance = line.bottom - before.bottom
    normal = measures.pitch * max(1.0, line.size / measures.size)
    if distance > MIN_PARAGRAPH_SPACE * normal or distance < -0.5 * normal:
        return True
    if line.is_bold is not before.is_bold and len(unit.lines) == 1 and _may_be_heading(before):
        return True
    if begins_list_item(line.text, may_wrap=True):
        return True
    indent = (line.left - left) / line.size
    first = (unit.lines[0].left - left) / line.size
    is_further_in = line.left - before.left > MIN_INDENT * line.size
    if indent > MIN_INDENT and is_further_in and len(unit.lines) > 1:
        return True
    if indent > MIN_INDENT and (is_further_in or (measures.are_indented and first > MIN_INDENT)):
        return _is_short(before, left, right) or ends_sentence(before.text)
    are_marked = measures.are_spaced or measures.are_indented
    return not are_marked and _is_short(before, left, right) and ends_sentence(before.text)


def _is_small_start(before: PrintedLine, line: PrintedLine) -> bool:
    """Tell whether `before` is a sign at the start of the same line, such as a note number."""
    return len(before.text.strip()) <= 2 and line.left > before.right


def _is_short(line: PrintedLine, left: float, right: float) -> bool:
    return right - line.right > MIN_SHORT_LINE_SHARE * (right - left)


def _continues_over_a_break(
    unit: _PrintedParagraph, line: PrintedLine, left: float, measures: _Measures
) -> bool:
    """Tell whether a paragraph continues at the top of the next column or page."""
    last = unit.lines[-1]
    end = last.text.rstrip()
    if abs(last.size - line.size) > 0.08 * last.size or begins_list_item(line.text, may_wrap=True):
        return False
    if end.endswith(_LINE_END_HYPHENS):
        return True
    is_open = not ends_sentence(last.text)
    starts_small = line.text.lstrip(OPENING_MARKS)[:1].islower()
    if starts_small:
        return is_open or len(unit.lines) > 1
    is_indented = line.left - left > MIN_INDENT * line.size
    is_set_apart = last.is_bold or last.size >= MIN_HEADING_RATIO * measures.size
    is_title = len(unit.lines) == 1 and is_set_apart and _may_be_heading(last)
    return is_open and not is_indented and not is_title


# --- roles -----------------------------------------------------------------------------------


def _with_roles(
    units: Sequence[_PrintedParagraph], measures: _Measures
) -> Iterator[_PrintedParagraph]:
    sizes = sorted(
        {round(unit.lines[0].size, 1) for unit in units if _is_heading(unit, measures)},
        reverse=True,
    )
    for unit in units:
        first = unit.lines[0]
        if _is_heading(unit, measures):
            level = 1 + sizes.index(round(first.size, 1))
            yield replace(unit, role=Role.HEADING, level=min(level, 6))
        elif begins_list_item(first.text, may_wrap=True):
            yield replace(unit, role=Role.LIST_ITEM, level=1)
        else:
            yield unit


def _is_heading(unit: _PrintedParagraph, measures: _Measures) -> bool:
    first = unit.lines[0]
    letters = sum(len(line.text) for line in unit.lines)
    if letters > MAX_PRINTED_HEADING_LENGTH or not any(c.isalpha() for c in first.text):
        return False
    if median(line.size for line in unit.lines) >= MIN_HEADING_RATIO * measures.size:
        return True
    is_bold = all(line.is_bold for line in unit.lines)
    return is_bold and len(unit.lines) <= 2 and _may_be_heading(unit.lines[-1])


def _may_be_heading(line: PrintedLine) -> bool:
    return line.text.rstrip()[-1:] not in ".,;"


def _kinds(line: PrintedLine) -> tuple[EmphasisKind, ...]:
    bold = (EmphasisKind.BOLD,) if line.is_bold else ()
    return (*bold, EmphasisKind.ITALIC) if line.is_italic else bold


# --- words -----------------------------------------------------------------------------------


def _glued(text: str, following: PrintedLine | None, known: frozenset[str]) -> str:
    """Return a line's text with what joins it to the next line: a space, a hyphen or nothing."""
    text = text.translate(_LIGATURES).strip()
    if following is None:
        return text.replace(PDFIUM_HYPHEN, "-")
    if text.endswith("—") and text[-2:-1].isalnum():
        return text.replace(PDFIUM_HYPHEN, "-").replace(_SOFT, "")
    if not text.endswith(_LINE_END_HYPHENS):
        return text.replace(PDFIUM_HYPHEN, "-").replace(_SOFT, "") + " "
    if text.endswith("--"):
        return text.replace(PDFIUM_HYPHEN, "-")
    stem, rest = text[:-1], following.text.translate(_LIGATURES).lstrip()
    stem = stem.replace(PDFIUM_HYPHEN, "-").replace(_SOFT, "")
    if text.endswith(_SOFT) or is_divided(stem, rest, known):
        return stem
    return stem + "-"
