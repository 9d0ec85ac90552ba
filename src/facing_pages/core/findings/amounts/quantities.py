"""Numbers in a text, with what they count, whatever way they are written.

1,500 miles   fifteen hundred miles      1500, mile
$1.5m   1.5 million dollars              1500000, $
60 %   60 percent   sixty per cent       60, %
at least twenty-three days               23, day, >=
5 % a week   5 % weekly                  5, %, a week
the 3rd   the third                      3, ordinal
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import zip_longest
from typing import Final

import regex

from facing_pages.core.findings.link_reading import SideReading
from facing_pages.core.languages.language_record import Language
from facing_pages.core.model import Span
from facing_pages.core.splitting.folding import fold_word
from facing_pages.core.splitting.number_values import number_values
from facing_pages.core.splitting.number_words import number_at, number_words

# A word with figures: sign, currency, figures, and what stands behind them without a space.
_FIGURES: Final = regex.compile(
    r"(?P<sign>[-+−–±])?(?P<currency>\p{Sc})?"
    r"(?P<figures>\p{Nd}+(?:[.,:/'’\u202f]\p{Nd}+)*)[-‐‑]?(?P<rest>.*)"
)
_ORDINAL_ENDINGS: Final = frozenset(
    {"st", "nd", "rd", "th", "º", "ª", "er", "e", "ème", "te", "ten"}
)
_CURRENCY: Final = regex.compile(r"\p{Sc}")
_RANGE: Final = regex.compile(r"(\p{Nd}+(?:[.,]\p{Nd}+)*)[-‐‑](\p{Nd}+(?:[.,]\p{Nd}+)*)")
# A name with figures: what is before them, and they: "F-35", "Covid-19-related".
_CODE: Final = regex.compile(r"^(\p{L}*)[-‐‑]?(\p{Nd}[\p{Nd}.,]*)")
_FRACTION: Final = regex.compile(r"[1-9]/[1-9]\p{Nd}?")
_MINUS: Final = ("-", "−", "–")
# The longest phrase that bounds a number, and how far from it it stands, in words.
_MAX_BOUND_WORDS: Final = 4
# Words from a day to the month behind it: "the 23rd of March". By judgement.
_MAX_TO_MONTH: Final = 2
# Words from a number to its rate: "two spoonfuls of syrup a day". By judgement.
_MAX_TO_RATE: Final = 3
_PERIOD: Final = "period."


# What a number may be: amounts, or a time, a date or a code with what tells it apart.
Values = frozenset[Fraction | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the words of a side.

    `values` are all it may be, for 1,204 may be 1.204. `unit`, `bound` and `rate`, the period or
    other unit by which it is counted, are "" where none is known; `number` holds its words,
    `words` those of its currency and unit as well.
    """

    words: Span
    number: Span
    values: Values
    unit: str = ""
    bound: str = ""
    rate: str = ""
    bound_words: Span | None = None
    rate_words: Span | None = None
    is_ordinal: bool = False
    is_vague: bool = False
    is_negative: bool = False

    def has_value_of(self, other: Quantity) -> bool:
        """Tell whether two quantities may be the same number, units aside."""
        return self.is_negative == other.is_negative and not self.values.isdisjoint(other.values)

    @property
    def is_code(self) -> bool:
        """Tell whether this is a name with figures in it: "F-35"."""
        return any(isinstance(value, tuple) and value[0] == "code" for value in self.values)


def quantities(side: SideReading) -> list[Quantity]:
    """Return the numbers of a side in order; "a" and "one" alone are none.

    The number of an item, clause or heading says where it stands: it is none either.
    """
    numbers = (found for found in _numbers(side) if found.number.start not in side.ordinals)
    found = [_with_unit(side, quantity) for quantity in numbers]
    bound = [_with_bound(side, quantity) for quantity in _with_shared_units(side, found)]
    return [_with_rate(side, quantity) for quantity in bound]


def _numbers(side: SideReading) -> Iterator[Quantity]:
    number = 0
    while number < len(side):
        found = _figures_at(side, number) or _words_at(side, number)
        yield from (
            quantity
            for quantity in found
            if not _is_mere_one(side, quantity) or _is_half_of_unit(side, quantity)
        )
        number = found[-1].number.end if found else number + 1


def _is_mere_one(side: SideReading, found: Quantity) -> bool:
    word = side.folded[found.number.start]
    return found.number.length == 1 and (
        word in _words_of_other_senses(side.language)
        or (found.values == {Fraction(1)} and not found.is_ordinal and not word[0].isdigit())
    )


def _is_half_of_unit(side: SideReading, found: Quantity) -> bool:
    return Fraction(1, 2) in found.values and bool(_with_unit(side, found).unit)


