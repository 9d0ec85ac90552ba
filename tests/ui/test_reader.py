from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import ViewKind
from facing_pages.page.reader_view import ReaderView
from facing_pages.session.pair import Request, Source
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.theme import ThemeChoice
from facing_pages.ui.comparison.comparison_page import ComparisonPage
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import NO_CHANGES
from facing_pages.worker import first_pages as beginning
from facing_pages.worker.comparison_steps import BeginningAligned, RowsAligned
from facing_pages.worker.incremental_comparison import compare_in_steps

from .conftest import point_of, show_pair

LINES = [
    f"On day {k} the keeper counted {k + 3} boats, and the {('widow', 'clerk', 'cook')[k % 3]} "
    f"wrote number {k} into the grey book by the window, where nobody looked for it again."
    for k in range(120)
]
ORIGINAL = "\n\n".join(LINES)
# Each change has other words than the rest: the list joins what repeats.
SEEN = ("saw", "met", "drew", "hailed", "heard", "missed", "feared", "liked", "chased", "noticed")
OFTEN = ("often", "soon", "never", "always", "once", "twice", "hardly", "gladly", "badly", "slowly")
WORDS = [f"{often} {seen}" for often in (*OFTEN, "kindly", "rarely") for seen in SEEN]
REWRITE = "\n\n".join(
    line.replace("counted", words) for line, words in zip(LINES, WORDS, strict=True)
)


@pytest.fixture
def page(window: MainWindow) -> ComparisonPage:
    return show_pair(window, ORIGINAL, REWRITE)


