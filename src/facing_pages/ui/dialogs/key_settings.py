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

from facing_pages.ui.common.commands import SPECS, Spec, plain_text
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.tables import use_tall_lines
from facing_pages.viewmodel.wording.language import tr

_SPEC: Final = Qt.ItemDataRole.UserRole


class KeySettings(QWidget):
    """Changes the keys of commands; a key that another command has is refused with its name."""

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
        self.table.setHeaderLabels([tr("Command"), tr("Keys")])
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.editor = QKeySequenceEdit()
        self.editor.setMaximumSequenceLength(1)
        self.editor.setAccessibleName(tr("New key"))
        self.set = QPushButton(tr("&Use this key"))
        self.clear = QPushButton(tr("&No key"))
        self.usual = QPushButton(tr("Us&ual key"))
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.editor, 1)
        for button in (self.set, self.clear, self.usual):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        self._fill()
        self._connect()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.table.currentItemChanged.connect(self._show_current)
        self.set.clicked.connect(self._use)
        self.clear.clicked.connect(self._use_none)
        self.usual.clicked.connect(self._use_usual)
        self._store.changed.connect(self._show_keys)

    def choose(self, spec: Spec) -> None:
        """Select a command."""
        for item in self._items():
            if item.data(0, _SPEC) is spec:
                self.table.setCurrentItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        items = [self.table.topLevelItem(k) for k in range(self.table.topLevelItemCount())]
        return [item for item in items if item is not None]

    def _fill(self) -> None:
        for spec in SPECS:
            item = QTreeWidgetItem([plain_text(spec), ""])
            item.setData(0, _SPEC, spec)
            self.table.addTopLevelItem(item)
        self._show_keys()
        self.choose(SPECS[0])

    def _show_keys(self) -> None:
        for item in self._items():
            keys = self._keys(item.data(0, _SPEC))
            item.setText(1, ", ".join(_native(key) for key in keys))

    def _keys(self, spec: Spec) -> tuple[str, ...]:
        return self._store.settings.keys.get(spec.command.value, spec.keys)

    def _narrow(self, words: str) -> None:
        wanted = words.casefold()
        for item in self._items():
            text = f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(wanted not in text)

    def _show_current(self) -> None:
        self.problem.clear()
        self.editor.clear()

    def _current(self) -> Spec | None:
        item = self.table.currentItem()
        return item.data(0, _SPEC) if item is not None else None

    def _use(self) -> None:
        key = self.editor.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        spec = self._current()
        if not key or spec is None:
            self.problem.setText(tr("Click into the field and press the new key first."))
            return
        for other in SPECS:
            if other is not spec and key in self._keys(other):
                self.problem.setText(
                    tr(
                        "{key} is the key of “{command}”. Choose another key, "
                        "or take it from that command first.",
                        key=_native(key),
                        command=plain_text(other),
                    )
                )
                return
        self._take(spec, (key,))

    def _use_none(self) -> None:
        spec = self._current()
        if spec is not None:
            self._take(spec, ())

    def _use_usual(self) -> None:
        spec = self._current()
        if spec is None:
            return
        for other in SPECS:
            taken = set(spec.keys) & set(self._keys(other))
            if other is not spec and taken:
                self.problem.setText(
                    tr(
                        "{key} is the key of “{command}”. Choose another key, "
                        "or take it from that command first.",
                        key=_native(taken.pop()),
                        command=plain_text(other),
                    )
                )
                return
        self._take(spec, spec.keys)

    def _take(self, spec: Spec, keys: tuple[str, ...]) -> None:
        self.problem.clear()
        changed = {k: v for k, v in self._store.settings.keys.items() if k != spec.command.value}
        if keys != spec.keys:
            changed[spec.command.value] = keys
        self._store.change(keys=changed)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
