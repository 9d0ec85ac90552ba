"""What a person may do to the alignment: each step returns new corrections, with a name for undo.

Sentences are named by their numbers, counted from 0 on each side; links by theirs. Nothing here
changes links: the aligner is asked again with the corrections as pins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from rapidfuzz import fuzz

from facing_pages.core.model import Side, Span
from facing_pages.session.corrections import (
    Bookmark,
    Correction,
    Corrections,
    Cut,
    LinkCorrection,
    Passage,
)
from facing_pages.viewmodel.pair_view import SIDES, PairView, SetBy
from facing_pages.viewmodel.table_columns import LinkColumn, RowColumn
from facing_pages.viewmodel.wording.language import N_, number, number_range, plural, tr

# Confidence, in per cent, under which a link is worth a look. By judgement.
MIN_CERTAIN_PERCENT: Final = 60
_NONE: Final = Span(0, 0)


@dataclass(frozen=True)
class Edit:
    """Corrections after a step, and what the step was, for undo and redo."""

    corrections: Corrections
    name: str


@dataclass(frozen=True)
class Refusal:
    """Why a step is not possible, and what to do instead."""

    reason: str


Answer = Edit | Refusal


def link_sentences(pages: PairView, known: Corrections, chosen: dict[Side, Span]) -> Answer:
    """Link the sentences chosen on both sides, those and no others."""
    if len(chosen) < len(SIDES):
        return Refusal(tr("Put the caret in a sentence on one side, then in one on the other."))
    original, rewrite = chosen[Side.ORIGINAL], chosen[Side.REWRITE]
    name = tr("link of {original} with {rewrite}", **_numbers(original, rewrite))
    return Edit(known.with_links(_correction(pages, original, rewrite)), name)


def unlink(pages: PairView, known: Corrections, link: int) -> Answer:
    """Say that the sentences of a link do not belong together."""
    original, rewrite = _sentences(pages, link)
    if not original.length or not rewrite.length:
        return Refusal(tr("This sentence has no counterpart."))
    name = tr("unlinking of {original} from {rewrite}", **_numbers(original, rewrite))
    correction = _correction(pages, original, rewrite, together=False)
    return Edit(known.with_links(correction), name)


def confirm(pages: PairView, known: Corrections, link: int) -> Answer:
    """Say that a link is right as it is."""
    if pages.rows.link(link).set_by is SetBy.PERSON:
        return Refusal(tr("You have already confirmed this link."))
    original, rewrite = _sentences(pages, link)
    if original.length and rewrite.length:
        name = tr("confirmation of {original} with {rewrite}", **_numbers(original, rewrite))
    else:
        side = Side.ORIGINAL if original.length else Side.REWRITE
        here = _range(original if original.length else rewrite)
        name = tr(_LONE_CONFIRMATIONS[side], sentence=here)
    return Edit(known.with_links(_correction(pages, original, rewrite)), name)


def start_row(pages: PairView, known: Corrections, side: Side, sentence: int) -> Answer:
    """Cut a link in two before a sentence; the other side is cut where that fits best."""
    link = pages.link_of(side, sentence)
    spans = dict(zip(SIDES, _sentences(pages, link), strict=True))
    here, there = spans[side], spans[side.other]
    if sentence == here.start:
        return Refusal(tr("The row already begins with this sentence."))
    middle = _best_cut(pages, side, (here, sentence), there)
    upper = {side: Span(here.start, sentence), side.other: Span(there.start, middle)}
    lower = {side: Span(sentence, here.end), side.other: Span(middle, there.end)}
    added = [_correction(pages, *(part[one] for one in SIDES)) for part in (upper, lower)]
    name = tr("new row at {sentence}", sentence=number(sentence + 1))
    return Edit(known.with_links(*added), name)


def join_with_above(pages: PairView, known: Corrections, link: int) -> Answer:
    """Make one link of a link and the one in the row above."""
    above = _neighbour(pages, link, -1)
    if above is None:
        return Refusal(tr("There is no row above this one."))
    pairs = list(zip(_sentences(pages, above), _sentences(pages, link), strict=True))
    joined = [_joined(*pair) for pair in pairs]
    if joined[0] is None or joined[1] is None:
        return Refusal(tr("Only consecutive sentences can be in one row."))
    name = tr("joining of {original} with {rewrite}", **_numbers(joined[0], joined[1]))
    return Edit(known.with_links(_correction(pages, joined[0], joined[1])), name)


def move_to_neighbour(
    pages: PairView, known: Corrections, side: Side, link: int, *, by: int
) -> Answer:
    """Move the first sentence of a link's side to the row above (-1), or the last to the one
    below (1)."""
    neighbour = _neighbour(pages, link, by)
    if neighbour is None:
        name = N_("There is no row above this one.") if by < 0 else N_("There is no row below.")
        return Refusal(tr(name))
    spans = dict(zip(SIDES, _sentences(pages, link), strict=True))
    others = dict(zip(SIDES, _sentences(pages, neighbour), strict=True))
    here = spans[side]
    if not here.length:
        return Refusal(tr("This row has no sentence on this side."))
    moved = Span(here.start, here.start + 1) if by < 0 else Span(here.end - 1, here.end)
    grown = _joined(others[side], moved) if by < 0 else _joined(moved, others[side])
    if grown is None:
        return Refusal(tr("Only consecutive sentences can be in one row."))
    rest = Span(moved.end, here.end) if by < 0 else Span(here.start, moved.start)
    kept = {side: rest, side.other: spans[side.other]}
    given = {side: grown, side.other: others[side.other]}
    added = [
        _correction(pages, *(part[one] for one in SIDES))
        for part in (given, kept)
        if any(span.length for span in part.values())
    ]
    name = N_("move of {sentence} up") if by < 0 else N_("move of {sentence} down")
    return Edit(known.with_links(*added), tr(name, sentence=_range(moved)))


def cut_sentence(pages: PairView, known: Corrections, side: Side, position: int) -> Answer:
    """Make two sentences of one, at the word a position is in or before."""
    sentence = pages.sentence_at(side, position)
    if sentence is None:
        return Refusal(tr("Put the caret before the word that should begin a new sentence."))
    span, text = pages.sentence_span(side, sentence), pages.text(side).text
    is_inside = position < span.end
    while position > span.start and not text[position - 1].isspace():
        position -= 1
    if position <= span.start or not is_inside:
        return Refusal(tr("Put the caret before the word that should begin a new sentence."))
    passage = _passage(pages, side, Span(sentence, sentence + 1))
    assert passage is not None
    name = tr("cut of sentence {sentence}", sentence=number(sentence + 1))
    return Edit(known.with_cut(Cut(side, passage, position - span.start)), name)


def toggle_bookmark(pages: PairView, known: Corrections, side: Side, sentence: int) -> Edit:
    """Set a bookmark at a sentence, or take it away."""
    passage = _passage(pages, side, Span(sentence, sentence + 1))
    assert passage is not None
    after = known.with_bookmark(Bookmark(side, passage))
    is_set = len(after.bookmarks) > len(known.bookmarks)
    name = N_("bookmark at {sentence}") if is_set else N_("removal of the bookmark at {sentence}")
    return Edit(after, tr(name, sentence=number(sentence + 1)))


def replaced_links(before: Corrections, after: Corrections) -> int:
    """Return how many links set by a person a correction removes."""
    return sum(link not in after.links for link in before.links)


def replaced_text(count: int) -> str:
    """Return the sentence that links set by a person were removed."""
    return plural(
        "{count} link that you had set for these sentences was removed; undo restores it.",
        "{count} links that you had set for these sentences were removed; undo restores them.",
        count,
    )


def next_doubtful(pages: PairView, link: int | None, by: int) -> int | None:
    """Return the next doubtful link (1) or the previous one (-1), past the end the first again.

    A sentence that may have been called removed or added wrongly is one too.
    """
    links = pages.rows.links
    doubtful = links[:, LinkColumn.CONFIDENCE] < MIN_CERTAIN_PERCENT
    numbers = np.flatnonzero(doubtful & (links[:, LinkColumn.SET_BY] == SetBy.PROGRAM))
    if not len(numbers):
        return None
    if by > 0:
        later = numbers[numbers > (-1 if link is None else link)]
        return int(later[0] if len(later) else numbers[0])
    earlier = numbers[numbers < (len(links) if link is None else link)]
    return int(earlier[-1] if len(earlier) else numbers[-1])


def correction_lines(lost: Sequence[Correction]) -> list[tuple[str, str]]:
    """Return corrections for a list: what each one does, and the words it is about."""
    lines: list[tuple[str, str]] = []
    for correction in lost:
        if isinstance(correction, Cut):
            lines.append((tr("sentence cut"), correction.sentence.sentences[0]))
            continue
        texts = [_words(correction.passage(side)) for side in SIDES]
        name = N_("linked") if correction.together else N_("not linked")
        lines.append((tr(name), f"{texts[0]} ↔ {texts[1]}"))
    return lines


_LONE_CONFIRMATIONS: Final = {
    Side.ORIGINAL: N_("confirmation that {sentence} was removed"),
    Side.REWRITE: N_("confirmation that {sentence} was added"),
}


def _words(passage: Passage | None) -> str:
    return " ".join(passage.sentences) if passage else "—"


def _correction(
    pages: PairView, original: Span, rewrite: Span, *, together: bool = True
) -> LinkCorrection:
    return LinkCorrection(
        _passage(pages, Side.ORIGINAL, original), _passage(pages, Side.REWRITE, rewrite), together
    )


def _passage(pages: PairView, side: Side, sentences: Span) -> Passage | None:
    if not sentences.length:
        return None
    spans = [pages.sentence_span(side, sentence) for sentence in range(*sentences)]
    text = pages.text(side).text
    return Passage(Span(spans[0].start, spans[-1].end), tuple(span.of(text) for span in spans))


def _sentences(pages: PairView, link: int) -> tuple[Span, Span]:
    """Return the sentences of a link; empty spans where it has none."""
    entry = pages.rows.link(link)
    original, rewrite = (
        span if span.start >= 0 else _NONE for span in (entry.original, entry.rewrite)
    )
    return original, rewrite


def _neighbour(pages: PairView, link: int, by: int) -> int | None:
    """Return the link in the row above (-1) or below (1)."""
    side = Side.ORIGINAL if pages.rows.link(link).original.start >= 0 else Side.REWRITE
    rows = pages.rows.by_sentence
    first = pages.rows.link(link).sentences(side).start
    starts, ends = rows[:, RowColumn.start(side)], rows[:, RowColumn.end(side)]
    row = int(np.flatnonzero((starts <= first) & (first < ends))[0]) + by
    if not 0 <= row < len(rows):
        return None
    has_original = rows[row, RowColumn.ORIGINAL_END] > rows[row, RowColumn.ORIGINAL_START]
    there = Side.ORIGINAL if has_original else Side.REWRITE
    return pages.link_of(there, int(rows[row, RowColumn.start(there)]))


def _joined(first: Span, second: Span) -> Span | None:
    """Return two runs of sentences as one, None if they do not follow one another."""
    if not first.length or not second.length:
        return first if first.length else second
    return Span(first.start, second.end) if first.end == second.start else None


def _best_cut(pages: PairView, side: Side, cut: tuple[Span, int], there: Span) -> int:
    """Return before which sentence of the other side a link is best cut."""
    here, sentence = cut
    if not there.length:
        return there.start
    halves = (Span(here.start, sentence), Span(sentence, here.end))
    texts = [_words(_passage(pages, side, half)) for half in halves]
    inner = range(there.start + 1, there.end) if there.length > 1 else range(*_ends(there))

    def likeness(middle: int) -> float:
        parts = (Span(there.start, middle), Span(middle, there.end))
        return sum(
            fuzz.token_sort_ratio(text, _words(_passage(pages, side.other, part))) * part.length
            for text, part in zip(texts, parts, strict=True)
        )

    return max(inner, key=likeness)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end + 1


def _numbers(original: Span, rewrite: Span) -> dict[str, str]:
    return {"original": _range(original), "rewrite": _range(rewrite)}


def _range(span: Span) -> str:
    """Return the numbers of sentences as people count them."""
    return number_range(span.start + 1, span.end) if span.length else "—"
