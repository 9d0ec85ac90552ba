"""Make the HTML pages of reports safe for any text they contain.

A content security policy allows only the page's own styles and scripts. No other script runs and
nothing is loaded, even if markup in a text got through the escaping.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from html import escape

from facing_pages.export.file_names import utf8_text


def content_policy(*, style: str, script: str) -> str:
    """Return the `meta` element for the head of a page with this inline style and script.

    Both must be in the page exactly as given, between the tags of their elements.
    """
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'


def isolated(text: str) -> str:
    """Return text as HTML with its direction isolated from the rest of the line."""
    return f"<bdi>{escape(utf8_text(text))}</bdi>"


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{b64encode(digest).decode('ascii')}'"
