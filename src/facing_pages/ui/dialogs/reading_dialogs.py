"""How a file is read: its encoding, with a view of the text in it, and which repairs are done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facing_pages.core.errors import ReadingError
from facing_pages.core.model import RepairKind
from facing_pages.core.reading.choices import ENCODINGS, ReadingChoices
from facing_pages.core.reading.files import read_bytes
from facing_pages.core.reading.formats.detecting import format_of
from facing_pages.core.reading.formats.readers import READERS
from facing_pages.session.pair import Source
from facing_pages.ui.common.tables import use_tall_lines
from facing_pages.viewmodel.wording.language import N_, number, tr

# Bytes of a file that are shown. By judgement.
PREVIEW_BYTES: Final = 6000
# Repairs that can be left undone. Subtitles whose times are kept are read as plain text.
SWITCHABLE: Final = (
    RepairKind.MOJIBAKE,
    RepairKind.LOST_DASH,
    RepairKind.LOST_QUOTE,
    RepairKind.ENTITY,
    RepairKind.BROKEN_LINE,
    RepairKind.HARD_WRAP,
    RepairKind.CUE_TIME,
)
_REGIONS: Final = {
    "utf-8": N_("Unicode"),
    "utf-16": N_("Unicode"),
    "windows-1252": N_("Western Europe"),
    "iso-8859-15": N_("Western Europe"),
    "mac_roman": N_("Western Europe, old Macs"),
    "cp850": N_("Western Europe, DOS"),
    "windows-1250": N_("Central Europe"),
    "iso-8859-2": N_("Central Europe"),
    "windows-1257": N_("Baltic"),
    "windows-1251": N_("Cyrillic"),
    "koi8-r": N_("Cyrillic"),
    "cp866": N_("Cyrillic, DOS"),
    "windows-1253": N_("Greek"),
    "windows-1254": N_("Turkish"),
    "windows-1255": N_("Hebrew"),
    "windows-1256": N_("Arabic"),
    "windows-1258": N_("Vietnamese"),
    "tis-620": N_("Thai"),
    "shift_jis": N_("Japanese"),
    "euc-jp": N_("Japanese"),
    "gb18030": N_("Chinese, simplified"),
    "big5": N_("Chinese, traditional"),
    "euc-kr": N_("Korean"),
}


def encoded_text(source: Source) -> bytes:
    """Return the bytes of a file whose encoding can be chosen.

    Empty for a format that states its encoding, for a pasted text, and for a file that cannot be
    read now.
    """
    try:
        data = read_bytes(source.path)[0] if source.path else b""
    except ReadingError:
        return b""
    return b"" if format_of(data, source.shown_name) in READERS else data


class EncodingDialog(QDialog):
    """Shows the beginning of a file in the encoding that is chosen."""

    chosen = Signal(object)

    def __init__(
        self, name: str, data: bytes, choices: ReadingChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Encoding of {name}", name=name))
        self.resize(640, 520)
        self._data = data[:PREVIEW_BYTES]
        self._choices = choices
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Encoding"))
        self.list.addItem(QListWidgetItem(tr("Detect automatically")))
        for encoding in ENCODINGS:
            item = QListWidgetItem(f"{tr(_REGIONS[encoding])} ({encoding.upper()})")
            item.setData(Qt.ItemDataRole.UserRole, encoding)
            self.list.addItem(item)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(tr("What the text looks like"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(tr("Use this encoding"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.list, QLabel(tr("What the text looks like")), self.preview, buttons):
            layout.addWidget(widget)
        self.list.currentRowChanged.connect(self._show)
        known = ["", *ENCODINGS]
        self.list.setCurrentRow(known.index(choices.encoding) if choices.encoding in known else 0)

    @property
    def encoding(self) -> str:
        """Return the encoding chosen, "" to find it out."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole) or "") if item is not None else ""

    def _show(self) -> None:
        from facing_pages.core.reading.decoding import decode, decode_as

        found = decode_as(self._data, self.encoding) if self.encoding else decode(self._data)
        self.preview.setPlainText(found.text if found is not None else "")

    def _accept(self) -> None:
        self.chosen.emit(replace(self._choices, encoding=self.encoding))
        self.accept()


class RepairsDialog(QDialog):
    """Lists what was repaired in a text, with a switch for each kind."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        repairs: Sequence[tuple[RepairKind, str, str]],
        choices: ReadingChoices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Repairs in {name}", name=name))
        self.resize(760, 520)
        self._choices = choices
        intro = QLabel(
            tr(
                "These places were repaired for reading; the file itself is unchanged. "
                "Untick what should stay as it is in the file, then choose Apply."
            )
        )
        intro.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(intro)
        counts = Counter(kind for kind, *_ in repairs)
        self.boxes: dict[RepairKind, QCheckBox] = {}
        for kind in SWITCHABLE:
            if counts[kind] or kind in choices.kept:
                box = QCheckBox(f"{tr(kind.value)} ({number(counts[kind])})")
                box.setChecked(kind not in choices.kept)
                self.boxes[kind] = box
                layout.addWidget(box)
        table = QTreeWidget()
        table.setAccessibleName(tr("Repairs"))
        use_tall_lines(table)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setHeaderLabels([tr("Repair"), tr("Where")])
        table.addTopLevelItems([QTreeWidgetItem([what, where]) for _, what, where in repairs])
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        layout.addWidget(table, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.apply = buttons.addButton(tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setEnabled(bool(self.boxes))
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _accept(self) -> None:
        kept = frozenset(kind for kind, box in self.boxes.items() if not box.isChecked())
        if kept != self._choices.kept:
            self.chosen.emit(replace(self._choices, kept=kept))
        self.accept()
