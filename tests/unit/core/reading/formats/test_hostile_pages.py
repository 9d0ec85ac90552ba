"""Web pages that are unfinished, nested without end or cut short: read in linear time, whole."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from facing_pages.core.errors import ReadingError
from facing_pages.core.reading.files import from_bytes
from facing_pages.core.reading.formats import web_page

HEAD = "<html><body><p>The first words.</p>"
MANY = 50_000
REPEATED = (
    "<a ",
    "a<",
    "<!--",
    "</",
    "<?",
    "<!",
    "<![CDATA[",
    "<!doctype ",
    '<p a="',
    "<script>",
    "<textarea>",
    "<plaintext>",
    "<style><!--",
    "<b><p>",
    "<table>x",
    "<a><div>",
    "</p>",
    "&",
    "&#",
    "&amp",
    "&#x9",
    "<svg><desc>",
    "<div>",
    "<p hidden>",
    "<blockquote><ul><li>",
)


def read(page: str) -> str:
    return from_bytes(page.encode(), name="page.html").text


@pytest.mark.parametrize("part", REPEATED)
def test_repeated_parts_are_read_in_linear_time(part: str) -> None:
    start = time.monotonic()
    assert read(HEAD + part * MANY).startswith("The first words.")
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    "attributes",
    ["a=b " * MANY, "".join(f"a{n}=b " for n in range(MANY)), f"class='{'x-' * MANY}'"],
)
def test_endless_attributes_are_read_over(attributes: str) -> None:
    assert read(f"{HEAD}<p {attributes}>The last words.").endswith("The last words.")


@pytest.mark.parametrize("element", ["div", "b", "ul", "table", "article", "x-y"])
def test_nothing_is_lost_in_the_deepest_element(element: str) -> None:
    page = f"{HEAD}{f'<{element}>' * MANY}The deep words.{f'</{element}>' * MANY}<p>The last words."
    assert read(page) == "The first words.\n\nThe deep words.\n\nThe last words." or (
        element in ("b", "x-y")
        and read(page).split() == "The first words. The deep words. The last words.".split()
    )


def test_many_paragraphs_in_a_deep_element_cost_no_more() -> None:
    page = HEAD + "<div>" * 390 + "<p>Some words.</p>" * 30_000
    start = time.monotonic()
    assert read(page).count("Some words.") == 30_000
    assert time.monotonic() - start < 20


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<html><body><p>Some words <![foo[ more</p>", "Some words"),
        ("<p>Some words <![CD", "Some words"),
        ("<html><p>Some words <!-- never ends", "Some words"),
        ("<html><p>a &#0; &#xD800; &#x110000; &#99999999999999999999;", "a � � � �"),
        ("<html><head><title>Title</title><p>The head is never ended.", "The head is never ended."),
        ("<html><p>One</p></body></html><p>Two", "One\n\nTwo"),
    ],
)
def test_unfinished_pages_keep_their_words(page: str, text: str) -> None:
    assert read(page) == text


@pytest.mark.parametrize(
    "page",
    ["<html><!-- nothing -->", "<!doctype html>", "<html>  ", "<p/>", "</div>", "</p></x"],
)
def test_a_page_without_words_is_called_empty(page: str) -> None:
    with pytest.raises(ReadingError, match=r"is empty"):
        read(page)


def test_xml_of_a_book_ends_elements_that_are_empty() -> None:
    page = (
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/>'
        '<script src="x"/></head><body><p>One<a id="a"/> two.</p><p/>Three.</body></html>'
    )
    assert web_page.read_web_page(page, whole=True).text == "One two.\n\nThree."


@pytest.mark.parametrize("stops", ["at once", "half-way"])
def test_a_parser_that_stops_for_lack_of_memory_is_noticed(
    monkeypatch: pytest.MonkeyPatch, stops: str
) -> None:
    """Libxml2 then says nothing and gives no further element."""

    class Parser:
        def __init__(self, *, target: web_page._Page, **_: object) -> None:
            self._target = target

        def feed(self, _: bytes) -> None:
            if stops == "half-way":
                self._target.start("html", {})

        close: Callable[..., None] = lambda _: None

    monkeypatch.setattr("lxml.etree.HTMLParser", Parser)
    with pytest.raises(MemoryError):
        web_page.read_web_page("<p>Some words.")
