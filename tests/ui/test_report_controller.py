"""A report is asked for in the window and written by the worker."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from facing_pages import Side, Span, read_document
from facing_pages.core.resources import sample_pair
from facing_pages.export.formats import Offer, formats_offered
from facing_pages.export.report_options import ReportOptions
from facing_pages.ui.common import message_boxes as messages
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.translators import speak
from facing_pages.ui.dialogs.report_dialog import ReportDialog
from facing_pages.ui.shell.main_window import MainWindow


@pytest.fixture
def compared(qtbot: QtBot, window: MainWindow) -> MainWindow:
    with qtbot.waitSignal(window.controller.settled, timeout=120_000):
        window.workspace.opener.open_files(*(str(path) for path in sample_pair()))
    return window


def ask(window: MainWindow, suffix: str) -> ReportDialog:
    window.commands[Command.EXPORT].trigger()
    dialog = window.findChildren(ReportDialog)[-1]
    dialog.format.setCurrentIndex(dialog.format.findData(suffix))
    return dialog


def notices(window: MainWindow) -> list[str]:
    return [notice.text for notice in window.frame.bars.notices()]


def test_a_report_has_the_counts_of_the_screen(
    qtbot: QtBot, compared: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.html"
    monkeypatch.setattr(messages, "choose_report", lambda *_: str(target))
    dialog = ask(compared, ".html")
    with qtbot.waitSignal(compared.controller.requests.exported, timeout=60_000):
        dialog.accept()
    page = target.read_text("utf-8")
    assert compared.page.navigator.navigation is not None
    assert f"Changes ({len(compared.page.navigator.navigation)})" in page
    for kind, count in compared.page.navigator.navigation.counts().items():
        if f"{kind.words} (" in page:
            assert f"{kind.words} ({count:,})" in page
    assert "The report was saved as report.html." in notices(compared)


def test_a_german_window_asks_for_a_german_report(compared: MainWindow) -> None:
    speak("de")
    try:
        assert ask(compared, ".html").options().language == "de"
    finally:
        speak("en")
    assert ask(compared, ".html").options().language == "en"


def test_a_report_that_cannot_be_written_is_told(
    qtbot: QtBot, compared: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "nowhere" / "report.docx"
    monkeypatch.setattr(messages, "choose_report", lambda *_: str(target))
    dialog = ask(compared, ".docx")
    with qtbot.waitSignal(compared.controller.requests.exported, timeout=60_000):
        dialog.accept()
    assert any(text.startswith("Unable to write report.docx") for text in notices(compared))


def test_only_what_a_format_has_can_be_chosen(compared: MainWindow) -> None:
    dialog = ask(compared, ".csv")
    assert not dialog.contents.isEnabled()
    dialog.format.setCurrentIndex(dialog.format.findData(".docx"))
    assert dialog.contents.isEnabled()
    dialog.layout_choice.setCurrentIndex(1)
    assert not dialog.contents.isEnabled()
    dialog.format.setCurrentIndex(0)
    assert dialog.contents.isEnabled()
    dialog.parts["legend"].setChecked(False)
    options = dialog.options()
    assert (options.legend, options.texts) == (False, True)
    dialog.reject()


def test_a_selection_can_be_the_scope(compared: MainWindow) -> None:
    assert ask(compared, ".html").scope.count() == 2
    compared.page.reader.caret.select(Side.ORIGINAL, Span(5, 90))
    dialog = ask(compared, ".html")
    dialog.scope.setCurrentIndex(2)
    assert dialog.options().selection == (Side.ORIGINAL, Span(5, 90))
    dialog.reject()


def test_a_pdf_has_both_texts(
    qtbot: QtBot, compared: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.pdf"
    monkeypatch.setattr(messages, "choose_report", lambda *_: str(target))
    dialog = ask(compared, ".pdf")
    dialog.layout_choice.setCurrentIndex(1)
    dialog.parts["changes"].setChecked(False)
    with qtbot.waitSignal(compared.controller.requests.exported, timeout=120_000):
        dialog.accept()
    titles = [mark.get_title() for mark in PdfDocument(target).get_toc()]
    assert titles[0] == "lighthouse.txt ↔ lighthouse.rewrite.txt"
    assert "A tower that nobody wanted" in titles
    words = read_document(target).text.split()
    for path in sample_pair():
        text = read_document(path).text.split()
        # Words that were replaced stand without a space between old and new.
        assert len(set(text) - set(words)) < 0.2 * len(set(text))


@pytest.mark.parametrize(
    ("suffix", "begins", "holds"),
    [
        (".html", "lighthouse.txt ↔ lighthouse.rewrite.txt", "The keeper"),
        (".xlsx", "What changed in meaning", "The Lamp at Garrow"),
        (".csv", "original,rewrite,kind", "The keeper"),
        (".txt", "lighthouse.txt ↔ lighthouse.rewrite.txt", "{+"),
    ],
)
def test_a_report_is_shown_while_it_is_chosen(
    qtbot: QtBot, compared: MainWindow, suffix: str, begins: str, holds: str
) -> None:
    dialog = ask(compared, suffix)
    with qtbot.waitSignal(compared.controller.requests.previewed, timeout=60_000):
        pass
    shown = dialog.preview.toPlainText()
    assert shown.lstrip().startswith(begins)
    assert holds in shown
    assert dialog.preview_title.text().startswith("Preview")
    dialog.reject()


def test_the_preview_follows_the_choices(qtbot: QtBot, compared: MainWindow) -> None:
    dialog = ask(compared, ".html")
    for box in dialog.parts.values():
        box.setChecked(False)
    with qtbot.waitSignal(compared.controller.requests.previewed, timeout=60_000):
        pass
    assert dialog.preview.toPlainText().strip() == "lighthouse.txt ↔ lighthouse.rewrite.txt"
    with qtbot.waitSignal(compared.controller.requests.previewed, timeout=60_000):
        dialog.parts["legend"].setChecked(True)
    assert "moved" in dialog.preview.toPlainText()
    dialog.reject()


def test_writing_can_be_stopped(
    qtbot: QtBot, compared: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.pdf"
    monkeypatch.setattr(messages, "choose_report", lambda *_: str(target))
    dialog = ask(compared, ".pdf")
    with qtbot.waitSignal(compared.controller.requests.exported, timeout=60_000) as answer:
        dialog.accept()
        assert compared.controller.client.is_busy
        compared.commands[Command.STOP].setEnabled(True)
        compared.commands[Command.STOP].trigger()
    assert answer.args == [str(target), None, True]
    assert list(tmp_path.glob("report*")) == []
    assert "Writing report.pdf was stopped. No report was written." in notices(compared)
    assert not compared.controller.client.is_busy
    assert not compared.commands[Command.STOP].isEnabled()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="holds the worker as POSIX does")
def test_a_worker_that_dies_leaves_nobody_waiting(
    qtbot: QtBot, compared: MainWindow, tmp_path: Path
) -> None:
    workers = multiprocessing.active_children()
    for worker in workers:
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGSTOP)
    with qtbot.waitSignal(compared.controller.requests.previewed, timeout=60_000) as answer:
        compared.controller.requests.preview(".html", ReportOptions())
        assert compared.controller.client.is_busy
        for worker in workers:
            worker.kill()
    assert answer.args[2] is None
    assert not compared.controller.client.is_busy
    assert not compared.commands[Command.STOP].isEnabled()
    with qtbot.waitSignal(compared.controller.requests.exported, timeout=60_000):
        compared.controller.requests.export(str(tmp_path / "report.csv"), ReportOptions())
    assert list(tmp_path.glob("report*")) == []
    said = "Unable to write report.csv: the texts are no longer compared. Read"
    assert any(text.startswith(said) for text in notices(compared))
    with qtbot.waitSignal(compared.controller.settled, timeout=60_000):
        compared.commands[Command.RELOAD].trigger()
    with qtbot.waitSignal(compared.controller.requests.exported, timeout=60_000) as done:
        compared.controller.requests.export(str(tmp_path / "report.csv"), ReportOptions())
    assert done.args[1:] == [None, False]


def test_a_report_of_texts_that_are_not_aligned_yet_waits_for_them(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    target = tmp_path / "report.csv"
    with qtbot.waitSignal(window.controller.requests.exported, timeout=120_000) as answer:
        with qtbot.waitSignal(window.controller.pages_changed, timeout=60_000):
            window.workspace.opener.open_files(*(str(path) for path in sample_pair()))
        assert window.controller.state.pages is not None
        assert not window.controller.state.pages.is_aligned
        window.controller.requests.export(str(target), ReportOptions())
    assert answer.args == [str(target), None, False]
    assert target.read_text("utf-8-sig").startswith("original,rewrite,kind")


def test_a_report_can_be_looked_at_before_it_is_saved(
    qtbot: QtBot, compared: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog = ask(compared, ".html")
    with qtbot.waitSignal(compared.controller.requests.exported, timeout=60_000):
        dialog.draft.click()
    assert Path(opened[0]).read_text("utf-8").startswith("<!DOCTYPE html>")
    assert not any("report was saved" in text for text in notices(compared))
    dialog.reject()


def test_the_window_offers_the_formats_of_the_table(compared: MainWindow) -> None:
    dialog = ask(compared, ".html")
    offered = [dialog.format.itemData(k) for k in range(dialog.format.count())]
    assert offered == [found.suffix for found in formats_offered(Offer.DIALOG)]
    for found in formats_offered(Offer.DIALOG):
        dialog.format.setCurrentIndex(dialog.format.findData(found.suffix))
        assert dialog.layout_choice.isEnabled() is found.is_composed
        assert dialog.hint.text() == found.purpose
    dialog.reject()


def test_a_name_with_the_other_suffix_of_a_format_is_kept(
    qtbot: QtBot, compared: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filters: list[str] = []

    def save_as(*arguments: object) -> tuple[str, str]:
        filters.append(str(arguments[3]))
        return str(tmp_path / "report.htm"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_as)
    dialog = ask(compared, ".html")
    with qtbot.waitSignal(compared.controller.requests.exported, timeout=60_000):
        dialog.accept()
    assert filters == ["*.html *.htm"]
    assert [path.name for path in tmp_path.glob("report*")] == ["report.htm"]
