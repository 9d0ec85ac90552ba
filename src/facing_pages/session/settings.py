"""The user's choices and recent pairs, kept in one small JSON file.

Invalid values are replaced by the defaults, a copy of the file is kept, and `SettingsFile.damage`
says so. Writing keeps what other programs changed, and replaces the file in one step, so that a
crash leaves the old one.
"""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from platformdirs import user_config_path

from facing_pages.core.reading.choices import NO_CHOICES, ReadingChoices
from facing_pages.core.system.atomic_file import remove_stale_drafts
from facing_pages.session.file_lock import locked
from facing_pages.session.json_file import (
    MIN_STALE_SECONDS,
    Damage,
    keep_damaged_copy,
    make_private_folder,
    read_limited,
    rename_damaged,
    write_json,
)
from facing_pages.session.json_reader import JsonError, parse_json
from facing_pages.session.page_settings import PageSettings
from facing_pages.session.pasted_texts import is_pasted_key

if TYPE_CHECKING:
    from facing_pages.session.settings_json import FoundSettings

logger = logging.getLogger(__name__)

RecentKey = tuple[str, str, str]

# Pairs of files in the list of recent ones: what fits a start page without scrolling, by judgement.
MAX_RECENT: Final = 12
# Pairs with pasted texts in addition: the texts are nowhere else, so that more of them are kept.
# Those with corrections are not counted; whoever made them removes them. By judgement.
MAX_PASTED: Final = 50
# All recent pairs that a file may hold: far more than anybody corrects by hand. By judgement.
MAX_RECENT_ENTRIES: Final = 2000
# Zoom in per cent: below, no face is legible; above, a line has a few words only. By judgement.
MIN_ZOOM: Final = 50
MAX_ZOOM: Final = 300
# Bytes of a settings file: recent pairs with the longest paths have 3 MB, many pasted ones 5 MB. By
# judgement above those.
MAX_SETTINGS_BYTES: Final = 20_000_000


