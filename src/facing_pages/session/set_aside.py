"""Findings that a person called no error, so that they are not shown again.

    original  "About 40 boats came."       number, characters 6 to 8
    rewrite   "Some forty boats came."     number, characters 5 to 10

They are known again by their kind, by what the linked sentences say and by the place in these,
wherever the passage stands; once a word of it changes, it is another passage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from facing_pages.core.both import Both
from facing_pages.core.model import Finding, FindingKind, Side, Span
from facing_pages.session.json_reader import (
    Fields,
    JsonError,
    any_text,
    list_of,
    one_of,
    optional,
)
from facing_pages.session.kept_choices import span_from_json

# What is left out on one side is invented on the other when the sides are swapped.
_SWAPPED_KINDS: Final = {
    FindingKind.OMISSION: FindingKind.INVENTION,
    FindingKind.INVENTION: FindingKind.OMISSION,
}


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding by its kind, the sentences of its link, and its place in those of each side.

    A place is counted from the start of the first sentence; None on a side that has nothing of it.
    """

    kind: FindingKind
    original: tuple[str, ...]
    rewrite: tuple[str, ...]
    original_at: Span | None
    rewrite_at: Span | None

    def sentences(self, side: Side) -> tuple[str, ...]:
        """Return the sentences of a side."""
        return self.original if side is Side.ORIGINAL else self.rewrite

    def swapped(self) -> SetAside:
        """Return the finding of the pair the other way round."""
        kind = _SWAPPED_KINDS.get(self.kind, self.kind)
        return SetAside(kind, self.rewrite, self.original, self.rewrite_at, self.original_at)


def set_aside(finding: Finding, texts: Both[str], sentences: Both[Sequence[Span]]) -> SetAside:
    """Return what a finding is known again by; `sentences` are those of its link."""
    said = texts.with_other(sentences, lambda text, spans: tuple(span.of(text) for span in spans))
    places = sentences.with_other(Both(finding.original, finding.rewrite), _place_in)
    return SetAside(finding.kind, *said, *places)


def set_aside_to_json(entry: SetAside) -> dict[str, Any]:
    """Return a finding as values that a JSON file can hold."""
    return {
        "kind": entry.kind.value,
        "original": list(entry.original),
        "rewrite": list(entry.rewrite),
        "original_at": _span_to_json(entry.original_at),
        "rewrite_at": _span_to_json(entry.rewrite_at),
    }


def set_aside_from_json(content: Any) -> SetAside:
    """Return the finding in an object of a JSON file. Raises `JsonError` if it is invalid."""
    fields = Fields(content)
    original, rewrite = (fields.required(side.value, list_of(any_text)) for side in Side)
    places = [fields.required(f"{side.value}_at", optional(span_from_json)) for side in Side]
    if places == [None, None]:
        raise JsonError("a place is needed on at least one side")
    return SetAside(fields.required("kind", _kind), original, rewrite, places[0], places[1])


def _place_in(sentences: Sequence[Span], place: Span | None) -> Span | None:
    return place.shifted(-sentences[0].start) if place is not None and sentences else None


def _span_to_json(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


_kind: Final = one_of((kind.value, kind) for kind in FindingKind)
