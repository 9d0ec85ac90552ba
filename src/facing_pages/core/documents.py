"""From a file or a text to a complete document: reading and splitting together."""

from __future__ import annotations

import os
from dataclasses import replace

from facing_pages.core.both import Both
from facing_pages.core.languages.detect import language_of
from facing_pages.core.model import Document
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.reading.files import from_text, read_file
from facing_pages.core.splitting.sentences import split_sentences
from facing_pages.core.splitting.shared_ends import with_shared_ends


def read_document(path: str | os.PathLike[str]) -> Document:
    """Read a file of any format into a document with paragraphs and sentences.

    `-` reads standard input. Raises `ReadingError` for a file that is missing, empty, too large,
    damaged, locked, a folder or no text.

    The file is read in this process, without limits of time and memory: programs that start no
    other one can use it. Files from strangers are better read by `read_file_isolated` of
    `core.reading.isolated`, which the window and the command use.
    """
    return with_sentences(read_file(path))


def document_from_text(text: str, *, name: str = "text") -> Document:
    """Make a document of text, such as pasted text. Raises `ReadingError` if it is blank."""
    return with_sentences(from_text(text, name=name))


def with_sentences(document: Document, progress: Progress = NO_PROGRESS) -> Document:
    """Return the document with its sentences; unchanged if it has them.

    Raises `Cancelled` when asked to stop.
    """
    if document.sentences:
        return document
    sentences = split_sentences(
        document.text, document.paragraphs, language=language_of(document.text), progress=progress
    )
    return replace(document, sentences=sentences)


def with_sentences_of_both(
    original: Document, rewrite: Document, progress: Progress = NO_PROGRESS
) -> tuple[Document, Document]:
    """Return two documents with their sentences; an end found in one is tried in the other.

    Raises `Cancelled` when asked to stop.
    """
    documents = Both(with_sentences(original, progress), with_sentences(rewrite, progress))
    shared = with_shared_ends(documents)
    return shared.original, shared.rewrite
