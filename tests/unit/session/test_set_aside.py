from __future__ import annotations

import json

import pytest

from facing_pages.core.both import Both
from facing_pages.core.model import Finding, FindingKind, Reason, Side, Span
from facing_pages.session.corrections import Bookmark, Corrections, Passage, find_in_json, to_json
from facing_pages.session.json_reader import JsonError
from facing_pages.session.set_aside import SetAside, set_aside, set_aside_from_json

TEXTS = Both("Rain fell. About 40 boats came.", "Some forty boats came.")
SENTENCES = Both([Span(11, 31)], [Span(0, 22)])
FOUND = Finding(
    FindingKind.NUMBER,
    4,
    Span(17, 19),
    Span(5, 10),
    3,
    0.9,
    Reason("{0} became {1}", ("40", "forty")),
)
ENTRY = SetAside(
    FindingKind.NUMBER,
    ("About 40 boats came.",),
    ("Some forty boats came.",),
    Span(6, 8),
    Span(5, 10),
)


def shifted(by: int) -> SetAside:
    texts = Both("x" * by + TEXTS.original, TEXTS.rewrite)
    moved = Finding(FOUND.kind, 4, Span(17 + by, 19 + by), FOUND.rewrite, 8, 0.9, FOUND.reason)
    return set_aside(moved, texts, Both([Span(11 + by, 31 + by)], [Span(0, 22)]))


def test_a_finding_is_known_by_its_passage_and_its_place_in_it() -> None:
    assert set_aside(FOUND, TEXTS, SENTENCES) == ENTRY


def test_it_is_the_same_wherever_the_passage_stands() -> None:
    assert shifted(700) == ENTRY


def test_in_another_passage_it_is_another() -> None:
    edited = TEXTS.map(lambda text: text.replace("boats", "ships"))
    assert set_aside(FOUND, edited, SENTENCES) != ENTRY


def test_a_side_without_it_has_no_place() -> None:
    invented = Finding(FindingKind.INVENTION, 3, None, Span(5, 10), 3, 0.9, FOUND.reason)
    entry = set_aside(invented, TEXTS, SENTENCES)
    assert (entry.original_at, entry.sentences(Side.ORIGINAL)) == (None, ("About 40 boats came.",))


def test_swapping_the_sides_turns_an_omission_into_an_invention() -> None:
    left_out = SetAside(FindingKind.OMISSION, ("A b.",), ("A.",), Span(2, 3), None)
    added = SetAside(FindingKind.INVENTION, ("A.",), ("A b.",), None, Span(2, 3))
    assert left_out.swapped() == added
    assert ENTRY.swapped().swapped() == ENTRY
    assert Corrections(set_aside=(left_out,)).swapped().set_aside == (added,)


def test_it_survives_a_file() -> None:
    corrections = Corrections(set_aside=(ENTRY,))
    content = json.loads(json.dumps(to_json(corrections)))
    assert find_in_json(content).corrections == corrections


def test_a_file_of_an_earlier_version_has_none() -> None:
    found = find_in_json({"links": [], "cuts": [], "bookmarks": []})
    assert (found.corrections, found.wrong) == (Corrections(), ())


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "typo"}, {"original": "words"}, {"original_at": [8, 6]}, {"rewrite_at": 5}],
)
def test_a_wrong_value_is_left_out_and_named(wrong: dict[str, object]) -> None:
    good = to_json(Corrections(set_aside=(ENTRY,)))["set_aside"][0]
    content = {"links": [], "cuts": [], "bookmarks": [], "set_aside": [{**good, **wrong}, good]}
    found = find_in_json(content)
    assert found.corrections.set_aside == (ENTRY,)
    assert found.wrong == (f"set_aside[0].{next(iter(wrong))}",)


def test_a_finding_stands_on_one_side_at_least() -> None:
    good = to_json(Corrections(set_aside=(ENTRY,)))["set_aside"][0]
    with pytest.raises(JsonError):
        set_aside_from_json({**good, "original_at": None, "rewrite_at": None})


def test_what_is_set_aside_twice_is_taken_back() -> None:
    once = Corrections().with_set_aside(ENTRY)
    assert once.set_aside == (ENTRY,)
    assert once
    assert len(once) == 0
    assert once.with_set_aside(ENTRY) == Corrections()


def test_setting_aside_changes_no_alignment() -> None:
    aside = Corrections(set_aside=(ENTRY,))
    mark = Bookmark(Side.ORIGINAL, Passage(Span(0, 4), ("Rain",)))
    assert aside.differs_in_findings_only(Corrections())
    assert not aside.differs_in_findings_only(aside)
    assert not aside.differs_in_findings_only(Corrections(bookmarks=(mark,)))


def test_what_two_programs_set_aside_is_kept_by_both() -> None:
    other = shifted(0).swapped()
    merged = Corrections(set_aside=(ENTRY,)).merged(Corrections(), Corrections(set_aside=(other,)))
    assert merged.set_aside == (other, ENTRY)
