"""Results that are stored beside the tests, and renewed on purpose only.

With FACING_PAGES_RENEW=1 the tests write what they found in place of what was stored. Look at
`git diff` afterwards: each line that changed is a result that a reader gets to see.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

# How far a confidence may be from the one that was stored, and which share of the lines of a long
# text is the same on any processor. Between one with and one without AVX-512 a single number of
# those stored with the short pairs differed, by 0.01; of the 1,638 lines of a slice of a novel 5
# differed between one of them and an emulator of the other.
SAME_CONFIDENCE = 0.02
MIN_SAME = 0.99
CONFIDENCE = re.compile(r"\b[01]\.\d\d\b")
# Digits that stand for a line of a long text.
DIGEST = 4
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


def check_stored_outline(path: Path, found: str) -> None:
    """As `check_stored`, for lines in which a confidence may differ by `SAME_CONFIDENCE`.

    Processors round differently: the last digit of a confidence is not the same on all of them.
    """
    stored = path.read_text("utf-8") if path.exists() else ""
    numbers = [[float(number) for number in CONFIDENCE.findall(text)] for text in (stored, found)]
    same_words = CONFIDENCE.sub("(n)", stored) == CONFIDENCE.sub("(n)", found)
    if same_words and numbers[0] == pytest.approx(numbers[1], abs=SAME_CONFIDENCE):
        return
    check_stored(path, found.encode())


def check_stored_digests(path: Path, name: str, found: Iterable[str]) -> None:
    """Fail unless nearly all lines of a result are those whose digests stand in a JSON file.

    For results of texts that are not ours. Nearly: in a long text some link or other hangs by a
    hair, and then it depends on the processor on which side it comes down.
    """
    stored = json.loads(path.read_text("utf-8")) if path.exists() else {}
    digests = [hashlib.sha256(line.encode()).hexdigest()[:DIGEST] for line in found]
    if RENEW:
        stored[name] = "".join(digests)
        path.write_text(json.dumps(stored, indent=2, sort_keys=True) + "\n", "utf-8")
        return
    known = stored.get(name, "")
    before = Counter(known[k : k + DIGEST] for k in range(0, len(known), DIGEST))
    same = (before & Counter(digests)).total()
    assert same >= MIN_SAME * max(before.total(), len(digests)), (
        f"of {name}, {same} of {before.total()} lines are as stored; there are {len(digests)} now"
    )
