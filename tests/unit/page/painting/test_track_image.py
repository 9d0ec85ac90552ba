from __future__ import annotations

import numpy as np
import pytest

from facing_pages.marks.kinds import ViewKind
from facing_pages.marks.pair_map import TrackBlocks
from facing_pages.page.painting.track_image import MIN_INK_PIXELS, track_image
from facing_pages.ui.common.theme import load_theme

THEME = load_theme("light")
WIDTH = 20


def blocks(filled: float, **shares: float) -> TrackBlocks:
    """Return one line of a track."""
    inked = np.zeros((1, len(ViewKind)))
    for kind, share in shares.items():
        inked[0, ViewKind[kind]] = share
    return TrackBlocks(np.array([filled]), inked)


def inked_pixels(line: TrackBlocks, *, is_mirrored: bool = False) -> list[int]:
    """Return which pixels have more than the tint of a block."""
    image = track_image(line, THEME, WIDTH, ratio=1.0, is_mirrored=is_mirrored)
    return [x for x in range(WIDTH) if image.pixelColor(x, 0).alpha() > 100]


def test_ink_is_as_wide_as_the_share_that_changed() -> None:
    assert inked_pixels(blocks(1.0, REMOVED=0.5)) == list(range(10))
    assert inked_pixels(blocks(1.0, REMOVED=1.0)) == list(range(WIDTH))


def test_the_tracks_face_each_other() -> None:
    assert inked_pixels(blocks(1.0, ADDED=0.5), is_mirrored=True) == list(range(10, WIDTH))


def test_a_single_word_is_seen() -> None:
    assert inked_pixels(blocks(1.0, REMOVED=0.001)) == list(range(MIN_INK_PIXELS))


def test_nothing_is_drawn_where_a_side_has_no_text() -> None:
    image = track_image(blocks(0.0, REMOVED=1.0), THEME, WIDTH, ratio=1.0, is_mirrored=False)
    assert all(image.pixelColor(x, 0).alpha() == 0 for x in range(WIDTH))


def test_the_strongest_kind_stands_at_the_inner_edge() -> None:
    image = track_image(
        blocks(1.0, REMOVED=0.25, REWORDED=0.25), THEME, WIDTH, ratio=1.0, is_mirrored=False
    )
    assert image.pixelColor(0, 0).name() == THEME.lines[ViewKind.REMOVED].name()
    assert image.pixelColor(7, 0).rgb() & 0xFFFFFF == pytest.approx(
        THEME.lines[ViewKind.REWORDED].rgb() & 0xFFFFFF
    )
    assert image.pixelColor(0, 0).alpha() > image.pixelColor(7, 0).alpha()
