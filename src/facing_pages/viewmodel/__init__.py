"""What is on screen, without widgets."""
