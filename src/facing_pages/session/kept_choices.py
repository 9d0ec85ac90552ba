"""How a file is read, as values that a JSON file can hold. Passwords are not kept."""

from __future__ import annotations

from typing import Any

from facing_pages.core.model import RepairKind, Role, Span
from facing_pages.core.reading.choices import Part, ReadingChoices


def choices_to_json(choices: ReadingChoices) -> dict[str, Any]:
    """Return choices as values that a JSON file can hold."""
    part = choices.part
    return {
        "encoding": choices.encoding,
        "kept": sorted(kind.name for kind in choices.kept),
        "without": sorted(role.name for role in choices.without),
        "body_only": choices.body_only,
        "part": {"span": list(part.span), "opening": part.opening} if part else None,
    }


def choices_from_json(content: Any) -> ReadingChoices:
    """Return the choices a JSON file holds; what is missing was not chosen.

    Raises `TypeError`, `KeyError` or `ValueError` if these are none.
    """
    if not isinstance(content, dict):
        raise TypeError("choices must be an object")
    part = content.get("part")
    return ReadingChoices(
        encoding=str(content.get("encoding", "")),
        kept=frozenset(RepairKind[name] for name in content.get("kept", ())),
        without=frozenset(Role[name] for name in content.get("without", ())),
        body_only=bool(content.get("body_only", False)),
        part=Part(Span(*map(int, part["span"])), str(part["opening"])) if part else None,
    )
