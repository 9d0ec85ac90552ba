"""Pasted texts are kept once each, privately, and deleted for good."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facing_pages.session.pasted_texts import (
    MAX_TITLE_CHARACTERS,
    PastedText,
    PastedTexts,
    is_pasted_key,
    opening_words,
    pasted_key,
)

TEXT = "The harbour was quiet.\nNobody came down to the boats, and the lamp was out."


def test_a_text_is_there_again_with_its_name(tmp_path: Path) -> None:
    key = PastedTexts(tmp_path / "pasted").keep(TEXT, "pasted original")
    assert PastedTexts(tmp_path / "pasted").read(key) == PastedText(TEXT, "pasted original")
    assert key == pasted_key(TEXT)
    assert is_pasted_key(key)


@pytest.mark.parametrize("text", ["half \ud83d of a sign", "null \0 byte", "a\r\nb", "é" * 100_000])
def test_any_text_a_clipboard_holds_is_kept(tmp_path: Path, text: str) -> None:
    texts = PastedTexts(tmp_path)
    found = texts.read(texts.keep(text, "pasted"))
    assert found is not None
    assert found.text == text
    opening_words(text).encode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permissions of this kind")
def test_others_cannot_read_it(tmp_path: Path) -> None:
    texts = PastedTexts(tmp_path / "pasted")
    texts.keep(TEXT, "pasted")
    assert [path.stat().st_mode & 0o777 for path in texts.folder.iterdir()] == [0o600]
    assert texts.folder.stat().st_mode & 0o777 == 0o700


def test_a_removed_text_is_gone_from_the_disk(tmp_path: Path) -> None:
    texts = PastedTexts(tmp_path)
    kept, removed = texts.keep(TEXT, ""), texts.keep("Another text.", "")
    texts.remove([removed, "/etc/hostname"])
    assert texts.read(removed) is None
    assert texts.has(kept)
    assert not any(b"Another" in path.read_bytes() for path in tmp_path.iterdir())


def test_texts_nothing_refers_to_are_deleted_once_they_are_old(tmp_path: Path) -> None:
    texts = PastedTexts(tmp_path)
    used, unused, young = (texts.keep(text, "") for text in ("one", "two", "three"))
    for path in tmp_path.iterdir():
        if path.stem not in young:
            os.utime(path, (0, 0))
    texts.remove_unused({used}, older_than=3600)
    assert [texts.has(key) for key in (used, unused, young)] == [True, False, True]


@pytest.mark.parametrize("content", ["", "[]", '{"text": 3}', "{"])
def test_a_damaged_text_is_not_there(
    tmp_path: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    texts = PastedTexts(tmp_path)
    key = texts.keep(TEXT, "")
    next(tmp_path.iterdir()).write_text(content, "utf-8")
    assert texts.read(key) is None
    assert "could not be read" in caplog.text


@pytest.mark.parametrize("key", ["", "/a/b", "pasted:", "pasted:../../x", "pasted:" + "g" * 32])
def test_paths_are_no_keys(tmp_path: Path, key: str) -> None:
    assert not is_pasted_key(key)
    assert PastedTexts(tmp_path).read(key) is None


def test_opening_words_end_at_a_space() -> None:
    assert opening_words("The harbour was quiet.") == "The harbour was quiet."
    words = opening_words(TEXT)
    assert words == "The harbour was quiet. Nobody came down…"
    assert len(words) <= MAX_TITLE_CHARACTERS + 1
    assert opening_words("x" * 90) == "x" * MAX_TITLE_CHARACTERS + "…"
