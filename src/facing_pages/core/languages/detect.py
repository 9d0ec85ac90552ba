"""Which language a text is in: by its script, or else by its function words and own letters."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import regex

from facing_pages.core.languages.registry import LANGUAGES, of_all_languages

# Characters at the beginning of a text that are looked at. By judgement.
_MAX_SAMPLE: Final = 20_000
# Function words that must be seen of a language: English has a "man" and a "van" as well. By
# judgement.
_MIN_WORDS: Final = 2
# Share of a sample's letters a script needs to give the text its language; chosen by judgement, so
# that names and quotations in a foreign script do not decide.
_MIN_SCRIPT_SHARE: Final = 0.15
_SCRIPTS: Final = [
    (language.code, regex.compile(language.script)) for language in LANGUAGES if language.script
]
_OWN_LETTERS: Final = [
    (language.code, regex.compile(language.own_letters))
    for language in LANGUAGES
    if language.own_letters
]
_CODES_WITH_WORDS: Final = [language.code for language in LANGUAGES if language.function_words]
_CODES_OF: Final = {
    word: tuple(language.code for language in LANGUAGES if word in language.function_words)
    for word in of_all_languages(lambda language: language.function_words)
}


def language_of(text: str) -> str:
    """Return the likely language of a text as a two-letter code, "en" where nothing tells."""
    return _language_of_sample(text[:_MAX_SAMPLE])


# Texts are asked for it at several steps; two of them, and their sentences without marks.
@lru_cache(maxsize=4)
def _language_of_sample(sample: str) -> str:
    if not sample.isascii():
        letters = sum(character.isalpha() for character in sample)
        for code, script in _SCRIPTS:
            if len(script.findall(sample)) > _MIN_SCRIPT_SHARE * letters:
                return code
    counts = dict.fromkeys(_CODES_WITH_WORDS, 0)
    for word in sample.casefold().split():
        for code in _CODES_OF.get(word, ()):
            counts[code] += 1
    if not sample.isascii():
        for code, own in _OWN_LETTERS:
            counts[code] += len(own.findall(sample))
    code = max(counts, key=lambda name: (counts[name], name == "en"))
    return code if counts[code] > max(counts["en"], _MIN_WORDS - 1) else "en"
