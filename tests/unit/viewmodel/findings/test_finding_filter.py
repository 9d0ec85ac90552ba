from __future__ import annotations

from facing_pages.core.model import FindingKind
from facing_pages.core.options import SHOWN_SEVERITY
from facing_pages.viewmodel.findings.finding_filter import FindingFilter


def test_the_window_shows_at_first_what_the_command_line_does() -> None:
    assert FindingFilter().severity == SHOWN_SEVERITY


def test_a_kind_is_switched_off_and_on() -> None:
    off = FindingFilter().toggled(FindingKind.TORN)
    assert off.hidden == {FindingKind.TORN}
    assert off.toggled(FindingKind.TORN) == FindingFilter()


def test_a_choice_survives_the_settings() -> None:
    chosen = FindingFilter().toggled(FindingKind.FALSE_SYNONYM).from_severity(2)
    assert FindingFilter.of(chosen.severity, chosen.hidden_names) == chosen


def test_kinds_of_a_later_version_are_left_out() -> None:
    assert FindingFilter.of(None, ("torn", "irony")).hidden == {FindingKind.TORN}
