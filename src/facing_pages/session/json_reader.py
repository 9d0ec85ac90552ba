"""Convert the values of a JSON file into our types, one by one.

A converter takes a value as `json` returns it and returns one of our types. Whatever the file
contains, the only exception that leaves this module is `JsonError`.
"""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, NoReturn, TypeVar

from facing_pages.core.errors import FacingPagesError

Value = TypeVar("Value")
Converter = Callable[[Any], Value]

# How deep objects and lists of our files may be nested: theirs are at most six deep. By judgement
# above that.
MAX_DEPTH: Final = 40
# Bytes of a file outside its strings: numbers, brackets and commas become objects of up to 70 bytes
# each, so this bounds the memory that reading takes. 40,000 corrections have 4 MB. By judgement
# above that.
MAX_STRUCTURE_BYTES: Final = 8_000_000
# Characters of a name of a choice, a font, a key or a language. By judgement.
MAX_WORD_CHARACTERS: Final = 200
# Characters of a path: the most that Windows allows.
MAX_PATH_CHARACTERS: Final = 32_767
# The largest position in a text: what fits into the 32 bits of a C integer.
MAX_POSITION: Final = 2**31 - 1

_STRINGS: Final = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_CONTROL_CHARACTERS: Final = re.compile("[\x00-\x1f\x7f]")


class JsonError(FacingPagesError, ValueError):
    """A file that is not JSON, or an invalid value in it.

    `place` names the value, such as `recent[2].position`; "" is the whole file.
    """

    def __init__(self, problem: str, place: str = "") -> None:
        super().__init__(problem, place)
        self.problem = problem
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}" if self.place else self.problem

    def inside(self, outer: str) -> JsonError:
        """Return the error with `outer`, the name of the enclosing value, put before its place."""
        joint = "." if self.place and not self.place.startswith("[") else ""
        return JsonError(self.problem, f"{outer}{joint}{self.place}")


def parse_json(data: bytes) -> Any:
    """Parse JSON in UTF-8, with or without a byte order mark. Raises `JsonError`.

    Infinity and NaN are refused. A number too large for a float becomes infinite, which the
    number converters refuse.
    """
    _check_structure(data)
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise JsonError("this is not UTF-8") from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise JsonError(f"this is not JSON ({error})") from error


class Fields:
    """The values of one JSON object, read by name.

    `wrong` collects the places of invalid values that were left out.
    """

    def __init__(self, value: Any, wrong: list[str] | None = None, place: str = "") -> None:
        if not isinstance(value, dict):
            raise JsonError("an object is expected")
        self._values: dict[str, Any] = value
        self._place = place
        self.wrong: list[str] = [] if wrong is None else wrong

    def required(self, name: str, convert: Converter[Value]) -> Value:
        """Return a value. Raises `JsonError` if it is missing or invalid."""
        if name not in self._values:
            raise JsonError("this is missing", name)
        return _converted(self._values[name], convert, name)

    def optional(self, name: str, convert: Converter[Value], default: Value) -> Value:
        """Return a value, the default if it is missing. Raises `JsonError` if it is invalid."""
        return self.required(name, convert) if name in self._values else default

    def lenient(self, name: str, convert: Converter[Value], default: Value) -> Value:
        """Return a value, the default if it is missing or invalid; the latter is noted."""
        try:
            return self.optional(name, convert, default)
        except JsonError as error:
            self._note(error)
            return default

    def lenient_items(
        self, name: str, convert: Converter[Value], max_items: int | None = None
    ) -> tuple[Value, ...]:
        """Return the valid items of a list; invalid ones are noted."""
        items: list[Value] = []
        values: list[Any] = self.lenient(name, _list, [])
        for number, item in enumerate(values[:max_items]):
            try:
                items.append(_converted(item, convert, f"{name}[{number}]"))
            except JsonError as error:
                self._note(error)
        return tuple(items)

    def lenient_entries(self, name: str, convert: Converter[Value]) -> dict[str, Value]:
        """Return the valid entries of an object; invalid ones are noted."""
        entries: dict[str, Value] = {}
        values: dict[str, Any] = self.lenient(name, an_object, {})
        for key, value in values.items():
            try:
                entries[_converted(key, word, name)] = _converted(value, convert, f"{name}.{key}")
            except JsonError as error:
                self._note(error)
        return entries

    def _note(self, error: JsonError) -> None:
        self.wrong.append((error.inside(self._place) if self._place else error).place)


