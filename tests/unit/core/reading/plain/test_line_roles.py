from __future__ import annotations

import pytest

from facing_pages.core.model import Role
from facing_pages.core.reading.files import from_text

LONG = (
    "The ferry left at six with eleven passengers, two goats and the mail, and nobody on the quay "
    "waved, because it was raining too hard to see who was leaving."
)


def roles(text: str) -> list[tuple[str, Role]]:
    document = from_text(text, name="text")
    return [(p.span.of(document.text), p.role) for p in document.paragraphs]


def headings(text: str) -> list[str]:
    return [words for words, role in roles(text) if role is Role.HEADING]


@pytest.mark.parametrize(
    "heading",
    [
        "Hard choices",
        "HARD CHOICES",
        "Chapter 1",
        "Kapitel 2. Das Licht",
        "Hoofdstuk 3",
        "Глава 4",
        "第五章",
        "IV.",
        "IV. The Storm",
        "§ 3 Zweck",
        "2.1 Sites",
        "2 Methods",
        "1. DEFINITIONS",
        "1. Introduction",
        "A. Scope",
        "“Depot”",
    ],
)
def test_a_short_line_above_prose_is_a_heading(heading: str) -> None:
    assert headings(f"{LONG}\n\n{heading}\n\n{LONG}") == [heading]


@pytest.mark.parametrize(
    "line",
    [
        "It rained.",
        "Did it rain?",
        "See you at six 🎉",
        "and then it rained",
        "The boat, the mail and the goats,",
        "Figure 2. The harbour in 1911",
        "Abb. 4: Der Hafen",
        "- a rope of twenty metres",
        "12",
        "The one with the letter and the lamp and the rope and the goats of the old captain",
    ],
)
def test_a_line_that_does_not_look_like_one_is_no_heading(line: str) -> None:
    assert headings(f"{LONG}\n\n{line}\n\n{LONG}") == []


def test_a_heading_has_something_below_it() -> None:
    assert headings(f"{LONG}\n\nHard choices") == []
    assert headings("Hard choices") == []


@pytest.mark.parametrize("greeting", ["Dear Ann,", "Liebe Anna,", "亲爱的安娜：", "Please note:"])
def test_what_follows_a_greeting_or_a_colon_is_no_heading(greeting: str) -> None:
    assert headings(f"{greeting}\n\nWe meet at six\n\n{LONG}") == []


def test_a_signature_is_no_heading() -> None:
    assert headings(f"Dear Ann,\n\n{LONG}\n\nYours,\nJo\n\nPS: {LONG}") == []
    assert headings(f"Dear Ann,\n\n{LONG}\n\nYours,\n\nJo\n\nPS: {LONG}") == []


def test_lines_of_one_form_are_a_list_and_no_headings() -> None:
    assert headings(f"Butter\nFlour\nMilk\n\n{LONG}") == []
    assert headings(f"Butter\n\nFlour\n\nMilk\n\n{LONG}") == []
    assert headings(f"Mill Lane 3\n12345 Hale\n\n{LONG}") == []


def test_a_title_and_the_heading_below_it_are_headings() -> None:
    assert headings("Lentil soup\n\nIngredients\n\n- 1 onion\n- 1 l water") == [
        "Lentil soup",
        "Ingredients",
    ]
    assert headings(f"The Lamp\n\nChapter I\n\n{LONG}") == ["The Lamp", "Chapter I"]


def test_lines_of_a_chat_are_no_headings() -> None:
    assert headings("Are you coming?\nWe meet at six\nWho brings the lamp?\nI do.") == []
    assert (
        headings("Jo: Are we on?\nAnn: At six\nJo: Who brings the lamp and all the rest of it?")
        == []
    )


def test_a_heading_may_stand_directly_above_a_long_paragraph() -> None:
    assert headings(f"Hard choices\n{LONG}\nNo choices\n{LONG}") == ["Hard choices", "No choices"]
    assert headings("Hard choices\nNobody came.\nNo choices\nAll left.") == []


def test_a_line_at_the_end_of_a_block_is_no_heading_where_blank_lines_part_paragraphs() -> None:
    assert headings(f"{LONG}\n\n{LONG}\nJo Smith\n\n{LONG}\n\n{LONG}") == []


def test_numbered_lines_one_below_the_other_are_a_list() -> None:
    text = "1. Buyer pays\n2. Seller delivers\n3. Buyer signs"
    assert {role for _, role in roles(text)} == {Role.LIST_ITEM}
    loose = text.replace("\n", "\n\n")
    assert {role for _, role in roles(loose)} == {Role.LIST_ITEM}


def test_an_initial_makes_no_item_of_a_name() -> None:
    assert roles("Yours,\nA. Hale") == [("Yours,", Role.PROSE), ("A. Hale", Role.PROSE)]
    assert {role for _, role in roles("A. oil\nB. bread")} == {Role.LIST_ITEM}
    assert headings(f"D. A. HALE.\n\n{LONG}") == []


def test_a_short_answer_is_no_heading_above_a_shorter_question() -> None:
    assert headings(f"What was it?\n\nNothing at all\n\nAnd then?\n\n{LONG}") == []


def test_numbered_titles_in_capitals_are_headings_even_in_a_row() -> None:
    assert headings("1. TERM\n\n2. RENT\n\n2.1 The rent is due.") == ["1. TERM", "2. RENT"]


def test_names_of_speakers_in_capitals_are_headings_in_prose_and_verse() -> None:
    speech = "The lamp is out, the keeper gone,\nthe stairs are cold and long,\nand no one asks"
    text = f"PAUL\n(quietly)\nYou said maybe.\n\nROSA\nI said no.\n\nPAUL\n{speech}"
    assert headings(text) == ["PAUL", "ROSA", "PAUL"]
    assert [role for _, role in roles(text)][-3:] == [Role.VERSE] * 3


