from __future__ import annotations

from facing_pages import compare
from facing_pages.core.findings.find import link_findings
from facing_pages.core.model import FindingKind
from facing_pages.core.options import Options
from tests.helpers.readings import reading_of


def test_a_finding_says_what_became_of_what_and_where() -> None:
    reading = reading_of("The mill was built in 1874.", "The mill was built in 1847.")
    (finding,) = link_findings(reading)
    assert finding.kind is FindingKind.NUMBER
    assert finding.severity == 4
    assert str(finding.reason) == "1874 became 1847"
    assert finding.original is not None
    assert finding.rewrite is not None
    assert finding.original.of("The mill was built in 1874.") == "1874"
    assert finding.rewrite.of("The mill was built in 1847.") == "1847"


def test_a_new_negation_is_the_gravest_finding() -> None:
    reading = reading_of("The board approved the plan.", "The board has not approved the plan.")
    (finding,) = link_findings(reading)
    assert (finding.kind, finding.severity) == (FindingKind.NEGATION, 5)
    assert str(finding.reason) == "a negation is new: not approved"


def test_an_opposite_is_a_finding_unless_it_is_denied() -> None:
    (finding,) = link_findings(reading_of("The gate was open.", "The gate was closed."))
    assert finding.kind is FindingKind.ANTONYM
    denied = link_findings(reading_of("The gate was not open.", "The gate was closed."))
    assert FindingKind.ANTONYM not in {finding.kind for finding in denied}


def test_a_comparison_has_findings_only_if_they_are_asked_for() -> None:
    texts = "It rained on Monday.\n\nTen men came.", "It rained on Friday.\n\nTwelve men came."
    assert compare(*texts).findings is None
    found = compare(*texts, options=Options(findings=True)).findings
    assert found is not None
    assert [finding.kind for finding in found] == [FindingKind.DATE, FindingKind.NUMBER]
    assert [finding.link for finding in found] == [0, 1]


def test_a_faithful_rewrite_has_no_findings() -> None:
    original = "In 1874, about 60 percent of the fishermen left the village."
    rewrite = "Some 60% of the fishers went away from the village in 1874."
    assert compare(original, rewrite, options=Options(findings=True)).findings == ()


def test_periods_are_compared_with_what_is_counted() -> None:
    def dates(original: str, rewrite: str) -> list[str]:
        found = link_findings(reading_of(original, rewrite))
        return [str(f.reason) for f in found if f.kind is FindingKind.DATE]

    assert dates("They rowed for an hour.", "They rowed for 60 minutes.") == []
    assert dates("They left last week.", "They left last month.") == ["week became month"]
    assert dates("They stayed for a year.", "They stayed for a month.") == ["year became month"]


def test_the_number_of_an_item_is_no_fact() -> None:
    texts = (
        "1. Peel 4 potatoes and cut them up.\n2. Fry the onions in butter.\n3. Add the stock.",
        "1. Fry the onions in butter.\n2. Peel 5 potatoes and cut them up.\n3. Add the stock.",
    )
    found = compare(*texts, options=Options(findings=True)).findings
    assert found is not None
    assert [str(finding.reason) for finding in found] == ["4 became 5"]
