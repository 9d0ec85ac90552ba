from __future__ import annotations

from collections.abc import Sequence

import pytest

from facing_pages import compare
from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.moved_phrases import (
    MAX_MOVES_OF_PHRASE,
    MAX_PHRASES_OF_WORD,
    MAX_UNANSWERED_WORDS,
    MIN_ANSWERED_SHARE,
    MIN_NAME_LETTERS,
    MIN_PHRASE_CONTENT,
    MIN_PHRASE_WORDS,
    is_moved_phrase,
    with_moved_phrases,
)
from facing_pages.core.changes.swaps import MAX_SWAP_WORDS
from facing_pages.core.model import (
    Change,
    ChangeKind,
    Comparison,
    Document,
    Link,
    LinkKind,
    LinkReason,
    Paragraph,
    Sentence,
    Span,
)
from facing_pages.core.progress import Progress
from facing_pages.core.reading.files import from_text
from tests.helpers.word_changes import LIGHT, VisibleMarks

# --- each rule at its limits, with equal words linked by hand ---------------------------------


class EqualWords:
    """Links equal words of two runs, each once, in their order."""

    function_words = LIGHT
    language = "en"

    def __init__(self, answers: dict[str, tuple[str, LinkReason]] | None = None) -> None:
        self.answers = answers or {}
        self.calls = 0

    def content_places(self, words: Sequence[str]) -> frozenset[int]:
        return frozenset(k for k, word in enumerate(words) if self.is_content(word))

    def keys_of_content(self, words: Sequence[str]) -> frozenset[str]:
        return frozenset(word for word in words if self.is_content(word))

    def is_content(self, word: str) -> bool:
        return word.isalnum() and word not in LIGHT

    def links(
        self, original: Sequence[str], rewrite: Sequence[str], progress: Progress
    ) -> tuple[FoundLink, ...]:
        self.calls += 1
        found = []
        for i, word in enumerate(original):
            answer, reason = self.answers.get(word, (word, LinkReason.EQUAL))
            if answer in rewrite:
                found.append(FoundLink(i, list(rewrite).index(answer), reason, 0.5))
        return tuple(found)


def phrases(
    original: str,
    rewrite: str,
    removed: Sequence[str],
    added: Sequence[str],
    *,
    links: tuple[int, int] = (0, 1),
    aligner: EqualWords | None = None,
) -> list[VisibleMarks]:
    """Return the changes of two texts in which these phrases were removed and added.

    Those of the original belong to the first link, those of the rewrite to the second.
    """
    documents = (from_text(original, name="text"), from_text(rewrite, name="text"))
    changes = [
        Change(ChangeKind.REMOVED, at(original, part), None, links[0]) for part in removed
    ] + [Change(ChangeKind.ADDED, None, at(rewrite, part), links[1]) for part in added]
    found = with_moved_phrases(changes, documents, aligner or EqualWords())
    return [
        (
            change.kind.value,
            change.original.of(original) if change.original else "",
            change.rewrite.of(rewrite) if change.rewrite else "",
        )
        for change in found
    ]


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def one_phrase(removed: str, added: str, **more: object) -> list[VisibleMarks]:
    """Return what a removed and an added phrase become; they stand in other sentences."""
    original, rewrite = f"it was here {removed} and so on", f"and so it was {added} in the end"
    return phrases(original, rewrite, [removed], [added], **more)


def test_a_phrase_with_enough_words_and_content_moved() -> None:
    phrase = "wind of rain snow"
    assert len(phrase.split()) == MIN_PHRASE_WORDS
    assert len(set(phrase.split()) - LIGHT) == MIN_PHRASE_CONTENT
    assert one_phrase(phrase, phrase) == [("reordered", phrase, phrase)]


@pytest.mark.parametrize("phrase", ["wind rain snow", "wind of the rain", "wind of rain the"])
def test_a_shorter_phrase_did_not_move(phrase: str) -> None:
    assert one_phrase(phrase, phrase) == [("removed", phrase, ""), ("added", "", phrase)]


