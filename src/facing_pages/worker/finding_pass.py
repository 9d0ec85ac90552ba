"""The findings of a pair, link by link, in any order: those of a link follow from its words.

What was found for the same sentences with the same words is taken from the cache, wherever they
stand now.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Final
from zlib import crc32

from facing_pages.core.both import Both
from facing_pages.core.cache import GenerationalCache
from facing_pages.core.changes.change_cache import link_key, link_spans
from facing_pages.core.findings.find import link_findings
from facing_pages.core.findings.link_reading import LinkReading
from facing_pages.core.findings.merging import place_of
from facing_pages.core.findings.pair_reading import PairReading
from facing_pages.core.findings.reader.meaning_reader import meaning_reader
from facing_pages.core.link_pass import LinkPass
from facing_pages.core.model import Finding, LinkKind, Span
from facing_pages.core.progress import Progress
from facing_pages.session.set_aside import SetAside, set_aside
from facing_pages.viewmodel.findings.finding_table import FindingTable, finding_table

FindingCache = GenerationalCache[tuple[Finding, ...]]
# Links up to which all that is known is looked up before anything is shown: half a second. In
# longer texts the links on screen come first, as all others do. By judgement.
MAX_RECALLED_LINKS: Final = 3000


class FindingPass:
    """What was found so far in the links of a pair; `links` has their words."""

    def __init__(self, links: LinkPass, cache: FindingCache) -> None:
        self._links = links
        self._cache = cache
        self._documents = Both(*links.documents)
        self._pair = PairReading(links.documents, links.alignment)
        self._names: int | None = None
        self._found: dict[int, tuple[Finding, ...]] = {}
        # How many findings there are so far.
        self.count = 0

    def look_at(self, number: int, *, is_precise: bool = False) -> bool:
        """Find what changed in meaning in a link whose words are known; tell whether that is new.

        What was found in it before is replaced. The trained reader is asked if it `is_precise`.
        """
        link = self._links.alignment.links[number]
        if link.kind is LinkKind.SAME:
            return False
        reading = self._reading(number)
        key = self._key(reading, is_precise=is_precise)
        found = self._known(number, key)
        if found is None:
            found = tuple(link_findings(reading, meaning_reader() if is_precise else None))
            spans = link_spans(link, self._links.documents)
            self._cache.put(key, _shifted(found, (-spans[0].start, -spans[1].start), 0))
        return self._keep(number, found)

    def recall(self) -> None:
        """Take what was found before from the cache, unless there are very many links."""
        count = len(self._links.alignment.links)
        for number in range(count if count <= MAX_RECALLED_LINKS else 0):
            self._recall(number)

    def complete(self, progress: Progress) -> None:
        """Look for what is not known in all links, and leave the rest as it was found.

        Raises `Cancelled` when asked to stop.
        """
        for number in progress.each(range(len(self._links.alignment.links))):
            if not self._recall(number):
                self.look_at(number)

    def all(self) -> list[Finding]:
        """Return what was found so far, in the order of the links and of the rewrite."""
        return sorted((f for found in self._found.values() for f in found), key=place_of)

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
        return set_aside(finding, self._documents.map(lambda document: document.text), sentences)

    def _recall(self, number: int) -> bool:
        """Take the best that was found before in a link; tell whether anything was."""
        if self._links.alignment.links[number].kind is LinkKind.SAME:
            return True
        reading = self._reading(number)
        keys = (self._key(reading, is_precise=is_precise) for is_precise in (True, False))
        known = (self._known(number, key) for key in keys)
        found = next((each for each in known if each is not None), None)
        self._keep(number, found or ())
        return found is not None

    def _reading(self, number: int) -> LinkReading:
        link = self._links.alignment.links[number]
        return self._pair.link(number, replace(link, words=self._links.words(number)))

    def _known(self, number: int, key: Hashable) -> tuple[Finding, ...] | None:
        """Return what was found before for the same passages; None if that is not known."""
        known = self._cache.get(key)
        if known is None:
            return None
        link = self._links.alignment.links[number]
        spans = link_spans(link, self._links.documents)
        return _shifted(known, (spans[0].start, spans[1].start), number)

    def _key(self, reading: LinkReading, *, is_precise: bool) -> Hashable:
        """Return what the findings of a link are known again by.

        Its texts, its linked words, and what the rules ask of the texts around it; checksums in
        place of what would be kept twice, the same in every process.
        """
        number, documents = reading.number, self._links.documents
        link = self._links.alignment.links[number]
        spans = link_spans(link, documents)
        linked = hash(
            tuple(
                (word.original.start - spans[0].start, word.rewrite.start - spans[1].start)
                for word in self._links.words(number)
            )
        )
        known = reading.surroundings
        if self._names is None:
            self._names = _checksum(repr(sorted(names.items())) for names in known.names)
        near = _checksum(word for side in known.near for word in ("", *sorted(side)))
        codes = tuple(side.language.code for side in reading.sides)
        how = (codes, linked, self._names, near, known.confidence, is_precise)
        return link_key(link, spans, documents, how)


def _checksum(texts: Iterable[str]) -> int:
    return crc32("\x1f".join(texts).encode("utf-8", "surrogatepass"))


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
