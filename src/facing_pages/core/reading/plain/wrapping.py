"""Tell whether the lines of a block were wrapped at a width, or ended by their writer.

Wrapping leaves no line on which the next word would have fitted, and it is blind: it ends a line
behind any word, so words at the ends and starts of lines are like those inside. Lines of verse end
where a clause does, seldom behind a light word ("the", "of"), and often start with a capital.

    The river takes the bridge at     wrapped at 30: no next word would have fitted,
    dawn, the road runs down to       "at" and "to" are light
    meet it; we kept a lamp.

    The river takes the bridge at dawn,      verse: "and" would have fitted on the second line,
    the road runs down to meet it;           each line ends with a mark
    and no one now can see it.

A paragraph ends anywhere in its last line; a stanza has lines of about one length. `prose_signs`
has what its sentences and rhymes say.

Each sign is the logarithm of odds, so that signs add up. The blocks of a text speak for one
another, and in doubt the lines stay.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from itertools import accumulate, pairwise
from math import log
from typing import Final, NamedTuple

from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.punctuation import ends_sentence
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.reading.hyphens import HYPHENS, needs_space
from facing_pages.core.reading.plain.prose_signs import HAN_MARKS, has_capital, prose_odds
from facing_pages.core.reading.plain.text_lines import TextLine, columns_of

# Columns at which texts are wrapped: usual are 60 to 80. By judgement; a wider line is a paragraph.
MAX_WRAP_COLUMNS: Final = 120
MIN_WRAP_COLUMNS: Final = 30
# Share of the width that a line takes, with the next word, which hardly fitted: the letters of the
# program that wrapped had different widths, or a person wrapped. By judgement.
MIN_NEAR_SHARE: Final = 0.87
# Share of the lines that are not wider than the width of a loose wrap. By judgement.
LOOSE_SHARE: Final = 0.98


class Shares(NamedTuple):
    """Shares of the words inside lines: those with a mark, before a capital, and light ones."""

    marked: float
    capital: float
    light: float


# The odds below were set by trying them on 1,200 pieces of six books in three languages, wrapped at
# 30 to 100 columns, on 600 poems in French and Chinese, and on these without marks and capitals.
# For a wrap: a line that could not take the next word, by the share of verse lines that end within
# each column before the width by chance; one that hardly could, or easily; one beyond the width.
CHANCE_IN_COLUMN: Final = 0.06
MIN_CHANCE: Final = 0.25
MAX_CHANCE: Final = 0.9
LOOSELY_FULL_ODDS: Final = 0.5
NEAR_ODDS: Final = -2.3
LOOSELY_NEAR_ODDS: Final = 0.5
SHORT_ODDS: Final = -3.2
LOOSELY_SHORT_ODDS: Final = -2.3
BEYOND_ODDS: Final = -2.3
# For a wrap by the share of the width that the last line takes: any is as likely in a paragraph.
LAST_LINE_ODDS: Final = ((0.75, -0.9), (0.6, 0.2), (0.4, 1.2), (0.0, 1.6))
# Lines of a block that says anything by these signs, and the odds of a shorter one: it may be a
# couplet, or a title with a line.
MIN_SIGN_LINES: Final = 3
TWO_LINES_ODDS: Final = -1.0
# The odds of a wrap by its width alone: hardly a verse is wider than 75 columns.
ODDS_FROM_WIDTH: Final = ((90, 3.0), (76, 2.5), (60, 1.0), (52, 0.5), (45, 0.0), (0, -1.0))
LOOSE_ODDS: Final = -2.0
# What it costs that a width fits the lines it was found in, unless so many other lines are full.
FITTED_ODDS: Final = -2.5
FULL_ELSEWHERE: Final = 3
# How much seldomer verse ends a line with a light word than with any other word.
LIGHT_IN_VERSE: Final = 0.3
# How much oftener it ends one with a mark than there is one inside lines, and the share at most.
MARKED_IN_VERSE: Final = 4.5
MAX_MARKED_IN_VERSE: Final = 0.5
# Shares inside lines before any word of a text is counted, and the number of words that they, and
# the shares of the text for one block, weigh as much as.
USUAL_SHARES: Final = Shares(0.12, 0.12, 0.4)
USUAL_WORDS: Final = 30
# Words that are counted: shares do not change behind them. By judgement.
MAX_COUNTED_WORDS: Final = 20_000
# Share of a width that lines must reach to be called as wide. By judgement: verse and the prose
# around it are hardly so near.
MIN_ALIKE_SHARE: Final = 0.8
# What other blocks of the text say of one: the part of their odds that counts, the limits of each
# and of all; and the part of the odds of the next verse that speaks against a wrap beside it.
SHARED_PART: Final = 0.6
MAX_BLOCK_ODDS: Final = 4.0
MAX_ODDS_FOR: Final = 6.0
MAX_ODDS_AGAINST: Final = 4.0
NEARBY_PART: Final = 0.5

_HAN_AND_KANA: Final = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# A word; in scripts without spaces, a character with the marks that no line starts with.
_LINE_WORD: Final = re.compile(
    rf"[{_HAN_AND_KANA}][{HAN_MARKS}]*|[^\s{_HAN_AND_KANA}{HAN_MARKS}]+|[{HAN_MARKS}]+"
)


class LineEnd(NamedTuple):
    """The end of a line that another one follows.

    `needed` are the columns that the line would have taken with the first word of the next one.
    """

    columns: int
    needed: int
    ends_sentence: bool
    is_marked: bool
    is_light: bool
    before_capital: bool


class _LineBlock(NamedTuple):
    """The line ends of a block, the columns of its last line, and what its words say.

    Where the block is short, `last_columns` is None.
    """

    ends: list[LineEnd]
    last_columns: int | None
    signs: float


class Wrap(NamedTuple):
    """The width at which lines were wrapped, and whether they hold to the column."""

    width: int
    is_exact: bool

    def nearly_fills(self, end: LineEnd) -> bool:
        """Tell whether a line is so full that the next word did not fit, or hardly."""
        return end.needed > MIN_NEAR_SHARE * self.width

    def fills(self, end: LineEnd) -> bool:
        """Tell whether the next word did not fit on a line, or hardly, where the wrap is loose."""
        return end.needed > self.width if self.is_exact else self.nearly_fills(end)

    @property
    def odds(self) -> float:
        """Return what the width alone says."""
        from_width = next(odds for least, odds in ODDS_FROM_WIDTH if self.width >= least)
        return from_width if self.is_exact else from_width + LOOSE_ODDS


def wraps_of(blocks: Sequence[Sequence[TextLine]]) -> list[Wrap | None]:
    """Return how each block was wrapped; None for one whose lines stay, or that is one line."""
    wraps: list[Wrap | None] = [None] * len(blocks)
    places = [place for place, block in enumerate(blocks) if _may_be_wrapped(block)]
    found = _wraps_of_possible([blocks[place] for place in places])
    for place, wrap in zip(places, found, strict=True):
        wraps[place] = wrap
    return wraps


def _may_be_wrapped(block: Sequence[TextLine]) -> bool:
    """Tell whether a block has several lines, and some of them the length of a wrapped one.

    Rows of a table are no prose, however wide they are.
    """
    if block[0].is_row:
        return False
    lengths = [len(line.text) + line.indent for line in block[:-1]]
    narrow = sum(length <= MAX_WRAP_COLUMNS for length in lengths)
    # A character takes two columns at most.
    return bool(lengths) and 2 * max(lengths) >= MIN_WRAP_COLUMNS and 2 * narrow >= len(lengths)


def _wraps_of_possible(blocks: Sequence[Sequence[TextLine]]) -> list[Wrap | None]:
    """Return the wraps of blocks, judging those of about one width together."""
    words = _words_in(line for block in blocks for line in block)
    light_words = function_words_of(language_of(" ".join(words)))
    usual = _shares_inside(words, USUAL_SHARES, light_words)
    found_blocks = [_block_of(block, usual, light_words) for block in blocks]
    wraps: list[Wrap | None] = [None] * len(blocks)
    left = list(range(len(blocks)))
    while left:
        wrap = _best_wrap([found_blocks[number] for number in left])
        alike = [number for number in left if _has_width_of(found_blocks[number], wrap)] or left
        found = _wraps_of_alike([found_blocks[number] for number in alike])
        for number, block_wrap in zip(alike, found, strict=True):
            wraps[number] = block_wrap
        taken = set(alike)
        left = [number for number in left if number not in taken]
    return wraps


def _block_of(block: Sequence[TextLine], usual: Shares, light_words: Set[str]) -> _LineBlock:
    ends = line_ends(block, light_words)
    blind = _block_blindness(block, ends, usual, light_words)
    if len(block) < MIN_SIGN_LINES:
        return _LineBlock(ends, None, blind + TWO_LINES_ODDS)
    signs = blind + prose_odds(block, light_words)
    return _LineBlock(ends, block[-1].columns, signs)


def _block_blindness(
    block: Sequence[TextLine], ends: Sequence[LineEnd], usual: Shares, light_words: Set[str]
) -> float:
    """Return how blind the line ends of a block are; doubtful ones are compared with its words."""
    blind = _blindness(ends, usual)
    if blind >= 0:
        return blind
    return _blindness(ends, _shares_inside(_words_in(block), usual, light_words))


def _has_width_of(block: _LineBlock, wrap: Wrap) -> bool:
    """Tell whether a block is about as wide as a wrap: only such blocks speak for one another."""
    widest = max(end.columns for end in block.ends)
    return MIN_ALIKE_SHARE * wrap.width <= widest <= wrap.width / MIN_ALIKE_SHARE


def _wraps_of_alike(blocks: Sequence[_LineBlock]) -> list[Wrap | None]:
    wrap = _best_wrap(blocks)
    counts = _full_counts(end for block in blocks for end in block.ends)
    odds = [_room_odds(block, wrap) + block.signs for block in blocks]
    others = _said_by_others(odds, wrap.odds)
    return [
        _wrap_of(block, wrap, proof=_full_elsewhere(wrap, counts, block.ends), said=said)
        for block, said in zip(blocks, others, strict=True)
    ]


def _wrap_of(block: _LineBlock, wrap: Wrap, *, proof: int, said: float) -> Wrap | None:
    """Return the wrap of a block: that of the text, exact or loose, or one of its own.

    `proof` are the full lines elsewhere, `said` the odds from the other blocks.
    """
    own = Wrap(_fullest([block]), is_exact=True)
    loose = Wrap(wrap.width, is_exact=False)
    cost = FITTED_ODDS * max(0.0, 1 - proof / FULL_ELSEWHERE)
    best, found = max(
        (_room_odds(block, wrap) + cost, wrap),
        (_room_odds(block, loose) + FITTED_ODDS + cost + loose.odds - wrap.odds, loose),
        (_room_odds(block, own) + 2 * FITTED_ODDS - cost + min(0.0, own.odds - wrap.odds), own),
    )
    is_usual = MIN_WRAP_COLUMNS <= found.width <= MAX_WRAP_COLUMNS
    return found if best + block.signs + said > 0 and is_usual else None


def line_ends(block: Sequence[TextLine], light_words: Set[str] = frozenset()) -> list[LineEnd]:
    """Return all line ends of a block but the last."""
    return [line_end(line, following, light_words) for line, following in pairwise(block)]


def line_end(line: TextLine, following: TextLine, light_words: Set[str] = frozenset()) -> LineEnd:
    """Return the end of a line that another one follows."""
    found = _LINE_WORD.search(following.text)
    first = found.group() if found else following.text
    last = line.text.rsplit(None, 1)[-1]
    gap = 1 if needs_space(last[-1], first[0]) else 0
    is_divided = line.text.endswith(HYPHENS) and line.text[-2:-1].isalpha()
    is_end = ends_sentence(line.text, or_clause=False)
    return LineEnd(
        columns=line.columns,
        needed=line.columns + gap + columns_of(first),
        ends_sentence=is_end,
        is_marked=_is_marked(last) and not is_divided,
        is_light=is_divided or last.lower() in light_words,
        before_capital=not is_end and has_capital(first),
    )


def _best_wrap(blocks: Sequence[_LineBlock]) -> Wrap:
    """Return the wrap that fits some blocks best: an exact or a loose one."""
    columns = sorted(end.columns for block in blocks for end in block.ends) or [0]
    loose = columns[round(LOOSE_SHARE * (len(columns) - 1))]
    wraps = (Wrap(_fullest(blocks), is_exact=True), Wrap(loose, is_exact=False))
    return max(wraps, key=lambda wrap: sum(_room_odds(block, wrap) for block in blocks) + wrap.odds)


def _full_counts(ends: Iterable[LineEnd]) -> list[int]:
    """Return for each width how many lines could not take the next word.

    Lines that end a sentence are not counted: they may be the last of a paragraph.
    """
    steps = [0] * (MAX_WRAP_COLUMNS + 2)
    for end in ends:
        if not end.ends_sentence:
            steps[min(end.columns, MAX_WRAP_COLUMNS + 1)] += 1
            steps[min(end.needed, MAX_WRAP_COLUMNS + 1)] -= 1
    return list(accumulate(steps))


def _fullest(blocks: Sequence[_LineBlock]) -> int:
    """Return the width at which most lines are full.

    If there are several, it is the least of those that the fewest other lines go beyond.
    """
    ends = [end for block in blocks for end in block.ends]
    last = [block.last_columns for block in blocks if block.last_columns is not None]
    columns = sorted([*last, *(end.columns for end in ends)])
    counts = _full_counts(ends)
    widths = range(MIN_WRAP_COLUMNS, MAX_WRAP_COLUMNS + 1)
    return max(widths, key=lambda width: (counts[width], bisect_right(columns, width), -width))


def _full_elsewhere(wrap: Wrap, counts: Sequence[int], ends: Sequence[LineEnd]) -> int:
    """Return how many lines of other blocks are full at a width."""
    if wrap.width > MAX_WRAP_COLUMNS:
        return 0
    inside = (end.columns <= wrap.width < end.needed for end in ends if not end.ends_sentence)
    return counts[wrap.width] - sum(inside)


def _fullness(ends: Iterable[LineEnd], wrap: Wrap) -> float:
    """Return what the room at the ends of lines says; nothing where a paragraph may have ended."""
    odds = 0.0
    for end in ends:
        if end.columns > wrap.width:
            odds += BEYOND_ODDS if wrap.is_exact else 0.0
        elif end.needed > wrap.width:
            odds += _full_odds(end) if wrap.is_exact else LOOSELY_FULL_ODDS
        elif not end.ends_sentence and wrap.nearly_fills(end):
            odds += NEAR_ODDS if wrap.is_exact else LOOSELY_NEAR_ODDS
        elif not end.ends_sentence:
            odds += SHORT_ODDS if wrap.is_exact else LOOSELY_SHORT_ODDS
    return odds


def _room_odds(block: _LineBlock, wrap: Wrap) -> float:
    """Return what the room on the lines says, and the length of the last one."""
    return _fullness(block.ends, wrap) + _last_line_odds(block.last_columns, wrap)


def _last_line_odds(columns: int | None, wrap: Wrap) -> float:
    if columns is None:
        return 0.0
    if columns > wrap.width:
        return BEYOND_ODDS if wrap.is_exact else 0.0
    return next(odds for least, odds in LAST_LINE_ODDS if columns >= least * wrap.width)


def _full_odds(end: LineEnd) -> float:
    """Return the odds of a full line: a short word that did not fit proves more than a long one."""
    chance = (end.needed - end.columns) * CHANCE_IN_COLUMN
    return -log(max(MIN_CHANCE, min(MAX_CHANCE, chance)))


def _blindness(ends: Sequence[LineEnd], shares: Shares) -> float:
    """Return what the words around the ends of lines say, compared with those inside lines."""
    open_ends = [end for end in ends if not end.ends_sentence]
    light = sum(end.is_light for end in ends)
    marked = sum(end.is_marked for end in ends)
    marked_in_verse = min(MAX_MARKED_IN_VERSE, MARKED_IN_VERSE * shares.marked)
    return (
        _odds_of(light, len(ends), shares.light, LIGHT_IN_VERSE * shares.light)
        + _odds_of(marked, len(ends), shares.marked, marked_in_verse)
        - _excess(sum(end.before_capital for end in open_ends), len(open_ends), shares.capital)
    )


def _odds_of(count: int, total: int, share: float, share_in_verse: float) -> float:
    """Return the odds that so many of all are so by chance, and not as many as in verse."""
    others = total - count
    return count * log(share / share_in_verse) + others * log((1 - share) / (1 - share_in_verse))


def _excess(count: int, total: int, share: float) -> float:
    """Return the odds that so many of all are so on purpose, above the share there is by chance."""
    if count <= share * total:
        return 0.0
    found = (count + share) / (total + 1)
    return count * log(found / share) + (total - count) * log((1 - found) / (1 - share))


def _said_by_others(odds: Sequence[float], from_width: float) -> list[float]:
    """Return what the other blocks say of each, most of all the verse beside it."""
    limited = [max(-MAX_BLOCK_ODDS, min(MAX_BLOCK_ODDS, block)) for block in odds]
    total = sum(limited)
    said: list[float] = []
    for place, block in enumerate(limited):
        shared = SHARED_PART * (total - block) + from_width
        nearby = min([0.0, *limited[max(0, place - 1) : place], *limited[place + 1 : place + 2]])
        said.append(max(-MAX_ODDS_AGAINST, min(MAX_ODDS_FOR, shared)) + NEARBY_PART * nearby)
    return said


def _words_in(lines: Iterable[TextLine]) -> list[str]:
    """Return the words of some lines, an empty one behind each line."""
    words: list[str] = []
    for line in lines:
        words += [*_LINE_WORD.findall(line.text), ""]
        if len(words) > MAX_COUNTED_WORDS:
            break
    return words


def _shares_inside(words: Sequence[str], usual: Shares, light_words: Set[str]) -> Shares:
    """Return the shares inside some lines; where these are few, rather the usual ones."""
    marked, capital, light = (share * USUAL_WORDS for share in usual)
    total = inner = USUAL_WORDS
    for word, following in pairwise(words):
        if not word or not following:
            continue
        total += 1
        marked += _is_marked(word)
        light += word.lower() in light_words
        if not ends_sentence(word, or_clause=False):
            inner += 1
            capital += has_capital(following)
    return Shares(marked / total, capital / inner, light / total)


def _is_marked(word: str) -> bool:
    return unicodedata.category(word[-1]).startswith("P")
