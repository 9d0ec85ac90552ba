"""From Markdown to the text a reader sees, in units.

Parsing is left to markdown-it-py, which follows CommonMark to the letter. Marks of emphasis,
links and headings are not part of the text that is compared; what they stand on is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from facing_pages.core.model import EmphasisKind, Role
from facing_pages.core.reading.rich_text import RichText, RichTextBuilder

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_KINDS: Final = {"em": EmphasisKind.ITALIC, "strong": EmphasisKind.BOLD}


def read_markdown(text: str) -> RichText:
    """Return the visible text of a Markdown file with its structure."""
    from markdown_it import MarkdownIt

    body = _FRONT_MATTER.sub("", text, count=1)
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    builder = RichTextBuilder()
    _add_blocks(builder, tokens)
    return builder.finished()


def _add_blocks(builder: RichTextBuilder, tokens: list[Token]) -> None:
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
            for line in token.content.split("\n"):
                builder.begin(Role.VERSE)
                builder.add(line)
        elif token.type == "inline":
            _add_words(builder, token.children or [], _role(heading, lists, quotes))


def _role(heading: int, lists: int, quotes: int) -> tuple[Role, int]:
    if heading:
        return Role.HEADING, heading
    if lists:
        return Role.LIST_ITEM, lists
    return (Role.QUOTE, quotes) if quotes else (Role.PROSE, 0)


def _add_words(builder: RichTextBuilder, tokens: list[Token], role: tuple[Role, int]) -> None:
    """Add a block: several units where it has hard breaks, as verse does."""
    builder.begin(*role)
    open_kinds: list[EmphasisKind] = []
    for token in tokens:
        name = token.type.rpartition("_")[0]
        if token.type == "hardbreak":
            builder.begin(*role)
        elif token.type == "softbreak":
            builder.add(" ")
        elif token.type in ("text", "code_inline", "image"):
            builder.add(token.content, *dict.fromkeys(open_kinds))
        elif name in _KINDS and token.nesting > 0:
            open_kinds.append(_KINDS[name])
        elif name in _KINDS and open_kinds:
            open_kinds.pop()
