"""Numbers in a text with what they count, and those that became others."""
