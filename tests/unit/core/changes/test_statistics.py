from __future__ import annotations

from dataclasses import replace

from facing_pages.core.changes.statistics import count_statistics
from facing_pages.core.model import (
    Alignment,
    Change,
    ChangeKind,
    Document,
    Link,
    LinkKind,
    Paragraph,
    Sentence,
    Span,
    Statistics,
)

ORIGINAL = "A red lamp, it burned. A boat came in. Snow lay there."
REWRITE = "A red lamp glowed. Snow lay there. A ship came in, too."


def document(text: str) -> Document:
    """Return a document of one paragraph; a sentence ends with each full stop."""
    sentences: list[Sentence] = []
    start = 0
    while start < len(text):
        end = text.index(".", start) + 1
        sentences.append(Sentence(Span(start, end), 0))
        start = end + 1
    return Document("text", text, (Paragraph(Span(0, len(text))),), tuple(sentences))


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def count(links: tuple[Link, ...], *changes: Change) -> Statistics:
    alignment = Alignment(paragraphs=(), links=links)
    return count_statistics(document(ORIGINAL), document(REWRITE), alignment, changes)


SAME = Link((0,), (0,), LinkKind.SAME)
REST = (Link((1,), (2,), LinkKind.REWORDED), Link((2,), (1,), LinkKind.SAME))


def test_words_are_counted_without_marks() -> None:
    numbers = count((SAME, *REST))
    assert (numbers.original_words, numbers.rewrite_words) == (12, 12)
    assert (numbers.kept, numbers.reworded, numbers.removed, numbers.added) == (12, 0, 0, 0)
    assert numbers.moved == 0


def test_each_kind_of_change_is_counted_on_its_own_side() -> None:
    numbers = count(
        (SAME, *REST),
        Change(ChangeKind.REWORDED, span(ORIGINAL, "it burned"), span(REWRITE, "glowed"), 0),
        Change(ChangeKind.FORM, span(ORIGINAL, "boat"), span(REWRITE, "ship came in"), 1),
        Change(ChangeKind.REMOVED, span(ORIGINAL, "A red lamp,"), None, 0),
        Change(ChangeKind.ADDED, None, span(REWRITE, ", too"), 1),
        Change(ChangeKind.TYPOGRAPHY, span(ORIGINAL, "Snow lay"), span(REWRITE, "Snow lay"), 2),
    )
    assert (numbers.reworded, numbers.form, numbers.removed, numbers.added) == (2, 1, 3, 1)
    assert numbers.kept == 12 - 2 - 1 - 3


def test_a_change_inside_a_sentence_reworded_as_a_whole_counts_nothing_more() -> None:
    whole = Change(ChangeKind.REWORDED, span(ORIGINAL, "it burned"), span(REWRITE, "glowed"), 0)
    inside = Change(
        ChangeKind.REWORDED,
        span(ORIGINAL, "burned"),
        span(REWRITE, "glowed"),
        0,
        is_inside=True,
    )
    assert count((SAME, *REST), whole, inside) == count((SAME, *REST), whole)


def test_a_change_inside_its_own_sentence_moved_nothing() -> None:
    lamp = Change(ChangeKind.REORDERED, span(ORIGINAL, "red"), span(REWRITE, "lamp"), 0)
    assert count((SAME, *REST), lamp).moved == 0


def test_moved_sentences_and_moved_phrases_are_counted_together() -> None:
    moved = Link((1,), (2,), LinkKind.REWORDED, moved=True)
    phrase = Change(ChangeKind.REORDERED, span(ORIGINAL, "lay there"), span(REWRITE, "too"), 2)
    assert count((SAME, moved, REST[1])).moved == 4
    numbers = count((SAME, moved, REST[1]), phrase)
    assert (numbers.moved, numbers.kept) == (6, 12 - 6)


def test_a_word_that_changed_in_a_moved_sentence_is_counted_as_changed_only() -> None:
    moved = Link((1,), (2,), LinkKind.REWORDED, moved=True)
    ship = Change(ChangeKind.REWORDED, span(ORIGINAL, "boat"), span(REWRITE, "ship"), 1)
    numbers = count((SAME, moved, REST[1]), ship)
    assert (numbers.kept, numbers.moved, numbers.reworded) == (8, 3, 1)


def test_a_phrase_that_left_a_moved_sentence_is_counted_as_moved_once() -> None:
    moved = Link((1,), (2,), LinkKind.REWORDED, moved=True)
    phrase = Change(ChangeKind.REORDERED, span(ORIGINAL, "came in"), span(REWRITE, "lay"), 1)
    assert count((SAME, moved, REST[1]), phrase).moved == 4


def test_links_are_counted_by_their_kind() -> None:
    gone = Link((2,), (), LinkKind.REMOVED)
    numbers = count((SAME, Link((1,), (1, 2), LinkKind.SAME), gone))
    assert numbers.sentence_kinds == {LinkKind.SAME: 2, LinkKind.REMOVED: 1}


def test_a_side_that_has_nothing_of_a_change_counts_no_words() -> None:
    added = Change(ChangeKind.REWORDED, None, span(REWRITE, "glowed"), 0)
    assert count((SAME, *REST), added).reworded == 0


def test_the_ordinal_of_an_item_counts_no_words() -> None:
    whole = Link((0, 1, 2), (0, 1, 2), LinkKind.REWORDED)
    lamp = Change(ChangeKind.REWORDED, span(ORIGINAL, "A red"), span(REWRITE, "A red"), 0)
    assert count((whole,), lamp).reworded == 2
    assert count((whole,), replace(lamp, is_ordinal=True)).reworded == 0
