"""From paragraphs to sentences, as spans.

sentencex finds the sentence ends and knows the abbreviations of many languages. It finds no ends
inside quotation marks or before the marks of emphasis in plain text (_so!_). Therefore it is given
the text with each of these marks replaced by a space, and each end it finds is then moved past the
marks: closing ones belong to the sentence before, opening ones to the sentence after.

    text         “Stop!” he said. _Now!_ “Why?”
    masked        Stop!  he said.  Now!   Why?
    ends         |Stop!| he said.| Now!|  Why?|      in the masked text
    moved        |“Stop!”|he said.|_Now!_|“Why?”|    in the text
    joined       |“Stop!” he said.|_Now!_|“Why?”|    no sentence starts with a small letter

Stray marks are joined to the sentence before them. So is a part that starts with a small letter,
because a full stop before it is damage.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import regex

from facing_pages.core.languages.punctuation import (
    BULLETS,
    CLOSING_MARKS,
    OPENING_MARKS,
    OTHER_SPACED_ENDS,
    SENTENCE_ENDS,
    UNSPACED_ENDS,
    is_list_number,
)
from facing_pages.core.model import Paragraph, Role, Sentence, Span
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.splitting.cells import cell_spans
from facing_pages.core.splitting.clauses import clause_spans, verses_run_on
from facing_pages.core.splitting.short_forms import (
    initials_ends,
    month_ends,
    needs_next_word,
    ordinary_ends,
)
from facing_pages.core.splitting.speakers import tells_speaker

logger = logging.getLogger(__name__)

# Paragraphs that are one unit each.
_ONE_UNIT_ROLES: Final = (Role.HEADING, Role.VERSE)
# sentencex takes time that grows with the square of the number of stops in a text (1.0.32: 20,000
# characters of Chinese 0.4 s, 5,000 characters 0.02 s), so it is given windows this long. By
# judgement.
MAX_WINDOW: Final = 5_000
# Characters of a window whose ends are not used, because what decides about them may lie behind the
# window: the other bracket of a pair, mostly. By judgement.
CHARACTERS_AHEAD: Final = 1_500
# Characters before the first end used in a window, for these decide about an end as well. By
# judgement.
CHARACTERS_BEHIND: Final = 500

# sentencex 1.0.32 panics on some of these between a capital and a full stop.
_ODD_SPACES: Final = "\t\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
# Looked for at these characters only: at every one, a text takes ten times as long.
_MAY_BE_MASKED: Final = rf"(?=[{BULLETS}{_ODD_SPACES}\"＂“”„‟«»‹›「」『』'‘‚’()_])"
_MASKED: Final = re.compile(
    rf"{_MAY_BE_MASKED}(?:"
    rf"[{_ODD_SPACES}\"＂“”„‟«»‹›「」『』]|(?<!\w)['‘‚](?=\w)|(?<!\w)[‘‚](?=[\s“„\"])"
    r"|(?<=[.,!?…\s”\"])['’](?!\w)"
    r"|(?<![^\s])\((?=[\"“'‘_*]*[A-Z])|(?<=[.!?…_*])\)"
    r"|(?<![^\W_])[_*](?=\S)|(?<=\S)[_*](?![^\W_])"
    # In a text that begins with the mark of an item, sentencex finds no end.
    rf"|\A[{BULLETS}](?=\s)|\A\((?=\w{{1,4}}\))|(?<=\A\(\w)\)|(?<=\A\(\w\w)\)"
    r"|(?<=\A\(\w\w\w)\)|(?<=\A\(\w\w\w\w)\))"
)
# Lone surrogates, which cannot be passed to a library written in Rust.
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
# The sign of a note right behind the end of a sentence: ¹  *  †  [12]  [^1]  (3)  «¹». Letters in a
# bracket are those of a name (Markdown), a list (a, b) or an editor (sic). By judgement.
MAX_NOTE_LETTERS: Final = 12
NOTE_SIGN: Final = (
    rf"(?:[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡]|\[\^?[\w*†‡][\w\s,;–-]{{0,{MAX_NOTE_LETTERS - 1}}}\]|\([\d*†‡]{{1,3}}\)"
    r"|[«‹][\d¹²³⁴⁵⁶⁷⁸⁹⁰*†‡]{1,3}[»›])"
)
_NOTE_SIGNS: Final = re.compile(rf"{NOTE_SIGN}++(?!\w)")
_OPENERS: Final = frozenset("“‘«‹„‚([「『{¿¡")
_TWO_WAY_MARKS: Final = frozenset("\"'＂")
_FIRST_MARKS: Final = _OPENERS | _TWO_WAY_MARKS | frozenset("”’»›_*")
# Behind some of them sentencex finds no end.
_NOTED_STOPS: Final = regex.compile(
    rf"(?<=[{SENTENCE_ENDS}][{re.escape(CLOSING_MARKS)}]?){NOTE_SIGN}+(?=\s+\p{{Lu}})"
)
# What closes a quotation, title or bracket in scripts without spaces.
_UNSPACED_CLOSERS: Final = "”’」』）》〉】〕］｝〟＂\"'"
_SHUT: Final = re.escape(_UNSPACED_CLOSERS)
# Marks that may close behind one stop: those of a title in a speech in a speech. By judgement.
MAX_CLOSERS: Final = 4
# 「でも……」「黙れ。」: a speech that breaks off ends where the next one begins.
_SPEECH_CLOSERS: Final = "”’」』"
_SPEECH_OPENERS: Final = "“‘「『"
_FACING_SPEECHES: Final = regex.compile(
    rf"(?<=[{SENTENCE_ENDS}—～][{_SHUT}]{{0,{MAX_CLOSERS - 1}}})"
    rf"[{_SPEECH_CLOSERS}](?=[{_SPEECH_OPENERS}])"
)
# A run of stops is looked at from its start only, or long ones would take quadratic time.
_CLOSED: Final = rf"[{re.escape(CLOSING_MARKS)}]*\s+"
_FALLBACK_STOP: Final = re.compile(
    rf"(?<![{SENTENCE_ENDS}])[{SENTENCE_ENDS}]+{_CLOSED}|(?<=[{UNSPACED_ENDS}])"
)
# Sentence ends that sentencex does not find in every language.
_HARD_STOPS: Final = re.compile(
    rf"(?=[{UNSPACED_ENDS}{OTHER_SPACED_ENDS}])(?:"
    rf"(?<![{UNSPACED_ENDS}])[{UNSPACED_ENDS}]+[{_SHUT}]*(?=[^{UNSPACED_ENDS}{_SHUT}])"
    rf"|(?<![{OTHER_SPACED_ENDS}])[{OTHER_SPACED_ENDS}]+{_CLOSED})"
)


def split_sentences(
    text: str, paragraphs: tuple[Paragraph, ...], *, language: str, progress: Progress = NO_PROGRESS
) -> tuple[Sentence, ...]:
    """Return the sentences of all paragraphs in order, without the white space around them.

    Headings and verse lines are one unit each; long lists and verses run together are split into
    clauses. A row of a table is one unit unless a cell has several sentences. A label belongs to
    the first sentence behind it. Raises `Cancelled` when asked to stop.
    """
    verses = verses_run_on(text, language=language)
    result: list[Sentence] = []
    for sentence in whole_sentences(text, paragraphs, language=language, progress=progress):
        if paragraphs[sentence.paragraph].role in _ONE_UNIT_ROLES:
            result.append(sentence)
            continue
        part = sentence.span.of(text)
        result += (
            Sentence(clause.shifted(sentence.span.start), sentence.paragraph)
            for clause in clause_spans(part, language=language, verses=verses)
        )
    return tuple(result)


def whole_sentences(
    text: str, paragraphs: tuple[Paragraph, ...], *, language: str, progress: Progress = NO_PROGRESS
) -> Iterator[Sentence]:
    """Yield the sentences of all paragraphs in order, not split into clauses."""
    for number, paragraph in enumerate(progress.each(paragraphs)):
        if paragraph.role in _ONE_UNIT_ROLES:
            yield Sentence(paragraph.span, number)
            continue
        if paragraph.role is Role.TABLE_ROW:
            for span in _row_sentences(paragraph.span.of(text), language=language):
                yield Sentence(span.shifted(paragraph.span.start), number)
            continue
        begin, label = paragraph.span.start, paragraph.label
        words = paragraph.span.of(text)[label:]
        for k, span in enumerate(sentence_spans(words, language=language, progress=progress)):
            sentence = span.shifted(begin + label)
            start = begin if label and not k else sentence.start
            yield Sentence(Span(start, sentence.end), number)


def _row_sentences(row: str, *, language: str) -> list[Span]:
    """Return the sentences of a row of a table: the whole row, or those of each cell.

    A row is one unit unless a cell has several sentences: the cells "3" and "5" tell nothing alone.
    """
    cells = [
        [span.shifted(cell.start) for span in sentence_spans(cell.of(row), language=language)]
        for cell in cell_spans(row)
    ]
    if all(len(sentences) < 2 for sentences in cells):
        return [Span(0, len(row))]
    return [span for sentences in cells for span in sentences]


def sentence_spans(text: str, *, language: str, progress: Progress = NO_PROGRESS) -> list[Span]:
    """Return the spans of the sentences in one paragraph's text."""
    masked = _MASKED.sub(" ", _SURROGATE.sub("\ufffd", text))
    found = {
        _past_marks(text, masked, end) for end in progress.each(_ends(masked, language, progress))
    }
    for pattern in (_NOTED_STOPS, _FACING_SPEECHES):
        found.update(match.end() for match in pattern.finditer(text))
    ends = sorted(found)
    spans: list[Span] = []
    start = 0
    for end in [*ends, len(text)]:
        span = _trimmed(text, start, end)
        start = end
        if span.length == 0:
            continue
        if spans and (
            _belongs_to_previous(span.of(text))
            or tells_speaker(text[spans[-1].end - 1], span.of(text))
            or needs_next_word(text, spans[-1].end, span.start, language)
        ):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return _with_list_numbers(text, spans)


