"""The values everything else is written in: texts, their units, links and changes.

All values are frozen. Positions are half-open spans of code points into the text of one
document as it is shown; units hold spans, never copies of text. Units are named by their number
in text order, counted from 0 through the whole document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final, NamedTuple

from facing_pages.core.translatable import N_


class Side(Enum):
    """One of the two texts of a comparison."""

    ORIGINAL = "original"
    REWRITE = "rewrite"

    @property
    def other(self) -> Side:
        """Return the facing side."""
        return Side.REWRITE if self is Side.ORIGINAL else Side.ORIGINAL


class Span(NamedTuple):
    """A half-open range of code points; `start == end` marks a place between two characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of `text` this span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """Return the span as many code points further on."""
        return Span(self.start + by, self.end + by)

    @property
    def length(self) -> int:
        """Return the number of code points covered."""
        return self.end - self.start


# The ordinal of a list item that has a sign instead of a number.
BULLETED: Final = -1


class Role(Enum):
    """What a paragraph is in its text."""

    PROSE = "prose"
    HEADING = "heading"
    LIST_ITEM = "list item"
    VERSE = "verse"
    QUOTE = "quote"
    NOTE = "note"
    TABLE_ROW = "table row"


class RepairKind(Enum):
    """Why characters of a file are shown otherwise than they stand there."""

    MOJIBAKE = N_("characters decoded with the wrong encoding")
    LOST_DASH = N_("a dash whose last bytes were lost")
    LOST_QUOTE = N_("a quotation mark or apostrophe whose last bytes were lost")
    ENTITY = N_("a character written as on a web page")
    BROKEN_LINE = N_("a line broken inside a sentence")
    HYPHEN = N_("a word divided at the end of a line")
    HARD_WRAP = N_("a line wrapped at a fixed width")
    TRAILING_SPACE = N_("spaces at the end of a line")
    EMPTY_LINES = N_("empty lines before the text")
    LABEL_LINE = N_("the name of a speaker on a line of its own")
    CUE_TIME = N_("the number and the time of a subtitle")
    CUE_TAG = N_("a tag or a note in subtitles")

    @property
    def is_damage(self) -> bool:
        """Tell whether characters were damaged, as opposed to laid out in an unusual way."""
        return self in (
            RepairKind.MOJIBAKE,
            RepairKind.LOST_DASH,
            RepairKind.LOST_QUOTE,
            RepairKind.ENTITY,
        )


@dataclass(frozen=True, slots=True)
class Repair:
    """One place where the text shown differs from the text of the file.

    `at` is where the repaired characters stand now (empty if characters were left out), `was`
    what stood there before.
    """

    at: Span
    was: str
    why: RepairKind


class EmphasisKind(Enum):
    """How words are emphasised."""

    ITALIC = "italic"
    BOLD = "bold"


