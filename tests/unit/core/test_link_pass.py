from __future__ import annotations

import pytest

from facing_pages import Cancelled, Level, Options, compare, document_from_text
from facing_pages.core.alignment.pipeline import align_units
from facing_pages.core.changes.change_cache import ChangeCache
from facing_pages.core.documents import with_sentences
from facing_pages.core.link_pass import LinkPass
from facing_pages.core.model import ChangeKind, Document
from facing_pages.core.options import DEFAULT_OPTIONS
from facing_pages.core.progress import NO_PROGRESS, Progress, Stage

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
