"""What the place of a paragraph in its text makes of its look: how it is set in, what is beside it.

    PROSE      The lamp was quiet, and        QUOTE      | Whoever leaves without
               it rained all night.                      | a lamp is sent back.
    LIST_ITEM  • Ropes, dry and               LIST_ITEM  1. Ring the bell, then
                 coiled.                                    wait for an answer.

Bullets, automatic numbers and bars are painted; they are not part of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from facing_pages.core.languages.punctuation import list_mark_length
from facing_pages.core.model import BULLETED, Role

# Line heights that a level of a quotation and of a list is set in by, and by how much the lines
# that a line of verse is broken into. By judgement.
QUOTE_INDENT: Final = 1.4
LIST_INDENT: Final = 1.2
VERSE_HANGING: Final = 1.2
_INDENTS: Final = {Role.QUOTE: QUOTE_INDENT, Role.LIST_ITEM: LIST_INDENT}
_BULLET: Final = "•"


@dataclass(frozen=True, slots=True)
class ParagraphForm:
    """Measures in pixels, from the side that the text begins at.

    The first line is set in by `first`, the others by `indent`. Left of the text of an item stands
    its `marker`; a bar stands at each of `bars`.
    """

    indent: float = 0.0
    first: float = 0.0
    marker: str = ""
    bars: tuple[float, ...] = ()


PLAIN_FORM: Final = ParagraphForm()


def indent_of(role: Role, level: int, line_height: int) -> float:
    """Return how far a paragraph is set in."""
    return _INDENTS.get(role, 0.0) * line_height * max(1, level)


def form_of(
    text: str, role: Role, level: int, ordinal: int, *, font: QFont, line_height: int
) -> ParagraphForm:
    """Return the form of a paragraph; the mark of an item in its text hangs left of its words."""
    indent = indent_of(role, level, line_height)
    if role is Role.VERSE:
        return ParagraphForm(VERSE_HANGING * line_height)
    if role is Role.QUOTE:
        step = QUOTE_INDENT * line_height
        bars = tuple(step * (depth + 0.4) for depth in range(max(1, level)))
        return ParagraphForm(indent, indent, bars=bars)
    if role is not Role.LIST_ITEM:
        return PLAIN_FORM
    if ordinal:
        return ParagraphForm(indent, indent, _BULLET if ordinal == BULLETED else f"{ordinal}.")
    mark = text[: list_mark_length(text)]
    hanging = QFontMetricsF(font).horizontalAdvance(mark) if mark else 0.0
    first = max(indent - LIST_INDENT * line_height, indent - hanging)
    return ParagraphForm(first + hanging, first) if mark else ParagraphForm(indent, indent)
