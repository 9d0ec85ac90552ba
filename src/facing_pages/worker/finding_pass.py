"""The findings of a pair, link by link, in any order: those of a link follow from its words.

What was found for the same sentences with the same words is taken from the cache, wherever they
stand now.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import replace

from facing_pages.core.alignment.words.link_words import side_words
from facing_pages.core.both import Both
from facing_pages.core.cache import GenerationalCache
from facing_pages.core.changes.change_cache import link_key, link_spans
from facing_pages.core.findings.find import link_findings
from facing_pages.core.findings.link_reading import LinkReading
from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.link_pass import LinkPass
from facing_pages.core.model import Finding, LinkKind, Span, WordLink
from facing_pages.session.set_aside import SetAside, set_aside
from facing_pages.viewmodel.findings.finding_table import FindingTable, finding_table

FindingCache = GenerationalCache[tuple[Finding, ...]]


class FindingPass:
    """What was found so far in the links of a pair; `links` has their words."""

    def __init__(self, links: LinkPass, cache: FindingCache) -> None:
        self._links = links
        self._cache = cache
        self._documents = Both(*links.documents)
        self._texts = self._documents.map(lambda document: document.text)
        self._languages = self._texts.map(lambda text: language_by_code(language_of(text)))
        self._found: dict[int, tuple[Finding, ...]] = {}
        # How many findings there are so far.
        self.count = 0

    def look_at(self, number: int) -> bool:
        """Find what changed in meaning in a link whose words are known; tell whether that is new.

        What was found in it before is replaced.
        """
        link = self._links.alignment.links[number]
        if link.kind is LinkKind.SAME or not link.original or not link.rewrite:
            return False
        words = self._links.words(number)
        key = self._key(number, words)
        spans = link_spans(link, self._links.documents)
        known = self._cache.get(key)
        if known is None:
            found = tuple(link_findings(self._reading(number, words)))
            self._cache.put(key, _shifted(found, (-spans[0].start, -spans[1].start), 0))
        else:
            found = _shifted(known, (spans[0].start, spans[1].start), number)
        return self._keep(number, found)

    def recall(self) -> None:
        """Take what was found before in links whose words are the same from the cache."""
        for number, link in enumerate(self._links.alignment.links):
            if self._cache.has(self._key(number, self._links.words(number))):
                self.look_at(number)
            elif link.original and link.rewrite:
                self._keep(number, ())

    def all(self) -> list[Finding]:
        """Return what was found so far, in the order of the links and of the rewrite."""
        return [
            f for number in sorted(self._found) for f in sorted(self._found[number], key=_start)
        ]

    def all_but(self, known: Collection[SetAside]) -> list[Finding]:
        """Return what was found but for what a person called no error."""
        found = self.all()
        return [f for f in found if self._set_aside(f) not in known] if known else found

    def table(self, done: float) -> FindingTable:
        """Return what was found so far as a table; `done` is the share of links looked at."""
        return finding_table(self.all(), done=done)

    def _keep(self, number: int, found: tuple[Finding, ...]) -> bool:
        before = self._found.pop(number, ())
        if found:
            self._found[number] = found
        self.count += len(found) - len(before)
        return found != before

    def _set_aside(self, finding: Finding) -> SetAside:
        link = self._links.alignment.links[finding.link]
        sentences: Both[Sequence[Span]] = Both.of(
            lambda side: [self._documents[side].sentences[n].span for n in link.numbers(side)]
        )
        return set_aside(finding, self._texts, sentences)

    def _reading(self, number: int, words: Sequence[WordLink]) -> LinkReading:
        link = self._links.alignment.links[number]
        sides = Both.of(lambda side: side_words(self._documents[side], link, side))
        return LinkReading(number, self._texts, sides, words, self._languages)

    def _key(self, number: int, words: Sequence[WordLink]) -> Hashable:
        """Return what the findings of a link are known again by: its texts and its linked words."""
        link, documents = self._links.alignment.links[number], self._links.documents
        spans = link_spans(link, documents)
        codes = tuple(language.code for language in self._languages)
        # A number in place of the words, which would be kept twice; the same in every process.
        linked = hash(
            tuple(
                (word.original.start - spans[0].start, word.rewrite.start - spans[1].start)
                for word in words
            )
        )
        return link_key(link, spans, documents, (codes, linked))


def _shifted(findings: Sequence[Finding], by: tuple[int, int], number: int) -> tuple[Finding, ...]:
    return tuple(
        replace(
            finding,
            original=finding.original and finding.original.shifted(by[0]),
            rewrite=finding.rewrite and finding.rewrite.shifted(by[1]),
            link=number,
        )
        for finding in findings
    )


def _start(finding: Finding) -> int:
    return (finding.rewrite or finding.original or Span(0, 0)).start
