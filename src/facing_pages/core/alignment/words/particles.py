"""Endings that tell the place of a word in its sentence, and what another one makes of the word.

비는, 비가          the rain, as topic and as subject: another form
아침부터, 아침까지    from morning, until morning: another meaning
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from facing_pages.core.languages.registry import of_all_languages

_GROUPS: Final = of_all_languages(lambda language: language.particle_groups)
_GROUP_OF: Final = {particle: group for group in _GROUPS for particle in group}
_MAX_PARTICLE_LETTERS: Final = max(map(len, _GROUP_OF), default=0)


def stem_of(word: str) -> str | None:
    """Return a word without its particle; None if it has none."""
    parts = _parts(word)
    return parts[0] if parts else None


def are_forms_by_particle(one: str, other: str) -> bool | None:
    """Tell whether two words differ in particles of one group; None if not in particles at all."""
    if one.isascii() or other.isascii():
        return None
    parts = _parts(one), _parts(other)
    if parts[0] is None or parts[1] is None or parts[0][0] != parts[1][0] or one == other:
        return None
    return _GROUP_OF[parts[0][1]] is _GROUP_OF[parts[1][1]]


@lru_cache(maxsize=50_000)
def _parts(word: str) -> tuple[str, str] | None:
    """Return a word and its longest particle, each by itself; None if it has no particle."""
    for length in range(min(_MAX_PARTICLE_LETTERS, len(word) - 1), 0, -1):
        if word[-length:] in _GROUP_OF:
            return word[:-length], word[-length:]
    return None
