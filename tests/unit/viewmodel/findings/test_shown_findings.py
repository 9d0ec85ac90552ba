from __future__ import annotations

import pytest

from facing_pages.core.model import FindingKind, Side
from facing_pages.viewmodel.by_sentence import by_sentence
from facing_pages.viewmodel.findings.finding_filter import FindingFilter
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.pair_view import Numbers
from tests.helpers.made_pair_findings import (
    HARBOUR,
    HARBOUR_FINDINGS,
    harbour,
    number_of,
    with_findings,
)

PAGES = harbour()


def kinds(shown: ShownFindings, numbers: Numbers | list[int]) -> list[str]:
    return [shown.entry(int(number)).kind.value for number in numbers]


def test_findings_come_in_reading_order_from_severity_three_on() -> None:
    shown = ShownFindings(PAGES)
    assert kinds(shown, shown.shown) == ["negation", "number", "name", "torn"]
    assert shown.hidden_count == 1


def test_what_only_the_original_has_stands_where_it_is_missing() -> None:
    omission = ("omission", 3, "saw", "")
    pages = with_findings(HARBOUR, [*HARBOUR_FINDINGS, omission])
    shown = ShownFindings(pages)
    assert kinds(shown, shown.shown) == ["negation", "number", "name", "omission", "torn"]


def test_the_gravest_come_first_where_severity_counts() -> None:
    shown = ShownFindings(PAGES)
    assert kinds(shown, shown.by_severity(shown.shown)) == ["negation", "number", "name", "torn"]


def test_a_kind_that_is_switched_off_is_not_shown() -> None:
    shown = ShownFindings(PAGES, FindingFilter(1).toggled(FindingKind.TORN))
    assert kinds(shown, shown.shown) == ["negation", "number", "name", "quotation"]


def test_counts_are_those_of_what_is_shown() -> None:
    counts = ShownFindings(PAGES).counts()
    assert counts == dict.fromkeys(
        (FindingKind.NUMBER, FindingKind.NAME, FindingKind.NEGATION, FindingKind.TORN), 1
    )


def test_only_one_kind_may_be_asked_for() -> None:
    shown = ShownFindings(PAGES)
    assert kinds(shown, shown.of_kind(FindingKind.NAME)) == ["name"]
    assert len(shown.of_kind(FindingKind.TENSE)) == 0


def test_what_is_no_error_is_set_aside_whatever_its_severity() -> None:
    number, quotation = number_of(PAGES, "number"), number_of(PAGES, "quotation")
    known = [ShownFindings(PAGES).known_by(n) for n in (quotation, number)]
    shown = ShownFindings(PAGES, None, known)
    assert kinds(shown, shown.aside) == ["number", "quotation"]
    assert kinds(shown, shown.shown) == ["negation", "name", "torn"]
    assert shown.hidden_count == 0


@pytest.mark.parametrize(
    ("current", "row", "by", "found"),
    [
        (None, 0, 1, "negation"),
        (None, 1, 1, "name"),
        (None, 1, -1, "number"),
        ("number", 0, 1, "name"),
        ("number", 1, -1, "negation"),
        ("torn", 0, 1, None),
        ("negation", 0, -1, None),
    ],
)
def test_steps_go_from_the_current_finding_or_the_row(
    current: str | None, row: int, by: int, found: str | None
) -> None:
    shown = ShownFindings(PAGES)
    number = shown.step(shown.shown, current and number_of(PAGES, current), row, by)
    assert (None if number is None else kinds(shown, [number])[0]) == found


def test_a_place_in_the_text_has_its_finding() -> None:
    shown = ShownFindings(PAGES)
    at = PAGES.rewrite.text.index("Paul")
    assert shown.at(Side.REWRITE, at + 3) == number_of(PAGES, "name")
    assert shown.at(Side.REWRITE, at + 4) is None
    assert shown.at(Side.ORIGINAL, PAGES.original.text.index("quiet")) is None


def test_a_sentence_has_its_findings() -> None:
    shown = ShownFindings(PAGES)
    assert [kinds(shown, shown.of_link(link)) for link in range(4)] == [
        ["negation"],
        ["number"],
        ["name", "torn"],
        [],
    ]


def test_rows_are_those_on_the_page() -> None:
    shown, lines = ShownFindings(PAGES), ShownFindings(by_sentence(PAGES))
    assert shown.rows[shown.shown].tolist() == [0, 0, 1, 1]
    assert [shown.count_in_row(row) for row in (0, 1, 2)] == [2, 2, 0]
    assert lines.rows[lines.shown].tolist() == [0, 1, 2, 2]


def test_nothing_is_shown_before_sentences_are_aligned() -> None:
    assert ShownFindings(harbour(done=0.4)).share_done == 0.4
