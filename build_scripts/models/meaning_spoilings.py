"""Spoil faithful sentences: edits that change the meaning in a known way, and some that do not.

    She may come on Monday .     ->     She will come on Monday .         modality: may > will

An edit replaces runs of words by others. It is made on the rewrite, or on the original (then what
is left out there is new in the rewrite). No parser is used: function words show where phrases are.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import spoil_facts as facts
import spoil_grammar as grammar
import spoil_statements as statements
from spoiling import Known, Swap

from facing_pages.core.model import FindingKind as Kind

Maker = Callable[[Known, list[str]], list[Swap]]
MAKERS: Mapping[Kind | None, Sequence[Maker]] = {
    Kind.NUMBER: [facts.numbers],
    Kind.NAME: [facts.names, facts.genders],
    Kind.NEGATION: [facts.negation_added, facts.negation_dropped],
    Kind.ANTONYM: [facts.antonyms],
    Kind.ROLES: [facts.exchanged, facts.exchanged, facts.direction],
    Kind.MODALITY: [facts.modals, facts.certainty, facts.hedges, facts.bare_modals],
    Kind.QUANTIFIER: [facts.quantities, facts.limits],
    Kind.ATTRIBUTION: [
        statements.source_added, statements.source_changed, statements.source_dropped,
    ],
    Kind.OMISSION: [
        statements.word_dropped, statements.phrase_dropped, statements.clause_dropped,
        statements.member_dropped, statements.subject_dropped,
    ],
    Kind.FALSE_SYNONYM: [facts.false_synonyms],
    Kind.TENSE: [facts.times, facts.past_to_future],
    Kind.TORN: [
        grammar.shuffled, grammar.neighbours_exchanged, grammar.repeated, grammar.function_word,
        grammar.wrong_form, grammar.stopped, grammar.case,
    ],
    None: [grammar.true_synonym, grammar.contraction, grammar.opening_moved],
}  # fmt: skip


class Edit(NamedTuple):
    """Swaps from left to right, and in what they change the meaning; None: in nothing."""

    kind: Kind | None
    swaps: tuple[Swap, ...]

    def of(self, words: Sequence[str]) -> tuple[tuple[str, ...], set[int], set[int]]:
        """Return the edited words, which of them are new, and which of the old ones are gone."""
        edited: list[str] = []
        new: set[int] = set()
        gone: set[int] = set()
        last = 0
        for start, end, inner in self.swaps:
            edited += words[last:start]
            new.update(range(len(edited), len(edited) + len(inner)))
            edited += inner
            gone.update(range(start, end))
            last = end
        return (*edited, *words[last:]), new, gone


class Spoiler:
    """Makes edits with what the texts have elsewhere."""

    def __init__(self, texts: Sequence[Sequence[str]], chance: random.Random) -> None:
        self._known = Known(texts, chance)

    def edit(self, words: Sequence[str], kind: Kind | None) -> Edit | None:
        """Return an edit of a kind; None where the words give no occasion."""
        makers = MAKERS[kind]
        for maker in self._known.chance.sample(makers, len(makers)):
            swaps = maker(self._known, list(words))
            if swaps and all(tuple(words[s.start : s.end]) != s.words for s in swaps):
                return Edit(kind, tuple(sorted(swaps)))
        return None
