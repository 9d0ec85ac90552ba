from __future__ import annotations

from facing_pages.core.model import Statistics
from facing_pages.export.batch_index import PairResult, index_html, result_of
from facing_pages.export.report import Report
from facing_pages.export.report_options import ReportOptions

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