def press(page: ComparisonPage, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(page.reader, key)


def test_rows_stay_level_at_every_width(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    for width in (840, 1000, 1500):
        window.resize(width, 800)
        reader = page.reader
        qtbot.waitUntil(lambda: page.reader.model.mode is Mode.SIDE_BY_SIDE)
        assert reader.model.layout is not None
        for row, _ in reader.scrolling.visible_rows():
            layout = reader.model.layout.page.layouts.row(row)
            starts = {side: layout.paragraphs[side][0].y for side in Side}
            assert starts[Side.ORIGINAL] == starts[Side.REWRITE] == 0


def test_the_paragraph_at_the_top_stays_when_the_width_changes(
    page: ComparisonPage, window: MainWindow
) -> None:
    page.reader.scrolling.scroll_to_share(0.5)
    before = page.reader.scrolling.top_row()
    window.resize(820, 800)
    assert abs(page.reader.scrolling.top_row() - before) <= 1


def test_corrected_heights_move_nothing_on_screen(page: ComparisonPage) -> None:
    reader = page.reader
    reader.scrolling.scroll_to_share(0.7)
    before = reader.scrolling.visible_rows()
    assert reader.model.layout is not None
    for row in range(len(reader.model.layout.page.heights)):
        reader.model.layout.page.measure(row)
    assert reader.scrolling.visible_rows() == before


def test_keys_scroll_to_the_ends_and_back(page: ComparisonPage, qtbot: QtBot) -> None:
    press(page, qtbot, Qt.Key.Key_End)
    assert page.reader.scrolling.visible_rows()[-1][0] == len(LINES) - 1
    press(page, qtbot, Qt.Key.Key_Home)
    assert page.reader.scrolling.top_row() == 0
    press(page, qtbot, Qt.Key.Key_PageDown)
    assert page.reader.scrolling.top_row() > 0
    press(page, qtbot, Qt.Key.Key_PageUp)
    assert page.reader.scrolling.top_row() == 0


def test_n_and_p_step_through_the_changes(page: ComparisonPage, qtbot: QtBot) -> None:
    press(page, qtbot, Qt.Key.Key_N)
    press(page, qtbot, Qt.Key.Key_N)
    assert page.navigator.place_text() == "2 of 120"
    press(page, qtbot, Qt.Key.Key_P)
    assert page.navigator.place_text() == "1 of 120"


def test_alt_with_arrows_steps_too(page: ComparisonPage, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(page.reader, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.navigator.place_text() == "1 of 120"
    window.commands[Command.LAST_CHANGE].trigger()
    assert page.navigator.place_text() == "120 of 120"
    assert any(row == 119 for row, _ in page.reader.scrolling.visible_rows())


def test_stepping_starts_where_the_reader_is(page: ComparisonPage) -> None:
    page.reader.scrolling.scroll_to_share(0.5)
    top = page.reader.scrolling.top_row()
    page.navigator.step(1)
    number = page.reader.place.current_change()
    assert number is not None
    assert page.pages is not None
    assert top <= page.pages.changes.entry(number).row <= top + 1


def test_where_nothing_follows_it_is_said(page: ComparisonPage) -> None:
    said: list[str] = []
    page.navigator.announced.connect(said.append)
    page.navigator.go_to_end(last=True)
    page.navigator.step(1)
    assert said[-1] == "No change after this place"
    page.navigator.go_to_end(last=False)
    page.navigator.step(-1)
    assert said[-1] == "No change before this place"
    assert page.pages is not None
    page.set_pages(replace(page.pages, changes=NO_CHANGES), keep_place=True)
    page.navigator.step(1)
    assert said[-1] == "No change found there yet"


def test_the_list_follows_and_leads(page: ComparisonPage, qtbot: QtBot) -> None:
    page.navigator.step(1)
    page.navigator.step(1)
    assert page.list.view.currentIndex().row() == 1
    page.list.take_focus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Down)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    assert page.navigator.place_text() == "3 of 120"


def test_the_list_is_filtered_by_words(page: ComparisonPage) -> None:
    page.list.filter_field.setText("nothing like this")
    assert page.list.model.rowCount() == 0
    page.list.filter_field.setText("SAW")
    assert page.list.model.rowCount() == len(WORDS) / len(SEEN)


def test_the_list_can_be_read_aloud(page: ComparisonPage) -> None:
    said = page.list.model.data(page.list.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "often saw instead of counted, reworded, change 1 of 120, paragraph 1"


def test_hovering_frames_the_counterpart(page: ComparisonPage, qtbot: QtBot) -> None:
    point = point_of(page.reader, Side.ORIGINAL, 10)
    with qtbot.waitSignal(page.reader.requests.sentence_hovered) as signal:
        qtbot.mouseMove(page.reader.viewport(), point)
    assert signal.args == [0]
    sides = {side for side, _ in page.reader.model.highlights.framed}
    assert sides == {Side.ORIGINAL, Side.REWRITE}


def test_a_click_on_a_mark_takes_the_change(page: ComparisonPage, qtbot: QtBot) -> None:
    at = ORIGINAL.index("counted") + 2
    qtbot.mouseClick(
        page.reader.viewport(),
        Qt.MouseButton.LeftButton,
        pos=point_of(page.reader, Side.ORIGINAL, at),
    )
    assert page.navigator.place_text() == "1 of 120"


def test_a_mark_under_the_pointer_says_what_it_is_and_why(page: ComparisonPage) -> None:
    def ask(word: str) -> None:
        reader = page.reader
        point = point_of(reader, Side.ORIGINAL, ORIGINAL.index(word) + 2)
        at = reader.viewport().mapToGlobal(point)
        QApplication.sendEvent(reader.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, at))

    ask("keeper")
    assert not QToolTip.isVisible()
    ask("counted")
    assert QToolTip.text().startswith(f"Reworded: counted → {WORDS[0]}\n")
    assert "·" in QToolTip.text()


def test_a_selection_is_copied_clean(page: ComparisonPage, qtbot: QtBot) -> None:
    start = point_of(page.reader, Side.REWRITE, 3)
    second = len(LINES[0].replace("counted", WORDS[0])) + 2
    end = point_of(page.reader, Side.REWRITE, second + 5)
    viewport = page.reader.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(viewport, end)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    page.reader.copying.copy_selection()
    copied = QGuiApplication.clipboard().text()
    assert copied.count("\n") == 1
    assert copied.splitlines()[0].endswith("looked for it again.")
    assert "saw" in copied


def test_a_double_click_selects_a_word(page: ComparisonPage, qtbot: QtBot) -> None:
    at = ORIGINAL.index("keeper") + 1
    qtbot.mouseDClick(
        page.reader.viewport(),
        Qt.MouseButton.LeftButton,
        pos=point_of(page.reader, Side.ORIGINAL, at),
    )
    assert page.reader.copying.selected_text() == "keeper"


def test_everything_of_a_side_can_be_selected(page: ComparisonPage) -> None:
    page.reader.caret.select_all()
    assert page.reader.copying.selected_text() == "\n".join(LINES)


def wheel(reader: ReaderView, x: int, delta: int, *, ctrl: bool = False) -> None:
    keys = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(x, 200), reader.mapToGlobal(QPointF(x, 200)), QPoint(), QPoint(0, delta),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(reader.viewport(), event)


def test_the_wheel_scrolls_zooms_and_steps(page: ComparisonPage, window: MainWindow) -> None:
    text, gutter = 60, round(page.reader.model.style.gutter_x)
    wheel(page.reader, text, -120)
    assert page.reader.scrolling.visible_rows()[0][1] < 16
    wheel(page.reader, text, 120, ctrl=True)
    assert window.settings.zoom == 110
    wheel(page.reader, gutter, -120)
    assert page.reader.place.current_change() is not None


def test_the_strip_leads_through_the_whole(page: ComparisonPage, qtbot: QtBot) -> None:
    strip = page.strip
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, round(strip.height() * 0.9)))
    assert page.reader.scrolling.top_row() > 80
    start, end = page.reader.scrolling.visible_share()
    assert 0.5 < start < end <= 1.0


def test_a_move_leads_to_its_other_half(
    window: MainWindow, sample: tuple[Path, Path], qtbot: QtBot
) -> None:
    page = show_pair(window, *sample)
    assert page.pages is not None
    moved = next(
        n
        for n in range(len(page.pages.changes))
        if page.pages.changes.entry(n).kind is ViewKind.MOVED
    )
    page.navigator.go_to_change(moved)
    entry = page.pages.changes.entry(moved)
    assert page.reader.place.current_row() == entry.row
    window.commands[Command.OTHER_END].trigger()
    assert page.reader.place.current_row() == entry.other_row
    window.commands[Command.OTHER_END].trigger()
    assert page.reader.place.current_row() == entry.row


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👩‍👧 The lamp 🕯 was quiet today.",
        "המגדלור עמד על הצוק והאור כבה.",
        "المنارة قديمة ولا أحد يعرف من بناها.",
        "灯台は岬に立っている。誰も知らない。",
        "A" * 3000,
        "e\u0301a\u0300 combining marks were quiet.",
    ],
)
def test_every_script_is_shown_and_marked(window: MainWindow, text: str) -> None:
    page = show_pair(window, f"{text}\n\n{LINES[0]}", f"{text} Again.\n\n{LINES[1]}")
    assert not window.grab().isNull()
    page.navigator.step(1)
    assert page.reader.place.current_change() is not None


