from __future__ import annotations

import pytest

from facing_pages.core.findings.amounts.numbers import changed_numbers
from tests.helpers.readings import reading_of


def changes(original: str, rewrite: str, language: str = "en") -> list[tuple[str, str]]:
    reading = reading_of(original, rewrite, language)
    return [
        (
            reading.sides.original.quote(pair.words.original),
            reading.sides.rewrite.quote(pair.words.rewrite),
        )
        for pair in changed_numbers(reading)
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
        ("At least 400 men came.", "At most 400 men came.", "At least 400", "At most 400"),
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


@pytest.mark.parametrize(
    ("original", "rewrite", "was", "became"),
    [
        ("Rents rose by 5 % a week.", "Rents rose by 5 % a month.", "5 % a week", "5 % a month"),
        ("Take two spoonfuls of syrup a day.", "Take two spoonfuls of syrup a week.",
         "two spoonfuls of syrup a day", "two spoonfuls of syrup a week"),
        ("Wages grew 3 percent yearly.", "Monthly, wages grew 3 percent monthly.",
         "3 percent yearly", "3 percent monthly"),
        ("Plums cost €3 per kilo here.", "Here plums cost €3 per litre.", "€3 per kilo",
         "€3 per litre"),
        ("She calls four times every day.", "She phones four times every week.",
         "four times every day", "four times every week"),
    ],
)  # fmt: skip
def test_another_rate_is_one_finding_with_its_number(
    original: str, rewrite: str, was: str, became: str
) -> None:
    assert changes(original, rewrite) == [(was, became)]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("He phoned four times a day.", "He called us four times each day."),
        ("It rose by 4 % a year.", "It went up four percent annually."),
        ("They met twice a month.", "They met twice, a week later."),
        ("Two men came a week after the fair.", "Two men came a month before the fair."),
        ("She swims 2 km a day.", "She swims 2 km."),
    ],
)
def test_a_rate_in_other_words_or_on_one_side_is_no_finding(original: str, rewrite: str) -> None:
    assert changes(original, rewrite) == []


@pytest.mark.parametrize(
    ("original", "rewrite", "language"),
    [
        ("Die Miete stieg um 5 % im Monat.", "Die Miete stieg um 5 % im Jahr.", "de"),
        ("Il gagne 2000 euros par mois.", "Il gagne 2000 euros par an.", "fr"),
        ("Gana 20 euros por hora.", "Gana 20 euros por semana.", "es"),
        ("Ze betaalt 20 euro per week.", "Ze betaalt 20 euro per maand.", "nl"),
    ],
)
def test_rates_are_read_in_other_languages(original: str, rewrite: str, language: str) -> None:
    assert len(changes(original, rewrite, language)) == 1


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("It took half an hour to get there.", "Getting there took 30 minutes."),
        ("The table is 210 centimetres long.", "The length of the table is 2.10 m."),
        ("He paid 20 cents for it.", "He paid €0.20 for it."),
        ("They stayed two years.", "They stayed 24 months."),
    ],
)
def test_the_same_amount_in_another_unit_is_no_finding(original: str, rewrite: str) -> None:
    assert changes(original, rewrite) == []


@pytest.mark.parametrize(
    ("original", "rewrite", "was", "became"),
    [
        ("It took half an hour to get there.", "Getting there took 40 minutes.", "half an hour",
         "40 minutes"),
        ("The table is 210 centimetres long.", "The length of the table is 2.40 m.",
         "210 centimetres", "2.40 m"),
        ("He stayed two weeks there.", "He stayed two months there.", "two weeks", "two months"),
    ],
)  # fmt: skip
def test_another_amount_in_another_unit_is_found(
    original: str, rewrite: str, was: str, became: str
) -> None:
    assert changes(original, rewrite) == [(was, became)]
