"""What the two sides are called."""

from __future__ import annotations

from facing_pages.core.model import Side
from facing_pages.viewmodel.wording.language import tr


def side_title(side: Side) -> str:
    """Return what a side is called."""
    return tr("Original") if side is Side.ORIGINAL else tr("Rewrite")
