from __future__ import annotations

import pytest

from facing_pages import compare
from facing_pages.core.model import Statistics
from facing_pages.export.as_text import shares, statistics_text, summary_lines

BRITISH = "The colour of the harbour was dull. We travelled at night and saw no one there."
AMERICAN = "The color of the harbor was dull. We traveled at night and saw no one there."
NUMBERS = Statistics(200, 150, kept=100, reworded=40, form=10, removed=20, added=3, moved=30)


def test_a_pass_of_spelling_rewords_nothing() -> None:
    text = statistics_text(compare(BRITISH, AMERICAN))
    assert "reworded            0 words    0 % of the original" in text
    assert "other forms         3 words   19 % of the original" in text


def test_the_shares_of_the_original_add_up_to_all_of_it() -> None:
    of_original = [count for name, count, _ in shares(NUMBERS) if name != "added"]
    assert sum(of_original) == NUMBERS.original_words


@pytest.mark.parametrize(
    ("name", "count", "share"),
    [
        ("kept", 100, "50 %"),
        ("reworded", 40, "20 %"),
        ("other forms", 10, "5 %"),
        ("moved", 30, "15 %"),
        ("removed", 20, "10 %"),
        ("added", 3, "2 %"),
    ],
)
def test_each_kind_has_its_number_and_its_share(name: str, count: int, share: str) -> None:
    assert (name, count, share) in shares(NUMBERS)
    assert f"{name}: {count} words, {share}" in list(summary_lines(NUMBERS))
