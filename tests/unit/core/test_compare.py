from __future__ import annotations

import pytest

from facing_pages import (
    Cancelled,
    Level,
    Options,
    Pin,
    ReadingError,
    compare,
    document_from_text,
)
from facing_pages.core.progress import Stage

ONE = "The harbour was quiet when she came down to it. Nobody had told her.\n\nIt rained."
TWO = "The harbour was silent when she came down to it. Nobody told her.\n\nIt rained."


class StopAfter:
    def __init__(self, calls: int) -> None:
        self.left = calls

    def is_cancelled(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_progress_runs_through_the_stages() -> None:
    reports: list[tuple[Stage, float]] = []
    compare(ONE, TWO, progress=lambda stage, share: reports.append((stage, share)))
    assert reports[0] == (Stage.ALIGNING, 0.0)
    assert reports[-1] == (Stage.WORDS, 1.0)


@pytest.mark.parametrize("calls", [0, 1, 2])
def test_a_comparison_can_be_cancelled_between_steps(calls: int) -> None:
    with pytest.raises(Cancelled):
        compare(ONE, TWO, cancel=StopAfter(calls))


def test_without_words_changes_name_whole_sentences() -> None:
    comparison = compare(ONE, TWO, options=Options(level=Level.SENTENCES))
    assert all(not link.words for link in comparison.alignment.links)
    changed = [c.original.of(comparison.original.text) for c in comparison.changes if c.original]
    assert changed == ["The harbour was quiet when she came down to it.", "Nobody had told her."]


def test_a_blank_text_is_refused() -> None:
    with pytest.raises(ReadingError):
        compare(ONE, " \n ")


def test_the_same_pair_gives_the_same_result() -> None:
    assert compare(ONE, TWO) == compare(ONE, TWO)


ENDS = "He left the U.S. Everybody called him at once."
NO_END = "He left the U.S. Operators called him at once."


def test_an_end_of_a_sentence_is_found_in_both_texts() -> None:
    links = compare(ENDS, NO_END).alignment.links
    assert [(link.original, link.rewrite) for link in links] == [((0,), (0,)), ((1,), (1,))]


def test_pins_keep_the_sentences_of_documents_they_are_numbered_by() -> None:
    documents = [document_from_text(text) for text in (ENDS, NO_END)]
    comparison = compare(*documents, pins=[Pin((0, 1), (0,))])
    assert [(link.original, link.rewrite) for link in comparison.alignment.links] == [
        ((0, 1), (0,))
    ]


def test_pins_of_texts_name_the_sentences_of_their_comparison() -> None:
    links = compare(ENDS, NO_END, pins=[Pin((0,), (1,)), Pin((1,), (0,))]).alignment.links
    assert {(link.original, link.rewrite) for link in links} == {((0,), (1,)), ((1,), (0,))}
