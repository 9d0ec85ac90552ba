"""Who did what to whom, and what was compared with what."""
