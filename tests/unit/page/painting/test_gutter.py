from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter

from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind, Weight
from facing_pages.page.layout.page_style import GUTTER, PageStyle
from facing_pages.page.painting.gutter import (
    BESIDE_SIGN,
    FINDING_OFFSET,
    finding_heights,
    lanes,
    paint_connectors,
    paint_findings,
    paint_gutter,
    shown_row_kind,
)
from facing_pages.ui.common.theme import load_theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.modes import MarkLevel, Mode
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_pair_findings import harbour
from tests.helpers.made_pairs import MadeChange, made_pair
from tests.helpers.page_layouts import Picture, below_each_other, rows_of, style_of

THEME = load_theme("light")
ALL = Filter(weight=Weight.PUNCTUATION)
NONE = Filter(frozenset())
MOVED = made_pair(
    "She slept.\n\nIt rained.\n\nIt froze.",
    "It rained.\n\nIt froze.\n\nShe slept.",
    "0~2 1=0 2=1",
    paragraphs="0~2 1=0 2=1",
)
SPLIT = made_pair(
    "It rained. It snowed.", "It rained.\n\nIt snowed.", "0=0 1=1", paragraphs="0=0+1"
)


@pytest.fixture
def style() -> PageStyle:
    return style_of()


def kind_of(pages: PairView, row: int = 0, chosen: Filter = ALL) -> ViewKind | None:
    return shown_row_kind(pages, row, chosen)


def changed(*changes: MadeChange) -> PairView:
    """Return a row with some changes in it."""
    return made_pair(
        "It rained all night, and then she slept.",
        "It poured all day: and she slept well.",
        "0=0",
        changes=changes,
    )


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ([], None),
        ([("typography", "night,", "day:")], ViewKind.MINOR),
        ([("reworded", "rained", "poured")], ViewKind.REWORDED),
        ([("removed", "then", "")], ViewKind.REMOVED),
        ([("added", "", "well")], ViewKind.ADDED),
        ([("added", "", "well"), ("typography", "night,", "day:")], ViewKind.ADDED),
        # Words come and go in any rewording.
        ([("removed", "then", ""), ("added", "", "well")], ViewKind.REWORDED),
    ],
)
def test_a_row_has_the_sign_of_its_strongest_change(
    changes: list[MadeChange], kind: ViewKind | None
) -> None:
    assert kind_of(changed(*changes)) is kind


def test_a_row_has_no_sign_of_kinds_that_are_not_shown() -> None:
    both = changed(("reworded", "rained", "poured"), ("typography", "night,", "day:"))
    assert kind_of(both, chosen=NONE) is None
    assert kind_of(both, chosen=Filter(frozenset({ViewKind.ADDED}))) is None


@pytest.mark.parametrize(
    ("pages", "row", "kind"),
    [
        (MOVED, 0, ViewKind.MOVED),
        (MOVED, 1, None),
        (MOVED, 3, ViewKind.MOVED),
        (SPLIT, 0, ViewKind.SPLIT),
        (made_pair("It froze.", "", "0=-", paragraphs="0=-"), 0, ViewKind.REMOVED),
        (made_pair("", "It froze.", "-=0", paragraphs="-=0"), 0, ViewKind.ADDED),
    ],
)
def test_whole_paragraphs_have_the_sign_of_what_became_of_them(
    pages: PairView, row: int, kind: ViewKind | None
) -> None:
    assert kind_of(pages, row) is kind
    assert kind_of(pages, row, NONE) is None


def test_a_split_of_a_sentence_is_a_sign_unless_words_changed_too() -> None:
    sentence = made_pair("It rained all day.", "It rained. All day.", "0=0+1")
    assert kind_of(sentence) is ViewKind.SPLIT
    reworded = made_pair(
        "It rained all day.",
        "It poured. All day.",
        "0=0+1",
        changes=[("reworded", "rained", "poured")],
    )
    assert kind_of(reworded) is ViewKind.REWORDED


