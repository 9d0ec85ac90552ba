"""Differences in word numbers, and the words they are about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Self

from facing_pages.core.alignment.words.forms import has_other_spelling
from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.languages.registry import (
    are_opposites,
    language_by_code,
    negates,
    weighty_words_of,
)
from facing_pages.core.model import ChangeKind, Span
from facing_pages.core.splitting.accents import Accents, are_other_words, without_accents
from facing_pages.core.splitting.compounds import is_same_compound
from facing_pages.core.splitting.contractions import are_contracted
from facing_pages.core.splitting.folding import fold_word, with_own_letters
from facing_pages.core.splitting.greek import differ_in_old_signs
from facing_pages.core.splitting.number_words import are_one_number
from facing_pages.core.splitting.typography import (
    difference_kind,
    is_other_word_by_case,
    plain_word,
)
from facing_pages.core.splitting.words import has_digit, is_punctuation

# Kinds of changes that may replace words by others, unlike forms and moves.
REWRITING_KINDS: Final = (ChangeKind.REWORDED, ChangeKind.REMOVED, ChangeKind.ADDED)
# Those, and that which writes the same words in another form.
TEXT_KINDS: Final = (*REWRITING_KINDS, ChangeKind.FORM)


class WordChange(NamedTuple):
    """A difference in word numbers: runs of the original's and of the rewrite's words."""

    kind: ChangeKind
    original: Span
    rewrite: Span

    @classmethod
    def of_link(cls, kind: ChangeKind, link: FoundLink) -> Self:
        """Return the change of the two words of a link."""
        i, j, *_ = link
        return cls(kind, Span(i, i + 1), Span(j, j + 1))

    def is_before(self, other: WordChange) -> bool:
        """Tell whether the other change stands behind this one on both sides."""
        return self.original.end <= other.original.start and self.rewrite.end <= other.rewrite.start

    def touches(self, other: WordChange) -> bool:
        """Tell whether the other change begins where this one ends, on both sides."""
        return (self.original.end, self.rewrite.end) == (other.original.start, other.rewrite.start)

    def overlaps(self, other: WordChange) -> bool:
        """Tell whether two changes share words."""
        return any(
            one.start < two.end and two.start < one.end
            for one, two in zip(self[1:], other[1:], strict=True)
        )

    def contains(self, other: WordChange) -> bool:
        """Tell whether none of the other change's words lies outside this one."""
        return all(
            not two.length or (one.start <= two.start and two.end <= one.end)
            for one, two in zip(self[1:], other[1:], strict=True)
        )

    def hull(self, other: WordChange, kind: ChangeKind | None = None) -> WordChange:
        """Return the change that covers both and what stands between them, of this one's kind."""
        original, rewrite = (
            Span(min(one.start, two.start), max(one.end, two.end))
            for one, two in zip(self[1:], other[1:], strict=True)
        )
        return WordChange(kind or self.kind, original, rewrite)


