"""Print how well and how fast words are linked and changes are cut, on sets labelled by people.

    python tests/benchmarks/word_table.py ../shared/bench [--parts words edits sureness sizes]

The folder holds the sets and `score.py`, which defines every number. Nothing of it is copied. Of
`edinburgh++` the 200 pairs are used that training left out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from alignment_table import load_scorer, records_of

from facing_pages import align_words, compare
from facing_pages.core.alignment.words.encoder import has_encoder
from facing_pages.core.alignment.words.word_aligner import word_aligner
from facing_pages.core.model import Change, ChangeKind, LinkReason, Span
from facing_pages.core.options import Options
from facing_pages.core.resources import resource
from facing_pages.core.splitting.folding import fold_word

WORD_SETS = {"multimwa-mtref/dev": None, "edinburgh++/train": -200, "multimwa-wiki/dev": None}
EDIT_SETS = ("arxivedits-edits/dev", "arxivedits-edits/train")
PARTS = ("words", "edits", "sureness", "sizes")
Aligner = Callable[[list[str], list[str]], list[tuple[int, int]]]


def main(arguments: list[str]) -> int:
    """Measure what the arguments name and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder with the sets and score.py")
    parser.add_argument("--parts", nargs="*", default=PARTS, choices=PARTS, metavar="PART")
    choices = parser.parse_args(arguments)
    scorer = load_scorer(choices.folder / "score.py")
    for part in choices.parts:
        if part == "words":
            print_words(scorer, choices.folder)
        elif part == "edits":
            print_edits(scorer, choices.folder)
        elif part == "sureness":
            print_sureness(choices.folder)
        else:
            print_sizes()
    return 0


def ways() -> Iterator[tuple[str, bool]]:
    """Give the ways words can be linked here, and whether the encoder is asked."""
    yield "static", False
    if has_encoder():
        yield "with encoder", True


def print_words(scorer: ModuleType, folder: Path) -> None:
    """Print F1 of word links, in per cent, and pairs of sentences a second."""
    for name, first in WORD_SETS.items():
        records = records_of(folder / f"{name}.jsonl")[first:]
        print_links(scorer, records, f"{name}, equal strings", equal_strings)
        for way, precise in ways():

            def ours(
                one: list[str], other: list[str], precise: bool = precise
            ) -> list[tuple[int, int]]:
                return list(align_words(one, other, precise=precise))

            print_links(scorer, records, f"{name}, {way}", ours)


