from __future__ import annotations

from facing_pages.core.alignment.sentences.anchors import (
    MAX_UNCUT_CELLS,
    SentenceWindow,
    chain_of_anchors,
    windows,
    windows_between,
)
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Span

NUMBERS = [[f"The {word}{k} passed the quay on day {k}." for word in ("brig", "sloop", "ketch")]
           for k in range(200)]  # fmt: skip


def test_short_texts_are_not_cut() -> None:
    units = text_units(NUMBERS[:20])
    assert len(windows(units, units)) == 1


def test_long_texts_are_cut_where_they_meet() -> None:
    original = text_units(NUMBERS)
    rewrite = text_units(NUMBERS[:60] + NUMBERS[100:])
    parts = windows(original, rewrite)
    assert len(parts) > 5
    assert all(part.cells <= MAX_UNCUT_CELLS for part in parts)
    assert parts[0].original.start == parts[0].rewrite.start == 0
    assert parts[-1].original.end == len(original)
    assert parts[-1].rewrite.end == len(rewrite)


def test_no_window_starts_inside_a_sentence_that_was_split() -> None:
    original = [[f"A brig{k} passed the quay{k} on a morning{k}; a sloop{k} and its captain{k} "
                 f"came in a gale{k}."] for k in range(400)]  # fmt: skip
    rewrite = [
        [
            f"A brig{k} passed the quay{k} on a morning{k}.",
            f"A sloop{k} and its captain{k} came in a gale{k}.",
        ]
        for k in range(400)
    ]
    for number in range(0, 400, 9):
        rewrite[number] = original[number]
        rewrite[number + 1] = original[number + 1]
    starts = [0]
    for part in rewrite:
        starts.append(starts[-1] + len(part))
    parts = windows(text_units(original), text_units(rewrite))
    assert len(parts) > 3
    assert all(part.rewrite.start == starts[part.original.start] for part in parts)


def test_sentences_of_one_word_are_told_apart_by_those_that_follow() -> None:
    trees = ["ash", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine"]
    rows = [[trees[k**3 % 7], trees[k * k % 9], trees[k // 10 % 10]] for k in range(400)]
    words = [[word] for row in rows for word in row]
    shorter = words[:500] + words[520:]
    parts = windows(text_units(words), text_units(shorter))
    assert len(parts) > 3
    behind = [part for part in parts if part.original.start >= 520]
    assert behind
    assert all(part.original.start - part.rewrite.start == 20 for part in behind)


def test_function_words_alone_are_no_anchors_in_a_row() -> None:
    words = [[word] for word in ("the", "of", "and", "to", "in", "a") * 200]
    assert not chain_of_anchors(text_units(words), text_units(words[:-3]))


def test_anchors_rise_on_both_sides() -> None:
    shuffled = NUMBERS[100:] + NUMBERS[:100]
    chain = chain_of_anchors(text_units(NUMBERS), text_units(shuffled))
    assert [anchor.original for anchor in chain] == sorted({a.original for a in chain})
    assert [anchor.rewrite for anchor in chain] == sorted({a.rewrite for a in chain})


def test_links_that_are_fixed_cut_only_the_windows_they_touch() -> None:
    words = [f"word{n} stood by gate{n} until noon{n}" for n in range(600)]
    units = Both(text_units([words]), text_units([words]))
    parts = windows(*units)
    assert len(parts) > 5
    inside = parts[2].original.start + 3
    link = SpanLink(Span(inside, inside + 1), Span(inside, inside + 2))
    cut = windows_between(units, parts, [link])
    assert [part for part in parts if part not in cut] == [parts[2]]
    assert (
        SentenceWindow(Span(parts[2].original.start, inside), Span(parts[2].rewrite.start, inside))
        in cut
    )
    behind = parts[4].rewrite.start + 1
    far = SpanLink(Span(inside, inside + 1), Span(behind, behind + 1))
    cut = windows_between(units, parts, [far])
    kept = [part for part in parts if part in cut]
    assert kept == [*parts[:2], *parts[5:]]
    covered = sum(part.original.length for part in cut)
    assert covered + far.original.length == len(words)
