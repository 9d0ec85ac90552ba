"""How long work on texts may take and how much memory it may use, by their length.

These limits are for texts that make the work far more expensive than prose of the same length.
Ordinary texts stay at a tenth of them, so that a busy or slow computer does not reach them.
"""

from __future__ import annotations

from typing import Final

# Comparing prose takes 60 to 100 µs for each character of both texts together, on one slow core
# that is shared with other programs (a novel and its abridgement: 1.5 million characters, 87 s; two
# Bibles: 8.2 million, 804 s). Ten times that is allowed.
SECONDS_PER_CHARACTER: Final = 0.001
# Seconds that any pair may take: a short text with the contextual encoder takes up to 10. By
# judgement above that.
MIN_COMPARING_SECONDS: Final = 120.0

# Comparing takes about 70 bytes for each character of both texts together, above the 150 MB that
# the program and its language data take (two Bibles: 8.2 million characters, 720 MB).
BYTES_PER_CHARACTER: Final = 700
# Bytes that any pair may take, the program included. By judgement.
MIN_COMPARING_BYTES: Final = 1_000_000_000


# Making a PDF takes about 30 µs for each character (a long novel, 1 million: 30 s), and a few
# seconds in any case for a process of its own. Ten times that is allowed.
PRINTING_SECONDS_PER_CHARACTER: Final = 0.0003
MIN_PRINTING_SECONDS: Final = 120.0


def comparing_limit_seconds(characters: int) -> float:
    """Return how many seconds comparing may take, for the characters of both texts together."""
    return MIN_COMPARING_SECONDS + SECONDS_PER_CHARACTER * characters


def printing_limit_seconds(characters: int) -> float:
    """Return how many seconds making a PDF may take, for the characters of its rich text."""
    return MIN_PRINTING_SECONDS + PRINTING_SECONDS_PER_CHARACTER * characters


def comparing_limit_bytes(characters: int) -> int:
    """Return how much memory comparing may use, for the characters of both texts together."""
    return MIN_COMPARING_BYTES + BYTES_PER_CHARACTER * characters
