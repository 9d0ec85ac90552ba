from __future__ import annotations

import pytest

from facing_pages.core.model import Side
from facing_pages.viewmodel.modes import GROUPING_NAMES, Grouping, MarkLevel, Mode

BOTH = (Side.ORIGINAL, Side.REWRITE)


@pytest.mark.parametrize(
    ("mode", "columns", "has_rows", "is_clean"),
    [
        (Mode.SIDE_BY_SIDE, BOTH, True, False),
        (Mode.ALIGN, BOTH, True, False),
        (Mode.FLOWING, BOTH, False, False),
        (Mode.ONE_COLUMN, (Side.REWRITE,), False, False),
        (Mode.ORIGINAL, (Side.ORIGINAL,), False, True),
        (Mode.REWRITE, (Side.REWRITE,), False, True),
    ],
)
def test_a_mode_says_how_the_texts_share_the_page(
    mode: Mode, columns: tuple[Side, ...], has_rows: bool, is_clean: bool
) -> None:
    assert (mode.columns, mode.has_rows, mode.is_clean) == (columns, has_rows, is_clean)


def test_the_level_after_words_is_the_first_again() -> None:
    assert [level.next for level in MarkLevel] == [
        MarkLevel.PARAGRAPHS,
        MarkLevel.SENTENCES,
        MarkLevel.WORDS,
        MarkLevel.OFF,
    ]


def test_a_higher_level_marks_a_smaller_unit() -> None:
    assert sorted(MarkLevel) == [
        MarkLevel.OFF,
        MarkLevel.PARAGRAPHS,
        MarkLevel.SENTENCES,
        MarkLevel.WORDS,
    ]
    assert [int(level) for level in MarkLevel] == [0, 1, 2, 3]  # as the settings keep it


def test_every_grouping_has_a_name() -> None:
    assert set(GROUPING_NAMES) == set(Grouping)
