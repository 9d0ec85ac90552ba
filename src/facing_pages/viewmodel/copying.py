"""What is put on the clipboard: clean text, both sides with labels, or text with its marks."""

from __future__ import annotations

from html import escape
from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import LINE_OF_STYLE, LineShape, MarkStyle
from facing_pages.viewmodel.pair_view import PairView, SideText
from facing_pages.viewmodel.table_columns import LinkColumn, SentenceColumn
from facing_pages.viewmodel.visible_marks import VisibleMarks
from facing_pages.viewmodel.wording.side_names import side_title

# How the line of a kind is written in the styles of a web page.
_DECORATION: Final = {
    LineShape.DASHES: "dashed",
    LineShape.SOLID: "solid",
    LineShape.DOTS: "dotted",
    LineShape.THIN_DOTS: "dotted",
    LineShape.DOUBLE: "double",
}
# Elements that say what a mark is where styles are lost.
_STYLE_ELEMENTS: Final = {
    MarkStyle.ADDED: "ins",
    MarkStyle.WHOLE_ADDED: "ins",
    MarkStyle.LIGHT_ADDED: "ins",
    MarkStyle.LONG_ADDED: "ins",
    MarkStyle.REMOVED: "del",
    MarkStyle.WHOLE_REMOVED: "del",
    MarkStyle.LIGHT_REMOVED: "del",
    MarkStyle.LONG_REMOVED: "del",
}


def clean_text(text: SideText, span: Span) -> str:
    """Return a part of one side, a line for each paragraph, nothing else."""
    return "\n".join(part.of(text.text) for part in _paragraph_parts(text, span))


def counterpart(pages: PairView, side: Side, span: Span) -> Span | None:
    """Return what faces a part of a side, from the first to the last sentence linked with it."""
    if not pages.is_aligned:
        return None
    links = pages.rows.links[_links(pages, side, span)]
    firsts, ends = LinkColumn.start(side.other), LinkColumn.end(side.other)
    links = links[links[:, firsts] >= 0]
    if not len(links):
        return None
    first, end = int(links[:, firsts].min()), int(links[:, ends].max())
    return pages.sentences_span(side.other, Span(first, end))


def both_texts(pages: PairView, side: Side, span: Span) -> str:
    """Return a part of a side and what faces it, each under the name of its side."""
    facing = counterpart(pages, side, span)
    spans = {side: span, side.other: facing}
    parts: list[str] = []
    for one in Side:
        here = spans[one]
        text = clean_text(pages.text(one), here) if here is not None else "—"
        parts.append(f"{side_title(one)} ({pages.text(one).name}):\n{text}")
    return "\n\n".join(parts) + "\n"


def marked_html(
    shown: VisibleMarks, side: Side, span: Span, colors: dict[MarkStyle, tuple[str, str]]
) -> str:
    """Return a part of a side as a piece of a web page, with its marks.

    `colors` has for each style the colours of its fill ("" for none) and of its line.
    """
    paragraphs = [
        f"<p>{_marked(shown, side, part, colors)}</p>"
        for part in _paragraph_parts(shown.pages.text(side), span)
    ]
    return "\n".join(paragraphs)


def _marked(
    shown: VisibleMarks, side: Side, span: Span, colors: dict[MarkStyle, tuple[str, str]]
) -> str:
    text = shown.pages.text(side).text
    result: list[str] = []
    done = span.start
    for start, end, number, _ in shown.marks[side].within(span).tolist():
        style = MarkStyle(number)
        first, last = max(start, done), min(end, span.end)
        if style is MarkStyle.MOVED or first >= last:
            continue
        result.append(escape(text[done:first]))
        result.append(_element(style, escape(text[first:last]), colors[style]))
        done = last
    result.append(escape(text[done : span.end]))
    return "".join(result)


def _element(style: MarkStyle, text: str, colors: tuple[str, str]) -> str:
    name = _STYLE_ELEMENTS.get(style, "span")
    fill, line = colors
    rules = [f"text-decoration: underline {_DECORATION.get(LINE_OF_STYLE[style], 'solid')} {line}"]
    if fill:
        rules.append(f"background-color: {fill}")
    return f'<{name} style="{"; ".join(rules)}">{text}</{name}>'


def _paragraph_parts(text: SideText, span: Span) -> list[Span]:
    """Return what of a span is in each paragraph, empty parts left out."""
    text = text.by_paragraph
    if not span.length or not len(text):
        return []
    parts: list[Span] = []
    for number in range(text.paragraph_at(span.start), text.paragraph_at(span.end - 1) + 1):
        paragraph = text.paragraph_span(number)
        start, end = max(paragraph.start, span.start), min(paragraph.end, span.end)
        if start < end:
            parts.append(Span(start, end))
    return parts


def _links(pages: PairView, side: Side, span: Span) -> npt.NDArray[np.int32]:
    """Return the links of the sentences a span touches."""
    touched = pages.sentences_in(side, span)
    sentences = pages.rows.sentences[side][touched.start : touched.end]
    return np.unique(sentences[:, SentenceColumn.LINK])
