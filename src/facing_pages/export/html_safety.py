"""What makes a page of ours safe whatever its texts say.

The page may use its own styles and scripts and nothing else: no other script runs and nothing is
loaded, even if markup of a text should get through the escaping.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from html import escape

from facing_pages.export.file_names import utf8_text


def content_policy(*, style: str, script: str) -> str:
    """Return the element for the head of a page that has this style and this script inside it.

    Both must stand in the page to the letter, between the tags of their elements.
    """
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'


def isolated(text: str) -> str:
    """Return text as HTML whose direction has no influence on what follows in the line."""
    return f"<bdi>{escape(utf8_text(text))}</bdi>"


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{b64encode(digest).decode('ascii')}'"
