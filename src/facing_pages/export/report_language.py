"""The language of the report that is being written: all its words go through `tr` or `plural`.

English, unless it is written within `speaking`. The window's language is another matter: reports
are written in other processes, and on the command line.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from facing_pages.core.translations import Translator, known_language, translator

_LANGUAGE: Final = ContextVar("the language of the report", default="en")


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Write reports in a language within a `with` block, on this thread."""
    before = _LANGUAGE.set(known_language(code))
    try:
        yield
    finally:
        _LANGUAGE.reset(before)


def report_language() -> str:
    """Return the code of the language in use."""
    return _LANGUAGE.get()


def tr(text: str, **values: object) -> str:
    """Return a sentence in the language in use, with values for the names in braces."""
    return _translator().tr(text, **values)


def plural(one: str, many: str, count: int, **values: object) -> str:
    """Return the form of a sentence that suits a number; `{count}` stands for it."""
    return _translator().plural(one, many, count, **values)


def number_text(value: int) -> str:
    """Return a number with its digits grouped as the language does it."""
    return _translator().number(value)


def decimal(value: float) -> str:
    """Return a number with one decimal place as the language writes it."""
    return _translator().decimal(value)


def _translator() -> Translator:
    return translator(_LANGUAGE.get())
