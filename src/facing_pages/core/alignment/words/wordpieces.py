"""Words cut into the pieces that the models know: greedy, longest piece first.

The rules are those of BERT's uncased vocabulary (Devlin et al. 2019): lower case, accents taken
off, marks and Chinese characters alone, and pieces inside a word marked with `##`.
"""

from __future__ import annotations

import gzip
import unicodedata
from functools import cache
from typing import Final

import regex

from facing_pages.core.resources import resource
from facing_pages.core.splitting.folding import fold

PIECES_FILE: Final = "models/word-pieces.txt.gz"
UNKNOWN_PIECE: Final = "[UNK]"
START_PIECE: Final = "[CLS]"
END_PIECE: Final = "[SEP]"
# Letters above which a word is unknown as a whole: as in the tokenizer that the model was trained
# with.
MAX_WORD_LETTERS: Final = 100
_WORD_PARTS: Final = regex.compile(r"\p{Han}|[\p{P}\p{S}]|[^\p{Han}\p{P}\p{S}\p{Z}\p{C}]+")
_ACCENTS: Final = regex.compile(r"\p{Mn}+")


class WordPieces:
    """A vocabulary of pieces, numbered from 0."""

    def __init__(self, pieces: list[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self.unknown = self._numbers[UNKNOWN_PIECE]
        self.start = self._numbers[START_PIECE]
        self.end = self._numbers[END_PIECE]

    def __len__(self) -> int:
        return len(self._numbers)

    def of(self, word: str) -> list[int]:
        """Return the numbers of a word's pieces; never empty."""
        plain = _ACCENTS.sub("", unicodedata.normalize("NFD", fold(word).lower()))
        pieces = [number for part in _WORD_PARTS.findall(plain) for number in self._pieces(part)]
        return pieces or [self.unknown]

    def _pieces(self, part: str) -> list[int]:
        if len(part) > MAX_WORD_LETTERS:
            return [self.unknown]
        pieces: list[int] = []
        start = 0
        while start < len(part):
            end = len(part)
            mark = "##" if start else ""
            while end > start and mark + part[start:end] not in self._numbers:
                end -= 1
            if end == start:
                return [self.unknown]
            pieces.append(self._numbers[mark + part[start:end]])
            start = end
        return pieces


@cache
def word_pieces() -> WordPieces | None:
    """Return the vocabulary of the bundled models; None if its file is not there."""
    path = resource(PIECES_FILE)
    if not path.is_file():
        return None
    return WordPieces(gzip.decompress(path.read_bytes()).decode("utf-8").split("\n"))
