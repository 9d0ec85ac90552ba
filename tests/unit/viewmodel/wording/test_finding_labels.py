from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from facing_pages.core.findings.reader import meaning_reader
from facing_pages.core.model import Finding, FindingKind, Reason, Span
from facing_pages.viewmodel.findings.finding_filter import FindingFilter
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.wording.finding_labels import (
    counted,
    finding_description,
    finding_place,
    finding_tip,
    finding_why,
    finding_words,
    findings_state,
    findings_title,
    kind_name,
    severity_name,
)
from facing_pages.viewmodel.wording.language import use_language
from tests.helpers.made_pair_findings import HARBOUR, harbour, number_of, with_findings

PAGES = harbour()


def entry(kind: str) -> Finding:
    return PAGES.findings.entry(number_of(PAGES, kind))


@pytest.fixture
def german() -> Iterator[None]:
    use_language("de")
    yield
    use_language("en")


def test_every_kind_and_severity_has_a_name() -> None:
    assert len({kind_name(kind) for kind in FindingKind}) == len(FindingKind)
    assert all(counted(kind, 2).startswith("2 ") for kind in FindingKind)
    assert counted(FindingKind.OMISSION, 1200) == "1,200 left out"
    assert severity_name(4) == "Another fact or certainty"


@pytest.mark.parametrize(
    ("kind", "words", "why"),
    [
        ("number", "40 → 45", "another number"),
        ("negation", "not signed → signed", "the negation is gone"),
        ("torn", "the the", "the sentence is broken here"),
        ("name", "Peter → Paul", "another name"),
    ],
)
def test_the_reason_says_no_words_twice(kind: str, words: str, why: str) -> None:
    assert finding_words(PAGES, entry(kind)) == words
    assert finding_why(PAGES, entry(kind)) == why


def test_a_reason_with_other_words_is_told_whole() -> None:
    reason = Reason("{0} became {1}", ("40 pounds a year", "45 pounds"))
    assert finding_why(PAGES, replace(entry("number"), reason=reason)) == (
        "40 pounds a year became 45 pounds"
    )


def test_what_one_side_lacks_is_shown_as_missing() -> None:
    left_out = Finding(FindingKind.OMISSION, 3, Span(0, 9), None, 0, 0.5, Reason("left out"))
    assert finding_words(PAGES, left_out) == "The mayor → —"
    added = Finding(FindingKind.INVENTION, 3, None, Span(0, 9), 0, 0.5, Reason("invented"))
    assert finding_words(PAGES, added) == "— → The mayor"


def test_a_screen_reader_hears_the_words_then_the_reason_then_the_place() -> None:
    assert finding_description(PAGES, entry("negation"), 1, 4) == (
        "signed instead of not signed, the negation is gone, finding 1 of 4, paragraph 1"
    )
    assert finding_description(PAGES, entry("torn"), 4, 4) == (
        "the the, the sentence is broken here, finding 4 of 4, paragraph 2"
    )


def test_a_tooltip_gives_the_reason_and_calls_it_a_hint() -> None:
    assert finding_tip(entry("number")) == ("◆ Number: 40 became 45\nA hint: read both passages.")
    assert finding_place(PAGES, entry("name")) == "¶ 2"


def test_the_list_says_how_far_the_search_is() -> None:
    half = ShownFindings(harbour(done=0.5))
    assert findings_title(half) == "Findings (4)"
    assert findings_state(half, is_working=True) == "Looking for changes of meaning… 50 %"
    assert "stopped" in findings_state(half, is_working=False)
    assert findings_state(ShownFindings(PAGES), is_working=False) == (
        "Findings are hints: read both passages."
    )


def test_none_are_counted_before_the_search_ends() -> None:
    none = with_findings(HARBOUR, (), done=0.5)
    assert findings_title(ShownFindings(none)) == "Findings"
    assert findings_title(ShownFindings(with_findings(HARBOUR, ()))) == "Findings (0)"


def test_a_faithful_rewrite_hears_what_was_looked_for() -> None:
    none = ShownFindings(with_findings(HARBOUR, ()))
    text = findings_state(none, is_working=False)
    first, *rest = text.split("\n\n")
    assert first == "No change of meaning found."
    assert rest[0].startswith("Looked for: other numbers")
    assert "may be missed" in rest[-1]


def test_what_this_machine_cannot_find_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning_reader, "has_meaning_reader", lambda: False)
    text = findings_state(ShownFindings(with_findings(HARBOUR, ())), is_working=False)
    assert "Not looked for: words that only seem to mean the same." in text


def test_what_is_hidden_is_told_where_nothing_is_shown() -> None:
    shown = ShownFindings(with_findings(HARBOUR, [("quotation", 2, "quiet", "still")]))
    assert "1 finding is hidden." in findings_state(shown, is_working=False)
    shown = ShownFindings(shown.pages, FindingFilter(2))
    assert "hidden" not in findings_state(shown, is_working=False)


def test_it_speaks_german(german: None) -> None:
    assert finding_why(PAGES, entry("negation")) == "die Verneinung fehlt"
    assert counted(FindingKind.NUMBER, 2) == "2 Zahlen"
    assert kind_name(FindingKind.ROLES) == "Rollentausch"
    assert severity_name(5) == "Ins Gegenteil verkehrt"
    text = findings_state(ShownFindings(with_findings(HARBOUR, ())), is_working=False)
    assert "Gesucht wurde nach: anderen Zahlen, Einheiten und Grenzen; " in text
