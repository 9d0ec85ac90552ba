"""The whole comparison of two documents, in one call or step by step.

`compare` is for callers that want the result. A window that shows partial results takes the same
steps one at a time: `align_units`, then `compare_links` for the links it needs first, then
`assemble`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from facing_pages.core.alignment.pipeline import align_units, complete_links
from facing_pages.core.alignment.sentences.sentence_aligner import link_sentences
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.alignment.words.link_words import side_words, with_words
from facing_pages.core.alignment.words.word_aligner import WordAligner, word_aligner
from facing_pages.core.both import Both
from facing_pages.core.changes.change_cache import ChangeCache
from facing_pages.core.changes.derive import link_changes, sentence_changes
from facing_pages.core.changes.moved_phrases import with_moved_phrases
from facing_pages.core.changes.statistics import count_statistics
from facing_pages.core.comparison_cache import ComparisonCache
from facing_pages.core.documents import with_sentences
from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import Alignment, Change, Comparison, Document, Link, Pin, Side
from facing_pages.core.options import DEFAULT_OPTIONS, Level, Options
from facing_pages.core.progress import NO_STEPS, CancelToken, Progress, Stage, Steps
from facing_pages.core.reading.files import from_text

# Characters of a text up to which the contextual encoder is used unless a caller decides otherwise.
LONGEST_PRECISE: Final = 60_000
# Links between two reports of progress.
_REPORT_EVERY: Final = 64


class SentenceLink(NamedTuple):
    """Sentences that belong together, numbered through the whole text; a side may be empty."""

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
    memory: ComparisonCache | None = None,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> Comparison:
    """Compare two texts and return what belongs together and what changed.

    Given the `memory` of an earlier call, what did not change is taken from there.
    Raises `ReadingError` for a blank text, `ValueError` for pins that name sentences that are not
    there or contradict each other, and `Cancelled` when `cancel` says so. Time is close to linear
    in the length of the texts.
    """
    steps = Steps(progress, cancel)
    steps.report(Stage.ALIGNING, 0.0)
    documents = (_document(original, "original", steps), _document(rewrite, "rewrite", steps))
    if memory is not None:
        memory.begin()
    alignment = align_units(
        *documents, steps, pins=pins, memory=memory.alignment if memory else None
    )
    links: list[Link] = []
    changes: list[Change] = []
    aligner = aligner_for(documents[0], options)
    for number, link in enumerate(alignment.links):
        if number % _REPORT_EVERY == 0:
            steps.report(Stage.WORDS, number / len(alignment.links))
        done, found = compare_link(
            number,
            link,
            documents,
            aligner,
            options,
            memory=memory.changes if memory else None,
            steps=steps,
        )
        links.append(done)
        changes += found
    steps.report(Stage.WORDS, 1.0)
    if memory is not None:
        memory.finish()
    if options.level is Level.WORDS:
        changes = with_moved_phrases(changes, documents, aligner, steps)
    return assemble(documents, replace(alignment, links=tuple(links)), changes)


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
    pieces = link_sentences(units.original, units.rewrite, Steps(), pins=pins)
    return tuple(
        SentenceLink(link.original, link.rewrite, link.moved, link.confidence)
        for link in complete_links(pieces, units.map(len))
    )


def compare_link(
    number: int,
    link: Link,
    documents: tuple[Document, Document],
    aligner: WordAligner,
    options: Options = DEFAULT_OPTIONS,
    memory: ChangeCache | None = None,
    steps: Steps = NO_STEPS,
) -> tuple[Link, list[Change]]:
    """Return a link with its words, as far as the options ask for them, and its changes.

    Raises `Cancelled` when asked to stop.
    """
    if options.level is Level.SENTENCES or not link.original or not link.rewrite:
        return link, sentence_changes(number, link, *documents)
    known = recall_link(number, link, documents, aligner, memory, options) if memory else None
    if known is not None:
        return known
    sides = (
        side_words(documents[0], link, Side.ORIGINAL),
        side_words(documents[1], link, Side.REWRITE),
    )
    done = with_words(link, sides, aligner, steps)
    found = link_changes(
        number,
        done,
        documents,
        sides,
        function_words=aligner.function_words,
        options=options,
        steps=steps,
    )
    if memory is not None:
        memory.keep(link, documents, _way(aligner, options), (done.words, found))
    return done, found


def recall_link(
    number: int,
    link: Link,
    documents: tuple[Document, Document],
    aligner: WordAligner,
    memory: ChangeCache,
    options: Options = DEFAULT_OPTIONS,
) -> tuple[Link, list[Change]] | None:
    """Return what `compare_link` found for the same words before, None if that is not known."""
    if not link.original or not link.rewrite:
        return None
    known = memory.recall(number, link, documents, _way(aligner, options))
    return (replace(link, words=known[0]), known[1]) if known is not None else None


def _way(aligner: WordAligner, options: Options) -> Hashable:
    """Return what, beside the sentences, decides which words are linked."""
    return aligner.language, aligner.is_precise, options


def assemble(
    documents: tuple[Document, Document], alignment: Alignment, changes: Iterable[Change]
) -> Comparison:
    """Put the parts of a comparison together and count its statistics."""
    ordered = tuple(changes)
    return Comparison(
        *documents, alignment, ordered, count_statistics(*documents, alignment, ordered)
    )


def common_words(document: Document) -> frozenset[str]:
    """Return the function words of a document's language."""
    return function_words_of(language_of(document.text))


def aligner_for(document: Document, options: Options = DEFAULT_OPTIONS) -> WordAligner:
    """Return the aligner of words for a document's language."""
    precise = options.precise
    if precise is None:
        precise = len(document.text) <= LONGEST_PRECISE
    return word_aligner(language_of(document.text), precise=precise)


def _document(text: Document | str, name: str, steps: Steps) -> Document:
    document = from_text(text, name=name) if isinstance(text, str) else text
    return with_sentences(document, steps)
