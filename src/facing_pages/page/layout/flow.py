"""Keeps two texts that flow freely together at the reading line.

The text that is scrolled leads. The other one is brought to where the sentence at the reading
line has its counterpart, at a limited speed so that it never leaps.

       leads                  follows
    A ..........           A ..........
    B ..........           A'..........  (added)
    C .......... ------->  C ..........  reading line: C faces C
    D ..........           D ..........

Between two such sentences the share of the way is the same on both sides.
"""

from __future__ import annotations

from typing import Final

from facing_pages.core.model import Side
from facing_pages.page.layout.laid_out_page import LaidOutPage
from facing_pages.page.layout.placed import at_height
from facing_pages.page.layout.scroll_anchor import END_SPACE, READING_LINE
from facing_pages.viewmodel.flow_anchors import flow_anchors
from facing_pages.viewmodel.pair_view import PairView

# How many times as fast as the leading text the other one may be, and pixels it may always move:
# about a line, by judgement.
MAX_FOLLOW_RATIO: Final = 3
MIN_FOLLOW_STEP: Final = 24
# Rows between two places that are laid out to know the way from one to the other exactly; what is
# further on stays estimated, so that a step never costs more than these. By judgement.
MAX_MEASURED_ROWS: Final = 40
# Share of the screen the reading line is at when the end of the text is reached: where it ends.
END_LINE: Final = 1 - END_SPACE


class Flow:
    """Two pages of one column each."""

    def __init__(self, pages: PairView, flows: dict[Side, LaidOutPage]) -> None:
        self._pages = pages
        self._flows = flows
        self._anchors = flow_anchors(pages)

    def follow(self, leader: Side, screen: int, most: int | None = None) -> bool:
        """Bring the other text along, by at most some pixels; tell whether it got there."""
        follower = self._flows[leader.other]
        line = self._reading_line(self._flows[leader], screen)
        row, inside = self._target(leader, line)
        y_now = int(follower.heights.tops[row]) - follower.place.value
        wanted = y_now - (line - inside)
        if most is None or abs(wanted) <= most:
            follower.place.put(row, line - inside, screen)
            return True
        before = follower.place.value
        follower.place.scroll_by(max(-most, min(most, wanted)), screen)
        return follower.place.value == before

    def _reading_line(self, leader: LaidOutPage, screen: int) -> int:
        """Return the height on screen at which both texts belong together.

        It starts at the top and goes down with the text, so that both reach both ends at once.
        """
        value, largest = leader.place.value, leader.place.largest_value(screen)
        line = READING_LINE * screen
        to_end = min(1.0, max(0.0, (value - (largest - screen)) / max(1, screen)))
        line += to_end * (END_LINE - READING_LINE) * screen
        return round(min(line, max(0, value)))

    def _target(self, leader: Side, line: int) -> tuple[int, int]:
        """Return the row of the other text, and how far below its top, that belongs to a line."""
        lead, other = self._flows[leader], self._flows[leader.other]
        at = lead.place.value + line
        if at < 0:
            return 0, at
        position = self._position_at(leader, at)
        before, after = self._anchors.around(leader, position)
        k = 0 if leader is Side.ORIGINAL else 1
        lead_ends = self._heights(lead, leader, (before[k], after[k]))
        ends = self._heights(other, leader.other, (before[1 - k], after[1 - k]))
        share = (at - lead_ends[0]) / max(1, lead_ends[1] - lead_ends[0])
        row, inside = other.place_of(leader.other, self._within(leader.other, before[1 - k]))
        return row, inside + round(min(1.0, max(0.0, share)) * (ends[1] - ends[0]))

    def _within(self, side: Side, position: int) -> int:
        return min(position, len(self._pages.text(side).text) - 1)

    def _position_at(self, side: Side, y: int) -> int:
        flow = self._flows[side]
        row = flow.heights.row_at(max(0, min(y, flow.heights.total - 1)))
        flow.measure(row)
        inside = y - int(flow.heights.tops[row])
        best = at_height(flow.layouts.row(row).paragraphs[side], inside)
        if best is None:
            number = self._pages.rows.row(row).paragraphs(side).start
            text = self._pages.text(side)
            return text.paragraph_span(min(number, len(text) - 1)).start if len(text) else 0
        return best.place_at(0.0, inside - best.y)[1]

    def _heights(
        self, flow: LaidOutPage, side: Side, positions: tuple[int, int]
    ) -> tuple[int, int]:
        """Return how far down two places are; what is between them is laid out first."""
        length = len(self._pages.text(side).text)
        places = [flow.place_of(side, self._within(side, position)) for position in positions]
        for row in range(places[0][0], min(places[1][0] + 1, places[0][0] + MAX_MEASURED_ROWS)):
            flow.measure(row)
        tops = flow.heights.tops
        first = int(tops[places[0][0]]) + places[0][1]
        if positions[1] >= length:
            return first, flow.heights.total
        return first, int(tops[places[1][0]]) + places[1][1]
