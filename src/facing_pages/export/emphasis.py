"""Words that are set apart, as HTML."""

from __future__ import annotations

from html import escape

from facing_pages.core.model import EmphasisKind


def set_apart(text: str, emphasis: frozenset[EmphasisKind]) -> str:
    """Return words in the elements that set them apart."""
    words = escape(text, quote=False)
    if EmphasisKind.ITALIC in emphasis:
        words = f"<em>{words}</em>"
    return f"<strong>{words}</strong>" if EmphasisKind.BOLD in emphasis else words
