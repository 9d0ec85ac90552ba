"""Marks at the ends of a change are minor."""

from __future__ import annotations

import pytest

from facing_pages.core.changes.edge_marks import without_edge_marks
from tests.helpers.word_changes import VisibleMarks, change, shown, words_of


def parts(kind: str, original: str, rewrite: str) -> list[VisibleMarks]:
    """Return the parts of a change of all words but "sea" and "end" around them."""
    words = words_of(f"sea {original} end", f"sea {rewrite} end")
    rows, columns = (1, 1 + len(original.split())), (1, 1 + len(rewrite.split()))
    return shown(without_edge_marks(change(kind, rows, columns), words), words)


@pytest.mark.parametrize("phrase", ["( lamp ) boat", "lamp ( boat )", "( lamp ) and ( boat )"])
def test_marks_stay_that_close_what_stands_inside(phrase: str) -> None:
    assert parts("removed", f", {phrase}", "")[1:] == [("removed", phrase, "")]
    assert parts("reordered", phrase, f"lamp , {phrase}") == [
        ("reordered", phrase, f"lamp , {phrase}")
    ]


@pytest.mark.parametrize("kind", ["reworded", "form"])
def test_marks_come_off_both_sides_of_a_change(kind: str) -> None:
    assert parts(kind, "( men )", ", people “") == [
        ("typography", "(", ","),
        (kind, "men", "people"),
        ("typography", ")", "“"),
    ]


@pytest.mark.parametrize("mark", [",", ";", "—", ", “", "»", "。", "،"])
def test_marks_come_off_what_was_removed_or_added(mark: str) -> None:
    assert parts("removed", f"{mark} lamp , boat", "") == [
        ("typography", mark, ""),
        ("removed", "lamp , boat", ""),
    ]
    assert parts("added", "", f"lamp , boat {mark}") == [
        ("added", "", "lamp , boat"),
        ("typography", "", mark),
    ]


@pytest.mark.parametrize("pair", ["( )", "“ ”", "„ “", "« »", "[ ]", "「 」", '" "'])
def test_marks_that_belong_together_stay_with_a_phrase_that_was_removed(pair: str) -> None:
    phrase = pair.replace(" ", " lamp ")
    assert parts("removed", phrase, "") == [("removed", phrase, "")]
    assert parts("removed", f", {phrase} ;", "") == [
        ("typography", ",", ""),
        ("removed", phrase, ""),
        ("typography", ";", ""),
    ]


@pytest.mark.parametrize("phrase", ["( lamp ”", ") lamp (", "« lamp )"])
def test_marks_that_do_not_belong_together_come_off(phrase: str) -> None:
    inner = phrase.split(" ", 1)[1].rsplit(" ", 1)[0]
    assert ("removed", inner, "") in parts("removed", phrase, "")


@pytest.mark.parametrize(
    "phrase", ["-- force", "-- a lamp --", "# lamp", "^ 1", "* lamp *", "/ lamp", "[ ^ 1 ]"]
)
def test_marks_that_are_none_of_prose_stay(phrase: str) -> None:
    assert parts("removed", phrase, "") == [("removed", phrase, "")]


def test_a_dash_comes_off_the_end() -> None:
    assert parts("removed", "the lamp -", "") == [
        ("removed", "the lamp", ""),
        ("typography", "-", ""),
    ]


def test_a_pair_comes_off_a_rewording() -> None:
    assert ("reworded", "lamp", "boat") in parts("reworded", "( lamp )", "[ boat ]")


def test_a_whole_sentence_keeps_its_marks() -> None:
    words = words_of("Lamps burn . | “ Nobody came . ” | Boats left .", "Lamps burn .")
    whole = change("removed", (3, 8), (3, 3))
    assert without_edge_marks(whole, words) == [whole]
    cut = change("removed", (4, 8), (3, 3))
    assert shown(without_edge_marks(cut, words), words) == [
        ("removed", "Nobody came", ""),
        ("typography", ". ”", ""),
    ]


@pytest.mark.parametrize("sides", [(", )", "and"), ("and", ", )"), (",", "")])
def test_a_side_of_marks_alone_stays(sides: tuple[str, str]) -> None:
    assert parts("reworded", *sides) == [("reworded", *sides)]


def test_typography_stays_as_it_is() -> None:
    assert parts("typography", ", lamp", "Lamp ,") == [("typography", ", lamp", "Lamp ,")]
