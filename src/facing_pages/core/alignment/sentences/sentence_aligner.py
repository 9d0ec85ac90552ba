"""All sentence links of a pair: what is pinned, the ordered chain, moves, pairs by position.

The links say what belongs together and how sure that is; a sentence in no link has no counterpart.
The stages and the model behind them are drawn in `core/alignment/README.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from facing_pages.core.alignment.sentences.anchors import SentenceWindow, windows, windows_between
from facing_pages.core.alignment.sentences.evidence import drop_unsupported
from facing_pages.core.alignment.sentences.features.extraction import make_features
from facing_pages.core.alignment.sentences.leftovers.alone import how_surely_alone
from facing_pages.core.alignment.sentences.leftovers.leftover_links import with_leftovers
from facing_pages.core.alignment.sentences.link_scores import Pricing
from facing_pages.core.alignment.sentences.link_weights import link_model
from facing_pages.core.alignment.sentences.pair_profile import TYPICAL, PairProfile, ProfileCounter
from facing_pages.core.alignment.sentences.pins import PinnedLinks, resolve_pins
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_units import Units
from facing_pages.core.alignment.sentences.span_links import FoundLinks, SpanLink
from facing_pages.core.alignment.sentences.window_aligner import WindowAligner
from facing_pages.core.alignment.sentences.window_cache import Outline, WindowCache
from facing_pages.core.both import Both, of_side
from facing_pages.core.model import Pin
from facing_pages.core.progress import Progress, Stage
from facing_pages.core.system.blas import single_threaded_blas

# Sentences of the original that are enough to know the profile of a pair. By judgement.
SAMPLED_SENTENCES: Final = 1500
# Sentences by which the rewrite of a window may be longer or shorter than the original leads one to
# expect; where it is more, the window is looked at in any case. By judgement.
MAX_EVEN_SURPLUS: Final = 12


def link_sentences(
    original: Units,
    rewrite: Units,
    progress: Progress,
    *,
    pins: Sequence[Pin] = (),
    cache: WindowCache | None = None,
) -> FoundLinks:
    """Return the links of two texts, in order of the original; near-linear for long texts.

    And how surely each sentence has none.

    Swapping the sides mirrors the result: the work is always done in one and the same order of
    the two texts, so that ties fall the same way. Raises `ValueError` for pins that name sentences
    that are not there or contradict each other.
    """
    if not len(original) or not len(rewrite):
        return FoundLinks.none_of(Both(len(original), len(rewrite)))
    with single_threaded_blas():
        if rewrite.words < original.words:
            turned = [Pin(pin.rewrite, pin.original, pin.together) for pin in pins]
            fixed = resolve_pins(turned, Both(len(rewrite), len(original)))
            return _link_sentences(rewrite, original, progress, fixed, cache).mirrored()
        fixed = resolve_pins(pins, Both(len(original), len(rewrite)))
        return _link_sentences(original, rewrite, progress, fixed, cache)


def _link_sentences(
    original: Units,
    rewrite: Units,
    progress: Progress,
    fixed: PinnedLinks,
    cache: WindowCache | None,
) -> FoundLinks:
    cache = cache or WindowCache()
    units = Both(original, rewrite)
    outline = cache.outline(units, partial(_outline, progress=progress))
    section = Section(units, outline.features, fixed.limits)
    parts = windows_between(units, outline.windows, fixed.in_order)
    found = _chain(section, parts, progress, cache)
    aligned = sorted([*fixed.in_order, *found.links])
    chain = drop_unsupported(section, aligned, set(fixed.in_order))
    links = with_leftovers(section, chain, fixed.out_of_order, progress)
    dropped = set(aligned).difference(chain)
    return FoundLinks(links, how_surely_alone(section, links, dropped, found.alone))


def _outline(units: Both[Units], *, progress: Progress) -> Outline:
    return Outline(make_features(units.original, units.rewrite, progress), windows(*units))


def _chain(
    section: Section, parts: Sequence[SentenceWindow], progress: Progress, cache: WindowCache
) -> FoundLinks:
    """Return what is found in all windows, that of windows seen before from the cache."""
    inside = [section.part(*window) for window in parts]
    seen: dict[int, WindowAligner] = {}
    profile = cache.profile(inside) or _profile(section.size, inside, seen, progress)
    cache.set_profile(profile)
    pricing = Pricing(link_model().known, profile)
    links: list[SpanLink] = []
    alone = Both.of(lambda side: [1.0] * len(section.units[side]))
    for number, (window, part) in enumerate(zip(parts, inside, strict=True)):
        progress.update(Stage.ALIGNING, window.original.end / section.size[0])
        found = cache.chain(part)
        if found is None:
            aligner = seen.pop(number, None) or WindowAligner(part)
            found = aligner.best_chain(pricing)
            cache.keep_chain(part, found)
        links += [link.shifted(window.original.start, window.rewrite.start) for link in found.links]
        for side, numbers in alone.items():
            start = of_side(window, side).start
            numbers[start : of_side(window, side).end] = found.alone[side]
    return FoundLinks(links, alone.map(tuple))


def _profile(
    size: tuple[int, int],
    parts: Sequence[Section],
    seen: dict[int, WindowAligner],
    progress: Progress,
) -> PairProfile:
    """Return the profile of the pair, by a first look at windows from all over the texts.

    Windows with more sentences on one side are all looked at: that is where much is left out.
    What was looked at is put into `seen`, by the number of its window.
    """
    every = max(1, size[0] // SAMPLED_SENTENCES)
    counter = ProfileCounter()
    pricing = Pricing(link_model().first, TYPICAL)
    for number, part in enumerate(parts):
        expected = part.size[0] * size[1] / size[0]
        is_uneven = abs(expected - part.size[1]) > MAX_EVEN_SURPLUS
        if is_uneven or number % every == every // 2:
            progress.update(Stage.ALIGNING, 0.0)
            seen[number] = WindowAligner(part)
            links = seen[number].quick_chain(pricing)
            counter.add(part.units, part.features, links, times=1 if is_uneven else every)
    return counter.profile()
