from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from facing_pages import Cancelled, Level, Options, compare, document_from_text
from facing_pages.core import link_pass
from facing_pages.core.alignment.pipeline import align_units
from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.both import Both
from facing_pages.core.changes.change_cache import ChangeCache
from facing_pages.core.documents import with_sentences
from facing_pages.core.link_pass import LinkPass
from facing_pages.core.model import ChangeKind, Document, LinkReason, Span, WordLink
from facing_pages.core.options import DEFAULT_OPTIONS
from facing_pages.core.progress import NO_PROGRESS, Progress, Stage
from tests.helpers.made_pairs import made_alignment, made_document

ORIGINAL = "The harbour was quiet. Nobody had told her of the storm. It rained all night."
REWRITE = "The harbour was silent. Nobody had warned her of the storm. It rained all day. The end."
QUICK = Options(precise=False)


class Stopped:
    def is_cancelled(self) -> bool:
        return True


def documents(original: str = ORIGINAL, rewrite: str = REWRITE) -> tuple[Document, Document]:
    return (
        with_sentences(document_from_text(original, name="one")),
        with_sentences(document_from_text(rewrite, name="two")),
    )


def links_of(
    pair: tuple[Document, Document],
    options: Options = DEFAULT_OPTIONS,
    cache: ChangeCache | None = None,
) -> LinkPass:
    return LinkPass(pair, align_units(*pair, NO_PROGRESS), options, cache)


def words(links: LinkPass) -> list[tuple[str, str]]:
    return [
        tuple(
            span.of(document.text) if span else ""
            for span, document in zip((c.original, c.rewrite), links.documents, strict=True)
        )
        for c in links.found_changes()
    ]  # type: ignore[misc]


def test_what_stands_on_one_side_only_is_known_before_anything_is_looked_at() -> None:
    links = links_of(documents())
    assert words(links) == [("", "The end.")]
    assert links.change_count == 0


def test_links_are_looked_at_in_any_order_and_listed_in_theirs() -> None:
    links = links_of(documents(), QUICK)
    links.compare(1)
    links.compare(0)
    assert words(links)[:2] == [("quiet", "silent"), ("told", "warned")]
    assert links.change_count == 2


def test_completing_looks_at_what_is_left_only_and_gives_what_compare_gives() -> None:
    pair = documents()
    links = links_of(pair, QUICK)
    links.compare(2)
    seen: list[tuple[Stage, float]] = []
    links.complete(Progress(lambda stage, share: seen.append((stage, share))))
    assert links.comparison() == compare(*pair, options=QUICK)
    assert seen == [(Stage.WORDS, 0.0), (Stage.WORDS, 1.0)]


def test_sentences_are_changed_as_a_whole_where_words_are_not_asked_for() -> None:
    pair = documents()
    links = links_of(pair, Options(level=Level.SENTENCES))
    links.complete()
    assert ("The harbour was quiet.", "The harbour was silent.") in words(links)
    assert all(not link.words for link in links.comparison().alignment.links)
    assert links.all_changes() == list(links.found_changes())


def test_what_the_cache_knows_is_recalled_and_the_rest_is_not() -> None:
    cache = ChangeCache()
    first = links_of(documents(), cache=cache)
    first.compare(0, is_precise=False)
    again = links_of(documents(), cache=cache)
    again.recall()
    assert words(again) == [("quiet", "silent"), ("", "The end.")]
    without = links_of(documents())
    without.recall()
    assert without.change_count == 0


def test_what_was_found_with_other_options_is_not_recalled() -> None:
    cache = ChangeCache()
    links_of(documents(), QUICK, cache).complete()
    again = links_of(documents(), Options(precise=False, level=Level.SENTENCES), cache)
    again.recall()
    assert again.change_count == 0


def test_only_typography_is_nothing_to_look_at_more_closely() -> None:
    links = links_of(documents("It rained, and she left.", "It rained; and she left."), QUICK)
    assert links.has_other_words(0)
    links.compare(0)
    assert not links.has_other_words(0)
    links = links_of(documents("It rained, and she left.", "It rained, and he left."), QUICK)
    links.compare(0)
    assert links.has_other_words(0)


def test_a_phrase_that_moved_is_one_change_once_all_is_known() -> None:
    original = (
        "With a heavy brass key in her hand the keeper climbed. She opened the door and waited."
    )
    rewrite = (
        "The keeper climbed. With a heavy brass key in her hand she opened the door and waited."
    )
    links = links_of(documents(original, rewrite), QUICK)
    links.complete()
    kinds = [change.kind for change in links.all_changes()]
    assert ChangeKind.REORDERED in kinds
    assert ChangeKind.REORDERED not in [change.kind for change in links.found_changes()]


def test_it_stops_when_asked() -> None:
    with pytest.raises(Cancelled):
        links_of(documents()).complete(Progress(None, Stopped()))


# --- which words are linked, how often, and how exactly --------------------------------------


