from __future__ import annotations

from textwrap import wrap

import pytest

from facing_pages.core.reading.plain.text_lines import TextLine, lines_of
from facing_pages.core.reading.plain.wrapping import Wrap, line_end, wraps_of

PROSE = (
    "The ferry left at six with eleven passengers, two goats and the mail, and nobody on the quay "
    "waved, because it was raining too hard to see who was leaving and who was only looking on. "
    "It came back empty, and the captain went to bed without a word to anyone in the house."
)
VERSE = "The river takes the bridge at dawn,\nthe road runs down to meet it;\nwe kept a lamp,"


def blocks_of(text: str) -> list[list[TextLine]]:
    return [lines_of(block) for block in text.split("\n\n")]


def end_of(text: str) -> tuple[int, int]:
    found = line_end(*lines_of(text))
    return found.columns, found.needed


@pytest.mark.parametrize("width", [34, 40, 55, 72, 100])
def test_wrapped_prose_is_found_with_its_width(width: int) -> None:
    lines = wrap(f"{PROSE} {PROSE}", width)
    found = wraps_of([lines_of("\n".join(lines))])[0]
    assert found is not None
    assert found.is_exact
    assert max(map(len, lines[:-1])) - 2 <= found.width <= width


def test_a_line_on_which_the_next_word_would_have_fitted_was_not_wrapped() -> None:
    assert wraps_of(blocks_of(VERSE)) == [None]


@pytest.mark.parametrize(
    "verse",
    [
        "the night is old the lamp is low\nthe wind has nothing more to say\n"
        "and all the boats that used to go\nare sleeping in the bay",
        "We walked along the river in the cold and spoke of what was lost,\n"
        "of how the mill had stood for ninety years and then one night was gone,\n"
        "and no one in the village said a word, although they all had seen\n"
        "the miller on the bridge with both his hands held out before him.",
        "Er kam am Abend müde heim und stellte seine Schuhe vor die Tür,\n"
        "dann sah er lange auf das dunkle Feld, auf dem kein Licht mehr brannte,\n"
        "und dachte an den Brief, den er im Herbst noch schreiben wollte.",
        "Река берёт ночами старый мост,\nдорога вниз бежит к воде,\nи лампа наша не горит нигде.",
        "Le fleuve emporte le vieux pont,\nla route descend vers la rive,\n"
        "et nous gardions la lampe vive\ndans la plus haute des maisons.",
        "两岸的灯火一盏一盏地熄灭了，没有人说话，\n我们守着最后的一盏，一直守到天亮的时候，\n"
        "河水带走了桥。",
    ],
    ids=["no marks", "long lines", "German", "Russian", "French", "Chinese"],
)
def test_verse_was_not_wrapped(verse: str) -> None:
    assert wraps_of(blocks_of(verse)) == [None]


def test_wrapped_text_without_spaces_is_found() -> None:
    prose = (
        "昨天晚上下了一场大雨，河水涨得很快，村里的人都跑到桥上去看。老王说他活了五十年，"
        "从来没有见过这样大的水。第二天早上水退了，桥还在，只是栏杆断了两根，"
        "孩子们在泥里找到了许多鱼。"
    )
    lines = "\n".join(prose[start : start + 18] for start in range(0, len(prose), 18))
    assert wraps_of(blocks_of(lines)) == [Wrap(36, is_exact=True)]


def test_short_paragraphs_are_joined_where_the_text_proves_its_width() -> None:
    short = "\n".join(wrap("It was a cold night in the harbour and nobody slept at all.", 40))
    alone = wraps_of(blocks_of(short))
    among = wraps_of(blocks_of("\n\n".join(["\n".join(wrap(PROSE, 40))] * 3 + [short])))
    assert alone == [None]
    assert among[-1] == Wrap(40, is_exact=True)


def test_a_stanza_speaks_for_a_couplet_of_the_same_text() -> None:
    couplet = "O river, river, let me be tonight\nand take the road to meet the morning"
    stanzas = "\n\n".join([VERSE] * 3)
    assert wraps_of(blocks_of(f"{stanzas}\n\n{couplet}"))[-1] is None


def test_verse_does_not_speak_for_prose_that_is_wider() -> None:
    prose = "\n".join(wrap(PROSE, 72))
    wraps = wraps_of(blocks_of("\n\n".join([*[VERSE] * 6, prose])))
    assert wraps[:-1] == [None] * 6
    assert wraps[-1] == Wrap(72, is_exact=True)


