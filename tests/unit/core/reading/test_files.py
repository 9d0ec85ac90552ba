from __future__ import annotations

import os
from pathlib import Path

import pytest

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.model import RepairKind
from facing_pages.core.reading.choices import ReadingChoices
from facing_pages.core.reading.files import MAX_FILE_BYTES, from_text, read_file

LONG = "Nobody on the quay waved, because it was raining too hard to see who was leaving. " * 3


def problem_of(path: Path) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_file(path)
    return caught.value


def test_a_text_file_becomes_a_document(tmp_path: Path) -> None:
    path = tmp_path / "harbour.txt"
    path.write_bytes(b"The harbour was quiet.\r\nNobody came.")
    document = read_file(path)
    assert document.name == "harbour.txt"
    assert document.encoding == "utf-8"
    assert len(document.paragraphs) == 2


def test_markdown_is_told_by_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "harbour.md"
    path.write_text("# Harbour\n\nIt was *quiet*.")
    assert read_file(path).text == "Harbour\n\nIt was quiet."


def test_each_failure_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("  \n\n ")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    expected = {
        "nowhere.txt": Problem.MISSING,
        "empty.txt": Problem.EMPTY,
        "picture.png": Problem.NOT_TEXT,
        "huge.txt": Problem.TOO_LARGE,
        ".": Problem.FOLDER,
    }
    for name, problem in expected.items():
        error = problem_of(tmp_path / name)
        assert error.problem is problem
        assert str(error).count(". ") == 1
        assert str(error).endswith(".")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user who is not root")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("text")
    path.chmod(0)
    assert problem_of(path).problem is Problem.NO_PERMISSION


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert problem_of(path).problem is Problem.NOT_A_FILE


def test_repairs_lead_back_to_the_file() -> None:
    raw = "\n\nThe lamp was lit â and went out.  \nThe \nkey\n was lost â€” for good.\n" + LONG
    document = from_text(raw, name="text")
    assert document.raw_text() == raw
    kinds = {repair.why for repair in document.repairs}
    assert {RepairKind.LOST_DASH, RepairKind.MOJIBAKE, RepairKind.BROKEN_LINE} <= kinds


def test_the_real_pair_is_repaired(shared_pair: tuple[Path, Path]) -> None:
    document = read_file(shared_pair[0])
    kinds = [repair.why for repair in document.repairs]
    assert kinds.count(RepairKind.LOST_DASH) == 5
    assert kinds.count(RepairKind.BROKEN_LINE) == 4
    assert len(document.paragraphs) == 34
    assert document.raw_text() == shared_pair[0].read_text("utf-8")
    assert len(read_file(shared_pair[1]).paragraphs) == 34


def test_an_encoding_that_was_chosen_is_used(tmp_path: Path) -> None:
    path = tmp_path / "harbour.txt"
    path.write_bytes("Łódź was quiet.".encode("iso-8859-2"))
    chosen = read_file(path, ReadingChoices(encoding="iso-8859-2"))
    assert chosen.text == "Łódź was quiet."
    assert chosen.encoding_is_certain


def test_repairs_that_are_not_wanted_are_left_out() -> None:
    raw = "Itâ€™s dark &amp; cold, the\nlamp is out."
    assert from_text(raw, name="a").text == "It’s dark & cold, the lamp is out."
    kept = frozenset((RepairKind.MOJIBAKE, RepairKind.ENTITY, RepairKind.BROKEN_LINE))
    found = from_text(raw, name="a", choices=ReadingChoices(kept=kept))
    assert found.text == raw
    assert len(found.paragraphs) == 2


def test_text_damaged_twice_is_repaired() -> None:
    once = "It’s dark".encode().decode("cp1252")
    twice = once.encode().decode("cp1252")
    assert from_text(twice, name="a").text == "It’s dark"


def test_words_divided_at_line_ends_are_made_whole_where_the_text_tells() -> None:
    raw = (
        "The lighthouse had been dark for eleven years, and people said that the light-\n"
        "house would never be lit again, for nobody in the well-to-do parts of the town\n"
        "cared about a well-\n"
        "known tower that had been dark since the company that owned it had moved away."
    )
    text = from_text(raw, name="a").text
    assert "the lighthouse would" in text
    assert "well-known" in text


def test_halves_of_characters_in_pasted_text_become_signs_for_what_is_unknown() -> None:
    text = from_text("A \ud83d lamp \udd2e 🔮.", name="pasted").text
    assert text == "A \ufffd lamp \ufffd 🔮."
