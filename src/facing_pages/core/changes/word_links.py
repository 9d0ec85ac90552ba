"""Which word links the changes of two linked sides are drawn from, and which are left by them.

    found         what the aligner links
    trusted       without links that contradict equal words or tie a word to a mark
    kept          without links of words that a change calls removed, added or something else

What the page marks, the inspector links and a report lists is one result that way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.word_change import WordChange, Words, stand_apart
from facing_pages.core.model import ChangeKind, LinkReason, Span
from facing_pages.core.splitting.words import is_punctuation

# Confidence from which on the link of two different words is not doubted for equal ones elsewhere.
# By judgement: right for a verb that a poem replaced and used again a few lines on.
MIN_SURE_LINK: Final = 0.9
# Share of the content words of a side that have a partner for a reason of its own, below which the
# place says nothing about the other words. By judgement: of three words, one.
MIN_REASONED_SHARE: Final = 1 / 3
# Content words a side must have for that: of fewer, a change or two leave little. By judgement.
MIN_CONTENT_TO_SHARE: Final = 5


def trusted_links(words: Words, pairs: Sequence[FoundLink]) -> list[FoundLink]:
    """Return the links of equal words, and others where neither word has an equal one.

    No word is linked with a mark. Content words that each side has once are linked, wherever they
    stand, unless they surely belong to others; references such as "[3]" never do, nor do two words
    that both stand on the other side as well, unless they are numbers:

        apples, pears and plums       apples-plums is dropped, plums-plums is linked
        plums, apples and pears

    Where sides share little, no word is linked for its place alone.
    """
    pairs = [pair for pair in pairs if not words.is_word_and_mark(pair)]
    equal = [pair for pair in pairs if words.are_equal(pair)]
    known = [set(folded) for folded in words.folded]
    taken = [{pair[side] for pair in equal} for side in (0, 1)]
    certain = [
        pair
        for pair in pairs
        if pair.confidence >= MIN_SURE_LINK
        and not words.original[pair.original].startswith("[")
        and pair.original not in taken[0]
        and pair.rewrite not in taken[1]
        and not _changed_places(words, pair, known)
    ]
    sure = [{pair[side] for pair in (*equal, *certain)} for side in (0, 1)]
    unsure = [
        {word: number for number, word in enumerate(folded) if number not in taken}
        for folded, taken in zip(words.folded, sure, strict=True)
    ]
    shared = unsure[0].keys() & unsure[1].keys()
    counts = [Counter(folded) for folded in words.folded] if shared else []
    for word in shared:
        pair = FoundLink(unsure[0][word], unsure[1][word], LinkReason.EQUAL)
        if all(count[word] == 1 for count in counts) and not words.is_light(pair):
            equal.append(pair)
    equal = _with_equal_neighbours(words, equal)
    linked = [{pair[side] for pair in equal} for side in (0, 1)]
    others = [
        pair for pair in pairs if pair.original not in linked[0] and pair.rewrite not in linked[1]
    ]
    trusted = sorted([*equal, *others])
    if share_little(words, trusted):
        return [pair for pair in trusted if _has_reason(words, pair)]
    return trusted


def share_little(words: Words, pairs: Sequence[FoundLink]) -> bool:
    """Tell whether few content words of either side are linked for more than their place."""
    contents = [_content_places(words, folded) for folded in words.folded]
    if min(map(len, contents)) < MIN_CONTENT_TO_SHARE:
        return False
    by_reason = [pair for pair in pairs if pair.reason is not LinkReason.POSITION]
    if not _are_few(by_reason, contents):
        return False
    return _are_few([pair for pair in pairs if _has_reason(words, pair)], contents)


def _are_few(pairs: Sequence[FoundLink], contents: Sequence[set[int]]) -> bool:
    """Tell whether links hold few of the content words of each side."""
    return all(
        len(content & {pair[side] for pair in pairs}) < MIN_REASONED_SHARE * len(content)
        for side, content in enumerate(contents)
    )


def _content_places(words: Words, folded: Sequence[str]) -> set[int]:
    return {
        number
        for number, word in enumerate(folded)
        if word not in words.function_words and not is_punctuation(word)
    }


def _has_reason(words: Words, pair: FoundLink) -> bool:
    """Tell whether more than their place speaks for two words, if only that they are read alike."""
    if pair.reason is not LinkReason.POSITION:
        return True
    i, j, *_ = pair
    return words.difference(Span(i, i + 1), Span(j, j + 1)) is not None


def _changed_places(words: Words, pair: FoundLink, known: Sequence[set[str]]) -> bool:
    """Tell whether both of two linked words stand on the other side as well: they changed places.

        apples and pears     apples-pears and pears-apples are no rewordings
        pears and apples

    Two figures that were exchanged are: another number stands beside the same word.
    """
    one, other = words.folded[0][pair.original], words.folded[1][pair.rewrite]
    if one not in known[1] or other not in known[0]:
        return False
    return not stand_apart(words.within(*_ends(pair)), words.language)


def _ends(pair: FoundLink) -> tuple[Span, Span]:
    return Span(pair.original, pair.original + 1), Span(pair.rewrite, pair.rewrite + 1)


def _with_equal_neighbours(words: Words, equal: Sequence[FoundLink]) -> list[FoundLink]:
    """Link equal words beside linked ones, as in a passage that went elsewhere as a whole.

    the north end before the south end     north-north and south-south are linked: so are both
    before the south end the north end     "end" behind them, and the words before them
    """
    one, other = words.folded
    facing = {pair.original: pair.rewrite for pair in equal}
    taken = set(facing.values())
    added: list[FoundLink] = []
    waiting = sorted(facing.items())
    while waiting:
        i, j = waiting.pop()
        for k, m in ((i + 1, j + 1), (i - 1, j - 1)):
            is_inside = 0 <= k < len(one) and 0 <= m < len(other)
            if is_inside and k not in facing and m not in taken and one[k] == other[m]:
                facing[k] = m
                taken.add(m)
                added.append(FoundLink(k, m, LinkReason.EQUAL))
                waiting.append((k, m))
    return [*equal, *added]


def with_linked_ordinals(words: Words, pairs: Sequence[FoundLink]) -> list[FoundLink]:
    """Return links in which the ordinals of items answer each other, and no other words.

        2 .  Rent is due.        2-3, .-.
        3 .  Rent is due.

    Where one side has fewer, the links stay as they are.
    """
    ordinals = [sorted(numbers) for numbers in words.ordinals]
    if len(ordinals[0]) != len(ordinals[1]):
        ordinals = [
            [number for number in numbers if not is_punctuation(side[number])]
            for numbers, side in zip(ordinals, (words.original, words.rewrite), strict=True)
        ]
    if not ordinals[0] or len(ordinals[0]) != len(ordinals[1]):
        return list(pairs)
    kept = [
        pair
        for pair in pairs
        if pair.original not in words.ordinals[0] and pair.rewrite not in words.ordinals[1]
    ]
    for i, j in zip(*ordinals, strict=True):
        is_equal = words.folded[0][i] == words.folded[1][j]
        kept.append(FoundLink(i, j, LinkReason.EQUAL if is_equal else LinkReason.POSITION))
    return sorted(kept)


def kept_links(pairs: Iterable[FoundLink], changes: Iterable[WordChange]) -> list[FoundLink]:
    """Return the links whose two words are in the same change, or both in none.

    Typography says nothing: it may lie inside other changes.
    """
    places: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for number, change in enumerate(changes):
        if change.kind is not ChangeKind.TYPOGRAPHY:
            for place, run in zip(places, change[1:], strict=True):
                place.update(dict.fromkeys(range(*run), number))
    return [pair for pair in pairs if places[0].get(pair.original) == places[1].get(pair.rewrite)]
