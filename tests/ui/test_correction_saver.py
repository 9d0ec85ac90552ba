"""Corrections are read when a pair is opened, written at once, and tried again where that fails."""

from __future__ import annotations

import errno
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side, Span
from facing_pages.session.correction_store import CorrectionStore
from facing_pages.session.corrections import (
    NO_CORRECTIONS,
    Corrections,
    LinkCorrection,
    Passage,
)
from facing_pages.session.pair import Request, Source
from facing_pages.session.settings import SettingsFile
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.pair import correction_saver
from facing_pages.ui.pair.correction_saver import CorrectionSaver
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.wording.notice import Action, Notice

TEXTS = ("The lamp was lit. The boat came in late.", "Somebody lit the lamp. The boat was late.")
SAID = Corrections(
    (
        LinkCorrection(
            Passage(Span(0, 17), ("The lamp was lit.",)),
            Passage(Span(0, 22), ("Somebody lit the lamp.",)),
        ),
    )
)


@dataclass
class _Text:
    text: str


@dataclass
class _Texts:
    """The texts of a pair that was read, without all that a screen needs."""

    texts: tuple[str, str] = TEXTS

    def text(self, side: Side) -> _Text:
        return _Text(self.texts[list(Side).index(side)])


READ = cast("PairView", _Texts())


def saver_of(folder: Path) -> CorrectionSaver:
    saver = CorrectionSaver()
    saver.store = CorrectionStore(folder / "corrections")
    return saver


def opened(saver: CorrectionSaver, original: Path, rewrite: Path) -> Request:
    """Open a pair as the controller does; return it with its corrections."""
    request = saver.taken_up(Request(Source(path=str(original)), Source(path=str(rewrite))))
    return saver.with_twin(request, READ) or request


def test_a_copy_of_a_pair_has_its_corrections_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    saver = saver_of(tmp_path)
    request = opened(saver, tmp_path / "a.txt", tmp_path / "b.txt")
    assert request.corrections == NO_CORRECTIONS
    saver.keep(request.corrected(SAID))
    copy = opened(saver_of(tmp_path), tmp_path / "c.txt", tmp_path / "b.txt")
    again = saver_of(tmp_path)
    copy = opened(again, tmp_path / "c.txt", tmp_path / "b.txt")
    assert copy.corrections == SAID
    (notice,) = again.notices
    assert notice.text == "1 correction was taken over from a.txt ↔ b.txt."
    again.keep(copy)
    again.keep(copy.corrected(NO_CORRECTIONS))
    last = saver_of(tmp_path)
    assert opened(last, tmp_path / "c.txt", tmp_path / "b.txt").corrections == NO_CORRECTIONS
    assert opened(last, tmp_path / "a.txt", tmp_path / "b.txt").corrections == SAID
    assert last.notices == ()


@pytest.fixture
def link(tmp_path: Path) -> Path:
    """Return a symbolic link to the folder "there" in the same place; skip where none can be."""
    (tmp_path / "there").mkdir()
    link = tmp_path / "link"
    try:
        link.symlink_to(tmp_path / "there", target_is_directory=True)
    except OSError:
        pytest.skip("this user may not make symbolic links")
    return link


def test_a_pair_is_the_same_whichever_way_its_path_is_written(
    qtbot: QtBot, tmp_path: Path, link: Path
) -> None:
    saver = saver_of(tmp_path)
    request = opened(saver, link / "a.txt", tmp_path / "there" / ".." / "there" / "b.txt")
    saver.keep(request.corrected(SAID))
    again = saver_of(tmp_path)
    found = opened(again, tmp_path / "there" / "a.txt", tmp_path / "there" / "b.txt")
    assert (found.corrections, again.notices) == (SAID, ())


def test_corrections_kept_under_the_path_as_it_was_written_are_found(
    qtbot: QtBot, tmp_path: Path, link: Path
) -> None:
    """Versions before 0.2 did not follow links."""
    saver = saver_of(tmp_path)
    assert saver.store is not None
    saver.store.save(str(link / "a.txt"), str(link / "b.txt"), SAID)
    assert opened(saver, link / "a.txt", link / "b.txt").corrections == SAID


