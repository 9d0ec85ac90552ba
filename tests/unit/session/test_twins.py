"""Corrections are found again when files were renamed, moved or copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from facing_pages.core.model import Side, Span
from facing_pages.session.correction_store import CorrectionStore, Records, record_of
from facing_pages.session.corrections import (
    NO_CORRECTIONS,
    Bookmark,
    Corrections,
    LinkCorrection,
    Passage,
)
from facing_pages.session.twins import Twin, find_twin

ORIGINAL = "The lamp was lit. The boat came in late. Nobody had waited for it."
REWRITE = "Somebody lit the lamp. The boat was late. There was nobody on the pier."
LINKS = Corrections(
    (
        LinkCorrection(
            Passage(Span(0, 17), ("The lamp was lit.",)),
            Passage(Span(0, 22), ("Somebody lit the lamp.",)),
        ),
        LinkCorrection(
            Passage(Span(18, 40), ("The boat came in late.",)),
            Passage(Span(23, 41), ("The boat was late.",)),
        ),
    )
)
NAMES = ("gate.txt", "gate.rewrite.txt")


def records(original: str, rewrite: str) -> Records:
    return record_of(NAMES[0], original), record_of(NAMES[1], rewrite)


@pytest.fixture
def store(tmp_path: Path) -> CorrectionStore:
    store = CorrectionStore(tmp_path)
    store.save("/a", "/b", LINKS, records=records(ORIGINAL, REWRITE))
    return store


def twin(store: CorrectionStore, keys: tuple[str, str], texts: tuple[str, str]) -> Twin | None:
    return find_twin(store, keys, records(*texts), texts)


def test_copies_of_both_files_have_the_same_corrections(store: CorrectionStore) -> None:
    assert twin(store, ("/c", "/d"), (ORIGINAL, REWRITE)) == Twin(LINKS, NAMES)


def test_copies_the_other_way_round_have_them_the_other_way_round(store: CorrectionStore) -> None:
    found = twin(store, ("/c", "/d"), (REWRITE, ORIGINAL))
    assert found == Twin(LINKS.swapped(), (NAMES[1], NAMES[0]))


@pytest.mark.parametrize("keys", [("/a", "/new"), ("/new", "/b")])
def test_one_renamed_file_is_enough(store: CorrectionStore, keys: tuple[str, str]) -> None:
    assert twin(store, keys, (ORIGINAL, REWRITE)) == Twin(LINKS, NAMES)


def test_a_file_that_was_edited_and_one_that_was_renamed_are_known(store: CorrectionStore) -> None:
    assert twin(store, ("/new", "/b"), (ORIGINAL, REWRITE + " More.")) == Twin(LINKS, NAMES)


def test_a_file_that_was_renamed_and_edited_is_known_by_its_sentences(
    store: CorrectionStore,
) -> None:
    edited = REWRITE.replace("nobody on the pier", "not a soul there")
    assert twin(store, ("/a", "/new"), (ORIGINAL, edited)) == Twin(LINKS, NAMES)


@pytest.mark.parametrize(
    ("keys", "texts"),
    [
        (("/a", "/other"), (ORIGINAL, "Quite another rewrite of it.")),
        (("/other", "/new"), ("Another original.", REWRITE)),
        (("/c", "/d"), (ORIGINAL + "x", REWRITE + "x")),
    ],
)
def test_another_text_has_no_corrections(
    store: CorrectionStore, keys: tuple[str, str], texts: tuple[str, str]
) -> None:
    assert twin(store, keys, texts) is None


def test_the_corrections_of_the_copy_are_kept_for_themselves(store: CorrectionStore) -> None:
    store.save("/c", "/d", LINKS, known=NO_CORRECTIONS, records=records(ORIGINAL, REWRITE))
    store.save("/c", "/d", NO_CORRECTIONS, known=LINKS, records=records(ORIGINAL, REWRITE))
    assert store.load("/a", "/b") == LINKS
    kept = store.find("/c", "/d")
    assert (kept.corrections, kept.is_known) == (NO_CORRECTIONS, True)


def test_bookmarks_are_taken_over_too(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path)
    mark = Bookmark(Side.REWRITE, Passage(Span(0, 22), ("Somebody lit the lamp.",)))
    known = Corrections(bookmarks=(mark,))
    store.save("/a", "/b", known, records=records(ORIGINAL, REWRITE))
    assert twin(store, ("/c", "/d"), (ORIGINAL, REWRITE)) == Twin(known, NAMES)


def test_damaged_files_are_passed_over(store: CorrectionStore) -> None:
    (store.folder / "0.json").write_text("{" + record_of("", ORIGINAL).digest)
    (store.folder / "folder.json").mkdir()
    assert twin(store, ("/c", "/d"), (ORIGINAL, REWRITE)) == Twin(LINKS, NAMES)


def test_without_a_folder_there_is_no_twin(tmp_path: Path) -> None:
    assert twin(CorrectionStore(tmp_path / "none"), ("/c", "/d"), (ORIGINAL, REWRITE)) is None
