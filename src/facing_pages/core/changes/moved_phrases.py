"""Phrases that moved from one sentence to another: removed here, added there, and the same.

A removed and an added phrase that share enough content words are linked word by word; the densest
part of the links moved, and what is left of both stays removed and added. A name or a number that
each text has only once is enough: "in Edinburgh". In doubt nothing moved, nor did what a text has
in several places. Inside what moved, words
that are not the same are changes of their own.

    removed     , where [nine] vessels [were lost] for ever
    added       as [nine] ships [were lost] there
    becomes     removed ", where", "for ever"; added "as", "there"; reordered what is in brackets;
                reworded "vessels" > "ships"

Pairs of phrases are found by an inverted index of their content words, so that the time does not
grow with the product of their numbers.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from facing_pages.core.alignment.words.word_aligner import FoundLink, WordAligner
from facing_pages.core.both import Both
from facing_pages.core.changes.label_changes import Speech
from facing_pages.core.changes.phrase_runs import PhraseRun, hull_of, kind_of_run, phrase_runs
from facing_pages.core.changes.reasons import reason_and_confidence
from facing_pages.core.changes.swaps import MAX_SWAP_WORDS
from facing_pages.core.changes.word_change import Words
from facing_pages.core.languages.registry import negations_of
from facing_pages.core.model import Change, ChangeKind, Document, Link, LinkReason, Span
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.sequences import heaviest_increasing_chain
from facing_pages.core.splitting.folding import fold_word
from facing_pages.core.splitting.words import is_punctuation, split_words

# Words, and content words among them, that a phrase must share with its other place. By judgement,
# so that phrases which any text repeats do not move.
MIN_PHRASE_WORDS: Final = 4
MIN_PHRASE_CONTENT: Final = 3
# Share of the content words of a phrase, on both sides, that answer a word of the other place. By
# judgement.
MIN_ANSWERED_SHARE: Final = 0.6
# Words without a counterpart between two that have one inside a phrase. By judgement.
MAX_UNANSWERED_WORDS: Final = 3
# Added phrases that a word may be in to tell which of them answers which; a word in more is common.
# By judgement.
MAX_PHRASES_OF_WORD: Final = 12
# How often each added or removed word may be looked at on average, those runs first that share
# most. Prose needs far less: 111,000 characters of a novel and its abridgement, and 142,000 of two
# Bibles, 0.01. Without it, runs that all share some words with one another would take time that
# grows with the square of their number. By judgement, a thousand times that.
MAX_LOOKS_PER_WORD: Final = 12
# Parts of one removed or added run that may each have moved elsewhere. By judgement: more than the
# clauses of a long sentence.
MAX_MOVES_OF_PHRASE: Final = 6
# Characters of a name or a number that can tell on its own that a phrase moved. By judgement.
MIN_NAME_LETTERS: Final = 4
_PHRASE_WORDS: Final = re.compile(r"\w+")
_BEFORE_PHRASE: Final = " \u00a0\u2009([/-\u2010\u2013\u2014"
_NO_STARTS: Final[tuple[frozenset[int], frozenset[int]]] = (frozenset(), frozenset())
# What a link adds to the weight of the chain of links between two phrases: a light word, and a
# content word. By judgement.
_LIGHT_ANSWER_WEIGHT: Final = 1
_CONTENT_ANSWER_WEIGHT: Final = 4


class _Phrase(NamedTuple):
    """Words removed or added: the number of their change, its span, words, content words.

    `names` are the numbers of its words that are names or numbers the text has only once.
    """

    change: int
    span: Span
    words: list[str]
    content: frozenset[str]
    names: frozenset[int]

    def folded_names(self) -> frozenset[str]:
        """Return the names as they are compared."""
        return frozenset(fold_word(self.words[number]) for number in self.names)


class _PhraseText:
    """A document in which phrases are looked for, with what it says and the names it has once.

    It knows the phrases that were looked at, for most are looked at again when others have moved.
    """

    def __init__(self, document: Document, aligner: WordAligner) -> None:
        self.document = document
        self._aligner = aligner
        self._speech = Speech(document)
        self._names_once = _names_once(document.text)
        self._known: dict[Span, _Phrase | None] = {}

    def phrase(self, span: Span, change: int) -> _Phrase | None:
        """Return the words of a change, None where there are too few to have moved."""
        if span not in self._known:
            self._known[span] = self._phrase(span)
        known = self._known[span]
        return None if known is None else known._replace(change=change)

    def hulls(self, phrase: _Phrase) -> Callable[[Span], Span]:
        """Return what tells where some words of a phrase stand, from the first to the last."""
        spans = self._speech.words(phrase.span)
        return lambda numbers: Span(spans[numbers.start].start, spans[numbers.end - 1].end)

    @cached_property
    def line(self) -> str:
        """Return the folded words of the whole text (see `_words_in_line`)."""
        return _words_in_line(self.document.text)

    def _phrase(self, span: Span) -> _Phrase | None:
        words = self._speech.texts(span)
        content = self._aligner.keys_of_content(words)
        once = self._names_once
        names = frozenset(n for n, word in enumerate(words) if fold_word(word) in once)
        is_enough = len(content) >= MIN_PHRASE_CONTENT or names
        return _Phrase(-1, span, words, content, names) if is_enough else None


def with_moved_phrases(
    changes: Sequence[Change],
    documents: tuple[Document, Document],
    aligner: WordAligner,
    progress: Progress = NO_PROGRESS,
) -> list[Change]:
    """Return all changes, with what moved of the phrases that were removed here and added there.

    What is the same in both places is `reordered`, with the link of its place in the original; what
    differs inside is what it is. What is left of a phrase may move as well. Raises `Cancelled` when
    asked to stop.
    """
    result = list(changes)
    texts = Both(*documents).map(lambda document: _PhraseText(document, aligner))
    stayed: set[tuple[Span, Span]] = set()
    for _ in range(MAX_MOVES_OF_PHRASE):
        moved = _with_phrases_moved_once(result, texts, aligner, stayed, progress)
        if moved is None:
            break
        result = moved
    return result


def _with_phrases_moved_once(
    changes: Sequence[Change],
    texts: Both[_PhraseText],
    aligner: WordAligner,
    stayed: set[tuple[Span, Span]],
    progress: Progress,
) -> list[Change] | None:
    """Return all changes; of each that was removed or added one part at most has moved.

    None where nothing moved. Pairs of phrases that `stayed` in earlier rounds are not looked at;
    those of this round are added to them.
    """
    runs = (
        list(progress.each(_phrases(changes, ChangeKind.REMOVED, texts.original))),
        list(progress.each(_phrases(changes, ChangeKind.ADDED, texts.rewrite))),
    )
    parts: dict[int, list[Change]] = {}
    left = MAX_LOOKS_PER_WORD * sum(len(run.words) for side in runs for run in side)
    for removed, added in _candidates(*runs):
        if removed.change in parts or added.change in parts:
            continue
        left -= len(removed.words) + len(added.words)
        if left < 0:
            break
        place = (removed.span, added.span)
        if place in stayed:
            continue
        numbers = (changes[removed.change].link, changes[added.change].link)
        moved = _moved(removed, added, numbers, texts, aligner, progress)
        if moved is None or _is_set_phrase(moved, texts):
            stayed.add(place)
            continue
        parts[removed.change] = [
            *_cut_out(changes[removed.change], moved.original, texts.original.document),
            *moved.changes,
        ]
        parts[added.change] = _cut_out(changes[added.change], moved.rewrite, texts.rewrite.document)
    if not parts:
        return None
    result: list[Change] = []
    for number, change in enumerate(changes):
        result += parts.get(number, [change])
    return result


def is_moved_phrase(change: Change, links: Sequence[Link], rewrite: Document) -> bool:
    """Tell whether a change is a phrase that moved: to another sentence, or far in its own.

    Fewer words that stand in another order in their own sentence are reordered, not moved.
    """
    if change.kind is not ChangeKind.REORDERED or change.rewrite is None:
        return False
    return is_elsewhere(change, links, rewrite) or (
        len(split_words(rewrite.text, change.rewrite)) > MAX_SWAP_WORDS
    )


def is_elsewhere(change: Change, links: Sequence[Link], rewrite: Document) -> bool:
    """Tell whether a change stands in another sentence of the rewrite than its link.

    Phrases that moved do, and what differs inside them.
    """
    if change.original is None or change.rewrite is None:
        return False
    numbers = links[change.link].rewrite
    if not numbers:
        return True
    span = rewrite.sentences_span(numbers)
    return not span.start <= change.rewrite.start < span.end


def _phrases(changes: Sequence[Change], kind: ChangeKind, text: _PhraseText) -> Iterator[_Phrase]:
    for number, change in enumerate(changes):
        span = change.original or change.rewrite
        if change.kind is not kind or span is None or change.is_inside:
            continue
        phrase = text.phrase(span, number)
        if phrase is not None:
            yield phrase


def _candidates(
    removed: Sequence[_Phrase], added: Sequence[_Phrase]
) -> list[tuple[_Phrase, _Phrase]]:
    """Return pairs of phrases that share enough content words, those that share most first."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    named: dict[str, int] = {}
    for number, run in enumerate(added):
        for key in run.content:
            places[key].append(number)
        named.update(dict.fromkeys(run.folded_names(), number))
    weighed: list[tuple[int, int, int]] = []
    for number, run in enumerate(removed):
        shared: Counter[int] = Counter()
        for key in run.content:
            if len(places.get(key, ())) <= MAX_PHRASES_OF_WORD:
                shared.update(places.get(key, ()))
        same_names = {named[name] for name in run.folded_names() if name in named}
        weighed += [
            (-shared[other], number, other)
            for other in shared.keys() | same_names
            if shared[other] >= MIN_PHRASE_CONTENT or other in same_names
        ]
    return [(removed[number], added[other]) for _, number, other in sorted(weighed)]