class Emphasis(NamedTuple):
    """Words that are emphasised."""

    span: Span
    kind: EmphasisKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A unit of prose: never contains a line end, never starts or ends with a space.

    `level` is the depth of a heading (1 is the highest), of a list or of a quotation; 0 if none.
    `label` is the number of characters at its start that say who speaks, or when; they are not part
    of what is said, and something is said behind them. `ordinal` is the number of a list item, or
    `BULLETED`, where the format adds it to the text; 0 where it does not.
    """

    span: Span
    role: Role = Role.PROSE
    level: int = 0
    label: int = 0
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a whole unit that has no sentence in it, such as a heading."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its paragraphs and sentences, both in text order and never overlapping.

    `emphasis` has the words that are set apart; of one kind they do not overlap. `format` is what
    a person calls the format of the file, "" for plain text.

    `encoding` is "" for text that never was bytes; `encoding_is_certain` is False where the
    encoding was guessed from the bytes. `is_complete` is False where the file breaks off, or parts
    of it could not be read, and that is certain.
    """

    name: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...] = ()
    repairs: tuple[Repair, ...] = ()
    encoding: str = ""
    encoding_is_certain: bool = True
    emphasis: tuple[Emphasis, ...] = ()
    format: str = ""
    is_complete: bool = True

    def sentences_span(self, numbers: Sequence[int]) -> Span:
        """Return from where to where some sentences stand; `numbers` ascend and are not empty."""
        return Span(self.sentences[numbers[0]].span.start, self.sentences[numbers[-1]].span.end)

    def label_span(self, sentence: int) -> Span | None:
        """Return where the label stands that a sentence begins with; None if it has none."""
        span, number = self.sentences[sentence].span, self.sentences[sentence].paragraph
        paragraph = self.paragraphs[number]
        if not paragraph.label or span.start != paragraph.span.start:
            return None
        return Span(span.start, min(span.start + paragraph.label, span.end))

    def spoken_span(self, sentence: int) -> Span:
        """Return where the words of a sentence stand, without the label it begins with."""
        span, label = self.sentences[sentence].span, self.label_span(sentence)
        if label is None:
            return span
        words = self.text[label.end : span.end]
        return Span(span.end - len(words.lstrip()), span.end)

    def raw_text(self) -> str:
        """Return the text as it stood before the repairs, line ends as line feeds."""
        parts: list[str] = []
        end = len(self.text)
        for repair in reversed(self.repairs):
            parts += (self.text[repair.at.end : end], repair.was)
            end = repair.at.start
        parts.append(self.text[:end])
        return "".join(reversed(parts))


class LinkKind(Enum):
    """How the sentences of a link answer each other."""

    SAME = "same"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    REGROUPED = "regrouped"
    REMOVED = "removed"
    ADDED = "added"


class LinkReason(Enum):
    """Why two words are linked; where several reasons hold, the plainest."""

    EQUAL = "equal"
    FORM = "form"
    SYNONYM = "synonym"
    MEANING = "meaning"
    POSITION = "position"


class WordLink(NamedTuple):
    """A word of the original and its counterpart in the rewrite; a word may have several.

    `confidence` runs from 0 to 1.
    """

    original: Span
    rewrite: Span
    reason: LinkReason = LinkReason.EQUAL
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Pin:
    """Sentences that a person says belong together, or do not: numbers of consecutive sentences.

    Together, they are exactly one link, and those of an empty other side have no counterpart.
    Apart, no link holds one of the original and one of the rewrite.
    """

    original: tuple[int, ...]
    rewrite: tuple[int, ...]
    together: bool = True

    def __post_init__(self) -> None:
        for numbers in (self.original, self.rewrite):
            if numbers and numbers != tuple(range(numbers[0], numbers[0] + len(numbers))):
                raise ValueError("the sentences of a pinned link must follow one another")
        if not self.original and not self.rewrite:
            raise ValueError("a pinned link needs a sentence on at least one side")
        if not self.together and not (self.original and self.rewrite):
            raise ValueError("sentences that are kept apart are needed on both sides")

    def numbers(self, side: Side) -> tuple[int, ...]:
        """Return the sentence numbers on one side."""
        return self.original if side is Side.ORIGINAL else self.rewrite


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences that belong together; one side is empty for removed and added sentences.

    `moved` tells that the counterpart stands out of order. `confidence` runs from 0 to 1: how
    surely the sentences belong together, or, where a side is empty, have no counterpart. `words`
    is filled once words have been aligned, in the order of the original.
    """

    original: tuple[int, ...]
    rewrite: tuple[int, ...]
    kind: LinkKind
    moved: bool = False
    confidence: float = 1.0
    words: tuple[WordLink, ...] = ()

    def __post_init__(self) -> None:
        if not self.original and not self.rewrite:
            raise ValueError("a link needs a sentence on at least one side")

    def numbers(self, side: Side) -> tuple[int, ...]:
        """Return the sentence numbers on one side."""
        return self.original if side is Side.ORIGINAL else self.rewrite


@dataclass(frozen=True, slots=True)
class ParagraphLink:
    """Paragraphs that belong together, by number; kinds as for sentences."""

    original: tuple[int, ...]
    rewrite: tuple[int, ...]
    kind: LinkKind
    moved: bool = False

    def numbers(self, side: Side) -> tuple[int, ...]:
        """Return the paragraph numbers on one side."""
        return self.original if side is Side.ORIGINAL else self.rewrite


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links of a pair. Every unit of either side is in exactly one link of its level.

    Links that have sentences of the original come in its order; added units stand where the
    rewrite has them.
    """

    links: tuple[Link, ...]
    paragraphs: tuple[ParagraphLink, ...]


