"""Corrections are kept for each pair, whichever way round it is opened."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from facing_pages.core.model import Span
from facing_pages.session.correction_store import CorrectionStore
from facing_pages.session.corrections import (
    NO_CORRECTIONS,
    Corrections,
    LinkCorrection,
    Passage,
    find_in_json,
)

PASSAGE = Passage(Span(0, 7), ("A lamp.",))
KNOWN = Corrections((LinkCorrection(PASSAGE, None),))


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path / "corrections")
    store.save("one.txt", "two.txt", KNOWN)
    assert store.load("one.txt", "two.txt") == KNOWN
    assert store.load("two.txt", "one.txt") == KNOWN.swapped()
    assert store.load("one.txt", "three.txt") == NO_CORRECTIONS


def test_a_pair_without_corrections_leaves_no_file(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path)
    store.save("one.txt", "two.txt", KNOWN)
    store.save("one.txt", "two.txt", NO_CORRECTIONS)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_set_aside(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path)
    store.save("one.txt", "two.txt", KNOWN)
    (path,) = tmp_path.iterdir()
    path.write_text("{", "utf-8")
    assert store.load("one.txt", "two.txt") == NO_CORRECTIONS
    assert [p.suffixes for p in tmp_path.iterdir()] == [[".damaged", ".json"]]


def numbered(first: int, last: int, word: str = "lamp") -> Corrections:
    return Corrections(
        tuple(
            LinkCorrection(Passage(Span(100 * n, 100 * n + 9), (f"A {word} {n}.",)), None)
            for n in range(first, last)
        )
    )


def file_in(folder: Path) -> Path:
    (path,) = folder.glob("*[0-9a-f].json")
    return path


def test_a_file_of_the_first_version_is_read_and_becomes_one_of_today(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path)
    store.save("one.txt", "two.txt", KNOWN)
    path = file_in(tmp_path)
    content = json.loads(path.read_bytes())
    old = {"schema": 1, "original": content["original"], "corrections": content["corrections"]}
    path.write_text(json.dumps(old, indent=1))
    path.chmod(0o644)
    assert CorrectionStore(tmp_path).load("one.txt", "two.txt") == KNOWN
    assert CorrectionStore(tmp_path).load("two.txt", "one.txt") == KNOWN.swapped()
    CorrectionStore(tmp_path).save("one.txt", "two.txt", KNOWN, known=KNOWN)
    assert json.loads(path.read_bytes())["schema"] == 2
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_a_later_version_wrote_is_kept(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path)
    store.save("one.txt", "two.txt", KNOWN)
    path = file_in(tmp_path)
    content = {**json.loads(path.read_bytes()), "schema": 7, "notes": [{"a": 1}]}
    path.write_text(json.dumps(content))
    store.save("one.txt", "two.txt", numbered(1, 3), known=KNOWN)
    assert json.loads(path.read_bytes())["notes"] == [{"a": 1}]
    assert store.load("one.txt", "two.txt") == numbered(1, 3)


def broken(**values: object) -> dict[str, object]:
    passage = {"span": [0, 7], "sentences": ["A lamp."]}
    return {"original": passage, "rewrite": passage, "together": True, **values}


@pytest.mark.parametrize(
    "link",
    [
        broken(rewrite=None, together=False),
        broken(original=None, rewrite=None),
        broken(together="yes"),
        broken(original=[]),
        broken(original={"span": [7, 0], "sentences": ["A lamp."]}),
        broken(original={"span": [-7, 0], "sentences": ["A lamp."]}),
        broken(original={"span": [0, 2**70], "sentences": ["A lamp."]}),
        broken(original={"span": [0, 1.5], "sentences": ["A lamp."]}),
        broken(original={"span": [0, 7, 9], "sentences": ["A lamp."]}),
        broken(original={"span": [0, 7], "sentences": []}),
        broken(original={"span": [0, 7], "sentences": [" "]}),
        broken(original={"span": [0, 7], "sentences": "A lamp."}),
        {"original": None},
        None,
    ],
)
def test_one_bad_correction_does_not_cost_the_others(tmp_path: Path, link: object) -> None:
    store = CorrectionStore(tmp_path)
    store.save("one.txt", "two.txt", numbered(0, 3))
    path = file_in(tmp_path)
    content = json.loads(path.read_bytes())
    content["corrections"]["links"].insert(1, link)
    path.write_text(json.dumps(content))
    kept = CorrectionStore(tmp_path).find("one.txt", "two.txt")
    assert kept.corrections == numbered(0, 3)
    assert kept.damage is not None
    assert len(kept.damage.wrong) == 1
    assert kept.damage.wrong[0].startswith("links[1]")
    assert kept.damage.copy is not None
    assert json.loads(kept.damage.copy.read_bytes()) == content


@pytest.mark.parametrize(
    "cut",
    [
        {"side": "top", "at": 2},
        {"side": "original", "at": 0},
        {"side": "original", "at": 7},
        {"side": "original", "at": -1},
        {"side": "original", "at": 2, "sentence": {"span": [0, 9], "sentences": ["A.", "B."]}},
    ],
)
def test_a_cut_outside_its_sentence_is_left_out(cut: dict[str, object]) -> None:
    sentence = {"span": [0, 7], "sentences": ["A lamp."]}
    good = {"side": "original", "at": 2, "sentence": sentence}
    content = {"links": [], "cuts": [{"sentence": sentence, **cut}, good], "bookmarks": []}
    found = find_in_json(content)
    assert [cut.at for cut in found.corrections.cuts] == [2]
    assert len(found.wrong) == 1


def test_a_file_that_cannot_be_read_is_no_damage_and_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    CorrectionStore(tmp_path).save("one.txt", "two.txt", numbered(0, 3))
    path = file_in(tmp_path)
    before = path.read_bytes()
    store = CorrectionStore(tmp_path)

    def stale(*_: object, **__: object) -> None:
        raise OSError(errno.ESTALE, "Stale file handle")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", stale)
        kept = store.find("one.txt", "two.txt")
        assert (kept.unreadable, kept.damage) == ("Stale file handle", None)
        with pytest.raises(OSError, match="Stale"):
            store.save("one.txt", "two.txt", numbered(5, 6), known=NO_CORRECTIONS)
    assert path.read_bytes() == before
    store.save("one.txt", "two.txt", numbered(5, 6), known=NO_CORRECTIONS)
    links = (*numbered(0, 3).links, *numbered(5, 6).links)
    assert store.load("one.txt", "two.txt") == Corrections(links)


def test_two_programs_keep_what_the_other_said(tmp_path: Path) -> None:
    one, other = CorrectionStore(tmp_path), CorrectionStore(tmp_path)
    one.save("a", "b", numbered(0, 3), known=NO_CORRECTIONS)
    other.save("b", "a", numbered(3, 5).swapped(), known=NO_CORRECTIONS)
    one.save("a", "b", numbered(1, 3), known=numbered(0, 3))
    assert set(one.load("a", "b").links) == set(numbered(1, 5).links)


def test_what_contradicts_the_newer_is_given_up_when_two_programs_write(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path)
    rewrite = Passage(Span(0, 8), ("A light.",))
    old, new = LinkCorrection(PASSAGE, None), LinkCorrection(PASSAGE, rewrite)
    store.save("a", "b", Corrections((old,)), known=NO_CORRECTIONS)
    store.save("a", "b", Corrections((new,)), known=NO_CORRECTIONS)
    assert store.load("a", "b") == Corrections((new,))


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path)
    store.save("a", "b", KNOWN, known=NO_CORRECTIONS)
    os.utime(file_in(tmp_path), (1, 1))
    store.save("a", "b", KNOWN, known=KNOWN)
    assert file_in(tmp_path).stat().st_mtime == 1


def test_the_folder_is_for_its_owner_alone_and_made_again_when_it_is_gone(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path / "facing-pages" / "corrections")
    store.save("a", "b", KNOWN)
    shutil.rmtree(tmp_path / "facing-pages")
    store.save("a", "b", KNOWN, known=KNOWN)
    assert store.load("a", "b") == KNOWN
    if os.name != "nt":
        assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(store.folder.parent.stat().st_mode) == 0o700
