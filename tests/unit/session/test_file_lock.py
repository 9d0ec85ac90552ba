"""Programs that write the same file take turns, and a killed one does not hold the others up."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from facing_pages.session.file_lock import lock_path, locked

HOLD = """
import sys, time
from pathlib import Path
from facing_pages.session.file_lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_killed_program_gives_its_lock_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.kill()
        holder.wait()
    begun = time.monotonic()
    with locked(path, max_wait=30):
        assert time.monotonic() - begun < 10
    assert [entry.name for entry in tmp_path.iterdir()] == [lock_path(path).name]


def test_a_program_that_keeps_its_lock_is_not_waited_for_long(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "settings.json"
    with locked(path), locked(path, max_wait=0.05):
        pass
    assert "another program has held the lock on settings.json" in caplog.text


def test_without_a_folder_there_is_no_lock(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), locked(tmp_path / "gone" / "settings.json"):
        pass
