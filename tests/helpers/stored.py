"""Results that are stored beside the tests, and renewed on purpose only.

With FACING_PAGES_RENEW=1 the tests write what they found in place of what was stored. Look at
`git diff` afterwards: each line that changed is a result that a reader gets to see.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path

import pytest

RENEW = os.environ.get("FACING_PAGES_RENEW") == "1"


def check_stored(path: Path, found: bytes) -> None:
    """Fail unless a file holds exactly these bytes; write them instead if asked to renew."""
    if RENEW:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(found)
        return
    if not path.exists():
        pytest.fail(f"{path} is missing: run this with FACING_PAGES_RENEW=1, and look at it")
    stored = path.read_bytes()
    if stored == found:
        return
    with contextlib.suppress(UnicodeDecodeError):
        # Pytest shows which lines differ.
        assert found.decode("utf-8").splitlines() == stored.decode("utf-8").splitlines()
    pytest.fail(f"{path.name} differs from what was stored")


def check_stored_digest(path: Path, name: str, found: bytes) -> None:
    """Fail unless a JSON file of digests has this one; for results of texts that are not ours."""
    digests = json.loads(path.read_text("utf-8")) if path.exists() else {}
    digest = hashlib.sha256(found).hexdigest()
    if RENEW:
        digests[name] = digest
        path.write_text(json.dumps(digests, indent=2, sort_keys=True) + "\n", "utf-8")
    else:
        assert digests.get(name) == digest, f"the result of {name} is not the one that was stored"
