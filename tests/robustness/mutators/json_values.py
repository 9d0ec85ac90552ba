"""Damage to JSON: types exchanged, numbers extreme, keys missing or twice, nesting without end."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

from . import octets

VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    2**31,
    2**63,
    2**70,
    -(2**70),
    0.5,
    -0.0,
    1e308,
    float("inf"),
    float("-inf"),
    float("nan"),
    "",
    "x",
    "\ud800",
    "a\0b",
    "é" * 300,
    "../../etc",
    "x" * 100_000,
    "undefined",
    [],
    {},
    [[]],
    [None],
    {"": {}},
    [1, "a", None],
    {"a": 1},
)
RAW = (
    "1e999",
    "-1e999",
    "NaN",
    "01",
    "1.",
    "'x'",
    '"\\ud800"',
    '"\\x"',
    "[" * 100_000,
    "9" * 5_000,
)
# Items of a list that is still made longer: doubled again and again, a few fill the memory.
MAX_ITEMS = 1_000
_PLACE = "a place for what JSON has no value for"


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return JSON with some values exchanged, or that is no JSON any more."""
    if chance.random() < 0.1:
        return octets.mutate(data, chance)
    content = json.loads(data)
    for _ in range(chance.choice((1, 1, 2, 3))):
        content = _changed(content, chance, chance.random() < 0.03)
    raw = chance.random() < 0.15
    if raw:
        content = _changed(content, chance, at_top=False, new=_PLACE)
    text = json.dumps(content, ensure_ascii=chance.random() < 0.5)
    if raw:
        text = text.replace(json.dumps(_PLACE), chance.choice(RAW))
    if chance.random() < 0.1:
        text = _doubled(text, chance)
    made = octets.as_bytes(text)
    return b"\xef\xbb\xbf" + made if chance.random() < 0.03 else made


def _changed(content: Any, chance: random.Random, at_top: bool, new: Any = None) -> Any:
    """Return a value with one of the values inside it exchanged, taken away, renamed or doubled."""
    if at_top:
        return _value(chance)
    holder = content
    places = _places(content)
    if not places:
        return new if new is not None else _value(chance)
    holder, key = chance.choice(places)
    way = chance.randrange(6)
    if new is not None:
        holder[key] = new
    elif way == 0 and isinstance(holder, dict):
        del holder[key]
    elif way == 1 and isinstance(holder, dict):
        holder[octets.word(chance)] = holder.pop(key)
    elif way == 2 and isinstance(holder, list):
        holder *= chance.choice((0, 2, 500 if len(holder) <= MAX_ITEMS else 1))
    elif way == 3:
        source, name = chance.choice(places)
        if (isinstance(source, dict) and name in source) or isinstance(source, list):
            holder[key] = json.loads(json.dumps(source[name]))
    else:
        holder[key] = _value(chance)
    return content


def _value(chance: random.Random) -> Any:
    """Return one of the values; a copy, since it may be changed later."""
    return copy.deepcopy(chance.choice(VALUES))


def _places(content: Any) -> list[tuple[Any, Any]]:
    """Return all containers with each of their keys."""
    found: list[tuple[Any, Any]] = []
    waiting = [content]
    while waiting:
        value = waiting.pop()
        if isinstance(value, (dict, list)) and len(found) < 5_000:
            keys = list(value) if isinstance(value, dict) else list(range(len(value)))
            found += [(value, key) for key in keys]
            waiting += [value[key] for key in keys]
    return found


def _doubled(text: str, chance: random.Random) -> str:
    """Give the first key of an object twice, or text behind the end."""
    if chance.random() < 0.5 or "{" not in text:
        return text + text[: chance.randrange(len(text) + 1)]
    key = text.partition("{")[2].partition(":")[0]
    return text.replace("{", "{" + key + ": 5, ", 1) if key else text
