"""The application of Qt: what it keeps, and where."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from facing_pages.session.settings import SettingsFile
from facing_pages.ui.shell.application import keep_settings_of_qt_with_ours


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="Qt uses the system's store")
def test_what_qt_remembers_lies_beside_our_settings(tmp_path: Path) -> None:
    # What QFileDialog opens: with it the names of visited folders are written.
    keep_settings_of_qt_with_ours()
    written = Path(QSettings(QSettings.Scope.UserScope, "QtProject").fileName())
    assert written.parent == SettingsFile().path.parent