def test_hebrew_starts_at_the_right_edge(window: MainWindow) -> None:
    page = show_pair(window, "שלום לכם.", "שלום לכולם.")
    assert page.reader.model.layout is not None
    placed = page.reader.model.layout.page.layouts.row(0).paragraphs[Side.ORIGINAL][0]
    box = placed.layout.rects(Span(0, 4))[0]
    assert box.right() == pytest.approx(page.reader.model.style.column_width, abs=2)


def test_a_new_pair_is_shown_from_its_start(window: MainWindow) -> None:
    page = show_pair(window, "\n\n".join(LINES[1:]), "\n\n".join([LINES[50], *LINES[1:50]]))
    assert page.reader.scrolling.top_row() == 0


def test_a_mark_after_an_emoji_stands_on_its_word(window: MainWindow) -> None:
    page = show_pair(
        window,
        "🕯🕯🕯 The lamp was quiet when she came down to the harbour.",
        "🕯🕯🕯 The lamp was silent when she came down to the harbour.",
    )
    reader = page.reader
    assert reader.model.layout is not None
    placed = reader.model.layout.page.layouts.row(0).paragraphs[Side.ORIGINAL][0]
    at = placed.layout.text.index("quiet")
    box = placed.layout.rects(Span(at, at + 5))[0]
    assert placed.layout.position_at(box.left() + 1, box.center().y()) == at
    assert placed.layout.position_at(box.right() - 1, box.center().y()) == at + 5


