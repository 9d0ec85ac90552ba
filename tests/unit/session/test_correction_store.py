"""Corrections are kept for each pair, whichever way round it is opened."""

from __future__ import annotations

from pathlib import Path

from facing_pages.core.model import Span
from facing_pages.session.correction_store import CorrectionStore
from facing_pages.session.corrections import NO_CORRECTIONS, Corrections, LinkCorrection, Passage

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
