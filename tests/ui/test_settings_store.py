from __future__ import annotations

import errno
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facing_pages.marks.kinds import ALL_KINDS, ViewKind, Weight
from facing_pages.session.settings import Settings, SettingsFile
from facing_pages.ui.common import settings_store
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.theme import ThemeChoice
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.wording.notice import Notice


def test_choices_are_written_down_at_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    store = SettingsStore(SettingsFile(path))
    store.set_theme(ThemeChoice.DARK)
    store.set_filter(Filter().from_weight(Weight.PUNCTUATION))
    assert store.set_zoom(999) == 300
    again = SettingsStore(SettingsFile(path))
    assert again.theme is ThemeChoice.DARK
    assert again.filter.shows(ViewKind.MINOR)
    assert again.settings.zoom == 300


def test_a_theme_that_makes_no_sense_is_that_of_the_system(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "plaid"}')
    assert SettingsStore(SettingsFile(path)).theme is ThemeChoice.SYSTEM


def test_settings_that_cannot_be_saved_are_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    store = SettingsStore(SettingsFile(tmp_path / "file" / "settings.json"))
    announced: list[Notice] = []
    store.trouble.connect(announced.append)
    store.set_zoom(150)
    assert store.settings.zoom == 150
    assert "could not be saved" in announced[0].text


def test_damaged_settings_are_told_in_the_window(
    qtbot: object, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{")
    window = MainWindow(SettingsStore(SettingsFile(path)))
    assert "settings were damaged" in window.frame.bars.notices()[0].text
    window.close()


def test_settings_are_saved_as_soon_as_that_is_possible(
    qtbot: QtBot,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings_store, "SETTINGS_RETRY_MILLISECONDS", 20)
    in_the_way = tmp_path / "file"
    in_the_way.write_text("in the way")
    store = SettingsStore(SettingsFile(in_the_way / "settings.json"))
    window = MainWindow(store)
    store.set_zoom(150)
    topics = {notice.topic for notice in window.frame.bars.notices()}
    assert "unsaved settings" in topics
    with qtbot.waitSignals([store.trouble_ended]):
        in_the_way.unlink()
    assert window.frame.bars.notices() == []
    assert SettingsFile(in_the_way / "settings.json").load().zoom == 150
    window.close()


def test_settings_that_can_be_read_at_last_are_used(
    qtbot: QtBot,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings_store, "SETTINGS_RETRY_MILLISECONDS", 20)
    path = tmp_path / "settings.json"
    SettingsFile(path).save(Settings(zoom=120, theme="dark"))

    def stale(*_: object, **__: object) -> None:
        raise OSError(errno.ESTALE, "Stale file handle")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", stale)
        window = MainWindow(SettingsStore(SettingsFile(path)))
        assert "Stale file handle" in window.frame.bars.notices()[0].text
        assert window.settings.zoom == 100
    with qtbot.waitSignal(window.store.changed):
        pass
    assert (window.settings.zoom, window.settings.theme) == (120, "dark")
    assert window.frame.bars.notices() == []
    window.close()


def test_damaged_settings_are_still_told_when_a_pair_is_shown(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": 12, "recent": [')
    window = MainWindow(SettingsStore(SettingsFile(path)))
    window.controller.notices_outdated.emit(None)
    window.controller.closed.emit()
    assert "settings.damaged.json" in window.frame.bars.notices()[0].text
    window.close()


def test_which_settings_made_no_sense_is_told_once(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": 12, "zoom": 120, "reading": {"points": []}}')
    store = SettingsStore(SettingsFile(path))
    first, second = MainWindow(store), MainWindow(store)
    (notice,) = first.frame.bars.notices()
    assert "theme, reading.points" in notice.text
    assert second.frame.bars.notices() == []
    assert store.settings.zoom == 120
    for window in (first, second):
        window.close()


@pytest.mark.parametrize(
    ("kinds", "shown"),
    [
        (None, ALL_KINDS),
        (("nonsense", "moved"), ALL_KINDS),
        ((), frozenset({ViewKind.MINOR})),
        (("nonsense", "MOVED"), frozenset({ViewKind.MOVED, ViewKind.MINOR})),
    ],
)
def test_kinds_that_make_no_sense_do_not_hide_all(
    tmp_path: Path, kinds: tuple[str, ...] | None, shown: frozenset[ViewKind]
) -> None:
    SettingsFile(tmp_path / "settings.json").save(Settings(kinds=kinds))
    store = SettingsStore(SettingsFile(tmp_path / "settings.json"))
    assert store.filter.kinds == shown
