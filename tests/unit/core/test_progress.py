"""A deadline stops work by the processor time it used, and work asks for it in short steps."""

from __future__ import annotations

import random

import pytest

from facing_pages.core.alignment.words.word_aligner import FoundLink, word_aligner
from facing_pages.core.changes.edits import word_changes
from facing_pages.core.changes.readable import make_readable
from facing_pages.core.changes.word_change import Words
from facing_pages.core.compare import compare
from facing_pages.core.documents import with_sentences
from facing_pages.core.errors import Cancelled
from facing_pages.core.model import LinkReason
from facing_pages.core.options import Options
from facing_pages.core.progress import CHECK_EVERY, Deadline, Progress, Stage
from facing_pages.core.reading.files import from_text
from facing_pages.core.splitting.sentences import MAX_WINDOW


class Clock:
    """A clock that goes on by a second whenever it is read."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        self.seconds += 1
        return self.seconds


class Stopped:
    def is_cancelled(self) -> bool:
        return True


class Counter:
    """Is asked and never stops anything; counts how often."""

    def __init__(self) -> None:
        self.asked = 0

    def is_cancelled(self) -> bool:
        self.asked += 1
        return False


def long_sentence(seed: int) -> list[str]:
    numbers = random.Random(seed)
    return [f"word{numbers.randrange(5000)}" for _ in range(1500)]


def test_a_deadline_stops_once_its_time_is_used_and_stays_so() -> None:
    deadline = Deadline(2.5, clock=Clock())

    assert [deadline.is_cancelled() for _ in range(4)] == [False, False, True, True]
    assert deadline.has_passed


def test_a_deadline_passes_on_that_somebody_else_stopped() -> None:
    deadline = Deadline(1e9, Stopped())

    assert deadline.is_cancelled()
    assert not deadline.has_passed


def test_check_stops_without_a_report() -> None:
    with pytest.raises(Cancelled):
        Progress(lambda *_: pytest.fail("reported"), Stopped()).check()
    Progress(None, None).check()


def test_a_comparison_stops_at_its_deadline() -> None:
    text = "The harbour was quiet. Nobody had told her. " * 40

    with pytest.raises(Cancelled):
        compare(text, text.replace("told", "warned"), cancel=Deadline(3, clock=Clock()))


def test_one_long_sentence_asks_again_and_again_whether_to_stop() -> None:
    counter = Counter()

    word_aligner("en", precise=False).links(
        long_sentence(1), long_sentence(2), Progress(None, counter)
    )

    # Once for each window, of about 200 words.
    assert counter.asked >= 6


def test_a_pair_of_one_long_sentence_stops_inside_it() -> None:
    texts = [" ".join(long_sentence(seed)) + "." for seed in (1, 2)]
    stages: list[Stage] = []

    class SoonAfterWords(Counter):
        """Stops at the third question after the words were begun."""

        def is_cancelled(self) -> bool:
            return Stage.WORDS in stages and (super().is_cancelled() or self.asked == 3)

    with pytest.raises(Cancelled):
        compare(
            *texts,
            options=Options(precise=False),
            progress=lambda stage, share: stages.append(stage),
            cancel=SoonAfterWords(),
        )

    assert stages.count(Stage.WORDS) == 1


def test_splitting_one_long_paragraph_asks_again_and_again_whether_to_stop() -> None:
    counter = Counter()
    text = " ".join(long_sentence(1)) * 4

    with_sentences(from_text(text, name="text"), Progress(None, counter))

    # Once for each window of the splitter at least.
    assert counter.asked >= len(text) // MAX_WINDOW


def test_the_changes_of_one_long_sentence_ask_again_and_again_whether_to_stop() -> None:
    counter = Counter()
    sides = (long_sentence(1), long_sentence(2))
    words = Words(*sides, (frozenset(), frozenset()), frozenset())
    links = [FoundLink(k, k, LinkReason.MEANING) for k in range(min(map(len, sides)))]

    changes = word_changes(words, links, Progress(None, counter))
    asked = counter.asked
    make_readable(changes, words, whole_above=0.7, progress=Progress(None, counter))

    assert asked >= len(links) // CHECK_EVERY
    assert counter.asked > asked
