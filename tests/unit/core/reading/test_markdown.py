from __future__ import annotations

from facing_pages.core.model import Role
from facing_pages.core.reading.markdown import render_markdown

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
    text, units = render_markdown(SOURCE)
    return [(unit.span.of(text), unit.role) for unit in units]


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
