"""The kinds of change that a reader distinguishes, and how their marks look."""

from __future__ import annotations

from collections.abc import Container
from enum import Enum, IntEnum

from facing_pages.core.translatable import N_


class ViewKind(IntEnum):
    """The kinds of change, from weakest to strongest: a shared pixel shows the strongest one."""

    MINOR = 0
    SPLIT = 1
    REWORDED = 2
    MOVED = 3
    ADDED = 4
    REMOVED = 5

    @property
    def glyph(self) -> str:
        """Return the sign of the kind in gutter, list and legend."""
        return _GLYPHS[self]

    @property
    def words(self) -> str:
        """Return the English name of the kind."""
        return _KIND_WORDS[self]


class MarkStyle(IntEnum):
    """How a mark is drawn: fill and line shape.

    `NONE` is drawn in the gutter only. The light styles, for function words, and `FORM` have the
    line of their kind without its fill. The long ones are those of runs over several lines: a
    paler fill and a bar beside them, as whole units have.
    """

    NONE = 0
    MINOR = 1
    REORDERED = 2
    REWORDED = 3
    WHOLE_REWORDED = 4
    MOVED = 5
    ADDED = 6
    WHOLE_ADDED = 7
    REMOVED = 8
    WHOLE_REMOVED = 9
    LIGHT_ADDED = 10
    LIGHT_REMOVED = 11
    MOVED_PHRASE = 12
    FORM = 13
    LIGHT_REWORDED = 14
    LONG_ADDED = 15
    LONG_REMOVED = 16


class Weight(IntEnum):
    """The four weights of a change, from the lightest."""

    PUNCTUATION = 0
    GRAMMAR = 1
    WORDING = 2
    MEANING = 3


class LineShape(Enum):
    """The shape of the line under a mark. Every kind has its own, so that colour is not needed."""

    NO = "none"
    DASHES = "dashes"
    SOLID = "solid"
    DOTS = "dots"
    DOUBLE = "double"
    THIN_DOTS = "thin dots"


# The fork sign (U+2442) is in hardly any font; these signs open and close as the paragraphs do.
MERGED_GLYPH = "≻"
_GLYPHS = {
    ViewKind.MINOR: "·",
    ViewKind.SPLIT: "≺",
    ViewKind.REWORDED: "≈",
    ViewKind.MOVED: "⇅",
    ViewKind.ADDED: "+",
    ViewKind.REMOVED: "−",
}
_KIND_WORDS = {
    ViewKind.MINOR: N_("punctuation and spelling"),
    ViewKind.SPLIT: N_("split or merged"),
    ViewKind.REWORDED: N_("reworded"),
    ViewKind.MOVED: N_("moved"),
    ViewKind.ADDED: N_("added"),
    ViewKind.REMOVED: N_("removed"),
}
# What is said of a change instead of its kind, where its style says it more exactly.
WORDS_OF_STYLE = {
    MarkStyle.REORDERED: N_("reordered"),
    MarkStyle.FORM: N_("another form"),
}
LINE_OF_STYLE = {
    MarkStyle.NONE: LineShape.NO,
    MarkStyle.MINOR: LineShape.THIN_DOTS,
    MarkStyle.REORDERED: LineShape.DOTS,
    MarkStyle.REWORDED: LineShape.DOTS,
    MarkStyle.FORM: LineShape.DOTS,
    MarkStyle.WHOLE_REWORDED: LineShape.DOTS,
    MarkStyle.MOVED: LineShape.DOUBLE,
    MarkStyle.MOVED_PHRASE: LineShape.DOUBLE,
    MarkStyle.ADDED: LineShape.SOLID,
    MarkStyle.WHOLE_ADDED: LineShape.SOLID,
    MarkStyle.REMOVED: LineShape.DASHES,
    MarkStyle.WHOLE_REMOVED: LineShape.DASHES,
    MarkStyle.LIGHT_ADDED: LineShape.SOLID,
    MarkStyle.LIGHT_REMOVED: LineShape.DASHES,
    MarkStyle.LIGHT_REWORDED: LineShape.DOTS,
    MarkStyle.LONG_ADDED: LineShape.SOLID,
    MarkStyle.LONG_REMOVED: LineShape.DASHES,
}
KIND_OF_STYLE = {
    MarkStyle.MINOR: ViewKind.MINOR,
    MarkStyle.REORDERED: ViewKind.REWORDED,
    MarkStyle.REWORDED: ViewKind.REWORDED,
    MarkStyle.FORM: ViewKind.REWORDED,
    MarkStyle.WHOLE_REWORDED: ViewKind.REWORDED,
    MarkStyle.MOVED: ViewKind.MOVED,
    MarkStyle.MOVED_PHRASE: ViewKind.MOVED,
    MarkStyle.ADDED: ViewKind.ADDED,
    MarkStyle.WHOLE_ADDED: ViewKind.ADDED,
    MarkStyle.REMOVED: ViewKind.REMOVED,
    MarkStyle.WHOLE_REMOVED: ViewKind.REMOVED,
    MarkStyle.LIGHT_ADDED: ViewKind.ADDED,
    MarkStyle.LIGHT_REMOVED: ViewKind.REMOVED,
    MarkStyle.LIGHT_REWORDED: ViewKind.REWORDED,
    MarkStyle.LONG_ADDED: ViewKind.ADDED,
    MarkStyle.LONG_REMOVED: ViewKind.REMOVED,
}
# Kinds in the order in which people look for them.
KINDS_IN_ORDER = (
    ViewKind.REWORDED,
    ViewKind.REMOVED,
    ViewKind.ADDED,
    ViewKind.MOVED,
    ViewKind.SPLIT,
    ViewKind.MINOR,
)
ALL_KINDS = frozenset(ViewKind)
# The least weight that is shown by default.
SHOWN_WEIGHT = Weight.WORDING
WEIGHT_OF_STYLE = dict.fromkeys(MarkStyle, Weight.WORDING) | {
    MarkStyle.MINOR: Weight.PUNCTUATION,
    MarkStyle.FORM: Weight.GRAMMAR,
    MarkStyle.LIGHT_REWORDED: Weight.GRAMMAR,
    MarkStyle.LIGHT_ADDED: Weight.GRAMMAR,
    MarkStyle.LIGHT_REMOVED: Weight.GRAMMAR,
}


def shows_kind(kind: ViewKind, kinds: Container[ViewKind], weight: Weight) -> bool:
    """Tell whether changes of a kind are shown where no finding touches them, the weightiest.

    `kinds` are those a reader wants to see, `weight` is the least one.
    """
    heaviest = Weight.PUNCTUATION if kind is ViewKind.MINOR else Weight.WORDING
    return kind in kinds and weight <= heaviest
