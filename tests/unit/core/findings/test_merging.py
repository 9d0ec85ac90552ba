from __future__ import annotations

from dataclasses import replace

from facing_pages.core.findings.merging import merged, not_named_otherwise, without_doubles
from facing_pages.core.model import Finding, FindingKind, Reason, Span


def finding(kind: FindingKind, start: int, confidence: float, link: int = 0) -> Finding:
    span = Span(start, start + 4)
    return Finding(kind, 4, None, span, link, confidence, Reason("{0}", (str(confidence),)))


def test_a_fact_that_two_sources_find_is_one_finding_with_the_higher_confidence() -> None:
    rule, read = finding(FindingKind.NUMBER, 10, 0.8), finding(FindingKind.NUMBER, 12, 0.9)
    (only,) = merged([rule], [read])
    assert (only.rewrite, only.confidence, str(only.reason)) == (Span(10, 14), 0.9, "0.8")


def test_other_kinds_places_and_links_stay() -> None:
    one = finding(FindingKind.NUMBER, 10, 0.8)
    others = [
        finding(FindingKind.DATE, 10, 0.7),
        finding(FindingKind.NUMBER, 14, 0.7),
        finding(FindingKind.NUMBER, 10, 0.7, link=1),
    ]
    assert len(merged([one], others)) == 4


def test_two_findings_of_one_source_stay_two() -> None:
    pair = [finding(FindingKind.TORN, 10, 0.8), finding(FindingKind.TORN, 12, 0.8)]
    assert len(merged(pair, [])) == 2


def test_findings_are_in_the_order_of_the_rewrite() -> None:
    late, soon = finding(FindingKind.NUMBER, 30, 0.8), finding(FindingKind.NAME, 3, 0.8)
    assert merged([late], [soon]) == [soon, late]


def test_an_added_word_that_is_a_name_is_only_that() -> None:
    name, added = finding(FindingKind.NAME, 10, 0.8), finding(FindingKind.INVENTION, 9, 0.9)
    assert merged([name], [added]) == [name]


def test_what_is_named_otherwise_at_the_same_words_is_not_named_again() -> None:
    rule, read = finding(FindingKind.MODALITY, 10, 0.7), finding(FindingKind.TENSE, 12, 0.9)
    assert list(not_named_otherwise([read], [rule])) == []
    assert list(not_named_otherwise([read], [finding(FindingKind.MODALITY, 16, 0.7)])) == [read]
    assert list(not_named_otherwise([read], [finding(FindingKind.TENSE, 10, 0.7)])) == [read]
    assert list(not_named_otherwise([read], [finding(FindingKind.QUOTATION, 10, 0.7)])) == [read]


def test_some_that_became_all_is_one_finding_and_graver() -> None:
    span = Span(0, 4)
    quantity = Finding(FindingKind.QUANTIFIER, 3, span, span, 0, 0.7, Reason("some, all"))
    opposite = Finding(FindingKind.ANTONYM, 5, span, span, 0, 0.9, Reason("opposites"))
    for findings in ([quantity, opposite], [opposite, quantity]):
        assert without_doubles(findings) == [replace(quantity, severity=4)]


def test_opposites_elsewhere_in_the_link_stay() -> None:
    quantity = Finding(FindingKind.QUANTIFIER, 3, Span(0, 4), Span(0, 3), 0, 0.7, Reason(""))
    opposite = Finding(FindingKind.ANTONYM, 5, Span(0, 4), Span(9, 12), 0, 0.9, Reason(""))
    assert without_doubles([quantity, opposite]) == [quantity, opposite]
