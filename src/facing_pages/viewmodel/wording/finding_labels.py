"""Sentences about findings: what they are called, counted, read aloud, and what was looked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from facing_pages.core.model import Finding, FindingKind, Reason, Side
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.pair_view import SIDES, PairView
from facing_pages.viewmodel.wording.labels import (
    paragraph_number,
    quotation,
    sentence_case,
    shortened,
)
from facing_pages.viewmodel.wording.language import N_, number, plural, tr

# The sign of a finding in texts; on the page it is painted.
FINDING_GLYPH: Final = "◆"
# What stands for words on the side that lacks them.
_LACKING: Final = "—"
# Kinds that say that one side lacks words; of others with one side, the words alone are shown.
_OF_ONE_SIDE: Final = (FindingKind.OMISSION, FindingKind.INVENTION)
KIND_NAMES: Final = {
    FindingKind.NUMBER: N_("number"),
    FindingKind.DATE: N_("date or time"),
    FindingKind.NAME: N_("name"),
    FindingKind.NEGATION: N_("negation"),
    FindingKind.ANTONYM: N_("opposite"),
    FindingKind.ROLES: N_("exchanged roles"),
    FindingKind.MODALITY: N_("degree of certainty"),
    FindingKind.QUANTIFIER: N_("quantity"),
    FindingKind.ATTRIBUTION: N_("source"),
    FindingKind.QUOTATION: N_("quotation"),
    FindingKind.OMISSION: N_("left out"),
    FindingKind.INVENTION: N_("invented"),
    FindingKind.FALSE_SYNONYM: N_("other sense"),
    FindingKind.TENSE: N_("tense"),
    FindingKind.TORN: N_("broken sentence"),
}
_COUNTS_OF_KIND: Final[dict[FindingKind, Callable[[int], str]]] = {
    FindingKind.NUMBER: lambda n: plural("{count} number", "{count} numbers", n),
    FindingKind.DATE: lambda n: plural("{count} date", "{count} dates", n),
    FindingKind.NAME: lambda n: plural("{count} name", "{count} names", n),
    FindingKind.NEGATION: lambda n: plural("{count} negation", "{count} negations", n),
    FindingKind.ANTONYM: lambda n: plural("{count} opposite", "{count} opposites", n),
    FindingKind.ROLES: lambda n: plural(
        "{count} exchange of roles", "{count} exchanges of roles", n
    ),
    FindingKind.MODALITY: lambda n: plural(
        "{count} degree of certainty", "{count} degrees of certainty", n
    ),
    FindingKind.QUANTIFIER: lambda n: plural("{count} quantity", "{count} quantities", n),
    FindingKind.ATTRIBUTION: lambda n: plural("{count} source", "{count} sources", n),
    FindingKind.QUOTATION: lambda n: plural("{count} quotation", "{count} quotations", n),
    FindingKind.OMISSION: lambda n: plural("{count} left out", "{count} left out", n),
    FindingKind.INVENTION: lambda n: plural("{count} invented", "{count} invented", n),
    FindingKind.FALSE_SYNONYM: lambda n: plural("{count} other sense", "{count} other senses", n),
    FindingKind.TENSE: lambda n: plural("{count} tense", "{count} tenses", n),
    FindingKind.TORN: lambda n: plural("{count} broken sentence", "{count} broken sentences", n),
}
# What a reason says that names both wordings.
_OTHERS: Final = {
    FindingKind.NUMBER: N_("another number"),
    FindingKind.DATE: N_("another date or time"),
    FindingKind.NAME: N_("another name"),
    FindingKind.ANTONYM: N_("the opposite"),
    FindingKind.ROLES: N_("the roles are exchanged"),
    FindingKind.MODALITY: N_("another degree of certainty"),
    FindingKind.QUANTIFIER: N_("another quantity"),
    FindingKind.ATTRIBUTION: N_("another source"),
    FindingKind.QUOTATION: N_("the quoted words are others"),
    FindingKind.FALSE_SYNONYM: N_("another sense"),
    FindingKind.TENSE: N_("another tense"),
}
SEVERITY_NAMES: Final = {
    5: N_("Turned into the opposite"),
    4: N_("Another fact or certainty"),
    3: N_("The sense shifts"),
    2: N_("Nuances"),
    1: N_("Blemishes"),
}
_SOUGHT: Final = N_(
    "Looked for: other numbers, units and dates; other names; negations that were added or "
    "dropped; opposites; who did what to whom; other degrees of certainty and quantity; other "
    "sources and tenses; quotations with other words; broken sentences; words that only seem to "
    "mean the same; words and sentences that were left out or added."
)
_UNSEEN: Final = N_(
    "Not everything can be seen: an exchange of roles, a word with another shade or a small "
    "addition may be missed, and so may irony and what only the whole text tells. Read both "
    "passages where it matters."
)


def kind_name(kind: FindingKind) -> str:
    """Return in a word or two in what the meaning changed."""
    return tr(KIND_NAMES[kind])


def counted(kind: FindingKind, count: int) -> str:
    """Return how many findings of a kind there are."""
    return _COUNTS_OF_KIND[kind](count)


def severity_name(severity: int) -> str:
    """Return how grave findings are."""
    return tr(SEVERITY_NAMES[severity])


def reason_of(reason: Reason) -> str:
    """Return why something is a finding."""
    return tr(reason.sentence).format(*map(shortened, reason.words))


def finding_words(pages: PairView, finding: Finding) -> str:
    """Return both wordings of a finding: what was, an arrow, what is; or the only one."""
    original, rewrite = (quotation(pages.text(side), finding.span(side)) for side in SIDES)
    if not (original and rewrite) and finding.kind not in _OF_ONE_SIDE:
        return original or rewrite
    return f"{original or _LACKING} → {rewrite or _LACKING}"


def finding_why(pages: PairView, finding: Finding) -> str:
    """Return the reason of a finding, without the words that are its wordings anyway.

    "the negation is gone: not signed" → "the negation is gone"; "5 became 7" → "another number"
    """
    wordings = [quotation(pages.text(side), finding.span(side)) for side in SIDES]
    words = list(map(shortened, finding.reason.words))
    sentence = tr(finding.reason.sentence)
    if words == wordings and finding.kind in _OTHERS:
        return tr(_OTHERS[finding.kind])
    if len(words) == 1 and words[0] in wordings:
        sentence = sentence.removesuffix(": {0}")
    return sentence.format(*words)


def finding_place(pages: PairView, finding: Finding) -> str:
    """Return the paragraph of a finding."""
    return f"¶ {number(_paragraph(pages, finding))}"


def finding_description(pages: PairView, finding: Finding, place: int, count: int) -> str:
    """Return a finding read aloud: the words first, then the reason, then the place."""
    original, rewrite = (quotation(pages.text(side), finding.span(side)) for side in SIDES)
    words = original or rewrite
    if original and rewrite:
        words = tr("{new} instead of {old}", new=rewrite, old=original)
    return tr(
        "{words}, {reason}, finding {place} of {count}, paragraph {paragraph}",
        words=words,
        reason=finding_why(pages, finding),
        place=number(place),
        count=number(count),
        paragraph=number(_paragraph(pages, finding)),
    )


def finding_summary(finding: Finding) -> str:
    """Return the sign, the kind and the reason of a finding."""
    kind = sentence_case(kind_name(finding.kind))
    return f"{FINDING_GLYPH} {kind}: {reason_of(finding.reason)}"


def finding_tip(finding: Finding) -> str:
    """Return the tooltip of a finding: its kind, its reason, and that it is a hint."""
    return "\n".join((finding_summary(finding), tr("A hint: read both passages.")))


def findings_title(shown: ShownFindings) -> str:
    """Return the title of the list of findings, with how many there are as far as known."""
    if not shown.pages.is_aligned:
        return tr("Findings")
    return tr("Findings ({count})", count=number(len(shown.shown)))


def findings_state(shown: ShownFindings, *, is_working: bool) -> str:
    """Return what the list says below its entries: how far the search is, and what it can find."""
    if is_working and shown.share_done < 1.0:
        return tr("Looking for changes of meaning… {share} %", share=round(100 * shown.share_done))
    if shown.share_done < 1.0:
        return tr("The search for changes of meaning was stopped; there may be more.")
    if len(shown.shown):
        return tr("Findings are hints: read both passages.")
    parts = [tr("No change of meaning found."), tr(_SOUGHT), tr(_UNSEEN)]
    if shown.hidden_count:
        parts.insert(1, hidden_text(shown.hidden_count))
    return "\n\n".join(parts)


def hidden_text(count: int) -> str:
    """Return how many findings are hidden by the choice of kinds and severity."""
    return plural("{count} finding is hidden.", "{count} findings are hidden.", count)


def aside_text(count: int) -> str:
    """Return how many findings were set aside."""
    return plural("{count} set aside", "{count} set aside", count)


def _paragraph(pages: PairView, finding: Finding) -> int:
    side = Side.REWRITE if finding.rewrite else Side.ORIGINAL
    return paragraph_number(pages, side, finding.span(side))
