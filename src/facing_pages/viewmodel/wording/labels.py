"""Sentences about changes, rows and the whole pair, as the window builds them."""

from __future__ import annotations

from typing import Final

from facing_pages.core.model import LinkKind, LinkReason, Side, Span, Statistics
from facing_pages.core.translations import sentence_case
from facing_pages.export.as_text import percent
from facing_pages.marks.kinds import MarkStyle, ViewKind
from facing_pages.marks.listed_changes import ListedChange
from facing_pages.marks.row_signs import MOVED_SENTENCES, NO_COUNTERPART, Counterpart
from facing_pages.marks.rows import Row
from facing_pages.viewmodel.folding.row_sentences import FoldedUnit, LackingRun
from facing_pages.viewmodel.navigation import Navigation
from facing_pages.viewmodel.pair_view import SIDES, LinkEntry, PairView, SetBy, SideText
from facing_pages.viewmodel.wording.directions import arrowed, isolated
from facing_pages.viewmodel.wording.language import N_, number, plural, tr

# Confidence from which a link is called sure, and likely. By judgement.
SURE: Final = 0.85
LIKELY: Final = 0.6
# Characters of a quotation in the list of changes. By judgement.
MAX_QUOTATION_CHARACTERS: Final = 60
_LINK_KIND_NAMES: Final = {
    LinkKind.SAME: N_("the same"),
    LinkKind.REWORDED: N_("reworded"),
    LinkKind.SPLIT: N_("split"),
    LinkKind.MERGED: N_("merged"),
    LinkKind.REGROUPED: N_("regrouped"),
    LinkKind.REMOVED: N_("removed"),
    LinkKind.ADDED: N_("added"),
}
_SAID_ONCE: Final = (MarkStyle.NONE, MarkStyle.REORDERED)
# Shares that most pairs have nothing of.
_TOLD_IF_ANY: Final = (N_("{share} other forms"), N_("{share} moved"))
_REASON_NAMES: Final = {
    LinkReason.EQUAL: N_("the same words"),
    LinkReason.FORM: N_("another form of the same word"),
    LinkReason.SYNONYM: N_("synonyms"),
    LinkReason.MEANING: N_("close in meaning"),
    LinkReason.POSITION: N_("linked by position"),
}


def side_facts(pages: PairView, side: Side) -> str:
    """Return words, format and encoding of a side; words once they are counted."""
    text, statistics, facts = pages.text(side), pages.changes.statistics, []
    if statistics is not None:
        count = statistics.rewrite_words if side is Side.REWRITE else statistics.original_words
        facts.append(plural("{count} word", "{count} words", count))
    if text.format:
        facts.append(tr(text.format))
    if text.encoding:
        facts.append(text.encoding.upper().replace("WINDOWS", "Windows"))
    return " · ".join(facts)


def change_text(pages: PairView, entry: ListedChange) -> str:
    """Return the words of a change: what was, an arrow, what is."""
    texts = [quotation(pages.text(side), entry.span(side)) for side in SIDES]
    if entry.kind is ViewKind.MOVED:
        return _move_text(pages, entry, texts[0])
    if entry.kind is ViewKind.SPLIT:
        return _grouping_text(pages, entry)
    if entry.style is MarkStyle.REORDERED and texts[0].casefold() == texts[1].casefold():
        return tr("{words} (reordered)", words=isolated(texts[0]))
    if entry.original and entry.rewrite:
        return arrowed(*texts)
    return texts[0] or texts[1]


def change_place(changes: Navigation, change: int | None) -> str:
    """Return which change one is, "" for None and for one that is not shown.

    Its number is that among all changes and stays, whatever is shown.
    """
    place = changes.place(change)
    if change is None or place is None:
        return ""
    if len(changes) == changes.total:
        return tr(
            "change {number} of {total}", number=number(change + 1), total=number(changes.total)
        )
    return tr(
        "change {number} · {place} of {shown} shown",
        number=number(change + 1),
        place=number(place + 1),
        shown=number(len(changes)),
    )


def change_description(pages: PairView, entry: ListedChange, place: str) -> str:
    """Return a change read aloud: the words first, then the kind, then which one it is."""
    side = Side.ORIGINAL if entry.original else Side.REWRITE
    paragraph = paragraph_number(pages, side, entry.span(side))
    return tr(
        "{words}, {kind}, {place}, paragraph {paragraph}",
        words=instead_text(pages, entry),
        kind=_kind_text(pages, entry),
        place=place,
        paragraph=number(paragraph),
    )


def instead_text(pages: PairView, entry: ListedChange) -> str:
    """Return the words of a change as they are read aloud: an arrow says nothing."""
    if entry.kind is ViewKind.MOVED:
        return isolated(quotation(pages.original, entry.original))
    if entry.original and entry.rewrite and entry.style not in _SAID_ONCE:
        old, new = (quotation(pages.text(side), entry.span(side)) for side in SIDES)
        return tr("{new} instead of {old}", new=isolated(new), old=isolated(old))
    return change_text(pages, entry)


