"""What an earlier run noted holds only as long as nothing that decides a result has changed."""

from __future__ import annotations

import json
import os
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facing_pages.command_line import batch_records
from facing_pages.command_line.batch_records import (
    PARTIAL,
    RESULTS,
    RESULTS_SCHEMA,
    Contents,
    Record,
    add_result,
    content_of,
    is_fresh,
    known_results,
    reports_named,
    settings_of,
    write_results,
)
from facing_pages.core.options import Options
from facing_pages.export.batch_index import PairResult
from facing_pages.export.report_options import Layout, ReportOptions, Scope
from facing_pages.marks.kinds import ViewKind

SETTINGS = settings_of(".html", ReportOptions(), Options())


@pytest.fixture
def record(tmp_path: Path) -> Record:
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "a.html")]
    for path in paths:
        path.write_text(f"This is {path.name}.", "utf-8")
    contents = [content for path in paths if (content := content_of(path)) is not None]
    result = PairResult(str(paths[0]), str(paths[1]), "a.html", 90.6, 80.0, 10.0, 10.0, 5.0, 12)
    return Record(result, tuple(contents))


def test_a_result_that_is_noted_is_known_again(tmp_path: Path, record: Record) -> None:
    found = (("number", 2), ("negation", 1))
    changed = replace(record.result, original="x\udcff\n.txt", findings=found, severity=5)
    other = replace(record, result=changed)
    write_results(tmp_path, SETTINGS, [record])
    add_result(tmp_path, SETTINGS, other)
    assert set(known_results(tmp_path, SETTINGS).values()) == {record, other}
    write_results(tmp_path, SETTINGS, [record, other])
    assert not (tmp_path / PARTIAL).exists()
    assert set(known_results(tmp_path, SETTINGS).values()) == {record, other}
    content = json.loads((tmp_path / RESULTS).read_bytes())
    assert content["schema"] == RESULTS_SCHEMA


@pytest.mark.parametrize(
    ("suffix", "report", "options"),
    [
        (".docx", ReportOptions(), Options()),
        (".html", ReportOptions(layout=Layout.ONE_COLUMN), Options()),
        (".html", ReportOptions(scope=Scope.CHANGED), Options()),
        (".html", ReportOptions(kinds=frozenset({ViewKind.ADDED})), Options()),
        (".html", ReportOptions(legend=False), Options()),
        (".html", ReportOptions(findings=False), Options()),
        (".html", ReportOptions(severity=5), Options()),
        (".html", ReportOptions(), Options(precise=False)),
    ],
)
def test_another_format_or_option_makes_results_unknown(
    tmp_path: Path, record: Record, suffix: str, report: ReportOptions, options: Options
) -> None:
    write_results(tmp_path, SETTINGS, [record])
    add_result(tmp_path, SETTINGS, record)
    assert known_results(tmp_path, settings_of(suffix, report, options)) == {}
    assert reports_named(tmp_path) == ["a.html"]


def test_another_program_or_encoder_makes_results_unknown(
    tmp_path: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_results(tmp_path, SETTINGS, [record])
    for name, value in (("__version__", "999.0"), ("has_encoder", lambda: "another")):
        with monkeypatch.context() as patch:
            patch.setattr(batch_records, name, value)
            assert known_results(tmp_path, settings_of(".html", ReportOptions(), Options())) == {}


def keep_times(path: Path, content: bytes) -> None:
    status = path.stat()
    path.write_bytes(content)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("number", range(3))
def test_content_decides_and_times_do_not(tmp_path: Path, record: Record, number: int) -> None:
    report = tmp_path / "a.html"
    path = (Path(record.result.original), Path(record.result.rewrite), report)[number]
    assert is_fresh(record, report, Contents())
    os.utime(path, (0, 0))
    assert is_fresh(record, report, Contents())
    os.utime(path, (4e9, 4e9))
    assert is_fresh(record, report, Contents())
    good = path.read_bytes()
    for other in (good[:-1] + b"!", good + b"!", b""):
        keep_times(path, other)
        assert not is_fresh(record, report, Contents())
    path.unlink()
    assert not is_fresh(record, report, Contents())
    path.mkdir()
    assert not is_fresh(record, report, Contents())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path, record: Record) -> None:
    path = Path(record.result.rewrite)
    path.unlink()
    os.mkfifo(path)
    assert content_of(path) is None
    assert not is_fresh(record, tmp_path / "a.html", Contents())


