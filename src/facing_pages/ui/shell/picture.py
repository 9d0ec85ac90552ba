"""The window with a pair in it, rendered without a display."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from facing_pages.core.errors import ReadingError
from facing_pages.session.settings import SettingsFile
from facing_pages.ui.common.prerequisites import missing_for_rendering


class PictureError(Exception):
    """A picture that could not be made, in a sentence."""


def render_picture(
    pair: tuple[str, str],
    output: str,
    *,
    size: tuple[int, int],
    theme: str,
    mode: str = "side by side",
    at: int = 0,
) -> None:
    """Write a picture of the window with this pair; `at` is the number of a change from 1.

    Raises `ReadingError` for a text that cannot be read and `PictureError` if the picture cannot
    be written or there are fewer changes than `at`.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if missing := missing_for_rendering():
        raise PictureError(missing)
    from facing_pages.session.pair import Request, Source
    from facing_pages.ui.common.settings_store import SettingsStore
    from facing_pages.ui.common.theme import ThemeChoice
    from facing_pages.ui.shell.application import make_application
    from facing_pages.ui.shell.main_window import MainWindow
    from facing_pages.viewmodel.modes import Mode
    from facing_pages.worker.comparison_steps import SideFailed
    from facing_pages.worker.incremental_comparison import compare_in_steps

    application = make_application([])
    with tempfile.TemporaryDirectory() as folder:
        store = SettingsStore(SettingsFile(Path(folder) / "settings.json"))
        window = MainWindow(store)
        store.set_theme(ThemeChoice(theme))
        window.view.set_mode(Mode(mode))
        store.change(hints_seen=("kinds", "next", "mode"))
        window.resize(*size)
        window.show()
        request = Request(Source(path=pair[0]), Source(path=pair[1]))
        window.controller.state.ask_for(request)
        for step in compare_in_steps(request):
            if isinstance(step, SideFailed):
                error: ReadingError = step.error
                raise error
            window.controller.take_step(step)
        application.processEvents()
        navigator = window.page.navigator
        if at and navigator.navigation is not None:
            count = len(navigator.navigation)
            if at > count:
                raise PictureError(f"There are only {count} changes, so there is no number {at}.")
            navigator.go_to_change(int(navigator.navigation.shown[at - 1]))
        for _ in range(3):  # timers report places, and the layout follows
            application.processEvents()
        if not window.grab().save(output):
            raise PictureError(f"{output} could not be written. Choose another place or suffix.")
        window.close()