def test_phrases_that_stayed_are_not_linked_again_after_others_moved() -> None:
    moved = "seven brass lamps burned"
    stayed = ("cold rain beat down", "cold dogs beat rain")
    aligner = EqualWords()
    found = phrases(
        f"They {moved} and {stayed[0]}.",
        f"There {stayed[1]} and {moved} again.",
        [moved, stayed[0]],
        [stayed[1], moved],
        aligner=aligner,
    )
    assert ("reordered", moved, moved) in found
    assert ("removed", stayed[0], "") in found
    assert aligner.calls == 2


def test_inside_a_sentence_phrases_move_too() -> None:
    for phrase in ("wind of rain snow", "the year 1938"):
        assert one_phrase(phrase, phrase, links=(1, 1)) == [("reordered", phrase, phrase)]


def test_what_stands_around_a_moved_phrase_stays_removed_or_added() -> None:
    phrase = "wind of rain snow"
    found = one_phrase(f"hail fog frost ice {phrase} ,", f"( {phrase} tide surf foam")
    assert found == [
        ("removed", "hail fog frost ice", ""),
        ("typography", ",", ""),
        ("reordered", phrase, phrase),
        ("typography", "", "("),
        ("added", "", "tide surf foam"),
    ]


@pytest.mark.parametrize("extra", [0, 1])
def test_a_phrase_may_have_a_few_words_between(extra: int) -> None:
    gap = " ".join("of the a in".split()[: MAX_UNANSWERED_WORDS + extra])
    removed, added = f"wind rain {gap} snow hail", "wind rain snow hail"
    assert (one_phrase(removed, added) == [("reordered", removed, added)]) is (extra == 0)
    assert (one_phrase(added, removed) == [("reordered", added, removed)]) is (extra == 0)


def test_most_content_words_must_answer_one_another() -> None:
    """Three of five content words answer, which is the share it takes; of six, too few."""
    assert MIN_ANSWERED_SHARE == 3 / 5
    added = "wind rain of snow"
    assert one_phrase("wind fog hail rain of snow", added)[0][0] == "reordered"
    assert one_phrase("wind fog hail rain of ice snow", added)[0][0] == "removed"
    assert one_phrase(added, "wind fog hail rain of ice snow")[0][0] == "removed"


def test_the_part_with_most_content_moved_first_and_the_others_too() -> None:
    gap = "fog hail frost ice tide"
    removed = f"wind rain of snow {gap} lamp boat of sea keeper"
    added = "wind rain of snow lamp boat of sea keeper".replace("snow lamp", f"snow {gap} lamp")
    added = added.replace(gap, "reef rock sand mud clay")
    found = one_phrase(removed, added)
    assert found == [
        ("removed", gap, ""),
        ("reordered", "wind rain of snow", "wind rain of snow"),
        ("reordered", "lamp boat of sea keeper", "lamp boat of sea keeper"),
        ("added", "", "reef rock sand mud clay"),
    ]


@pytest.mark.parametrize("extra", [0, 1])
def test_a_run_has_parts_that_moved_up_to_a_number(extra: int) -> None:
    count = MAX_MOVES_OF_PHRASE + extra
    parts = [f"wind{n} rain{n} of snow{n}" for n in range(count)]
    removed = " fog hail ice tide ".join(parts)
    original, rewrite = f"here {removed} end", " end ".join(parts)
    found = phrases(original, rewrite, [removed], parts)
    assert sum(kind == "reordered" for kind, *_ in found) == MAX_MOVES_OF_PHRASE


def test_what_is_left_of_a_run_has_no_marks_at_its_ends() -> None:
    phrase = "wind of rain snow"
    found = one_phrase(f"{phrase} , hail fog", f"{phrase} .")
    assert found == [
        ("typography", ",", ""),
        ("removed", "hail fog", ""),
        ("reordered", phrase, phrase),
        ("typography", "", "."),
    ]


