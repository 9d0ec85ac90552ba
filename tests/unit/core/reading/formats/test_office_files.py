"""Word, OpenDocument and Rich Text files, with what such files have in them."""

from __future__ import annotations

import pytest

from facing_pages.core.model import EmphasisKind, Role
from facing_pages.core.reading.files import from_bytes
from facing_pages.core.reading.formats.open_document import read_open_document
from facing_pages.core.reading.formats.rich_text_file import read_rich_text_file
from facing_pages.core.reading.formats.word_file import read_word_file
from facing_pages.core.reading.rich_text import RichText

from .conftest import ODF, W, docx, odt


def units(rich: RichText) -> list[tuple[str, Role, int]]:
    return [(unit.span.of(rich.text), unit.role, unit.level) for unit in rich.units]


def texts(rich: RichText) -> list[str]:
    return [text for text, *_ in units(rich)]


def emphasis(rich: RichText) -> list[tuple[str, EmphasisKind]]:
    return [(entry.span.of(rich.text), entry.kind) for entry in rich.emphasis]


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


# --- Word ------------------------------------------------------------------------------------


def test_tracked_insertions_are_kept_and_deletions_left_out() -> None:
    body = (
        f"<w:p>{run('He was ')}<w:ins>{run('quite ')}</w:ins>"
        f"<w:del><w:r><w:delText>very </w:delText></w:r></w:del>{run('tired.')}</w:p>"
        f"<w:p><w:moveFrom>{run('Gone from here.')}</w:moveFrom></w:p>"
        f"<w:p><w:moveTo>{run('Moved to here.')}</w:moveTo></w:p>"
    )
    assert texts(read_word_file(docx(body), "a.docx")) == ["He was quite tired.", "Moved to here."]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    body = (
        f"<w:p>{mark}{run('The lamp was ')}</w:p><w:p>{run('out.')}</w:p><w:p>{run('Dark.')}</w:p>"
    )
    assert texts(read_word_file(docx(body), "a.docx")) == ["The lamp was out.", "Dark."]


def test_headings_lists_quotations_tables_and_notes_keep_their_roles() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:styleId="Q"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style></w:styles>'
    )
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator"><w:p>{run("---")}</w:p></w:footnote>'
        f"<w:footnote><w:p>{run('A note.')}</w:p></w:footnote></w:footnotes>"
    )
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="Mine"/></w:pPr>{run("The lamp")}</w:p>'
        f'<w:p><w:pPr><w:pStyle w:val="Q"/></w:pPr>{run("Let it burn.")}</w:p>'
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>{run("oil")}</w:p>'
        f"<w:tbl><w:tr><w:tc><w:p>{run('left')}</w:p></w:tc>"
        f"<w:tc><w:p>{run('right')}</w:p></w:tc></w:tr></w:tbl>"
    )
    rich = read_word_file(docx(body, word__styles_xml=styles, word__footnotes_xml=notes), "a.docx")
    assert units(rich) == [
        ("The lamp", Role.HEADING, 1),
        ("Let it burn.", Role.QUOTE, 1),
        ("oil", Role.LIST_ITEM, 2),
        ("left | right", Role.TABLE_ROW, 0),
        ("A note.", Role.NOTE, 0),
    ]
    assert emphasis(rich) == [("Let it burn.", EmphasisKind.ITALIC)]


def test_runs_breaks_tabs_and_boxes_are_read() -> None:
    box = f"<w:pict><w:txbxContent><w:p>{run('In a box.')}</w:p></w:txbxContent></w:pict>"
    body = (
        f"<w:p>{run('The ')}{run('lamp', '<w:b/>')}<w:r><w:br/><w:t>went</w:t><w:tab/>"
        f"<w:t>out</w:t>{box}</w:r>{run('.', '<w:b w:val=&quot;0&quot;/>')}</w:p>"
    ).replace("&quot;", '"')
    rich = read_word_file(docx(body), "a.docx")
    assert texts(rich) == ["The lamp went out.", "In a box."]
    assert emphasis(rich) == [("lamp", EmphasisKind.BOLD)]


def test_codes_of_fields_are_no_text() -> None:
    body = (
        "<w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
        f"<w:hyperlink>{run('A link')}</w:hyperlink>{run(' ends.')}</w:p>"
    )
    assert texts(read_word_file(docx(body), "a.docx")) == ["A link ends."]


# --- OpenDocument ----------------------------------------------------------------------------


def test_an_open_document_is_read_with_changes_accepted() -> None:
    styles = (
        '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:h text:outline-level="2">The lamp</text:h>'
        '<text:p>It was <text:span text:style-name="T1">out</text:span>'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>A note.</text:p></text:note-body></text:note> at<text:s/>ten.</text:p>"
        '<text:p text:style-name="P1">Dark.</text:p>'
        "<text:list><text:list-item><text:p>oil</text:p></text:list-item></text:list>"
    )
    rich = read_open_document(odt(body, styles), "a.odt")
    assert units(rich) == [
        ("The lamp", Role.HEADING, 2),
        ("It was out at ten.", Role.PROSE, 0),
        ("Dark.", Role.QUOTE, 1),
        ("oil", Role.LIST_ITEM, 1),
        ("A note.", Role.NOTE, 0),
    ]
    assert emphasis(rich) == [("out", EmphasisKind.BOLD)]


