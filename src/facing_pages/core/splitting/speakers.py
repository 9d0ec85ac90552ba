"""Who spoke, behind what was said: part of the same sentence where letters have no case to tell it.

“你来晚了。”她说。     one sentence, as “You are late.” she said.
"""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.punctuation import SENTENCE_ENDS
from facing_pages.core.languages.registry import of_all_languages

# Letters of a sentence that only says who spoke, and how. By judgement.
MAX_SPEAKER_LETTERS: Final = 16
_QUOTE_ENDS: Final = frozenset('”’」』»"')
_SPEECH_ENDS: Final = tuple(sorted(of_all_languages(lambda language: language.speech_ends)))


def tells_speaker(before: str, sentence: str) -> bool:
    """Tell whether a sentence says who spoke, behind a character that closes a quotation."""
    if before not in _QUOTE_ENDS:
        return False
    said = sentence.rstrip(SENTENCE_ENDS)
    is_plain = all(character.isalpha() or character == " " for character in said)
    letters = sum(map(str.isalpha, said))
    return (
        said != sentence
        and is_plain
        and letters <= MAX_SPEAKER_LETTERS
        and said.endswith(_SPEECH_ENDS)
    )
