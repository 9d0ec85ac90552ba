from __future__ import annotations

import re

from facing_pages.core.model import Statistics
from facing_pages.export.batch_index import PairResult, index_html, result_of
from facing_pages.export.report import Report, make_report
from facing_pages.export.report_options import ReportOptions
from tests.helpers.made_findings import comparison_with_findings, comparison_without_findings

NUMBERS = Statistics(200, 150, kept=100, reworded=40, form=10, removed=20, added=3, moved=30)


def report() -> Report:
    return Report("a.txt", "b.txt", ReportOptions(), NUMBERS, {}, (), 0, ())


def test_a_result_has_the_share_of_each_kind() -> None:
    result = result_of(("a.txt", "b.txt"), report(), "a.html")
    shares = (result.kept, result.reworded, result.form, result.moved, result.removed)
    assert shares == (50.0, 20.0, 5.0, 15.0, 10.0)
    assert sum(shares) == 100.0


def test_what_moved_is_as_similar_as_what_was_kept() -> None:
    assert result_of(("a.txt", "b.txt"), report(), "a.html").similarity == 74.3


def test_a_row_of_the_index_has_a_cell_for_each_column() -> None:
    result = result_of(("a.txt", "b.txt"), report(), "a.html")
    failed = PairResult("c.txt", "d.txt", error="c.txt is not there.")
    page = index_html([result, failed])
    columns = page.count('<th scope="col"')
    good, bad = page.split("<tbody>")[1].split("</tr>")[:2]
    assert good.count("<td") + 1 == columns
    assert f'colspan="{columns - 2}"' in bad
    assert ">Other forms<" in page
    assert '<td data-value="5.0">5.0 %</td>' in good


def names_in(page: str, element: str) -> list[str]:
    return re.findall(rf"<{element}[^>]*>(?:<button[^>]*>|<bdi>)([^<]*)<", page)


FAITHFUL = PairResult("a.txt", "a2.txt", "a.html", findings=())
BAD = PairResult("b.txt", "b2.txt", "b.html", findings=(("number", 1), ("negation", 1)), severity=5)
WORSE = PairResult("c.txt", "c2.txt", "c.html", findings=(("number", 3),), severity=5)
SLIGHT = PairResult("d.txt", "d2.txt", "d.html", findings=(("omission", 9),), severity=3)
FAILED = PairResult("e.txt", "e2.txt", error="e.txt is not there.")


def test_pairs_with_the_gravest_findings_come_first() -> None:
    page = index_html([FAILED, FAITHFUL, BAD, WORSE, SLIGHT])
    body = page.split("<tbody>")[1]
    assert names_in(body, "th") == ["c.txt", "b.txt", "d.txt", "e.txt", "a.txt"]
    assert 'aria-sort="descending"><button type="button" data-sort="number">Highest sev' in page
    assert "Findings are hints: read both passages." in page


def test_there_is_a_column_for_each_kind_that_was_found() -> None:
    page = index_html([FAITHFUL, BAD, WORSE, SLIGHT])
    heads = names_in(page, "th")
    assert heads[2:7] == ["No.", "Highest severity", "Numbers", "Negations", "Left out"]
    row = page.split("<tbody>")[1].split("</tr>")[0]
    numbers = [float(value) for value in re.findall(r'data-value="([^"]*)"', row)]
    assert numbers[:5] == [3, 5, 3, 0, 0]


def test_a_failed_pair_spans_the_columns_of_findings_too() -> None:
    page = index_html([FAITHFUL, BAD, FAILED])
    columns = page.count('<th scope="col"')
    assert f'colspan="{columns - 2}"' in page


def test_without_findings_pairs_keep_the_order_of_the_list() -> None:
    page = index_html([PairResult("b.txt", "c.txt", "b.html"), PairResult("a.txt", "d.txt")])
    assert names_in(page.split("<tbody>")[1], "th") == ["b.txt", "a.txt"]
    assert "severity" not in page


def test_a_result_counts_the_findings_that_the_report_shows() -> None:
    shown = make_report(comparison_with_findings(), ReportOptions(severity=5))
    result = result_of(("a.txt", "b.txt"), shown, "a.html")
    assert result.findings == (("negation", 1), ("antonym", 1), ("roles", 1))
    assert result.severity == 5
    none = make_report(comparison_without_findings())
    assert result_of(("a.txt", "b.txt"), none, "a.html").findings == ()
    assert result_of(("a.txt", "b.txt"), report(), "a.html").findings is None
