"""Print how well and how fast texts are aligned, on sets labelled by people.

    python tests/benchmarks/alignment_table.py ../shared/bench [--sets ablit argrewrite ...]

The folder holds the sets and `score.py`, which defines every number. Nothing of it is copied. Each
set runs in a process of its own, so that its memory is its own. `calibration`, `growth`, `hard` and
`templated` are no sets: how often links of a confidence are right, how time grows with length,
texts that are hard on an aligner, and made texts whose entries differ in little.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import Any

from rivals import Pairs, Rival, available

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from facing_pages import align_sentences, compare, document_from_text, read_document
from facing_pages.core.alignment.sentences.sentence_aligner import link_sentences
from facing_pages.core.alignment.sentences.sentence_units import document_units
from facing_pages.core.changes.moved_phrases import is_moved_phrase
from facing_pages.core.documents import with_sentences
from facing_pages.core.model import Comparison, Document, RepairKind, Span
from facing_pages.core.progress import Progress
from facing_pages.core.reading.replacements import Positions, Replacement
from tests.helpers.templated_texts import KINDS, right_paragraphs

# For each tenth of the confidence: links, by their confidence and how right they are.
Tenths = dict[int, list[tuple[float, ...]]]

SENTENCE_SETS = ("argrewrite", "ablit")
BOOKS = ("wuthering-heights", "mansfield-park", "kjv-web-nt-shuffled", "kjv-web")
NUMBERS = ("pair", "pair, texts differ", "link n:m", "deleted", "inserted", "ablit", "para")
EXTRAS = ("swipe", "calibration", "growth", "hard", "templated")
# Pairs of each kind of templated text, with other seeds than the tests have.
TEMPLATED_SEEDS = range(20)
# Sentences on a side up to which a rival is run on a book.
MOST_SENTENCES = {"TF-IDF chain": 10_000, "Gale-Church": 4_000}


def main(arguments: list[str]) -> int:
    """Measure what the arguments name and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder with the sets and score.py")
    every = [*SENTENCE_SETS, *BOOKS, *EXTRAS]
    parser.add_argument("--sets", nargs="*", default=every, choices=every, metavar="SET")
    choices = parser.parse_args(arguments)
    for name in choices.sets:
        process = get_context("spawn").Process(target=measure, args=(choices.folder, name))
        process.start()
        process.join()
        if process.exitcode:
            return process.exitcode
    return 0


def measure(folder: Path, name: str) -> None:
    """Measure one set and print it."""
    scorer = load_scorer(folder / "score.py")
    if name in SENTENCE_SETS:
        print_sentences(scorer, folder / name / "dev.jsonl", name)
    elif name in BOOKS:
        print_book(scorer, folder / "books" / name, name)
    elif name == "swipe":
        print_groups(scorer, folder / "swipe" / "val.jsonl")
    elif name == "calibration":
        for set_name in (*SENTENCE_SETS, "porsimples"):
            print_calibration(folder / set_name / "dev.jsonl", set_name)
        print_calibration(folder / "ablit" / "train.jsonl", "ablit, other chapters")
    elif name == "growth":
        print_growth(folder / "books" / "kjv-web")
    elif name == "templated":
        print_templated()
    else:
        print_hard(folder / "books")


