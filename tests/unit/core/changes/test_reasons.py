from __future__ import annotations

import pytest

from facing_pages.core.changes.reasons import reason_and_confidence
from facing_pages.core.model import LinkReason
from tests.helpers.word_changes import link


def test_a_change_without_links_has_no_reason() -> None:
    assert reason_and_confidence([]) == (None, None)


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        ("equal", LinkReason.EQUAL),
        ("equal equal synonym", LinkReason.SYNONYM),
        ("form synonym synonym", LinkReason.SYNONYM),
        ("form synonym", LinkReason.SYNONYM),
        ("meaning form", LinkReason.MEANING),
    ],
)
def test_most_links_of_words_that_differ_give_the_reason(
    reasons: str, expected: LinkReason
) -> None:
    links = [link(n, n, LinkReason(reason)) for n, reason in enumerate(reasons.split())]
    assert reason_and_confidence(links)[0] is expected


def test_the_confidence_is_the_mean_of_all_links() -> None:
    links = [
        link(0, 0)._replace(confidence=1.0),
        link(1, 1, LinkReason.MEANING)._replace(confidence=0.5),
    ]
    assert reason_and_confidence(links) == (LinkReason.MEANING, 0.75)
