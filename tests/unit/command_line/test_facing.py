from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from facing_pages.command_line import limited_compare
from facing_pages.command_line.facing import main
from facing_pages.core.progress import Deadline


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    original, rewrite = tmp_path / "one.txt", tmp_path / "two.txt"
    original.write_text("The lamp was quiet. It rained.", "utf-8")
    rewrite.write_text("The lamp was silent. It rained.", "utf-8")
    return str(original), str(rewrite)


def test_align_writes_json_to_standard_output(
    files: tuple[str, str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["align", *files]) == 0
    content = json.loads(capsysbinary.readouterr().out)
    assert content["original"]["file"] == "one.txt"


@pytest.mark.parametrize("kind", ["json", "tsv", "tmx"])
def test_align_writes_each_format_to_a_file(
    files: tuple[str, str], kind: str, tmp_path: Path
) -> None:
    output = tmp_path / f"out.{kind}"
    assert main(["align", *files, "--format", kind, "-o", str(output)]) == 0
    assert "It rained." in output.read_text("utf-8")


def test_stats_says_how_much_changed(
    files: tuple[str, str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["stats", *files]) == 0
    assert b"reworded" in capsysbinary.readouterr().out


def test_findings_are_listed_with_both_passages(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("The mill was built in 1874 by ten men.", "utf-8")
    other.write_text("The mill was built in 1847 by ten men.", "utf-8")
    files = [str(one), str(other)]
    assert main(["findings", *files]) == 0
    text = capsysbinary.readouterr().out.decode("utf-8")
    assert text.startswith("1 number\n")
    assert "1. Number – 1874 became 1847\n   severity 4, another fact or certainty (¶ 1)\n" in text
    assert "   < The mill was built in [-1874-] by ten men.\n" in text
    assert "   > The mill was built in {+1847+} by ten men.\n" in text
    assert main(["findings", *files, "--format", "tsv"]) == 0
    rows = capsysbinary.readouterr().out.decode("utf-8").splitlines()
    assert rows[1].split("\t")[-2:] == ["1874", "1847"]
    assert main(["findings", *files, "--format", "json"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["findings"][0]["severity"] == 4


def test_findings_below_the_severity_asked_for_are_left_out(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("It rained on Monday.", "utf-8")
    other.write_text("It rained on Friday.", "utf-8")
    files = [str(one), str(other), "--exit-code"]
    assert main(["findings", *files]) == 1
    assert main(["findings", *files, "--severity", "5"]) == 0
    assert b"No change of meaning found." in capsysbinary.readouterr().out


@pytest.fixture
def changed_files(tmp_path: Path) -> list[str]:
    """Two files with a changed number, of severity 4, and a negation, of severity 5."""
    one, other = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("The mill was built in 1874. It has not closed.", "utf-8")
    other.write_text("The mill was built in 1847. It has closed.", "utf-8")
    return [str(one), str(other)]


def test_findings_of_some_kinds_can_be_asked_for(
    changed_files: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["findings", *changed_files]) == 0
    assert capsysbinary.readouterr().out.startswith(b"1 number \xc2\xb7 1 negation\n")
    assert main(["findings", *changed_files, "--kind", "negation", "--format", "json"]) == 0
    found = json.loads(capsysbinary.readouterr().out)["findings"]
    assert [finding["kind"] for finding in found] == ["negation"]
    both = ["--kind", "negation", "--kind", "number"]
    assert main(["findings", *changed_files, *both]) == 0
    assert capsysbinary.readouterr().out.startswith(b"1 number \xc2\xb7 1 negation\n")


def test_kinds_that_were_not_asked_for_are_not_said_to_be_looked_for(
    changed_files: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["findings", *changed_files, "--kind", "date", "--exit-code"]) == 0
    text = " ".join(capsysbinary.readouterr().out.decode("utf-8").split())
    assert text.startswith("No change of meaning found. Looked for: other dates and times. Not")


def test_statistics_count_findings_by_kind(
    changed_files: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["stats", *changed_files]) == 0
    assert b"\nchanges of meaning: 1 number, 1 negation\n" in capsysbinary.readouterr().out
    assert main(["stats", *changed_files, "--severity", "5"]) == 0
    assert b"\nchanges of meaning: 1 negation\n" in capsysbinary.readouterr().out
    assert main(["stats", *changed_files, "--without", "findings"]) == 0
    assert b"changes of meaning" not in capsysbinary.readouterr().out


def test_a_report_begins_with_the_findings_asked_for(
    changed_files: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    stream = ["-o", "-", "--format", "md"]
    assert main(["--quiet", "report", *changed_files, *stream, "--severity", "5"]) == 0
    lines = capsysbinary.readouterr().out.decode("utf-8").splitlines()
    assert lines[2:5] == ["## What changed in meaning", "", "**1 negation**"]
    assert main(["--quiet", "report", *changed_files, *stream, "--without", "findings"]) == 0
    assert b"meaning" not in capsysbinary.readouterr().out


def test_a_table_of_links_is_made_without_looking_for_findings(
    changed_files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facing_pages.core.link_pass.find_all", None)
    assert main(["--quiet", "report", *changed_files, "-o", str(tmp_path / "links.csv")]) == 0


def test_exit_code_tells_whether_the_texts_differ(files: tuple[str, str], tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    assert main(["stats", *files, "--exit-code", "-o", out]) == 1
    assert main(["stats", files[0], files[0], "--exit-code", "-o", out]) == 0


def test_standard_input_is_a_text(
    files: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The lamp was quiet.")))
    assert main(["align", "-", files[1]]) == 0
    assert json.loads(capsysbinary.readouterr().out)["original"]["file"] == "standard input"


def test_bad_input_gives_one_line_and_status_2(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(300_000_000)
    for name in ("none.txt", "empty.txt", "binary.txt", "huge.txt", "."):
        assert main(["align", files[0], str(tmp_path / name)]) == 2
        error_text = capsys.readouterr().err
        assert error_text.count("\n") == 1
        assert error_text.startswith("facing: ")


def test_an_unwritable_output_is_named(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "missing" / "out.json"
    assert main(["align", *files, "-o", str(target)]) == 2
    assert str(target) in capsys.readouterr().err


def test_standard_input_cannot_be_both_texts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["align", "-", "-"]) == 2
    assert "standard input" in capsys.readouterr().err


@pytest.mark.parametrize("size", ["big", "10x10", "99999x5"])
def test_a_senseless_size_is_refused(
    files: tuple[str, str], size: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["picture", *files, "-o", str(tmp_path / "p.png"), "--size", size]) == 2
    assert size in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["align", "one.txt"], ["align", *"abc"], ["dance"], []])
def test_bad_usage_is_told_in_one_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("suffix", ["html", "docx", "pdf", "md", "xlsx"])
def test_report_writes_the_format_its_name_says(
    files: tuple[str, str], suffix: str, tmp_path: Path
) -> None:
    output = tmp_path / f"report.{suffix}"
    layout = ["--layout", "one-column", "--only-changes", "--without", "legend"]
    layout += ["--weight", "punctuation"]
    assert main(["report", *files, "-o", str(output), *layout]) == 0
    assert output.stat().st_size > 200


def test_report_names_the_formats_there_are(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", *files, "-o", str(tmp_path / "report.foo")]) == 2
    assert ".html, .docx, .pdf" in capsys.readouterr().err


def completed(script: str, *words: str) -> set[str]:
    """Return what bash would offer for the last of these words."""
    line = " ".join(words)
    code = (
        f"{script}\nCOMP_WORDS=(facing {line} ''); COMP_CWORD={len(words) + 1}; "
        '_facing; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    run = subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_the_shell_completes_commands_options_and_values(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert main(["completion", "bash"]) == 0
    script = capsysbinary.readouterr().out.decode()
    assert {"align", "report", "batch", "--help"} <= completed(script)
    assert "--layout" in completed(script, "report", "a.txt")
    assert completed(script, "report", "--layout") == {"side-by-side", "one-column"}


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_get_a_script_too(
    shell: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["completion", shell]) == 0
    assert b"report" in capsysbinary.readouterr().out


def test_progress_is_told_on_a_terminal_only(
    files: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stats", *files]) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert main(["--quiet", "stats", *files]) == 0
    assert capsys.readouterr().err == ""
    assert main(["stats", *files]) == 0
    assert "100 %" in capsys.readouterr().err


def test_a_report_goes_to_standard_output_in_a_format_that_is_named(
    files: tuple[str, str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["report", *files, "-o", "-"]) == 2
    assert b"--format html" in capsysbinary.readouterr().err
    assert main(["report", *files, "-o", "-", "--format", "md"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"# one.txt")


def test_a_file_that_breaks_off_is_warned_of(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cut.rtf").write_bytes(b"{\\rtf1 The lamp was lit.")
    assert main(["stats", str(tmp_path / "cut.rtf"), files[1]]) == 0
    assert "facing: cut.rtf breaks off" in capsys.readouterr().err
    assert main(["--quiet", "stats", str(tmp_path / "cut.rtf"), files[1]]) == 0
    assert capsys.readouterr().err == ""


def test_a_pair_that_takes_too_long_ends_with_a_sentence(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limited_compare, "Deadline", lambda *_: Deadline(0))

    assert main(["stats", *files]) == 2

    error = capsys.readouterr().err
    assert "one.txt and" in error
    assert "two.txt took more than 2 minutes of processor time. Compare parts of them." in error


def test_a_pair_that_takes_too_much_memory_ends_with_a_sentence(
    files: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("facing_pages.command_line.limited_compare.compare", fail)

    assert main(["align", *files]) == 2

    error = capsys.readouterr().err
    assert "two.txt takes more memory than 1000 MB. Compare parts of them." in error
    assert error.count("\n") == 1
