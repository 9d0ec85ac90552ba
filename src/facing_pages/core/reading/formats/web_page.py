"""From a web page to its article: what a reader came for, without menus, adverts and scripts.

Elements are taken as they come by the standard library's tolerant parser, which no page makes
slow. What is article and what is not is told by elements first, then by the names that pages give
to their parts, then by how much of a part is links.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from facing_pages.core.model import EmphasisKind, Role
from facing_pages.core.reading.decoding import Decoded, even_line_ends
from facing_pages.core.reading.rich_text import RichText, RichTextBuilder

# Elements that never hold words of the article.
_NEVER: Final = frozenset(
    "script style noscript template svg math iframe object canvas audio video form button select "
    "textarea input nav dialog head datalist menu".split()
)
# Elements that hold no words of the article unless they are inside it.
_AROUND: Final = frozenset(("header", "footer", "aside"))
_BLOCKS: Final = frozenset(
    "p div section article main header footer aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote "
    "pre table tr td th caption figure figcaption address hr body html center summary details "
    "fieldset legend thead tbody tfoot".split()
)
_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_VOID: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_EMPHASIS: Final = {
    "em": EmphasisKind.ITALIC,
    "i": EmphasisKind.ITALIC,
    "cite": EmphasisKind.ITALIC,
    "dfn": EmphasisKind.ITALIC,
    "var": EmphasisKind.ITALIC,
    "strong": EmphasisKind.BOLD,
    "b": EmphasisKind.BOLD,
}
# What pages call the parts that are not their article.
_BOILERPLATE: Final = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|masthead|banner|ads?|"
    r"advert\w*|promo\w*|sponsor\w*|share|sharing|social|related|recommend\w*|newsletter|subscribe|"
    r"cookie\w*|consent|comments?|disqus|popup|modal|skip|pagination|pager|toc|widget\w*|tags?|"
    r"author-bio|read-?more|signup|login|search|print-?only|hidden|sr-only|screen-reader-text|"
    r"noprint|mw-editsection|reference|reflist|navbox|infobox|catlinks)(?:$|[-_ ])",
    re.IGNORECASE,
)
_ROLES: Final = frozenset(
    "navigation banner contentinfo search complementary dialog alert menu toolbar".split()
)
# Share of a block's letters inside links above which it is a list of links, and the letters below
# which so few are no sentence anyway.
MOST_LINKED: Final = 0.6
SHORT: Final = 200
# Elements inside one another that are told apart; a page nested deeper goes on as flat text.
DEEPEST: Final = 400
# Share of all words an element called article or main must hold to be taken for the whole.
LEAST_ARTICLE: Final = 0.35


@dataclass
class _Block:
    """Words of one unit, with where they stand in the page."""

    role: Role
    level: int
    in_article: bool
    is_around: bool
    runs: list[tuple[str, tuple[EmphasisKind, ...]]] = field(default_factory=list)
    linked: int = 0

    @property
    def letters(self) -> int:
        """Return the number of visible characters."""
        return sum(len("".join(words.split())) for words, _ in self.runs)


@dataclass
class _Open:
    """An element that has begun: what changes until it ends."""

    name: str
    skips: bool = False
    is_article: bool = False
    is_around: bool = False
    quotes: int = 0
    lists: int = 0


def read_web_page(markup: str, *, whole: bool = False) -> RichText:
    """Return the article of a page; with `whole` everything that is visible, as for a book."""
    parser = _Page(whole=whole)
    parser.feed(markup)
    parser.close()
    builder = RichTextBuilder()
    for block in parser.chosen():
        builder.begin(block.role, block.level)
        for words, kinds in block.runs:
            builder.add(words, *kinds)
    return builder.finished()


def declared_encoding(data: bytes, guessed: Decoded) -> Decoded:
    """Return a page in the encoding that it names itself, where the bytes leave it open."""
    found = None if guessed.is_certain else _CHARSET.search(data[:4096])
    if found is None:
        return guessed
    try:
        codec = codecs.lookup(found.group(1).decode("ascii")).name
        return Decoded(even_line_ends(data.decode(codec)), codec, is_certain=True)
    except (LookupError, UnicodeDecodeError):
        return guessed


class _Page(HTMLParser):
    def __init__(self, *, whole: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._whole = whole
        self._open: list[_Open] = []
        self._skipped = 0
        self._kinds: list[tuple[str, EmphasisKind]] = []
        self._links = 0
        self._preformatted = 0
        self._heading = 0
        self._blocks: list[_Block] = []
        self._fresh = True

    # --- what the parser meets ----------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        attributes = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._break_line()
            return
        if tag in _BLOCKS:
            self._fresh = True
        if tag in _VOID:
            return
        if len(self._open) < DEEPEST:
            self._begin(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        """An element ends; what was left open inside it ends too."""
        if tag in _BLOCKS:
            self._fresh = True
        if not any(entry.name == tag for entry in self._open):
            return
        while self._open:
            entry = self._open.pop()
            self._finish(entry)
            if entry.name == tag:
                return

    def handle_data(self, data: str) -> None:
        """Words."""
        if self._skipped:
            return
        if self._preformatted:
            self._add_lines(data)
            return
        if not data.strip() and self._fresh:
            return
        self._add(data)

    # --- elements -----------------------------------------------------------------------------

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        entry = _Open(tag, skips=self._is_left_out(tag, attributes))
        self._skipped += entry.skips
        entry.is_article = tag in ("article", "main") or attributes.get("role") == "main"
        entry.is_around = tag in _AROUND
        entry.quotes = int(tag == "blockquote")
        entry.lists = int(tag in ("ul", "ol"))
        self._open.append(entry)
        if tag in _EMPHASIS:
            self._kinds.append((tag, _EMPHASIS[tag]))
        self._links += tag == "a"
        self._preformatted += tag == "pre"
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]

    def _finish(self, entry: _Open) -> None:
        self._skipped -= entry.skips
        if entry.name in _EMPHASIS and self._kinds:
            self._kinds.pop()
        self._links -= entry.name == "a"
        self._preformatted -= entry.name == "pre"
        if entry.name in _HEADINGS:
            self._heading = 0

    def _is_left_out(self, tag: str, attributes: dict[str, str]) -> bool:
        """Tell whether an element's content is no part of what is read."""
        if tag in _NEVER or "hidden" in attributes or attributes.get("aria-hidden") == "true":
            return True
        style = attributes.get("style", "").replace(" ", "").lower()
        if "display:none" in style or "visibility:hidden" in style:
            return True
        if self._whole or tag in ("html", "body", "article", "main", *_HEADINGS, "p"):
            return False
        if attributes.get("role", "").lower() in _ROLES:
            return True
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        return bool(_BOILERPLATE.search(names))

    # --- words --------------------------------------------------------------------------------

    def _add(self, words: str) -> None:
        block = self._block()
        block.runs.append((words, tuple(dict.fromkeys(kind for _, kind in self._kinds))))
        if self._links:
            block.linked += len("".join(words.split()))

    def _add_lines(self, words: str) -> None:
        """Add preformatted words: each line is a unit, as in verse."""
        for k, line in enumerate(words.split("\n")):
            self._fresh = self._fresh or k > 0
            if line.strip():
                self._add(line)

    def _break_line(self) -> None:
        """Take a line break: a space inside prose, two of them the end of a unit."""
        if self._skipped or self._fresh:
            return
        if self._blocks and self._blocks[-1].runs[-1:] == [("\n", ())]:
            self._fresh = True
            return
        self._add("\n")

    def _block(self) -> _Block:
        if self._fresh or not self._blocks:
            self._fresh = False
            quotes = sum(entry.quotes for entry in self._open)
            lists = sum(entry.lists for entry in self._open)
            role, level = self._role(quotes, lists)
            in_article = any(entry.is_article for entry in self._open)
            is_around = any(entry.is_around for entry in self._open)
            self._blocks.append(_Block(role, level, in_article, is_around and not in_article))
        return self._blocks[-1]

    def _role(self, quotes: int, lists: int) -> tuple[Role, int]:
        if self._heading:
            return Role.HEADING, self._heading
        if self._preformatted:
            return Role.VERSE, 0
        if lists and any(entry.name == "li" for entry in self._open):
            return Role.LIST_ITEM, lists
        return (Role.QUOTE, quotes) if quotes else (Role.PROSE, 0)

    # --- what is article ----------------------------------------------------------------------

    def chosen(self) -> list[_Block]:
        """Return the units to be read."""
        blocks = [block for block in self._blocks if block.letters]
        if self._whole:
            return blocks
        total = sum(block.letters for block in blocks)
        inside = [block for block in blocks if block.in_article]
        if sum(block.letters for block in inside) >= LEAST_ARTICLE * total:
            blocks = inside
        kept = [block for block in blocks if not block.is_around and not _is_links(block)]
        return kept or blocks


def _is_links(block: _Block) -> bool:
    """Tell a unit that only leads elsewhere, such as an entry of a menu."""
    if block.role is Role.HEADING or block.letters > SHORT:
        return False
    return block.linked > MOST_LINKED * block.letters
