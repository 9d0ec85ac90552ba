"""Whether two runs of words are the same but for words that were drawn together.

let us        let's          form        also "in das" and "ins", "de um" and "dum"
le homme      l'homme        form        in languages that elide
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from facing_pages.core.languages.registry import language_by_code

_ELIDED: Final = regex.compile(r"(?<=\w)[aeiou] (?=h?[aeiouyàâäéèêëîïôöùûüœæ])")
_QUOTED: Final = regex.compile(r"(?<=\w)' ")


def are_contracted(old: Sequence[str], new: Sequence[str], *, language: str) -> bool:
    """Tell whether two runs of folded words differ in contractions only, and in at least one."""
    return list(old) != list(new) and _spelled_out(old, language) == _spelled_out(new, language)


def _spelled_out(words: Sequence[str], language: str) -> str:
    """Return words with contractions spelled out, and with all elisions made that may be."""
    text = " ".join(_parts(words, language))
    if not language_by_code(language).elides:
        return text
    return _ELIDED.sub("'", _QUOTED.sub("'", text))


def _parts(words: Sequence[str], language: str) -> Iterator[str]:
    """Yield what each word is short for; an apostrophe that begins one belongs to it."""
    short = language_by_code(language).contracted_words
    waiting = ""
    for word in words:
        if word == "'":
            waiting = word
            continue
        head, mark, tail = word.partition("'")
        if head + mark in short and mark and tail:  # dell'acqua: di l'acqua
            yield short[head + mark] + tail
        else:
            yield short.get(waiting + word, word)
        waiting = ""
