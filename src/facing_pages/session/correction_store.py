"""Corrections kept from one start to the next: a small JSON file for each pair.

They are written as soon as they are made, so there is nothing to save and nothing to lose. A pair
is identified by the paths of its two files, in either order, a pasted text by its content. Files
that were renamed, moved or copied are found by their content (`twins.py`).
"""

from __future__ import annotations

import errno
import hashlib
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from facing_pages.core.json_bytes import json_bytes
from facing_pages.core.system.atomic_file import remove_stale_drafts, write_atomically
from facing_pages.session.corrections import (
    NO_CORRECTIONS,
    Corrections,
    find_in_json,
    to_json,
)
from facing_pages.session.file_lock import locked
from facing_pages.session.json_file import (
    MIN_STALE_SECONDS,
    Damage,
    keep_damaged_copy,
    make_private_folder,
    read_limited,
    rename_damaged,
)
from facing_pages.session.json_reader import (
    Fields,
    JsonError,
    any_text,
    optional,
    parse_json,
    whole_number,
    word,
)

logger = logging.getLogger(__name__)

# The version of the format of corrections; since 2 it holds what the texts say as well.
CORRECTIONS_SCHEMA: Final = 2
# Bytes of the corrections of one pair: 20,000 of them with long sentences have 20 MB. By judgement
# above that.
MAX_CORRECTIONS_BYTES: Final = 50_000_000
_KNOWN: Final = frozenset(("schema", "original", "rewrite", "texts", "corrections"))


@dataclass(frozen=True, slots=True)
class TextRecord:
    """A text at the time corrections were made: its name in the window, a digest of its content."""

    name: str
    digest: str


Records = tuple[TextRecord, TextRecord]


def record_of(name: str, text: str) -> TextRecord:
    """Return the record of a text with its present content."""
    return TextRecord(name, digest_of(text))


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal; a lone surrogate is allowed in the text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class StoreEntry:
    """What the store holds about a pair.

    `is_known`: there is a file about the pair, possibly without corrections. `damage` describes a
    file that was invalid in whole or in part. `unreadable` is the system's reason why a file could
    not be read, "" if it could.
    """

    corrections: Corrections = NO_CORRECTIONS
    is_known: bool = False
    damage: Damage | None = None
    unreadable: str = ""


@dataclass(frozen=True, slots=True)
class StoredPair:
    """The content of one file of the store.

    `keys` are digests of the keys of both texts (path or content), "" where an old file has none.
    `unknown` are values that this version does not know; they are written back unchanged.
    """

    keys: tuple[str, str]
    corrections: Corrections
    records: Records | None
    unknown: dict[str, Any]
    wrong: tuple[str, ...] = ()

    def swapped(self) -> StoredPair:
        """Return the pair the other way round."""
        records = (self.records[1], self.records[0]) if self.records is not None else None
        return replace(
            self,
            keys=(self.keys[1], self.keys[0]),
            corrections=self.corrections.swapped(),
            records=records,
        )


