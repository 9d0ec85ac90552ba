"""What holds for the lines of every text: wrapped prose is joined, and verse stays as it is."""

from __future__ import annotations

from random import Random
from textwrap import fill, wrap

import pytest

from facing_pages.core.reading.files import from_text
from tests.helpers.made_lines import made_prose, made_verse

CASES = 300
# Share of the cases that must come out right: a text of a few short paragraphs may be doubtful.
MIN_RIGHT_SHARE = 0.99


def paragraphs_of(text: str) -> list[str]:
    document = from_text(text, name="text")
    return [paragraph.span.of(document.text) for paragraph in document.paragraphs]


@pytest.mark.parametrize(
    ("gap", "indent"), [("\n\n", ""), ("\n", "   ")], ids=["blank lines", "indents"]
)
def test_prose_wrapped_at_any_width_is_read_as_its_paragraphs(gap: str, indent: str) -> None:
    random = Random(7)
    right = 0
    for _ in range(CASES):
        prose = made_prose(random, random.randint(3, 9))
        width = random.randint(30, 100)
        text = gap.join(fill(paragraph, width, initial_indent=indent) for paragraph in prose)
        right += paragraphs_of(text) == prose
    assert right >= MIN_RIGHT_SHARE * CASES


@pytest.mark.parametrize("has_marks", [True, False], ids=["marks", "no marks"])
def test_lines_of_verse_stay(has_marks: bool) -> None:
    random = Random(8)
    right = 0
    for _ in range(CASES):
        verse = made_verse(random, random.randint(1, 6), has_marks=has_marks)
        text = "\n\n".join("\n".join(stanza) for stanza in verse)
        right += paragraphs_of(text) == [line for stanza in verse for line in stanza]
    assert right >= MIN_RIGHT_SHARE * CASES


def test_verse_in_wrapped_prose_stays_and_the_prose_is_joined() -> None:
    random = Random(9)
    right = 0
    for _ in range(CASES // 3):
        before, after = made_prose(random, 4), made_prose(random, 4)
        verse = [line for line in made_verse(random, 1, has_marks=True)[0] if len(line) < 60]
        width = random.randint(65, 80)
        blocks = ["\n".join(wrap(paragraph, width)) for paragraph in before]
        blocks += ["\n".join(verse), *("\n".join(wrap(paragraph, width)) for paragraph in after)]
        right += paragraphs_of("\n\n".join(blocks)) == [*before, *verse, *after]
    assert right >= MIN_RIGHT_SHARE * (CASES // 3)
