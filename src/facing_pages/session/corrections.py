"""What a person said about a pair: what belongs together, what does not, where a sentence ends.

Corrections name sentences by what they say and where they stood, so that they can be placed again
after the texts changed. `placing.py` turns them into pins for the aligner.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from facing_pages.core.model import Side, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that follow one another: from where to where they stood, and each one's text."""

    span: Span
    sentences: tuple[str, ...]

    def overlaps(self, other: Passage) -> bool:
        """Tell whether both hold some of the same characters."""
        return self.span.start < other.span.end and other.span.start < self.span.end


@dataclass(frozen=True, slots=True)
class LinkCorrection:
    """Sentences that are exactly one link, or are in no link with each other.

    Together, a side may be None: those of the other have no counterpart.
    """

    original: Passage | None
    rewrite: Passage | None
    together: bool = True

    def passage(self, side: Side) -> Passage | None:
        """Return the sentences of a side."""
        return self.original if side is Side.ORIGINAL else self.rewrite

    def contradicts(self, other: LinkCorrection) -> bool:
        """Tell whether both cannot hold."""
        shared = [_overlap(self.passage(side), other.passage(side)) for side in Side]
        if self.together and other.together:
            return any(shared)
        return self.together is not other.together and all(shared)

    def swapped(self) -> LinkCorrection:
        """Return the correction for the pair the other way round."""
        return LinkCorrection(self.rewrite, self.original, self.together)


@dataclass(frozen=True, slots=True)
class Cut:
    """A place inside a sentence where another one begins: `at` code points from its start."""

    side: Side
    sentence: Passage
    at: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A sentence to come back to."""

    side: Side
    sentence: Passage


Correction = LinkCorrection | Cut


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that was said about a pair, in the order it was said."""

    links: tuple[LinkCorrection, ...] = ()
    cuts: tuple[Cut, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()

    def __len__(self) -> int:
        """Return how many corrections there are; bookmarks are none."""
        return len(self.links) + len(self.cuts)

    def __bool__(self) -> bool:
        return bool(self.links or self.cuts or self.bookmarks)

    def with_links(self, *added: LinkCorrection) -> Corrections:
        """Return the corrections with some more; what contradicts these is given up."""
        kept = [old for old in self.links if not any(new.contradicts(old) for new in added)]
        return replace(self, links=(*(old for old in kept if old not in added), *added))

    def with_cut(self, cut: Cut) -> Corrections:
        """Return the corrections with a sentence cut; what was said of the whole is given up."""
        kept = tuple(
            link
            for link in self.links
            if not link.together or not _overlap(link.passage(cut.side), cut.sentence)
        )
        return replace(self, links=kept, cuts=(*self.cuts, cut))

    def with_bookmark(self, bookmark: Bookmark) -> Corrections:
        """Return the corrections with a bookmark set, or taken away where there is one."""
        others = tuple(
            old
            for old in self.bookmarks
            if old.side is not bookmark.side or not old.sentence.overlaps(bookmark.sentence)
        )
        if len(others) < len(self.bookmarks):
            return replace(self, bookmarks=others)
        return replace(self, bookmarks=(*others, bookmark))

    def swapped(self) -> Corrections:
        """Return the corrections for the pair the other way round."""
        return Corrections(
            tuple(link.swapped() for link in self.links),
            tuple(replace(cut, side=cut.side.other) for cut in self.cuts),
            tuple(replace(mark, side=mark.side.other) for mark in self.bookmarks),
        )


NO_CORRECTIONS = Corrections()


def to_json(corrections: Corrections) -> dict[str, Any]:
    """Return corrections as values that a JSON file can hold."""
    return {
        "links": [
            {
                "original": _passage_to_json(link.original),
                "rewrite": _passage_to_json(link.rewrite),
                "together": link.together,
            }
            for link in corrections.links
        ],
        "cuts": [
            {"side": cut.side.value, "sentence": _passage_to_json(cut.sentence), "at": cut.at}
            for cut in corrections.cuts
        ],
        "bookmarks": [
            {"side": mark.side.value, "sentence": _passage_to_json(mark.sentence)}
            for mark in corrections.bookmarks
        ],
    }


def from_json(content: Any) -> Corrections:
    """Return the corrections a JSON file holds.

    Raises `TypeError`, `KeyError` or `ValueError` if these are none.
    """
    return Corrections(
        tuple(_link(entry) for entry in content["links"]),
        tuple(
            Cut(Side(entry["side"]), _passage(entry["sentence"]), int(entry["at"]))
            for entry in content["cuts"]
        ),
        tuple(
            Bookmark(Side(entry["side"]), _passage(entry["sentence"]))
            for entry in content["bookmarks"]
        ),
    )


def _overlap(one: Passage | None, other: Passage | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _link(entry: Any) -> LinkCorrection:
    sides = [_passage(entry[side.value]) if entry[side.value] else None for side in Side]
    if not any(sides):
        raise ValueError("a correction needs a sentence on at least one side")
    return LinkCorrection(sides[0], sides[1], bool(entry["together"]))


def _passage_to_json(passage: Passage | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {"span": list(passage.span), "sentences": list(passage.sentences)}


def _passage(entry: Any) -> Passage:
    start, end = (int(value) for value in entry["span"])
    sentences = tuple(str(sentence) for sentence in entry["sentences"])
    if not sentences:
        raise ValueError("a passage needs a sentence")
    return Passage(Span(start, end), sentences)
