"""Emphasised words as HTML."""

from __future__ import annotations

from html import escape

from facing_pages.core.model import EmphasisKind
from facing_pages.export.file_names import changes_direction


def emphasised_html(text: str, emphasis: frozenset[EmphasisKind]) -> str:
    """Return words in the HTML elements for their emphasis.

    Words that change the direction of the text are isolated, so that what follows is not affected.
    """
    words = escape(text, quote=False)
    if changes_direction(text):
        words = f"<bdi>{words}</bdi>"
    if EmphasisKind.ITALIC in emphasis:
        words = f"<em>{words}</em>"
    return f"<strong>{words}</strong>" if EmphasisKind.BOLD in emphasis else words
