from __future__ import annotations

from pathlib import Path

import pytest

from facing_pages.core.alignment.words import synonyms as module
from facing_pages.core.alignment.words.synonyms import NO_SENSES, Synonyms, synonyms


def test_synonyms_share_a_sense_and_relatives_are_one_step_apart() -> None:
    table = synonyms()
    assert table is not None
    assert table.of("car").own & table.of("automobile").own
    assert not table.of("car").own & table.of("vehicle").own
    assert table.of("depart").near & table.of("departure").own
    assert table.of("qwertyuiop") is NO_SENSES


def test_senses_and_their_relations_are_read_from_text() -> None:
    """Senses and relations are numbers to the base of 36; a relation holds both ways."""
    table = Synonyms("lamp 1 a\nlight a\nsun 2\n\n1 2")
    assert table.of("lamp").own == {1, 10}
    assert table.of("lamp").near == {2}
    assert table.of("sun").near == {1}
    assert table.of("light").near == frozenset()


def test_there_is_no_table_without_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "resource", tmp_path.joinpath)
    assert synonyms.__wrapped__() is None
