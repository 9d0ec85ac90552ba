from __future__ import annotations

from textwrap import fill

import pytest

from facing_pages.core.model import RepairKind, Role
from facing_pages.core.reading.choices import ReadingChoices
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


POEM = (
    "The river takes the bridge at dawn,\n"
    "the road runs down to meet it;\n"
    "we kept a lamp, the lamp is gone,\n"
    "and no one now can see it.\n"
    "\n"
    "O river, river, let me be,\n"
    "I only came for water;"
)


def test_lower_case_verse_keeps_its_lines_in_every_stanza() -> None:
    assert roles(POEM) == [Role.VERSE] * 6
    assert from_text(POEM, name="text").repairs == ()


def test_short_lines_without_marks_stay() -> None:
    for text in ("flour\nsugar", "flour\nsugar\nbutter", "Yours,\njo\nmill lane 3"):
        assert paragraphs(text) == text.split("\n")


def test_verse_set_into_a_wrapped_paragraph_keeps_its_lines() -> None:
    verse = "    O river, river, let me be,\n    I only came for water;"
    text = f"{fill(LONG + ' He sang:', 66)}\n{verse}\n{fill(LONG, 66)}"
    assert paragraphs(text) == [
        f"{LONG} He sang:",
        "O river, river, let me be,",
        "I only came for water;",
        LONG,
    ]


def test_a_line_of_verse_that_an_editor_wrapped_is_joined_again() -> None:
    first = "The harbour lights are burning low and all the boats are coming home again"
    wrapped = first.replace(" home", "\n    home")
    rest = "And we who waited on the quay\nHave nothing left to say."
    assert paragraphs(f"{wrapped}\n{rest}")[0] == first
    kinds = [repair.why for repair in from_text(f"{wrapped}\n{rest}", name="text").repairs]
    assert kinds == [RepairKind.HARD_WRAP]


@pytest.mark.parametrize("width", [40, 66, 72, 90])
def test_wrapped_mail_that_is_quoted_becomes_paragraphs_without_its_signs(width: int) -> None:
    signs = {"initial_indent": "> ", "subsequent_indent": "> "}
    quoted = "\n>\n".join(fill(LONG, width, **signs) for _ in range(2))
    document = from_text(f"On Monday Jo wrote:\n{quoted}\n\nI think so too.", name="text")
    shown = [p.span.of(document.text) for p in document.paragraphs]
    assert shown == ["On Monday Jo wrote:", LONG, LONG, "I think so too."]
    assert [p.role for p in document.paragraphs][1:3] == [Role.QUOTE] * 2


def test_items_with_hanging_indents_are_joined() -> None:
    items = [fill(f"- {LONG}", 60, subsequent_indent="  ") for _ in range(3)]
    assert paragraphs("\n".join(items)) == [f"- {LONG}"] * 3


def test_wrapped_paragraphs_without_blank_lines_end_with_their_short_lines() -> None:
    text = "\n".join(fill(f"{LONG} {LONG}", 61) for _ in range(3))
    assert paragraphs(text) == [f"{LONG} {LONG}"] * 3


def test_wrapped_speeches_begin_with_their_speakers() -> None:
    text = f"{fill('ANNA: ' + LONG, 60)}\nPAUL: No.\n{fill('ANNA: ' + LONG, 60)}"
    assert paragraphs(text) == [f"ANNA: {LONG}", "PAUL: No.", f"ANNA: {LONG}"]


def test_wrapped_lines_stay_where_a_person_wants_them() -> None:
    wrapped = fill(LONG, 60)
    kept = ReadingChoices(kept=frozenset({RepairKind.HARD_WRAP}))
    document = from_text(wrapped, name="text", choices=kept)
    assert document.text == wrapped
    assert len(document.paragraphs) == wrapped.count("\n") + 1


def test_every_joined_line_is_a_repair_that_can_be_undone() -> None:
    wrapped = fill(LONG, 60)
    document = from_text(wrapped, name="text")
    assert {repair.why for repair in document.repairs} == {RepairKind.HARD_WRAP}
    text = document.text
    for repair in reversed(document.repairs):
        text = text[: repair.at.start] + repair.was + text[repair.at.end :]
    assert text == wrapped


# --- turns of speakers, rows of tables ----------------------------------------------------------


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_turn_of_a_speaker_is_never_joined_with_the_line_before(gap: str) -> None:
    turns = ["[10:02] mara: we waited in the", "[10:03] jonas: a shed?", "[10:04] mara: yes"]
    assert paragraphs(gap.join(turns)) == turns
    assert paragraphs(f"{LONG}\n\n{gap.join(turns)}\n\n{LONG}") == [LONG, *turns, LONG]


def test_wrapped_lines_of_a_turn_are_joined_below_a_label_of_its_own() -> None:
    text = f"ANNA:\n{fill(LONG, 60)}\nPAUL:\nNo.\nANNA:\n{fill(LONG, 60)}"
    assert paragraphs(text) == [f"ANNA: {LONG}", "PAUL: No.", f"ANNA: {LONG}"]


ROWS = ["| Night | Light |", "| ----- | ----- |", "| 1 | none |"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_rows_of_a_table_are_units_of_their_own_beside_prose(gap: str) -> None:
    text = gap.join([LONG, "\n".join(ROWS), LONG])
    assert paragraphs(text) == [LONG, *ROWS, LONG]
    assert roles(text) == [Role.PROSE, *[Role.TABLE_ROW] * 3, Role.PROSE]


def test_rows_as_wide_as_a_wrap_and_rows_with_spaces_around_stay() -> None:
    wide = "| it rained too hard to see | who was leaving the quay |"
    text = f"{fill(LONG, len(wide))}\n\n" + "\n".join([wide] * 4)
    assert paragraphs(text) == [LONG, *[wide] * 4]
    assert paragraphs(f"{LONG}\n\n" + "\n".join([f" {row} " for row in ROWS])) == [LONG, *ROWS]


def test_rows_are_no_verse_and_show_none() -> None:
    couplet = ["the boat was late,", "the harbour dark"]
    text = "\n".join(ROWS) + "\n\n" + "\n".join(couplet)
    assert Role.VERSE not in roles(text)
