"""Reading choices (how a file is read) as JSON values. Passwords are not stored."""

from __future__ import annotations

from typing import Any, Final

from facing_pages.core.model import RepairKind, Role, Span
from facing_pages.core.reading.choices import Part, ReadingChoices
from facing_pages.core.reading.encodings import codec_of
from facing_pages.session.json_reader import (
    MAX_POSITION,
    Fields,
    JsonError,
    any_text,
    list_of,
    one_of,
    optional,
    truth,
    whole_number,
    word,
)

# Values of one enumeration in a list; each is written once. By judgement: no enumeration has as
# many.
_MAX_ENTRIES: Final = 100


def choices_to_json(choices: ReadingChoices) -> dict[str, Any]:
    """Return choices as an object for a JSON file."""
    part = choices.part
    return {
        "encoding": choices.encoding,
        "kept": sorted(kind.name for kind in choices.kept),
        "without": sorted(role.name for role in choices.without),
        "body_only": choices.body_only,
        "part": {"span": list(part.span), "opening": part.opening} if part else None,
    }


def choices_from_json(content: Any) -> ReadingChoices:
    """Return the choices in an object of a JSON file; missing ones have their defaults.

    Raises `JsonError` if one is invalid.
    """
    fields = Fields(content)
    kept: tuple[RepairKind, ...] = fields.optional("kept", _REPAIR_KINDS, ())
    without: tuple[Role, ...] = fields.optional("without", _KEPT_ROLES, ())
    return ReadingChoices(
        encoding=fields.optional("encoding", _encoding, ""),
        kept=frozenset(kept),
        without=frozenset(without),
        body_only=fields.optional("body_only", truth, default=False),
        part=fields.optional("part", optional(_part), None),
    )


def span_from_json(content: Any) -> Span:
    """Convert a list of two positions to a span. Raises `JsonError`."""
    positions = list_of(whole_number(0, MAX_POSITION))(content)
    if len(positions) != 2 or positions[0] > positions[1]:
        raise JsonError("two positions are expected, the first one not after the second")
    return Span(*positions)


def _part(content: Any) -> Part:
    fields = Fields(content)
    return Part(fields.required("span", span_from_json), fields.required("opening", any_text))


def _encoding(value: Any) -> str:
    """Convert the name of an encoding that can be read, "" for none."""
    name = word(value)
    if name and codec_of(name) is None:
        raise JsonError("the name of an encoding is expected")
    return name


_REPAIR_KINDS: Final = list_of(
    one_of((kind.name, kind) for kind in RepairKind), max_items=_MAX_ENTRIES
)
_KEPT_ROLES: Final = list_of(one_of((role.name, role) for role in Role), max_items=_MAX_ENTRIES)
