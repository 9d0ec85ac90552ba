"""Facing Pages: sets a text and its rewrite on facing pages and marks what changed.

The names below are what other programs may rely on::

    from facing_pages import compare, read_document
    comparison = compare(read_document("draft.txt"), read_document("edited.txt"))
"""

from facing_pages.core.alignment.words import align_words
from facing_pages.core.compare import SentenceLink, align_sentences, compare
from facing_pages.core.documents import document_from_text, read_document
from facing_pages.core.errors import Cancelled, FacingPagesError, ReadingError
from facing_pages.core.model import Change, Comparison, Document, Link, Side, Span
from facing_pages.core.options import Level, Options

__version__ = "0.1.0"

__all__ = [
    "Cancelled",
    "Change",
    "Comparison",
    "Document",
    "FacingPagesError",
    "Level",
    "Link",
    "Options",
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
