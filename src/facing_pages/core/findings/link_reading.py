"""One link as the rules of findings read it: the words of both sides and what links them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from facing_pages.core.alignment.words.lexicon import lexicon
from facing_pages.core.alignment.words.link_words import SideWords
from facing_pages.core.both import Both
from facing_pages.core.languages.language_record import Language
from facing_pages.core.model import Side, Span, WordLink
from facing_pages.core.splitting.folding import fold_word
from facing_pages.core.splitting.words import is_punctuation


class SideReading:
    """The words of one side of a link, in order."""

    def __init__(
        self,
        text: str,
        words: SideWords,
        language: Language,
        known_names: Collection[str] = frozenset(),
    ) -> None:
        self.text = text
        self.known_names = known_names
        self.spans = words.spans
        self.words = words.words
        self.language = language
        self.ordinals = words.ordinals
        self._starts = words.starts

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Return the words without typography and case."""
        return tuple(map(fold_word, self.words))

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """Return the dictionary forms of the words."""
        words = lexicon(self.language.code)
        return tuple(words.word(word).lemma for word in self.words)

    @cached_property
    def marks(self) -> tuple[bool, ...]:
        """Tell for each word whether it is a mark of punctuation."""
        return tuple(map(is_punctuation, self.words))

    def is_start(self, number: int) -> bool:
        """Tell whether a word starts a sentence, or stands behind a mark such as a quote."""
        return number == 0 or number in self._starts or self.marks[number - 1]

    def span(self, words: Span) -> Span:
        """Return where consecutive words, at least one, stand in the text."""
        return Span(self.spans[words.start].start, self.spans[words.end - 1].end)

    def quote(self, words: Span) -> str:
        """Return consecutive words as they are written, spaces and line ends as single spaces."""
        return " ".join(self.span(words).of(self.text).split())


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of the texts around a link.

    `near` has the folded words of the sentences around it on each side, `names` how often each
    word with a capital stands inside a sentence of the whole text. `confidence` is how surely the
    sentences of the link belong together, or have no counterpart.
    """

    near: Both[frozenset[str]] = field(default_factory=lambda: Both(frozenset(), frozenset()))
    names: Both[Mapping[str, int]] = field(default_factory=lambda: Both({}, {}))
    confidence: float = 1.0


class LinkReading:
    """Both sides of a link and the links of their words, by the numbers of the words.

    A side is empty where sentences were removed or added.
    """

    def __init__(
        self,
        number: int,
        texts: Both[str],
        sides: Both[SideWords],
        words: Iterable[WordLink],
        languages: Both[Language],
        surroundings: Surroundings | None = None,
    ) -> None:
        self.number = number
        self.surroundings = surroundings or Surroundings()
        self.sides = Both.of(
            lambda side: SideReading(
                texts[side], sides[side], languages[side], self.surroundings.names[side]
            )
        )
        places = self.sides.map(lambda side: {span: n for n, span in enumerate(side.spans)})
        self._confidences: dict[tuple[int, int], float] = {}
        forth: defaultdict[int, list[int]] = defaultdict(list)
        back: defaultdict[int, list[int]] = defaultdict(list)
        for word in words:
            i, j = places.original[word.original], places.rewrite[word.rewrite]
            forth[i].append(j)
            back[j].append(i)
            self._confidences[i, j] = word.confidence
        # By side: the words that each linked word is linked with, in order.
        self.links: Both[dict[int, list[int]]] = Both(dict(forth), dict(back))

    @property
    def has_two_languages(self) -> bool:
        """Tell whether the sides are in different languages, so that no list holds for both."""
        original, rewrite = self.sides
        return original.language.code != rewrite.language.code

    def partners(self, side: Side, number: int) -> list[int]:
        """Return the words of the other side that a word is linked with, in order."""
        return self.links[side].get(number, [])

    def confidence(self, original: int, rewrite: int) -> float:
        """Return how surely two words are linked, 0 if they are not."""
        return self._confidences.get((original, rewrite), 0.0)

    def are_linked(self, original: Span, rewrite: Span) -> bool:
        """Tell whether a word of one run is linked with a word of the other."""
        return any(
            rewrite.start <= j < rewrite.end
            for i in range(*original)
            for j in self.partners(Side.ORIGINAL, i)
        )
