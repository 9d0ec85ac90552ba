"""The program tells whether all its parts are there and work."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from facing_pages.core import resources
from facing_pages.core.progress import Stage
from facing_pages.core.resources import damaged_resources, listed_resources, resource_folder
from facing_pages.export.report_options import ReportOptions
from facing_pages.ui.common.commands import Command
from facing_pages.ui.dialogs.self_check_dialog import SelfCheckDialog
from facing_pages.ui.pair.worker_client import Job
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.ui.shell.self_check import trouble_with
from facing_pages.worker.messages import AskPreview


def test_the_list_of_checksums_is_up_to_date() -> None:
    advice = "run build_scripts/checksums.py"
    assert damaged_resources() == [], advice
    there = {
        path.relative_to(resource_folder()).as_posix()
        for path in resource_folder().rglob("*")
        if path.is_file() and path.name not in (resources.CHECKSUMS, ".DS_Store")
    }
    assert set(listed_resources()) == there, advice
    lines = (resource_folder() / resources.CHECKSUMS).read_text("utf-8").splitlines()
    assert len(lines) == len(there), advice


def test_damaged_and_missing_files_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "resources"
    shutil.copytree(resource_folder(), copy)
    monkeypatch.setattr(resources, "resource_folder", lambda: copy)
    (copy / "models" / "word-links.npz").write_bytes(b"half")
    (copy / "fonts" / "OFL.txt").unlink()
    assert damaged_resources() == ["fonts/OFL.txt", "models/word-links.npz"]


def test_all_parts_work_and_the_help_menu_says_so(qtbot: QtBot, window: MainWindow) -> None:
    window.commands[Command.SELF_CHECK].trigger()
    dialog = window.findChildren(SelfCheckDialog)[0]
    with qtbot.waitSignal(dialog.process.finished, timeout=300_000):
        pass
    lines = dialog.found.toPlainText().splitlines()
    assert dialog.intro.text() == "All parts work."
    assert lines[-1] == "All parts work."
    assert [line for line in lines[:-1] if not line.startswith("ok ")] == []
    parts = {line[8:].split(":")[0] for line in lines[:-1]}
    assert {
        "files",
        "window system",
        "fonts",
        "encoder",
        "meaning reader",
        "worker",
        "reports",
    } <= parts
    dialog.reject()


class CountingTimer(QTimer):
    """A timer that never ends by itself and counts how often it was started."""

    starts = 0

    def start(self, *_: object) -> None:
        self.starts += 1


def test_the_limit_begins_again_with_everything_the_worker_says(qapp: object) -> None:
    job, silence = Job(AskPreview(1, 1, ".txt", ReportOptions())), CountingTimer()
    starts: list[int] = []

    def answer() -> None:
        for say in (
            lambda: job.step_arrived.emit(None),
            lambda: job.advanced.emit(Stage.READING, 0.5),
            lambda: job.step_arrived.emit(None),
        ):
            say()
            starts.append(silence.starts)
        job.succeeded.emit(None)

    QTimer.singleShot(0, answer)
    assert trouble_with(job, silence) == ""
    assert starts == [2, 3, 4]


def test_a_worker_that_says_nothing_is_told(qapp: object) -> None:
    job, silence = Job(AskPreview(1, 1, ".txt", ReportOptions())), CountingTimer()
    QTimer.singleShot(0, silence.timeout.emit)
    assert trouble_with(job, silence) == "no answer"


def test_a_window_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nowhere")
    command = [sys.executable, "-m", "facing_pages.ui.shell.program", "--self-check"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert result.returncode == 1
    failed = [line for line in result.stdout.splitlines() if line.startswith("FAILED")]
    assert len(failed) == 1
    assert "window system: Qt cannot open windows here" in failed[0]
    assert result.stdout.endswith("Not all parts work.\n")
