from __future__ import annotations

import pytest

from facing_pages.core.findings.cues import changed_cues, cues, cues_of
from facing_pages.core.findings.find import link_findings
from facing_pages.core.model import FindingKind
from tests.helpers.readings import reading_of, side_of


def changes(original: str, rewrite: str, family: str, language: str = "en") -> list[str]:
    reading = reading_of(original, rewrite, language)
    found = changed_cues(reading, cues_of(reading), family, ["doubt"])
    return [
        f"{change.side.value}: {reading.sides[change.side].quote(change.cue.words)}"
        for change in found
    ]


@pytest.mark.parametrize(
    ("original", "rewrite", "family", "gone"),
    [
        ("He may have won the race.", "He has won the race.", "doubt", "may have"),
        ("She tried to open the gate.", "She opened the gate.", "plan", "tried to"),
        ("Only the ferry was late.", "The ferry was late.", "limit", "Only"),
        ("He refused to pay the fine.", "He paid the fine.", "refusal", "refused to"),
        ("The bridge is safe, Tom said.", "The bridge is safe.", "report", "said"),
    ],
)
def test_a_cue_that_is_gone_is_found(original: str, rewrite: str, family: str, gone: str) -> None:
    assert changes(original, rewrite, family) == [f"original: {gone}"]
    assert changes(rewrite, original, family) == [f"rewrite: {gone}"]


@pytest.mark.parametrize(
    ("original", "rewrite", "family"),
    [
        ("He may have won the race.", "Perhaps he won the race.", "doubt"),
        ("Tom said the bridge is safe.", "The bridge is safe, according to Tom.", "report"),
        ("He may come. The gate was shut.", "The gate was shut.", "doubt"),
        ("Not only the ferry was late.", "The ferry was late.", "limit"),
    ],
)
def test_a_cue_that_is_answered_or_left_out_with_its_head_is_not(
    original: str, rewrite: str, family: str
) -> None:
    assert changes(original, rewrite, family) == []


def test_cues_of_german_are_known() -> None:
    original, rewrite = "Vielleicht kommt der Zug um acht.", "Der Zug kommt um acht."
    assert changes(original, rewrite, "doubt", "de") == ["original: Vielleicht"]


def test_the_longest_phrase_is_the_cue() -> None:
    side = side_of("At least he would have paid.")
    found = [(cue.family, side.quote(cue.words)) for cue in cues(side)]
    assert found == [("limit", "At least"), ("doubt", "would have")]


def test_reasons_say_what_became_of_a_statement() -> None:
    (modality,) = [
        f
        for f in link_findings(reading_of("He may win the race.", "He wins the race."))
        if f.kind is FindingKind.MODALITY
    ]
    assert str(modality.reason) == "the doubt is gone: may win became wins"
    (source,) = [
        f
        for f in link_findings(reading_of("The bridge is safe, Tom said.", "The bridge is safe."))
        if f.kind is FindingKind.ATTRIBUTION
    ]
    assert str(source.reason) == "said by others (Tom said), now stated as a fact"


def test_a_statement_that_became_a_question_is_found() -> None:
    (finding,) = link_findings(reading_of("The mill was sold.", "Was the mill sold?"))
    assert (finding.kind, str(finding.reason)) == (
        FindingKind.MODALITY,
        "a statement became a question",
    )


def kinds(original: str, rewrite: str) -> set[FindingKind]:
    return {finding.kind for finding in link_findings(reading_of(original, rewrite))}


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("The farm feeds about 90,000 homes.", "The farm feeds roughly 90,000 homes."),
        ("Only three men came.", "Just three men came."),
        ("The trial lasted two years at most.", "The trial lasted no longer than two years."),
        ("If the mower does not start, clean it.", "If the mower fails to start, clean it."),
        ("Milk can be preserved for weeks.", "Milk could be kept for weeks."),
        ("He remembered to lock the gate.", "He did not forget to lock the gate."),
    ],
)
def test_limits_refusals_and_abilities_in_other_words_are_no_findings(
    original: str, rewrite: str
) -> None:
    told = {FindingKind.QUANTIFIER, FindingKind.NEGATION, FindingKind.MODALITY}
    assert kinds(original, rewrite).isdisjoint(told)


@pytest.mark.parametrize(
    ("original", "rewrite", "kind"),
    [
        ("Only three men came.", "Three men came.", FindingKind.QUANTIFIER),
        ("The mower starts.", "The mower fails to start.", FindingKind.NEGATION),
        ("The milk is kept.", "The milk could be kept.", FindingKind.MODALITY),
    ],
)
def test_limits_refusals_and_doubts_of_one_side_are_findings(
    original: str, rewrite: str, kind: FindingKind
) -> None:
    assert kind in kinds(original, rewrite)