def test_links_that_only_the_place_speaks_for_do_not_count() -> None:
    place = {"snow": ("hail", LinkReason.POSITION)}
    meaning = {"snow": ("hail", LinkReason.MEANING)}
    sides = ("wind of rain snow", "wind of rain hail")
    shared = ("wind of rain snow frost", "wind of rain hail frost")
    assert len(one_phrase(*sides, aligner=EqualWords(place))) == 2
    assert one_phrase(*shared, aligner=EqualWords(meaning)) == [
        ("reordered", "wind of rain", "wind of rain"),
        ("reworded", "snow", "hail"),
        ("reordered", "frost", "frost"),
    ]


def test_the_confidence_is_the_mean_of_the_links() -> None:
    phrase = "wind of rain snow"
    original, rewrite = f"it was here {phrase}", f"so {phrase}"
    documents = (from_text(original, name="text"), from_text(rewrite, name="text"))
    changes = [
        Change(ChangeKind.REMOVED, at(original, phrase), None, 3),
        Change(ChangeKind.ADDED, None, at(rewrite, phrase), 4),
    ]
    (found,) = with_moved_phrases(changes, documents, EqualWords())
    assert (found.link, found.reason, found.confidence) == (3, LinkReason.EQUAL, 0.5)


def test_a_phrase_moves_to_the_place_that_shares_most() -> None:
    phrase, shorter = "wind of rain snow hail", "wind of rain snow"
    found = phrases(
        f"it was here {phrase} and",
        f"so {shorter} it was . and {phrase} in",
        [phrase],
        [shorter, phrase],
    )
    assert found == [("reordered", phrase, phrase), ("added", "", shorter)]


def test_each_phrase_moves_once() -> None:
    phrase = "wind of rain snow"
    original = f"so {phrase} it was . then {phrase.replace('of', 'the')} again"
    rewrite = f"and {phrase} in the end"
    found = phrases(original, rewrite, [phrase, "wind the rain snow"], [phrase])
    assert [kind for kind, _, _ in found].count("reordered") == 1
    assert [kind for kind, _, _ in found].count("removed") == 1


def test_words_that_many_runs_share_lead_nowhere() -> None:
    phrase = "wind of rain snow"
    for count in (MAX_PHRASES_OF_WORD, MAX_PHRASES_OF_WORD + 1):
        parts = [f"{phrase} x{number}x" for number in range(count)]
        rewrite = " . ".join(f"so {part}" for part in parts)
        aligner = EqualWords()
        phrases(f"here {phrase} then", rewrite, [phrase], parts, aligner=aligner)
        assert (aligner.calls > 0) is (count == MAX_PHRASES_OF_WORD)


def test_other_changes_stay_as_they_are() -> None:
    documents = (from_text("wind of rain", name="text"), from_text("wind of snow", name="text"))
    reworded = Change(ChangeKind.REWORDED, Span(8, 12), Span(8, 12), 0)
    assert with_moved_phrases([reworded], documents, EqualWords()) == [reworded]
    assert with_moved_phrases([], documents, EqualWords()) == []


@pytest.mark.parametrize("letters", [MIN_NAME_LETTERS, MIN_NAME_LETTERS - 1])
def test_a_name_needs_some_letters(letters: int) -> None:
    name = "Halesworth"[:letters]
    found = one_phrase(f"in {name}", f"in {name}")
    assert (found == [("reordered", f"in {name}", f"in {name}")]) is (letters == MIN_NAME_LETTERS)


@pytest.mark.parametrize(
    ("removed", "added", "moves"),
    [
        ("in Edinburgh", "in Edinburgh", True),
        ("in edinburgh", "in edinburgh", False),
        ("in 1938", "in 1938", True),
        ("of Tintern Abbey", "of Tintern Abbey", True),
        ("in Tintern Abbey", "in Abbey", False),  # a part of a name
        ("in Abbey", "in Tintern Abbey", False),
        ("in Abbey Road", "in Abbey", False),
    ],
)
def test_a_whole_name_is_enough(removed: str, added: str, moves: bool) -> None:
    found = one_phrase(removed, added)
    assert ("reordered" in [kind for kind, _, _ in found]) is moves


