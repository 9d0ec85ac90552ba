"""From a link with its words to changes in spans of text."""

from __future__ import annotations

import pytest

from facing_pages import compare
from facing_pages.core.alignment.words.link_words import side_words
from facing_pages.core.both import Both
from facing_pages.core.changes.derive import link_details, sentence_changes
from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.model import (
    Change,
    ChangeKind,
    Document,
    Link,
    LinkKind,
    LinkReason,
    Paragraph,
    Sentence,
    Side,
    Span,
    WordLink,
)
from facing_pages.core.options import Options
from tests.helpers.word_changes import LIGHT

ENGLISH = Both(language_by_code("en"), language_by_code("en"))
NEVER_WHOLE = Options(reworded_whole_above=1.0)


def document(*sentences: str) -> Document:
    """Return a document of one paragraph with a space between its sentences."""
    text = " ".join(sentences)
    spans: list[Sentence] = []
    start = 0
    for sentence in sentences:
        spans.append(Sentence(Span(start, start + len(sentence)), 0))
        start += len(sentence) + 1
    return Document("text", text, (Paragraph(Span(0, len(text))),), tuple(spans))


def linked(
    original: Document,
    rewrite: Document,
    answers: dict[str, tuple[str, LinkReason, float]] | None = None,
) -> Link:
    """Return the link of all sentences; words that both have once are equal."""
    numbers = (tuple(range(len(d.sentences))) for d in (original, rewrite))
    link = Link(*numbers, LinkKind.REWORDED)
    spans = [
        side_words(d, link, side).spans for d, side in zip((original, rewrite), Side, strict=True)
    ]
    one, other = (
        {span.of(d.text): span for span in side}
        for d, side in zip((original, rewrite), spans, strict=True)
    )
    words = [WordLink(span, other[word]) for word, span in one.items() if word in other]
    for word, (answer, reason, confidence) in (answers or {}).items():
        words.append(WordLink(one[word], other[answer], reason, confidence))
    return Link(link.original, link.rewrite, link.kind, words=tuple(sorted(words)))


def changes(
    original: Document,
    rewrite: Document,
    answers: dict[str, tuple[str, LinkReason, float]] | None = None,
    options: Options = NEVER_WHOLE,
) -> list[Change]:
    link = linked(original, rewrite, answers)
    sides = (side_words(original, link, Side.ORIGINAL), side_words(rewrite, link, Side.REWRITE))
    _, found = link_details(
        5,
        link,
        (original, rewrite),
        sides,
        function_words=LIGHT,
        languages=ENGLISH,
        options=options,
    )
    return found


def shown(found: list[Change], original: Document, rewrite: Document) -> list[tuple[str, str, str]]:
    return [
        (
            change.kind.value,
            change.original.of(original.text) if change.original else "",
            change.rewrite.of(rewrite.text) if change.rewrite else "",
        )
        for change in found
    ]


# --- links without their words ---------------------------------------------------------------

TWO = (document("Snow lay.", "The lamp burned."), document("Ice lay.", "The light burned."))


@pytest.mark.parametrize(
    ("link", "wanted"),
    [
        (Link((0,), (0,), LinkKind.SAME), []),
        (
            Link((1,), (1,), LinkKind.REWORDED),
            [("reworded", "The lamp burned.", "The light burned.")],
        ),
        (Link((0, 1), (1,), LinkKind.REWORDED), [("reworded", TWO[0].text, "The light burned.")]),
        (Link((1,), (), LinkKind.REMOVED), [("removed", "The lamp burned.", "")]),
        (Link((), (0,), LinkKind.ADDED), [("added", "", "Ice lay.")]),
    ],
)
def test_a_link_without_words_is_one_change(link: Link, wanted: list[tuple[str, str, str]]) -> None:
    found = sentence_changes(5, link, *TWO)
    assert shown(found, *TWO) == wanted
    assert {change.link for change in found} <= {5}


@pytest.mark.parametrize("link", [Link((1,), (), LinkKind.REMOVED), Link((), (0,), LinkKind.ADDED)])
def test_a_link_with_an_empty_side_is_one_change_of_its_sentences(link: Link) -> None:
    sides = (side_words(TWO[0], link, Side.ORIGINAL), side_words(TWO[1], link, Side.REWRITE))
    _, found = link_details(
        5,
        link,
        TWO,
        sides,
        function_words=LIGHT,
        languages=ENGLISH,
        options=NEVER_WHOLE,
    )
    assert found == sentence_changes(5, link, *TWO)
    assert len(found) == 1


# --- links with their words ------------------------------------------------------------------


def test_changes_cover_their_words_from_the_first_to_the_last() -> None:
    sides = (
        document("Keepers lit the old lamp there."),
        document("Keepers lit the new light there."),
    )
    found = changes(*sides)
    assert shown(found, *sides) == [("reworded", "old lamp", "new light")]
    assert found[0].link == 5


def test_the_same_words_have_no_change() -> None:
    sides = document("Keepers lit the lamp."), document("Keepers lit the lamp.")
    assert changes(*sides) == []


def test_changes_of_several_sentences_stand_in_order() -> None:
    sides = (
        document("Snow lay there!", "Keepers lit lamps."),
        document("Ice lay there!", "Keepers lit candles today."),
    )
    assert shown(changes(*sides), *sides) == [
        ("reworded", "Snow", "Ice"),
        ("reworded", "lamps", "candles today"),
    ]


def test_a_mostly_rewritten_link_is_reworded_whole() -> None:
    sides = document("Keepers lit lamps early"), document("Boats lit candles late")
    found = changes(*sides, options=Options(reworded_whole_above=0.5))
    assert shown(found, *sides) == [("reworded", sides[0].text, sides[1].text)]


