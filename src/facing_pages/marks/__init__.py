"""Changes as a reader sees them: their kinds, the list of changes, and rows that stand level."""
