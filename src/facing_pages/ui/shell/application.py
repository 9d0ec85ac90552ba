"""The Qt application: style, names, and what happens when something fails."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Sequence
from types import TracebackType

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QSettings,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from facing_pages import __version__
from facing_pages.core.resources import resource
from facing_pages.session.settings import SettingsFile

logger = logging.getLogger(__name__)


class Application(QApplication):
    """The application, with a signal for files the system hands over, such as those on its icon.

    A filter would see every event of the program; only these come to the application itself.
    """

    file_opened = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Take a file that the system hands over."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(event.file())
            return True
        return super().event(event)


def make_application(arguments: Sequence[str]) -> Application:
    """Return the application, with the style that looks the same everywhere."""
    qInstallMessageHandler(_log_qt_message)
    keep_settings_of_qt_with_ours()
    application = Application([sys.argv[0], *arguments])
    application.setApplicationName("facing-pages")
    application.setApplicationDisplayName("")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("facing-pages")
    application.setWindowIcon(QIcon(str(resource("icons/facing-pages.svg"))))
    application.setStyle("Fusion")
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    return application


def keep_settings_of_qt_with_ours() -> None:
    """Have Qt's own file dialog remember its folders next to our settings.

    Otherwise it writes `QtProject.conf`, with the names of visited folders, where the settings of
    all programs are. Without effect on Windows and macOS, where Qt uses the system's store.
    """
    folder = str(SettingsFile().path.parent)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, folder)


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Send what Qt says to our log; it says much that no user can act on."""
    levels = {QtMsgType.QtCriticalMsg: logging.ERROR, QtMsgType.QtFatalMsg: logging.CRITICAL}
    logger.log(levels.get(kind, logging.DEBUG), "Qt: %s", text)


def report_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log what nobody caught and tell the user; the window goes on."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    details = "".join(traceback.format_exception(kind, error, trace))
    logger.critical("uncaught: %s", details)
    window = QApplication.activeWindow()
    if window is not None:
        from facing_pages.ui.common.message_boxes import show_internal_error

        show_internal_error(window, details)
