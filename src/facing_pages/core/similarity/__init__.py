"""How alike two units or two words are."""
