"""A bus of its own with a screen reader on it, for programs whose end is looked at."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from .conftest import Desktop

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
HELPER = Path(__file__).parent / "screen_reader.py"
# Seconds after which a program that does not answer is ended.
LONGEST_ANSWER = 60.0
GET_ADDRESS = (
    "dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress"
)


class Conversation:
    """A program that answers lines on its standard input with lines on its standard output."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path) -> None:
        self._log = log
        with log.open("w", encoding="utf-8") as errors:
            self.process = subprocess.Popen(
                command,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def ask(self, line: str) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.answer()

    def answer(self) -> str:
        assert self.process.stdout is not None
        patience = threading.Timer(LONGEST_ANSWER, self.process.kill)
        patience.start()
        line = self.process.stdout.readline().strip()
        patience.cancel()
        assert line, f"no answer; exit status {self.process.poll()}: {self.errors()}"
        return line

    def end(self, line: str) -> int:
        """Ask for the end; return the exit status."""
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.process.wait(30)

    def kill(self) -> None:
        """End it by force if it still runs, and close its pipes."""
        self.process.kill()
        self.process.communicate()

    def errors(self) -> str:
        return self._log.read_text("utf-8", "replace")


class AccessibleBus:
    """Starts programs that a screen reader reads; all of them end with it."""

    def __init__(self, desktop: Desktop, folder: Path) -> None:
        self._folder = folder
        self._conversations: list[Conversation] = []
        self._bus = subprocess.Popen(
            ["dbus-run-session", "--", "bash", "-c", "echo $DBUS_SESSION_BUS_ADDRESS; exec cat"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=desktop.environment,
        )
        assert self._bus.stdout is not None
        self.environment = {
            **desktop.environment,
            "DBUS_SESSION_BUS_ADDRESS": self._bus.stdout.readline().strip(),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._launcher = subprocess.Popen(
            [str(LAUNCHER), "--launch-immediately"],
            env=self.environment,
            stderr=subprocess.DEVNULL,
        )
        desktop.wait_for(self._address)

    def _address(self) -> str:
        answer = subprocess.run(
            GET_ADDRESS.split(),
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
        return answer.stdout

    def start(self, *command: str) -> Conversation:
        log = self._folder / f"errors-{len(self._conversations)}.txt"
        started = Conversation(list(command), self.environment, log)
        self._conversations.append(started)
        return started

    def start_reader(self) -> Conversation:
        """Start a screen reader that reads all there is whenever it is asked to."""
        reader = self.start(SYSTEM_PYTHON, str(HELPER), "--on-demand")
        assert reader.answer() == "ready"
        return reader

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for started in self._conversations:
            started.kill()
        self._launcher.kill()
        self._launcher.wait()
        # The bus ends with its shell, which ends with its input; an end by force would leave it.
        self._bus.communicate(timeout=20)
