"""Numbers in files may be huge, negative, or no numbers at all; no word is lost by them."""

from __future__ import annotations

import pytest

from facing_pages.core.model import Document
from facing_pages.core.reading.files import from_bytes
from facing_pages.core.reading.formats.markup import MAX_LEVEL

from .conftest import docx, odt, zipped

NUMBERS = ("-1", "0", "9", "1000000000", "9" * 5_000, "²", "٣", "1e9", "nan", "", "0x10", "1_000")


def checked(document: Document, text: str) -> None:
    assert document.text == text
    assert all(0 <= paragraph.level <= MAX_LEVEL + 1 for paragraph in document.paragraphs)


@pytest.mark.parametrize("number", NUMBERS)
def test_levels_of_a_word_file(number: str) -> None:
    for element in ("w:ilvl", "w:outlineLvl"):
        properties = f'<w:pPr><{element} w:val="{number}"/></w:pPr>'
        body = f"<w:p>{properties}<w:r><w:t>Some words</w:t></w:r></w:p>"
        checked(from_bytes(docx(body), name="a.docx"), "Some words")


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_of_an_open_document(number: str) -> None:
    heading = f'<text:h text:outline-level="{number}">Some</text:h>'
    style = f'text:style-name="Heading_20_{number}"'
    spaces = f'<text:p {style}>more<text:s text:c="{number}"/>words</text:p>'
    document = from_bytes(odt(heading + spaces), name="a.odt")
    checked(document, document.text)
    assert document.text.split() in (["Some", "more", "words"], ["Some", "morewords"])


@pytest.mark.parametrize("number", ["-1", "0", "99999999", "9999999999", "-9999999999", "²"])
@pytest.mark.parametrize("word", ["ilvl", "ls", "s", "f", "outlinelevel", "bin", "ansicpg", "li"])
def test_numbers_of_rich_text(word: str, number: str) -> None:
    data = f"{{\\rtf1 Some \\{word}{number} words\\par}}".encode("cp1252")
    document = from_bytes(data, name="a.rtf")
    assert document.text.startswith("Some")
    assert document.text.endswith("words")
    assert all(0 <= paragraph.level <= MAX_LEVEL + 1 for paragraph in document.paragraphs)


def test_characters_left_out_in_rich_text_are_few() -> None:
    filler = "x" * 200
    text = f"{{\\rtf1 Some\\uc999999999\\u8212 {filler} words\\par}}"
    assert from_bytes(text.encode(), name="a.rtf").text.endswith("words")
    assert from_bytes(b"{\\rtf1 a\\u99999999 ?b\\u-9999999999 ?c}", name="a.rtf").text.startswith(
        "a"
    )


def test_a_spine_of_many_items_is_read_or_refused() -> None:
    container = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    items = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    reference = '<itemref idref="a"/>'
    package = f"<package><manifest>{items}</manifest><spine>{reference * 20_000}</spine></package>"
    encryption = "<encryption>" + "<CipherReference URI='b.xhtml'/>" * 20_000 + "</encryption>"
    book = zipped(
        **{
            "META-INF__container_xml": container,
            "META-INF__encryption_xml": encryption,
            "a.opf": package,
            "a.xhtml": "<p>One.</p>",
        }
    )
    assert len(from_bytes(book, name="a.epub").paragraphs) == 20_000
