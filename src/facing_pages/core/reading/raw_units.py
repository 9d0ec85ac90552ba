"""A unit of a text as a reader of files finds it, before it becomes a paragraph of a document."""

from __future__ import annotations

from typing import NamedTuple

from facing_pages.core.model import Role, Span


class Unit(NamedTuple):
    """A paragraph to be, as a span of the text it was found in."""

    span: Span
    role: Role = Role.PROSE
    level: int = 0
