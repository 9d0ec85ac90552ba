"""A small panel over the page that shows what faces a sentence, where one text is read alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from facing_pages.core.model import Side
from facing_pages.marks.row_signs import NO_COUNTERPART
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.side_names import side_title

# Pixels between the panel and the edges of the page, and between its own edges and its text. By
# judgement.
PANEL_MARGIN: Final = 18
PANEL_PADDING: Final = 16
# Share of the height of the page it may cover. By judgement.
MAX_PANEL_HEIGHT_SHARE: Final = 0.4


class CounterpartPanel(QFrame):
    """Shows the other text's sentences of a link, in line with the text that is read.

    It stands at the lower edge of the page, or at the upper one where it would hide what is read.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("counterpart")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._style: PageStyle | None = None
        self._read = (0, 0)
        self._title = QLabel()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANEL_PADDING, 10, PANEL_PADDING, 12)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self.text, 1)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        names = {
            "page": theme.chrome,
            "text": theme.text,
            "border": theme.secondary,
            "secondary": theme.secondary,
        }
        color = {name: QColor(value).name() for name, value in names.items()}
        self.setStyleSheet(
            f"#counterpart {{ background: {color['page']}; border: 1px solid {color['border']};"
            f" border-radius: 8px; }} QLabel {{ color: {color['text']}; }}"
        )
        self._title.setStyleSheet(f"color: {color['secondary']}")

    def show_link(
        self, pages: PairView, side: Side, link: int, style: PageStyle, read: tuple[int, int]
    ) -> None:
        """Show a link's sentences on a side, or say that there are none.

        `read` is where the sentences of the other side start and end on the page.
        """
        self._style, self._read = style, read
        spans = pages.sentence_spans(side, link)
        text = pages.text(side)
        self.text.setFont(style.font)
        if spans:
            number = text.by_paragraph.paragraph_at(spans[0].start) + 1
            self._title.setText(f"{side_title(side)} · ¶ {number:,}")
            self.text.setText(" ".join(" ".join(s.of(text.text).split()) for s in spans))
        else:
            self._title.setText(side_title(side))
            self.text.setText(tr(NO_COUNTERPART))
        self.setAccessibleName(f"{self._title.text()}: {self.text.text()}")
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Stand where what is read is not hidden, as high as the text needs."""
        parent, style = self.parentWidget(), self._style
        if parent is None or style is None:
            return
        inner = min(round(style.column_width), parent.width() - 2 * PANEL_PADDING)
        needed = self.text.heightForWidth(inner) + self._title.sizeHint().height() + 26
        height = min(needed, round(MAX_PANEL_HEIGHT_SHARE * parent.height()))
        left = max(0, round(style.column_x(style.columns[0])) - PANEL_PADDING)
        top, bottom = parent.height() - height - PANEL_MARGIN, height + PANEL_MARGIN
        is_hiding = self._read[1] > top and self._read[0] >= bottom
        self.setGeometry(
            left, PANEL_MARGIN if is_hiding else top, inner + 2 * PANEL_PADDING, height
        )
