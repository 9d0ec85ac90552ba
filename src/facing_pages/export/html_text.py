"""Texts in the HTML pages of reports, and what makes these safe for any text they contain.

A content security policy allows only the page's own styles and scripts. No other script runs and
nothing is loaded, even if markup in a text got through the escaping.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from html import escape

from facing_pages.core.model import EmphasisKind
from facing_pages.export.file_names import changes_direction, utf8_text


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


def emphasised_html(text: str, emphasis: frozenset[EmphasisKind]) -> str:
    """Return words in the HTML elements for their emphasis.

    Words that change the direction of the text are isolated, so that what follows is not affected.
    """
    words = escape(text, quote=False)
    if changes_direction(text):
        words = f"<bdi>{words}</bdi>"
    if EmphasisKind.ITALIC in emphasis:
        words = f"<em>{words}</em>"
    return f"<strong>{words}</strong>" if EmphasisKind.BOLD in emphasis else words


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{b64encode(digest).decode('ascii')}'"
