"""From Markdown to the text a reader sees, in units.

Parsing is left to markdown-it-py, which follows CommonMark to the letter. Marks of emphasis,
links and headings are not part of the text that is compared; what they stand on is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from facing_pages.core.model import Role, Span
from facing_pages.core.reading.units import Unit

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)


def render_markdown(text: str) -> tuple[str, list[Unit]]:
    """Return the visible text of a Markdown file, a blank line between units, and the units."""
    from markdown_it import MarkdownIt

    body = _FRONT_MATTER.sub("", text, count=1)
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    parts: list[str] = []
    units: list[Unit] = []
    length = 0
    for visible, role, level in _visible_units(tokens):
        if parts:
            parts.append("\n\n")
            length += 2
        units.append(Unit(Span(length, length + len(visible)), role, level))
        parts.append(visible)
        length += len(visible)
    return "".join(parts), units


def _visible_units(tokens: list[Token]) -> list[tuple[str, Role, int]]:
    result: list[tuple[str, Role, int]] = []
    quotes = lists = heading = 0
    for token in tokens:
        if token.type.startswith("blockquote"):
            quotes += token.nesting
        elif token.type in ("list_item_open", "list_item_close"):
            lists += token.nesting
        elif token.type == "heading_open":
            heading = int(token.tag[1:])
        elif token.type == "heading_close":
            heading = 0
        elif token.type in ("fence", "code_block"):
            lines = (" ".join(line.split()) for line in token.content.split("\n"))
            result += [(line, Role.VERSE, 0) for line in lines if line]
        elif token.type == "inline":
            role, level = _role(heading, lists, quotes)
            result += [(line, role, level) for line in _inline_text(token.children or [])]
    return result


def _role(heading: int, lists: int, quotes: int) -> tuple[Role, int]:
    if heading:
        return Role.HEADING, heading
    if lists:
        return Role.LIST_ITEM, lists
    return (Role.QUOTE, quotes) if quotes else (Role.PROSE, 0)


def _inline_text(tokens: list[Token]) -> list[str]:
    """Return the visible lines of a block: several where it has hard breaks, as verse does."""
    lines = [""]
    for token in tokens:
        if token.type == "hardbreak":
            lines.append("")
        elif token.type == "softbreak":
            lines[-1] += " "
        elif token.type in ("text", "code_inline", "image"):
            lines[-1] += token.content
    return [" ".join(line.split()) for line in lines if line.strip()]
