"""Everything that puts texts into a window: files chosen, dropped, pasted, recent, the sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from facing_pages.core.model import Side
from facing_pages.core.resources import sample_pair
from facing_pages.session.settings import RecentPair
from facing_pages.ui import messages
from facing_pages.ui.message_bar import MessageArea
from facing_pages.ui.pair_controller import PairController
from facing_pages.ui.settings_keeper import SettingsKeeper
from facing_pages.viewmodel.dropping import Drop, DropPair, DropSession, DropSide, meaning_of_text
from facing_pages.viewmodel.language import tr
from facing_pages.viewmodel.notice import Notice
from facing_pages.viewmodel.request import Request, Source

if TYPE_CHECKING:
    from facing_pages.ui.column_headers import HeaderWish


class Opening(QObject):
    """Turns what the user chooses into wishes about pairs."""

    session_dropped = Signal(str)

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
        paths = [str(Path(name).absolute()) for name in (original, rewrite)]
        self._controller.open_pair(Request(Source(path=paths[0]), Source(path=paths[1])))

    def open_sample(self) -> None:
        """Compare the built-in pair."""
        self.open_files(*(str(path) for path in sample_pair()))

    def open_recent(self, pair: RecentPair) -> None:
        """Compare a pair again."""
        self.open_files(pair.original, pair.rewrite)

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
        else:
            self.show_in_folder(side)

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
