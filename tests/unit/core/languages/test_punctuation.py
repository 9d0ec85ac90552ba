from __future__ import annotations

import pytest

from facing_pages.core.languages.punctuation import (
    SENTENCE_ENDS,
    are_balanced,
    begins_list_item,
    ends_sentence,
    is_list_number,
    last_character,
)


@pytest.mark.parametrize("mark", SENTENCE_ENDS)
def test_a_line_ends_a_sentence_behind_every_end_mark(mark: str) -> None:
    assert ends_sentence(f"He left{mark}", or_clause=False)
    assert ends_sentence(f"“He left{mark}”) ")
    assert ends_sentence(f"*He left{mark}*")


def test_a_colon_ends_a_clause_only() -> None:
    assert ends_sentence("He said:")
    assert ends_sentence("He said;")
    assert not ends_sentence("He said:", or_clause=False)


@pytest.mark.parametrize("line", ["He left", "He left,", "He left (again)", "He left —"])
def test_other_lines_end_nothing(line: str) -> None:
    assert not ends_sentence(line)


def test_a_line_of_marks_alone_ends_what_was_before() -> None:
    assert last_character("*) ") == ""
    assert ends_sentence("*) ", or_clause=False)


@pytest.mark.parametrize(
    "line", ["- a lamp", "• a lamp", "  12. A lamp", "123) A lamp", "(b) a lamp"]
)
def test_a_list_item_begins_with_a_mark_and_a_space(line: str) -> None:
    assert begins_list_item(line)
    assert begins_list_item(line, may_wrap=True)


@pytest.mark.parametrize(
    "line", ["-a lamp", "1234. A lamp", "12.A", "ab. lamp", "- ", "IV. The lamp"]
)
def test_other_lines_begin_no_list_item(line: str) -> None:
    assert not begins_list_item(line)


def test_an_initial_begins_no_list_item_where_lines_are_wrapped() -> None:
    assert begins_list_item("J. A lamp")
    assert not begins_list_item("J. Hale wrote it", may_wrap=True)


@pytest.mark.parametrize("text", ["1.", "1.2.3)", "IV.", "(a)", "b)", "(12)"])
def test_the_number_of_an_item_may_stand_alone(text: str) -> None:
    assert is_list_number(text)


@pytest.mark.parametrize("text", ["1", "1234.", "ab.", "1. A", "", "."])
def test_other_texts_are_no_number_of_an_item(text: str) -> None:
    assert not is_list_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "lamp",
        "( lamp )",
        "\\emph{ lamp }",
        "„ lamp “",
        "« lamp »",
        "“ lamp ( boat ) ”",
        "days ’",
        '" a " b " c "',
    ],
)
def test_marks_are_balanced_that_close_what_they_open(text: str) -> None:
    assert are_balanced(text.split())


@pytest.mark.parametrize(
    "text", ["( lamp", "lamp )", ") lamp (", "( “ lamp ) ”", 'a " b', "“ lamp »"]
)
def test_marks_are_not_balanced_that_stand_alone_or_cross(text: str) -> None:
    assert not are_balanced(text.split())
