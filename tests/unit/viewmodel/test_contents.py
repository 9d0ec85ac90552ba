from __future__ import annotations

from facing_pages import compare
from facing_pages.core.model import Role, Side
from facing_pages.core.reading.files import from_bytes
from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.contents import contents
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.pair_view import ROLES
from facing_pages.viewmodel.table_columns import ParagraphColumn
from tests.helpers.made_pairs import made_pair
from tests.helpers.one_column import view_of

ORIGINAL = """# The tower

The lamp was quiet when she came down to it.

# The sea

Nobody had told her about the storm of the winter.
"""
REWRITE = """# The tower

The lamp was silent when she came down to it.

# The grey sea

Nobody had told her about the storm of the winter.

## The harbour

Boats lay there.
"""


def test_headings_of_a_row_are_one_chapter_with_its_changes() -> None:
    documents = (from_bytes(text.encode(), name="a.md") for text in (ORIGINAL, REWRITE))
    pages = view_of(compare(*documents))
    chapters = contents(pages, Filter())
    assert [(c.text, c.level, c.side) for c in chapters] == [
        ("The tower", 1, Side.ORIGINAL),
        ("The sea → The grey sea", 1, Side.ORIGINAL),
        ("The harbour", 2, Side.REWRITE),
    ]
    assert chapters[0].changes == 1
    assert chapters[2].original == ""
    added = Filter(frozenset({ViewKind.ADDED}))
    assert contents(pages, added)[0].changes == 0


def test_every_chapter_counts_the_changes_up_to_the_next() -> None:
    text = "The tower.\n\nIt rained. It snowed.\n\nThe sea.\n\nIt froze."
    rewrite = text.replace("rained", "poured").replace("snowed", "thawed").replace("froze", "blew")
    pages = made_pair(
        text,
        rewrite,
        "0=0 1=1 2=2 3=3 4=4",
        paragraphs="0=0 1=1 2=2 3=3",
        changes=[
            ("reworded", "rained", "poured"),
            ("reworded", "snowed", "thawed"),
            ("reworded", "froze", "blew"),
        ],
    )
    for side in Side:
        pages.text(side).paragraphs[[0, 2], ParagraphColumn.ROLE] = ROLES.index(Role.HEADING)
    chapters = contents(pages, Filter())
    assert [(chapter.text, chapter.row, chapter.changes) for chapter in chapters] == [
        ("The tower.", 0, 2),
        ("The sea.", 2, 1),
    ]
    # A heading of plain text has no level of its own.
    assert [(chapter.level, chapter.position) for chapter in chapters] == [(1, 0), (1, 35)]
