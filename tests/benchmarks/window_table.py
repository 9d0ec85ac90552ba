"""Memory while many windows are opened, read by a screen reader, and closed; and the exit status.

    xvfb-run python -m tests.benchmarks.window_table 200
    xvfb-run python -m tests.benchmarks.window_table 200 --workers
    xvfb-run python -m tests.benchmarks.window_table 200 --unread

Needs what the tests of the screen reader need. Every window gets a pair; all elements of all
windows are read over AT-SPI each time (with --unread nobody reads), and it is closed again.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.start_table import children
from tests.system.accessible_bus import AccessibleBus, Conversation
from tests.system.conftest import Desktop

DRIVER = Path(__file__).parent / "window_rounds.py"
REPORTED = (1, 5, 10, 20, 50, 100, 150, 200)
ONE = "# The lamp\n\nThe lamp was quiet when she came down.\n\nIt rained on the granite steps.\n"


def facts(program: Conversation) -> str:
    process = program.process.pid
    status = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    fields = dict(line.split(":", 1) for line in status)
    sizes = [int(fields[name].split()[0]) / 1024 for name in ("VmRSS", "RssAnon")]
    files = len(list(Path(f"/proc/{process}/fd").iterdir()))
    return (
        f"{sizes[0]:7.1f} {sizes[1]:7.1f} {files:5} {len(children(process)):9}"
        f" {program.ask('kept'):>10}"
    )


def main(arguments: list[str]) -> None:
    rounds, choices = int(arguments[0]), arguments[1:]
    folder = Path(tempfile.mkdtemp())
    files = [folder / "one.txt", folder / "two.txt"]
    for file, text in zip(files, (ONE, ONE.replace("quiet", "silent")), strict=True):
        file.write_text(text, "utf-8")
    driver = [sys.executable, str(DRIVER), *(c for c in choices if c == "--workers")]
    with AccessibleBus(Desktop(os.environ["DISPLAY"], folder), folder) as bus:
        program = bus.start(*driver, *map(str, files))
        assert program.answer() == "ready"
        reader = None if "--unread" in choices else bus.start_reader()
        print("windows  RSS MB  private  files  processes  interfaces  seconds")
        began = time.perf_counter()
        for count in range(1, rounds + 1):
            program.ask("open")
            if reader is not None:
                reader.ask("read silent instead of quiet")
            assert program.ask("close") == "closed"
            if count in REPORTED:
                seconds = time.perf_counter() - began
                print(f"{count:7} {facts(program)} {seconds:8.0f}", flush=True)
        print("exit status", program.end("quit"), program.errors())


if __name__ == "__main__":
    main(sys.argv[1:])
