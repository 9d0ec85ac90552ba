"""The user's choices and recent pairs, kept in one small JSON file.

A file that cannot be understood is set aside and defaults are used; the caller is told. Writing
replaces the file in one step, so that a crash leaves the old one.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from platformdirs import user_config_path

logger = logging.getLogger(__name__)

MOST_RECENT: Final = 8
LEAST_ZOOM: Final = 50
MOST_ZOOM: Final = 300


@dataclass(frozen=True, slots=True)
class RecentPair:
    """Two files that were compared; `opened` is a date, YYYY-MM-DD."""

    original: str
    rewrite: str
    opened: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. `theme` is system, light or dark; `zoom` is in per cent.

    `geometry` is the window's place as the toolkit writes it, `kinds` the kinds of change shown
    (None: the usual ones), `list_width` the width of the list of changes in pixels.
    """

    theme: str = "system"
    zoom: int = 100
    geometry: str = ""
    show_list: bool = True
    kinds: tuple[str, ...] | None = None
    recent: tuple[RecentPair, ...] = ()

    def with_recent(self, original: str, rewrite: str, *, opened: str) -> Settings:
        """Return the settings with a pair at the head of the recent ones."""
        others = [
            pair for pair in self.recent if (pair.original, pair.rewrite) != (original, rewrite)
        ]
        pair = RecentPair(original, rewrite, opened)
        return replace(self, recent=(pair, *others)[:MOST_RECENT])

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
            self._put_aside()
            return Settings()

    def save(self, settings: Settings) -> None:
        """Write the settings. Raises `OSError` if that is impossible."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_suffix(".new")
        draft.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), "utf-8")
        draft.replace(self.path)

    def _put_aside(self) -> None:
        aside = self.path.with_suffix(".damaged.json")
        try:
            self.path.replace(aside)
        except OSError:
            logger.exception("the damaged settings could not be set aside")
        else:
            self.set_aside = aside


def _settings(content: Any) -> Settings:
    """Turn what a file holds into settings. Raises `TypeError` or `ValueError` for wrong types."""
    if not isinstance(content, dict):
        raise TypeError("settings must be an object")
    known = {field.name for field in fields(Settings)}
    values = {key: value for key, value in content.items() if key in known}
    values["recent"] = tuple(
        RecentPair(str(pair["original"]), str(pair["rewrite"]), str(pair["opened"]))
        for pair in values.get("recent", ())
    )
    if values.get("kinds") is not None:
        values["kinds"] = tuple(str(kind) for kind in values["kinds"])
    settings = Settings(**values)
    for name, kind in (("theme", str), ("zoom", int), ("geometry", str), ("show_list", bool)):
        if not isinstance(getattr(settings, name), kind):
            raise TypeError(f"{name} must be {kind.__name__}")
    return settings.zoomed(settings.zoom)
