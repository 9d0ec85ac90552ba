"""What a text says stays text in Markdown, and does not become markup of the report."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from facing_pages import compare
from facing_pages.core.model import Role
from facing_pages.core.reading.files import from_bytes
from facing_pages.export.as_plain import report_markdown
from facing_pages.export.report import make_report
from facing_pages.export.report_options import Layout, ReportOptions

BEGINNINGS = [
    "1. May was cold.",
    "12) It rained.",
    "- Who knows?",
    "+ One more.",
    "= Equal.",
    "--- so.",
]
OPTIONS = {"summary": False, "legend": False, "changes": False}


@pytest.mark.parametrize("layout", list(Layout))
def test_a_text_brings_no_markup_into_markdown(layout: Layout) -> None:
    odd = "He wrote &lt;b&gt; and &#42;, <b>x</b> | ![x](y) `z` in it."
    page = report_markdown(make_report(compare(odd, odd), ReportOptions(layout=layout, **OPTIONS)))
    html = MarkdownIt("commonmark").enable("table").render(page)
    texts = re.findall(r"<(?:p|td)>(.*?)</(?:p|td)>", html)
    # Entities were repaired when the text was read: what is left of them stands there as it is.
    assert set(re.findall(r"<(\w+)", html)) <= {
        "h1",
        "h2",
        "p",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert any("`z`" in text and "![x](y)" in text for text in texts)


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_paragraph_that_begins_like_a_list_is_no_list_because_of_that(beginning: str) -> None:
    comparison = compare(f"{beginning}\n\nNo more.", f"{beginning}\n\nNo more.")
    options = ReportOptions(layout=Layout.ONE_COLUMN, **OPTIONS)
    html = MarkdownIt("commonmark").render(report_markdown(make_report(comparison, options)))
    is_item = comparison.original.paragraphs[0].role is Role.LIST_ITEM  # then it has a sign of ours
    assert html.count("<li>") == is_item
    assert "<ol" not in html
    assert f">{beginning}</" in html


def test_numbered_items_keep_their_numbers() -> None:
    text = from_bytes(b"Do this:\n\n9. Ring the bell.\n10. Go home.\n", name="a.md")
    options = ReportOptions(layout=Layout.ONE_COLUMN, **OPTIONS)
    lines = report_markdown(make_report(compare(text, text), options)).splitlines()
    assert "9. Ring the bell." in lines
    assert "10. Go home." in lines
