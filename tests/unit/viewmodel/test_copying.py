from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from facing_pages import compare
from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import MarkStyle, ViewKind
from facing_pages.viewmodel.copying import both_texts, clean_text, counterpart, marked_html
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_pairs import made_pair
from tests.helpers.one_column import view_of

ORIGINAL = (
    "The lamp was quiet when she came. Nobody had told her about the storm.\n\n"
    "The keeper sold his telescope to a dentist.\n\n"
    "Four goats were eating the hedge behind the church."
)
REWRITE = (
    "The lamp was silent when she came. Nobody had told her about the storm. Then it snowed.\n\n"
    "Four goats were eating the hedge behind the church."
)
COLORS = dict.fromkeys(MarkStyle, ("#ffeecc", "#aa0000"))


@cache
def pages() -> PairView:
    return view_of(compare(ORIGINAL, REWRITE))


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_clean_text_has_a_line_for_each_paragraph_and_no_empty_one() -> None:
    text = pages().original
    end = ORIGINAL.index("\n\n")
    assert clean_text(text, Span(end - 6, end + 12)) == "storm.\nThe keeper"
    assert clean_text(text, Span(end, end + 2)) == ""
    assert clean_text(text, Span(5, 5)) == ""


def test_the_counterpart_is_all_that_is_linked_with_the_sentences_touched() -> None:
    touched = Span(ORIGINAL.index("came"), ORIGINAL.index("Nobody") + 1)
    found = counterpart(pages(), Side.ORIGINAL, touched)
    assert found is not None
    assert found.of(REWRITE) == REWRITE[: REWRITE.index(" Then it snowed")]
    first = counterpart(pages(), Side.ORIGINAL, span_of(ORIGINAL, "quiet"))
    assert first is not None
    assert first.of(REWRITE) == "The lamp was silent when she came."


def test_a_sentence_without_a_counterpart_has_none() -> None:
    assert counterpart(pages(), Side.ORIGINAL, span_of(ORIGINAL, "telescope")) is None


def test_both_texts_are_named_by_their_sides() -> None:
    words = span_of(REWRITE, "The lamp was silent")
    said = both_texts(pages(), Side.REWRITE, words).split("\n")
    assert [line for line in said if line][1::2] == [
        "The lamp was quiet when she came.",
        "The lamp was silent",
    ]
    alone = both_texts(pages(), Side.ORIGINAL, span_of(ORIGINAL, "telescope"))
    assert alone.endswith("—\n")


def test_marks_are_elements_and_what_is_between_is_escaped() -> None:
    shown = VisibleMarks(pages(), Filter())
    html = marked_html(shown, Side.REWRITE, span_of(REWRITE, "was silent when"), COLORS)
    assert html.startswith("<p>was <span style=")
    assert html.endswith(">silent</span> when</p>")
    assert "background-color: #ffeecc" in html
    added = marked_html(shown, Side.REWRITE, span_of(REWRITE, "Then it"), COLORS)
    assert "<ins " in added


def test_a_mark_is_cut_at_the_ends_of_what_is_copied() -> None:
    shown = VisibleMarks(pages(), Filter())
    html = marked_html(shown, Side.REWRITE, span_of(REWRITE, "lent"), COLORS)
    assert html.endswith(">lent</span></p>")


def test_before_the_pair_is_aligned_nothing_faces_a_part() -> None:
    unaligned = replace(pages(), is_aligned=False)
    assert counterpart(unaligned, Side.ORIGINAL, Span(0, 5)) is None


def test_clean_text_goes_up_to_the_last_character_and_no_further() -> None:
    text = pages().original
    second = ORIGINAL.index("The keeper")
    assert clean_text(text, Span(second - 3, second + 1)) == ".\nT"
    assert clean_text(text, Span(len(ORIGINAL) - 7, len(ORIGINAL))) == "church."


def test_a_side_without_text_gives_none() -> None:
    empty = made_pair("It rained.", "", "0=-", paragraphs="0=-")
    assert clean_text(empty.rewrite, Span(0, 1)) == ""


def html_of(original: str, rewrite: str, links: str, changes: list[tuple[str, str, str]]) -> str:
    """Return the whole original as a web page, with words for its styles."""
    pair = made_pair(original, rewrite, links, changes=changes)
    colors = {style: ("", style.name) for style in MarkStyle}
    shown = VisibleMarks(pair, Filter(frozenset(ViewKind)))
    html = marked_html(shown, Side.ORIGINAL, Span(0, len(original)), colors)
    return re.sub(r' style="text-decoration: underline (\S+) (\w+)"', r" \1 \2", html)


def test_a_moved_sentence_is_plain_but_for_the_changes_in_it() -> None:
    html = html_of(
        "It rained. It snowed.",
        "It thawed. It rained.",
        "0=1 1~0",
        [("reworded", "snowed", "thawed")],
    )
    assert html == "<p>It rained. It <span dotted REWORDED>snowed</span>.</p>"


def test_a_mark_inside_another_is_not_written() -> None:
    html = html_of(
        "It was very quiet.",
        "It was silent.",
        "0=0",
        [("reworded", "very quiet", "silent"), ("removed", "quiet", "")],
    )
    assert html == "<p>It was <span dotted REWORDED>very quiet</span>.</p>"


def test_what_is_left_of_a_mark_that_overlaps_another_is_written_behind_it() -> None:
    html = html_of(
        "It was very quiet.",
        "It was silent.",
        "0=0",
        [("reworded", "very quiet", "silent"), ("removed", "quiet.", "")],
    )
    assert html == (
        "<p>It was <span dotted REWORDED>very quiet</span><del dashed REMOVED>.</del></p>"
    )


def test_text_is_written_so_that_a_browser_shows_it_as_it_is() -> None:
    html = html_of("A < B & <b>C</b>.", "A < B.", "0=0", [("removed", "& <b>", "")])
    assert html == "<p>A &lt; B <del dashed REMOVED>&amp; &lt;b&gt;</del>C&lt;/b&gt;.</p>"
