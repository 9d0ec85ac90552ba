"""What the worker keeps of a pair from one look at it to the next."""

from __future__ import annotations

from facing_pages.core.comparison_cache import ComparisonCache
from facing_pages.core.documents import with_sentences
from facing_pages.core.model import Alignment, Document, Side
from facing_pages.core.progress import NO_STEPS, Steps
from facing_pages.session.pair import Request


class WorkerCache:
    """`documents` and `alignment` are those of the pair aligned last, None while there is none."""

    def __init__(self) -> None:
        self.memory = ComparisonCache()
        self.documents: tuple[Document, Document] | None = None
        self.alignment: Alignment | None = None
        self._sources: tuple[object, ...] = ()
        self._read: tuple[Document, Document] | None = None

    def texts_of(self, request: Request) -> tuple[Document, Document] | None:
        """Return the texts of a pair with their sentences, if they were the last ones read."""
        return self._read if self._sources == _sources(request) else None

    def put(
        self, request: Request, read: tuple[Document, Document], steps: Steps = NO_STEPS
    ) -> tuple[Document, Document]:
        """Keep texts that were read; return them with their sentences.

        Raises `Cancelled` when asked to stop.
        """
        texts = (with_sentences(read[0], steps), with_sentences(read[1], steps))
        self._sources = _sources(request)
        self._read = texts
        return texts

    def empty(self) -> None:
        """Forget everything, so that its memory can be used for something else."""
        self.clear()
        self.memory = ComparisonCache()
        self._sources, self._read = (), None

    def clear(self) -> None:
        """Forget the pair that was aligned; the memory of what was found stays."""
        self.documents = self.alignment = None


def _sources(request: Request) -> tuple[object, ...]:
    return tuple(request.source(side) for side in Side)
