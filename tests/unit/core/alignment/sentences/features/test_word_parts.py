"""What a word is divided into."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

import pytest

from facing_pages.core.alignment.sentences.features import word_parts
from facing_pages.core.alignment.sentences.features.sentence_features import Family
from facing_pages.core.alignment.sentences.features.word_parts import (
    letter_groups,
    meaning_classes,
    meanings,
    parts_for,
)


def numbers(*groups: str) -> set[int]:
    """Return letter groups as numbers."""
    return {crc32(group.encode()) for group in groups}


@pytest.mark.parametrize(
    ("word", "groups"),
    [
        ("harbour", ("<har", "harb", "arbo", "rbou", "bour")),
        ("lamp", ("<lam", "lamp")),
        ("oil", ()),
        ("雨天", ("雨", "天")),
        ("雨が", ("雨",)),
    ],
)
def test_groups_have_four_letters_and_mark_the_beginning(
    word: str, groups: tuple[str, ...]
) -> None:
    assert letter_groups(word) == numbers(*groups)


def test_half_a_character_breaks_nothing() -> None:
    assert len(letter_groups("ab\ud83dcd")) == 3


def test_synonyms_share_a_class_and_other_words_do_not() -> None:
    narrow, wide = meanings("car")
    assert narrow != wide
    assert set(meanings("automobile")) & {narrow, wide}
    assert not set(meanings("winter")) & {narrow, wide}
    assert meanings("qwertyuk") == ()


@pytest.mark.parametrize(
    ("form", "stem"),
    [("keeper's", "keeper"), ("walketh", "walk"), ("liveth", "live"), ("loveth", "love")],
)
def test_a_form_without_a_class_has_that_of_its_stem(form: str, stem: str) -> None:
    classes = meaning_classes()
    assert form not in classes
    assert meanings(form) == classes[stem]


def test_classes_have_numbers_of_their_own() -> None:
    classes = meaning_classes()
    narrow, wide = ({pair[k] for pair in classes.values()} for k in (0, 1))
    assert len(classes) > 20_000
    assert not narrow & wide
    assert (min(narrow), max(narrow) + 1) == (0, min(wide))


def test_only_english_words_have_meanings() -> None:
    assert [part.family for part in parts_for("en")] == [Family.GROUP, Family.MEANING]
    assert [part.family for part in parts_for("de")] == [Family.GROUP]


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("sail", (1, 9)),
        ("sails", (1, 9)),
        ("sailed", (1, 9)),
        ("hoping", (2, 9)),
        ("sailor", ()),
        ("sailx", ()),
        # Three letters are the least that a stem may have.
        ("oars", (3, 9)),
        ("axs", ()),
        ("ax", (4, 9)),
    ],
)
def test_a_stem_is_what_is_left_without_an_ending(
    form: str, found: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    classes = {"sail": (1, 9), "hope": (2, 9), "oar": (3, 9), "ax": (4, 9)}
    monkeypatch.setattr(word_parts, "meaning_classes", lambda: classes)
    assert meanings(form) == found


def test_without_their_file_there_are_no_classes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_parts, "resource", tmp_path.joinpath)
    assert meaning_classes.__wrapped__() == {}
    monkeypatch.setattr(word_parts, "meaning_classes", dict)
    assert [part.family for part in parts_for("en")] == [Family.GROUP]
