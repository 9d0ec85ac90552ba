"""What ends a sentence, what closes and opens a quotation, and what marks items and cells.

The marks of all scripts together: they are asked for before the language of a text is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

# Ends of sentences that a space follows, and those that stand between characters without one.
LATIN_ENDS: Final = ".?!…"
OTHER_SPACED_ENDS: Final = "؟।॥։።"
UNSPACED_ENDS: Final = "。！？"
SENTENCE_ENDS: Final = LATIN_ENDS + OTHER_SPACED_ENDS + UNSPACED_ENDS
# Marks that a line ends with only where something ended, if not a sentence.
_CLAUSE_ENDS: Final = ":;"
# What may stand behind the end of a sentence, and before the first word of one.
CLOSING_MARKS: Final = "\"'”’»)]"
OPENING_MARKS: Final = "\"'“‘«(["
# What closes what a mark opens: quotation marks turn round from country to country.
CLOSING_OF: Final = {
    "(": ")", "[": "]", "{": "}", "（": "）", "“": "”", "‘": "’", "„": "“”", "‚": "‘’",
    "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』", "《": "》", '"': '"', "'": "'",
}  # fmt: skip
_CLOSERS: Final = frozenset("".join(CLOSING_OF.values()))
_SINGLE_MARKS: Final = frozenset("'’‘")
ENCLOSING_MARKS: Final = _CLOSERS | CLOSING_OF.keys()
# Marks of prose at the ends of a passage; others, as in "--force", belong to what they stand at.
EDGE_MARKS: Final = ENCLOSING_MARKS | frozenset(
    [*SENTENCE_ENDS, *",;:¿¡،؛、，；：—–―", "...", "``", "''"]
)
_IGNORED_BEHIND: Final = CLOSING_MARKS + "*_ \t\u00a0"

# What stands between the cells of a row of a table, with a space on both sides.
CELL_BORDER: Final = "|"

BULLETS: Final = "-*•‣▪●◦·–"
_LIST_MARK: Final = re.compile(rf"\s*(?:[{BULLETS}]|\(?\d{{1,3}}[.)]|\(?[a-z][.)])\s+(?=\S)")
_CAPITAL_MARK: Final = re.compile(r"\s*\(?[A-Z][.)]\s+(?=\S)")
_LIST_NUMBER: Final = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[a-zA-Z])[.)]")


def last_character(line: str) -> str:
    """Return what a line ends with before closing marks and marks of emphasis; "" if nothing."""
    return line.rstrip(_IGNORED_BEHIND)[-1:]


def ends_sentence(line: str, *, or_clause: bool = True) -> bool:
    """Tell whether a line ends where a sentence does, or a clause; one of marks alone does, too."""
    last = last_character(line)
    return last in SENTENCE_ENDS or (or_clause and last in _CLAUSE_ENDS)


def begins_list_item(line: str, *, may_wrap: bool = False) -> bool:
    """Tell whether a line begins with the mark or number of an item: "• ", "12. ", "(b) ".

    A capital letter counts unless the line `may_wrap`: the initial of a name begins a wrapped line
    as often as the letter of an item does.
    """
    if _LIST_MARK.match(line):
        return True
    return not may_wrap and _CAPITAL_MARK.match(line) is not None


def list_mark_length(line: str) -> int:
    """Return how many characters the mark or number of an item at the start of a line has.

    The spaces behind it are among them; 0 if there is none.
    """
    mark = _LIST_MARK.match(line) or _CAPITAL_MARK.match(line)
    return mark.end() if mark is not None else 0


def is_table_line(line: str) -> bool:
    """Tell whether a line is a row of a table in plain text: bars around and between its cells."""
    return line.count(CELL_BORDER) > 2 and line[0] == line[-1] == CELL_BORDER


def are_balanced(words: Iterable[str]) -> bool:
    """Tell whether the brackets and quotation marks among some words close what they open.

    Apostrophes may stand alone, so single quotation marks do not count. A command such as "\\emph{"
    opens a bracket.
    """
    opened: list[str] = []
    for word in (word[-1:] if word.startswith("\\") else word for word in words):
        if word in _SINGLE_MARKS:
            continue
        if opened and word in CLOSING_OF[opened[-1]]:
            opened.pop()
        elif word in CLOSING_OF:
            opened.append(word)
        elif word in _CLOSERS:
            return False
    return not opened


def is_list_number(text: str) -> bool:
    """Tell whether a text is nothing but the number of an item or a heading: "2.", "IV.", "(a)"."""
    return _LIST_NUMBER.fullmatch(text) is not None
