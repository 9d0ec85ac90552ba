from __future__ import annotations

import errno
import json
import os
import stat
from dataclasses import fields, replace
from pathlib import Path

import pytest

from facing_pages.core.model import RepairKind, Role, Span
from facing_pages.core.reading.choices import NO_CHOICES, Part, ReadingChoices
from facing_pages.session.json_file import MAX_DAMAGED_COPIES
from facing_pages.session.json_reader import MAX_POSITION
from facing_pages.session.page_settings import PageSettings
from facing_pages.session.settings import (
    MAX_RECENT,
    MAX_ZOOM,
    RecentPair,
    Settings,
    SettingsFile,
)


def test_settings_survive_a_restart(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "deep" / "settings.json")
    part = ReadingChoices("cp850", part=Part(Span(5, 90), "It was"), without=frozenset({Role.NOTE}))
    repairs = ReadingChoices(body_only=True, kept=frozenset({RepairKind.MOJIBAKE}))
    pair = RecentPair("/a/ä.txt", "/b.txt", "2026-11-21", "rewrite", 7, (part, repairs))
    settings = Settings(theme="dark", zoom=130, kinds=("ADDED",)).with_recent(pair)
    file.save(settings)
    assert SettingsFile(file.path).load() == settings


def test_without_a_file_there_are_the_usual_settings(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "none.json").load() == Settings()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[1]",
        '{"zoom": "large"}',
        '{"recent": [{"original": 1}]}',
        "[" * 100_000,
        '{"keys": []}',
        '{"keys": null, "recent": {}, "hints_seen": 5, "kinds": "MOVED", "reading": 1}',
        '{"zoom": NaN}',
        '{"zoom": ' + "9" * 5000 + "}",
        '"\\ud800"',
        "null",
        "\x00\xff",
    ],
)
def test_a_damaged_file_is_set_aside(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="latin-1")
    file = SettingsFile(path)
    assert file.load() == Settings()
    assert file.set_aside is not None
    assert file.set_aside.read_text(encoding="latin-1") == content


def test_a_value_that_makes_no_sense_does_not_cost_the_others(tmp_path: Path) -> None:
    good = {"original": "/a.txt", "rewrite": "/b.txt", "opened": "2026-11-29"}
    content = {
        "theme": "dark",
        "zoom": [],
        "geometry": "not base64!",
        "language": "\ud800",
        "keys": {"open": ["Ctrl+O"], "find": 7},
        "reading": {"points": "large", "characters": 80},
        "recent": [
            good,
            {**good, "original": "a\0b"},
            {**good, "rewrite": "/c.txt", "position": None, "side": "top", "opened": "yesterday"},
            {**good, "rewrite": "/d.txt", "choices": [{"encoding": "undefined"}, {}]},
        ],
    }
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(content))
    file = SettingsFile(path)
    pairs = [RecentPair("/a.txt", f"/{name}.txt", "2026-11-29") for name in "bcd"]
    assert file.load() == Settings(
        theme="dark",
        keys={"open": ("Ctrl+O",)},
        reading=PageSettings(characters=80),
        recent=(pairs[0], replace(pairs[1], opened=""), pairs[2]),
    )
    assert file.damage is not None
    assert file.damage.copy is not None
    assert json.loads(file.damage.copy.read_bytes()) == content
    for name in (
        "zoom",
        "geometry",
        "language",
        "keys.find",
        "reading.points",
        "recent[1].original",
    ):
        assert name in file.damage.wrong


def test_numbers_out_of_bounds_are_brought_inside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    pair = {"original": "/a", "rewrite": "/b", "opened": "", "position": 2**70}
    numbers = {"points": -(2**2000), "characters": 10**6, "word_spacing": 3}
    path.write_text(json.dumps({"zoom": 9**99, "reading": numbers, "recent": [pair]}))
    file = SettingsFile(path)
    settings = file.load()
    assert settings.zoom == MAX_ZOOM
    assert settings.reading == PageSettings(points=7.0, characters=140, word_spacing=0.6)
    assert settings.recent[0].position == MAX_POSITION
    assert file.damage is None


def test_damaged_copies_do_not_replace_each_other_and_are_few(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for number in range(MAX_DAMAGED_COPIES + 3):
        path.write_text("{" * (number + 1))
        SettingsFile(path).load()
    kept = sorted(len(copy.read_text()) for copy in tmp_path.iterdir())
    assert len(kept) == MAX_DAMAGED_COPIES
    assert kept[-1] == MAX_DAMAGED_COPIES + 3


def test_the_same_damage_is_kept_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"zoom": "large"}')
    for _ in range(3):
        assert SettingsFile(path).load() == Settings()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [
        "settings.damaged.json",
        "settings.json",
    ]


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b'\xef\xbb\xbf{"zoom": 120}')
    assert SettingsFile(path).load() == Settings(zoom=120)