def _with_list_numbers(text: str, spans: list[Span]) -> list[Span]:
    """Join the list numbers in a paragraph that starts with one to the sentences they number.

    [1.] [The lamp burned.] [2.] [It went out.]  ->  [1. The lamp burned.] [2. It went out.]
    """
    if not spans or not is_list_number(spans[0].of(text)):
        return spans
    joined: list[Span] = []
    for span in spans:
        if joined and is_list_number(joined[-1].of(text)):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _ends(masked: str, language: str, progress: Progress) -> Iterator[int]:
    """Yield the positions of sentence ends in a masked text."""
    yield from _library_ends(masked, language, progress)
    for match in _HARD_STOPS.finditer(masked):
        yield match.end()
    for pattern in (ordinary_ends(language), initials_ends(language)):
        if pattern is not None:
            for found in pattern.finditer(masked):
                yield found.end()
    yield from month_ends(masked, language)


def _library_ends(masked: str, language: str, progress: Progress = NO_PROGRESS) -> Iterator[int]:
    """Yield the sentence ends that sentencex finds, as if it were given the whole text at once.

    It is given windows that overlap. Of each, the ends from the last used one on are used, up to
    `CHARACTERS_AHEAD` before the window's own end:

        |first window ------------|. . .|
                           |second window ------------|. . .|
                           |. .|

    What reaches further than `CHARACTERS_AHEAD` is not seen as a whole: a longer pair of
    brackets, a list with longer items.
    """
    start = used = 0
    while start + MAX_WINDOW < len(masked):
        progress.check()
        limit = start + MAX_WINDOW - CHARACTERS_AHEAD
        ends = [end for end in _window_ends(masked, start, language) if end <= limit]
        yield from (end for end in ends if end > used)
        used = limit
        start = _next_start(masked, ends, start, limit - CHARACTERS_BEHIND)
    yield from (end for end in _window_ends(masked, start, language) if end > used)


