"""What changed in meaning: findings, from links, words and changes."""
