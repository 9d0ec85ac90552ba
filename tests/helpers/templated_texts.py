"""Pairs of texts made from a template, with the paragraph links that are right.

    original   Article 1. Dogs …     rewrite   Article 1. Dogs …      entry 2 is out, entry 9 is in;
               Article 2. Music …              Article 2. Snow …      the numbers count on, so every
               Article 3. Snow …               Article 3. Cars …      label now names another entry

Every entry has the same label and the same set sentences; only its content tells it from others.
The same seed makes the same pair.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, NamedTuple

from facing_pages import document_from_text
from facing_pages.core.alignment.pipeline import align_units
from facing_pages.core.both import Both
from facing_pages.core.documents import with_sentences
from facing_pages.core.model import ParagraphLink, Side
from facing_pages.core.progress import NO_PROGRESS
from tests.helpers import templated_words as words
from tests.helpers.templated_words import Rules

# Entries of an original, at most and at least.
MOST_ENTRIES: Final = 10
LEAST_ENTRIES: Final = 7
# How many of the entries that stay are edited.
EDITED_SHARE: Final = 0.3
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")
_HAN: Final = "一二三四五六七八九十"


def letter(number: int) -> str:
    """Return the letter of a number, counted from 1."""
    return "abcdefghijklmnopqrst"[number - 1]


def roman(number: int) -> str:
    """Return a number as Romans wrote it, up to 13."""
    return _ROMAN[number - 1]


def han(number: int) -> str:
    """Return a number in Chinese, up to 19."""
    return _HAN[number - 1] if number <= 10 else f"十{_HAN[number - 11]}"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of templated text: the paragraphs of each entry, and what it is filled with.

    In a paragraph `{label}` stands for the number of the entry, `{text}` for its content; of a
    content in two parts, `{first}` and `{second}`. A paragraph that says nothing of the entry has
    no right partner of its own and is not counted.
    """

    name: str
    contents: Rules
    paragraphs: tuple[str, ...]
    numbered: Callable[[int], str] = str


class Entry(NamedTuple):
    """An entry of a text: which content it has, edited or not, and its number."""

    content: int
    is_edited: bool
    number: int


@dataclass(frozen=True, slots=True)
class MadeText:
    """A text, and for each of its paragraphs the content and the part of the template it has.

    None where a paragraph has no right partner of its own.
    """

    text: str
    paragraphs: tuple[tuple[int, int] | None, ...]


@dataclass(frozen=True, slots=True)
class TemplatedPair:
    """Two texts of one template; `swapped` holds the contents that changed places."""

    texts: Both[MadeText]
    swapped: frozenset[int]

    def right(self, links: Sequence[ParagraphLink]) -> tuple[int, int]:
        """Return how many paragraphs of both sides are linked right, and how many count.

        A paragraph of an entry that changed places may be left alone, too.
        """
        right = count = 0
        for side, made in self.texts.items():
            other = Side.REWRITE if side is Side.ORIGINAL else Side.ORIGINAL
            found = {k: link.numbers(other) for link in links for k in link.numbers(side)}
            for number, said in enumerate(made.paragraphs):
                if said is None:
                    continue
                others = self.texts[other].paragraphs
                wanted = tuple(k for k, it in enumerate(others) if it == said)
                may_be_alone = said[0] in self.swapped
                right += found[number] == wanted or (may_be_alone and not found[number])
                count += 1
        return right, count


def templated_pair(kind: Kind, seed: int) -> TemplatedPair:
    """Return a pair of texts of a kind."""
    random = Random(f"{kind.name} {seed}")
    contents = random.sample(range(len(kind.contents)), len(kind.contents))
    count = random.randint(LEAST_ENTRIES, min(MOST_ENTRIES, len(contents) - 2))
    old, spare = contents[:count], contents[count:]
    new, swapped = _PLANS[seed % len(_PLANS)](random, list(old), spare)
    is_renumbered = random.random() < 0.6
    numbers = {content: number for number, content in enumerate([*old, *spare], start=1)}
    original = [Entry(content, False, numbers[content]) for content in old]
    rewrite = [
        Entry(
            content,
            content in old and random.random() < EDITED_SHARE,
            place if is_renumbered else numbers[content],
        )
        for place, content in enumerate(new, start=1)
    ]
    return TemplatedPair(
        Both(_written(kind, original), _written(kind, rewrite)), frozenset(swapped)
    )


