from __future__ import annotations

import numpy as np

from facing_pages.viewmodel.listing.change_words import ChangeWords
from tests.helpers.made_pairs import made_pair

PAGES = made_pair(
    "It rained. RAINED  hard. It snowed. It froze. She slept.",
    "She slept. It poured. Poured  hard. It snowed hail. It blew again.",
    "0=1 1=2 2=3 3=4 4~0",
    changes=[
        ("reworded", "rained", "poured"),
        ("reworded", "RAINED", "Poured"),
        ("added", "", "hail"),
        ("reworded", "froze", "blew again"),
    ],
)
WORDS = ChangeWords(PAGES)
EVERY = np.arange(len(PAGES.changes), dtype=np.intp)


def test_the_same_words_have_the_same_number_whatever_their_case() -> None:
    entries = [PAGES.changes.entry(n) for n in EVERY.tolist()]
    rained = [n for n, e in enumerate(entries) if e.rewrite and e.rewrite.length == 6]
    assert len(rained) == 2
    assert len({int(WORDS.repeats[n]) for n in rained}) == 1
    assert len(set(WORDS.repeats.tolist())) == len(EVERY) - 1
    wording = WORDS.wording(rained[0])
    assert wording[1:] == ("rained", "poured")
    assert WORDS.repeats_of([wording, (9, "no", "such")]) == [WORDS.repeats[rained[0]]]


def test_changes_are_found_by_their_words_on_either_side() -> None:
    def found(words: str) -> int:
        return len(WORDS.having(words, EVERY))

    assert [found("poured"), found("FROZE"), found("blew  again"), found("dragon")] == [2, 1, 1, 0]
    assert found(" ") == len(EVERY)
    assert WORDS.having("poured", EVERY[:0]).tolist() == []
