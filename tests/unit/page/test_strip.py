from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from facing_pages import compare
from facing_pages.core.model import Side
from facing_pages.core.reading.files import from_bytes
from facing_pages.marks.kinds import ViewKind
from facing_pages.page.layout.row_heights import RowHeights
from facing_pages.page.painting.track_image import INK_STRENGTH, MIN_INK_PIXELS
from facing_pages.page.strip import STRIP_GAP, STRIP_WIDTH, TRACK_LEFT, TRACK_WIDTH, OverviewStrip
from facing_pages.ui.common.theme import Theme, load_theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.folding.folded_rows import no_folds
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.search import NO_HITS, Finder, Query
from tests.helpers.made_pair_findings import harbour
from tests.helpers.made_pairs import made_pair
from tests.helpers.one_column import view_of
from tests.helpers.page_layouts import style_of
from tests.helpers.page_parts import mouse

HEIGHT = 200
THEME = load_theme("light")
NIGHT = "It rained all night."
# Ten rows of one height: in the third a word is reworded, the last was added.
PAGES = made_pair(
    "\n\n".join([NIGHT] * 2 + ["It snowed at dawn."] + [NIGHT] * 6),
    "\n\n".join([NIGHT] * 2 + ["It thawed at dawn."] + [NIGHT] * 6 + ["She slept well."]),
    " ".join(f"{n}={n}" for n in range(9)) + " -=9",
    paragraphs=" ".join(f"{n}={n}" for n in range(9)) + " -=9",
    changes=[("reworded", "snowed", "thawed"), ("added", "", "She slept well.")],
)


@pytest.fixture
def strip(qtbot: QtBot) -> OverviewStrip:
    """Return a strip over the pair, and no tooltip of another one."""
    QToolTip.hideText()
    strip = OverviewStrip(THEME)
    qtbot.addWidget(strip)
    strip.resize(STRIP_WIDTH, HEIGHT)
    strip.set_pages(PAGES, heights_of(PAGES), Filter())
    strip.set_visible(0.99, 1.0)
    return strip


def heights_of(pages: PairView) -> RowHeights:
    style = style_of()
    return RowHeights(pages, style, no_folds(pages), style.columns)


def picture(strip: OverviewStrip) -> QImage:
    image = QImage(STRIP_WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    strip.render(image)
    return image


# The pixel of each track next to the gap, where ink begins.
INNER = {
    Side.ORIGINAL: TRACK_LEFT[Side.REWRITE] - STRIP_GAP - 1,
    Side.REWRITE: TRACK_LEFT[Side.REWRITE],
}


def ink(kind: ViewKind, theme: Theme = THEME) -> QColor:
    """Return the colour of ink on the strip."""
    strength, line, below = INK_STRENGTH.get(kind, 1.0), theme.lines[kind], theme.chrome
    parts = zip(line.getRgb()[:3], below.getRgb()[:3], strict=True)
    return QColor(*(round(strength * over + (1 - strength) * under) for over, under in parts))


def is_like(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) <= 2 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def two_chapters() -> PairView:
    text = b"# Morning\n\nIt rained all night.\n\n# Evening\n\nShe slept well."
    return view_of(compare(*(from_bytes(text, name="a.md") for _ in Side)))


def rows_with(
    strip: OverviewStrip, kind: ViewKind, side: Side = Side.REWRITE, theme: Theme = THEME
) -> list[int]:
    """Return the pixels from the top at which a track has ink of a kind."""
    image, color = picture(strip), ink(kind, theme)
    return [y for y in range(HEIGHT) if is_like(image.pixelColor(INNER[side], y), color)]


def tip_at(strip: OverviewStrip, y: int, x: int = STRIP_WIDTH // 2) -> str:
    """Return the tooltip that the pointer gets at a place."""
    place = QPoint(x, y)
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, place, place))
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_every_change_is_drawn_where_it_stands(strip: OverviewStrip) -> None:
    reworded = rows_with(strip, ViewKind.REWORDED)
    added = rows_with(strip, ViewKind.ADDED)
    assert reworded
    assert all(0.2 <= y / HEIGHT <= 0.3 for y in reworded)
    assert added
    assert all(y / HEIGHT >= 0.85 for y in added)


def test_kinds_that_are_not_shown_are_not_drawn(strip: OverviewStrip) -> None:
    strip.set_pages(PAGES, heights_of(PAGES), Filter(frozenset({ViewKind.ADDED})))
    assert rows_with(strip, ViewKind.REWORDED) == []
    assert rows_with(strip, ViewKind.ADDED)


