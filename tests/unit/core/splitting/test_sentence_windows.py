"""Long paragraphs are split window by window, with the result of splitting the whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages.core.splitting import sentences as splitting
from facing_pages.core.splitting.sentences import sentence_spans

PIECES = st.sampled_from(
    [
        "The ferry is late.", "Mr. Smith", "(see p. x below)", "e.g. this", "J. K. Rowling said",
        "U.S. troops", "No. 5", "“Go,” he said.", "“Why?” he asked.", "Yes!", "3.5 per cent",
        "and so on...", "Fig. 2", "I. It", "敏捷的狐狸。", "跳过（是的。）了。", "「好。」", "हाँ।",
        "ok; then", "_so!_", "it's", "a@b.c", "Он ушёл.", "z. B. hier", "M. Dupont",
        "e\u0301\u0301",
        "👩\u200d👩\u200d👧.", "\U0001d54f.", "\ud83d", "—", "x" * 90,
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=5, max_size=120).map(" ".join)
LANGUAGES = st.sampled_from(["en", "de", "fr", "ru", "zh", "hi", "xx"])
# Characters of a window, of them not used at its end, and looked at before the used ones.
SIZES = st.sampled_from([(300, 110, 60), (331, 120, 100), (700, 200, 150)])


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, language=LANGUAGES, sizes=SIZES)
def test_windows_give_what_the_whole_gives(
    text: str, language: str, sizes: tuple[int, int, int]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(splitting, "MAX_WINDOW", len(text) + 1)
        whole = sentence_spans(text, language=language)
        names = ("MAX_WINDOW", "CHARACTERS_AHEAD", "CHARACTERS_BEHIND")
        for name, size in zip(names, sizes, strict=True):
            patch.setattr(splitting, name, size)
        assert sentence_spans(text, language=language) == whole


@pytest.mark.parametrize("shift", range(0, 26, 5))
@pytest.mark.parametrize("count", [400, 1000, 5000])
def test_no_end_is_lost_wherever_a_window_ends(count: int, shift: int) -> None:
    text = "x" * shift + " " + "The ferry is late today. " * count

    assert len(sentence_spans(text, language="en")) == count


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("狐狸跳过了懒狗。", "zh"),
        ("Is it late? ", "en"),
        ("वह देर से आया। ", "hi"),
        ("Он ушёл. ", "ru"),
    ],
)
def test_scripts_of_all_kinds_keep_all_sentences(sentence: str, language: str) -> None:
    assert len(sentence_spans(sentence * 3000, language=language)) == 3000


@pytest.mark.parametrize(
    "letter", ["x", "漢", "e\u0301", "👩\u200d", "\ud83d", ".", "。", "“", ","]
)
def test_a_paragraph_without_ends_is_one_sentence(letter: str) -> None:
    text = letter * 30_000

    assert [span.of(text) for span in sentence_spans(text, language="en")] == [text]
