"""What became of the words of a phrase that moved."""

from __future__ import annotations

import pytest

from facing_pages.core.changes.phrase_runs import hull_of, kind_of_run, phrase_runs
from facing_pages.core.model import LinkReason
from tests.helpers.word_changes import VisibleMarks, link, shown, words_of

MEANING = LinkReason.MEANING


def runs(original: str, rewrite: str, answers: dict[str, str] | None = None) -> list[VisibleMarks]:
    """Return the runs of a phrase; the chain is of equal words in order, and of `answers`."""
    words = words_of(original, rewrite)
    chain, last = [], -1
    for i, word in enumerate(words.original):
        facing = (answers or {}).get(word, word)
        if facing in words.rewrite[last + 1 :]:
            last = list(words.rewrite).index(facing, last + 1)
            chain.append(link(i, last, LinkReason.EQUAL if facing == word else MEANING))
    found = phrase_runs(words, chain)
    return shown([run.change._replace(kind=kind_of_run(words, run)) for run in found], words)


def test_equal_words_moved_as_they_are() -> None:
    assert runs("wind rain snow", "wind rain snow") == [
        ("reordered", "wind rain snow", "wind rain snow")
    ]


@pytest.mark.parametrize(("old", "new"), [("red", "blue"), ("he", "it"), ("in", "by")])
def test_words_that_stand_for_others_are_a_change_of_their_own(old: str, new: str) -> None:
    found = [("reordered", "wind", "wind"), ("reworded", old, new), ("reordered", "rain", "rain")]
    assert runs(f"wind {old} rain", f"wind {new} rain") == found
    assert runs(f"wind {old} rain", f"wind {new} rain", {old: new}) == found


@pytest.mark.parametrize(("word", "counts"), [("the", False), ("red", True), ("must", True)])
def test_function_words_that_came_or_went_do_not_count_unless_they_are_weighty(
    word: str, counts: bool
) -> None:
    whole = [("reordered", f"wind {word} rain", "wind rain")]
    found = runs(f"wind {word} rain", "wind rain")
    assert found == whole or (counts and ("removed", word, "") in found)
    assert (("removed", word, "") in found) is counts


def test_a_function_word_turned_round_at_an_end_is_part_of_the_phrase() -> None:
    assert runs("wind rain had", "wind had rain", {"had": ""}) == [
        ("reordered", "wind rain had", "wind had rain")
    ]
    assert runs("had wind rain", "wind had rain", {"had": ""}) == [
        ("reordered", "had wind rain", "wind had rain")
    ]


def test_another_word_turned_round_at_an_end_moved_too() -> None:
    found = runs("wind rain must", "wind must rain", {"must": ""})
    assert ("reordered", "must", "must") in found
    assert not {"removed", "added"} & {kind for kind, *_ in found}
    found = runs("wind must rain", "wind rain must", {"must": ""})
    assert ("reordered", "must", "must") in found


def test_the_hull_covers_all_runs_on_both_sides() -> None:
    words = words_of("wind red rain", "wind rain")
    found = phrase_runs(words, [link(0, 0), link(2, 1)])
    assert hull_of(found)[1:] == ((0, 3), (0, 2))
