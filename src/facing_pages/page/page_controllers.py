"""What acts on a page: put together here once, for the widget and for tests without one."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facing_pages.page.caret_controller import CaretController
from facing_pages.page.copy_controller import CopyController
from facing_pages.page.fold_controller import FoldController
from facing_pages.page.key_controller import KeyController
from facing_pages.page.link_choice import LinkChoice
from facing_pages.page.page_model import PageModel
from facing_pages.page.place_controller import PlaceController
from facing_pages.page.pointer_controller import PointerController
from facing_pages.page.scroll_controller import ScrollController
from facing_pages.page.user_requests import UserRequests


class PageControllers:
    """The controllers of one page. `requests` has what the page asks of others.

    model ← folding ← scrolling ← place ← caret ← links ← pointer, keys
    """

    def __init__(self, model: PageModel, parent: QObject | None = None) -> None:
        self.requests = UserRequests(parent)
        self.folding = FoldController(model)
        self.scrolling = ScrollController(model, self.folding, parent)
        self.place = PlaceController(model, self.folding, self.scrolling, parent)
        self.caret = CaretController(model, self.scrolling, self.place, parent)
        self.links = LinkChoice(model, self.caret, self.requests, parent)
        self.copying = CopyController(model)
        self.pointer = PointerController(
            model,
            self.folding,
            self.scrolling,
            self.place,
            self.caret,
            self.links,
            self.requests,
            self.copying.marked_data,
            parent,
        )
        self.keys = KeyController(
            model,
            self.folding,
            self.scrolling,
            self.caret,
            self.requests,
            self.pointer.dismiss_frame,
        )
