"""`facing-pages --self-check`: whether all parts of the program are there and work.

Says it in English, a line for each part: what it says is sent to those who help.
"""

from __future__ import annotations

import multiprocessing
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

from facing_pages import __version__
from facing_pages.ui.common.prerequisites import missing_for_rendering, missing_for_window

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

    from facing_pages.ui.pair.worker_client import Job

# Seconds a process may be silent; on a slow disk the first start takes some. By judgement.
MAX_ANSWER_SECONDS: Final = 90.0
STANDARD_OUTPUT: Final = "-"
_PAIR: Final = ("She came down quietly. Nobody knew.", "She came down silently. Nobody knew.")


class CheckResult(NamedTuple):
    """What a check of one part of the program found."""

    part: str
    is_good: bool
    text: str

    def __str__(self) -> str:
        return f"{'ok' if self.is_good else 'FAILED':7} {self.part}: {self.text}"


class NotWorkingError(Exception):
    """Why a part does not work, in words."""


def run_self_check(target: str) -> int:
    """Check all parts and write what is found to a file, "-" for standard output.

    Returns 0 if all is well, otherwise 1.
    """
    with ExitStack() as stack:
        # A program for windows alone has no standard output on some systems.
        output: TextIO | None = sys.stdout
        if target != STANDARD_OUTPUT:
            output = stack.enter_context(Path(target).open("w", encoding="utf-8"))
        is_good = True
        for result in check_results():
            print(result, file=output, flush=True)
            is_good = is_good and result.is_good
        print("All parts work." if is_good else "Not all parts work.", file=output)
    return 0 if is_good else 1


def check_results() -> Iterator[CheckResult]:
    """Check one part after the other."""
    yield _look("program", _program)
    yield _look("files", _files)
    window_system = _look("window system", _window_system)
    yield window_system
    if not window_system.is_good:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        if missing_for_rendering():
            return
    from facing_pages.ui.shell.application import make_application

    application = make_application([])
    for part, check in (
        ("fonts", _fonts),
        ("languages", _languages),
        ("word links", _word_links),
        ("encoder", _encoder),
        ("meaning reader", _meaning_reader),
        ("worker", _worker),
        ("reading", _reading),
        ("reports", _reports),
        ("settings", _settings),
        ("second start", _second_start),
        ("screen readers", _screen_readers),
    ):
        yield _look(part, check)
    application.quit()


def _look(part: str, check: Callable[[], str]) -> CheckResult:
    try:
        return CheckResult(part, True, check())
    except NotWorkingError as error:
        return CheckResult(part, False, str(error))
    except Exception as error:  # noqa: BLE001 - the report names whatever is wrong with a part
        return CheckResult(part, False, f"{type(error).__name__}: {error}")


def _program() -> str:
    build = "installed" if getattr(sys, "frozen", False) else "from source"
    system = f"{platform.system()} {platform.release()}, {platform.machine()}"
    return f"Facing Pages {__version__} ({build}), Python {platform.python_version()}, {system}"


def _files() -> str:
    from facing_pages.core.resources import damaged_resources, listed_resources

    if damaged := damaged_resources():
        raise NotWorkingError(f"missing or damaged, install again: {', '.join(damaged)}")
    return f"{len(listed_resources())} files, checksums right"


def _window_system() -> str:
    if missing := missing_for_window():
        raise NotWorkingError(missing)
    return _answer_of(_tell_window_system, "Qt cannot open windows here")


def _tell_window_system(connection: Connection) -> None:
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    sizes = [screen.size() for screen in application.screens()]
    message = ", ".join(f"{size.width()}×{size.height()}" for size in sizes)
    connection.send(f"{application.platformName()}, screens {message}")


