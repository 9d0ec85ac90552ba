from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages import align_sentences
from facing_pages.core.alignment.sentences import sentence_aligner
from facing_pages.core.alignment.sentences.anchors import SentenceWindow
from facing_pages.core.alignment.sentences.features.extraction import make_features
from facing_pages.core.alignment.sentences.link_scores import Pricing
from facing_pages.core.alignment.sentences.pair_profile import ProfileCounter
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_aligner import link_sentences
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.alignment.sentences.span_links import FoundLinks, SpanLink
from facing_pages.core.alignment.sentences.window_aligner import WindowAligner
from facing_pages.core.alignment.sentences.window_cache import WindowCache
from facing_pages.core.errors import Cancelled
from facing_pages.core.model import Pin, Span
from facing_pages.core.progress import NO_PROGRESS, Progress
from tests.helpers.sections import texts, words

HARBOUR = [
    ["The harbour was quiet when she came down to it.", "Nobody had told her about the storm."],
    ["Her brother used to count the boats from the window above the bakery.",
     "He had counted nineteen the night before he left for the mainland."],
    ["The lighthouse keeper sold his telescope to a travelling dentist.",
     "It was never seen again in the village."],
]  # fmt: skip


def pairs(original: list[list[str]], rewrite: list[list[str]]) -> list[tuple[object, object, bool]]:
    return [
        (link.original, link.rewrite, link.moved) for link in align_sentences(original, rewrite)
    ]


def test_a_text_and_itself_are_linked_one_to_one() -> None:
    assert pairs(HARBOUR, HARBOUR) == [((k,), (k,), False) for k in range(6)]


def test_a_split_sentence_is_one_link() -> None:
    rewrite = [
        HARBOUR[0],
        ["Her brother used to count the boats.", "He did it from the window above the bakery.",
         HARBOUR[1][1]],
        HARBOUR[2],
    ]  # fmt: skip
    assert ((2,), (2, 3), False) in pairs(HARBOUR, rewrite)


def test_merged_sentences_are_one_link() -> None:
    merged = (
        "The lighthouse keeper sold his telescope to a travelling dentist, and it was never seen "
        "again in the village."
    )
    assert ((4, 5), (4,), False) in pairs(HARBOUR, [HARBOUR[0], HARBOUR[1], [merged]])


GOODS = [
    "silver plates", "copper pans", "woollen coats", "oak barrels", "glass lamps", "salted herring",
    "iron nails", "leather boots", "candle wax", "brass bells", "linen sheets", "walnut chairs",
    "pewter spoons", "velvet gloves", "wicker baskets", "porcelain cups", "marble tiles",
    "amber beads",
]  # fmt: skip


@pytest.mark.parametrize("count", [4, 7, 9, 12, 18])
def test_a_sentence_may_face_a_long_list(count: int) -> None:
    goods = GOODS[:count]
    sentence = f"On the second day the trader from the south offered {', '.join(goods)}."
    around = ["Nobody bought anything on the first day.", "On the third day the market closed."]
    rewrite = [[around[0]], ["On the second day the trader from the south offered:"]]
    rewrite += [[f"{thing},"] for thing in goods[:-1]]
    rewrite += [[f"{goods[-1]}."], [around[1]]]
    found = pairs([[around[0], sentence, around[1]]], rewrite)
    assert ((1,), tuple(range(1, count + 2)), False) in found


def test_a_sentence_with_nothing_in_common_is_not_glued_to_its_neighbour() -> None:
    rewrite = [
        HARBOUR[0],
        HARBOUR[1][:1],
        ["He, too, had one of them."],
        HARBOUR[1][1:],
        HARBOUR[2],
    ]
    for original, other in ((HARBOUR, rewrite), (rewrite, HARBOUR)):
        assert all(len(one) <= 1 and len(two) <= 1 for one, two, _ in pairs(original, other))


def test_what_has_no_counterpart_stands_alone() -> None:
    rewrite = [HARBOUR[0], ["Snow fell on the mountains of another country."], HARBOUR[2]]
    found = pairs(HARBOUR, rewrite)
    assert ((2,), (), False) in found
    assert ((3,), (), False) in found
    assert ((), (2,), False) in found


