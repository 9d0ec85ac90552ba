"""A batch whose processes are killed, whose pairs hang, and that is ended in every way."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="processes are looked for in /proc"
)
LAMP = "The lamp was quiet when she came down. Nobody in the harbour knew why it was dark. "
# A batch that compares with `work`: the pair "hang" never ends, "kill" ends its process.
PROGRAM = """
import os, sys, time
from pathlib import Path
from facing_pages.command_line import batch, batch_command

def work(task, allow):
    name = task.pair.name
    if name == "hang":
        allow(1.0, 10**9)
        while True:
            pass
    if name == "kill":
        os.kill(os.getpid(), 9)
    if name == "kill-once":
        mark = Path(task.folder) / "killed"
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), 9)
    if name.startswith("wait"):
        (Path(task.folder) / f"{name}.begun").touch()
        allow(600.0, 10**9)
        while True:
            pass
    return batch.compare_pair(task, allow)

def run_batch(*arguments, **options):
    return batch.run_batch(*arguments, **options, work=work)

if __name__ == "__main__":
    import signal
    # Whoever started the tests may ignore these, as nohup and shell scripts do.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    from facing_pages.command_line.facing import main
    batch_command.run_batch = run_batch
    sys.exit(main(sys.argv[1:]))
"""


class Batch:
    """Two folders, and a program that compares them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sessions: list[int] = []
        self.out = folder / "out"
        for side in ("one", "two"):
            (folder / side).mkdir()
        (folder / "program.py").write_text(PROGRAM, "utf-8")

    def add(self, *names: str) -> None:
        """Add pairs of these names."""
        for side, word in (("one", "quiet"), ("two", "silent")):
            for name in names:
                (self.folder / side / f"{name}.txt").write_text(
                    LAMP.replace("quiet", word), "utf-8"
                )

    def start(self, *more: str) -> subprocess.Popen[str]:
        """Start the program in a session of its own, as a terminal does."""
        command = [sys.executable, str(self.folder / "program.py"), "batch", "one", "two"]
        process = subprocess.Popen(
            [*command, "-o", "out", "--jobs", "2", *more],
            cwd=self.folder,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
        self.sessions.append(process.pid)
        return process

    def run(self) -> tuple[int, str]:
        """Run the program and return its exit status and what it said."""
        process = self.start()
        said = process.communicate(timeout=300)[1]
        return process.returncode, said

    def results(self) -> dict[str, str]:
        """Return the errors of all results by the name of the original."""
        pairs = json.loads((self.out / "results.json").read_bytes())["pairs"]
        return {Path(pair["original"]).stem: pair["error"] for pair in pairs}


@pytest.fixture
def batch(tmp_path: Path) -> Iterator[Batch]:
    started = Batch(tmp_path)
    yield started
    for session in started.sessions:
        end_session(session)


def processes_in(session: int) -> Iterator[int]:
    """Give the processes of a session that are running."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text("ascii", "replace").rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == session and fields[0] != "Z":
                yield int(entry.name)


def end_session(session: int) -> None:
    """End what a failed test has left of a session."""
    for process in list(processes_in(session)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def wait_until(is_so: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.05)
    return False


def test_bad_pairs_and_killed_processes_cost_no_other_pair(batch: Batch) -> None:
    batch.add("hang", "kill", "kill-once", *(f"good{k}" for k in range(5)))
    batch.add("poison")
    (batch.folder / "one" / "poison.txt").unlink()
    (batch.folder / "one" / "poison.docx").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 9)
    status, said = batch.run()
    assert status == 1
    assert "Traceback" not in said
    errors = {name: error for name, error in batch.results().items() if error}
    assert sorted(errors) == ["hang", "kill", "poison"]
    assert "longer than" in errors["hang"]
    assert "ended unexpectedly twice" in errors["kill"]
    assert "poison.docx" in errors["poison"]
    assert "6 of 9 pairs are compared, 3 could not be" in said
    assert not list(batch.out.glob(".*"))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stopped_batch_says_so_keeps_its_results_and_goes_on(batch: Batch, number: int) -> None:
    batch.add("a", "b", "wait1", "wait2")
    process = batch.start()
    assert wait_until((batch.out / "wait2.begun").exists, 120)
    assert len(list(processes_in(process.pid))) >= 3
    if number == signal.SIGINT:
        os.killpg(process.pid, number)  # Ctrl-C reaches all processes of a terminal
    else:
        process.send_signal(number)
    said = process.communicate(timeout=30)[1]
    assert process.returncode == 128 + number
    assert said.splitlines()[-1] == (
        "Stopped: 2 of 4 pairs are done; run the same command to continue"
    )
    assert "Traceback" not in said
    assert wait_until(lambda: not list(processes_in(process.pid)), 2)
    assert batch.results() == {"a": "", "b": ""}
    written = (batch.out / "a.html").stat().st_mtime_ns
    for side in ("one", "two"):
        for name in ("wait1", "wait2"):
            (batch.folder / side / f"{name}.txt").rename(batch.folder / side / f"go{name}.txt")
    assert batch.run()[0] == 0
    assert (batch.out / "a.html").stat().st_mtime_ns == written
    assert set(batch.results()) == {"a", "b", "gowait1", "gowait2"}


def test_no_process_outlives_a_killed_batch_and_its_results_are_known(batch: Batch) -> None:
    batch.add("a", "b", "wait1", "wait2")
    process = batch.start()
    assert wait_until((batch.out / "wait2.begun").exists, 120)
    process.kill()
    process.communicate(timeout=30)
    assert wait_until(lambda: not list(processes_in(process.pid)), 2)
    written = (batch.out / "a.html").stat().st_mtime_ns
    for side in ("one", "two"):
        for name in ("wait1", "wait2"):
            (batch.folder / side / f"{name}.txt").unlink()
    assert batch.run()[0] == 0
    assert (batch.out / "a.html").stat().st_mtime_ns == written
    assert batch.results() == {"a": "", "b": ""}


READING = """
import sys, time
from pathlib import Path
from facing_pages.core.reading.isolated import run_isolated

def hang(data, name, choices):
    Path(sys.argv[1] if len(sys.argv) > 1 else name).touch()
    while True:
        pass

if __name__ == "__main__":
    run_isolated(hang, b"", sys.argv[1])
"""


def test_no_reader_outlives_the_program_that_started_it(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(READING, "utf-8")
    begun = tmp_path / "begun"
    command = [sys.executable, str(tmp_path / "program.py"), str(begun)]
    process = subprocess.Popen(command, start_new_session=True)
    try:
        assert wait_until(begun.exists, 60)
        process.kill()
        process.wait(30)
        assert wait_until(lambda: not list(processes_in(process.pid)), 2)
    finally:
        end_session(process.pid)
        process.wait(30)
