from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from facing_pages import align_words
from facing_pages.core.alignment.words import encoder as encoder_module
from facing_pages.core.alignment.words import word_aligner as words_module
from facing_pages.core.alignment.words import word_windows
from facing_pages.core.alignment.words.encoder import encoder, has_encoder
from facing_pages.core.alignment.words.forms import form_likeness
from facing_pages.core.alignment.words.pair_features import Floats, PairFeatures
from facing_pages.core.alignment.words.word_aligner import FoundLink, WordAligner, word_aligner
from facing_pages.core.model import LinkReason

needs_encoder = pytest.mark.skipif(not has_encoder(), reason="onnxruntime is not installed")


def linked(original: str, rewrite: str, *, precise: bool = True) -> set[tuple[str, str]]:
    words = (original.split(), rewrite.split())
    return {(words[0][i], words[1][j]) for i, j in align_words(*words, precise=precise)}


def found(original: str, rewrite: str, language: str = "en") -> dict[tuple[str, str], FoundLink]:
    words = (original.split(), rewrite.split())
    links = word_aligner(language, precise=False).links(*words)
    return {(words[0][link.original], words[1][link.rewrite]): link for link in links}


def test_equal_sentences_are_linked_word_by_word() -> None:
    words = "the cat sat on the mat".split()
    assert align_words(words, words) == tuple((k, k) for k in range(6))


@pytest.mark.parametrize("precise", [False, True])
def test_a_replaced_word_between_equal_ones_is_linked(precise: bool) -> None:
    assert ("imagery", "footage") in linked(
        "the imagery showed the fighters", "the footage showed the fighters", precise=precise
    )


@pytest.mark.parametrize("precise", [False, True])
def test_phrases_are_linked_across_paraphrase(precise: bool) -> None:
    surveillance = linked(
        "They relied on overhead surveillance imagery that night .",
        "They relied on aerial surveillance footage that night .",
        precise=precise,
    )
    assert {("overhead", "aerial"), ("imagery", "footage")} <= surveillance
    trunk = linked(
        "They saw explosives in the vehicle trunk that day .",
        "They saw explosives in the trunk of the vehicle that day .",
        precise=precise,
    )
    assert {("vehicle", "vehicle"), ("trunk", "trunk")} <= trunk
    troops = linked(
        "with no US troops left on the ground it is harder",
        "with the absence of US troops on the ground it is harder",
        precise=precise,
    )
    assert ("no", "absence") in troops


def test_reordered_words_are_linked_across() -> None:
    pairs = linked("gathering intelligence is hard", "intelligence gathering is hard")
    assert {("gathering", "gathering"), ("intelligence", "intelligence")} <= pairs


def test_an_abbreviation_is_linked_with_all_it_stands_for() -> None:
    pairs = linked("The US kept troops there", "The United States kept troops there")
    assert {("US", "United"), ("US", "States")} <= pairs
    assert ("Gen.", "General") in linked("They met Gen. Milley", "They met General Milley")


@pytest.mark.parametrize(
    ("one", "other"), [("60%", "60%"), ("Ten", "10"), ("1500", "1,500"), ("percent", "%")]
)
def test_forms_of_a_number_are_linked(one: str, other: str) -> None:
    assert (one, other) in linked(
        f"He said that {one} of the boats were lost .", f"He said that {other} of them were lost ."
    )


def test_one_word_is_linked_with_a_phrase() -> None:
    pairs = linked("at this moment the police sealed the street", "police now sealed the street")
    assert {("this", "now"), ("moment", "now")} <= pairs


def test_a_repeated_word_goes_with_its_neighbours() -> None:
    original = "the red boat passed the blue boat".split()
    rewrite = "the blue boat was passed by the red boat".split()
    pairs = align_words(original, rewrite)
    assert (2, 8) in pairs
    assert (6, 2) in pairs


