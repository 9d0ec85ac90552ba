"""Find corrections of files that were renamed, moved or copied, by the content of the texts.

    stored for   a.txt ↔ b.txt      opened   copy/a.txt ↔ copy/b.txt      both have the same text
                                             a.txt ↔ b2.txt               b2 has nearly the same

A text is the same if its path or its content is. One of the two may also have been edited: it
counts as the same if most of its sentences that were corrected are still in it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facing_pages.core.model import Side
from facing_pages.session.correction_store import (
    MAX_CORRECTIONS_BYTES,
    CorrectionStore,
    Records,
    StoredPair,
    digest_of,
    stored_pair,
)
from facing_pages.session.corrections import Corrections
from facing_pages.session.json_file import read_limited
from facing_pages.session.json_reader import JsonError

logger = logging.getLogger(__name__)

# Files that are looked at, the newest first: 2,000 take a tenth of a second.
MAX_SEARCHED_FILES: Final = 2_000
# Share of the corrected sentences that an edited text still has, and how many are looked for. By
# judgement.
MIN_KEPT_SENTENCES_SHARE: Final = 0.5
MAX_SOUGHT_SENTENCES: Final = 200


@dataclass(frozen=True, slots=True)
class Twin:
    """Corrections made for a pair with the same texts, and the names of these, if known."""

    corrections: Corrections
    names: tuple[str, str] | None


def find_twin(
    store: CorrectionStore, keys: tuple[str, str], records: Records, texts: tuple[str, str]
) -> Twin | None:
    """Return the corrections of the newest stored pair with the same texts, None without one.

    `keys` identify the texts of the pair (`Source.key`), `texts` are their content. The time grows
    with the number of files in the store.
    """
    marks = tuple(
        {digest_of(key), record.digest} for key, record in zip(keys, records, strict=True)
    )
    near: Twin | None = None
    for stored in _pairs_with(store.folder, marks[0] | marks[1]):
        for pair in (stored, stored.swapped()):
            is_same = [_is_same(pair, number, marks[number]) for number in range(len(Side))]
            if all(is_same):
                return _twin(pair)
            if near is None and any(is_same):
                other = is_same.index(False)
                if _is_edited(pair.corrections, list(Side)[other], texts[other]):
                    near = _twin(pair)
    return near


def _pairs_with(folder: Path, digests: set[str]) -> Iterator[StoredPair]:
    """Yield the stored pairs that have corrections and a text with one of the digests."""
    needles = [digest.encode("ascii") for digest in digests]
    for path in _newest_files(folder):
        try:
            data = read_limited(path, max_bytes=MAX_CORRECTIONS_BYTES)
            if any(digest in data for digest in needles):
                pair = stored_pair(data)
                if pair.corrections:
                    yield pair
        except (OSError, JsonError) as error:
            # A notice is shown when that pair is opened; here the file is just skipped.
            logger.info("%s is skipped: %s", path.name, error)


def _newest_files(folder: Path) -> list[Path]:
    try:
        files = [
            (path.stat().st_mtime, path)
            for path in folder.glob("*.json")
            if ".damaged" not in path.name
        ]
    except OSError as error:
        logger.info("the corrections of other pairs cannot be listed: %s", error)
        return []
    return [path for _, path in sorted(files, reverse=True)[:MAX_SEARCHED_FILES]]


def _is_same(pair: StoredPair, number: int, marks: set[str]) -> bool:
    digests = {pair.keys[number]}
    if pair.records is not None:
        digests.add(pair.records[number].digest)
    return bool(digests & marks)


def _is_edited(corrections: Corrections, side: Side, text: str) -> bool:
    """Tell whether a text still contains most of the corrected sentences of a side."""
    passages = [
        *(link.passage(side) for link in corrections.links),
        *(cut.sentence for cut in corrections.cuts if cut.side is side),
        *(mark.sentence for mark in corrections.bookmarks if mark.side is side),
    ]
    sentences = [sentence for passage in passages if passage for sentence in passage.sentences]
    sentences += [words for finding in corrections.set_aside for words in finding.sentences(side)]
    looked_for = sentences[:MAX_SOUGHT_SENTENCES]
    found = sum(sentence in text for sentence in looked_for)
    return bool(looked_for) and found >= MIN_KEPT_SENTENCES_SHARE * len(looked_for)


def _twin(pair: StoredPair) -> Twin:
    names = (pair.records[0].name, pair.records[1].name) if pair.records is not None else None
    return Twin(pair.corrections, names)
