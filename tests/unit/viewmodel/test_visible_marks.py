from __future__ import annotations

from functools import cache

import pytest

from facing_pages.core.model import LinkKind, Side, Span
from facing_pages.marks.kinds import MarkStyle, ViewKind, Weight
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.modes import MarkLevel
from facing_pages.viewmodel.pair_view import LINK_KINDS, PairView
from facing_pages.viewmodel.table_columns import ChangeColumn, RowColumn
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_pairs import made_pair
from tests.helpers.pair_views import pair_of

ORIGINAL = (
    "The lamp was quiet. Nobody came very slowly. It snowed.\n\n"
    "The keeper sold his telescope. He wept.\n\n"
    "Four goats ate the hedge.\n\n"
    "Rain fell."
)
REWRITE = (
    "Rain fell.\n\n"
    "The lamp was silent. Nobody came. It snowed. Then it thawed.\n\n"
    "A dog barked.\n\n"
    "Four goats ate the hedge."
)
KINDS = frozenset(ViewKind)


@cache
def pages() -> PairView:
    """Return words, sentences and paragraphs that changed, and a paragraph that moved."""
    return made_pair(
        ORIGINAL,
        REWRITE,
        "0=1 1=2 2=3 3=- 4=- 5=6 6~0 -=4 -=5",
        paragraphs="0=1 1=- 2=3 3~0 -=2",
        changes=[
            ("reworded", "quiet", "silent"),
            ("typography", "lamp", "lamp"),
            ("removed", "very slowly", ""),
            ("added", "", "Then it thawed."),
            ("removed", "The keeper sold his telescope.", ""),
            ("removed", "He wept.", ""),
            ("added", "", "A dog barked."),
        ],
    )


def marked(level: MarkLevel, kinds: frozenset[ViewKind] = KINDS) -> list[tuple[str, str, str]]:
    """Return the style of every mark, and its words on both sides."""
    shown = VisibleMarks(pages(), Filter(kinds, level, Weight.PUNCTUATION))
    found = []
    for number in range(len(shown.table)):
        entry = shown.entry(number)
        words = [
            span.of(pages().text(side).text) if (span := entry.span(side)) else "" for side in Side
        ]
        found.append((entry.style.name, words[0], words[1]))
    return found


def test_nothing_is_marked_at_the_lowest_level() -> None:
    assert marked(MarkLevel.OFF) == []


def test_words_are_marked_as_they_are_listed() -> None:
    assert marked(MarkLevel.WORDS) == [
        ("MINOR", "lamp", "lamp"),
        ("REWORDED", "quiet", "silent"),
        ("REMOVED", "very slowly", ""),
        ("WHOLE_ADDED", "", "Then it thawed."),
        ("WHOLE_REMOVED", "The keeper sold his telescope. He wept.", ""),
        ("WHOLE_ADDED", "", "A dog barked."),
        ("MOVED", "Rain fell.", "Rain fell."),
    ]


def test_a_kind_that_is_not_shown_is_not_marked() -> None:
    shown = frozenset({ViewKind.REWORDED, ViewKind.ADDED})
    assert [style for style, _, _ in marked(MarkLevel.WORDS, shown)] == [
        "REWORDED",
        "WHOLE_ADDED",
        "WHOLE_ADDED",
    ]


def test_a_split_is_listed_but_never_marked() -> None:
    split = made_pair("It rained all day.", "It rained. All day.", "0=0+1")
    assert len(split.changes) == 1
    assert len(VisibleMarks(split, Filter(KINDS)).table) == 0


def test_a_pair_of_sentences_with_any_change_is_marked_as_a_whole() -> None:
    assert marked(MarkLevel.SENTENCES) == [
        ("WHOLE_ADDED", "", "Then it thawed."),
        ("WHOLE_REMOVED", "The keeper sold his telescope. He wept.", ""),
        ("WHOLE_ADDED", "", "A dog barked."),
        ("MOVED", "Rain fell.", "Rain fell."),
        ("WHOLE_REWORDED", "The lamp was quiet.", "The lamp was silent."),
        ("WHOLE_REWORDED", "Nobody came very slowly.", "Nobody came."),
    ]


def test_a_marked_sentence_knows_its_kind_and_its_link() -> None:
    shown = VisibleMarks(pages(), Filter(KINDS, MarkLevel.SENTENCES))
    entries = [shown.entry(number) for number in range(len(shown.table))]
    found = [(entry.kind, entry.link) for entry in entries if entry.original and entry.rewrite]
    assert found == [(ViewKind.MOVED, 6), (ViewKind.REWORDED, 0), (ViewKind.REWORDED, 1)]
    assert all(entry.reason is None and entry.confidence is None for entry in entries)


def test_sentences_are_marked_from_the_first_to_the_last_of_their_link() -> None:
    merged = made_pair(
        "It rained. It snowed.",
        "It rained and froze.",
        "0+1=0",
        changes=[("reworded", "snowed", "froze")],
    )
    shown = VisibleMarks(merged, Filter(KINDS, MarkLevel.SENTENCES))
    assert [shown.entry(n)[2:4] for n in range(len(shown.table))] == [((0, 21), (0, 20))]


def test_a_sentence_whose_only_change_is_of_a_hidden_kind_is_not_marked() -> None:
    found = marked(MarkLevel.SENTENCES, frozenset({ViewKind.REWORDED}))
    assert found == [("WHOLE_REWORDED", "The lamp was quiet.", "The lamp was silent.")]


