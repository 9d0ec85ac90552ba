"""A person's corrections of a pair: which sentences are linked, which are not, where one ends.

With them are kept bookmarks, and the findings that the person called no errors.

A correction identifies sentences by their text and their position, so that they can be found again
after the texts changed. `relocate.py` turns corrections into pins for the aligner.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from facing_pages.core.model import Side, Span
from facing_pages.session.json_reader import (
    Fields,
    JsonError,
    any_text,
    list_of,
    one_of,
    optional,
    truth,
    whole_number,
)
from facing_pages.session.kept_choices import span_from_json
from facing_pages.session.set_aside import SetAside, set_aside_from_json, set_aside_to_json

# Corrections of one kind in a file: more than a person makes, and placed in some seconds. By
# judgement.
MAX_CORRECTIONS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive sentences: the span they had in the text, and the text of each."""

    span: Span
    sentences: tuple[str, ...]

    def overlaps(self, other: Passage) -> bool:
        """Tell whether the spans have a character in common."""
        return self.span.start < other.span.end and other.span.start < self.span.end


@dataclass(frozen=True, slots=True)
class LinkCorrection:
    """Sentences that form exactly one link (`together`), or that are never in one link.

    If `together`, one side may be None: the sentences of the other side have no counterpart.
    """

    original: Passage | None
    rewrite: Passage | None
    together: bool = True

    def passage(self, side: Side) -> Passage | None:
        """Return the sentences of a side, None if it has none."""
        return self.original if side is Side.ORIGINAL else self.rewrite

    def contradicts(self, other: LinkCorrection) -> bool:
        """Tell whether the two corrections exclude each other."""
        shared = [_overlap(self.passage(side), other.passage(side)) for side in Side]
        if self.together and other.together:
            return any(shared)
        return self.together is not other.together and all(shared)

    def swapped(self) -> LinkCorrection:
        """Return the correction for the pair the other way round."""
        return LinkCorrection(self.rewrite, self.original, self.together)


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence to split in two: the second one begins `at` code points after the first."""

    side: Side
    sentence: Passage
    at: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A sentence that the reader marked to return to."""

    side: Side
    sentence: Passage


