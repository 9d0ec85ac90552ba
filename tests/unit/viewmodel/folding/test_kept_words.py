from __future__ import annotations

import pytest

from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span
from facing_pages.viewmodel.folding.kept_words import KeptWords, kept_words
from facing_pages.viewmodel.folding.row_sentences import FoldedUnit

SIX = "as his letter had told us"


def compared(original: str, rewrite: str) -> KeptWords:
    texts = Both(original, rewrite)
    return kept_words(texts, texts.map(lambda text: Span(0, len(text))))


def test_both_go_on_behind_what_one_of_them_lacks() -> None:
    original, rewrite = f"He came {SIX} on the stairs.", "He came on the stairs."
    found = compared(original, rewrite)
    assert found.places == (Both(original.index("on the"), rewrite.index("on the")),)
    (run,) = found.runs[Side.ORIGINAL]
    assert (run.span.of(original), run.count) == (f"{SIX} ", 6)
    assert run.unit is FoldedUnit.WORD
    assert found.runs[Side.REWRITE] == ()


def test_both_go_on_where_a_clause_starts_if_one_does() -> None:
    original = f"He came {SIX} with no reply, she went up the stairs."
    rewrite = "He came with no reply, she went up the stairs."
    (place,) = compared(original, rewrite).places
    assert original[place.original :].startswith("she went up")
    assert rewrite[place.rewrite :].startswith("she went up")


def test_what_was_added_is_a_run_of_the_rewrite() -> None:
    found = compared("He came on the stairs.", f"He came {SIX} on the stairs.")
    assert [run.count for run in found.runs[Side.REWRITE]] == [6]


def test_what_is_lacking_at_the_end_reaches_to_the_end() -> None:
    original = f"He came on the stairs, {SIX}."
    (run,) = compared(original, "He came on the stairs.").runs[Side.ORIGINAL]
    assert run.span.of(original) == f"{SIX}."


def test_the_space_behind_a_sentence_goes_with_the_words_before_it() -> None:
    original = f"He came on the stairs, {SIX}. \n\nThen"
    texts = Both(original, "He came on the stairs.")
    found = kept_words(texts, Both(Span(0, original.index(" \n")), Span(0, len(texts.rewrite))))
    (run,) = found.runs[Side.ORIGINAL]
    assert run.span.of(original) == f"{SIX}. "


def test_signs_and_capitals_do_not_matter() -> None:
    found = compared(f"He came, {SIX}; On the stairs!", "he came on the stairs")
    assert len(found.places) == 1


@pytest.mark.parametrize(("words", "count"), [(SIX, 1), (SIX.removesuffix(" us"), 0)])
def test_a_few_words_are_not_left_out(words: str, count: int) -> None:
    found = compared(f"He came {words} on the stairs.", "He came on the stairs.")
    assert len(found.runs[Side.ORIGINAL]) == count


def test_words_in_the_place_of_others_stand_for_the_first_clauses() -> None:
    clause = "and he had said nothing of it to his sister in all these months"
    original = f"He came home with some gladness, {clause}. Then on the stairs."
    (run,) = compared(original, "He came home quite glad. Then on the stairs.").runs.original
    assert run.span.of(original) == f"{clause}. "


def test_one_word_alone_may_be_the_same_by_chance() -> None:
    assert compared("He came on Monday.", "She went on Sunday.").places == ()


def test_without_words_nothing_is_kept() -> None:
    assert compared("", "She came.") == KeptWords((), Both((), ()))
