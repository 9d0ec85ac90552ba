from __future__ import annotations

import json
from xml.etree import ElementTree

from facing_pages import Comparison, Level, compare
from facing_pages.export.as_json import comparison_json
from facing_pages.export.as_tables import comparison_tmx, comparison_tsv
from facing_pages.export.as_text import percent, statistics_text

ORIGINAL = "The lamp was lit â 👩‍👩‍👧 and quiet. Nobody came & went.\n\nIt rained."
REWRITE = "The lamp was lit — 👩‍👩‍👧 and silent. Nobody came & went.\n\nIt snowed. Twice."


def pair() -> Comparison:
    return compare(ORIGINAL, REWRITE)


def test_offsets_in_json_are_code_points_of_the_text_given() -> None:
    content = json.loads(comparison_json(pair()))
    text = content["original"]["text"]
    change = next(c for c in content["changes"] if c["kind"] == "reworded")
    a, b = change["original"]
    c, d = change["rewrite"]
    assert (text[a:b], content["rewrite"]["text"][c:d]) == ("quiet", "silent")
    assert content["schema"] == 1
    repair = content["original"]["repairs"][0]
    assert (repair["was"], text[slice(*repair["at"])]) == ("â", "—")


def test_json_holds_every_sentence_in_one_link() -> None:
    content = json.loads(comparison_json(pair()))
    for side in ("original", "rewrite"):
        numbers = sorted(n for link in content["links"] for n in link[side])
        assert numbers == list(range(len(content[side]["sentences"])))
    assert {"kind", "moved", "confidence", "words"} <= set(content["links"][0])


def test_at_the_level_of_sentences_there_are_no_words() -> None:
    content = json.loads(comparison_json(pair(), level=Level.SENTENCES))
    assert all("words" not in link for link in content["links"])


def test_tsv_has_a_line_per_link_and_seven_columns() -> None:
    lines = comparison_tsv(pair()).splitlines()
    assert len(lines) == 1 + len(pair().alignment.links)
    assert {line.count("\t") for line in lines} == {6}


def test_tmx_is_well_formed_and_holds_linked_sentences_only() -> None:
    root = ElementTree.fromstring(comparison_tmx(pair()))
    segments = [segment.text for segment in root.iter("seg")]
    linked = [link for link in pair().alignment.links if link.original and link.rewrite]
    assert len(segments) == 2 * len(linked)
    assert "Nobody came & went." in segments


def test_numbers_are_said_in_words() -> None:
    text = statistics_text(pair())
    assert "reworded" in text
    assert "of the original" in text


def test_a_small_share_is_never_nothing() -> None:
    assert [percent(n, 1000) for n in (0, 3, 500)] == ["0 %", "<1 %", "50 %"]
    assert percent(1, 0) == "0 %"
