"""Which words of two linked sentences belong together, and what is known of single words."""
