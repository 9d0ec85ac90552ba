"""The sentences that a correction would link: one or more of each side.

They are chosen by the caret, by Alt and a click on one sentence of each side, or by dragging the
number of a sentence to the other side:

    1  The lamp was quiet.   o-------.      1  The lamp was silent.
    2  It rained all night.           '-->  2  It rained through the night.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Signal

from facing_pages.core.model import Side, Span
from facing_pages.page.caret_controller import CaretController
from facing_pages.page.layout.hit_testing import Hit
from facing_pages.page.page_model import PageModel
from facing_pages.page.painting.highlights import Pull
from facing_pages.page.user_requests import UserRequests
from facing_pages.ui.common.commands import Command


class LinkChoice(QObject):
    """Nothing can be chosen before the sentences are aligned."""

    changed = Signal()

    def __init__(
        self,
        model: PageModel,
        caret: CaretController,
        requests: UserRequests,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._caret = caret
        self._requests = requests
        self._waiting: Side | None = None
        caret.moved.connect(self._choose_at)

    def chosen(self) -> dict[Side, Span]:
        """Return the numbers of the sentences chosen on each side, those without any left out."""
        pages = self._model.pages
        if pages is None or not pages.is_aligned:
            return {}
        chosen = self._model.highlights.chosen
        numbers = {side: pages.sentences_in(side, span) for side, span in chosen}
        return {side: found for side, found in numbers.items() if found.length}

    def choose(self, side: Side, span: Span | None) -> None:
        """Choose the sentences of a side that stand in a part of it, or none."""
        highlights = self._model.highlights
        others = tuple(pair for pair in highlights.chosen if pair[0] is not side)
        chosen = others if span is None else (*others, (side, span))
        if chosen != highlights.chosen:
            self._model.set_highlights(replace(highlights, chosen=chosen))
            self.changed.emit()

    def _choose_at(self, side: Side, position: int) -> None:
        """Choose the sentences that are selected, or the one the caret is in."""
        pages = self._model.pages
        if pages is None or not pages.is_aligned:
            return
        selected = self._caret.selected()
        touched = selected[1] if selected else Span(position, position)
        numbers = pages.sentences_in(side, touched)
        if numbers.length:
            self.choose(side, pages.sentences_span(side, numbers))

    # --- with the pointer ---------------------------------------------------------------------

    @property
    def pull(self) -> Pull | None:
        """Return the sentence that is dragged by its number, None while none is."""
        return self._model.highlights.pull

    def press(self, point: QPointF, hit: Hit | None, *, alt: bool) -> bool:
        """Take a press if it chooses a sentence; tell whether it does."""
        sentence = self._sentence_at(hit)
        if hit is None or sentence is None:
            return False
        if alt:
            self._pick(hit.side, sentence)
            return True
        if not self._model.style.is_on_number(point, hit.side):
            return False
        self.choose(hit.side.other, None)
        self.choose(hit.side, sentence)
        self._set_pull(Pull(hit.side, point, point))
        return True

    def move(self, point: QPointF, hit: Hit | None) -> None:
        """Follow the pointer with the sentence that is dragged, if one is."""
        pull = self.pull
        if pull is not None:
            self._set_pull(replace(pull, end=point))
            is_over = hit is not None and hit.side is pull.side.other
            self.choose(pull.side.other, self._sentence_at(hit) if is_over else None)

    def release(self, hit: Hit | None) -> None:
        """Link the sentence that is dragged, if one is, with the one under the pointer."""
        pull = self.pull
        if pull is None:
            return
        self._set_pull(None)
        is_over = hit is not None and hit.side is pull.side.other
        if is_over and self._sentence_at(hit) is not None:
            self._requests.command_requested.emit(Command.LINK)

    def _pick(self, side: Side, sentence: Span) -> None:
        """Choose a first sentence, or the second one and link both."""
        if self._waiting is side.other:
            self._waiting = None
            self.choose(side, sentence)
            self._requests.command_requested.emit(Command.LINK)
            return
        self._waiting = side
        self.choose(side.other, None)
        self.choose(side, sentence)

    def _set_pull(self, pull: Pull | None) -> None:
        self._model.set_highlights(replace(self._model.highlights, pull=pull))

    def _sentence_at(self, hit: Hit | None) -> Span | None:
        """Return where the sentence stands that is at a place."""
        pages = self._model.pages
        if hit is None or pages is None or not pages.is_aligned:
            return None
        number = pages.sentence_at(hit.side, hit.position)
        return pages.sentence_span(hit.side, number) if number is not None else None