def right_paragraphs(kind: Kind, seeds: Sequence[int]) -> tuple[int, int]:
    """Return how many paragraphs are linked right in pairs of a kind, and how many count."""
    right = count = 0
    for seed in seeds:
        pair = templated_pair(kind, seed)
        documents = pair.texts.map(lambda made: with_sentences(document_from_text(made.text)))
        found = pair.right(align_units(*documents, NO_PROGRESS).paragraphs)
        right, count = right + found[0], count + found[1]
    return right, count


def _written(kind: Kind, entries: Sequence[Entry]) -> MadeText:
    paragraphs: list[str] = []
    said: list[tuple[int, int] | None] = []
    for entry in entries:
        text = kind.contents[entry.content][entry.is_edited]
        first, _, second = text.partition(" | ")
        for part, template in enumerate(kind.paragraphs):
            label = kind.numbered(entry.number)
            paragraphs.append(template.format(label=label, text=text, first=first, second=second))
            is_own = any(name in template for name in ("{text}", "{first}", "{second}"))
            said.append((entry.content, part) if is_own else None)
    return MadeText("\n\n".join(paragraphs) + "\n", tuple(said))


# A plan returns the contents of the rewrite in order, and those that changed places.
Planned = tuple[list[int], set[int]]


def _one_out_one_in(random: Random, entries: list[int], spare: list[int]) -> Planned:
    """Leave one out and put another in elsewhere."""
    out = random.randrange(len(entries))
    into = random.choice([k for k in range(len(entries)) if abs(k - out) > 1])
    del entries[out]
    entries.insert(into, spare[0])
    return entries, set()


def _two_out(random: Random, entries: list[int], spare: list[int]) -> Planned:
    for _ in range(2):
        del entries[random.randrange(len(entries))]
    return entries, set()


def _two_in(random: Random, entries: list[int], spare: list[int]) -> Planned:
    for content in spare[:2]:
        entries.insert(random.randrange(len(entries) + 1), content)
    return entries, set()


def _two_swapped(random: Random, entries: list[int], spare: list[int]) -> Planned:
    first = random.randrange(len(entries) - 1)
    entries[first], entries[first + 1] = entries[first + 1], entries[first]
    return entries, set(entries[first : first + 2])


def _first_out_one_at_the_end(random: Random, entries: list[int], spare: list[int]) -> Planned:
    return [*entries[1:], spare[0]], set()


_PLANS: Final = (_one_out_one_in, _first_out_one_at_the_end, _two_out, _two_in, _two_swapped)

_BREAKFAST: Final = "Breakfast is served from seven to nine."
_KEY: Final = "Please leave the key at the desk."
_COURT: Final = "The parties accept this clause."
_BREACH: Final = "A breach of it ends the agreement."

_GUESTS: Final = "(2) This does not hold for guests."
_EXCEPTIONS: Final = "(3) Exceptions are made in writing."
_THANKS: Final = "We thank you for your patience."
_VOTE: Final = "The motion was put to the vote. The motion was carried."
_HELP: Final = "Write to us if you need more help."
_WRITTEN_DE: Final = "Näheres regelt die Hausordnung."
_WRITTEN_FR: Final = "Toute exception est écrite."
_WRITTEN_RU: Final = "Исключения даются письменно."
_WRITTEN_ES: Final = "Toda excepción consta por escrito."
_WRITTEN_ZH: Final = "违者自行承担后果。"

