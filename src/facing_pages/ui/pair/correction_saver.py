"""Keeps the corrections of the pair in one window: reads them, writes them, tries again.

Holds no widgets. What cannot be written is tried again until it can, also after another pair was
opened.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from facing_pages.core.model import Side
from facing_pages.session.correction_store import CorrectionStore, record_of
from facing_pages.session.corrections import NO_CORRECTIONS, Corrections
from facing_pages.viewmodel.wording.store_notices import (
    damaged_corrections_notice,
    taken_over_notice,
    unreadable_corrections_notice,
    unsaved_corrections_notice,
)

if TYPE_CHECKING:
    from facing_pages.session.correction_store import Records, StoreEntry
    from facing_pages.session.pair import Request
    from facing_pages.viewmodel.pair_view import PairView
    from facing_pages.viewmodel.wording.notice import Notice

logger = logging.getLogger(__name__)

# Milliseconds after which it is tried again to write down what could not be written. By judgement.
CORRECTIONS_RETRY_MILLISECONDS: Final = 10_000

Keys = tuple[str, str]


@dataclass
class _KeptPair:
    """A pair whose corrections are kept: `known` is what was read or written last.

    `unsaved` is what could not be written, None if nothing is outstanding.
    """

    keys: Keys
    known: Corrections = NO_CORRECTIONS
    records: Records | None = None
    unsaved: Corrections | None = None

    def swapped(self) -> _KeptPair:
        """Return the pair the other way round."""
        records = (self.records[1], self.records[0]) if self.records is not None else None
        unsaved = self.unsaved.swapped() if self.unsaved is not None else None
        return _KeptPair((self.keys[1], self.keys[0]), self.known.swapped(), records, unsaved)


class CorrectionSaver(QObject):
    """What is known of the pair of one window. Without a `store` nothing is kept."""

    notice_raised = Signal(object)
    notices_outdated = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store: CorrectionStore | None = None
        self._pair = _KeptPair(("", ""))
        self._waiting: list[_KeptPair] = []
        self._looks_for_twin = False
        self._notices: list[Notice] = []
        self._timer = QTimer(self)
        self._timer.setInterval(CORRECTIONS_RETRY_MILLISECONDS)
        self._timer.timeout.connect(self._try_again)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Return the notices about the corrections of the pair that was opened last."""
        return tuple(self._notices)

    def taken_up(self, request: Request) -> Request:
        """Return a pair that is being opened, with what was corrected in it earlier."""
        self._notices = []
        self._looks_for_twin = False
        self._turn_to(request)
        if request.corrections or self.store is None:
            return request
        if self._pair.unsaved is not None:
            return request.corrected(self._pair.unsaved)
        kept = self._find(request)
        if kept.damage is not None:
            self._notices.append(damaged_corrections_notice(kept.damage, len(kept.corrections)))
        if kept.unreadable:
            self._notices.append(unreadable_corrections_notice(kept.unreadable))
        self._looks_for_twin = not kept.is_known and not kept.unreadable
        self._pair.known = kept.corrections
        return request.corrected(kept.corrections)

    def with_twin(self, request: Request, pages: PairView) -> Request | None:
        """Return a pair that was read with the corrections of another that says the same.

        None if it has corrections of its own, or there is no such pair.
        """
        self._turn_to(request)
        sources = [request.source(side) for side in Side]
        texts = [pages.text(side).text for side in Side]
        records = [
            record_of(source.shown_name, text) for source, text in zip(sources, texts, strict=True)
        ]
        self._pair.records = (records[0], records[1])
        if not self._looks_for_twin or request.corrections or self.store is None:
            return None
        self._looks_for_twin = False
        from facing_pages.session.twins import find_twin

        twin = find_twin(self.store, self._pair.keys, self._pair.records, (texts[0], texts[1]))
        if twin is None:
            return None
        names = (sources[0].shown_name, sources[1].shown_name)
        self._notices.append(taken_over_notice(len(twin.corrections), twin.names, names))
        return request.corrected(twin.corrections)

    def keep(self, request: Request) -> None:
        """Write down the corrections of a pair; say so if that is impossible."""
        if self.store is None:
            return
        self._turn_to(request)
        error = self._write(self._pair, request.corrections)
        if error is not None:
            self._timer.start()
            self.notice_raised.emit(unsaved_corrections_notice(self.store.folder, error))
        else:
            self._settle()

    def close(self) -> None:
        """Try for the last time to write down what could not be written."""
        self._try_again()
        self._timer.stop()

    def _turn_to(self, request: Request) -> None:
        """Go on with a pair: the same, the same the other way round, or another one."""
        keys = (request.original.key, request.rewrite.key)
        pairs = [self._pair, *self._waiting]
        known = [pair if pair.keys == keys else pair.swapped() for pair in pairs]
        self._waiting = [pair for pair in pairs if pair.unsaved is not None and not _is(pair, keys)]
        self._pair = next((pair for pair in known if pair.keys == keys), _KeptPair(keys))

    def _find(self, request: Request) -> StoreEntry:
        """Return what is kept of a pair, also under paths as earlier versions wrote them."""
        assert self.store is not None
        kept = self.store.find(request.original.key, request.rewrite.key)
        earlier = (request.original.earlier_key, request.rewrite.earlier_key)
        if not kept.is_known and kept.damage is None and earlier != self._pair.keys:
            return self.store.find(*earlier)
        return kept

    def _write(self, pair: _KeptPair, corrections: Corrections) -> OSError | None:
        """Write the corrections of a pair, or return what went wrong."""
        assert self.store is not None
        try:
            self.store.save(*pair.keys, corrections, known=pair.known, records=pair.records)
        except OSError as error:
            logger.exception("the corrections could not be kept")
            pair.unsaved = corrections
            return error
        pair.known, pair.unsaved = corrections, None
        return None

    def _try_again(self) -> None:
        for pair in (self._pair, *self._waiting):
            if pair.unsaved is not None:
                self._write(pair, pair.unsaved)
        self._waiting = [pair for pair in self._waiting if pair.unsaved is not None]
        self._settle()

    def _settle(self) -> None:
        """Say no longer that corrections are not kept, if all are."""
        if self._pair.unsaved is None and not self._waiting:
            self._timer.stop()
            self.notices_outdated.emit("corrections")


def _is(pair: _KeptPair, keys: Keys) -> bool:
    return keys in (pair.keys, pair.keys[::-1])
