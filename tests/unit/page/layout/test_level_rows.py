from __future__ import annotations

import pytest

from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span
from facing_pages.page.layout.level_plan import MAX_WHITE
from facing_pages.page.layout.page_style import PageStyle, make_page_style
from facing_pages.page.layout.row_layouts import RowLayout, RowLayouts
from facing_pages.session.page_settings import PageSettings, Preset
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folding.folded_rows import FoldChoice, Opened, no_folds
from facing_pages.viewmodel.folding.row_sentences import FoldedUnit
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_abridgement import abridgement
from tests.helpers.made_pairs import made_pair
from tests.helpers.white_beside import white_lines

LONG = "The keeper of the lamp went down to the harbour and counted the boats once more"
STYLES = {
    "default": make_page_style,
    "wide": lambda width, reading: make_page_style(1600, reading),
    "narrow": lambda width, reading: make_page_style(840, reading),
    "zoomed": lambda width, reading: make_page_style(1400, reading, 180),
}


def layouts_of(pages: PairView, style: PageStyle, opened: Opened | None = None) -> RowLayouts:
    choice = FoldChoice()
    folds = choice.folds(pages, Filter(), style.line_characters)
    if opened is not None:
        folds = no_folds(pages)
        object.__setattr__(folds, "opened", opened)
    return RowLayouts(VisibleMarks(pages, Filter()), style, folds, style.columns)


def style_of(**levels: bool) -> PageStyle:
    return make_page_style(1000, PageSettings(), **levels)


def top_of(row: RowLayout, side: Side, position: int) -> int:
    """Return how far below the top of a row the line of a position starts."""
    placed = row.holder(side, position)
    assert placed is not None
    inside = placed.inside_of(side, position)
    assert inside is not None
    return placed.y + placed.layout.top_of(inside)


def starts(pages: PairView, word: str) -> Both[int]:
    return pages.texts.map(lambda text: text.index(word))


@pytest.fixture
def drifting() -> PairView:
    """Return a paragraph of which the third sentence would stand three lines too high."""
    return made_pair(
        f"First. {', '.join([LONG] * 3)}. Third it rained. Last.",
        "First. Somebody was looking around. Third it rained. Last.",
        "0=0 1=1 2=2 3=3",
    )


def test_a_sentence_that_drifted_goes_on_in_a_new_line_level_with_its_counterpart(
    drifting: PairView,
) -> None:
    row = layouts_of(drifting, style_of()).row(0)
    tops = [top_of(row, side, at) for side, at in starts(drifting, "Third").items()]
    assert tops[0] == tops[1] > 0
    assert row.folds == ()
    placed = row.paragraphs[Side.REWRITE][0]
    assert placed.layout.caret_box(placed.layout.text.index("Third")).left() == 0


def test_without_levelling_paragraphs_flow_freely(drifting: PairView) -> None:
    row = layouts_of(drifting, style_of(levels_sentences=False)).row(0)
    tops = [top_of(row, side, at) for side, at in starts(drifting, "Third").items()]
    assert tops[1] == 0 < tops[0]
    assert len(row.paragraphs[Side.ORIGINAL][0].pieces) == 1


def test_text_that_stays_level_is_one_flowing_paragraph() -> None:
    text = " ".join(f"{LONG}, on day {day}." for day in range(12))
    links = " ".join(f"{n}={n}" for n in range(12))
    row = layouts_of(made_pair(text, text.replace("day 3", "the day"), links), style_of()).row(0)
    for side in Side:
        (placed,) = row.paragraphs[side]
        assert len(placed.pieces) == 1
        gaps = {
            b - a
            for a, b in zip(placed.layout.line_tops, placed.layout.line_tops[1:], strict=False)
        }
        assert len(gaps) == 1


@pytest.mark.parametrize("name", STYLES)
def test_beside_text_of_an_abridgement_no_more_than_four_lines_are_white(name: str) -> None:
    style = STYLES[name](1000, PageSettings())
    pages = abridgement()
    layouts = layouts_of(pages, style)
    rows = [layouts.row(number) for number in range(pages.row_count())]
    assert max(white_lines(row, style.line_height) for row in rows) <= MAX_WHITE
    free = RowLayouts(
        VisibleMarks(pages, Filter()),
        make_page_style(1000, PageSettings(), levels_sentences=False),
        no_folds(pages),
        style.columns,
    )
    assert (
        max(white_lines(free.row(n), style.line_height) for n in range(len(rows))) > 2 * MAX_WHITE
    )


@pytest.mark.parametrize("preset", Preset)
def test_whatever_is_shown_is_all_there_in_order(preset: Preset) -> None:
    style = make_page_style(1100, preset.reading)
    pages = abridgement()
    layouts = layouts_of(pages, style)
    for number in range(pages.row_count()):
        row = layouts.row(number)
        for side in Side:
            whole = pages.text(side).paragraphs_span(pages.rows.row(number).paragraphs(side))
            parts = [piece.span for placed in row.paragraphs[side] for piece in placed.pieces]
            parts += [fold.span for fold in row.folds if fold.side is side]
            shown = " ".join(part.of(pages.text(side).text).strip() for part in sorted(parts))
            assert shown == whole.of(pages.text(side).text)