def test_a_report_under_another_name_is_not_this_pair_s(tmp_path: Path, record: Record) -> None:
    (tmp_path / "a-2.html").write_bytes((tmp_path / "a.html").read_bytes())
    assert not is_fresh(record, tmp_path / "a-2.html", Contents())


@pytest.mark.parametrize("value", [10**400, -1, float("nan"), float("inf"), True, None, "1", [1]])
def test_a_number_that_is_none_makes_a_result_unknown(
    tmp_path: Path, record: Record, value: object
) -> None:
    write_results(tmp_path, SETTINGS, [record])
    content = json.loads((tmp_path / RESULTS).read_bytes())
    content["pairs"][0]["kept"] = value
    (tmp_path / RESULTS).write_text(json.dumps(content), "utf-8")
    assert known_results(tmp_path, SETTINGS) == {}


def test_results_of_earlier_programs_are_not_known(tmp_path: Path, record: Record) -> None:
    old = [{"original": "a", "rewrite": "b", "report": "a.html", "similarity": 1.0, "error": ""}]
    (tmp_path / RESULTS).write_text(json.dumps(old), "utf-8")
    assert known_results(tmp_path, SETTINGS) == {}
    assert reports_named(tmp_path) == ["a.html"]


def test_a_line_that_was_cut_short_costs_no_other(tmp_path: Path, record: Record) -> None:
    add_result(tmp_path, SETTINGS, record)
    whole = (tmp_path / PARTIAL).read_bytes()
    (tmp_path / PARTIAL).write_bytes(whole + whole[: len(whole) // 2])
    assert list(known_results(tmp_path, SETTINGS).values()) == [record]


ODD: list[Any] = [
    *(None, True, -1, 1e308, float("nan"), float("inf"), 10**400, {"size": "1"}, [[]], [], {}),
    *("", "\ud800", "a\0b", "../../x", "/etc", "x" * 10_000),
]


def mutated(value: Any, chance: random.Random) -> Any:
    """Return JSON with one thing in it that is odd, missing, doubled or somewhere else."""
    if chance.random() < 0.2 or not isinstance(value, (dict, list)) or not value:
        return chance.choice(ODD)
    if isinstance(value, list):
        at = chance.randrange(len(value))
        changed = [*value[:at], mutated(value[at], chance), *value[at + 1 :]]
        return chance.choice((changed, changed * 2, value[:at], [value]))
    key = chance.choice(list(value))
    if chance.random() < 0.2:
        return {other: item for other, item in value.items() if other != key}
    return {**value, key: mutated(value[key], chance)}


@pytest.mark.parametrize("seed", range(4))
def test_no_file_of_results_makes_it_fail(tmp_path: Path, record: Record, seed: int) -> None:
    chance = random.Random(seed)
    write_results(tmp_path, SETTINGS, [record, record])
    good = (tmp_path / RESULTS).read_bytes()
    for number in range(300):
        content: Any = json.loads(good)
        for _ in range(chance.randint(1, 3)):
            content = mutated(content, chance)
        data = json.dumps(content).encode()
        if number % 3 == 0:
            cut = bytearray(good)
            for _ in range(chance.randint(1, 5)):
                at = chance.randrange(len(cut))
                cut[at : at + chance.randint(0, 3)] = bytes(chance.choices(range(256), k=2))
            data = bytes(cut[: chance.randrange(len(cut))] if number % 2 else cut)
        if number % 50 == 7:
            data = b"[" * 100_000
        (tmp_path / RESULTS).write_bytes(data)
        (tmp_path / PARTIAL).write_bytes(data.replace(b"\n", b"") + b"\n" + data)
        for known in known_results(tmp_path, SETTINGS).values():
            is_fresh(known, tmp_path / "a.html", Contents())
            json.dumps(known.result.similarity, allow_nan=False)
        reports_named(tmp_path)


@pytest.mark.parametrize(
    "findings", [[], "number", {"number": -1}, {"number": "2"}, {"humour": 1}, {"number": None}]
)
def test_findings_that_are_none_make_a_result_unknown(
    tmp_path: Path, record: Record, findings: Any
) -> None:
    write_results(tmp_path, SETTINGS, [record])
    content = json.loads((tmp_path / RESULTS).read_bytes())
    assert content["pairs"][0]["findings"] is None
    content["pairs"][0]["findings"] = findings
    (tmp_path / RESULTS).write_text(json.dumps(content), "utf-8")
    assert known_results(tmp_path, SETTINGS) == {}
