from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facing_pages.core.alignment.words.forms import (
    PARTICLE_LIKENESS,
    form_likeness,
    form_likeness_table,
    has_other_spelling,
    is_acronym_of,
    is_part_of,
    respelled,
    word_key,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1,500", "1500"), ("Ten", "10"), ("percent", "%"), ("Gen.", "General"), ("U.S.", "US"),
     ("Trump’s", "Trump"), ("sju", "syv"), ("fram", "frem"), ("“", '"')],
)  # fmt: skip
def test_spellings_of_one_word_share_a_key(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


def test_an_abbreviation_in_capitals_is_not_the_pronoun() -> None:
    assert word_key("US") != word_key("us")


@pytest.mark.parametrize(
    ("one", "other"),
    [("飲みます", "飲みません"), ("思わなかった", "思わせた"), ("二零二四", "二零二三")],
)
def test_neither_a_negation_nor_another_number_is_a_form(one: str, other: str) -> None:
    assert form_likeness(one, other) == form_likeness(other, one) == 0.0
    assert form_likeness_table([one], [other]) == 0.0


def test_two_negated_words_may_be_forms() -> None:
    assert form_likeness("飲みません", "飲みませんでした") > 0.0


def test_a_particle_alone_decides_where_two_words_differ_in_it() -> None:
    for one, other, likeness in (
        ("비는", "비가", PARTICLE_LIKENESS),
        ("할머니부터", "할머니까지", 0.0),
        ("할머니가", "할머니를", 0.0),
    ):
        assert form_likeness(one, other) == form_likeness(other, one) == likeness
        assert form_likeness_table([one], [other]) == likeness


@pytest.mark.parametrize("old", ["daie day", "vnto unto", "haue have", "yt it", "kynge king"])
def test_old_spellings_are_read_as_the_new_ones(old: str) -> None:
    before, now = old.split()
    assert word_key(before) == word_key(now)
    assert has_other_spelling(before, "en")


@pytest.mark.parametrize(
    ("one", "other"), [("alleyway", "alley"), ("counted", "counting"), ("strike", "strikes")]
)
def test_inflections_are_alike(one: str, other: str) -> None:
    assert form_likeness(one, other) > 0.5


@pytest.mark.parametrize(
    ("one", "other"), [("imagery", "footage"), ("1500", "1600"), ("cat", "car"), ("run", "ran")]
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert form_likeness(one, other) == 0.0


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        # They begin with three letters, and have three in common of five.
        ("abcx", "abcyz", 0.6),
        ("abcx", "abcyzz", 0.0),
        ("abx", "abyc", 0.0),
        ("abc", "abcd", 0.75),
        ("ab", "abc", 0.0),
        # They begin with at least 45 percent of the longer one: with five letters of ten.
        ("abcdexghij", "abcdeyghij", 0.9),
        ("abcdxfghij", "abcdyfghij", 0.0),
        # Long words are addresses, or noise.
        ("a" * 199, "a" * 200, 0.995),
        ("a" * 200, "a" * 201, 0.0),
        ("a" * 201, "a" * 201, 1.0),
        ("a.b.cd", "a.b.cde", 0.0),
        ("x-ray", "x-rays", 5 / 6),
        ("lamp1", "lamp2", 0.0),
        ("x-ray1", "x-ray2", 0.0),
    ],
)
def test_forms_share_their_beginning_and_most_letters(
    one: str, other: str, likeness: float
) -> None:
    assert form_likeness(one, other) == pytest.approx(likeness)
    assert form_likeness(other, one) == pytest.approx(likeness)


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("A.", "a"),
        (".", "."),
        ("I", "i"),
        ("NATO", "NATO"),
        ("RADAR", "RADAR"),
        ("SCUBAS", "scubas"),
        ("R2D2", "r2d2"),
        ("Gen.", "general"),
        ("1,500,000", "1500000"),
        ("1,50", "1,50"),
        ("e.g.", "eg"),
    ],
)
def test_the_key_of_a_word_leaves_out_what_spellings_differ_in(word: str, key: str) -> None:
    assert word_key(word) == key


def test_one_letter_is_no_acronym() -> None:
    assert not is_acronym_of("U", ("United",))
    assert is_acronym_of("U.S.A", ("United", "States", "America"))
    assert not is_acronym_of("USA", ("United", "States"))


def test_an_acronym_is_made_of_first_letters() -> None:
    assert is_acronym_of("US", ("United", "States"))
    assert not is_acronym_of("US", ("United", "Nations"))
    assert not is_acronym_of("us", ("united", "states"))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("not", "didn't"),
        ("did", "didn't"),
        ("has", "he's"),
        ("60", "60%"),
        ("sixty", "60%"),
        ("percent", "60%"),
        ("per-cent", "60%"),
        ("процентов", "60%"),
        ("%", "60%"),
    ],
)
def test_a_contraction_is_both_of_its_words(short: str, long: str) -> None:
    assert is_part_of(short, long)


