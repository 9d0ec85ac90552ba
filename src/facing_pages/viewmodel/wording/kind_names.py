"""What kinds of change are called."""

from __future__ import annotations

from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.wording.language import tr


def kind_label(kind: ViewKind) -> str:
    """Return a kind of change in a word or two."""
    return tr(kind.words)