def test_a_moved_paragraph_is_found_and_called_moved() -> None:
    edited = [HARBOUR[2][0].replace("travelling dentist", "passing dentist"), HARBOUR[2][1]]
    found = pairs(HARBOUR, [edited, HARBOUR[0], HARBOUR[1]])
    assert ((4,), (0,), True) in found
    assert ((5,), (1,), True) in found


def test_a_common_subject_is_no_move() -> None:
    first = [
        ["The roads were bad that year."],
        ["He was made a knight of the realm in 2005 for his services to the music industry."],
        ["Rain fell on the harbour for a week."],
        ["The keeper sold his telescope to a travelling dentist."],
    ]
    second = [
        ["The roads were bad that year."],
        ["Rain fell on the harbour for a week."],
        ["The keeper sold his telescope to a travelling dentist."],
        ["He is still very active in the music industry."],
    ]
    assert not [one for one, other, moved in pairs(first, second) if moved]


def test_headings_without_a_common_word_are_paired_by_their_place() -> None:
    original = [HARBOUR[0], ["A fool's errand"], HARBOUR[1]]
    rewrite = [HARBOUR[0], ["One crazy race"], HARBOUR[1]]
    links = align_sentences(original, rewrite)
    link = next(link for link in links if link.original == (2,))
    assert link.rewrite == (2,)
    # Their place makes it likely, nothing makes it sure.
    assert link.confidence < 0.8


def test_a_torn_off_end_joins_its_sentence() -> None:
    original = [["They hoped to stop any further attack on the harbour by KELP-K."]]
    rewrite = [
        ["They wanted to stop any further attack on the harbour from the sea.", "Kelp State-K."]
    ]
    assert ((0,), (0, 1), False) in pairs(original, rewrite)


def test_a_leftover_whose_length_is_missing_joins_its_neighbour() -> None:
    verse = (
        "Now learn a parable of the fig tree; when her branch puts forth leaves, summer is near."
    )
    original = [[verse], *([sentence] for part in HARBOUR for sentence in part)]
    split = ["From the fig tree, take this lesson.", "When its branch gets leaves, summer is near."]
    rewrite = [split, *original[1:]]
    assert pairs(original, rewrite)[0] == ((0,), (0, 1), False)


def test_a_new_sentence_beside_a_complete_link_stays_alone() -> None:
    rewrite = [[*HARBOUR[0], "She counted the lamps along the quay."], *HARBOUR[1:]]
    assert ((), (2,), False) in pairs(HARBOUR, rewrite)


def test_repeated_sentences_are_counterparts_once() -> None:
    original = [["Nobody came to the harbour.", "It rained all day."]]
    rewrite = [["Nobody came to the harbour."] * 3, ["It rained all day."]]
    found = pairs(original, rewrite)
    assert sum(len(link[1]) == 1 and bool(link[0]) for link in found) == 2


def test_every_sentence_is_in_exactly_one_link() -> None:
    rewrite = [HARBOUR[2], ["Something new happened."], [HARBOUR[0][1]]]
    links = align_sentences(HARBOUR, rewrite)
    assert sorted(n for link in links for n in link.original) == list(range(6))
    assert sorted(n for link in links for n in link.rewrite) == list(range(4))


def test_equal_sentences_are_found_among_many_that_differ_by_a_number() -> None:
    log = [f"On day {k} the keeper saw {k + 3} boats, and wrote to harbour {k}." for k in range(80)]
    found = pairs([[line] for line in log], [[line] for line in log[::10]])
    assert [link for link in found if link[0] and link[1]] == [
        ((10 * k,), (k,), False) for k in range(8)
    ]


def test_empty_texts_have_no_links() -> None:
    assert align_sentences([], []) == ()
    assert pairs([], [["One."]]) == [((), (0,), False)]


def test_texts_with_nothing_in_common_have_no_links() -> None:
    recipe = [
        [
            "Whisk four eggs with a pinch of salt.",
            "Melt the butter slowly.",
            "Do not let it brown.",
        ],
        ["Pour the eggs in and stir.", "Serve with toast.", "Yes, at once!"],
    ]
    statute = [
        ["The tenant pays the rent monthly.", "Notice takes three months.", "It is in writing."],
        ["Pets need consent.", "Damage is repaired by whoever caused it.", "Yes, always!"],
    ]
    links = align_sentences(recipe, statute)
    assert not [link for link in links if link.original and link.rewrite]