def test_a_moved_sentence_is_the_sign_of_its_row() -> None:
    inside = made_pair(
        "It rained. It snowed. It froze.",
        "It thawed. It rained. It snowed.",
        "0=1 1=2 2~0",
        changes=[("reworded", "froze", "thawed")],
    )
    assert kind_of(inside) is ViewKind.MOVED


def test_a_split_paragraph_whose_split_is_not_shown_has_the_sign_of_its_words() -> None:
    pages = made_pair(
        "It rained. It snowed.",
        "It rained.\n\nIt thawed.",
        "0=0 1=1",
        paragraphs="0=0+1",
        changes=[("reworded", "snowed", "thawed")],
    )
    assert kind_of(pages) is ViewKind.SPLIT
    assert kind_of(pages, chosen=ALL.toggled(ViewKind.SPLIT)) is ViewKind.REWORDED


def painted_gutter(
    pages: PairView, style: PageStyle, chosen: Filter = ALL, row: int = 0, *, y: int = 100
) -> Picture:
    """Return a page with the gutter of a row whose top is at `y`."""
    layout = rows_of(pages, style).row(row)
    shown = VisibleMarks(pages, chosen)
    return Picture(lambda painter: paint_gutter(painter, shown, layout, y, style, THEME))


def test_the_sign_stands_in_the_middle_of_the_gutter_at_the_first_line(style: PageStyle) -> None:
    picture = painted_gutter(MOVED, style)
    half = GUTTER / 2
    everywhere = picture.painted(0, 0, 1000, 600)
    sign = picture.painted(
        style.gutter_x - half, 100, style.gutter_x + half, 100 + style.line_height
    )
    assert sign
    assert everywhere == sign
    middle = sum(x for x, _ in sign) / len(sign)
    assert middle == pytest.approx(style.gutter_x, abs=2)


@pytest.mark.parametrize(
    "chosen", [NONE, ALL.at_level(MarkLevel.OFF)], ids=["no kind shown", "no marks"]
)
def test_without_anything_shown_the_gutter_is_empty(style: PageStyle, chosen: Filter) -> None:
    assert painted_gutter(MOVED, style, chosen).is_blank()


def test_a_line_runs_over_the_height_of_a_row_of_several_lines(style: PageStyle) -> None:
    long = " ".join(["the keeper counted all boats in the harbour by night"] * 4) + "."
    picture = painted_gutter(made_pair(long, "", "0=-", paragraphs="0=-"), style)
    below = picture.painted(
        style.gutter_x - 9, 100 + style.line_height + 1, style.gutter_x + 9, 600
    )
    height = rows_of(made_pair(long, "", "0=-", paragraphs="0=-"), style).row(0).height
    assert max(y for _, y in below) == pytest.approx(100 + height, abs=6)
    assert {x for x, _ in below} <= set(range(round(style.gutter_x) - 2, round(style.gutter_x) + 3))


def test_a_bracket_reaches_each_paragraph_of_a_split(style: PageStyle) -> None:
    picture = painted_gutter(SPLIT, style)
    row = rows_of(SPLIT, style).row(0)
    lower = row.paragraphs[Side.REWRITE][1]
    level = 100 + lower.y + style.line_height / 2 + 1
    right = (style.gutter_x + 4, style.gutter_x + GUTTER / 2 - 8)
    left = (style.gutter_x - GUTTER / 2 + 8, style.gutter_x - 4)
    assert len({x for x, _ in picture.painted(right[0], level - 2, right[1], level + 2)}) >= 10
    assert picture.painted(left[0], level - 2, left[1], level + 2) == set()
    # The spine runs from below the sign.
    middle = style.gutter_x
    spine = {y for _, y in picture.painted(middle - 2, 0, middle + 3, 600)}
    assert spine >= set(range(100 + style.line_height + 2, round(level) - 2))


