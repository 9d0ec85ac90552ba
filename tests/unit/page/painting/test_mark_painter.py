from __future__ import annotations

import pytest
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import LineShape, MarkStyle, ViewKind
from facing_pages.page.layout.placed import PlacedParagraph
from facing_pages.page.painting.mark_painter import (
    LINE_DROP,
    MIN_LONG_FINDING,
    PreparedMarks,
    draw_line,
    paint_frame,
    paint_span,
    paint_unit_frame,
    spans_without,
)
from facing_pages.ui.common.theme import load_theme
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import Table
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_layouts import Picture, rows_of, style_of

THEME = load_theme("light")
RED = QColor("red")
# Where the paragraph's corner is on the page.
CORNER = QPointF(100, 100)
LONG = " ".join(["the keeper counted all boats in the harbour by night"] * 4) + "."


@pytest.fixture
def placed() -> PlacedParagraph:
    """Return a sentence on one line."""
    pages = made_pair("It rained all night.", "It rained.", "0=0")
    return rows_of(pages, style_of()).row(0).paragraphs[Side.ORIGINAL][0]


@pytest.fixture
def long() -> PlacedParagraph:
    """Return a sentence on several lines."""
    pages = made_pair(LONG, LONG, "0=0")
    return rows_of(pages, style_of()).row(0).paragraphs[Side.ORIGINAL][0]


def marks(style: MarkStyle, start: int = 3, end: int = 9) -> list[tuple[Side, Table]]:
    """Return one mark, on "rained" unless it is said otherwise."""
    change = ("reworded", "It", "It")
    table = made_pair("It.", "It.", "0=0", changes=[change]).marks.original.marks.copy()
    table[0] = (start, end, style, 0)
    return [(Side.ORIGINAL, table)]


def at_corner(painter: QPainter) -> QPainter:
    painter.translate(CORNER)
    return painter


@pytest.mark.parametrize(
    ("style", "is_filled"),
    [
        (MarkStyle.REWORDED, True),
        (MarkStyle.ADDED, True),
        (MarkStyle.WHOLE_REMOVED, True),
        (MarkStyle.LIGHT_ADDED, False),
        (MarkStyle.MINOR, False),
        (MarkStyle.MOVED, False),
    ],
)
def test_a_mark_is_filled_over_its_words(
    placed: PlacedParagraph, style: MarkStyle, is_filled: bool
) -> None:
    prepared = PreparedMarks(placed, marks(style), THEME)
    picture = Picture(lambda painter: prepared.paint_fills(at_corner(painter)))
    if not is_filled:
        assert picture.is_blank()
        return
    box = placed.boxes(Side.ORIGINAL, Span(3, 9))[0].translated(CORNER)
    fill = THEME.fill(style)
    assert fill is not None
    assert picture.color_at(box.center().x(), box.center().y()) == fill.name()
    assert picture.color_at(box.left() - 3, box.center().y()) == "#ffffff"
    assert picture.color_at(box.right() + 3, box.center().y()) == "#ffffff"


def test_a_mark_inside_a_whole_sentence_is_filled_over_it(placed: PlacedParagraph) -> None:
    inner, whole = marks(MarkStyle.REWORDED), marks(MarkStyle.WHOLE_REWORDED, 0, 20)
    box = placed.boxes(Side.ORIGINAL, Span(3, 9))[0].translated(CORNER)
    fill, pale = (THEME.fill(s) for s in (MarkStyle.REWORDED, MarkStyle.WHOLE_REWORDED))
    assert fill is not None
    assert pale is not None
    for both in ([*inner, *whole], [*whole, *inner]):
        prepared = PreparedMarks(placed, both, THEME)
        picture = Picture(lambda painter, drawn=prepared: drawn.paint_fills(at_corner(painter)))
        assert picture.color_at(box.center().x(), box.center().y()) == fill.name()
        assert picture.color_at(box.right() + 6, box.center().y()) == pale.name()


def test_a_theme_without_fills_has_lines_only(placed: PlacedParagraph) -> None:
    prepared = PreparedMarks(placed, marks(MarkStyle.REWORDED), load_theme("high-contrast"))
    assert Picture(lambda painter: prepared.paint_fills(at_corner(painter))).is_blank()
    assert not Picture(lambda painter: prepared.paint_lines(at_corner(painter))).is_blank()


