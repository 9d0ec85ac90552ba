"""Which words of two linked sentences belong together.

Surest first: the equal beginning and end, then equal content words (where a word is found more
than once, its neighbours decide), then other forms of a word and abbreviations, then function
words and marks beside what is linked already, and last the one word left on either side between
two links. Words may cross; each has at most one counterpart, but for abbreviations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from facing_pages.core.similarity.word_forms import form_likeness, is_acronym_of, word_key
from facing_pages.core.splitting.function_words import function_words_of, is_light, language_of

Pairs = tuple[tuple[int, int], ...]

# What a candidate loses for standing elsewhere in its sentence, from one end to the other.
DISTANCE_COST: Final = 1.0
# What an equal neighbour at distance 1, 2 and 3 adds.
NEIGHBOUR_GAIN: Final = (1.0, 0.5, 0.25)
# Words between linked neighbours on both sides that may be paired in order though nothing is alike.
LONGEST_GAP: Final = 3
LONGEST_ACRONYM: Final = 6
# Content words in the equal start or end of two sentences that make it sure.
SURE_END: Final = 2


def align_words(original: Sequence[str], rewrite: Sequence[str]) -> Pairs:
    """Return the links between two sentences' words, as given: pairs (i, j), in order.

    Equal words are linked as well. Empty if either sentence is.
    """
    language = language_of(" ".join([*original, *rewrite]))
    return link_words(original, rewrite, function_words_of(language))


def link_words(
    original: Sequence[str], rewrite: Sequence[str], function_words: frozenset[str]
) -> Pairs:
    """Return the links of two sentences whose language's function words are known.

    Swapping the sides mirrors the result.
    """
    if tuple(rewrite) < tuple(original):
        mirrored = _Linker(rewrite, original, function_words).links()
        return tuple(sorted((i, j) for j, i in mirrored))
    return _Linker(original, rewrite, function_words).links()


class _Linker:
    """Two sentences while their words are being linked."""

    def __init__(
        self, original: Sequence[str], rewrite: Sequence[str], function_words: frozenset[str]
    ) -> None:
        self.words = (original, rewrite)
        self.keys = ([word_key(w) for w in original], [word_key(w) for w in rewrite])
        self.light = (
            [is_light(w, function_words) for w in original],
            [is_light(w, function_words) for w in rewrite],
        )
        self.there: dict[int, int] = {}
        self.back: dict[int, int] = {}
        self.extra: set[tuple[int, int]] = set()

    def links(self) -> Pairs:
        """Run all steps and return the links."""
        self._link_ends()
        if len(self.there) < min(len(self.keys[0]), len(self.keys[1])):
            self._link_equal_content()
            self._link_acronyms()
            self._link_forms()
            self._link_beside()
            self._link_gaps()
        return tuple(sorted({*self.there.items(), *self.extra}))

    def _link(self, i: int, j: int) -> None:
        self.there[i] = j
        self.back[j] = i

    def _is_free(self, i: int, j: int) -> bool:
        return i not in self.there and j not in self.back

    def _link_ends(self) -> None:
        """Link what is the same from the start and from the end, if it is more than a word or two.

        A single equal word at an end may well belong elsewhere.
        """
        first, second = self.keys
        shorter = min(len(first), len(second))
        start = 0
        while start < shorter and first[start] == second[start]:
            start += 1
        end = 0
        while end < shorter - start and first[-end - 1] == second[-end - 1]:
            end += 1
        if start == shorter or self._weight(range(start)) >= SURE_END:
            for k in range(start):
                self._link(k, k)
        if self._weight(range(len(first) - end, len(first))) >= SURE_END:
            for k in range(1, end + 1):
                self._link(len(first) - k, len(second) - k)

    def _weight(self, numbers: range) -> int:
        """Return how many content words of the original have these numbers."""
        return sum(not self.light[0][k] for k in numbers)

    def _link_equal_content(self) -> None:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for j, key in enumerate(self.keys[1]):
            if not self.light[1][j] and j not in self.back:
                places[key].append(j)
        candidates = [
            (self._score(i, j), i, j)
            for i, key in enumerate(self.keys[0])
            if not self.light[0][i] and i not in self.there
            for j in places.get(key, ())
        ]
        self._choose(candidates)

    def _link_forms(self) -> None:
        free = (
            [i for i in range(len(self.keys[0])) if i not in self.there and not self.light[0][i]],
            [j for j in range(len(self.keys[1])) if j not in self.back and not self.light[1][j]],
        )
        candidates: list[tuple[float, int, int]] = []
        for i in free[0]:
            for j in free[1]:
                likeness = form_likeness(self.keys[0][i], self.keys[1][j])
                if likeness:
                    candidates.append((self._score(i, j) + likeness, i, j))
        self._choose(candidates)

    def _link_acronyms(self) -> None:
        """Link US with United States: the short form with each of the words it stands for."""
        for side in (0, 1):
            short, long = self.words[side], self.words[1 - side]
            taken, free = (self.there, self.back) if side == 0 else (self.back, self.there)
            for k, word in enumerate(short):
                if k in taken or not word[1:].isupper():
                    continue
                length = len(word.replace(".", ""))
                if not 2 <= length <= LONGEST_ACRONYM:
                    continue
                self._link_acronym(side, k, length, [m for m in range(len(long)) if m not in free])

    def _link_acronym(self, side: int, k: int, length: int, free: list[int]) -> None:
        long = self.words[1 - side]
        for m in free:
            run = range(m, m + length)
            if run.stop > len(long) or not all(n in free for n in run):
                continue
            if is_acronym_of(self.words[side][k], tuple(long[n] for n in run)):
                pairs = [(k, n) if side == 0 else (n, k) for n in run]
                self._link(*pairs[0])
                for i, j in pairs[1:]:
                    self.extra.add((i, j))
                    self.there.setdefault(i, j)
                    self.back.setdefault(j, i)
                return

    def _choose(self, candidates: list[tuple[float, int, int]]) -> None:
        """Link the best candidates first, each word once."""
        for _, i, j in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
            if self._is_free(i, j):
                self._link(i, j)

    def _score(self, i: int, j: int) -> float:
        """Rate a candidate by its equal neighbours and by how far its place has shifted."""
        first, second = self.keys
        score = -DISTANCE_COST * abs(i / len(first) - j / len(second))
        for distance, gain in enumerate(NEIGHBOUR_GAIN, start=1):
            for step in (-distance, distance):
                k, m = i + step, j + step
                if 0 <= k < len(first) and 0 <= m < len(second) and first[k] == second[m]:
                    score += gain
        return score

    def _link_beside(self) -> None:
        """Link equal words next to linked ones, going outward until nothing is found."""
        frontier = sorted(self.there.items())
        while frontier:
            i, j = frontier.pop()
            for step in (-1, 1):
                k, m = i + step, j + step
                inside = 0 <= k < len(self.keys[0]) and 0 <= m < len(self.keys[1])
                if inside and self._is_free(k, m) and self.keys[0][k] == self.keys[1][m]:
                    self._link(k, m)
                    frontier.append((k, m))

    def _link_gaps(self) -> None:
        """Link inside gaps between neighbouring links: equal light words, then what is left."""
        bounds = [(-1, -1), *sorted(self.there.items()), (len(self.keys[0]), len(self.keys[1]))]
        for (i, j), (k, m) in pairwise(bounds):
            rows = [r for r in range(i + 1, k) if r not in self.there]
            columns = [c for c in range(j + 1, m) if c not in self.back]
            if not rows or not columns or m <= j:
                continue
            self._link_light(rows, columns)
            self._link_last(rows, columns)

    def _link_light(self, rows: list[int], columns: list[int]) -> None:
        start = 0
        for i in rows:
            for position in range(start, len(columns)):
                j = columns[position]
                if self._is_free(i, j) and self.keys[0][i] == self.keys[1][j]:
                    self._link(i, j)
                    start = position + 1
                    break

    def _link_last(self, rows: list[int], columns: list[int]) -> None:
        """Pair the content words left in a short gap if there are as many on both sides."""
        left = [i for i in rows if i not in self.there and not self.light[0][i]]
        right = [j for j in columns if j not in self.back and not self.light[1][j]]
        if len(left) == len(right) <= LONGEST_GAP and len(rows) <= 6 and len(columns) <= 6:
            for i, j in zip(left, right, strict=True):
                self._link(i, j)