def test_a_split_needs_no_bracket_where_one_text_is_read(style: PageStyle) -> None:
    alone = style_of(Mode.ONE_COLUMN)
    picture = painted_gutter(SPLIT, alone)
    below = 100 + alone.line_height + 8
    columns = {x for x, _ in picture.painted(0, below, 1000, 600)}
    assert max(columns) - min(columns) <= 4


def connectors(style: PageStyle, chosen: Filter, *, rows: int = 4) -> Picture:
    visible = below_each_other(rows_of(MOVED, style), rows)
    shown = VisibleMarks(MOVED, chosen)
    return Picture(lambda painter: paint_connectors(painter, shown, visible, style, THEME))


def test_both_halves_of_a_move_are_joined_in_the_gutter(style: PageStyle) -> None:
    picture = connectors(style, ALL)
    visible = below_each_other(rows_of(MOVED, style), 4)
    top, bottom = (visible[row][1] + style.line_height / 2 for row in (0, 3))
    found = picture.painted(0, 0, 1000, 600)
    assert min(y for _, y in found) == pytest.approx(top, abs=2)
    assert max(y for _, y in found) == pytest.approx(bottom, abs=2)
    assert min(x for x, _ in found) == pytest.approx(style.gutter_x + BESIDE_SIGN, abs=2)
    assert max(x for x, _ in found) == pytest.approx(style.gutter_x + GUTTER / 2 - 6, abs=2)
    assert picture.rows_of_color(THEME.lines[ViewKind.MOVED])


@pytest.mark.parametrize(
    ("moves", "found"),
    [
        ([], []),
        ([(10, 90), (30, 120), (100, 150)], [0, 1, 0]),
        ([(90, 10), (120, 30), (50, 60)], [0, 1, 2]),  # upwards
        ([(100, 150), (10, 90)], [0, 0]),
        ([(10, 90), (90, 120)], [0, 1]),  # where both would touch
    ],
)
def test_moves_that_pass_each_other_have_lanes_of_their_own(
    moves: list[tuple[float, float]], found: list[int]
) -> None:
    assert lanes(moves) == found


def test_a_connector_has_no_fill_of_what_was_painted_before(style: PageStyle) -> None:
    visible = below_each_other(rows_of(MOVED, style), 4)
    shown = VisibleMarks(MOVED, ALL)

    def paint(painter: QPainter) -> None:
        painter.setBrush(THEME.fills[ViewKind.REWORDED])
        paint_connectors(painter, shown, visible, style, THEME)

    assert Picture(paint).rows_of_color(THEME.fills[ViewKind.REWORDED]) == set()


def test_halves_are_joined_only_if_both_are_on_screen_and_moves_are_shown(style: PageStyle) -> None:
    assert connectors(style, ALL, rows=3).is_blank()
    assert connectors(style, ALL.toggled(ViewKind.MOVED)).is_blank()


# --- findings ----------------------------------------------------------------------------------


def test_a_finding_has_its_sign_beside_its_line(style: PageStyle) -> None:
    pages = harbour()
    shown = VisibleMarks(pages, ALL, ShownFindings(pages))
    row = rows_of(pages, style).row(0)
    picture = Picture(lambda painter: paint_findings(painter, shown, row, 40, style, THEME))
    (first,) = finding_heights(shown, row)
    x = style.gutter_x - FINDING_OFFSET
    assert picture.color_at(x, 40 + first) == THEME.finding.name()
    assert picture.color_at(style.gutter_x, 40 + first) == "#ffffff"


def test_without_marks_no_finding_has_a_sign(style: PageStyle) -> None:
    pages = harbour()
    off = VisibleMarks(pages, ALL.at_level(MarkLevel.OFF), ShownFindings(pages))
    row = rows_of(pages, style).row(0)
    assert finding_heights(off, row) == set()
    assert finding_heights(VisibleMarks(pages, ALL), row) == set()
