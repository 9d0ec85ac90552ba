"""What findings are called: their kinds, how grave they are, and what is looked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from facing_pages.core.model import FindingKind

NONE_FOUND: Final = "No change of meaning found"
# Kinds that no rule finds, but the trained reader.
_ONLY_BY_READER: Final = frozenset({FindingKind.FALSE_SYNONYM})
READ_BOTH: Final = "Findings are hints: read both passages."


class FindingWords(NamedTuple):
    """The name of a kind for one finding and for several, and the sentence part on what it is."""

    one: str
    many: str
    looked_for: str


_WORDS: Final = {
    FindingKind.NUMBER: FindingWords("number", "numbers", "other numbers, units and limits"),
    FindingKind.DATE: FindingWords("date", "dates", "other dates and times"),
    FindingKind.NAME: FindingWords("name", "names", "other names"),
    FindingKind.NEGATION: FindingWords("negation", "negations", "negations that came or went"),
    FindingKind.ANTONYM: FindingWords("opposite", "opposites", "words of the opposite meaning"),
    FindingKind.ROLES: FindingWords(
        "exchange of roles", "exchanges of roles", "who did what to whom"
    ),
    FindingKind.MODALITY: FindingWords(
        "degree of certainty", "degrees of certainty", "more or less certainty"
    ),
    FindingKind.QUANTIFIER: FindingWords(
        "quantity", "quantities", "words of quantity and limitation"
    ),
    FindingKind.ATTRIBUTION: FindingWords("source", "sources", "sources of statements"),
    FindingKind.QUOTATION: FindingWords("quotation", "quotations", "quotations in other words"),
    FindingKind.OMISSION: FindingWords("left out", "left out", "what was left out"),
    FindingKind.INVENTION: FindingWords("invented", "invented", "what was invented"),
    FindingKind.FALSE_SYNONYM: FindingWords(
        "other sense", "other senses", "words that only seem to mean the same"
    ),
    FindingKind.TENSE: FindingWords("tense", "tenses", "other tenses and orders of time"),
    FindingKind.TORN: FindingWords("broken sentence", "broken sentences", "broken sentences"),
}
_SEVERITIES: Final = {
    5: "a fact is turned into its opposite",
    4: "a fact changed",
    3: "the sense shifts",
    2: "a nuance",
    1: "a blemish",
}


def kinds_looked_for() -> frozenset[FindingKind]:
    """Return the kinds that can be found on this machine."""
    # Not at the top: commands that look for nothing start without numpy.
    from facing_pages.core.findings.reader.meaning_reader import has_meaning_reader

    kinds = frozenset(FindingKind)
    return kinds if has_meaning_reader() else kinds - _ONLY_BY_READER


def kind_name(kind: FindingKind, count: int = 1) -> str:
    """Return what one finding of a kind is called, or several."""
    return _WORDS[kind].one if count == 1 else _WORDS[kind].many


def severity_words(severity: int) -> str:
    """Return in words how grave a severity from 1 to 5 is."""
    return _SEVERITIES[severity]


def counts_text(counts: Mapping[FindingKind, int], separator: str = " · ") -> str:
    """Return the number of findings of each kind, such as "2 numbers · 1 negation"."""
    parts = [
        f"{counts[kind]:,} {kind_name(kind, counts[kind])}"
        for kind in FindingKind
        if counts.get(kind)
    ]
    return separator.join(parts)


def looked_for_text(kinds: Collection[FindingKind]) -> str:
    """Return in a few sentences what was looked for, and what was not."""
    wanted = [_WORDS[kind].looked_for for kind in FindingKind if kind in kinds]
    others = [_WORDS[kind].looked_for for kind in FindingKind if kind not in kinds]
    sentences = [f"Looked for: {'; '.join(wanted)}."] if wanted else []
    sentences += [f"Not looked for: {'; '.join(others)}."] if others else []
    return " ".join([*sentences, "Not everything is found: read what matters yourself."])
