"""The commands that the page with the pair answers to, and what each does there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from facing_pages.ui.common.commands import Command

if TYPE_CHECKING:
    from facing_pages.ui.comparison.comparison_page import ComparisonPage

PAGE_COMMANDS: Final[dict[Command, Callable[[ComparisonPage], object]]] = {
    Command.COPY: lambda page: page.reader.copy_selection(),
    Command.COPY_BOTH: lambda page: page.reader.copy_both(),
    Command.COPY_WITH_MARKS: lambda page: page.reader.copy_with_marks(),
    Command.SELECT_ALL: lambda page: page.reader.select_all(),
    Command.FIND: lambda page: page.find_controller.ask_words(),
    Command.FIND_NEXT: lambda page: page.find_controller.step(1),
    Command.FIND_PREVIOUS: lambda page: page.find_controller.step(-1),
    Command.GO_TO_PARAGRAPH: lambda page: page.find_controller.ask_paragraph(),
    Command.SHOW_CONTENTS: lambda page: page.show_contents(),
    Command.NEXT_PANE: lambda page: page.focus_pane(1),
    Command.PREVIOUS_PANE: lambda page: page.focus_pane(-1),
    Command.NEXT_CHANGE: lambda page: page.step(1),
    Command.PREVIOUS_CHANGE: lambda page: page.step(-1),
    Command.NEXT_OF_KIND: lambda page: page.step_of_kind(1),
    Command.PREVIOUS_OF_KIND: lambda page: page.step_of_kind(-1),
    Command.FIRST_CHANGE: lambda page: page.go_to_end(last=False),
    Command.LAST_CHANGE: lambda page: page.go_to_end(last=True),
    Command.OTHER_END: lambda page: page.go_to_other_end(),
    Command.BACK: lambda page: page.go_back(),
}
