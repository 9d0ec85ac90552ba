"""What must hold for any text: the invariants of the house, on generated pairs."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facing_pages import ReadingError, align_words, compare, document_from_text
from facing_pages.core.alignment.words.word_aligner import FoundLink, word_aligner
from facing_pages.core.changes.edits import word_changes
from facing_pages.core.changes.moved_phrases import is_elsewhere
from facing_pages.core.changes.readable import make_readable
from facing_pages.core.changes.word_change import Words
from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import ChangeKind, Comparison, Document, LinkKind, Side, Span
from facing_pages.core.reading.files import from_text
from facing_pages.core.splitting.typography import plain_word, reading
from facing_pages.core.splitting.words import is_light, split_words, words_in

WORDS = (
    "the a of and boat lamp stairs winter granite keeper candle harbour storm quiet silent came "
    "went told 1,500 60% U.S. don’t “no” — well-known Anaïs 灯台 👩‍👩‍👧 â "
    "-5 5 +5 3.5 35 10-12 1012 A+ A- €12 $12 < > = ✅ ❌ ★ ☆ its it's us US फल फूल ก ก่ x² x2 10² 102"
).split()
sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(
    lambda words: " ".join(words).capitalize() + "."
)
paragraph = st.lists(sentence, min_size=1, max_size=3).map(" ".join)
prose = st.lists(paragraph, min_size=1, max_size=5).map("\n\n".join)
anything = st.text(
    st.characters(blacklist_categories=["Cs"]) | st.sampled_from("\n\n  ââ€™.!? "), max_size=200
).filter(lambda text: bool(text.strip()))
quick = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def readable(text: str) -> bool:
    try:
        document_from_text(text)
    except ReadingError:
        return False
    return True


@quick
@given(anything)
def test_units_lie_in_order_and_cover_all_visible_text(text: str) -> None:
    if not readable(text):
        return
    document = document_from_text(text)
    place = 0
    for paragraph_ in document.paragraphs:
        assert place <= paragraph_.span.start < paragraph_.span.end
        assert not document.text[place : paragraph_.span.start].replace(">", "").strip()
        place = paragraph_.span.end
    place = 0
    for unit in document.sentences:
        assert place <= unit.span.start < unit.span.end
        assert document.paragraphs[unit.paragraph].span.start <= unit.span.start
        assert unit.span.end <= document.paragraphs[unit.paragraph].span.end
        place = unit.span.end
    outside = _without(document, [unit.span for unit in document.sentences])
    assert not "".join(outside).replace(">", "").strip()


def _without(document: Document, spans: list[tuple[int, int]]) -> list[str]:
    parts: list[str] = []
    place = 0
    for start, end in spans:
        parts.append(document.text[place:start])
        place = end
    return [*parts, document.text[place:]]


@quick
@given(anything)
def test_repairs_can_be_taken_back(text: str) -> None:
    if readable(text):
        even = from_text(text, name="text").raw_text()
        assert from_text(even, name="text").raw_text() == even


@quick
@given(prose, prose)
def test_every_unit_is_in_exactly_one_link(original: str, rewrite: str) -> None:
    comparison = compare(original, rewrite)
    for side in Side:
        document = comparison.document(side)
        sentences = [n for link in comparison.alignment.links for n in link.numbers(side)]
        assert sorted(sentences) == list(range(len(document.sentences)))
        paragraphs = [n for link in comparison.alignment.paragraphs for n in link.numbers(side)]
        assert sorted(paragraphs) == list(range(len(document.paragraphs)))


@quick
@given(prose)
def test_a_text_compared_with_itself_has_no_change(text: str) -> None:
    comparison = compare(text, text)
    assert comparison.changes == ()
    assert {link.kind for link in comparison.alignment.links} == {LinkKind.SAME}


@quick
@given(prose, prose)
def test_typography_is_read_alike_on_both_sides(original: str, rewrite: str) -> None:
    comparison = compare(original, rewrite)
    for change in comparison.changes:
        if change.kind is ChangeKind.TYPOGRAPHY:
            sides = [
                words_in(text, span) if span else []
                for text, span in (
                    (comparison.original.text, change.original),
                    (comparison.rewrite.text, change.rewrite),
                )
            ]
            assert reading(sides[0]) == reading(sides[1])


def content(document: Document, span: Span, function_words: frozenset[str]) -> list[str]:
    return sorted(
        plain_word(word)
        for word in words_in(document.text, span)
        if not is_light(word, function_words)
    )


@quick
@given(st.lists(sentence, min_size=2, max_size=6), st.data())
def test_what_moved_has_the_same_words_in_both_places(
    lines: list[str], data: st.DataObject
) -> None:
    words = " ".join(lines).split()
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(words))] * 2)))
    rest = words[:start] + words[end:]
    to = data.draw(st.integers(0, len(rest)))
    edited = rest[:to] + words[start:end] + rest[to:]
    for place in data.draw(st.lists(st.integers(0, len(words) - 1), max_size=4)):
        edited[place] = data.draw(st.sampled_from(WORDS))
    comparison = compare(" ".join(words), " ".join(edited))
    language = language_of(comparison.original.text)
    for change in comparison.changes:
        if change.kind is ChangeKind.REORDERED:
            assert change.original is not None
            assert change.rewrite is not None
            light = function_words_of(language)
            assert content(comparison.original, change.original, light) == content(
                comparison.rewrite, change.rewrite, light
            )


@quick
@given(st.lists(sentence, min_size=1, max_size=4), st.data())
def test_words_are_linked_as_the_changes_say(lines: list[str], data: st.DataObject) -> None:
    edited = " ".join(lines).split()
    for _ in range(data.draw(st.integers(1, 5))):
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(edited))] * 2)))
        some = data.draw(st.lists(st.sampled_from(WORDS), max_size=3))
        edited[start : min(end, start + 3)] = some
    comparison = compare(" ".join(lines), " ".join([*edited, "end."]))
    changed = [
        change
        for change in comparison.changes
        if change.kind is not ChangeKind.TYPOGRAPHY
        and not is_elsewhere(change, comparison.alignment.links, comparison.rewrite)
    ]
    for number, link in enumerate(comparison.alignment.links):
        for word in link.words:
            for change in changed:
                if change.link == number and (None not in (change.original, change.rewrite)):
                    assert covers(change.original, word.original) == covers(
                        change.rewrite, word.rewrite
                    )
                elif change.link == number:
                    assert not covers(change.original, word.original)
                    assert not covers(change.rewrite, word.rewrite)


def covers(span: Span | None, word: Span) -> bool:
    return span is not None and span.start <= word.start < span.end


MIRROR = {
    LinkKind.REMOVED: LinkKind.ADDED,
    LinkKind.ADDED: LinkKind.REMOVED,
    LinkKind.SPLIT: LinkKind.MERGED,
    LinkKind.MERGED: LinkKind.SPLIT,
}


def sentence_links(comparison: Comparison) -> Counter[tuple[object, ...]]:
    return Counter((link.original, link.rewrite, link.kind) for link in comparison.alignment.links)


@quick
@given(prose, prose)
def test_swapping_the_sides_mirrors_the_kinds(original: str, rewrite: str) -> None:
    there, back = compare(original, rewrite), compare(rewrite, original)
    mirrored = Counter(
        (link.rewrite, link.original, MIRROR.get(link.kind, link.kind))
        for link in back.alignment.links
    )
    assert sentence_links(there) == mirrored


@quick
@given(prose, prose)
def test_changes_lie_inside_their_links_and_apart(original: str, rewrite: str) -> None:
    comparison = compare(original, rewrite)
    for side in Side:
        document = comparison.document(side)
        place = 0
        spans = []
        for change in comparison.changes:
            link = comparison.alignment.links[change.link]
            span = change.span(side)
            if span is None:
                continue
            numbers = link.numbers(side)
            if side is Side.REWRITE and is_elsewhere(change, comparison.alignment.links, document):
                numbers = tuple(
                    n for n, s in enumerate(document.sentences) if s.span.start <= span.start
                )[-1:]
            inside = [document.sentences[n].span for n in numbers]
            assert inside[0].start <= span.start < span.end <= inside[-1].end
            if change.kind is not ChangeKind.TYPOGRAPHY and not change.is_inside:
                spans.append(span)
        for first in sorted(spans):
            assert place <= first.start
            place = first.end


@quick
@given(sentence, sentence)
def test_equal_words_are_linked_one_to_one(original: str, rewrite: str) -> None:
    words = [[s.of(t) for s in split_words(t, Span(0, len(t)))] for t in (original, rewrite)]
    pairs = align_words(*words)
    assert list(pairs) == sorted(pairs)
    equal = [(i, j) for i, j in pairs if words[0][i].casefold() == words[1][j].casefold()]
    assert len({i for i, _ in equal}) == len(equal) == len({j for _, j in equal})


@quick
@given(sentence, sentence)
def test_readable_rules_run_twice_change_nothing(original: str, rewrite: str) -> None:
    sides = [[s.of(t) for s in split_words(t, Span(0, len(t)))] for t in (original, rewrite)]
    light = frozenset({"the", "a", "of", "and"})
    links = word_aligner("en", precise=False).links(sides[0], sides[1])
    words = Words(sides[0], sides[1], (frozenset(), frozenset()), light)
    raw = word_changes(words, [FoundLink(*link[:3]) for link in links])
    once = make_readable(raw, words, whole_above=0.6)
    twice = make_readable(once, words, whole_above=0.6)
    assert set(twice) == set(once)
