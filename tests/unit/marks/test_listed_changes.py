from __future__ import annotations

import pytest

from facing_pages import compare
from facing_pages.core.both import Both
from facing_pages.marks.kinds import MarkStyle
from facing_pages.marks.listed_changes import ListedChange, listed_changes


def listed(original: str, rewrite: str) -> list[ListedChange]:
    comparison = compare(original, rewrite)
    documents = Both(comparison.original, comparison.rewrite)
    rows = documents.map(lambda document: list(range(len(document.paragraphs))))
    return listed_changes(documents, rows, comparison.alignment, comparison.changes)


@pytest.mark.parametrize(
    ("original", "rewrite", "style"),
    [
        ("The board saw the plan.", "The board had seen the plan.", MarkStyle.REWORDED),
        ("She went to town then.", "She went to the town then.", MarkStyle.LIGHT_ADDED),
        ("The board did approve it.", "The board did not approve it.", MarkStyle.ADDED),
        ("Only members may vote here.", "Members may vote here.", MarkStyle.REMOVED),
        ("Es war billig im Hafen.", "Es war nicht billig im Hafen.", MarkStyle.ADDED),
        ("Он пришёл домой вечером.", "Он не пришёл домой вечером.", MarkStyle.ADDED),
    ],
)
def test_function_words_have_a_thin_mark_unless_they_turn_the_sense(
    original: str, rewrite: str, style: MarkStyle
) -> None:
    assert style in {entry.style for entry in listed(original, rewrite)}


def test_changes_are_numbered_in_the_order_of_the_list() -> None:
    entries = listed("One lamp burned. It rained.", "Two lamps burned. It snowed. He left.")
    assert [entry.number for entry in entries] == list(range(len(entries)))
    assert len(entries) > 2


def test_figures_in_a_sentence_reworded_as_a_whole_have_marks_of_their_own() -> None:
    entries = listed(
        "In 2009 the firm bought the old ship for a million dollars on Tuesday.",
        "The company purchased a vessel for a billion in 2019, on Thursday it was.",
    )
    styles = [entry.style for entry in entries]
    assert styles == [MarkStyle.WHOLE_REWORDED, *[MarkStyle.REWORDED] * 3]


def test_sentences_behind_a_label_have_the_marks_of_whole_sentences() -> None:
    texts = (
        "ANNA: Mm-hm. And did she sell the bread?\nPAUL: No.",
        "Q: Did she sell the bread?\nA: No.",
    )
    turns = Both(*texts).map(lambda text: f"{text}\n{text}")
    styles = [entry.style for entry in listed(turns.original, turns.rewrite)]
    assert styles.count(MarkStyle.WHOLE_REMOVED) == 2
    first = "In 2009 the firm bought the old ship for a million dollars on Tuesday."
    second = "The company purchased a vessel for a billion in 2019, on Thursday it was."
    start = "ANNA: Mm-hm.\nPAUL: No.\nANNA: "
    assert listed(start + first, start + second)[0].style is MarkStyle.WHOLE_REWORDED