@pytest.mark.parametrize(
    "style",
    [
        MarkStyle.REWORDED,
        MarkStyle.ADDED,
        MarkStyle.REMOVED,
        MarkStyle.MINOR,
        MarkStyle.LIGHT_ADDED,
    ],
)
def test_a_line_runs_below_the_words(placed: PlacedParagraph, style: MarkStyle) -> None:
    prepared = PreparedMarks(placed, marks(style), THEME)
    picture = Picture(lambda painter: prepared.paint_lines(at_corner(painter)))
    boxes = placed.boxes(Side.ORIGINAL, Span(3, 9))
    y = CORNER.y() + placed.layout.baselines(boxes)[0] + LINE_DROP
    found = picture.painted(0, 0, 1000, 600)
    assert {b for _, b in found} <= set(range(round(y) - 2, round(y) + 3))
    box = boxes[0].translated(CORNER)
    assert min(a for a, _ in found) == pytest.approx(box.left(), abs=3)
    assert max(a for a, _ in found) == pytest.approx(box.right(), abs=8)


def test_a_line_has_the_colour_of_its_kind(placed: PlacedParagraph) -> None:
    prepared = PreparedMarks(placed, marks(MarkStyle.LIGHT_ADDED), THEME)
    picture = Picture(lambda painter: prepared.paint_lines(at_corner(painter)))
    assert picture.rows_of_color(THEME.lines[ViewKind.ADDED])
    assert not picture.rows_of_color(THEME.lines[ViewKind.REMOVED])


@pytest.mark.parametrize(
    "style", [MarkStyle.WHOLE_ADDED, MarkStyle.WHOLE_REMOVED, MarkStyle.WHOLE_REWORDED]
)
def test_a_whole_unit_has_no_line_but_is_named_with_its_height(
    long: PlacedParagraph, style: MarkStyle
) -> None:
    prepared = PreparedMarks(long, marks(style, 0, len(LONG)), THEME)
    assert Picture(lambda painter: prepared.paint_lines(at_corner(painter))).is_blank()
    boxes = long.boxes(Side.ORIGINAL, Span(0, len(LONG)))
    assert prepared.wholes == [
        (style, Side.ORIGINAL, (0, len(LONG)), boxes[0].top(), boxes[-1].bottom())
    ]


def test_a_mark_that_stands_elsewhere_is_passed_over(placed: PlacedParagraph) -> None:
    prepared = PreparedMarks(placed, marks(MarkStyle.WHOLE_ADDED, 900, 910), THEME)
    assert prepared.wholes == []


def test_old_words_in_one_column_are_struck_through() -> None:
    pages = made_pair(
        "It rained all night.", "It rained.", "0=0", changes=[("removed", "all night", "")]
    )
    (placed,) = rows_of(pages, style_of(Mode.ONE_COLUMN)).row(0).every()
    prepared = PreparedMarks(placed, [], THEME)
    picture = Picture(lambda painter: prepared.paint_lines(at_corner(painter)))
    box = placed.boxes(Side.ORIGINAL, Span(10, 19))[0].translated(CORNER)
    found = picture.painted(0, 0, 1000, 600)
    assert min(x for x, _ in found) == pytest.approx(box.left(), abs=2)
    assert max(x for x, _ in found) == pytest.approx(box.right(), abs=2)
    assert all(box.top() < y < box.bottom() for _, y in found)
    # A hair line, so that the old words can be read.
    assert len({y for _, y in found}) == 1


def columns_of(shape: LineShape) -> list[int]:
    """Return which columns of a level line of 60 pixels are painted."""
    line = QLineF(100, 300, 160, 300)
    picture = Picture(lambda painter: draw_line(painter, line, shape, RED))
    return sorted({x for x, _ in picture.painted(90, 290, 170, 310)})


def rows_of_line(shape: LineShape) -> list[int]:
    line = QLineF(100, 300, 160, 300)
    picture = Picture(lambda painter: draw_line(painter, line, shape, RED))
    return sorted({y for _, y in picture.painted(90, 290, 170, 310)})