class CorrectionStore:
    """A folder with the corrections of all pairs. Other programs may use it at the same time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # The file that was read or written last, its bytes, and what they were parsed to: saving
        # parses the file again only if its bytes have changed.
        self._last: tuple[Path, bytes, StoredPair] | None = None

    def load(self, original: str, rewrite: str) -> Corrections:
        """Return the corrections of a pair, none if their file is missing or cannot be used."""
        return self.find(original, rewrite).corrections

    def find(self, original: str, rewrite: str) -> StoreEntry:
        """Return what the store holds about a pair; a copy of an invalid file is kept.

        `original` and `rewrite` are the keys of the texts: paths, or the content of pasted texts.
        """
        path = self._path(original, rewrite)
        try:
            found, damage = self._read(path, original)
        except OSError as error:
            logger.exception("the corrections in %s could not be read", path.name)
            return StoreEntry(unreadable=error.strerror or str(error))
        if found is None:
            return StoreEntry(damage=damage)
        return StoreEntry(found.corrections, is_known=True, damage=damage)

    def save(
        self,
        original: str,
        rewrite: str,
        corrections: Corrections,
        *,
        known: Corrections | None = None,
        records: Records | None = None,
    ) -> None:
        """Store the corrections of a pair. Raises `OSError` if that is impossible.

        `known` are the corrections before the user changed them: given these, only the user's
        changes are written and those of other programs stay. Without `known` these corrections
        replace all others.

        With `records` the pair can be found again by the content of its texts. It is stored even
        without corrections then, so that those of a twin are not taken over again.
        """
        path = self._path(original, rewrite)
        if not corrections and not path.exists() and records is None:
            return
        make_private_folder(self.folder.parent)
        make_private_folder(self.folder)
        with locked(self.folder):
            found, _ = self._read(path, original)
            merged = corrections
            if found is not None and known is not None and found.corrections != known:
                merged = corrections.merged(known, found.corrections)
            if not merged and records is None:
                path.unlink(missing_ok=True)
                return
            pair = StoredPair(
                (digest_of(original), digest_of(rewrite)),
                merged,
                records or (found.records if found is not None else None),
                found.unknown if found is not None else {},
            )
            content = json_bytes(_to_json(pair), indent=None)
            if found is None or self._last is None or self._last[:2] != (path, content):
                write_atomically(path, content, is_private=True)
                self._last = path, content, pair

    def clean_up(self) -> None:
        """Remove unfinished files that killed programs left behind."""
        remove_stale_drafts(self.folder, MIN_STALE_SECONDS)

    def _read(self, path: Path, original: str) -> tuple[StoredPair | None, Damage | None]:
        """Return the pair in a file, with `original` first, and what is damaged in the file.

        Raises `OSError`, also where a damaged file can neither be used nor be renamed.
        """
        try:
            data = read_limited(path, max_bytes=MAX_CORRECTIONS_BYTES)
            if self._last is not None and self._last[:2] == (path, data):
                found = self._last[2]
            else:
                found = stored_pair(data)
                self._last = path, data, found
        except FileNotFoundError:
            return None, None
        except JsonError:
            logger.exception("the corrections in %s are invalid", path.name)
            copy = rename_damaged(path)
            if copy is None:
                raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path)) from None
            return None, Damage(copy)
        damage = None
        if found.wrong:
            logger.error("invalid values in %s: %s", path.name, ", ".join(found.wrong))
            damage = Damage(keep_damaged_copy(path, data), found.wrong)
        is_turned = found.keys[0] != digest_of(original)
        return (found.swapped() if is_turned else found), damage

    def _path(self, original: str, rewrite: str) -> Path:
        pair = "".join(sorted((digest_of(original), digest_of(rewrite))))
        return self.folder / f"{digest_of(pair)[:32]}.json"


def stored_pair(data: bytes) -> StoredPair:
    """Parse a file of the store. Raises `JsonError` if nothing of it can be used.

    Files of schema 1 have no key of the rewrite and no records of the texts.
    """
    content = parse_json(data)
    fields = Fields(content)
    fields.optional("schema", whole_number(1, 1_000_000), 1)
    found = fields.required("corrections", find_in_json)
    return StoredPair(
        (fields.required("original", word), fields.lenient("rewrite", word, "")),
        found.corrections,
        fields.lenient("texts", optional(_records), None),
        {name: value for name, value in content.items() if name not in _KNOWN},
        found.wrong,
    )


def _to_json(pair: StoredPair) -> dict[str, Any]:
    content: dict[str, Any] = {
        **pair.unknown,
        "schema": CORRECTIONS_SCHEMA,
        "original": pair.keys[0],
        "rewrite": pair.keys[1],
    }
    if pair.records is not None:
        content["texts"] = [
            {"name": record.name, "digest": record.digest} for record in pair.records
        ]
    return {**content, "corrections": to_json(pair.corrections)}


def _records(value: Any) -> Records:
    if not isinstance(value, Sequence) or len(value) != 2:
        raise JsonError("two texts are expected")
    first, second = (Fields(entry) for entry in value)
    return _record(first), _record(second)


def _record(fields: Fields) -> TextRecord:
    return TextRecord(fields.required("name", any_text), fields.required("digest", word))
