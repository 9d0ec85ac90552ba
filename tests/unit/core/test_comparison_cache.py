"""Comparing again after a small change: what did not change is taken from cache."""

from __future__ import annotations

import random

import pytest

from facing_pages import compare
from facing_pages.core.alignment.sentences.link_scores import Pricing
from facing_pages.core.alignment.sentences.span_links import FoundLinks
from facing_pages.core.alignment.sentences.window_aligner import WindowAligner
from facing_pages.core.comparison_cache import ComparisonCache
from facing_pages.core.errors import Cancelled
from facing_pages.core.options import Level, Options
from facing_pages.core.progress import CancelToken, Stage

NOUNS = "boat lamp stairs winter granite keeper candle harbour storm window letter bakery".split()
VERBS = "carried found mended painted counted watched buried sold borrowed lost".split()


def book(sentences_wanted: int, *, reworded: bool) -> list[str]:
    """Return sentences that are each of their own, as they are or all reworded a little."""
    generator = random.Random(7)
    result = []
    for number in range(sentences_wanted):
        nouns = generator.sample(NOUNS, 4)
        verb = generator.choice(VERBS)
        name = f"Person{number}"
        things = f"the {nouns[0]}, the {nouns[1]} and"
        if reworded:
            result.append(f"It was {name} who {verb} {things} a {nouns[2]}.")
        else:
            result.append(f"{name} {verb} {things} the {nouns[2]} that day.")
    return result


def text(lines: list[str]) -> str:
    """Return sentences in paragraphs of five."""
    return "\n\n".join(" ".join(lines[k : k + 5]) for k in range(0, len(lines), 5))


ORIGINAL, REWRITE = book(200, reworded=False), book(200, reworded=True)
# The encoder, which looks at words of texts this short, takes long and is not what is tested.
QUICK = Options(precise=False)


@pytest.fixture
def aligned_windows(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note the sentences of each window that is aligned afresh."""
    sizes: list[int] = []
    best_chain = WindowAligner.best_chain

    def noting(aligner: WindowAligner, pricing: Pricing) -> FoundLinks:
        sizes.append(aligner.size[0])
        return best_chain(aligner, pricing)

    monkeypatch.setattr(WindowAligner, "best_chain", noting)
    return sizes


def test_the_same_texts_need_no_work_and_give_the_same(aligned_windows: list[int]) -> None:
    cache = ComparisonCache()
    first = compare(text(ORIGINAL), text(REWRITE), options=QUICK, cache=cache)
    assert sum(aligned_windows) == len(ORIGINAL)
    aligned_windows.clear()
    again = compare(text(ORIGINAL), text(REWRITE), options=QUICK, cache=cache)
    assert not aligned_windows
    assert again == first


def test_after_a_small_change_only_its_surroundings_are_aligned(
    aligned_windows: list[int],
) -> None:
    cache = ComparisonCache()
    compare(text(ORIGINAL), text(REWRITE), options=QUICK, cache=cache)
    aligned_windows.clear()
    edited = [*REWRITE]
    edited[103] = "Nothing of what followed was ever written down by anybody."
    again = compare(text(ORIGINAL), text(edited), options=QUICK, cache=cache)
    assert 0 < sum(aligned_windows) < 70
    fresh = compare(text(ORIGINAL), text(edited), options=QUICK)
    assert [(link.original, link.rewrite) for link in again.alignment.links] == [
        (link.original, link.rewrite) for link in fresh.alignment.links
    ]
    assert again.changes == fresh.changes


def test_changes_are_where_they_are_now() -> None:
    cache = ComparisonCache()
    compare(text(ORIGINAL), text(REWRITE), options=QUICK, cache=cache)
    later = "A line that was put before everything.\n\n" + text(REWRITE)
    assert (
        compare(text(ORIGINAL), later, options=QUICK, cache=cache).changes
        == compare(text(ORIGINAL), later, options=QUICK).changes
    )


def test_what_was_found_with_other_options_is_not_taken() -> None:
    cache = ComparisonCache()
    rough = Options(level=Level.WORDS, reworded_whole_above=0.01)
    pair = ("The old keeper lit the lamp.", "The aged keeper lit his lamp.")
    assert compare(*pair, cache=cache).changes != compare(*pair, options=rough, cache=cache).changes


def test_going_on_after_a_stop_takes_up_what_was_done(aligned_windows: list[int]) -> None:
    class StopAtWords:
        """Stops when half of the words are done."""

        share = 0.0

        def __call__(self, stage: Stage, share: float) -> None:
            self.share = share if stage is Stage.WORDS else 0.0

        def is_cancelled(self) -> bool:
            return self.share > 0.5

    cache = ComparisonCache()
    stop = StopAtWords()
    token: CancelToken = stop
    with pytest.raises(Cancelled):
        compare(
            text(ORIGINAL), text(REWRITE), options=QUICK, cache=cache, progress=stop, cancel=token
        )
    aligned_windows.clear()
    again = compare(text(ORIGINAL), text(REWRITE), options=QUICK, cache=cache)
    assert not aligned_windows
    assert again == compare(text(ORIGINAL), text(REWRITE), options=QUICK)
