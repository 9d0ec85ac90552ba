"""The page with the pair on it: one scrolling surface, drawn and read aloud."""
