"""The sentence links of a comparison as CSV and TSV tables, and as TMX and XLIFF.

They are for programs, and the words in them are English in every language.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

from facing_pages.core.languages.detect import language_of
from facing_pages.core.model import Comparison, Document, Link, Side
from facing_pages.core.translatable import N_
from facing_pages.export.counterparts import Counterparts
from facing_pages.export.file_names import shown_name
from facing_pages.export.xml_text import xml_attribute, xml_text

TABLE_HEADINGS: Final = (
    N_("original"),
    N_("rewrite"),
    N_("kind"),
    N_("moved"),
    N_("confidence"),
    N_("original text"),
    N_("rewrite text"),
)
# What is said of a link whose words moved, by whether all of them did.
MOVED_WORDS: Final = {True: N_("moved"), False: N_("in part")}
# Cells that a spreadsheet would calculate as formulas: they begin with one of these signs or its
# full-width form, possibly after spaces and zero-width characters. Leading apostrophes are part of
# the pattern, so that the apostrophe that guards a cell can be removed again.
_FORMULA: Final = re.compile(
    "'*[\\s\ufeff\u200b-\u200f\u2060\x00-\x1f]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n]"
)


def comparison_tsv(comparison: Comparison) -> str:
    """Return a line per link: sentence numbers from 1, kind, moved, confidence, both texts.

    Cells are quoted and guarded as in `comparison_csv`; only the separator and the line ends
    differ.
    """
    return _table(comparison, delimiter="\t", line_end="\n")


def table_rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    """Yield the heading row and a row for each link; cells are not guarded or quoted."""
    yield TABLE_HEADINGS
    counterparts = Counterparts(comparison)
    for link in comparison.alignment.links:
        yield (
            sentence_numbers(link.original),
            sentence_numbers(link.rewrite),
            link.kind.value,
            _moved(comparison, link, counterparts),
            f"{link.confidence:.2f}",
            link_text(comparison.original, link.original),
            link_text(comparison.rewrite, link.rewrite),
        )


def comparison_csv(comparison: Comparison) -> str:
    """Return the table as comma-separated values, quoted as in RFC 4180.

    Cells that a spreadsheet would calculate begin with an apostrophe.
    """
    return _table(comparison, delimiter=",", line_end="\r\n")


def guarded(cell: str) -> str:
    """Return a cell with an apostrophe before it if a spreadsheet could take it for a formula.

    The guard is reversible: if a cell begins with apostrophes and such a sign, remove the first
    apostrophe.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _moved(comparison: Comparison, link: Link, counterparts: Counterparts) -> str:
    """Return "moved" for a link whose words stand elsewhere, "in part" if only some of them do."""
    if link.moved:
        return MOVED_WORDS[True]
    if link.original and link.rewrite:
        return ""
    side = Side.ORIGINAL if link.original else Side.REWRITE
    whole = comparison.document(side).sentences_span(link.numbers(side))
    found = counterparts.of(side, whole)
    if found is None:
        return ""
    return MOVED_WORDS[found.is_whole]


def _table(comparison: Comparison, *, delimiter: str, line_end: str) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=line_end)
    writer.writerows([guarded(cell) for cell in row] for row in table_rows(comparison))
    return buffer.getvalue()


def comparison_xliff(comparison: Comparison) -> str:
    """Return the links that have both sides as XLIFF 2.1, the exchange format of translators."""
    languages = (language_of(comparison.original.text), language_of(comparison.rewrite.text))
    units = []
    for number, link in enumerate(comparison.alignment.links, 1):
        if link.original and link.rewrite:
            source, target = (
                xml_text(link_text(comparison.document(side), link.numbers(side))) for side in Side
            )
            units.append(
                f'    <unit id="u{number}"><segment state="final"><source>{source}</source>'
                f"<target>{target}</target></segment></unit>\n"
            )
    if not units:  # the format requires at least one
        units.append('    <unit id="u0"><segment><source/></segment></unit>\n')
    name = xml_attribute(shown_name(comparison.original.name))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" '
        f'srcLang="{languages[0]}" trgLang="{languages[1]}">\n'
        f'  <file id="f1" original={name}>\n' + "".join(units) + "  </file>\n</xliff>\n"
    )


def comparison_tmx(comparison: Comparison) -> str:
    """Return the links that have both sides as TMX 1.4, the format of translation memories."""
    languages = (language_of(comparison.original.text), language_of(comparison.rewrite.text))
    units = [
        _translation_unit(comparison, link, languages)
        for link in comparison.alignment.links
        if link.original and link.rewrite
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<tmx version="1.4">\n'
        '  <header creationtool="Facing Pages" creationtoolversion="1" segtype="sentence" '
        f'o-tmf="Facing Pages" adminlang="en" srclang="{languages[0]}" datatype="plaintext"/>\n'
        "  <body>\n" + "".join(units) + "  </body>\n</tmx>\n"
    )


def _translation_unit(comparison: Comparison, link: Link, languages: tuple[str, str]) -> str:
    texts = (
        link_text(comparison.original, link.original),
        link_text(comparison.rewrite, link.rewrite),
    )
    variants = "".join(
        f'      <tuv xml:lang="{language}"><seg>{xml_text(text)}</seg></tuv>\n'
        for language, text in zip(languages, texts, strict=True)
    )
    return f"    <tu>\n{variants}    </tu>\n"


def sentence_numbers(numbers: Sequence[int]) -> str:
    """Return sentence numbers counted from 1 with spaces between, such as "3 4"."""
    return " ".join(str(number + 1) for number in numbers)


def link_text(document: Document, numbers: Sequence[int]) -> str:
    """Return the text of some sentences in one line."""
    parts = (document.sentences[number].span.of(document.text) for number in numbers)
    return " ".join(" ".join(part.split()) for part in parts)
