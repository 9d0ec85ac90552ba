"""What the window says: its language, labels, and the bars above the texts."""
