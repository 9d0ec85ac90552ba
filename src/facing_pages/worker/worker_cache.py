"""What the worker keeps of a pair from one look at it to the next, for each window."""

from __future__ import annotations

import pickle

from facing_pages.core.comparison_cache import ComparisonCache
from facing_pages.core.documents import with_sentences
from facing_pages.core.model import Alignment, Document, Side
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.session.pair import Request


class WorkerCache:
    """`documents` and `alignment` are those of the pair aligned last, None while there is none."""

    def __init__(self) -> None:
        self.found = ComparisonCache()
        self.documents: tuple[Document, Document] | None = None
        self.alignment: Alignment | None = None
        self._sources: tuple[object, ...] = ()
        self._read: tuple[Document, Document] | None = None

    def texts_of(self, request: Request) -> tuple[Document, Document] | None:
        """Return the texts of a pair with their sentences, if they were the last ones read."""
        return self._read if self._sources == _sources(request) else None

    def put(
        self, request: Request, read: tuple[Document, Document], progress: Progress = NO_PROGRESS
    ) -> tuple[Document, Document]:
        """Keep texts that were read; return them with their sentences.

        Raises `Cancelled` when asked to stop.
        """
        texts = (with_sentences(read[0], progress), with_sentences(read[1], progress))
        self._sources = _sources(request)
        self._read = texts
        return texts

    def empty(self) -> None:
        """Forget everything, so that its memory can be used for something else."""
        self.clear()
        self.found = ComparisonCache()
        self._sources, self._read = (), None

    def clear(self) -> None:
        """Forget the pair that was aligned; what was found in its links stays."""
        self.documents = self.alignment = None


class ClientCaches:
    """The caches of the windows that a worker compares for.

    One that came from another worker stays packed, in a tenth of the memory, until it is needed.
    """

    def __init__(self) -> None:
        self._caches: dict[int, WorkerCache] = {}
        self._packed: dict[int, bytes] = {}

    def of(self, client: int) -> WorkerCache:
        """Return the cache of a window, an empty one for a window that is not known."""
        if packed := self._packed.pop(client, b""):
            # Made by `give` of another worker of this program, and sent through our own pipes.
            self._caches[client] = pickle.loads(packed)  # noqa: S301
        return self._caches.setdefault(client, WorkerCache())

    def give(self, client: int) -> bytes:
        """Return the cache of a window for another process and forget it; b"" without one."""
        packed = self._packed.pop(client, b"")
        cache = self._caches.pop(client, None)
        return packed if cache is None else pickle.dumps(cache, pickle.HIGHEST_PROTOCOL)

    def take(self, client: int, packed: bytes) -> None:
        """Keep what `give` returned in another process."""
        self.forget(client)
        if packed:
            self._packed[client] = packed

    def forget(self, client: int) -> None:
        """Free what was kept for a window."""
        self._packed.pop(client, None)
        self._caches.pop(client, None)


def _sources(request: Request) -> tuple[object, ...]:
    return tuple(request.source(side) for side in Side)
