"""What the toolbar and the status line tell of the page: counts, mode, place, link, change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from facing_pages.core.progress import Stage
from facing_pages.ui.common.announcing import announce
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.shell.status_line import StatusLine
from facing_pages.ui.shell.toolbar import MainToolBar
from facing_pages.ui.shell.view_controller import ViewController

if TYPE_CHECKING:
    from facing_pages.ui.comparison.comparison_page import ComparisonPage


class StatusPresenter(QObject):
    """Keeps toolbar and status line in step with a page."""

    def __init__(
        self,
        status: StatusLine,
        toolbar: MainToolBar,
        view: ViewController,
        controller: PairController,
        stop: QAction,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._stop = stop
        controller.progressed.connect(self._show_work)
        controller.settled.connect(self.show_whether_busy)
        controller.exported.connect(self.show_whether_busy)
        controller.previewed.connect(self.show_whether_busy)
        self._status = status
        self._toolbar = toolbar
        self._view = view
        self._page: ComparisonPage | None = None
        # Whether the status line says what the current change is, and has to follow it.
        self._says_change = False

    def attach(self, page: ComparisonPage) -> None:
        """Tell of this page from now on."""
        self._page = page
        page.change_selected.connect(self.show_counts)
        page.change_selected.connect(self._follow_change)
        page.row_changed.connect(self._show_place)
        page.sentence_hovered.connect(self._show_link)
        page.announced.connect(self.say)
        page.change_announced.connect(self._say_change)
        page.reader.style_changed.connect(self.show_choices)

    def show_whether_busy(self) -> None:
        """Offer to stop while there is work, and tell no more of it once it is done."""
        self._stop.setEnabled(self._controller.is_busy)
        if not self._controller.is_busy:
            self._status.end_work()

    def _show_work(self, stage: Stage, share: float) -> None:
        self._status.show_work(stage, share)
        self._stop.setEnabled(True)

    def show_counts(self) -> None:
        """Tell how many changes of each kind there are, and which one is current."""
        if self._page is not None and self._page.navigation is not None:
            self._toolbar.place.setText(self._page.place_text())
            self._toolbar.kinds.set_state(self._page.filter, self._page.navigation.counts())
        self.show_choices()

    def show_choices(self) -> None:
        """Name what is seen: a narrow window has one column where two were chosen."""
        mode = self._page.reader.mode if self._page is not None else self._view.mode
        self._toolbar.show_choices(mode, self._view.filter.level)

    def _show_place(self, row: int) -> None:
        from facing_pages.viewmodel.wording.labels import row_place

        if self._page is not None and self._page.pages is not None:
            self._status.set_place(row_place(self._page.pages, row))

    def _show_link(self, link: int) -> None:
        from facing_pages.viewmodel.wording.labels import link_text

        pages = self._page.pages if self._page else None
        if pages is not None and link >= 0:
            self._status.set_link(link_text(pages, link))
        elif self._page is not None:
            self._status.set_link(self._page.change_text() if self._says_change else "")

    def _follow_change(self) -> None:
        """Keep the words of the current change right while numbers change, and drop old ones."""
        if self._says_change and self._page is not None:
            text = self._page.change_text()
            self._says_change = bool(text)
            self._status.set_link(text)

    def _say_change(self, text: str) -> None:
        self.say(text)
        self._says_change = True

    def say(self, text: str) -> None:
        """Say something in the status line, and to screen readers."""
        self._says_change = False
        self._status.set_link(text)
        widget = self._page.reader if self._page is not None else self._status
        if widget.isVisible() or self._page is None:
            announce(widget, text)
        else:
            announce(self._status, text)
