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

Each sign is the logarithm of odds, so that signs add up. The blocks of a text speak for one
another, and in doubt the lines stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence, Set
from itertools import accumulate, pairwise
from math import log
from typing import Final, NamedTuple

from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.punctuation import OPENING_MARKS, ends_sentence
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.reading.hyphens import HYPHENS, needs_space
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
MAX_CHANCE: Final = 0.9
LOOSELY_FULL_ODDS: Final = 0.5
NEAR_ODDS: Final = -2.3
LOOSELY_NEAR_ODDS: Final = 0.5
SHORT_ODDS: Final = -3.2
LOOSELY_SHORT_ODDS: Final = -2.3
BEYOND_ODDS: Final = -2.3
# The odds of a wrap by its width alone: hardly a verse is wider than 75 columns.
ODDS_FROM_WIDTH: Final = ((90, 3.0), (76, 2.5), (68, 1.0), (60, 0.5), (45, -0.5), (0, -2.0))
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
_HAN_MARKS: Final = "\u3001-\u303f\uff01-\uff20\uff3b-\uff40\uff5b-\uff65\u2026\u2014"
# A word; in scripts without spaces, a character with the marks that no line starts with.
_LINE_WORD: Final = re.compile(
    rf"[{_HAN_AND_KANA}][{_HAN_MARKS}]*|[^\s{_HAN_AND_KANA}{_HAN_MARKS}]+|[{_HAN_MARKS}]+"
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
    ends = [line_ends(block, light_words) for block in blocks]
    wraps: list[Wrap | None] = [None] * len(blocks)
    left = list(range(len(blocks)))
    while left:
        wrap = _best_wrap([end for number in left for end in ends[number]])
        alike = [number for number in left if _has_width_of(ends[number], wrap)] or left
        blind = [_block_blindness(blocks[n], ends[n], usual, light_words) for n in alike]
        found = _wraps_of_alike([ends[number] for number in alike], blind)
        for number, block_wrap in zip(alike, found, strict=True):
            wraps[number] = block_wrap
        taken = set(alike)
        left = [number for number in left if number not in taken]
    return wraps


def _block_blindness(
    block: Sequence[TextLine], ends: Sequence[LineEnd], usual: Shares, light_words: Set[str]
) -> float:
    """Return how blind the line ends of a block are; doubtful ones are compared with its words."""
    blind = _blindness(ends, usual)
    if blind >= 0:
        return blind
    return _blindness(ends, _shares_inside(_words_in(block), usual, light_words))


def _has_width_of(ends: Sequence[LineEnd], wrap: Wrap) -> bool:
    """Tell whether a block is about as wide as a wrap: only such blocks speak for one another."""
    widest = max(end.columns for end in ends)
    return MIN_ALIKE_SHARE * wrap.width <= widest <= wrap.width / MIN_ALIKE_SHARE


def _wraps_of_alike(
    blocks: Sequence[Sequence[LineEnd]], blind: Sequence[float]
) -> list[Wrap | None]:
    everywhere = [end for ends in blocks for end in ends]
    wrap, counts = _best_wrap(everywhere), _full_counts(everywhere)
    odds = [_fullness(ends, wrap) + sign for ends, sign in zip(blocks, blind, strict=True)]
    others = _said_by_others(odds, wrap.odds)
    return [
        _wrap_of(ends, wrap, proof=_full_elsewhere(wrap, counts, ends), said=sum(said))
        for ends, *said in zip(blocks, blind, others, strict=True)
    ]


def _wrap_of(ends: Sequence[LineEnd], wrap: Wrap, *, proof: int, said: float) -> Wrap | None:
    """Return the wrap of a block: that of the text, exact or loose, or one of its own.

    `proof` are the full lines elsewhere, `said` the odds from other signs than the room on lines.
    """
    own = Wrap(_fullest(_full_counts(ends)), is_exact=True)
    loose = Wrap(wrap.width, is_exact=False)
    cost = FITTED_ODDS * max(0.0, 1 - proof / FULL_ELSEWHERE)
    best, found = max(
        (_fullness(ends, wrap) + cost, wrap),
        (_fullness(ends, loose) + FITTED_ODDS + cost + loose.odds - wrap.odds, loose),
        (_fullness(ends, own) + FITTED_ODDS + min(0.0, own.odds - wrap.odds), own),
    )
    is_usual = MIN_WRAP_COLUMNS <= found.width <= MAX_WRAP_COLUMNS
    return found if best + said > 0 and is_usual else None


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
        before_capital=not is_end and _has_capital(first),
    )


def _best_wrap(ends: Sequence[LineEnd]) -> Wrap:
    """Return the wrap that fits some lines best: an exact or a loose one."""
    columns = sorted(end.columns for end in ends) or [0]
    loose = columns[round(LOOSE_SHARE * (len(columns) - 1))]
    wraps = (Wrap(_fullest(_full_counts(ends)), is_exact=True), Wrap(loose, is_exact=False))
    return max(wraps, key=lambda wrap: _fullness(ends, wrap) + wrap.odds)


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


def _fullest(counts: Sequence[int]) -> int:
    """Return the width at which most lines are full; the least, if there are several."""
    widths = range(MIN_WRAP_COLUMNS, MAX_WRAP_COLUMNS + 1)
    return max(widths, key=lambda width: (counts[width], -width))


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


def _full_odds(end: LineEnd) -> float:
    """Return the odds of a full line: a short word that did not fit proves more than a long one."""
    return -log(min(MAX_CHANCE, (end.needed - end.columns) * CHANCE_IN_COLUMN))


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
            capital += _has_capital(following)
    return Shares(marked / total, capital / inner, light / total)


def _is_marked(word: str) -> bool:
    return unicodedata.category(word[-1]).startswith("P")


def _has_capital(word: str) -> bool:
    return word.lstrip(OPENING_MARKS)[:1].isupper()
