"""Many pairs: found by name or by content, compared in spite of bad ones, resumed."""

from __future__ import annotations

from pathlib import Path

import pytest

from facing_pages import compare
from facing_pages.command_line.batch import INDEX, BatchError, pairs_of, run_batch
from facing_pages.command_line.main import main
from facing_pages.export.batch_index import PairResult, index_html, longest_verbatim
from facing_pages.export.report import ReportOptions, make_report

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


def test_the_longest_run_that_stayed_is_counted_in_words() -> None:
    report = make_report(compare(LAMP, LAMP.replace("quiet", "silent")))
    assert longest_verbatim(report) == 13


def test_names_in_the_index_are_no_markup() -> None:
    page = index_html([PairResult("<b>.txt", "a&b.txt", error="no <file>")])
    assert "&lt;b&gt;.txt" in page
    assert "no &lt;file&gt;" in page
