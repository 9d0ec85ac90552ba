"""Words as they stand in XML."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape, quoteattr

# Characters that XML 1.0 cannot hold: controls are left out, halves of characters and the two last
# code points of the first plane are replaced.
_NO_XML: Final = {
    **{code: None for code in range(32) if code not in (9, 10, 13)},
    **dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"),
}


def xml_text(words: str) -> str:
    """Return words with what means something in XML escaped, and without what it cannot hold."""
    return escape(words.translate(_NO_XML))


def xml_attribute(words: str) -> str:
    """Return words as the value of an attribute, with its quotation marks."""
    return quoteattr(words.translate(_NO_XML))
