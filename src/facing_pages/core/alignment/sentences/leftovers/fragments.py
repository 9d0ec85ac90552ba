"""Torn-off ends of sentences are joined to the sentence they were torn from.

    original   They hoped to stop any further attack by KELP-K.
    rewrite    They wanted to stop any further attack from the sea. | Kelp State-K.

A full stop in the wrong place leaves a sentence of a few words that no link takes, because it is
too short to be like anything. It belongs to the sentence before it if it ends the paragraph and
holds a word of that sentence's counterpart ("k") that the sentence itself lacks.
"""

from __future__ import annotations

from typing import Final

from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.alignment.sentences.sentence_units import Units, units_function_words
from facing_pages.core.alignment.sentences.span_links import SpanLink, mirrored
from facing_pages.core.both import Both
from facing_pages.core.model import Span

# Words up to which a sentence can be a torn-off end. By judgement.
MAX_FRAGMENT_WORDS: Final = 4


def join_fragments(units: Both[Units], links: list[SpanLink], limits: Limits) -> list[SpanLink]:
    """Return the links with torn-off ends joined to them, as far as the limits allow."""
    common = units_function_words(units.original)
    forward = _joined(units, links, common, limits)
    return mirrored(_joined(units.swapped, mirrored(forward), common, limits.mirrored()))


def _joined(
    units: Both[Units],
    links: list[SpanLink],
    common: frozenset[str],
    limits: Limits,
) -> list[SpanLink]:
    """Return the links with fragments of the rewrite joined to them."""
    taken = {number for link in links for number in range(*link.rewrite)}
    result: list[SpanLink] = []
    for link in links:
        number = link.rewrite.end
        whole = Span(link.rewrite.start, number + 1)
        may_be = number not in taken and limits.allow(link.original, whole)
        if may_be and _is_torn_off(units, link, number, common):
            taken.add(number)
            result.append(link._replace(rewrite=whole))
        else:
            result.append(link)
    return result


def _is_torn_off(units: Both[Units], link: SpanLink, number: int, common: frozenset[str]) -> bool:
    original, rewrite = units
    if number >= len(rewrite) or len(rewrite.words[number]) > MAX_FRAGMENT_WORDS:
        return False
    if rewrite.paragraphs[number] != rewrite.paragraphs[number - 1]:
        return False
    if number + 1 < len(rewrite) and rewrite.paragraphs[number + 1] == rewrite.paragraphs[number]:
        return False
    wanted = _parts(original, link.original) - _parts(rewrite, link.rewrite) - common
    return bool(wanted & _parts(rewrite, Span(number, number + 1)))


def _parts(units: Units, span: Span) -> set[str]:
    """Return the words of some sentences and the parts of their compounds."""
    words = {word for number in range(*span) for word in units.words[number]}
    return words | {part for word in words for part in word.split("-") if part}
