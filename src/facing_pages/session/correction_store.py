"""Corrections kept from one start to the next: a small JSON file for each pair.

They are written down as soon as they are made, so that there is nothing to save and nothing to
lose. A pair is known by its two files, whichever way round; pasted texts by what they say. Files
that were renamed, moved or copied are found by what they say (`twins.py`).
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
    make_private_folder,
    put_aside,
    put_copy_aside,
    read_limited,
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
    """A text as it was when corrections were made: the name it went by, a digest of its content."""

    name: str
    digest: str


Records = tuple[TextRecord, TextRecord]


def record_of(name: str, text: str) -> TextRecord:
    """Return the record of a text."""
    return TextRecord(name, digest_of(text))


def digest_of(text: str) -> str:
    """Return a number for a text that no other text has."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a pair.

    `is_known` tells whether there is a file about the pair, which may hold no corrections.
    `damage` tells of a file that made no sense, `unreadable` of one that could not be read: the
    system's reason, "" for none.
    """

    corrections: Corrections = NO_CORRECTIONS
    is_known: bool = False
    damage: Damage | None = None
    unreadable: str = ""


@dataclass(frozen=True, slots=True)
class StoredPair:
    """What a file of the store holds.

    `keys` are digests of what the texts are known by; "" where an old file does not say.
    `unknown` are values that a later version may know.
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
        # The file that was read or written last, what it held, and what that means: it is not
        # understood anew before each save.
        self._last: tuple[Path, bytes, StoredPair] | None = None

    def load(self, original: str, rewrite: str) -> Corrections:
        """Return the corrections of a pair, none where they cannot be used."""
        return self.find(original, rewrite).corrections

    def find(self, original: str, rewrite: str) -> Kept:
        """Return what is known of a pair; what makes no sense is set aside.

        `original` and `rewrite` tell the texts from all others: paths, or the texts themselves.
        """
        path = self._path(original, rewrite)
        try:
            found, damage = self._read(path, original)
        except OSError as error:
            logger.exception("the corrections in %s could not be read", path.name)
            return Kept(unreadable=error.strerror or str(error))
        if found is None:
            return Kept(damage=damage)
        return Kept(found.corrections, is_known=True, damage=damage)

    def save(
        self,
        original: str,
        rewrite: str,
        corrections: Corrections,
        *,
        known: Corrections | None = None,
        records: Records | None = None,
    ) -> None:
        """Keep the corrections of a pair. Raises `OSError` if that is impossible.

        Given what was `known` before the user changed it, only what changed since is written, and
        what other programs wrote stays; else these corrections replace all others. With `records`
        the pair is found again by what its texts say, and a pair without corrections is noted too:
        it needs none of those of its twins.
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
        """Remove the drafts that killed programs left."""
        remove_stale_drafts(self.folder, MIN_STALE_SECONDS)

    def _read(self, path: Path, original: str) -> tuple[StoredPair | None, Damage | None]:
        """Return what a file holds with `original` first, and what is wrong with it.

        Raises `OSError`, also where a damaged file could neither be used nor be set aside.
        """
        try:
            data = read_limited(path, most=MAX_CORRECTIONS_BYTES)
            if self._last is not None and self._last[:2] == (path, data):
                found = self._last[2]
            else:
                found = stored_pair(data)
                self._last = path, data, found
        except FileNotFoundError:
            return None, None
        except JsonError:
            logger.exception("the corrections in %s make no sense", path.name)
            copy = put_aside(path)
            if copy is None:
                raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path)) from None
            return None, Damage(copy)
        damage = None
        if found.wrong:
            logger.error("in %s make no sense: %s", path.name, ", ".join(found.wrong))
            damage = Damage(put_copy_aside(path, data), found.wrong)
        is_turned = found.keys[0] != digest_of(original)
        return (found.swapped() if is_turned else found), damage

    def _path(self, original: str, rewrite: str) -> Path:
        pair = "".join(sorted((digest_of(original), digest_of(rewrite))))
        return self.folder / f"{digest_of(pair)[:32]}.json"


def stored_pair(data: bytes) -> StoredPair:
    """Return what a file of the store holds. Raises `JsonError` where it makes no sense.

    Files of schema 1 do not tell what the rewrite is known by, nor what the texts were.
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
