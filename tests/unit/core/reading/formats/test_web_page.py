from __future__ import annotations

from pathlib import Path

from facing_pages.core.model import EmphasisKind, Role, Span
from facing_pages.core.reading.files import from_bytes
from facing_pages.core.reading.formats.web_page import MAX_ROWS_INSIDE, read_web_page
from facing_pages.core.reading.rich_text import RichText

ARTICLE = """<!DOCTYPE html>
<html><head><title>Harbour | The Gazette</title><style>p { color: red }</style>
<script>var menu = "Home";</script></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<div class="cookie-banner">We use cookies.</div>
<article>
<h1>The harbour at night</h1>
<p>The lamp was <em>quiet</em> when she came down, and <strong>nobody</strong> knew
why.</p>
<blockquote>It rained on the steps.</blockquote>
<ul><li>one boat</li><li>two nets<ul><li>a torn one</li></ul></li></ul>
<div class="share-buttons">Share this</div>
<p hidden>Not seen.</p>
<p>First line<br>second line<br><br>After a gap</p>
</article>
<footer>All rights reserved.</footer>
</body></html>"""


def units(rich: RichText) -> list[tuple[str, Role, int]]:
    return [(unit.span.of(rich.text), unit.role, unit.level) for unit in rich.units]


def test_the_article_is_read_and_nothing_around_it() -> None:
    assert units(read_web_page(ARTICLE)) == [
        ("The harbour at night", Role.HEADING, 1),
        ("The lamp was quiet when she came down, and nobody knew why.", Role.PROSE, 0),
        ("It rained on the steps.", Role.QUOTE, 1),
        ("one boat", Role.LIST_ITEM, 1),
        ("two nets", Role.LIST_ITEM, 1),
        ("a torn one", Role.LIST_ITEM, 2),
        ("First line second line", Role.PROSE, 0),
        ("After a gap", Role.PROSE, 0),
    ]


def test_verse_with_line_breaks_keeps_its_lines() -> None:
    verse = ["O river, river, let me be,", "I only came for water;", "and give me my daughter."]
    page = f"<p>It was late, and he sang:</p><blockquote>{'<br>'.join(verse)}</blockquote>"
    expected = [(line, Role.QUOTE, 1) for line in verse]
    assert units(read_web_page(page))[1:] == expected
    assert units(read_web_page(page.replace("<br>", " <br/>\n   ")))[1:] == expected


def test_emphasis_is_kept_where_it_stands() -> None:
    rich = read_web_page(ARTICLE)
    found = [(entry.span.of(rich.text), entry.kind) for entry in rich.emphasis]
    assert found == [("quiet", EmphasisKind.ITALIC), ("nobody", EmphasisKind.BOLD)]


def test_a_page_without_an_article_is_read_without_its_menus() -> None:
    page = (
        "<body><div id='menu'>Home</div><div><p>A long walk along the quay in the rain.</p>"
        "<p><a href='x'>Read more</a></p></div><div class='footer'>Contact</div></body>"
    )
    assert read_web_page(page).text == "A long walk along the quay in the rain."


def test_entities_and_unclosed_elements_are_taken_as_browsers_do() -> None:
    page = "<p>Caf&eacute; &amp; bar<p>Second<div>Third</p>"
    assert [text for text, *_ in units(read_web_page(page))] == ["Café & bar", "Second", "Third"]


def test_a_very_deep_page_is_read_at_once() -> None:
    page = "<div>" * 200_000 + "Deep down." + "</div>" * 200_000
    assert read_web_page(page).text == "Deep down."


def test_preformatted_lines_stay_lines() -> None:
    rich = read_web_page("<pre>Roses are red\n  violets are blue</pre>")
    assert units(rich) == [
        ("Roses are red", Role.VERSE, 0),
        ("violets are blue", Role.VERSE, 0),
    ]


def test_the_encoding_a_page_names_is_used() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Łódź i Żory</p></body></html>'
    document = from_bytes(page.encode("iso-8859-2"), name="page.html")
    assert document.text == "Łódź i Żory"
    assert document.encoding == "iso8859-2"


def test_a_saved_page_is_read_like_the_page() -> None:
    message = (
        "From: <Saved by a browser>\r\nSubject: Harbour\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n'
        "--cut\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><body><p>The lamp =E2=80=94 it was quiet, and nobody in the whole town kne=\r\nw "
        "why.</p></body></html>\r\n--cut--\r\n"
    )
    document = from_bytes(message.encode("ascii"), name="page.mhtml")
    assert document.text == "The lamp — it was quiet, and nobody in the whole town knew why."


def test_positions_survive_repairs_before_them() -> None:
    page = "<p>Itâ€™s a <em>lamp</em>.</p>"
    document = from_bytes(f"<html><body>{page}</body></html>".encode(), name=str(Path("p.html")))
    assert document.text == "It’s a lamp."
    assert document.emphasis[0].span == Span(7, 11)


def rows(body: str) -> list[tuple[str, Role]]:
    """Return the units of an article with this body."""
    page = f"<html><body><article><h1>x</h1>{body}</article></body></html>"
    return [(text, role) for text, role, _ in units(read_web_page(page))[1:]]


def test_a_row_of_a_table_is_one_unit() -> None:
    table = (
        "<table><tr><th>Night<th>Light</tr><tr><td></td><td>1</td><td><b>none</b></td></tr></table>"
    )
    assert rows(f"<p>Before.</p>{table}<p>Behind.</p>") == [
        ("Before.", Role.PROSE), ("Night | Light", Role.TABLE_ROW), ("| 1 | none", Role.TABLE_ROW),
        ("Behind.", Role.PROSE),
    ]  # fmt: skip


def test_a_table_that_lays_a_page_out_is_read_paragraph_by_paragraph() -> None:
    inner = "<table><tr><td>1</td><td>none</td></tr></table>"
    outer = f"<table><tr><td><p>One.</p><p>Two.</p>{inner}</td><td>Three.</td></tr></table>"
    assert rows(outer) == [
        ("One.", Role.PROSE), ("Two.", Role.PROSE), ("1 | none", Role.TABLE_ROW),
        ("Three.", Role.PROSE),
    ]  # fmt: skip


def test_links_are_kept_in_a_row_that_has_other_words() -> None:
    links = "<td><a href=a>Oslo</a></td><td><a href=b>Rome</a></td>"
    table = f"<table><tr>{links}<td>by train</td></tr><tr>{links}</tr></table>"
    assert rows(f"<p>Before.</p>{table}") == [
        ("Before.", Role.PROSE), ("Oslo | Rome | by train", Role.TABLE_ROW),
    ]  # fmt: skip


def test_rows_nested_too_deeply_are_flat_text() -> None:
    inside = "<td>a</td><td>b</td>"
    for _ in range(MAX_ROWS_INSIDE - 1):
        inside = f"<td><table><tr>{inside}</tr></table></td>"
    assert rows(f"<table><tr>{inside}</tr></table>") == [("a | b", Role.TABLE_ROW)]
    deeper = f"<table><tr><td><table><tr>{inside}</tr></table></td></tr></table>"
    assert rows(deeper) == [("a", Role.PROSE), ("b", Role.PROSE)]