def _window_ends(masked: str, start: int, language: str) -> Iterator[int]:
    """Yield the sentence ends in the window from `start` on, without the window's own end."""
    place = start
    for sentence in _segment(masked[start : start + MAX_WINDOW], language)[:-1]:
        place += len(sentence)
        yield place


def _next_start(masked: str, ends: Sequence[int], start: int, latest: int) -> int:
    """Return the start of the next window: after a sentence end if there is one, else at a word."""
    before = bisect_right(ends, latest)
    if before:
        return ends[before - 1]
    space = masked.rfind(" ", start + 1, latest)
    return space + 1 if space >= 0 else latest


def _segment(part: str, language: str) -> list[str]:
    import sentencex

    try:
        sentences = list(sentencex.segment(language, part))
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # a panic in Rust is a BaseException
            raise
        logger.exception("sentencex failed on a paragraph of %d characters", len(part))
        sentences = []
    if "".join(sentences) != part:
        pieces = [match.end() for match in _FALLBACK_STOP.finditer(part)]
        bounds = [0, *pieces, len(part)]
        sentences = [part[a:b] for a, b in pairwise(bounds)]
    return sentences


def _past_marks(text: str, masked: str, end: int) -> int:
    """Move an end so that closing marks around it are before it and opening marks after it.

    The sign of a note right behind the stop is before it: "It ended.¹ Then it rained."
    """
    last = end
    while last > 0 and masked[last - 1].isspace():
        last -= 1
    if signs := _NOTE_SIGNS.match(text, last):
        last = signs.end()
    following = max(end, last)
    while following < len(masked) and masked[following].isspace():
        following += 1
    place = last
    while place < following and not (text[place] in _FIRST_MARKS and _opens(text, place)):
        place += 1
    return place


