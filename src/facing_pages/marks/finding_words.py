"""What findings are called: their kinds, how grave they are, and what is looked for.

The only list of these words, in English; the window and reports translate them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from facing_pages.core.model import FindingKind
from facing_pages.core.translatable import N_, plural_forms

NONE_FOUND: Final = N_("No change of meaning found.")
READ_BOTH: Final = N_("Findings are hints: read both passages.")
_LOOKED_FOR: Final = N_("Looked for: {kinds}.")
_NOT_LOOKED_FOR: Final = N_("Not looked for: {kinds}.")
_UNSEEN: Final = N_(
    "Not everything can be seen: an exchange of roles, a word with another shade or a small "
    "addition may be missed, and so may irony and what only the whole text tells. Read both "
    "passages where it matters."
)
# Kinds that no rule finds, but the trained reader.
_ONLY_BY_READER: Final = frozenset({FindingKind.FALSE_SYNONYM})

# The name of a kind for one finding and for several.
FINDING_NAMES: Final = {
    FindingKind.NUMBER: plural_forms("number", "numbers"),
    FindingKind.DATE: plural_forms("date", "dates"),
    FindingKind.NAME: plural_forms("name", "names"),
    FindingKind.NEGATION: plural_forms("negation", "negations"),
    FindingKind.ANTONYM: plural_forms("opposite", "opposites"),
    FindingKind.ROLES: plural_forms("exchange of roles", "exchanges of roles"),
    FindingKind.MODALITY: plural_forms("degree of certainty", "degrees of certainty"),
    FindingKind.QUANTIFIER: plural_forms("quantity", "quantities"),
    FindingKind.ATTRIBUTION: plural_forms("source", "sources"),
    FindingKind.QUOTATION: plural_forms("quotation", "quotations"),
    FindingKind.OMISSION: plural_forms("left out", "left out"),
    FindingKind.INVENTION: plural_forms("invented", "invented"),
    FindingKind.FALSE_SYNONYM: plural_forms("other sense", "other senses"),
    FindingKind.TENSE: plural_forms("tense", "tenses"),
    FindingKind.TORN: plural_forms("broken sentence", "broken sentences"),
}
# What is looked for, in the words that say what was done where nothing was found.
_AIMS: Final = {
    FindingKind.NUMBER: N_("other numbers, units and limits"),
    FindingKind.DATE: N_("other dates and times"),
    FindingKind.NAME: N_("other names"),
    FindingKind.NEGATION: N_("negations that were added or dropped"),
    FindingKind.ANTONYM: N_("words of the opposite meaning"),
    FindingKind.ROLES: N_("who did what to whom"),
    FindingKind.MODALITY: N_("more or less certainty"),
    FindingKind.QUANTIFIER: N_("words of quantity and limitation"),
    FindingKind.ATTRIBUTION: N_("sources of statements"),
    FindingKind.QUOTATION: N_("quotations in other words"),
    FindingKind.OMISSION: N_("what was left out"),
    FindingKind.INVENTION: N_("what was invented"),
    FindingKind.FALSE_SYNONYM: N_("words that only seem to mean the same"),
    FindingKind.TENSE: N_("other tenses and orders of time"),
    FindingKind.TORN: N_("broken sentences"),
}
SEVERITY_NAMES: Final = {
    5: N_("turned into the opposite"),
    4: N_("another fact or certainty"),
    3: N_("the sense shifts"),
    2: N_("a nuance"),
    1: N_("a blemish"),
}


def kinds_looked_for() -> frozenset[FindingKind]:
    """Return the kinds that can be found on this machine."""
    # Not at the top: commands that look for nothing start without numpy.
    from facing_pages.core.findings.reader.meaning_reader import has_meaning_reader

    kinds = frozenset(FindingKind)
    return kinds if has_meaning_reader() else kinds - _ONLY_BY_READER


def looked_for_sentences(
    kinds: Collection[FindingKind], translate: Callable[[str], str]
) -> tuple[str, ...]:
    """Return in a few sentences what was looked for and what was not."""
    sentences: list[str] = []
    for sentence, is_wanted in ((_LOOKED_FOR, True), (_NOT_LOOKED_FOR, False)):
        aims = [translate(_AIMS[kind]) for kind in FindingKind if (kind in kinds) is is_wanted]
        if aims:
            sentences.append(translate(sentence).format(kinds="; ".join(aims)))
    return (*sentences, translate(_UNSEEN))
