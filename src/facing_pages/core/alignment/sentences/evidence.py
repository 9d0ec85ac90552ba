"""Links that nothing supports but a word or two are dropped, because a match may be chance.

    A  A'   shares "harbour", "storm"        kept: two content words
    B  B'   shares only "the"                kept: near A A', which has a content word
       ...  ten sentences without a link
    C  C'   shares "went"                    dropped: one content word, and nothing near it

Links near each other support one another, but only if anything in them is the same at all.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facing_pages.core.alignment.sentences.features.sentence_features import Family
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.span_links import SpanLink

# Content words that a link far from all others must have in common, and how many sentences may
# stand between two links that are near each other. By judgement, for texts that have nothing in
# common.
MIN_CONTENT_WORDS: Final = 2
MAX_NEARBY_GAP: Final = 3


def drop_unsupported(
    section: Section, chain: Sequence[SpanLink], pinned: Container[SpanLink]
) -> list[SpanLink]:
    """Return the links of a chain, in order, that something speaks for.

    That is content words in common, the same words throughout, a pin, or other links nearby one
    of which has a content word in common, or one of like meaning.
    """
    result: list[SpanLink] = []
    for group in _groups(chain):
        hang_together = len(group) > 1 and has_content(section, group)
        if hang_together or any(link in pinned for link in group):
            result += group
        else:
            result += [link for link in group if _speaks_for_itself(section, link)]
    return result


def _groups(chain: Sequence[SpanLink]) -> list[list[SpanLink]]:
    """Return runs of links that are near each other on both sides."""
    groups: list[list[SpanLink]] = []
    for link in chain:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and link.original.start - last.original.end <= MAX_NEARBY_GAP
            and link.rewrite.start - last.rewrite.end <= MAX_NEARBY_GAP
        ):
            groups[-1].append(link)
        else:
            groups.append([link])
    return groups


def has_content(section: Section, links: Iterable[SpanLink]) -> bool:
    """Tell whether both sides of any link share a content word, or one of like meaning.

    Or several numbers: one alone says no more than the place in a list.
    """
    return any(_is_content(_common(section, link)) for link in links)


def _is_content(common: NDArray[np.int8]) -> bool:
    numbers = np.count_nonzero(common == Family.NUMBER)
    return bool(np.isin(common, (Family.WORD, Family.MEANING)).any() or numbers > 1)


def _speaks_for_itself(section: Section, link: SpanLink) -> bool:
    words, others = (
        [word for k in range(*span) for word in units.words[k]]
        for units, span in zip(section.units, (link.original, link.rewrite), strict=True)
    )
    common = _common(section, link)
    content = np.count_nonzero(np.isin(common, (Family.WORD, Family.NUMBER)))
    return words == others or bool(content >= MIN_CONTENT_WORDS)


def _common(section: Section, link: SpanLink) -> NDArray[np.int8]:
    """Return the families of the features that the sentences of both sides have in common."""
    one, other = section.features
    ids = np.intersect1d(one.rows(link.original).ids, other.rows(link.rewrite).ids)
    families: NDArray[np.int8] = one.table.family[ids]
    return families