def test_text_in_a_script_without_capitals_needs_more_below_a_heading() -> None:
    assert headings(f"การเดินทาง\n\n{'เรือออกจากท่าตอนหกโมงเช้า ' * 3}") == ["การเดินทาง"]
    assert headings("เรือออกจากท่าตอนหกโมงเช้า\n\nฝนตกหนักมาก") == []


def test_quoted_lines_have_the_depth_of_their_quotation_as_level() -> None:
    document = from_text("> > Is it far?\n> An hour.\n\nNo.", name="text")
    assert [(p.role, p.level) for p in document.paragraphs] == [
        (Role.QUOTE, 2),
        (Role.QUOTE, 1),
        (Role.PROSE, 0),
    ]


def test_the_same_line_has_the_same_role_whatever_stands_further_away() -> None:
    near = f"{LONG}\n\nHard choices\n\n{LONG}"
    assert headings(near) == headings(f"{near}\n\nO river,\nlet me be,\nlet me") == ["Hard choices"]


CLOSINGS = [
    "Mit freundlichen Grüßen",
    "Viele Grüße",
    "Herzlich",
    "Cordialement",
    "Bien à vous",
    "Saludos",
    "Cordiali saluti",
    "Atentamente",
    "С уважением",
    "Yours sincerely",
    "Best",
    "Cheers",
    "Med venlig hilsen",
    "Met vriendelijke groet",
    "Pozdrawiam",
    "Ystävällisin terveisin",
    "Saygılarımla",
    "Με εκτίμηση",
]


@pytest.mark.parametrize("closing", CLOSINGS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["directly", "apart"])
@pytest.mark.parametrize("mark", ["", ","])
@pytest.mark.parametrize(
    "names",
    [
        [],
        ["Anna"],
        ["J. H."],
        ["Anna Weber", "Head of the Harbour Office"],
        ["Anna Weber", "Harbour Office", "Mill Lane 3, 12345 Hale", "+49 30 1234567"],
    ],
    ids=len,
)
def test_nothing_that_closes_a_letter_is_a_heading(
    closing: str, gap: str, mark: str, names: list[str]
) -> None:
    text = gap.join([closing + mark, *names])
    assert {role for _, role in roles(f"{LONG}\n\n{LONG}\n\n{text}")} == {Role.PROSE}


@pytest.mark.parametrize("below", [f"PS: {LONG}", f"> {LONG}"], ids=["PS", "quoted"])
@pytest.mark.parametrize("closing", ["Best", "Yours sincerely", "Viele Grüße aus Hale"])
def test_a_signature_may_have_lines_below_it(closing: str, below: str) -> None:
    for gap in ("\n", "\n\n"):
        signed = gap.join([closing, "Anna Weber", "Harbour Office"])
        assert headings(f"{LONG}\n\n{signed}\n\n{below}") == []


@pytest.mark.parametrize(
    "greeting", ["Hi team", "Liebe Alle", "Dear all", "Bonjour à tous", "Hola a todos", "Hei alle"]
)
def test_a_greeting_without_a_mark_is_no_heading(greeting: str) -> None:
    assert headings(f"{greeting}\n\n{LONG}") == []
    assert headings(f"{greeting}\n{LONG}\n{LONG}") == []
    assert headings(f"The lamp\n4 May\n\n{greeting}\n\n{LONG}")[-1:] != [greeting]
    assert headings(f"{greeting}\n\nWe meet at six\n\n{LONG}") == []


def test_a_signature_is_no_verse() -> None:
    address = "Ann Hale\nHead of Harbour\nMill Lane 3\nHale"
    for closing in ("VG\n", "Kind regards\n", "Kind regards\n\n"):
        assert {role for _, role in roles(f"{LONG}\n\n{closing}{address}")} == {Role.PROSE}


def test_a_line_of_verse_that_reads_like_a_closing_is_verse() -> None:
    verse = "the lamp is out, the keeper gone,\nwith love\nand no one asks"
    assert [role for _, role in roles(f"{LONG}\n\n{verse}")][1:] == [Role.VERSE] * 3


def test_a_title_that_reads_like_a_line_of_a_letter_is_a_heading_above_prose() -> None:
    assert headings(f"{LONG}\n\nLove\n\n{LONG}") == ["Love"]
    assert headings(f"{LONG}\n\nThanks to the Keepers\n\n{LONG}") == ["Thanks to the Keepers"]
    assert headings(f"{LONG}\n\nDear Life\n\n{LONG}") == ["Dear Life"]
    assert headings(f"Liebe und Tod\n\n{LONG}") == ["Liebe und Tod"]


def test_a_heading_behind_a_signature_stays_one() -> None:
    assert headings(f"{LONG}\n\nBest wishes\nJo\n\nLetter Two\n\n{LONG}") == ["Letter Two"]
    assert headings(f"{LONG}\n\nYours sincerely\nJo\nChapter 2\n\n{LONG}") == ["Chapter 2"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_short_line_above_a_table_is_a_heading_and_a_row_is_none(gap: str) -> None:
    title = "Lights of the harbour by night"
    text = f"{LONG}\n\n{title}{gap}| Night | Light |\n| 1 | none |\n\n{LONG}"
    assert headings(text) == [title]


def test_a_row_that_is_quoted_is_a_quotation() -> None:
    assert roles("> | Night | Light |\n> | 1 | none |") == [
        ("| Night | Light |", Role.QUOTE),
        ("| 1 | none |", Role.QUOTE),
    ]
