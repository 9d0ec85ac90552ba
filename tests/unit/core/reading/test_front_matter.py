"""The body of a text is found without what editors and publishers set around it."""

from __future__ import annotations

import pytest

from facing_pages.core.reading.choices import ReadingChoices
from facing_pages.core.reading.files import from_text
from facing_pages.core.reading.front_matter import MIN_PROSE_LENGTH, body_of

PROSE = (
    "The lamp was quiet when she came down, and nobody in the house could say why it was so. "
    "She looked at it for a long while and went up again, as she had done on every evening."
)
CHAPTERS = f"Chapter 1\n\nThe Lamp\n\n{PROSE}\n\n“Who?”\n\nChapter 2\n\n{PROSE}"
CONTENTS = "Contents\n\nChapter 1\n\nThe Lamp\n\nChapter 2"
EDITION = (
    f"*** START OF THE PROJECT GUTENBERG EBOOK THE LAMP ***\n\n{{}}\n\n"
    f"*** END OF THE PROJECT GUTENBERG EBOOK THE LAMP ***\n\n{PROSE}"
)


def body(text: str) -> list[str]:
    document = from_text(text, name="text")
    paragraphs = document.paragraphs[slice(*body_of(document))]
    return [paragraph.span.of(document.text) for paragraph in paragraphs]


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n\n")]


NUMBERED = f"Part One\n\nI.\n\n{PROSE}\n\nII.\n\n{PROSE}\n\nPart Two\n\nI.\n\n{PROSE}"
GERMAN = f"Kapitel 1\n\n{PROSE}\n\nKapitel 2\n\n{PROSE}"
LAW = f"{PROSE}\n\nChapter 1 of the law says so.\n\n{PROSE}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"The Lamp\n\nby Nobody\n\n{CONTENTS}\n\nPreface\n\n{PROSE}\n\n{CHAPTERS}", CHAPTERS),
        (f"The Lamp\n\nby Nobody\n\n{CONTENTS}\n\n{CHAPTERS}", CHAPTERS),
        (f"Produced by volunteers.\n\n{EDITION.format(CHAPTERS)}", CHAPTERS),
        (f"The Lamp\n\n{NUMBERED}", NUMBERED),
        (f"Die Lampe\n\n{GERMAN}", GERMAN),
        (
            f"A Lamp Goes Out\n\nBy A. Writer, 12 May\n\n{PROSE}\n\nShe left.",
            f"{PROSE}\n\nShe left.",
        ),
        (LAW, LAW),
        ("Only a title", "Only a title"),
        ("I\n\nII\n\nIII", "I\n\nII\n\nIII"),
    ],
    ids="preface contents edition parts german article law title numbers".split(),
)
def test_the_body_is_what_was_written_and_not_what_stands_around_it(text: str, wanted: str) -> None:
    assert len(PROSE) > MIN_PROSE_LENGTH
    assert body(text) == lines(wanted)


def test_the_offsets_of_the_body_are_those_of_the_whole_text() -> None:
    whole = from_text(f"The Lamp\n\n{CHAPTERS}", name="text")
    found = from_text(
        f"The Lamp\n\n{CHAPTERS}", name="text", choices=ReadingChoices(body_only=True)
    )
    assert found.text == whole.text
    assert found.paragraphs == whole.paragraphs[1:]