def test_figures_of_a_link_reworded_as_a_whole_are_changes_inside_it() -> None:
    sides = document("Keepers lit 40 old lamps"), document("Boats saw 60 new candles")
    answers = {"lamps": ("candles", LinkReason.SYNONYM, 0.5)}
    found = changes(*sides, answers, Options(reworded_whole_above=0.5))
    assert shown(found, *sides) == [
        ("reworded", sides[0].text, sides[1].text),
        ("reworded", "40", "60"),
    ]
    assert [change.is_inside for change in found] == [False, True]


def test_the_whole_comes_before_what_is_inside_it_at_the_same_place() -> None:
    sides = document("40 keepers lit lamps"), document("60 boats saw candles")
    answers = {"lamps": ("candles", LinkReason.SYNONYM, 0.5)}
    found = changes(*sides, answers, Options(reworded_whole_above=0.5))
    assert shown(found, *sides) == [
        ("reworded", sides[0].text, sides[1].text),
        ("reworded", "40", "60"),
    ]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Keepers lit 40 lamps.", "Boats saw 60 candles."),  # all but the full stop
        ("Keepers lit 40 lamps", "Keepers saw 60 lamps"),
        ("Keepers lit 40 lamps", "Keepers lit 40 lamps in 60 boats"),
    ],
)
def test_nothing_is_inside_a_change_that_is_not_the_whole(original: str, rewrite: str) -> None:
    found = changes(document(original), document(rewrite))
    assert found
    assert not any(change.is_inside for change in found)


# --- why the sides of a change belong together -----------------------------------------------


def test_a_change_without_links_has_no_reason() -> None:
    sides = document("Keepers lit the old lamp."), document("Keepers lit the lamp.")
    (change,) = changes(*sides)
    assert (change.reason, change.confidence) == (None, None)


def test_the_reason_of_most_links_is_that_of_the_change() -> None:
    sides = document("Keepers lit red boats today."), document("Keepers lit crimson vessels today.")
    found = changes(
        *sides,
        {
            "red": ("crimson", LinkReason.SYNONYM, 0.5),
            "boats": ("vessels", LinkReason.SYNONYM, 0.75),
        },
    )
    assert [(c.reason, c.confidence) for c in found] == [(LinkReason.SYNONYM, 0.625)]


def test_among_as_many_the_reason_with_the_later_name_is_taken() -> None:
    sides = document("Keepers lit red boats today."), document("Keepers lit crimson vessels today.")
    found = changes(
        *sides,
        {
            "red": ("crimson", LinkReason.SYNONYM, 0.5),
            "boats": ("vessels", LinkReason.MEANING, 0.75),
        },
    )
    assert [c.reason for c in found] == [
        max(LinkReason.SYNONYM, LinkReason.MEANING, key=lambda r: r.value)
    ]


def test_equal_words_are_a_reason_only_where_there_is_no_other() -> None:
    sides = document("It was slow of boats."), document("It was fast of ships.")
    found = changes(
        *sides,
        {"slow": ("fast", LinkReason.MEANING, 0.5), "boats": ("ships", LinkReason.MEANING, 0.75)},
    )
    (change,) = found
    assert change.reason is LinkReason.MEANING
    assert change.confidence == pytest.approx((0.5 + 1.0 + 0.75) / 3)


def test_words_of_another_case_are_equal() -> None:
    sides = document("Keepers lit Lamps."), document("Keepers lit lamps.")
    (change,) = changes(*sides, {"Lamps": ("lamps", LinkReason.EQUAL, 0.75)})
    assert (change.kind, change.reason) == (ChangeKind.TYPOGRAPHY, LinkReason.EQUAL)
    assert change.confidence == 0.75


# --- spaces ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("original", "rewrite", "gap"),
    [("lamps .", "lamps.", (" ", "")), ("lamps.", "lamps .", ("", " "))],
)
def test_a_space_on_one_side_only_is_typography(
    original: str, rewrite: str, gap: tuple[str, str]
) -> None:
    sides = document(f"Keepers lit {original}"), document(f"Keepers lit {rewrite}")
    found = changes(*sides)
    assert shown(found, *sides) == [("typography", *gap)]
    assert found[0].link == 5


def test_spaces_stand_in_order_among_the_other_changes() -> None:
    sides = document("Old keepers lit (lamps) today."), document("New keepers lit ( lamps) now.")
    assert [kind for kind, _, _ in shown(changes(*sides), *sides)] == [
        "reworded",
        "typography",
        "reworded",
    ]


def test_a_space_comes_behind_the_change_of_the_word_before_it() -> None:
    sides = document("Keepers lit lamps."), document("Keepers lit candles .")
    found = changes(*sides, {"lamps": ("candles", LinkReason.SYNONYM, 0.5)})
    assert shown(found, *sides) == [("reworded", "lamps", "candles"), ("typography", "", " ")]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Keepers lit  lamps.", "Keepers lit lamps."),  # more space is no other space
        ("Keepers lit lamps \n.", "Keepers lit lamps."),  # a new line
        ("Keepers lit lamps.", "Keepers lit lamps \n."),
    ],
)
def test_other_spaces_are_no_change(original: str, rewrite: str) -> None:
    assert changes(document(original), document(rewrite)) == []


def test_a_space_between_words_that_do_not_follow_one_another_is_none() -> None:
    sides = document("Keepers lit lamps."), document("Keepers lit lamps there .")
    assert shown(changes(*sides), *sides) == [("added", "", "there")]


def test_words_of_different_cells_are_never_one_change() -> None:
    one = "| Paris | 12 May | rain in the morning |"
    two = "| Lyon | 14 June | snow in the evening |"
    comparison = compare(one, two)
    spans = [change.original for change in comparison.changes if change.original]
    assert len(spans) >= 3
    assert not any("|" in span.of(one) for span in spans)
