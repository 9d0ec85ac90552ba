"""The preferences: one window, everything applied at once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from facing_pages.page.layout.page_style import SANS_SERIF, bundled_family
from facing_pages.session import page_settings as reading
from facing_pages.session.page_settings import PageSettings, Preset, preset_of
from facing_pages.session.settings import Settings
from facing_pages.ui.common.menus import PRESET_NAMES, THEME_NAMES
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.theme import ThemeChoice
from facing_pages.ui.dialogs.key_settings import KeySettings
from facing_pages.viewmodel.wording.language import CATALOG_LANGUAGES, tr

# Pixels: width and height at first. By judgement.
PREFERENCES_SIZE: Final = (620, 520)


def show_preferences(parent: QWidget, store: SettingsStore) -> QDialog:
    """Open the preferences, or bring them to the front if they are open."""
    for dialog in parent.findChildren(Preferences):
        dialog.raise_()
        dialog.activateWindow()
        return dialog
    dialog = Preferences(store, parent)
    dialog.show()
    return dialog


class Preferences(QDialog):
    """All choices, in three groups."""

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Preferences"))
        self.resize(*PREFERENCES_SIZE)
        self.tabs = QTabWidget()
        self.page = PageSettingsForm(store)
        self.general = GeneralSettings(store)
        self.keys = KeySettings(store)
        self.tabs.addTab(self.page, tr("Page"))
        self.tabs.addTab(self.general, tr("General"))
        self.tabs.addTab(self.keys, tr("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)


class PageSettingsForm(QWidget):
    """Face, size, spacing and width of the text."""

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.preset = QComboBox()
        for name in PRESET_NAMES.values():
            self.preset.addItem(tr(name).replace("&", ""))
        self.family = QComboBox()
        self.family.addItem(tr("{name} (built in)", name=bundled_family()), "")
        self.family.addItem(tr("System sans serif"), SANS_SERIF)
        for family in QFontDatabase.families():
            self.family.addItem(family, family)
        self.points = _decimal(reading.POINTS_RANGE, 0.5, tr(" pt"))
        self.line_spacing = _decimal(reading.LINE_SPACING_RANGE, 0.05, "")
        self.paragraph_spacing = _decimal(reading.PARAGRAPH_SPACING_RANGE, 0.05, tr(" lines"))
        self.characters = QSpinBox()
        self.characters.setRange(*reading.CHARACTERS_RANGE)
        self.characters.setSingleStep(2)
        self.letter_spacing = _decimal(reading.LETTER_SPACING_RANGE, 0.01, " em")
        self.word_spacing = _decimal(reading.WORD_SPACING_RANGE, 0.05, " em")
        form = QFormLayout(self)
        form.addRow(tr("&Layout"), self.preset)
        form.addRow(tr("&Font"), self.family)
        form.addRow(tr("&Size"), self.points)
        form.addRow(tr("L&ine spacing"), self.line_spacing)
        form.addRow(tr("Space between &paragraphs"), self.paragraph_spacing)
        form.addRow(tr("&Characters in a line"), self.characters)
        form.addRow(tr("Space between l&etters"), self.letter_spacing)
        form.addRow(tr("Space between &words"), self.word_spacing)
        self._show(store.settings)
        self._connect()

    def _connect(self) -> None:
        self.preset.activated.connect(self._use_preset)
        self.family.activated.connect(self._take)
        for spin in (
            self.points,
            self.line_spacing,
            self.paragraph_spacing,
            self.letter_spacing,
            self.word_spacing,
        ):
            spin.valueChanged.connect(self._take)
        self.characters.valueChanged.connect(self._take)
        self._store.changed.connect(self._show)

    def _use_preset(self, index: int) -> None:
        self._store.use_preset(list(Preset)[index])

    def _take(self) -> None:
        self._store.set_reading(
            PageSettings(
                family=self.family.currentData(),
                points=self.points.value(),
                line_spacing=self.line_spacing.value(),
                paragraph_spacing=self.paragraph_spacing.value(),
                characters=self.characters.value(),
                letter_spacing=self.letter_spacing.value(),
                word_spacing=self.word_spacing.value(),
            )
        )

    def _show(self, settings: Settings) -> None:
        """Show the values without taking them as new ones."""
        values = settings.reading
        parts = (
            (self.points, values.points),
            (self.line_spacing, values.line_spacing),
            (self.paragraph_spacing, values.paragraph_spacing),
            (self.letter_spacing, values.letter_spacing),
            (self.word_spacing, values.word_spacing),
        )
        for spin, value in parts:
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)
        self.characters.blockSignals(True)
        self.characters.setValue(values.characters)
        self.characters.blockSignals(False)
        self.family.setCurrentIndex(max(0, self.family.findData(values.family)))
        preset = preset_of(values)
        self.preset.setCurrentIndex(list(Preset).index(preset) if preset else -1)


class GeneralSettings(QWidget):
    """Colours and habits."""

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.theme = QComboBox()
        for name in THEME_NAMES.values():
            self.theme.addItem(tr(name).replace("&", ""))
        self.letter_keys = QCheckBox(tr("&Letters are commands while the text has the focus"))
        self.less_motion = QCheckBox(tr("Less &motion: jump instead of scrolling smoothly"))
        self.reopen = QCheckBox(tr("At startup, &open what was open last time"))
        form = QFormLayout(self)
        self.language = QComboBox()
        self.language.addItem(tr("Same as system"), "")
        for code, name in CATALOG_LANGUAGES.items():
            self.language.addItem(name, code)
        form.addRow(tr("&Theme"), self.theme)
        form.addRow(tr("Lan&guage"), self.language)
        form.addRow(self.letter_keys)
        form.addRow(self.less_motion)
        form.addRow(self.reopen)
        self._show(store.settings)
        self.theme.activated.connect(self._use_theme)
        self.language.activated.connect(self._take_language)
        self.letter_keys.clicked.connect(self._take)
        self.less_motion.clicked.connect(self._take)
        self.reopen.clicked.connect(self._take)
        store.changed.connect(self._show)

    def _use_theme(self, index: int) -> None:
        self._store.set_theme(list(ThemeChoice)[index])

    def _take_language(self) -> None:
        self._store.change(language=self.language.currentData())

    def _take(self) -> None:
        self._store.change(
            letter_keys=self.letter_keys.isChecked(),
            less_motion=self.less_motion.isChecked(),
            reopen=self.reopen.isChecked(),
        )

    def _show(self, settings: Settings) -> None:
        self.theme.setCurrentIndex(list(ThemeChoice).index(self._store.theme))
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        self.letter_keys.setChecked(settings.letter_keys)
        self.less_motion.setChecked(settings.less_motion)
        self.reopen.setChecked(settings.reopen)


def _decimal(bounds: tuple[float, float], step: float, unit: str) -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setRange(*bounds)
    spin.setSingleStep(step)
    spin.setDecimals(2)
    spin.setSuffix(unit)
    return spin
