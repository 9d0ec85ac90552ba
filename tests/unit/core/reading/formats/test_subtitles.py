"""Subtitles as running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.model import Document, EmphasisKind, RepairKind
from facing_pages.core.reading.choices import ReadingChoices
from facing_pages.core.reading.files import from_bytes, from_text
from facing_pages.core.reading.formats.subtitles import (
    MAX_CUES_OF_SENTENCE,
    MAX_CUES_RUN_ON,
    MAX_PAUSE_SECONDS,
    MAX_ROLLING_SECONDS,
    MIN_ENDED_CUE_SHARE,
    MIN_SMALL_SHARE,
)


def subtitles(*cues: str, pause: float = 0.5) -> str:
    """Return a SubRip file with a cue of two seconds for each text."""
    parts: list[str] = []
    for number, words in enumerate(cues):
        start = number * (2 + pause)
        times = [f"00:{int(t // 60):02d}:{t % 60:06.3f}" for t in (start, start + 2)]
        parts.append(f"{number + 1}\n{times[0]} --> {times[1]}\n{words}\n")
    return "\n".join(parts)


def document(text: str, name: str = "film.srt") -> Document:
    return from_text(text, name=name)


def paragraphs(text: str) -> list[str]:
    found = document(text)
    assert found.raw_text() == text
    return [paragraph.span.of(found.text) for paragraph in found.paragraphs]


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (("The boat\nleaves at nine,", "not ten."), ["The boat leaves at nine, not ten."]),
        (("Then run.", "Leave it."), ["Then run.", "Leave it."]),
        (("Leave it. Nobody", "needs it."), ["Leave it. Nobody needs it."]),
        (("I met", "Tom there."), ["I met Tom there."]),
        (("I thought...", "...that you knew."), ["I thought... ...that you knew."]),
        (("I thought…", "that you knew."), ["I thought… that you knew."]),
        (("I thought—", "You thought wrong."), ["I thought—", "You thought wrong."]),
        (("- Where is it?\n- Here.",), ["- Where is it?", "- Here."]),
        (("-where is it\n-here.",), ["-where is it", "-here."]),
        (("It stayed for years", "— but it was cold."), ["It stayed for years — but it was cold."]),
        (("She is", "[a door]", "gone."), ["She is", "[a door]", "gone."]),
        (("♪ La la ♪", "He is gone."), ["♪ La la ♪", "He is gone."]),
        (("A: I", "told you.", "B: No.", "A: Yes."), ["A: I told you.", "B: No.", "A: Yes."]),
        (("他放下了\n笔。", "我知道，", "你来晚了。"), ["他放下了笔。", "我知道，你来晚了。"]),
        (("나는 너에게", "말했다."), ["나는 너에게 말했다."]),
        (("Où est", "le bateau ?", "Là."), ["Où est le bateau ?", "Là."]),
        (("मैंने तुमसे", "कहा।", "हाँ।"), ["मैंने तुमसे कहा।", "हाँ।"]),
    ],
)  # fmt: skip
def test_a_paragraph_ends_where_a_cue_ends_a_sentence(cues: list[str], expected: list[str]) -> None:
    assert paragraphs(subtitles(*cues)) == expected


def test_a_capital_behind_a_pause_begins_a_paragraph() -> None:
    cues = ("The last boat", "Tom is here.", "Yes.")
    assert len(paragraphs(subtitles(*cues, pause=MAX_PAUSE_SECONDS))) == 2
    assert len(paragraphs(subtitles(*cues, pause=MAX_PAUSE_SECONDS + 0.1))) == 3


def test_a_comma_goes_on_behind_any_pause() -> None:
    assert paragraphs(subtitles("But then,", "Tom came.", pause=30)) == ["But then, Tom came."]


def test_a_sentence_does_not_go_on_for_ever() -> None:
    cues = ["and then"] * (2 * MAX_CUES_OF_SENTENCE - 3) + ["It ended."] * 4
    assert [len(p.split()) // 2 for p in paragraphs(subtitles(*cues))][:2] == [
        MAX_CUES_OF_SENTENCE, MAX_CUES_OF_SENTENCE - 2,
    ]  # fmt: skip


def test_without_punctuation_each_cue_is_a_paragraph() -> None:
    cues = ["So today we talk"] * 9 + ["About boats."]
    assert len(cues) * MIN_ENDED_CUE_SHARE == 1
    assert len(paragraphs(subtitles(*cues))) == 1
    assert len(paragraphs(subtitles("About ships", *cues))) == 11
    assert len(paragraphs(subtitles(*["我知道你来晚了"] * 5))) == 5


def test_what_a_machine_heard_goes_on_until_there_is_a_pause() -> None:
    heard = subtitles(*["so today we talk"] * 5)
    assert len(paragraphs(heard)) == 1
    assert len(paragraphs(subtitles(*["so today we talk"] * 5, pause=MAX_PAUSE_SECONDS + 0.1))) == 5
    half = ["so today we talk", "About boats"] * 5
    assert len(half) * MIN_SMALL_SHARE == 5
    assert len(paragraphs(subtitles(*half))) == 1
    assert len(paragraphs(subtitles(*half, "About ships"))) == 11


def test_what_a_machine_heard_does_not_go_on_for_ever() -> None:
    found = paragraphs(subtitles(*["so it was"] * (MAX_CUES_RUN_ON + 1)))
    assert [len(paragraph.split()) // 3 for paragraph in found] == [MAX_CUES_RUN_ON, 1]


def test_captions_that_roll_up_are_read_once() -> None:
    cues = ("so today", "so today\nwe talk", "we talk", "we talk\nabout boats", "about boats")
    once = "so today we talk about boats"
    assert paragraphs(subtitles(*cues, pause=MAX_ROLLING_SECONDS / 2)) == [once]
    assert paragraphs(subtitles(*cues, pause=2 * MAX_ROLLING_SECONDS)) != [once]


def test_a_refrain_is_read_as_often_as_it_is_sung() -> None:
    cues = ("No.", "No.", "He left.", "She stayed.", "It rained.", "It snowed.", "Who knows?")
    assert len(paragraphs(subtitles(*cues))) == len(cues)


def test_words_in_front_of_the_first_cue_stand_alone() -> None:
    assert paragraphs("My film\n" + subtitles("Run.")) == ["My film", "Run."]


def test_voices_become_labels_and_tags_emphasis() -> None:
    cue = "00:01.000 --> 00:02.000\n<v Mary>I <i>told</i> you &amp; Tom.\n"
    found = document(f"WEBVTT\n\n{cue}\nNOTE x\n")
    assert found.text == "Mary: I told you & Tom."
    assert found.paragraphs[0].label == len("Mary:")
    (emphasis,) = found.emphasis
    assert (emphasis.span.of(found.text), emphasis.kind) == ("told", EmphasisKind.ITALIC)


def test_what_is_left_out_is_on_record() -> None:
    text = subtitles("I told you the boat\nleaves <i>at nine</i>,", "not at ten.")
    kinds = [repair.why for repair in document(text).repairs]
    assert kinds == [
        RepairKind.CUE_TIME, RepairKind.HARD_WRAP, RepairKind.CUE_TAG, RepairKind.CUE_TAG,
        RepairKind.CUE_TIME,
    ]  # fmt: skip


def test_subtitles_are_plain_text_where_their_times_are_kept() -> None:
    choices = ReadingChoices(kept=frozenset((RepairKind.CUE_TIME,)))
    found = from_text(subtitles("Run."), name="film.srt", choices=choices)
    assert "00:00:00.000 --> " in found.text
    assert found.format == ""


@pytest.mark.parametrize("name", ["film.SRT", "film.vtt", "film.txt", "pasted text"])
def test_subtitles_are_told_by_their_content(name: str) -> None:
    found = from_bytes(subtitles("Run.", "Now.").encode(), name=name)
    assert (found.text, found.format) == ("Run.\n\nNow.\n", "subtitles")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1250", "cp1251", "gb18030"])
def test_encodings_and_line_ends_are_those_of_any_text(codec: str) -> None:
    words = {
        "cp1250": "Řekl jsem ti, že příšerně prší.",
        "cp1251": "Я сказал тебе, что идёт дождь.",
    }
    said = words.get(codec, "我告诉过你，船九点开。" if codec == "gb18030" else "So — it rained.")
    text = subtitles(*[said] * 12).replace("\n", "\r\n")
    found = from_bytes(text.encode(codec), name="film.srt")
    assert {p.span.of(found.text) for p in found.paragraphs} == {said}


def test_subtitles_without_words_are_refused() -> None:
    with pytest.raises(ReadingError) as caught:
        document("1\n00:00:01,000 --> 00:00:02,000\n\n")
    assert caught.value.problem is Problem.EMPTY


@given(
    st.lists(
        st.sampled_from(
            ("1|00:01.000 --> 00:02.000|00:00:03,5 --> 00:00:04 line:0 x|| |WEBVTT|NOTE|"
             "I told|you.|<v Mary>So|<i>no</i> |{\\an8}|- Tom|&amp; &lt;i&gt;|[10:02] Mara:|"
             "ANNA: x|PAUL: y|ANNA:|â€œx|\ufeff|你来了").split("|")
        ),
        max_size=14,
    )
)  # fmt: skip
def test_the_text_of_the_file_can_be_restored(lines: list[str]) -> None:
    text = "\n".join(["00:00.000 --> 00:01.000", "A", *lines])
    found = document(text)
    assert found.raw_text() == text
    assert all(found.text[p.span.start : p.span.end].strip() for p in found.paragraphs)
    assert all(p.label < p.span.length for p in found.paragraphs)