@pytest.mark.parametrize(
    ("before", "is_name"),
    [
        ("was", True),
        ("was ,", True),
        ("was )", True),
        ("was .", False),
        ("was :", False),
        ("was “", False),
    ],
)
def test_a_capital_makes_a_name_where_no_sentence_begins(before: str, is_name: bool) -> None:
    original, rewrite = f"it {before} Edinburgh and", f"so it {before} Edinburgh in"
    found = phrases(original, rewrite, ["Edinburgh"], ["Edinburgh"])
    assert ([kind for kind, _, _ in found] == ["reordered"]) is is_name


def test_a_name_at_the_start_of_a_text_is_none() -> None:
    found = phrases("Edinburgh was", "it was in Edinburgh", ["Edinburgh"], ["Edinburgh"])
    assert [kind for kind, _, _ in found] == ["removed", "added"]


# --- which changes are moved phrases ----------------------------------------------------------


def test_a_moved_phrase_stands_in_another_sentence_than_its_link() -> None:
    rewrite = document_of("So it was.", "Then they left.")
    links = [
        Link((0,), (0,), LinkKind.REWORDED),
        Link((1,), (), LinkKind.REMOVED),
        Link((2,), (1,), LinkKind.REWORDED),
    ]

    def is_moved(kind: ChangeKind, start: int | None, link: int) -> bool:
        place = None if start is None else Span(start, start + 2)
        return is_moved_phrase(Change(kind, Span(0, 2), place, link), links, rewrite)

    assert not is_moved(ChangeKind.REORDERED, 0, 0)
    assert not is_moved(ChangeKind.REORDERED, 9, 0)
    assert is_moved(ChangeKind.REORDERED, 10, 0)
    assert is_moved(ChangeKind.REORDERED, 0, 2)
    assert not is_moved(ChangeKind.REORDERED, 11, 2)
    assert is_moved(ChangeKind.REORDERED, 0, 1)
    assert not is_moved(ChangeKind.REWORDED, 0, 2)
    assert not is_moved(ChangeKind.REORDERED, None, 2)


@pytest.mark.parametrize(("words", "has_moved"), [(MAX_SWAP_WORDS, False), (10, True)])
def test_words_that_stand_elsewhere_in_their_sentence_moved_if_they_are_too_many_for_a_swap(
    words: int, has_moved: bool
) -> None:
    sentence = "one two three four five six seven eight nine ten eleven."
    rewrite = document_of(sentence)
    end = sentence.index(sentence.split()[words - 1]) + len(sentence.split()[words - 1])
    change = Change(ChangeKind.REORDERED, Span(20, 30), Span(0, end), 0)
    assert is_moved_phrase(change, [Link((0,), (0,), LinkKind.REWORDED)], rewrite) is has_moved


def document_of(*sentences: str) -> Document:
    """Return a document of one paragraph with a space between its sentences."""
    text = " ".join(sentences)
    ends = [len(" ".join(sentences[: k + 1])) for k in range(len(sentences))]
    spans = [Sentence(Span(end - len(s), end), 0) for s, end in zip(sentences, ends, strict=True)]
    return Document("text", text, (Paragraph(Span(0, len(text))),), tuple(spans))


# --- whole texts ----------------------------------------------------------------------------

ORIGINAL = (
    "The tower stands on the reef, where nine vessels were lost in a single decade.\n\n"
    "A company of shipowners chose granite from the quarry at Hale.\n\n"
    "The harbour council pays for the repairs and for the lamp."
)
REWRITE = (
    "The tower stands on the reef.\n\n"
    "A company of shipowners chose granite from the quarry at Hale.\n\n"
    "The harbour council, where nine vessels were lost in a single decade, pays for the repairs "
    "and for the lamp."
)
PHRASE = "where nine vessels were lost in a single decade"