def test_function_words_alone_link_nothing() -> None:
    first = ["The cat sat on the mat.", "It was happy there.", "Then the dog came in."]
    second = ["The market fell on Monday.", "It was a surprise for many.", "Then the bank closed."]
    assert not [one for one, other, _ in pairs([first], [second]) if one and other]


def test_a_number_alone_links_nothing() -> None:
    towers = [f"In {year} the king of the north built a tower." for year in range(1700, 1760)]
    mice = [f"{year} saw a plague of mice." for year in range(1700, 1760)]
    assert not [one for one, other, _ in pairs([towers], [mice]) if one and other]
    likewise = [f"{year}: a tower put up by some ruler." for year in range(1700, 1760)]
    expected = [((k,), (k,), False) for k in range(60)]
    assert pairs([towers], [likewise]) == expected


def test_rows_of_numbers_are_linked_though_some_differ() -> None:
    before = [f"{k} {k * 7 % 91} {k * k % 97}" for k in range(100)]
    after = [f"{k} {k * 7 % 91} {k * k % 97 + (k % 3 == 0)}" for k in range(100)]
    expected = [((k,), (k,), False) for k in range(100)]
    assert pairs([[row] for row in before], [[row] for row in after]) == expected


def test_weights_add_up_exactly_in_any_order() -> None:
    units = (text_units(HARBOUR), text_units(HARBOUR[::-1]))
    weight = make_features(*units).original.table.weight
    assert (weight * 64 == (weight * 64).round()).all()


def test_the_work_can_be_stopped_before_the_first_link() -> None:
    class Stopped:
        """Wants to stop at once."""

        def is_cancelled(self) -> bool:
            return True

    units = (text_units(HARBOUR), text_units(HARBOUR[::-1]))
    with pytest.raises(Cancelled):
        link_sentences(*units, Progress(cancel=Stopped()))


@settings(max_examples=60, deadline=None)
@given(texts, texts, st.booleans())
def test_swapping_the_sides_mirrors_the_links(
    original: list[str], rewrite: list[str], together: bool
) -> None:
    pin = Pin((len(original) - 1,), (0,), together)
    units = (text_units([original]), text_units([rewrite]))
    there = link_sentences(*units, NO_PROGRESS, pins=[pin])
    turned = Pin(pin.rewrite, pin.original, pin.together)
    back = link_sentences(*units[::-1], NO_PROGRESS, pins=[turned])
    assert back.mirrored() == there


def test_a_pin_that_names_no_sentence_is_refused_on_either_side() -> None:
    units = (text_units([["One boat."]]), text_units([["Two lamps.", "Three stairs."]]))
    assert link_sentences(*units, NO_PROGRESS, pins=[Pin((0,), (1,), True)]).links
    for sides in (units, units[::-1]):
        with pytest.raises(ValueError, match="does not have"):
            link_sentences(*sides, NO_PROGRESS, pins=[Pin((1,), (1,), True)])


class Looks:
    """Which windows are looked at, by the number of their first sentence."""

    def __init__(self) -> None:
        self.quick: list[int] = []
        self.best: list[int] = []
        self.times: list[int] = []


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Looks:
    """Watch what is looked at; each sentence of the original is numbered by its last word."""
    found = Looks()

    class Watched(WindowAligner):
        def __init__(self, section: Section) -> None:
            super().__init__(section)
            self.number = int(section.units.original.words[0][-1])

        def quick_chain(self, pricing: Pricing) -> list[SpanLink]:
            found.quick.append(self.number)
            return super().quick_chain(pricing)

        def best_chain(self, pricing: Pricing) -> FoundLinks:
            found.best.append(self.number)
            return super().best_chain(pricing)

    class Counter(ProfileCounter):
        def add(self, *part: object, times: int = 1) -> None:
            found.times.append(times)
            super().add(*part, times=times)  # type: ignore[arg-type]

    monkeypatch.setattr(sentence_aligner, "WindowAligner", Watched)
    monkeypatch.setattr(sentence_aligner, "ProfileCounter", Counter)
    return found


