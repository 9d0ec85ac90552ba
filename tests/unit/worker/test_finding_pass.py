from __future__ import annotations

import pickle
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from facing_pages.core.alignment.pipeline import align_units
from facing_pages.core.alignment.words.wordpieces import word_pieces
from facing_pages.core.both import Both
from facing_pages.core.documents import with_sentences_of_both
from facing_pages.core.findings.find import find_all
from facing_pages.core.findings.reader.meaning_reader import Limit, MeaningReader, Scores
from facing_pages.core.findings.reader.reader_kinds import READER_KINDS
from facing_pages.core.link_pass import LinkPass
from facing_pages.core.model import Document, FindingKind
from facing_pages.core.progress import Progress
from facing_pages.core.reading.files import from_text
from facing_pages.worker import finding_pass
from facing_pages.worker.finding_pass import FindingCache, FindingPass

ORIGINAL = "The clerk has not signed.\n\nIn all, 40 boats came to Ostend.\n\nThe rest was quiet."
REWRITE = "The clerk has signed.\n\nIn all, 45 boats came to Ostend.\n\nThe rest was silent."


def documents(original: str, rewrite: str) -> tuple[Document, Document]:
    return with_sentences_of_both(from_text(original, name="one"), from_text(rewrite, name="two"))


def compared(original: str = ORIGINAL, rewrite: str = REWRITE) -> LinkPass:
    pair = documents(original, rewrite)
    links = LinkPass(pair, align_units(*pair, Progress()))
    links.complete()
    return links


def looked_at(links: LinkPass, cache: FindingCache | None = None) -> FindingPass:
    findings = FindingPass(links, cache or FindingCache())
    for number in range(len(links.alignment.links)):
        findings.look_at(number)
    return findings


def test_link_by_link_the_same_is_found_as_in_one_go() -> None:
    links = compared()
    whole = links.comparison()
    findings = looked_at(links)
    assert tuple(findings.all()) == find_all(links.documents, whole.alignment)
    assert [finding.kind for finding in findings.all()] == [
        FindingKind.NEGATION,
        FindingKind.NUMBER,
    ]
    assert findings.count == 2


def test_looking_again_tells_that_nothing_is_new() -> None:
    findings = looked_at(compared())
    assert not findings.look_at(0)
    assert findings.count == 2


def test_what_is_known_is_not_looked_for_where_the_passage_moved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cache = FindingCache()
    around = ("A line before.", "Then nothing.", "A wind rose.", "It was late.", "The end.")
    before, after = "\n\n".join(around), "\n\n".join(reversed(around))
    texts = [f"{before}\n\n{text}\n\n{after}" for text in (ORIGINAL, REWRITE)]
    looked_at(compared(*texts), cache)
    cache = pickle.loads(pickle.dumps(cache))
    monkeypatch.setattr(finding_pass, "link_findings", lambda reading: pytest.fail("looked again"))
    moved = compared(*(f"It began so.\n\n{text}" for text in texts))
    findings = FindingPass(moved, cache)
    findings.recall()
    negation, number = findings.all()
    assert (negation.link, number.link) == (6, 7)
    assert number.rewrite is not None
    assert number.rewrite.of(moved.documents[1].text) == "45"


def test_a_passage_that_became_another_is_looked_at_afresh() -> None:
    cache = FindingCache()
    looked_at(compared(), cache)
    edited = compared(rewrite=REWRITE.replace("has signed", "has not signed"))
    assert [finding.kind for finding in looked_at(edited, cache).all()] == [FindingKind.NUMBER]


class Reader(MeaningReader):
    """A reader that denies every finding of the rules that it may deny."""

    def __init__(self) -> None:
        limit = Limit(least=1.0, denied=0.0, slope=1.0, offset=0.0)
        pieces = word_pieces()
        assert pieces is not None
        super().__init__(None, pieces, dict.fromkeys(READER_KINDS, limit))
        self.asked = 0

    def scores(self, words: Both[Sequence[str]], partners: Any) -> Scores:
        """Return scores below all limits."""
        self.asked += 1
        kinds = np.full(len(READER_KINDS), -1.0, dtype=np.float32)
        return Scores(kinds, words.map(lambda side: np.tile(kinds, (len(side), 1))))


def test_the_reader_is_asked_where_words_are_linked_precisely(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reader = Reader()
    monkeypatch.setattr(finding_pass, "meaning_reader", lambda: reader)
    cache = FindingCache()
    findings = looked_at(compared(), cache)
    assert (findings.count, reader.asked) == (2, 0)
    assert findings.look_at(0, is_precise=True)
    assert [finding.kind for finding in findings.all()] == [FindingKind.NUMBER]
    again = FindingPass(compared(), cache)
    again.recall()
    # What was found precisely comes first.
    assert [finding.kind for finding in again.all()] == [FindingKind.NUMBER]
    assert reader.asked == 1
