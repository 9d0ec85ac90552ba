"""One track of the strip as an image: the blocks of a text, and ink where it changed.

Ink begins at the inner edge, the strongest kind first; its width is the share of the text that
changed. Kinds differ in strength too, so that colour is not needed: what is on one side only is
solid, moved text is striped, reworded text paler.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage

from facing_pages.marks.kinds import ViewKind
from facing_pages.marks.pair_map import TrackBlocks
from facing_pages.ui.common.theme import Theme

# How much of the text colour is in a block without changes; by judgement, paler than any ink. More
# where there are no fills, so as not to be lost on a white page.
BLOCK_TINT: Final = 0.13
BLOCK_TINT_WITHOUT_FILLS: Final = 0.22
# The least tint of a line that has little text in it, and the least pixels of ink; by judgement.
MIN_FILLED: Final = 0.3
MIN_INK_PIXELS: Final = 2
# How strong the ink of a kind is, 1 for those not named; by judgement, in the order of loudness.
INK_STRENGTH: Final = {ViewKind.REWORDED: 0.6, ViewKind.MINOR: 0.35}
# Device pixels, times the ratio: the period of the stripes of moved text, and the inked ones.
STRIPE_PERIOD: Final = 3
STRIPE_INK: Final = 2
_STRONGEST_FIRST: Final = sorted(ViewKind, reverse=True)


def track_image(
    blocks: TrackBlocks, theme: Theme, width: int, *, ratio: float, is_mirrored: bool
) -> QImage:
    """Return an image with a line for each of the blocks, `width` pixels of the device wide.

    The inner edge is on the left, or on the right if it `is_mirrored`.
    """
    lines = len(blocks.filled)
    pixels = np.zeros((lines, width, 4), dtype=np.uint8)
    tint = BLOCK_TINT if theme.has_fills else BLOCK_TINT_WITHOUT_FILLS
    pixels[..., :3] = _bgr(theme.text)
    shade = np.where(blocks.filled > 0, np.maximum(blocks.filled, MIN_FILLED), 0.0)
    pixels[..., 3] = np.round(255 * tint * shade)[:, None]
    unit = max(1, round(ratio))
    kinds = _kinds(blocks.inked, width, MIN_INK_PIXELS * unit)
    kinds[blocks.filled == 0] = -1
    is_striped = np.arange(width) // unit % STRIPE_PERIOD >= STRIPE_INK
    kinds[(kinds == ViewKind.MOVED) & is_striped] = -1
    for kind in ViewKind:
        strength = INK_STRENGTH.get(kind, 1.0)
        pixels[kinds == kind] = (*_bgr(theme.lines[kind]), round(255 * strength))
    if is_mirrored:
        pixels = pixels[:, ::-1]
    data = np.ascontiguousarray(pixels).tobytes()
    return QImage(data, width, lines, 4 * width, QImage.Format.Format_ARGB32).copy()


def _kinds(inked: npt.NDArray[np.float64], width: int, least: int) -> npt.NDArray[np.int64]:
    """Return the kind of each pixel from the inner edge on, -1 for pixels without ink."""
    shares = inked[:, _STRONGEST_FIRST]
    widths = np.where(shares > 0, np.maximum(least, shares * width), 0.0)
    total = widths.sum(axis=1, keepdims=True)
    ends = np.cumsum(widths * np.minimum(1.0, width / np.maximum(total, 1.0)), axis=1)
    middles = np.arange(width) + 0.5
    places = (middles[None, :, None] >= ends[:, None, :]).sum(axis=2)
    kinds: npt.NDArray[np.int64] = np.array([*_STRONGEST_FIRST, -1])[places]
    return kinds


def _bgr(color: QColor) -> tuple[int, int, int]:
    """Return a colour in the order of bytes of the image."""
    return color.blue(), color.green(), color.red()
