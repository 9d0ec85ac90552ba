"""Print how many planted changes of meaning are found, beside how many faithful pairs alarm.

    python tests/benchmarks/findings_table.py ../shared/bench [--limit 100] [--sets summedits ists]

The folder holds `findings/*.dev.jsonl` and `findings/score.py`, which defines every number, and the
faithful pairs of `multimwa-mtref`, `edinburgh++` and `books/kjv-web`, on which each finding is an
alarm. Nothing of it is copied. Every pair is read in three ways: by the rules for facts, opposites,
quotations and torn marks, by all rules, and by the trained reader in addition. `dnc-acceptability`
is not among the sets: its sentences stand alone, and nothing is found in a text beside itself.

Rules and the judge of words left out were chosen on half of the records, by a hash of their names,
and the reader was trained on five in six of the pairs of some sets. Only what neither has seen is
measured here; in `roles-made`, what the reader has not seen. `--limit` takes that many records of a
set, those with the lowest hash: the same ones each time, and those of a smaller limit are among
those of a larger one.
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
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from alignment_table import records_of

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "build_scripts" / "models"))

from meaning_example import is_held_out
from meaning_sets import group_of

from facing_pages import compare
from facing_pages.core.findings.find import find_all
from facing_pages.core.findings.reader.meaning_reader import meaning_reader
from facing_pages.core.model import Finding, FindingKind
from facing_pages.core.options import SHOWN_SEVERITY, Options

SETS = (
    "demetr-paraphrase", "demetr-minimal", "demetr-cross", "summedits", "ists", "pawsx-en",
    "pawsx-de", "pawsx-fr", "pawsx-es", "roles-made", "swords", "conjnli", "blimp", "veridicality",
    "exaggeration", "etpc", "simplification", "events", "add-one",
)  # fmt: skip
# Sets that the reader was trained on but for the pairs held out.
TRAINED_ON = frozenset(SETS[:13]) - {"demetr-cross"}
FAITHFUL = ("multimwa-mtref/dev", "edinburgh++/train")
BOOK = "books/kjv-web"
# Verses of the book that are compared at most, from its beginning; all in one, as a reader would.
MAX_VERSES = 1500
FIRST, RULES, ALL = WAYS = ("rules for facts and marks", "all rules", "rules and reader")
KINDS_OF_FIRST = frozenset(
    {
        FindingKind.NUMBER, FindingKind.DATE, FindingKind.NAME, FindingKind.NEGATION,
        FindingKind.ANTONYM, FindingKind.QUOTATION, FindingKind.TORN,
    }
)  # fmt: skip
Found = dict[str, tuple[Finding, ...]]


@dataclass
class Alarms:
    """Findings of at least the shown severity in pairs that say the same, by kind."""

    words: int = 0
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, rewrite: str, findings: Iterable[Finding]) -> None:
        """Count the findings of a pair."""
        self.words += len(rewrite.split())
        self.kinds.update(f.kind.value for f in findings if f.severity >= SHOWN_SEVERITY)

    def __str__(self) -> str:
        rates = [(kind, 1000 * n / max(1, self.words)) for kind, n in self.kinds.most_common()]
        total = sum(rate for _, rate in rates)
        kinds = ", ".join(f"{kind} {rate:.2f}" for kind, rate in rates)
        return f"{total:.2f} findings shown in 1,000 words: {kinds}"


def main(arguments: list[str]) -> int:
    """Measure the sets that the arguments name and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder with the sets")
    names = (*SETS, *FAITHFUL, BOOK)
    parser.add_argument("--sets", nargs="*", default=names, choices=names, metavar="SET")
    parser.add_argument("--limit", type=int, help="the most records of a set; default: all")
    parser.add_argument("--severity", type=int, default=1, help="the least severity that counts")
    choices = parser.parse_args(arguments)
    scorer = load_module(choices.folder / "findings" / "score.py")
    for name in choices.sets:
        start = time.process_time()
        if name == BOOK:
            count = print_book(choices.folder / name, min(MAX_VERSES, choices.limit or MAX_VERSES))
        elif name in FAITHFUL:
            count = print_faithful(sample(choices.folder / f"{name}.jsonl", choices.limit))
        else:
            gold = choices.folder / "findings" / f"{name}.dev.jsonl"
            count = print_set(scorer, gold, sample(gold, choices.limit), choices.severity)
        took = 1000 * (time.process_time() - start) / max(1, count)
        print(f"{name}: {count} records, {took:.0f} ms each\n", flush=True)
    return 0