def test_verse_between_wrapped_paragraphs_stays() -> None:
    prose = "\n".join(wrap(PROSE, 66))
    assert wraps_of(blocks_of(f"{prose}\n\n{VERSE}\n\n{prose}"))[1] is None


def test_prose_full_of_capitals_is_not_taken_for_verse() -> None:
    capitals = "\n".join(wrap(PROSE.upper(), 66))
    prose = "\n".join(wrap(PROSE, 66))
    assert wraps_of(blocks_of(f"{prose}\n\n{prose}\n\n{capitals}"))[-1] is not None


def test_lines_that_each_end_a_sentence_stay() -> None:
    text = "The ferry left at six in the rain.\nNobody on the quay waved.\nIt came back empty."
    assert wraps_of(blocks_of(text)) == [None]


def test_a_single_line_and_an_empty_text_have_no_wrap() -> None:
    assert wraps_of(blocks_of("The ferry left at six.")) == [None]
    assert wraps_of([]) == []


def test_a_line_needs_room_for_a_space_and_the_next_word() -> None:
    assert end_of("the lamp\nwas out") == (8, 12)
    assert end_of("我们守着\n最后的") == (8, 10)
    assert end_of("我们守着\n最。后的") == (8, 12)


def test_a_divided_word_and_a_light_word_are_no_ends_of_verse() -> None:
    divided = line_end(*lines_of("an old light-\nhouse"))
    light = line_end(*lines_of("we sat at the\nwindow"), frozenset({"the"}))
    assert divided.is_light
    assert not divided.is_marked
    assert light.is_light


def test_a_full_line_has_no_room_for_the_next_word() -> None:
    just_full, just_not = (line_end(*lines_of(f"{'a' * n}\nbcd")) for n in (27, 26))
    exact, loose = Wrap(30, is_exact=True), Wrap(30, is_exact=False)
    assert exact.fills(just_full)
    assert not exact.fills(just_not)
    assert loose.fills(just_not)
    assert exact.nearly_fills(line_end(*lines_of(f"{'a' * 23}\nbcd")))
    assert not exact.nearly_fills(line_end(*lines_of(f"{'a' * 22}\nbcd")))


SHORT = (
    "The barn stood behind the orchard, and in dry years nobody used it. The farmer put his apples "
    "on a cart, the girls took off their hats, and the horse walked beside them to the gate."
)
SHORT_GERMAN = (
    "Der Kahn lag seit Ostern hinter dem Schuppen, weil niemand ihn flicken wollte. Am Sonntag kam "
    "der Lehrer mit einem Eimer Teer, und am Abend schwamm das Boot wieder auf dem Teich."
)


@pytest.mark.parametrize("prose", [SHORT, SHORT_GERMAN], ids=["English", "German"])
@pytest.mark.parametrize("width", range(38, 62))
def test_one_short_paragraph_is_joined_at_any_width(prose: str, width: int) -> None:
    assert wraps_of([lines_of("\n".join(wrap(prose, width)))]) != [None]


@pytest.mark.parametrize(
    "verse",
    [
        "A boat lay down below the hill. Its mast\n"
        "was grey with salt, and all its ropes were old,\n"
        "and when the winter wind had come at last\n"
        "it lay there still, half broken, in the cold.",
        "Ein Kahn lag unten an dem Teich. Sein Mast\n"
        "war grau vom Salz, und seine Taue alt,\n"
        "und als der Winter kam mit seiner Last,\n"
        "lag er dort still, zerbrochen schon und kalt.",
    ],
    ids=["English", "German"],
)
def test_a_stanza_that_rhymes_stays_though_a_sentence_ends_inside_it(verse: str) -> None:
    assert wraps_of(blocks_of(verse)) == [None]


def test_lines_that_each_end_a_sentence_stay_though_others_end_inside_them() -> None:
    text = (
        "“It is a bad night. Bar the door. Sit here.”\n"
        "“Who would come now? The road is deep. Nobody.”\n"
        "“You never know what comes. Listen. A horse.”"
    )
    assert wraps_of(blocks_of(text)) == [None]


def test_a_last_line_far_beyond_the_others_speaks_against_a_wrap() -> None:
    full = (
        "The farmer put his apples on carts, the girls\n"
        "took off their hats, and the old brown horse\n"
    )
    assert wraps_of(blocks_of(f"{full}walked to the gate.")) != [None]
    far = "walked beside them to the gate of the orchard, where the hill began."
    assert wraps_of(blocks_of(full + far)) == [None]


def test_two_lines_alone_stay() -> None:
    assert wraps_of(blocks_of("It is a dark and cold evening, the\nlamp is out.")) == [None]
