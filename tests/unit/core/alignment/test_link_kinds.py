"""What a link is called."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.link_kinds import link_kind
from facing_pages.core.model import LinkKind


@pytest.mark.parametrize(
    ("original", "rewrite", "kind"),
    [
        (1, 0, LinkKind.REMOVED),
        (3, 0, LinkKind.REMOVED),
        (0, 1, LinkKind.ADDED),
        (0, 2, LinkKind.ADDED),
        (1, 2, LinkKind.SPLIT),
        (2, 1, LinkKind.MERGED),
        (2, 2, LinkKind.REGROUPED),
        (3, 2, LinkKind.REGROUPED),
    ],
)
@pytest.mark.parametrize("is_same", [True, False])
def test_numbers_name_a_link(original: int, rewrite: int, kind: LinkKind, is_same: bool) -> None:
    assert link_kind(original, rewrite, is_same=is_same) is kind


def test_single_units_are_the_same_or_reworded() -> None:
    assert link_kind(1, 1, is_same=True) is LinkKind.SAME
    assert link_kind(1, 1, is_same=False) is LinkKind.REWORDED
