"""Reports from the window: what is to be in one, where it goes, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from facing_pages.core.model import Side, Span
from facing_pages.ui import messages
from facing_pages.ui.pair_controller import PairController
from facing_pages.viewmodel.language import N_, tr
from facing_pages.viewmodel.notice import Action, Notice

if TYPE_CHECKING:
    from facing_pages.core.errors import WritingError
    from facing_pages.export.report import ReportOptions
    from facing_pages.viewmodel.filter import Filter

# Formats by their endings, what they are called and what they are for.
FORMATS: Final = (
    (".html", N_("Web page"), N_("One file for any browser; kinds can be switched, prints well.")),
    (".docx", N_("Word"), N_("Both texts in a table, or tracked changes in one column.")),
    (".pdf", N_("PDF"), N_("Two columns on wide pages, or one on upright ones.")),
    (".md", N_("Markdown"), N_("A table, or removed and added words marked in one column.")),
    (".txt", N_("Plain text"), N_("Removed words in [-…-], added ones in {+…+}.")),
    (".xlsx", N_("Spreadsheet"), N_("A row for each link, changes in colour.")),
    (".csv", N_("Table (CSV)"), N_("A row for each link.")),
    (".json", N_("JSON"), N_("Everything, for programs.")),
    (".tmx", N_("Translation memory (TMX)"), N_("Linked sentences, for tools of translators.")),
    (".xlf", N_("XLIFF"), N_("Linked sentences, for tools of translators.")),
)
# Formats in which layout, scope and parts can be chosen.
_COMPOSED: Final = (".html", ".docx", ".pdf", ".md", ".txt")
_PARTS: Final = (
    ("summary", N_("Summary in numbers")),
    ("legend", N_("What the marks mean")),
    ("texts", N_("The texts")),
    ("changes", N_("List of changes")),
)


class ReportDialog(QDialog):
    """Asks what a report is to have in it."""

    def __init__(
        self, selection: tuple[Side, Span] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._selection = selection
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Export a report"))
        self.format = QComboBox()
        for suffix, name, _ in FORMATS:
            self.format.addItem(f"{tr(name)} ({suffix})", suffix)
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
        for name, said in _PARTS:
            self.parts[name] = QCheckBox(tr(said))
            self.parts[name].setChecked(True)
            boxes.addWidget(self.parts[name])
        form = QFormLayout()
        form.addRow(tr("Format"), self.format)
        form.addRow("", self.hint)
        form.addRow(tr("Layout"), self.layout_choice)
        form.addRow(tr("Scope"), self.scope)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = self.buttons.addButton(tr("Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.preview = self.buttons.addButton(tr("Preview"), QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.format.currentIndexChanged.connect(self._format_chosen)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.contents)
        column.addWidget(self.buttons)
        self._format_chosen()

    @property
    def suffix(self) -> str:
        """Return the ending of the format."""
        return str(self.format.currentData())

    def options(self, shown: Filter) -> ReportOptions:
        """Return what was chosen; the kinds are those shown on screen."""
        from facing_pages.export.report import Layout, ReportOptions, Scope

        return ReportOptions(
            layout=Layout(self.layout_choice.currentData()),
            scope=Scope(self.scope.currentData()),
            kinds=shown.kinds,
            selection=self._selection,
            summary=self.parts["summary"].isChecked(),
            legend=self.parts["legend"].isChecked(),
            texts=self.parts["texts"].isChecked(),
            changes=self.parts["changes"].isChecked(),
        )

    def _format_chosen(self) -> None:
        self.hint.setText(tr(FORMATS[self.format.currentIndex()][2]))
        is_composed = self.suffix in _COMPOSED
        for part in (self.layout_choice, self.scope, self.contents):
            part.setEnabled(is_composed)


class Exporting(QObject):
    """Asks, has the report written, and tells what came of it."""

    notice_raised = Signal(object)

    def __init__(self, controller: PairController, window: QWidget) -> None:
        super().__init__(window)
        self._controller = controller
        self._window = window
        self._drafts = QTemporaryDir()
        controller.exported.connect(self._tell)

    def ask(self, shown: Filter, selection: tuple[Side, Span] | None) -> ReportDialog:
        """Ask what is to be in a report, then where it goes."""
        dialog = ReportDialog(selection, self._window)

        def save() -> None:
            self._save(dialog.suffix, dialog.options(shown))

        def preview() -> None:
            self._preview(dialog.suffix, dialog.options(shown))

        dialog.accepted.connect(save)
        dialog.preview.clicked.connect(preview)
        dialog.open()
        return dialog

    def _save(self, suffix: str, options: ReportOptions) -> None:
        shown = self._controller.shown
        if shown is None:
            return
        folder = Path(shown.rewrite.path or Path.home() / "report").parent
        stem = Path(shown.rewrite.shown_name).stem
        proposal = str(folder / f"{stem} (changes){suffix}")
        chosen = messages.choose_report(self._window, proposal, suffix)
        if chosen:
            path = chosen if chosen.lower().endswith(suffix) else chosen + suffix
            self._controller.export(path, options)

    def _preview(self, suffix: str, options: ReportOptions) -> None:
        """Have the report written where it is forgotten, and shown by the program for its kind."""
        if self._drafts.isValid():
            self._controller.export(self._drafts.filePath(f"preview{suffix}"), options)

    def _tell(self, path: str, error: WritingError | None) -> None:
        if error is None and path.startswith(self._drafts.path()):
            QDesktopServices.openUrl(QUrl.fromLocalFile(path))
            return
        if error is None:
            text = tr("The report was saved as {name}.", name=Path(path).name)
            self.notice_raised.emit(Notice("report", text, (Action.OPEN_REPORT,), path=path))
            return
        from facing_pages.core.errors import NOT_WRITTEN

        text = tr(NOT_WRITTEN, file=error.file, reason=error.reason)
        self.notice_raised.emit(Notice("report", text, is_problem=True))
