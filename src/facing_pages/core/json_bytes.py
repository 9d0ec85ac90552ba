"""JSON as bytes of UTF-8, for values that may hold halves of characters.

File names that are not UTF-8 and texts from a clipboard can hold surrogates, which UTF-8 cannot.
They become the escapes that JSON has for them, and are the same again when they are read.
"""

from __future__ import annotations

import json
from typing import Any


def json_bytes(content: Any, *, indent: int | None = 1) -> bytes:
    """Return a value as JSON in UTF-8. Raises `TypeError` for what JSON does not know."""
    text = json.dumps(content, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "backslashreplace")
