from __future__ import annotations

from facing_pages import compare
from facing_pages.core.model import LinkKind

KEPT = "The harbour was quiet when she came down to it."
GONE = "Snow lay on the granite steps until April."


def test_words_are_counted_without_punctuation() -> None:
    numbers = compare(f"{KEPT} {GONE}", KEPT).statistics
    assert (numbers.original_words, numbers.rewrite_words) == (18, 10)
    assert (numbers.kept, numbers.removed, numbers.reworded, numbers.added) == (10, 8, 0, 0)
    assert numbers.sentence_kinds == {LinkKind.SAME: 1, LinkKind.REMOVED: 1}


def test_the_parts_of_the_original_add_up() -> None:
    numbers = compare(KEPT, "The port was silent when he came down to it.").statistics
    assert numbers.kept + numbers.reworded + numbers.removed == numbers.original_words


def test_added_words_are_counted_in_the_rewrite() -> None:
    assert compare(KEPT, f"{KEPT} {GONE}").statistics.added == 8
