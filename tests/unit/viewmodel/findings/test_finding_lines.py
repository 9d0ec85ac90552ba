from __future__ import annotations

from facing_pages.core.model import FindingKind
from facing_pages.viewmodel.findings.finding_lines import FindingLine, LineKind, finding_lines
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from tests.helpers.made_pair_findings import harbour, number_of

PAGES = harbour()


def told(lines: list[FindingLine]) -> list[str]:
    return [
        PAGES.findings.entry(line.number).kind.value
        if line.finding is not None
        else f"{line.kind.value} {line.number}"
        for line in lines
    ]


def test_each_severity_has_its_heading() -> None:
    lines = finding_lines(ShownFindings(PAGES), None, shows_aside=False)
    assert told(lines) == [
        "heading 5",
        "negation",
        "heading 4",
        "number",
        "name",
        "heading 3",
        "torn",
    ]


def test_one_kind_is_listed_alone() -> None:
    lines = finding_lines(ShownFindings(PAGES), FindingKind.NAME, shows_aside=False)
    assert told(lines) == ["heading 4", "name"]


def test_what_was_set_aside_is_folded_at_the_end() -> None:
    known = [ShownFindings(PAGES).known_by(number_of(PAGES, "name"))]
    shown = ShownFindings(PAGES, None, known)
    folded = finding_lines(shown, None, shows_aside=False)
    unfolded = finding_lines(shown, None, shows_aside=True)
    assert told(folded)[-1] == "fold 1"
    assert told(unfolded)[-2:] == ["fold 1", "name"]
    assert unfolded[-1].kind is LineKind.ASIDE
