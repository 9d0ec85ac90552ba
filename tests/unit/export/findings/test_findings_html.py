"""The chapter on changes of meaning as part of a web page, and the words in the texts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from facing_pages.export.as_html import report_html
from facing_pages.export.report import make_report
from facing_pages.export.report_options import Layout, ReportOptions
from tests.helpers.made_findings import comparison_with_findings, comparison_without_findings


def page(options: ReportOptions | None = None) -> str:
    return report_html(make_report(comparison_with_findings(), options))


def test_the_chapter_comes_before_all_others() -> None:
    titles = re.findall(r"<h2[^>]*>([^<]+)</h2>", page())
    assert titles[:2] == ["What changed in meaning", "Summary"]


def test_an_entry_has_both_passages_with_the_words_set_off() -> None:
    text = page()
    assert (
        '<p><span class="side">Original</span> <bdi>The mill was built in <b class="finding">'
        in (text)
    )
    assert '<bdi>Ana Lund built the mill in <b class="finding">1847</b>.</bdi>' in text
    assert "nothing corresponds" in text


@pytest.mark.parametrize("layout", Layout)
def test_every_link_leads_to_a_place_on_the_page(layout: Layout) -> None:
    for texts in (True, False):
        text = page(ReportOptions(layout=layout, texts=texts))
        targets = set(re.findall(r'href="#([^"]+)"', text)) - {"texts"}
        assert any(target.startswith("finding-") for target in targets)
        assert targets <= set(re.findall(r'id="([^"]+)"', text))


def test_the_words_of_a_finding_lead_to_it_from_both_texts() -> None:
    texts = page().split('<h2 id="texts">')[1]
    words = re.findall(r'<a class="finding" href="#finding-4">([^<]*)</a>', texts)
    assert "".join(words) == "Anna LundAna Lund"
    one_column = page(ReportOptions(layout=Layout.ONE_COLUMN)).split('<h2 id="texts">')[1]
    assert '<a class="finding" href="#finding-5">1847</a>' in one_column


def test_a_faithful_rewrite_is_called_so_with_what_was_looked_for() -> None:
    text = report_html(make_report(comparison_without_findings()))
    assert '<p class="counts">No change of meaning found.</p>' in text
    assert '<p class="note">Looked for: ' in text
    assert "thick line" not in text


def test_words_of_the_texts_are_escaped() -> None:
    comparison = comparison_with_findings()
    first = (comparison.findings or ())[0]
    reason = first.reason._replace(words=("<script>", "\ud800"))
    text = report_html(make_report(replace(comparison, findings=(replace(first, reason=reason),))))
    assert "&lt;script&gt; became \ufffd" in text


def test_the_marks_and_the_chapter_can_be_left_out() -> None:
    text = page(ReportOptions(findings=False))
    assert 'class="finding"' not in text
    assert "What changed in meaning" not in text
