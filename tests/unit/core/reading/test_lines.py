from __future__ import annotations

from facing_pages.core.model import RepairKind, Role
from facing_pages.core.reading.files import from_text


def paragraphs(text: str) -> list[str]:
    document = from_text(text, name="text")
    return [paragraph.span.of(document.text) for paragraph in document.paragraphs]


def roles(text: str) -> list[Role]:
    return [paragraph.role for paragraph in from_text(text, name="text").paragraphs]


LONG = (
    "The ferry left at six with eleven passengers, two goats and the mail, and nobody on the quay "
    "waved, because it was raining too hard to see who was leaving and who was only looking."
)


def test_a_line_is_a_paragraph_without_blank_lines() -> None:
    assert paragraphs(f"{LONG}\n{LONG}\nIt came back empty.") == [LONG, LONG, "It came back empty."]


def test_a_line_is_a_paragraph_with_blank_lines() -> None:
    assert paragraphs(f"{LONG}\n\n{LONG}\n\n\n{LONG}\n") == [LONG, LONG, LONG]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The ferry left at six with eleven passengers, two goats\n"
        "and the mail, and nobody on the quay waved, because it\n"
        "was raining too hard.\n"
        "\n"
        "It came back empty, and the captain went to bed without\n"
        "a word to anyone."
    )
    assert paragraphs(wrapped) == [
        "The ferry left at six with eleven passengers, two goats and the mail, and nobody on the "
        "quay waved, because it was raining too hard.",
        "It came back empty, and the captain went to bed without a word to anyone.",
    ]


def test_a_sentence_broken_by_a_hyperlink_is_joined() -> None:
    text = f'He promised in the harbour, \nto make them "pay"\n for the boat they lost.\n{LONG}'
    document = from_text(text, name="text")
    first = document.paragraphs[0].span.of(document.text)
    assert first == 'He promised in the harbour, to make them "pay" for the boat they lost.'
    kinds = [repair.why for repair in document.repairs]
    assert kinds == [RepairKind.BROKEN_LINE, RepairKind.BROKEN_LINE]


def test_a_torn_out_name_is_joined() -> None:
    text = f"The report was read by the \nHarbour Office\n in the first week.\n{LONG}"
    assert paragraphs(text)[0] == "The report was read by the Harbour Office in the first week."


def test_headings_stand_alone() -> None:
    text = f"A quiet morning\n{LONG}\nHard choices\n{LONG}"
    assert roles(text) == [Role.HEADING, Role.PROSE, Role.HEADING, Role.PROSE]


def test_verse_keeps_its_lines() -> None:
    text = (
        f"{LONG}\n\n"
        "The lamp is out, the keeper gone,\n"
        "The stairs are cold and long,\n"
        "And no one asks the evening star\n"
        "to sing the second song.\n\n"
        f"{LONG}"
    )
    assert roles(text) == [Role.PROSE, *[Role.VERSE] * 4, Role.PROSE]


def test_list_items_are_units() -> None:
    text = "Bring to the boat:\n- a rope of twenty metres\n- two lamps\n- the letter"
    assert roles(text)[1:] == [Role.LIST_ITEM] * 3


def test_quoted_lines_are_quotes_without_their_signs() -> None:
    document = from_text("> We never saw it.\n> Not once.\n\nHe signed it.", name="text")
    shown = [p.span.of(document.text) for p in document.paragraphs]
    assert shown[:2] == ["We never saw it.", "Not once."]
    assert document.paragraphs[0].role is Role.QUOTE


def test_spoken_lines_are_paragraphs_of_their_own() -> None:
    text = '"Is it far?" she asked.\n"An hour."\n"And back?"\n"Nobody comes back."'
    assert len(paragraphs(text)) == 4


def test_blank_starts_and_line_ends_are_reported() -> None:
    document = from_text("\n\nOne line.  \nAnother line.", name="text")
    assert [(r.was, r.why) for r in document.repairs] == [
        ("\n\n", RepairKind.EMPTY_LINES),
        ("  ", RepairKind.TRAILING_SPACE),
    ]


def test_a_compound_wrapped_at_its_hyphen_stays_whole() -> None:
    wrapped = (
        "The boat was painted in the old colours by a well-\n"
        "known painter from the far side of the bay, who was\n"
        "paid in fish."
    )
    assert "well-known painter" in paragraphs(wrapped)[0]
