"""Words as they stand in XML."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape

# Characters that XML 1.0 cannot hold.
_NO_XML: Final = {code: None for code in range(32) if code not in (9, 10, 13)}


def xml_text(words: str) -> str:
    """Return words with what means something in XML escaped, and without what it cannot hold."""
    return escape(words.translate(_NO_XML))
