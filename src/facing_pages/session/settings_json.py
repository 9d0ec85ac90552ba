"""Convert settings to and from the values of a JSON file.

An invalid value does not affect the others: it is replaced by its default and its place is noted.
"""

from __future__ import annotations

from base64 import b64decode
from dataclasses import asdict, dataclass, fields, replace
from functools import partial
from typing import Any, Final

from facing_pages.core.model import Side
from facing_pages.core.reading.choices import NO_CHOICES, ReadingChoices
from facing_pages.session.json_reader import (
    MAX_POSITION,
    Fields,
    JsonError,
    any_text,
    clamped,
    clamped_float,
    iso_date,
    list_of,
    one_of,
    optional,
    path_or_none,
    truth,
    word,
)
from facing_pages.session.kept_choices import choices_from_json, choices_to_json
from facing_pages.session.page_settings import (
    CHARACTERS_RANGE,
    LETTER_SPACING_RANGE,
    LINE_SPACING_RANGE,
    PARAGRAPH_SPACING_RANGE,
    POINTS_RANGE,
    WORD_SPACING_RANGE,
    PageSettings,
)
from facing_pages.session.settings import (
    MAX_RECENT_ENTRIES,
    MAX_ZOOM,
    MIN_ZOOM,
    RecentPair,
    Settings,
)

# Names in one list: there are about 100 commands and 30 kinds of change. By judgement above those.
MAX_LISTED_NAMES: Final = 500
# Characters of a window's place in base64: the toolkit writes 100. By judgement above that.
MAX_GEOMETRY: Final = 10_000


@dataclass(frozen=True, slots=True)
class FoundSettings:
    """The settings in a file.

    `unknown` are values that this version does not know, which are written back unchanged; `wrong`
    are the places of invalid values.
    """

    settings: Settings
    unknown: dict[str, Any]
    wrong: tuple[str, ...]


def settings_to_json(settings: Settings) -> dict[str, Any]:
    """Return settings as an object for a JSON file."""
    content = asdict(replace(settings, recent=()))
    content["recent"] = [recent_pair_to_json(pair) for pair in settings.recent]
    return content


def recent_pair_to_json(pair: RecentPair) -> dict[str, Any]:
    """Return a recent pair as an object for a JSON file."""
    return {**asdict(pair), "choices": [choices_to_json(choices) for choices in pair.choices]}


def settings_from_json(content: Any) -> FoundSettings:
    """Return the settings in the value of a file. Raises `JsonError` if it is not an object."""
    wrong: list[str] = []
    settings = _settings(content, wrong)
    known = {entry.name for entry in fields(Settings)}
    unknown = {name: value for name, value in content.items() if name not in known}
    return FoundSettings(settings, unknown, tuple(wrong))


def _settings(content: Any, wrong: list[str]) -> Settings:
    """Convert settings; the places of invalid values are added to `wrong`.

    Unknown names of a theme, mode and the like are kept: they may come from a later version, and
    the window uses its default for them.
    """
    defaults = Settings()
    read = Fields(content, wrong)
    return Settings(
        theme=read.lenient("theme", word, defaults.theme),
        language=read.lenient("language", word, defaults.language),
        zoom=read.lenient("zoom", clamped(MIN_ZOOM, MAX_ZOOM), defaults.zoom),
        reading=read.lenient("reading", partial(_reading, wrong=wrong), defaults.reading),
        mode=read.lenient("mode", word, defaults.mode),
        level=read.lenient("level", word, defaults.level),
        level_by_sentence=read.lenient("level_by_sentence", truth, defaults.level_by_sentence),
        weight=read.lenient("weight", word, defaults.weight),
        grouping=read.lenient("grouping", word, defaults.grouping),
        geometry=read.lenient("geometry", _base64, defaults.geometry),
        show_list=read.lenient("show_list", truth, defaults.show_list),
        show_inspector=read.lenient("show_inspector", truth, defaults.show_inspector),
        kinds=read.lenient("kinds", optional(_words), defaults.kinds),
        finding_severity=read.lenient(
            "finding_severity", optional(clamped(1, 5)), defaults.finding_severity
        ),
        hidden_findings=read.lenient("hidden_findings", _words, defaults.hidden_findings),
        letter_keys=read.lenient("letter_keys", truth, defaults.letter_keys),
        less_motion=read.lenient("less_motion", truth, defaults.less_motion),
        reopen=read.lenient("reopen", truth, defaults.reopen),
        keys=read.lenient_entries("keys", _words),
        letters=read.lenient_entries("letters", _words),
        hints_seen=read.lenient_items("hints_seen", word, MAX_LISTED_NAMES),
        recent=read.lenient_items(
            "recent", partial(recent_pair_from_json, wrong=wrong), MAX_RECENT_ENTRIES
        ),
    )


def _reading(content: Any, *, wrong: list[str]) -> PageSettings:
    defaults = PageSettings()
    read = Fields(content, wrong, "reading")
    return PageSettings(
        family=read.lenient("family", word, defaults.family),
        points=read.lenient("points", clamped_float(*POINTS_RANGE), defaults.points),
        line_spacing=read.lenient(
            "line_spacing", clamped_float(*LINE_SPACING_RANGE), defaults.line_spacing
        ),
        paragraph_spacing=read.lenient(
            "paragraph_spacing", clamped_float(*PARAGRAPH_SPACING_RANGE), defaults.paragraph_spacing
        ),
        characters=read.lenient("characters", clamped(*CHARACTERS_RANGE), defaults.characters),
        letter_spacing=read.lenient(
            "letter_spacing", clamped_float(*LETTER_SPACING_RANGE), defaults.letter_spacing
        ),
        word_spacing=read.lenient(
            "word_spacing", clamped_float(*WORD_SPACING_RANGE), defaults.word_spacing
        ),
    )


def recent_pair_from_json(content: Any, *, wrong: list[str]) -> RecentPair:
    """Convert a recent pair. Raises `JsonError` without a text; other invalid values are noted."""
    read = Fields(content, wrong, "recent")
    original, rewrite = (read.required(side.value, path_or_none) for side in Side)
    if not (original or rewrite):
        raise JsonError("a text is expected")
    return RecentPair(
        original=original,
        rewrite=rewrite,
        opened=read.lenient("opened", iso_date, ""),
        side=read.lenient("side", one_of((side.value, side.value) for side in Side), "original"),
        position=read.lenient("position", clamped(0, MAX_POSITION), 0),
        choices=read.lenient("choices", _choices, (NO_CHOICES, NO_CHOICES)),
        original_words=read.lenient("original_words", word, ""),
        rewrite_words=read.lenient("rewrite_words", word, ""),
        session=read.lenient("session", path_or_none, ""),
    )


def _choices(content: Any) -> tuple[ReadingChoices, ReadingChoices]:
    both = list_of(choices_from_json)(content)
    if len(both) != len(Side):
        raise JsonError("choices for two texts are expected")
    return both[0], both[1]


def _base64(value: Any) -> str:
    text = any_text(value)
    try:
        b64decode(text, validate=True)
    except ValueError as error:
        raise JsonError("bytes in base64 are expected") from error
    if len(text) > MAX_GEOMETRY:
        raise JsonError("a short text is expected")
    return text


_words: Final = list_of(word, max_items=MAX_LISTED_NAMES)