def _opens(text: str, place: int) -> bool:
    """Tell whether a mark opens: it has a space before it and none after it.

    A mark that only ever opens may have a space after it too. The position decides, because the
    same mark closes in German and opens in English.
    """
    if _is_behind_unspaced_end(text, place):  # 他放下了笔。“你来晚了。”“是的。”
        return text[place] in _OPENERS or _is_odd(text, place)
    if place and text[place] in _SPEECH_OPENERS and text[place - 1] in _SPEECH_CLOSERS:
        return True
    spaced_before = place == 0 or text[place - 1].isspace()
    spaced_after = place + 1 >= len(text) or text[place + 1].isspace()
    return spaced_before and (not spaced_after or text[place] in _OPENERS)


def _is_behind_unspaced_end(text: str, place: int) -> bool:
    """Tell whether nothing but closing marks stands between a stop without a space and a mark."""
    before = text[max(0, place - MAX_CLOSERS - 1) : place].rstrip(_UNSPACED_CLOSERS)
    return before[-1:] != "" and before[-1] in UNSPACED_ENDS


def _is_odd(text: str, place: int) -> bool:
    """Tell whether a mark that opens and closes is the first, third … of its kind."""
    return text[place] in _TWO_WAY_MARKS and text.count(text[place], 0, place) % 2 == 0


def _belongs_to_previous(sentence: str) -> bool:
    """Tell whether this cannot be a sentence: only marks, a small letter, or a detached suffix."""
    visible = sentence.lstrip(OPENING_MARKS + "_*—–― ")
    if not any(character.isalnum() for character in sentence):
        return True
    return visible[:1].islower() or bool(re.match(r"-\w", visible))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
