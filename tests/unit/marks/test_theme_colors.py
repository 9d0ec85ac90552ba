from __future__ import annotations

import pytest

from facing_pages.marks.kinds import ViewKind
from facing_pages.marks.theme_colors import color_of, theme_colors


def test_the_colours_on_paper_are_those_of_the_light_window() -> None:
    light = theme_colors("light")
    assert color_of(ViewKind.REMOVED, "lines") == light["lines"]["removed"]
    assert color_of(ViewKind.ADDED, "fills") == light["fills"]["added"]


def test_a_kind_without_a_fill_has_no_colour_for_it() -> None:
    assert color_of(ViewKind.MOVED, "fills") == ""


def test_there_is_no_theme_of_another_name() -> None:
    with pytest.raises(FileNotFoundError):
        theme_colors("mustard")
