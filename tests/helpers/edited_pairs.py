"""Random pairs in which sentences, phrases, paragraphs and list items moved and were edited.

The original is drawn from sentences that differ in their words, so that each place of a text can
be told from all others; the rewrite is made of it by a few edits:

    moves     a phrase within its sentence or to another, a sentence to another paragraph,
              a paragraph, an item of the list
    clauses   the clause of a reason first, or a sentence of its own; two sentences become one;
              the halves of a quotation change places
    inside    a word or a figure replaced, another form of a word, a word less, a word more, a mark
"""

from __future__ import annotations

import re
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
GERMAN: Final = (
    "Vor den Ferien blieb die Schule geschlossen, weil die Heizung seit Wochen nicht ging.",
    "Der Müller verkaufte sein Boot an zwei Brüder aus Bergen.",
    "„Wir haben verloren“, sagte er, „und alle wissen es“.",
    "Im Jahr 1912 trug eine Flut die hölzerne Brücke und elf Schafe fort.",
    "Die Wirtin zählte 47 Gäste, weil der Zug im Schnee stecken geblieben war.",
    "Niemand im Dorf wusste, wer den krummen Nussbaum gepflanzt hatte.",
    "„Das Eis trägt“, rief Petra, „und der Fluss ist breit“.",
    "Jeden Donnerstag gab der Bäcker sein ältestes Brot den Schwänen.",
    "- 20 mg Eisen am Tag",
    "- zwölf Kerzen aus dem Dorfladen",
    "- eine Karte vom nördlichen Riff",
)
SPANISH: Final = (
    "La panadería permaneció cerrada, porque el tejado dejaba pasar la lluvia desde mayo.",
    "El molinero vendió su barca a dos hermanos de Bergen.",
    "«Hemos perdido», dijo él, «y todos lo saben».",
    "En 1912 una riada se llevó el puente de madera y once ovejas.",
    "La patrona contó 47 huéspedes, porque el tren se había quedado parado en la nieve.",
    "Nadie en el pueblo recordaba quién había plantado el nogal torcido.",
    "«El hielo aguanta», gritó Petra, «y el río es ancho».",
    "Cada jueves el panadero daba su pan más viejo a los cisnes.",
    "- 20 mg de hierro al día",
    "- doce velas de la tienda del pueblo",
    "- un mapa del arrecife del norte",
)
CLAUSES: Final = (
    "The shop stayed shut, because the roof let in the rain and nobody would mend it.",
    "The miller sold his second boat, because neither of his sons could swim.",
    "“We lost,” he said, “and everybody knows.”",
    "“The ice will hold,” cried the pilot, “and the river is wide.”",
)
# What begins the clause of a reason, and what joins two sentences.
REASONS: Final = ("because", "weil", "porque")
JOINTS: Final = {"because": "and", "weil": "und", "porque": "y"}
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
_QUOTATION: Final = re.compile(r"[“„«](.+?)(,”|[“»],) (.+?), [“„«](?:and|und|y) (.+?)[.”“»]+")
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
    has_clauses = draw(st.booleans())
    text = _drawn_clauses(draw) if has_clauses else _drawn_text(draw)
    rewrite: _Text = [[list(sentence) for sentence in paragraph] for paragraph in text]
    clause_edits = st.lists(st.sampled_from(_CLAUSE_EDITS), min_size=1, max_size=3)
    for edit in draw(clause_edits) if has_clauses else ():
        edit(draw, rewrite)
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


def _drawn_clauses(draw: st.DrawFn) -> _Text:
    """Draw a text with clauses and quotations, of a language."""
    known = draw(st.sampled_from((CLAUSES + PROSE[:6] + ITEMS[:3], GERMAN, SPANISH)))
    lines = draw(st.permutations(known))[: draw(st.integers(4, len(known)))]
    items = [[line.split()] for line in lines if line.startswith("-")]
    sentences = [line.split() for line in lines if not line.startswith("-")]
    size = draw(st.integers(1, 4))
    return [sentences[n : n + size] for n in range(0, len(sentences), size)] + items


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


def _put_reason_first(draw: st.DrawFn, text: _Text) -> None:
    """A stayed, because B.   ->   Because B, a stayed."""
    sentence, place = _with_reason(draw, text)
    if place:
        main, reason = sentence[:place], sentence[place:]
        main[-1], reason[-1] = main[-1][:-1] + reason[-1][-1:], reason[-1][:-1] + ","
        main[0], reason[0] = main[0][0].lower() + main[0][1:], reason[0].capitalize()
        sentence[:] = reason + main


def _split_reason(draw: st.DrawFn, text: _Text) -> None:
    """A stayed, because B.   ->   B. A stayed.   or   A stayed. B."""
    sentence, place = _with_reason(draw, text)
    if place:
        main, reason = sentence[:place], sentence[place + 1 :]
        main[-1] = main[-1][:-1] + "."
        reason[0] = reason[0].capitalize()
        paragraph = next(part for part in text if any(one is sentence for one in part))
        at = next(n for n, one in enumerate(paragraph) if one is sentence)
        paragraph[at : at + 1] = [reason, main] if draw(st.booleans()) else [main, reason]


def _with_reason(draw: st.DrawFn, text: _Text) -> tuple[list[str], int]:
    """Return a sentence with a clause of a reason behind a comma, and its place; 0 for none."""
    found = [
        (sentence, place)
        for paragraph in text
        for sentence in paragraph
        for place, word in enumerate(sentence[:-1])
        if word in REASONS and sentence[place - 1].endswith(",")
    ]
    return draw(st.sampled_from(found)) if found else ([], 0)


def _merge_sentences(draw: st.DrawFn, text: _Text) -> None:
    """A went. B stayed.   ->   A went, and B stayed."""
    paragraphs = [part for part in text if len([s for s in part if s]) > 1]
    if paragraphs:
        paragraph = draw(st.sampled_from(paragraphs))
        at = draw(st.integers(0, len(paragraph) - 2))
        first, second = paragraph[at : at + 2]
        if first and second and first[-1].endswith("."):
            joint = next((JOINTS[word] for word in REASONS if _is_in(word, text)), "and")
            joined = [*first[:-1], first[-1][:-1] + ",", joint, *second]
            paragraph[at : at + 2] = [joined]


def _is_in(word: str, text: _Text) -> bool:
    return any(word in sentence for paragraph in text for sentence in paragraph)


def _exchange_halves(draw: st.DrawFn, text: _Text) -> None:
    """“A,” he said, “and B.”   ->   “B,” he said, “and A.”"""
    found = [sentence for paragraph in text for sentence in paragraph if _quotation(sentence)]
    if found:
        sentence = draw(st.sampled_from(found))
        line = _quotation(sentence)
        assert line is not None
        first, second = line.group(1, 4)
        whole = " ".join(sentence)
        parts = {1: _capital(second), 4: first[0].lower() + first[1:]}
        for group in (4, 1):
            whole = whole[: line.start(group)] + parts[group] + whole[line.end(group) :]
        sentence[:] = whole.split()


def _quotation(sentence: list[str]) -> re.Match[str] | None:
    return re.match(
        r"[“„«](.+?)(,”|[“»],) (.+?), [“„«](?:and|und|y) (.+?)[.”“»]+$", " ".join(sentence)
    )


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


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
_CLAUSE_EDITS: Final[tuple[Callable[[st.DrawFn, _Text], None], ...]] = (
    _put_reason_first,
    _split_reason,
    _merge_sentences,
    _exchange_halves,
)
