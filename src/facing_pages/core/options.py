"""What a caller may choose about a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

# The least severity of findings that is shown unless more is asked for; by judgement, where the
# sense shifts.
SHOWN_SEVERITY: Final = 3


class Level(Enum):
    """How deep to compare."""

    SENTENCES = "sentences"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one comparison.

    `reworded_whole_above` is the share of a sentence's words, on either side, above which single
    changes no longer help a reader and the sentence is called reworded as a whole. `precise` asks
    for the contextual encoder where it is installed and knows the language; None asks for it up to
    the length of a long article, because a book takes it minutes. `findings` asks for changes of
    meaning in addition.
    """

    level: Level = Level.WORDS
    reworded_whole_above: float = 0.6
    precise: bool | None = None
    findings: bool = False


DEFAULT_OPTIONS = Options()