def test_another_pair_takes_the_place_of_the_one_before(strip: OverviewStrip) -> None:
    same = made_pair(NIGHT, NIGHT, "0=0")
    strip.set_pages(same, heights_of(same), Filter())
    assert rows_with(strip, ViewKind.REWORDED) == []
    strip.set_pages(PAGES, heights_of(PAGES), Filter())
    assert rows_with(strip, ViewKind.REWORDED)


def test_the_colours_of_a_theme_are_taken_at_once(strip: OverviewStrip) -> None:
    picture(strip)
    dark = load_theme("dark")
    strip.set_theme(dark)
    assert rows_with(strip, ViewKind.REWORDED, theme=dark)


def test_in_another_height_changes_stand_at_the_same_shares(strip: OverviewStrip) -> None:
    whole = rows_with(strip, ViewKind.ADDED)[0]
    strip.resize(STRIP_WIDTH, HEIGHT // 2)
    half = rows_with(strip, ViewKind.ADDED)[0]
    assert half == pytest.approx(whole / 2, abs=2)


def test_ink_is_as_wide_as_the_share_of_the_text_that_changed(strip: OverviewStrip) -> None:
    def widest(kind: ViewKind, height: int) -> int:
        image, color, track = picture(strip), ink(kind), TRACK_LEFT[Side.REWRITE]
        columns = range(track, track + TRACK_WIDTH)
        return max(
            sum(is_like(image.pixelColor(x, y), color) for x in columns) for y in range(height)
        )

    assert widest(ViewKind.ADDED, HEIGHT) == TRACK_WIDTH
    strip.resize(STRIP_WIDTH, HEIGHT // 5)  # a pixel has more than the changed word now
    assert MIN_INK_PIXELS <= widest(ViewKind.REWORDED, HEIGHT // 5) < TRACK_WIDTH


def test_a_side_without_text_has_no_block(strip: OverviewStrip) -> None:
    image = picture(strip)
    y = rows_with(strip, ViewKind.ADDED)[-8]
    assert image.pixelColor(INNER[Side.ORIGINAL], y) == THEME.chrome
    assert image.pixelColor(INNER[Side.ORIGINAL], HEIGHT // 2) != THEME.chrome


def test_a_chapter_has_a_tick_and_cuts_the_block(strip: OverviewStrip) -> None:
    chapters = two_chapters()
    heights = heights_of(chapters)
    strip.set_pages(chapters, heights, Filter())
    y = round(int(heights.tops[2]) / heights.total * HEIGHT)
    image = picture(strip)
    assert image.pixelColor(TRACK_LEFT[Side.ORIGINAL] - 1, y) == THEME.secondary
    assert image.pixelColor(TRACK_LEFT[Side.ORIGINAL] + 3, y) == THEME.chrome
    assert image.pixelColor(TRACK_LEFT[Side.ORIGINAL] - 1, y + 3) == THEME.chrome


def test_places_that_were_found_are_marked_at_the_outer_edge(strip: OverviewStrip) -> None:
    def marked(x: int) -> list[int]:
        image = picture(strip)
        return [y for y in range(HEIGHT) if image.pixelColor(x, y) == THEME.hit]

    strip.set_found(Finder(PAGES).find(Query("thawed")))
    assert marked(1) == []
    assert all(0.2 <= y / HEIGHT <= 0.3 for y in marked(STRIP_WIDTH - 2))
    assert marked(STRIP_WIDTH - 2)
    strip.set_found(NO_HITS)
    assert marked(STRIP_WIDTH - 2) == []


def test_a_line_joins_both_places_of_what_moved(strip: OverviewStrip) -> None:
    def dark_in_gap() -> int:
        image = picture(strip)
        gap = range(INNER[Side.ORIGINAL] + 1, INNER[Side.REWRITE])
        return sum(image.pixelColor(x, y) != THEME.chrome for x in gap for y in range(50, 150))

    assert dark_in_gap() == 0
    nights = "\n\n".join([NIGHT] * 6)
    moved = made_pair(
        f"She slept.\n\n{nights}",
        f"{nights}\n\nShe slept.",
        "0~6 1=0 2=1 3=2 4=3 5=4 6=5",
        paragraphs="0~6 1=0 2=1 3=2 4=3 5=4 6=5",
    )
    strip.set_pages(moved, heights_of(moved), Filter())
    assert dark_in_gap() >= 100


def test_what_is_on_screen_is_framed(strip: OverviewStrip) -> None:
    strip.set_visible(0.5, 0.75)
    image = picture(strip)
    inside = [y for y in range(HEIGHT) if image.pixelColor(2, y) == THEME.page]
    assert (min(inside), max(inside)) == (pytest.approx(100, abs=2), pytest.approx(150, abs=2))
    assert image.pixelColor(2, 50) == THEME.chrome


def test_a_frame_is_never_too_low_to_be_seen(strip: OverviewStrip) -> None:
    strip.set_visible(0.5, 0.5)
    image = picture(strip)
    assert sum(image.pixelColor(2, y) == THEME.page for y in range(HEIGHT)) >= 5


def test_before_there_is_a_pair_it_is_empty(qtbot: QtBot) -> None:
    empty = OverviewStrip(THEME)
    qtbot.addWidget(empty)
    empty.resize(STRIP_WIDTH, HEIGHT)
    image = picture(empty)
    colors = {image.pixelColor(x, y).name() for x in range(STRIP_WIDTH) for y in range(HEIGHT)}
    assert colors == {THEME.chrome.name()}
    assert tip_at(empty, 50) == ""


@pytest.mark.parametrize(
    ("y", "share"), [(0, 0.0), (50, 0.25), (HEIGHT, 1.0), (-9, 0.0), (HEIGHT + 9, 1.0)]
)
def test_a_press_goes_to_that_share_of_the_whole(
    strip: OverviewStrip, qtbot: QtBot, y: int, share: float
) -> None:
    with qtbot.waitSignal(strip.share_chosen) as chosen:
        QApplication.sendEvent(strip, event_at(QEvent.Type.MouseButtonPress, y))
    assert chosen.args == [share]


def event_at(kind: QEvent.Type, y: int, *, is_held: bool = True) -> QMouseEvent:
    button = Qt.MouseButton.LeftButton if is_held else Qt.MouseButton.NoButton
    return mouse(kind, QPointF(STRIP_WIDTH / 2, y), button=button)


def test_a_drag_is_followed_and_a_pointer_that_holds_nothing_is_not(
    strip: OverviewStrip, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(strip.share_chosen) as chosen:
        QApplication.sendEvent(strip, event_at(QEvent.Type.MouseMove, 100))
    assert chosen.args == [0.5]
    with qtbot.assertNotEmitted(strip.share_chosen):
        QApplication.sendEvent(strip, event_at(QEvent.Type.MouseMove, 100, is_held=False))


def test_the_change_under_the_pointer_is_named(strip: OverviewStrip, qtbot: QtBot) -> None:
    strip.show()
    y = rows_with(strip, ViewKind.REWORDED)[2]
    assert tip_at(strip, y) == "≈ snowed → thawed"
    assert tip_at(strip, y, INNER[Side.ORIGINAL]) == "≈ snowed → thawed"


def test_where_nothing_changed_there_is_no_tooltip(strip: OverviewStrip, qtbot: QtBot) -> None:
    strip.show()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert tip_at(strip, 130) == ""
    assert tip_at(strip, rows_with(strip, ViewKind.ADDED)[-8], INNER[Side.ORIGINAL]) == ""


def test_over_a_track_a_change_of_that_side_is_named(strip: OverviewStrip) -> None:
    strip.show()
    y = rows_with(strip, ViewKind.ADDED)[-8]
    assert tip_at(strip, y, INNER[Side.REWRITE]) == "+ She slept well."


def test_the_chapter_is_named_under_the_change_or_alone(strip: OverviewStrip) -> None:
    strip.set_pages(two_chapters(), heights_of(two_chapters()), Filter())
    strip.show()
    assert tip_at(strip, HEIGHT - 5) == "Evening"


def test_a_finding_has_its_sign_and_its_reason(strip: OverviewStrip) -> None:
    found = harbour()
    strip.set_pages(found, heights_of(found), Filter(), ShownFindings(found))
    image, middle = picture(strip), STRIP_WIDTH // 2
    signs = [y for y in range(HEIGHT) if image.pixelColor(middle, y) == THEME.finding]
    assert len(signs) >= 8
    y = signs[len(signs) // 2]
    assert image.pixelColor(INNER[Side.ORIGINAL] - 1, y) != THEME.finding
    point = QPoint(middle, signs[2])
    event = QHelpEvent(QEvent.Type.ToolTip, point, strip.mapToGlobal(point))
    QApplication.sendEvent(strip, event)
    assert QToolTip.text().startswith("◆ Negation: the negation is gone: not signed")
