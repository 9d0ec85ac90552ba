"""Page, list, gutter, strip, statistics, reports and JSON say the same of one comparison."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from functools import cached_property
from html import escape
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facing_pages import compare
from facing_pages.core.both import Both
from facing_pages.core.changes.moved_phrases import is_elsewhere, is_moved_phrase
from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import Change, ChangeKind, Comparison, Link, LinkKind, Side, Span
from facing_pages.core.splitting.typography import plain_word
from facing_pages.core.splitting.words import is_light, is_punctuation, split_words, words_in
from facing_pages.export.as_html import report_html
from facing_pages.export.as_json import comparison_json
from facing_pages.export.as_plain import report_markdown, report_text
from facing_pages.export.as_tables import comparison_csv
from facing_pages.export.as_text import shares, statistics_text
from facing_pages.export.report import Report, make_report
from facing_pages.export.report_options import ReportOptions
from facing_pages.marks.kinds import MarkStyle, ViewKind, Weight
from facing_pages.marks.listed_changes import KIND_OF_CHANGE, ListedChange
from facing_pages.page.painting.gutter import shown_row_kind
from facing_pages.viewmodel.build_view import aligned_rows, change_table, side_text
from facing_pages.viewmodel.by_sentence import by_sentence
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.navigation import Navigation
from facing_pages.viewmodel.overview import Overview
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.wording.labels import change_place, counterpart_text, link_text
from tests.helpers.edited_pairs import EditedPair, edited_pairs

ALL = Filter(weight=Weight.PUNCTUATION)
OPTIONS = ReportOptions(weight=Weight.PUNCTUATION)
LONE = {ViewKind.REMOVED, ViewKind.ADDED}
LEFT_AND_CAME = Both(ChangeKind.REMOVED, ChangeKind.ADDED)
many = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Seen:
    """One comparison as everything that shows it."""

    def __init__(self, pair: EditedPair) -> None:
        self.comparison = compare(*pair)
        self.links = self.comparison.alignment.links

    @cached_property
    def pages(self) -> PairView:
        one = self.comparison
        rows = aligned_rows(one.original, one.rewrite, one.alignment)
        documents = (one.original, one.rewrite)
        changes = change_table(
            documents, rows, one.alignment, one.changes, done=1.0, statistics=one.statistics
        )
        sides = Both(*documents).map(side_text)
        return PairView(sides.original, sides.rewrite, rows, changes, is_aligned=True)

    @cached_property
    def listed(self) -> list[ListedChange]:
        return [self.pages.changes.entry(n) for n in range(len(self.pages.changes))]

    @cached_property
    def report(self) -> Report:
        return make_report(self.comparison, OPTIONS)

    @cached_property
    def content(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(comparison_json(self.comparison))
        return found

    def moved(self) -> list[Change]:
        """Return the phrases that moved."""
        rewrite = self.comparison.rewrite
        return [c for c in self.comparison.changes if is_moved_phrase(c, self.links, rewrite)]

    def entry_of(self, change: Change) -> ListedChange:
        """Return the entry of the list that is about a change, or holds it."""
        return next(
            entry
            for entry in self.listed
            if all(_holds(entry.span(side), change.span(side)) for side in Side)
            and entry.kind is not ViewKind.SPLIT
            and entry.style is not MarkStyle.MOVED
        )

    def rows_at(self, side: Side, span: Span) -> int:
        return self.pages.row_of(side, self.pages.text(side).paragraph_at(span.start))


def _holds(whole: Span | None, part: Span | None) -> bool:
    if whole is None or part is None:
        return whole is part
    return whole.start <= part.start and part.end <= whole.end


@many
@given(edited_pairs())
def test_each_word_is_counted_once(pair: EditedPair) -> None:
    comparison = compare(*pair)
    numbers = comparison.statistics
    parts = (numbers.kept, numbers.reworded, numbers.form, numbers.moved, numbers.removed)
    assert min(*parts, numbers.added) >= 0
    assert sum(parts) == numbers.original_words
    assert numbers.added <= numbers.rewrite_words
    assert sum(numbers.sentence_kinds.values()) == len(comparison.alignment.links)


@many
@given(edited_pairs())
def test_statistics_are_those_of_the_changes(pair: EditedPair) -> None:
    seen = Seen(pair)
    counted: Counter[ChangeKind] = Counter()
    for change in seen.comparison.changes:
        side = Side.REWRITE if change.kind is ChangeKind.ADDED else Side.ORIGINAL
        span = change.span(side)
        if span is not None and not change.is_inside:
            words = words_in(seen.comparison.document(side).text, span)
            counted[change.kind] += sum(not is_punctuation(word) for word in words)
    numbers = seen.comparison.statistics
    assert numbers.reworded == counted[ChangeKind.REWORDED]
    assert numbers.form == counted[ChangeKind.FORM]
    assert numbers.removed == counted[ChangeKind.REMOVED]
    assert numbers.added == counted[ChangeKind.ADDED]
    assert bool(numbers.moved) <= (bool(seen.moved()) or any(link.moved for link in seen.links))


@many
@given(edited_pairs())
def test_screen_reports_and_json_have_the_same_numbers(pair: EditedPair) -> None:
    seen = Seen(pair)
    counts = Counter(entry.kind for entry in seen.listed)
    assert seen.report.counts == counts
    assert Counter(change.kind for change in seen.report.changes) == counts
    page, plain, markdown = (
        write(seen.report) for write in (report_html, report_text, report_markdown)
    )
    for text in (page, plain, markdown):
        assert f"Changes ({len(seen.listed):,})" in text
    for kind, count in counts.items():
        if kind is not ViewKind.SPLIT:
            assert f"{kind.words} ({count:,})" in page
    statistics = seen.content["statistics"]
    lines = statistics_text(seen.comparison)
    for name, count, share in shares(seen.comparison.statistics):
        assert statistics["form" if name == "other forms" else name] == count
        assert re.search(rf"^{name} +{count:,} words +{share} of the ", lines, re.MULTILINE)
        words = "word" if count == 1 else "words"
        assert f"{name}: {count:,} {words}, {share}" in plain
        assert f"* {name}: {count:,} {words}, {share}" in markdown
        assert f">{name.capitalize()}</th><td>{count:,}</td><td>{escape(share)}</td>" in page
    assert len(seen.content["changes"]) == len(seen.comparison.changes)


@many
@given(edited_pairs(), st.sampled_from(Weight), st.frozensets(st.sampled_from(ViewKind)))
def test_a_change_has_one_number_whatever_is_shown(
    pair: EditedPair, weight: Weight, kinds: frozenset[ViewKind]
) -> None:
    seen = Seen(pair)
    shown = Navigation(seen.pages, Filter(kinds, weight=weight))
    report = make_report(seen.comparison, ReportOptions(kinds=kinds, weight=weight))
    numbers = [change.number for change in report.changes]
    assert numbers == [int(n) + 1 for n in shown.shown]
    for change, told in zip(shown.shown.tolist(), report.changes, strict=True):
        assert change_place(shown, change).startswith(f"change {change + 1} ")
        assert told.words == seen.listed[change].words
    runs = {
        run.change
        for row in report.rows
        for side in Side
        for p in row.paragraphs(side)
        for run in p.runs
    }
    assert runs <= {0, *numbers}
    page, plain, markdown = (write(report) for write in (report_html, report_text, report_markdown))
    assert re.findall(r'<li value="(\d+)"', page) == [str(n) for n in numbers]
    assert re.findall(r"^ +(\d+)  ¶", plain, re.MULTILINE) == [str(n) for n in numbers]
    assert re.findall(r"^\* (\d+): ", markdown, re.MULTILINE) == [str(n) for n in numbers]


@many
@given(edited_pairs())
def test_links_that_are_the_same_have_only_typography(pair: EditedPair) -> None:
    seen = Seen(pair)
    for change in seen.comparison.changes:
        if change.kind is not ChangeKind.TYPOGRAPHY:
            for side in Side:
                assert _link_at(seen, side, change).kind is not LinkKind.SAME
    for link in seen.comparison.alignment.paragraphs:
        if link.kind is LinkKind.SAME:
            (one,), (other,) = link.original, link.rewrite
            spans = (
                seen.comparison.original.paragraphs[one].span,
                seen.comparison.rewrite.paragraphs[other].span,
            )
            texts = (seen.comparison.original.text, seen.comparison.rewrite.text)
            first, second = (_plain(text, [span]) for text, span in zip(texts, spans, strict=True))
            assert first == second


def _link_at(seen: Seen, side: Side, change: Change) -> Link:
    span = change.span(side)
    if span is None:
        return seen.links[change.link]
    sentences = seen.comparison.document(side).sentences
    number = max(n for n, s in enumerate(sentences) if s.span.start <= span.start)
    return next(link for link in seen.links if number in link.numbers(side))


def _plain(text: str, spans: list[Span]) -> list[str]:
    words = [word for span in spans for word in words_in(text, span)]
    return [plain_word(word) for word in words if not is_punctuation(word)]


@many
@given(edited_pairs())
def test_nothing_that_differs_in_a_link_is_unmarked(pair: EditedPair) -> None:
    seen = Seen(pair)
    for number, link in enumerate(seen.links):
        if not link.original or not link.rewrite:
            continue
        left = [_unmarked(seen, number, link, side) for side in Side]
        assert sorted(left[0]) == sorted(left[1])


@many
@given(edited_pairs())
def test_what_each_text_has_once_is_not_removed_and_added_in_one_link(pair: EditedPair) -> None:
    seen = Seen(pair)
    light = function_words_of(language_of(pair.original))
    once = [
        {word for word, count in Counter(_plain(text, [Span(0, len(text))])).items() if count == 1}
        for text in pair
    ]
    for number, link in enumerate(seen.links):
        if link.original and link.rewrite:
            gone = _changed(seen, number, Side.ORIGINAL) & _changed(seen, number, Side.REWRITE)
            assert {w for w in gone & once[0] & once[1] if not is_light(w, light)} == set()


def _changed(seen: Seen, number: int, side: Side) -> set[str]:
    """Return the words of a side that a link calls removed, or added."""
    text = seen.comparison.document(side).text
    return {
        word
        for change in seen.comparison.changes
        if change.link == number
        and change.kind is LEFT_AND_CAME[side]
        and not change.is_inside
        and (span := change.span(side)) is not None
        for word in _plain(text, [span])
    }


@many
@given(edited_pairs())
def test_what_moved_has_the_same_content_in_both_places(pair: EditedPair) -> None:
    seen = Seen(pair)
    light = function_words_of(language_of(pair.original))
    for change in seen.comparison.changes:
        if change.kind is ChangeKind.REORDERED:
            sides = [
                sorted(
                    plain_word(word)
                    for word in words_in(seen.comparison.document(side).text, change.span(side))
                    if not is_light(word, light)
                )
                for side in Side
            ]
            assert sides[0] == sides[1]


def _unmarked(seen: Seen, number: int, link: Link, side: Side) -> list[str]:
    """Return the content words of a link that are in no change but one of typography."""
    document = seen.comparison.document(side)
    whole = document.sentences_span(link.numbers(side))
    marked = [
        span
        for change in seen.comparison.changes
        if change.kind is not ChangeKind.TYPOGRAPHY and (span := change.span(side)) is not None
    ]
    light = function_words_of(language_of(seen.comparison.original.text))
    return [
        plain_word(word.of(document.text))
        for word in split_words(document.text, whole)
        if not is_light(word.of(document.text), light)
        and not any(span.start <= word.start < span.end for span in marked)
    ]


@many
@given(edited_pairs())
def test_each_change_is_called_the_same_in_list_report_and_json(pair: EditedPair) -> None:
    seen = Seen(pair)
    words = {(change.kind, change.words) for change in seen.report.changes}
    assert words == {(entry.kind, entry.words) for entry in seen.listed}
    for change, told in zip(seen.comparison.changes, seen.content["changes"], strict=True):
        entry = seen.entry_of(change)
        is_moved = is_moved_phrase(change, seen.links, seen.comparison.rewrite)
        assert told["kind"] == change.kind.value
        assert entry.kind is (ViewKind.MOVED if is_moved else KIND_OF_CHANGE[change.kind])
        if change.kind in (ChangeKind.REORDERED, ChangeKind.FORM):
            name = {ChangeKind.REORDERED: "reordered", ChangeKind.FORM: "another form"}
            assert entry.words == ("moved" if is_moved else name[change.kind])
        elsewhere = is_elsewhere(change, seen.links, seen.comparison.rewrite)
        assert told.get("moved", False) == (is_moved or elsewhere)


@many
@given(edited_pairs())
def test_gutter_label_strip_and_report_say_that_what_moved_did(pair: EditedPair) -> None:
    seen = Seen(pair)
    tops = np.arange(seen.pages.row_count() + 1, dtype=np.int64) * 100
    pixels = int(tops[-1])
    overview = Overview(seen.pages, ALL)
    strip = Both.of(lambda side: overview.blocks(side, tops, pixels).inked[:, ViewKind.MOVED])
    for spans in _moved_spans(seen.comparison):
        for side in Side:
            row = seen.rows_at(side, spans[side])
            entry = seen.report.rows[row]
            sign = shown_row_kind(seen.pages, row, ALL)
            assert sign in (ViewKind.MOVED, ViewKind.SPLIT)
            assert entry.sign is sign
            if not entry.paragraphs(side.other):
                assert counterpart_text(seen.pages, row, side.other).startswith("moved")
                assert entry.elsewhere
    for entry_ in seen.listed:
        if entry_.kind is ViewKind.MOVED:
            for side, row in zip(Side, (entry_.row, entry_.other_row), strict=True):
                assert strip[side][row * 100 : row * 100 + 100].any()


def _moved_spans(comparison: Comparison) -> list[Both[Span]]:
    """Return where each moved phrase and each moved sentence stands."""
    phrases = [
        Both(change.original, change.rewrite)
        for change in comparison.changes
        if change.original
        and change.rewrite
        and is_moved_phrase(change, comparison.alignment.links, comparison.rewrite)
    ]
    sentences = [
        Both(
            comparison.original.sentences_span(link.original),
            comparison.rewrite.sentences_span(link.rewrite),
        )
        for link in comparison.alignment.links
        if link.moved
    ]
    return phrases + sentences


@many
@given(edited_pairs())
def test_what_has_the_sign_of_removed_has_no_moved_part(pair: EditedPair) -> None:
    seen = Seen(pair)
    for number, row in enumerate(seen.report.rows):
        assert row.sign is shown_row_kind(seen.pages, number, ALL)
        for side in Side:
            if not row.paragraphs(side) and row.paragraphs(side.other):
                label = counterpart_text(seen.pages, number, side)
                paragraphs = ", ".join(map(str, row.elsewhere))
                assert label == "no counterpart" or label.endswith(f"¶ {paragraphs}")
                assert (label == "no counterpart") == (not row.elsewhere)
                assert (label == "no counterpart") == (row.sign in LONE)


@many
@given(edited_pairs())
def test_sentence_by_sentence_gutter_and_label_agree_as_well(pair: EditedPair) -> None:
    pages = by_sentence(Seen(pair).pages)
    for number in range(pages.row_count()):
        row = pages.rows.row(number)
        for side in Side:
            if not row.paragraphs(side).length:
                sign = shown_row_kind(pages, number, ALL)
                is_alone = counterpart_text(pages, number, side) == "no counterpart"
                assert sign in (LONE if is_alone else {ViewKind.MOVED})
                assert (pages.other_row(number) < 0) == is_alone


@many
@given(edited_pairs())
def test_a_link_of_one_side_says_what_its_words_say(pair: EditedPair) -> None:
    seen = Seen(pair)
    cells = list(csv.DictReader(io.StringIO(comparison_csv(seen.comparison))))
    for number, (link, cell) in enumerate(zip(seen.links, cells, strict=True)):
        if link.original and link.rewrite:
            assert (cell["moved"] == "moved") is link.moved
            continue
        side = Side.ORIGINAL if link.original else Side.REWRITE
        whole = seen.comparison.document(side).sentences_span(link.numbers(side))
        inside = [
            change
            for change in seen.comparison.changes
            if _holds(whole, change.span(side)) and change.span(side) is not None
        ]
        has_moved = any(change in seen.moved() for change in inside)
        is_gone = any(change.kind is LEFT_AND_CAME[side] for change in inside)
        assert cell["moved"] == ("" if not has_moved else "in part" if is_gone else "moved")
        assert link_text(seen.pages, number).startswith("moved") == has_moved


@many
@given(edited_pairs())
def test_one_column_keeps_only_what_is_unmarked(pair: EditedPair) -> None:
    seen = Seen(pair)
    moved = {word for span in _moved_spans(seen.comparison) for word in _words(seen, span)}
    pieces = [piece for row in seen.report.rows for piece in row.pieces]
    tracked = " ".join(p.text for p in pieces if p.text and p.move >= 0)
    assert {plain_word(w) for w in tracked.split() if plain_word(w)} <= moved


def _words(seen: Seen, spans: Both[Span]) -> set[str]:
    return {
        plain_word(word)
        for side in Side
        for word in spans[side].of(seen.comparison.document(side).text).split()
    }
