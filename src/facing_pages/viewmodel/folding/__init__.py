"""What is folded: unchanged rows, and what one side lacks."""
