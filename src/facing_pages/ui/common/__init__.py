"""What all parts of the window use: commands, theme, settings, message boxes."""