@dataclass(frozen=True, slots=True)
class RecentPair:
    """Two texts that were compared; `opened` is a date, YYYY-MM-DD.

    `original` and `rewrite` are paths of files or keys of pasted texts, "" for a side without a
    text yet. `original_words` and `rewrite_words` are the first words of pasted texts. `session` is
    the path of the session file the pair was opened from, "" for none.

    `side` and `position` say where the reader was: a code point of the original or the rewrite.
    `choices` are the reading choices of the original and the rewrite.
    """

    original: str
    rewrite: str
    opened: str
    side: str = "original"
    position: int = 0
    choices: tuple[ReadingChoices, ReadingChoices] = (NO_CHOICES, NO_CHOICES)
    original_words: str = ""
    rewrite_words: str = ""
    session: str = ""

    @property
    def is_pasted(self) -> bool:
        """Tell whether a text of the pair is stored only in the program's own folder."""
        return not self.session and (is_pasted_key(self.original) or is_pasted_key(self.rewrite))

    @property
    def key(self) -> RecentKey:
        """Return the identity of the entry."""
        return self.original, self.rewrite, self.session

    def extends(self, other: RecentPair) -> bool:
        """Tell whether another entry has one text of this pair and an empty other side."""
        texts = ((other.original, self.original), (other.rewrite, self.rewrite))
        return (
            not (other.original and other.rewrite)
            and self.key != other.key
            and all(there in ("", here) for there, here in texts)
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. `zoom` is in per cent.

    `language` is a code, "" for that of the system; `theme`, `mode`, `level` and `grouping` are
    names of choices that the window defines; `kinds` are the kinds of change shown (None: the
    default ones); `finding_severity` is the least severity of findings shown (None: the default
    one), `hidden_findings` are the kinds that are not; `keys` and `letters` are the shortcuts and
    single keys of commands that differ from their defaults; `geometry` is the window's geometry as
    Qt encodes it, in base64. With
    `reopen`, a start without files opens the pairs that were open before.
    """

    theme: str = "system"
    language: str = ""
    zoom: int = 100
    reading: PageSettings = field(default_factory=PageSettings)
    mode: str = "side by side"
    level: str = "words"
    level_by_sentence: bool = True
    weight: str = "wording"
    grouping: str = "reading order"
    geometry: str = ""
    show_list: bool = True
    show_inspector: bool = False
    kinds: tuple[str, ...] | None = None
    finding_severity: int | None = None
    hidden_findings: tuple[str, ...] = ()
    letter_keys: bool = True
    less_motion: bool = False
    reopen: bool = False
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    letters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    hints_seen: tuple[str, ...] = ()
    recent: tuple[RecentPair, ...] = ()

    def with_recent(self, opened: RecentPair) -> Settings:
        """Return the settings with a pair as the most recent one.

        The reader's position in it is kept if its reading choices are the same as last time.
        """
        known = next((pair for pair in self.recent if pair.key == opened.key), None)
        others = [pair for pair in self.recent if pair != known and not opened.extends(pair)]
        pair = opened
        if known is not None and known.choices == opened.choices:
            pair = replace(opened, side=known.side, position=known.position)
        return replace(self, recent=_bounded((pair, *others)))

    def without_recent(self, removed: Collection[RecentPair]) -> Settings:
        """Return the settings without some recent pairs."""
        keys = {pair.key for pair in removed}
        return replace(self, recent=tuple(p for p in self.recent if p.key not in keys))

    def recent_pair(self, original: str, rewrite: str) -> RecentPair | None:
        """Return the recent pair with these texts, None if there is none."""
        for pair in self.recent:
            if (pair.original, pair.rewrite) == (original, rewrite):
                return pair
        return None

    def with_place(self, original: str, rewrite: str, side: str, position: int) -> Settings:
        """Return the settings with the reader's position in a recent pair, if it is one."""
        recent = tuple(
            replace(pair, side=side, position=position)
            if (pair.original, pair.rewrite) == (original, rewrite)
            else pair
            for pair in self.recent
        )
        return replace(self, recent=recent)

    def zoomed(self, percent: int) -> Settings:
        """Return the settings with another zoom, clamped to its bounds."""
        return replace(self, zoom=max(MIN_ZOOM, min(MAX_ZOOM, percent)))

    def merged(self, known: Settings, others: Settings) -> Settings:
        """Merge the changes of this program with those of another one (three-way merge).

        `known` is the common base, `self` the settings of this program, `others` those that another
        program wrote. Where both changed a value, this program's value is taken.
        """
        changed: dict[str, Any] = {
            name: getattr(self, name)
            for name in (entry.name for entry in fields(Settings))
            if getattr(self, name) != getattr(known, name)
        }
        changed["keys"] = _merged_keys(known.keys, self.keys, others.keys)
        changed["letters"] = _merged_keys(known.letters, self.letters, others.letters)
        changed["hints_seen"] = tuple(dict.fromkeys((*others.hints_seen, *self.hints_seen)))
        changed["recent"] = _merged_pairs(known.recent, self.recent, others.recent)
        return replace(others, **changed)


Keys = Mapping[str, tuple[str, ...]]


def _merged_keys(known: Keys, ours: Keys, others: Keys) -> dict[str, tuple[str, ...]]:
    """Return the keys of `others`, but those of `ours` for commands that `ours` changed."""
    changed = {name: keys for name, keys in ours.items() if known.get(name) != keys}
    kept = {name: keys for name, keys in others.items() if name in ours or name not in known}
    return {**kept, **changed}


def _merged_pairs(
    known: tuple[RecentPair, ...], ours: tuple[RecentPair, ...], others: tuple[RecentPair, ...]
) -> tuple[RecentPair, ...]:
    """Return the recent pairs of `others` with the changes of `ours` since `known`.

    Pairs opened in `ours` come first, those removed in `ours` are removed, and a pair that changed
    in `ours` has its value from there. All other pairs stay as they are in `others`.

        known  A B C     ours  D A B C (D opened)     others  E A B C     merged  D E A B C
    """
    before = {pair.key: pair for pair in known}
    now = {pair.key: pair for pair in ours}
    opened = _moved_to_front([pair.key for pair in known], list(now))
    is_full = sum(not pair.is_pasted for pair in ours) >= MAX_RECENT
    removed = {
        key
        for key, pair in before.items()
        if key not in now and (pair.is_pasted or not is_full) and pair in others
    }
    changed = {files: pair for files, pair in now.items() if before.get(files, pair) != pair}
    rest = [
        changed.get(pair.key, pair)
        for pair in others
        if pair.key not in removed and pair.key not in opened
    ]
    return _bounded((*(now[key] for key in opened), *rest))


def _bounded(pairs: tuple[RecentPair, ...]) -> tuple[RecentPair, ...]:
    """Return the newest pairs of files and sessions, and all pairs with pasted texts.

    The number of pasted pairs is limited elsewhere, where their texts are deleted with them.
    """
    files = [pair for pair in pairs if not pair.is_pasted][:MAX_RECENT]
    kept = {pair.key for pair in files}
    return tuple(pair for pair in pairs if pair.is_pasted or pair.key in kept)


def _moved_to_front(before: list[RecentKey], now: list[RecentKey]) -> list[RecentKey]:
    """Return the fewest first items of `now` without which the rest has the order of `before`."""
    for count in range(len(now) + 1):
        rest = iter(before)
        if all(item in rest for item in now[count:]):
            return now[:count]
    return now


class SettingsFile:
    """The file with the settings. Other programs may write it at the same time.

    `damage` describes a file that was invalid in whole or in part. `unreadable` is the system's
    reason why the file could not be read, "" if it could; it is not written until it can be read.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_config_path("facing-pages", appauthor=False) / "settings.json"
        self.damage: Damage | None = None
        self.unreadable = ""
        # The settings when this program last read or wrote the file: what differs from these was
        # changed by its user.
        self._known = Settings()

    @property
    def set_aside(self) -> Path | None:
        """Return the copy of a damaged file, None if there is none."""
        return self.damage.copy if self.damage is not None else None

    def load(self) -> Settings:
        """Read the settings; invalid values are replaced by the defaults."""
        self._known = Settings()
        try:
            found = self._read()
        except OSError as error:
            logger.exception("the settings could not be read")
            self.unreadable = error.strerror or str(error)
            return self._known
        if found is not None:
            self._known = found.settings
        return self._known

    def save(self, settings: Settings) -> Settings:
        """Write what changed since the last save; return the settings to continue with.

        Changes of other programs stay in the file; of these, the returned settings have the recent
        pairs only, or everything if the file could not be read until now. Raises `OSError` if
        saving is impossible; the file is unchanged then, and changes are written the next time.
        """
        from facing_pages.session.settings_json import settings_to_json

        make_private_folder(self.path.parent)
        with locked(self.path):
            found = self._read()
            merged, unknown = settings, {}
            if found is not None:
                merged, unknown = settings.merged(self._known, found.settings), found.unknown
            content = {**unknown, **settings_to_json(merged)}
            write_json(self.path, content, is_private=True)
        self._known = merged if self.unreadable else replace(settings, recent=merged.recent)
        self.unreadable = ""
        return self._known

    def clean_up(self) -> None:
        """Remove unfinished files that killed programs left behind."""
        remove_stale_drafts(self.path.parent, MIN_STALE_SECONDS)

    def _read(self) -> FoundSettings | None:
        """Return the settings in the file, None without one; keep a copy of a damaged file.

        Raises `OSError`, also where a damaged file can neither be used nor be renamed.
        """
        from facing_pages.session.settings_json import settings_from_json

        try:
            data = read_limited(self.path, max_bytes=MAX_SETTINGS_BYTES)
            found = settings_from_json(parse_json(data))
        except FileNotFoundError:
            return None
        except JsonError:
            logger.exception("the settings are invalid")
            self.damage = Damage(rename_damaged(self.path))
            if self.damage.copy is None:
                raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(self.path)) from None
            return None
        if found.wrong:
            logger.error("invalid values in the settings: %s", ", ".join(found.wrong))
            self.damage = Damage(keep_damaged_copy(self.path, data), found.wrong)
        return found
