"""Lines of printed pages become the paragraphs that were set."""

from __future__ import annotations

from facing_pages.core.model import EmphasisKind, Role
from facing_pages.core.reading.formats.columns import PrintedLine, PrintedPage
from facing_pages.core.reading.formats.reflow import reflow

LEFT, RIGHT, PITCH = 70.0, 370.0, 14.0


def line(words: str, number: float, **changes: object) -> PrintedLine:
    """Return a line of a page; its number counts from the top in usual distances."""
    short = min(1.0, len(words) / 60)
    usual: dict[str, object] = {
        "text": words,
        "left": LEFT,
        "right": LEFT + short * (RIGHT - LEFT),
        "top": 100 + number * PITCH,
        "bottom": 110 + number * PITCH,
        "size": 10.0,
    }
    return PrintedLine(**{**usual, **changes})  # type: ignore[arg-type]


def texts(*pages: list[PrintedLine]) -> list[str]:
    rich = reflow([PrintedPage(440.0, 700.0, tuple(lines)) for lines in pages])
    return [unit.span.of(rich.text) for unit in rich.units]


FULL = "the lamp in the tower had been dark for eleven years and so on"


def test_space_and_indents_begin_paragraphs() -> None:
    assert texts([line(FULL, 0), line("and out.", 1), line(FULL, 2.6), line("Yes.", 3.6)]) == [
        f"{FULL} and out.",
        f"{FULL} Yes.",
    ]
    indented = line(FULL, 2, left=LEFT + 15)
    assert texts([line(FULL, 0), line("and out.", 1), indented, line("Yes.", 3)]) == [
        f"{FULL} and out.",
        f"{FULL} Yes.",
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = [line(FULL, k) for k in range(3)]
    assert texts(first, [line("and it was cold.", 0)]) == [
        " ".join([FULL] * 3 + ["and it was cold."])
    ]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            line(f"{number} The Lamp", -5, top=30.0, bottom=40.0),
            *(line(FULL, k) for k in range(3)),
            line(f"PrintedPage {number}", 40, top=670.0, bottom=680.0),
        ]
        for number in (12, 13, 14)
    ]
    assert texts(*pages) == [" ".join([FULL] * 9)]


def test_two_columns_are_read_one_after_the_other() -> None:
    short = "half as wide a line as before"
    left = [line(short, k, left=40.0, right=200.0) for k in range(20)]
    right = [line("another line of words here", k, left=230.0, right=390.0) for k in range(20)]
    crossed = [entry for pair in zip(left, right, strict=True) for entry in pair]
    assert texts(crossed) == [" ".join([short] * 20 + ["another line of words here"] * 20)]


def test_hyphens_at_line_ends_are_undone_unless_they_belong_there() -> None:
    lines = [
        line("a well-known lamp and a light-", 0, right=RIGHT),
        line("house with a well-", 1, right=RIGHT),
        line("known keeper in a light\u00ad", 2, right=RIGHT),
        line("less tower, \ufb01rst of all.", 3),
    ]
    assert texts(lines) == [
        "a well-known lamp and a lighthouse with a well-known keeper in a lightless tower, "
        "first of all."
    ]


def test_larger_and_bold_lines_are_headings() -> None:
    rich = reflow(
        [
            PrintedPage(
                440.0,
                700.0,
                (
                    line("The Lamp", 0, size=16.0, bottom=116.0),
                    line(FULL, 2),
                    line("and out.", 3, is_italic=True),
                    line("Why it went out", 5, is_bold=True),
                    line(FULL, 6.5),
                ),
            )
        ]
    )
    assert [(unit.role, unit.level) for unit in rich.units] == [
        (Role.HEADING, 1),
        (Role.PROSE, 0),
        (Role.HEADING, 2),
        (Role.PROSE, 0),
    ]
    assert [(e.span.of(rich.text), e.kind) for e in rich.emphasis] == [
        ("and out.", EmphasisKind.ITALIC)
    ]
