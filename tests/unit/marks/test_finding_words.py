from __future__ import annotations

import pytest

from facing_pages.core.findings.reader import meaning_reader
from facing_pages.core.model import FindingKind
from facing_pages.marks.finding_words import (
    FINDING_NAMES,
    SEVERITY_NAMES,
    counts_text,
    kind_words,
    kinds_looked_for,
    looked_for_sentences,
)


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_a_name_for_one_and_for_several(kind: FindingKind) -> None:
    assert kind_words(kind) == kind_words(kind, 1)
    assert kind_words(kind, 2)
    assert [names[0] for names in FINDING_NAMES.values()].count(kind_words(kind)) == 1


def test_every_severity_has_words() -> None:
    assert set(SEVERITY_NAMES) == {1, 2, 3, 4, 5}
    assert len(set(SEVERITY_NAMES.values())) == 5


def test_counts_are_in_the_order_of_the_kinds_and_leave_out_what_there_is_none_of() -> None:
    counts = {FindingKind.NEGATION: 1, FindingKind.NUMBER: 1200, FindingKind.DATE: 0}
    assert counts_text(counts) == "1,200 numbers · 1 negation"
    assert counts_text(counts, ", ") == "1,200 numbers, 1 negation"
    assert counts_text({}) == ""


def test_what_was_not_looked_for_is_said() -> None:
    wanted, others, unseen = looked_for_sentences({FindingKind.DATE, FindingKind.NAME})
    assert wanted == "Looked for: other dates and times; other names."
    assert others.startswith("Not looked for: other numbers, units and limits; negations")
    assert unseen.startswith("Not everything can be seen")
    assert len(looked_for_sentences(frozenset(FindingKind))) == 2
    assert looked_for_sentences(())[0].startswith("Not looked for")


def test_what_was_looked_for_is_said_in_another_language() -> None:
    known = {"Looked for: {kinds}.": "Gesucht: {kinds}.", "other names": "andere Namen"}
    sentences = looked_for_sentences({FindingKind.NAME}, lambda text: known.get(text, text))
    assert sentences[0] == "Gesucht: andere Namen."


@pytest.mark.parametrize("has_reader", [True, False])
def test_false_synonyms_are_looked_for_by_the_reader_alone(
    has_reader: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning_reader, "has_meaning_reader", lambda: has_reader)
    missing = frozenset(FindingKind) - kinds_looked_for()
    assert missing == (frozenset() if has_reader else {FindingKind.FALSE_SYNONYM})
