"""The user's choices and recent pairs, kept in one small JSON file.

A file that cannot be understood is set aside and defaults are used; the caller is told. Writing
replaces the file in one step, so that a crash leaves the old one.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

from platformdirs import user_config_path

from facing_pages.core.reading.choices import NO_CHOICES, ReadingChoices
from facing_pages.session.json_file import put_aside, write_json
from facing_pages.session.kept_choices import choices_from_json, choices_to_json
from facing_pages.session.reading import Reading

logger = logging.getLogger(__name__)

MOST_RECENT: Final = 12
LEAST_ZOOM: Final = 50
MOST_ZOOM: Final = 300


@dataclass(frozen=True, slots=True)
class RecentPair:
    """Two files that were compared; `opened` is a date, YYYY-MM-DD.

    `side` and `position` say where the reader was: a code point of the original or the rewrite.
    `choices` tell how the original and the rewrite are read.
    """

    original: str
    rewrite: str
    opened: str
    side: str = "original"
    position: int = 0
    choices: tuple[ReadingChoices, ReadingChoices] = (NO_CHOICES, NO_CHOICES)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. `zoom` is in per cent.

    `language` is a code, "" for that of the system; `theme`, `mode`, `level` and `grouping` are
    names of choices the window knows; `kinds` the kinds of change shown (None: the usual ones);
    `keys` the shortcuts of commands that differ from the usual ones; `geometry` the window's place
    as the toolkit writes it.
    """

    theme: str = "system"
    language: str = ""
    zoom: int = 100
    reading: Reading = field(default_factory=Reading)
    mode: str = "side by side"
    level: str = "words"
    hide_unchanged: bool = False
    grouping: str = "reading order"
    geometry: str = ""
    show_list: bool = True
    show_inspector: bool = False
    kinds: tuple[str, ...] | None = None
    letter_keys: bool = True
    less_motion: bool = False
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    hints_seen: tuple[str, ...] = ()
    recent: tuple[RecentPair, ...] = ()

    def with_recent(self, opened: RecentPair) -> Settings:
        """Return the settings with a pair at the head of the recent ones.

        Its place is kept if the files are read as they were the last time.
        """
        known = self.recent_pair(opened.original, opened.rewrite)
        others = [pair for pair in self.recent if pair != known]
        pair = opened
        if known is not None and known.choices == opened.choices:
            pair = replace(known, opened=opened.opened)
        return replace(self, recent=(pair, *others)[:MOST_RECENT])

    def recent_pair(self, original: str, rewrite: str) -> RecentPair | None:
        """Return what is remembered of a pair, None if nothing is."""
        for pair in self.recent:
            if (pair.original, pair.rewrite) == (original, rewrite):
                return pair
        return None

    def with_place(self, original: str, rewrite: str, side: str, position: int) -> Settings:
        """Return the settings with the place in a recent pair; unknown pairs change nothing."""
        recent = tuple(
            replace(pair, side=side, position=position)
            if (pair.original, pair.rewrite) == (original, rewrite)
            else pair
            for pair in self.recent
        )
        return replace(self, recent=recent)

    def zoomed(self, percent: int) -> Settings:
        """Return the settings with another zoom, within what can be read."""
        return replace(self, zoom=max(LEAST_ZOOM, min(MOST_ZOOM, percent)))


class SettingsFile:
    """The file the settings live in."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_config_path("facing-pages", appauthor=False) / "settings.json"
        self.set_aside: Path | None = None

    def load(self) -> Settings:
        """Read the settings; `set_aside` names the copy of a file that made no sense."""
        try:
            content = json.loads(self.path.read_text("utf-8"))
            return _settings(content)
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, TypeError, KeyError):
            logger.exception("the settings could not be read")
            self.set_aside = put_aside(self.path)
            return Settings()

    def save(self, settings: Settings) -> None:
        """Write the settings. Raises `OSError` if that is impossible."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        content = asdict(settings)
        for entry, pair in zip(content["recent"], settings.recent, strict=True):
            entry["choices"] = [choices_to_json(choices) for choices in pair.choices]
        write_json(self.path, content, is_private=True)


def _settings(content: Any) -> Settings:
    """Turn what a file holds into settings. Raises `TypeError` or `ValueError` for wrong types."""
    values = _known(Settings, content)
    values["reading"] = Reading(**_plain(Reading, content.get("reading", {})))
    pairs = content.get("recent", ())
    values["recent"] = tuple(map(_recent_pair, pairs))
    for name in ("kinds", "hints_seen"):
        if values.get(name) is not None:
            values[name] = _strings(values[name])
    if "keys" in values:
        values["keys"] = {str(name): _strings(keys) for name, keys in values["keys"].items()}
    plain = {key: value for key, value in values.items() if key in _PLAIN_SETTINGS}
    values.update(_plain(Settings, plain))
    settings = Settings(**values)
    return settings.zoomed(settings.zoom)


def _recent_pair(content: Any) -> RecentPair:
    values = _known(RecentPair, content)
    original, rewrite = map(choices_from_json, values.pop("choices", ({}, {})))
    return RecentPair(**_plain(RecentPair, values), choices=(original, rewrite))


def _known(kind: type[Any], content: Any) -> dict[str, Any]:
    """Return the values whose names a class has; others come from a later version."""
    if not isinstance(content, dict):
        raise TypeError(f"{kind.__name__} must be an object")
    known = {entry.name for entry in fields(kind)}
    return {key: value for key, value in content.items() if key in known}


def _plain(kind: type[Any], content: Any) -> dict[str, Any]:
    """Return the values of a class whose fields are numbers, words and truths, checked."""
    types = {entry.name: str(entry.type) for entry in fields(kind)}
    values = _known(kind, content)
    for name, value in values.items():
        allowed = _TYPES[types[name]]
        if not isinstance(value, allowed) or (isinstance(value, bool) and bool not in allowed):
            raise TypeError(f"{name} must be {types[name]}")
    return values


def _strings(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError("a list of words is wanted")
    return tuple(str(value) for value in values)


_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "str": (str,),
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
}
_PLAIN_SETTINGS: Final = frozenset(
    entry.name for entry in fields(Settings) if str(entry.type) in _TYPES
)
