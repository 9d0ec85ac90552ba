from __future__ import annotations

import numpy as np
import pytest

from facing_pages.core.both import Both
from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.marks.pair_map import (
    WINDOW_LINES,
    Ints,
    MapChapter,
    PairMap,
    Track,
    make_track,
    shown_chapters,
)

NOTHING = np.zeros((0, 2), dtype=np.int32)


def spans(*entries: tuple[int, int]) -> Ints:
    return np.array(entries, dtype=np.int32).reshape(len(entries), 2)


def track(rows: Ints, *changes: tuple[int, int, ViewKind]) -> Track:
    return make_track(
        rows, spans(*((start, end) for start, end, _ in changes)), [kind for *_, kind in changes]
    )


def map_of(original: Track, rewrite: Track) -> PairMap:
    return PairMap(Both(original, rewrite), Both(NOTHING, NOTHING), Both(NOTHING, NOTHING), ())


def test_a_row_is_as_high_as_its_longer_text() -> None:
    pair = map_of(track(spans((0, 100), (102, 122))), track(spans((0, 50), (-1, -1))))
    assert pair.natural_tops().tolist() == [0, 100, 120]


def test_a_block_is_as_high_as_its_text_is_long() -> None:
    # The rewrite has half of the first row, nothing of the second, all of the third.
    pair = map_of(
        track(spans((0, 100), (102, 202), (204, 254))), track(spans((0, 50), (-1, -1), (52, 152)))
    )
    filled = Both.of(lambda side: pair.scale(side, [0, 100, 200, 300]).blocks(6).filled)
    assert filled.original.tolist() == pytest.approx([1, 1, 1, 1, 1, 0])
    assert filled.rewrite.tolist() == pytest.approx([1, 0, 0, 0, 1, 1])


def test_ink_is_the_share_of_the_text_there_that_changed() -> None:
    changed = track(spans((0, 1000)), (400, 500, ViewKind.REMOVED))
    blocks = map_of(changed, track(spans((0, 1000)))).scale(Side.ORIGINAL, [0, 300]).blocks(50)
    # 20 characters a line; a window of five lines has 100.
    inked = blocks.inked[:, ViewKind.REMOVED]
    assert inked.max() == pytest.approx(1.0)
    assert np.flatnonzero(inked > 1e-9).tolist() == list(range(18, 27))
    assert inked[20:25].tolist() == pytest.approx([0.6, 0.8, 1.0, 0.8, 0.6])
    assert not np.delete(blocks.inked, ViewKind.REMOVED, axis=1).any()


def test_a_text_with_every_third_word_changed_is_no_solid_bar() -> None:
    changes = [(start, start + 5, ViewKind.REWORDED) for start in range(0, 30_000, 15)]
    blocks = map_of(track(spans((0, 30_000)), *changes), track(spans((0, 30_000))))
    inked = blocks.scale(Side.ORIGINAL, [0, 800]).blocks(400).inked[:, ViewKind.REWORDED]
    assert inked.mean() == pytest.approx(1 / 3, abs=0.01)
    assert inked.max() < 0.4


def test_a_single_change_in_a_book_is_seen_over_some_lines() -> None:
    changed = track(spans((0, 1_000_000)), (500_000, 500_005, ViewKind.ADDED))
    blocks = map_of(track(spans((0, 9))), changed).scale(Side.REWRITE, [0, 800]).blocks(800)
    assert np.count_nonzero(blocks.inked[:, ViewKind.ADDED]) in (WINDOW_LINES, WINDOW_LINES + 1)


def test_the_strongest_of_the_changes_of_a_character_has_it() -> None:
    changed = track(spans((0, 100)), (0, 50, ViewKind.MOVED), (40, 60, ViewKind.REMOVED))
    totals = changed.inked[:, -1]
    assert (totals[ViewKind.MOVED], totals[ViewKind.REMOVED]) == (40, 20)
    assert totals.sum() == 60


def test_changes_with_nothing_on_a_side_have_no_ink_there() -> None:
    changed = track(spans((0, 100)), (-1, -1, ViewKind.ADDED), (7, 7, ViewKind.REWORDED))
    assert not changed.inked.any()


def test_a_place_is_as_far_down_as_in_the_block_of_its_row() -> None:
    pair = map_of(track(spans((0, 100), (102, 202))), track(spans((0, 100), (102, 152))))
    places = pair.scale(Side.REWRITE, [0, 100, 300]).places(np.array([0, 50, 102, 127, 152]))
    assert places.tolist() == pytest.approx([0, 50 / 300, 100 / 300, 150 / 300, 200 / 300])


def test_a_text_without_words_has_an_empty_track() -> None:
    pair = map_of(track(spans((0, 100))), track(spans((-1, -1))))
    blocks = pair.scale(Side.REWRITE, pair.natural_tops()).blocks(10)
    assert not blocks.filled.any()
    assert not blocks.inked.any()
    nothing = map_of(track(NOTHING), track(NOTHING))
    assert not nothing.scale(Side.ORIGINAL, nothing.natural_tops()).blocks(3).filled.any()


def test_rows_without_height_have_no_block() -> None:
    pair = map_of(track(spans((0, 100), (102, 202))), track(spans((0, 100), (102, 202))))
    blocks = pair.scale(Side.ORIGINAL, [0, 0, 100]).blocks(4)
    assert blocks.filled.tolist() == pytest.approx([1, 1, 1, 1])


def test_chapters_are_shown_down_to_the_level_that_has_room() -> None:
    parts = [MapChapter(10 * n, 1, f"Part {n}") for n in range(3)]
    chapters = [MapChapter(10 * n + k, 2, "") for n in range(3) for k in range(1, 5)]
    every = tuple(sorted([*parts, *chapters]))
    assert shown_chapters(every, 15) == list(every)
    assert shown_chapters(every, 14) == parts
    assert shown_chapters(every, 2) == [parts[0], parts[2]]
    assert shown_chapters((), 9) == []
