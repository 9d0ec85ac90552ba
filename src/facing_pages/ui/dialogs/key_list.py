"""The list of all keys as they are now: those of commands, and those that move in the text."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from facing_pages.page.keys import KEY_HELP, POINTER_HELP
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.key_map import KeyMap, key_text
from facing_pages.ui.common.message_boxes import table_dialog
from facing_pages.viewmodel.wording.language import tr


def show_key_list(parent: QWidget, keys: KeyMap) -> QDialog:
    """List all keys."""
    dialog = table_dialog(
        parent,
        title=tr("Keys"),
        intro=tr(
            "On macOS, Ctrl is the Command key. Keys can be changed in the preferences, under Keys."
        ),
        headings=(tr("Key"), tr("What it does")),
        rows=key_rows(keys),
    )
    dialog.open()
    return dialog


def key_rows(keys: KeyMap) -> list[tuple[str, str]]:
    """Return keys and what they do, a row for each command that has keys."""
    rows = [(keys.all_text(command), command.description) for command in Command]
    rows = [row for row in rows if row[0]]
    rows += [(", ".join(map(key_text, held)), tr(words)) for held, words in KEY_HELP]
    return rows + [(tr(what), tr(words)) for what, words in POINTER_HELP]