@cache
def _words_of_other_senses(language: Language) -> frozenset[str]:
    """Return the words of numbers that say something else alone: "one", "million"."""
    certain = {*language.number_words, *language.facts.unlike_numerals}
    return frozenset(language.facts.numerals) - certain


def _figures_at(side: SideReading, number: int) -> list[Quantity]:
    """Return the numbers that are written with figures in a word, and with words behind it."""
    word = side.words[number]
    bounds = _RANGE.fullmatch(word)
    if bounds is not None:
        return _range(number, *bounds.groups())
    match = _FIGURES.fullmatch(word)
    if match is None:
        return _code(side, number)
    values, end, unit = _values(match["figures"]), number + 1, ""
    rest = fold_word(match["rest"])
    is_ordinal = rest in _ORDINAL_ENDINGS
    is_day = is_ordinal and _is_beside_month(side, number)
    if match["currency"]:
        unit = _unit(side.language, match["currency"])
    atom = number_words(side.language.code).get(rest)
    named = _unit(side.language, rest) or _unit(side.language, rest.split("-")[0])
    if named and not unit:
        unit = named
    elif atom is not None and not is_ordinal:
        values = _times(values, atom.value)
    elif rest and not is_ordinal and rest != "s":
        return _code(side, number)
    values, end = _with_words_behind(side, values, end)
    span = Span(number, end)
    is_negative = match["sign"] in _MINUS
    return [
        Quantity(
            span, span, values, unit, is_ordinal=is_ordinal and not is_day, is_negative=is_negative
        )
    ]


def _is_beside_month(side: SideReading, number: int) -> bool:
    """Tell whether a month stands beside a number, which is a day then: "23rd of March"."""
    dates = side.language.facts.dates
    around = side.folded[max(0, number - 1) : number + _MAX_TO_MONTH + 1]
    return any(dates.get(word, "").startswith("month.") for word in around)


def _with_words_behind(side: SideReading, values: Values, end: int) -> tuple[Values, int]:
    """Return what a number in figures becomes by the words behind it: "2 1/2", "1.5 million"."""
    fraction = side.folded[end] if end < len(side) else ""
    if _FRACTION.fullmatch(fraction):
        values, end = _plus(values, Fraction(fraction)), end + 1
    elif size := _half_at(side, end):
        values, end = _plus(values, Fraction(1, 2)), end + size
    atoms = number_words(side.language.code)
    while end < len(side) and (atom := atoms.get(side.folded[end])) and atom.value >= 1000:
        if side.folded[end] in side.language.facts.unit_names or atom.is_vague:
            break
        values, end = _times(values, atom.value), end + 1
    return values, end


def _half_at(side: SideReading, number: int) -> int:
    """Return how many words "and a half" has that begin there, 0 if it does not."""
    for phrase in side.language.facts.halves:
        words = tuple(phrase.split())
        if side.folded[number : number + len(words)] == words:
            return len(words)
    return 0


def _range(number: int, first: str, last: str) -> list[Quantity]:
    """Return both numbers of a range: "2-5", "2016-17", which ends in 2017."""
    if last.isdecimal() and first.isdecimal() and len(last) < len(first) and len(first) == 4:
        last = first[: len(first) - len(last)] + last
    span = Span(number, number + 1)
    return [Quantity(span, span, _values(figures)) for figures in (first, last)]


def _code(side: SideReading, number: int) -> list[Quantity]:
    """Return a word that has figures but is no number: "F-35", "802.11n"."""
    match = _CODE.search(side.folded[number])
    if match is None:
        return []
    span = Span(number, number + 1)
    return [Quantity(span, span, frozenset({("code", *match.groups())}))]


def _values(figures: str) -> Values:
    found: set[Fraction | tuple[str, ...]] = set()
    for kind, *parts in number_values(figures):
        if kind == "amount":
            found.add(Fraction(f"{parts[0]}.{parts[1] or 0}"))
        else:
            found.add((kind, *parts))
            if kind == "time" and parts[1] == "00":
                found.add(Fraction(parts[0]))
    if "/" in figures and not found:
        top, _, bottom = figures.partition("/")
        if top.isdecimal() and bottom.isdecimal() and int(bottom):
            found.add(Fraction(int(top), int(bottom)))
    return frozenset(found or {("as written", figures)})


def _times(values: Values, factor: Fraction) -> Values:
    return frozenset(value * factor for value in values if isinstance(value, Fraction))


def _plus(values: Values, more: Fraction) -> Values:
    return frozenset(value + more for value in values if isinstance(value, Fraction))


