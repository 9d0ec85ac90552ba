"""Every kind and style of mark has what it is drawn and named with."""

from __future__ import annotations

from facing_pages.marks.kinds import (
    KIND_OF_STYLE,
    KINDS_IN_ORDER,
    LINE_OF_STYLE,
    MERGED_GLYPH,
    LineShape,
    MarkStyle,
    ViewKind,
)


def test_every_kind_has_a_sign_and_a_name_of_its_own() -> None:
    glyphs = [kind.glyph for kind in ViewKind] + [MERGED_GLYPH]
    assert len({*glyphs}) == len(glyphs)
    assert {len(glyph) for glyph in glyphs} == {1}
    assert len({kind.words for kind in ViewKind}) == len(ViewKind)


def test_a_shared_pixel_shows_the_strongest_kind() -> None:
    assert sorted(ViewKind) == [
        ViewKind.MINOR,
        ViewKind.SPLIT,
        ViewKind.REWORDED,
        ViewKind.MOVED,
        ViewKind.ADDED,
        ViewKind.REMOVED,
    ]


def test_no_two_kinds_and_no_two_styles_share_a_number() -> None:
    for numbered in (ViewKind, MarkStyle):
        # A name with the number of another one would stand for the same.
        assert [*map(int, numbered.__members__.values())] == [*range(len(numbered))]


def test_every_style_but_none_is_of_a_kind() -> None:
    assert {*KIND_OF_STYLE} == {*MarkStyle} - {MarkStyle.NONE}


def test_each_kind_has_one_shape_of_line_and_no_other_kind_has_it() -> None:
    reordered = LINE_OF_STYLE[MarkStyle.REORDERED]
    assert reordered is LINE_OF_STYLE[MarkStyle.REWORDED]
    shapes = {(KIND_OF_STYLE[style], LINE_OF_STYLE[style]) for style in KIND_OF_STYLE}
    assert len(shapes) == len({kind for kind, _ in shapes}) == len({line for _, line in shapes})
    assert LINE_OF_STYLE[MarkStyle.NONE] is LineShape.NO


def test_all_kinds_are_in_the_legend() -> None:
    assert sorted(KINDS_IN_ORDER) == sorted(ViewKind)
