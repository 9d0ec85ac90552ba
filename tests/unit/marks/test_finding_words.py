from __future__ import annotations

import pytest

from facing_pages.core.findings.reader import meaning_reader
from facing_pages.core.model import FindingKind
from facing_pages.marks.finding_words import (
    counts_text,
    kind_name,
    kinds_looked_for,
    looked_for_text,
    severity_words,
)


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_a_name_for_one_and_for_several(kind: FindingKind) -> None:
    assert kind_name(kind) == kind_name(kind, 1)
    assert kind_name(kind, 2)
    names = [kind_name(one) for one in FindingKind]
    assert names.count(kind_name(kind)) == 1


def test_every_severity_has_words() -> None:
    assert len({severity_words(severity) for severity in range(1, 6)}) == 5


def test_counts_are_in_the_order_of_the_kinds_and_leave_out_what_there_is_none_of() -> None:
    counts = {FindingKind.NEGATION: 1, FindingKind.NUMBER: 1200, FindingKind.DATE: 0}
    assert counts_text(counts) == "1,200 numbers · 1 negation"
    assert counts_text(counts, ", ") == "1,200 numbers, 1 negation"
    assert counts_text({}) == ""


def test_what_was_not_looked_for_is_said() -> None:
    text = looked_for_text({FindingKind.DATE, FindingKind.NAME})
    assert text.startswith("Looked for: other dates and times; other names. Not looked for: other")
    assert text.endswith("Not everything is found: read what matters yourself.")
    assert "Not looked for" not in looked_for_text(frozenset(FindingKind))
    assert not looked_for_text(()).startswith("Looked for")


@pytest.mark.parametrize("has_reader", [True, False])
def test_false_synonyms_are_looked_for_by_the_reader_alone(
    has_reader: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning_reader, "has_meaning_reader", lambda: has_reader)
    missing = frozenset(FindingKind) - kinds_looked_for()
    assert missing == (frozenset() if has_reader else {FindingKind.FALSE_SYNONYM})
