"""Writes down what is open while the program runs, and finds what was open when others ended."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from facing_pages.session.json_file import make_private_folder
from facing_pages.session.open_pairs import (
    MAX_ENDED,
    OpenPairs,
    OpenWindow,
    files_in,
    new_file,
    pasted_keys,
    read_open_pairs,
    write_open_pairs,
)

logger = logging.getLogger(__name__)

# Milliseconds after a change until it is written down, other changes with it. By judgement.
OPEN_PAIRS_DELAY_MILLISECONDS: Final = 200


@dataclass(frozen=True)
class PairsLeftOpen:
    """What programs had open that do not run any more.

    `has_crashed` says that one of them did not end as it should, `may_crash_again` that this
    happened after its windows had been opened by themselves.
    """

    windows: tuple[OpenWindow, ...] = ()
    files: tuple[Path, ...] = ()
    has_crashed: bool = False
    may_crash_again: bool = False


class OpenPairsStore(QObject):
    """Keeps the file of this program; `windows` returns what is open now."""

    left_changed = Signal()

    def __init__(
        self, folder: Path, windows: Callable[[], list[OpenWindow]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._windows = windows
        self.path = new_file(folder)
        self._lock: QLockFile | None = None
        self._written: OpenPairs | None = None
        self._has_reopened = False
        self._is_ending = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(OPEN_PAIRS_DELAY_MILLISECONDS)
        self._timer.timeout.connect(self.write_down)
        self.left = self._find()

    def note(self) -> None:
        """Note that something changed; it is written down soon, however often this is called."""
        if not self._timer.isActive() and not self._is_ending:
            self._timer.start()

    def write_down(self) -> None:
        """Write what is open now."""
        self._timer.stop()
        if not self._is_ending:
            self._write(OpenPairs(tuple(self._windows()), has_reopened=self._has_reopened))

    def end(self) -> None:
        """Note that the program is quitting: what is open now is what can be continued."""
        if self._is_ending:
            return
        self.write_down()
        self._is_ending = True
        if self._written is not None and self._written.windows:
            self._write(replace(self._written, has_quit=True))
            for path in self.left.files:
                _remove(path)
        if self._lock is not None:
            self._lock.unlock()

    def abandon(self) -> None:
        """Write nothing more and leave the file as a killed program does."""
        self._is_ending = True
        if self._lock is not None:
            self._lock.unlock()

    def take(self, *, by_itself: bool = False) -> tuple[OpenWindow, ...]:
        """Return what was left, to be opened now; other programs are not offered it any more."""
        left, self.left = self.left, PairsLeftOpen()
        self._has_reopened = by_itself and left.has_crashed
        self.left_changed.emit()
        return left.windows

    def taken(self, left: PairsLeftOpen) -> None:
        """Forget what was left, once its windows are open here and written down."""
        self.write_down()
        for path in left.files:
            _remove(path)

    def used_texts(self) -> frozenset[str]:
        """Return the keys of pasted texts that any program has or had open."""
        found = (read_open_pairs(path) for path in files_in(self._folder))
        return frozenset[str]().union(*(pasted_keys(pairs) for pairs in found if pairs))

    def _write(self, pairs: OpenPairs) -> None:
        if pairs == (self._written or OpenPairs()):
            return
        try:
            if self._lock is None and pairs.windows:
                make_private_folder(self._folder)
                self._lock = _locked(self.path)
            write_open_pairs(self.path, pairs)
        except OSError:
            # Corrections and pasted texts say for themselves when they cannot be kept.
            logger.exception("what is open could not be written down")
            return
        self._written = pairs

    def _find(self) -> PairsLeftOpen:
        """Return what programs had open that have ended: all that crashed, else the last one."""
        crashed: list[tuple[Path, OpenPairs]] = []
        ended: list[tuple[Path, OpenPairs]] = []
        for path in files_in(self._folder):
            lock = _locked(path)
            if lock is None:
                continue
            pairs = read_open_pairs(path)
            lock.unlock()
            if pairs is None or not pairs.windows:
                _remove(path)
            else:
                (ended if pairs.has_quit else crashed).append((path, pairs))
        for path, _ in [*crashed[MAX_ENDED:], *ended[MAX_ENDED:]]:
            _remove(path)
        chosen = crashed[:MAX_ENDED] or ended[:1]
        windows = [window for _, pairs in chosen for window in pairs.windows]
        by_pair = {window.pair.key: window for window in reversed(windows)}
        return PairsLeftOpen(
            tuple(reversed(by_pair.values())),
            tuple(path for path, _ in chosen),
            has_crashed=bool(crashed),
            may_crash_again=any(pairs.has_reopened for _, pairs in crashed),
        )


def _locked(path: Path) -> QLockFile | None:
    """Lock the file of a program; None while that program runs."""
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(0) else None


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        logger.exception("%s could not be removed", path.name)
