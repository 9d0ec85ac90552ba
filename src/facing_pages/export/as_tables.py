"""The sentence links of a comparison as tab-separated values, and as translation memory."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from facing_pages.core.model import Comparison, Document, Link
from facing_pages.core.splitting.function_words import language_of

_COLUMNS = ("original", "rewrite", "kind", "moved", "confidence", "original text", "rewrite text")


def comparison_tsv(comparison: Comparison) -> str:
    """Return a line per link: sentence numbers from 1, kind, moved, confidence, both texts."""
    lines = ["\t".join(_COLUMNS)]
    for link in comparison.alignment.links:
        fields = (
            _numbers(link.original),
            _numbers(link.rewrite),
            link.kind.value,
            "moved" if link.moved else "",
            f"{link.confidence:.2f}",
            _text(comparison.original, link.original),
            _text(comparison.rewrite, link.rewrite),
        )
        lines.append("\t".join(fields))
    return "\n".join(lines) + "\n"


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
    texts = (_text(comparison.original, link.original), _text(comparison.rewrite, link.rewrite))
    variants = "".join(
        f'      <tuv xml:lang="{language}"><seg>{escape(text)}</seg></tuv>\n'
        for language, text in zip(languages, texts, strict=True)
    )
    return f"    <tu>\n{variants}    </tu>\n"


def _numbers(numbers: Sequence[int]) -> str:
    return " ".join(str(number + 1) for number in numbers)


def _text(document: Document, numbers: Sequence[int]) -> str:
    parts = (document.sentences[number].span.of(document.text) for number in numbers)
    return " ".join(" ".join(part.split()) for part in parts)
