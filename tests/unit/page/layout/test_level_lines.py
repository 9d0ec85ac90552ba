from __future__ import annotations

from facing_pages.core.model import Side
from facing_pages.page.layout.laid_out_page import LaidOutPage
from facing_pages.page.layout.level_lines import level_lines
from facing_pages.page.layout.page_style import make_page_style
from facing_pages.session.page_settings import PageSettings
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folding.folded_rows import FoldChoice, Opened
from facing_pages.viewmodel.folding.row_sentences import row_sentences
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_abridgement import abridgement
from tests.helpers.made_pairs import made_pair

NONE_OPEN = Opened()


def sentence(characters: int) -> str:
    return "x" * (characters - 1) + "."


def test_text_that_stays_level_has_no_white() -> None:
    text = f"{sentence(100)} {sentence(150)}"
    found = level_lines(made_pair(text, text, "0=0 1=1"), 50.0, NONE_OPEN)
    assert (found.white.tolist(), found.folded.original.tolist()) == ([0], [0])


def test_sides_that_are_longer_in_turn_leave_white() -> None:
    pages = made_pair(
        f"{sentence(200)} {sentence(50)}", f"{sentence(50)} {sentence(200)}", "0=0 1=1"
    )
    assert level_lines(pages, 50.0, NONE_OPEN).white.tolist() == [3.0]
    # What drifts by two lines only is not brought level.
    assert level_lines(pages, 75.0, NONE_OPEN).white.tolist() == [0.0]


def test_a_folded_run_saves_its_lines_but_one() -> None:
    text = f"Ann. {sentence(200)} {sentence(100)} Bob."
    pages = made_pair(text, "Ann. Bob.", "0=0 1=- 2=- 3=1")
    assert level_lines(pages, 50.0, NONE_OPEN).folded.original.tolist() == [5.0]
    assert level_lines(pages, 100.0, NONE_OPEN).folded.original.tolist() == [0.0]
    (run,) = row_sentences(pages, 0).runs[Side.ORIGINAL]
    opened = NONE_OPEN.changed(Side.ORIGINAL, run.span, is_open=True)
    assert level_lines(pages, 50.0, opened).folded.original.tolist() == [0.0]
    assert level_lines(pages, 50.0, Opened(is_all=True)).folded.original.tolist() == [0.0]


def test_without_links_nothing_is_estimated() -> None:
    found = level_lines(made_pair("", "", ""), 50.0, NONE_OPEN)
    assert (found.white.tolist(), found.folded.rewrite.tolist()) == ([0.0], [0.0])


def test_the_height_of_an_abridgement_is_estimated_within_five_per_cent() -> None:
    pages, style = abridgement(paragraphs=60), make_page_style(1000, PageSettings())
    folds = FoldChoice().folds(pages, Filter(), style.line_characters)
    page = LaidOutPage(VisibleMarks(pages, Filter()), style, folds, style.columns)
    estimate = page.heights.total
    for row in range(pages.row_count()):
        page.measure(row)
    assert abs(estimate / page.heights.total - 1) < 0.05