def test_what_is_in_a_text_box_follows_the_paragraph_that_holds_it() -> None:
    box = "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>"
    body = (
        f"{box}<text:p>It was {box}out.</text:p><text:p>Dark.</text:p>"
        f"<text:list><text:list-item><text:p>oil{box}</text:p></text:list-item></text:list>"
    )
    rich = read_open_document(odt(body), "a.odt")
    assert [(text, role) for text, role, _ in units(rich)] == [
        ("In a box.", Role.PROSE),
        ("It was out.", Role.PROSE),
        ("In a box.", Role.PROSE),
        ("Dark.", Role.PROSE),
        ("oil", Role.LIST_ITEM),
        ("In a box.", Role.PROSE),
    ]


def test_a_flat_file_is_known_by_its_content() -> None:
    flat = (
        f'<?xml version="1.0"?><office:document {ODF} office:mimetype='
        '"application/vnd.oasis.opendocument.text"><office:automatic-styles><style:style '
        'style:name="T1"><style:text-properties fo:font-style="italic"/></style:style>'
        "</office:automatic-styles><office:body><office:text><text:p>It was <text:span "
        'text:style-name="T1">out</text:span>.</text:p></office:text></office:body>'
        "</office:document>"
    )
    document = from_bytes(flat.encode(), name="a.xml")
    assert document.text == "It was out."
    assert [entry.kind for entry in document.emphasis] == [EmphasisKind.ITALIC]


# --- Rich Text -------------------------------------------------------------------------------


def rtf(body: str) -> RichText:
    head = (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\froman Times;}{\f1\fcharset204 Arial;}}"
        r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}}{\info{\title Hidden}}"
    )
    return read_rich_text_file((head + body + "}").encode("latin-1"), "a.rtf")


def test_rich_text_keeps_headings_emphasis_lists_and_notes() -> None:
    rich = rtf(
        r"\pard\s1 The lamp\par\pard It was {\b out}{\footnote\pard A note.\par} at ten.\par "
        r"{\listtext\bullet\tab}\pard\ls1\ilvl0 oil\par"
    )
    assert units(rich) == [
        ("The lamp", Role.HEADING, 1),
        ("It was out at ten.", Role.PROSE, 0),
        ("oil", Role.LIST_ITEM, 1),
        ("A note.", Role.NOTE, 0),
    ]
    assert emphasis(rich) == [("out", EmphasisKind.BOLD)]


def test_rich_text_reads_every_way_to_write_a_character() -> None:
    rich = rtf(
        r"caf\'e9 \u8212\'97 \u-10179?\u-8704? {\f1 \'cc\'e8\'f0} \{x\} a\~b "
        r"\ldblquote c\rdblquote "
        r"{\*\unknown gone}{\v hidden}\par"
    )
    assert texts(rich) == ["café — 😀 Мир {x} a\u00a0b “c”"]


@pytest.mark.parametrize("broken", [r"{\rtf1 a}}}}", r"{\rtf1 a", r"{\rtf1 a\u99999999 b\'zz}"])
def test_broken_rich_text_is_read_as_far_as_it_goes(broken: str) -> None:
    document = from_bytes(broken.encode("ascii"), name="a.rtf")
    assert document.text.startswith("a")


def test_rows_of_tables_are_units_in_open_document_files() -> None:
    cells = "".join(f"<t:table-cell><text:p>{c}</text:p></t:table-cell>" for c in ("a", "", "b"))
    row = f"<t:table-row>{cells}<t:covered-table-cell/></t:table-row>"
    body = f'<t:table xmlns:t="x">{row}</t:table><text:p>Behind.</text:p>'
    assert units(read_open_document(odt(body), "a.odt")) == [
        ("a | | b", Role.TABLE_ROW, 0), ("Behind.", Role.PROSE, 0),
    ]  # fmt: skip


def test_rows_of_tables_are_units_in_rich_text() -> None:
    first = r"\trowd\cellx1\cellx2\pard\intbl a\cell b\cell\trowd\cellx1\cellx2\row"
    body = rf"Before.\par{first}\pard\intbl c\par d\cell e\cell\row\pard Behind.\par"
    assert units(rtf(body)) == [
        ("Before.", Role.PROSE, 0), ("a | b", Role.TABLE_ROW, 0),
        ("c", Role.PROSE, 0), ("d", Role.PROSE, 0), ("e", Role.PROSE, 0),
        ("Behind.", Role.PROSE, 0),
    ]  # fmt: skip


def test_a_row_of_rich_text_that_breaks_off_keeps_its_words() -> None:
    assert texts(rtf(r"\trowd\intbl a\cell b\cell c")) == ["a", "b", "c"]


# --- verse -----------------------------------------------------------------------------------

VERSE = ("O river, river, let me be,", "I only came for water;", "and give me back my daughter.")


def test_verse_with_line_breaks_keeps_its_lines_in_every_format() -> None:
    in_rich_text = r"\line ".join(VERSE)
    in_word = "<w:r><w:br/></w:r>".join(run(line) for line in VERSE)
    for rich in (
        read_word_file(docx(f"<w:p>{in_word}</w:p>"), "a.docx"),
        read_open_document(odt(f"<text:p>{'<text:line-break/>'.join(VERSE)}</text:p>"), "a.odt"),
        rtf(rf"\pard {in_rich_text}\par"),
    ):
        assert units(rich) == [(line, Role.VERSE, 0) for line in VERSE]
