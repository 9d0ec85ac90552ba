"""What a reader calls a change: its kinds, the listed changes, and rows that stand level."""
