"""What the worker keeps between two comparisons of a pair, for each window."""

from __future__ import annotations

import pickle

from facing_pages.core.comparison_cache import ComparisonCache
from facing_pages.core.documents import with_sentences_of_both
from facing_pages.core.model import Alignment, Document, Side
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.session.pair import Request
from facing_pages.worker.finding_pass import FindingCache


class WorkerCache:
    """Texts and results of one window; `documents` and `alignment` are those of the last pair."""

    def __init__(self) -> None:
        self.found = ComparisonCache()
        self.findings: FindingCache = FindingCache()
        self.documents: tuple[Document, Document] | None = None
        self.alignment: Alignment | None = None
        self._sources: tuple[object, ...] = ()
        self._read: tuple[Document, Document] | None = None

    def begin(self) -> None:
        """Prepare for another comparison."""
        self.found.begin()
        self.findings.begin()

    def finish(self) -> None:
        """Tell that the comparison was completed, so that older results are no longer needed."""
        self.found.finish()
        self.findings.finish()

    def texts_of(self, request: Request) -> tuple[Document, Document] | None:
        """Return the texts of a pair with their sentences; None if others were read last."""
        return self._read if self._sources == _sources(request) else None

    def put(
        self, request: Request, read: tuple[Document, Document], progress: Progress = NO_PROGRESS
    ) -> tuple[Document, Document]:
        """Split the texts of a pair into sentences, keep them and return them.

        Raises `Cancelled` when asked to stop.
        """
        texts = with_sentences_of_both(*read, progress)
        self._sources = _sources(request)
        self._read = texts
        return texts

    def empty(self) -> None:
        """Drop everything to free its memory."""
        self.clear()
        self.found = ComparisonCache()
        self.findings = FindingCache()
        self._sources, self._read = (), None

    def clear(self) -> None:
        """Drop the aligned pair; the results for its links are kept."""
        self.documents = self.alignment = None


class ClientCaches:
    """The caches of the windows that a worker compares for.

    One received from another worker stays pickled, in a tenth of the memory, until it is needed.
    """

    def __init__(self) -> None:
        self._caches: dict[int, WorkerCache] = {}
        self._packed: dict[int, bytes] = {}

    def of(self, client: int) -> WorkerCache:
        """Return the cache of a window, an empty one for a new window."""
        if packed := self._packed.pop(client, b""):
            # Made by `give` of another worker of this program, and sent through our own pipes.
            self._caches[client] = pickle.loads(packed)  # noqa: S301
        return self._caches.setdefault(client, WorkerCache())

    def give(self, client: int) -> bytes:
        """Drop the cache of a window and return it pickled for another process; b"" without one."""
        packed = self._packed.pop(client, b"")
        cache = self._caches.pop(client, None)
        return packed if cache is None else pickle.dumps(cache, pickle.HIGHEST_PROTOCOL)

    def take(self, client: int, packed: bytes) -> None:
        """Store the cache that `give` returned in another process."""
        self.forget(client)
        if packed:
            self._packed[client] = packed

    def forget(self, client: int) -> None:
        """Drop the cache of a window."""
        self._packed.pop(client, None)
        self._caches.pop(client, None)


def _sources(request: Request) -> tuple[object, ...]:
    return tuple(request.source(side) for side in Side)