# All kinds, by what is the same in every entry.
KINDS: Final = (
    Kind("bare sentences", words.ENGLISH, ("{text}",)),
    Kind("Article N.", words.ENGLISH, ("Article {label}. {text}",)),
    Kind("N.", words.ENGLISH, ("{label}. {text}",)),
    Kind("§ N", words.GERMAN, ("§ {label} {text}",)),
    Kind("(c)", words.ENGLISH, ("({label}) {text}",), letter),
    Kind("Section IV.", words.ENGLISH, ("Section {label}. {text}",), roman),
    Kind("label on its own line", words.ENGLISH, ("Article {label}", "{text}")),
    Kind("set sentence before", words.ENGLISH, (f"{_COURT} {{text}}",)),
    Kind("set sentence after", words.ENGLISH, (f"{{text}} {_BREACH}",)),
    Kind("set sentences around", words.ENGLISH, (f"{_COURT} {{text}} {_BREACH}",)),
    Kind("two set sentences after", words.ENGLISH, (f"{{text}} {_BREACH} {_COURT}",)),
    Kind("Article N., around", words.ENGLISH, (f"Article {{label}}. {_COURT} {{text}} {_BREACH}",)),
    Kind("rooms", words.ROOMS, (f"Room {{label}} {{text}} {_BREAKFAST} {_KEY}",)),
    Kind("rooms, bare", words.ROOMS, ("Room {label} {text}",)),
    Kind("prices", words.GOODS, ("No. {label}: {text} Prices include tax.",)),
    Kind("prices, bare", words.GOODS, ("{label}. {text}",)),
    Kind("minutes", words.MOTIONS, (f"Item {{label}}. {{text}} {_VOTE}",)),
    Kind("FAQ", words.QUESTIONS, ("Q: {first}", f"A: {{second}} {_HELP}")),
    Kind("FAQ, one paragraph", words.QUESTIONS, ("Question {label}: {first} {second}",)),
    Kind("statute", words.ENGLISH, ("§ {label}", "(1) {text}", _GUESTS, _EXCEPTIONS)),
    Kind("letters", words.MOTIONS, ("Dear friends,", f"{{text}} {_THANKS}", "Yours, the clerk")),
    Kind("German articles", words.GERMAN, (f"Artikel {{label}}. {{text}} {_WRITTEN_DE}",)),
    Kind("German, around", words.GERMAN, (f"Es gilt Folgendes. {{text}} {_WRITTEN_DE}",)),
    Kind("French articles", words.FRENCH, (f"Article {{label}}. {{text}} {_WRITTEN_FR}",)),
    Kind("French, around", words.FRENCH, (f"Chacun le sait. {{text}} {_WRITTEN_FR}",)),
    Kind("Russian articles", words.RUSSIAN, (f"Статья {{label}}. {{text}} {_WRITTEN_RU}",)),
    Kind("Russian, around", words.RUSSIAN, (f"Это важно. {{text}} {_WRITTEN_RU}",)),
    Kind("Chinese articles", words.CHINESE, (f"第{{label}}条。{{text}}{_WRITTEN_ZH}",), han),
    Kind("Chinese, around", words.CHINESE, (f"本条适用于全体住户。{{text}}{_WRITTEN_ZH}",)),
    Kind("duties", words.DUTIES, ("{text}",)),
    Kind("duties, Article N.", words.DUTIES, ("Article {label}. {text}",)),
    Kind("duties, around", words.DUTIES, (f"{_COURT} {{text}} {_BREACH}",)),
    Kind(
        "duties, Article N., two after",
        words.DUTIES,
        (f"Article {{label}}. {{text}} {_BREACH} {_COURT}",),
    ),
    Kind("German duties", words.PFLICHTEN, (f"§ {{label}}. {{text}} {_WRITTEN_DE}",)),
    Kind("Spanish duties", words.OBLIGACIONES, (f"Artículo {{label}}. {{text}} {_WRITTEN_ES}",)),
    Kind("Chinese duties", words.CHINESE_DUTIES, (f"第{{label}}条。{{text}}{_WRITTEN_ZH}",), han),
)
