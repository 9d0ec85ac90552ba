"""Scores of the reader as findings: from which score on, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest

from facing_pages.core.alignment.words.wordpieces import word_pieces
from facing_pages.core.both import Both
from facing_pages.core.findings.find import link_findings
from facing_pages.core.findings.link_reading import LinkReading
from facing_pages.core.findings.reader.meaning_reader import Limit, MeaningReader, Scores
from facing_pages.core.findings.reader.reader_findings import reader_findings, scores_of
from facing_pages.core.findings.reader.reader_kinds import READER_KINDS
from facing_pages.core.model import Finding, FindingKind
from tests.helpers.readings import reading_of

ORIGINAL = "The new ferry may leave the old harbour at noon."
REWRITE = "The new ferry will leave the old harbour at noon."
LOW = -9.0


class Reader(MeaningReader):
    """A reader that gives one kind a score, and words of both sides scores of it."""

    def __init__(
        self, kind: FindingKind, pair: float, words: Mapping[str, float] | None = None
    ) -> None:
        limits = dict.fromkeys(READER_KINDS, Limit(least=1.0, denied=-4.0, slope=1.0, offset=0.0))
        pieces = word_pieces()
        assert pieces is not None
        super().__init__(None, pieces, limits)
        self._column = READER_KINDS.index(kind)
        self._pair = pair
        self._of_words = words or {}

    def scores(self, words: Both[Sequence[str]], partners: Any) -> Scores:
        """Return the scores that were given."""
        pair = np.full(len(READER_KINDS), LOW, dtype=np.float32)
        pair[self._column] = self._pair
        return Scores(pair, words.map(self._side))

    def _side(self, words: Sequence[str]) -> Any:
        scores = np.full((len(words), len(READER_KINDS)), LOW, dtype=np.float32)
        scores[:, self._column] = [self._of_words.get(word, LOW) for word in words]
        return scores


def found(kind: FindingKind, pair: float, words: Mapping[str, float]) -> list[Finding]:
    return found_in(reading_of(ORIGINAL, REWRITE), Reader(kind, pair, words))


def found_in(reading: LinkReading, reader: Reader) -> list[Finding]:
    scores = scores_of(reading, reader)
    return [] if scores is None else list(reader_findings(reading, scores, reader.limits))


def quotes(finding: Finding) -> tuple[str | None, str | None]:
    original, rewrite = finding.original, finding.rewrite
    return original and original.of(ORIGINAL), rewrite and rewrite.of(REWRITE)


@pytest.mark.parametrize(("pair", "count"), [(0.99, 0), (1.0, 1)])
def test_a_kind_is_reported_from_its_limit_on(pair: float, count: int) -> None:
    assert len(found(FindingKind.MODALITY, pair, {"may": 3.0, "will": 3.0})) == count


def test_a_finding_stands_on_the_best_words_of_both_sides() -> None:
    (finding,) = found(FindingKind.MODALITY, 2.0, {"may": 3.0, "will": 2.5})
    assert quotes(finding) == ("may", "will")
    assert (finding.kind, finding.severity) == (FindingKind.MODALITY, 4)
    assert finding.confidence == pytest.approx(0.88)
    assert str(finding.reason) == "may be more or less certain: may became will"


def test_words_that_score_nearly_as_high_belong_to_it_across_one_that_does_not() -> None:
    (finding,) = found(FindingKind.ROLES, 2.0, {"new": 3.0, "may": 1.0, "will": 1.0})
    assert quotes(finding) == ("new ferry may", "new ferry will")
    (finding,) = found(FindingKind.ROLES, 2.0, {"new": 3.0, "may": 0.9, "will": 0.9})
    assert quotes(finding) == ("new", "new")


def test_a_finding_stands_on_one_side_where_the_other_has_nothing_near() -> None:
    (finding,) = found(FindingKind.NEGATION, 2.0, {"may": 3.0, "will": -1.1})
    assert quotes(finding) == ("may", None)
    assert str(finding.reason) == "one side may deny what the other says: may became –"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (FindingKind.OMISSION, ("old harbour", None)),
        (FindingKind.INVENTION, (None, "old harbour")),
        (FindingKind.TORN, (None, "old harbour")),
    ],
)
def test_what_one_side_lacks_stands_on_the_other_alone(
    kind: FindingKind, expected: tuple[str | None, str | None]
) -> None:
    (finding,) = found(kind, 2.0, {"old": 3.0, "harbour": 2.0})
    assert quotes(finding) == expected


def test_other_languages_than_english_are_not_read() -> None:
    reading = reading_of("Das Schiff fährt.", "Das Schiff sinkt.", "de")
    assert found_in(reading, Reader(FindingKind.TORN, 9.0)) == []


@pytest.mark.parametrize(("score", "count"), [(-4.1, 0), (-4.0, 1)])
def test_a_finding_of_the_rules_goes_if_the_reader_sees_nothing_of_its_kind(
    score: float, count: int
) -> None:
    reading = reading_of(ORIGINAL, REWRITE)
    assert [f.kind for f in link_findings(reading)] == [FindingKind.MODALITY]
    assert len(link_findings(reading, Reader(FindingKind.MODALITY, score))) == count


def test_a_reader_that_is_sure_of_another_kind_denies_nothing() -> None:
    reader = Reader(FindingKind.TENSE, 1.0, {"may": 3.0, "will": 3.0})
    (finding,) = link_findings(reading_of(ORIGINAL, REWRITE), reader)
    assert finding.kind is FindingKind.MODALITY


def test_numbers_are_left_to_the_rules() -> None:
    assert found(FindingKind.NUMBER, 9.0, {"may": 3.0, "will": 3.0}) == []


def test_the_reader_does_not_deny_what_rules_know_better() -> None:
    reading = reading_of("The boat has 12 seats.", "The boat has 14 seats.")
    (finding,) = link_findings(reading, Reader(FindingKind.NUMBER, LOW))
    assert finding.kind is FindingKind.NUMBER


def test_what_rules_and_reader_find_is_one_finding() -> None:
    reader = Reader(FindingKind.MODALITY, 9.0, {"may": 3.0, "will": 3.0})
    (finding,) = link_findings(reading_of(ORIGINAL, REWRITE), reader)
    assert finding.confidence == 0.99
    assert str(finding.reason) == "may became will"
