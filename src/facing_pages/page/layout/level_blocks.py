"""A row cut where it can be brought level, to be planned; and the blocks that a plan makes of it.

paragraph  A A A A B B C C      B and C are linked, C is folded
stretches  A A A A|B B|C C      their lengths in lines, for the plan
blocks     A A A A              each starts in a new line
           B B
           1 sentence left out ▸
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span
from facing_pages.page.layout.level_plan import MAX_WHITE, LevelPlan, Step, Stretch
from facing_pages.page.layout.placed import PlacedParagraph
from facing_pages.viewmodel.folding.kept_words import kept_words
from facing_pages.viewmodel.folding.row_sentences import LackingRun, RowSentences

Column = tuple[PlacedParagraph, ...]


@dataclass(frozen=True)
class RowPlaces:
    """What can start on both sides at the same height, and the runs that can be folded.

    The first of `places` is the start of the row; the numbers of those inside of sentences are
    `inner`.
    """

    places: tuple[Both[int], ...]
    runs: Both[tuple[LackingRun, ...]]
    inner: frozenset[int] = frozenset()


@dataclass(frozen=True)
class LevelBlock:
    """What starts in a new line: a part of the text of a paragraph, or the line of a fold.

    `paragraph` is the number of its paragraph in the column.
    """

    paragraph: int
    text: Span
    run: LackingRun | None = None
    is_open: bool = False
    starts_paragraph: bool = False


def places_in_row(
    columns: Both[Column], found: RowSentences, texts: Both[str], line_characters: float
) -> RowPlaces:
    """Return where a row that flows freely can be brought level.

    That is where linked sentences start. Where one of two is longer by about as many lines as may
    be white, they are compared word by word.
    """
    start = columns.map(lambda column: column[0].pieces[0].span.start)
    sentences = [link.map(lambda span: span.start) for link in found.linked]
    inner: set[Both[int]] = set()
    runs = found.runs.map(list)
    for link in found.linked:
        original, rewrite = link.map(lambda span: span.length / line_characters)
        if abs(original - rewrite) <= MAX_WHITE - 1:
            continue
        kept = kept_words(texts, link)
        inner.update(kept.places)
        for side in Side:
            runs[side].extend(kept.runs[side])
    places = sorted({start, *sentences, *inner}, key=tuple)
    return RowPlaces(
        tuple(places),
        runs.map(tuple),
        frozenset(k for k, place in enumerate(places) if place in inner),
    )


def steps_of_row(columns: Both[Column], found: RowPlaces) -> list[Step]:
    """Return the steps of a row that flows freely, from place to place."""
    sides = Both.of(lambda side: _stretches(columns[side], found, side))
    return [Both(*step) for step in zip(*sides, strict=True)]


def _stretches(column: Column, found: RowPlaces, side: Side) -> list[tuple[Stretch, ...]]:
    starts = {place[side]: number for number, place in enumerate(found.places)}
    runs = found.runs[side]
    cuts = {*starts, *(place for run in runs for place in run.span)}
    steps: list[list[Stretch]] = [[] for _ in found.places]
    number = 0
    for k, placed in enumerate(column):
        whole = placed.pieces[0].span
        before = 0.0
        for part in _parts(whole, cuts):
            number = starts.get(part.start, number)
            after = placed.layout.lines_before(part.end - whole.start)
            run = next((r for r in runs if r.span.start <= part.start < r.span.end), None)
            is_first = k > 0 and part.start == whole.start
            steps[number].append(Stretch(after - before, run, is_first))
            before = after
    return [tuple(step) for step in steps]


def groups_of_blocks(
    columns: Both[Column],
    found: RowPlaces,
    plan: LevelPlan,
    opened: frozenset[LackingRun],
    texts: Both[str],
) -> Both[list[list[LevelBlock]]]:
    """Return the blocks of both columns in groups, each of which starts level."""
    places = [found.places[k] for k in (0, *plan.breaks)]
    return Both.of(
        lambda side: _groups(
            columns[side],
            [place[side] for place in places],
            {run.span.start: run for run in plan.folded | opened if run.side is side},
            opened,
            texts[side],
        )
    )


def _groups(
    column: Column,
    places: Sequence[int],
    heads: dict[int, LackingRun],
    opened: frozenset[LackingRun],
    text: str,
) -> list[list[LevelBlock]]:
    hidden = [run.span for run in heads.values() if run not in opened]
    cuts = {*places, *heads, *(span.end for span in hidden)}
    groups: list[list[LevelBlock]] = []
    for k, placed in enumerate(column):
        is_first = k > 0
        for part in _parts(placed.pieces[0].span, cuts):
            # Nothing is between two places where only the other side has text between them.
            groups += [[] for place in places if place == part.start]
            for block in _blocks(k, part, heads, hidden, text):
                is_open = block.run in opened
                groups[-1].append(replace(block, is_open=is_open, starts_paragraph=is_first))
                is_first = False
    return groups


def _blocks(
    paragraph: int, part: Span, heads: dict[int, LackingRun], hidden: Sequence[Span], text: str
) -> Iterator[LevelBlock]:
    """Yield the line of a fold that begins with a part, and the part unless it is hidden."""
    if part.start in heads:
        yield LevelBlock(paragraph, Span(part.start, part.start), heads[part.start])
    is_hidden = any(span.start <= part.start < span.end for span in hidden)
    if not is_hidden and part.of(text).strip():
        yield LevelBlock(paragraph, part)


def _parts(whole: Span, cuts: set[int]) -> Iterator[Span]:
    """Yield a paragraph cut at places."""
    inside = sorted(place for place in cuts if whole.start < place < whole.end)
    yield from map(Span, [whole.start, *inside], [*inside, whole.end])
