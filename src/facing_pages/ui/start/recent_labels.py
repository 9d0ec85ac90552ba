"""What the entries of the list of recent pairs are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from PySide6.QtCore import QDate, QLocale

from facing_pages.session.pasted_texts import is_pasted_key
from facing_pages.session.settings import RecentKey, RecentPair
from facing_pages.viewmodel.wording.language import language, tr


@dataclass(frozen=True)
class RecentEntry:
    """An entry as it is listed: its name, when it was opened, where its texts are."""

    pair: RecentPair
    name: str
    when: str = ""
    details: str = ""
    is_missing: bool = False


def recent_entries(
    pairs: Sequence[RecentPair], today: date, missing: Collection[RecentKey] = ()
) -> list[RecentEntry]:
    """Return entries for a list; `missing` are the keys of pairs whose texts are not there."""
    return [
        RecentEntry(
            pair,
            tr("{name} (not found)", name=label) if pair.key in missing else label,
            opened_text(pair, today),
            recent_details(pair),
            is_missing=pair.key in missing,
        )
        for pair, label in zip(pairs, recent_labels(pairs), strict=True)
    ]


def recent_labels(pairs: Sequence[RecentPair]) -> list[str]:
    """Return the names of recent pairs; folders are added where names alone are the same."""
    labels = [_name(pair) for pair in pairs]
    same: dict[str, list[int]] = defaultdict(list)
    for number, label in enumerate(labels):
        same[label].append(number)
    for label, numbers in same.items():
        if len(numbers) > 1:
            folders = _folders([pairs[number] for number in numbers])
            for number, folder in zip(numbers, folders, strict=True):
                labels[number] = f"{label} — {folder}" if folder else label
    return labels


def opened_text(pair: RecentPair, today: date) -> str:
    """Return when a pair was opened last; "" where the name says it, or it is not known."""
    opened = _date(pair)
    if opened is None or _is_dated(pair):
        return ""
    near = {0: tr("today"), 1: tr("yesterday")}
    return near.get((today - opened).days) or _date_text(opened, tr("d MMMM"))


def recent_details(pair: RecentPair) -> str:
    """Return where the texts of a pair are, a line each."""
    lines = [pair.session] if pair.session else []
    for key, words in (
        (pair.original, pair.original_words),
        (pair.rewrite, pair.rewrite_words),
    ):
        if is_pasted_key(key):
            lines.append(tr("pasted: “{words}”", words=words))
        elif key:
            lines.append(key)
    return "\n".join(lines)


def _is_dated(pair: RecentPair) -> bool:
    """Tell whether the name of an entry has its date: no text in it has the name of a file."""
    keys = [key for key in (pair.original, pair.rewrite) if key]
    return not pair.session and all(map(is_pasted_key, keys))


def _name(pair: RecentPair) -> str:
    if pair.session:
        return tr("{name} (session)", name=PurePath(pair.session).name)
    if _is_dated(pair):
        words, opened = pair.original_words or pair.rewrite_words, _date(pair)
        if opened is None:
            return tr("Pasted, “{words}”", words=words)
        day = _date_text(opened, tr("d MMM"))
        return tr("Pasted, {date}, “{words}”", date=day, words=words)
    names = [
        tr("pasted “{words}”", words=words) if is_pasted_key(key) else PurePath(key).name
        for key, words in (
            (pair.original, pair.original_words),
            (pair.rewrite, pair.rewrite_words),
        )
        if key
    ]
    return " ↔ ".join(names)


def _date(pair: RecentPair) -> date | None:
    try:
        return date.fromisoformat(pair.opened)
    except ValueError:
        return None


def _date_text(day: date, pattern: str) -> str:
    """Return a date in the language of the window; the pattern is Qt's, in its order of parts."""
    return QLocale(language()).toString(QDate(day.year, day.month, day.day), pattern)


def _folders(pairs: Sequence[RecentPair]) -> list[str]:
    """Return as many of the last folders of each pair as tell all of them from each other.

    /texts/alpha/source.txt  /texts/beta/source.txt     alpha  beta
    """
    paths = [[pair.session] if pair.session else [pair.original, pair.rewrite] for pair in pairs]
    parents = [[PurePath(path).parent.parts for path in both] for both in paths]
    depth = max(len(parts) for both in parents for parts in both)
    for which in range(max(len(both) for both in parents)):
        for count in range(1, depth + 1):
            found = [str(PurePath(*both[min(which, len(both) - 1)][-count:])) for both in parents]
            if len(set(found)) == len(found):
                return found
    return ["" if any(map(is_pasted_key, both)) else " ↔ ".join(both) for both in paths]