def test_what_cannot_be_kept_is_said_and_tried_again(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(correction_saver, "CORRECTIONS_RETRY_MILLISECONDS", 20)
    in_the_way = tmp_path / "corrections"
    in_the_way.write_text("in the way")
    saver = saver_of(tmp_path)
    said: list[Notice] = []
    saver.notice_raised.connect(said.append)
    request = opened(saver, tmp_path / "a.txt", tmp_path / "b.txt")
    saver.keep(request.corrected(SAID))
    assert str(in_the_way) in said[0].text
    assert said[0].actions == (Action.SAVE_ELSEWHERE,)
    other = opened(saver, tmp_path / "c.txt", tmp_path / "d.txt")
    assert other.corrections == NO_CORRECTIONS
    again = opened(saver, tmp_path / "b.txt", tmp_path / "a.txt")
    assert again.corrections == SAID.swapped()
    opened(saver, tmp_path / "c.txt", tmp_path / "d.txt")
    with qtbot.waitSignal(saver.notices_outdated):
        in_the_way.unlink()
    assert saver.store is not None
    found = opened(saver_of(tmp_path), tmp_path / "a.txt", tmp_path / "b.txt")
    assert found.corrections == SAID


def test_what_could_not_be_kept_is_tried_for_the_last_time_at_the_end(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    in_the_way = tmp_path / "corrections"
    in_the_way.write_text("in the way")
    saver = saver_of(tmp_path)
    request = opened(saver, tmp_path / "a.txt", tmp_path / "b.txt")
    saver.keep(request.corrected(SAID))
    in_the_way.unlink()
    saver.close()
    found = opened(saver_of(tmp_path), tmp_path / "a.txt", tmp_path / "b.txt")
    assert found.corrections == SAID


def test_a_folder_that_vanished_is_made_again(qtbot: QtBot, tmp_path: Path) -> None:
    saver = saver_of(tmp_path / "config")
    request = opened(saver, tmp_path / "a.txt", tmp_path / "b.txt")
    saver.keep(request.corrected(SAID))
    shutil.rmtree(tmp_path / "config")
    saver.keep(request.corrected(SAID))
    found = opened(saver_of(tmp_path / "config"), tmp_path / "a.txt", tmp_path / "b.txt")
    assert found.corrections == SAID


def test_corrections_that_cannot_be_read_are_said_and_not_replaced(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    first = saver_of(tmp_path)
    first.keep(opened(first, tmp_path / "a.txt", tmp_path / "b.txt").corrected(SAID))
    new = LinkCorrection(None, Passage(Span(23, 41), ("The boat was late.",)))

    def stale(*_: object, **__: object) -> None:
        raise OSError(errno.ESTALE, "Stale file handle")

    saver = saver_of(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", stale)
        request = opened(saver, tmp_path / "a.txt", tmp_path / "b.txt")
        assert request.corrections == NO_CORRECTIONS
        assert "Stale file handle" in saver.notices[0].text
    saver.keep(request.corrected(Corrections((new,))))
    found = opened(saver_of(tmp_path), tmp_path / "a.txt", tmp_path / "b.txt")
    assert found.corrections == Corrections((*SAID.links, new))


def files_in(folder: Path) -> list[str]:
    folder.mkdir()
    for name, text in zip("ab", TEXTS, strict=True):
        (folder / f"{name}.txt").write_text(text)
    return [str(folder / f"{name}.txt") for name in "ab"]


def test_the_window_says_what_was_left_out_and_what_was_taken_over(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    saver = SettingsStore(SettingsFile(tmp_path / "settings.json"))
    files, copies = files_in(tmp_path / "old"), files_in(tmp_path / "new")
    saver.corrections.save(*files, SAID)
    (kept,) = saver.corrections.folder.glob("*.json")
    content = json.loads(kept.read_bytes())
    content["corrections"]["links"].append({"original": None, "rewrite": None, "together": False})
    kept.write_text(json.dumps(content))
    window = MainWindow(saver)

    def notices_after_opening(paths: list[str]) -> str:
        with qtbot.waitSignal(window.controller.corrected, timeout=60_000):
            window.workspace.opener.open_files(*paths)
        assert window.controller.state.corrections == SAID
        return " ".join(notice.text for notice in window.frame.bars.notices())

    said = notices_after_opening(files)
    assert "Left out as invalid: 1 of 2 corrections. The others are used." in said
    assert "damaged.json" in said
    with qtbot.waitSignal(window.controller.corrected, timeout=60_000):
        window.workspace.opener.open_files(*copies)
        qtbot.waitUntil(lambda: bool(window.controller.state.corrections), timeout=60_000)
    said = " ".join(notice.text for notice in window.frame.bars.notices())
    assert "1 correction was taken over from a pair of the same names in another folder." in said
    qtbot.waitUntil(lambda: saver.corrections.load(*copies) == SAID, timeout=60_000)
    window.close()
