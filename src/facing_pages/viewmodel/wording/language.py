"""The language of the window: every sentence it shows goes through `tr` or `plural`.

Sentences are written in English where they are used and looked up in a catalog of the chosen
language. `N_` marks a sentence that is looked up later, where it is shown.
"""

from __future__ import annotations

import gettext
from functools import cache
from typing import Final

from facing_pages.core.resources import resource
from facing_pages.core.translatable import N_

__all__ = [
    "CATALOG_LANGUAGES",
    "DOMAIN",
    "N_",
    "language",
    "number",
    "plural",
    "tr",
    "use_language",
]

DOMAIN: Final = "facing-pages"
# The languages there are catalogs for, by code, with their own names.
CATALOG_LANGUAGES: Final = {"en": "English", "de": "Deutsch"}
_GROUP_SIGNS: Final = {"en": ",", "de": "."}


class _Chosen:
    """The language in use by this process."""

    code = "en"


def use_language(code: str) -> None:
    """Speak another language from now on; English if there is no catalog of it."""
    _Chosen.code = code if code in CATALOG_LANGUAGES else "en"


def language() -> str:
    """Return the code of the language in use."""
    return _Chosen.code


def tr(text: str, **values: object) -> str:
    """Return a sentence in the language in use, with values for the names in braces."""
    sentence = _catalog(_Chosen.code).gettext(text) if text else ""
    return sentence.format(**values) if values else sentence


def plural(one: str, many: str, count: int, **values: object) -> str:
    """Return the form of a sentence that suits a number; `{count}` stands for it."""
    sentence = _catalog(_Chosen.code).ngettext(one, many, count)
    return sentence.format(count=number(count), **values)


def number(value: int) -> str:
    """Return a number with its digits grouped as the language does it."""
    return f"{value:,}".replace(",", _GROUP_SIGNS[_Chosen.code])


def number_range(first: int, last: int) -> str:
    """Return numbers that follow one another: the first and the last, or the only one."""
    return number(first) if first == last else f"{number(first)}–{number(last)}"


@cache
def _catalog(code: str) -> gettext.NullTranslations:
    folder = str(resource("translations"))
    return gettext.translation(DOMAIN, folder, [code], fallback=True)
