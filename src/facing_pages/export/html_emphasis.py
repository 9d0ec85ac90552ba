"""Words that are set apart, as HTML."""

from __future__ import annotations

from html import escape

from facing_pages.core.model import EmphasisKind
from facing_pages.export.file_names import turns_direction


def set_apart(text: str, emphasis: frozenset[EmphasisKind]) -> str:
    """Return words in the elements that set them apart.

    Words that turn the direction of the text are isolated: what follows keeps its own.
    """
    words = escape(text, quote=False)
    if turns_direction(text):
        words = f"<bdi>{words}</bdi>"
    if EmphasisKind.ITALIC in emphasis:
        words = f"<em>{words}</em>"
    return f"<strong>{words}</strong>" if EmphasisKind.BOLD in emphasis else words