class Words:
    """The words of two linked sides.

    `starts` holds the numbers of the words of each side that start a sentence or a cell of a table,
    but the first, or that stand between cells or behind an ordinal; `ordinals` those of the words
    of ordinals. `language` is a code, and `accents` says what they are in both texts.
    """

    def __init__(
        self,
        original: Sequence[str],
        rewrite: Sequence[str],
        starts: tuple[frozenset[int], frozenset[int]],
        function_words: frozenset[str],
        ordinals: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
        language: str = "en",
        accents: Accents = Accents.NONE,
    ) -> None:
        self._accents = accents
        self.ordinals = ordinals
        self.language = language
        self.original = original
        self.rewrite = rewrite
        self.starts = starts
        self.function_words = function_words
        has_own = bool(language_by_code(language).letters)
        self._own = tuple(
            [with_own_letters(word, language=language) if has_own else word for word in side]
            for side in (original, rewrite)
        )
        self.folded = tuple([fold_word(word) for word in side] for side in self._own)
        self._marks = tuple([is_punctuation(word) for word in side] for side in (original, rewrite))
        self._light = tuple(
            [word in function_words or mark for word, mark in zip(*known, strict=True)]
            for known in zip(self.folded, self._marks, strict=True)
        )

    def content(self, rows: Span, columns: Span) -> int:
        """Return the larger number of content words in a run of the original and of the rewrite."""
        sides = zip(self._light, (rows, columns), strict=True)
        return max((run.end - run.start) - sum(light[run.start : run.end]) for light, run in sides)

    def word_count(self, side: int, run: Span) -> int:
        """Return the number of words in a run of a side, 0 for the original; marks are none."""
        return run.length - sum(self._marks[side][run.start : run.end])

    def are_light(self, rows: Span, columns: Span) -> bool:
        """Tell whether two runs hold nothing but function words and marks."""
        return not self.content(rows, columns)

    def say_little(self, rows: Span, columns: Span) -> bool:
        """Tell whether two runs hold nothing but marks and function words such as "of".

        "Only" or "must" say more: what they stand at is not the same without them.
        """
        weighty = weighty_words_of(self.language)
        sides = zip(self.folded, (rows, columns), strict=True)
        return self.are_light(rows, columns) and all(
            weighty.isdisjoint(words[run.start : run.end]) for words, run in sides
        )

    def have_same_content(self, rows: Span, columns: Span) -> bool:
        """Tell whether two runs hold the same content words, in whatever order."""
        old, new = (
            sorted(plain_word(words[n]) for n in range(*run) if not lights[n])
            for words, lights, run in zip(
                (self.original, self.rewrite), self._light, (rows, columns), strict=True
            )
        )
        return old == new

    def are_alike(self, rows: Span, columns: Span) -> bool:
        """Tell whether two runs are equal but for typography and case; marks do not count."""
        old, new = (
            [words[n] for n in range(*run) if not marks[n]]
            for words, marks, run in zip(self.folded, self._marks, (rows, columns), strict=True)
        )
        return old == new

    def are_numbers(self, rows: Span, columns: Span) -> bool:
        """Tell whether two runs are a number each: one word with figures in it."""
        return rows.length == columns.length == 1 and all(
            has_digit(word) for word in (self.original[rows.start], self.rewrite[columns.start])
        )

    def is_mark_at(self, side: int, number: int) -> bool:
        """Tell whether a word of a side, 0 for the original, is only a mark."""
        return self._marks[side][number]

    def are_marks(self, rows: Span, columns: Span) -> bool:
        """Tell whether two runs hold nothing but marks."""
        sides = zip(self._marks, (rows, columns), strict=True)
        return all(all(marks[run.start : run.end]) for marks, run in sides)

    def have_marks(self, rows: Span, columns: Span) -> bool:
        """Tell whether there is a mark in one of two runs."""
        sides = zip(self._marks, (rows, columns), strict=True)
        return any(any(marks[run.start : run.end]) for marks, run in sides)

    def within(self, rows: Span, columns: Span) -> list[str]:
        """Return the words of two runs, those of the original first."""
        return [*self.original[rows.start : rows.end], *self.rewrite[columns.start : columns.end]]

    def are_equal(self, pair: FoundLink) -> bool:
        """Tell whether two linked words differ at most in typography and case."""
        return self.folded[0][pair.original] == self.folded[1][pair.rewrite]

    def difference(self, rows: Span, columns: Span) -> ChangeKind | None:
        """Return typography or form where two runs differ in no more, None otherwise."""
        kind = difference_kind(
            self._own[0][rows.start : rows.end], self._own[1][columns.start : columns.end]
        )
        if kind is ChangeKind.TYPOGRAPHY and rows.length == columns.length:
            pairs = zip(range(*rows), range(*columns), strict=True)
            if any(self._are_other_words(i, j) for i, j in pairs):
                return None
        return self._form_or_not(kind, rows, columns)

    def _form_or_not(self, kind: ChangeKind | None, rows: Span, columns: Span) -> ChangeKind | None:
        """Return a kind, corrected by what the language says of accents and joined words."""
        if kind is ChangeKind.TYPOGRAPHY or not rows.length or not columns.length:
            return kind
        old, new = (
            side[run.start : run.end]
            for side, run in zip(self.folded, (rows, columns), strict=True)
        )
        if kind is ChangeKind.FORM:
            is_other = are_other_words(old, new, self._accents, language=self.language)
            return None if is_other else kind
        is_form = (
            are_one_number(old, new, language_by_code(self.language))
            or are_contracted(old, new, language=self.language)
            or is_same_compound(old, new, language=self.language)
        )
        return ChangeKind.FORM if is_form else None

    def are_opposites(self, rows: Span, columns: Span) -> bool:
        """Tell whether one of two runs negates what the other says: "did", "didn't"."""
        old, new = (
            side[run.start : run.end]
            for side, run in zip(self.folded, (rows, columns), strict=True)
        )
        if self._accents is Accents.DROPPED and list(map(without_accents, old)) == list(
            map(without_accents, new)
        ):
            return False
        negations = [sum(negates(word, self.language) for word in run) for run in (old, new)]
        if negations[0] % 2 != negations[1] % 2:
            return True
        return len(old) == len(new) and any(
            are_opposites(one, other, self.language) for one, other in zip(old, new, strict=True)
        )

    def _are_other_words(self, i: int, j: int) -> bool:
        """Tell whether two words that are equal but for case or old accents are not the same."""
        words = (self.original[i], self.rewrite[j])
        if words[0] == words[1]:
            return False
        if differ_in_old_signs(*words):
            return True
        starts = (self._is_start(0, i), self._is_start(1, j))
        return is_other_word_by_case(
            words,
            (self._around(0, i), self._around(1, j)),
            starts=starts,
            language=self.language,
        )

    def _around(self, side: int, number: int) -> list[str]:
        """Return the words of a side but for one of them and those that start a sentence."""
        words = (self.original, self.rewrite)[side]
        return [w for n, w in enumerate(words) if n != number and not self._is_start(side, n)]

    def _is_start(self, side: int, number: int) -> bool:
        """Tell whether a word starts a sentence, or stands behind a mark such as a quote."""
        return number == 0 or number in self.starts[side] or self._marks[side][number - 1]

    def are_same(self, pair: FoundLink) -> bool:
        """Tell whether two linked words are one word, a possessive or a point at its end aside."""
        i, j = pair.original, pair.rewrite
        if self.are_equal(pair):
            return True
        is_light = self._light[0][i], self._light[1][j]
        return is_light == (False, False) and (
            plain_word(self.original[i]) == plain_word(self.rewrite[j])
        )

    def is_mark(self, pair: FoundLink) -> bool:
        """Tell whether one of two linked words is only a mark."""
        return self._marks[0][pair.original] or self._marks[1][pair.rewrite]

    def is_word_and_mark(self, pair: FoundLink) -> bool:
        """Tell whether one of two linked words is a mark and the other is not."""
        return self._marks[0][pair.original] is not self._marks[1][pair.rewrite]

    def is_light(self, pair: FoundLink) -> bool:
        """Tell whether two linked words are function words or marks."""
        return self._light[0][pair.original] and self._light[1][pair.rewrite]

    def is_ordinal(self, change: WordChange) -> bool:
        """Tell whether a change is about the ordinal of an item only."""
        return all(
            known.issuperset(range(*run))
            for known, run in zip(self.ordinals, change[1:], strict=True)
        )

    def crosses_sentence(self, change: WordChange) -> bool:
        """Tell whether a change goes over the end of a sentence."""
        return any(
            not starts.isdisjoint(range(run.start + 1, run.end))
            for starts, run in zip(self.starts, change[1:], strict=True)
        )


def stand_apart(words: Iterable[str], language: str) -> bool:
    """Tell whether words are read for themselves, whatever stands beside them.

    Those with figures are, and so is a word beside its other spelling: "tsp" and "teaspoon".
    """
    return any(has_digit(word) or has_other_spelling(word, language) for word in words)


def with_passed(change: WordChange, frame: Sequence[FoundLink]) -> WordChange:
    """Return a reordered run with the words of the frame that it passed."""
    here = bisect_left(frame, change.original.start, key=lambda pair: pair.original)
    there = bisect_left(frame, change.rewrite.start, key=lambda pair: pair.rewrite)
    between = frame[min(here, there) : max(here, there)]
    for i, j, *_ in (*between[:1], *between[-1:]):  # the frame rises on both sides
        change = change.hull(WordChange(change.kind, Span(i, i + 1), Span(j, j + 1)))
    return change
