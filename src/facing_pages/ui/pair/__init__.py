"""A pair in a window: opened, compared, corrected, kept, exported."""