@pytest.mark.parametrize(
    ("short", "long"), [("not", "not"), ("has", "he'll"), ("%", "%"), ("6", "60%")]
)
def test_other_words_are_no_part_of_it(short: str, long: str) -> None:
    assert not is_part_of(short, long)


@pytest.mark.parametrize("word", ["zwei", "deux", "dos", "два"])
def test_number_words_of_other_languages_are_numbers(word: str) -> None:
    assert word_key(word) == word_key("two") == "2"


@pytest.mark.parametrize("word", ["tsp", "Tsp.", "grey", "ten", "zwei"])
def test_a_listed_word_has_another_spelling(word: str) -> None:
    assert has_other_spelling(word, "en")


@pytest.mark.parametrize("word", ["boat", "", ".", "boats"])
def test_other_words_have_one_spelling(word: str) -> None:
    assert not has_other_spelling(word, "en")


KEYS = st.lists(st.text("abcde-1é", max_size=9), min_size=1, max_size=6)


# Keys at the boundaries of each rule.
EDGES = ["abc", "abcd", "abcx", "abcyz", "abcdefghij", "abcdxfghij", "abcdexghij", "a" * 199,
         "a" * 200, "a" * 201, "", "x-ray", "x-rays", "비는", "비가", "비부터", "비"]  # fmt: skip


@example(EDGES, EDGES)
@given(KEYS, KEYS)
def test_a_table_of_forms_has_what_each_pair_gives(first: list[str], second: list[str]) -> None:
    first = [*first, "alleyway", "counted", "strikes", "a" * 70]
    second = [*second, "alley", "counting", "1500", "a" * 71, first[0]]
    table = form_likeness_table(first, second)
    assert table.tolist() == [[form_likeness(one, other) for other in second] for one in first]


@pytest.mark.parametrize(
    ("pairs", "language"),
    [
        ("colour color honourable honorable neighbourhoods neighborhoods", "en"),
        ("realising realizing organisation organization analysed analyzed", "en"),
        ("centre center kilometres kilometers manoeuvred maneuvered meagre meager", "en"),
        ("travelled traveled marvellous marvelous fuelling fueling woollen woolen", "en"),
        ("defences defenses monologue monolog anaesthetist anesthetist foetal fetal", "en"),
        ("mouldy moldy ploughman plowman sulphuric sulfuric greyish grayish", "en"),
        ("tyres tires kerb curb gaoler jailer cosily cozily tsars czars", "en"),
        ("skilfully skillfully enrolment enrollment programmes programs", "en"),
        ("schifffahrt schiffahrt numeriert nummeriert stengeln stängeln", "de"),
        ("photographieren fotografieren delphin delfin substantiell substanziell", "de"),
        ("connaître connaitre goûter gouter événements évènements céderait cèderait", "fr"),
        ("règlementaire réglementaire aiguë aigüe nénuphars nénufars payera paiera", "fr"),
        ("psicología sicología obscuro oscuro período periodo", "es"),
        ("acção ação facto fato óptimo ótimo projecto projeto ónibus ônibus", "pt"),
        ("pannekoeken pannenkoeken kontakt contact produkten producten", "nl"),
        ("ещё еще", "ru"),
        ("aaben åben", "da"),
        ("haakon håkon", "nb"),
    ],
)
def test_spellings_of_a_language_share_a_key_by_rule(pairs: str, language: str) -> None:
    keys = [respelled(word, language) for word in pairs.split()]
    assert keys[::2] == keys[1::2]


@pytest.mark.parametrize(
    ("pairs", "language"),
    [
        ("curb curve four for hour hor prise prize timbre timber amour amor", "en"),
        ("filled filed pilled piled holly holy acre acer tour tor", "en"),
        ("colour color centre center realise realize", "fr"),
        ("sûr sur mûr mur dû du croît croit jeûne jeune", "fr"),
        ("poder podre pacto pato apto ato", "pt"),
        ("mindre minder", "da"),
    ],
)
def test_other_words_and_other_languages_keep_theirs(pairs: str, language: str) -> None:
    keys = [respelled(word, language) for word in pairs.split()]
    assert all(one != other for one, other in zip(keys[::2], keys[1::2], strict=True))


@pytest.mark.parametrize(
    ("one", "other"), [("hòa", "hoà"), ("बाज़ार", "बाजार"), ("Ещё", "еще"), ("أحمد", "احمد")]
)
def test_spellings_that_any_language_may_have_share_a_key(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)
