"""From Markdown to the text that a reader sees, in units.

markdown-it-py parses it, which implements CommonMark exactly. The marks of emphasis, links and
headings are not part of the text; the words they apply to are. No word is lost: lists and
quotations nested too deeply to be parsed are read as flat text, and embedded HTML is read like a
web page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final

from facing_pages.core.model import BULLETED, EmphasisKind, Role
from facing_pages.core.reading.formats.web_page import read_web_page
from facing_pages.core.reading.rich_text import RichText, RichTextBuilder

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

# Elements inside one another that are parsed; a list is two, itself and its item. Each needs two or
# three calls inside one another, of which Python allows a thousand, and each line of a quotation is
# looked at once for each; the deepest lists of real texts are some ten. By judgement.
MAX_NESTING: Final = 60
# Brackets in one paragraph beyond which they are no links: each may go to the end of the paragraph,
# so looking for links is quadratic (20 s for 40,000). A long paragraph with notes has a hundred. By
# judgement.
MAX_BRACKETS: Final = 2_000
_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
# Marks of lists and quotations before the words of a line.
_LINE_MARKS: Final = re.compile(r"(?:>[ \t]*|[-*+](?:[ \t]+|$)|\d{1,9}[.)](?:[ \t]+|$))+")
_KINDS: Final = {"em": EmphasisKind.ITALIC, "strong": EmphasisKind.BOLD}


def read_markdown(text: str) -> RichText:
    """Return the visible text of a Markdown file with its units and emphasis."""
    body = _FRONT_MATTER.sub("", text, count=1)
    builder = RichTextBuilder()
    _add_blocks(builder, _parser().parse(body))
    return builder.finished()


@cache
def _parser() -> MarkdownIt:
    """Return a parser that adds lines as flat text where elements are nested too deeply."""
    from markdown_it import MarkdownIt
    from markdown_it.parser_block import ParserBlock
    from markdown_it.rules_inline import image, link

    class Blocks(ParserBlock):
        def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
            if state.level < state.md.options.maxNesting:
                super().tokenize(state, startLine, endLine)
            else:
                _add_flat(state, startLine, endLine)

    parser = MarkdownIt()
    parser.block = Blocks()
    parser.inline.ruler.at("link", _with_bracket_limit(link))
    parser.inline.ruler.at("image", _with_bracket_limit(image))
    parser.configure("commonmark", options_update={"maxNesting": MAX_NESTING})
    return parser.enable("table")


def _with_bracket_limit(rule: Callable[[StateInline, bool], bool]) -> Callable[..., bool]:
    """Return the rule, made to skip brackets in a paragraph that has too many."""

    def take(state: StateInline, silent: bool) -> bool:
        if -1 not in state.cache:
            state.cache[-1] = state.src.count("[")
        return state.cache[-1] <= MAX_BRACKETS and rule(state, silent)

    return take


def _add_flat(state: StateBlock, start: int, end: int) -> None:
    """Add lines as text without their markers; each line with a marker begins a unit."""
    units: list[str] = []
    for line in state.getLines(start, end, state.blkIndent, False).split("\n"):
        words = line.strip()
        mark = _LINE_MARKS.match(words)
        if not words or mark or not units:
            units.append("")
        units[-1] += words[mark.end() if mark else 0 :] + "\n"
    for unit in units:
        token = state.push("inline", "", 0)
        token.content, token.children = unit.strip(), []
    state.line = end


def _add_blocks(builder: RichTextBuilder, tokens: list[Token]) -> None:
    cells = {
        "tr_open": builder.begin_row,
        "th_open": builder.begin_cell,
        "td_open": builder.begin_cell,
        "tr_close": builder.end_row,
    }
    quotes = lists = heading = ordinal = 0
    for token in tokens:
        if token.type in cells:
            cells[token.type]()
        elif token.type.startswith("blockquote"):
            quotes += token.nesting
        elif token.type in ("list_item_open", "list_item_close"):
            lists += token.nesting
            ordinal = _ordinal(token)
        elif token.type == "heading_open":
            heading = int(token.tag[1:])
        elif token.type == "heading_close":
            heading = 0
        elif token.type in ("fence", "code_block"):
            for line in token.content.split("\n"):
                builder.begin(Role.VERSE)
                builder.add(line)
        elif token.type == "html_block":
            builder.append(read_web_page(token.content, whole=True))
        elif token.type == "inline":
            role, level = _role(heading, lists, quotes)
            _add_words(builder, token.children or [], role, level, ordinal)
            ordinal = 0


def _ordinal(token: Token) -> int:
    """Return the ordinal of the item that a token begins, 0 where it ends one."""
    if token.nesting < 0:
        return 0
    return int(token.info) if token.info else BULLETED


def _role(heading: int, lists: int, quotes: int) -> tuple[Role, int]:
    if heading:
        return Role.HEADING, heading
    if lists:
        return Role.LIST_ITEM, lists
    return (Role.QUOTE, quotes) if quotes else (Role.PROSE, 0)


def _add_words(
    builder: RichTextBuilder, tokens: list[Token], role: Role, level: int, ordinal: int
) -> None:
    """Add a block; at hard line breaks, as in verse, it is divided into several units."""
    builder.begin(role, level, ordinal if role is Role.LIST_ITEM else 0)
    open_kinds: list[EmphasisKind] = []
    for token in tokens:
        name = token.type.rpartition("_")[0]
        if token.type == "hardbreak":
            builder.begin(role, level)
        elif token.type == "softbreak":
            builder.add(" ")
        elif token.type in ("text", "code_inline", "image"):
            builder.add(token.content, *dict.fromkeys(open_kinds))
        elif name in _KINDS and token.nesting > 0:
            open_kinds.append(_KINDS[name])
        elif name in _KINDS and open_kinds:
            open_kinds.pop()
