from __future__ import annotations

from pathlib import Path
from textwrap import fill

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.model import Side
from facing_pages.session.pair import Request, Source
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.wording.notice import Action
from facing_pages.viewmodel.wording.pair_notices import (
    changed_notice,
    failure_notice,
    missing_notice,
    pair_notices,
    repair_lines,
    text_notices,
    too_large_notice,
)
from facing_pages.worker.comparison_steps import RowsAligned, TextsRead
from facing_pages.worker.incremental_comparison import compare_in_steps
from tests.helpers.pair_views import pair_of

TEXT = "The lamp was lit and nobody knew by whom. It went out at dawn.\n\nNobody minded at all."


def pages_of(original: str, rewrite: str) -> PairView:
    return pair_of(original, rewrite, names=("one.txt", "two.txt"))


def test_repairs_are_told_with_an_example() -> None:
    damaged = TEXT.replace(" and ", " â ")
    notice = text_notices(pages_of(damaged, TEXT))[0]
    assert notice.text == "one.txt: 1 damaged character repaired (such as â → —)."
    assert notice.actions == (Action.SHOW_REPAIRS,)
    assert notice.side is Side.ORIGINAL


def test_joined_lines_are_told_with_their_number() -> None:
    wrapped = fill("The ferry left at six with two goats and the mail. " * 6, 44)
    notice = text_notices(pages_of(wrapped, TEXT))[0]
    assert notice.text == f"one.txt: {wrapped.count(chr(10))} wrapped lines joined."
    assert notice.actions == (Action.SHOW_REPAIRS,)


def test_all_kinds_of_repairs_are_told_in_one_sentence() -> None:
    wrapped = fill("The ferry left at six â two goats and the mail. " * 6, 44)
    notice = text_notices(pages_of(wrapped, TEXT))[0]
    assert "damaged characters repaired (such as â → —) and " in notice.text
    assert notice.text.endswith(" wrapped lines joined.")


def test_repairs_are_listed_with_their_surroundings() -> None:
    damaged = TEXT.replace(" and ", " â ")
    _, what, where = repair_lines(pages_of(damaged, TEXT).original)[0]
    assert what.startswith("â → —")
    assert "lit — nobody" in where


def test_the_times_of_subtitles_are_told_to_be_left_out() -> None:
    cues = [f"00:0{k},000 --> 00:0{k},500\nIt went out at dawn.\n\n" for k in range(1, 4)]
    notices = text_notices(pages_of(cues[0], "".join(cues)))
    assert [notice.text for notice in notices] == [
        "one.txt: the time of 1 subtitle is left out.",
        "two.txt: the numbers and times of 3 subtitles are left out.",
    ]
    assert [notice.side for notice in notices] == [Side.ORIGINAL, Side.REWRITE]


def test_identical_texts_are_called_the_same() -> None:
    assert pair_notices(pages_of(TEXT, TEXT))[0].text == "The two texts are the same."


def test_typographic_differences_are_counted_and_offered() -> None:
    notice = pair_notices(pages_of('He said "no".', "He said “no”."))[0]
    assert "apart from 2 differences" in notice.text
    assert notice.actions == (Action.SHOW_TYPOGRAPHY,)


def test_texts_with_nothing_in_common_are_doubted() -> None:
    other = "\n\n".join(f"Granite {k} quarries supply stone." for k in range(12))
    notice = pair_notices(pages_of(TEXT, other))[0]
    assert notice.text.startswith("These texts share almost nothing")


def test_an_ordinary_pair_needs_no_notice() -> None:
    assert pair_notices(pages_of(TEXT, TEXT.replace("lamp", "candle"))) == []


def test_a_failure_names_the_file_and_what_to_do() -> None:
    error = ReadingError("a.txt", Problem.NO_PERMISSION)
    notice = failure_notice(Side.REWRITE, error)
    assert notice.text.startswith("Access to a.txt was denied. Close it in other programs")
    assert notice.actions == (Action.TRY_AGAIN, Action.CHOOSE_ANOTHER)


def test_a_changed_and_a_vanished_file_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text")
    assert "changed on disk" in changed_notice(Side.ORIGINAL, Source(path=str(path))).text
    path.unlink()
    assert "no longer there" in missing_notice(Side.ORIGINAL, Source(path=str(path))).text


def test_a_guessed_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Anaïs lit the lamp — nobody else.".encode("cp1252"))
    request = Request(Source(path=str(path)), Source(pasted=TEXT, name="two"))
    first = next(compare_in_steps(request))
    assert isinstance(first, TextsRead)
    notice = text_notices(PairView(first.original, first.rewrite, first.rows))[0]
    assert notice.text.startswith("a.txt is not UTF-8. Opened as Windows-1252")


def test_a_password_is_asked_for_and_no_copy_is_spoken_of() -> None:
    notice = failure_notice(Side.ORIGINAL, ReadingError("a.pdf", Problem.ENCRYPTED))
    assert notice.actions[0] is Action.ENTER_PASSWORD
    assert "copy" not in notice.text
    notice = failure_notice(Side.ORIGINAL, ReadingError("a.docx", Problem.ENCRYPTED))
    assert Action.ENTER_PASSWORD not in notice.actions
    assert "Save a copy without one" in notice.text


def test_a_file_that_breaks_off_is_told(tmp_path: Path) -> None:
    (tmp_path / "cut.rtf").write_bytes(b"{\\rtf1 " + TEXT.encode())
    request = Request(Source(path=str(tmp_path / "cut.rtf")), Source(pasted=TEXT, name="two.txt"))
    first, rows, *_ = compare_in_steps(request)
    assert isinstance(first, TextsRead)
    assert isinstance(rows, RowsAligned)
    notices = text_notices(PairView(first.original, first.rewrite, rows.rows))
    assert [notice.topic for notice in notices] == ["incomplete-original"]
    assert "cut.rtf breaks off" in notices[0].text


def test_texts_that_take_too_much_memory_are_named() -> None:
    notice = too_large_notice(pages_of(TEXT, TEXT), 1_400)

    assert notice.text == (
        "Comparing one.txt and two.txt takes more memory than 1,400 MB. Compare parts of them."
    )
    assert notice.is_problem
