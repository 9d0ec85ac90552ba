from __future__ import annotations

from collections.abc import Sequence

import pytest

from facing_pages import compare
from facing_pages.core.both import Both
from facing_pages.core.model import Change, ChangeKind, LinkReason, Side, Span
from facing_pages.marks.kinds import MarkStyle, ViewKind
from facing_pages.marks.listed_changes import ListedChange, listed_changes
from tests.helpers.made_pairs import (
    MadeChange,
    made_alignment,
    made_changes,
    made_document,
    span_of,
)

# A change as a test shows it: its style, and its words on both sides, "" for a side without any.
VisibleMarks = tuple[MarkStyle, str, str]


def listed(original: str, rewrite: str) -> list[ListedChange]:
    comparison = compare(original, rewrite)
    documents = Both(comparison.original, comparison.rewrite)
    rows = documents.map(lambda document: list(range(len(document.paragraphs))))
    return listed_changes(documents, rows, comparison.alignment, comparison.changes)


@pytest.mark.parametrize(
    ("original", "rewrite", "style"),
    [
        ("The board saw the plan.", "The board had seen the plan.", MarkStyle.FORM),
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


FRENCH = " La maison était vide depuis des années, et la mer montait."


@pytest.mark.parametrize(
    ("original", "rewrite", "word", "style"),
    [
        ("Il peut venir ce soir.", "Il ne peut plus venir ce soir.", "plus", MarkStyle.ADDED),
        ("Il ne peut plus venir ici.", "Il peut venir ici.", "plus", MarkStyle.REMOVED),
        ("Elle voit la mer.", "Elle ne voit que la mer.", "que", MarkStyle.ADDED),
        ("Il n'a vu le port.", "Il n'a plus vu le port.", "plus", MarkStyle.ADDED),
        ("La mer est belle.", "La mer est plus belle.", "plus", MarkStyle.LIGHT_ADDED),
        (
            "Il ne voit pas la belle mer.",
            "Il ne voit pas la plus belle mer.",
            "plus",
            MarkStyle.LIGHT_ADDED,
        ),
        (
            "Il ne dort, la mer est là.",
            "Il ne dort, plus la mer est là.",
            "plus",
            MarkStyle.LIGHT_ADDED,
        ),
    ],
)
def test_the_second_part_of_a_negation_has_the_full_mark(
    original: str, rewrite: str, word: str, style: MarkStyle
) -> None:
    texts = (original + FRENCH, rewrite + FRENCH)
    entries = {
        span.of(text): entry.style
        for entry in listed(*texts)
        for span, text in zip((entry.original, entry.rewrite), texts, strict=True)
        if span is not None
    }
    assert entries[word] is style


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


# --- from links and changes that a test writes down ------------------------------------------


def made(
    original: str,
    rewrite: str,
    links: str,
    changes: Sequence[MadeChange] = (),
    *,
    paragraphs: str = "0=0",
    rows: tuple[list[int], list[int]] = ([0, 1, 2], [0, 1, 2]),
) -> list[ListedChange]:
    """Return the list of changes; paragraphs stand in rows of their own number unless told."""
    documents = Both(made_document(original), made_document(rewrite))
    alignment = made_alignment(documents, links, paragraphs)
    found = made_changes(documents, alignment, changes)
    return listed_changes(documents, Both(*rows), alignment, found)


def shown(entries: list[ListedChange], original: str, rewrite: str) -> list[VisibleMarks]:
    return [
        (
            entry.style,
            entry.original.of(original) if entry.original else "",
            entry.rewrite.of(rewrite) if entry.rewrite else "",
        )
        for entry in entries
    ]


LAMP = ("Keepers lit the old lamp.", "Keepers lit the new lantern.")


@pytest.mark.parametrize(
    ("kind", "was", "now", "style", "view_kind"),
    [
        ("reworded", "old lamp", "new lantern", MarkStyle.REWORDED, ViewKind.REWORDED),
        ("reworded", *LAMP, MarkStyle.WHOLE_REWORDED, ViewKind.REWORDED),
        # Nearly the whole of a side is not all of it.
        ("reworded", LAMP[0], "Keepers lit the new lantern", MarkStyle.REWORDED, ViewKind.REWORDED),
        ("reworded", LAMP[0], "lit the new lantern.", MarkStyle.REWORDED, ViewKind.REWORDED),
        ("reworded", "Keepers lit the old lamp", LAMP[1], MarkStyle.REWORDED, ViewKind.REWORDED),
        ("form", *LAMP, MarkStyle.FORM, ViewKind.REWORDED),
        ("removed", "old", "", MarkStyle.REMOVED, ViewKind.REMOVED),
        ("removed", "the", "", MarkStyle.LIGHT_REMOVED, ViewKind.REMOVED),
        ("removed", "the old", "", MarkStyle.REMOVED, ViewKind.REMOVED),
        ("added", "", "new", MarkStyle.ADDED, ViewKind.ADDED),
        ("added", "", "the", MarkStyle.LIGHT_ADDED, ViewKind.ADDED),
        ("added", "", "the new", MarkStyle.ADDED, ViewKind.ADDED),
        ("reordered", "old", "new", MarkStyle.REORDERED, ViewKind.REWORDED),
        ("typography", "lamp.", "lantern.", MarkStyle.MINOR, ViewKind.MINOR),
    ],
)
def test_a_change_of_words_has_a_style_and_a_kind(
    kind: str, was: str, now: str, style: MarkStyle, view_kind: ViewKind
) -> None:
    (entry,) = made(*LAMP, "0=0", [(kind, was, now)])
    assert shown([entry], *LAMP) == [(style, was, now)]
    assert entry.kind is view_kind


def test_a_sentence_without_a_counterpart_is_removed_or_added_as_a_whole() -> None:
    texts = ("It rained. The lamp burned.", "It rained.\n\nThe boat came.")
    changes = [("removed", "The lamp burned.", ""), ("added", "", "The boat came.")]
    entries = made(*texts, "0=0 1=- -=1", changes, paragraphs="0=0 -=1")
    assert shown(entries, *texts) == [
        (MarkStyle.WHOLE_REMOVED, "The lamp burned.", ""),
        (MarkStyle.WHOLE_ADDED, "", "The boat came."),
    ]
    assert [(entry.row, entry.other_row) for entry in entries] == [(0, 0), (1, 1)]


def test_a_change_keeps_the_reason_and_the_confidence_of_its_links() -> None:
    documents = Both(*map(made_document, LAMP))
    alignment = made_alignment(documents, "0=0")
    spans = (span_of(LAMP[0], "lamp"), span_of(LAMP[1], "lantern"))
    change = Change(ChangeKind.REWORDED, *spans, 0, LinkReason.SYNONYM, 0.75)
    (entry,) = listed_changes(documents, Both([3], [4]), alignment, [change])
    assert (entry.reason, entry.confidence) == (LinkReason.SYNONYM, 0.75)
    assert (entry.row, entry.other_row, entry.link) == (3, 4, 0)
    assert (entry.span(Side.ORIGINAL), entry.span(Side.REWRITE)) == spans


def test_a_phrase_in_another_sentence_of_the_rewrite_moved() -> None:
    texts = ("At night it rained. She slept.", "It rained. She slept at night.")
    (entry,) = made(*texts, "0=0 1=1", [("reordered", "At night", "at night")])
    assert shown([entry], *texts) == [(MarkStyle.MOVED_PHRASE, "At night", "at night")]
    assert entry.kind is ViewKind.MOVED


@pytest.mark.parametrize(
    ("rewrite", "links", "wanted"),
    [
        # Two that follow one another on both sides moved as one.
        (
            "She slept. It rained. It snowed.",
            "0~1 1~2 2=0",
            [("It rained. It snowed.", "It rained. It snowed.")],
        ),
        # On one side only they are two.
        (
            "It snowed. It rained. She slept.",
            "0~1 1~0 2=2",
            [("It rained.", "It rained."), ("It snowed.", "It snowed.")],
        ),
        (
            "It rained. She slept. It snowed.",
            "0~0 1~2 2=1",
            [("It rained.", "It rained."), ("It snowed.", "It snowed.")],
        ),
        # A sentence between them that stayed divides them, too.
        (
            "It snowed. It rained. She slept.",
            "0~1 1=0 2~2",
            [("It rained.", "It rained."), ("She slept.", "She slept.")],
        ),
    ],
)
def test_moved_sentences_that_follow_one_another_on_both_sides_are_one(
    rewrite: str, links: str, wanted: list[tuple[str, str]]
) -> None:
    original = "It rained. It snowed. She slept."
    entries = made(original, rewrite, links)
    moved = [(MarkStyle.MOVED, *words) for words in wanted]
    assert shown(entries, original, rewrite) == moved
    assert {entry.kind for entry in entries} == {ViewKind.MOVED}


@pytest.mark.parametrize("links", ["0+1~1+2 2~3 3=0", "0~1 1+2~2+3 3=0"])
def test_links_of_several_sentences_are_one_block_where_they_meet(links: str) -> None:
    original = "It rained. It snowed. It froze. She slept."
    rewrite = "She slept. It rained. It snowed. It froze."
    (moved,) = [entry for entry in made(original, rewrite, links) if entry.kind is ViewKind.MOVED]
    assert shown([moved], original, rewrite) == [
        (MarkStyle.MOVED, "It rained. It snowed. It froze.", "It rained. It snowed. It froze.")
    ]


def test_links_of_several_sentences_that_do_not_meet_are_two_blocks() -> None:
    original = "It rained. It snowed. It froze. It thawed. She slept."
    rewrite = "She slept. It froze. It thawed. It rained. It snowed."
    entries = made(original, rewrite, "0+1~3+4 2+3~1+2 4=0")
    moved = [entry for entry in entries if entry.kind is ViewKind.MOVED]
    assert shown(moved, original, rewrite) == [
        (MarkStyle.MOVED, "It rained. It snowed.", "It rained. It snowed."),
        (MarkStyle.MOVED, "It froze. It thawed.", "It froze. It thawed."),
    ]


def test_a_block_of_moved_sentences_has_the_link_and_the_row_of_its_first() -> None:
    original = "She slept.\n\nIt rained. It snowed."
    rewrite = "It rained. It snowed.\n\nShe slept."
    (entry,) = made(original, rewrite, "0=2 1~0 2~1", paragraphs="0=1 1~0")
    assert (entry.link, entry.row, entry.other_row) == (1, 1, 0)


def test_paragraphs_and_sentences_that_split_or_merged_are_listed() -> None:
    original = "It rained and froze. She slept. She woke."
    rewrite = "It rained. It froze.\n\nShe slept and woke."
    entries = made(original, rewrite, "0=0+1 1+2=2", paragraphs="0=0+1")
    assert shown(entries, original, rewrite) == [
        (MarkStyle.NONE, original, rewrite),
        (MarkStyle.NONE, "It rained and froze.", "It rained. It froze."),
        (MarkStyle.NONE, "She slept. She woke.", "She slept and woke."),
    ]
    assert [(entry.kind, entry.link) for entry in entries] == [
        (ViewKind.SPLIT, -1),
        (ViewKind.SPLIT, 0),
        (ViewKind.SPLIT, 1),
    ]


def test_regrouped_sentences_are_listed_and_reworded_ones_are_not() -> None:
    original, rewrite = "It rained. She slept.", "She slept as it rained. It froze."
    (entry,) = made(original, rewrite, "0+1=0+1")
    assert shown([entry], original, rewrite) == [(MarkStyle.NONE, original, rewrite)]
    assert made(original, rewrite, "0=0 1=1") == []


# --- sentences in a row that were removed or added together ----------------------------------


def test_removed_sentences_that_follow_one_another_are_one_change() -> None:
    original = "It rained. It snowed. It froze. She slept."
    removed = [("removed", f"It {verb}.", "") for verb in ("rained", "snowed", "froze")]
    (entry,) = made(original, "She slept.", "0=- 1=- 2=- 3=0", removed)
    assert entry.original == Span(0, len("It rained. It snowed. It froze."))
    assert (entry.rewrite, entry.style) == (None, MarkStyle.WHOLE_REMOVED)


def test_added_sentences_that_follow_one_another_are_one_change() -> None:
    rewrite = "She slept. It rained. It snowed."
    added = [("added", "", "It rained."), ("added", "", "It snowed.")]
    (entry,) = made("She slept.", rewrite, "0=0 -=1 -=2", added)
    assert entry.rewrite == span_of(rewrite, "It rained. It snowed.")
    assert (entry.original, entry.style) == (None, MarkStyle.WHOLE_ADDED)


@pytest.mark.parametrize(
    ("original", "links", "rows"),
    [
        ("It rained. She slept. It snowed.", "0=- 1=0 2=-", [0]),  # a sentence between them
        ("It rained.\n\nIt snowed. She slept.", "0=- 1=- 2=0", [0, 1]),  # another row
        ("It rained.\n\nIt snowed. She slept.", "0=- 1=- 2=0", [0, 0]),  # another paragraph
    ],
)
def test_removed_sentences_with_something_between_them_are_two(
    original: str, links: str, rows: list[int]
) -> None:
    removed = [("removed", "It rained.", ""), ("removed", "It snowed.", "")]
    entries = made(original, "She slept.", links, removed, rows=(rows, [1]))
    assert [entry.original for entry in entries] == [
        span_of(original, "It rained."),
        span_of(original, "It snowed."),
    ]


def test_words_that_are_removed_behind_one_another_stay_two() -> None:
    texts = ("The old red lamp burned.", "The lamp burned.")
    entries = made(*texts, "0=0", [("removed", "old", ""), ("removed", "red", "")])
    assert [style for style, _, _ in shown(entries, *texts)] == [MarkStyle.REMOVED] * 2


# --- the order of the list -------------------------------------------------------------------


def test_changes_go_by_row_then_by_place_and_the_stronger_comes_first() -> None:
    original = "The lamp burned. It rained all day.\n\nShe slept."
    rewrite = "A light shone. It rained. It was day.\n\nHe slept."
    entries = made(
        original,
        rewrite,
        "0=0 1=1+2 2=3",
        [
            ("reworded", "She", "He"),
            ("reworded", "It rained all", "It was"),
            ("reworded", "The lamp", "A light"),
        ],
        paragraphs="0=0 1=1",
    )
    assert shown(entries, original, rewrite) == [
        (MarkStyle.REWORDED, "The lamp", "A light"),
        (MarkStyle.REWORDED, "It rained all", "It was"),
        (MarkStyle.NONE, "It rained all day.", "It rained. It was day."),
        (MarkStyle.LIGHT_REWORDED, "She", "He"),
    ]
    assert [entry.number for entry in entries] == [0, 1, 2, 3]


def test_a_change_stands_in_the_row_of_the_original_if_it_has_a_place_there() -> None:
    texts = ("It rained.", "It rained.\n\nShe slept.")
    entries = made(
        *texts,
        "0=0 -=1",
        [("added", "", "She slept."), ("reworded", "rained", "rained")],
        paragraphs="0=0 -=1",
        rows=([0], [7, 9]),
    )
    assert [(entry.row, entry.other_row) for entry in entries] == [(0, 7), (9, 9)]


def test_what_was_added_at_the_start_has_the_first_row() -> None:
    texts = ("She slept.", "It rained.\n\nShe slept.")
    added = [("added", "", "It rained.")]
    (entry,) = made(*texts, "-=0 0=1", added, paragraphs="-=0 0=1", rows=([1], [0, 1]))
    assert (entry.row, entry.other_row) == (0, 0)


def test_the_number_of_an_item_is_no_wording() -> None:
    entries = listed(
        "1. Peel the potatoes.\n2. Fry the onions.\n3. Add the stock.",
        "1. Fry the onions.\n2. Peel the potatoes.\n3. Add the stock.",
    )
    kinds = [entry.kind for entry in entries]
    assert ViewKind.REWORDED not in kinds
    assert ViewKind.MOVED in kinds
    numbers = [entry for entry in entries if entry.kind is ViewKind.MINOR]
    assert {entry.style for entry in numbers} == {MarkStyle.MINOR}
    assert len(numbers) == 2