Correction = LinkCorrection | Cut


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections and bookmarks of a pair, each kind in the order they were made.

    `set_aside` are findings that are no errors.
    """

    links: tuple[LinkCorrection, ...] = ()
    cuts: tuple[Cut, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    def __len__(self) -> int:
        """Return the number of corrections; bookmarks and findings set aside do not count."""
        return len(self.links) + len(self.cuts)

    def __bool__(self) -> bool:
        return bool(self.links or self.cuts or self.bookmarks or self.set_aside)

    def with_links(self, *added: LinkCorrection) -> Corrections:
        """Return the corrections with some added; older ones that contradict these are dropped."""
        kept = [old for old in self.links if not any(new.contradicts(old) for new in added)]
        return replace(self, links=(*(old for old in kept if old not in added), *added))

    def with_cut(self, cut: Cut) -> Corrections:
        """Return the corrections with a sentence cut; links of the whole sentence are dropped."""
        kept = tuple(
            link
            for link in self.links
            if not link.together or not _overlap(link.passage(cut.side), cut.sentence)
        )
        return replace(self, links=kept, cuts=(*self.cuts, cut))

    def with_bookmark(self, bookmark: Bookmark) -> Corrections:
        """Return the corrections with a bookmark added, or removed if the sentence has one."""
        others = tuple(
            old
            for old in self.bookmarks
            if old.side is not bookmark.side or not old.sentence.overlaps(bookmark.sentence)
        )
        if len(others) < len(self.bookmarks):
            return replace(self, bookmarks=others)
        return replace(self, bookmarks=(*others, bookmark))

    def with_set_aside(self, finding: SetAside) -> Corrections:
        """Return the corrections with a finding set aside, or taken back if it was."""
        others = tuple(old for old in self.set_aside if old != finding)
        if len(others) < len(self.set_aside):
            return replace(self, set_aside=others)
        return replace(self, set_aside=(*others, finding))

    def differs_in_findings_only(self, other: Corrections) -> bool:
        """Tell whether other findings are set aside, and nothing else differs."""
        return self != other and replace(self, set_aside=other.set_aside) == other

    def merged(self, known: Corrections, others: Corrections) -> Corrections:
        """Merge the changes of this program with those of another one (three-way merge).

        `known` is the common base, `self` the corrections of this program, `others` those that
        another program wrote. The other program's corrections stay unless a new one of this
        program contradicts them.

            known  A B     self  A C (B removed)     others  A B D     merged  A D C
        """
        new_links = _without(self.links, known.links)
        new_cuts = _without(self.cuts, known.cuts)
        outdated = {
            link
            for link in _without(others.links, self.links)
            if any(link.contradicts(new) for new in new_links)
            or any(
                link.together and _overlap(link.passage(cut.side), cut.sentence) for cut in new_cuts
            )
        }
        links = _merged_items(known.links, self.links, others.links)
        return Corrections(
            tuple(link for link in links if link not in outdated),
            _merged_items(known.cuts, self.cuts, others.cuts),
            _merged_items(known.bookmarks, self.bookmarks, others.bookmarks),
            _merged_items(known.set_aside, self.set_aside, others.set_aside),
        )

    def swapped(self) -> Corrections:
        """Return the corrections for the pair the other way round."""
        return Corrections(
            tuple(link.swapped() for link in self.links),
            tuple(replace(cut, side=cut.side.other) for cut in self.cuts),
            tuple(replace(mark, side=mark.side.other) for mark in self.bookmarks),
            tuple(finding.swapped() for finding in self.set_aside),
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
        "set_aside": [set_aside_to_json(finding) for finding in corrections.set_aside],
    }


@dataclass(frozen=True, slots=True)
class FoundCorrections:
    """The corrections in a file; `wrong` names those that are invalid and were left out."""

    corrections: Corrections
    wrong: tuple[str, ...] = ()


def find_in_json(content: Any) -> FoundCorrections:
    """Return the valid corrections in a JSON value, each once.

    Raises `JsonError` if one of the lists is too long or missing; that of findings set aside may
    be missing, as in files of earlier versions.
    """
    fields = Fields(content)
    for name in ("links", "cuts", "bookmarks"):
        fields.required(name, _MANY)
    fields.optional("set_aside", _MANY, ())
    corrections = Corrections(
        tuple(dict.fromkeys(fields.lenient_items("links", _link))),
        tuple(dict.fromkeys(fields.lenient_items("cuts", _cut))),
        tuple(dict.fromkeys(fields.lenient_items("bookmarks", _bookmark))),
        tuple(dict.fromkeys(fields.lenient_items("set_aside", set_aside_from_json))),
    )
    return FoundCorrections(corrections, tuple(fields.wrong))


_Item = TypeVar("_Item")


def _merged_items(
    known: tuple[_Item, ...], ours: tuple[_Item, ...], others: tuple[_Item, ...]
) -> tuple[_Item, ...]:
    """Return `others` without the items that `ours` removed, then the items that `ours` added."""
    kept = _without(others, _without(known, ours))
    return tuple(dict.fromkeys((*kept, *_without(ours, known))))


def _without(items: tuple[_Item, ...], others: tuple[_Item, ...]) -> tuple[_Item, ...]:
    left_out = set(others)
    return tuple(item for item in items if item not in left_out)


def _overlap(one: Passage | None, other: Passage | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _passage_to_json(passage: Passage | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {"span": list(passage.span), "sentences": list(passage.sentences)}


def _link(content: Any) -> LinkCorrection:
    fields = Fields(content)
    original, rewrite = (fields.required(side.value, optional(_passage)) for side in Side)
    together = fields.required("together", truth)
    if original is None and rewrite is None:
        raise JsonError("a sentence is needed on at least one side")
    if not together and (original is None or rewrite is None):
        raise JsonError("sentences that do not belong together are needed on both sides")
    return LinkCorrection(original, rewrite, together)


def _cut(content: Any) -> Cut:
    fields = Fields(content)
    sentence = fields.required("sentence", _one_sentence)
    inside = whole_number(1, len(sentence.sentences[0]) - 1)
    return Cut(fields.required("side", _side), sentence, fields.required("at", inside))


def _bookmark(content: Any) -> Bookmark:
    fields = Fields(content)
    return Bookmark(fields.required("side", _side), fields.required("sentence", _passage))


def _passage(content: Any) -> Passage:
    fields = Fields(content)
    sentences = fields.required("sentences", list_of(any_text))
    if not sentences or not all(sentence.strip() for sentence in sentences):
        raise JsonError("sentences are expected")
    return Passage(fields.required("span", span_from_json), sentences)


def _one_sentence(content: Any) -> Passage:
    passage = _passage(content)
    if len(passage.sentences) != 1:
        raise JsonError("one sentence is expected")
    return passage


_MANY: Final = list_of(lambda entry: entry, max_items=MAX_CORRECTIONS)
_side: Final = one_of((side.value, side) for side in Side)