def test_the_window_is_painted_in_both_themes(sample_window: MainWindow) -> None:
    pictures = []
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        sample_window.store.set_theme(choice)
        pictures.append(sample_window.grab().toImage())
    assert pictures[0].pixelColor(400, 400).lightness() > 200
    assert pictures[1].pixelColor(400, 400).lightness() < 80


def test_marks_that_arrive_later_do_not_carry_the_reader_away(page: ComparisonPage) -> None:
    page.navigator.go_to_change(3)
    page.reader.scrolling.scroll_to_share(0.8)
    row = page.reader.scrolling.top_row()
    assert page.pages is not None
    again = replace(page.pages, changes=replace(page.pages.changes, done=0.5))
    page.set_pages(again, keep_place=True)
    assert page.reader.scrolling.top_row() == row
    assert page.reader.place.current_change() == 3


def test_marks_that_arrive_later_leave_the_list_where_it_is(page: ComparisonPage) -> None:
    page.navigator.go_to_change(3)
    page.list.take_focus()
    page.list.set_current(60)
    page.list.view.verticalScrollBar().setValue(50)
    assert page.pages is not None
    table = page.pages.changes.table[1:]
    again = replace(page.pages, changes=replace(page.pages.changes, table=table, done=0.5))
    page.set_pages(again, keep_place=True)
    assert page.list.view.verticalScrollBar().value() == 50
    assert page.list.model.change_of(page.list.view.currentIndex().row()) == 59


def test_the_beginning_of_long_texts_can_be_read_while_the_rest_is_aligned(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginning, "MIN_LONG_CHARACTERS", 30_000)
    lines = [
        f"On day {k} the keeper counted {k + 3} boats, lit lamp {k} and wrote to harbour {k}."
        for k in range(500)
    ]
    texts = ("\n\n".join(lines), "\n\n".join(lines[2:]).replace("counted", "saw"))
    request = Request(*(Source(pasted=text, name="text") for text in texts))
    steps = compare_in_steps(request)
    window.controller.state.ask_for(request)
    for step in steps:
        window.controller.take_step(step)
        if isinstance(step, BeginningAligned):
            break
    page = window.page
    assert page.pages is not None
    reader = page.reader
    assert not page.pages.is_aligned
    assert page.navigator.place_text() == f"{len(page.pages.changes)} changes"
    page.navigator.step(1)
    page.navigator.step(1)
    page.navigator.step(1)
    assert reader.place.current_change() == 2
    place = page.pages.changes.entry(2).original
    assert place is not None
    # What needs the links of sentences waits; nothing else does.
    qtbot.mouseMove(reader.viewport(), point_of(reader, Side.ORIGINAL, place.start))
    qtbot.mouseClick(
        reader.viewport(),
        Qt.MouseButton.LeftButton,
        pos=point_of(reader, Side.ORIGINAL, place.start),
    )
    assert reader.links.chosen() == {}
    for command in (Command.MARKS_SENTENCES, Command.MARKS_PARAGRAPHS, Command.MARKS_WORDS):
        window.commands[command].trigger()
        assert not window.grab().isNull()
    top = reader.scrolling.top_row()
    for step in steps:
        window.controller.take_step(step)
        assert reader.scrolling.top_row() == top
        if isinstance(step, RowsAligned):
            break
    assert page.pages.is_aligned
    assert page.pages.changes.entry(2).original == place
