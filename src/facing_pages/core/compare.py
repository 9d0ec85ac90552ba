"""Two texts in, their comparison out: what belongs together, and what changed.

A window that shows partial results takes the same steps one at a time: `align_units`, then a
`LinkPass` that begins with the links on screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from facing_pages.core.alignment.pipeline import align_units, complete_links
from facing_pages.core.alignment.sentences.sentence_aligner import link_sentences
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.both import Both
from facing_pages.core.comparison_cache import ComparisonCache
from facing_pages.core.documents import with_sentences, with_sentences_of_both
from facing_pages.core.link_pass import LinkPass
from facing_pages.core.model import Comparison, Document, Pin
from facing_pages.core.options import DEFAULT_OPTIONS, Options
from facing_pages.core.progress import CancelToken, Progress, ProgressCallback, Stage
from facing_pages.core.reading.files import from_text


class SentenceLink(NamedTuple):
    """Sentences that belong together, numbered through the whole text; a side may be empty.

    `confidence` is how probable that is: that they belong together, or have no counterpart.
    """

    original: tuple[int, ...]
    rewrite: tuple[int, ...]
    moved: bool
    confidence: float


def compare(
    original: Document | str,
    rewrite: Document | str,
    *,
    options: Options = DEFAULT_OPTIONS,
    pins: Sequence[Pin] = (),
    cache: ComparisonCache | None = None,
    progress: ProgressCallback | None = None,
    cancel: CancelToken | None = None,
) -> Comparison:
    """Compare two texts and return what belongs together and what changed.

    Given the `cache` of an earlier call, what did not change is taken from there.
    Raises `ReadingError` for a blank text, `ValueError` for pins that name sentences that are not
    there or contradict each other, and `Cancelled` when `cancel` says so. Time is close to linear
    in the length of the texts.

    An end of a sentence that one text has and the other lacks is tried there, unless there are pins
    and both documents come with the sentences that these name.
    """
    work = Progress(progress, cancel)
    work.update(Stage.ALIGNING, 0.0)
    documents = (_document(original, "original", work), _document(rewrite, "rewrite", work))
    if not (pins and _has_sentences(original) and _has_sentences(rewrite)):
        documents = with_sentences_of_both(*documents)
    if cache is not None:
        cache.begin()
    alignment = align_units(*documents, work, pins=pins, cache=cache.alignment if cache else None)
    links = LinkPass(documents, alignment, options, cache.changes if cache else None)
    links.complete(work)
    if cache is not None:
        cache.finish()
    return links.comparison(work)


def align_sentences(
    original: Sequence[Sequence[str]],
    rewrite: Sequence[Sequence[str]],
    *,
    pins: Sequence[Pin] = (),
) -> tuple[SentenceLink, ...]:
    """Align two texts given as sentences by paragraph.

    Every sentence is in exactly one link, alone where it has no counterpart. Links with sentences
    of the original come in its order, the others where the rewrite has them.
    """
    units = Both(text_units(original), text_units(rewrite))
    found = link_sentences(units.original, units.rewrite, Progress(), pins=pins)
    return tuple(
        SentenceLink(link.original, link.rewrite, link.moved, link.confidence)
        for link in complete_links(found)
    )


def _has_sentences(text: Document | str) -> bool:
    return isinstance(text, Document) and bool(text.sentences)


def _document(text: Document | str, name: str, progress: Progress) -> Document:
    document = from_text(text, name=name) if isinstance(text, str) else text
    return with_sentences(document, progress)
