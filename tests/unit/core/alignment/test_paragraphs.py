from __future__ import annotations

from facing_pages import compare
from facing_pages.core.model import LinkKind, ParagraphLink

ONE = "The harbour was quiet when she came down to it. Nobody had told her about the storm."
TWO = "Her brother used to count the boats from the window. He had counted nineteen before he left."
THREE = "The keeper sold his telescope to a travelling dentist. It was never seen again."
FOUR = "Snow lay on the granite steps until the middle of April. Then it went in one afternoon."


def links(original: list[str], rewrite: list[str]) -> list[ParagraphLink]:
    comparison = compare("\n\n".join(original), "\n\n".join(rewrite))
    return list(comparison.alignment.paragraphs)


def test_a_split_paragraph_is_one_link() -> None:
    first, second = ONE.split(". ", 1)
    found = links([ONE, TWO], [first + ".", second, TWO])
    assert found[0] == ParagraphLink((0,), (0, 1), LinkKind.SPLIT)


def test_merged_paragraphs_are_one_link() -> None:
    found = links([ONE, TWO, THREE], [f"{ONE} {TWO}", THREE])
    assert found[0] == ParagraphLink((0, 1), (0,), LinkKind.MERGED)


def test_a_moved_paragraph_keeps_its_word_changes() -> None:
    edited = THREE.replace("travelling", "passing")
    comparison = compare(
        "\n\n".join([ONE, TWO, THREE, FOUR]), "\n\n".join([edited, ONE, TWO, FOUR])
    )
    moved = [link for link in comparison.alignment.paragraphs if link.moved]
    assert moved == [ParagraphLink((2,), (0,), LinkKind.REWORDED, moved=True)]
    changed = [c.original.of(comparison.original.text) for c in comparison.changes if c.original]
    assert changed == ["travelling"]


def test_added_and_removed_paragraphs_stand_alone() -> None:
    found = links([ONE, TWO, THREE], [ONE, FOUR, THREE])
    assert ParagraphLink((1,), (), LinkKind.REMOVED) in found
    assert ParagraphLink((), (1,), LinkKind.ADDED) in found


def test_unchanged_paragraphs_are_the_same() -> None:
    assert [link.kind for link in links([ONE, TWO], [ONE, TWO])] == [LinkKind.SAME] * 2
