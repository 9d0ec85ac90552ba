from __future__ import annotations

import pytest

from facing_pages.core.model import RepairKind, Role
from facing_pages.core.reading.files import from_bytes, from_text
from facing_pages.core.reading.speaker_labels import (
    MAX_LABEL_LENGTH,
    MIN_BARE_SHARE,
    MIN_LABELLED_SHARE,
    label_lengths,
)


def labels(text: str) -> list[str]:
    """Return the labels of some lines, "" for one without."""
    lines = text.split("\n")
    return [line[:length] for line, length in zip(lines, label_lengths(lines), strict=True)]


def marked_labels(marked: str) -> list[str]:
    """Return what stands before the sign "|" in each line."""
    return [line.rpartition("|")[0] for line in marked.split("\n")]


TIMED = """\
[10:02] Mara:| are we on?
[10:03:11] jonas:| yes
---
Mara (10:02):| On?
Jonas (10:03):| Yes.
---
10:02 Mara:| On?
10:03 Jonas:| Yes.
---
10:02 Mara|
On?
10:03 Jonas|
Yes.
---
Mara 10:02 AM|
On?
Jonas 10:03 AM|
Yes.
---
Speaker 1 (00:14)|
So.
Speaker 2 (00:19)|
Yes.
---
[00:14]| So we began.
[00:19]| It rained.
---
00:14|
So we began.
00:19|
It rained.
---
[10:02] <mara>| on?
[10:03] <jonas>| yes
---
3.5.2024, 10:02 - Mara:| On?
3.5.2024, 10:03 - Jonas:| Yes.
""".split("---\n")
NAMED = """\
ANNA:| So.
PAUL:| Yes.
ANNA:| Well.
---
Anna de Wit:| So.
Dr. Brown:| Yes.
Dr. Brown:| No.
---
Q.| Where?
A.| Here.
Q.| When?
---
HAMLET.| To be?
FIRST CLOWN.| Not to be.
HAMLET.| Ay.
---
Анна:| Да.
Иван:| Нет.
Анна:| Что?
---
记者：|你好。
王先生：|好。
记者：|是吗？
---
INTERVIEWER:|
How?
BROWN:|
Well.
INTERVIEWER:|
Ah.
---
ANNA (V.O.):| So.
PAUL:| Yes.
ANNA (V.O.):| Well.
""".split("---\n")


@pytest.mark.parametrize("marked", TIMED)
def test_a_time_with_or_without_a_name_is_a_label(marked: str) -> None:
    assert labels(marked.replace("|", "")) == marked_labels(marked)


@pytest.mark.parametrize("marked", NAMED)
def test_a_name_that_comes_again_is_a_label(marked: str) -> None:
    assert labels(marked.replace("|", "")) == marked_labels(marked)


@pytest.mark.parametrize(
    "text",
    [
        "Serves: 4\nTime: 30 minutes\nYou need: salt",  # no name comes again
        "Anna: So.\nPaul: Yes.",
        "ANNA: So.\nANNA: Yes.\nANNA: Well.",  # a heading
        "A. one\nB. two\nC. three\nA. four\nB. five\nC. six",  # answers of an examination
        "10:00 Breakfast\n11:00 Lunch\n12:00 A walk",  # nothing is said
        "1:1 In the beginning\n1:2 And the earth was void: and dark\n1:3 And God said: Let",
        "See http://harbour.org\nand http://lamp.org\nand http://harbour.org",
        "INT. KITCHEN - NIGHT\nEXT. HARBOUR\nINT. KITCHEN - DAY\nIt rains.",  # scenes
        "HAMLET.\nTo be?\nCLOWN.\nNo.\nHAMLET.\nAy.",  # headings of speeches
        "He said: Come.\nshe said: No.\nHe said: Why?",
        "[10:02] Mara: once only",
        "",
    ],
)
def test_other_lines_have_no_labels(text: str) -> None:
    assert not any(labels(text))


def test_labels_must_be_a_share_of_the_lines() -> None:
    lines = ["[10:02] Mara: So we began.", "[10:03] Mara: It rained."]
    most = round(len(lines) / MIN_LABELLED_SHARE)
    said = ["Nobody came."] * (most - len(lines))
    assert any(label_lengths(lines + said))
    assert not any(label_lengths([*lines, *said, "Nobody came."]))


def test_times_without_names_are_labels_only_where_they_are_many() -> None:
    lines = ["10:02 AM", "So we began.", "It rained.", "All day."]
    assert len(lines) * MIN_BARE_SHARE == 1
    assert any(label_lengths(lines + lines))
    assert not any(label_lengths([*lines, *lines, "It snowed."]))
    assert label_lengths([*lines, *lines, "[10:05] Mara: So.", "[10:06] Mara: So."])[-2:] == [
        13,
        13,
    ]


def test_a_label_is_found_at_the_start_of_a_very_long_line() -> None:
    lines = ["ANNA: " + "so " * 50_000, "PAUL: yes", "ANNA: " + "x" * MAX_LABEL_LENGTH]
    assert label_lengths(lines) == [5, 5, 5]


def test_a_label_on_its_own_line_is_joined_with_its_turn() -> None:
    document = from_text("Speaker 1 (00:14)\nSo we began.\n\nSpeaker 2 (00:19)\nYes\n", name="")
    assert document.text == "Speaker 1 (00:14) So we began.\n\nSpeaker 2 (00:19) Yes\n"
    assert [(p.role, p.label) for p in document.paragraphs] == [(Role.PROSE, 17)] * 2
    assert [repair.why for repair in document.repairs] == [RepairKind.LABEL_LINE] * 2
    assert document.raw_text() == "Speaker 1 (00:14)\nSo we began.\n\nSpeaker 2 (00:19)\nYes\n"


def test_a_label_with_nothing_below_it_is_an_ordinary_line() -> None:
    text = "ANNA: So.\n\nPAUL:\n\nANNA: Well.\n\nPAUL: Yes.\n\nANNA:"
    document = from_text(text, name="")
    assert document.text == text
    assert [paragraph.label for paragraph in document.paragraphs] == [5, 0, 5, 5, 0]


def test_a_turn_begins_where_a_label_stands_though_the_text_is_wrapped() -> None:
    long = "ANNA: we went down to the harbour and waited there until the rain had stopped\n"
    text = long + "and the boat came in\nPAUL: and then we went home along the river in the dark\n"
    document = from_text(text + long, name="")
    starts = [paragraph.span.of(document.text)[:5] for paragraph in document.paragraphs]
    assert starts == ["ANNA:", "PAUL:", "ANNA:"]


def test_labels_are_found_in_all_formats() -> None:
    turns = ("<b>Anna:</b> So it <i>was</i>.", "Paul:", "No, <i>never</i>.", "Anna: Ah.")
    page = f"<html><body><article><p>{'<p>'.join(turns)}</article></body></html>"
    found = from_bytes(page.encode(), name="a.html")
    assert found.text == "Anna: So it was.\n\nPaul: No, never.\n\nAnna: Ah."
    assert [paragraph.label for paragraph in found.paragraphs] == [5, 5, 5]
    assert [entry.span.of(found.text) for entry in found.emphasis] == ["Anna:", "was", "never"]
