"""A comparison as lines that a person can read, and that a changed result changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from facing_pages.core.model import (
    Change,
    Comparison,
    Document,
    Link,
    LinkKind,
    ParagraphLink,
    Span,
)


def outline(comparison: Comparison) -> str:
    """Return the links of paragraphs and sentences, each with the changes inside it.

    Sentences are counted from 1. A link is written `2-3 = 4`, with an arrow where it moved, and
    each change below it by the words of both sides.
    """
    lines = [_paragraph_line(link) for link in comparison.alignment.paragraphs]
    changes: defaultdict[int, list[Change]] = defaultdict(list)
    for change in comparison.changes:
        changes[change.link].append(change)
    for number, link in enumerate(comparison.alignment.links):
        lines += ["", *_link_lines(comparison, link)]
        lines += [f"    {_change_line(comparison, change)}" for change in changes[number]]
    return "\n".join(lines) + "\n"


def _paragraph_line(link: ParagraphLink) -> str:
    moved = ", moved" if link.moved else ""
    return (
        f"paragraph {_numbers(link.original)} : {_numbers(link.rewrite)}  {link.kind.value}{moved}"
    )


def _link_lines(comparison: Comparison, link: Link) -> Iterator[str]:
    moved = ", moved" if link.moved else ""
    heading = f"{_numbers(link.original)} : {_numbers(link.rewrite)}"
    yield f"{heading}  {link.kind.value}{moved}, {link.confidence:.2f}"
    if link.original:
        yield f"  < {_sentences(comparison.original, link.original)}"
    if link.rewrite and link.kind is not LinkKind.SAME:
        yield f"  > {_sentences(comparison.rewrite, link.rewrite)}"


def _sentences(document: Document, numbers: Sequence[int]) -> str:
    return " | ".join(document.sentences[number].span.of(document.text) for number in numbers)


def _change_line(comparison: Comparison, change: Change) -> str:
    was = _quoted(comparison.original, change.original)
    now = _quoted(comparison.rewrite, change.rewrite)
    reason = f"  ({change.reason.value} {change.confidence:.2f})" if change.reason else ""
    return f"{change.kind.value}: {was} > {now}{reason}"


def _quoted(document: Document, span: Span | None) -> str:
    return f'"{span.of(document.text)}"' if span else "-"


def _numbers(numbers: Sequence[int]) -> str:
    if not numbers:
        return "-"
    first, last = numbers[0] + 1, numbers[-1] + 1
    return str(first) if first == last else f"{first}-{last}"