def change_tip(pages: PairView, entry: ListedChange) -> str:
    """Return the tooltip of a change: what became what, why, and how sure the link is."""
    lines = [f"{sentence_case(tr(entry.words))}: {change_text(pages, entry)}"]
    if entry.reason is not None and entry.confidence is not None:
        lines.append(reason_text(entry.reason, entry.confidence))
    return "\n".join(lines)


def reason_text(reason: LinkReason, confidence: float) -> str:
    """Return why words belong together and how sure that is."""
    return f"{tr(_REASON_NAMES[reason])} · {_sureness(confidence)}"


def link_facts(pages: PairView, link: int) -> str:
    """Return what a sentence link is, how many sentences it has, and how sure it is."""
    entry = pages.rows.link(link)
    counts = (entry.original.length, entry.rewrite.length)
    facts = [link_text(pages, link)]
    if max(counts) > 1:
        facts.append(f"{counts[0]} ↔ {counts[1]}")
    if entry.set_by is SetBy.PROGRAM:
        facts.append(f"{100 * entry.confidence:.0f} %")
    return " · ".join(facts)


def paragraph_number(pages: PairView, side: Side, span: Span | None) -> int:
    """Return the number of the paragraph a span starts in, counted from 1."""
    return pages.text(side).by_paragraph.paragraph_at(span.start if span else 0) + 1


def paragraph_text(pages: PairView, row: int) -> str:
    """Return the number of the paragraph a row begins with."""
    entry = pages.rows.row(row)
    side = Side.ORIGINAL if entry.original.length else Side.REWRITE
    sign = "¶" if side is Side.ORIGINAL else "¶ +"
    return f"{sign} {number(_row_paragraph(pages, entry, side))}"


def row_place(pages: PairView, row: int) -> str:
    """Return where a row is, for the status line: the paragraph and how many there are."""
    entry = pages.rows.row(row)
    side = Side.ORIGINAL if entry.original.length else Side.REWRITE
    paragraph = number(_row_paragraph(pages, entry, side))
    total = number(len(pages.text(side).by_paragraph))
    if side is Side.ORIGINAL:
        return tr("¶ {paragraph} of {total}", paragraph=paragraph, total=total)
    return tr("¶ {paragraph} of {total} of the rewrite", paragraph=paragraph, total=total)


def empty_cell_text(pages: PairView, row: int, side: Side) -> str:
    """Return the text of a row's empty side: where the counterpart is, or that there is none."""
    words, other = counterpart_text(pages, row, side), pages.other_row(row)
    if other < 0:
        return words
    return f"{words} {'↓' if other > row else '↑'}"


def counterpart_text(pages: PairView, row: int, empty: Side) -> str:
    """Return where the words of a row are that has nothing on one side, "" if that has a text."""
    if not pages.is_aligned or pages.rows.row(row).paragraphs(empty).length:
        return ""
    found = pages.counterpart(row)
    return tr(NO_COUNTERPART) if found is None else _where_text(pages, empty, found)


def unchanged_text(count: int, *, sentences: bool = False) -> str:
    """Return what stands for rows in which nothing changed: of paragraphs, or of sentences."""
    if sentences:
        return plural("{count} unchanged sentence", "{count} unchanged sentences", count)
    return plural("{count} unchanged paragraph", "{count} unchanged paragraphs", count)


def left_out_text(pages: PairView, run: LackingRun) -> str:
    """Return what stands for units of a side that the other one lacks, or has elsewhere."""
    is_words, count = run.unit is FoldedUnit.WORD, run.count
    if (found := pages.counterpart_of(run.side, run.span)) is not None:
        units = plural("{count} sentence", "{count} sentences", count)
        if is_words:
            units = plural("{count} word", "{count} words", count)
        return tr("{units}, {where}", units=units, where=_where_text(pages, run.side.other, found))
    if run.side is Side.ORIGINAL:
        if is_words:
            return plural("{count} word left out", "{count} words left out", count)
        return plural("{count} sentence left out", "{count} sentences left out", count)
    if is_words:
        return plural("{count} word added", "{count} words added", count)
    return plural("{count} sentence added", "{count} sentences added", count)


def link_text(pages: PairView, link: int) -> str:
    """Return what a sentence link is and how sure, for the status line."""
    entry = pages.rows.link(link)
    kind = tr(_LINK_KIND_NAMES[entry.kind])
    elsewhere = _elsewhere(pages, entry)
    if elsewhere:
        kind = elsewhere
    if entry.moved:
        is_same = entry.kind is LinkKind.SAME
        kind = tr("moved") if is_same else tr("moved, {kind}", kind=kind)
    if entry.set_by is SetBy.PERSON:
        return tr("{kind} · set by you", kind=kind)
    if entry.set_by is SetBy.PERSON_APART:
        return tr("{kind} · unlinked by you", kind=kind)
    if entry.kind is LinkKind.SAME or elsewhere:
        return kind
    if entry.kind in (LinkKind.REMOVED, LinkKind.ADDED):
        return f"{kind} · {_sureness(entry.confidence)}"
    return tr("{kind} · link {sureness}", kind=kind, sureness=_sureness(entry.confidence))