def test_forms_of_a_word_are_linked() -> None:
    assert ("appears", "appeared") in linked("it appears to be so", "it appeared to be so")
    assert ("counted", "counted") in linked("he counted ten boats", "he had counted ten boats")


def test_links_say_why_they_are_there_and_how_sure_they_are() -> None:
    links = found(
        "the old keeper counted the cars slowly with Gen. Hale in fog",
        "the old keeper counts the automobiles slowly with General Hale in mist",
    )
    assert links["keeper", "keeper"].reason is LinkReason.EQUAL
    assert links["counted", "counts"].reason is LinkReason.FORM
    assert links["Gen.", "General"].reason is LinkReason.FORM
    assert links["cars", "automobiles"].reason is LinkReason.SYNONYM
    assert links["fog", "mist"].reason in (LinkReason.SYNONYM, LinkReason.MEANING)
    assert all(0.5 <= link.confidence <= 1 for link in links.values())


@pytest.mark.parametrize(("one", "other"), [([], []), ([], ["a"]), (["a"], [])])
def test_nothing_is_linked_with_nothing(one: list[str], other: list[str]) -> None:
    assert align_words(one, other) == ()


@pytest.mark.parametrize("precise", [False, True])
def test_sides_mirror_each_other(precise: bool) -> None:
    one = "officials said the strike hit a car in a narrow alley".split()
    other = "the strike struck a car in a tight alleyway , two officials said".split()
    there = align_words(one, other, precise=precise)
    back = align_words(other, one, precise=precise)
    assert {(j, i) for i, j in there} == set(back)


def test_words_far_from_any_difference_do_not_change_the_rest() -> None:
    start = [f"w{k}" for k in range(30)]
    short = align_words([*start[-8:], "boat"], [*start[-8:], "ship"])
    long = align_words([*start, "boat"], [*start, "ship"])
    assert [(i - 22, j - 22) for i, j in long if i >= 22] == list(short)
    assert (8, 8) in short