def test_a_file_that_cannot_be_read_is_left_alone_until_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    pair = RecentPair("/a", "/b", "2026-11-29")
    SettingsFile(path).save(Settings(zoom=120, theme="dark").with_recent(pair))
    before = path.read_bytes()

    def stale(*_: object, **__: object) -> None:
        raise OSError(errno.ESTALE, "Stale file handle")

    file = SettingsFile(path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", stale)
        settings = file.load()
        assert settings == Settings()
        assert (file.unreadable, file.damage) == ("Stale file handle", None)
        settings = replace(settings, zoom=90)
        with pytest.raises(OSError, match="Stale"):
            file.save(settings)
    assert path.read_bytes() == before
    file.save(settings)
    assert file.unreadable == ""
    assert SettingsFile(path).load() == Settings(zoom=90, theme="dark").with_recent(pair)


def test_two_programs_keep_what_the_other_changed(tmp_path: Path) -> None:
    files = [SettingsFile(tmp_path / "settings.json") for _ in range(2)]
    pairs = [RecentPair(f"/{name}", "/r", "2026-11-29") for name in "abcde"]
    settings = [file.load() for file in files]
    settings[0] = files[0].save(
        replace(settings[0], theme="dark", keys={"open": ("Ctrl+1",)}).with_recent(pairs[0])
    )
    settings[1] = files[1].save(
        replace(settings[1], zoom=140, keys={"find": ("Ctrl+2",)}).with_recent(pairs[1])
    )
    settings[0] = files[0].save(settings[0].with_place("/a", "/r", "rewrite", 7))
    found = SettingsFile(files[0].path).load()
    assert found == Settings(
        theme="dark",
        zoom=140,
        keys={"open": ("Ctrl+1",), "find": ("Ctrl+2",)},
        recent=(pairs[1], replace(pairs[0], side="rewrite", position=7)),
    )
    assert [pair.original for pair in settings[0].recent] == ["/b", "/a"]
    removed = replace(settings[0], recent=settings[0].recent[:1])
    files[0].save(removed)
    settings[1] = files[1].save(settings[1].with_recent(pairs[2]))
    assert [pair.original for pair in settings[1].recent] == ["/c", "/b"]


def test_a_pair_removed_here_stays_if_another_program_went_on_with_it(tmp_path: Path) -> None:
    files = [SettingsFile(tmp_path / "settings.json") for _ in range(2)]
    files[0].save(Settings().with_recent(RecentPair("/a", "/r", "2026-11-29")))
    settings = files[1].load()
    files[0].save(files[0].load().with_place("/a", "/r", "rewrite", 7))
    files[1].save(replace(settings, recent=()))
    (pair,) = SettingsFile(files[0].path).load().recent
    assert pair.position == 7


def test_values_of_a_later_version_are_kept_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"zoom": 120, "from_the_future": {"a": [1]}}')
    file = SettingsFile(path)
    file.save(replace(file.load(), zoom=130))
    content = json.loads(path.read_bytes())
    assert (content["zoom"], content["from_the_future"]) == (130, {"a": [1]})


def test_every_setting_is_read_again(tmp_path: Path) -> None:
    other = Settings(
        theme="dark",
        language="de",
        zoom=130,
        reading=PageSettings("Serif", 13.0, 1.75, 1.0, 70, 0.125, 0.25),
        mode="merged",
        level="sentences",
        level_by_sentence=False,
        grouping="kind",
        geometry="AAAA",
        show_list=False,
        show_inspector=True,
        kinds=("ADDED",),
        weight="grammar",
        finding_severity=2,
        hidden_findings=("torn",),
        letter_keys=False,
        reopen=True,
        less_motion=True,
        keys={"open": ("Ctrl+1", "Ctrl+2")},
        letters={"bookmark": ("K",)},
        hints_seen=("one",),
        recent=(RecentPair("/a", "/b", "2026-11-29", "rewrite", 9),),
    )
    usual = Settings()
    for entry in fields(Settings):
        assert getattr(other, entry.name) != getattr(usual, entry.name), entry.name
    SettingsFile(tmp_path / "settings.json").save(other)
    assert SettingsFile(tmp_path / "settings.json").load() == other


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permissions of this kind")
def test_settings_can_be_read_by_their_owner_alone(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "facing-pages" / "settings.json")
    file.save(Settings())
    file.path.chmod(0o644)
    file.save(Settings(zoom=120))
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700


def test_unknown_keys_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"zoom": 120, "from_the_future": true}')
    assert SettingsFile(path).load() == Settings(zoom=120)


def test_recent_pairs_are_few_and_new_ones_first() -> None:
    settings = Settings()
    for k in range(MAX_RECENT + 3):
        settings = settings.with_recent(RecentPair(f"{k}", "r", "2026-11-21"))
    settings = settings.with_recent(RecentPair("5", "r", "2026-11-22"))
    assert len(settings.recent) == MAX_RECENT
    assert [pair.original for pair in settings.recent[:2]] == ["5", f"{MAX_RECENT + 2}"]


def test_the_place_in_a_pair_is_kept_while_it_is_read_the_same_way() -> None:
    whole = RecentPair("a", "b", "2026-11-21")
    part = replace(whole, choices=(ReadingChoices(part=Part(Span(0, 9), "It was")), NO_CHOICES))
    settings = Settings().with_recent(whole).with_place("a", "b", "rewrite", 80)
    later = settings.with_recent(replace(whole, opened="2026-11-22"))
    assert later.recent == (RecentPair("a", "b", "2026-11-22", "rewrite", 80),)
    assert later.with_recent(part).recent == (part,)


def test_zoom_stays_readable() -> None:
    assert [Settings().zoomed(z).zoom for z in (5, 100, 900)] == [50, 100, 300]