def word(value: Any) -> str:
    """Convert a short name: at most `MAX_WORD` characters, no control characters or surrogates."""
    text = any_text(value)
    if (
        len(text) > MAX_WORD_CHARACTERS
        or _CONTROL_CHARACTERS.search(text)
        or _SURROGATES.search(text)
    ):
        raise JsonError("a short text is expected")
    return text


def any_text(value: Any) -> str:
    """Convert text of any length; lone surrogates are allowed."""
    if not isinstance(value, str):
        raise JsonError("a text is expected")
    return value


def path_or_none(value: Any) -> str:
    """Convert a path that can be given to the operating system, or "" for none."""
    text = any_text(value)
    if len(text) > MAX_PATH_CHARACTERS or "\0" in text:
        raise JsonError("a path is expected")
    try:
        os.fsencode(text)
    except UnicodeError as error:
        raise JsonError("a path is expected") from error
    return text


def path_of_file(value: Any) -> str:
    """Convert a path as `path_or_none` does, but refuse ""."""
    text = path_or_none(value)
    if not text:
        raise JsonError("a path is expected")
    return text


def truth(value: Any) -> bool:
    """Convert `true` or `false`, nothing else."""
    if not isinstance(value, bool):
        raise JsonError("true or false is expected")
    return value


def an_object(value: Any) -> dict[str, Any]:
    """Convert an object; its values are not converted yet."""
    if not isinstance(value, dict):
        raise JsonError("an object is expected")
    return value


def iso_date(value: Any) -> str:
    """Convert a date, YYYY-MM-DD, or "" for none."""
    text = word(value)
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise JsonError("a date is expected") from error


def whole_number(minimum: int, maximum: int) -> Converter[int]:
    """Return a converter of whole numbers that refuses those out of bounds."""

    def convert(value: Any) -> int:
        if not _is_whole(value) or not minimum <= value <= maximum:
            raise JsonError(f"a number from {minimum} to {maximum} is expected")
        return int(value)

    return convert


def clamped(minimum: int, maximum: int) -> Converter[int]:
    """Return a converter of whole numbers that clamps them to bounds."""

    def convert(value: Any) -> int:
        if not _is_whole(value):
            raise JsonError("a whole number is expected")
        return max(minimum, min(maximum, int(value)))

    return convert


def clamped_float(minimum: float, maximum: float) -> Converter[float]:
    """Return a converter of finite numbers that clamps them to bounds."""

    def convert(value: Any) -> float:
        if not _is_whole(value) and not (isinstance(value, float) and math.isfinite(value)):
            raise JsonError("a number is expected")
        return float(max(minimum, min(maximum, value)))

    return convert


def one_of(known: Iterable[tuple[str, Value]]) -> Converter[Value]:
    """Return a converter that looks names up in a table of pairs (name, value)."""
    values = dict(known)

    def convert(value: Any) -> Value:
        if not isinstance(value, str) or value not in values:
            raise JsonError("a known name is expected")
        return values[value]

    return convert


def list_of(
    convert: Converter[Value], *, max_items: int | None = None
) -> Converter[tuple[Value, ...]]:
    """Return a converter of lists of at most `max_items` items, all of them valid."""

    def convert_all(value: Any) -> tuple[Value, ...]:
        items = _list(value)
        if max_items is not None and len(items) > max_items:
            raise JsonError(f"at most {max_items} values are expected")
        return tuple(_converted(item, convert, f"[{number}]") for number, item in enumerate(items))

    return convert_all


def optional(convert: Converter[Value]) -> Converter[Value | None]:
    """Return a converter that also accepts null, as None."""
    return lambda value: None if value is None else convert(value)


def _converted(value: Any, convert: Converter[Value], name: str) -> Value:
    try:
        return convert(value)
    except JsonError as error:
        raise error.inside(name) from error


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise JsonError("a list is expected")
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise JsonError(f"{name} is not a number in JSON")


def _check_structure(data: bytes) -> None:
    """Refuse, before parsing, a file that would take too much memory or is nested too deeply."""
    structure = _STRINGS.sub(b"", data)
    if len(structure) > MAX_STRUCTURE_BYTES:
        raise JsonError("this has too many values")
    depth = 0
    for bracket in re.findall(rb"[][{}]", structure):
        depth += 1 if bracket in b"[{" else -1
        if depth > MAX_DEPTH:
            raise JsonError("this is nested too deeply")
