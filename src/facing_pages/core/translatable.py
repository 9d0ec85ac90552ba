"""Sentences of the core that a window may show in another language."""

from __future__ import annotations


def N_(text: str) -> str:  # noqa: N802 - the name gettext tools know
    """Mark a sentence for translation; the core itself speaks English."""
    return text


def plural_forms(one: str, many: str) -> tuple[str, str]:
    """Mark the forms of a word for one thing and for several for translation."""
    return one, many