def _words_at(side: SideReading, number: int) -> list[Quantity]:
    """Return the number whose words begin at a word."""
    found = number_at(side.folded, number, side.language)
    if found is None:
        return _with_unit_in_word(side, number)
    values, end = _with_words_behind(side, frozenset({found.value}), found.end)
    span = Span(number, end)
    return [Quantity(span, span, values, is_ordinal=found.is_ordinal, is_vague=found.is_vague)]


def _with_unit_in_word(side: SideReading, number: int) -> list[Quantity]:
    """Return the number that a word begins with: "three-month-old"."""
    first, _, rest = side.folded[number].partition("-")
    unit = _unit(side.language, rest.split("-")[0])
    atom = number_words(side.language.code).get(first)
    if not unit or atom is None:
        return []
    span = Span(number, number + 1)
    return [Quantity(span, span, frozenset({atom.value}), unit)]


def _unit(language: Language, word: str) -> str:
    return language.facts.unit_names.get(word, word if _CURRENCY.fullmatch(word) else "")


def _with_unit(side: SideReading, found: Quantity) -> Quantity:
    """Return a number with the unit behind it or the currency before it."""
    if found.unit or found.is_ordinal:
        return found
    start, end = found.number
    before = side.folded[start - 1] if start else ""
    if unit := (_unit(side.language, before) if _CURRENCY.search(before) else ""):
        return replace(found, words=Span(start - 1, end), unit=unit)
    skipped = int(side.folded[end : end + 1] in _articles(side.language))  # "half an hour"
    for size in (2, 1):
        behind = " ".join(side.folded[end + skipped : end + skipped + size])
        if behind.startswith("-"):
            behind = behind[1:]
        if unit := _unit(side.language, behind):
            last = min(len(side), end + skipped + size)
            return replace(found, words=Span(start, last), unit=unit)
    return found


@cache
def _articles(language: Language) -> frozenset[tuple[str]]:
    """Return the articles that may stand between "half" and a unit, each as the words it is."""
    return frozenset((word,) for word in language.facts.sound_articles)


def _with_shared_units(side: SideReading, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the numbers, those that begin a range with the unit of its end: "3 to 4 weeks"."""
    for one, other in zip_longest(found, found[1:]):
        if other is not None and not one.unit and other.unit:
            between = side.folded[one.number.end : other.number.start]
            if len(between) <= 1 and all(
                word in side.language.facts.range_words for word in between
            ):
                yield replace(one, unit=other.unit)
                continue
        yield one


def _with_bound(side: SideReading, found: Quantity) -> Quantity:
    """Return a number with what bounds it: "at least" before it, "or more" behind it."""
    bounds = side.language.facts.bounds
    start, end = found.words
    for size in range(_MAX_BOUND_WORDS, 0, -1):
        before, behind = Span(max(0, start - size), start), Span(end, min(len(side), end + size))
        for place in (before, behind):
            phrase = " ".join(side.folded[slice(*place)])
            if phrase in bounds and (place == before or phrase.startswith("or ")):
                return replace(found, bound=bounds[phrase], bound_words=place)
    return found


def _with_rate(side: SideReading, found: Quantity) -> Quantity:
    """Return a number with what it is counted by: "a week" behind it, "weekly", "a kilo"."""
    if found.is_ordinal or found.is_code:
        return found
    for n in range(found.words.end, min(len(side), found.words.end + _MAX_TO_RATE + 1)):
        rate = _rate_at(side, n)
        if rate is not None:
            return replace(found, rate=_period(side, rate.end - 1), rate_words=rate)
        if side.marks[n] or _is_figure(side, n):
            break
    return found


def _rate_at(side: SideReading, number: int) -> Span | None:
    """Return the words of a rate that begins at a word: "a week", but not "a week later"."""
    facts = side.language.facts
    if side.folded[number] in facts.rates and _period(side, number):
        return Span(number, number + 1)
    for phrase in facts.rate_words:
        words = tuple(phrase.split())
        end = number + len(words)
        if side.folded[number:end] == words and end < len(side) and _period(side, end):
            behind = side.folded[end + 1 : end + 2]
            is_distance = bool(behind) and behind[0] in facts.distance_words
            return None if is_distance else Span(number, end + 1)
    return None


def _period(side: SideReading, number: int) -> str:
    """Return the period or other unit that a word names, "" if it names none."""
    member = side.language.facts.dates.get(side.folded[number], "")
    if member.startswith(_PERIOD):
        return member.removeprefix(_PERIOD)
    return _unit(side.language, side.folded[number])


def _is_figure(side: SideReading, number: int) -> bool:
    word = side.folded[number]
    return word not in side.language.facts.numerals and word in number_words(side.language.code)
