"""One text, saved by other programs in many formats, reads the same from all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from facing_pages import read_document
from facing_pages.core.model import Document, Role
from facing_pages.core.resources import sample_pair
from tests.helpers.places import GOLDEN

FILES = sorted((GOLDEN / "formats").iterdir())
# These have sentences, but no paragraphs and headings.
SUBTITLES = [path for path in FILES if path.suffix in (".srt", ".vtt")]
# Formats in which these programs wrote headings as headings.
WITHOUT_HEADINGS = ("libreoffice.epub",)


def paragraphs(document: Document) -> list[str]:
    return [paragraph.span.of(document.text) for paragraph in document.paragraphs]


@pytest.mark.parametrize("path", SUBTITLES, ids=lambda path: path.name)
def test_subtitles_have_the_sentences_of_the_text(path: Path) -> None:
    wanted, found = read_document(sample_pair()[0]), read_document(path)
    assert [s.span.of(found.text) for s in found.sentences] == [
        s.span.of(wanted.text) for s in wanted.sentences
    ]
    assert found.format == "subtitles"


@pytest.mark.parametrize(
    "path", [p for p in FILES if p not in SUBTITLES], ids=lambda path: path.name
)
def test_paragraphs_and_headings_are_those_of_the_text(path: Path) -> None:
    wanted = read_document(sample_pair()[0])
    found = read_document(path)
    texts = paragraphs(found)
    # Some programs set the title of the page, "x", before the text.
    extra = len(texts) - len(wanted.paragraphs)
    assert texts[extra:] == paragraphs(wanted)
    assert set(texts[:extra]) <= {"x"}
    roles = [paragraph.role for paragraph in found.paragraphs[extra:]]
    if path.name not in WITHOUT_HEADINGS:
        assert [role is Role.HEADING for role in roles] == [
            paragraph.role is Role.HEADING for paragraph in wanted.paragraphs
        ]
