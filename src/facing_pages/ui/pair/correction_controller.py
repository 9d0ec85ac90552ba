"""Commands that correct the alignment: each becomes a correction that can be undone by its name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from facing_pages.core.model import Side, Span
from facing_pages.session.corrections import Corrections
from facing_pages.ui.common.command_actions import CommandActions, Handlers
from facing_pages.ui.common.commands import Command
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.pair.undo_controller import UndoController
from facing_pages.viewmodel.wording.language import number_range, tr

if TYPE_CHECKING:
    from facing_pages.ui.comparison.comparison_page import ComparisonPage
    from facing_pages.viewmodel.correction_steps import Answer
    from facing_pages.viewmodel.pair_view import PairView

_MENU: Final[tuple[Command | None, ...]] = (
    Command.COPY,
    Command.COPY_BOTH,
    Command.COPY_WITH_MARKS,
    None,
    Command.LINK,
    Command.UNLINK,
    Command.CONFIRM,
    None,
    Command.START_ROW,
    Command.JOIN_ROW,
    Command.MOVE_UP,
    Command.MOVE_DOWN,
    Command.CUT_SENTENCE,
    None,
    Command.BOOKMARK,
)


class CorrectionController(QObject):
    """Answers the commands that change which sentences belong together."""

    announced = Signal(str)

    def __init__(
        self,
        page: ComparisonPage,
        controller: PairController,
        undo: UndoController,
        commands: CommandActions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._page = page
        self._controller = controller
        self._undo = undo
        self._commands = commands
        self._window = window
        commands.handle(self._handlers())
        controller.opened.connect(self._show_bookmarks)
        controller.corrected.connect(self._show_bookmarks)
        page.reader.requests.menu_requested.connect(self._offer)
        page.reader.links.changed.connect(self._show_choice)
        self._show_choice()

    def _handlers(self) -> Handlers:
        return {
            Command.LINK: self._link,
            Command.UNLINK: self._unlink,
            Command.CONFIRM: self._confirm,
            Command.START_ROW: self._start_row,
            Command.JOIN_ROW: self._join_row,
            Command.MOVE_UP: partial(self._move, -1),
            Command.MOVE_DOWN: partial(self._move, 1),
            Command.CUT_SENTENCE: self._cut,
            Command.BOOKMARK: self._bookmark,
            Command.NEXT_BOOKMARK: partial(self._to_bookmark, 1),
            Command.PREVIOUS_BOOKMARK: partial(self._to_bookmark, -1),
            Command.NEXT_DOUBTFUL: partial(self._to_doubtful, 1),
            Command.PREVIOUS_DOUBTFUL: partial(self._to_doubtful, -1),
        }

    # --- what commands do ----------------------------------------------------------------------

    def _link(self) -> None:
        from facing_pages.viewmodel.correction_steps import link_sentences

        pages = self._pages()
        if pages is not None:
            chosen = self._page.reader.links.chosen()
            if self._take(link_sentences(pages, self._known, chosen)):
                for side in Side:
                    self._page.reader.links.choose(side, None)

    def _unlink(self) -> None:
        from facing_pages.viewmodel.correction_steps import unlink

        self._on_link(unlink)

    def _confirm(self) -> None:
        from facing_pages.viewmodel.correction_steps import confirm

        self._on_link(confirm)

    def _join_row(self) -> None:
        from facing_pages.viewmodel.correction_steps import join_with_above

        self._on_link(join_with_above)

    def _on_link(self, handler: Callable[[PairView, Corrections, int], Answer]) -> None:
        pages, place = self._pages(), self._place()
        if pages is not None and place is not None:
            self._take(handler(pages, self._known, pages.link_of(*place)))

    def _start_row(self) -> None:
        from facing_pages.viewmodel.correction_steps import start_row

        pages, place = self._pages(), self._place()
        if pages is not None and place is not None:
            self._take(start_row(pages, self._known, *place))

    def _move(self, by: int) -> None:
        from facing_pages.viewmodel.correction_steps import move_to_neighbour

        pages, place = self._pages(), self._place()
        if pages is not None and place is not None:
            link = pages.link_of(*place)
            self._take(move_to_neighbour(pages, self._known, place[0], link, by=by))

    def _cut(self) -> None:
        from facing_pages.viewmodel.correction_steps import cut_sentence

        pages = self._pages()
        caret = self._page.reader.caret.place
        if pages is None:
            return
        if caret is None:
            self.announced.emit(
                tr("Put the caret before the word that should begin a new sentence.")
            )
            return
        self._take(cut_sentence(pages, self._known, *caret))

    def _bookmark(self) -> None:
        from facing_pages.viewmodel.correction_steps import toggle_bookmark

        pages, place = self._pages(), self._place()
        if pages is not None and place is not None:
            self._take(toggle_bookmark(pages, self._known, *place))

    def _take(self, answer: Answer) -> bool:
        """Use the corrections that a command leads to, or say why it is not possible."""
        from facing_pages.viewmodel.correction_steps import Refusal, replaced_links, replaced_text

        if isinstance(answer, Refusal):
            self.announced.emit(answer.reason)
            return False
        replaced = replaced_links(self._known, answer.corrections)
        self._undo.add_correction(answer.name, self._known, answer.corrections)
        message = tr("Done: {what}", what=answer.name)
        self.announced.emit(f"{message}. {replaced_text(replaced)}" if replaced else message)
        return True

    # --- going places -------------------------------------------------------------------------

    def _to_doubtful(self, by: int) -> None:
        from facing_pages.viewmodel.correction_steps import next_doubtful

        pages, place = self._pages(), self._place()
        if pages is None:
            return
        link = next_doubtful(pages, pages.link_of(*place) if place else None, by)
        if link is None:
            self.announced.emit(tr("No link is doubtful."))
            return
        self._page.navigator.remember_place()
        self._page.go_to_link(link)

    def _to_bookmark(self, by: int) -> None:
        places = self._bookmarked()
        if not places:
            text = tr(
                "There is no bookmark yet. {bookmark} sets one at the sentence with the caret.",
                **self._commands.keys.words(),
            )
            self.announced.emit(text)
            return
        here = self._page.reader.place.watched_place()
        heights = [self._row_of(*place) for place in places]
        current = self._row_of(*here)
        order = sorted(range(len(places)), key=heights.__getitem__)
        if by > 0:
            target = next((k for k in order if heights[k] > current), order[0])
        else:
            target = next((k for k in reversed(order) if heights[k] < current), order[-1])
        self._page.navigator.remember_place()
        self._page.reader.place.go_to_place(*places[target])
        self._page.reader.caret.put(*places[target])

    def _row_of(self, side: Side, position: int) -> tuple[int, int]:
        """Return the row of a place, and the place in it, to be compared with others."""
        pages = self._page.pages
        if pages is None or not len(pages.text(side)):
            return 0, position
        return pages.row_of(side, pages.text(side).paragraph_at(position)), position

    def _bookmarked(self) -> list[tuple[Side, int]]:
        return [(mark.side, mark.sentence.span.start) for mark in self._known.bookmarks]

    # --- what is shown ------------------------------------------------------------------------

    @property
    def _known(self) -> Corrections:
        return self._controller.state.corrections

    def _pages(self) -> PairView | None:
        """Return the pair, once it is known what belongs together in it."""
        pages = self._page.pages
        if pages is not None and not pages.is_aligned:
            self.announced.emit(tr("The texts are still being aligned."))
            return None
        return pages

    def _place(self) -> tuple[Side, int] | None:
        """Return the side and the number of the sentence the reader is at."""
        pages = self._page.pages
        place = self._page.reader.caret.place or self._page.reader.place.watched_place()
        if pages is None or place is None or not pages.is_aligned:
            return None
        numbers = pages.sentences_in(place[0], Span(place[1], place[1]))
        if not numbers.length:
            numbers = pages.sentences_in(place[0], Span(max(0, place[1] - 1), place[1]))
        return (place[0], numbers.start) if numbers.length else None

    def _offer(self, at: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def menu(self) -> QMenu:
        """Return a menu of what can be done with the sentence the reader is at."""
        menu = QMenu(self._window)
        if self._page.findings.at_caret() is not None:
            menu.addAction(self._commands[Command.NOT_AN_ERROR])
            menu.addSeparator()
        for command in _MENU:
            if command is None:
                menu.addSeparator()
            elif self._commands[command].isEnabled():
                menu.addAction(self._commands[command])
        return menu

    def _show_bookmarks(self) -> None:
        self._page.reader.place.set_bookmarks(tuple(self._bookmarked()))

    def _show_choice(self) -> None:
        """Name on its button what would be linked."""
        chosen = self._page.reader.links.chosen()
        numbers = [
            number_range(chosen[side].start + 1, chosen[side].end) if side in chosen else "…"
            for side in Side
        ]
        self._page.inspector.buttons.show_choice(*numbers)
