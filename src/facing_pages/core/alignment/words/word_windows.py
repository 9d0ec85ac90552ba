"""Which parts of two sentences have to be looked at together to link their words.

Long runs of equal words are linked as they are; what is left are windows around the differences,
each with a few equal words at its edges, which the network sees as context:

    original    a b c d e f g h i j  K  l m n o p q r s t u v w x y z
    rewrite     a b c d e f g h i j  Q  l m n o p q r s t u v w x y z
                |same--|e f g h i j  K  l m n o p q|same------------|
                        |---------window---------|

Sentences that are too long for one window are cut at content words that occur once on both sides
and keep their order there (the anchors of a patience diff, see `rare_runs`). Sentences of thousands
of words, which are no prose, take a bounded time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq

from facing_pages.core.alignment.words.lexicon import Word
from facing_pages.core.alignment.words.rare_runs import rare_runs
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.sequences import longest_increasing_chain

# Equal words on either side of a difference that are looked at with it. By judgement.
CONTEXT_WORDS: Final = 6
# Cells that are looked at together, and in sentences of thousands of words, which are no prose: the
# time for each word grows with the width of its window. By judgement.
MAX_CELLS: Final = 40_000
MAX_CELLS_OF_LONG: Final = 10_000
# Cells of all windows of such sentences together, the smallest windows first: 7 s, and 1 ms more
# for each word with the contextual encoder.
MAX_CELLS_OF_ALL: Final = 5_000_000
# Words of the longest sentence of prose, and cells that are looked at together in longer ones,
# which have no stops: 1 MB of them with words rewritten at random takes 18 s, and took 60 s with
# windows as in prose. By judgement.
MAX_SENTENCE_WORDS: Final = 400
MAX_CELLS_WITHOUT_STOPS: Final = 2_500
# Times that a part without windows is searched for words that occur there once. By judgement.
MAX_SEARCHES: Final = 8
# Cells of two sentences that are searched for equal runs other than around rare ones. By
# judgement.
MAX_SEARCHED_CELLS: Final = 4_000_000


class WordWindow(NamedTuple):
    """Words of both sentences that are looked at together, or that are the same one by one."""

    rows: range
    columns: range
    is_same: bool = False

    @property
    def cells(self) -> int:
        """Return how many pairs of words the network has to look at."""
        return 0 if self.is_same else len(self.rows) * len(self.columns)


def word_windows(
    original: Sequence[Word], rewrite: Sequence[Word], progress: Progress = NO_PROGRESS
) -> Iterator[WordWindow]:
    """Yield the windows of two sentences, in order; what lies between them is not linked.

    Raises `Cancelled` when asked to stop.
    """
    words = (original, rewrite)
    if len(original) * len(rewrite) > MAX_SEARCHED_CELLS:
        yield from _affordable([*progress.each(_between_runs(words, _anchored))])
        return
    is_prose = max(len(original), len(rewrite)) <= MAX_SENTENCE_WORDS
    most = MAX_CELLS if is_prose else MAX_CELLS_WITHOUT_STOPS
    yield from _between_runs(words, partial(_small, most=most))


def _between_runs(
    words: tuple[Sequence[Word], Sequence[Word]], windows: Callable[..., Iterator[WordWindow]]
) -> Iterator[WordWindow]:
    """Yield the runs of equal words, and the windows of what is between them."""
    i = j = 0
    for run in _same_runs(*words):
        yield from windows(words, range(i, run.rows.start), range(j, run.columns.start))
        yield run
        i, j = run.rows.stop, run.columns.stop
    yield from windows(words, range(i, len(words[0])), range(j, len(words[1])))


def _affordable(windows: Sequence[WordWindow]) -> list[WordWindow]:
    """Leave out the largest windows where all take too many cells; equal runs take none."""
    left = MAX_CELLS_OF_ALL
    kept: set[int] = set()
    for number in sorted(range(len(windows)), key=lambda number: (windows[number].cells, number)):
        left -= windows[number].cells
        if left < 0:
            break
        kept.add(number)
    return [window for number, window in enumerate(windows) if number in kept]


def _same_runs(original: Sequence[Word], rewrite: Sequence[Word]) -> Iterator[WordWindow]:
    """Yield the runs of equal words, without those next to a difference."""
    lengths = (len(original), len(rewrite))
    for i, j, length in _equal_runs(original, rewrite):
        is_start = i == j == 0
        is_end = (i + length, j + length) == lengths
        before = 0 if is_start else CONTEXT_WORDS
        kept = length - before - (0 if is_end else CONTEXT_WORDS)
        if kept > 0:
            rows = range(i + before, i + before + kept)
            yield WordWindow(rows, range(j + before, j + before + kept), is_same=True)


def _equal_runs(
    original: Sequence[Word], rewrite: Sequence[Word]
) -> Iterator[tuple[int, int, int]]:
    """Yield where runs of equal words start on both sides, and how long they are."""
    words = ([word.folded for word in original], [word.folded for word in rewrite])
    if len(original) * len(rewrite) <= MAX_SEARCHED_CELLS:
        for step in LCSseq.opcodes(*words):
            if step.tag == "equal":
                yield step.src_start, step.dest_start, step.src_end - step.src_start
        return
    yield from rare_runs(*words)


def _small(
    words: tuple[Sequence[Word], Sequence[Word]], rows: range, columns: range, most: int
) -> Iterator[WordWindow]:
    """Cut a part of two sentences into windows of at most `most` cells."""
    for part in _at_single_words(words, rows, columns, most):
        yield from _halved(*part[:2], most)


def _anchored(
    words: tuple[Sequence[Word], Sequence[Word]],
    rows: range,
    columns: range,
    searches: int = MAX_SEARCHES,
) -> Iterator[WordWindow]:
    """Cut a part of two long sentences into windows, where words say what faces what.

    A part in which no words do has no windows: it was reworded as a whole.
    """
    for part in _at_single_words(words, rows, columns, MAX_CELLS_OF_LONG):
        if part.cells <= MAX_CELLS_OF_LONG:
            yield part
        elif searches > 1 and part != (rows, columns, False):
            yield from _anchored(words, *part[:2], searches - 1)
        elif part.cells <= MAX_CELLS:
            yield from _halved(*part[:2], MAX_CELLS_OF_LONG)


def _at_single_words(
    words: tuple[Sequence[Word], Sequence[Word]], rows: range, columns: range, most: int
) -> Iterator[WordWindow]:
    """Cut a part of two sentences at content words that occur there once.

    Parts are as large as `most` cells allow, and larger where there is no such word.
    """
    if not rows or not columns:
        return
    if len(rows) * len(columns) <= most:
        yield WordWindow(rows, columns)
        return
    places = (_single_places(words[0], rows), _single_places(words[1], columns))
    common = sorted((i, places[1][key]) for key, i in places[0].items() if key in places[1])
    start = (rows.start, columns.start)
    for before, bound in pairwise(
        [start, *longest_increasing_chain(common), (rows.stop, columns.stop)]
    ):
        if before != start and (bound[0] - start[0]) * (bound[1] - start[1]) > most:
            yield WordWindow(range(start[0], before[0]), range(start[1], before[1]))
            start = before
    yield WordWindow(range(start[0], rows.stop), range(start[1], columns.stop))


def _halved(rows: range, columns: range, most: int) -> Iterator[WordWindow]:
    """Halve a window until it is small enough; what faces each other is a guess there."""
    if len(rows) * len(columns) <= most or min(len(rows), len(columns)) < 2:
        length = most // max(1, min(len(rows), len(columns)))
        if rows and columns:
            yield WordWindow(rows[:length], columns[:length])
        return
    middle = (len(rows) // 2, len(columns) // 2)
    yield from _halved(rows[: middle[0]], columns[: middle[1]], most)
    yield from _halved(rows[middle[0] :], columns[middle[1] :], most)


def _single_places(words: Sequence[Word], within: range) -> dict[str, int]:
    """Return where in a range the content words stand that occur there once."""
    counts = Counter(words[place].key for place in within)
    return {
        words[place].key: place
        for place in within
        if not words[place].light and counts[words[place].key] == 1
    }
