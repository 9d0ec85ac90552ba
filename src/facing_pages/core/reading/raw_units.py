"""Units as the readers of formats find them, before they become paragraphs of a document."""

from __future__ import annotations

from typing import NamedTuple

from facing_pages.core.model import Role, Span


class Unit(NamedTuple):
    """A unit of a text before its repairs: its span in that text, and what `Paragraph` has."""

    span: Span
    role: Role = Role.PROSE
    level: int = 0
    label: int = 0
    ordinal: int = 0
