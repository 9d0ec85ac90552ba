from __future__ import annotations

import pytest

from facing_pages import compare
from facing_pages.core.both import Both
from facing_pages.core.model import Change, ChangeKind, Span
from facing_pages.marks.change_styles import MIN_LONG_WORDS, ChangeStyles
from facing_pages.marks.kinds import MarkStyle

REWORDED, REMOVED, ADDED = ChangeKind.REWORDED, ChangeKind.REMOVED, ChangeKind.ADDED


def style(original: str, rewrite: str, kind: ChangeKind, was: str, became: str) -> MarkStyle:
    """Return the style of one change between two sentences."""
    comparison = compare(original, rewrite)
    styles = ChangeStyles(Both.of(comparison.document), comparison.alignment)
    spans = [
        Span(text.index(words), text.index(words) + len(words)) if words else None
        for text, words in ((original, was), (rewrite, became))
    ]
    return styles.style(Change(kind, spans[0], spans[1], 0))


@pytest.mark.parametrize(
    ("kind", "was", "became", "wanted"),
    [
        (REWORDED, "in", "at", MarkStyle.LIGHT_REWORDED),
        (REWORDED, "old", "grey", MarkStyle.REWORDED),
        (REWORDED, "in the old", "at the grey", MarkStyle.REWORDED),
        # The modal turns the sense.
        (REWORDED, "will", "may", MarkStyle.REWORDED),
        (REMOVED, "the", "", MarkStyle.LIGHT_REMOVED),
        (REMOVED, "the old", "", MarkStyle.REMOVED),
        (ADDED, "", "at", MarkStyle.LIGHT_ADDED),
        (ADDED, "", "not", MarkStyle.ADDED),
        (ChangeKind.FORM, "house", "houses", MarkStyle.FORM),
        (ChangeKind.TYPOGRAPHY, ".", ".", MarkStyle.MINOR),
    ],
)
def test_only_function_words_that_turn_no_sense_are_light(
    kind: ChangeKind, was: str, became: str, wanted: MarkStyle
) -> None:
    original = "He will wait in the old house with his aunt until noon."
    rewrite = "He may not wait at the grey houses with his aunt until noon."
    assert style(original, rewrite, kind, was, became) is wanted


@pytest.mark.parametrize(
    ("original", "rewrite", "was", "became"),
    [
        ("They met before the long war.", "They met after the long war.", "before", "after"),
        ("Sie sprachen vor dem Essen.", "Sie sprachen nach dem Essen.", "vor", "nach"),
        ("Ils sont venus avant la nuit.", "Ils sont venus après la nuit.", "avant", "après"),
        ("عاد الجميع قبل الغروب إلى البيت.", "عاد الجميع بعد الغروب إلى البيت.", "قبل", "بعد"),
        ("Они пришли до обеда в школу.", "Они пришли после обеда в школу.", "до", "после"),
    ],
)
def test_function_words_that_say_the_opposite_are_not_light(
    original: str, rewrite: str, was: str, became: str
) -> None:
    assert style(original, rewrite, REWORDED, was, became) is MarkStyle.REWORDED
    assert style(rewrite, original, REWORDED, became, was) is MarkStyle.REWORDED


def test_each_side_has_the_function_words_of_its_language() -> None:
    original = "Der alte Hafen war still, als sie zu ihm kam, und niemand sprach."
    rewrite = "Der alte Hafen war still, als sie bei ihm stand, und niemand sprach."
    assert style(original, rewrite, REWORDED, "zu", "bei") is MarkStyle.LIGHT_REWORDED
    assert style(original, rewrite, REWORDED, "kam", "stand") is MarkStyle.REWORDED


def test_a_run_is_long_from_seven_words_on_punctuation_not_counted() -> None:
    run = "slowly, quietly, gladly, kindly, boldly, badly"
    original = f"She walked {run}, sadly home along the river, and nobody saw her go."
    rewrite = "She walked home along the river, and nobody saw her go."
    assert len(run.split(", ")) == MIN_LONG_WORDS - 1
    assert style(original, rewrite, REMOVED, run, "") is MarkStyle.REMOVED
    assert style(original, rewrite, REMOVED, f"{run}, sadly", "") is MarkStyle.LONG_REMOVED
    assert style(rewrite, original, ADDED, "", f"{run}, sadly") is MarkStyle.LONG_ADDED


def test_a_change_of_all_sentences_of_a_link_is_whole() -> None:
    original, rewrite = "It rained.", "Snow fell."
    assert style(original, rewrite, REWORDED, original, rewrite) is MarkStyle.WHOLE_REWORDED
