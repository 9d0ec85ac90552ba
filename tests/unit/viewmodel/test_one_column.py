from __future__ import annotations

from itertools import pairwise

import pytest

from facing_pages.core.model import Role, Side, Span
from facing_pages.marks.kinds import Weight
from facing_pages.session.pair import Source
from facing_pages.viewmodel.build_view import side_text, unaligned_rows
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.modes import MarkLevel
from facing_pages.viewmodel.one_column import (
    ComposedPiece,
    compose_row,
    rewrite_position,
)
from facing_pages.viewmodel.pair_view import ROLES, PairView
from facing_pages.viewmodel.table_columns import ParagraphColumn
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_pairs import made_document, made_pair
from tests.helpers.one_column import written_view
from tests.helpers.pair_views import pair_of


def written(original: str, rewrite: str, *, level: MarkLevel = MarkLevel.WORDS) -> list[str]:
    """Return the paragraphs of all rows of two pasted texts."""
    return written_view(pair_of(original, rewrite), Filter(level=level, weight=Weight.GRAMMAR))


@pytest.mark.parametrize(
    ("original", "rewrite", "wanted"),
    [
        (
            "The lamp was quiet when she came down to it.",
            "The lamp was silent when she came down to it.",
            "The lamp was [-quiet-] silent when she came down to it.",
        ),
        (
            "He went very slowly down the stairs, then he stopped.",
            "He went down the stairs, then he stopped.",
            "He went [-very slowly-] down the stairs, then he stopped.",
        ),
        (
            "The keeper of the lamp alone",
            "The keeper of the lamp",
            "The keeper of the lamp [-alone-]",
        ),
        (
            "It rained on the steps. Nobody came for a week. Then the boat returned to us.",
            "It rained on the steps. Then the boat returned to us.",
            "It rained on the steps. [-Nobody came for a week.-] Then the boat returned to us.",
        ),
        (
            "It rained on the granite steps of the tower all day. "
            "Nobody came to see her for a week.",
            "It rained on the granite steps of the tower all day.",
            "It rained on the granite steps of the tower all day. "
            "[-Nobody came to see her for a week.-]",
        ),
        (
            "The roads, each longer than the last, and each full of mud, led down to the sea.",
            "The roads, each full of mud, led down to the sea.",
            "The roads, [-each longer than the last, and-] each full of mud, led down to the sea.",
        ),
        (
            "I was quick to rise and greet Martin Hale as the owner of the old mill.",
            "I rose to greet Martin Hale.",
            "I [-was quick-] [-rise-] rose [-and-] to greet Martin Hale "
            "[-as the owner of the old mill-].",
        ),
        (
            "She washed the cups and sat down again. She was made to hear it all: "
            "at last he reached the end.",
            "She washed the cups, until at last he reached the end.",
            "She washed the cups [-and sat down again-] [-She was made to hear it all-], "
            "until at last he reached the end.",
        ),
        (
            "老人每天早上慢慢地走到海边,看着港口里的船。",
            "老人每天早上走到海边,看着港口里的船。",
            "老人每天早上[-慢慢地-]走到海边,看着港口里的船。",
        ),
        (
            "He said “Old men know best” and left.",
            "He said “Men know best” and left.",
            "He said “[-Old-] Men know best” and left.",
        ),
        (
            'He said "very old men know" (quite often).',
            'He said "men know" (often).',
            'He said "[-very old-] men know" ([-quite-] often).',
        ),
        (
            "Er sagte „sehr alte Leute“ und ging.",
            "Er sagte „Leute“ und ging.",
            "Er sagte „[-sehr alte-] Leute“ und ging.",
        ),
        (
            "Il a dit « oui mon ami » et part.",
            "Il a dit « mon ami » et part.",
            "Il a dit « [-oui-] mon ami » et part.",
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
    assert text == f"It rained on the steps all day. ⏎[-{old}-]⏎{new}"


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


def composed(original: str, rewrite: str, links: str, *words: str, paragraphs: str) -> list[str]:
    """Return the paragraphs of all rows; of `words` each is removed, or two of "a > b" replaced."""
    changes = [
        ("reworded", *word.split(" > ")) if " > " in word else ("removed", word, "")
        for word in words
    ]
    pair = made_pair(original, rewrite, links, paragraphs=paragraphs, changes=changes)
    return written_view(pair, Filter(weight=Weight.GRAMMAR))


def test_words_removed_from_a_split_paragraph_stand_in_the_part_they_are_missing_from() -> None:
    text = "It rained all night. It snowed deep snow."
    found = composed(
        text, "It rained.\n\nIt snowed.", "0=0 1=1", "all night", "deep snow", paragraphs="0=0+1"
    )
    assert found == ["It rained [-all night-].", "It snowed [-deep snow-]."]


def test_a_removed_sentence_stands_at_the_end_of_the_part_before_it() -> None:
    found = composed(
        "It rained. It froze. It snowed.",
        "It rained.\n\nIt snowed.",
        "0=0 1=- 2=1",
        "It froze.",
        paragraphs="0=0+1",
    )
    assert found == ["It rained. [-It froze.-]", "It snowed."]


def test_a_word_removed_from_the_start_of_a_sentence_stands_before_its_rest() -> None:
    found = composed(
        "It rained.\n\nThen it snowed.\n\nLater it froze.",
        "It rained.\n\nIt snowed.\n\nIt froze.",
        "0=0 1=1 2=2",
        "Then",
        "Later",
        paragraphs="0+1+2=0+1+2",
    )
    assert found == ["It rained.", "[-Then-] It snowed.", "[-Later-] It froze."]


def test_words_of_all_paragraphs_that_were_merged_are_set_in() -> None:
    found = composed(
        "It rained hard.\n\nIt snowed deep.",
        "It rained. It snowed.",
        "0=0 1=1",
        "hard",
        "deep",
        paragraphs="0+1=0",
    )
    assert found == ["It rained [-hard-]. It snowed [-deep-]."]


def test_what_is_removed_across_a_paragraph_end_is_one_line() -> None:
    found = composed(
        "It rained hard.\n\nVery hard it snowed.",
        "It rained. It snowed.",
        "0=0 1=1",
        "hard.\n\nVery hard",
        paragraphs="0+1=0",
    )
    assert "[-hard.  Very hard-]" in found[0]


def test_both_halves_of_a_move_are_read_where_they_stand() -> None:
    found = composed(
        "She slept well.\n\nIt rained.",
        "It rained.\n\nShe slept late.",
        "0~1 1=0",
        "well > late",
        paragraphs="0~1 1=0",
    )
    assert found == ["She slept well.", "It rained.", "She slept [-well-] late."]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("It rained hard.", "We all slept.", "[-It rained hard.-] We all slept."),
        ("It rained very hard.", "We all slept.", "[-It rained very hard.-]⏎We all slept."),
    ],
)
def test_more_than_three_old_words_stand_on_a_line_of_their_own(
    old: str, new: str, wanted: str
) -> None:
    assert composed(old, new, "0=0", f"{old} > {new}", paragraphs="0=0") == [wanted]


def test_old_words_on_their_own_line_end_the_line_before() -> None:
    old, new = "It rained very hard.", "We all slept."
    found = composed(
        f"So be it. {old}", f"So be it. {new}", "0=0 1=1", f"{old} > {new}", paragraphs="0=0"
    )
    assert found == [f"So be it. ⏎[-{old}-]⏎{new}"]


@pytest.mark.parametrize(
    ("original", "rewrite", "removed", "wanted"),
    [
        ("老人often走到海边。", "老人走到海边。", "often", "老人[-often-]走到海边。"),
        ("A “big” boat.", "A “small” boat.", "big > small", "A “[-big-] small” boat."),
        ("She left (at last).", "She left (at).", "last", "She left (at [-last-])."),
    ],
)
def test_spaces_are_set_between_words_only(
    original: str, rewrite: str, removed: str, wanted: str
) -> None:
    assert composed(original, rewrite, "0=0", removed, paragraphs="0=0") == [wanted]


def test_old_words_inside_others_are_set_in_once() -> None:
    found = composed(
        "It was very quiet there.",
        "It was silent there.",
        "0=0",
        "very quiet > silent",
        "quiet",
        paragraphs="0=0",
    )
    assert found == ["It was [-very quiet-] silent there."]


@pytest.mark.parametrize("kind", ["typography", "reordered"])
def test_the_same_words_are_not_set_in(kind: str) -> None:
    pair = made_pair(
        "It rained and froze.",
        "It froze and rained.",
        "0=0",
        changes=[(kind, "rained and froze", "froze and rained")],
    )
    assert written_view(pair, Filter(weight=Weight.PUNCTUATION)) == ["It froze and rained."]


def test_a_row_without_a_rewrite_is_the_original_as_it_is() -> None:
    found = composed("It rained.", "", "0=-", "It rained.", paragraphs="0=-")
    assert found == ["It rained."]


def test_a_paragraph_keeps_its_role_and_pieces_say_where_its_characters_are_from() -> None:
    pair = made_pair("It rained hard.", "It rained.", "0=0", changes=[("removed", "hard", "")])
    pair.rewrite.paragraphs[0, [ParagraphColumn.ROLE, ParagraphColumn.LEVEL]] = (
        ROLES.index(Role.QUOTE),
        2,
    )
    (paragraph,) = compose_row(VisibleMarks(pair, Filter()), 0)
    assert (paragraph.role, paragraph.level) == (Role.QUOTE, 2)
    assert paragraph.pieces == (
        ComposedPiece(0, Side.REWRITE, Span(0, 9)),
        ComposedPiece(10, Side.ORIGINAL, Span(10, 14), is_struck=True),
        ComposedPiece(14, Side.REWRITE, Span(9, 10)),
    )


@pytest.mark.parametrize(("word", "position"), [("It", 0), ("all", 9), ("on", 9), ("us", 12)])
def test_a_place_of_the_original_is_behind_the_kept_words_before_it(
    word: str, position: int
) -> None:
    text = "It rained all night on us."
    pair = made_pair(text, "It rained on us.", "0=0", changes=[("removed", "all night", "")])
    shown = VisibleMarks(pair, Filter())
    assert rewrite_position(shown, 0, text.index(word)) == position


def test_a_place_behind_replaced_words_is_behind_the_new_ones() -> None:
    old, new = "It rained hard on us.", "It poured on us."
    pair = made_pair(old, new, "0=0", changes=[("reworded", "rained hard", "poured")])
    end = old.index(" on")
    assert rewrite_position(VisibleMarks(pair, Filter()), 0, end) == new.index(" on")


def test_a_row_without_a_rewrite_has_no_place_in_it() -> None:
    pair = made_pair("It rained.\n\nIt snowed.", "It rained.", "0=0 1=-", paragraphs="0=0 1=-")
    assert rewrite_position(VisibleMarks(pair, Filter()), 1, 15) == 0


def test_before_the_pair_is_aligned_the_rewrite_is_read_as_it_is() -> None:
    documents = [made_document(text) for text in ("It rained hard.", "It rained.")]
    pages = PairView(*map(side_text, documents), unaligned_rows(*documents))
    assert written_view(pages, Filter()) == ["It rained."]