def _answer_of(target: Callable[[Connection], None], trouble: str) -> str:
    """Return what a process of its own answers."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=target, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(MAX_ANSWER_SECONDS):
            raise NotWorkingError(f"{trouble}: no answer within {MAX_ANSWER_SECONDS:.0f} s")
        return str(ours.recv())
    except EOFError:
        process.join()
        raise NotWorkingError(f"{trouble}: the process ended with {process.exitcode}") from None
    finally:
        process.kill()
        process.join()


def _fonts() -> str:
    from PySide6.QtGui import QFontDatabase

    from facing_pages.page.layout.page_style import bundled_family

    family = bundled_family()
    styles = QFontDatabase.styles(family)
    if not QFontDatabase.isPrivateFamily(family) and "Source Serif" not in family:
        raise NotWorkingError(f"the bundled font cannot be loaded; {family} is used instead")
    return f"{family} with {len(styles)} styles"


def _languages() -> str:
    from facing_pages.viewmodel.wording.language import CATALOG_LANGUAGES, tr, use_language

    for code in CATALOG_LANGUAGES:
        use_language(code)
        if code != "en" and tr("Stop") == "Stop":
            raise NotWorkingError(f"the translation {code} cannot be read")
    return ", ".join(CATALOG_LANGUAGES)


def _word_links() -> str:
    from facing_pages.core.alignment.words.word_aligner import word_aligner

    links = word_aligner("en", precise=False).links(["quietly"], ["silently"])
    if not links:
        raise NotWorkingError("two synonyms are not linked")
    return "quietly – silently"


def _encoder() -> str:
    from facing_pages.core.alignment.words.encoder import encoder, has_encoder
    from facing_pages.core.alignment.words.word_aligner import word_aligner
    from facing_pages.core.system.silence import is_silent

    if not has_encoder():
        return "not installed (facing-pages[precise]); words are linked a little less precisely"
    if encoder() is None:
        raise NotWorkingError("onnxruntime cannot load the encoder")
    word_aligner("en", precise=True).links(["a", "quiet", "lamp"], ["a", "silent", "lamp"])
    if not is_silent():
        raise NotWorkingError("the telemetry of onnxruntime is on")
    return "loaded, its telemetry is off"


def _meaning_reader() -> str:
    from facing_pages.core.findings.reader.meaning_reader import has_meaning_reader, meaning_reader

    if not has_meaning_reader():
        return "not installed (facing-pages[precise]); rules alone say what changed in meaning"
    reader = meaning_reader()
    if reader is None:
        raise NotWorkingError("onnxruntime cannot load the meaning reader")
    reader.try_out()
    return "loaded"


def _worker() -> str:
    from PySide6.QtCore import QTimer

    from facing_pages.core.resources import sample_pair
    from facing_pages.session.pair import Request, Source
    from facing_pages.ui.pair.shared_workers import WorkerPool
    from facing_pages.ui.pair.worker_client import WorkerClient
    from facing_pages.worker.comparison_steps import MarksFound

    workers, silence = WorkerPool(), QTimer()
    silence.setInterval(int(1000 * MAX_ANSWER_SECONDS))
    changes: list[int] = []

    def take(step: object) -> None:
        if isinstance(step, MarksFound):
            changes.append(len(step.changes.table))

    original, rewrite = (Source(path=str(path)) for path in sample_pair())
    job = WorkerClient(workers).compare(Request(original, rewrite))
    job.step_arrived.connect(take)
    trouble = trouble_with(job, silence)
    workers.close()
    if trouble or not changes:
        raise NotWorkingError(trouble or "the sample pair has no changes")
    return f"{changes[-1]} changes in the sample pair"


def trouble_with(job: Job, silence: QTimer) -> str:
    """Wait until a job ends; return why it failed, "" if it succeeded.

    A slow machine may take long for all of it: `silence` starts again with all the worker says.
    """
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    ended: list[str] = []

    def end(why: str) -> None:
        ended.append(why)
        loop.quit()

    silence.timeout.connect(lambda: end("no answer"))
    job.step_arrived.connect(lambda _: silence.start())
    job.advanced.connect(lambda *_: silence.start())
    job.succeeded.connect(lambda _: end(""))
    job.failed.connect(end)
    job.lost.connect(lambda: end("its process ended"))
    silence.start()
    loop.exec()
    silence.stop()
    return ended[0].strip()


def _reading() -> str:
    from facing_pages.core.reading.isolated import read_file_isolated

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(f"<html><body><p>{_PAIR[0]}</p></body></html>", "utf-8")
        document = read_file_isolated(str(page))
    if document.text != _PAIR[0]:
        raise NotWorkingError("a web page is not read correctly")
    return "a web page, in a separate process"


def _reports() -> str:
    from facing_pages.core.compare import compare
    from facing_pages.export.writing import write_report
    from facing_pages.pdf.isolated_printing import print_report

    comparison = compare(*_PAIR)
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".pdf", ".docx", ".html", ".xlsx"):
            path = Path(folder) / f"report{suffix}"
            write_report(comparison, path, print_report=print_report)
            if not path.stat().st_size:
                raise NotWorkingError(f"an empty {suffix} was written")
    return "PDF, Word, web page, spreadsheet"


def _settings() -> str:
    from facing_pages.session.settings import SettingsFile

    folder = SettingsFile().path.parent
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder):
        return "can be written"


def _second_start() -> str:
    from PySide6.QtNetwork import QLocalServer

    from facing_pages.ui.shell.single_instance import meeting_place

    server = QLocalServer()
    if not server.listen(meeting_place(Path(f"self-check-{os.getpid()}"))):
        raise NotWorkingError(server.errorString())
    server.close()
    return "a second start can pass its files on"


def _screen_readers() -> str:
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QPushButton

    if QAccessible.queryAccessibleInterface(QPushButton("x")) is None:
        raise NotWorkingError("the accessibility bridge is missing")
    return "one is listening" if QAccessible.isActive() else "none is listening"
