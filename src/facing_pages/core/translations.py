"""The languages there are catalogs of, and sentences in one of them.

Sentences are written in English where they are used, and looked up in a catalog. The window chooses
one language for all it shows, a report the one that it is asked for in.
"""

from __future__ import annotations

import gettext
from functools import cache
from typing import Final

from facing_pages.core.resources import resource

DOMAIN: Final = "facing-pages"
# The languages there are catalogs for, by code, with their own names.
CATALOG_LANGUAGES: Final = {"en": "English", "de": "Deutsch"}
_GROUP_SIGNS: Final = {"en": ",", "de": "."}
_DECIMAL_SIGNS: Final = {"en": ".", "de": ","}


class Translator:
    """Says sentences and numbers in one language."""

    def __init__(self, code: str) -> None:
        self._catalog = _catalog(code)
        self._group_sign = _GROUP_SIGNS[code]
        self._decimal_sign = _DECIMAL_SIGNS[code]

    def tr(self, text: str, **values: object) -> str:
        """Return a sentence, with values for the names in braces."""
        sentence = self._catalog.gettext(text) if text else ""
        return sentence.format(**values) if values else sentence

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """Return the form of a sentence that suits a number; `{count}` stands for it."""
        sentence = self._catalog.ngettext(one, many, count)
        return sentence.format(count=self.number(count), **values)

    def number(self, value: int) -> str:
        """Return a number with its digits grouped."""
        return f"{value:,}".replace(",", self._group_sign)

    def decimal(self, value: float) -> str:
        """Return a number with one decimal place."""
        return f"{value:.1f}".replace(".", self._decimal_sign)


def known_language(code: str) -> str:
    """Return the code of a language; that of English if there is no catalog of it."""
    return code if code in CATALOG_LANGUAGES else "en"


@cache
def translator(code: str) -> Translator:
    """Return what speaks a language there is a catalog of."""
    return Translator(code)


def sentence_case(text: str) -> str:
    """Return words with a capital at the start."""
    return text[:1].upper() + text[1:]


def _catalog(code: str) -> gettext.NullTranslations:
    folder = str(resource("translations"))
    return gettext.translation(DOMAIN, folder, [code], fallback=True)
