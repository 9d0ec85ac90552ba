"""A small panel over the page that shows what faces a sentence, where one text is read alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from facing_pages.core.model import Side
from facing_pages.marks.row_signs import NO_COUNTERPART
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.side_names import side_title

# Pixels between the panel and the edges of the page, and how wide it gets: a comfortable line. By
# judgement.
PANEL_MARGIN: Final = 18
MAX_PANEL_WIDTH: Final = 760
# Share of the height of the page it may cover. By judgement.
MAX_PANEL_HEIGHT_SHARE: Final = 0.4


class CounterpartPanel(QFrame):
    """Shows the other text's sentences of a link."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("counterpart")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = QLabel()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
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

    def show_link(self, pages: PairView, side: Side, link: int, font: QFont) -> None:
        """Show a link's sentences on a side, or say that there are none."""
        spans = pages.sentence_spans(side, link)
        text = pages.text(side)
        self.text.setFont(font)
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
        """Stand at the lower edge of the page, as high as the text needs."""
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(MAX_PANEL_WIDTH, parent.width() - 2 * PANEL_MARGIN)
        inner = width - 32
        needed = self.text.heightForWidth(inner) + self._title.sizeHint().height() + 26
        height = min(needed, round(MAX_PANEL_HEIGHT_SHARE * parent.height()))
        left = (parent.width() - width) // 2
        self.setGeometry(left, parent.height() - height - PANEL_MARGIN, width, height)