def memory() -> str:
    """Return the largest memory of this process so far."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"


def load_scorer(path: Path) -> ModuleType:
    """Load the scorer that lies beside the sets."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is missing. Name the folder that holds score.py.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records_of(path: Path) -> list[dict[str, Any]]:
    """Return the records of a set."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def print_sentences(scorer: ModuleType, path: Path, name: str) -> None:
    """Align the documents of a set and print F1 for each number, in per cent."""
    records = records_of(path)
    print_scores(scorer, records, name, "ours", our_pairs)
    for rival, align in available().items():
        print_scores(scorer, records, name, rival, lambda record, a=align: rival_pairs(record, a))


def our_pairs(record: dict[str, Any]) -> Pairs:
    """Return our links of a record."""
    links = align_sentences(record["source"], record["target"])
    return [
        (list(link.original), list(link.rewrite))
        for link in links
        if link.original and link.rewrite
    ]


def rival_pairs(record: dict[str, Any], align: Rival) -> Pairs:
    """Return the links of another aligner."""
    sides = [[text for part in record[side] for text in part] for side in ("source", "target")]
    return align(*sides)


def print_scores(
    scorer: ModuleType,
    records: list[dict[str, Any]],
    name: str,
    who: str,
    align: Callable[[dict[str, Any]], Pairs],
) -> None:
    """Print the scores of one aligner on a set."""
    start = time.perf_counter()
    predicted = [{"id": record["id"], "links": align(record)} for record in records]
    seconds = time.perf_counter() - start
    scores = scorer.score_sent(records, predicted)
    said = ", ".join(f"{number} {100 * scores[number][2]:.1f}" for number in NUMBERS)
    print(f"{name}, {who}: {said}; {len(records)} documents in {seconds:.1f} s", flush=True)


def print_book(scorer: ModuleType, folder: Path, name: str) -> None:
    """Align two books and print where one lands, in per cent, and the times of both steps."""
    start = time.perf_counter()
    documents = [read_document(folder / f"{side}.txt") for side in ("source", "target")]
    read = time.perf_counter() - start
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    gold.setdefault("id", name)
    start = time.perf_counter()
    links = book_links(*documents)
    aligned = time.perf_counter() - start
    said = landing(scorer, gold, links)
    print(f"{name}, ours: {said}; read in {read:.1f} s, aligned in {aligned:.1f} s, {memory()}")
    print_given_units(scorer, folder, gold, name)
    texts = [[s.span.of(document.text) for s in document.sentences] for document in documents]
    for rival, align in available().items():
        if max(map(len, texts)) > MOST_SENTENCES.get(rival, sys.maxsize):
            print(f"{name}, {rival}: not run, too long for it", flush=True)
            continue
        start = time.perf_counter()
        pairs = align(*texts)
        seconds = time.perf_counter() - start
        spans = placed(
            documents, [(Span(i[0], i[-1] + 1), Span(j[0], j[-1] + 1)) for i, j in pairs]
        )
        print(f"{name}, {rival}: {landing(scorer, gold, spans)}; in {seconds:.1f} s", flush=True)


def print_given_units(scorer: ModuleType, folder: Path, gold: dict[str, Any], name: str) -> None:
    """Print the same where the units of the gold are given, so that only their links are found."""
    spans = [gold["source_spans"], gold["target_spans"]]
    texts = [(folder / f"{side}.txt").read_text("utf-8") for side in ("source", "target")]
    parts = [
        [[text[start:end]] for start, end in side] for text, side in zip(texts, spans, strict=True)
    ]
    start = time.perf_counter()
    links = [link for link in align_sentences(*parts) if link.original and link.rewrite]
    seconds = time.perf_counter() - start
    found = [
        [
            (side[numbers[0]][0], side[numbers[-1]][1])
            for side, numbers in zip(spans, (link.original, link.rewrite), strict=True)
        ]
        for link in links
    ]
    said = landing(scorer, gold, found)
    print(f"{name}, ours, its units given: {said}; in {seconds:.1f} s", flush=True)


def landing(scorer: ModuleType, gold: dict[str, Any], links: Sequence[object]) -> str:
    """Return where one lands by some links, in words."""
    scores = scorer.score_span([gold], [{"id": gold["id"], "spans": links}])
    there, back = scores["source to target"], scores["target to source"]
    alone = there["units with no partner left alone"]
    said = [f"lands {percent(there)} and {percent(back)}"]
    if alone is not None:
        said.append(f"left alone {100 * alone:.1f}")
    if scores["moved recall"] is not None:
        said.append(f"moved {100 * scores['moved recall']:.1f}")
    return ", ".join(said)


def print_groups(scorer: ModuleType, path: Path) -> None:
    """Compare pages with their simplified versions and print which groups of edits are linked."""
    records = records_of(path)
    predicted = []
    start = time.perf_counter()
    for record in records:
        documents = [document_from_text(record[side]) for side in ("source", "target")]
        comparison = compare(*documents)
        sides = [comparison.original, comparison.rewrite]
        positions = [places_in_file(document) for document in sides]
        spans = [
            [
                [place.to_old(span.start), place.to_old(span.end)]
                for place, span in zip(positions, word, strict=True)
            ]
            for word in linked_places(comparison)
        ]
        predicted.append({"id": record["id"], "spans": spans})
    seconds = time.perf_counter() - start
    scores = scorer.score_groups(records, predicted)
    alone = scores["characters of one-sided additions and deletions left unlinked"]
    groups = scores["groups linked (recall)"]
    print(f"swipe: left alone {100 * alone:.1f}; {len(records)} documents in {seconds:.1f} s")
    for name, said in groups.items():
        print(f"  {name}: {said}", flush=True)


def linked_places(comparison: Comparison) -> Iterator[tuple[Span, Span]]:
    """Give the words that are linked, and the phrases that stand in another place."""
    for link in comparison.alignment.links:
        for word in link.words:
            yield word.original, word.rewrite
    for change in comparison.changes:
        moved = is_moved_phrase(change, comparison.alignment.links, comparison.rewrite)
        if moved and change.original and change.rewrite:
            yield change.original, change.rewrite


def print_calibration(path: Path, name: str) -> None:
    """Print how often links of a confidence are right, those of equal sentences left out.

    And how often removed and added sentences are.
    """
    tenths: Tenths = {}
    alone: Tenths = {}
    for record in records_of(path):
        gold = {(tuple(sorted(i)), tuple(sorted(j))) for i, j in record["links"] if i and j}
        pairs = {(i, j) for one, other in gold for i in one for j in other}
        texts = [[text for part in record[side] for text in part] for side in ("source", "target")]
        for link in align_sentences(record["source"], record["target"]):
            one, other = link.original, link.rewrite
            tenth = min(9, int(10 * link.confidence))
            if not one or not other:
                gold_side = {number for pair in gold for number in pair[not one]}
                is_right = gold_side.isdisjoint(one or other)
                alone.setdefault(tenth, []).append((link.confidence, is_right))
            elif [texts[0][i] for i in one] != [texts[1][j] for j in other]:
                own = [(i, j) in pairs for i in one for j in other]
                found = (link.confidence, (one, other) in gold, sum(own) / len(own))
                tenths.setdefault(tenth, []).append(found)
    print_tenths(tenths, f"{name}: confidence, links, mean confidence, exactly right, pairs right")
    print_tenths(alone, f"{name}: confidence, removed and added, mean confidence, right")


def print_tenths(tenths: Tenths, heading: str) -> None:
    """Print the mean of each number, in per cent, by tenths of the confidence."""
    print(heading)
    for tenth, found in sorted(tenths.items()):
        means = [100 * sum(map(float, column)) / len(found) for column in zip(*found, strict=True)]
        print(f"  from {tenth / 10:.1f}: {len(found):4}", *(f"{mean:5.1f}" for mean in means))


def print_growth(folder: Path) -> None:
    """Print the time for beginnings of a pair of books, and the exponent between them."""
    texts = [(folder / f"{side}.txt").read_text("utf-8") for side in ("source", "target")]
    before: tuple[int, float] | None = None
    for words in (10_000, 100_000, 800_000):
        parts = [beginning(text, words) for text in texts]
        units = [document_units(with_sentences(document_from_text(part))) for part in parts]
        start = time.perf_counter()
        link_sentences(units[0], units[1], Progress())
        seconds = time.perf_counter() - start
        length = len(parts[0])
        grown = ""
        if before:
            exponent = math.log(seconds / before[1]) / math.log(length / before[0])
            grown = f", exponent {exponent:.2f}"
        print(f"growth: {len(parts[0].split()):,} words in {seconds:.2f} s{grown}, {memory()}")
        before = (length, seconds)


def beginning(text: str, words: int) -> str:
    """Return the paragraphs of a text up to so many words."""
    kept: list[str] = []
    count = 0
    for paragraph in text.split("\n\n"):
        if count >= words:
            break
        kept.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(kept)


def print_hard(folder: Path) -> None:
    """Print the time for texts that are hard on an aligner."""
    novel = (folder / "wuthering-heights" / "source.txt").read_text("utf-8")
    other = (folder / "mansfield-park" / "source.txt").read_text("utf-8")
    bible = (folder / "kjv-web" / "source.txt").read_text("utf-8")
    paragraphs = novel.split("\n\n")
    million = " ".join((bible + " " + novel + " " + other).split()[:1_000_000])
    one_word = "\n\n".join(bible.split()[:200_000])
    cases = {
        "two different novels": (novel, other),
        "a text against itself": (novel, novel),
        "a text against its reverse": (novel, "\n\n".join(reversed(paragraphs))),
        "a paragraph of a million words": (million, million.replace(" thou ", " you ")),
        "ten thousand equal lines": ("The same.\n\n" * 10_000, "The same.\n\n" * 10_000),
        "200,000 paragraphs of one word": (one_word, one_word.replace("unto", "to")),
    }
    for name, texts in cases.items():
        units = [document_units(with_sentences(document_from_text(text))) for text in texts]
        start = time.perf_counter()
        pieces = link_sentences(units[0], units[1], Progress()).links
        seconds = time.perf_counter() - start
        print(f"{name}: {len(pieces):,} links in {seconds:.1f} s, {memory()}", flush=True)


def print_templated() -> None:
    """Print how many paragraphs of templated texts are linked right, by kind."""
    every = [right_paragraphs(kind, TEMPLATED_SEEDS) for kind in KINDS]
    for kind, (right, count) in zip(KINDS, every, strict=True):
        print(f"templated, {kind.name}: {right} of {count} paragraphs", flush=True)
    right, count = (sum(column) for column in zip(*every, strict=True))
    print(f"templated, all: {right} of {count} paragraphs, {100 * right / count:.1f} per cent")


def percent(landing: dict[str, float]) -> str:
    """Return the share that lands right."""
    return f"{100 * landing['lands in the right unit']:.2f}"


def book_links(original: Document, rewrite: Document) -> list[list[tuple[int, int]]]:
    """Return the links of two books as spans of the files they were read from."""
    pieces = link_sentences(document_units(original), document_units(rewrite), Progress()).links
    return placed([original, rewrite], [(piece.original, piece.rewrite) for piece in pieces])


def placed(
    documents: Sequence[Document], links: Sequence[tuple[Span, Span]]
) -> list[list[tuple[int, int]]]:
    """Return links of sentence numbers as spans of the files the documents were read from.

    As in the window, the space behind a sentence belongs to it.
    """
    places = [(document, places_in_file(document)) for document in documents]
    return [
        [
            (
                in_file(document, positions, numbers)[0],
                positions.to_old(end_with_space(document, numbers.end - 1)),
            )
            for (document, positions), numbers in zip(places, link, strict=True)
        ]
        for link in links
    ]


def end_with_space(document: Document, number: int) -> int:
    """Return where a sentence ends with the space that parts it from the next of its paragraph."""
    last, *following = document.sentences[number : number + 2]
    if following and following[0].paragraph == last.paragraph:
        return following[0].span.start
    return last.span.end


def places_in_file(document: Document) -> Positions:
    """Return how places of the text shown lead back to the file, by taking repairs back."""
    shift = 0
    edits: list[Replacement] = []
    for repair in document.repairs:
        start = repair.at.start + shift
        shown = repair.at.of(document.text)
        edits.append(Replacement(Span(start, start + len(repair.was)), shown, RepairKind.MOJIBAKE))
        shift += len(repair.was) - repair.at.length
    return Positions(edits)


def in_file(document: Document, positions: Positions, numbers: Span) -> tuple[int, int]:
    """Return where a run of sentences stands in the file."""
    span = document.sentences_span(range(*numbers))
    return positions.to_old(span.start), positions.to_old(span.end)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
