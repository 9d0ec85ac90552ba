"""The chapter on changes of meaning: the same findings, in the same order, for all formats."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facing_pages import Comparison, Side, Span, compare
from facing_pages.core.model import Finding, FindingKind, Reason
from facing_pages.export.findings.findings_chapter import (
    FindingsChapter,
    FoundPlaces,
    ReportFinding,
)
from facing_pages.export.report import make_report
from facing_pages.export.report_options import ReportOptions, Scope
from tests.helpers.made_findings import comparison_with_findings, comparison_without_findings


def chapter_of(comparison: Comparison, options: ReportOptions | None = None) -> FindingsChapter:
    found = make_report(comparison, options, merged=False).findings
    assert found is not None
    return found


def entry_of(kind: FindingKind) -> ReportFinding:
    chapter = chapter_of(comparison_with_findings(), ReportOptions(severity=1))
    return next(entry for entry in chapter.findings if entry.finding.kind is kind)


def with_findings(*findings: Finding) -> Comparison:
    pair = compare("One came. Two went.\n\nA bell rang.", "One came. Two went.\n\nA bell rang.")
    return replace(pair, findings=findings)


def finding(
    original: Span | None, rewrite: Span | None, link: int = 0, severity: int = 4
) -> Finding:
    return Finding(FindingKind.NUMBER, severity, original, rewrite, link, 0.9, Reason("why"))


def test_the_gravest_come_first_and_others_keep_the_order_of_the_text() -> None:
    chapter = chapter_of(comparison_with_findings(), ReportOptions(severity=1))
    assert [entry.finding.severity for entry in chapter.findings] == sorted(
        (entry.finding.severity for entry in chapter.findings), reverse=True
    )
    fours = [e.finding.kind for e in chapter.findings if e.finding.severity == 4]
    assert fours[:3] == [FindingKind.NAME, FindingKind.NUMBER, FindingKind.DATE]
    assert [entry.number for entry in chapter.findings] == list(range(1, 16))


def test_lesser_ones_are_left_out_and_counted() -> None:
    chapter = chapter_of(comparison_with_findings())
    assert {entry.finding.severity for entry in chapter.findings} == {3, 4, 5}
    assert chapter.below == 3
    three = "There are 3 more findings below severity 3, which are not listed."
    assert chapter.notes[1] == three
    one = chapter_of(comparison_with_findings(), ReportOptions(severity=2))
    assert one.notes[1] == "There is 1 more finding below severity 2, which is not listed."
    assert len(chapter_of(comparison_with_findings(), ReportOptions(severity=1)).notes) == 1


def test_counts_stand_on_top() -> None:
    five = chapter_of(comparison_with_findings(), ReportOptions(severity=5))
    assert five.headline == "1 negation · 1 opposite · 1 exchange of roles"
    assert five.counts == dict.fromkeys(
        (FindingKind.NEGATION, FindingKind.ANTONYM, FindingKind.ROLES), 1
    )


def test_without_findings_it_says_what_was_looked_for() -> None:
    chapter = chapter_of(comparison_without_findings())
    assert chapter.headline == "No change of meaning found."
    assert chapter.notes[0].startswith("Looked for: ")
    assert chapter.counts == {}


def test_there_is_no_chapter_if_findings_were_not_looked_for_or_not_wanted() -> None:
    assert make_report(compare("One.", "Two.")).findings is None
    options = ReportOptions(findings=False)
    assert make_report(comparison_with_findings(), options).findings is None


def test_an_entry_has_both_passages_and_sets_off_the_words() -> None:
    entry = entry_of(FindingKind.NEGATION)
    assert entry.passage_text(Side.ORIGINAL) == "Some of them had not seen a steam engine before."
    assert [entry.words(side) for side in Side] == ["had not seen", "had seen"]
    assert entry.passage(Side.REWRITE)[1] == ("had seen", True)
    assert (entry.name, entry.where) == ("Negation", "¶ 2")
    assert entry.gravity == "severity 5, turned into the opposite"


def test_what_was_left_out_has_no_passage_in_the_rewrite() -> None:
    entry = entry_of(FindingKind.OMISSION)
    assert entry.passage(Side.REWRITE) == ()
    assert entry.words(Side.ORIGINAL) == "The key is under the stone."


def test_a_reason_does_not_say_the_kind_a_second_time() -> None:
    left_out, number = entry_of(FindingKind.OMISSION), entry_of(FindingKind.NUMBER)
    assert (left_out.name, left_out.reason) == ("Left out", "The key is under the stone.")
    assert (number.name, number.reason) == ("Number", "1874 became 1847")


def test_what_was_invented_stands_beside_the_sentence_it_was_added_to() -> None:
    entry = entry_of(FindingKind.INVENTION)
    assert entry.passage_text(Side.ORIGINAL) == "A bridge leads to it."
    assert [entry.words(side) for side in Side] == ["", "and a tunnel"]


def test_words_outside_the_sentences_of_the_link_have_their_own_sentence_around() -> None:
    comparison = with_findings(finding(Span(0, 3), Span(10, 13)))
    (entry,) = chapter_of(comparison).findings
    assert entry.passage_text(Side.REWRITE) == "Two went."
    assert entry.words(Side.REWRITE) == "Two"


def test_words_that_run_over_a_line_end_stand_in_one_line() -> None:
    comparison = with_findings(finding(None, Span(10, 26)))
    (entry,) = chapter_of(comparison).findings
    assert entry.words(Side.REWRITE) == "Two went.  A bel"


def test_of_a_selection_only_its_findings_are_listed() -> None:
    comparison = with_findings(
        finding(Span(0, 3), Span(0, 3)), finding(Span(23, 27), Span(23, 27), link=2)
    )
    options = ReportOptions(scope=Scope.SELECTION, selection=(Side.REWRITE, Span(22, 30)))
    (entry,) = chapter_of(comparison, options).findings
    assert entry.words(Side.ORIGINAL) == "bell"
    assert (entry.paragraph, entry.row) == (2, 2)


def test_a_paragraph_with_a_finding_counts_as_changed() -> None:
    options = ReportOptions(scope=Scope.CHANGED)
    assert make_report(with_findings(), options).rows == ()
    comparison = with_findings(finding(Span(23, 27), Span(23, 27), link=2))
    assert [row.number for row in make_report(comparison, options).rows] == [2]


def test_the_words_of_findings_are_runs_of_their_own_on_both_sides() -> None:
    report = make_report(comparison_with_findings())
    numbers = [entry.number for entry in report.findings.findings] if report.findings else []
    for side, words in ((Side.ORIGINAL, "had not seen"), (Side.REWRITE, "had seen")):
        runs = [r for row in report.rows for p in row.paragraphs(side) for r in p.runs]
        assert "".join(run.text for run in runs if run.findings == (1,)) == words
        assert {n for run in runs for n in run.findings} <= set(numbers)


def test_merged_texts_know_the_words_of_findings() -> None:
    report = make_report(comparison_with_findings())
    pieces = [piece for row in report.rows for piece in row.pieces if piece.findings == (1,)]
    assert "".join(piece.text or "" for piece in pieces) == "had not seen"


@pytest.mark.parametrize(
    ("original", "rewrite", "side", "places"),
    [
        (Span(0, 3), Span(10, 13), Side.ORIGINAL, [(0, 3, 1)]),
        (Span(0, 3), Span(10, 13), Side.REWRITE, [(10, 13, 1)]),
        (Span(0, 3), None, Side.REWRITE, []),
        (Span(0, 3), Span(4, 4), Side.REWRITE, []),
        (None, Span(4, 4), Side.REWRITE, [(3, 4, 1)]),
        (None, Span(0, 0), Side.REWRITE, []),
    ],
)
def test_where_a_finding_is_marked(
    original: Span | None, rewrite: Span | None, side: Side, places: list[tuple[int, int, int]]
) -> None:
    chapter = chapter_of(with_findings(finding(original, rewrite)))
    found = FoundPlaces(chapter, side).within(Span(0, 34))
    assert found == places


def test_places_are_found_by_position() -> None:
    comparison = with_findings(finding(None, Span(0, 19)), finding(None, Span(4, 8), severity=5))
    places = FoundPlaces(chapter_of(comparison), Side.REWRITE)
    assert [places.at(position) for position in (0, 3, 4, 7, 8, 18, 19)] == [
        (2,), (2,), (2, 1), (2, 1), (2,), (2,), (),
    ]  # fmt: skip
    assert FoundPlaces(None, Side.REWRITE).at(0) == ()
