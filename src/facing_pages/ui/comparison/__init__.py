"""The page of a window with a pair, and the panels around the texts."""
