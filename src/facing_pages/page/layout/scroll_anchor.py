"""Where the reader is in the whole: a row and an offset into it.

Heights are estimates until rows are laid out. Because the place is not a height but a row, a
correction anywhere else moves nothing on screen.

             row 4 ..............
    screen   row 5 ...(offset 30)  <- the place is (5, 30), whatever row 4 turns out to be
    |        row 5 ..............
    |        row 6 ..............
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from facing_pages.page.layout.row_heights import RowHeights

# Pixels above the first row, and share of the screen left free below the last, so that the end of
# the text can be read near the middle. By judgement.
TOP_SPACE: Final = 16
END_SPACE: Final = 0.35
# Where on the screen a place is put when the reader goes to it, as a share of the height, and
# between which shares it is left where it is; by judgement, above the middle, where more is to
# come.
READING_LINE: Final = 0.3
COMFORTABLE: Final = (0.08, 0.75)


class ScrollPlace:
    """A place in rows of known or estimated height.

    `measure` is called with the number of a row before its height is relied on.
    """

    def __init__(self, heights: RowHeights, measure: Callable[[int], None]) -> None:
        self._heights = heights
        self._measure = measure
        self.row = 0
        self.offset = -TOP_SPACE

    @property
    def value(self) -> int:
        """Return how far the top of the screen is below the top of the first row, in pixels."""
        return int(self._heights.tops[self.row]) + self.offset

    @property
    def is_at_start(self) -> bool:
        """Tell whether nothing is above the screen."""
        return self.row == 0 and self.offset <= 0

    def visible_rows(self, screen: int) -> list[tuple[int, int]]:
        """Return the rows on a screen of this height, with where they start on it."""
        rows: list[tuple[int, int]] = []
        y, row = -self.offset, self.row
        while y < screen and row < len(self._heights):
            self._measure(row)
            if self._heights.heights[row]:
                rows.append((row, y))
            y += int(self._heights.heights[row])
            row = self._heights.next_visible(row)
        return rows

    def put(self, row: int, y: int, screen: int) -> None:
        """Bring the top of a row to a height on screen, as far as the ends allow."""
        self.row, self.offset = row, -y
        self.settle(screen)

    def bring(self, row: int, inside: int, screen: int) -> None:
        """Bring a place inside a row to the reading line, unless it is well on screen."""
        self._measure(row)
        y = int(self._heights.tops[row]) + inside - self.value
        if not COMFORTABLE[0] * screen <= y <= COMFORTABLE[1] * screen:
            self.put(row, round(READING_LINE * screen) - inside, screen)

    def scroll_by(self, pixels: int, screen: int) -> None:
        """Move down by some pixels, up if negative."""
        self.offset += pixels
        self.settle(screen)

    def scroll_to(self, value: int, screen: int) -> None:
        """Move to a height of the whole; lays out nothing."""
        value = max(-TOP_SPACE, min(value, self.largest_value(screen)))
        self.row = self._heights.row_at(max(0, value))
        self.offset = value - int(self._heights.tops[self.row])

    def largest_value(self, screen: int) -> int:
        """Return the last place there is: the text's end, with some space below it."""
        return max(-TOP_SPACE, self._heights.total - round((1 - END_SPACE) * screen))

    def settle(self, screen: int) -> None:
        """Bring row and offset in order: the offset inside the row, the ends not passed."""
        heights = self._heights
        while self.offset < 0 and self.row > 0:
            self.row = heights.previous_visible(self.row)
            self._measure(self.row)
            self.offset += int(heights.heights[self.row])
        while self.row < len(heights) - 1:
            self._measure(self.row)
            if self.offset < heights.heights[self.row]:
                break
            following = heights.next_visible(self.row)
            if following >= len(heights):
                break
            self.offset -= int(heights.heights[self.row])
            self.row = following
        if self.row == 0:
            self.offset = max(-TOP_SPACE, self.offset)
        if self.value > (largest := self.largest_value(screen)):
            self.scroll_to(largest, screen)
