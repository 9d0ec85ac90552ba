"""Long lists and verses that run on are cut; other prose is not."""

from __future__ import annotations

import pytest

from facing_pages import document_from_text
from facing_pages.core.splitting.clauses import MIN_SEMICOLONS, verses_run_on

PSALM = (
    "And the keeper lit the lamp, and the ships saw it from afar; And the wind was still that "
    "night: and no man slept in the harbour, And no dog barked, and all was still. And he said "
    "unto them, Is the oil spent; or is it hid? And they answered him not; But they looked to "
    "the sea: and behold, a sail. Then he ran down the stairs; For his brother was in the boat:"
    " and it was broken. And he wept; and Hale wept also; Then they drew him out, and he lived;"
    " And the lamp burned until the morning."
)


def sentences(text: str) -> list[str]:
    document = document_from_text(text)
    return [sentence.span.of(document.text) for sentence in document.sentences]


def test_a_long_list_is_cut_between_its_items() -> None:
    items = [f"the boat of the {number} keeper, one;" for number in range(MIN_SEMICOLONS)]
    listed = [f"These were lost: {items[0]}", *items[1:], "all the boats, nine."]
    assert sentences(" ".join(listed)) == listed
    shorter = " ".join([listed[0], *listed[2:]])
    assert sentences(shorter) == [shorter]


def test_the_items_of_a_list_without_spaces_are_cut() -> None:
    items = [
        "第一条是船；",
        "第二条是灯；",
        "第三条是海；",
        "第四条是风；",
        "第五条是夜；",
        "都在。",
    ]
    assert sentences("".join(items)) == items


def test_closing_marks_stay_with_their_item() -> None:
    items = ["He wrote “boat;”", *["he wrote “lamp”;"] * (MIN_SEMICOLONS - 1), "he slept."]
    assert sentences(" ".join(items)) == items


def test_verses_that_run_on_are_cut_where_they_begin_and_at_their_colons() -> None:
    assert sentences(PSALM)[:5] == [
        "And the keeper lit the lamp, and the ships saw it from afar;",
        "And the wind was still that night:",
        "and no man slept in the harbour,",
        "And no dog barked, and all was still.",
        "And he said unto them, Is the oil spent; or is it hid?",
    ]
    assert sentences(PSALM)[-4:] == [
        "and it was broken.",
        "And he wept; and Hale wept also;",
        "Then they drew him out, and he lived;",
        "And the lamp burned until the morning.",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "He came; I saw him. She left; I stayed. They ate; I slept. We ran; I fell. Rain; I.",
            "en",
        ),
        (
            "Er ging; Sie blieb. Es war kalt; Sie fror. Er kam; Sie lachte. Nein; Sie. Ja; Sie.",
            "de",
        ),
        ("Hale; Quill; Ines. Mark; Hale; Quill; Ines. Mark; Hale; Quill; Ines.", "en"),
        ("Note: The boat. Note: The lamp. Note: The oil. Note: The sea. Note: And so on.", "en"),
        ("It rained; Then it blew. " * 6 + "It rained; it blew; it was dark. " * 100, "en"),
        ("Τι είδες; Και πού πήγες; Το πλοίο; Και τον φάρο; Και γιατί; Η νύχτα; Και μετά;", "el"),
        ("", "en"),
    ],
)
def test_other_capitals_begin_no_verse(text: str, language: str) -> None:
    assert not verses_run_on(text, language=language)


def test_verses_of_other_languages_are_told_by_their_own_words() -> None:
    text = (
        "Y el guarda encendió la lámpara; Y los barcos la vieron: y el viento calló, Y la noche "
        "pasó. Él subió; Mas nadie vino; Porque el mar era grande; Que no tiene fin; Y lloró, y "
        "cantó; Pero la luz ardía."
    )
    assert sentences(text)[1:4] == [
        "Y los barcos la vieron:",
        "y el viento calló,",
        "Y la noche pasó.",
    ]


def test_a_colon_in_other_prose_ends_no_sentence() -> None:
    text = "He said one thing: the boat was lost; And then he wept."
    assert sentences(text) == [text]