def equal_strings(one: list[str], other: list[str]) -> list[tuple[int, int]]:
    """Link words that are equal and the only ones left of their kind, in order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(other):
        places[word.lower()].append(j)
    return [(i, places[w.lower()].pop(0)) for i, w in enumerate(one) if places[w.lower()]]


def print_links(
    scorer: ModuleType, records: list[dict[str, Any]], name: str, align: Aligner
) -> None:
    """Print the scores of one aligner on a set."""
    start = time.perf_counter()
    predicted = [
        {"id": r["id"], "pairs": [list(pair) for pair in align(r["source"], r["target"])]}
        for r in records
    ]
    rate = len(records) / (time.perf_counter() - start)
    scores = scorer.score_word(records, predicted)
    both, sure = scores["both"], scores["sure"]
    print(
        f"{name}: both, macro {f1(both['macro'])}, non-identical {f1(both['non-identical'])}, "
        f"exact {100 * both['EM']:.1f}; sure, macro {f1(sure['macro'])}; {rate:.0f} pairs a second",
        flush=True,
    )


def print_edits(scorer: ModuleType, folder: Path) -> None:
    """Print how often all edits of a pair are found exactly, in per cent."""
    for name in EDIT_SETS:
        records = records_of(folder / f"{name}.jsonl")
        for way, precise in ways():
            options = Options(precise=precise)
            predicted = [{"id": r["id"], "edits": edits_of(r, options)} for r in records]
            scores = scorer.score_phrase(records, predicted)
            print(
                f"{name}, {way}: all edits {100 * scores['EM']:.1f}, edits "
                f"{f1(scores['edits exact, micro'])}, changed words "
                f"{f1(scores['changed source tokens'])} and {f1(scores['changed target tokens'])}",
                flush=True,
            )


def edits_of(record: dict[str, Any], options: Options) -> list[list[list[int] | None]]:
    """Compare the two sentences as texts and return the changes in tokens.

    Words that only changed places and capitals at the start of a sentence are no edits there, and
    a phrase that was removed or added has the marks beside it.
    """
    sides = (record["source"], record["target"])
    comparison = compare(" ".join(sides[0]), " ".join(sides[1]), options=options)
    edits: list[list[list[int] | None]] = []
    kinds: list[ChangeKind] = []
    for change in comparison.changes:
        runs = [
            covered(tokens, span)
            for tokens, span in zip(sides, (change.original, change.rewrite), strict=True)
        ]
        if not any(runs) or is_no_edit(change, sides, runs):
            continue
        if edits and are_phrase_and_marks(kinds[-1], change.kind) and touch(edits[-1], runs, sides):
            edits[-1] = [joined(*pair) for pair in zip(edits[-1], runs, strict=True)]
            kinds[-1] = change.kind if kinds[-1] is ChangeKind.TYPOGRAPHY else kinds[-1]
        else:
            edits.append(runs)
            kinds.append(change.kind)
    return edits


def are_phrase_and_marks(*kinds: ChangeKind) -> bool:
    """Tell whether one change was removed or added and the other is typography."""
    return ChangeKind.TYPOGRAPHY in kinds and not {ChangeKind.REMOVED, ChangeKind.ADDED}.isdisjoint(
        kinds
    )


def touch(first: list[Any], second: list[Any], sides: tuple[list[str], list[str]]) -> bool:
    """Tell whether an edit begins where another ends; on different sides, between equal words."""
    shared = [(one, other) for one, other in zip(first, second, strict=True) if one and other]
    if shared:
        return all(one[1] == other[0] for one, other in shared)
    runs = [one or other for one, other in zip(first, second, strict=True)]
    if not all(runs):
        return False
    around = [
        (fold_word(padded[start]), fold_word(padded[end + 1]))
        for padded, (start, end) in zip((["", *side, ""] for side in sides), runs, strict=True)
    ]
    return around[0] == around[1]


def joined(first: list[int] | None, second: list[int] | None) -> list[int] | None:
    """Return the run of both."""
    return [first[0], second[1]] if first and second else first or second


def is_no_edit(change: Change, sides: tuple[list[str], list[str]], runs: list[Any]) -> bool:
    """Tell whether a change is none to the people who labelled the set."""
    words = [
        [fold_word(word) for word in tokens[slice(*run)]] if run else []
        for tokens, run in zip(sides, runs, strict=True)
    ]
    if change.kind is ChangeKind.REORDERED:
        return sorted(words[0]) == sorted(words[1])
    at_start = any(run is not None and run[0] == 0 for run in runs)
    return change.kind is ChangeKind.TYPOGRAPHY and words[0] == words[1] and at_start


def covered(tokens: list[str], span: Span | None) -> list[int] | None:
    """Return the numbers of the tokens that a part of the text they make touches."""
    if span is None:
        return None
    found: list[int] = []
    start = 0
    for number, token in enumerate(tokens):
        if start < span.end and span.start < start + len(token):
            found.append(number)
        start += len(token) + 1
    return [found[0], found[-1] + 1] if found else None


def print_sureness(folder: Path) -> None:
    """Print how often links of unequal words are right, by their confidence."""
    for name, first in WORD_SETS.items():
        counts: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
        aligner = word_aligner("en", precise=True)
        for record in records_of(folder / f"{name}.jsonl")[first:]:
            gold = {tuple(pair) for pair in [*record["sure"], *record["possible"]]}
            for i, j, reason, confidence in aligner.links(record["source"], record["target"]):
                if reason is not LinkReason.EQUAL:
                    entry = counts[min(9, int(10 * confidence))]
                    entry[0] += (i, j) in gold
                    entry[1] += 1
        said = ", ".join(
            f"{k / 10:.1f} and up {100 * right / count:.0f} of 100 right ({count})"
            for k, (right, count) in sorted(counts.items())
        )
        print(f"{name}: {said}", flush=True)


def print_sizes() -> None:
    """Print how large the files are that words are linked with."""
    for path in sorted(resource("models").glob("*")):
        print(f"{path.name}: {path.stat().st_size:,} bytes")


def f1(scores: tuple[float, float, float]) -> str:
    """Return F1 in per cent."""
    return f"{100 * scores[2]:.1f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
