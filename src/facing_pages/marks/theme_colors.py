"""The colours of marks and pages by role, from the theme files: for the window and for reports."""

from __future__ import annotations

import json
from typing import Any

from facing_pages.core.resources import resource_text
from facing_pages.marks.kinds import ViewKind

# Reports on paper, and those whose format knows no dark page.
PAPER = "light"


def theme_colors(name: str) -> dict[str, Any]:
    """Return the colours of a theme by role, those of kinds in groups: "fills", "lines" …

    Raises `FileNotFoundError` if there is none of that name.
    """
    content: dict[str, Any] = json.loads(resource_text(f"themes/{name}.json"))
    return content


def color_of(kind: ViewKind, group: str) -> str:
    """Return the colour of a kind in a group on paper, such as "#87350B"; "" if it has none."""
    return str(theme_colors(PAPER)[group].get(kind.name.lower(), ""))
