"""Many pairs: found by name or by content, compared in spite of bad ones, resumed."""

from __future__ import annotations

import json
import os
import re
from base64 import b64encode
from collections.abc import Callable, Generator
from hashlib import sha256
from html import unescape
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from facing_pages import compare
from facing_pages.command_line import batch as batch_module
from facing_pages.command_line.batch import (
    INDEX,
    RESULTS,
    BatchError,
    FilePair,
    PairTask,
    compare_pair,
    pairs_of,
    run_batch,
)
from facing_pages.command_line.batch_records import Record
from facing_pages.command_line.facing import main
from facing_pages.command_line.worker_pool import Allow, Failure, Outcome
from facing_pages.core.errors import WritingError
from facing_pages.export.as_html import report_html
from facing_pages.export.batch_index import PairResult, index_html, longest_verbatim
from facing_pages.export.report import make_report
from facing_pages.export.report_options import Layout, ReportOptions

LAMP = "The lamp was quiet when she came down. Nobody in the harbour knew why it was dark."
BOAT = "Two boats came home late that night. Their nets were torn and their crews were cold."


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder, lamp, boat in ((one, "lamp.txt", "boat.txt"), (two, "lamp.md", "evening.txt")):
        folder.mkdir()
        (folder / lamp).write_text(LAMP.replace("quiet", "silent"), "utf-8")
        (folder / boat).write_text(BOAT.replace("late", "early"), "utf-8")
    (one / "lamp.txt").write_text(LAMP, "utf-8")
    (one / "boat.txt").write_text(BOAT, "utf-8")
    return one, two


def test_folders_are_paired_by_name_and_the_rest_by_content(folders: tuple[Path, Path]) -> None:
    pairs = pairs_of([str(folder) for folder in folders])
    names = {(Path(pair.original).name, Path(pair.rewrite).name) for pair in pairs}
    assert names == {("lamp.txt", "lamp.md"), ("boat.txt", "evening.txt")}


def test_a_list_names_files_beside_it(folders: tuple[Path, Path]) -> None:
    listed = folders[0].parent / "pairs.csv"
    listed.write_text(
        "original,rewrite\none/lamp.txt,two/lamp.md\none/lamp.txt,gone.txt\n", "utf-8"
    )
    pairs = pairs_of([str(listed)])
    assert [pair.name for pair in pairs] == ["lamp", "lamp-2"]
    assert Path(pairs[0].rewrite) == folders[1] / "lamp.md"


def test_what_is_no_list_and_no_folders_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="two folders"):
        pairs_of([str(tmp_path)])
    (tmp_path / "empty.csv").write_text("original,rewrite\n", "utf-8")
    with pytest.raises(BatchError, match="No pairs"):
        pairs_of([str(tmp_path / "empty.csv")])


