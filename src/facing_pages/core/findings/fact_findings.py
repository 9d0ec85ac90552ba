"""Findings of tier 1: facts as they are written, and marks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from facing_pages.core.findings.amounts.numbers import changed_numbers
from facing_pages.core.findings.amounts.quantities import Quantity, quantities
from facing_pages.core.findings.amounts.unit_scales import are_equal_amounts
from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.findings.making import became, found
from facing_pages.core.findings.names import NamePair, changed_names, is_renamed_throughout
from facing_pages.core.findings.quotations import changed_quotations, leaves_open
from facing_pages.core.findings.scales import changed_members
from facing_pages.core.findings.torn import torn_places
from facing_pages.core.model import Finding, FindingKind, Reason, Side, Span
from facing_pages.core.translatable import N_

_OTHER_WORDS: Final = N_("the quoted words are others: {0} became {1}")
_LEFT_OPEN: Final = N_("a quotation is left open")
_BROKEN: Final = N_("the sentence is broken here: {0}")
_ONLY_HERE: Final = N_("only the rewrite names {0}")
_RENAMED: Final = N_("{0} is called {1} throughout")
# How sure a name is that stands in nothing's place; measured as the confidence of a kind is.
_SURE_OF_NEW_NAME: Final = 0.8


def numbers(reading: LinkReading) -> Iterator[Finding]:
    """Yield the numbers that became others."""
    for pair in changed_numbers(reading):
        yield became(reading, FindingKind.NUMBER, 4, *pair.words)


def dates(reading: LinkReading) -> Iterator[Finding]:
    """Yield the words of time that became others; those of amounts are read with these."""
    listed = reading.sides.map(lambda side: side.language.facts.dates)
    amounts = reading.sides.map(_amounts)
    for _, i, j in changed_members(reading, listed):
        one = amounts.original.get(i) or _single(reading.sides.original, i)
        other = amounts.rewrite.get(j) or _single(reading.sides.rewrite, j)
        are_counted = i in amounts.original and j in amounts.rewrite
        if not are_counted and not are_equal_amounts(one, other):
            yield became(reading, FindingKind.DATE, 4, Span(i, i + 1), Span(j, j + 1))


def _amounts(side: SideReading) -> dict[int, Quantity]:
    """Return the words of units and rates, with the number each belongs to."""
    return {
        n: quantity
        for quantity in quantities(side)
        for span in (quantity.words if quantity.unit else None, quantity.rate_words)
        if span is not None
        for n in range(*span)
    }


def _single(side: SideReading, number: int) -> Quantity:
    """Return a word of time as one of its unit: "an hour"."""
    unit = side.language.facts.dates[side.folded[number]].partition(".")[2]
    return Quantity(
        Span(number, number + 1), Span(number, number + 1), frozenset({Fraction(1)}), unit
    )


def names(reading: LinkReading) -> Iterator[Finding]:
    """Yield the names that became others, and those that only the rewrite has."""
    for pair in changed_names(reading):
        if pair.original is None:
            quote = reading.sides.rewrite.quote(pair.rewrite)
            runs = {Side.REWRITE: pair.rewrite}
            reason = Reason(_ONLY_HERE, (quote,))
            yield found(reading, FindingKind.NAME, 4, runs, reason, _SURE_OF_NEW_NAME)
        elif is_renamed_throughout(reading, pair):
            yield _renamed(reading, pair, pair.original)
        else:
            yield became(reading, FindingKind.NAME, 4, pair.original, pair.rewrite)


def _renamed(reading: LinkReading, pair: NamePair, original: Span) -> Finding:
    quotes = (reading.sides.original.quote(original), reading.sides.rewrite.quote(pair.rewrite))
    runs = {Side.ORIGINAL: original, Side.REWRITE: pair.rewrite}
    return found(reading, FindingKind.NAME, 1, runs, Reason(_RENAMED, quotes))


def quotations(reading: LinkReading) -> Iterator[Finding]:
    """Yield the quotations whose words are others, or that are left open."""
    original, rewrite = reading.sides
    for one, other, is_term in changed_quotations(reading):
        reason = Reason(_OTHER_WORDS, (original.quote(one), rewrite.quote(other)))
        runs = {Side.ORIGINAL: one, Side.REWRITE: other}
        yield found(reading, FindingKind.QUOTATION, 4 if is_term else 2, runs, reason)
    if leaves_open(reading):
        runs = {Side.REWRITE: Span(0, len(rewrite))}
        yield found(reading, FindingKind.QUOTATION, 2, runs, Reason(_LEFT_OPEN))


def torn(reading: LinkReading) -> Iterator[Finding]:
    """Yield the places where the rewrite broke."""
    for run in torn_places(reading):
        reason = Reason(_BROKEN, (reading.sides.rewrite.quote(run),))
        yield found(reading, FindingKind.TORN, 3, {Side.REWRITE: run}, reason)
