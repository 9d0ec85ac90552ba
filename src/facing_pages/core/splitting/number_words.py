"""Numbers that are written in words: "twenty-three", "two hundred and five", "dreiundzwanzig"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Final, NamedTuple

from facing_pages.core.languages.language_record import Language
from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.splitting.number_values import is_same_number

_DOZEN_AND_SCORE: Final = (12, 20)
_HUNDRED: Final = 100
_THOUSAND: Final = 1000


class NumberWord(NamedTuple):
    """A word of a number: its value, and whether it counts to it or only names about how many."""

    value: Fraction
    is_ordinal: bool = False
    is_vague: bool = False


class WrittenNumber(NamedTuple):
    """A number in words: its value, where its words end, and what its last word is."""

    value: Fraction
    end: int
    is_ordinal: bool
    is_vague: bool


def number_at(folded: Sequence[str], start: int, language: Language) -> WrittenNumber | None:
    """Return the number whose words begin at a word, None if none does."""
    parts: list[NumberWord] = []
    end = start
    while end < len(folded):
        skipped = _joint(folded, end, parts, language)
        more = _parts(folded[end + skipped], language.code) if end + skipped < len(folded) else []
        if not more or _sum([*parts, *more]) is None:
            break
        parts += more
        end += skipped + 1
    total = _sum(parts)
    if total is None:
        return None
    return WrittenNumber(total, end, parts[-1].is_ordinal, any(part.is_vague for part in parts))


def are_one_number(one: Sequence[str], other: Sequence[str], language: Language) -> bool:
    """Tell whether one of two runs of words is a number in words, and the other it in figures."""
    return any(
        len(second) == 1 and is_written_number(first, second[0], language)
        for first, second in ((one, other), (other, one))
    )


def is_written_number(folded: Sequence[str], figures: str, language: Language) -> bool:
    """Tell whether words are a number that also stands in figures: "twenty fifteen", "2015".

    A word that says something else alone is none, such as "a".
    """
    found = number_at(folded, 0, language) if folded else None
    if found is None or found.end < len(folded) or found.is_ordinal or found.is_vague:
        return False
    is_other_alone = len(folded) == 1 and folded[0] in language.facts.numerals
    return (
        not is_other_alone
        and found.value.denominator == 1
        and (is_same_number(figures, str(found.value.numerator)))
    )


def _joint(
    folded: Sequence[str], number: int, parts: Sequence[NumberWord], language: Language
) -> int:
    """Return 1 where a word only joins what stands around it: "hundred and five", "half a"."""
    word = folded[number]
    if not parts or number + 1 >= len(folded):
        return 0
    if parts[-1].value < 1:  # half a million
        return int(language.facts.numerals.get(word) == "1")
    following = _parts(folded[number + 1], language.code)
    is_sum = parts[-1].value >= _HUNDRED and following and following[0].value < _HUNDRED
    return int(bool(is_sum) and word in language.facts.numeral_joints)


def _sum(parts: Sequence[NumberWord]) -> Fraction | None:
    """Return the number that some words of numbers make together; None if they make none.

    two hundred (and) five = 205    nineteen eighty-four = 1984    drei und zwanzig = 23
    quatre-vingt-dix-sept = 97      two three                      none
    """
    if not parts:
        return None
    total, current = Fraction(0), Fraction(0)
    for place, part in enumerate(parts):
        if place and (parts[place - 1].is_ordinal or parts[place - 1].is_vague):
            return None
        value = part.value
        if part.is_vague:
            if place and (value not in _DOZEN_AND_SCORE or total or current >= _HUNDRED):
                return None
            current = (current or 1) * value
        elif value >= _THOUSAND:
            if place and not current:
                return None
            total, current = total + (current or 1) * value, Fraction(0)
        else:
            added = _added(current, value)
            if added is None:
                return None
            current = added
    return total + current


def _added(current: Fraction, value: Fraction) -> Fraction | None:
    """Return what a number below a hundred makes of the words before it."""
    if value == _HUNDRED:
        return (current or Fraction(1)) * _HUNDRED if current < _HUNDRED else None
    last = current % _HUNDRED
    if not last:
        return current + value
    if value == 20 and last == 4:  # quatre-vingts
        return current + 76
    if value < 10 and last >= 20 and not last % 10:
        return current + value
    if 10 <= value < 20 and last in (60, 80):  # soixante-dix
        return current + value
    if value >= 20 and last < 10 and not value % 10:  # dreiundzwanzig
        return current + value
    if 10 <= current < 100 and value >= 10:  # a year
        return current * 100 + value
    return None


@cache
def number_words(code: str) -> dict[str, NumberWord]:
    """Return the words of a language that numbers are made of."""
    language = language_by_code(code)
    facts = language.facts
    plain = {**language.number_words, **facts.unlike_numerals, **facts.numerals}
    return {
        **{word: NumberWord(Fraction(value)) for word, value in plain.items()},
        **{word: NumberWord(Fraction(value), True) for word, value in facts.ordinals.items()},
        **{
            word: NumberWord(Fraction(value), False, True)
            for word, value in facts.vague_numbers.items()
        },
    }


def _parts(word: str, code: str) -> list[NumberWord]:
    """Return the numbers a word is made of: "twenty-three", "dreiundzwanzig"; [] if it is none."""
    known, facts = number_words(code), language_by_code(code).facts
    if word in known:
        return [known[word]]
    if "-" in word:
        parts = [part for part in word.split("-") if part not in facts.numeral_joints]
        found = [known[part] for part in parts if part in known]
        return found if len(found) == len(parts) else []
    return _taken_apart(word, known, facts.numeral_joints) if facts.has_joined_numerals else []


def _taken_apart(
    word: str, known: Mapping[str, NumberWord], joints: Iterable[str]
) -> list[NumberWord]:
    """Return the parts of a number that is written as one word, the longest first part first."""
    for size in range(len(word), 1, -1):
        part = known.get(word[:size])
        if part is None:
            continue
        if size == len(word):
            return [part]
        for joint in ("", *joints):
            rest = word[size:]
            if rest.startswith(joint) and (tail := _taken_apart(rest[len(joint) :], known, joints)):
                return [part, *tail]
    return []
