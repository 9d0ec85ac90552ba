"""The actions of a window, made from the table of commands, and their shortcuts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from facing_pages.ui.common.commands import SPECS, Command
from facing_pages.viewmodel.wording.language import tr


def make_actions(
    parent: QWidget, keys: Mapping[str, Sequence[str]] | None = None
) -> dict[Command, QAction]:
    """Return an action for each command; `keys` are shortcuts other than the usual ones."""
    actions: dict[Command, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for spec in SPECS:
        action = QAction(tr(spec.text), parent)
        action.setCheckable(spec.checkable or bool(spec.group))
        action.setObjectName(spec.command.value)
        if spec.group:
            groups.setdefault(spec.group, QActionGroup(parent)).addAction(action)
        actions[spec.command] = action
    use_keys(actions, keys or {})
    return actions


def use_keys(actions: Mapping[Command, QAction], keys: Mapping[str, Sequence[str]]) -> None:
    """Give all commands their shortcuts: those in `keys`, or else the usual ones.

    What is no key is left out; a command of which nothing else is in `keys` has the usual ones.
    """
    for spec in SPECS:
        wanted = keys.get(spec.command.value, spec.keys)
        shortcuts = _shortcuts(wanted)
        if wanted and not shortcuts:
            shortcuts = _shortcuts(spec.keys)
        actions[spec.command].setShortcuts(shortcuts)


def _shortcuts(keys: Sequence[str]) -> list[QKeySequence]:
    """Return keys as the toolkit has them; it names those that it does not know by nothing."""
    sequences = [QKeySequence(key) for key in keys]
    return [sequence for sequence in sequences if sequence.toString()]
