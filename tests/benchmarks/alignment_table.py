"""Print how well and how fast texts are aligned, on sets labelled by people.

    python tests/benchmarks/alignment_table.py ../shared/bench [--sets ablit argrewrite books]

The folder holds the sets and `score.py`, which defines every number. Nothing of it is copied.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from facing_pages import align_sentences, read_document
from facing_pages.core.alignment.sentences import link_sentences
from facing_pages.core.model import Document, RepairKind, Span
from facing_pages.core.progress import Steps
from facing_pages.core.reading.edits import Edit, Positions
from facing_pages.core.similarity.units import document_units

SENTENCE_SETS = ("argrewrite", "ablit")
BOOKS = ("wuthering-heights", "mansfield-park", "kjv-web-nt-shuffled", "kjv-web")
NUMBERS = ("pair", "pair, texts differ", "link n:m", "deleted", "inserted", "ablit", "para")


def main(arguments: list[str]) -> int:
    """Measure what the arguments name and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder with the sets and score.py")
    parser.add_argument("--sets", nargs="*", default=[*SENTENCE_SETS, *BOOKS], metavar="SET")
    choices = parser.parse_args(arguments)
    scorer = load_scorer(choices.folder / "score.py")
    for name in choices.sets:
        if name in SENTENCE_SETS:
            print_sentences(scorer, choices.folder / name / "dev.jsonl", name)
        else:
            print_book(scorer, choices.folder / "books" / name, name)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"largest memory {peak} MB")
    return 0


def load_scorer(path: Path) -> ModuleType:
    """Load the scorer that lies beside the sets."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is missing. Name the folder that holds score.py.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def print_sentences(scorer: ModuleType, path: Path, name: str) -> None:
    """Align the documents of a set and print F1 for each number, in per cent."""
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    start = time.perf_counter()
    predicted = [
        {
            "id": record["id"],
            "links": [
                [list(link.original), list(link.rewrite)]
                for link in align_sentences(record["source"], record["target"])
                if link.original and link.rewrite
            ],
        }
        for record in records
    ]
    seconds = time.perf_counter() - start
    scores = scorer.score_sent(records, predicted)
    said = ", ".join(f"{number} {100 * scores[number][2]:.1f}" for number in NUMBERS)
    print(f"{name}: {said}; {len(records)} documents in {seconds:.1f} s", flush=True)


def print_book(scorer: ModuleType, folder: Path, name: str) -> None:
    """Align two books and print where one lands, in per cent, and the times of both steps."""
    start = time.perf_counter()
    documents = [read_document(folder / f"{side}.txt") for side in ("source", "target")]
    read = time.perf_counter() - start
    links = book_links(*documents)
    aligned = time.perf_counter() - start - read
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    gold.setdefault("id", name)
    scores: dict[str, Any] = scorer.score_span([gold], [{"id": gold["id"], "spans": links}])
    there, back = scores["source to target"], scores["target to source"]
    alone = there["units with no partner left alone"]
    said = [f"{name}: lands {percent(there)} and {percent(back)}"]
    if alone is not None:
        said.append(f"left alone {100 * alone:.1f}")
    if scores["moved recall"] is not None:
        said.append(f"moved {100 * scores['moved recall']:.1f}")
    print(f"{', '.join(said)}; read in {read:.1f} s, aligned in {aligned:.1f} s", flush=True)


def percent(landing: dict[str, float]) -> str:
    """Return the share that lands right."""
    return f"{100 * landing['lands in the right unit']:.2f}"


def book_links(original: Document, rewrite: Document) -> list[list[tuple[int, int]]]:
    """Return the links of two books as spans of the files they were read from."""
    pieces = link_sentences(document_units(original), document_units(rewrite), Steps())
    places = [(document, places_in_file(document)) for document in (original, rewrite)]
    return [
        [
            in_file(document, positions, numbers)
            for (document, positions), numbers in zip(
                places, (piece.original, piece.rewrite), strict=True
            )
        ]
        for piece in pieces
    ]


def places_in_file(document: Document) -> Positions:
    """Return how places of the text shown lead back to the file, by taking repairs back."""
    shift = 0
    edits: list[Edit] = []
    for repair in document.repairs:
        start = repair.at.start + shift
        shown = repair.at.of(document.text)
        edits.append(Edit(Span(start, start + len(repair.was)), shown, RepairKind.MOJIBAKE))
        shift += len(repair.was) - repair.at.length
    return Positions(edits)


def in_file(document: Document, positions: Positions, numbers: Span) -> tuple[int, int]:
    """Return where a run of sentences stands in the file."""
    span = document.sentences_span(range(*numbers))
    return positions.to_old(span.start), positions.to_old(span.end)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
