"""Work is refused memory above a limit, and what comes after it is not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from facing_pages.core.system import comparing_memory
from facing_pages.core.system.comparing_memory import MemoryLimit

MB = 1_000_000
ON_LINUX = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux enforces a limit of the address space"
)

# In a process of its own: a limit holds for all of a process.
REFUSED = """
from facing_pages.core.system.comparing_memory import MemoryLimit

with MemoryLimit(100_000_000) as limit:
    kept = bytearray(50_000_000)
    try:
        bytearray(200_000_000)
    except MemoryError:
        print("refused above", limit.max_bytes)
    limit.set(300_000_000)
    kept = bytearray(200_000_000)
    print("a higher limit allows more")
kept = bytearray(1_000_000_000)
print("lifted")
"""


@ON_LINUX
def test_memory_above_the_limit_is_refused_until_it_is_lifted() -> None:
    done = subprocess.run(
        [sys.executable, "-c", REFUSED], capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines() == [
        "refused above 100000000",
        "a higher limit allows more",
        "lifted",
    ]


def test_a_system_that_enforces_nothing_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing_memory.sys, "platform", "darwin")
    peak = 500 * MB
    monkeypatch.setattr(comparing_memory, "peak_memory", lambda: peak)
    limit = MemoryLimit(100 * MB)
    peak = 600 * MB
    assert not limit.is_cancelled()

    peak = 601 * MB

    with pytest.raises(MemoryError):
        limit.is_cancelled()
    limit.lift()
    assert not limit.is_cancelled()