@dataclass
class AlignerInOrder:
    """Links the first word to the first, the second to the second; counts how often it is asked."""

    is_precise: bool
    language: str = "en"
    function_words: frozenset[str] = frozenset()
    asked: list[bool] = field(default_factory=list)

    def links(
        self, original: Sequence[str], rewrite: Sequence[str], progress: Progress
    ) -> tuple[FoundLink, ...]:
        self.asked.append(self.is_precise)
        confidence = 0.75 if self.is_precise else 0.5
        shorter = range(min(len(original), len(rewrite)))
        return tuple(FoundLink(n, n, LinkReason.POSITION, confidence) for n in shorter)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return whether the aligner is precise, each time that it is asked for the words of a link."""
    times: list[bool] = []

    def aligner_of(language: str, *, precise: bool) -> AlignerInOrder:
        return AlignerInOrder(precise, language, asked=times)

    monkeypatch.setattr(link_pass, "word_aligner", aligner_of)
    return times


def made(
    original: str,
    rewrite: str,
    links: str,
    options: Options = DEFAULT_OPTIONS,
    cache: ChangeCache | None = None,
) -> LinkPass:
    pair = Both(made_document(original), made_document(rewrite))
    return LinkPass((*pair,), made_alignment(pair, links), options, cache)


LAMPS = ("Lamps burned.", "Lights shone.")


def lamp_words(confidence: float) -> tuple[WordLink, ...]:
    """Return the links of the words of "Lamps burned." and "Lights shone.", and of the marks."""
    spans = [(Span(0, 5), Span(0, 6)), (Span(6, 12), Span(7, 12)), (Span(12, 13), Span(12, 13))]
    return tuple(WordLink(*pair, LinkReason.POSITION, confidence) for pair in spans)


def test_looking_at_a_link_returns_its_words(asked: list[bool]) -> None:
    links = made(*LAMPS, "0=0")
    assert links.compare(0, is_precise=False) == lamp_words(0.5)
    assert links.compare(0, is_precise=True) == lamp_words(0.75)
    assert links.comparison().alignment.links[0].words == lamp_words(0.75)


def test_the_comparison_has_the_statistics_of_its_changes() -> None:
    links = made("It rained. She slept.", "She slept.", "0=- 1=0", QUICK)
    links.complete()
    statistics = links.comparison().statistics
    assert (statistics.original_words, statistics.removed, statistics.kept) == (4, 2, 2)
    assert statistics == links.statistics(links.all_changes())


def test_a_link_looked_at_again_replaces_what_was_found(asked: list[bool]) -> None:
    links = made("Lamps burned. It rained.", "Lights shone. It poured.", "0=0 1=1")
    links.compare(0, is_precise=False)
    links.compare(1, is_precise=False)
    before = links.change_count
    links.compare(0, is_precise=True)
    assert links.change_count == before == len([*links.found_changes()])


def test_one_sided_links_are_not_aligned(asked: list[bool]) -> None:
    links = made("It rained. She slept.", "She woke. It froze.", "0=- 1=0 -=1")
    assert links.compare(0) == ()
    assert links.compare(2) == ()
    assert asked == []
    assert links.change_count == 2
    assert [change.kind for change in links.found_changes()] == [
        ChangeKind.REMOVED,
        ChangeKind.ADDED,
    ]


@pytest.mark.parametrize(("length", "is_precise"), [(60_000, True), (60_001, False)])
def test_words_are_linked_precisely_up_to_the_length_of_a_long_article(
    asked: list[bool], length: int, is_precise: bool
) -> None:
    start = f"{LAMPS[0]}\n\n"
    long = start + "a" * (length - len(start))
    made(long, LAMPS[1], "0=0 1=-").compare(0)
    # The length of the rewrite does not matter.
    made(LAMPS[0], f"{LAMPS[1]}\n\n" + "a" * 70_000, "0=0 -=1").compare(0)
    assert asked == [is_precise, True]


def test_the_options_decide_how_words_are_linked_whatever_the_length(asked: list[bool]) -> None:
    long = (f"{LAMPS[0]}\n\n" + "a" * 70_000, LAMPS[1])
    made(*long, "0=0 1=-", Options(precise=True)).compare(0)
    made(*LAMPS, "0=0", QUICK).compare(0)
    made(*LAMPS, "0=0", QUICK).compare(0, is_precise=True)
    assert asked == [True, False, True]


def test_progress_is_reported_at_every_sixty_fourth_link() -> None:
    text = "It rained. " * 130
    links = made(text, "She slept.", " ".join(f"{n}=-" for n in range(130)))
    shares: list[float] = []
    links.complete(Progress(lambda _, share: shares.append(share)))
    assert shares == [0.0, 64 / 130, 128 / 130, 1.0]


def test_what_the_cache_knows_is_not_aligned_again(asked: list[bool]) -> None:
    cache = ChangeCache()
    first = made(*LAMPS, "0=0", QUICK, cache)
    first.compare(0)
    again = made(*LAMPS, "0=0", QUICK, cache)
    assert again.compare(0) == lamp_words(0.5)
    assert asked == [False]
    assert [*again.found_changes()] == [*first.found_changes()]
    # Precise words are others, and so are those found with other options.
    made(*LAMPS, "0=0", QUICK, cache).compare(0, is_precise=True)
    made(*LAMPS, "0=0", Options(reworded_whole_above=0.1), cache).compare(0)
    assert asked == [False, True, True]


def test_of_precise_and_quick_words_the_precise_ones_are_recalled(asked: list[bool]) -> None:
    cache = ChangeCache()
    first = made(*LAMPS, "0=0", cache=cache)
    first.compare(0, is_precise=False)
    first.compare(0, is_precise=True)
    again = made(*LAMPS, "0=0", cache=cache)
    again.recall()
    assert {change.confidence for change in again.found_changes()} == {0.75}


def test_recalling_counts_what_it_knows_and_forgets_nothing_else(asked: list[bool]) -> None:
    cache = ChangeCache()
    texts = ("Lamps burned. It rained.", "Lights shone. It poured. It froze.")
    links = made(*texts, "0=0 1=1 -=2", QUICK, cache)
    links.compare(1)
    known = links.change_count
    again = made(*texts, "0=0 1=1 -=2", QUICK, cache)
    again.recall()
    assert again.change_count == known > 0
    assert again.has_other_words(0)
    assert [change.link for change in again.found_changes()] == [1, 2]
