"""One paragraph set in lines, and where its characters are.

Positions given and returned are code points inside the paragraph; Qt counts UTF-16 units, which
differ as soon as there is an emoji. All coordinates start at the paragraph's upper left corner.

    code points   A 0   🕯 1   b 2        the boxes of the span 6 to 18:   The la[mp was]
    UTF-16 units  A 0   🕯 1   b 3                                         [quiet] again.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from facing_pages.core.model import EmphasisKind, Span
from facing_pages.page.layout.paragraph_form import PLAIN_FORM, ParagraphForm
from facing_pages.viewmodel.wording.directions import runs_right_to_left

_RIGHT_TO_LEFT_LETTERS: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")


class ParagraphLayout:
    """A paragraph in lines of a fixed distance."""

    def __init__(
        self,
        text: str,
        font: QFont,
        *,
        width: float,
        line_height: int,
        form: ParagraphForm = PLAIN_FORM,
        emphasis: Sequence[tuple[Span, EmphasisKind]] = (),
    ) -> None:
        self.text = text
        self.form = form
        self._offsets = _utf16_offsets(text)
        self.has_right_to_left = _has_right_to_left(text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.is_right_to_left = self.has_right_to_left and runs_right_to_left(text)
        if self.is_right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self._layout = QTextLayout(text, font)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        if emphasis:
            self._layout.setFormats([self._set_apart(*entry) for entry in emphasis])
        # Where each line starts, the space above its letters included.
        self.line_tops: list[int] = []
        self.height = self._set_lines(width, line_height)

    def draw(self, painter: QPainter, origin: QPointF) -> None:
        """Draw the text with the painter's pen."""
        self._layout.draw(painter, origin)

    def rects(self, span: Span) -> list[QRectF]:
        """Return the boxes a span covers, one or more a line, without spaces at line ends."""
        start, end = self._to_qt(span.start), self._to_qt(span.end)
        boxes: list[QRectF] = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first = line.textStart()
            last = first + line.textLength()
            if last <= start:
                continue
            if first >= end:
                break
            boxes += self._line_boxes(line, max(first, start), min(last, end))
        return boxes

    def baselines(self, boxes: list[QRectF]) -> list[float]:
        """Return the baseline of each box's line."""
        lines = [self._layout.lineAt(n) for n in range(self._layout.lineCount())]
        tops = [line.y() for line in lines]
        result: list[float] = []
        for box in boxes:
            line = lines[max(0, bisect_left(tops, box.top() + 0.5) - 1)]
            result.append(line.y() + line.ascent())
        return result

    @property
    def first_line(self) -> QRectF:
        """Return the box of the first line, as wide as it may get."""
        return self._layout.lineAt(0).rect()

    def caret_box(self, position: int) -> QRectF:
        """Return the line before a character, one pixel wide."""
        at = self._to_qt(min(position, len(self.text)))
        line = self._layout.lineForTextPosition(at)
        if not line.isValid():
            line = self._layout.lineAt(self._layout.lineCount() - 1)
        return QRectF(_x(line, at), line.y(), 1.0, line.height())

    def lines_before(self, position: int) -> float:
        """Return how many lines are filled before a position, a share of its own included."""
        at = self._to_qt(min(position, len(self.text)))
        line = self._layout.lineAt(self.line_of(position))
        share = (_x(line, at) - line.x()) / max(1.0, line.width())
        if self.is_right_to_left:
            share = 1.0 - share
        return int(line.lineNumber()) + min(1.0, max(0.0, share))

    def top_of(self, position: int) -> int:
        """Return where the line of a position starts, the space above its letters included."""
        return self.line_tops[self.line_of(position)]

    def lower(self, position: int, pixels: int) -> None:
        """Move the line of a position and all lines after it down."""
        for number in range(self.line_of(position), self.line_count):
            line = self._layout.lineAt(number)
            line.setPosition(QPointF(line.x(), line.y() + pixels))
            self.line_tops[number] += pixels
        self.height += pixels

    @property
    def line_count(self) -> int:
        """Return the number of lines."""
        return int(self._layout.lineCount())

    def line_of(self, position: int) -> int:
        """Return the number of the line before one of whose characters a position is."""
        line = self._layout.lineForTextPosition(self._to_qt(min(position, len(self.text))))
        return int(line.lineNumber()) if line.isValid() else self.line_count - 1

    def on_line(self, number: int, x: float) -> int:
        """Return the position on a line nearest to `x`."""
        return self._from_qt(int(self._layout.lineAt(number).xToCursor(x)))

    def line_ends(self, number: int) -> tuple[int, int]:
        """Return the first and the last position of the caret on a line."""
        line = self._layout.lineAt(number)
        start, end = line.textStart(), line.textStart() + line.textLength()
        is_last = number == self.line_count - 1
        return self._from_qt(start), self._from_qt(end if is_last else max(start, end - 1))

    def next_to(self, position: int, *, back: bool = False, by_words: bool = False) -> int:
        """Return where the caret stands next, a character or a word on; itself at the end."""
        skip = (
            QTextLayout.CursorMode.SkipWords if by_words else QTextLayout.CursorMode.SkipCharacters
        )
        at = self._to_qt(min(position, len(self.text)))
        step = self._layout.previousCursorPosition if back else self._layout.nextCursorPosition
        return self._from_qt(int(step(at, skip)))

    def position_at(self, x: float, y: float) -> int:
        """Return the position nearest to a point."""
        count = self._layout.lineCount()
        for number in range(count):
            line = self._layout.lineAt(number)
            below = self._layout.lineAt(number + 1) if number + 1 < count else None
            if below is None or y < (line.y() + line.height() + below.y()) / 2:
                return self._from_qt(int(line.xToCursor(x)))
        return len(self.text)

    def is_inside(self, x: float, y: float) -> bool:
        """Tell whether a point is on a line of text, not beside or below it."""
        for number in range(self._layout.lineCount()):
            box = self._layout.lineAt(number).naturalTextRect()
            if box.adjusted(-3, -3, 3, 3).contains(QPointF(x, y)):
                return True
        return False

    def _set_lines(self, width: float, line_height: int) -> int:
        layout = self._layout
        layout.beginLayout()
        y = 0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            indent = self.form.indent if self.line_tops else self.form.first
            line.setLineWidth(width - indent)
            height = max(line_height, math.ceil(line.height()))
            line.setPosition(
                QPointF(0.0 if self.is_right_to_left else indent, y + (height - line.height()) / 2)
            )
            self.line_tops.append(y)
            y += height
        layout.endLayout()
        return max(y, line_height)

    def _set_apart(self, span: Span, kind: EmphasisKind) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start = self._to_qt(span.start)
        found.length = self._to_qt(span.end) - found.start
        found.format = _EMPHASIS_FORMATS[kind]()
        return found

    def _line_boxes(self, line: QTextLine, start: int, end: int) -> list[QRectF]:
        text = self._layout.text() if self._offsets is None else None
        if text is not None:
            while (
                end > start and text[end - 1] == " " and end == line.textStart() + line.textLength()
            ):
                end -= 1
        if end <= start:
            return []
        if not self.has_right_to_left:
            return [self._box(line, start, end)]
        boxes: list[QRectF] = []
        for position in range(start, end):
            box = self._box(line, position, position + 1)
            if boxes and boxes[-1].adjusted(-1, 0, 1, 0).intersects(box):
                boxes[-1] = boxes[-1].united(box)
            elif box.width() > 0:
                boxes.append(box)
        return boxes

    def _box(self, line: QTextLine, start: int, end: int) -> QRectF:
        first, last = _x(line, start), _x(line, end)
        left, right = min(first, last), max(first, last)
        return QRectF(left, line.y(), right - left, line.height())

    def _to_qt(self, position: int) -> int:
        if self._offsets is None:
            return position
        return self._offsets[min(position, len(self._offsets) - 1)]

    def _from_qt(self, position: int) -> int:
        if self._offsets is None:
            return position
        return bisect_left(self._offsets, position)


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # a pair in some versions of the binding
    return float(found[0] if isinstance(found, tuple) else found)


def _utf16_offsets(text: str) -> list[int] | None:
    """Return the UTF-16 position of each code point and of the end; None if they are the same."""
    if not text or max(text) <= "\uffff":
        return None
    return [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]


def _has_right_to_left(text: str) -> bool:
    return not text.isascii() and _RIGHT_TO_LEFT_LETTERS.search(text) is not None


def _italic() -> QTextCharFormat:
    found = QTextCharFormat()
    found.setFontItalic(True)
    return found


def _bold() -> QTextCharFormat:
    found = QTextCharFormat()
    found.setFontWeight(QFont.Weight.DemiBold)
    return found


_EMPHASIS_FORMATS = {EmphasisKind.ITALIC: _italic, EmphasisKind.BOLD: _bold}
