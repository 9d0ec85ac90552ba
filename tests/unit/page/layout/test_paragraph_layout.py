from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from facing_pages.core.model import EmphasisKind, Span
from facing_pages.page.layout.page_style import bundled_family
from facing_pages.page.layout.paragraph_form import ParagraphForm
from facing_pages.page.layout.paragraph_layout import ParagraphLayout

SENTENCE = "The lamp was quiet when she came down to the harbour, and nobody had seen her."
LINE = 30


def set_in(text: str, width: float = 240.0, indent: float = 0.0) -> ParagraphLayout:
    font = QFont(bundled_family())
    font.setPixelSize(18)
    return ParagraphLayout(
        text, font, width=width, line_height=LINE, form=ParagraphForm(indent, indent)
    )


@pytest.fixture
def layout() -> ParagraphLayout:
    return set_in(SENTENCE)


def test_lines_have_a_fixed_distance(layout: ParagraphLayout) -> None:
    assert layout.line_count > 2
    assert layout.height == layout.line_count * LINE


def test_a_paragraph_without_text_is_as_high_as_a_line() -> None:
    layout = set_in("")
    assert layout.height == LINE
    assert layout.rects(Span(0, 0)) == []
    assert layout.position_at(50, 10) == 0


def test_a_span_over_a_line_end_has_a_box_on_each_line_without_the_space(
    layout: ParagraphLayout,
) -> None:
    end = layout.line_ends(0)[1]
    assert SENTENCE[end] == " "
    first, second = layout.rects(Span(end - 3, end + 4))
    assert first.right() == pytest.approx(layout.rects(Span(end - 3, end))[0].right())
    assert second.left() == pytest.approx(0)


@pytest.mark.parametrize("position", [0, 4, 30, len(SENTENCE)])
def test_a_position_is_found_where_its_caret_stands(layout: ParagraphLayout, position: int) -> None:
    box = layout.caret_box(position)
    assert layout.position_at(box.left(), box.center().y()) == position
    assert layout.on_line(layout.line_of(position), box.left()) == position


def test_points_beside_and_below_the_text_are_outside(layout: ParagraphLayout) -> None:
    assert layout.is_inside(20, 10)
    assert not layout.is_inside(-20, 10)
    assert not layout.is_inside(20, layout.height + 10)


@pytest.mark.parametrize(
    ("beyond", "is_inside"), [(0.0, True), (2.5, True), (3.5, False), (20.0, False)]
)
def test_three_pixels_around_a_line_are_inside(
    layout: ParagraphLayout, beyond: float, is_inside: bool
) -> None:
    (word,) = layout.rects(Span(0, 3))
    assert layout.is_inside(word.left() - beyond, word.center().y()) is is_inside
    assert layout.is_inside(word.center().x(), word.top() - beyond) is is_inside


def test_the_baseline_of_a_box_is_that_of_its_line(layout: ParagraphLayout) -> None:
    boxes = layout.rects(Span(0, len(SENTENCE)))
    baselines = layout.baselines(boxes)
    assert len(boxes) == layout.line_count
    first = baselines[0]
    assert boxes[0].center().y() < first < boxes[0].bottom()
    assert baselines == [pytest.approx(first + number * LINE) for number in range(len(boxes))]
    assert layout.baselines(boxes[1:2]) == [pytest.approx(first + LINE)]


@pytest.mark.parametrize(
    ("text", "has_some"),
    [
        ("The café was quiet.", False),
        ("In Hebrew it is שלום.", True),
        ("It was \ufb1d.", True),
        ("It was \ufefc.", True),
        ("It was \ufefd.", False),
        ("It was \u08ff.", True),
        ("It was \u0900.", False),
    ],
)
def test_letters_that_run_from_right_to_left_are_noticed(text: str, has_some: bool) -> None:
    assert set_in(text).has_right_to_left is has_some


def test_a_position_behind_the_end_is_the_end_also_behind_an_emoji() -> None:
    layout = set_in("A lamp 🕯")
    assert layout.rects(Span(7, 99)) == layout.rects(Span(7, 8))
    assert layout.caret_box(99) == layout.caret_box(8)


def test_an_emoji_is_one_position(layout: ParagraphLayout) -> None:
    layout = set_in("A🕯b lamp")
    assert [layout.next_to(position) for position in (0, 1, 2)] == [1, 2, 3]
    at = layout.text.index("lamp")
    box = layout.rects(Span(at, at + 4))[0]
    assert layout.position_at(box.left() + 1, box.center().y()) == at
    assert layout.next_to(3, by_words=True) == at
    assert layout.next_to(0, back=True) == 0


def test_hebrew_starts_at_the_right_edge_inside_the_indent() -> None:
    layout = set_in("שלום לכם.", indent=20.0)
    assert layout.rects(Span(0, 4))[0].right() == pytest.approx(220, abs=2)


def test_what_is_bold_is_wider() -> None:
    font = QFont(bundled_family())
    font.setPixelSize(18)
    bold = ParagraphLayout(
        "quiet", font, width=240, line_height=LINE, emphasis=[(Span(0, 5), EmphasisKind.BOLD)]
    )
    assert bold.rects(Span(0, 5))[0].width() > set_in("quiet").rects(Span(0, 5))[0].width()


def test_lines_after_the_first_have_their_own_indent() -> None:
    font = QFont(bundled_family())
    font.setPixelSize(18)
    form = ParagraphForm(indent=40.0, first=10.0)
    layout = ParagraphLayout(SENTENCE, font, width=240, line_height=LINE, form=form)
    boxes = layout.rects(Span(0, len(SENTENCE)))
    assert boxes[0].left() == pytest.approx(10, abs=1)
    assert [box.left() for box in boxes[1:]] == pytest.approx([40.0] * (len(boxes) - 1), abs=1)