@pytest.mark.parametrize(
    ("original", "rewrite", "links", "change"),
    [
        ("It rained. It snowed.", "It rained.", "0=0 1=-", ("removed", "snowed", "")),
        ("It rained.", "It rained. It snowed.", "0=0 -=1", ("added", "", "snowed")),
    ],
)
def test_words_of_a_sentence_without_a_counterpart_mark_no_pair(
    original: str, rewrite: str, links: str, change: tuple[str, str, str]
) -> None:
    alone = made_pair(original, rewrite, links, changes=[change])
    shown = VisibleMarks(alone, Filter(KINDS, MarkLevel.SENTENCES))
    assert len(shown.table) == 0


def test_of_paragraphs_those_alone_and_moved_are_marked() -> None:
    assert marked(MarkLevel.PARAGRAPHS) == [
        ("MOVED", "Rain fell.", "Rain fell."),
        ("WHOLE_REMOVED", "The keeper sold his telescope. He wept.", ""),
        ("WHOLE_ADDED", "", "A dog barked."),
    ]


@pytest.mark.parametrize(
    ("kind", "style"),
    [
        (ViewKind.MOVED, "MOVED"),
        (ViewKind.REMOVED, "WHOLE_REMOVED"),
        (ViewKind.ADDED, "WHOLE_ADDED"),
    ],
)
def test_paragraphs_of_a_kind_are_marked_only_if_it_is_shown(kind: ViewKind, style: str) -> None:
    only = marked(MarkLevel.PARAGRAPHS, frozenset({kind}))
    others = marked(MarkLevel.PARAGRAPHS, KINDS - {kind})
    assert {entry[0] for entry in only} == {style}
    assert style not in {entry[0] for entry in others}


def test_a_marked_paragraph_knows_its_row_and_its_kind() -> None:
    shown = VisibleMarks(pages(), Filter(KINDS, MarkLevel.PARAGRAPHS))
    removed, added = (shown.entry(n) for n in (1, 2))
    assert removed == (
        ViewKind.REMOVED,
        MarkStyle.WHOLE_REMOVED,
        Span(57, 96),
        None,
        2,
        2,
        -1,
        None,
        None,
        1,
    )
    assert (added.kind, added.original, added.row, added.other_row, added.link) == (
        ViewKind.ADDED,
        None,
        3,
        3,
        -1,
    )


def test_a_sentence_that_moved_inside_paragraphs_that_stayed_is_no_moved_paragraph() -> None:
    inside = made_pair(
        "It rained. It snowed. It froze.", "It froze. It rained. It snowed.", "0=1 1=2 2~0"
    )
    words = VisibleMarks(inside, Filter(KINDS))
    paragraphs = VisibleMarks(inside, Filter(KINDS, MarkLevel.PARAGRAPHS))
    assert (len(words.table), len(paragraphs.table)) == (1, 0)


def test_the_marks_of_a_side_lead_to_the_table() -> None:
    shown = VisibleMarks(pages(), Filter(KINDS, MarkLevel.SENTENCES))
    first, *_ = shown.marks.original.marks.tolist()
    assert first == [0, 19, MarkStyle.WHOLE_REWORDED, 4]
    assert shown.entry(first[3]).rewrite == shown.pages.sentence_span(Side.REWRITE, 1)


def test_a_word_without_a_link_marks_no_sentence() -> None:
    pair = made_pair("It rained.", "It poured.", "0=0", changes=[("reworded", "rained", "poured")])
    pair.changes.table[:, ChangeColumn.LINK] = -1
    assert len(VisibleMarks(pair, Filter(KINDS, MarkLevel.SENTENCES)).table) == 0


def test_half_a_move_is_not_marked_as_removed() -> None:
    pair = made_pair(
        "It rained.\n\nIt snowed.", "It snowed.\n\nIt rained.", "0=1 1~0", paragraphs="0=1 1~0"
    )
    half = 2
    assert pair.rows.row(half).partner == 0
    pair.rows.rows[half, RowColumn.KIND] = LINK_KINDS.index(LinkKind.REMOVED)
    shown = VisibleMarks(pair, Filter(KINDS, MarkLevel.PARAGRAPHS))
    assert [shown.entry(n).style for n in range(len(shown.table))] == [MarkStyle.MOVED]


def reworded_rows(count: int, of: int) -> PairView:
    """Return a pair of some paragraphs of which the first ones were reworded."""
    pairs = [
        ("It rained hard.", "It poured hard." if n < count else "It rained hard.")
        for n in range(of)
    ]
    texts = ["\n\n".join(side) for side in zip(*pairs, strict=True)]
    return pair_of(texts[0], texts[1])


@pytest.mark.parametrize(
    ("count", "of", "usual"),
    [
        (4, 4, ViewKind.REWORDED),
        (4, 7, ViewKind.REWORDED),
        # Half of the rows are not most of them, and three are too few to learn a sign from.
        (4, 8, None),
        (3, 3, None),
    ],
)
def test_the_sign_of_most_rows_is_the_usual_one(
    count: int, of: int, usual: ViewKind | None
) -> None:
    assert VisibleMarks(reworded_rows(count, of), Filter()).usual_kind is usual


def test_no_sign_is_usual_among_changes_that_are_hidden() -> None:
    hidden = Filter().toggled(ViewKind.REWORDED)
    assert VisibleMarks(reworded_rows(4, 4), hidden).usual_kind is None
