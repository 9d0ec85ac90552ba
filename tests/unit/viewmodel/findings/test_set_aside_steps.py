from __future__ import annotations

from facing_pages.session.corrections import NO_CORRECTIONS
from facing_pages.viewmodel.findings.set_aside_steps import toggle_set_aside
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from tests.helpers.made_pair_findings import harbour, number_of

PAGES = harbour()


def test_a_finding_is_set_aside_and_taken_back_each_by_its_name() -> None:
    number = number_of(PAGES, "number")
    aside = toggle_set_aside(ShownFindings(PAGES), NO_CORRECTIONS, number)
    assert aside.name == "“not an error” for 40 → 45"
    shown = ShownFindings(PAGES, None, aside.corrections.set_aside)
    assert number not in shown.shown
    back = toggle_set_aside(shown, aside.corrections, number)
    assert back.name == "showing 40 → 45 as a finding again"
    assert back.corrections == NO_CORRECTIONS
