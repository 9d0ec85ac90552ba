"""One pass over the links of an alignment: which words belong together in each, and what changed.

In any order, so that a window can begin where the reader is:

    links      0   1   2   3   4
    found      ✓   ✓   -   ✓   -        compare(2), then compare(4)

A link can be looked at twice: quickly, word by word, and precisely, with the contextual encoder.
Phrases that moved to another sentence are known only once all links have been looked at.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace
from typing import Final

from facing_pages.core.alignment.words.link_words import side_words, with_words
from facing_pages.core.alignment.words.word_aligner import WordAligner, word_aligner
from facing_pages.core.both import Both
from facing_pages.core.changes.change_cache import ChangeCache, Details
from facing_pages.core.changes.derive import link_details, sentence_changes
from facing_pages.core.changes.label_changes import LabelChanges
from facing_pages.core.changes.moved_phrases import with_moved_phrases
from facing_pages.core.changes.statistics import count_statistics
from facing_pages.core.findings.find import find_all
from facing_pages.core.findings.reader.meaning_reader import meaning_reader
from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.model import (
    Alignment,
    Change,
    ChangeKind,
    Comparison,
    Document,
    Side,
    Statistics,
    WordLink,
)
from facing_pages.core.options import DEFAULT_OPTIONS, Level, Options
from facing_pages.core.progress import NO_PROGRESS, Progress, Stage
from facing_pages.core.splitting.accents import Accents, accents_of
from facing_pages.core.splitting.ordinals import paragraph_ordinals

# Characters of a text up to which the contextual encoder is used unless a caller decides otherwise.
# By judgement.
MAX_PRECISE_CHARACTERS: Final = 60_000
# Links between two reports of progress. By judgement.
_REPORT_EVERY: Final = 64


class LinkPass:
    """What has been found in the links of two documents so far."""

    def __init__(
        self,
        documents: tuple[Document, Document],
        alignment: Alignment,
        options: Options = DEFAULT_OPTIONS,
        cache: ChangeCache | None = None,
    ) -> None:
        self.documents = documents
        self.alignment = alignment
        self._options = options
        self._cache = cache
        self._languages = Both(*documents).map(
            lambda document: language_by_code(language_of(document.text))
        )
        self._labels = LabelChanges(documents, alignment)
        self._accents = accents_of(documents[0].text, documents[1].text)
        self._ordinals = Both(*documents).map(paragraph_ordinals)
        self._found: list[Details | None] = [None] * len(alignment.links)
        # How many changes have been found so far.
        self.change_count = 0

    def aligner(self, *, is_precise: bool) -> WordAligner:
        """Return the aligner of words for the language of the original."""
        return word_aligner(self._languages.original.code, precise=is_precise)

    def compare(
        self, number: int, progress: Progress = NO_PROGRESS, *, is_precise: bool | None = None
    ) -> tuple[WordLink, ...]:
        """Look at a link and return its words; precisely or not, or as the options say.

        Raises `Cancelled` when asked to stop.
        """
        link = self.alignment.links[number]
        if self._options.level is Level.SENTENCES or not link.original or not link.rewrite:
            found: Details = link.words, sentence_changes(number, link, *self.documents)
        else:
            if is_precise is None:
                is_precise = self._is_precise_by_option()
            aligner = self.aligner(is_precise=is_precise)
            found = self._recalled(number, aligner) or self._compared(number, aligner, progress)
        self._keep(number, found)
        return found[0]

    def complete(self, progress: Progress = NO_PROGRESS) -> None:
        """Look at all links that have not been looked at, as the options say.

        Raises `Cancelled` when asked to stop.
        """
        for number, found in enumerate(self._found):
            if number % _REPORT_EVERY == 0:
                progress.update(Stage.WORDS, number / len(self._found))
            if found is None:
                self.compare(number, progress)
        progress.update(Stage.WORDS, 1.0)

    def recall(self) -> None:
        """Take from the cache what was found in earlier comparisons, precise results first."""
        aligners = [self.aligner(is_precise=is_precise) for is_precise in (True, False)]
        for number, link in enumerate(self.alignment.links):
            if link.original and link.rewrite:
                known = (self._recalled(number, aligner) for aligner in aligners)
                self._keep(number, next(filter(None, known), None))

    def words(self, number: int) -> tuple[WordLink, ...]:
        """Return the words of a link as far as it was looked at."""
        found = self._found[number]
        return self.alignment.links[number].words if found is None else found[0]

    def has_other_words(self, number: int) -> bool:
        """Tell whether more than typography changed in a link, or it was not looked at yet."""
        found = self._found[number]
        return found is None or any(
            change.kind is not ChangeKind.TYPOGRAPHY
            for change in (*found[1], *self._labels.of_link(number))
        )

    def found_changes(self) -> Iterator[Change]:
        """Yield the changes found so far, and those of links that have only one side."""
        for number, (link, found) in enumerate(zip(self.alignment.links, self._found, strict=True)):
            if not link.original or not link.rewrite:
                for change in sentence_changes(number, link, *self.documents):
                    yield self._labels.without_label(change)
                continue
            if self._options.level is not Level.SENTENCES:
                yield from self._labels.of_link(number)
            if found is not None:
                yield from found[1]

    def all_changes(self, progress: Progress = NO_PROGRESS) -> list[Change]:
        """Return the changes found, with phrases that moved as one change each.

        All links must have been looked at. Raises `Cancelled` when asked to stop.
        """
        changes = list(self.found_changes())
        if self._options.level is Level.SENTENCES:
            return changes
        return with_moved_phrases(changes, self.documents, self.aligner(is_precise=False), progress)

    def statistics(self, changes: list[Change]) -> Statistics:
        """Return the statistics of all changes."""
        return count_statistics(*self.documents, self.alignment, changes)

    def comparison(self, progress: Progress = NO_PROGRESS) -> Comparison:
        """Return the whole comparison; all links must have been looked at.

        Raises `Cancelled` when asked to stop.
        """
        changes = self.all_changes(progress)
        links = tuple(
            link if found is None else replace(link, words=found[0])
            for link, found in zip(self.alignment.links, self._found, strict=True)
        )
        alignment = replace(self.alignment, links=links)
        findings = None
        if self._options.findings:
            reader = meaning_reader() if self._is_precise_by_option() else None
            findings = find_all(self.documents, alignment, progress, reader=reader)
        statistics = self.statistics(changes)
        return Comparison(*self.documents, alignment, tuple(changes), statistics, findings)

    def _keep(self, number: int, found: Details | None) -> None:
        before = self._found[number]
        self.change_count += len(found[1] if found else ()) - len(before[1] if before else ())
        self._found[number] = found

    def _is_precise_by_option(self) -> bool:
        if self._options.precise is not None:
            return self._options.precise
        return len(self.documents[0].text) <= MAX_PRECISE_CHARACTERS

    def _compared(self, number: int, aligner: WordAligner, progress: Progress) -> Details:
        link = self.alignment.links[number]
        sides = (
            side_words(self.documents[0], link, Side.ORIGINAL, self._ordinals.original),
            side_words(self.documents[1], link, Side.REWRITE, self._ordinals.rewrite),
        )
        done = with_words(link, sides, aligner, progress, are_bare=self._accents is Accents.DROPPED)
        found = link_details(
            number,
            done,
            self.documents,
            sides,
            function_words=aligner.function_words,
            languages=self._languages,
            options=self._options,
            accents=self._accents,
            progress=progress,
        )
        if self._cache is not None:
            self._cache.keep(link, self.documents, self._way(aligner), found)
        return found

    def _recalled(self, number: int, aligner: WordAligner) -> Details | None:
        """Return what was found for the same sentences before, None if that is not known."""
        if self._cache is None:
            return None
        link = self.alignment.links[number]
        return self._cache.recall(number, link, self.documents, self._way(aligner))

    def _way(self, aligner: WordAligner) -> Hashable:
        """Return what decides which words are linked, in addition to the sentences."""
        return aligner.language, aligner.is_precise, self._accents, self._options
