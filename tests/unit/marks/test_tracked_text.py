from __future__ import annotations

import pytest

from facing_pages.core.both import Both
from facing_pages.core.model import Span
from facing_pages.marks.kinds import MarkStyle
from facing_pages.marks.position_map import Mark
from facing_pages.marks.tracked_text import State, TrackedText

SIGNS = {State.KEPT: "{}", State.REMOVED: "[-{}-]", State.ADDED: "{{+{}+}}"}


def paragraphs_of(text: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for part in text.split("\n\n") if text else []:
        spans.append(Span(start, start + len(part)))
        start += len(part) + 2
    return spans


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def tracked(original: str, rewrite: str, *changes: tuple[str, str]) -> TrackedText:
    """Return a row with these words marked as reworded, removed or added."""
    texts = Both(original, rewrite)
    marks: Both[list[Mark]] = Both([], [])
    for words in changes:
        both = Both(*words)
        spans = both.with_other(texts, lambda part, text: span_of(text, part))
        for side, span in spans.items():
            if span.length:
                answer = spans[side.other]
                end = answer.end if answer.length else None
                marks[side].append(Mark(span.start, span.end, MarkStyle.REWORDED, end))
    return TrackedText(texts, texts.map(paragraphs_of), marks, [])


def written(text: TrackedText) -> str:
    found: list[tuple[State, str]] = []
    for run in text.runs():
        words = "¶" if run.text is None else run.text
        if found and found[-1][0] is run.state:
            found[-1] = (run.state, found[-1][1] + words)
        else:
            found.append((run.state, words))
    return "".join(SIGNS[state].format(words) for state, words in found)


def left(text: TrackedText, without: State) -> str:
    parts = [run.text or "¶" for run in text.runs() if run.state is not without]
    return "".join(parts).removesuffix("¶").replace("¶", "\n\n")


@pytest.mark.parametrize(
    ("original", "rewrite", "changes", "wanted"),
    [
        ("The lamp was quiet.", "The lamp was quiet.", [], "The lamp was quiet.¶"),
        (
            "The lamp was quiet.",
            "The lamp was silent.",
            [("quiet", "silent")],
            "The lamp was [-quiet-]{+silent+}.¶",
        ),
        (
            "He went very slowly down.",
            "He went down.",
            [("very slowly", "")],
            "He went [-very slowly -]down.¶",
        ),
        (
            # Words inside a change are not kept, though both sides have them.
            "In 1952 the lamp was made electric, and it shone.",
            "Electrified in 1952, it shone.",
            [("In 1952 the lamp was made electric", "Electrified in 1952"), ("and", "")],
            "[-In 1952 the lamp was made electric-]{+Electrified in 1952+}, [-and -]it shone.¶",
        ),
        # Two changes that touch stay two.
        (
            "She was quick and loud.",
            "She ran off and sang.",
            [("was", "ran"), ("quick", "off"), ("loud", "sang")],
            "She [-was-]{+ran+} [-quick-]{+off+} and [-loud-]{+sang+}.¶",
        ),
        # Where a script sets no spaces, characters are kept one by one.
        ("老王五十年", "老王五百年", [("十", "百")], "老王五[-十-]{+百+}年¶"),
        ("He: 老王五十年", "He: 老王五百年", [("十", "百")], "He: 老王五[-十-]{+百+}年¶"),
        # Signs and spaces around words that differ are kept, also without marks.
        ("the old, and lamp", "the new, and lamp", [], "the [-old-]{+new+}, and lamp¶"),
        # Signs between kept words are kept one by one, and nothing is kept across a word.
        ("n=12", "n = 12", [], "n{+ +}={+ +}12¶"),
        ("n = 12", "n=12", [], "n[- -]=[- -]12¶"),
        ("Oh.!?, no", "Oh;!?: no", [], "Oh[-.-]{+;+}!?[-,-]{+:+} no¶"),
        ('"No," he said.', "“No,” he said.", [], "[-\"-]{+“+}No,[-\"-]{+”+} he said.¶"),
        # A letter of another case is a change to the letter.
        ("The end.", "the end.", [], "[-The-]{+the+} end.¶"),
        # Ends of paragraphs are characters like others.
        ("It rained. Then it", "It rained.\n\nThen it", [], "It rained.[- -]{+¶+}Then it¶"),
        ("It rained.\n\nThen it", "It rained. Then it", [], "It rained.[-¶-]{+ +}Then it¶"),
        ("It rained.", "", [], "[-It rained.¶-]"),
        ("", "It rained.", [], "{+It rained.¶+}"),
    ],
)  # fmt: skip
def test_what_was_kept_removed_and_added(
    original: str, rewrite: str, changes: list[tuple[str, str]], wanted: str
) -> None:
    text = tracked(original, rewrite, *changes)
    assert written(text) == wanted
    assert left(text, State.ADDED) == original
    assert left(text, State.REMOVED) == rewrite


@pytest.mark.parametrize(
    ("old", "new"),
    [("เมื่อวาน", "เมื่อคืน"), ("काल", "काली"), ("cafe\u0301s", "cafe\u0301"), ("❤", "❤\ufe0f")],
)
def test_combining_marks_are_not_cut_from_what_they_stand_on(old: str, new: str) -> None:
    text = tracked(f"a {old} b", f"a {new} b", (old, new))
    assert written(text) == f"a [-{old}-]{{+{new}+}} b¶"


def test_runs_say_where_they_stand() -> None:
    text = tracked("It rained.\n\nIt was cold.", "It rained.\n\nIt was dry.", ("cold", "dry"))
    found = {run.text: (run.start, run.paragraph) for run in text.runs()}
    assert found["rained"] == (3, 0)
    assert found["cold"] == (19, 1)
    assert found["dry"] == (19, 1)


def test_a_side_without_paragraphs_has_no_places() -> None:
    assert tracked("It rained.", "").places is None
    assert tracked("It rained.", "It rained.").places is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("€500", "$500"),
        ("€12", "€15"),
        ("-5", "5"),
        ("3.2", "3.4"),
        ("50%", "50‰"),
        ("1,500", "1,600"),
        ("£20", "£20m"),
    ],
)
def test_a_number_is_tracked_with_its_sign_currency_and_separators(old: str, new: str) -> None:
    found = tracked(f"It was {old} today.", f"It was {new} today.", (old, new))
    assert written(found) == f"It was [-{old}-]{{+{new}+}} today.¶"