def _move_text(pages: PairView, entry: ListedChange, words: str) -> str:
    """Return where words went, and the words: what does not fit is left out at the end."""
    template = N_("to ¶ {number}: {words}")
    if _is_within_paragraph(pages, entry):
        template = N_("within ¶ {number}: {words}")
    return tr(template, words=isolated(words), number=_move_target(pages, entry))


def _kind_text(pages: PairView, entry: ListedChange) -> str:
    """Return what happened, and of a move where the words went, as on the page."""
    if entry.kind is not ViewKind.MOVED:
        return tr(entry.words)
    if _is_within_paragraph(pages, entry):
        return tr("moved within ¶ {number}", number=_move_target(pages, entry))
    return tr(MOVED_SENTENCES[True, True], number=_move_target(pages, entry))


def _move_target(pages: PairView, entry: ListedChange) -> str:
    return number(paragraph_number(pages, Side.REWRITE, entry.rewrite))


def _is_within_paragraph(pages: PairView, entry: ListedChange) -> bool:
    row = pages.rows.row(entry.row)
    return entry.row == entry.other_row and row.original.length == row.rewrite.length == 1


def _where_text(pages: PairView, side: Side, found: Counterpart) -> str:
    """Return in which paragraphs of a side words of the other one stand."""
    paragraphs = dict.fromkeys(
        paragraph_number(pages, side, Span(place, place)) for place in found.places
    )
    template = MOVED_SENTENCES[side is Side.REWRITE, found.is_whole]
    return tr(template, number=", ".join(map(number, paragraphs)))


def _row_paragraph(pages: PairView, row: Row, side: Side) -> int:
    """Return the number of the paragraph a row begins in, counted from 1."""
    text = pages.text(side)
    if not len(text):
        return 1
    first = text.paragraph_span(min(row.paragraphs(side).start, len(text) - 1))
    return paragraph_number(pages, side, first)


def _elsewhere(pages: PairView, link: LinkEntry) -> str:
    """Return where words of a link with one side only stand, "" if that is nowhere."""
    side = {LinkKind.REMOVED: Side.ORIGINAL, LinkKind.ADDED: Side.REWRITE}.get(link.kind)
    if side is None:
        return ""
    found = pages.counterpart_of(side, pages.sentences_span(side, link.sentences(side)))
    return _where_text(pages, side.other, found) if found is not None else ""


def statistics_line(statistics: Statistics) -> str:
    """Return how much was changed, and of what, for the status line."""
    shares = [
        (N_("{share} reworded"), statistics.reworded),
        (N_("{share} other forms"), statistics.form),
        (N_("{share} moved"), statistics.moved),
        (N_("{share} removed"), statistics.removed),
    ]
    told = [
        tr(template, share=percent(part, statistics.original_words))
        for template, part in shares
        if part or template not in _TOLD_IF_ANY
    ]
    return tr(
        "of the original’s words {shares}; of the rewrite’s {added} added",
        shares=", ".join(told),
        added=percent(statistics.added, statistics.rewrite_words),
    )


def _sureness(confidence: float) -> str:
    if confidence >= SURE:
        return tr("sure")
    return tr("likely") if confidence >= LIKELY else tr("doubtful")


def _grouping_text(pages: PairView, entry: ListedChange) -> str:
    if entry.link >= 0:
        link = pages.rows.link(entry.link)
        counts = (link.original.length, link.rewrite.length)
        units = plural("{count} sentence", "{count} sentences", counts[0])
    else:
        row = pages.rows.row(entry.row)
        counts = (row.original.length, row.rewrite.length)
        units = plural("{count} paragraph", "{count} paragraphs", counts[0])
    template = N_("{units} split into {number}: {words}")
    if counts[0] > counts[1]:
        template = N_("{units} merged into {number}: {words}")
    if min(counts) > 1:
        template = N_("{units} regrouped into {number}: {words}")
    words = quotation(pages.original, entry.original, 30)
    return tr(template, units=units, number=counts[1], words=isolated(words))


def quotation(text: SideText, span: Span | None, longest: int = MAX_QUOTATION_CHARACTERS) -> str:
    """Return words of a text, cut off where they are too long; "" for none."""
    if span is None:
        return ""
    words = " ".join(text.text[span.start : min(span.end, span.start + 4 * longest)].split())
    return shortened(words, longest) or "␣"


def shortened(words: str, longest: int = MAX_QUOTATION_CHARACTERS) -> str:
    """Return words, cut off where they are too long."""
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + "…"
