"""The sets of `bench/findings` that people labelled, as examples."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

from meaning_example import (
    MeaningExample,
    Places,
    records,
    with_difference,
    words_inside,
    words_of,
)

from facing_pages.core.findings.reader.reader_kinds import READER_KINDS
from facing_pages.core.model import FindingKind as Kind

KIND_OF_TYPE = {
    "number": Kind.NUMBER, "name": Kind.NAME, "negation": Kind.NEGATION, "antonym": Kind.ANTONYM,
    "invented": Kind.INVENTION, "invention": Kind.INVENTION, "omission": Kind.OMISSION,
    "tense": Kind.TENSE, "aspect": Kind.TENSE, "question": Kind.TENSE,
    "hypernym": Kind.FALSE_SYNONYM, "gender": Kind.NAME, "codemix": Kind.FALSE_SYNONYM,
    "false-synonym": Kind.FALSE_SYNONYM, "torn": Kind.TORN, "roles": Kind.ROLES,
    "time-order": Kind.TENSE,
}  # fmt: skip
# What the word "entity" of SummEdits may stand for.
ENTITY = frozenset({Kind.NUMBER, Kind.NAME, Kind.FALSE_SYNONYM, Kind.QUANTIFIER, Kind.ATTRIBUTION})
ALL = frozenset(READER_KINDS)
NONE: frozenset[Kind] = frozenset()
# Of the minimal pairs of English grammar (BLiMP), one in so many.
BLIMP_SHARE = 2
# The types of chunks of iSTS, and the score up to which similar chunks differ.
CHUNK_KIND = {"OPPO": Kind.ANTONYM, "SIMI": Kind.FALSE_SYNONYM, "REL": Kind.FALSE_SYNONYM}
MOST_SIMILAR, SHORTEST_CHUNK = 3, 4
# What iSTS does not tell apart from its types.
UNTOLD = frozenset(
    {Kind.NUMBER, Kind.NAME, Kind.TENSE, Kind.QUANTIFIER, Kind.MODALITY, Kind.TORN}
    | {Kind.ATTRIBUTION}
)


def labelled_examples(folder: Path) -> list[MeaningExample]:
    """Return the examples of all sets, each clean pair before its spoilt ones."""
    readers = (_demetr, _summedits, _swords, _paws, _roles, _conjnli, _blimp, _ists)
    return [example for reader in readers for example in reader(folder)]


def group_of(name: str, record: dict) -> str:
    """Return what a record of a set shares with all other forms of its pair."""
    if name.startswith("demetr"):
        base = record.get("unspoilt") or record["original"]
        return f"demetr-{zlib.crc32(base.encode())}"
    if name == "roles-made":
        return record["id"]
    if name == "ists":
        return f"ists-{record['id']}"
    original = record["original"]
    return f"{name}-{original if name == 'blimp' else original[:60]}"


def _demetr(folder: Path) -> Iterator[MeaningExample]:
    clean: set[str] = set()
    for name in ("demetr-paraphrase", "demetr-minimal"):
        for record in records(folder / f"{name}.dev.jsonl"):
            if record["label"] == "same":
                continue
            original = record["original"]
            base = record.get("unspoilt") or original
            group = group_of(name, record)
            if original + base not in clean:
                clean.add(original + base)
                words = (words_of(original), words_of(base))
                yield MeaningExample(name, group, words, label=f"{name}-same")
            yield from _spoilt_translation(name, group, base, record)


def _spoilt_translation(name: str, group: str, base: str, record: dict) -> Iterator[MeaningExample]:
    original, rewrite = record["original"], record["rewrite"]
    type_name = record["types"][0]
    if type_name == "surface-spelling":
        return
    if record["label"] == "surface":
        words = (words_of(original), words_of(rewrite))
        yield MeaningExample(name, group, words, label=f"{name}-surface")
        return
    kind = KIND_OF_TYPE[type_name.split("-")[0]]
    texts = (original, base, rewrite)
    yield with_difference(name, group, texts, kind, f"{name}-{type_name}")


def _summedits(folder: Path) -> Iterator[MeaningExample]:
    for record in records(folder / "summedits.dev.jsonl"):
        words = _both(record)
        group = group_of("summedits", record)
        if record["label"] == "same":
            yield MeaningExample("summedits", group, words, label="summedits-same")
            continue
        kinds = {KIND_OF_TYPE[kind] for kind in record["types"] if kind in KIND_OF_TYPE}
        is_open = "entity" in record["types"] or not record["types"]
        inside = _spanned(record)
        example = MeaningExample(
            "summedits", group, words, frozenset(kinds), changed=1, label="summedits-changed"
        )
        if is_open:
            example.open_kinds = ENTITY - kinds
        if len(kinds) == 1 and not is_open and len(record["spans"]) == 1:
            (kind,) = kinds
            example.marked = (dict.fromkeys(inside[0], kind), dict.fromkeys(inside[1], kind))
        else:
            example.dark = inside
        yield example


def _swords(folder: Path) -> Iterator[MeaningExample]:
    for record in records(folder / "swords.dev.jsonl"):
        example = MeaningExample(
            "swords",
            group_of("swords", record),
            _both(record),
            label=f"swords-{record['subtype']}",
        )
        if record["label"] != "same":
            kind = Kind.FALSE_SYNONYM
            inside = _spanned(record)
            example.changed, example.kinds = 1, frozenset({kind})
            example.marked = (dict.fromkeys(inside[0], kind), dict.fromkeys(inside[1], kind))
        elif record["subtype"] != "same-strong":
            example.open_kinds = frozenset({Kind.TORN})
        yield example


def _paws(folder: Path) -> Iterator[MeaningExample]:
    for language in ("en", "de", "fr", "es"):
        name = f"pawsx-{language}"
        for record in records(folder / f"{name}.dev.jsonl"):
            example = MeaningExample(
                name,
                group_of(name, record),
                _both(record),
                label=f"{name}-{record['label']}",
            )
            if record["label"] != "same":
                example.changed, example.kinds = 1, frozenset({Kind.ROLES})
                example.open_kinds = ALL - {Kind.ROLES}
                example.dark = _spanned(record)
            yield example


def _roles(folder: Path) -> Iterator[MeaningExample]:
    for record in records(folder / "roles-made.dev.jsonl"):
        kinds = frozenset(KIND_OF_TYPE[kind] for kind in record["types"])
        example = MeaningExample(
            "roles-made",
            group_of("roles-made", record),
            _both(record),
            kinds,
            changed=int(bool(kinds)),
            label=f"roles-made-{record['label']}",
        )
        if kinds:
            example.dark = _spanned(record)
            example.open_kinds = frozenset({Kind.ATTRIBUTION})
        yield example


def _conjnli(folder: Path) -> Iterator[MeaningExample]:
    """Yield pairs that are known to differ; in what was only guessed, so it is left open."""
    for record in records(folder / "conjnli.dev.jsonl"):
        if len(record["types"]) == 1 and record["nli"] != "entailment":
            yield MeaningExample(
                "conjnli",
                group_of("conjnli", record),
                _both(record),
                dark=_spanned(record),
                open_kinds=ALL,
                changed=1,
                label="conjnli-changed",
            )


def _blimp(folder: Path) -> Iterator[MeaningExample]:
    for number, record in enumerate(records(folder / "blimp.dev.jsonl")):
        if number % BLIMP_SHARE == 0:
            original, group = record["original"], group_of("blimp", record)
            texts = (original, original, record["rewrite"])
            yield with_difference("blimp", group, texts, Kind.TORN, "blimp-torn")


def _ists(folder: Path) -> Iterator[MeaningExample]:
    for record in records(folder / "ists.dev.jsonl"):
        example = MeaningExample("ists", group_of("ists", record), _both(record))
        dark: tuple[set[int], set[int]] = (set(), set())
        open_kinds: set[Kind] = set(UNTOLD)
        kinds: set[Kind] = set()
        for chunk in record["chunks"]:
            places = _chunk_places(record, chunk)
            if chunk["type"].startswith("EQUI") or _is_short(chunk):
                continue
            if kind := _kind_of_chunk(chunk):
                kinds.add(kind)
                for marks, inside in zip(example.marked, places, strict=True):
                    marks.update(dict.fromkeys(inside, kind))
            else:
                open_kinds |= {Kind.OMISSION, Kind.INVENTION, Kind.FALSE_SYNONYM}
                dark[0].update(places[0])
                dark[1].update(places[1])
        example.kinds, example.open_kinds = frozenset(kinds), frozenset(open_kinds - kinds)
        example.dark = (frozenset(dark[0]), frozenset(dark[1]))
        example.changed = 1 if kinds else (-1 if open_kinds > UNTOLD else 0)
        example.label = "ists-changed" if kinds else "ists-same"
        yield example


def _is_short(chunk: dict) -> bool:
    """Tell whether a chunk without a counterpart is too short to be missed."""
    return chunk["type"].startswith("NOALI") and len(chunk["a"] or chunk["b"]) < SHORTEST_CHUNK


def _kind_of_chunk(chunk: dict) -> Kind | None:
    name = chunk["type"].split("_")[0]
    if name == "NOALI":
        return Kind.OMISSION if chunk["original"] else Kind.INVENTION
    if name == "OPPO" or float(chunk["score"] or 0) <= MOST_SIMILAR:
        return CHUNK_KIND.get(name)
    return None


def _chunk_places(record: dict, chunk: dict) -> tuple[set[int], set[int]]:
    return (
        words_inside(record["original"], chunk["original"]),
        words_inside(record["rewrite"], chunk["rewrite"]),
    )


def _both(record: dict) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return words_of(record["original"]), words_of(record["rewrite"])


def _spanned(record: dict) -> Places:
    """Return the words of both sides that stand in the spans of a record."""
    sides = [
        frozenset(k for run in record["spans"] for k in words_inside(record[side], run[n]))
        for n, side in enumerate(("original", "rewrite"))
    ]
    return sides[0], sides[1]
