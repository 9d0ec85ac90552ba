"""The history of a window: what undo and redo come to, and how much text is kept for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facing_pages.core.model import Side
from facing_pages.core.reading.files import from_text
from facing_pages.session.corrections import NO_CORRECTIONS
from facing_pages.session.pair import Request, Source
from facing_pages.viewmodel import history as module
from facing_pages.viewmodel.build_view import side_text, unaligned_rows
from facing_pages.viewmodel.history import CorrectionStep, History, PairStep, Screen, came_back
from facing_pages.viewmodel.pair_view import PairView

ONE, TWO = "The gate was shut.\n\nNobody came.", "The gate was closed.\n\nNo one came."


def screen(original: str, rewrite: str = TWO) -> Screen:
    documents = [from_text(text, name="text") for text in (original, rewrite)]
    texts = [side_text(document) for document in documents]
    pages = PairView(texts[0], texts[1], unaligned_rows(documents[0], documents[1]))
    request = Request(Source(path=f"/{original[:3]}.txt"), Source(path="/two.txt"))
    return Screen(request=request.as_shown(*documents), pages=pages)


def step(name: str, other: Screen | None = None) -> PairStep:
    return PairStep(name, other or screen(name * 40))


def kept(history: History) -> list[bool]:
    steps = (step for step in history.steps if isinstance(step, PairStep))
    return [step.other.pages is not None for step in steps]


def test_a_new_step_drops_what_was_undone() -> None:
    history = History()
    for name in "abc":
        history.push(CorrectionStep(name, NO_CORRECTIONS, NO_CORRECTIONS))
    history.undone()
    history.undone()
    assert (history.to_undo, history.to_redo) == (history.steps[0], history.steps[1])
    history.redone()
    assert history.to_redo is history.steps[2]
    history.push(CorrectionStep("d", NO_CORRECTIONS, NO_CORRECTIONS))
    assert [known.name for known in history.steps] == ["a", "b", "d"]
    assert history.to_redo is None


def test_texts_of_steps_far_away_are_given_up_first(monkeypatch: pytest.MonkeyPatch) -> None:
    history = History()
    size = 40 + len(TWO)
    monkeypatch.setattr(module, "MAX_KEPT_CHARACTERS", 2 * size)
    for name in "abcd":
        history.push(step(name))
    assert kept(history) == [False, False, True, True]
    given_up = history.steps[0]
    assert isinstance(given_up, PairStep)
    assert given_up.other.request is not None
    assert given_up.other.request.original.as_read is None


def test_a_text_that_several_screens_share_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = screen(ONE)
    monkeypatch.setattr(module, "MAX_KEPT_CHARACTERS", len(ONE) + len(TWO))
    history = History()
    for name in "abc":
        history.push(step(name, replace(shared, place=(Side.REWRITE, 3))))
    assert kept(history) == [True, True, True]


def test_a_history_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_STEPS", 3)
    history = History()
    for name in "abcde":
        history.push(CorrectionStep(name, NO_CORRECTIONS, NO_CORRECTIONS))
    assert [known.name for known in history.steps] == ["c", "d", "e"]
    assert history.index == 3


def test_what_came_back_is_named() -> None:
    left, back = screen(ONE), screen("Other words.")
    assert came_back(left, back) == "Oth.txt is back."
    assert came_back(left, Screen()) == "No comparison is open."
    assert came_back(left, left) == "The texts are as they were before."
    assert left.request is not None
    turned = Screen(request=left.request.swapped(), pages=left.pages)
    assert came_back(left, turned) == "two.txt is the original again."
    single = Screen(((Side.REWRITE, Source(pasted="x", name="pasted rewrite")),))
    assert came_back(left, single) == "pasted rewrite is back. The other side is empty."
    assert came_back(Screen(), left) == "The.txt ↔ two.txt is back."


@pytest.mark.parametrize(
    "text", [ONE, "# Title\n\nAn *odd* one.\n\n> quoted\n\n- item", "caf\u00c3\u00a9 \u2014 x\n\nb"]
)
def test_the_document_of_a_text_on_screen_is_the_one_that_was_read(text: str) -> None:
    document = from_text(text, name="notes.md")
    assert side_text(document).document() == document


def test_a_text_that_breaks_off_still_does_after_it_was_shown() -> None:
    document = replace(from_text(ONE, name="notes.md"), is_complete=False)
    assert not side_text(document).document().is_complete


def test_a_text_that_was_on_screen_is_not_read_from_its_file() -> None:
    document = from_text(ONE, name="notes.md")
    assert Source(path="/nowhere.txt", as_read=document).read() == document


def test_undo_stops_at_the_first_step_and_redo_at_the_last() -> None:
    history = History()
    history.undone()
    assert (history.index, history.to_undo) == (0, None)
    history.push(CorrectionStep("a", NO_CORRECTIONS, NO_CORRECTIONS))
    history.redone()
    assert (history.index, history.to_redo) == (1, None)


def test_of_two_steps_as_far_away_the_one_that_undo_takes_back_keeps_its_texts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    history = History()
    for name in "abcd":
        history.push(step(name))
    history.undone()
    history.undone()
    monkeypatch.setattr(module, "MAX_KEPT_CHARACTERS", 40 + len(TWO))
    history.redone()
    assert kept(history) == [False, False, True, False]
