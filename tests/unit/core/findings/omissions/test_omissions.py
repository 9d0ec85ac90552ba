from __future__ import annotations

import pytest

from facing_pages.core.findings.find import link_findings
from facing_pages.core.model import FindingKind, Side
from tests.helpers.readings import reading_of, whole_reading_of

ONE_SIDED = {FindingKind.OMISSION: Side.ORIGINAL, FindingKind.INVENTION: Side.REWRITE}


def found(original: str, rewrite: str, language: str = "en") -> list[tuple[str, str]]:
    texts = {Side.ORIGINAL: original, Side.REWRITE: rewrite}
    result = []
    for finding in link_findings(reading_of(original, rewrite, language)):
        if finding.kind in ONE_SIDED:
            side = ONE_SIDED[finding.kind]
            span = finding.span(side)
            assert span is not None
            result.append((finding.kind.value, span.of(texts[side])))
    return result


def test_a_phrase_that_is_missing_is_left_out() -> None:
    original = "The harbour office closed in March because of the flood in the valley."
    rewrite = "The harbour office closed in March."
    ((kind, words),) = found(original, rewrite)
    assert kind == "omission"
    assert "flood" in words


def test_a_word_that_only_the_rewrite_has_is_invented() -> None:
    original = "The captain sold his boat to the fishermen of the village."
    rewrite = "The captain sold his stolen boat to the fishermen of the village."
    assert found(original, rewrite) == [("invention", "stolen")]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("The boat was repaired by the old fisherman.", "The old fisherman repaired the boat."),
        ("On Monday the mill was sold.", "The mill was sold on Monday."),
        ("The mill was purchased quickly.", "The mill was bought fast."),
    ],
)
def test_what_is_said_otherwise_or_elsewhere_is_not_left_out(original: str, rewrite: str) -> None:
    assert found(original, rewrite) == []


def test_words_of_unknown_languages_are_not_judged() -> None:
    assert found("Лодка старая стояла у реки весной.", "Лодка стояла у реки.", "ru") == []


def test_a_sentence_that_is_missing_counts_by_what_it_says() -> None:
    original = "The mill burned down. He nodded. Anna Berg sold 400 tons of flour to Sweden."
    readings = whole_reading_of(original, "The mill burned down.")
    severities = [f.severity for reading in readings for f in link_findings(reading)]
    assert severities == [2, 4]
