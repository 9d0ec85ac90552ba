"""Sentences about findings: what they are called, counted, read aloud, and what was looked for."""

from __future__ import annotations

from typing import Final

from facing_pages.core.model import Finding, FindingKind, Reason, Side
from facing_pages.core.translations import sentence_case
from facing_pages.marks.finding_words import (
    FINDING_NAMES,
    NONE_FOUND,
    READ_BOTH,
    SEVERITY_NAMES,
    kinds_looked_for,
    looked_for_sentences,
)
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.pair_view import SIDES, PairView
from facing_pages.viewmodel.wording.directions import arrowed, isolated
from facing_pages.viewmodel.wording.labels import (
    paragraph_number,
    quotation,
    shortened,
)
from facing_pages.viewmodel.wording.language import N_, number, plural, tr

# The sign of a finding in texts; on the page it is painted.
FINDING_GLYPH: Final = "◆"
# What stands for words on the side that lacks them.
_LACKING: Final = "—"
# Kinds that say that one side lacks words; of others with one side, the words alone are shown.
_OF_ONE_SIDE: Final = (FindingKind.OMISSION, FindingKind.INVENTION)
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


def kind_name(kind: FindingKind) -> str:
    """Return in a word or two in what the meaning changed."""
    return plural(*FINDING_NAMES[kind], 1)


def counted(kind: FindingKind, count: int) -> str:
    """Return how many findings of a kind there are."""
    return f"{number(count)} {plural(*FINDING_NAMES[kind], count)}"


def severity_name(severity: int) -> str:
    """Return how grave findings are."""
    return sentence_case(tr(SEVERITY_NAMES[severity]))


def reason_of(reason: Reason) -> str:
    """Return why something is a finding."""
    return tr(reason.sentence).format(*(isolated(shortened(words)) for words in reason.words))


def finding_words(pages: PairView, finding: Finding) -> str:
    """Return both wordings of a finding: what was, an arrow, what is; or the only one."""
    original, rewrite = (quotation(pages.text(side), finding.span(side)) for side in SIDES)
    if not (original and rewrite) and finding.kind not in _OF_ONE_SIDE:
        return original or rewrite
    return arrowed(original or _LACKING, rewrite or _LACKING)


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
    return sentence.format(*map(isolated, words))


def finding_place(pages: PairView, finding: Finding) -> str:
    """Return the paragraph of a finding."""
    return f"¶ {number(_paragraph(pages, finding))}"


def finding_description(pages: PairView, finding: Finding, place: int, count: int) -> str:
    """Return a finding read aloud: the words first, then the reason, then the place."""
    original, rewrite = (quotation(pages.text(side), finding.span(side)) for side in SIDES)
    words = original or rewrite
    if original and rewrite:
        words = tr("{new} instead of {old}", new=isolated(rewrite), old=isolated(original))
    return tr(
        "{words}, {reason}, finding {place} of {count}, paragraph {paragraph}",
        words=words,
        reason=finding_why(pages, finding),
        place=number(place),
        count=number(count),
        paragraph=number(_paragraph(pages, finding)),
    )


def finding_summary(pages: PairView, finding: Finding) -> str:
    """Return the sign, the kind and the reason of a finding, below its wordings."""
    return _summary(finding, finding_why(pages, finding))


def finding_tip(finding: Finding) -> str:
    """Return the tooltip of a finding: its kind, its reason, and that it is a hint."""
    return "\n".join(
        (_summary(finding, reason_of(finding.reason)), tr("A hint: read both passages."))
    )


def _summary(finding: Finding, why: str) -> str:
    return f"{FINDING_GLYPH} {sentence_case(kind_name(finding.kind))}: {why}"


def findings_title(shown: ShownFindings) -> str:
    """Return the title of the list of findings, with how many there are as far as known.

    No count before the first: it would say that there is none.
    """
    if not len(shown.shown) and shown.share_done < 1.0:
        return tr("Findings")
    return tr("Findings ({count})", count=number(len(shown.shown)))


def findings_state(shown: ShownFindings, *, is_working: bool) -> str:
    """Return what the list says below its entries: how far the search is, and what it can find."""
    if is_working and shown.share_done < 1.0:
        return tr("Looking for changes of meaning… {share} %", share=round(100 * shown.share_done))
    if shown.share_done < 1.0:
        return tr("The search for changes of meaning was stopped; there may be more.")
    if len(shown.shown):
        return tr(READ_BOTH)
    parts = [tr(NONE_FOUND), *looked_for_sentences(kinds_looked_for(), tr)]
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