def test_very_long_sentences_are_cut_where_they_correspond(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(word_windows, "MAX_CELLS", 400)
    one = " ".join(f"keeper{k} lit the lamp" for k in range(60)).split()
    other = ["Meanwhile", *" ".join(f"keeper{k} saw the lamp" for k in range(60)).split(), "there"]
    pairs = set(align_words(one, other, precise=False))
    assert sum((4 * k, 4 * k + 1) in pairs for k in range(60)) == 60
    assert len({i for i, _ in pairs}) >= 0.7 * len(one)


def test_hopeless_lengths_end() -> None:
    assert align_words(["a"] * 3_000, ["b"] * 2_000, precise=False) is not None


@needs_encoder
def test_the_encoder_finds_more_than_single_words_tell() -> None:
    one = "he kicked the bucket after a long illness"
    other = "he passed away after a long illness"
    assert {("kicked", "passed"), ("bucket", "away")} & linked(one, other)


@needs_encoder
def test_sentences_too_long_for_the_encoder_are_left_to_the_words() -> None:
    model = encoder()
    assert model is not None
    assert model.likeness(["boat"] * 400, ["ship"] * 400) is None
    likeness = model.likeness(["a", "boat"], ["the", "ship", "sank"])
    assert likeness is not None
    assert likeness.shape[:2] == (2, 3)


def test_without_the_encoder_words_are_linked_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(words_module, "encoder", lambda: None)
    aligner = words_module.WordAligner("en", precise=True)
    assert not aligner.is_precise
    assert aligner.links(["a", "car"], ["a", "vehicle"])


@needs_encoder
def test_a_broken_encoder_is_done_without(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "word-encoder.onnx"
    broken.write_bytes(b"no model")
    monkeypatch.setattr(encoder_module, "model_file", lambda name: broken)
    monkeypatch.setattr(words_module, "encoder", encoder_module.encoder.__wrapped__)
    aligner = words_module.WordAligner("en", precise=True)
    assert not aligner.is_precise
    assert "does not start; the program goes on without it" in caplog.text
    assert aligner.links(["a", "car"], ["a", "vehicle"])


def test_letters_without_end_are_no_forms_of_each_other_and_end() -> None:
    endless = ("a" * 300_000, "a" * 299_999 + "b")

    assert form_likeness(*endless) == 0.0
    assert align_words([endless[0], "lamp"], [endless[1], "lamp"], precise=False)[-1] == (1, 1)


Table = Sequence[Sequence[float]]


def set_probabilities(
    monkeypatch: pytest.MonkeyPatch, table: Table | None, precise: Table | None = None
) -> None:
    """Let the networks say what stands in tables, or nothing of any words."""

    def probabilities(chosen: Table | None, features: PairFeatures) -> Floats:
        shape = features.values.shape[:2]
        return np.zeros(shape, np.float32) if chosen is None else np.array(chosen, np.float32)

    tables = {False: table, True: precise}
    monkeypatch.setattr(
        words_module,
        "word_network",
        lambda precise=False: SimpleNamespace(
            probabilities=lambda features, context=None: probabilities(tables[precise], features)
        ),
    )


def pairs_of(original: str, rewrite: str, language: str = "en") -> list[tuple[int, int]]:
    """Return the links of two sentences by number."""
    links = WordAligner(language, precise=False).links(original.split(), rewrite.split())
    return [(link.original, link.rewrite) for link in links]


@pytest.mark.parametrize(("probability", "is_linked"), [(0.5, True), (511 / 1024, False)])
def test_a_link_is_as_probable_as_not(
    probability: float, is_linked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_probabilities(monkeypatch, [[probability]])
    assert bool(pairs_of("lamp", "lamps")) is is_linked


@pytest.mark.parametrize(("probability", "is_linked"), [(0.55, True), (0.54, False)])
def test_a_link_that_only_its_place_speaks_for_is_a_little_more_probable(
    probability: float, is_linked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_probabilities(monkeypatch, [[probability]])
    assert bool(pairs_of("Lampe", "Wort", "de")) is is_linked


def test_what_the_encoder_says_counts_for_six_tenths(monkeypatch: pytest.MonkeyPatch) -> None:
    says_nothing = SimpleNamespace(likeness=lambda one, other: np.zeros((1, 1, 1), np.float32))
    monkeypatch.setattr(words_module, "encoder", lambda: says_nothing)
    set_probabilities(monkeypatch, [[0.5]], precise=[[1.0]])
    [link] = WordAligner("en", precise=True).links(["lamp"], ["lamps"])
    assert link.confidence == pytest.approx(0.5 + 0.6 * 0.5)
    [link] = WordAligner("en", precise=False).links(["lamp"], ["lamps"])
    assert link.confidence == 0.5
    # It only knows English.
    asked = [("en", True), ("en", False), ("de", True)]
    used = [WordAligner(code, precise=precise).is_precise for code, precise in asked]
    assert used == [True, False, False]


def test_of_equal_words_that_share_one_only_the_most_probable_is_linked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_probabilities(monkeypatch, [[0.8, 0.9]])
    assert pairs_of("boat", "boat boat") == [(0, 1)]
    assert pairs_of("boat boat", "boat") == [(1, 0)]
    # The other word is a form of it, which may be linked as well.
    set_probabilities(monkeypatch, [[0.8, 0.9]])
    assert pairs_of("boat", "boat boats") == [(0, 0), (0, 1)]


BOATS = ("the boat saw the lamp", "the lamp passed the boat")
# Each "the" is more probably the one in the same place.
SAME_PLACE = [
    [0.9, 0, 0, 0.6, 0],
    [0, 0, 0, 0, 0.9],
    [0, 0, 0.9, 0, 0],
    [0.3, 0, 0, 0.9, 0],
    [0, 0.9, 0, 0, 0],
]


def test_repeated_words_go_with_the_words_that_follow_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_probabilities(monkeypatch, SAME_PLACE)
    links = word_aligner("en", precise=False).links(*(side.split() for side in BOATS))
    found = {link[:2]: link.confidence for link in links}
    assert list(found) == [(0, 3), (1, 4), (2, 2), (3, 0), (4, 1)]
    # None of them is less sure than a link must be.
    assert (found[0, 3], found[3, 0]) == (pytest.approx(0.6), 0.5)


def test_repeated_words_go_with_the_words_before_them(monkeypatch: pytest.MonkeyPatch) -> None:
    turned = [row[::-1] for row in SAME_PLACE[::-1]]
    set_probabilities(monkeypatch, turned)
    found = pairs_of("boat the saw lamp the", "lamp the passed boat the")
    assert found == [(0, 3), (1, 4), (2, 2), (3, 0), (4, 1)]


def test_as_many_repeated_words_are_linked_as_were_probable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = [list(row) for row in SAME_PLACE]
    table[3][3] = 0.2
    set_probabilities(monkeypatch, table)
    found = pairs_of(*BOATS)
    assert found == [(0, 3), (1, 4), (2, 2), (4, 1)]


def test_repeated_words_without_linked_neighbours_keep_their_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_probabilities(monkeypatch, [[0.9, 0, 0, 0.9], [0, 0, 0, 0], [0.9, 0, 0, 0.9]])
    assert pairs_of("the boat the", "the lamp ship the") == [(0, 0), (2, 3)]


def test_a_word_that_one_side_has_once_stays_where_it_is_most_probable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_probabilities(monkeypatch, [[0.9, 0, 0.6, 0], [0, 0, 0, 0.9]])
    assert pairs_of("the boat", "the lamp the boat") == [(0, 0), (1, 3)]
    set_probabilities(monkeypatch, [[0.9, 0], [0, 0], [0.6, 0], [0, 0.9]])
    assert pairs_of("the boat the sea", "the sea") == [(0, 0), (3, 1)]


def test_equal_words_far_from_a_difference_are_linked_once_and_surely(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_probabilities(monkeypatch, None)
    start = [f"w{k}" for k in range(14)]
    links = word_aligner("en", precise=False).links([*start, "boat"], [*start, "ship"])
    assert links == tuple(FoundLink(k, k, LinkReason.EQUAL, 1.0) for k in range(8))


def test_links_are_numbered_from_the_start_of_the_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = np.zeros((7, 8), np.float32)
    table[6, 7] = 0.75
    set_probabilities(monkeypatch, table.tolist())
    start = [f"w{k}" for k in range(14)]
    links = word_aligner("en", precise=False).links([*start, "boat"], [*start, "new", "boats"])
    assert links[8:] == (FoundLink(14, 15, LinkReason.FORM, 0.75),)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Lamp", "lamp", LinkReason.EQUAL),
        ("Ten", "10", LinkReason.FORM),
        ("were", "be", LinkReason.FORM),
        ("alley", "alleyway", LinkReason.FORM),
        ("not", "didn't", LinkReason.FORM),
        ("didn't", "not", LinkReason.FORM),
        ("these", "the", LinkReason.MEANING),
        ("car", "automobile", LinkReason.SYNONYM),
        ("car", "vehicle", LinkReason.MEANING),
        ("lamp", "nineteen", LinkReason.POSITION),
    ],
)
def test_a_link_names_the_plainest_of_its_reasons(
    one: str, other: str, reason: LinkReason, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_probabilities(monkeypatch, [[0, 0], [0, 1]])
    [link] = word_aligner("en", precise=False).links(["x", one], ["y", other])
    assert link == FoundLink(1, 1, reason, 1.0)


def test_words_of_content_are_those_that_are_no_function_words_or_marks() -> None:
    aligner = word_aligner("en", precise=False)
    words = ["The", "ten", "lamps", ",", "of", "10"]
    assert "the" in aligner.function_words
    assert aligner.language == "en"
    assert aligner.content_places(words) == {1, 2, 5}
    assert aligner.keys_of_content(words) == {"10", "lamps"}
