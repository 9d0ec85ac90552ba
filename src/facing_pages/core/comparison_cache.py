"""What was found for earlier versions of two texts, to be used again where nothing changed."""

from __future__ import annotations

from facing_pages.core.alignment.sentences.window_cache import WindowCache
from facing_pages.core.changes.change_cache import ChangeCache


class ComparisonCache:
    """Kept from one comparison to the next; what neither of the last two used is forgotten."""

    def __init__(self) -> None:
        self.alignment = WindowCache()
        self.changes = ChangeCache()

    def begin(self) -> None:
        """Prepare for another comparison."""
        self.alignment.windows.begin()
        self.changes.links.begin()

    def finish(self) -> None:
        """Tell that the comparison was completed, so that older ones are no longer needed."""
        self.alignment.windows.finish()
        self.changes.links.finish()