class ChangeKind(Enum):
    """What differs at one place inside or between linked sentences."""

    REWORDED = "reworded"
    REMOVED = "removed"
    ADDED = "added"
    REORDERED = "reordered"
    FORM = "form"
    TYPOGRAPHY = "typography"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. A side that has nothing of it is None; `link` is a number in the links.

    `reason` tells why the two sides belong together and `confidence`, from 0 to 1, how sure that
    is; both are None where a side is empty or no words link them. One that `is_inside` is part of
    another change, a sentence that was reworded as a whole, and counts no words of its own; neither
    does one that `is_ordinal`, the number of an item, clause or heading.
    """

    kind: ChangeKind
    original: Span | None
    rewrite: Span | None
    link: int
    reason: LinkReason | None = None
    confidence: float | None = None
    is_inside: bool = False
    is_ordinal: bool = False

    def span(self, side: Side) -> Span | None:
        """Return where the change stands on one side."""
        return self.original if side is Side.ORIGINAL else self.rewrite


class FindingKind(Enum):
    """In what the meaning changed."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    ANTONYM = "antonym"
    ROLES = "roles"
    MODALITY = "modality"
    QUANTIFIER = "quantifier"
    ATTRIBUTION = "attribution"
    QUOTATION = "quotation"
    OMISSION = "omission"
    INVENTION = "invention"
    FALSE_SYNONYM = "false-synonym"
    TENSE = "tense"
    TORN = "torn"


class Reason(NamedTuple):
    """Why something is a finding: a sentence with places for words of the texts.

    The sentence is marked for translation; in English it is `str(reason)`.
    """

    sentence: str
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.sentence.format(*self.words)


@dataclass(frozen=True, slots=True)
class Finding:
    """A change of meaning, or what may be one: a hint to read both passages.

    `severity` runs from 1 (a blemish) to 5 (a fact is turned into its opposite); `confidence` from
    0 to 1. A side that has nothing of it is None; `link` is a number in the links.
    """

    kind: FindingKind
    severity: int
    original: Span | None
    rewrite: Span | None
    link: int
    confidence: float
    reason: Reason

    def span(self, side: Side) -> Span | None:
        """Return where the finding stands on one side."""
        return self.original if side is Side.ORIGINAL else self.rewrite


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much of the two texts was kept and changed, in words; punctuation does not count.

    `added` counts words of the rewrite, all others those of the original, each of them once: it was
    reworded, has another form (`form`), was removed, or is the same, elsewhere (`moved`) or in its
    place (`kept`). `kept + reworded + form + moved + removed` is the length of the original.
    """

    original_words: int = 0
    rewrite_words: int = 0
    kept: int = 0
    reworded: int = 0
    form: int = 0
    removed: int = 0
    added: int = 0
    moved: int = 0
    sentence_kinds: dict[LinkKind, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents, what belongs together in them, and what changed.

    `findings` are changes of meaning, in the order of the rewrite; None if they were not asked for.
    """

    original: Document
    rewrite: Document
    alignment: Alignment
    changes: tuple[Change, ...]
    statistics: Statistics
    findings: tuple[Finding, ...] | None = None

    def document(self, side: Side) -> Document:
        """Return the document of one side."""
        return self.original if side is Side.ORIGINAL else self.rewrite

    def with_severity(self, least: int) -> Comparison:
        """Return the comparison with its findings of at least this severity, 1 to 5."""
        if self.findings is None:
            return self
        return replace(self, findings=tuple(f for f in self.findings if f.severity >= least))
