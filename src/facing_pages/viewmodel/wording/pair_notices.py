"""What the bars above the texts say: one sentence on what happened, one on what to do."""

from __future__ import annotations

from collections import Counter
from typing import Final

from facing_pages.core.errors import (
    COMPARED_TOO_LARGE,
    INCOMPLETE,
    SENTENCES,
    Problem,
    ReadingError,
)
from facing_pages.core.model import LinkKind, Repair, RepairKind, Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.session.pair import Request, Source
from facing_pages.viewmodel.pair_view import LINK_KINDS, SIDES, PairView, SideText
from facing_pages.viewmodel.table_columns import LinkColumn
from facing_pages.viewmodel.wording.directions import arrowed
from facing_pages.viewmodel.wording.language import number, plural, tr
from facing_pages.viewmodel.wording.notice import Action, Notice

# Share of the sentences with a counterpart under which the pair is doubted. By judgement.
MIN_LINKED_SHARE: Final = 0.1
_CAN_BE_TRIED_AGAIN: Final = frozenset(
    (Problem.NO_PERMISSION, Problem.UNREADABLE, Problem.MISSING, Problem.ENDED)
)
# Characters of a repair that a line of the list of repairs has room for, on each side of its arrow.
# By judgement.
MAX_SHOWN_CHARACTERS: Final = 24


def failure_notice(side: Side, error: ReadingError) -> Notice:
    """Say that a text could not be read."""
    actions = [Action.CHOOSE_ANOTHER]
    text = tr(SENTENCES[error.problem], file=error.file, detail=error.detail)
    if error.problem in _CAN_BE_TRIED_AGAIN:
        actions.insert(0, Action.TRY_AGAIN)
    if error.problem is Problem.ENCRYPTED and error.file.lower().endswith(".pdf"):
        actions.insert(0, Action.ENTER_PASSWORD)
        text = tr("{file} is protected by a password. Enter it to read the text.", file=error.file)
    return Notice(f"failure-{side.value}", text, tuple(actions), side, is_problem=True)


def too_large_notice(pages: PairView, megabytes: int) -> Notice:
    """Say that comparing two texts takes too much memory."""
    original, rewrite = (pages.text(side).name for side in SIDES)
    shown = number(megabytes)
    text = tr(COMPARED_TOO_LARGE, original=original, rewrite=rewrite, megabytes=shown)
    return Notice("too-large", text, is_problem=True)


def changed_notice(side: Side, source: Source) -> Notice:
    """Say that a file on screen changed on disk."""
    text = tr("{name} changed on disk.", name=source.shown_name)
    return Notice(f"changed-{side.value}", text, (Action.READ_AGAIN,), side)


def missing_notice(side: Side, source: Source) -> Notice:
    """Say that a file on screen vanished from the disk."""
    text = tr(
        "{name} is no longer there. The text on screen stays until you close it.",
        name=source.shown_name,
    )
    actions = (Action.TRY_AGAIN, Action.CHOOSE_ANOTHER)
    return Notice(f"changed-{side.value}", text, actions, side)


def part_notices(request: Request) -> list[Notice]:
    """Return of which texts only a part is compared."""
    notices: list[Notice] = []
    for side in SIDES:
        source = request.source(side)
        if source.choices.leaves_out:
            text = tr("Only a part of {name} is compared.", name=source.shown_name)
            notices.append(Notice(f"part-{side.value}", text, (Action.WHOLE_TEXT,), side))
    return notices


def text_notices(pages: PairView) -> list[Notice]:
    """Return the notices about the two texts as they were read."""
    notices: list[Notice] = []
    for side in SIDES:
        text = pages.text(side)
        if not text.is_complete:
            message = tr(INCOMPLETE, file=text.name)
            notices.append(
                Notice(f"incomplete-{side.value}", message, (Action.CHOOSE_ANOTHER,), side)
            )
        if not text.encoding_is_certain:
            notices.append(_encoding_notice(side, text))
        if repairs := _repair_notice(side, text):
            notices.append(repairs)
        if times := _time_notice(side, text):
            notices.append(times)
    return notices


def all_notices(request: Request, pages: PairView) -> list[Notice]:
    """Return all notices about a pair on screen."""
    notices = [*text_notices(pages), *part_notices(request)]
    return notices + pair_notices(pages) if pages.changes.done >= 1.0 else notices


def lost_notice(lost: int, total: int) -> Notice:
    """Return the notice that corrections could not be applied to the present texts."""
    text = plural(
        "{lost} of {count} correction could not be applied to the new text. It is kept.",
        "{lost} of {count} corrections could not be applied to the new text. They are kept.",
        total,
        lost=number(lost),
    )
    return Notice("lost", text, (Action.LIST_LOST,))


