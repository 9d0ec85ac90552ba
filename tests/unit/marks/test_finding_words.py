from __future__ import annotations

import pytest

from facing_pages.core.findings.reader import meaning_reader
from facing_pages.core.model import FindingKind
from facing_pages.marks.finding_words import (
    FINDING_NAMES,
    SEVERITY_NAMES,
    kinds_looked_for,
    looked_for_sentences,
)


def test_every_kind_has_a_name_of_its_own() -> None:
    assert set(FINDING_NAMES) == set(FindingKind)
    assert len({one for one, _ in FINDING_NAMES.values()}) == len(FindingKind)


def test_every_severity_has_words() -> None:
    assert set(SEVERITY_NAMES) == {1, 2, 3, 4, 5}
    assert len(set(SEVERITY_NAMES.values())) == 5


def test_what_was_not_looked_for_is_said() -> None:
    wanted, others, unseen = looked_for_sentences({FindingKind.DATE, FindingKind.NAME}, str)
    assert wanted == "Looked for: other dates and times; other names."
    assert others.startswith("Not looked for: other numbers, units and limits; negations")
    assert unseen.startswith("Not everything can be seen")
    assert len(looked_for_sentences(frozenset(FindingKind), str)) == 2
    assert looked_for_sentences((), str)[0].startswith("Not looked for")


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