def load_module(path: Path) -> ModuleType:
    """Return a script as a module."""
    spec = importlib.util.spec_from_file_location("findings_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sample(path: Path, limit: int | None) -> list[dict[str, Any]]:
    """Return the measured records of a set: those with the lowest hashes, in that order."""
    name = path.name.partition(".")[0]
    unseen = [record for record in records_of(path) if is_unseen(name, record)]
    measured = [record for record in unseen if is_measured(record["id"])] or unseen
    return sorted(measured, key=lambda record: zlib.crc32(record["id"].encode()))[:limit]


def is_unseen(name: str, record: dict[str, Any]) -> bool:
    """Tell whether the reader was not trained on a record of a set."""
    return name not in TRAINED_ON or is_held_out(group_of(name, record))


def is_measured(name: str) -> bool:
    """Tell whether a record is in the half that nothing was chosen on.

    Records of DEMETR are named by their sentence and the fault planted in it: a sentence is in one
    half with all its faults.
    """
    base = name.split("-")[2] if name.startswith("demetr") else name
    return bool(zlib.crc32(base.encode()) & 1)


def found_in(original: str, rewrite: str) -> Found:
    """Return the findings of two texts in each of the ways."""
    comparison = compare(original, rewrite, options=Options(findings=True, precise=True))
    documents = comparison.original, comparison.rewrite
    by_rules = find_all(documents, comparison.alignment)
    first = tuple(finding for finding in by_rules if finding.kind in KINDS_OF_FIRST)
    return {FIRST: first, RULES: by_rules, ALL: comparison.findings or ()}


def print_set(
    scorer: ModuleType, gold: Path, records: Sequence[dict[str, Any]], severity: int
) -> int:
    """Print what `score.py` says of a set, for each of the ways; return how many pairs it had."""
    found = [(each["id"], found_in(each["original"], each["rewrite"])) for each in records]
    for way in WAYS if meaning_reader() else WAYS[:-1]:
        lines = [prediction(name, findings[way]) for name, findings in found]
        print(f"-- {way}\n{score(scorer, gold, lines, severity)}", end="")
    return len(found)


def score(scorer: ModuleType, gold: Path, lines: Sequence[str], severity: int) -> str:
    """Return what `score.py` prints."""
    output = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_text("\n".join(lines), "utf-8")
        arguments = ["score.py", str(gold), str(predicted), "--severity", str(severity)]
        with patch.object(sys, "argv", arguments), redirect_stdout(output):
            scorer.main()
    return output.getvalue()


def prediction(name: str, findings: Iterable[Finding]) -> str:
    """Return the findings of a record as a line that the scorer reads."""
    found = [
        {name: asdict(finding)[name] for name in ("severity", "confidence", "original", "rewrite")}
        | {"kind": finding.kind.value}
        for finding in findings
    ]
    return json.dumps({"id": name, "findings": found})


def print_faithful(records: Iterable[dict[str, Any]]) -> int:
    """Print the alarms of faithful pairs whose sentences come in words; return their number."""
    return print_alarms((joined(each["source"]), joined(each["target"])) for each in records)


def print_book(folder: Path, verses: int) -> int:
    """Print the alarms of the beginning of a book; return how many verses it has."""
    print_alarms([verses_of(folder, verses)])
    return verses


def print_alarms(pairs: Iterable[tuple[str, str]]) -> int:
    """Print the findings in 1,000 words of pairs that say the same, for each of the ways."""
    read, alarms = list(pairs), defaultdict[str, Alarms](Alarms)
    for original, rewrite in read:
        for way, findings in found_in(original, rewrite).items():
            alarms[way].add(rewrite, findings)
    for way, counted in alarms.items():
        print(f"-- {way}\n{counted}")
    return len(read)


def joined(words: Sequence[str]) -> str:
    """Return words as a sentence, marks without a space before them."""
    text = " ".join(words)
    for mark in (",", ".", ";", ":", "?", "!", "'s", "n't", "'re", "'ve", "'ll", ")"):
        text = text.replace(f" {mark}", mark)
    return text[:1].upper() + text[1:]


def verses_of(folder: Path, verses: int) -> tuple[str, str]:
    """Return the beginning of a book in both translations."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    texts = [(folder / f"{side}.txt").read_text("utf-8") for side in ("source", "target")]
    links = [link for link in gold["links"][:verses] if all(link)]
    ends = (gold["source_spans"][links[-1][0][-1]][1], gold["target_spans"][links[-1][1][-1]][1])
    return texts[0][: ends[0]], texts[1][: ends[1]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
