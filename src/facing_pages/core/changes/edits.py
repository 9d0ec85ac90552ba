"""From word links to raw changes: every place where two linked sentences differ.

Words are numbered through the whole link. The equal words of the heaviest chain of links that
rises on both sides are the frame. Between two neighbours in the frame lies a gap, where both sides
differ: links say which words there answer each other, and words without a link were removed or
added. A word linked into another gap was reordered.

    original    yesterday the [keeper saw red] boats [quietly] from there
    rewrite     the [guard noticed] boats [] from there yesterday
    frame       the, boats, from, there
    gaps        [keeper saw red] and [guard noticed], [quietly] and []

"keeper" is linked with "guard" and "saw" with "noticed": the first gap is one rewording, and "red"
is part of it. "quietly" was removed. "yesterday" is linked across the frame: it was reordered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from facing_pages.core.alignment.words.particles import are_forms_by_particle
from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.edge_marks import without_edge_marks
from facing_pages.core.changes.nearby import LinkIndex
from facing_pages.core.changes.passages import may_replace, with_replaced
from facing_pages.core.changes.swaps import crossing_pairs, with_reordered
from facing_pages.core.changes.word_change import WordChange, Words, stand_apart
from facing_pages.core.languages.registry import of_all_languages
from facing_pages.core.model import ChangeKind, LinkReason, Span
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.sequences import heaviest_increasing_chain
from facing_pages.core.splitting.words import is_pictograph

# What a link adds to the weight of a chain. By judgement: two function words weigh less than a
# content word, so that "of the" moves around "boats" and not the other way round.
_MARK_LINK_WEIGHT: Final = 1
_LIGHT_LINK_WEIGHT: Final = 2
_REWORDED_LINK_WEIGHT: Final = 3
_CONTENT_LINK_WEIGHT: Final = 5
# Words without a link, next to linked ones, that are read as part of the same rewording. By
# judgement.
MAX_ABSORBED_WORDS: Final = 3
# Content words between two rewordings that are one phrase. By judgement.
MAX_CONTENT_BETWEEN: Final = 1
# Words on the longer side of a rewording that is read in two parts; a shorter one is a phrase. By
# judgement.
MIN_TURNED_WORDS: Final = 4
_EMPTY_SPAN: Final = Span(0, 0)
_FORM_REASONS: Final = (LinkReason.EQUAL, LinkReason.FORM)
_WEIGHTY_WORDS: Final = of_all_languages(lambda language: language.weighty_words)
# Auxiliary verbs that say no more than the form of another verb; "should" does.
_FORMING_VERBS: Final = of_all_languages(lambda known: known.auxiliaries - known.weighty_words)


def word_changes(
    words: Words, pairs: Sequence[FoundLink], progress: Progress = NO_PROGRESS
) -> list[WordChange]:
    """Return the differences of two linked sides in order, words that moved far at the end.

    `pairs` are the links that can be trusted (see `word_links`), in order. Raises `Cancelled` when
    asked to stop.
    """
    progress.check()
    chain = heaviest_increasing_chain([(pair, _weight(words, pair)) for pair in pairs])
    frame = [pair for pair in chain if words.are_equal(pair)]
    crossing = list(progress.each(crossing_pairs(words, pairs, frame)))
    gaps = _Gaps(words, pairs, crossing, progress)
    changes: list[WordChange] = []
    start = FoundLink(-1, -1, LinkReason.EQUAL)
    end = FoundLink(len(words.original), len(words.rewrite), LinkReason.EQUAL)
    for before, pair in progress.each(pairwise([start, *frame, end])):
        if (before.original + 1, before.rewrite + 1) != pair[:2]:
            changes += gaps.changes(
                Span(before.original + 1, pair.original), Span(before.rewrite + 1, pair.rewrite)
            )
        if pair is not end and words.original[pair.original] != words.rewrite[pair.rewrite]:
            single = WordChange.of_link(ChangeKind.REWORDED, pair)
            kind = words.difference(single.original, single.rewrite) or ChangeKind.REWORDED
            changes.append(WordChange.of_link(kind, pair))
    changes = with_replaced(words, changes, crossing, pairs)
    changes = with_reordered(words, changes, crossing, frame, progress)
    return _with_unlinked_beside(words, changes, LinkIndex(pairs))


def _with_unlinked_beside(
    words: Words, changes: Sequence[WordChange], pairs: LinkIndex
) -> list[WordChange]:
    """Join a swap of words in another form with function words beside it that no link answers.

    original   [who] [teaches physics]      ->   [who teaches physics]
    rewrite    [a] [physics teacher]             [a physics teacher]
    """
    result: list[WordChange] = []
    for change in changes:
        before = result[-1] if result else None
        if (
            before is not None
            and before.touches(change)
            and {before.kind, change.kind} == {ChangeKind.REWORDED, ChangeKind.FORM}
            and _is_unlinked_beside(words, before, change, pairs)
        ):
            result[-1] = before.hull(change, ChangeKind.REWORDED)
        else:
            result.append(change)
    return result


def _is_unlinked_beside(
    words: Words, first: WordChange, second: WordChange, pairs: LinkIndex
) -> bool:
    """Tell whether one of two changes is a swap and the other has function words without links."""
    light, swap = (first, second) if second.kind is ChangeKind.FORM else (second, first)
    return (
        min(swap.original.length, swap.rewrite.length) > 1
        and words.are_light(*light[1:])
        and not pairs.inside(*light[1:])
        and not words.crosses_sentence(first.hull(second))
    )


def _weight(words: Words, pair: FoundLink) -> int:
    """Return what a link adds to the weight of a chain."""
    if words.is_mark(pair):
        return _MARK_LINK_WEIGHT
    if not words.are_equal(pair):
        return _MARK_LINK_WEIGHT if words.is_light(pair) else _REWORDED_LINK_WEIGHT
    return _LIGHT_LINK_WEIGHT if words.is_light(pair) else _CONTENT_LINK_WEIGHT


class _Gaps:
    """What differs between the words of the frame; words linked elsewhere are no part of it."""

    def __init__(
        self,
        words: Words,
        pairs: Sequence[FoundLink],
        crossing: Sequence[FoundLink],
        progress: Progress,
    ) -> None:
        self._words = words
        self._progress = progress
        self._pairs = LinkIndex(_with_single_pictographs(words, pairs))
        self._across = ({p.original for p in crossing}, {p.rewrite for p in crossing})

    def changes(self, rows: Span, columns: Span) -> Iterator[WordChange]:
        """Yield the changes of a gap: rewordings by its links, and the words around them."""
        end = self._empty(Span(rows.end, rows.end), Span(columns.end, columns.end))
        previous = self._empty(Span(rows.start, rows.start), Span(columns.start, columns.start))
        blocks = self._blocks(rows, columns)
        found: list[WordChange] = []
        for block in self._progress.each([*blocks, end]):
            between = self._empty(
                Span(previous.original.end, block.original.start),
                Span(previous.rewrite.end, block.rewrite.start),
            )
            takes = block if block is not end else previous
            previous = block
            if takes.kind is not ChangeKind.REWORDED or not self._is_absorbed(between, takes):
                found += self._without_links(between)
                found += [block] if block is not end else []
            elif block is not end:
                previous = block.hull(between)
                found.append(previous)
            elif found:
                found[-1] = found[-1].hull(between)
            else:
                found += self._without_links(between)
        for change in found:
            named = self._named(change) if change.kind is ChangeKind.REWORDED else change
            yield from self._turned(named) if named.kind is ChangeKind.REWORDED else [named]

    @staticmethod
    def _empty(rows: Span, columns: Span) -> WordChange:
        return WordChange(ChangeKind.REWORDED, rows, columns)

    def _blocks(self, rows: Span, columns: Span) -> list[WordChange]:
        """Return runs of words in a gap that answer each other, in order on both sides.

        Links that cross or share words are one run, and so are rewordings with hardly a word
        between them:

            red boats         red-crimson, boats-vessels cross     [red boats]
            vessels crimson                                        [vessels crimson]

            red boats         hardly a word between the links      [red boats]
            crimson of vessels                                     [crimson of vessels]
        """
        blocks: list[WordChange] = []
        for pair in self._progress.each(self._pairs.inside(rows, columns)):
            i, j, *_ = pair
            if i in self._across[0] or j in self._across[1] or self._words.is_mark(pair):
                continue
            run = WordChange.of_link(ChangeKind.REWORDED, pair)
            kept = len(blocks)
            while kept and not blocks[kept - 1].is_before(run):
                kept -= 1
                run = run.hull(blocks[kept])
            if not self._words.crosses_sentence(run) and not self._is_torn(pair, run):
                blocks[kept:] = [run]
        joined: list[WordChange] = []
        for block in self._progress.each(blocks):
            if self._words.are_light(*block[1:]) and not _is_at_end(block, rows, columns):
                continue
            named = self._named(block)
            is_single = named.original.length == named.rewrite.length == 1
            inner = self._words.within(*named[1:])
            if (
                is_single
                and not are_forms_by_particle(*inner)
                and not stand_apart(inner, self._words.language)
            ):
                named = block  # a word in another form may be part of a longer rewording
            if joined and self._are_one_phrase(joined[-1], named):
                joined[-1] = joined[-1].hull(named)
            else:
                joined.append(named)
        return joined

    def _turned(self, block: WordChange) -> list[WordChange]:
        """Return a longer rewording in which a word in another form passed all others in two parts.

        original   [after this it] [is decreasing]
        rewrite    [decreased] [thereafter]           thereafter is reworded, decreased a form
        """
        linked = [p for p in self._pairs.inside(*block[1:]) if not self._words.is_mark(p)]
        forms = [p for p in linked if p.reason is LinkReason.FORM and not self._words.is_light(p)]
        if max(run.length for run in _runs(block)) < MIN_TURNED_WORDS or len(forms) != 1:
            return [block]
        phrase = _phrase_of(forms[0], linked)
        others = [p for p in linked if not phrase.overlaps(WordChange.of_link(block.kind, p))]
        for rest in _rests(block, phrase):
            is_turned = others and all(
                rest.contains(WordChange.of_link(block.kind, pair)) for pair in others
            )
            named = self._named(phrase)
            if is_turned and named.kind is ChangeKind.FORM:
                return sorted((named, self._named(rest)), key=lambda part: part[1:])
        return [block]

    def _is_torn(self, pair: FoundLink, run: WordChange) -> bool:
        """Tell whether a link has no reason but its position and spans words linked elsewhere."""
        return pair.reason is LinkReason.POSITION and not self._is_free(*run[1:])

    def _are_one_phrase(self, first: WordChange, second: WordChange) -> bool:
        rows = Span(first.original.end, second.original.start)
        columns = Span(first.rewrite.end, second.rewrite.start)
        return (
            first.kind is second.kind is ChangeKind.REWORDED
            and not (self._words.are_numbers(*first[1:]) and self._words.are_numbers(*second[1:]))
            and self._words.content(rows, columns) <= MAX_CONTENT_BETWEEN
            and not self._words.have_marks(rows, columns)
            and not any(map(is_pictograph, self._words.within(*first.hull(second)[1:])))
            and not self._words.crosses_sentence(first.hull(second))
            and self._is_free(rows, columns)
        )

    def _is_absorbed(self, between: WordChange, rewording: WordChange) -> bool:
        """Tell whether a few words without links are read as part of the rewording next to them.

        Each pictograph stands for itself.
        """
        rows, columns = between[1:]
        wide = WordChange(
            between.kind,
            Span(max(0, rows.start - 1), rows.end + 1),
            Span(max(0, columns.start - 1), columns.end + 1),
        )
        return (
            max(rows.length, columns.length) <= MAX_ABSORBED_WORDS
            and not self._words.have_marks(rows, columns)
            and not any(map(is_pictograph, self._words.within(*between.hull(rewording)[1:])))
            and not self._words.crosses_sentence(wide)
            and self._is_free(rows, columns)
        )

    def _is_free(self, rows: Span, columns: Span) -> bool:
        return self._across[0].isdisjoint(range(*rows)) and self._across[1].isdisjoint(
            range(*columns)
        )

    def _without_links(self, place: WordChange) -> list[WordChange]:
        """Return the changes of a place where no words are linked.

        A few words that stand where a few others stood replaced them, also where a sentence was
        split or joined there:

            a player [who] plays      "he" replaced "who"; a stop was added
            a player[.] [he] plays

            a player[,] known         the stop replaced the comma; "he is" was added
            a player[.] [he is] known
        """
        words = self._words
        rows, columns = (
            self._unlinked_runs(0, place.original),
            self._unlinked_runs(1, place.rewrite),
        )
        phrases = (
            [run for run in rows if not words.are_marks(run, _EMPTY_SPAN)],
            [run for run in columns if not words.are_marks(_EMPTY_SPAN, run)],
        )
        marks = (
            [run for run in rows if run not in phrases[0]],
            [run for run in columns if run not in phrases[1]],
        )
        changes: list[WordChange] = []
        for kind, (left, right) in ((ChangeKind.REWORDED, phrases), (ChangeKind.TYPOGRAPHY, marks)):
            if len(left) == len(right) == 1 and self._may_replace(left[0], right[0]):
                changes.append(WordChange(kind, left[0], right[0]))
            else:
                changes += self._removed_and_added(place, left, right)
        return sorted(changes, key=lambda change: change[1:])

    def _may_replace(self, rows: Span, columns: Span) -> bool:
        """Tell whether two short runs can stand for each other: neither is part of a passage.

        original   , [although] the mayor      "therefore" came into a passage that moved
        rewrite    was [therefore] closed
        """
        is_inside = (
            self._across[side].issuperset((run.start - 1, run.end))
            for side, run in enumerate((rows, columns))
        )
        return may_replace(self._words, rows, columns) and not any(is_inside)

    def _removed_and_added(
        self, place: WordChange, rows: Sequence[Span], columns: Sequence[Span]
    ) -> list[WordChange]:
        """Return what was removed and what was added in a place, each by itself."""
        before = Span(place.rewrite.start, place.rewrite.start)
        behind = Span(place.original.end, place.original.end)
        changes = [WordChange(ChangeKind.REMOVED, run, before) for run in rows]
        changes += [WordChange(ChangeKind.ADDED, behind, run) for run in columns]
        return [
            part
            for change in changes
            for part in (
                [change.hull(change, ChangeKind.TYPOGRAPHY)]
                if self._words.are_marks(*change[1:])
                else without_edge_marks(change, self._words)
            )
        ]

    def _unlinked_runs(self, side: int, run: Span) -> list[Span]:
        """Return the parts of a run that are not linked elsewhere, sentence by sentence."""
        parts: list[Span] = []
        for number in range(*run):
            if number in self._across[side]:
                continue
            if parts and parts[-1].end == number and number not in self._words.starts[side]:
                parts[-1] = Span(parts[-1].start, number + 1)
            else:
                parts.append(Span(number, number + 1))
        return parts

    def _named(self, block: WordChange) -> WordChange:
        """Return a block with its kind: another form of the same words, or a rewording.

        Articles and auxiliary verbs come and go with the form of a word, and another auxiliary may
        answer it:

            are studying      Assumptions        limiting            another form
            studied           the assumption     which limits
        """
        _, rows, columns = block
        inside = self._pairs.inside(rows, columns)
        forms = [pair for pair in inside if pair.reason in _FORM_REASONS]
        others = [pair for pair in inside if pair.reason not in _FORM_REASONS]
        known = ({pair.original for pair in forms}, {pair.rewrite for pair in forms})
        added = {
            side[number]
            for side, run, numbers in zip(self._words.folded, (rows, columns), known, strict=True)
            for number in range(*run)
            if number not in numbers
        }
        old, new = self._words.folded
        answered = {word for i, j, *_ in others for word in (old[i], new[j])} - _FORMING_VERBS
        is_word = any(not self._words.is_light(p) and not self._words.are_equal(p) for p in forms)
        if not added or (is_word and not answered & added and self._may_come_and_go(added)):
            return WordChange(ChangeKind.FORM, rows, columns)
        return block._replace(kind=self._words.difference(rows, columns) or block.kind)

    def _may_come_and_go(self, folded: set[str]) -> bool:
        return folded <= _FORMING_VERBS | (self._words.function_words - _WEIGHTY_WORDS)


def _runs(change: WordChange) -> tuple[Span, Span]:
    return change.original, change.rewrite


def _phrase_of(form: FoundLink, linked: Sequence[FoundLink]) -> WordChange:
    """Return a word and its other form with the words that are linked with either: "is rising"."""
    rows = [pair.original for pair in linked if pair.rewrite == form.rewrite]
    columns = [pair.rewrite for pair in linked if pair.original == form.original]
    return WordChange(
        ChangeKind.REWORDED,
        Span(min(rows), max(rows) + 1),
        Span(min(columns), max(columns) + 1),
    )


def _rests(block: WordChange, phrase: WordChange) -> Iterator[WordChange]:
    """Yield what is left of a block whose phrase ends one side and begins the other."""
    _, rows, columns = block
    for rest in (
        WordChange(
            block.kind,
            Span(rows.start, phrase.original.start),
            Span(phrase.rewrite.end, columns.end),
        ),
        WordChange(
            block.kind,
            Span(phrase.original.end, rows.end),
            Span(columns.start, phrase.rewrite.start),
        ),
    ):
        lengths = [
            run.length + part.length for run, part in zip(_runs(rest), _runs(phrase), strict=True)
        ]
        if min(run.length for run in _runs(rest)) and lengths == [rows.length, columns.length]:
            yield rest


def _with_single_pictographs(words: Words, pairs: Sequence[FoundLink]) -> list[FoundLink]:
    """Return the links without those of a pictograph that another one surely answers.

    Each pictograph stands for itself:

        party party family    party-party, and family-flag: party-flag is dropped
        party flag
    """
    if not any(map(is_pictograph, (*words.original, *words.rewrite))):
        return list(pairs)
    kept: list[FoundLink] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for pair in sorted(pairs, key=lambda p: (not words.are_equal(p), -p.confidence, p[:2])):
        ends = Span(pair.original, pair.original + 1), Span(pair.rewrite, pair.rewrite + 1)
        if any(map(is_pictograph, words.within(*ends))):
            if pair.original in taken[0] or pair.rewrite in taken[1]:
                continue
            taken[0].add(pair.original)
            taken[1].add(pair.rewrite)
        kept.append(pair)
    return sorted(kept)


def _is_at_end(block: WordChange, rows: Span, columns: Span) -> bool:
    """Tell whether a block stands next to the same word of the frame on both sides."""
    at_start = (block.original.start, block.rewrite.start) == (rows.start, columns.start)
    return at_start or (block.original.end, block.rewrite.end) == (rows.end, columns.end)
