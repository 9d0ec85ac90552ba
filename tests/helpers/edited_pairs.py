"""Random pairs in which sentences, phrases, paragraphs and list items moved and were edited.

The original is drawn from sentences that differ in their words, so that each place of a text can
be told from all others; the rewrite is made of it by a few edits:

    moves     a phrase within its sentence or to another, a sentence to another paragraph,
              a paragraph, an item of the list
    inside    a word or a figure replaced, another form of a word, a word less, a word more, a mark
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from hypothesis import strategies as st

PROSE: Final = (
    "The ferry left the stone pier at six every morning with coal and two tired horses.",
    "Nobody in the village remembered who had planted the crooked walnut tree.",
    "Petra kept the brass key of the chapel under a loose tile in her kitchen.",
    "In 1912 a flood carried away the wooden bridge and eleven sheep.",
    "The doctor wrote his letters by candlelight and burned most of them.",
    "A narrow path climbed from the mill to the abandoned slate quarry.",
    "Children sold mushrooms beside the railway until the first snow of November.",
    "Her uncle repaired clocks, barometers and one enormous church organ.",
    "The schoolmaster counted 47 pupils and a goat in the only classroom.",
    "Every Thursday the baker gave his oldest bread to the swans.",
    "Three sailors from Bergen slept in the barn behind the customs house.",
    "Rain had ruined the harvest, so the market stayed closed for a month.",
    "An engineer measured the valley and promised electricity within 5 years.",
    "The widow sold her violin to pay for the broken windows.",
    "Old maps show a second lighthouse on the northern reef.",
    "Smoke from the brickworks covered the orchards in grey dust.",
)
ITEMS: Final = (
    "- 5 mg of aspirin a day",
    "- 12 candles from the village shop",
    "- a coil of tarred rope for the anchor",
    "- 3 sacks of unpeeled chestnuts",
    "- the spare lamp with its green glass",
    "- a map of the northern reef",
)
OTHER_WORDS: Final = ("silver", "quickly", "carpenter", "1998", "80", "never", "beautiful", "wagon")
OTHER_FORMS: Final = {
    "left": "leaves",
    "planted": "planting",
    "kept": "keeps",
    "wrote": "writes",
    "climbed": "climbs",
    "sold": "sells",
    "repaired": "repairs",
    "counted": "counts",
    "slept": "sleeps",
    "measured": "measures",
    "grey": "gray",
    "harvest": "harvests",
}
# Words of a phrase that moves.
PHRASE_WORDS: Final = (3, 11)


class EditedPair(NamedTuple):
    """A text and what random edits made of it."""

    original: str
    rewrite: str


# Paragraphs of sentences of words.
_Text = list[list[list[str]]]


@st.composite
def edited_pairs(draw: st.DrawFn) -> EditedPair:
    """Draw a text of two to six paragraphs, with a list or without, and its rewrite."""
    text = _drawn_text(draw)
    rewrite: _Text = [[list(sentence) for sentence in paragraph] for paragraph in text]
    for edit in draw(st.lists(st.sampled_from(_EDITS), min_size=2, max_size=10)):
        edit(draw, rewrite)
    return EditedPair(_joined(text), _joined(rewrite))


def _drawn_text(draw: st.DrawFn) -> _Text:
    sentences = draw(st.permutations(PROSE))[: draw(st.integers(3, len(PROSE)))]
    text: _Text = []
    while sentences:
        size = draw(st.integers(1, 4))
        text.append([sentence.split() for sentence in sentences[:size]])
        sentences = sentences[size:]
    items = draw(st.permutations(ITEMS))[: draw(st.sampled_from((0, 0, 3, len(ITEMS))))]
    return text + [[item.split()] for item in items]


def _joined(text: _Text) -> str:
    return "\n\n".join(
        " ".join(" ".join(sentence) for sentence in paragraph if sentence)
        for paragraph in text
        if any(paragraph)
    )


def _sentence(draw: st.DrawFn, text: _Text) -> list[str]:
    return draw(st.sampled_from([s for paragraph in text for s in paragraph if len(s) > 4]))


def _move_paragraph(draw: st.DrawFn, text: _Text) -> None:
    moved = text.pop(draw(st.integers(0, len(text) - 1)))
    text.insert(draw(st.integers(0, len(text))), moved)


def _move_sentence(draw: st.DrawFn, text: _Text) -> None:
    source = draw(st.sampled_from([paragraph for paragraph in text if paragraph]))
    moved = source.pop(draw(st.integers(0, len(source) - 1)))
    target = draw(st.sampled_from(text))
    target.insert(draw(st.integers(0, len(target))), moved)


def _move_phrase(draw: st.DrawFn, text: _Text) -> None:
    source, target = _sentence(draw, text), _sentence(draw, text)
    size = min(draw(st.integers(*PHRASE_WORDS)), len(source) - 1)
    start = draw(st.integers(0, len(source) - size))
    phrase = source[start : start + size]
    del source[start : start + size]
    at = draw(st.integers(0, len(target)))
    target[at:at] = phrase


def _replace_word(draw: st.DrawFn, text: _Text) -> None:
    sentence = _sentence(draw, text)
    place = draw(st.integers(0, len(sentence) - 1))
    end = "".join(mark for mark in sentence[place][-1:] if not mark.isalnum())
    sentence[place] = draw(st.sampled_from(OTHER_WORDS)) + end


def _change_form(draw: st.DrawFn, text: _Text) -> None:
    for sentence in (s for paragraph in text for s in paragraph):
        for place, word in enumerate(sentence):
            if word in OTHER_FORMS and draw(st.booleans()):
                sentence[place] = OTHER_FORMS[word]
                return


def _remove_word(draw: st.DrawFn, text: _Text) -> None:
    sentence = _sentence(draw, text)
    del sentence[draw(st.integers(0, len(sentence) - 1))]


def _add_word(draw: st.DrawFn, text: _Text) -> None:
    sentence = _sentence(draw, text)
    sentence.insert(draw(st.integers(0, len(sentence))), draw(st.sampled_from(OTHER_WORDS)))


def _change_mark(draw: st.DrawFn, text: _Text) -> None:
    sentence = _sentence(draw, text)
    place = draw(st.integers(0, len(sentence) - 1))
    sentence[place] = sentence[place].rstrip(",") + draw(st.sampled_from((",", "")))


_EDITS: Final[tuple[Callable[[st.DrawFn, _Text], None], ...]] = (
    _move_paragraph,
    _move_sentence,
    _move_sentence,
    _move_phrase,
    _move_phrase,
    _replace_word,
    _replace_word,
    _change_form,
    _remove_word,
    _add_word,
    _change_mark,
)
