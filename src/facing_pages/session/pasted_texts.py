"""Pasted texts, each stored in a private file as soon as it is pasted.

The file is named by the hash of the text, so that a text is stored once and two programs never
write different contents to one file. Settings and open pairs refer to a text by a key, "pasted:"
and the name of its file.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import time
from collections.abc import Collection
from pathlib import Path
from typing import Final, NamedTuple

from facing_pages.session.json_file import make_private_folder, read_json, write_json
from facing_pages.session.json_reader import Fields, JsonError, any_text, word

logger = logging.getLogger(__name__)

# The version of the format of pasted texts.
PASTED_TEXT_SCHEMA: Final = 1
_PREFIX: Final = "pasted:"
# Hexadecimal digits of a key: two different texts never share 128 bits by chance.
_DIGITS: Final = 32
# Bytes of a kept text: the largest text that is read, 64 MB, with each character as "\\uXXXX".
MAX_PASTED_TEXT_BYTES: Final = 6 * 64_000_000
# Characters of a text's opening words in a list. By judgement.
MAX_TITLE_CHARACTERS: Final = 40


class PastedText(NamedTuple):
    """A text and its name in the window."""

    text: str
    name: str


class PastedTexts:
    """A folder with all pasted texts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, text: str, name: str) -> str:
        """Store a text; return its key. Raises `OSError` if that is impossible."""
        key = pasted_key(text)
        path = self._path(key)
        if not path.exists():
            make_private_folder(self.folder)
            content = {"schema": PASTED_TEXT_SCHEMA, "name": name, "text": text}
            write_json(path, content, is_private=True)
        return key

    def read(self, key: str) -> PastedText | None:
        """Return a text; None if it was removed, or its file cannot be read."""
        if not is_pasted_key(key):
            return None
        try:
            read = Fields(read_json(self._path(key), max_bytes=MAX_PASTED_TEXT_BYTES))
            text = read.required("text", any_text)
            return PastedText(text, read.optional("name", word, ""))
        except FileNotFoundError:
            return None
        except (OSError, JsonError):
            logger.exception("a pasted text could not be read")
            return None

    def has(self, key: str) -> bool:
        """Tell whether the text of a key is stored."""
        return self._path(key).is_file()

    def size(self, key: str) -> int:
        """Return the bytes of a stored text, 0 if there is none."""
        try:
            return self._path(key).stat().st_size
        except OSError:
            return 0

    def remove(self, keys: Collection[str]) -> None:
        """Delete texts; those that cannot be deleted are logged."""
        for key in filter(is_pasted_key, keys):
            try:
                self._path(key).unlink(missing_ok=True)
            except OSError:
                logger.exception("a pasted text could not be deleted")

    def remove_unused(self, used: Collection[str], older_than: float) -> None:
        """Delete texts whose key is not in `used` and whose file is `older_than` seconds or more.

        A younger one may just have been pasted in another program that has not listed it yet.
        """
        limit = time.time() - older_than
        for path in self.folder.glob("*.json"):
            key = f"{_PREFIX}{path.stem}"
            with contextlib.suppress(OSError):
                if key not in used and path.stat().st_mtime < limit:
                    path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key.removeprefix(_PREFIX)}.json"


def pasted_key(text: str) -> str:
    """Return the key of a pasted text."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{_PREFIX}{digest[:_DIGITS]}"


def is_pasted_key(key: str) -> bool:
    """Tell whether this is the key of a pasted text; an absolute path never is."""
    digits = key.removeprefix(_PREFIX)
    return digits != key and len(digits) == _DIGITS and set(digits) <= set("0123456789abcdef")


def opening_words(text: str) -> str:
    """Return the first words of a text for a list, cut at a space if possible.

    Surrogates and control characters are left out: lists are written as UTF-8.
    """
    clean = "".join(
        character if character.isprintable() else " "
        for character in text[: 20 * MAX_TITLE_CHARACTERS]
    )
    words = " ".join(clean.split())
    if len(words) <= MAX_TITLE_CHARACTERS:
        return words
    head = words[:MAX_TITLE_CHARACTERS]
    at_space = head.rsplit(" ", 1)[0]
    return f"{at_space if len(at_space) > MAX_TITLE_CHARACTERS // 2 else head}…"
