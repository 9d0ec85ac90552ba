"""The pairs that were open last: listed in the settings; pasted texts have files of their own."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from facing_pages.core.model import Side
from facing_pages.session.pair import Request, Source
from facing_pages.session.pasted_texts import (
    PastedText,
    PastedTexts,
    is_pasted_key,
    opening_words,
    pasted_key,
)
from facing_pages.session.settings import MAX_PASTED, RecentPair
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.notice import Notice

if TYPE_CHECKING:
    from facing_pages.ui.common.settings_store import SettingsStore

logger = logging.getLogger(__name__)

# Bytes of pasted texts kept in all, those with corrections not counted: twenty long novels. By
# judgement.
MAX_PASTED_BYTES: Final = 100_000_000
# Seconds a text that nothing refers to is kept. By judgement: a day.
MAX_UNUSED_SECONDS: Final = 24 * 3600.0

Sides = Mapping[Side, Source]


@dataclass(frozen=True)
class RemovedPairs:
    """Entries taken off the list, the whole list as it was, and the texts deleted with them."""

    entries: tuple[RecentPair, ...]
    before: tuple[RecentPair, ...]
    texts: tuple[PastedText, ...]


class RecentPairStore(QObject):
    """The list of recent pairs in the settings, and the pasted texts that it refers to."""

    def __init__(self, store: SettingsStore, folder: Path) -> None:
        super().__init__(store)
        self._store = store
        self.texts = PastedTexts(folder / "pasted")
        # Pasted texts that windows show: they are not deleted before the next start.
        self._in_use: dict[int, frozenset[str]] = {}

    @property
    def entries(self) -> tuple[RecentPair, ...]:
        """Return the pairs, the newest first."""
        return self._store.settings.recent

    def use(self, window: int, sides: Sides) -> None:
        """Note which texts a window shows; no texts when it closes."""
        self._in_use[window] = frozenset(
            pasted_key(source.pasted) for source in sides.values() if source.pasted
        )

    def entry_of(self, sides: Sides, session: Path | None = None) -> RecentPair | None:
        """Return the entry of what a window shows or is reading, None for nothing."""
        sources = [sides.get(side, Source()) for side in Side]
        keys = [_key(source) for source in sources]
        if not any(keys):
            return None
        words = ["" if source.path else opening_words(source.pasted) for source in sources]
        choices = [replace(source.choices, password="") for source in sources]
        return RecentPair(
            keys[0],
            keys[1],
            date.today().isoformat(),
            choices=(choices[0], choices[1]),
            original_words=words[0],
            rewrite_words=words[1],
            session=str(session) if session is not None else "",
        )

    def keep_texts(self, sides: Sides, session: Path | None = None) -> None:
        """Keep pasted texts at once, and list them; texts that a session file has are there."""
        pasted = [source for source in sides.values() if source.pasted]
        if not pasted or session is not None:
            return
        try:
            for source in pasted:
                self.texts.keep(source.pasted, source.shown_name)
        except OSError as error:
            logger.exception("a pasted text could not be kept")
            text = tr(
                "Unable to save the pasted text: {reason}. It will be lost when the program ends.",
                reason=error.strerror or str(error),
            )
            self._store.trouble.emit(Notice("pasted", text, is_problem=True))
            return
        self.remember(sides, session)

    def remember(self, sides: Sides, session: Path | None = None) -> None:
        """Put a pair, or a single pasted text, at the head of the list."""
        entry = self.entry_of(sides, session)
        if entry is None or not (entry.is_pasted or (entry.original and entry.rewrite)):
            return
        settings = self._store.settings.with_recent(entry)
        if settings != self._store.settings:
            self._store.change(recent=settings.recent)
            self._remove_oldest_pasted()

    def sides_of(self, entry: RecentPair) -> dict[Side, Source]:
        """Return the texts of an entry; those that were removed are missing."""
        sides: dict[Side, Source] = {}
        keys = (entry.original, entry.rewrite)
        for side, key, choices in zip(Side, keys, entry.choices, strict=True):
            if is_pasted_key(key):
                if (kept := self.texts.read(key)) is not None:
                    sides[side] = Source(pasted=kept.text, name=kept.name, choices=choices)
            elif key:
                sides[side] = Source(key, choices=choices)
        return sides

    def remember_place(self, request: Request, side: Side, position: int) -> None:
        """Remember where in a pair the reader is."""
        keys = (_key(request.original), _key(request.rewrite))
        settings = self._store.settings.with_place(*keys, side.value, position)
        self._store.change(recent=settings.recent)

    def place_in(self, request: Request) -> tuple[Side, int] | None:
        """Return where in a pair the reader was, None if it is new."""
        keys = (_key(request.original), _key(request.rewrite))
        pair = self._store.settings.recent_pair(*keys)
        if pair is None or not pair.position or pair.side not in {side.value for side in Side}:
            return None
        choices = [replace(request.source(side).choices, password="") for side in Side]
        return (Side(pair.side), pair.position) if pair.choices == tuple(choices) else None

    def remove(self, entries: Sequence[RecentPair]) -> RemovedPairs:
        """Take entries off the list, and delete pasted texts that nothing refers to any more."""
        before = self.entries
        self._store.change(recent=self._store.settings.without_recent(entries).recent)
        unused = _pasted_keys(entries) - self._used()
        texts = [text for key in unused if (text := self.texts.read(key)) is not None]
        self.texts.remove(unused)
        return RemovedPairs(tuple(entries), before, tuple(texts))

    def put_back(self, removed: RemovedPairs) -> None:
        """Bring back what was removed, where it stood; what was opened since comes first."""
        for text in removed.texts:
            try:
                self.texts.keep(text.text, text.name)
            except OSError:
                logger.exception("a pasted text could not be kept")
        keys = {entry.key for entry in removed.before}
        newer = [entry for entry in self.entries if entry.key not in keys]
        self._store.change(recent=(*newer, *removed.before))

    def clean_up(self, used: frozenset[str]) -> None:
        """Delete texts that nothing refers to, neither the list nor what is in `used`."""
        self.texts.remove_unused(self._used() | used, MAX_UNUSED_SECONDS)

    def _used(self) -> frozenset[str]:
        return _pasted_keys(self.entries).union(*self._in_use.values())

    def _remove_oldest_pasted(self) -> None:
        """Hold the limits of pasted texts; what has corrections or is open is never removed."""
        shown = frozenset[str]().union(*self._in_use.values())
        pasted = [entry for entry in self.entries if entry.is_pasted][1:]
        count, size = 1, 0
        removed: list[RecentPair] = []
        for entry in pasted:
            keys = _pasted_keys([entry])
            count, size = count + 1, size + sum(self.texts.size(key) for key in keys)
            is_over = count > MAX_PASTED or size > MAX_PASTED_BYTES
            if is_over and not keys & shown and not self._has_corrections(entry):
                removed.append(entry)
        if removed:
            self.remove(removed)

    def _has_corrections(self, entry: RecentPair) -> bool:
        sides = self.sides_of(entry)
        if len(sides) < len(Side):
            return False
        keys = [sides[side].key for side in Side]
        return bool(self._store.corrections.load(*keys))


def _key(source: Source) -> str:
    """Return what names a text in the list: the path of its file, or the key of pasted text."""
    return source.path or (pasted_key(source.pasted) if source.pasted else "")


def _pasted_keys(entries: Sequence[RecentPair]) -> frozenset[str]:
    keys = (key for entry in entries for key in (entry.original, entry.rewrite))
    return frozenset(filter(is_pasted_key, keys))
