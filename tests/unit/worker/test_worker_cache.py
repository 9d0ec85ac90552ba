"""What is known of a window's pair is kept by window, and can go to another process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facing_pages.core.alignment.sentences.window_aligner import WindowAligner
from facing_pages.session.pair import Request, Source
from facing_pages.worker.comparison_steps import RowsAligned
from facing_pages.worker.incremental_comparison import compare_in_steps, words_of_link
from facing_pages.worker.worker_cache import ClientCaches

PAIR = Request(
    Source(pasted="The lamp was quiet. Nobody knew.", name="one"),
    Source(pasted="The lamp was silent. Nobody knew.", name="two"),
)


def test_what_is_given_away_is_known_where_it_is_taken() -> None:
    giving, taking = ClientCaches(), ClientCaches()
    list(compare_in_steps(PAIR, cache=giving.of(1)))
    taking.take(1, giving.give(1))
    first = next(compare_in_steps(PAIR, cache=taking.of(1), is_corrected=True))
    assert isinstance(first, RowsAligned)
    assert words_of_link(taking.of(1), 0)
    assert words_of_link(giving.of(1), 0) is None


# Hashes of texts differ from process to process.
ELSEWHERE = """
import sys
from pathlib import Path
from facing_pages.session.pair import Request, Source
from facing_pages.worker.incremental_comparison import compare_in_steps
from facing_pages.worker.worker_cache import ClientCaches

texts = sys.argv[2:]
caches = ClientCaches()
pair = Request(*(Source(pasted=text, name="text") for text in texts))
list(compare_in_steps(pair, cache=caches.of(1)))
Path(sys.argv[1]).write_bytes(caches.give(1))
"""


def test_what_was_found_in_another_process_is_not_looked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "cache"
    texts = (PAIR.original.pasted, PAIR.rewrite.pasted)
    command = [sys.executable, "-c", ELSEWHERE, str(packed), *texts]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    caches = ClientCaches()
    caches.take(1, packed.read_bytes())
    aligned_afresh: list[object] = []
    monkeypatch.setattr(WindowAligner, "best_chain", lambda *window: aligned_afresh.append(window))
    same = Request(*(Source(pasted=text, name="text") for text in texts))
    list(compare_in_steps(same, cache=caches.of(1), is_corrected=True))
    assert aligned_afresh == []


def test_what_was_taken_can_be_given_away_unused() -> None:
    caches = ClientCaches()
    caches.take(1, b"as it came")
    assert caches.give(1) == b"as it came"
    assert caches.give(1) == b""


def test_windows_do_not_share_what_is_known_of_their_pairs() -> None:
    caches = ClientCaches()
    list(compare_in_steps(PAIR, cache=caches.of(1)))
    assert words_of_link(caches.of(2), 0) is None
    caches.forget(2)
    assert words_of_link(caches.of(1), 0)
    caches.forget(1)
    assert words_of_link(caches.of(1), 0) is None


def test_a_worker_that_knew_nothing_gives_nothing() -> None:
    giving, taking = ClientCaches(), ClientCaches()
    taking.take(1, giving.give(1))
    assert taking.of(1).documents is None