def test_shapes_of_lines_differ_without_colour() -> None:
    gaps = {
        shape: 60 - len([x for x in columns_of(shape) if 100 <= x < 160])
        for shape in LineShape
        if shape is not LineShape.NO
    }
    assert gaps[LineShape.SOLID] == gaps[LineShape.DOUBLE] == 0
    assert 0 < gaps[LineShape.DASHES] < min(gaps[LineShape.DOTS], gaps[LineShape.THIN_DOTS])
    double = rows_of_line(LineShape.DOUBLE)
    assert max(double) - min(double) > len(double) - 1  # with white between


def test_a_line_of_no_shape_and_one_of_no_length_are_not_drawn() -> None:
    assert columns_of(LineShape.NO) == []
    point = QLineF(100, 300, 100.5, 300)
    drawn = Picture(lambda painter: draw_line(painter, point, LineShape.SOLID, RED))
    assert drawn.is_blank()


def test_an_upright_double_line_has_its_lines_side_by_side() -> None:
    line = QLineF(100, 200, 100, 260)
    picture = Picture(lambda painter: draw_line(painter, line, LineShape.DOUBLE, RED))
    columns = sorted({x for x, _ in picture.painted(90, 225, 110, 235)})
    assert max(columns) - min(columns) > len(columns) - 1


def test_a_span_is_filled_and_nothing_else(placed: PlacedParagraph) -> None:
    picture = Picture(
        lambda painter: paint_span(at_corner(painter), placed, Side.ORIGINAL, Span(3, 9), RED)
    )
    box = placed.boxes(Side.ORIGINAL, Span(3, 9))[0].translated(CORNER)
    found = picture.painted(0, 0, 1000, 600)
    assert min(x for x, _ in found) == pytest.approx(box.left(), abs=2)
    assert max(x for x, _ in found) == pytest.approx(box.right(), abs=2)
    other = Picture(
        lambda painter: paint_span(at_corner(painter), placed, Side.REWRITE, Span(3, 9), RED)
    )
    assert other.is_blank()


def test_a_frame_goes_round_all_lines_of_a_span_and_is_empty_inside(long: PlacedParagraph) -> None:
    whole = Span(0, len(LONG))
    picture = Picture(
        lambda painter: paint_frame(at_corner(painter), long, Side.ORIGINAL, whole, QPen(RED, 2))
    )
    boxes = [box.translated(CORNER) for box in long.boxes(Side.ORIGINAL, whole)]
    found = picture.painted(0, 0, 1000, 600)
    assert min(y for _, y in found) == pytest.approx(boxes[0].top(), abs=3)
    assert max(y for _, y in found) == pytest.approx(boxes[-1].bottom() + 3, abs=3)
    assert picture.color_at(boxes[1].center().x(), boxes[1].center().y()) == "#ffffff"
    # One outline: no line between the first and the second line of text.
    between = (boxes[0].bottom() + boxes[1].top()) / 2
    assert picture.color_at(boxes[1].left() + 40, between) == "#ffffff"


@pytest.mark.parametrize(
    ("span", "is_clear"),
    [
        (Span(3, 9), (True, True)),  # "rained"
        (Span(14, 19), (True, False)),  # "night", before a full stop
        (Span(4, 20), (False, True)),  # from inside a word to the end of the line
    ],
)
def test_a_frame_goes_through_no_sign_beside_it(
    placed: PlacedParagraph, span: Span, is_clear: tuple[bool, bool]
) -> None:
    picture = Picture(
        lambda painter: paint_frame(at_corner(painter), placed, Side.ORIGINAL, span, QPen(RED, 2))
    )
    box = placed.boxes(Side.ORIGINAL, span)[0].translated(CORNER)
    columns = [x for x, _ in picture.painted(0, box.center().y() - 1, 1000, box.center().y() + 1)]
    assert (min(columns) < box.left() - 1.5, max(columns) > box.right() + 1.5) == is_clear


