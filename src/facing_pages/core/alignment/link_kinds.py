"""What a link is called: by how many units it has on each side, and whether they differ."""

from __future__ import annotations

from facing_pages.core.model import LinkKind


def link_kind(original: int, rewrite: int, *, is_same: bool) -> LinkKind:
    """Name a link by its numbers of units; `is_same` matters where each side has one."""
    if not rewrite:
        return LinkKind.REMOVED
    if not original:
        return LinkKind.ADDED
    if original == rewrite == 1:
        return LinkKind.SAME if is_same else LinkKind.REWORDED
    if original == 1:
        return LinkKind.SPLIT
    return LinkKind.MERGED if rewrite == 1 else LinkKind.REGROUPED