class _Move(NamedTuple):
    """Where a moved phrase stands on both sides, and the changes that it comes to."""

    original: Span
    rewrite: Span
    changes: list[Change]


def _moved(
    removed: _Phrase,
    added: _Phrase,
    numbers: tuple[int, int],
    texts: Both[_PhraseText],
    aligner: WordAligner,
    progress: Progress,
) -> _Move | None:
    """Return the linked part of two phrases, None if it is too small to be a move.

    `numbers` are the links of the two phrases.
    """
    links = aligner.links(removed.words, added.words, progress)
    keys = (aligner.content_places(removed.words), aligner.content_places(added.words))
    marks = {i for i, word in enumerate(removed.words) if is_punctuation(word)}
    weighed = [
        (link, _CONTENT_ANSWER_WEIGHT if link.original in keys[0] else _LIGHT_ANSWER_WEIGHT)
        for link in links
        if link.original not in marks and link.reason is not LinkReason.POSITION
    ]
    best: list[FoundLink] = []
    for part in _dense_parts(heaviest_increasing_chain(weighed)):
        if sum(link.original in keys[0] for link in part) > sum(
            link.original in keys[0] for link in best
        ):
            best = part
    light = aligner.function_words - negations_of(aligner.language)
    words = Words(removed.words, added.words, _NO_STARTS, light, language=aligner.language)
    while best and not _may_end(best[0], words):
        del best[0]
    while best and not _may_end(best[-1], words):
        del best[-1]
    if not best:
        return None
    rows = Span(best[0].original, best[-1].original + 1)
    columns = Span(best[0].rewrite, best[-1].rewrite + 1)
    shared = sum(link.original in keys[0] for link in best)
    most = max(sum(i in keys[0] for i in range(*rows)), sum(j in keys[1] for j in range(*columns)))
    has_name = any(
        link.original in removed.names and link.rewrite in added.names for link in best
    ) and not (_cuts_name(removed.words, rows) or _cuts_name(added.words, columns))
    is_long = len(best) >= MIN_PHRASE_WORDS and shared >= MIN_PHRASE_CONTENT
    if not (is_long or has_name) or shared < MIN_ANSWERED_SHARE * most:
        return None
    runs = phrase_runs(words, best)
    rows, columns = hull_of(runs)[1:]
    hulls = (texts.original.hulls(removed), texts.rewrite.hulls(added))
    return _Move(hulls[0](rows), hulls[1](columns), list(_pieces(words, runs, hulls, numbers)))


