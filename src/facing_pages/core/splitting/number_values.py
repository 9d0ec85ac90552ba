"""What a written number may stand for, whatever marks divide it.

1.250,50   1,250.50   12 000   12'000   ٣٫٥     one amount in several notations
9:30       9.30                                 a time
3.5.2021   3/5/2021   3-5-2021                  a date
1,204                                           1204, or 1.204 where the comma is decimal
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import regex

_DIGITS_ONLY: Final = regex.compile(r"\p{Nd}+")
_GROUPED_NUMBER: Final = regex.compile(r"\p{Nd}{1,3}(?:([.,' ])\p{Nd}{3})(?:\1\p{Nd}{3})*")
_DECIMAL_NUMBER: Final = regex.compile(r"(?P<whole>.*?)(?P<mark>[.,])(?P<rest>\p{Nd}+)")
_TIME: Final = regex.compile(r"(\p{Nd}{1,2})[.:](\p{Nd}{2})")
_DATE: Final = regex.compile(r"(\p{Nd}{1,4})([./-])(\p{Nd}{1,2})\2(\p{Nd}{1,4})")

Value = tuple[str, ...]


def is_same_number(one: str, other: str) -> bool:
    """Tell whether two numbers may be one in two notations."""
    return one == other or not number_values(one).isdisjoint(number_values(other))


@lru_cache(maxsize=10_000)
def number_values(text: str) -> frozenset[Value]:
    """Return all that a number may stand for: an amount, a time of day, a date; () for nothing."""
    plain = "".join(map(_ascii_digit, text))
    return frozenset(_values(plain.replace("٫", ".").replace("٬", ",")))


def _values(text: str) -> Iterator[Value]:
    if _DIGITS_ONLY.fullmatch(text):
        yield _amount(text, "")
        return
    if _GROUPED_NUMBER.fullmatch(text):
        yield _amount(regex.sub(r"\P{Nd}", "", text), "")
    decimal = _DECIMAL_NUMBER.fullmatch(text)
    if decimal is not None:
        whole, mark = decimal["whole"], decimal["mark"]
        if _DIGITS_ONLY.fullmatch(whole) or (
            _GROUPED_NUMBER.fullmatch(whole) and mark not in whole
        ):
            yield _amount(regex.sub(r"\P{Nd}", "", whole), decimal["rest"])
    time = _TIME.fullmatch(text)
    if time is not None and int(time[1]) <= 24 and int(time[2]) < 60:
        yield "time", str(int(time[1])), time[2]
    date = _DATE.fullmatch(text)
    if date is not None:
        yield "date", *(str(int(part)) for part in (date[1], date[3], date[4]))


def _amount(whole: str, rest: str) -> Value:
    return "amount", whole.lstrip("0") or "0", rest.rstrip("0")


def _ascii_digit(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
