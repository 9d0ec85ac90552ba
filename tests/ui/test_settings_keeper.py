from __future__ import annotations

from pathlib import Path

import pytest

from facing_pages.export.kinds import ViewKind
from facing_pages.session.settings import SettingsFile
from facing_pages.ui.main_window import MainWindow
from facing_pages.ui.settings_keeper import SettingsKeeper
from facing_pages.ui.theme import ThemeChoice
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.notice import Notice


def test_choices_are_written_down_at_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    keeper = SettingsKeeper(SettingsFile(path))
    keeper.set_theme(ThemeChoice.DARK)
    keeper.set_filter(Filter().toggled(ViewKind.MINOR))
    assert keeper.set_zoom(999) == 300
    again = SettingsKeeper(SettingsFile(path))
    assert again.theme is ThemeChoice.DARK
    assert again.filter.shows(ViewKind.MINOR)
    assert again.settings.zoom == 300


def test_a_theme_that_makes_no_sense_is_that_of_the_system(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "plaid"}')
    assert SettingsKeeper(SettingsFile(path)).theme is ThemeChoice.SYSTEM


def test_settings_that_cannot_be_saved_are_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    keeper = SettingsKeeper(SettingsFile(tmp_path / "file" / "settings.json"))
    told: list[Notice] = []
    keeper.trouble.connect(told.append)
    keeper.set_zoom(150)
    assert keeper.settings.zoom == 150
    assert "could not be saved" in told[0].text


def test_damaged_settings_are_told_in_the_window(
    qtbot: object, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{")
    window = MainWindow(SettingsKeeper(SettingsFile(path)))
    assert "settings were damaged" in window.bars.notices()[0].text
    window.close()
