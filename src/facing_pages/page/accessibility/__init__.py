"""What a screen reader gets of the page."""