@pytest.fixture
def with_run() -> PairView:
    """Return a paragraph in whose middle the rewrite lacks four long sentences."""
    run = " ".join(f"{LONG}, and number {n} was gone." for n in range(4))
    return made_pair(
        f"First it rained. {run} Then it froze.",
        "First it rained. Then it froze.",
        "0=0 1=- 2=- 3=- 4=- 5=1",
    )


def test_a_run_that_one_side_lacks_is_folded_into_a_line(with_run: PairView) -> None:
    style = style_of()
    row = layouts_of(with_run, style).row(0)
    (fold,) = row.folds
    assert (fold.side, fold.count, fold.unit) == (Side.ORIGINAL, 4, FoldedUnit.SENTENCE)
    assert fold.y == style.line_height
    assert row.height == 3 * style.line_height
    then = starts(with_run, "Then")
    assert [top_of(row, side, at) for side, at in then.items()] == [2 * style.line_height] * 2
    hidden = with_run.original.text.index("number 2")
    assert row.holder(Side.ORIGINAL, hidden) is None
    assert row.fold_around(Side.ORIGINAL, hidden) is fold


def test_an_opened_run_is_shown_below_the_line_that_closes_it(with_run: PairView) -> None:
    style = style_of()
    closed = layouts_of(with_run, style).row(0)
    opened = Opened().changed(Side.ORIGINAL, closed.folds[0].span, is_open=True)
    row = layouts_of(with_run, style, opened).row(0)
    (fold,) = row.folds
    assert fold.is_open
    first = with_run.original.text.index("The keeper")
    assert top_of(row, Side.ORIGINAL, first) == fold.y + style.line_height
    assert row.height > closed.height


def test_of_a_long_sentence_the_words_that_one_side_lacks_are_folded() -> None:
    lacking = " and the boats came in and went out again with the wind of the morning" * 6
    pages = made_pair(
        f"When the bell rang at six{lacking}, she closed the window of the tower.",
        "When the bell rang at six, she closed the window of the tower.",
        "0=0",
    )
    style = style_of()
    row = layouts_of(pages, style).row(0)
    (fold,) = row.folds
    assert (fold.unit, fold.count) == (FoldedUnit.WORD, len(lacking.split()))
    assert white_lines(row, style.line_height) <= MAX_WHITE
    assert fold.span.of(pages.original.text).startswith("and the boats")


def test_a_sentence_behind_folded_words_starts_at_the_edge_and_level() -> None:
    lacking = "and the boats came in and went out again with the wind of the morning " * 6
    pages = made_pair(
        f"When the bell rang at six, {lacking}so. Then it froze.",
        "When the bell rang at six. Then it froze.",
        "0=0 1=1",
    )
    row = layouts_of(pages, style_of()).row(0)
    assert [fold.unit for fold in row.folds] == [FoldedUnit.WORD]
    then = starts(pages, "Then")
    assert len({top_of(row, side, at) for side, at in then.items()}) == 1
    for side, at in then.items():
        placed = row.holder(side, at)
        assert placed is not None
        box = placed.caret_box(side, at)
        assert box is not None
        assert box.left() == 0


def test_sentences_without_spaces_between_them_are_broken_too() -> None:
    long = "灯台守は港へ下りて行って船の数をもう一度数えた、" * 12
    pages = made_pair(
        f"{long}. 次の日は雨が降った. 終わり.", "短い. 次の日は雨が降った. 終わり.", "0=0 1=1 2=2"
    )
    row = layouts_of(pages, style_of()).row(0)
    tops = [top_of(row, side, at) for side, at in starts(pages, "次の日").items()]
    assert tops[0] == tops[1] > 0


def test_a_row_of_one_side_and_a_low_row_stay_as_they_are(split: PairView) -> None:
    layouts = layouts_of(split, style_of())
    assert layouts.row(0).folds == ()
    assert [len(layouts.row(0).paragraphs[side]) for side in Side] == [1, 2]
    assert layouts.row(1).paragraphs[Side.REWRITE] == ()


def test_marks_on_both_sides_of_a_break_are_found_where_they_stand(drifting: PairView) -> None:
    row = layouts_of(drifting, style_of()).row(0)
    (placed,) = row.paragraphs[Side.REWRITE]
    start = drifting.rewrite.text.index("around")
    boxes = placed.boxes(Side.REWRITE, Span(start, drifting.rewrite.text.index("rained")))
    assert len(boxes) == 2
    assert boxes[1].top() > boxes[0].bottom() + placed.layout.line_tops[1] / 2
