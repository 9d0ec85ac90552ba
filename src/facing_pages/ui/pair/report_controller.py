"""Reports from the window: what is in one, where it goes, and whether it was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from facing_pages.core.model import Side, Span
from facing_pages.export.formats import format_of
from facing_pages.ui.common import message_boxes as messages
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.notice import Action, Notice

if TYPE_CHECKING:
    from facing_pages.core.errors import WritingError
    from facing_pages.export.previewing import Preview
    from facing_pages.export.report_options import ReportOptions
    from facing_pages.ui.dialogs.report_dialog import ReportDialog
    from facing_pages.viewmodel.filter import Filter

# What notices about reports are filed under; a newer one takes the place of the last.
REPORT_TOPIC: Final = "report"


class ReportController(QObject):
    """Asks for the options, has the report written, and says whether that worked."""

    notice_raised = Signal(object)

    def __init__(self, controller: PairController, window: QWidget) -> None:
        super().__init__(window)
        self._controller = controller
        self._window = window
        self._drafts = QTemporaryDir()
        self._dialog: ReportDialog | None = None
        self._asked: tuple[str, ReportOptions] | None = None
        controller.requests.exported.connect(self._show_result)
        controller.requests.previewed.connect(self._show_preview)

    def ask(self, shown: Filter, selection: tuple[Side, Span] | None) -> ReportDialog:
        """Ask what is to be in a report, then where it goes."""
        from facing_pages.ui.dialogs.report_dialog import ReportDialog

        dialog = self._dialog = ReportDialog(shown, selection, self._window)
        dialog.accepted.connect(lambda: self._save(dialog.suffix, dialog.options()))
        dialog.draft.clicked.connect(lambda: self._open_draft(dialog.suffix, dialog.options()))
        dialog.preview_requested.connect(self._controller.requests.preview)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()
        return dialog

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _show_preview(self, suffix: str, options: ReportOptions, preview: Preview | None) -> None:
        if self._dialog is not None:
            self._dialog.show_preview(suffix, options, preview)

    def _save(self, suffix: str, options: ReportOptions) -> None:
        shown = self._controller.state.shown
        if shown is None:
            return
        self._asked = (suffix, options)
        folder = Path(shown.rewrite.path or Path.home() / "report").parent
        stem = Path(shown.rewrite.shown_name).stem
        name = tr("{name} (changes)", name=stem)
        proposal = str(folder / f"{name}{suffix}")
        found = format_of(suffix)
        chosen = messages.choose_report(self._window, proposal, found.suffixes)
        if chosen:
            path = chosen if found.is_suffix_of(chosen) else chosen + suffix
            self._controller.requests.export(path, options)

    def _open_draft(self, suffix: str, options: ReportOptions) -> None:
        """Have the report written where it is forgotten, and shown by the program for its kind."""
        if self._drafts.isValid():
            self._controller.requests.export(self._drafts.filePath(f"draft{suffix}"), options)

    def _show_result(self, path: str, error: WritingError | None, was_stopped: bool) -> None:
        if was_stopped:
            text = tr("Writing {name} was stopped. No report was written.", name=Path(path).name)
            self.notice_raised.emit(Notice(REPORT_TOPIC, text))
            return
        if error is None and path.startswith(self._drafts.path()):
            QDesktopServices.openUrl(QUrl.fromLocalFile(path))
            return
        if error is None:
            text = tr("The report was saved as {name}.", name=Path(path).name)
            actions: tuple[Action, ...] = (Action.OPEN_REPORT,)
            self.notice_raised.emit(Notice(REPORT_TOPIC, text, actions, path=path, passes=True))
            return
        text = tr(error.message, file=error.file, reason=error.reason)
        actions = (Action.SAVE_ELSEWHERE,) if self._asked is not None else ()
        self.notice_raised.emit(Notice(REPORT_TOPIC, text, actions, is_problem=True))

    def save_elsewhere(self) -> None:
        """Ask for another place for the report that was asked for last."""
        if self._asked is not None:
            self._save(*self._asked)