def _may_end(link: FoundLink, words: Words) -> bool:
    """Tell whether a phrase may end with a link: of one word, or of two that both say something."""
    rows, columns = (Span(n, n + 1) for n in link[:2])
    nothing = Span(0, 0)
    are_content = words.content(rows, nothing) and words.content(nothing, columns)
    return words.are_same(link) or bool(are_content)


def _pieces(
    words: Words,
    runs: Sequence[PhraseRun],
    hulls: tuple[Callable[[Span], Span], Callable[[Span], Span]],
    numbers: tuple[int, int],
) -> Iterator[Change]:
    """Yield what became of a phrase that moved.

    `hulls` tell where its words stand, and `numbers` are the links of its two places.
    """
    for run in runs:
        rows, columns = run.change[1:]
        yield Change(
            kind_of_run(words, run),
            hulls[0](rows) if rows.length else None,
            hulls[1](columns) if columns.length else None,
            numbers[not rows.length],
            *reason_and_confidence(run.links),
        )


def _cuts_name(words: Sequence[str], part: Span) -> bool:
    """Tell whether a part of a run ends inside a name: "Abbey" of "Tintern Abbey"."""
    return any(
        0 <= outside < len(words) and words[inside][0].isupper() and words[outside][0].isupper()
        for inside, outside in ((part.start, part.start - 1), (part.end - 1, part.end))
    )


