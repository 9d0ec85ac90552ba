from __future__ import annotations

import pickle

from facing_pages.core.model import Finding, FindingKind, Reason, Side, Span
from facing_pages.viewmodel.findings.finding_table import NO_FINDINGS, finding_table

NUMBER = Finding(
    FindingKind.NUMBER, 4, Span(4, 7), Span(5, 8), 2, 0.98, Reason("{0} became {1}", ("5 %", "7 %"))
)
TORN = Finding(
    FindingKind.TORN,
    3,
    None,
    Span(0, 4),
    3,
    0.9,
    Reason("the sentence is broken here: {0}", ("a a",)),
)
OPEN = Finding(
    FindingKind.QUOTATION, 2, None, Span(9, 20), 4, 0.8, Reason("a quotation is left open")
)


def test_what_goes_into_a_table_comes_out_of_it() -> None:
    table = finding_table([NUMBER, TORN, OPEN, NUMBER], done=0.5)
    assert [table.entry(n) for n in range(len(table))] == [NUMBER, TORN, OPEN, NUMBER]
    assert len(table.sentences) == 3


def test_a_table_travels_between_processes() -> None:
    table = pickle.loads(pickle.dumps(finding_table([NUMBER, TORN], done=1.0)))
    assert (table.entry(1), table.done) == (TORN, 1.0)


def test_a_separator_in_the_text_moves_no_words() -> None:
    odd = Finding(
        FindingKind.NAME, 4, Span(0, 1), None, 0, 1.0, Reason("{0}{1}", ("a\x1fb", "c\x1ed"))
    )
    table = finding_table([odd, NUMBER], done=1.0)
    assert table.entry(0).reason.words == ("a b", "c d")
    assert table.entry(1) == NUMBER


def test_a_finding_is_found_again_by_its_kind_and_place() -> None:
    table = finding_table([TORN, NUMBER], done=1.0)
    assert table.find(NUMBER) == 1
    assert table.find(OPEN) is None


def test_a_side_without_the_finding_has_no_place_in_it() -> None:
    table = finding_table([NUMBER, TORN], done=1.0)
    assert table.starts(Side.ORIGINAL).tolist() == [4, -1]
    assert len(NO_FINDINGS) == 0
