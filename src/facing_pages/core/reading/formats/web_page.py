"""From a web page to its article: the main text without menus, adverts and scripts.

The page is parsed by libxml2 (lxml), which is tolerant and takes time linear in the size of the
page. The parser of the standard library is quadratic for unfinished tags and comments, up to Python
3.11.13, 3.12.11 and 3.13.5. No tree is built, so that deep nesting costs nothing. The article is
recognised by elements first, then by the class names that pages use for their parts, and then by
the share of a part that is links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from facing_pages.core.model import EmphasisKind, Role
from facing_pages.core.reading.decoding import Decoded, normalize_line_ends
from facing_pages.core.reading.encodings import codec_of
from facing_pages.core.reading.formats.list_ordinals import ListOrdinals
from facing_pages.core.reading.rich_text import LINE_BREAK, RichText, RichTextBuilder

# Elements that never hold words of the article.
_NEVER_TEXT_TAGS: Final = frozenset(
    "script style noscript template svg math iframe object canvas audio video form button select "
    "textarea input nav dialog head datalist menu".split()
)
# Elements that hold no words of the article unless they are inside it.
_PAGE_FRAME_TAGS: Final = frozenset(("header", "footer", "aside"))
_BLOCKS: Final = frozenset(
    "p div section article main header footer aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote "
    "pre table tr td th caption figure figcaption address hr body html center summary details "
    "fieldset legend thead tbody tfoot".split()
)
_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
# White space and ends of elements only, of which the parser makes nothing.
_NO_CONTENT: Final = re.compile(r"[\s\ufeff]*(?:</[^>]*(?:>[\s\ufeff]*|\Z))*\Z")
_VOID: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)
_HEADING_LEVELS: Final = {f"h{level}": level for level in range(1, 7)}
_EMPHASIS: Final = {
    "em": EmphasisKind.ITALIC,
    "i": EmphasisKind.ITALIC,
    "cite": EmphasisKind.ITALIC,
    "dfn": EmphasisKind.ITALIC,
    "var": EmphasisKind.ITALIC,
    "strong": EmphasisKind.BOLD,
    "b": EmphasisKind.BOLD,
}
# Elements that are counted: how many of them enclose a word decides its role.
_COUNTED: Final = frozenset(("a", "pre", "blockquote", "ul", "ol", "li"))
# Class names and identifiers that pages use for parts outside the article.
_BOILERPLATE: Final = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|masthead|banner|ads?|"
    r"advert\w*|promo\w*|sponsor\w*|share|sharing|social|related|recommend\w*|newsletter|subscribe|"
    r"cookie\w*|consent|comments?|disqus|popup|modal|skip|pagination|pager|toc|widget\w*|tags?|"
    r"author-bio|read-?more|signup|login|search|print-?only|hidden|sr-only|screen-reader-text|"
    r"noprint|mw-editsection|reference|reflist|navbox|infobox|catlinks)(?:$|[-_ ])",
    re.IGNORECASE,
)
_SKIPPED_ROLES: Final = frozenset(
    "navigation banner contentinfo search complementary dialog alert menu toolbar".split()
)
# Share of a block's letters inside links above which it is a list of links, and the letters below
# which so few are no sentence anyway. By judgement.
MAX_LINKED_SHARE: Final = 0.6
MIN_SENTENCE_LETTERS: Final = 200
# Elements inside one another that are tracked; a page nested deeper goes on as flat text. By
# judgement.
MAX_TAG_DEPTH: Final = 400
# Rows of tables inside one another that are read as rows. By judgement: old pages that are laid out
# by tables have some five.
MAX_ROWS_INSIDE: Final = 8
# Share of all words an element called article or main must hold to be taken for the whole. By
# judgement.
MIN_ARTICLE_SHARE: Final = 0.35


class _TableCell(NamedTuple):
    """The number of a row in the page, and of a cell in that row."""

    row: int
    number: int


@dataclass
class _Block:
    """The words of one unit, and whether it is in or around the article.

    `cells` are those of tables that it stands in, the outermost first.
    """

    role: Role
    level: int
    in_article: bool
    is_around: bool
    ordinal: int = 0
    runs: list[tuple[str, tuple[EmphasisKind, ...]]] = field(default_factory=list)
    linked: int = 0
    cells: tuple[_TableCell, ...] = ()

    @property
    def letters(self) -> int:
        """Return the number of visible characters."""
        return sum(len("".join(words.split())) for words, _ in self.runs)

    @property
    def row(self) -> int:
        """Return the number of the row that the unit stands in, 0 for none."""
        return self.cells[-1].row if self.cells else 0


class _Open(NamedTuple):
    """An open element: its name, and the counters that it increases until it ends."""

    name: str
    counted: tuple[str, ...]


def read_web_page(markup: str, *, whole: bool = False) -> RichText:
    """Return the article of a page; with `whole` all visible text, as for a book.

    Raises `MemoryError` if the parser stopped for lack of memory.
    """
    page = _PageReader(whole=whole)
    _parse(markup, page)
    builder = RichTextBuilder()
    cells: tuple[_TableCell, ...] = ()
    for block in page.chosen():
        _go_to(builder, cells, block.cells)
        cells = block.cells
        builder.begin(block.role, block.level, block.ordinal)
        for words, kinds in block.runs:
            builder.add(words, *kinds)
    _go_to(builder, cells, ())
    return builder.finished()


def _go_to(
    builder: RichTextBuilder, cells: tuple[_TableCell, ...], new: tuple[_TableCell, ...]
) -> None:
    """End the rows that a unit does not stand in any more, and begin those that it stands in."""
    shared = 0
    while shared < min(len(cells), len(new)) and cells[shared].row == new[shared].row:
        shared += 1
        if cells[shared - 1] != new[shared - 1]:
            break
    for _ in cells[shared:]:
        builder.end_row()
    if shared and cells[shared - 1].number != new[shared - 1].number:
        _pass_cells(builder, new[shared - 1].number - cells[shared - 1].number)
    for cell in new[shared:]:
        builder.begin_row()
        _pass_cells(builder, cell.number + 1)


def _pass_cells(builder: RichTextBuilder, count: int) -> None:
    for _ in range(count):
        builder.begin_cell()


def _parse(markup: str, page: _PageReader) -> None:
    """Parse a page and call a handler for its elements and words."""
    from lxml import etree

    # The encoding is set so that the one which the page declares is ignored.
    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True, no_network=True)
    parser.feed(markup.encode("utf-8", errors="replace"))
    parser.close()
    # Without memory libxml2 stops silently: open elements are not ended, or none are begun.
    if page.depth or not (page.is_met or _NO_CONTENT.match(markup)):
        raise MemoryError


def declared_encoding(data: bytes, guessed: Decoded) -> Decoded:
    """Return a page decoded with the encoding it declares, if the bytes do not decide it."""
    found = None if guessed.is_certain else _CHARSET.search(data[:4096])
    codec = codec_of(found.group(1).decode("ascii")) if found else None
    if codec is None:
        return guessed
    try:
        return Decoded(normalize_line_ends(data.decode(codec)), codec, is_certain=True)
    except UnicodeError:
        return guessed


class _PageReader:
    """Receives the elements and words of a page in order, as a target of lxml's parser."""

    def __init__(self, *, whole: bool) -> None:
        self._whole = whole
        self._open: list[_Open] = []
        # Open elements that are nested too deeply to be tracked.
        self._beyond: Counter[str] = Counter()
        self._names: Counter[str] = Counter()
        self._inside: Counter[str] = Counter()
        self._heading = 0
        self._ordinals = ListOrdinals()
        self._row_count = 0
        # The open cells, the outermost first.
        self._cells: list[_TableCell] = []
        self._blocks: list[_Block] = []
        self._fresh = True
        self.depth = 0
        self.is_met = False

    # --- calls of the parser ------------------------------------------------------------------

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Handle the start of an element."""
        self.depth += 1
        self.is_met = True
        if tag == "br":
            self._break_line()
            return
        if tag in _BLOCKS:
            self._fresh = True
        if tag in _VOID:
            return
        if len(self._open) < MAX_TAG_DEPTH:
            self._begin(tag, attributes)
        else:
            self._beyond[tag] += 1

    def end(self, tag: str) -> None:
        """Handle the end of an element; elements left open inside it end too."""
        self.depth -= 1
        if tag in _BLOCKS:
            self._fresh = True
        if tag in _VOID:
            return
        if self._beyond[tag]:
            self._beyond[tag] -= 1
            return
        if not self._names[tag]:
            return
        while self._open:
            entry = self._open.pop()
            self._finish(entry)
            if entry.name == tag:
                return

    def data(self, words: str) -> None:
        """Handle words."""
        if self._inside["left out"]:
            return
        if self._inside["pre"]:
            self._add_lines(words)
            return
        if not words.strip() and self._fresh:
            return
        self._add(words)

    def comment(self, *_: str) -> None:
        """Note that the page is not empty."""
        self.is_met = True

    def pi(self, *_: str | None) -> None:
        """Note that the page is not empty."""
        self.is_met = True

    def doctype(self, *_: str | None) -> None:
        """Note that the page is not empty."""
        self.is_met = True

    def close(self) -> None:
        """Do nothing at the end of the page; the parser requires this method."""

    # --- elements -----------------------------------------------------------------------------

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        counted = [tag] if tag in _COUNTED else []
        if self._is_left_out(tag, attributes):
            counted.append("left out")
        if tag in _EMPHASIS:
            counted.append(_EMPHASIS[tag].value)
        if tag in ("article", "main") or attributes.get("role") == "main":
            counted.append("article")
        if tag in _PAGE_FRAME_TAGS:
            counted.append("around")
        entry = _Open(tag, tuple(counted))
        self._open.append(entry)
        self._names[tag] += 1
        self._inside.update(counted)
        self._ordinals.begin(tag, attributes)
        if tag in _HEADING_LEVELS:
            self._heading = _HEADING_LEVELS[tag]
        if self._names["tr"] > MAX_ROWS_INSIDE:
            return
        if tag == "tr":
            self._row_count += 1
            self._cells.append(_TableCell(self._row_count, -1))
        elif tag in ("td", "th") and self._cells:
            row, number = self._cells[-1]
            self._cells[-1] = _TableCell(row, number + 1)

    def _finish(self, entry: _Open) -> None:
        if entry.name == "tr" and self._names[entry.name] <= MAX_ROWS_INSIDE:
            self._cells.pop()
        self._names[entry.name] -= 1
        self._ordinals.end(entry.name)
        self._inside.subtract(entry.counted)
        if entry.name in _HEADING_LEVELS:
            self._heading = 0

    def _is_left_out(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Tell whether the content of an element is left out."""
        if (
            tag in _NEVER_TEXT_TAGS
            or "hidden" in attributes
            or attributes.get("aria-hidden") == "true"
        ):
            return True
        style = attributes.get("style", "").replace(" ", "").lower()
        if "display:none" in style or "visibility:hidden" in style:
            return True
        if self._whole or tag in ("html", "body", "article", "main", *_HEADING_LEVELS, "p"):
            return False
        if attributes.get("role", "").lower() in _SKIPPED_ROLES:
            return True
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        return bool(_BOILERPLATE.search(names))

    # --- words --------------------------------------------------------------------------------

    def _add(self, words: str) -> None:
        block = self._block()
        kinds = tuple(kind for kind in EmphasisKind if self._inside[kind.value])
        block.runs.append((words, kinds))
        if self._inside["a"]:
            block.linked += len("".join(words.split()))

    def _add_lines(self, words: str) -> None:
        """Add preformatted words: each line becomes a unit, as in verse."""
        for k, line in enumerate(words.split("\n")):
            self._fresh = self._fresh or k > 0
            if line.strip():
                self._add(line)

    def _break_line(self) -> None:
        """Handle a line break: two end the unit."""
        if self._inside["left out"] or self._fresh:
            return
        if self._blocks and self._blocks[-1].runs[-1:] == [(LINE_BREAK, ())]:
            self._fresh = True
            return
        self._add(LINE_BREAK)

    def _block(self) -> _Block:
        if self._fresh or not self._blocks:
            self._fresh = False
            role, level = self._role()
            in_article = bool(self._inside["article"])
            is_around = bool(self._inside["around"]) and not in_article
            ordinal = self._ordinals.take() if role is Role.LIST_ITEM else 0
            cells = tuple(self._cells)
            block = _Block(role, level, in_article, is_around, ordinal, cells=cells)
            self._blocks.append(block)
        return self._blocks[-1]

    def _role(self) -> tuple[Role, int]:
        inside = self._inside
        if self._heading:
            return Role.HEADING, self._heading
        if inside["pre"]:
            return Role.VERSE, 0
        if inside["li"] and (inside["ul"] or inside["ol"]):
            return Role.LIST_ITEM, inside["ul"] + inside["ol"]
        quotes = inside["blockquote"]
        return (Role.QUOTE, quotes) if quotes else (Role.PROSE, 0)

    # --- the article --------------------------------------------------------------------------

    def chosen(self) -> list[_Block]:
        """Return the units of the article, or all of them with `whole`."""
        blocks = [block for block in self._blocks if block.letters]
        if self._whole:
            return blocks
        total = sum(block.letters for block in blocks)
        inside = [block for block in blocks if block.in_article]
        if sum(block.letters for block in inside) >= MIN_ARTICLE_SHARE * total:
            blocks = inside
        rows = {block.row for block in blocks if block.row and not _is_links(block)}
        kept = [
            block
            for block in blocks
            if not block.is_around and (block.row in rows or not _is_links(block))
        ]
        return kept or blocks


def _is_links(block: _Block) -> bool:
    """Tell whether a unit consists of links only, such as an entry of a menu."""
    if block.role is Role.HEADING or block.letters > MIN_SENTENCE_LETTERS:
        return False
    return block.linked > MAX_LINKED_SHARE * block.letters
