"""Print how many planted changes of meaning are found, beside how many faithful pairs alarm.

    python tests/benchmarks/findings_table.py ../shared/bench [--sets summedits ists] [--every 4]

The folder holds `findings/*.dev.jsonl` and `findings/score.py`, which defines every number, and the
faithful pairs of `multimwa-mtref`, `edinburgh++` and `books/kjv-web`, on which each finding is an
alarm. Nothing of it is copied. Rules and the judge of words left out were chosen on half of the
records, by a hash of their names; only the other half is measured here.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from alignment_table import records_of

from facing_pages import compare
from facing_pages.core.model import Finding
from facing_pages.core.options import SHOWN_SEVERITY, Options

SETS = (
    "demetr-paraphrase", "demetr-minimal", "demetr-cross", "summedits", "ists", "pawsx-en",
    "pawsx-de", "pawsx-fr", "pawsx-es", "roles-made", "swords", "conjnli", "veridicality",
)  # fmt: skip
FAITHFUL = ("multimwa-mtref/dev", "edinburgh++/train")
BOOK = "books/kjv-web"
# Verses of the book that are compared, from its beginning; all in one, as a reader would.
MAX_VERSES = 1500


def main(arguments: list[str]) -> int:
    """Measure the sets that the arguments name and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder with the sets")
    parser.add_argument("--sets", nargs="*", default=SETS, choices=SETS, metavar="SET")
    parser.add_argument("--every", type=int, default=1, help="take every n-th record only")
    parser.add_argument("--severity", type=int, default=1, help="the least severity that counts")
    choices = parser.parse_args(arguments)
    scorer = load_module(choices.folder / "findings" / "score.py")
    for name in choices.sets:
        gold = choices.folder / "findings" / f"{name}.dev.jsonl"
        records = [r for r in records_of(gold) if is_measured(r["id"]) and r["original"]]
        print_set(scorer, gold, records[:: choices.every], choices.severity)
    for name in FAITHFUL:
        print_faithful(name, sentences_of(choices.folder / f"{name}.jsonl", choices.every))
    print_faithful(BOOK, [verses_of(choices.folder / BOOK)])
    return 0


def load_module(path: Path) -> ModuleType:
    """Return a script as a module."""
    spec = importlib.util.spec_from_file_location("findings_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_measured(name: str) -> bool:
    """Tell whether a record is in the half that nothing was chosen on.

    Records of DEMETR are named by their sentence and the fault planted in it: a sentence is in one
    half with all its faults.
    """
    base = name.split("-")[2] if name.startswith("demetr") else name
    return bool(zlib.crc32(base.encode()) & 1)


def found_in(original: str, rewrite: str) -> tuple[Finding, ...]:
    """Return the findings of two texts."""
    return compare(original, rewrite, options=Options(findings=True)).findings or ()


def print_set(
    scorer: ModuleType, gold: Path, records: Sequence[dict[str, Any]], severity: int
) -> None:
    """Print what `score.py` says of a set, and how long a pair took."""
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        lines = (json.dumps(prediction(record)) for record in records)
        predicted.write_text("\n".join(lines), "utf-8")
        took = 1000 * (time.perf_counter() - start) / max(1, len(records))
        output = io.StringIO()
        arguments = ["score.py", str(gold), str(predicted), "--severity", str(severity)]
        with patch.object(sys, "argv", arguments), redirect_stdout(output):
            scorer.main()
    print(f"\n{gold.name.partition('.')[0]}: {len(records)} pairs, {took:.0f} ms a pair with links")
    print(output.getvalue(), end="", flush=True)


def prediction(record: dict[str, Any]) -> dict[str, Any]:
    """Return the findings of a record as the scorer reads them."""
    found = [
        {
            "kind": finding.kind.value,
            "severity": finding.severity,
            "confidence": finding.confidence,
            "original": finding.original,
            "rewrite": finding.rewrite,
        }
        for finding in found_in(record["original"], record["rewrite"])
    ]
    return {"id": record["id"], "findings": found}


def sentences_of(path: Path, every: int) -> Iterator[tuple[str, str]]:
    """Yield the faithful pairs of a set whose sentences come in words."""
    for record in records_of(path)[::every]:
        if is_measured(record["id"]):
            yield joined(record["source"]), joined(record["target"])


def joined(words: Sequence[str]) -> str:
    """Return words as a sentence, marks without a space before them."""
    text = " ".join(words)
    for mark in (",", ".", ";", ":", "?", "!", "'s", "n't", "'re", "'ve", "'ll", ")"):
        text = text.replace(f" {mark}", mark)
    return text[:1].upper() + text[1:]


def verses_of(folder: Path) -> tuple[str, str]:
    """Return the beginning of a book in both translations."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    texts = [(folder / f"{side}.txt").read_text("utf-8") for side in ("source", "target")]
    links = [link for link in gold["links"][:MAX_VERSES] if all(link)]
    ends = (gold["source_spans"][links[-1][0][-1]][1], gold["target_spans"][links[-1][1][-1]][1])
    return texts[0][: ends[0]], texts[1][: ends[1]]


def print_faithful(name: str, pairs: Iterator[tuple[str, str]] | Sequence[tuple[str, str]]) -> None:
    """Print the findings in 1,000 words of pairs that say the same, by kind."""
    words, kinds, shown = 0, Counter[str](), 0
    for original, rewrite in pairs:
        words += len(rewrite.split())
        found = [f for f in found_in(original, rewrite) if f.severity >= SHOWN_SEVERITY]
        shown += len(found)
        kinds.update(finding.kind.value for finding in found)
    rates = ", ".join(f"{kind} {1000 * n / words:.2f}" for kind, n in kinds.most_common())
    print(f"\n{name}: {1000 * shown / max(1, words):.2f} findings shown in 1,000 words: {rates}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
