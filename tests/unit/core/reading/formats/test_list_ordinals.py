from __future__ import annotations

from facing_pages.core.model import BULLETED
from facing_pages.core.reading.formats.list_ordinals import MAX_ORDINAL, ListOrdinals
from facing_pages.core.reading.formats.web_page import read_web_page


def ordinals(markup: str) -> list[tuple[str, int]]:
    rich = read_web_page(markup, whole=True)
    return [(unit.span.of(rich.text), unit.ordinal) for unit in rich.units]


def test_items_of_a_list_with_signs_have_bullets() -> None:
    markup = "<ul><li>ropes</li><li>bread</li></ul>"
    assert ordinals(markup) == [
        ("ropes", BULLETED),
        ("bread", BULLETED),
    ]


def test_a_numbered_list_goes_on_after_one_inside_it() -> None:
    markup = "<ol start=4><li>ring<ul><li>twice</li></ul></li><li>wait</li></ol><p>So.</p>"
    assert ordinals(markup) == [("ring", 4), ("twice", BULLETED), ("wait", 5), ("So.", 0)]


def test_an_item_may_have_its_own_number() -> None:
    markup = "<ol><li value=7>ring<li>wait</ol>"
    assert ordinals(markup) == [("ring", 7), ("wait", 8)]


def test_only_the_first_unit_of_an_item_has_its_number() -> None:
    markup = "<ol><li><p>ring</p><p>and wait</p></li></ol>"
    assert ordinals(markup) == [
        ("ring", 1),
        ("and wait", 0),
    ]


def test_a_number_that_is_a_mistake_is_limited() -> None:
    found = ListOrdinals()
    found.begin("ol", {"start": "123456789"})
    found.begin("li", {})
    assert found.take() == MAX_ORDINAL


def test_an_item_outside_a_list_has_none() -> None:
    found = ListOrdinals()
    found.begin("li", {})
    found.end("ul")
    assert found.take() == 0
