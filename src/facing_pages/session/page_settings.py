"""Typography of the page: font, size, spacing and width, and presets of all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

# Least and most of each number, as the preferences offer them: points at 100 % zoom, em, lines,
# characters of a column, em and em. By judgement, wide enough for large print and for a small
# laptop.
POINTS_RANGE: Final = (7.0, 36.0)
LINE_SPACING_RANGE: Final = (1.0, 3.0)
PARAGRAPH_SPACING_RANGE: Final = (0.0, 3.0)
CHARACTERS_RANGE: Final = (30, 140)
LETTER_SPACING_RANGE: Final = (0.0, 0.2)
WORD_SPACING_RANGE: Final = (0.0, 0.6)


@dataclass(frozen=True, slots=True)
class PageSettings:
    """What the reader chose for the page. Numbers are clamped to their bounds.

    `family` is the name of a font, "" for the bundled one and "sans-serif" for the system's.
    `points` is the size at 100 % zoom. Line, letter and word spacing are in em, paragraph spacing
    in lines. `characters` is the maximum width of a column, in average characters of prose.
    """

    family: str = ""
    points: float = 12.0
    line_spacing: float = 1.5
    paragraph_spacing: float = 0.75
    characters: int = 66
    letter_spacing: float = 0.0
    word_spacing: float = 0.0

    def __post_init__(self) -> None:
        bounds: tuple[tuple[str, tuple[float, float]], ...] = (
            ("points", POINTS_RANGE),
            ("line_spacing", LINE_SPACING_RANGE),
            ("paragraph_spacing", PARAGRAPH_SPACING_RANGE),
            ("characters", CHARACTERS_RANGE),
            ("letter_spacing", LETTER_SPACING_RANGE),
            ("word_spacing", WORD_SPACING_RANGE),
        )
        for name, (minimum, maximum) in bounds:
            object.__setattr__(self, name, max(minimum, min(maximum, getattr(self, name))))

    def wider(self, steps: int) -> PageSettings:
        """Return the settings with the column wider by some steps of four characters."""
        return replace(self, characters=self.characters + 4 * steps)


class Preset(Enum):
    """A name for a whole set of page settings."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"
    LARGE_PRINT = "large print"
    DYSLEXIA_FRIENDLY = "dyslexia-friendly"

    @property
    def reading(self) -> PageSettings:
        """Return the settings of the preset."""
        return _PRESETS[self]


def preset_of(reading: PageSettings) -> Preset | None:
    """Return the preset with exactly these settings, None if there is none."""
    return next((preset for preset in Preset if preset.reading == reading), None)


# Dyslexia-friendly: more space between letters, words and lines and a sans-serif font, as in the
# style guide of the British Dyslexia Association (2023): 35 % of a letter's width between letters,
# line spacing 1.5.
_PRESETS: Final = {
    Preset.COMFORTABLE: PageSettings(),
    Preset.COMPACT: PageSettings(
        points=10.5, line_spacing=1.32, paragraph_spacing=0.4, characters=80
    ),
    Preset.LARGE_PRINT: PageSettings(points=18.0, paragraph_spacing=0.8, characters=50),
    Preset.DYSLEXIA_FRIENDLY: PageSettings(
        family="sans-serif",
        points=13.0,
        line_spacing=1.9,
        paragraph_spacing=1.0,
        characters=56,
        letter_spacing=0.07,
        word_spacing=0.25,
    ),
}
