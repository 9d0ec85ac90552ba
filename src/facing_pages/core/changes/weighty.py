"""What turns the sense in a sentence that was reworded as a whole: numbers, names, negations.

    original   In 2009 the firm bought the ship for a million on Tuesday.
    rewrite    The company got a vessel for a billion in 2019, not on Thursday.
    found      2009 > 2019, million > billion, Tuesday > Thursday, added "not"

A reader sees that the sentence was rewritten, but not that a figure in it is another one. Words
that both sides have, in whatever place, are no such change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Final

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.both import Both
from facing_pages.core.changes.word_change import WordChange, Words
from facing_pages.core.languages.language_record import Language
from facing_pages.core.languages.registry import negates, of_all_languages
from facing_pages.core.model import ChangeKind, Span
from facing_pages.core.splitting.folding import fold_word
from facing_pages.core.splitting.number_values import is_same_number
from facing_pages.core.splitting.number_words import is_written_number, number_at
from facing_pages.core.splitting.words import has_digit

# Of all languages together: a rewrite may quote, and the lists hardly meet.
_NUMBER_WORDS: Final = of_all_languages(lambda language: language.number_words)
_NUMBER_MEANINGS: Final = dict(of_all_languages(lambda language: language.number_words.items()))
_MAGNITUDES: Final = of_all_languages(lambda language: language.magnitudes)


class _WeightyKind(Enum):
    """Why a word weighs."""

    NUMBER = "number"
    NAME = "name"
    NEGATION = "negation"


def weighty_changes(
    words: Words, pairs: Iterable[FoundLink], languages: Both[Language]
) -> list[WordChange]:
    """Return what differs in the weighty words of two sides, in order of the original.

    Between two languages only figures tell.
    """
    is_translation = languages.original.code != languages.rewrite.code
    left = tuple(
        _Left(side, starts, None if is_translation else languages.original)
        for side, starts in zip((words.original, words.rewrite), words.starts, strict=True)
    )
    left[0].drop_shared(left[1])
    if not is_translation:
        left[0].drop_written(left[1], languages.original)
        left[1].drop_written(left[0], languages.original)
    return sorted(_changes(left, pairs), key=lambda change: change[1:])


class _Left:
    """The weighty words of a side that the other side does not have, by their numbers."""

    def __init__(
        self, side: Sequence[str], starts: frozenset[int], language: Language | None
    ) -> None:
        self._side = side
        self.words = {
            number: weight
            for number, word in enumerate(side)
            if (weight := _weight(word, number == 0 or number in starts, language)) is not None
            and not (language is not None and _is_negated_one(side, number, language))
        }
        self.keys = {number: _key(side[number], weight) for number, weight in self.words.items()}

    def of(self, weight: _WeightyKind) -> list[int]:
        """Return the words of a kind that are left."""
        return [number for number, found in self.words.items() if found is weight]

    def alone(self) -> list[int]:
        """Return the words left that weigh though nothing answers them.

        The word for 1 is an article or a pronoun there: "one can see".
        """
        return [number for number in self.words if not _is_one(self._side[number])]

    def drop_shared(self, other: _Left) -> None:
        """Forget the words that both sides have."""
        shared = Counter(self.keys.values()) & Counter(other.keys.values())
        for side in (self, other):
            counts = Counter(shared)
            for number, key in list(side.keys.items()):
                if counts[key]:
                    counts[key] -= 1
                    side.take(number)

    def drop_written(self, other: _Left, language: Language) -> None:
        """Forget the numbers in words that the other side has in figures.

        original   in twenty fifteen
        rewrite    since 2015
        """
        folded = [fold_word(word) for word in self._side]
        end = 0
        for number in self.of(_WeightyKind.NUMBER):
            found = number_at(folded, number, language) if number >= end else None
            facing = other.figures_of(folded[number : found.end], language) if found else None
            if found is None or facing is None:
                continue
            end = found.end
            other.take(facing)
            for known in self.words.keys() & range(number, end):
                self.take(known)

    def figures_of(self, folded: Sequence[str], language: Language) -> int | None:
        """Return the word that has a number in words in figures, None if there is none."""
        for number in self.of(_WeightyKind.NUMBER):
            figures = self.keys[number]
            if has_digit(figures) and is_written_number(folded, figures, language):
                return number
        return None

    def take(self, number: int) -> None:
        """Forget a word."""
        del self.words[number], self.keys[number]


def _changes(left: tuple[_Left, ...], pairs: Iterable[FoundLink]) -> Iterator[WordChange]:
    """Yield what answers each other: linked words first, the others by their order."""
    original, rewrite = left
    for pair in pairs:
        yield from _answer(original, rewrite, pair.original, pair.rewrite)
    for weight in _WeightyKind:
        for i, j in zip(original.of(weight), rewrite.of(weight), strict=False):
            yield from _answer(original, rewrite, i, j)
    for i in original.alone():
        yield WordChange(ChangeKind.REMOVED, Span(i, i + 1), Span(0, 0))
    for j in rewrite.alone():
        yield WordChange(ChangeKind.ADDED, Span(0, 0), Span(j, j + 1))


def _answer(original: _Left, rewrite: _Left, i: int, j: int) -> Iterator[WordChange]:
    """Yield the change of two words of one kind that are left, and forget them."""
    if i in original.words and original.words[i] is rewrite.words.get(j):
        if not is_same_number(original.keys[i], rewrite.keys[j]):
            yield WordChange(ChangeKind.REWORDED, Span(i, i + 1), Span(j, j + 1))
        original.take(i)
        rewrite.take(j)


def _weight(word: str, is_start: bool, language: Language | None) -> _WeightyKind | None:
    if language is None:
        return _WeightyKind.NUMBER if has_digit(word) else None
    folded = fold_word(word)
    if has_digit(word) or folded in _NUMBER_WORDS or folded in _MAGNITUDES:
        return _WeightyKind.NUMBER
    if _negates(word, language):
        return _WeightyKind.NEGATION
    is_name = word[0].isupper() and not is_start and folded not in language.often_capital
    return _WeightyKind.NAME if is_name and not language.nouns_have_capitals else None


def _negates(word: str, language: Language) -> bool:
    return negates(fold_word(word), language.code)


def _is_negated_one(side: Sequence[str], number: int, language: Language) -> bool:
    """Tell whether a word is that for 1 and no number, but half of a negation: "no one"."""
    return number > 0 and _is_one(side[number]) and _negates(side[number - 1], language)


def _is_one(word: str) -> bool:
    return _NUMBER_MEANINGS.get(fold_word(word)) == "1"


def _key(word: str, weight: _WeightyKind) -> str:
    """Return what all writings of a word share: "ten" and 10; one negation is like another."""
    if weight is _WeightyKind.NEGATION:
        return "not"
    folded = fold_word(word)
    return _NUMBER_MEANINGS.get(folded, folded).rstrip(".").removesuffix("'s")
