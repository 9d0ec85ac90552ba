from __future__ import annotations

import pytest

from facing_pages.core.model import FindingKind
from facing_pages.export.findings.finding_counts import counts_text, kind_words
from facing_pages.export.report_language import speaking


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_words_for_one_and_for_several(kind: FindingKind) -> None:
    assert kind_words(kind) == kind_words(kind, 1)
    assert kind_words(kind, 2)


def test_counts_are_in_the_order_of_the_kinds_and_leave_out_what_there_is_none_of() -> None:
    counts = {FindingKind.NEGATION: 1, FindingKind.NUMBER: 1200, FindingKind.DATE: 0}
    assert counts_text(counts) == "1,200 numbers · 1 negation"
    assert counts_text(counts, ", ") == "1,200 numbers, 1 negation"
    assert counts_text({}) == ""


def test_counts_are_said_in_the_language_of_the_report() -> None:
    with speaking("de"):
        assert counts_text({FindingKind.NUMBER: 1200}) == "1.200 Zahlen"
