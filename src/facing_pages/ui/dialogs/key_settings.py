"""The list of all commands with their keys, to search and to change."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facing_pages.page.keys import moves_in_text
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.key_map import Keys, changed_keys, is_letter, key_map, key_text
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.tables import use_tall_lines
from facing_pages.viewmodel.wording.language import tr

_COMMAND: Final = Qt.ItemDataRole.UserRole


class KeySettings(QWidget):
    """Changes the keys of commands; a key that is in use is refused with what it is used for.

    A single key, alone or with Shift, becomes the letter of a command, any other its shortcut.
    """

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search for a command or a key"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.table = QTreeWidget()
        self.table.setAccessibleName(tr("Commands and their keys"))
        use_tall_lines(self.table)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setHeaderLabels([tr("Command"), tr("Shortcut"), tr("Letter")])
        self.table.header().setStretchLastSection(False)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.editor = QKeySequenceEdit()
        self.editor.setMaximumSequenceLength(1)
        self.editor.setAccessibleName(tr("New key"))
        self.set = QPushButton(tr("&Use this key"))
        self.clear_shortcuts = QPushButton(tr("No &shortcut"))
        self.clear_letters = QPushButton(tr("No l&etter"))
        self.usual = QPushButton(tr("&Default keys"))
        self.help = QLabel(
            tr(
                "A single key such as N or Shift+N is a letter: it works while the text has the "
                "focus. All other keys are shortcuts: they work in the whole window."
            )
        )
        self.problem = QLabel()
        for label in (self.help, self.problem):
            label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.editor, 1)
        for button in (self.set, self.clear_shortcuts, self.clear_letters, self.usual):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.help)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        self._fill()
        self._connect()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.table.currentItemChanged.connect(self._show_current)
        self.set.clicked.connect(self._use)
        self.clear_shortcuts.clicked.connect(self._clear_shortcuts)
        self.clear_letters.clicked.connect(self._clear_letters)
        self.usual.clicked.connect(self._use_usual)
        self._store.changed.connect(self._show_keys)

    def choose(self, command: Command) -> None:
        """Select a command."""
        for item in self._items():
            if item.data(0, _COMMAND) is command:
                self.table.setCurrentItem(item)

    def found(self) -> list[str]:
        """Return the words of the commands that the search leaves in the table."""
        return [item.text(0) for item in self._items() if not item.isHidden()]

    def keys_shown(self, command: Command) -> tuple[str, str]:
        """Return the shortcuts and letters of a command as the table shows them."""
        item = next(item for item in self._items() if item.data(0, _COMMAND) is command)
        return item.text(1), item.text(2)

    def _items(self) -> list[QTreeWidgetItem]:
        items = [self.table.topLevelItem(k) for k in range(self.table.topLevelItemCount())]
        return [item for item in items if item is not None]

    def _fill(self) -> None:
        for command in Command:
            item = QTreeWidgetItem([command.words, "", ""])
            item.setData(0, _COMMAND, command)
            self.table.addTopLevelItem(item)
        self._show_keys()
        self.choose(Command.OPEN)

    def _show_keys(self) -> None:
        keys = key_map(self._store.settings)
        for item in self._items():
            command: Command = item.data(0, _COMMAND)
            item.setText(1, ", ".join(map(key_text, keys.shortcuts(command))))
            item.setText(2, ", ".join(map(key_text, keys.letters(command))))

    def _narrow(self, words: str) -> None:
        wanted = words.casefold()
        for item in self._items():
            text = " ".join(item.text(column) for column in range(3)).casefold()
            item.setHidden(wanted not in text)

    def _show_current(self) -> None:
        self.problem.clear()
        self.editor.clear()

    def _current(self) -> Command:
        item = self.table.currentItem()
        assert item is not None  # one is selected from the start
        command: Command = item.data(0, _COMMAND)
        return command

    def _use(self) -> None:
        key = self.editor.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if not key:
            self.problem.setText(tr("Click in the field and press the new key first."))
        elif self._is_free((key,)) and is_letter(key):
            self._set_letters((key,))
        elif self._is_free((key,)):
            self._set_shortcuts((key,))

    def _use_usual(self) -> None:
        spec = self._current().spec
        if self._is_free((*spec.shortcuts, *spec.letters)):
            self._set_shortcuts(spec.shortcuts)
            self._set_letters(spec.letters)

    def _clear_shortcuts(self) -> None:
        self._set_shortcuts(())

    def _clear_letters(self) -> None:
        self._set_letters(())

    def _is_free(self, keys: Keys) -> bool:
        """Tell whether the current command can have these keys; say why if it cannot."""
        command, held = self._current(), key_map(self._store.settings)
        usual = command.spec.shortcuts + command.spec.letters
        for key in keys:
            owner = held.owner(key, command)
            if owner is not None:
                text = tr(
                    "{key} is already the key of “{command}”. Choose another key, "
                    "or remove it from that command first.",
                    key=key_text(key),
                    command=owner.words,
                )
            elif moves_in_text(key) and key not in usual:
                text = tr(
                    "{key} moves through the text and cannot be reassigned. Choose another key.",
                    key=key_text(key),
                )
            else:
                continue
            self.problem.setText(text)
            return False
        return True

    def _set_shortcuts(self, keys: Keys) -> None:
        self.problem.clear()
        command, chosen = self._current(), self._store.settings.keys
        self._store.change(keys=changed_keys(chosen, command, keys, command.spec.shortcuts))

    def _set_letters(self, keys: Keys) -> None:
        self.problem.clear()
        command, chosen = self._current(), self._store.settings.letters
        self._store.change(letters=changed_keys(chosen, command, keys, command.spec.letters))