def moved(comparison: Comparison) -> list[tuple[str, str]]:
    return [
        (change.original.of(comparison.original.text), change.rewrite.of(comparison.rewrite.text))
        for change in comparison.changes
        if is_moved_phrase(change, comparison.alignment.links, comparison.rewrite)
        and change.original
        and change.rewrite
    ]


def test_a_phrase_that_went_to_another_sentence_moved() -> None:
    comparison = compare(ORIGINAL, REWRITE)
    assert moved(comparison) == [(PHRASE, PHRASE)]
    texts = [
        change.original.of(ORIGINAL) for change in comparison.changes if change.original is not None
    ]
    assert all(PHRASE not in text for text in texts if text != PHRASE)
    assert comparison.statistics.moved == len(PHRASE.split())
    assert comparison.statistics.removed == 0


def test_a_phrase_edited_on_the_way_moved_too() -> None:
    edited = REWRITE.replace("nine vessels were", "nine ships were").replace("single", "short")
    comparison = compare(ORIGINAL, edited)
    assert all(before == after for before, after in moved(comparison))
    assert " ".join(before for before, _ in moved(comparison)).split() == [
        word for word in PHRASE.split() if word not in ("vessels", "single")
    ]
    reworded = [
        (change.original.of(ORIGINAL), change.rewrite.of(edited))
        for change in comparison.changes
        if change.kind is ChangeKind.REWORDED and change.original and change.rewrite
    ]
    assert {("vessels", "ships"), ("single", "short")} <= {*reworded}


@pytest.mark.parametrize(
    "other", ["", ", where somebody had left a lamp on for a decade,", ", and it is in the single"]
)
def test_in_doubt_nothing_moved(other: str) -> None:
    rewrite = REWRITE.replace(f", {PHRASE},", other)
    assert moved(compare(ORIGINAL, rewrite)) == []


def test_what_a_text_has_in_several_places_did_not_move() -> None:
    closing = "The silver motion was carried by nine votes."
    original = f"Item 1. Anna spoke of boats. {closing}\n\nItem 2. Ben spoke of nets. {closing}"
    rewrite = f"Item 2. Ben spoke of nets. {closing}\n\nItem 3. Cora spoke of hay. {closing}"
    kinds = {change.kind for change in compare(original, rewrite).changes}
    assert kinds == {ChangeKind.REMOVED, ChangeKind.ADDED}


def test_swapping_the_sides_mirrors_the_move() -> None:
    there = moved(compare(ORIGINAL, REWRITE))
    back = moved(compare(REWRITE, ORIGINAL))
    assert [(after, before) for before, after in back] == there


FILM = "It is a mystery film from Universal Pictures. Its hero is a detective who drinks."
FILM_LATER = "It is a mystery film. Its hero is a detective who drinks. Universal Pictures sold it."


def test_a_name_that_each_text_has_once_is_enough() -> None:
    assert moved(compare(FILM, FILM_LATER)) == [("Universal Pictures",) * 2]


def test_a_year_that_each_text_has_once_is_enough() -> None:
    original = "He was a player, born in 1938 near the harbour. He scored more than anybody."
    rewrite = "He was a player. He scored more than anybody. The year of his birth is 1938."
    assert [before.split()[-1] for before, _ in moved(compare(original, rewrite))] == ["1938"]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        # Twice in one text: which of them is meant is not known.
        (FILM, f"{FILM_LATER} Other films of Universal Pictures did better in the long run."),
        # A capital at the start of a sentence makes no name.
        (
            "It is a mystery film, and wonderful. Its hero is a detective who drinks.",
            "It is a mystery film. Its hero is a detective who drinks. Wonderful is what he is.",
        ),
        # Two names that share a word.
        (
            "They painted a window with Tintern Abbey in it. She looked at it for an hour.",
            "They painted a window. She looked at it for an hour. He sang in Westminster Abbey.",
        ),
    ],
)
def test_in_doubt_a_name_is_no_move(original: str, rewrite: str) -> None:
    assert moved(compare(original, rewrite)) == []
