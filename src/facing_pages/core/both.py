"""One value for each of the two texts.

    lengths = Both("two words", "three short words").map(len)     # Both(9, 17)
    lengths[Side.REWRITE]                                          # 17
    original, rewrite = lengths

In place of a bare pair, which does not say which side comes first, and of a dictionary by side,
which may lack one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from facing_pages.core.model import Side

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")
V = TypeVar("V")


class TwoSided(Protocol[T_co]):
    """Whatever has something for the original and something alike for the rewrite."""

    @property
    def original(self) -> T_co:
        """What belongs to the original."""

    @property
    def rewrite(self) -> T_co:
        """What belongs to the rewrite."""


def of_side(value: TwoSided[T], side: Side) -> T:
    """Return the half of `value` that belongs to a side. Raises `TypeError` if it is not a side."""
    if side is Side.ORIGINAL:
        return value.original
    if side is Side.REWRITE:
        return value.rewrite
    raise TypeError(f"{side!r} is no side")


@dataclass(frozen=True, slots=True)
class Both(Generic[T]):
    """A value of the original and one of the rewrite; unpacks in this order."""

    original: T
    rewrite: T

    def __getitem__(self, side: Side) -> T:
        return of_side(self, side)

    def __iter__(self) -> Iterator[T]:
        yield self.original
        yield self.rewrite

    def map(self, function: Callable[[T], U]) -> Both[U]:
        """Return what a function makes of each."""
        return Both(function(self.original), function(self.rewrite))

    def with_other(self, other: Both[U], function: Callable[[T, U], V]) -> Both[V]:
        """Return what a function makes of this and another value of the same side."""
        return Both(function(self.original, other.original), function(self.rewrite, other.rewrite))

    def items(self) -> Iterator[tuple[Side, T]]:
        """Yield each side with its value."""
        yield Side.ORIGINAL, self.original
        yield Side.REWRITE, self.rewrite

    @property
    def swapped(self) -> Both[T]:
        """Return the values with their sides changed over."""
        return Both(self.rewrite, self.original)

    @classmethod
    def of(cls, function: Callable[[Side], T]) -> Both[T]:
        """Return what a function gives for each side."""
        return cls(function(Side.ORIGINAL), function(Side.REWRITE))
