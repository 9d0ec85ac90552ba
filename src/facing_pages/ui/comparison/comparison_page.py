"""The page of a window with a pair: all of its panels show the same changes at the same place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facing_pages.core.model import Finding, Role, Side
from facing_pages.core.reading.choices import Part
from facing_pages.core.reading.parts import chapter_at, part_of
from facing_pages.page.letters import LetterKeys
from facing_pages.session.set_aside import SetAside
from facing_pages.session.settings import Settings
from facing_pages.ui.common.command_actions import CommandActions, Handlers
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.view_state import ViewState
from facing_pages.ui.comparison.change_navigator import ChangeNavigator
from facing_pages.ui.comparison.findings.finding_navigator import FindingNavigator
from facing_pages.ui.comparison.page_panels import PagePanels
from facing_pages.viewmodel.by_sentence import by_sentence
from facing_pages.viewmodel.contents import contents
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView


class ComparisonPage(QWidget):
    """Shows a pair as the state of the window asks for, and answers the commands of the page."""

    row_changed = Signal(int)

    def __init__(
        self, state: ViewState, commands: CommandActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.panels = panels = PagePanels(state.theme, commands)
        self.navigator = ChangeNavigator(panels)
        self.findings = FindingNavigator(panels)
        self.reader, self.headers, self.strip = panels.reader, panels.headers, panels.strip
        self.list, self.contents = panels.list, panels.contents
        self.inspector, self.find_controller = panels.inspector, panels.find_controller
        self.pages: PairView | None = None
        self._by_paragraph: PairView | None = None
        self._state = state
        self._commands = commands
        self._is_by_sentence = False
        self._known: tuple[SetAside, ...] = ()
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panels)
        self._connect_panels()
        self._connect_state()
        commands.handle(self._handlers())
        self._use_keys()
        self._show_state()

    def _connect_panels(self) -> None:
        reader, navigator = self.reader, self.navigator
        self.panels.inspector_shown.connect(navigator.inspect_current)
        self.list.change_activated.connect(navigator.leap_to_change)
        self.list.weight_chosen.connect(self._state.set_weight)
        self.list.left.connect(reader.setFocus)
        self.list.filtered.connect(navigator.announced)
        self.contents.left.connect(reader.setFocus)
        self.contents.chapter_chosen.connect(navigator.leap_to)
        self.panels.findings.filter_chosen.connect(self._state.set_finding_filter)
        self.findings.about_to_leap.connect(navigator.remember_place)
        self.find_controller.announced.connect(navigator.announced)
        self.find_controller.about_to_leap.connect(navigator.remember_place)
        self.find_controller.found_changed.connect(self.strip.set_found)
        self.strip.share_chosen.connect(reader.scrolling.scroll_to_share)
        reader.requests.change_activated.connect(navigator.go_to_change)
        reader.place.row_activated.connect(self._row_activated)
        reader.requests.command_requested.connect(self._commands.trigger)
        reader.scrolling.scrolled.connect(self._follow.start)
        reader.model.style_changed.connect(self._style_changed)
        reader.model.folds_changed.connect(self._style_changed)
        self._follow.timeout.connect(self._follow_reader)

    def _connect_state(self) -> None:
        state = self._state
        state.theme_changed.connect(self.panels.set_theme)
        state.mode_changed.connect(self._set_mode)
        state.filter_changed.connect(self._set_filter)
        state.finding_filter_changed.connect(self._show_findings)
        state.hides_unchanged_changed.connect(self.reader.model.set_hides_unchanged)
        state.levels_sentences_changed.connect(self.reader.model.set_levels_sentences)
        state.has_list_changed.connect(self.panels.show_list)
        state.has_inspector_changed.connect(self.panels.show_inspector)
        state.scrolls_separately_changed.connect(self.reader.scrolling.set_independent)
        self._commands.keys_changed.connect(self._use_keys)

    def _show_state(self) -> None:
        """Show the choices that were made before there was a page."""
        state = self._state
        self._set_filter(state.filter)
        self._set_mode(state.mode)
        self.reader.model.set_hides_unchanged(state.hides_unchanged)
        self.reader.model.set_levels_sentences(state.levels_sentences)
        self.reader.scrolling.set_independent(state.scrolls_separately)
        self.panels.show_list(state.has_list)
        self.panels.show_inspector(state.has_inspector)

    def _handlers(self) -> Handlers:
        reader, navigator, find = self.reader, self.navigator, self.find_controller
        return {
            Command.COPY: reader.copying.copy_selection,
            Command.COPY_BOTH: reader.copying.copy_both,
            Command.COPY_WITH_MARKS: reader.copying.copy_with_marks,
            Command.SELECT_ALL: reader.caret.select_all,
            Command.FIND: find.ask_words,
            Command.FIND_NEXT: partial(find.step, 1),
            Command.FIND_PREVIOUS: partial(find.step, -1),
            Command.GO_TO_PARAGRAPH: find.ask_paragraph,
            Command.UNFOLD_ALL: reader.folding.unfold_all,
            Command.FOLD_AGAIN: reader.folding.fold_again,
            Command.GO_TO_LIST: partial(self._go_to_list, of_findings=False),
            Command.GO_TO_FINDINGS: partial(self._go_to_list, of_findings=True),
            Command.NEXT_FINDING: partial(self.findings.step, 1),
            Command.PREVIOUS_FINDING: partial(self.findings.step, -1),
            Command.SHOW_CONTENTS: self.panels.go_to_contents,
            Command.NEXT_PANE: partial(self.panels.focus_pane, 1),
            Command.PREVIOUS_PANE: partial(self.panels.focus_pane, -1),
            Command.NEXT_CHANGE: partial(navigator.step, 1),
            Command.PREVIOUS_CHANGE: partial(navigator.step, -1),
            Command.NEXT_OF_KIND: partial(navigator.step_of_kind, 1),
            Command.PREVIOUS_OF_KIND: partial(navigator.step_of_kind, -1),
            Command.FIRST_CHANGE: partial(navigator.go_to_end, last=False),
            Command.LAST_CHANGE: partial(navigator.go_to_end, last=True),
            Command.OTHER_END: navigator.go_to_other_end,
            Command.BACK: navigator.go_back,
            Command.READ_OUT: navigator.read_out,
            Command.COUNTERPART: self.panels.watch.toggle_counterpart,
            Command.SCROLL_DOWN: partial(self._scroll_by_lines, 1),
            Command.SCROLL_UP: partial(self._scroll_by_lines, -1),
        }

    def use_settings(self, settings: Settings) -> None:
        """Lay the text out, size it and scroll it as the settings say."""
        self.reader.model.set_reading(settings.reading, settings.zoom)
        self.reader.scrolling.smooth.is_on = not settings.less_motion

    def set_pages(self, pages: PairView, *, keep_place: bool) -> None:
        """Show a pair, or more of it."""
        current = self.navigator.current_spans() if keep_place else None
        finding = self.findings.current() if keep_place else None
        before = self._by_paragraph
        is_other = before is None or before.original is not pages.original
        self._by_paragraph = pages
        self.pages = pages = self._arranged(pages)
        if is_other:
            self.navigator.forget_places()
            self.panels.watch.forget()
        self.headers.set_pages(pages)
        self.headers.set_style(self.reader.model.style)
        self.reader.model.set_pages(pages, keep_place=keep_place)
        self.find_controller.set_pages(self._by_paragraph, is_other=is_other)
        self._refilter()
        self.panels.watch.look_again()
        self._find_again(current, finding)

    def set_known(self, known: tuple[SetAside, ...]) -> None:
        """Show these findings no more: they are no errors."""
        if known != self._known:
            self._known = known
            self._show_findings()

    def chosen_part(self, side: Side) -> Part | None:
        """Return what is selected on a side, or else the chapter the reader is in there."""
        pages, selected = self._by_paragraph, self.reader.caret.selected()
        if pages is None:
            return None
        text = pages.text(side)
        if selected is not None and selected[0] is side:
            return part_of(text.text, selected[1])
        caret = self.reader.caret.place or self.reader.scrolling.reading_place()
        position = caret[1]
        if caret[0] is not side:
            row = self.reader.place.current_row() or self.reader.scrolling.reading_row()
            position = self.reader.place.start_of_row(row, side)
        headings = [
            (text.paragraph_span(n), text.level(n))
            for n in range(len(text))
            if text.role(n) is Role.HEADING
        ]
        return chapter_at(text.text, headings, position)

    def top_row(self) -> int:
        """Return the first row on screen, counted in paragraphs."""
        if self._by_paragraph is None or not self._is_by_sentence:
            return self.reader.scrolling.top_row()
        side, position = self.reader.scrolling.reading_place()
        text = self._by_paragraph.text(side)
        if not len(text):
            return 0
        return self._by_paragraph.row_of(side, text.paragraph_at(position))

    def go_to_link(self, link: int) -> None:
        """Put the caret on a sentence link and show what is known of it."""
        if self.pages is None:
            return
        entry = self.pages.rows.link(link)
        side = Side.ORIGINAL if entry.original.start >= 0 else Side.REWRITE
        start = self.pages.sentence_span(side, entry.sentences(side).start).start
        self.reader.place.go_to_place(side, start)
        self.reader.caret.put(side, start)

    def _set_filter(self, chosen: Filter) -> None:
        self.reader.model.set_filter(chosen)
        self._refilter()

    def _set_mode(self, mode: Mode) -> None:
        """Lay the pair out in another mode; to correct links, with a row for each of them."""
        is_by_sentence = mode is Mode.ALIGN
        is_regrouped = is_by_sentence is not self._is_by_sentence
        self._is_by_sentence = is_by_sentence
        self.panels.counterpart.hide()
        self.panels.show_corrections(is_by_sentence)
        if not is_regrouped or self._by_paragraph is None:
            self.reader.model.set_mode(mode)
            return
        current, finding = self.navigator.current_spans(), self.findings.current()
        self.pages = self._arranged(self._by_paragraph)
        self.reader.model.set_mode(mode, self.pages)
        self._refilter()
        self._find_again(current, finding)

    def _find_again(self, change: tuple[int, ...] | None, finding: Finding | None) -> None:
        """Make the change and the finding current again that were so before."""
        if change is not None:
            self.navigator.find_again(change)
        if finding is not None:
            self.findings.find_again(finding)

    def _use_keys(self) -> None:
        self.reader.keys.letters = LetterKeys(self._commands.keys)

    def _arranged(self, pages: PairView) -> PairView:
        """Return the pair in the rows that the mode asks for."""
        return by_sentence(pages, self.pages) if self._is_by_sentence else pages

    def _refilter(self) -> None:
        if self.pages is None:
            return
        shown = self._state.filter
        self.navigator.set_pages(self.pages, shown)
        assert self.navigator.navigation is not None
        self.list.set_changes(self.pages, self.navigator.navigation)
        self._show_findings()
        self.panels.set_chapters(contents(self._by_paragraph or self.pages, shown))
        self._follow_reader()
        self.navigator.change_selected.emit()

    def _show_findings(self) -> None:
        if self.pages is None:
            return
        chosen = self._state.finding_filter
        self.findings.set_findings(ShownFindings(self.pages, chosen, self._known))
        self._show_strip()

    def _show_strip(self) -> None:
        if self.pages is not None:
            heights = self.reader.model.heights
            self.strip.set_pages(self.pages, heights, self._state.filter, self.findings.shown)

    def _scroll_by_lines(self, lines: int) -> None:
        self.reader.scrolling.scroll_by(lines * self.reader.model.style.line_height)

    def _go_to_list(self, *, of_findings: bool) -> None:
        """Move the focus to a list; from inside it, hide it and return to the text."""
        panels = self.panels
        if panels.has_focus(panels.findings if of_findings else self.list):
            self._state.set_has_list(False)
            self.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._state.set_has_list(True)
        if of_findings:
            panels.side_panel.show_findings()
            panels.findings.take_focus()
        else:
            panels.side_panel.show_list()
            self.list.take_focus(self.navigator.nearest_listed())

    def _row_activated(self, row: int) -> None:
        self.list.set_current(None)
        self.row_changed.emit(row)
        self.navigator.change_selected.emit()

    def _follow_reader(self) -> None:
        self.strip.set_visible(*self.reader.scrolling.visible_share())
        row, visible = self.reader.place.current_row(), self.reader.scrolling.visible_rows()
        is_seen = row is not None and any(number == row for number, _ in visible)
        self.row_changed.emit(row if is_seen else self.reader.scrolling.reading_row())
        self.navigator.lead_list()

    def _style_changed(self) -> None:
        self.headers.set_style(self.reader.model.style)
        self._state.set_shown_mode(self.reader.model.mode)
        self._show_strip()
