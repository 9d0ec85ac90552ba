"""How letters and mail begin and end: "Dear all", "Liebe Anna", "Best wishes", "Cordialement"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from facing_pages.core.languages.registry import function_words_of, of_all_languages

# Words behind a greeting ("Dear Mr and Mrs Hale") and behind a closing ("Viele Grüße aus Berlin").
# By judgement; a longer line is a sentence or a title.
MAX_NAME_WORDS: Final = 4
# Characters of a Chinese name with its title. By judgement.
MAX_HAN_NAME: Final = 6
# Characters of a greeting or closing with a name; a longer line is neither. By judgement.
MAX_LETTER_LINE: Final = 60

_MARKS_BEHIND: Final = " ,.!;:،、，。！：；–—-~"
# Names, and titles that end in a point: "Mrs. Hale".
_SPACED_NAMES: Final = rf"(?:,?\s+(?:[^\s.!?]+|[^\s.!?]{{1,4}}\.)){{0,{MAX_NAME_WORDS}}}"
# In Chinese a name follows without a space.
_HAN_LETTER: Final = "[\u3400-\u9fff]"
_NAMES: Final = rf"(?P<names>(?<={_HAN_LETTER}){_HAN_LETTER}{{1,{MAX_HAN_NAME}}}|{_SPACED_NAMES})"


class _Phrases(NamedTuple):
    """A pattern of some phrases with names behind them, and the first words of the phrases."""

    pattern: re.Pattern[str]
    first_words: frozenset[str]


def _first_word(text: str) -> str:
    return text.split(None, 1)[0].rstrip(_MARKS_BEHIND) if text else ""


def _phrases_with_names(phrases: Iterable[str]) -> _Phrases:
    folded = sorted((phrase.casefold() for phrase in phrases), key=len, reverse=True)
    pattern = re.compile(rf"(?P<phrase>{'|'.join(map(re.escape, folded))}){_NAMES}")
    return _Phrases(pattern, frozenset(map(_first_word, folded)))


_GREETINGS: Final = _phrases_with_names(of_all_languages(lambda language: language.greetings))
_CLOSINGS: Final = _phrases_with_names(of_all_languages(lambda language: language.closings))
_BEGINS_HAN: Final = re.compile(_HAN_LETTER)
_NO_NAMES: Final = function_words_of("")


def is_greeting(line: str) -> bool:
    """Tell whether a line is a greeting, alone or with a name: "Hi team", not "Liebe und Tod"."""
    found = _match(_GREETINGS, line)
    if found is None:
        return False
    names = found.group("names").split()
    return not names or names[0] not in _NO_NAMES


def is_closing(line: str) -> bool:
    """Tell whether a line surely ends a letter.

    It is a closing of several words, or one with a comma: "Kind regards", "Best, Jo".
    """
    found = _match(_CLOSINGS, line)
    if found is None:
        return False
    names = found.group("names")
    if names.startswith(",") or line.rstrip().endswith((",", "，", "،")):
        return True
    return not names and " " in found.group("phrase")


def may_be_closing(line: str, *, with_names: bool = True) -> bool:
    """Tell whether a line may end a letter, if a name stands below it: "Best", "Love always"."""
    found = _match(_CLOSINGS, line)
    return found is not None and (with_names or not found.group("names"))


def _match(phrases: _Phrases, line: str) -> re.Match[str] | None:
    if len(line) > MAX_LETTER_LINE:
        return None
    words = line.casefold().rstrip(_MARKS_BEHIND)
    is_known = _first_word(words) in phrases.first_words or _BEGINS_HAN.match(words) is not None
    return phrases.pattern.fullmatch(words) if is_known else None
