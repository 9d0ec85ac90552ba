"""Paragraph links, made from the sentence links inside them.

    original   [a b]  [c]  [d]        sentence links: a-a, b-b, c-c in order, d-d moved
    rewrite    [d] [a] [b c]
    paragraphs [a b] [c] with [a] [b c]: regrouped, because b joins what a and c begin
               [d] with [d]: moved

Paragraphs belong together when they share enough of their words through links that keep the
order; such links hold consecutive paragraphs on both sides, in order. What only moved sentences
join is a moved paragraph. Every paragraph is in exactly one link.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from facing_pages.core.alignment.link_kinds import link_kind
from facing_pages.core.alignment.sentences.sentence_units import Units
from facing_pages.core.both import Both
from facing_pages.core.model import Link, LinkKind, ParagraphLink, Side

Pair = tuple[int, int]
Group = Both[set[int]]

# Share of the smaller paragraph's words that two paragraphs must have in common through links,
# unless each is the other's best. By judgement.
MIN_SHARED_SHARE: Final = 0.3


def link_paragraphs(
    units: Both[Units], links: Sequence[Link], counts: Both[int]
) -> tuple[ParagraphLink, ...]:
    """Return the links of all paragraphs: those of the original in order, added ones in place.

    `counts` are the numbers of paragraphs on both sides.
    """
    ordered = _runs(_strong_pairs(units, [link for link in links if not link.moved]))
    taken = _members(ordered)
    moved_pairs = [
        (p, q)
        for p, q in _strong_pairs(units, [link for link in links if link.moved])
        if p not in taken.original and q not in taken.rewrite
    ]
    moved = _joined(moved_pairs)
    named = _LinkNames(units, links)
    result = [named.link(group, moved=False) for group in ordered]
    result += [named.link(group, moved=True) for group in moved]
    done = _members([*ordered, *moved])
    result += [
        named.link(Both({p}, set())) for p in range(counts.original) if p not in done.original
    ]
    added = [named.link(Both(set(), {q})) for q in range(counts.rewrite) if q not in done.rewrite]
    result.sort(key=lambda link: link.original)
    return _with_added(result, added)


def _strong_pairs(units: Both[Units], links: Iterable[Link]) -> list[Pair]:
    """Return the paragraph pairs that share enough, and those that are each other's best."""
    shared: Counter[Pair] = Counter()
    for link in links:
        for p, words in _words_by_paragraph(units.original, link.original).items():
            for q, others in _words_by_paragraph(units.rewrite, link.rewrite).items():
                shared[p, q] += min(words, others)
    sizes = units.map(lambda side: _words_by_paragraph(side, range(len(side))))
    best: Both[dict[int, int]] = Both({}, {})
    for (p, q), words in shared.items():
        if p not in best.original or words > shared[p, best.original[p]]:
            best.original[p] = q
        if q not in best.rewrite or words > shared[best.rewrite[q], q]:
            best.rewrite[q] = p
    return sorted(
        (p, q)
        for (p, q), words in shared.items()
        if words >= MIN_SHARED_SHARE * min(sizes.original[p], sizes.rewrite[q])
        or (best.original[p] == q and best.rewrite[q] == p)
    )


def _words_by_paragraph(units: Units, numbers: Iterable[int]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for number in numbers:
        counts[int(units.paragraphs[number])] += max(1, len(units.words[number]))
    return counts


def _joined(pairs: Iterable[Pair]) -> list[Group]:
    """Join pairs that share a paragraph, directly or through others."""
    groups: list[Group] = []
    place: Both[dict[int, int]] = Both({}, {})
    for p, q in pairs:
        found = sorted({k for k in (place.original.get(p), place.rewrite.get(q)) if k is not None})
        if not found:
            found = [len(groups)]
            groups.append(Both(set(), set()))
        target, *others = found
        for k in others:
            for side, numbers in groups[k].items():
                groups[target][side].update(numbers)
            groups[k] = Both(set(), set())
        groups[target].original.add(p)
        groups[target].rewrite.add(q)
        for side, numbers in groups[target].items():
            place[side].update(dict.fromkeys(numbers, target))
    return [group for group in groups if group.original]


def _runs(pairs: Iterable[Pair]) -> list[Group]:
    """Join pairs into groups of consecutive paragraphs that are in order on both sides."""
    result: list[Group] = []
    for group in sorted(_joined(pairs), key=lambda g: (min(g.original), min(g.rewrite))):
        whole = group.map(_filled)
        while result and not _is_behind(whole, result[-1]):
            whole = whole.with_other(result.pop(), lambda one, other: _filled(one | other))
        result.append(whole)
    return result


def _is_behind(group: Group, before: Group) -> bool:
    """Tell whether a group starts, on both sides, behind the end of another one."""
    return all(min(group[side]) > max(numbers) for side, numbers in before.items())


def _filled(numbers: set[int]) -> set[int]:
    return set(range(min(numbers), max(numbers) + 1))


def _members(groups: Iterable[Group]) -> Group:
    members: Group = Both(set(), set())
    for group in groups:
        for side, numbers in group.items():
            members[side].update(numbers)
    return members


def _holders(units: Both[Units], link: Link) -> Group:
    """Return the paragraphs that hold the sentences of a link."""
    return Both.of(lambda side: {int(units[side].paragraphs[k]) for k in link.numbers(side)})


class _LinkNames:
    """Makes links of paragraphs: they are the same where all their sentences are.

    A sentence that is the same but moved alone, or inside its paragraph, makes that another one;
    one that moved together with its paragraph does not.
    """

    def __init__(self, units: Both[Units], links: Iterable[Link]) -> None:
        self._links: Both[defaultdict[int, list[tuple[Link, Group]]]] = Both(
            defaultdict(list), defaultdict(list)
        )
        for link in links:
            holders = _holders(units, link)
            for side, numbers in holders.items():
                for number in numbers:
                    self._links[side][number].append((link, holders))

    def link(self, group: Group, *, moved: bool = False) -> ParagraphLink:
        """Return the link of some paragraphs."""
        found = group.with_other(
            self._links, lambda numbers, links: [one for n in sorted(numbers) for one in links[n]]
        )
        order = [link.rewrite for link, _ in found.original]
        is_same = order == sorted(order) and all(
            link.kind is LinkKind.SAME
            and link.moved == moved
            and all(holders[side] <= group[side] for side in Side)
            for links in found
            for link, holders in links
        )
        kind = link_kind(len(group.original), len(group.rewrite), is_same=is_same)
        original, rewrite = (tuple(sorted(numbers)) for numbers in group)
        return ParagraphLink(original, rewrite, kind, moved)


def _with_added(
    links: list[ParagraphLink], added: list[ParagraphLink]
) -> tuple[ParagraphLink, ...]:
    """Put added paragraphs behind the ordered link that holds the paragraph before them."""
    behind: defaultdict[int, list[ParagraphLink]] = defaultdict(list)
    holder: dict[int, int] = {}
    for k, link in enumerate(links):
        if not link.moved:
            holder.update(dict.fromkeys(link.rewrite, k))
    for link in added:
        before = link.rewrite[0] - 1
        while before >= 0 and before not in holder:
            before -= 1
        behind[holder.get(before, -1)].append(link)
    result = behind[-1]
    for k, link in enumerate(links):
        result += [link, *behind[k]]
    return tuple(result)
