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
from facing_pages.core.model import Link, LinkKind, ParagraphLink

Pair = tuple[int, int]
Group = tuple[set[int], set[int]]

# Share of the smaller paragraph's words that two paragraphs must have in common through links,
# unless each is the other's best. By eye.
MIN_SHARED_SHARE: Final = 0.3


def link_paragraphs(
    units: tuple[Units, Units], links: Sequence[Link], counts: tuple[int, int]
) -> tuple[ParagraphLink, ...]:
    """Return the links of all paragraphs: those of the original in order, added ones in place.

    `counts` are the numbers of paragraphs on both sides.
    """
    ordered = _runs(_strong_pairs(units, [link for link in links if not link.moved]))
    taken = _members(ordered)
    moved_pairs = [
        (p, q)
        for p, q in _strong_pairs(units, [link for link in links if link.moved])
        if p not in taken[0] and q not in taken[1]
    ]
    moved = _joined(moved_pairs)
    changed = _changed_paragraphs(units, links)
    result = [_link(group, changed, moved=False) for group in ordered]
    result += [_link(group, changed, moved=True) for group in moved]
    done = _members([*ordered, *moved])
    result += [_link(({p}, set()), changed) for p in range(counts[0]) if p not in done[0]]
    added = [_link((set(), {q}), changed) for q in range(counts[1]) if q not in done[1]]
    result.sort(key=lambda link: link.original)
    return _with_added(result, added)


def _strong_pairs(units: tuple[Units, Units], links: Iterable[Link]) -> list[Pair]:
    """Return the paragraph pairs that share enough, and those that are each other's best."""
    shared: Counter[Pair] = Counter()
    for link in links:
        for p, words in _words_by_paragraph(units[0], link.original).items():
            for q, others in _words_by_paragraph(units[1], link.rewrite).items():
                shared[p, q] += min(words, others)
    sizes = [_words_by_paragraph(side, range(len(side))) for side in units]
    best: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for (p, q), words in shared.items():
        if p not in best[0] or words > shared[p, best[0][p]]:
            best[0][p] = q
        if q not in best[1] or words > shared[best[1][q], q]:
            best[1][q] = p
    return sorted(
        (p, q)
        for (p, q), words in shared.items()
        if words >= MIN_SHARED_SHARE * min(sizes[0][p], sizes[1][q])
        or (best[0][p] == q and best[1][q] == p)
    )


def _words_by_paragraph(units: Units, numbers: Iterable[int]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for number in numbers:
        counts[int(units.paragraphs[number])] += max(1, len(units.words[number]))
    return counts


def _joined(pairs: Iterable[Pair]) -> list[Group]:
    """Join pairs that share a paragraph, directly or through others."""
    groups: list[Group] = []
    place: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for p, q in pairs:
        found = sorted({k for k in (place[0].get(p), place[1].get(q)) if k is not None})
        target = found[0] if found else len(groups)
        if not found:
            groups.append((set(), set()))
        for k in found[1:]:
            groups[target][0].update(groups[k][0])
            groups[target][1].update(groups[k][1])
            groups[k][0].clear()
            groups[k][1].clear()
        groups[target][0].add(p)
        groups[target][1].add(q)
        place[0].update(dict.fromkeys(groups[target][0], target))
        place[1].update(dict.fromkeys(groups[target][1], target))
    return [group for group in groups if group[0]]


def _runs(pairs: Iterable[Pair]) -> list[Group]:
    """Join pairs into groups that are runs on both sides and rise together."""
    result: list[Group] = []
    for group in sorted(_joined(pairs), key=lambda g: (min(g[0]), min(g[1]))):
        rows, columns = _filled(group[0]), _filled(group[1])
        while result and (min(rows) <= max(result[-1][0]) or min(columns) <= max(result[-1][1])):
            before = result.pop()
            rows, columns = _filled(before[0] | rows), _filled(before[1] | columns)
        result.append((rows, columns))
    return result


def _filled(numbers: set[int]) -> set[int]:
    return set(range(min(numbers), max(numbers) + 1))


def _members(groups: Iterable[Group]) -> Group:
    rows: set[int] = set()
    columns: set[int] = set()
    for group in groups:
        rows |= group[0]
        columns |= group[1]
    return rows, columns


def _changed_paragraphs(units: tuple[Units, Units], links: Iterable[Link]) -> Group:
    """Return the paragraphs of both sides with a sentence that is not the same."""
    changed: Group = (set(), set())
    for link in links:
        if link.kind is LinkKind.SAME and not link.moved:
            continue
        changed[0].update(int(units[0].paragraphs[k]) for k in link.original)
        changed[1].update(int(units[1].paragraphs[k]) for k in link.rewrite)
    return changed


def _link(group: Group, changed: Group, *, moved: bool = False) -> ParagraphLink:
    is_same = not (group[0] & changed[0]) and not (group[1] & changed[1])
    kind = link_kind(len(group[0]), len(group[1]), is_same=is_same or moved)
    if moved and kind is LinkKind.SAME and (group[0] & changed[0]):
        kind = LinkKind.REWORDED
    return ParagraphLink(tuple(sorted(group[0])), tuple(sorted(group[1])), kind, moved)


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
