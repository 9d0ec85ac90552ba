from __future__ import annotations

from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span
from facing_pages.page.layout.level_blocks import (
    Column,
    RowPlaces,
    groups_of_blocks,
    places_in_row,
    steps_of_row,
)
from facing_pages.page.layout.level_plan import LevelPlan
from facing_pages.viewmodel.folding.row_sentences import LackingRun, row_sentences
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_layouts import rows_of, style_of

WIDE = 500.0


def cut(pages: PairView, line_characters: float = WIDE) -> tuple[Both[Column], RowPlaces]:
    """Return the columns of the first row as they flow, and where it can be cut."""
    paragraphs = rows_of(pages, style_of()).row(0).paragraphs
    columns = Both.of(paragraphs.__getitem__)
    return columns, places_in_row(columns, row_sentences(pages, 0), pages.texts, line_characters)


def test_a_row_can_be_brought_level_where_linked_sentences_start() -> None:
    _, found = cut(made_pair("Ann. Bob. Cid.", "Ann. Cid.", "0=0 1=- 2=1"))
    assert found.places == (Both(0, 0), Both(10, 5))
    assert [run.span for run in found.runs[Side.ORIGINAL]] == [Span(5, 10)]


def test_what_is_before_the_first_link_is_a_step_of_its_own() -> None:
    columns, found = cut(made_pair("Ann. Bob.", "Bob.", "0=- 1=0"))
    assert found.places == (Both(0, 0), Both(5, 0))
    steps = steps_of_row(columns, found)
    assert [[len(side) for side in step] for step in steps] == [[1, 0], [1, 1]]


def test_a_much_longer_sentence_is_compared_word_by_word() -> None:
    text = "He came down, as the letter of his sister had told us, to the harbour."
    pages = made_pair(text, "He came down, to the harbour.", "0=0")
    assert cut(pages)[1].inner == frozenset()
    found = cut(pages, 10.0)[1]
    assert found.inner == {1}
    assert found.places[1].original == text.index("to the")
    assert len(found.runs[Side.ORIGINAL]) == 1


def test_the_lengths_of_a_step_add_up_to_its_lines() -> None:
    long = "It rained on the granite steps of the lamp all night and all day and all week"
    columns, found = cut(made_pair(f"{long}. {long}. Bob.", "Ann. Bob.", "0=0 1=- 2=1"))
    first = steps_of_row(columns, found)[0].original
    assert [stretch.run is None for stretch in first] == [True, False]
    (placed,) = columns.original
    assert sum(stretch.lines for stretch in first) == placed.layout.lines_before(2 * len(long) + 4)


def test_blocks_start_at_breaks_and_at_the_lines_of_folds() -> None:
    pages = made_pair("Ann. Bob. Cid. Dan.", "Ann. Cid. Dan.", "0=0 1=- 2=1 3=2")
    columns, found = cut(pages)
    (run,) = found.runs.original
    plan = LevelPlan((2,), frozenset({run}))
    groups = groups_of_blocks(columns, found, plan, frozenset(), pages.texts)
    assert described(groups.original, pages.original.text) == [["Ann. ", run, "Cid. "], ["Dan."]]
    assert described(groups.rewrite, pages.rewrite.text) == [["Ann. Cid. "], ["Dan."]]


def test_an_open_run_is_below_its_line() -> None:
    pages = made_pair("Ann. Bob. Cid.", "Ann. Cid.", "0=0 1=- 2=1")
    columns, found = cut(pages)
    (run,) = found.runs.original
    plan = LevelPlan((), frozenset())
    groups = groups_of_blocks(columns, found, plan, frozenset({run}), pages.texts)
    assert described(groups.original, pages.original.text) == [["Ann. ", run, "Bob. Cid."]]
    assert groups.original[0][1].is_open


def test_a_paragraph_that_is_folded_whole_has_a_line_only() -> None:
    pages = made_pair("Ann.\n\nBob.\n\nCid.", "Ann. Cid.", "0=0 1=- 2=1", paragraphs="0+1+2=0")
    columns, found = cut(pages)
    (run,) = found.runs.original
    plan = LevelPlan((1,), frozenset({run}))
    groups = groups_of_blocks(columns, found, plan, frozenset(), pages.texts)
    assert described(groups.original, pages.original.text) == [["Ann.", run], ["Cid."]]
    assert [block.starts_paragraph for block in groups.original[0]] == [False, True]


def described(groups: list[list[object]], text: str) -> list[list[str | LackingRun]]:
    return [[block.run or block.text.of(text) for block in group] for group in groups]  # type: ignore[attr-defined]
