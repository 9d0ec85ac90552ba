from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facing_pages.core.model import RepairKind, Role, Span
from facing_pages.core.reading.choices import NO_CHOICES, Part, ReadingChoices
from facing_pages.session.settings import MOST_RECENT, RecentPair, Settings, SettingsFile


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
        '{"recent": [{"original": "a", "rewrite": "b", "opened": "", "choices": [[], 1]}]}',
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


def test_unknown_keys_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"zoom": 120, "from_the_future": true}')
    assert SettingsFile(path).load() == Settings(zoom=120)


def test_recent_pairs_are_few_and_new_ones_first() -> None:
    settings = Settings()
    for k in range(MOST_RECENT + 3):
        settings = settings.with_recent(RecentPair(f"{k}", "r", "2026-11-21"))
    settings = settings.with_recent(RecentPair("5", "r", "2026-11-22"))
    assert len(settings.recent) == MOST_RECENT
    assert [pair.original for pair in settings.recent[:2]] == ["5", f"{MOST_RECENT + 2}"]


def test_the_place_in_a_pair_is_kept_while_it_is_read_the_same_way() -> None:
    whole = RecentPair("a", "b", "2026-11-21")
    part = replace(whole, choices=(ReadingChoices(part=Part(Span(0, 9), "It was")), NO_CHOICES))
    settings = Settings().with_recent(whole).with_place("a", "b", "rewrite", 80)
    later = settings.with_recent(replace(whole, opened="2026-11-22"))
    assert later.recent == (RecentPair("a", "b", "2026-11-22", "rewrite", 80),)
    assert later.with_recent(part).recent == (part,)


def test_zoom_stays_readable() -> None:
    assert [Settings().zoomed(z).zoom for z in (5, 100, 900)] == [50, 100, 300]
