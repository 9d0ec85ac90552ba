"""The numbers that a web page gives the items of its lists: `<ol start=4><li>` is item 4."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from facing_pages.core.model import BULLETED
from facing_pages.core.reading.formats.markup import whole_number

# The largest number shown. By judgement: larger ones are mistakes in the page.
MAX_ORDINAL: Final = 99_999


class ListOrdinals:
    """Counts the items of the open lists of a page."""

    def __init__(self) -> None:
        # The ordinal of the next item of each open list, the outermost first.
        self._next: list[int] = []
        self._pending = 0

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Handle the start of an element."""
        if tag == "ul":
            self._next.append(BULLETED)
        elif tag == "ol":
            self._next.append(_number(attributes.get("start", "")) or 1)
        elif tag == "li" and self._next:
            own = _number(attributes.get("value", ""))
            if own and self._next[-1] != BULLETED:
                self._next[-1] = own
            self._pending = self._next[-1]
            if self._pending != BULLETED:
                self._next[-1] += 1

    def end(self, tag: str) -> None:
        """Handle the end of an element."""
        if tag in ("ul", "ol") and self._next:
            self._next.pop()
        elif tag == "li":
            self._pending = 0

    def take(self) -> int:
        """Return the ordinal of the open item for its first unit, 0 for what follows it."""
        pending, self._pending = self._pending, 0
        return pending


def _number(value: str) -> int:
    return min(max(0, whole_number(value, 0)), MAX_ORDINAL)
