"""The dialog with the options of a report and a preview of its beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from facing_pages.core.model import Side, Span
from facing_pages.export.formats import Offer, formats_offered
from facing_pages.export.report_options import (
    REPORT_PARTS,
    Layout,
    ReportOptions,
    Scope,
    without_parts,
)
from facing_pages.viewmodel.wording.language import language, tr

if TYPE_CHECKING:
    from facing_pages.export.previewing import Preview
    from facing_pages.viewmodel.filter import Filter

_OFFERED_FORMATS: Final = formats_offered(Offer.DIALOG)
# Milliseconds after the last choice before the preview is asked for; pixels of the dialog; points
# of the preview's text. By judgement.
_PREVIEW_DELAY_MILLISECONDS: Final = 200
_REPORT_DIALOG_SIZE: Final = (960, 620)
_PREVIEW_POINTS: Final = 10


class ReportDialog(QDialog):
    """Asks for the options of a report; it will show the changes that are `shown` on the page."""

    preview_requested = Signal(str, object)

    def __init__(
        self,
        shown: Filter,
        selection: tuple[Side, Span] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self._selection = selection
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Export a report"))
        self.resize(*_REPORT_DIALOG_SIZE)
        self.format = QComboBox()
        for offered in _OFFERED_FORMATS:
            self.format.addItem(f"{tr(offered.name)} ({offered.suffix})", offered.suffix)
        self.layout_choice = QComboBox()
        self.layout_choice.addItem(tr("Side by side"), "side-by-side")
        self.layout_choice.addItem(tr("One column"), "one-column")
        self.scope = QComboBox()
        self.scope.addItem(tr("The whole text"), "all")
        self.scope.addItem(tr("Changed paragraphs only"), "changed")
        if selection is not None:
            self.scope.addItem(tr("The selection"), "selection")
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.contents = QGroupBox(tr("Contents"))
        boxes = QVBoxLayout(self.contents)
        self.parts: dict[str, QCheckBox] = {}
        for part in REPORT_PARTS:
            self.parts[part.name] = QCheckBox(tr(part.label))
            self.parts[part.name].setChecked(True)
            boxes.addWidget(self.parts[part.name])
        self.preview_title = QLabel()
        self.preview = _paper()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = self.buttons.addButton(tr("Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.draft = self.buttons.addButton(
            tr("Open without saving"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_PREVIEW_DELAY_MILLISECONDS)
        self._arrange()
        self._connect()
        self._format_chosen()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Format"), self.format)
        form.addRow("", self.hint)
        form.addRow(tr("Layout"), self.layout_choice)
        form.addRow(tr("Scope"), self.scope)
        choices = QVBoxLayout()
        choices.addLayout(form)
        choices.addWidget(self.contents)
        choices.addStretch(1)
        pages = QVBoxLayout()
        pages.addWidget(self.preview_title)
        pages.addWidget(self.preview, 1)
        halves = QHBoxLayout()
        halves.addLayout(choices, 2)
        halves.addLayout(pages, 3)
        column = QVBoxLayout(self)
        column.addLayout(halves, 1)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.format.currentIndexChanged.connect(self._format_chosen)
        self.layout_choice.currentIndexChanged.connect(self._format_chosen)
        self.scope.currentIndexChanged.connect(self._request_preview)
        for box in self.parts.values():
            box.toggled.connect(self._request_preview)
        self._settled.timeout.connect(
            lambda: self.preview_requested.emit(self.suffix, self.options())
        )

    @property
    def suffix(self) -> str:
        """Return the suffix of the chosen format."""
        return str(self.format.currentData())

    def options(self) -> ReportOptions:
        """Return the chosen options."""
        options = ReportOptions(
            layout=Layout(self.layout_choice.currentData()),
            scope=Scope(self.scope.currentData()),
            kinds=self._shown.kinds,
            weight=self._shown.weight,
            language=language(),
            selection=self._selection,
        )
        left_out = [name for name, box in self.parts.items() if not box.isChecked()]
        return without_parts(options, left_out)

    def show_preview(self, suffix: str, options: ReportOptions, preview: Preview | None) -> None:
        """Show a preview, unless the choices have changed since it was requested."""
        if (suffix, options) != (self.suffix, self.options()):
            return
        if preview is None:
            self.preview_title.setText(tr("There is no preview, because it was stopped."))
        elif preview.is_cut:
            self.preview_title.setText(tr("Preview of the beginning"))
        else:
            self.preview_title.setText(tr("Preview"))
        self.preview.clear()
        if preview is not None and preview.is_rich:
            self.preview.setHtml(preview.text)
        elif preview is not None:
            self.preview.setPlainText(preview.text)

    def _format_chosen(self) -> None:
        chosen = _OFFERED_FORMATS[self.format.currentIndex()]
        self.hint.setText(tr(chosen.purpose))
        is_composed = chosen.is_composed
        for part in (self.layout_choice, self.scope):
            part.setEnabled(is_composed)
        # With tracked changes, accepting or rejecting them must leave nothing but the texts.
        is_tracked = chosen.has_only_texts(self.options().layout)
        self.contents.setEnabled(is_composed and not is_tracked)
        self._request_preview()

    def _request_preview(self) -> None:
        self.preview_title.setText(tr("Preparing the preview…"))
        self._settled.start()


def _paper() -> QTextBrowser:
    """Return a browser for the preview: dark on white in every theme, as reports are."""
    from facing_pages.page.layout.page_style import bundled_family

    browser = QTextBrowser()
    browser.setOpenLinks(False)
    browser.setAccessibleName(tr("Preview"))
    palette = browser.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor("white"))
    palette.setColor(QPalette.ColorRole.Text, QColor("black"))
    browser.setPalette(palette)
    browser.document().setDocumentMargin(16)
    font = browser.document().defaultFont()
    font.setFamily(bundled_family())
    font.setPointSize(_PREVIEW_POINTS)
    browser.document().setDefaultFont(font)
    return browser
