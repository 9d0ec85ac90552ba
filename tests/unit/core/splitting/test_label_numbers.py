"""Which numbers at the start of sentences count the entries of a list."""

from __future__ import annotations

import pytest

from facing_pages.core.model import Span
from facing_pages.core.splitting.label_numbers import label_numbers


def labels(*lines: str) -> list[str | None]:
    """Return the label number of each line."""
    text, spans = "\n".join(lines), []
    for line in lines:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + len(line)))
    return [span and span.of(text) for span in label_numbers(text, spans)]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["Article 1. Dogs", "Article 2. Cats", "Article 3. Snow"], ["1", "2", "3"]),
        (["1. Dogs", "2. Cats", "3. Snow"], ["1", "2", "3"]),
        (["§ 8 Hunde", "§ 9 Katzen", "§ 10 Schnee"], ["8", "9", "10"]),
        (["(a) Dogs", "(b) Cats", "(c) Snow"], ["a", "b", "c"]),
        (["i) Dogs", "ii) Cats", "iii) Snow"], ["i", "ii", "iii"]),
        (["IX. Dogs", "X. Cats", "XI. Snow"], ["IX", "X", "XI"]),
        (["Item No. 1: dogs", "Item No. 2: cats", "Item No. 3: snow"], ["1", "2", "3"]),
        (["Room 1 has a bed", "Room 2 has bunks", "Room 3 has none"], ["1", "2", "3"]),
        (["Статья 1. Снег", "Статья 2. Лифт", "Статья 3. Сад"], ["1", "2", "3"]),
        (["المادة ١: كلب", "المادة ٢: قط", "المادة ٣: ثلج"], ["١", "٢", "٣"]),
        (["第九条。狗", "第十条。猫", "第十一条。雪"], ["九", "十", "十一"]),
        (["1.8 Dogs", "1.9 Cats", "2 Snow", "2.1 Fire"], ["1.8", "1.9", "2", "2.1"]),
    ],
)
def test_a_label_that_counts_on_has_a_number(lines: list[str], numbers: list[str]) -> None:
    assert labels(*lines) == numbers


def test_a_count_goes_on_over_other_lines_and_other_labels() -> None:
    lines = ["§ 1", "(1) Dogs", "(2) Cats", "§ 2", "(1) Snow", "Nobody knows.", "(2) Fire", "§ 3"]
    assert labels(*lines) == ["1", "1", "2", "2", "1", None, "2", "3"]


def test_two_entries_do_not_count() -> None:
    assert labels("Article 1. Dogs", "Article 2. Cats") == [None, None]


def test_a_count_may_leave_out_two_but_not_three() -> None:
    assert labels("1. Dogs", "4. Cats", "7. Snow") == ["1", "4", "7"]
    assert labels("1. Dogs", "5. Cats", "9. Snow") == [None, None, None]


def test_half_of_the_steps_must_count() -> None:
    assert labels("1. Dogs", "2. Cats", "2. Snow") == ["1", "2", "2"]
    assert labels("1. Dogs", "2. Cats", "2. Snow", "2. Fire") == [None] * 4


@pytest.mark.parametrize(
    "lines",
    [
        ["1914 War", "1915 Hunger", "1916 Snow"],
        ["200 g lentils", "1 onion", "2 tbsp oil", "1 tsp cumin"],
        ["1st of May", "2nd of May", "3rd of May"],
        ["1,5 kg", "2,5 kg", "3,5 kg"],
        ["10% of it", "11% of it", "12% of it"],
        ["I went home.", "I saw it.", "I came back."],
        ["A lamp", "B lamp", "C lamp"],
        ["Dogs bark 1", "Many dogs bark 2", "More dogs bark 3"],
    ],
)
def test_years_quantities_and_words_are_no_labels(lines: list[str]) -> None:
    assert labels(*lines) == [None] * len(lines)


def test_a_text_without_sentences_has_no_labels() -> None:
    assert label_numbers("", []) == []
