from __future__ import annotations

from facing_pages.core.model import Statistics
from facing_pages.viewmodel.wording.labels import statistics_line


def test_the_status_line_tells_other_forms_and_moves_where_there_are_any() -> None:
    some = Statistics(200, 150, kept=100, reworded=40, form=10, removed=20, added=3, moved=30)
    told = "20 % reworded, 5 % other forms, 15 % moved, 10 % removed, 2 % added"
    assert statistics_line(some) == told
    none = Statistics(200, 150, kept=140, reworded=40, removed=20, added=3)
    assert statistics_line(none) == "20 % reworded, 10 % removed, 2 % added"
