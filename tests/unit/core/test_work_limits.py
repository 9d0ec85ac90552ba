"""Limits of comparing grow with the texts and leave ordinary ones plenty of room."""

from __future__ import annotations

from facing_pages.core.work_limits import (
    comparing_limit_bytes,
    comparing_limit_seconds,
    printing_limit_seconds,
)

MANSFIELD_PARK = 1_457_000
TWO_BIBLES = 8_180_000


def test_a_short_pair_has_minutes_and_a_gigabyte() -> None:
    assert comparing_limit_seconds(0) == 120
    assert comparing_limit_bytes(0) == 1_000_000_000


def test_books_have_ten_times_what_they_need() -> None:
    assert comparing_limit_seconds(MANSFIELD_PARK) > 10 * 87
    assert comparing_limit_seconds(TWO_BIBLES) > 10 * 804
    assert comparing_limit_bytes(TWO_BIBLES) > 5 * 720_000_000


def test_limits_grow_evenly_with_the_length() -> None:
    steps = [comparing_limit_seconds(n) for n in (0, 1_000_000, 2_000_000)]

    assert steps[2] - steps[1] == steps[1] - steps[0] > 0


def test_a_novel_as_pdf_has_ten_times_what_it_needs() -> None:
    assert printing_limit_seconds(0) == 120
    assert printing_limit_seconds(1_000_000) > 10 * 30
