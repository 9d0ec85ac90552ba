"""Files on screen that change on disk, vanish and come back.

Contents are compared, not times: a file that was saved as it is, or deleted and restored, has not
changed. Looks at files are taken in the background, for a network share may not answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from facing_pages.core.model import Side
from facing_pages.core.reading.digest import file_digest
from facing_pages.session.pair import Request
from facing_pages.ui.common.background import Background

# Milliseconds between two looks for a file that vanished. Its folder may be gone too, so that there
# is nothing whose changes the system would report. By judgement.
VANISHED_POLL_MILLISECONDS: Final = 1000
# Milliseconds a change is waited out: editors write a file in several steps. By judgement.
CHANGE_DELAY_MILLISECONDS: Final = 200


class FileState(Enum):
    """How a file stands to the text on screen."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"


class PairWatch(QObject):
    """Says when the files of a pair on screen changed, vanished or came back as they were."""

    notice_raised = Signal(object)
    notice_outdated = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._request: Request | None = None
        self._files = FileWatch(self)
        self._files.state_changed.connect(self._raise_notice)

    def watch_pair(self, request: Request | None, digests: tuple[str, str]) -> None:
        """Watch the files of a pair from now on; `digests` say what they held when read."""
        self._request = request
        paths = [request.source(side).path for side in Side] if request is not None else []
        self._files.watch({path: held for path, held in zip(paths, digests, strict=False) if path})

    def look(self) -> None:
        """Look at the files now."""
        self._files.look()

    def _raise_notice(self, path: str, state: FileState) -> None:
        from facing_pages.viewmodel.wording.pair_notices import changed_notice, missing_notice

        if self._request is None:
            return
        for side in Side:
            source = self._request.source(side)
            if source.path != path:
                continue
            if state is FileState.MISSING:
                self.notice_raised.emit(missing_notice(side, source))
            elif state is FileState.CHANGED:
                self.notice_raised.emit(changed_notice(side, source))
            else:
                self.notice_outdated.emit(f"changed-{side.value}")


class FileWatch(QObject):
    """Watches some files; `digests` say what each one held when it was read."""

    state_changed = Signal(str, FileState)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._digests: dict[str, str] = {}
        self._states: dict[str, FileState] = {}
        self._background = Background(self)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._note)
        self._changed: set[str] = set()
        self._settle = _timer(self, CHANGE_DELAY_MILLISECONDS, self._look_at_changed)
        self._search = _timer(self, VANISHED_POLL_MILLISECONDS, self._look_for_missing)

    def watch(self, digests: Mapping[str, str]) -> None:
        """Watch these files from now on, and no others."""
        if watched := self._watcher.files():
            self._watcher.removePaths(watched)
        self._settle.stop()
        self._search.stop()
        self._changed.clear()
        self._digests = dict(digests)
        self._states = dict.fromkeys(digests, FileState.SAME)
        if digests:
            self._watcher.addPaths(list(digests))

    def look(self) -> None:
        """Look at all files now: those that changed before they were watched are reported too."""
        for path in self._digests:
            self._look_at(path)

    def _note(self, path: str) -> None:
        self._changed.add(path)
        self._settle.start()

    def _look_at_changed(self) -> None:
        changed, self._changed = self._changed, set()
        for path in changed:
            self._look_at(path)

    def _look_for_missing(self) -> None:
        for path, state in self._states.items():
            if state is FileState.MISSING:
                self._look_at(path)

    def _look_at(self, path: str) -> None:
        if path in self._digests:
            expected = self._digests[path]
            self._background.run(partial(_look, path), partial(self._take, path, expected))

    def _take(self, path: str, expected: str, found: object) -> None:
        """Report a file whose state is another than before; answers of earlier pairs are late."""
        if self._digests.get(path) != expected:
            return
        is_there, digest = found if isinstance(found, tuple) else (False, "")
        state = FileState.MISSING
        if is_there:
            state = FileState.SAME if digest == expected else FileState.CHANGED
            # Editors replace files, and a replaced file is no longer watched.
            self._watcher.addPath(path)
        if state is not self._states[path]:
            self._states[path] = state
            self.state_changed.emit(path, state)
        if FileState.MISSING in self._states.values():
            self._search.start()


def _look(path: str) -> tuple[bool, str]:
    """Return whether a file is there, and what it holds."""
    try:
        is_there = Path(path).exists()
    except OSError:
        is_there = False
    return is_there, file_digest(path)


def _timer(parent: QObject, interval: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(slot)
    return timer
