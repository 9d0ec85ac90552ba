"""The recent pairs of a window: in its menu, on its empty page and in a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from facing_pages.session.pasted_texts import PastedTexts, is_pasted_key
from facing_pages.session.settings import RecentKey, RecentPair
from facing_pages.ui.common.background import Background
from facing_pages.ui.common.message_bar import MessageArea
from facing_pages.ui.common.recent_pairs import RecentPairStore, RemovedPairs
from facing_pages.ui.start.empty_state import EmptyState
from facing_pages.ui.start.recent_labels import RecentEntry, recent_entries
from facing_pages.viewmodel.wording.language import plural, tr
from facing_pages.viewmodel.wording.notice import Action, Notice

if TYPE_CHECKING:
    from facing_pages.ui.start.recent_dialog import RecentDialog

# Entries of the menu. By judgement.
MAX_IN_MENU: Final = 10
# What the bar is about that says what was removed.
REMOVED: Final = "recent"


class RecentList(QObject):
    """Offers the recent pairs; files are looked for in the background."""

    chosen = Signal(object)

    def __init__(
        self,
        window: QWidget,
        recents: RecentPairStore,
        menu: QMenu,
        empty: EmptyState,
        bars: MessageArea,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._recents = recents
        self.menu = menu
        self._empty = empty
        self._bars = bars
        self._background = Background(self)
        self._missing: set[RecentKey] = set()
        self._removed: RemovedPairs | None = None
        self._actions: list[tuple[RecentKey, QAction]] = []
        self._shown: tuple[RecentPair, ...] | None = None
        menu.setToolTipsVisible(True)
        self._first = menu.actions()[0] if menu.actions() else menu.addSeparator()
        menu.addSeparator()
        self.all_recent = menu.addAction(tr("&All recent pairs…"), self.show_all)
        self.remove_missing = menu.addAction(tr("Remove pairs &not found"), self._remove_missing)
        self.clear_all = menu.addAction(tr("Clea&r this list"), self._clear)
        menu.aboutToShow.connect(self.look_for_files)
        empty.recent_chosen.connect(self.chosen)
        empty.remove_requested.connect(self._remove_one)
        bars.action_chosen.connect(self._put_back)

    def entries(self) -> list[RecentEntry]:
        """Return the whole list, as it is shown."""
        return recent_entries(self._recents.entries, date.today(), self._missing)

    def show(self) -> None:
        """Show the list as it is now."""
        entries = self.entries()
        self._shown = self._recents.entries
        self._empty.set_recent(entries)
        self._fill_menu(entries[:MAX_IN_MENU])
        self.all_recent.setEnabled(bool(entries))
        self.clear_all.setEnabled(bool(entries))
        self.remove_missing.setEnabled(any(entry.is_missing for entry in entries))
        for dialog in self._dialogs():
            dialog.set_entries(entries)

    def follow(self) -> None:
        """Show the list if it changed, in this window or another."""
        if self._recents.entries != self._shown:
            self.show()

    def look_for_files(self) -> None:
        """Find out which files are missing. A folder that does not answer holds nothing up."""
        self.follow()
        for pair in self._recents.entries:
            self._background.run(
                partial(_is_missing, pair, self._recents.texts),
                partial(self._note, pair.key),
            )

    def show_all(self) -> None:
        """Show all recent pairs in a dialog."""
        from facing_pages.ui.start.recent_dialog import RecentDialog

        dialog = RecentDialog(self._window)
        dialog.chosen.connect(self.chosen)
        dialog.remove_requested.connect(self.remove)
        dialog.set_entries(self.entries())
        dialog.open()
        self.look_for_files()

    def remove(self, pairs: Sequence[RecentPair]) -> None:
        """Take pairs off the list, and say so in a bar that puts them back."""
        if not pairs:
            return
        names = {entry.pair.key: entry.name for entry in self.entries()}
        self._removed = self._recents.remove(pairs)
        if len(pairs) == 1:
            text = tr("{name} was removed from the list.", name=names.get(pairs[0].key, ""))
        else:
            text = plural(
                "{count} pair was removed from the list.",
                "{count} pairs were removed from the list.",
                len(pairs),
            )
        if self._removed.texts:
            text += " " + plural(
                "Its pasted text is deleted.", "Their pasted texts are deleted.", len(pairs)
            )
        self._bars.show_notice(Notice(REMOVED, text, (Action.PUT_BACK,)))
        self.follow()

    def _remove_one(self, pair: RecentPair) -> None:
        self.remove([pair])

    def _remove_missing(self) -> None:
        self.remove([entry.pair for entry in self.entries() if entry.is_missing])

    def _clear(self) -> None:
        self.remove(self._recents.entries)

    def _put_back(self, notice: Notice, action: Action) -> None:
        if action is Action.PUT_BACK and self._removed is not None:
            self._bars.remove(notice.topic)
            self._recents.put_back(self._removed)
            self._removed = None
            self.follow()

    def _fill_menu(self, entries: Sequence[RecentEntry]) -> None:
        """Put entries into the menu; one that is open keeps its lines where they are the same."""
        if [entry.pair.key for entry in entries] != [key for key, _ in self._actions]:
            for _, action in self._actions:
                self.menu.removeAction(action)
                action.deleteLater()
            self._actions = []
            for entry in entries:
                action = QAction(self.menu)
                action.triggered.connect(partial(self._choose, entry.pair))
                self.menu.insertAction(self._first, action)
                self._actions.append((entry.pair.key, action))
        for number, (entry, (_, action)) in enumerate(zip(entries, self._actions, strict=True), 1):
            name = entry.name.replace("&", "&&")
            action.setText(f"&{number % MAX_IN_MENU} {name}")
            action.setToolTip(entry.details)
            action.setEnabled(not entry.is_missing)

    def _choose(self, pair: RecentPair, _checked: bool = False) -> None:
        self.chosen.emit(pair)

    def _note(self, key: RecentKey, is_missing: object) -> None:
        if is_missing is not (key in self._missing):
            self._missing ^= {key}
            self.show()

    def _dialogs(self) -> list[RecentDialog]:
        from facing_pages.ui.start.recent_dialog import RecentDialog

        return self._window.findChildren(RecentDialog)


def _is_missing(pair: RecentPair, texts: PastedTexts) -> bool:
    """Tell whether a text of a pair is not there any more."""
    if pair.session:
        return not Path(pair.session).exists()
    keys = filter(None, (pair.original, pair.rewrite))
    return not all(texts.has(key) if is_pasted_key(key) else Path(key).exists() for key in keys)