def test_frames_of_whole_units_have_the_shapes_of_their_lines(placed: PlacedParagraph) -> None:
    theme = load_theme("high-contrast")
    box = placed.boxes(Side.ORIGINAL, Span(3, 9))[0].translated(CORNER)
    painted = []
    for style in (
        MarkStyle.WHOLE_ADDED,
        MarkStyle.WHOLE_REMOVED,
        MarkStyle.WHOLE_REWORDED,
        MarkStyle.MOVED,
    ):

        def paint(painter: QPainter, style: MarkStyle = style) -> None:
            at_corner(painter)
            paint_unit_frame(painter, placed, Side.ORIGINAL, Span(3, 9), style, theme)

        picture = Picture(paint)
        top = picture.painted(box.left() - 1, box.top() - 3, box.right() + 1, box.top() + 2)
        painted.append(frozenset(top))
    assert len({*painted}) == len(painted)


def test_a_frame_of_what_stands_elsewhere_is_not_drawn(placed: PlacedParagraph) -> None:
    picture = Picture(
        lambda painter: paint_frame(painter, placed, Side.REWRITE, Span(0, 5), QPen(RED, 2))
    )
    assert picture.is_blank()


# --- findings ----------------------------------------------------------------------------------


def test_words_of_a_finding_have_its_fill_over_that_of_the_change(placed: PlacedParagraph) -> None:
    found = [(Side.ORIGINAL, Span(3, 9))]
    prepared = PreparedMarks(placed, marks(MarkStyle.REMOVED), THEME, found)
    picture = Picture(lambda painter: prepared.paint_fills(at_corner(painter)))
    box = placed.boxes(Side.ORIGINAL, Span(3, 9))[0].translated(CORNER)
    assert THEME.finding_fill is not None
    assert picture.color_at(box.center().x(), box.center().y()) == THEME.finding_fill.name()


@pytest.mark.parametrize("name", ["light", "high-contrast"])
def test_a_finding_has_a_wave_in_place_of_the_line(placed: PlacedParagraph, name: str) -> None:
    theme = load_theme(name)
    plain = PreparedMarks(placed, marks(MarkStyle.ADDED), theme)
    found = PreparedMarks(placed, marks(MarkStyle.ADDED), theme, [(Side.ORIGINAL, Span(3, 9))])
    box = placed.boxes(Side.ORIGINAL, Span(3, 9))[0]
    y = placed.layout.baselines([box])[0] + LINE_DROP
    pictures = [
        Picture(lambda painter, marked=marked: marked.paint_lines(at_corner(painter)))
        for marked in (plain, found)
    ]
    columns = [x + CORNER.x() for x in range(int(box.left()) + 2, int(box.right()) - 2)]
    heights = [
        {
            dy
            for x in columns
            for dy in range(-3, 4)
            if picture.color_at(x, y + dy + CORNER.y()) != "#ffffff"
        }
        for picture in pictures
    ]
    assert len(heights[1]) > len(heights[0])


def test_a_finding_over_more_than_a_line_has_a_bar_and_no_wave(long: PlacedParagraph) -> None:
    span = Span(0, MIN_LONG_FINDING)
    prepared = PreparedMarks(long, [], THEME, [(Side.ORIGINAL, span)])
    assert [entry[:2] for entry in prepared.long_findings] == [(Side.ORIGINAL, span)]
    assert Picture(lambda painter: prepared.paint_lines(at_corner(painter))).is_blank()
    short = PreparedMarks(long, [], THEME, [(Side.ORIGINAL, Span(0, MIN_LONG_FINDING - 1))])
    assert short.long_findings == []


@pytest.mark.parametrize(
    ("others", "left"),
    [
        ([], [(3, 9)]),
        ([(0, 3)], [(3, 9)]),
        ([(0, 4)], [(4, 9)]),
        ([(5, 6)], [(3, 5), (6, 9)]),
        ([(4, 5), (7, 12)], [(3, 4), (5, 7)]),
        ([(3, 9)], []),
    ],
)
def test_a_line_leaves_out_the_words_of_findings(
    others: list[tuple[int, int]], left: list[tuple[int, int]]
) -> None:
    assert spans_without(Span(3, 9), [Span(*other) for other in others]) == left
