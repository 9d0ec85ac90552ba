from __future__ import annotations

import pytest

from facing_pages.core.findings.amounts.numbers import changed_numbers
from tests.helpers.readings import reading_of


def changes(original: str, rewrite: str) -> list[tuple[str, str]]:
    reading = reading_of(original, rewrite)
    return [
        (
            reading.sides.original.quote(one.words),
            reading.sides.rewrite.quote(other.words),
        )
        for one, other in changed_numbers(reading)
    ]


@pytest.mark.parametrize(
    ("original", "rewrite", "was", "became"),
    [
        ("The mill was built in 1874.", "The mill was built in 1847.", "1874", "1847"),
        ("It cost 18,000 pounds to mend.", "It cost 80,000 pounds to mend.", "18,000 pounds",
         "80,000 pounds"),
        ("The baker sold 500 $ of bread.", "The baker sold 500 € of bread.", "500 $", "500 €"),
        ("They walked five miles.", "They walked five kilometres.", "five miles",
         "five kilometres"),
        ("It was -20 °C at dawn.", "It was 20 °C at dawn.", "-20", "20"),
        ("At least 400 men came.", "At most 400 men came.", "400", "400"),
        ("The F-35 landed at noon.", "The F-43 landed at noon.", "F-35", "F-43"),
        ("She had scores of letters.", "She had dozens of letters.", "scores", "dozens"),
        ("The third gate was open.", "The fourth gate was open.", "third", "fourth"),
    ],
)  # fmt: skip
def test_another_value_unit_sign_or_bound_is_found(
    original: str, rewrite: str, was: str, became: str
) -> None:
    assert changes(original, rewrite) == [(was, became)]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("It took 1500 men sixty days.", "It took 1,500 men 60 days."),
        ("About 60 percent of them paid.", "Some 60% of them paid."),
        ("They met at 12.00 in the hall.", "They met at 12:00 in the hall."),
        ("He paid 2.5 million dollars.", "He paid $2.5m."),
        ("It lasted three to four weeks.", "It lasted 3-4 weeks."),
        ("He was in his fifties.", "He was in his 50s."),
        ("It began on the 10th of October.", "It began on October 10."),
        ("Two men and three women came.", "Three women and two men came."),
        ("He had five ships and sold one.", "He sold one of his five ships."),
        ("Ten people came.", "People came."),
    ],
)
def test_the_same_number_in_another_form_or_place_is_no_finding(
    original: str, rewrite: str
) -> None:
    assert changes(original, rewrite) == []
