"""Everything that puts texts into a window: files chosen, dropped, pasted, recent, the sample."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from facing_pages.core.model import Role, Side
from facing_pages.core.resources import sample_pair
from facing_pages.session.settings import RecentPair
from facing_pages.ui import messages
from facing_pages.ui.message_bar import MessageArea
from facing_pages.ui.pair_controller import PairController
from facing_pages.ui.settings_keeper import SettingsKeeper
from facing_pages.viewmodel.dropping import Drop, DropPair, DropSession, DropSide, meaning_of_text
from facing_pages.viewmodel.language import tr
from facing_pages.viewmodel.notice import Notice
from facing_pages.viewmodel.request import Request, Source, file_source

if TYPE_CHECKING:
    from facing_pages.core.reading.choices import Part, ReadingChoices
    from facing_pages.ui.column_headers import HeaderWish


class Opening(QObject):
    """Turns what the user chooses into wishes about pairs."""

    session_dropped = Signal(str)
    part_wished = Signal(Side)

    def __init__(
        self,
        window: QWidget,
        controller: PairController,
        bars: MessageArea,
        keeper: SettingsKeeper,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._bars = bars
        self._keeper = keeper

    def open_files(self, original: str, rewrite: str) -> None:
        """Compare two files."""
        self._controller.open_pair(Request(file_source(original), file_source(rewrite)))

    def open_sample(self) -> None:
        """Compare the built-in pair."""
        self.open_files(*(str(path) for path in sample_pair()))

    def open_recent(self, pair: RecentPair) -> None:
        """Compare a pair again, read as it was the last time."""
        original, rewrite = pair.choices
        self._controller.open_pair(
            Request(Source(pair.original, choices=original), Source(pair.rewrite, choices=rewrite))
        )

    def choose_pair(self) -> None:
        """Ask for both files."""
        if pair := messages.choose_pair(self._window, self._folder()):
            self.open_files(*pair)

    def choose_side(self, side: Side) -> None:
        """Ask for the file of one side."""
        if path := messages.choose_file(self._window, side, self._folder()):
            self._controller.set_side(side, Source(path=path))

    def paste(self, side: Side) -> None:
        """Take the text on the clipboard for one side."""
        self.take_drop(meaning_of_text(QGuiApplication.clipboard().text(), side))

    def take_drop(self, drop: Drop) -> None:
        """Do what something dropped or pasted means."""
        self._bars.remove("drop")
        if isinstance(drop, DropPair):
            self._controller.open_pair(drop.request)
        elif isinstance(drop, DropSession):
            self.session_dropped.emit(drop.path)
        elif isinstance(drop, DropSide):
            self._controller.set_side(drop.side, drop.source)
        else:
            self._bars.show_notice(Notice("drop", drop.reason, is_problem=True))

    def do_header_wish(self, side: Side, wish: HeaderWish) -> None:
        """Do what was chosen in the menu over a column."""
        from facing_pages.ui.column_headers import HeaderWish

        if wish is HeaderWish.OPEN_ANOTHER:
            self.choose_side(side)
        elif wish is HeaderWish.READ_AGAIN:
            self._controller.reload()
        elif wish in (HeaderWish.WITHOUT_QUOTES, HeaderWish.WITHOUT_NOTES):
            self._leave_out(side, Role.QUOTE if wish is HeaderWish.WITHOUT_QUOTES else Role.NOTE)
        elif wish is HeaderWish.WITHOUT_FRONT_MATTER:
            self._leave_front_matter_out(side)
        elif wish is HeaderWish.ONLY_PART:
            self.part_wished.emit(side)
        elif wish is HeaderWish.WHOLE:
            self.compare_whole(side)
        elif wish is HeaderWish.ENCODING:
            self.choose_encoding(side)
        elif wish is HeaderWish.REPAIRS:
            self.show_repairs(side)
        else:
            self.show_in_folder(side)

    def choose_encoding(self, side: Side) -> None:
        """Ask in which encoding a side's file is to be read."""
        from facing_pages.core.errors import ReadingError
        from facing_pages.core.reading.files import read_bytes
        from facing_pages.core.reading.formats.detecting import format_of
        from facing_pages.core.reading.formats.readers import READERS
        from facing_pages.ui.reading_dialogs import EncodingDialog

        source = self._source(side)
        if source is None:
            return
        try:
            data = read_bytes(source.path)[0] if source.path else b""
        except ReadingError:
            data = b""
        if not data or format_of(data, source.shown_name) in READERS:
            text = tr("The encoding of {name} is known.", name=source.shown_name)
            self._bars.show_notice(Notice("encoding", text))
            return
        dialog = EncodingDialog(source.shown_name, data, source.choices, self._window)
        dialog.chosen.connect(partial(self._read_so, side))
        dialog.open()

    def ask_password(self, side: Side) -> None:
        """Ask for the password of a side's file, and try again with it."""
        wanted = self._controller.wanted
        if wanted is None:
            return
        source = wanted.source(side)
        if password := messages.ask_password(self._window, source.shown_name):
            choices = replace(source.choices, password=password)
            self._controller.open_pair(wanted.read_so(side, choices))

    def compare_part(self, side: Side, part: Part) -> None:
        """Compare only a part of a side's text."""
        source = self._source(side)
        if source is not None and source.choices.part != part:
            self._read_so(side, replace(source.choices, part=part))

    def compare_whole(self, side: Side) -> None:
        """Compare all of a side's text again."""
        source = self._source(side)
        if source is not None and source.choices.leaves_out:
            self._read_so(side, source.choices.whole())

    def _leave_out(self, side: Side, role: Role) -> None:
        source = self._source(side)
        if source is not None:
            without = source.choices.without ^ {role}
            self._read_so(side, replace(source.choices, without=without))

    def _leave_front_matter_out(self, side: Side) -> None:
        source = self._source(side)
        if source is not None:
            self._read_so(side, replace(source.choices, body_only=not source.choices.body_only))

    def show_repairs(self, side: Side) -> None:
        """List what was repaired in a side's text, and ask what is not to be."""
        from facing_pages.ui.reading_dialogs import RepairsDialog
        from facing_pages.viewmodel.notices import repair_lines

        source, pages = self._source(side), self._controller.pages
        if source is None or pages is None:
            return
        repairs = repair_lines(pages.text(side))
        dialog = RepairsDialog(source.shown_name, repairs, source.choices, self._window)
        dialog.chosen.connect(partial(self._read_so, side))
        dialog.open()

    def _source(self, side: Side) -> Source | None:
        shown = self._controller.shown
        return shown.source(side) if shown is not None else None

    def _read_so(self, side: Side, choices: ReadingChoices) -> None:
        shown = self._controller.shown
        if shown is not None:
            self._controller.open_pair(shown.read_so(side, choices), keep_place=True)

    def show_in_folder(self, side: Side) -> None:
        """Open the folder of a side's file in the system's own window."""
        shown = self._controller.shown
        if shown is None:
            return
        source = shown.source(side)
        if source.path:
            folder = Path(source.path).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            text = tr("{name} was pasted and is in no folder.", name=source.shown_name)
            self._bars.show_notice(Notice("folder", text))

    def _folder(self) -> str:
        """Return where the last pair came from."""
        recent = self._keeper.settings.recent
        return str(Path(recent[0].original).parent) if recent else str(Path.home())
