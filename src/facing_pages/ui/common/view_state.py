"""What one window shows of a pair, and how: the one place for mode, filter, theme and panels.

Menus, toolbar, page and start page follow the signals. Each choice but those that are about one
pair is remembered in the settings, for the next window and the next start.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from facing_pages.marks.kinds import ViewKind, Weight
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.theme import Theme, apply_to_application, current_theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.findings.finding_filter import FindingFilter
from facing_pages.viewmodel.modes import MarkLevel, Mode


class ViewState(QObject):
    """The choices of one window.

    `mode` is what the user chose, `shown_mode` what is on the page: a narrow window has one column
    where two were chosen. Columns scroll separately only in the flowing mode.
    """

    theme_changed = Signal(object)
    mode_changed = Signal(object)
    shown_mode_changed = Signal(object)
    filter_changed = Signal(object)
    finding_filter_changed = Signal(object)
    hides_unchanged_changed = Signal(bool)
    levels_sentences_changed = Signal(bool)
    has_list_changed = Signal(bool)
    has_inspector_changed = Signal(bool)
    scrolls_separately_changed = Signal(bool)

    def __init__(self, store: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.theme: Theme = current_theme(store.theme)
        self.mode: Mode = store.mode
        self.shown_mode: Mode = store.mode
        self.filter: Filter = store.filter
        self.finding_filter = FindingFilter.of(
            store.settings.finding_severity, store.settings.hidden_findings
        )
        self.hides_unchanged = False
        self.levels_sentences: bool = store.settings.level_by_sentence
        self.has_list: bool = store.settings.show_list
        self.has_inspector: bool = store.settings.show_inspector
        self.scrolls_separately = False
        apply_to_application(self.theme)
        store.changed.connect(self._follow_theme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_theme)

    def set_mode(self, mode: Mode) -> None:
        """Lay the pair out in another mode."""
        self.mode = self.shown_mode = mode
        if mode is not Mode.FLOWING:
            self.set_scrolls_separately(False)
        self._store.set_mode(mode)
        self.mode_changed.emit(mode)
        self.shown_mode_changed.emit(self.shown_mode)

    def set_shown_mode(self, mode: Mode) -> None:
        """Note which mode the page has room for."""
        self.shown_mode = mode
        self.shown_mode_changed.emit(mode)

    def set_scrolls_separately(self, separately: bool) -> None:
        """Let each text scroll by itself, in the flowing mode, or both together."""
        if separately and self.mode is not Mode.FLOWING:
            self.set_mode(Mode.FLOWING)
        if separately is not self.scrolls_separately:
            self.scrolls_separately = separately
            self.scrolls_separately_changed.emit(separately)

    def set_level(self, level: MarkLevel) -> None:
        """Mark down to another unit."""
        self._set_filter(self.filter.at_level(level))

    def toggle_kind(self, kind: ViewKind) -> None:
        """Show or hide one kind of change."""
        self._set_filter(self.filter.toggled(kind))

    def set_weight(self, weight: Weight) -> None:
        """Show changes from another weight on."""
        self._set_filter(self.filter.from_weight(weight))

    def set_finding_filter(self, chosen: FindingFilter) -> None:
        """Show findings from another severity on, or of other kinds."""
        self.finding_filter = chosen
        self._store.change(finding_severity=chosen.severity, hidden_findings=chosen.hidden_names)
        self.finding_filter_changed.emit(chosen)

    def set_hides_unchanged(self, hides: bool) -> None:
        """Fold paragraphs of this pair that did not change, or show them."""
        if hides is not self.hides_unchanged:
            self.hides_unchanged = hides
            self.hides_unchanged_changed.emit(hides)

    def set_levels_sentences(self, levels: bool) -> None:
        """Let linked sentences start level, or only paragraphs."""
        self.levels_sentences = levels
        self._store.change(level_by_sentence=levels)
        self.levels_sentences_changed.emit(levels)

    def set_has_list(self, has: bool) -> None:
        """Show or hide the list of changes."""
        self.has_list = has
        self._store.change(show_list=has)
        self.has_list_changed.emit(has)

    def set_has_inspector(self, has: bool) -> None:
        """Show or hide the inspector."""
        self.has_inspector = has
        self._store.change(show_inspector=has)
        self.has_inspector_changed.emit(has)

    def _set_filter(self, chosen: Filter) -> None:
        self.filter = chosen
        self._store.set_filter(chosen)
        self.filter_changed.emit(chosen)

    def _follow_theme(self) -> None:
        """Use the theme that the user chose, or that of the system."""
        theme = current_theme(self._store.theme)
        if theme is not self.theme:
            self.theme = theme
            apply_to_application(theme)
            self.theme_changed.emit(theme)
