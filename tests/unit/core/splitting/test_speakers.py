"""Short sentences behind a quotation that say who spoke, in languages without capitals."""

from __future__ import annotations

import pytest

from facing_pages.core.splitting.speakers import MAX_SPEAKER_LETTERS, tells_speaker


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        ("”", "她说。"),
        ("”", "父親低聲問道。"),
        ("」", "と母が聞いた。"),
        ("」", "彼は言った。"),
        ("」", "と笑った。"),
        ('"', "그가 작은 소리로 물었다."),
    ],
)
def test_a_short_sentence_with_a_verb_of_speech_tells_the_speaker(mark: str, sentence: str) -> None:
    assert tells_speaker(mark, sentence)


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        ("。", "她说。"),
        ("”", "她说"),
        ("”", "他说完就走了。"),
        ("”", "父亲说，“天黑了。”"),
        ("」", "彼女は笑った。"),
        ("”", "他放下伞，她说。"),
        ("”", "He said."),
    ],
)
def test_other_sentences_do_not(mark: str, sentence: str) -> None:
    assert not tells_speaker(mark, sentence)


def test_a_longer_sentence_tells_more_than_that() -> None:
    for count in (MAX_SPEAKER_LETTERS, MAX_SPEAKER_LETTERS + 1):
        sentence = "很" * (count - 1) + "说。"
        assert tells_speaker("”", sentence) is (count == MAX_SPEAKER_LETTERS)
