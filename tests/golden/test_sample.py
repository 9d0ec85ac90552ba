"""The sample pair against links written by hand."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from facing_pages import Comparison, Side, compare, read_document
from facing_pages.core.model import ChangeKind, RepairKind
from facing_pages.core.resources import sample_pair
from tests.helpers.places import GOLDEN

GOLD: dict[str, Any] = json.loads((GOLDEN / "sample_links.json").read_text("utf-8"))


@cache
def comparison() -> Comparison:
    original, rewrite = sample_pair()
    return compare(read_document(original), read_document(rewrite))


def sentence(side: Side, number: int) -> str:
    document = comparison().document(side)
    return document.sentences[number].span.of(document.text)


def test_paragraphs_are_linked_as_by_hand() -> None:
    wanted = {(tuple(a), tuple(b)) for a, b in GOLD["paragraphs"]}
    assert {(p.original, p.rewrite) for p in comparison().alignment.paragraphs} == wanted


def test_the_moved_paragraph_is_found_and_no_other() -> None:
    moved = [
        [list(p.original), list(p.rewrite)] for p in comparison().alignment.paragraphs if p.moved
    ]
    assert moved == GOLD["moved_paragraphs"]


def test_sentences_are_linked_as_by_hand() -> None:
    found = {
        sentence(Side.ORIGINAL, link.original[0]): [sentence(Side.REWRITE, n) for n in link.rewrite]
        for link in comparison().alignment.links
        if link.original and len(link.rewrite) != 1
    }
    wanted = GOLD["sentences_that_are_not_one_to_one"]
    assert len(found) == len(wanted)
    for (start, parts), (original, rewrite) in zip(wanted, found.items(), strict=True):
        assert original.startswith(start)
        assert len(parts) == len(rewrite)
        assert all(text.startswith(part) for text, part in zip(rewrite, parts, strict=True))
    assert all(len(link.original) <= 1 for link in comparison().alignment.links)


def test_added_sentences_stand_alone() -> None:
    links = comparison().alignment.links
    added = [sentence(Side.REWRITE, link.rewrite[0]) for link in links if not link.original]
    assert len(added) == len(GOLD["added_sentences"])
    for text, start in zip(added, GOLD["added_sentences"], strict=True):
        assert text.startswith(start)


@pytest.mark.parametrize(
    ("was", "now"),
    [("142", "124"), ("Tomas", "Thomas"), ("fifty", "fifteen"), ("duty", "obligation")],
)
def test_changed_numbers_names_and_words_are_marked(was: str, now: str) -> None:
    pair = comparison()
    found = {
        (c.original.of(pair.original.text), c.rewrite.of(pair.rewrite.text))
        for c in pair.changes
        if c.original and c.rewrite and c.kind in (ChangeKind.REWORDED, ChangeKind.FORM)
    }
    assert (was, now) in found


def test_damage_is_repaired() -> None:
    kinds = [repair.why for repair in comparison().original.repairs]
    assert kinds.count(RepairKind.LOST_DASH) == 2
    assert kinds.count(RepairKind.BROKEN_LINE) == 2


def test_quotation_marks_are_typography_only() -> None:
    pair = comparison()
    for change in pair.changes:
        if change.kind is ChangeKind.TYPOGRAPHY:
            continue
        for side in Side:
            span = change.span(side)
            if span is not None:
                shown = span.of(pair.document(side).text)
                assert any(character.isalnum() for character in shown)
