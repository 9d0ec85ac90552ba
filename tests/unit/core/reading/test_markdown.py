from __future__ import annotations

from facing_pages.core.model import EmphasisKind, Role
from facing_pages.core.reading.markdown import read_markdown

SOURCE = """---
title: Not shown
---
# The lamp

It was *dark* for [eleven years](https://example.org), and
nobody **minded**.

- one rope
- two lamps

> She came back.

The lamp is out,\\
the keeper gone.

```
a line of code
another
```
"""


def shown() -> list[tuple[str, Role]]:
    rich = read_markdown(SOURCE)
    return [(unit.span.of(rich.text), unit.role) for unit in rich.units]


def test_marks_are_not_part_of_the_text() -> None:
    assert shown()[1] == ("It was dark for eleven years, and nobody minded.", Role.PROSE)


def test_blocks_keep_their_roles() -> None:
    expected = [
        Role.HEADING, Role.PROSE, Role.LIST_ITEM, Role.LIST_ITEM, Role.QUOTE, Role.PROSE,
        Role.PROSE, Role.VERSE, Role.VERSE,
    ]  # fmt: skip
    assert [role for _, role in shown()] == expected


def test_front_matter_is_left_out() -> None:
    assert shown()[0] == ("The lamp", Role.HEADING)


def test_emphasis_is_kept_without_its_marks() -> None:
    rich = read_markdown(SOURCE)
    found = [(entry.span.of(rich.text), entry.kind) for entry in rich.emphasis]
    assert found == [("dark", EmphasisKind.ITALIC), ("minded", EmphasisKind.BOLD)]
