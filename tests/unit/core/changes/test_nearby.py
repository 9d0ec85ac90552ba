"""The index gives what looking through the whole list gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.nearby import ChangeIndex, LinkIndex
from facing_pages.core.changes.word_change import WordChange
from facing_pages.core.model import ChangeKind, LinkReason, Span

PLACES = st.integers(0, 150)
SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b)), PLACES, PLACES)
CHANGES = st.builds(WordChange, st.sampled_from(ChangeKind), SPANS, SPANS)
LINKS = st.builds(FoundLink, PLACES, PLACES, st.just(LinkReason.EQUAL))


def is_near(one: WordChange, other: WordChange) -> bool:
    return one.overlaps(other) or one.touches(other) or other.touches(one) or one.contains(other)


@given(changes=st.lists(CHANGES, max_size=30), gone=st.sets(st.integers(0, 29)), one=CHANGES)
def test_all_changes_around_one_are_found_in_their_order(
    changes: list[WordChange], gone: set[int], one: WordChange
) -> None:
    index = ChangeIndex(changes)
    for number in gone & set(range(len(changes))):
        index.remove(number)
    left = [(n, change) for n, change in enumerate(changes) if n not in gone]

    assert list(index) == [change for _, change in left]
    found = index.around(one)
    assert [entry for entry in found if is_near(one, entry[1])] == [
        entry for entry in left if is_near(one, entry[1])
    ]
    assert index.overlap(one) == any(change.overlaps(one) for _, change in left)
    assert index.around(one, behind=9) == [entry for entry in found if entry[0] > 9]


def test_a_change_far_away_is_not_looked_at() -> None:
    index = ChangeIndex(
        [WordChange(ChangeKind.ADDED, Span(n, n + 1), Span(n, n)) for n in range(5000)]
    )

    assert len(index.around(WordChange(ChangeKind.ADDED, Span(2000, 2001), Span(2000, 2000)))) < 200


@given(links=st.lists(LINKS, max_size=40, unique=True), rows=SPANS, columns=SPANS)
def test_links_inside_two_runs_are_found(links: list[FoundLink], rows: Span, columns: Span) -> None:
    assert LinkIndex(links).inside(rows, columns) == [
        link
        for link in sorted(links)
        if link.original in range(*rows) and link.rewrite in range(*columns)
    ]
