"""Escape text for XML."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape, quoteattr

# Characters not allowed in XML 1.0: controls are left out; surrogates, U+FFFE and U+FFFF are
# replaced.
_NO_XML: Final = {
    **{code: None for code in range(32) if code not in (9, 10, 13)},
    **dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"),
}


def xml_text(words: str) -> str:
    """Return text with markup escaped and without characters that XML does not allow."""
    return escape(words.translate(_NO_XML))


def xml_attribute(words: str) -> str:
    """Return text as the value of an attribute, with its quotation marks."""
    return quoteattr(words.translate(_NO_XML))
