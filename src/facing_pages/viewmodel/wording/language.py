"""The language of the window: every sentence it shows goes through `tr` or `plural`.

Sentences are written in English where they are used and looked up in a catalog of the chosen
language. `N_` marks a sentence that is looked up later, where it is shown.
"""

from __future__ import annotations

from facing_pages.core.translatable import N_
from facing_pages.core.translations import CATALOG_LANGUAGES, known_language, translator

__all__ = [
    "CATALOG_LANGUAGES",
    "N_",
    "language",
    "number",
    "plural",
    "tr",
    "use_language",
]


class _Chosen:
    """The language in use by this process."""

    code = "en"


def use_language(code: str) -> None:
    """Speak another language from now on; English if there is no catalog of it."""
    _Chosen.code = known_language(code)


def language() -> str:
    """Return the code of the language in use."""
    return _Chosen.code


def tr(text: str, **values: object) -> str:
    """Return a sentence in the language in use, with values for the names in braces."""
    return translator(_Chosen.code).tr(text, **values)


def plural(one: str, many: str, count: int, **values: object) -> str:
    """Return the form of a sentence that suits a number; `{count}` stands for it."""
    return translator(_Chosen.code).plural(one, many, count, **values)


def number(value: int) -> str:
    """Return a number with its digits grouped as the language does it."""
    return translator(_Chosen.code).number(value)


def number_range(first: int, last: int) -> str:
    """Return numbers that follow one another: the first and the last, or the only one."""
    return number(first) if first == last else f"{number(first)}–{number(last)}"
