from __future__ import annotations

from itertools import pairwise

import pytest

from facing_pages.core.model import Side
from facing_pages.session.pair import Source
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.modes import MarkLevel
from facing_pages.viewmodel.one_column import LINE_BREAK, compose_row
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.pair_views import pair_of


def written(original: str, rewrite: str, *, level: MarkLevel = MarkLevel.WORDS) -> list[str]:
    """Return the paragraphs of all rows, with what is struck in brackets."""
    shown = VisibleMarks(pair_of(original, rewrite), Filter(level=level))
    result: list[str] = []
    for row in range(shown.pages.row_count()):
        for paragraph in compose_row(shown, row):
            text = paragraph.text
            for piece in reversed(paragraph.pieces):
                if piece.is_struck:
                    end = piece.at + piece.span.length
                    text = f"{text[: piece.at]}[{text[piece.at : end]}]{text[end:]}"
            result.append(text)
    return result


@pytest.mark.parametrize(
    ("original", "rewrite", "wanted"),
    [
        (
            "The lamp was quiet when she came down to it.",
            "The lamp was silent when she came down to it.",
            "The lamp was [quiet] silent when she came down to it.",
        ),
        (
            "He went very slowly down the stairs, then he stopped.",
            "He went down the stairs, then he stopped.",
            "He went [very slowly] down the stairs, then he stopped.",
        ),
        (
            "It rained on the steps. Nobody came for a week. Then the boat returned to us.",
            "It rained on the steps. Then the boat returned to us.",
            "It rained on the steps. [Nobody came for a week.] Then the boat returned to us.",
        ),
        (
            "It rained on the granite steps of the tower all day. "
            "Nobody came to see her for a week.",
            "It rained on the granite steps of the tower all day.",
            "It rained on the granite steps of the tower all day. "
            "[Nobody came to see her for a week.]",
        ),
        (
            "The roads, each longer than the last, and each full of mud, led down to the sea.",
            "The roads, each full of mud, led down to the sea.",
            "The roads, [each longer than the last, and] each full of mud, led down to the sea.",
        ),
        (
            "I was quick to rise and greet Martin Hale as the owner of the old mill.",
            "I rose to greet Martin Hale.",
            "I [was quick] rose to greet Martin Hale [as the owner of the old mill].",
        ),
        (
            "She washed the cups and sat down again. She was made to hear it all: "
            "at last he reached the end.",
            "She washed the cups, until at last he reached the end.",
            "She washed the cups [and sat down again.] [She was made to hear it all:], "
            "until at last he reached the end.",
        ),
        (
            "老人每天早上慢慢地走到海边,看着港口里的船。",
            "老人每天早上走到海边,看着港口里的船。",
            "老人每天早上[慢慢地]走到海边,看着港口里的船。",
        ),
        (
            'He said "no" to the keeper.',
            "He said “no” to the keeper.",
            "He said “no” to the keeper.",
        ),
    ],
)
def test_old_words_stand_before_the_new_ones(original: str, rewrite: str, wanted: str) -> None:
    assert written(original, rewrite) == [wanted]


def test_a_sentence_rewritten_as_a_whole_stands_below_the_old_one() -> None:
    original = "It rained on the steps all day. The keeper put the grey book back on its shelf."
    rewrite = "It rained on the steps all day. The keeper put his grey book back on that shelf."
    text = written(original, rewrite, level=MarkLevel.SENTENCES)[0]
    old, new = (side.split("day. ")[1] for side in (original, rewrite))
    assert text == f"It rained on the steps all day. {LINE_BREAK}[{old}]{LINE_BREAK}{new}"


def test_without_marks_the_rewrite_is_read_as_it_is() -> None:
    rewrite = "The lamp was silent when she came down to it."
    assert written("The lamp was quiet when she came.", rewrite, level=MarkLevel.OFF) == [rewrite]


def test_every_character_of_the_rewrite_is_there_once(sample: tuple[object, object]) -> None:
    request = [Source(path=str(path)).read().text for path in sample]
    shown = VisibleMarks(pair_of(*request), Filter())
    pieces = [
        piece
        for row in range(shown.pages.row_count())
        for paragraph in compose_row(shown, row)
        for piece in paragraph.pieces
    ]
    new = sorted(piece.span for piece in pieces if piece.side is Side.REWRITE)
    text = shown.pages.rewrite
    assert all(one.end <= other.start for one, other in pairwise(new))
    assert sum(span.length for span in new) == sum(
        text.paragraph_span(n).length for n in range(len(text))
    )


def test_pieces_hold_the_characters_they_say(sample: tuple[object, object]) -> None:
    request = [Source(path=str(path)).read().text for path in sample]
    shown = VisibleMarks(pair_of(*request), Filter())
    for row in range(shown.pages.row_count()):
        for paragraph in compose_row(shown, row):
            for piece in paragraph.pieces:
                there = paragraph.text[piece.at : piece.at + piece.span.length]
                assert there == piece.span.of(shown.pages.text(piece.side).text).replace("\n", " ")
