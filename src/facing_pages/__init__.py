"""Facing Pages: sets a text and its rewrite on facing pages and marks what changed.

The names below are what other programs may rely on::

    from facing_pages import compare, read_document
    comparison = compare(read_document("draft.txt"), read_document("edited.txt"))

They are loaded when they are first used, so that the window does not wait for the aligner. The
import itself does one thing: it switches off the telemetry of onnxruntime for this process and
those it starts, see `core.system.silence`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from facing_pages.core.system.silence import switch_off_telemetry

if TYPE_CHECKING:
    from facing_pages.core.alignment.words.word_aligner import align_words
    from facing_pages.core.compare import SentenceLink, align_sentences, compare
    from facing_pages.core.comparison_cache import ComparisonCache
    from facing_pages.core.documents import document_from_text, read_document
    from facing_pages.core.errors import Cancelled, FacingPagesError, ReadingError
    from facing_pages.core.model import Change, Comparison, Document, Link, Pin, Side, Span
    from facing_pages.core.options import Level, Options

__version__ = "0.1.0"

__all__ = [
    "Cancelled",
    "Change",
    "Comparison",
    "ComparisonCache",
    "Document",
    "FacingPagesError",
    "Level",
    "Link",
    "Options",
    "Pin",
    "ReadingError",
    "SentenceLink",
    "Side",
    "Span",
    "align_sentences",
    "align_words",
    "compare",
    "document_from_text",
    "read_document",
]

switch_off_telemetry()

_HOMES = {
    "align_words": "core.alignment.words.word_aligner",
    "align_sentences": "core.compare",
    "compare": "core.compare",
    "SentenceLink": "core.compare",
    "document_from_text": "core.documents",
    "read_document": "core.documents",
    "Cancelled": "core.errors",
    "FacingPagesError": "core.errors",
    "ReadingError": "core.errors",
    "ComparisonCache": "core.comparison_cache",
    "Level": "core.options",
    "Options": "core.options",
}


def __getattr__(name: str) -> object:
    """Load a public name from its home; the values of the model live in `core.model`."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = import_module(f"{__name__}.{_HOMES.get(name, 'core.model')}")
    return getattr(home, name)