def cut_into(monkeypatch: pytest.MonkeyPatch, sizes: Sequence[tuple[int, int]]) -> None:
    """Let texts be cut into windows with these numbers of sentences."""
    parts: list[SentenceWindow] = []
    i = j = 0
    for high, wide in sizes:
        parts.append(SentenceWindow(Span(i, i + high), Span(j, j + wide)))
        i, j = i + high, j + wide
    monkeypatch.setattr(sentence_aligner, "windows", lambda *units: parts)


def numbered(count: int, reworded: str = "") -> list[list[str]]:
    """Return different sentences, each a paragraph with its number as the last word."""
    return [[f"{words(9 * k, 9 * k + 8)} {reworded} {k}"] for k in range(count)]


@pytest.mark.parametrize(
    ("sampled", "seen", "times"),
    [(12, list(range(12)), 1), (7, list(range(12)), 1), (6, [1, 3, 5, 7, 9, 11], 2),
     (4, [1, 4, 7, 10], 3), (3, [2, 6, 10], 4), (13, list(range(12)), 1)],
)  # fmt: skip
def test_of_long_texts_windows_from_all_over_are_looked_at_first(
    sampled: int, seen: list[int], times: int, looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_into(monkeypatch, [(1, 2)] * 12)
    monkeypatch.setattr(sentence_aligner, "SAMPLED_SENTENCES", sampled)
    link_sentences(text_units(numbered(12)), text_units(numbered(24, "then")), NO_PROGRESS)
    assert looks.quick == seen
    # Each of them stands for those that are not looked at.
    assert looks.times == [times] * len(seen)
    assert looks.best == list(range(12))


@pytest.mark.parametrize(("surplus", "seen", "times"), [(12, [3], [6]), (13, [1, 3, 5], [1, 7, 1])])
def test_windows_with_many_more_sentences_on_one_side_are_looked_at_in_any_case(
    surplus: int, seen: list[int], times: list[int], looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The second window has more sentences in the rewrite, the sixth as many more in the original.
    # The fourth stands for all others.
    many = 1 + surplus
    cut_into(monkeypatch, [(1, 1), (1, many), (1, 1), (1, 1), (1, 1), (many, 1), (1, 1), (1, 1)])
    monkeypatch.setattr(sentence_aligner, "SAMPLED_SENTENCES", 3)
    count = 8 + surplus
    link_sentences(text_units(numbered(count)), text_units(numbered(count, "then")), NO_PROGRESS)
    assert looks.quick == seen
    assert looks.times == times


def test_more_sentences_are_expected_where_the_rewrite_is_longer(
    looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Three sentences for each one, as in the whole text; but in the second window as many.
    cut_into(monkeypatch, [(1, 3), (4, 4), (1, 11)])
    monkeypatch.setattr(sentence_aligner, "MAX_EVEN_SURPLUS", 7.9)
    monkeypatch.setattr(sentence_aligner, "SAMPLED_SENTENCES", 1)
    link_sentences(text_units(numbered(6)), text_units(numbered(18, "then")), NO_PROGRESS)
    assert looks.quick == [1, 5]


def test_what_is_known_is_not_looked_at_again(
    looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_into(monkeypatch, [(1, 1)] * 6)
    cache = WindowCache()
    rewrite = numbered(6, "then")
    first = link_sentences(text_units(numbered(6)), text_units(rewrite), NO_PROGRESS, cache=cache)
    looks.quick.clear()
    looks.best.clear()
    rewrite[4] = [words(500, 508)]
    again = link_sentences(text_units(numbered(6)), text_units(rewrite), NO_PROGRESS, cache=cache)
    # The profile of the pair is known as well.
    assert (looks.quick, looks.best) == ([], [4])
    assert [link for link in again.links if link.original.start != 4] == [
        link for link in first.links if link.original.start != 4
    ]


def test_progress_goes_by_the_sentences_of_the_original(
    looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_into(monkeypatch, [(1, 1), (1, 1), (2, 5)])
    reports: list[float] = []
    progress = Progress(lambda stage, share: reports.append(share))
    link_sentences(text_units(numbered(4)), text_units(numbered(7, "then")), progress)
    # Features of both sides and their table, a first look at each window, a second one.
    assert reports == [0.0] * 6 + [0.25, 0.5, 1.0]
