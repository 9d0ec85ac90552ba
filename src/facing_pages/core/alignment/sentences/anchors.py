r"""Where two long texts surely meet, to cut the problem between them into windows.

    original   . . A . . B . . D . . C .      anchors share rarities; B and D cross, and the
                   |      \   /      |        heavier of them stays in the chain
    rewrite    . . A . . D . . B . . C .      windows are cut before A, before it and before C

Anchors are sentences that share words or pairs of words found once in either text: rare, and so
full of content. Blank lines, commas and articles never are. Sentences of a word or two are
recognised by those that follow. The heaviest chain of anchors in order is found (a longest
increasing subsequence with weights), and what stands in it without support nearby is dropped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from facing_pages.core.alignment.sentences.sentence_units import Units, units_function_words
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Span

# Cells (sentences times sentences) up to which texts are aligned without cutting: measured, 0.4 s
# for 173 sentences of a novel and as many of its abridgement. By judgement.
MAX_UNCUT_CELLS: Final = 30_000
# Sentences that a window should have, on the longer side, before the next good anchor becomes a
# cut. By judgement: smaller windows are quicker, but each cut may be wrong. Measured on a novel and
# its abridgement: 60 lands 98.7 % of the sentences, 30 and 120 land 98.5 and 98.4 %.
MIN_CUT_DISTANCE: Final = 60
# Sentences after which any good anchor does, also one without an anchor right before it. By
# judgement.
MAX_CUT_WAIT: Final = 120
# Cells above which a part without anchors is cut in proportion, so that time stays bounded:
# measured, 1.4 s for 632 sentences of each of two novels. By judgement.
MAX_WINDOW_CELLS: Final = 400_000
# How many sentences of a word or two in a row are taken together, and how many words they may have
# in all. By judgement, for vocabulary lists: 200,000 paragraphs of one word took over a minute when
# only single ones could be anchors.
SHORT_RUN_LENGTHS: Final = (3, 4, 5)
MAX_SHORT_RUN_WORDS: Final = 8
# Sentences within which, on both sides, another anchor of the chain supports one that shares fewer
# than three rarities. By judgement.
MAX_SUPPORT_DISTANCE: Final = 4


class Anchor(NamedTuple):
    """Sentences of both sides that share `weight` rarities."""

    original: int
    rewrite: int
    weight: int


class SentenceWindow(NamedTuple):
    """Section of sentences on both sides that are aligned with each other."""

    original: Span
    rewrite: Span

    def shifted(self, original: int, rewrite: int) -> SentenceWindow:
        """Return the window with its numbers raised."""
        return SentenceWindow(
            Span(self.original.start + original, self.original.end + original),
            Span(self.rewrite.start + rewrite, self.rewrite.end + rewrite),
        )

    @property
    def cells(self) -> int:
        """Return the product of the two lengths."""
        return self.original.length * self.rewrite.length


def windows(original: Units, rewrite: Units) -> list[SentenceWindow]:
    """Cut two texts into windows that cover both completely, in order."""
    whole = SentenceWindow(Span(0, len(original)), Span(0, len(rewrite)))
    if whole.cells <= MAX_UNCUT_CELLS:
        return [whole]
    cuts = _cuts(chain_of_anchors(original, rewrite))
    bounds = [(0, 0), *cuts, (len(original), len(rewrite))]
    result: list[SentenceWindow] = []
    for (i, j), (k, m) in pairwise(bounds):
        result += _bounded(SentenceWindow(Span(i, k), Span(j, m)))
    return result


def windows_between(
    units: Both[Units], parts: Sequence[SentenceWindow], links: Sequence[SpanLink]
) -> list[SentenceWindow]:
    """Cut windows once more, around links that are fixed, in order on both sides.

    Windows that no such link touches stay, so that what is found in them stays as it is.
    """
    result: list[SentenceWindow] = []
    waiting = list(links)
    for touched, is_one in _joined_by(parts, links):
        inside = [link for link in waiting if link.original.start < touched.original.end]
        waiting = waiting[len(inside) :]
        result += _gaps(touched, inside, None if is_one else units)
    return result


def _joined_by(
    parts: Sequence[SentenceWindow], links: Sequence[SpanLink]
) -> Iterator[tuple[SentenceWindow, bool]]:
    """Yield the windows, those that one link touches joined, and whether each is still one."""
    number = 0
    left = list(links)
    while number < len(parts):
        first, last = number, number
        while left and _touches(left[0], parts[first : last + 1]):
            link = left.pop(0)
            while last + 1 < len(parts) and _reaches(link, parts[last]):
                last += 1
        whole = SentenceWindow(
            Span(parts[first].original.start, parts[last].original.end),
            Span(parts[first].rewrite.start, parts[last].rewrite.end),
        )
        yield whole, first == last
        number = last + 1


def _touches(link: SpanLink, parts: Sequence[SentenceWindow]) -> bool:
    """Tell whether a link begins, on either side, before the end of some windows."""
    return (
        link.original.start < parts[-1].original.end or link.rewrite.start < parts[-1].rewrite.end
    )


def _reaches(link: SpanLink, part: SentenceWindow) -> bool:
    """Tell whether a link ends, on either side, behind a window."""
    return link.original.end > part.original.end or link.rewrite.end > part.rewrite.end


def _gaps(
    window: SentenceWindow, links: Sequence[SpanLink], units: Both[Units] | None
) -> Iterator[SentenceWindow]:
    """Yield what a window has between the links in it; given the units, cut at anchors again."""
    ends = [
        SpanLink(Span(0, window.original.start), Span(0, window.rewrite.start)),
        *links,
        SpanLink(Span(window.original.end, -1), Span(window.rewrite.end, -1)),
    ]
    for before, after in pairwise(ends):
        gap = SentenceWindow(
            Span(before.original.end, after.original.start),
            Span(before.rewrite.end, after.rewrite.start),
        )
        if units is None:
            yield gap
            continue
        for part in windows(units.original.part(gap.original), units.rewrite.part(gap.rewrite)):
            yield part.shifted(gap.original.start, gap.rewrite.start)


def chain_of_anchors(original: Units, rewrite: Units) -> list[Anchor]:
    """Return the heaviest chain of anchors in order on both sides, unsupported ones dropped."""
    chain = _heaviest_chain(shared_rarities(original, rewrite))
    return [anchor for k, anchor in enumerate(chain) if _is_supported(chain, k)]


def _cuts(anchors: list[Anchor]) -> list[tuple[int, int]]:
    """Return where windows start: before an anchor, preferably one right behind another anchor.

    Elsewhere what the sentence says may begin before the cut on the other side.
    """
    places = {(anchor.original, anchor.rewrite) for anchor in anchors}
    cuts: list[tuple[int, int]] = []
    i = j = 0
    for anchor in anchors:
        length = max(anchor.original - i, anchor.rewrite - j)
        if (
            anchor.weight < 2
            or length < MIN_CUT_DISTANCE
            or anchor.original <= i
            or anchor.rewrite <= j
        ):
            continue
        if length >= MAX_CUT_WAIT or (anchor.original - 1, anchor.rewrite - 1) in places:
            i, j = anchor.original, anchor.rewrite
            cuts.append((i, j))
    return cuts


def _bounded(window: SentenceWindow) -> list[SentenceWindow]:
    """Cut a window that is too large into equal parts along its diagonal."""
    parts = 1
    while window.cells > MAX_WINDOW_CELLS * parts * parts:
        parts += 1
    steps = range(parts + 1)
    rows = [window.original.start + window.original.length * k // parts for k in steps]
    columns = [window.rewrite.start + window.rewrite.length * k // parts for k in steps]
    return [
        SentenceWindow(Span(rows[k], rows[k + 1]), Span(columns[k], columns[k + 1]))
        for k in range(parts)
    ]


def shared_rarities(original: Units, rewrite: Units) -> list[Anchor]:
    """Return the sentence pairs that share something found once on each side."""
    common = units_function_words(original)
    once = Both(original, rewrite).map(lambda units: _found_once(units, common))
    weights: Counter[tuple[int, int]] = Counter()
    for item, i in once.original.items():
        j = once.rewrite.get(item)
        if j is not None:
            weights[i, j] += 1
    return [Anchor(i, j, weight) for (i, j), weight in weights.items()]


def _found_once(units: Units, common: frozenset[str]) -> dict[str, int]:
    """Return what is in one sentence only, with the number of that sentence."""
    place: dict[str, int] = {}
    repeated: set[str] = set()
    for number, words in enumerate(units.words):
        for item in (*_items(words, common), *_runs(units, number, common)):
            if place.setdefault(item, number) != number:
                repeated.add(item)
    return {item: number for item, number in place.items() if item not in repeated}


def _items(words: tuple[str, ...], common: frozenset[str]) -> Iterator[str]:
    content = [word for word in words if word not in common]
    yield from content
    for first, second in pairwise(content):
        yield f"{first} {second}"


def _runs(units: Units, number: int, common: frozenset[str]) -> Iterator[str]:
    """Yield the words of a sentence and those after it, where all of them are short."""
    for count in SHORT_RUN_LENGTHS:
        run = units.words[number : number + count]
        if len(run) < count or sum(map(len, run)) > MAX_SHORT_RUN_WORDS:
            return
        words = [word for sentence in run for word in sentence]
        if not common.issuperset(words):
            yield "\n".join(words)


def _heaviest_chain(anchors: list[Anchor]) -> list[Anchor]:
    """Return the subset of greatest weight that rises on both sides (patience with weights)."""
    anchors.sort(key=lambda anchor: (anchor.original, -anchor.rewrite))
    columns = sorted({anchor.rewrite for anchor in anchors})
    tree: list[tuple[int, int]] = [(0, -1)] * (len(columns) + 1)
    before: list[int] = []
    best = (0, -1)
    for number, anchor in enumerate(anchors):
        rank = bisect_left(columns, anchor.rewrite)
        reached = _best_below(tree, rank)
        before.append(reached[1])
        entry = (reached[0] + anchor.weight, number)
        _enter(tree, rank + 1, entry)
        best = max(best, entry, key=lambda pair: pair[0])
    chain: list[Anchor] = []
    number = best[1]
    while number >= 0:
        chain.append(anchors[number])
        number = before[number]
    chain.reverse()
    return chain


def _best_below(tree: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    """Return the heaviest entry of a Fenwick tree among the first `rank` columns."""
    best = (0, -1)
    while rank > 0:
        if tree[rank][0] > best[0]:
            best = tree[rank]
        rank -= rank & -rank
    return best


def _enter(tree: list[tuple[int, int]], rank: int, entry: tuple[int, int]) -> None:
    while rank < len(tree):
        if entry[0] > tree[rank][0]:
            tree[rank] = entry
        rank += rank & -rank


def _is_supported(chain: list[Anchor], k: int) -> bool:
    anchor = chain[k]
    if anchor.weight >= 3:
        return True
    return any(
        abs(anchor.original - other.original) <= MAX_SUPPORT_DISTANCE
        and abs(anchor.rewrite - other.rewrite) <= MAX_SUPPORT_DISTANCE
        for other in chain[max(0, k - 1) : k] + chain[k + 1 : k + 2]
    )
