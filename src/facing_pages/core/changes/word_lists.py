"""Small words that tell how others are read: auxiliary verbs, and units behind numbers."""

from __future__ import annotations

from typing import Final

import regex

from facing_pages.core.splitting.folding import fold_word

_AUXILIARIES: Final = frozenset(
    "have has had having is are was were be been being do does did will would shall should "
    "hat habe haben hatte hatten ist sind war waren wird werden wurde wurden "
    "ai avons avez ont avait avaient est sont était étaient ha han había fue era".split()
)
# Endings of the words that follow an auxiliary in the languages of the list above.
_PARTICIPLE: Final = regex.compile(r"(?:ed|ing|[ewon]n|ne|[dit]|ut|et|[éiu]e?s?|[aií]d[oa]s?)$")
_UNITS: Final = frozenset(
    "% percent km m cm mm kg g mg miles mile metres meters feet inches tonnes tons pounds dollars "
    "euros francs cents million billion trillion thousand hundred seconds minutes hours days weeks "
    "months years degrees °C °F prozent kilometer meter euro jahre jahren ans heures mètres "
    "kilomètres millones años horas metros kilómetros".casefold().split()
)


def is_auxiliary(word: str) -> bool:
    """Tell whether a word is an auxiliary verb."""
    return fold_word(word) in _AUXILIARIES


def is_like_participle(word: str) -> bool:
    """Tell whether a word ends as verbs behind an auxiliary do."""
    return _PARTICIPLE.search(fold_word(word)) is not None


def is_unit(word: str) -> bool:
    """Tell whether a word is read together with the number before it."""
    return fold_word(word) in _UNITS