def _is_set_phrase(moved: _Move, texts: Both[_PhraseText]) -> bool:
    """Tell whether a text has a phrase in another place as well: which of them moved is unknown.

    The sentences that all entries of a list have ("The motion was carried.") are such phrases.
    """
    for text, span in zip(texts, (moved.original, moved.rewrite), strict=True):
        phrase = _words_in_line(span.of(text.document.text))
        first = text.line.find(phrase)
        if text.line.find(phrase, first + 1) >= 0:
            return True
    return False


def _words_in_line(text: str) -> str:
    """Return the folded words of a text with a space before and behind each."""
    return f" {' '.join(map(fold_word, _PHRASE_WORDS.findall(text)))} "


@lru_cache(maxsize=4)
def _names_once(text: str) -> frozenset[str]:
    """Return the names and numbers that a text has only once, folded.

    A name has a capital where no sentence needs to begin; scripts without capitals have none.
    """
    counts = Counter(map(fold_word, _PHRASE_WORDS.findall(text)))
    names: set[str] = set()
    for found in _PHRASE_WORDS.finditer(text):
        written = found.group()
        if written[0].islower():
            continue
        word = fold_word(written)
        if len(word) < MIN_NAME_LETTERS or counts[word] > 1:
            continue
        is_name = written[0].isupper() and not _may_begin_sentence(text, found.start())
        if is_name or word.isdigit():
            names.add(word)
    return frozenset(names)


def _dense_parts(chain: Sequence[FoundLink]) -> Iterator[list[FoundLink]]:
    """Cut a chain of links where too many words lie between two of them.

    1-1 2-2 3-3       8-8 9-9      ->   [1-1 2-2 3-3] [8-8 9-9]
    """
    part = list(chain[:1])
    for before, link in pairwise(chain):
        gap = max(link.original - before.original, link.rewrite - before.rewrite) - 1
        if gap > MAX_UNANSWERED_WORDS:
            yield part
            part = []
        part.append(link)
    if part:
        yield part


def _cut_out(change: Change, moved: Span, document: Document) -> list[Change]:
    """Return what is left of a change that a moved phrase was part of."""
    whole = change.original or change.rewrite
    assert whole is not None
    left: list[Change] = []
    for rest in (Span(whole.start, moved.start), Span(moved.end, whole.end)):
        words = split_words(document.text, rest)
        if not words:
            continue
        left += [
            Change(
                kind,
                span if change.original else None,
                span if change.rewrite else None,
                change.link,
            )
            for kind, span in _with_marks_apart(change.kind, words, document)
        ]
    return left


def _with_marks_apart(
    kind: ChangeKind, words: Sequence[Span], document: Document
) -> Iterator[tuple[ChangeKind, Span]]:
    """Yield the marks before some words, the words with their kind, and the marks behind."""
    content = [n for n, word in enumerate(words) if not is_punctuation(word.of(document.text))]
    start, end = (content[0], content[-1] + 1) if content else (len(words), len(words))
    for part, first, last in (
        (ChangeKind.TYPOGRAPHY, 0, start),
        (kind, start, end),
        (ChangeKind.TYPOGRAPHY, end, len(words)),
    ):
        if first < last:
            yield part, Span(words[first].start, words[last - 1].end)


def _may_begin_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence or a line may begin at a word."""
    before = text[max(0, start - 4) : start].rstrip(_BEFORE_PHRASE)
    return not before or not (before[-1].isalnum() or before[-1] in ",)")
