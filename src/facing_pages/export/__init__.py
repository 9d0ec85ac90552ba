"""A comparison written down for other programs."""