def pair_notices(pages: PairView) -> list[Notice]:
    """Return the notices about the pair once all changes are known."""
    kinds = pages.rows.links[:, LinkColumn.KIND]
    same = int((kinds == LINK_KINDS.index(LinkKind.SAME)).sum())
    moved = int(pages.rows.links[:, LinkColumn.MOVED].sum())
    if same == len(kinds) and not moved:
        return [_identity_notice(pages)]
    alone = sum(
        int((kinds == LINK_KINDS.index(kind)).sum()) for kind in (LinkKind.REMOVED, LinkKind.ADDED)
    )
    linked = len(kinds) - alone
    share = linked / max(1, linked + alone / 2)
    if share < MIN_LINKED_SHARE:
        text = tr(
            "These texts share almost nothing ({share} % of the sentences). "
            "Is this the right pair?",
            share=round(100 * share),
        )
        return [Notice("nothing-shared", text, (Action.CHOOSE_ANOTHER,))]
    return []


def repair_lines(text: SideText) -> list[tuple[RepairKind, str, str]]:
    """Return the repairs of a side for a list: kind, what was done, and the words around it."""
    return [
        (repair.why, _repair_text(repair, text), _surroundings(repair, text))
        for repair in text.repairs
    ]


def _encoding_notice(side: Side, text: SideText) -> Notice:
    name = text.encoding.upper().replace("WINDOWS", "Windows").replace("CP", "Windows-")
    if text.encoding == "utf-8":
        message = tr(
            "{file} is damaged UTF-8. Some characters were read as Windows-1252.", file=text.name
        )
    else:
        message = tr(
            "{file} is not UTF-8. Opened as {encoding}; check the accented letters.",
            file=text.name,
            encoding=name,
        )
    return Notice(f"encoding-{side.value}", message, (Action.CHOOSE_ENCODING,), side)


def _repair_notice(side: Side, text: SideText) -> Notice | None:
    counts = Counter(repair.why for repair in text.repairs)
    damaged = sum(count for kind, count in counts.items() if kind.is_damage)
    broken, wrapped = counts[RepairKind.BROKEN_LINE], counts[RepairKind.HARD_WRAP]
    parts: list[str] = []
    if damaged:
        example = next(repair for repair in text.repairs if repair.why.is_damage)
        sign = arrowed(example.was, example.at.of(text.text))
        message = plural(
            "{count} damaged character repaired (such as {example})",
            "{count} damaged characters repaired (such as {example})",
            damaged,
            example=sign,
        )
        parts.append(message)
    if broken:
        parts.append(plural("{count} broken line joined", "{count} broken lines joined", broken))
    if wrapped:
        parts.append(plural("{count} wrapped line joined", "{count} wrapped lines joined", wrapped))
    if not parts:
        return None
    *first, message = parts
    if first:
        message = tr("{first} and {second}", first=", ".join(first), second=message)
    message = f"{text.name}: {message}."
    return Notice(f"repairs-{side.value}", message, (Action.SHOW_REPAIRS,), side)


def _time_notice(side: Side, text: SideText) -> Notice | None:
    """Say that the times of subtitles are not shown."""
    count = sum(repair.why is RepairKind.CUE_TIME for repair in text.repairs)
    if not count:
        return None
    message = plural(
        "{file}: the time of {count} subtitle is left out.",
        "{file}: the numbers and times of {count} subtitles are left out.",
        count,
        file=text.name,
    )
    return Notice(f"times-{side.value}", message, (Action.SHOW_REPAIRS,), side)


def _identity_notice(pages: PairView) -> Notice:
    minor = int(pages.changes.of_kinds({ViewKind.MINOR}).sum())
    if not minor:
        return Notice("same", tr("The two texts are the same."))
    message = plural(
        "The two texts are the same, apart from {count} difference "
        "in spacing, quotation marks and the like.",
        "The two texts are the same, apart from {count} differences "
        "in spacing, quotation marks and the like.",
        minor,
    )
    return Notice("same", message, (Action.SHOW_TYPOGRAPHY,))


def _repair_text(repair: Repair, text: SideText) -> str:
    was, now = (_visible(words) for words in (repair.was, repair.at.of(text.text)))
    return f"{arrowed(was, now)} ({tr(repair.why.value)})"


def _visible(words: str) -> str:
    """Return words short enough for a line of a list, with signs for spaces and line ends."""
    shown = words.replace("\n", "⏎").replace(" ", "␣") or tr("nothing")
    return shown if len(shown) <= MAX_SHOWN_CHARACTERS else f"{shown[:MAX_SHOWN_CHARACTERS]}…"


def _surroundings(repair: Repair, text: SideText) -> str:
    start, end = max(0, repair.at.start - 28), repair.at.end + 28
    before = text.text[start : repair.at.start].split("\n")[-1]
    after = text.text[repair.at.end : end].split("\n")[0]
    return f"…{before}{repair.at.of(text.text)}{after}…"
