"""The sentence links of a comparison as tables, and for the tools of translators."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import quoteattr

from facing_pages.core.model import Comparison, Document, Link, Side
from facing_pages.core.splitting.function_words import language_of
from facing_pages.export.xml_text import xml_text

_COLUMNS: Final = (
    "original",
    "rewrite",
    "kind",
    "moved",
    "confidence",
    "original text",
    "rewrite text",
)


def comparison_tsv(comparison: Comparison) -> str:
    """Return a line per link: sentence numbers from 1, kind, moved, confidence, both texts."""
    lines = ["\t".join(fields) for fields in (_COLUMNS, *_rows(comparison))]
    return "\n".join(lines) + "\n"


def _rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for link in comparison.alignment.links:
        yield (
            sentence_numbers(link.original),
            sentence_numbers(link.rewrite),
            link.kind.value,
            "moved" if link.moved else "",
            f"{link.confidence:.2f}",
            link_text(comparison.original, link.original),
            link_text(comparison.rewrite, link.rewrite),
        )


def comparison_csv(comparison: Comparison) -> str:
    """Return the same as comma-separated values, quoted as RFC 4180 asks for."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(_COLUMNS)
    writer.writerows(_rows(comparison))
    return buffer.getvalue()


def comparison_xliff(comparison: Comparison) -> str:
    """Return the links with both sides as XLIFF 2.1, the exchange format of translators."""
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
    if not units:  # a file without any is none
        units.append('    <unit id="u0"><segment><source/></segment></unit>\n')
    name = quoteattr(comparison.original.name)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" '
        f'srcLang="{languages[0]}" trgLang="{languages[1]}">\n'
        f'  <file id="f1" original={name}>\n' + "".join(units) + "  </file>\n</xliff>\n"
    )


def comparison_tmx(comparison: Comparison) -> str:
    """Return the links with both sides as TMX 1.4, the exchange format of translation memories."""
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
    """Return the numbers of some sentences as people count them."""
    return " ".join(str(number + 1) for number in numbers)


def link_text(document: Document, numbers: Sequence[int]) -> str:
    """Return some sentences as one line."""
    parts = (document.sentences[number].span.of(document.text) for number in numbers)
    return " ".join(" ".join(part.split()) for part in parts)