def test_a_bad_pair_does_not_stop_the_others_and_what_is_done_is_not_done_again(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    listed = tmp_path / "pairs.csv"
    listed.write_text("one/lamp.txt,two/lamp.md\none/lamp.txt,gone.txt\n", "utf-8")
    pairs = pairs_of([str(listed)])
    out = tmp_path / "out"
    results = run_batch(pairs, out, ".html", ReportOptions(), jobs=1)
    assert [bool(result.error) for result in results] == [False, True]
    assert "gone.txt does not exist" in results[1].error
    index = (out / INDEX).read_text("utf-8")
    assert '<a href="lamp.html">' in index
    assert "1 compared, 1 could not be" in index
    written = (out / "lamp.html").stat().st_mtime_ns
    again = run_batch(pairs, out, ".html", ReportOptions(), jobs=1)
    assert again[0] == results[0]
    assert (out / "lamp.html").stat().st_mtime_ns == written


def test_the_command_writes_the_index(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    status = main(["--quiet", "batch", *map(str, folders), "-o", str(out), "--format", "md"])
    assert status == 0
    assert (out / "lamp.md").exists()
    assert capsys.readouterr().err == ""


def test_a_batch_looks_for_findings_unless_they_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, year in (("old.txt", "1874"), ("new.txt", "1847")):
        (tmp_path / name).write_text(f"The mill was built in {year}.", "utf-8")
    pair = FilePair(str(tmp_path / "old.txt"), str(tmp_path / "new.txt"), "mill")
    task = PairTask(pair, str(tmp_path), ".html", ReportOptions())
    result = compare_pair(task, lambda *_: None).result
    assert (result.findings, result.severity) == ((("number", 1),), 4)
    monkeypatch.setattr("facing_pages.core.link_pass.find_all", None)
    task = PairTask(pair, str(tmp_path), ".html", ReportOptions(findings=False))
    result = compare_pair(task, lambda *_: None).result
    assert (result.findings, result.error) == (None, "")


def test_the_command_names_findings_and_leaves_them_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, year in (("old.txt", "1874"), ("new.txt", "1847")):
        (tmp_path / name).write_text(f"The mill was built in {year}.", "utf-8")
    (tmp_path / "pairs.csv").write_text("original,rewrite\nold.txt,new.txt\n", "utf-8")
    command = ["batch", str(tmp_path / "pairs.csv"), "-o", str(tmp_path / "out"), "--jobs", "1"]
    assert main(command) == 0
    assert "% alike, 1 number\n" in capsys.readouterr().err
    assert ">Numbers<" in (tmp_path / "out" / INDEX).read_text("utf-8")
    assert main([*command, "--without", "findings"]) == 0
    assert "% alike\n" in capsys.readouterr().err
    assert ">Numbers<" not in (tmp_path / "out" / INDEX).read_text("utf-8")


@pytest.mark.parametrize("suffix", [".html", ".md", ".txt", ".json"])
def test_the_longest_run_is_counted_for_every_format(
    suffix: str, pair: tuple[FilePair, Path]
) -> None:
    task = PairTask(pair[0], str(pair[1]), suffix, ReportOptions())
    pair[1].mkdir(exist_ok=True)
    assert compare_pair(task, lambda *_: None).result.verbatim > 3


def test_the_longest_run_that_stayed_is_counted_in_words() -> None:
    report = make_report(compare(LAMP, LAMP.replace("quiet", "silent")))
    assert longest_verbatim(report) == 13


def test_names_in_the_index_are_no_markup() -> None:
    page = index_html([PairResult("<b>.txt", "a&b.txt", error="no <file>")])
    assert "&lt;b&gt;.txt" in page
    assert "no &lt;file&gt;" in page


# --- what is compared again --------------------------------------------------------------------


Outcomes = Generator[Outcome[PairTask, Record], None, None]


class _HerePool:
    """Does the tasks of a batch here, so that a test need not wait for a process."""

    def __init__(self, work: Callable[[PairTask, Allow], Record], *_: object, **__: object) -> None:
        self._work = work

    def run(self, tasks: list[PairTask], _: object = None) -> Outcomes:
        for task in tasks:
            yield Outcome(task, self._work(task, lambda *_: None))

    def __class_getitem__(cls, _: object) -> type[_HerePool]:
        return cls


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the pairs that are compared, as they are."""
    names: list[str] = []

    def noted(task: PairTask, allow: Allow) -> Record:
        names.append(task.pair.name)
        return compare_pair(task, allow)

    monkeypatch.setattr(batch_module, "TaskPool", _HerePool)
    monkeypatch.setattr(batch_module, "compare_pair", noted)
    return names


@pytest.fixture
def pair(tmp_path: Path) -> tuple[FilePair, Path]:
    (tmp_path / "lamp.txt").write_text(LAMP, "utf-8")
    (tmp_path / "light.txt").write_text(LAMP.replace("quiet", "silent"), "utf-8")
    return FilePair(
        str(tmp_path / "lamp.txt"), str(tmp_path / "light.txt"), "lamp"
    ), tmp_path / "out"


def test_another_format_is_written_and_shown(
    compared: list[str], pair: tuple[FilePair, Path]
) -> None:
    notices: list[str] = []
    run_batch([pair[0]], pair[1], ".html", ReportOptions())
    run_batch([pair[0]], pair[1], ".docx", ReportOptions(), notice=notices.append)
    assert compared == ["lamp", "lamp"]
    assert (pair[1] / "lamp.docx").exists()
    assert 'href="lamp.docx"' in (pair[1] / INDEX).read_text("utf-8")
    assert notices == ["A report of an earlier run is left as it is: lamp.html"]


def test_other_options_are_compared_again(compared: list[str], pair: tuple[FilePair, Path]) -> None:
    for options in (ReportOptions(), ReportOptions(), ReportOptions(legend=False)):
        run_batch([pair[0]], pair[1], ".html", options)
    assert compared == ["lamp", "lamp"]
    assert "What the marks mean" not in (pair[1] / "lamp.html").read_text("utf-8")


def test_a_changed_file_with_an_older_time_is_compared_again(
    compared: list[str], pair: tuple[FilePair, Path]
) -> None:
    first = run_batch([pair[0]], pair[1], ".html", ReportOptions())
    rewrite = Path(pair[0].rewrite)
    rewrite.write_text(LAMP.replace("quiet", "dreary"), "utf-8")  # of the same length as before
    os.utime(rewrite, (1, 1))
    run_batch([pair[0]], pair[1], ".html", ReportOptions())
    assert compared == ["lamp", "lamp"]
    assert first[0].report == "lamp.html"
    assert "dreary" in (pair[1] / "lamp.html").read_text("utf-8")


@pytest.mark.parametrize("damage", [b"", b"<!DOCTYPE html>"])
def test_a_report_that_is_not_whole_is_written_again(
    compared: list[str], pair: tuple[FilePair, Path], damage: bytes
) -> None:
    run_batch([pair[0]], pair[1], ".html", ReportOptions())
    whole = (pair[1] / "lamp.html").read_bytes()
    (pair[1] / "lamp.html").write_bytes(damage)
    run_batch([pair[0]], pair[1], ".html", ReportOptions())
    assert (pair[1] / "lamp.html").read_bytes() == whole


@pytest.mark.parametrize("content", [b"", b"[", b"[" * 100_000, b'{"schema": 2}', b"\xff", b"null"])
def test_a_damaged_file_of_results_means_that_all_is_done_anew(
    compared: list[str], pair: tuple[FilePair, Path], content: bytes
) -> None:
    pair[1].mkdir()
    (pair[1] / RESULTS).write_bytes(content)
    results = run_batch([pair[0]], pair[1], ".html", ReportOptions())
    assert compared == ["lamp"]
    assert results[0].error == ""


def test_a_file_that_changes_while_it_is_read_is_no_result(
    pair: tuple[FilePair, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    pair[1].mkdir()
    count = 0

    def changing(path: str) -> object:
        nonlocal count
        count += 1
        Path(pair[0].rewrite).write_text(f"{LAMP} {count}", "utf-8")
        return read(path)

    read = batch_module.read_file_isolated
    monkeypatch.setattr(batch_module, "read_file_isolated", changing)
    task = PairTask(pair[0], str(pair[1]), ".html", ReportOptions())
    record = compare_pair(task, lambda *_: None)
    assert "is being changed by another program" in record.result.error
    assert record.contents == ()


def test_a_stopped_run_keeps_what_it_has(compared: list[str], pair: tuple[FilePair, Path]) -> None:
    run_batch([pair[0]], pair[1], ".html", ReportOptions())
    before = (pair[1] / RESULTS).read_bytes()

    class Stop:
        def is_cancelled(self) -> bool:
            return True

    assert run_batch([pair[0]], pair[1], ".html", ReportOptions(), stop=Stop()) == []
    assert (pair[1] / RESULTS).read_bytes() == before


def test_what_a_killed_run_had_begun_to_write_is_removed(
    compared: list[str], pair: tuple[FilePair, Path]
) -> None:
    pair[1].mkdir()
    digits = "0123456789abcdef"
    old = {f".{name}.{digits}.draft" for name in ("lamp.html", "index.html", "results.json")}
    kept = {".mine.draft", f".other.html.{digits}.draft", f".lamp.html.{digits[::-1]}.draft"}
    for name in old | kept:
        (pair[1] / name).touch()
        if name != f".lamp.html.{digits[::-1]}.draft":  # perhaps another program is writing it
            os.utime(pair[1] / name, (1, 1))
    run_batch([pair[0]], pair[1], ".html", ReportOptions())
    assert {path.name for path in pair[1].glob(".*")} == kept


# --- failures ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (Failure.ENDED, "ended unexpectedly twice: perhaps it needs more memory than there is"),
        (Failure.TOO_LONG, "longer than 2 min twice"),
        (Failure.NO_MEMORY, "more memory than texts of this length may take"),
    ],
)
def test_a_pair_that_has_no_result_says_why(
    pair: tuple[FilePair, Path], monkeypatch: pytest.MonkeyPatch, failure: Failure, reason: str
) -> None:
    class Pool(_HerePool):
        def run(self, tasks: list[PairTask], _: object = None) -> Outcomes:
            for task in tasks:
                yield Outcome(task, None, failure, 120.0)

    monkeypatch.setattr(batch_module, "TaskPool", Pool)
    results = run_batch([pair[0]], pair[1], ".html", ReportOptions())
    assert reason in results[0].error
    assert reason in unescape((pair[1] / INDEX).read_text("utf-8"))


def test_a_folder_that_cannot_be_made_is_told(pair: tuple[FilePair, Path]) -> None:
    with pytest.raises(WritingError, match="Unable to write out"):
        run_batch([pair[0]], Path(pair[0].original) / "out", ".html", ReportOptions())


def test_the_exit_status_and_the_last_lines_say_what_failed(
    compared: list[str],
    folders: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    listed = tmp_path / "pairs.csv"
    status = {}
    for name, text in {
        "all": "one/lamp.txt,two/lamp.md\n",
        "some": "one/lamp.txt,two/lamp.md\none/lamp.txt,gone.txt\n",
        "none": "one/lamp.txt,gone.txt\n",
    }.items():
        listed.write_text(text, "utf-8")
        status[name] = main(["batch", str(listed), "-o", str(tmp_path / name)])
    assert status == {"all": 0, "some": 1, "none": 2}
    error_text = capsys.readouterr().err
    assert "1 of 2 pairs are compared, 1 could not be" in error_text
    assert "lamp.txt ↔ gone.txt: pairs.csv, line 2: gone.txt does not exist" in error_text


@pytest.mark.parametrize("place", range(3))
def test_general_options_may_stand_before_the_command_or_after_it(
    compared: list[str],
    folders: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    place: int,
) -> None:
    arguments = ["batch", *map(str, folders), "-o", str(tmp_path / "out")]
    arguments.insert((0, 1, len(arguments))[place], "--quiet")
    assert main(arguments) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("jobs", ["-1", "x", "1.5", "99999999999999999999"])
def test_a_number_of_jobs_that_is_none_is_refused(
    jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_info:
        main(["batch", "a.csv", "-o", "out", f"--jobs={jobs}"])
    assert exit_info.value.code == 2
    assert "is not a number of pairs" in capsys.readouterr().err


# --- names and pages ---------------------------------------------------------------------------

ODD_NAMES = [
    "a b#c?d%41",
    "line\nend",
    'quo"te',
    "r\u202etl",
    "<b>",
    "CON",
    "x" * 250,
    "x\udcff\udcfe",
]


@pytest.mark.skipif(os.name == "nt", reason="such names are not possible there")
@pytest.mark.parametrize("suffix", [".html", ".docx", ".md", ".txt", ".xlsx", ".json"])
def test_every_name_has_a_report_that_the_index_leads_to(
    compared: list[str], tmp_path: Path, suffix: str
) -> None:
    names = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    for name in ODD_NAMES:
        try:
            for folder in ("one", "two"):
                (tmp_path / folder / f"{name}.txt").write_text(LAMP, "utf-8")
            names.append(name)
        except OSError:
            continue  # a file system that takes UTF-8 only
    out = tmp_path / "out"
    pairs = pairs_of([str(tmp_path / "one"), str(tmp_path / "two")])
    results = run_batch(pairs, out, suffix, ReportOptions())
    assert [result.error for result in results] == [""] * len(names)
    links = re.findall(r'href="([^"]*)"', (out / INDEX).read_text("utf-8"))
    reports = [out / os.fsdecode(unquote_to_bytes(link)) for link in links]
    assert len({report.stat().st_ino for report in reports}) == len(names)
    compared.clear()
    assert run_batch(pairs, out, suffix, ReportOptions()) == results
    assert compared == []
    if suffix == ".json":
        files = {json.loads(report.read_bytes())["original"]["file"] for report in reports}
        assert files == {f"{name}.txt" for name in names}


def assert_allows_only_its_own(page: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    assert page.index("Content-Security-Policy") < page.index("<style>")
    for element in ("style", "script"):
        (content,) = re.findall(f"<{element}>(.*?)</{element}>", page, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy[1]
    assert not re.search(r"<[^>]* (style|on\w+)=", page)


def test_pages_allow_nothing_but_their_own_style_and_script() -> None:
    assert_allows_only_its_own(index_html([PairResult("a.txt", "b.txt", "a.html")]))
    for options in (ReportOptions(), ReportOptions(layout=Layout.ONE_COLUMN)):
        report = make_report(compare(LAMP, LAMP.replace("quiet", "silent")), options)
        assert_allows_only_its_own(report_html(report))


def test_what_turns_the_direction_is_isolated() -> None:
    page = index_html([PairResult("gpj.\u202etxt", "b\udcff.txt", error="no \u202efile")])
    assert "<bdi>gpj.\u202etxt</bdi>" in page
    assert "<bdi>b\ufffd.txt</bdi>" in page
    assert "<bdi>no \u202efile</bdi>" in page
    turned = compare("The lamp \u202ewas quiet.", "The lamp \u202ewas silent.")
    for layout in Layout:
        report = report_html(make_report(turned, ReportOptions(layout=layout)))
        assert report.count("\u202e") > 0
        for found in re.finditer("\u202e", report):
            opened = report[: found.start()].count("<bdi>") - report[: found.start()].count(
                "</bdi>"
            )
            assert opened == 1
