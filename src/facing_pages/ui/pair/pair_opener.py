"""Puts texts into a window: files chosen, dropped, pasted or recent, and the sample."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from facing_pages.core.model import Role, Side
from facing_pages.core.resources import sample_pair
from facing_pages.session.pair import Request, Source, file_source
from facing_pages.session.pasted_texts import is_pasted_key
from facing_pages.session.settings import RecentPair
from facing_pages.ui.common import message_boxes as messages
from facing_pages.ui.common.message_bar import MessageArea
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.pair.undo_controller import UndoController
from facing_pages.viewmodel.dropping import Drop, DropPair, DropSession, DropSide, meaning_of_text
from facing_pages.viewmodel.history import PASTED, REPLACED_BY_FILE, REPLACED_BY_PASTED
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.notice import Notice

if TYPE_CHECKING:
    from facing_pages.core.reading.choices import Part, ReadingChoices
    from facing_pages.ui.comparison.column_headers import HeaderAction


class PairOpener(QObject):
    """Turns what the user chooses into requests to the pair controller."""

    session_dropped = Signal(str)

    def __init__(
        self,
        window: QWidget,
        controller: PairController,
        undo_controller: UndoController,
        bars: MessageArea,
        store: SettingsStore,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._undo = undo_controller
        self._bars = bars
        self._store = store
        # Which part of a side is selected on the page, once there is a page.
        self.chosen_part: Callable[[Side], Part | None] = _no_part

    def open_files(self, original: str, rewrite: str) -> None:
        """Compare two files."""
        self._open(Request(file_source(original), file_source(rewrite)))

    def open_sample(self) -> None:
        """Compare the built-in pair."""
        original, rewrite = (Source(path=str(path)) for path in sample_pair())
        self._controller.open_pair(
            Request(original, rewrite), step=tr("opening of the sample pair")
        )

    def open_recent(self, pair: RecentPair) -> None:
        """Compare a pair again, read as it was the last time; or put a single text on its side."""
        if pair.session:
            self.session_dropped.emit(pair.session)
            return
        sides = self._store.recents.sides_of(pair)
        wanted = [side for side, key in zip(Side, pair.key[:2], strict=True) if key]
        if not all(side in sides for side in wanted):
            message = tr("The pasted text no longer exists.")
            self._bars.show_notice(Notice("recent", message, is_problem=True))
        elif len(sides) == len(Side):
            self._open(Request(sides[Side.ORIGINAL], sides[Side.REWRITE]))
        else:
            for side, source in sides.items():
                step = tr("opening of {name}", name=source.shown_name)
                self._controller.set_side(side, source, step=step)

    def choose_pair(self) -> None:
        """Ask for both files."""
        if pair := messages.choose_pair(self._window, self._folder()):
            self.open_files(*pair)

    def choose_side(self, side: Side) -> None:
        """Ask for the file of one side."""
        if path := messages.choose_file(self._window, side, self._folder()):
            source = Source(path=path)
            step = tr("opening of {name}", name=source.shown_name)
            self._controller.set_side(side, source, step=step)

    def paste(self, side: Side) -> None:
        """Take the text on the clipboard for one side."""
        drop = meaning_of_text(QGuiApplication.clipboard().text(), side)
        self.take_drop(drop, step=tr(PASTED[side]))

    def _open(self, request: Request) -> None:
        names = [request.source(side).shown_name for side in Side]
        step = tr("opening of {original} ↔ {rewrite}", original=names[0], rewrite=names[1])
        self._controller.open_pair(request, step=step)

    def take_drop(self, drop: Drop, *, step: str = "") -> None:
        """Do what something dropped or pasted means; `step` names it where it was not dropped."""
        self._bars.remove("drop")
        if isinstance(drop, DropPair):
            self._open(drop.request)
        elif isinstance(drop, DropSession):
            self.session_dropped.emit(drop.path)
        elif isinstance(drop, DropSide):
            self._put(drop, step or tr("drop of {name}", name=drop.source.shown_name))
        else:
            self._bars.show_notice(Notice("drop", drop.reason, is_problem=True))

    def _put(self, drop: DropSide, step: str) -> None:
        """Put a text on one side, and say so where it takes the place of another."""
        message = REPLACED_BY_FILE if drop.source.path else REPLACED_BY_PASTED
        self._undo.announce_replaced(tr(message[drop.side], name=drop.source.shown_name))
        self._controller.set_side(drop.side, drop.source, step=step)

    def do_header_action(self, side: Side, action: HeaderAction) -> None:
        """Do what was chosen in the menu over a column."""
        from facing_pages.ui.comparison.column_headers import HeaderAction

        if action is HeaderAction.OPEN_ANOTHER:
            self.choose_side(side)
        elif action is HeaderAction.READ_AGAIN:
            self._controller.reload()
        elif action in (HeaderAction.WITHOUT_QUOTES, HeaderAction.WITHOUT_NOTES):
            self._leave_out(
                side, Role.QUOTE if action is HeaderAction.WITHOUT_QUOTES else Role.NOTE
            )
        elif action is HeaderAction.WITHOUT_FRONT_MATTER:
            self._leave_front_matter_out(side)
        elif action is HeaderAction.ONLY_PART:
            self._compare_chosen_part(side)
        elif action is HeaderAction.WHOLE:
            self.compare_whole(side)
        elif action is HeaderAction.ENCODING:
            self.choose_encoding(side)
        elif action is HeaderAction.REPAIRS:
            self.show_repairs(side)
        else:
            self.show_in_folder(side)

    def choose_encoding(self, side: Side) -> None:
        """Ask in which encoding a side's file is to be read."""
        from facing_pages.ui.dialogs.reading_dialogs import EncodingDialog, encoded_text

        source = self._source(side)
        if source is None:
            return
        data = encoded_text(source)
        if not data:
            text = tr(
                "{name} states its own encoding, so there is nothing to choose.",
                name=source.shown_name,
            )
            self._bars.show_notice(Notice("encoding", text))
            return
        dialog = EncodingDialog(source.shown_name, data, source.choices, self._window)
        dialog.chosen.connect(partial(self.read_again, side))
        dialog.open()

    def ask_password(self, side: Side) -> None:
        """Ask for the password of a side's file, and try again with it."""
        wanted = self._controller.state.wanted
        if wanted is None:
            return
        source = wanted.source(side)
        if password := messages.ask_password(self._window, source.shown_name):
            choices = replace(source.choices, password=password)
            step = tr("opening of {name}", name=source.shown_name)
            self._controller.open_pair(wanted.with_choices(side, choices), step=step)

    def compare_part(self, side: Side, part: Part) -> None:
        """Compare only a part of a side's text."""
        source = self._source(side)
        if source is not None and source.choices.part != part:
            self.read_again(side, replace(source.choices, part=part))

    def _compare_chosen_part(self, side: Side) -> None:
        """Compare only what is selected on a side, or else the chapter the reader is in."""
        part = self.chosen_part(side)
        if part is None:
            message = tr("Select a part of this side, or put the caret in a chapter.")
            self._bars.show_notice(Notice("part", message))
        else:
            self.compare_part(side, part)

    def compare_whole(self, side: Side) -> None:
        """Compare all of a side's text again."""
        source = self._source(side)
        if source is not None and source.choices.leaves_out:
            self.read_again(side, source.choices.whole())

    def _leave_out(self, side: Side, role: Role) -> None:
        source = self._source(side)
        if source is not None:
            without = source.choices.without ^ {role}
            self.read_again(side, replace(source.choices, without=without))

    def _leave_front_matter_out(self, side: Side) -> None:
        source = self._source(side)
        if source is not None:
            self.read_again(side, replace(source.choices, body_only=not source.choices.body_only))

    def show_repairs(self, side: Side) -> None:
        """List what was repaired in a side's text, and ask what is not to be."""
        from facing_pages.ui.dialogs.reading_dialogs import RepairsDialog
        from facing_pages.viewmodel.wording.pair_notices import repair_lines

        source, pages = self._source(side), self._controller.state.pages
        if source is None or pages is None:
            return
        repairs = repair_lines(pages.text(side))
        dialog = RepairsDialog(source.shown_name, repairs, source.choices, self._window)
        dialog.chosen.connect(partial(self.read_again, side))
        dialog.open()

    def choices_of(self, side: Side) -> ReadingChoices:
        """Return how the text of a side is read."""
        from facing_pages.core.reading.choices import NO_CHOICES

        source = self._source(side)
        return NO_CHOICES if source is None else source.choices

    def _source(self, side: Side) -> Source | None:
        shown = self._controller.state.shown
        return shown.source(side) if shown is not None else None

    def read_again(self, side: Side, choices: ReadingChoices) -> None:
        """Read a side's text with other choices and compare it again."""
        shown = self._controller.state.shown
        if shown is not None:
            name = shown.source(side).shown_name
            step = tr("change in how {name} is read", name=name)
            self._controller.open_pair(
                shown.with_choices(side, choices), step=step, keep_place=True
            )

    def show_in_folder(self, side: Side) -> None:
        """Open the folder of a side's file in the system's own window."""
        shown = self._controller.state.shown
        if shown is None:
            return
        source = shown.source(side)
        if source.path:
            folder = Path(source.path).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            text = tr("{name} was pasted, so it is not in a folder.", name=source.shown_name)
            self._bars.show_notice(Notice("folder", text))

    def _folder(self) -> str:
        """Return where the last file came from."""
        recent = self._store.settings.recent
        keys = (key for pair in recent for key in (pair.original, pair.rewrite))
        paths = (Path(key) for key in keys if key and not is_pasted_key(key))
        return str(next((path.parent for path in paths), Path.home()))


def _no_part(_side: Side) -> Part | None:
    return None
